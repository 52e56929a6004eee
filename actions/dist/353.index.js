export const id = 353;
export const ids = [353];
export const modules = {

/***/ 11533:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 53353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportForJob: () => (/* binding */ reportForJob)
});

// EXTERNAL MODULE: ./lib/workflows-lib/report/comment.js + 7 modules
var comment = __webpack_require__(52481);
// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/notices.js
var notices = __webpack_require__(51911);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/sentence.js
var sentence = __webpack_require__(15269);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/ranking.js
var ranking = __webpack_require__(29532);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js + 1 modules
var view_verdict = __webpack_require__(61287);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/summary.js






/**
 * The 3 to 6 closing lines of a command: the verdict, what was measured, the worst objective, the cost, and what limits the worth of it all.
 * Plain text without colours, safe for a log.
 */
function summaryLines(run) {
    const lines = [
        `${view_verdict/* RESULT_WORD */.Dj[(0,view_verdict/* shownResult */.zM)(run)]}: ${(0,view_verdict/* verdictSentence */.BT)(run)}`,
        `${capital((0,sentence/* measuredSentence */.g3)(run))} in ${(0,format/* formatDuration */.a3)(run.run.durationMs)}${listed((0,sentence/* keyFigures */.FK)(run))}.`,
        ...worstObjective(run),
        costLine(run),
        ...limits(run),
    ];
    return lines.map((line) => (0,report_escape/* logLine */.BP)(line));
}
/** The verdict in one line, with the worst objective that was not met. Safe for a log. */
function verdictLine(run) {
    const verdict = `${view_verdict/* RESULT_WORD */.Dj[(0,view_verdict/* shownResult */.zM)(run)]}: ${(0,view_verdict/* verdictSentence */.BT)(run)}`;
    return (0,report_escape/* logLine */.BP)([verdict, ...((0,view_verdict/* shownVerdict */.h9)(run) === 'pass' ? [] : worstObjective(run))].join(' '));
}
function listed(figures) {
    return figures.length === 0 ? '' : `; ${figures.join(', ')}`;
}
function capital(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function worstObjective(run) {
    if ((0,view_verdict/* shownVerdict */.h9)(run) === 'void')
        return [];
    const worst = (0,ranking/* rankedObjectives */.E)(run)[0];
    if (worst === undefined)
        return [];
    const label = worst.verdict === 'pass' ? 'Closest objective' : `Worst objective (${worst.verdict})`;
    // An operation that never answered rightly has a reason, and figures that say nothing.
    const said = worst.verdict === 'fail' && worst.reason !== undefined ? worst.reason : (0,sentence/* objectiveFigures */.ff)(worst);
    return [`${label}: ${worst.text}: ${said}.`];
}
function costLine({ usage, cost }) {
    if (usage.length === 0)
        return 'Cost: no model was called.';
    const unpriced = cost.unpriced.length === 0 ? '' : `, without the unpriced ${cost.unpriced.join(', ')}`;
    const everything = usage.every(({ costUsd }) => costUsd === null);
    const total = everything ? `unpriced (${cost.unpriced.join(', ')})` : `${(0,format/* formatMoney */.up)(cost.totalUsd)}${unpriced}`;
    return `Cost: ${total}, prices of ${cost.priceTable.date}.`;
}
function limits(run) {
    const titles = (0,notices/* notices */.oE)(run).map(({ title }) => title);
    const warnings = titles.filter((title) => title === 'Warning').length;
    const parts = [
        ...titles.filter((title) => title !== 'Warning'),
        ...(warnings === 0 ? [] : [`${(0,format/* plural */.LS)(warnings, 'warning')} in the report`]),
    ];
    return parts.length === 0 ? [] : [`Note: ${parts.join('; ')}.`];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/atomic-file.js
var atomic_file = __webpack_require__(86609);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/history/read-run.js
var read_run = __webpack_require__(12722);
// EXTERNAL MODULE: ./lib/workflows-lib/report/html.js + 22 modules
var html = __webpack_require__(65998);
// EXTERNAL MODULE: ./lib/workflows-lib/report/json.js
var json = __webpack_require__(41042);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown.js
var markdown = __webpack_require__(44905);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(11533);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/broken-side.js
var broken_side = __webpack_require__(61109);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/compared-line.js
var compared_line = __webpack_require__(84592);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/facts.js
var comparison_facts = __webpack_require__(6593);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metric-result.js
var metric_result = __webpack_require__(22816);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metrics.js
var comparison_metrics = __webpack_require__(99823);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/shown-comparison.js
var shown_comparison = __webpack_require__(74637);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/statements.js
var statements = __webpack_require__(12654);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/why.js
var why = __webpack_require__(10064);
// EXTERNAL MODULE: ./lib/workflows-lib/report/text-width.js
var text_width = __webpack_require__(97646);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal-table.js

const GAP = 2;
/** Lines of a table that is at most `width` wide: columns are dropped, then shrunk, until it fits. Columns without any figure are left out. */
function terminalTable(columns, rows, options) {
    const filled = columns
        .map((column) => fill(column, rows))
        .filter(({ cells }) => cells.some(({ text }) => text !== '' && text !== '–'));
    const fitted = shrink(dropColumns(filled, options.width), options.width);
    const head = line(fitted, (column) => ({ text: column.head, paint: options.head }));
    return [head, ...rows.map((_, index) => line(fitted, ({ cells }) => cells[index] ?? { text: '' }))];
}
function fill(column, rows) {
    const cells = rows.map(column.cell).map((cell) => (typeof cell === 'string' ? { text: cell } : cell));
    const width = Math.max((0,text_width/* displayWidth */.F1)(column.head), ...cells.map(({ text }) => (0,text_width/* displayWidth */.F1)(text)));
    return { head: column.head, align: column.align, drop: column.drop, shrinkTo: column.shrinkTo, cells, width };
}
function totalWidth(columns) {
    return columns.reduce((sum, { width }) => sum + width + GAP, -GAP);
}
/** The width when everything that may shrink has shrunk. */
function smallestWidth(columns) {
    return totalWidth(columns.map(({ width, shrinkTo }) => ({ width: Math.min(width, shrinkTo ?? width) })));
}
function dropColumns(columns, width) {
    if (smallestWidth(columns) <= width)
        return columns;
    const last = Math.max(...columns.map(({ drop }) => drop ?? 0));
    return last === 0
        ? columns
        : dropColumns(columns.filter(({ drop }) => drop !== last), width);
}
/** Takes the missing room from the columns that may shrink, and in the end, when nothing else helps, from the widest column. */
function shrink(columns, width) {
    let missing = Math.max(0, totalWidth(columns) - width);
    const shrunk = columns.map((column) => {
        const given = Math.min(missing, Math.max(0, column.width - (column.shrinkTo ?? column.width)));
        missing -= given;
        return { ...column, width: column.width - given };
    });
    for (; missing > 0; missing--) {
        const widest = shrunk.reduce((left, right) => (right.width > left.width ? right : left));
        shrunk[shrunk.indexOf(widest)] = { ...widest, width: widest.width - 1 };
    }
    return shrunk;
}
function line(columns, cellOf) {
    const parts = columns.map((column) => {
        const { text, paint } = cellOf(column);
        const cut = (0,text_width/* truncateToWidth */.A4)(text, column.width);
        const space = ' '.repeat(Math.max(0, column.width - (0,text_width/* displayWidth */.F1)(cut)));
        const shown = paint === undefined || cut === '' ? cut : paint(cut);
        return column.align === 'left' ? `${shown}${space}` : `${space}${shown}`;
    });
    return parts.join(' '.repeat(GAP)).trimEnd();
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/change-text.js
var change_text = __webpack_require__(91922);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal/metric-table.js





const LIKE = {
    regression: 'fail',
    improvement: 'pass',
    fine: 'pass',
    inconclusive: 'inconclusive',
    accepted: 'inconclusive',
    'not-confirmed': 'inconclusive',
    void: 'void',
};
/** Metrics as a table under its title; nothing without any. On a narrow terminal the sign stands for the verdict's word before a side goes. */
function metricTable(title, { run, metrics }, style) {
    if (metrics.length === 0)
        return [];
    const columns = [
        {
            head: 'Metric',
            align: 'left',
            // The end of a name tells what was measured: columns go before it does.
            shrinkTo: 40,
            cell: (metric) => {
                const result = (0,metric_result/* metricResult */.wF)(run, metric);
                return { text: `${signOf(metric, result)} ${nameOf(metric)}`, paint: paintOf(metric, result, style) };
            },
        },
        { head: 'Base', align: 'right', cell: (metric) => (0,change_text/* sideText */.Rc)(metric, metric.base), drop: 3 },
        { head: 'Head', align: 'right', cell: (metric) => (0,change_text/* sideText */.Rc)(metric, metric.head), drop: 3 },
        { head: 'Change (95% interval)', align: 'right', cell: change_text/* changeText */.k0 },
        { head: 'Tolerance', align: 'right', cell: change_text/* toleranceText */.ve, drop: 4 },
        { head: 'Verdict', align: 'left', cell: (metric) => metric_result/* METRIC_WORD */.kq[(0,metric_result/* metricResult */.wF)(run, metric)].toLowerCase(), drop: 5 },
        { head: '80% power for', align: 'right', cell: change_text/* detectableText */.lo, drop: 7 },
        { head: 'Pairs needed', align: 'right', cell: pairsCell, drop: 6 },
    ];
    const table = terminalTable(columns, metrics, { width: style.width, head: style.dim });
    const notes = [...new Set(metrics.map(change_text/* metricNote */.TT))]
        .filter((note) => note !== '')
        .map((note) => style.dim(`Costs are ${note}.`));
    return [style.bold(title), ...table, ...notes];
}
/** What only informs looks like no failure. */
function signOf({ role }, result) {
    return result === 'regression' && role !== 'gate' ? '!' : metric_result/* METRIC_SIGN */.fy[result];
}
function paintOf({ role }, result, style) {
    return result === 'regression' && role !== 'gate' ? style.warn : style.verdict(LIKE[result]);
}
function nameOf({ name, role }) {
    return `${(0,report_escape/* oneLine */.TN)(name, 200)}${role === 'gate' ? '' : ` (${role})`}`;
}
function pairsCell({ pairsNeeded }) {
    return pairsNeeded === null ? '' : (0,format/* formatCount */.B4)(pairsNeeded);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal/comparison.js













const STATEMENTS_SHOWN = 5;
/** The comparison of a run: what changed, why, all else, and how it was measured; nothing without one. */
function comparisonBlocks(run, style) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (run.comparison === undefined || comparison === undefined)
        return [];
    return [
        lastLinesBlock(comparison, style),
        changesBlock(run, comparison, style),
        acceptedBlock(comparison, style),
        whyBlock(comparison, style),
        statementBlock(comparison, style),
        metricTable('Everything else that was compared', { run, metrics: (0,comparison_metrics/* otherMetrics */.A8)(comparison) }, style),
        factBlock(run.comparison, style),
    ];
}
/** What was compared, how much, and what could have been seen with it; nothing without a comparison. */
function comparedLines(run, style) {
    if (run.comparison === undefined)
        return [];
    const { base, head } = run.comparison;
    const lines = [`Base ${(0,comparison_facts/* sideName */.jf)(base)} against head ${(0,comparison_facts/* sideName */.jf)(head)}`, (0,compared_line/* comparedFigures */.P)(run).join(' · ')];
    return lines.filter((line) => line !== '').flatMap((line) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(line, 600), style.width).map(style.dim));
}
function lastLinesBlock(comparison, style) {
    const broken = (0,broken_side/* brokenSide */.v)(comparison);
    if (broken === undefined || broken.lines.length === 0)
        return [];
    return [style.bold(`Last lines of ${broken.side}`), ...broken.lines.map((line) => (0,text_width/* truncateToWidth */.A4)(line, style.width))];
}
const REASONS_SHOWN = 10;
/** What changed, and why what is not decided is not. */
function changesBlock(run, comparison, style) {
    const metrics = (0,comparison_metrics/* notableMetrics */.Tw)(comparison);
    const undecided = metrics.filter(({ verdict, reason }) => verdict === 'inconclusive' && reason !== undefined);
    const more = undecided.length - REASONS_SHOWN;
    const reasons = [
        ...undecided
            .slice(0, REASONS_SHOWN)
            .map(({ name, reason }) => `${metric_result/* METRIC_SIGN */.fy.inconclusive} ${(0,report_escape/* oneLine */.TN)(name, 200)}: ${reason ?? ''}`),
        ...(more > 0 ? [`and ${(0,format/* formatCount */.B4)(more)} more that are not decided`] : []),
    ];
    const lines = reasons.flatMap((line) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(line, 400), style.width));
    return [...metricTable('Changes', { run, metrics }, style), ...lines];
}
function acceptedBlock({ acceptances }, style) {
    return acceptances.flatMap(({ metric, by, reason }) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(`Accepted ${metric}, by ${by}: ${reason}`, 400), style.width));
}
const IN_TERMINAL = { name: (text) => text, code: (text) => `\`${text}\`` };
function whyBlock(comparison, style) {
    const lines = [
        ...(0,why/* whyLines */.cn)(comparison).map((line) => `${line.metric}: ${(0,why/* whyText */.ss)(line, IN_TERMINAL)}`),
        ...(0,why/* moneyLines */.kE)(comparison).map((line) => `${line.metric}, cost per 1,000 requests: ${(0,why/* whyText */.ss)(line, IN_TERMINAL)}`),
    ].flatMap((line) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(line, 400), style.width));
    return lines.length === 0 ? [] : [style.bold('Why'), ...lines];
}
function statementBlock(comparison, style) {
    const rows = (0,statements/* statementRows */.Z)(comparison).slice(0, STATEMENTS_SHOWN);
    if (rows.length === 0)
        return [];
    const columns = [
        { head: 'Statement', align: 'left', shrinkTo: 16, cell: ({ statement }) => (0,report_escape/* oneLine */.TN)(statement, 120) },
        { head: 'Mean', align: 'right', cell: ({ mean }) => mean },
        { head: 'Calls', align: 'right', cell: ({ calls }) => calls, drop: 1 },
        { head: 'Rows', align: 'right', cell: (row) => row.rows, drop: 2 },
    ];
    const table = terminalTable(columns, rows, { width: style.width, head: style.dim });
    return [style.bold('SQL statements, base → head'), ...table];
}
function factBlock(comparison, style) {
    const facts = [
        ...(0,comparison_facts/* operationFacts */.ZU)(comparison).map(([name, value]) => [`${name} operations`, value]),
        ...(0,comparison_facts/* comparisonFacts */.tj)(comparison),
    ];
    const wrapped = facts.flatMap(([name, value]) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(`${name}: ${value}`, 600), style.width));
    // A command that is wrapped or cut is another one once it is copied.
    const reproduce = (0,report_escape/* oneLine */.TN)(comparison.reproduce, Infinity);
    const again = reproduce === '' ? [] : [style.dim('Reproduce:'), reproduce];
    return [style.bold('How it was compared'), ...wrapped.map(style.dim), ...again];
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/metrics.js
var metrics = __webpack_require__(26371);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal/measurements.js





const TABLE_PERCENTILES = ['p50', 'p95', 'p99'];
/** A table for each stage where operations ran one at a time, and why percentiles are missing. */
function benchmarkBlock(run, style) {
    return (0,metrics/* benchmarkStages */.$6)(run).flatMap((stage) => {
        const rows = (0,metrics/* operationsIn */.E1)(run, stage);
        if (rows.length === 0)
            return [];
        const columns = [
            { head: 'Operation', align: 'left', shrinkTo: 22, cell: ({ operation }) => (0,report_escape/* oneLine */.TN)(operation, 200) },
            { head: 'Calls', align: 'right', cell: ({ outcome }) => (0,format/* formatCount */.B4)(outcome?.attempts ?? 0), drop: 1 },
            { head: 'Errors', align: 'right', cell: ({ outcome }) => errorCell((0,metrics/* failedCalls */.RM)(outcome), style) },
            { head: 'Min', align: 'right', cell: (row) => extreme(row, 'min'), drop: 8 },
            percentile('p50'),
            { ...percentile('p95'), drop: 2 },
            { ...percentile('p99'), drop: 3 },
            { head: 'Max', align: 'right', cell: (row) => extreme(row, 'max'), drop: 6 },
            { head: 'Mean', align: 'right', cell: (row) => extreme(row, 'mean'), drop: 7 },
            { head: 'TTFT p50', align: 'right', cell: ttft, drop: 9 },
            { head: 'Rate', align: 'right', cell: ({ outcome }) => (0,format/* formatRate */.CE)(outcome?.throughputPerS ?? 0), drop: 5 },
            { head: '$/1,000', align: 'right', cell: ({ outcome }) => (0,format/* formatCostPer1k */.G7)(outcome?.costPer1k ?? null), drop: 4 },
        ];
        const table = terminalTable(columns, rows, { width: style.width, head: style.dim });
        return [[style.bold('Benchmark'), ...table, ...withheldLines(rows, style)]];
    });
}
function errorCell(count, style) {
    return count === 0 ? { text: '0' } : { text: (0,format/* formatCount */.B4)(count), paint: style.bad };
}
function percentile(name) {
    return {
        head: name,
        align: 'right',
        cell: ({ latency }) => (latency === undefined ? format/* NONE */.x3 : (0,format/* formatQuantile */.Rx)(latency.quantiles[name], latency.unit)),
    };
}
function extreme({ latency }, kind) {
    return latency === undefined ? format/* NONE */.x3 : (0,format/* formatValue */.Fl)(latency[kind], latency.unit);
}
function ttft(row) {
    const metric = row.metric('ttft');
    return metric === undefined ? format/* NONE */.x3 : (0,format/* formatQuantile */.Rx)(metric.quantiles.p50, metric.unit);
}
/** Each reason once, with how often it applies. */
function withheldLines(rows, style) {
    const reasons = rows.flatMap(({ latency }) => latency === undefined
        ? ['no call succeeded']
        : TABLE_PERCENTILES.flatMap((name) => {
            const reason = (0,metrics/* missingReason */.DQ)(latency.quantiles[name]);
            return reason === undefined ? [] : [`${name} ${(0,report_escape/* oneLine */.TN)(reason, 120)}`];
        }));
    const counted = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => `${format/* NONE */.x3} ${reason} (${all.length}×)`);
    return counted.flatMap((line) => (0,text_width/* wrapToWidth */.KI)(line, style.width)).map(style.dim);
}
/** Load by users, and the p95 of each operation by users. */
function loadBlock(run, style) {
    const stages = (0,metrics/* loadStages */.GJ)(run);
    if (stages.length === 0)
        return [];
    const table = terminalTable(stageColumns(style), stages, { width: style.width, head: style.dim });
    return [[style.bold('Load by users'), ...table], matrixBlock(run, stages, style)];
}
function stageColumns(style) {
    return [
        { head: 'Users', align: 'right', cell: ({ users, id }) => (users === undefined ? (0,report_escape/* oneLine */.TN)(id, 20) : (0,format/* formatCount */.B4)(users)) },
        { head: 'Calls', align: 'right', cell: ({ attempts }) => (0,format/* formatCount */.B4)(attempts) },
        { head: 'Errors', align: 'right', cell: ({ errors }) => errorCell(errors, style) },
        { head: 'Error rate', align: 'right', cell: ({ errorRate }) => (0,format/* formatPercent */.l9)(errorRate) },
        { head: 'Throughput', align: 'right', cell: ({ throughputPerS }) => (0,format/* formatRate */.CE)(throughputPerS) },
        { head: '$/1,000', align: 'right', cell: ({ costPer1k }) => (0,format/* formatCostPer1k */.G7)(costPer1k), drop: 1 },
    ];
}
function matrixBlock(run, stages, style) {
    const rows = stages.flatMap((stage) => (0,metrics/* operationsIn */.E1)(run, stage));
    const name = (0,metrics/* comparablePercentile */.GX)(rows);
    const { cell } = percentile(name);
    const columns = [
        { head: 'Operation', align: 'left', shrinkTo: 14, cell: (operation) => (0,report_escape/* oneLine */.TN)(operation, 200) },
        ...stages.map((stage, index) => ({
            head: stage.users === undefined ? (0,report_escape/* oneLine */.TN)(stage.id, 12) : `${stage.users}u`,
            align: 'right',
            cell: (operation) => cell((0,metrics/* operationIn */.Pl)(run, stage, operation)),
            // The highest load is the most telling, so the lower ones go first.
            ...(index === stages.length - 1 ? {} : { drop: stages.length - index }),
        })),
    ];
    const withheld = rows.some(({ latency }) => latency !== undefined && (0,metrics/* missingReason */.DQ)(latency.quantiles[name]) !== undefined);
    return [
        style.bold(`Response time ${name} by users`),
        ...terminalTable(columns, (0,metrics/* operationNames */.qj)(run, stages), { width: style.width, head: style.dim }),
        ...(withheld ? [style.dim(`${format/* NONE */.x3} withheld: too few successful calls`)] : []),
    ];
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/failures.js
var failures = __webpack_require__(69239);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/models.js
var models = __webpack_require__(20578);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal/context.js






const FAILURES_SHOWN = 8;
/** Tokens and cost by model. Empty when no model was called. */
function costBlock(run, style) {
    const totals = (0,models/* modelTotals */.X)(run);
    if (totals.length === 0)
        return [];
    const cost = (total) => total.cost === 'unpriced' ? { text: 'unpriced', paint: style.warn } : { text: (0,format/* formatMoney */.up)(total.cost) };
    const columns = [
        { head: 'Model', align: 'left', shrinkTo: 20, cell: ({ provider, model }) => (0,report_escape/* oneLine */.TN)(`${provider}/${model}`, 120) },
        { head: 'Calls', align: 'right', cell: ({ calls }) => (0,format/* formatCount */.B4)(calls), drop: 1 },
        { head: 'Input', align: 'right', cell: ({ input }) => (0,format/* formatCount */.B4)(input) },
        { head: 'Cached', align: 'right', cell: ({ cached }) => (0,format/* formatCount */.B4)(cached), drop: 2 },
        { head: 'Writes', align: 'right', cell: ({ cacheWrite }) => (0,format/* formatCount */.B4)(cacheWrite), drop: 3 },
        { head: 'Output', align: 'right', cell: ({ output }) => (0,format/* formatCount */.B4)(output) },
        { head: 'Cost', align: 'right', cell: cost },
    ];
    const note = `Prices of ${(0,report_escape/* oneLine */.TN)(run.cost.priceTable.date, 40)}, USD. Cached and written tokens are part of the input.`;
    const table = terminalTable(columns, totals, { width: style.width, head: style.dim });
    return [style.bold('Cost by model'), ...table, ...(0,text_width/* wrapToWidth */.KI)(note, style.width).map(style.dim)];
}
/** Failures by operation and class with an example each, the most frequent first. Empty when every call was right. */
function failureBlock(run, style) {
    const rows = (0,failures/* failureRows */.q)(run);
    if (rows.length === 0)
        return [];
    const lines = rows
        .slice(0, FAILURES_SHOWN)
        .flatMap((row) => [
        ...(0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(`${row.count} × ${row.class} in ${row.operation}`, 160), style.width).map(style.bad),
        ...(0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(row.example, 300), style.width - 4).map((line) => `    ${line}`),
    ]);
    const rest = rows.length - FAILURES_SHOWN;
    return [
        style.bold('Failures'),
        ...lines,
        ...(rest > 0 ? (0,text_width/* wrapToWidth */.KI)(`and ${rest} more kinds; the HTML report has them all`, style.width).map(style.dim) : []),
    ];
}
/** The machine and the generator's health, in two sentences. */
function environmentBlock({ environment, generator }, style) {
    const { cpuModel, cores, memoryBytes, platform, node } = environment;
    const machine = (0,report_escape/* oneLine */.TN)(`${cpuModel}, ${cores} cores, ${(0,format/* formatBytes */.z3)(memoryBytes)}, ${platform}, Node ${node}`, 200);
    const health = `Generator ${generator.verdict}: event loop ${(0,format/* formatPercent */.l9)(generator.eventLoopUtilization)} busy, ` +
        `delay p99 ${(0,format/* formatDuration */.a3)(generator.eventLoopDelayMs.p99)}, memory ${(0,format/* formatBytes */.z3)(generator.residentBytesMax)}`;
    return [...(0,text_width/* wrapToWidth */.KI)(machine, style.width), ...(0,text_width/* wrapToWidth */.KI)(health, style.width)].map(style.dim);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal/objectives.js





/** Objectives, the worst first, and below why some are not decided. Empty when there are none. */
function objectiveBlock(run, style) {
    if (run.objectives.length === 0)
        return [];
    const rows = (0,view_verdict/* sortedObjectives */.Qf)(run);
    const columns = [
        {
            head: 'Objective',
            align: 'left',
            shrinkTo: 24,
            cell: (objective) => {
                const verdict = (0,view_verdict/* shownObjectiveVerdict */.m$)(run, objective);
                return { text: `${view_verdict/* RESULT_SIGN */.iu[verdict]} ${(0,report_escape/* oneLine */.TN)(objective.text, 200)}`, paint: style.verdict(verdict) };
            },
        },
        {
            head: 'Verdict',
            align: 'left',
            cell: (objective) => view_verdict/* RESULT_WORD */.Dj[(0,view_verdict/* shownObjectiveVerdict */.m$)(run, objective)].toLowerCase(),
            drop: 2,
        },
        {
            head: 'Measured',
            align: 'right',
            cell: ({ value, unit }) => (value === null ? format/* NONE */.x3 : (0,report_escape/* oneLine */.TN)((0,format/* formatValue */.Fl)(value, unit), 20)),
        },
        { head: '95% interval', align: 'right', cell: interval, drop: 1 },
        { head: 'Limit', align: 'right', cell: ({ limit, unit }) => (0,report_escape/* oneLine */.TN)((0,format/* formatValue */.Fl)(limit, unit), 20) },
    ];
    return [
        style.bold('Objectives'),
        ...terminalTable(columns, rows, { width: style.width, head: style.dim }),
        ...reasons(run, style),
    ];
}
function interval(objective) {
    return objective.low === objective.high ? format/* NONE */.x3 : (0,report_escape/* oneLine */.TN)((0,format/* formatInterval */.vy)(objective, objective.unit) ?? format/* NONE */.x3, 40);
}
/** In a void run the reason is the same for all and stands on top. */
function reasons(run, style) {
    if ((0,view_verdict/* shownVerdict */.h9)(run) === 'void')
        return [];
    return (0,view_verdict/* sortedObjectives */.Qf)(run).flatMap(({ text, reason }) => reason === undefined ? [] : (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(`${text}: ${reason}`), style.width - 2).map((line) => style.dim(`  ${line}`)));
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/next-steps.js
var next_steps = __webpack_require__(26323);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/terminal.js











const NARROWEST = 40;
const WIDEST = 160;
/**
 * A run for a terminal: notices, objectives, measurements, cost, failures. Lines are at most `width` columns (at least 40 are taken),
 * tables leave out columns to fit. No line is a workflow command, whatever the run says. Ends without a line break.
 */
function terminal_renderTerminal(run, options) {
    const style = styleOf(options);
    const blocks = [
        titleBlock(run, style),
        stepBlock(run, style),
        noticeBlock(run, style),
        ...comparisonBlocks(run, style),
        objectiveBlock(run, style),
        ...benchmarkBlock(run, style),
        ...loadBlock(run, style),
        costBlock(run, style),
        failureBlock(run, style),
        environmentBlock(run, style),
    ];
    const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
    return (0,report_escape/* guardLines */.F)(text.join('\n\n'));
}
function styleOf(options) {
    const colors = picocolors.createColors(options.colors);
    const paints = {
        measured: colors.cyan,
        pass: colors.green,
        fail: colors.red,
        inconclusive: colors.yellow,
        void: colors.magenta,
    };
    return {
        width: Math.max(NARROWEST, Math.min(WIDEST, Math.floor(options.width))),
        bold: colors.bold,
        dim: colors.dim,
        bad: colors.red,
        warn: colors.yellow,
        verdict: (result) => paints[result],
    };
}
function titleBlock(run, style) {
    const result = (0,view_verdict/* shownResult */.zM)(run);
    const title = `${(0,report_escape/* oneLine */.TN)(run.run.system, 60)} ${run.run.kind}`;
    const verdict = (0,text_width/* wrapToWidth */.KI)(`${view_verdict/* RESULT_SIGN */.iu[result]} ${view_verdict/* RESULT_WORD */.Dj[result]}: ${(0,view_verdict/* verdictSentence */.BT)(run)}`, style.width);
    const commit = run.run.commit === null ? 'no commit' : (0,report_escape/* oneLine */.TN)(run.run.commit).slice(0, 12);
    const origin = `${commit}${run.run.dirty ? ' (changed)' : ''}, ${(0,format/* formatTime */.fU)(run.run.startedAt)}, took ${(0,format/* formatDuration */.a3)(run.run.durationMs)}`;
    return [
        ...(0,text_width/* wrapToWidth */.KI)(title, style.width).map(style.bold),
        ...verdict.map((line) => style.bold(style.verdict(result)(line))),
        ...(0,text_width/* wrapToWidth */.KI)(origin, style.width).map(style.dim),
        ...comparedLines(run, style),
    ];
}
const STEPS_SHOWN = 5;
function stepBlock(run, style) {
    const steps = (0,next_steps/* nextSteps */.Z)(run);
    if (steps.length === 0)
        return [];
    const more = steps.length - STEPS_SHOWN;
    const lines = steps
        .slice(0, STEPS_SHOWN)
        .flatMap(({ subject, text }) => (0,text_width/* wrapToWidth */.KI)((0,report_escape/* oneLine */.TN)(`- ${(0,report_escape/* oneLine */.TN)(subject, 120)}: ${text}`, 600), style.width));
    return [style.bold('What to do'), ...lines, ...(more > 0 ? [style.dim(`and ${(0,format/* formatCount */.B4)(more)} more`)] : [])];
}
function noticeBlock(run, style) {
    const paint = { danger: style.bad, warning: style.warn, note: style.dim };
    return (0,notices/* notices */.oE)(run).flatMap(({ level, title, text }) => {
        const lines = (0,text_width/* wrapToWidth */.KI)(`! ${title}: ${(0,report_escape/* oneLine */.TN)(text, 400)}`, style.width - 2);
        return lines.map((line, index) => paint[level](index === 0 ? line : `  ${line}`));
    });
}

// EXTERNAL MODULE: ./lib/workflows-lib/commands/write-failure.js
var write_failure = __webpack_require__(21594);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/report.js










/** Forms that a run can be shown in. */
const REPORT_FORMATS = (/* unused pure expression or super */ null && (['terminal', 'md', 'html', 'json']));
/** Shows a run again. Throws UsageError when the file is no run document or the other one cannot be written. */
async function report(options, context) {
    const text = render(await readRun(resolve(context.cwd, options.run)), options);
    if (options.out === undefined)
        return text;
    try {
        await writeFileAtomic(resolve(context.cwd, options.out), text);
    }
    catch (error) {
        throw new UsageError(`cannot write ${options.out}: ${reasonOf(error)}`, { cause: error });
    }
    return text;
}
/** A run for the terminal, with the lines that sum it up at the end. */
function presentRun(document, options) {
    return `${terminal_renderTerminal(document, options)}\n${summaryLines(document).join('\n')}`;
}
function render(document, options) {
    switch (options.format) {
        case 'terminal':
            return renderTerminal(document, options);
        case 'md':
            return renderMarkdown(document);
        case 'html':
            return renderHtml(document);
        case 'json':
            return renderJson(document);
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/job-report.js



/** Columns of a log on GitHub's page before it wraps. */
const LOG_WIDTH = 120;
/** Shows a run to a job of a workflow. */
function reportForJob(run, { colors }) {
    return { text: presentRun(run, { colors, width: LOG_WIDTH }), markdown: (0,comment/* renderJobSummary */.qE)(run), sentence: verdictLine(run) };
}


/***/ }),

/***/ 10878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);

/**
 * JSON from text; `source` names it in errors. Throws a UsageError that names line and column, and tells a file that was cut off from one that
 * holds something else. Nothing of the text but one character is quoted.
 */
function parseJson(text, source) {
    if (text.trim() === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${source} is empty: it was cut off or never written`);
    try {
        return JSON.parse(text);
    }
    catch (error) {
        const offset = standingOf(text) === 'begun' ? text.length : firstWrong(text);
        const before = text.slice(0, offset);
        const place = `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
        const what = offset === text.length
            ? 'it ends in the middle, so it was cut off while it was written or copied'
            : `${JSON.stringify(String.fromCodePoint(text.codePointAt(offset) ?? 0))} cannot stand here`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${source} is not valid JSON at ${place}: ${what}`, { cause: error });
    }
}
function standingOf(text) {
    try {
        JSON.parse(text);
        return 'whole';
    }
    catch (error) {
        const message = String(error);
        const position = /at position (\d+)/.exec(message)?.[1];
        return message.includes('end of JSON input') || Number(position) === text.length ? 'begun' : 'wrong';
    }
}
/**
 * Offset of the first character that no JSON could have there. V8 does not always tell it, but every text that goes on from a wrong one is
 * wrong too, so it is found by halving.
 */
function firstWrong(text) {
    let [right, wrong] = [0, text.length];
    while (wrong - right > 1) {
        const middle = Math.floor((right + wrong) / 2);
        if (standingOf(text.slice(0, middle)) === 'wrong')
            wrong = middle;
        else
            right = middle;
    }
    return right;
}


/***/ }),

/***/ 12722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readRun),
/* harmony export */   z: () => (/* binding */ parseRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71728);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10878);
/* harmony import */ var _run_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63915);





/** A run with 50 operations in 10 stages is about 2 MB; what is larger than this was not written by us. */
const LARGEST_BYTES = 64 * 1024 * 1024;
const PROBLEMS_SHOWN = 3;
const LONGEST_QUOTE = 200;
const SCHEMA_NAME = /^shotclock\.run\/(\d+)$/;
/** Reads a run document from a file. Throws UsageError when it is missing, unreadable or no run document, naming the file and the place. */
async function readRun(path) {
    return parseRun(await readText(path), path);
}
/** A run document from text; `source` names it in errors. Throws UsageError: cut off, not JSON, from a newer version, or not as the schema says. */
function parseRun(text, source) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text, source);
    checkVersion(value, source);
    const parsed = _run_document_js__WEBPACK_IMPORTED_MODULE_3__/* .runDocumentSchema */ .aK.safeParse(value);
    if (!parsed.success)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${source} is not a valid run document: ${describe(parsed.error)}`);
    return parsed.data;
}
async function readText(path) {
    try {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (facts.isDirectory())
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${path} is a folder; name the run document in it (run.json)`);
        if (facts.size > LARGEST_BYTES)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${path} is larger than any run document (${facts.size} bytes)`);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb)
            throw error;
        const reason = (0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .C)(error) === 'ENOENT' ? 'there is no such file' : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toError */ .iT)(error).message;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`cannot read the run ${path}: ${reason}`, { cause: error });
    }
}
function checkVersion(value, source) {
    const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
    const version = typeof schema === 'string' ? SCHEMA_NAME.exec(schema)?.[1] : undefined;
    if (version === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${source} is JSON but not a run document: its "schema" is not "${_run_document_js__WEBPACK_IMPORTED_MODULE_3__/* .RUN_SCHEMA */ .EJ}"`);
    }
    if (Number(version) > Number(SCHEMA_NAME.exec(_run_document_js__WEBPACK_IMPORTED_MODULE_3__/* .RUN_SCHEMA */ .EJ)?.[1])) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${source} was written by a newer Shotclock (shotclock.run/${version}; this one reads up to ${_run_document_js__WEBPACK_IMPORTED_MODULE_3__/* .RUN_SCHEMA */ .EJ}): upgrade Shotclock`);
    }
}
function describe(error) {
    const problems = error.issues.slice(0, PROBLEMS_SHOWN).map((issue) => {
        const where = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
        return quote(`${where === '' ? 'the document' : where.replace(/^\./, '')}: ${issue.message}`);
    });
    const more = error.issues.length - problems.length;
    return problems.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
/** A text that may quote the file, safe for one line of a terminal or a log. */
function quote(text) {
    const line = text.replaceAll(/\p{C}/gu, '?');
    return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}


/***/ })

};
