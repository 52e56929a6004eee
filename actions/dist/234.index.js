export const id = 234;
export const ids = [234];
export const modules = {

/***/ 21594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf)
/* harmony export */ });
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);


const REASONS = new Map([
    ['ENOSPC', 'no space is left on the disk'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EACCES', 'permission denied'],
    ['EROFS', 'the file system is read-only'],
    ['EISDIR', 'it is a folder; name a file'],
    ['ENOTDIR', 'a part of the path is a file'],
]);
/** Why a file could not be written, in words. */
function reasonOf(error) {
    return REASONS.get((0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) ?? '') ?? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toError */ .iT)(error).message;
}


/***/ }),

/***/ 86609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ writeFileAtomic)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Writes a whole file or nothing: a temporary name beside it, synced, renamed, the folder synced. A reader never sees half a file, and a
 * failure (a full disk) leaves the old file as it was and no temporary one. Creates the folder.
 */
async function writeFileAtomic(path, content) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        await writeSynced(temporary, content);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
    await syncFolder(folder);
}
async function writeSynced(path, content) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx');
    try {
        await file.writeFile(content);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 65998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ renderHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/metrics.js
var metrics = __webpack_require__(26371);
// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/template.js

/** A template whose text values are escaped. Attribute values must stand in double quotes. */
function html(strings, ...values) {
    return {
        markup: strings.map((text, index) => compact(text) + (index < values.length ? markupOf(values[index]) : '')).join(''),
    };
}
/** A line break with its indentation counts as one space in HTML. */
function compact(text) {
    return text.replace(/\n\s*/g, '\n');
}
/** Text that is known to be markup: our own style sheet. */
function trusted(markup) {
    return { markup };
}
function markupOf(value) {
    if (value === undefined)
        return '';
    if (typeof value === 'string')
        return (0,report_escape/* escapeHtml */.ZD)(value);
    if (typeof value === 'number')
        return String(Math.round(value * 100) / 100);
    return 'markup' in value ? value.markup : value.map(markupOf).join('');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/section.js

/** The section as markup. */
function sectionMarkup({ id, title, body }) {
    return html `<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`;
}
/** Links to the sections. */
function contents(sections) {
    const links = sections.map(({ id, title }) => html `<li><a href="#${id}">${title}</a></li>`);
    return html `<nav class="contents" aria-label="Sections">
    <ul>
      ${links}
    </ul>
  </nav>`;
}
/** Text from outside inside our sentences: its direction does not spill over. */
function outside(text) {
    return html `<bdi>${text}</bdi>`;
}
/** A name or code from outside. */
function code(text) {
    return html `<code><bdi>${text}</bdi></code>`;
}
/** A dotted name, which may break after a dot or an underscore and nowhere else unless it is very long. */
function dottedName(text) {
    return html `<code class="dotted"><bdi>${text.split(/(?<=[._/])/).map((part) => html `${part}<wbr />`)}</bdi></code>`;
}
/** A dotted name with a word about it. */
function notedName(name, note) {
    return html `${dottedName(name)}${note === '' ? undefined : html ` <small>${note}</small>`}`;
}
/** A part behind its name. */
function folded(summary, body, open = false) {
    return open
        ? html `<details open>
        <summary>${summary}</summary>
        ${body}
      </details>`
        : html `<details>
        <summary>${summary}</summary>
        ${body}
      </details>`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/footnotes.js
var view_footnotes = __webpack_require__(63863);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/table.js



/** A table with caption, scopes and footnotes; explicit roles keep it a table for screen readers where the style sheet makes cards of it. */
function table(columns, rows, options) {
    const footnotes = (0,view_footnotes/* createFootnotes */.k)();
    // Row by row, so that footnotes are numbered in reading order.
    const cells = rows.map((row) => columns.map((column) => column.cell(row, footnotes)));
    const filled = columns
        .map((column, index) => ({ ...column, index }))
        .filter(({ optional, index }) => optional !== true || cells.some((row) => row[index] !== format/* NONE */.x3 && row[index] !== undefined));
    const head = filled.map(({ head: words, under, kind }) => html `<th scope="col" role="columnheader" class="${kind}">${words}${under}</th>`);
    const body = cells.map((row) => html `<tr role="row">
        ${filled.map((column, place) => cellOf(column, place, row[column.index]))}
      </tr>`);
    return html `<div class="scroll" role="region" tabindex="0" aria-label="${options.caption}">
      <table role="table" ${options.cards === true ? html ` class="cards"` : undefined}>
        <caption>
          ${options.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${head}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${body}
        </tbody>
      </table>
    </div>
    ${footnoteList(footnotes)}`;
}
function cellOf(column, index, cell) {
    if (index === 0)
        return html `<th scope="row" role="rowheader" class="${column.kind}">${cell}</th>`;
    const empty = column.optional === true && (cell === format/* NONE */.x3 || cell === undefined) ? ' none' : '';
    return html `<td role="cell" class="${column.kind}${empty}" data-label="${column.head}">${cell}</td>`;
}
function footnoteList(footnotes) {
    const notes = footnotes.all();
    if (notes.length === 0)
        return undefined;
    return html `<p class="footnotes">${notes.map(({ letter, reason }) => html `<span><sup>${letter}</sup> ${reason}</span> `)}</p>`;
}
/** A dash with the reason for it: whole where the pointer rests, and in a footnote without the count, which its row shows anyway. */
function missing(reason, footnotes) {
    return html `<span class="missing" title="${reason}"
    >${format/* NONE */.x3}<sup>${footnotes.mark(reason.replace(/, has \d+$/, ''))}</sup></span
  >`;
}
/** Names and values. */
function facts(entries) {
    return html `<dl class="facts">
    ${entries.map(([name, value]) => html `<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`)}
  </dl>`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/cells.js





/** A percentile with its interval below, or a dash with the reason. `metric` is undefined when no call succeeded. */
function quantileCell(metric, name, footnotes) {
    if (metric === undefined)
        return missing('no call succeeded', footnotes);
    const quantile = metric.quantiles[name];
    const reason = (0,metrics/* missingReason */.DQ)(quantile);
    if (reason !== undefined || 'withheld' in quantile)
        return missing(`${name} ${reason ?? ''}`, footnotes);
    return html `${(0,format/* formatQuantile */.Rx)(quantile, metric.unit)}${boundsLine(quantile, metric.unit)}`;
}
/** Nothing where both ends read the same: every value was that one. */
function boundsLine(bounds, unit) {
    const { low, high } = bounds;
    if (low !== null && high !== null && (0,format/* formatValue */.Fl)(low, unit) === (0,format/* formatValue */.Fl)(high, unit))
        return undefined;
    const interval = (0,format/* formatInterval */.vy)(bounds, unit);
    return interval === undefined ? undefined : html `<small class="bounds">${interval}</small>`;
}
/** The mean with its interval below. */
function meanCell(metric) {
    if (metric === undefined)
        return format/* NONE */.x3;
    return html `${(0,format/* formatValue */.Fl)(metric.mean, metric.unit)}${metric.meanBounds === null ? undefined : boundsLine(metric.meanBounds, metric.unit)}`;
}
/** A metric that an operation may not have: its median, without a footnote. */
function medianCell(metric) {
    return metric === undefined ? format/* NONE */.x3 : (0,format/* formatQuantile */.Rx)(metric.quantiles.p50, metric.unit);
}
/** A number of failures that stands out when it is not zero. */
function errorCell(count) {
    return count === 0 ? '0' : html `<strong class="bad">${(0,format/* formatCount */.B4)(count)}</strong>`;
}
/** The operation's name. */
const operationColumn = {
    head: 'Operation',
    kind: 'name',
    cell: ({ operation }) => dottedName(operation),
};
/** Calls and failures. */
const callColumns = [
    { head: 'Calls', kind: 'number', cell: ({ outcome }) => (0,format/* formatCount */.B4)(outcome?.attempts ?? 0) },
    { head: 'Errors', kind: 'number', cell: ({ outcome }) => errorCell((0,metrics/* failedCalls */.RM)(outcome)) },
];

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/scale.js
const LOG_FROM_RATIO = 30;
/** Top of an axis that has nothing but zeros on it. */
const TOP_OF_NOTHING = 0.05;
/** A linear axis from zero to a round value at or above `max`, with about four ticks. */
function linearScale(max, span) {
    const top = max > 0 ? max : TOP_OF_NOTHING;
    const step = roundUp(top / 4);
    const count = Math.ceil(top / step - 1e-9);
    const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
    return { at: (value) => span.from + (value / (count * step)) * (span.to - span.from), ticks, log: false };
}
/** The next of 1, 2, 2.5, 5 times a power of ten. */
function roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
    return factor * power;
}
/** A logarithmic axis over positive values, out to the next 1, 2 or 5 times a power of ten. Values at or below zero stand at its start. */
function logScale(min, max, span) {
    const all = oneTwoFive(min, max);
    const [low, high] = [all[0] ?? 1, all.at(-1) ?? 10];
    const width = Math.log(high / low);
    const at = (value) => span.from + (Math.log(Math.max(value, low) / low) / width) * (span.to - span.from);
    const decades = all.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6));
    return { at, ticks: decades.length >= 3 ? decades : all, log: true };
}
function oneTwoFive(min, max) {
    const first = Math.floor(Math.log10(min));
    const last = Math.ceil(Math.log10(max));
    const candidates = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((exponent) => [1, 2, 5].map((factor) => Number(`${factor}e${exponent}`)));
    const low = candidates.findLastIndex((value) => value <= min);
    const found = candidates.findIndex((value) => value >= max);
    const high = found === -1 ? candidates.length - 1 : found;
    const chosen = candidates.slice(Math.max(0, low), Math.max(high, low + 1) + 1);
    return chosen.length >= 2 ? chosen : [min / 2, min * 2];
}
/** Logarithmic where the values span more than a factor of 30, otherwise linear from zero. */
function valueScale(values, span) {
    const max = Math.max(0, ...values);
    const positive = values.filter((value) => value > 0);
    const min = Math.min(...positive);
    return positive.length === values.length && positive.length > 0 && max / min > LOG_FROM_RATIO
        ? logScale(min, max, span)
        : linearScale(max, span);
}
/** Ticks whose labels have `room` drawing units each; the last one always stays. */
function thinned(scale, room) {
    const kept = [];
    for (const tick of scale.ticks.toReversed()) {
        const last = kept.at(-1);
        if (last === undefined || Math.abs(scale.at(tick) - scale.at(last)) >= room)
            kept.push(tick);
    }
    return kept.toReversed();
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/range-plot.js




const WIDTH = 300;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const LABEL_ROOM = 46;
/** Whisker from least to most, dot at the median with its confidence interval, ticks at the 95th and 99th percentile; logarithmic. */
function createRangePlot(metrics) {
    const positive = metrics.flatMap(({ min, max }) => [min, max]).filter((value) => value > 0);
    const [min, max] = positive.length === 0 ? [1, 10] : [Math.min(...positive), Math.max(...positive)];
    const scale = logScale(min, max, { from: 6, to: WIDTH - 6 });
    const axis = axisOf(scale, metrics[0]?.unit ?? 'ms');
    return { axis, row: (metric) => html `${rowOf(metric, scale)}<span class="narrow" aria-hidden="true">${axis}</span>` };
}
function axisOf(scale, unit) {
    const labels = thinned(scale, LABEL_ROOM).map((tick) => {
        const at = scale.at(tick);
        const anchor = at < 20 ? 'start' : at > WIDTH - 20 ? 'end' : 'middle';
        return html `<line class="axis" x1="${at}" x2="${at}" y1="12" y2="16" /><text x="${at}" y="9" text-anchor="${anchor}"
        >${(0,format/* formatTick */.T0)(tick, unit)}</text
      >`;
    });
    return html `<svg class="range" viewBox="0 0 ${WIDTH} 16" role="img" aria-label="Logarithmic axis">${labels}</svg>`;
}
function rowOf(metric, scale) {
    const { at } = scale;
    const [least, most] = [at(metric.min), at(metric.max)];
    const grid = thinned(scale, LABEL_ROOM).map((tick) => html `<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="${HEIGHT}" />`);
    const text = describe(metric);
    return html `<svg class="range" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    ${grid}
    <path class="whisker" d="M${least} ${MIDDLE}H${most}M${least} ${MIDDLE - 4}v8M${most} ${MIDDLE - 4}v8" />
    ${marks(metric, at)}
  </svg>`;
}
function marks(metric, at) {
    const { p50 } = metric.quantiles;
    const [p95, p99] = [(0,metrics/* quantileValue */.JE)(metric, 'p95'), (0,metrics/* quantileValue */.JE)(metric, 'p99')];
    const parts = [];
    if (p99 !== undefined)
        parts.push(html `<path class="mark p99" d="M${at(p99)} ${MIDDLE - 6}l4 6l-4 6l-4-6z" />`);
    if (p95 !== undefined)
        parts.push(html `<line class="mark p95" x1="${at(p95)}" x2="${at(p95)}" y1="${MIDDLE - 8}" y2="${MIDDLE + 8}" />`);
    if ('withheld' in p50)
        return parts;
    if (p50.low !== null && p50.high !== null) {
        const low = at(p50.low);
        parts.push(html `<rect
        class="interval p50"
        x="${low}"
        y="${MIDDLE - 5}"
        width="${Math.max(1, at(p50.high) - low)}"
        height="10"
        rx="2"
      />`);
    }
    return [...parts, html `<circle class="mark p50" cx="${at(p50.value)}" cy="${MIDDLE}" r="4" />`];
}
function describe(metric) {
    const value = (number) => (0,format/* formatValue */.Fl)(number, metric.unit);
    const percentiles = metrics/* QUANTILES */.bD.flatMap((name) => {
        const quantile = metric.quantiles[name];
        if ('withheld' in quantile)
            return [];
        const interval = (0,format/* formatInterval */.vy)(quantile, metric.unit);
        return [`${name} ${value(quantile.value)}${interval === undefined ? '' : ` (95% interval ${interval})`}`];
    });
    return [`least ${value(metric.min)}`, ...percentiles, `most ${value(metric.max)}`].join(', ');
}
/** What the marks of a range plot mean. */
function rangeLegend() {
    const key = (drawing, words) => html `<li><svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${drawing}</svg>${words}</li>`;
    return html `<ul class="legend">
    ${[
        key(html `<path class="whisker" d="M2 8h24M2 4v8M26 4v8" />`, 'least to most'),
        key(html `<rect class="interval p50" x="4" y="3" width="20" height="10" rx="2" /><circle
            class="mark p50"
            cx="14"
            cy="8"
            r="4"
          />`, 'p50 and its 95% interval'),
        key(html `<line class="mark p95" x1="14" x2="14" y1="0" y2="16" />`, 'p95'),
        key(html `<path class="mark p99" d="M14 2l4 6l-4 6l-4-6z" />`, 'p99'),
    ]}
  </ul>`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/benchmark.js






const CAPTION = 'One call at a time, in turn over the operations. Small print: 95% confidence intervals. Times are of calls that succeeded.';
/** A row for each operation that was run one call at a time. */
function benchmarkSections(run) {
    return (0,metrics/* benchmarkStages */.$6)(run).flatMap((stage, index) => {
        const rows = (0,metrics/* operationsIn */.E1)(run, stage);
        if (rows.length === 0)
            return [];
        const body = html `${rangeLegend()}${table(columnsFor(rows), rows, { caption: CAPTION, cards: true })}`;
        return [{ id: index === 0 ? 'benchmark' : `benchmark-${index + 1}`, title: 'Benchmark', body }];
    });
}
function columnsFor(rows) {
    const plot = createRangePlot(rows.flatMap(({ latency }) => (latency === undefined ? [] : [latency])));
    return [
        operationColumn,
        {
            head: 'Duration',
            under: plot.axis,
            kind: 'plot',
            cell: ({ latency }) => (latency === undefined ? undefined : plot.row(latency)),
        },
        percentile('p50'),
        percentile('p95'),
        percentile('p99'),
        { head: 'Mean', kind: 'number', cell: ({ latency }) => meanCell(latency) },
        { head: 'Min, max', kind: 'number', cell: extremes },
        ...callColumns,
        {
            head: 'Throughput',
            kind: 'number',
            cell: ({ outcome }) => (outcome === undefined ? format/* NONE */.x3 : (0,format/* formatRate */.CE)(outcome.throughputPerS)),
        },
        { head: 'TTFT p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('ttft')) },
        { head: 'Tokens in / out', kind: 'number', optional: true, cell: tokens },
        {
            head: 'Cost per 1,000',
            kind: 'number',
            optional: true,
            cell: ({ outcome }) => (0,format/* formatCostPer1k */.G7)(outcome?.costPer1k ?? null),
        },
    ];
}
function percentile(name) {
    return { head: name, kind: 'number', cell: ({ latency }, footnotes) => quantileCell(latency, name, footnotes) };
}
function extremes({ latency }) {
    if (latency === undefined)
        return format/* NONE */.x3;
    return html `<span class="stacked">${(0,format/* formatValue */.Fl)(latency.min, latency.unit)}</span>
    <span class="stacked">${(0,format/* formatValue */.Fl)(latency.max, latency.unit)}</span>`;
}
function tokens(row) {
    const [input, output] = [row.metric('tokens.input'), row.metric('tokens.output')];
    if (input === undefined || output === undefined)
        return format/* NONE */.x3;
    return `${(0,format/* formatCount */.B4)(Math.round(input.mean))} / ${(0,format/* formatCount */.B4)(Math.round(output.mean))}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/comparison-styles.js
/** What a comparison adds to the style sheet of a report; a run without one is sent nothing of it. */
const DOTS = [
    ['regression', 'fail'],
    ['improvement', 'pass'],
    ['fine', 'pass'],
    ['inconclusive', 'inconclusive'],
    ['accepted', 'measured'],
    ['not-confirmed', 'measured'],
    ['void', 'void'],
];
/** Rules for the forest plot. */
const COMPARISON_STYLES = `
.forest{display:block;width:260px;max-width:100%}
.forest .bound{stroke-width:1.8}
.tolerance{stroke:var(--text);stroke-width:1.5;stroke-dasharray:3 2}
.worse{fill:var(--failBack)}
${DOTS.map(([result, colour]) => `.forest.${result} .dot{fill:var(--${colour})}`).join('')}
@media screen and (max-width:900px){.cards .forest{width:100%;max-width:420px}}
`.replace(/\n\s*/g, '\n');

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/change-text.js
var change_text = __webpack_require__(91922);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/broken-side.js
var broken_side = __webpack_require__(61109);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/facts.js
var comparison_facts = __webpack_require__(6593);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metric-result.js
var metric_result = __webpack_require__(22816);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metrics.js
var comparison_metrics = __webpack_require__(99823);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/shown-comparison.js
var shown_comparison = __webpack_require__(74637);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/forest-plot.js




const forest_plot_WIDTH = 260;
const forest_plot_HEIGHT = 26;
const forest_plot_MIDDLE = forest_plot_HEIGHT / 2;
const EDGE = 8;
/** However large a change is, the tolerance of the others stays visible. */
const WIDEST = 1;
const NARROWEST = 0.02;
/** Dot at the estimate, whisker over its interval, a line at the tolerance and one at no change (Lewis and Clarke 2001). */
function createForestPlot(metrics) {
    const all = metrics.flatMap((metric) => sharesOf(metric) ?? []);
    const ends = all.flatMap(({ low, high, tolerance }) => [Math.abs(low), Math.abs(high), tolerance]);
    const most = ends.reduce((left, right) => Math.max(left, right), NARROWEST);
    const half = roundedUp(Math.min(WIDEST, most * 1.05));
    const at = (share) => forest_plot_WIDTH / 2 + (Math.max(-half, Math.min(half, share)) / half) * (forest_plot_WIDTH / 2 - EDGE);
    const axis = forest_plot_axisOf(half, at);
    return {
        axis,
        row: (metric, result) => {
            const shares = sharesOf(metric);
            if (shares === undefined)
                return undefined;
            return html `${forest_plot_rowOf(shares, { at, half, result, text: forest_plot_describe(metric, result) })}<span class="narrow" aria-hidden="true"
          >${axis}</span
        >`;
        },
    };
}
function sharesOf(metric) {
    const change = (0,change_text/* signedChange */.bj)(metric);
    const scale = (0,change_text/* isRelative */.n3)(metric) ? 1 : Math.abs(metric.base ?? 0);
    if (change === undefined || scale === 0)
        return undefined;
    const [estimate, low, high] = [change.estimate, change.low ?? change.estimate, change.high ?? change.estimate].map((value) => value / scale);
    if (estimate === undefined || low === undefined || high === undefined)
        return undefined;
    return { estimate, low, high, tolerance: metric.tolerance / scale, mirrored: metric.unit === 'per_s' };
}
/** The next of 1, 2, 3, 5 times a power of ten: an axis whose ends can be named. */
function roundedUp(value) {
    const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
    const factor = [1, 2, 3, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
    return Number((factor * power).toPrecision(3));
}
function forest_plot_axisOf(half, at) {
    const labels = [-half, 0, half].map((tick, index) => {
        const anchor = ['start', 'middle', 'end'][index] ?? 'middle';
        const x = [0, forest_plot_WIDTH / 2, forest_plot_WIDTH][index] ?? 0;
        return html `<line class="axis" x1="${at(tick)}" x2="${at(tick)}" y1="12" y2="16" /><text
        x="${x}"
        y="9"
        text-anchor="${anchor}"
        >${(0,format/* formatRelativeChange */.mj)(tick)}</text
      >`;
    });
    return html `<svg class="forest" viewBox="0 0 ${forest_plot_WIDTH} 16" role="img" aria-label="Change against base">${labels}</svg>`;
}
function forest_plot_rowOf({ estimate, low, high, tolerance, mirrored }, { at, half, result, text }) {
    const limit = at(mirrored ? -tolerance : tolerance);
    const [from, to] = mirrored ? [EDGE, limit] : [limit, forest_plot_WIDTH - EDGE];
    return html `<svg class="forest ${result}" viewBox="0 0 ${forest_plot_WIDTH} ${forest_plot_HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    <rect class="worse" x="${from}" y="1" width="${Math.max(0, to - from)}" height="${forest_plot_HEIGHT - 2}" />
    <line class="axis" x1="${at(0)}" x2="${at(0)}" y1="0" y2="${forest_plot_HEIGHT}" />
    <line class="tolerance" x1="${limit}" x2="${limit}" y1="1" y2="${forest_plot_HEIGHT - 1}" />
    <path class="bound" d="M${at(low)} ${forest_plot_MIDDLE}H${at(high)}${endMark(low, half, at)}${endMark(high, half, at)}" />
    <circle class="dot" cx="${at(estimate)}" cy="${forest_plot_MIDDLE}" r="4.5" />
  </svg>`;
}
/** A bar where an interval ends, an arrow where the axis does. */
function endMark(end, half, at) {
    if (Math.abs(end) <= half)
        return html `M${at(end)} ${forest_plot_MIDDLE - 4}v8`;
    const back = end > 0 ? -5 : 5;
    return html `M${at(end) + back} ${forest_plot_MIDDLE - 4}L${at(end)} ${forest_plot_MIDDLE}L${at(end) + back} ${forest_plot_MIDDLE + 4}`;
}
function forest_plot_describe(metric, result) {
    return `${metric_result/* METRIC_WORD */.kq[result]}: ${(0,change_text/* changeText */.k0)(metric)}, tolerated ${(0,change_text/* toleranceText */.ve)(metric)}`;
}
/** What the marks of a forest plot mean. */
function forestLegend() {
    const key = (drawing, words) => html `<li><svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${drawing}</svg>${words}</li>`;
    return html `<ul class="legend">
    ${[
        key(html `<path class="bound" d="M3 8h22M3 4v8M25 4v8" /><circle class="dot" cx="14" cy="8" r="4" />`, 'change and its 95% interval'),
        key(html `<line class="axis" x1="14" x2="14" y1="0" y2="16" />`, 'no change'),
        key(html `<rect class="worse" x="14" y="0" width="14" height="16" /><line class="tolerance" x1="14" x2="14" y1="0" y2="16" />`, 'tolerance, and what lies beyond it'),
    ]}
  </ul>`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js + 1 modules
var verdict = __webpack_require__(61287);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/icons.js



/** Each result has an outline of its own: circle, octagon, diamond, barred circle, square. */
const SHAPES = {
    pass: '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.2l2.3 2.3 4.5-4.8"/>',
    fail: '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
    inconclusive: '<path d="M8 .9L15.1 8 8 15.1.9 8z"/><path d="M6.3 6.5a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.2"/>',
    void: '<circle cx="8" cy="8" r="7"/><path d="M3.1 12.9L12.9 3.1"/>',
    measured: '<rect x="1" y="1" width="14" height="14" rx="2"/><path d="M4.5 11.5v-3M8 11.5v-7M11.5 11.5v-5"/>',
};
/** A result's icon; the word always stands beside it, so readers of the page's text are not told twice. */
function resultIcon(result) {
    return html `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${trusted(SHAPES[result])}</svg>`;
}
/** Icon and word on the result's colour. */
function resultBadge(result) {
    return html `<span class="badge ${result}">${resultIcon(result)}${verdict/* RESULT_WORD */.Dj[result]}</span>`;
}
/** Which result a metric's verdict looks like. */
const METRIC_LOOK = {
    regression: 'fail',
    improvement: 'pass',
    fine: 'pass',
    inconclusive: 'inconclusive',
    accepted: 'measured',
    'not-confirmed': 'measured',
    void: 'void',
};
/** Icon and word of a metric's verdict; what got worse and fails nothing looks like no failure. */
function metricBadge(result, { role }) {
    const look = result === 'regression' && role !== 'gate' ? 'inconclusive' : METRIC_LOOK[result];
    return html `<span class="badge ${look}">${resultIcon(look)}${metric_result/* METRIC_WORD */.kq[result]}</span>`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/parts.js
var comparison_parts = __webpack_require__(93896);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/statements.js
var comparison_statements = __webpack_require__(12654);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/why.js
var why = __webpack_require__(10064);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/why.js








const STATEMENT_LENGTH = 240;
/** What moved in every metric that got worse, what bills are made of, statements and all parts; undefined where nothing is known of it. */
function whyBody(comparison) {
    const lines = [
        ...(0,why/* whyLines */.cn)(comparison).map((line) => html `<li>${code(line.metric)}: ${whyMarkup(line)}.</li>`),
        ...(0,why/* moneyLines */.kE)(comparison).map((line) => html `<li>${code(line.metric)}, cost per 1,000 requests: ${whyMarkup(line)}.</li>`),
    ];
    const [statements, parts] = [(0,comparison_statements/* statementRows */.Z)(comparison), (0,comparison_parts/* partRows */.JS)(comparison)];
    if (lines.length + statements.length + parts.length === 0)
        return undefined;
    return html `${lines.length === 0
        ? undefined
        : html `<ul class="todo">
          ${lines}
        </ul>`}
  ${statements.length === 0 ? undefined : table(statementColumns, statements, { caption: 'SQL statements as PostgreSQL counted them, base → head, those whose time grew most first.', cards: true })}
  ${parts.length === 0 ? undefined : folded(`${(0,format/* plural */.LS)(parts.length, 'part')} of the changes`, table(partColumns, parts, { caption: 'The parts of one metric add up to its change.' }))}`;
}
function whyMarkup({ lead, parts }) {
    const each = parts.map(({ name, isCode, amount }, index) => {
        const shown = isCode ? code((0,report_escape/* oneLine */.TN)(name, why/* LONGEST_CODE */.tb)) : outside(name);
        return html `${index === 0 ? ' ' : ', '}${shown} ${amount}`;
    });
    return html `${lead}${each}`;
}
const statementColumns = [
    { head: 'Statement', kind: 'name', cell: ({ statement }) => code((0,report_escape/* oneLine */.TN)(statement, STATEMENT_LENGTH)) },
    { head: 'Service', kind: 'text', cell: ({ service }) => code(service) },
    { head: 'Mean', kind: 'number', cell: ({ mean }) => mean },
    { head: 'Calls', kind: 'number', cell: ({ calls }) => calls },
    { head: 'Rows', kind: 'number', cell: ({ rows }) => rows },
    { head: 'Blocks', kind: 'number', cell: ({ blocks }) => blocks },
];
const partColumns = [
    { head: 'Metric', kind: 'name', cell: ({ metric, note }) => notedName(metric, note) },
    { head: 'Part', kind: 'text', cell: ({ part }) => outside(part) },
    { head: 'Base', kind: 'number', cell: ({ base }) => base },
    { head: 'Head', kind: 'number', cell: ({ head }) => head },
    { head: 'Change', kind: 'number', cell: ({ change }) => change },
];

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/comparison.js














/** The comparison: what changed as a forest plot, why, the statements, and how it was measured; nothing without one. */
function comparisonSections(run) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (run.comparison === undefined || comparison === undefined)
        return [];
    return [
        ...section('last-lines', 'Last lines', lastLines(comparison)),
        { id: 'comparison', title: 'Base against head', body: metricTables(run, comparison) },
        ...section('why', 'Why', whyBody(comparison)),
        { id: 'compared', title: 'How it was compared', body: measured(run.comparison) },
    ];
}
function lastLines(comparison) {
    const broken = (0,broken_side/* brokenSide */.v)(comparison);
    if (broken === undefined || broken.lines.length === 0)
        return undefined;
    return html `<p>The last that was heard of ${broken.side}:</p>
    <pre tabindex="0">${broken.lines.join('\n')}</pre>`;
}
function section(id, title, body) {
    return body === undefined ? [] : [{ id, title, body }];
}
function metricTables(run, comparison) {
    const [notable, others] = [(0,comparison_metrics/* notableMetrics */.Tw)(comparison), (0,comparison_metrics/* otherMetrics */.A8)(comparison)];
    const plot = createForestPlot(comparison.metrics);
    const columns = comparison_columnsFor(run, plot);
    return html `${comparison.metrics.length === 0 ? html `<p>Nothing was compared.</p>` : forestLegend()}
  ${notable.length === 0 ? undefined : table(columns, notable, { caption: 'What changed or is undecided, the gravest first.', cards: true })}
  ${others.length === 0 ? undefined : folded(`${(0,format/* plural */.LS)(others.length, 'other metric')}, by operation`, table(columns, others, { caption: 'Everything else that was compared.', cards: true }), notable.length === 0)}`;
}
function comparison_columnsFor(run, plot) {
    return [
        { head: 'Metric', kind: 'name', cell: nameCell },
        { head: 'Verdict', kind: 'badge-cell', cell: (metric) => metricBadge((0,metric_result/* metricResult */.wF)(run, metric), metric) },
        { head: 'Change', under: plot.axis, kind: 'plot', cell: (metric) => plot.row(metric, (0,metric_result/* metricResult */.wF)(run, metric)) },
        { head: 'Change (95% interval)', kind: 'number', cell: change_text/* changeText */.k0 },
        { head: 'Tolerance', kind: 'number', cell: change_text/* toleranceText */.ve },
        { head: 'Base', kind: 'number', cell: (metric) => (0,change_text/* sideText */.Rc)(metric, metric.base) },
        { head: 'Head', kind: 'number', cell: (metric) => (0,change_text/* sideText */.Rc)(metric, metric.head) },
        { head: '80% power for', kind: 'number', optional: true, cell: change_text/* detectableText */.lo },
        { head: 'Why', kind: 'text', optional: true, cell: whyCell },
    ];
}
function nameCell(metric) {
    const note = [(0,change_text/* metricNote */.TT)(metric), metric.role === 'gate' ? '' : metric.role].filter((part) => part !== '').join(', ');
    return notedName(metric.name, note);
}
function whyCell({ reason, pairsNeeded }) {
    if (reason !== undefined)
        return outside(reason);
    return pairsNeeded === null ? undefined : `about ${(0,format/* plural */.LS)(pairsNeeded, 'pair')} would decide`;
}
function measured(comparison) {
    const shown = (list) => facts(list.map(([name, value]) => [name, outside(value)]));
    const operations = (0,comparison_facts/* operationFacts */.ZU)(comparison);
    const { acceptances, reproduce } = comparison;
    const accepted = acceptances.map(({ metric, by, reason }) => [code(metric), html `by ${outside(by)}: ${outside(reason)}`]);
    return html `${shown((0,comparison_facts/* comparisonFacts */.tj)(comparison))}
  ${operations.length === 0
        ? undefined
        : html `<h3>Operations that were not compared</h3>
          ${shown(operations)}`}
  ${accepted.length === 0
        ? undefined
        : html `<h3>Accepted regressions (${(0,format/* formatCount */.B4)(accepted.length)})</h3>
          ${facts(accepted)}`}
  ${reproduce.trim() === ''
        ? undefined
        : html `<h3>The same comparison again</h3>
          <p>${code((0,report_escape/* oneLine */.TN)(reproduce, Infinity))}</p>`}`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/failures.js
var failures = __webpack_require__(69239);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/models.js
var models = __webpack_require__(20578);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/context.js







/** Tokens and cost by model; nothing when no model was called. */
function costSections(run) {
    const totals = (0,models/* modelTotals */.X)(run);
    if (totals.length === 0)
        return [];
    const priced = totals.some(({ cost }) => cost !== 'unpriced');
    const sum = priced ? html `<strong>${(0,format/* formatMoney */.up)(run.cost.totalUsd)}</strong>` : html `<strong class="warn">unpriced</strong>`;
    const without = run.cost.unpriced.length === 0 ? undefined : html `, without ${run.cost.unpriced.map((name) => html `${code(name)} `)}`;
    const sources = run.cost.priceTable.sources.map((source) => source.replace(/^https?:\/\//, '')).join(', ');
    const body = html `<p>
      Total ${sum}${without}. Prices of
      ${outside(run.cost.priceTable.date)}${sources === '' ? '' : html `, from ${outside(sources)}`}.
    </p>
    ${table(costColumns(run), totals, { caption: 'Cached tokens and cache writes are part of the input, reasoning is part of the output.', cards: true })}`;
    return [{ id: 'cost', title: 'Usage and cost by model', body }];
}
function costColumns(run) {
    const tokens = (head, kind) => ({
        head,
        kind: 'number',
        cell: (total) => (0,format/* formatCount */.B4)(total[kind]),
    });
    return [
        { head: 'Model', kind: 'name', cell: ({ provider, model }) => dottedName(`${provider}/${model}`) },
        tokens('Calls', 'calls'),
        tokens('Input tokens', 'input'),
        tokens('Cached', 'cached'),
        tokens('Cache writes', 'cacheWrite'),
        tokens('Output tokens', 'output'),
        tokens('Reasoning', 'reasoning'),
        {
            head: 'Cost',
            kind: 'number',
            cell: ({ cost }) => (cost === 'unpriced' ? html `<strong class="warn">unpriced</strong>` : (0,format/* formatMoney */.up)(cost)),
        },
        { head: 'Share of cost', kind: 'plot', cell: ({ cost }) => shareBar(cost, run.cost.totalUsd) },
    ];
}
function shareBar(cost, total) {
    if (cost === 'unpriced' || total <= 0)
        return format/* NONE */.x3;
    const share = Math.min(1, cost / total);
    return html `<span class="share"
    ><svg viewBox="0 0 100 10" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="10" rx="2" />
      <rect class="bar" width="${share * 100}" height="10" rx="2" /></svg
    >${(0,format/* formatPercent */.l9)(share)}</span
  >`;
}
/** Failures by operation and class with an example each; nothing when every call was right. */
function failureSections(run) {
    const rows = (0,failures/* failureRows */.q)(run);
    if (rows.length === 0)
        return [];
    const columns = [
        { head: 'Operation', kind: 'name', cell: ({ operation }) => dottedName(operation) },
        { head: 'Class', kind: 'text', cell: (row) => code(row.class) },
        { head: 'Count', kind: 'number', cell: ({ count }) => (0,format/* formatCount */.B4)(count) },
        { head: 'Where', kind: 'text', cell: ({ stages }) => outside(stages.join(', ')) },
        { head: 'Example', kind: 'text', cell: ({ example }) => html `<span class="example">${outside(example)}</span>` },
    ];
    return [
        {
            id: 'failures',
            title: 'Failures',
            body: table(columns, rows, { caption: 'By operation and class, most frequent first.', cards: true }),
        },
    ];
}
/** Machine, services, generator, processes, and how to measure the same again. */
function environmentSections(run) {
    const body = html `<h3>Machine</h3>
    ${facts(machine(run))}
    <h3>Services</h3>
    ${facts(services(run))}
    <h3>Generator health</h3>
    ${facts(generator(run))}
    <h3>Processes of the system</h3>
    ${facts(processes(run))}`;
    return [
        { id: 'environment', title: 'Environment', body },
        { id: 'reproduce', title: 'How to reproduce', body: reproduce(run) },
    ];
}
function machine({ environment }) {
    const { cpuModel, cores, memoryBytes, platform, kernel, node, shotclock, runnerImage } = environment;
    return [
        ['CPU', html `${outside(cpuModel)}, ${(0,format/* plural */.LS)(cores, 'core')}`],
        ['Memory', (0,format/* formatBytes */.z3)(memoryBytes)],
        ['System', html `${outside(platform)}, kernel ${outside(kernel)}`],
        ['Runner image', runnerImage === null ? format/* NONE */.x3 : outside(runnerImage)],
        ['Node', outside(node)],
        ['Shotclock', outside(shotclock)],
    ];
}
function services({ environment }) {
    const entries = Object.entries(environment.services);
    if (entries.length === 0)
        return [['Services', 'none']];
    return entries.map(([name, { type, mode, version, detail }]) => {
        const rest = [version, detail].filter((part) => part !== undefined).join(', ');
        const shown = mode === 'simulated' ? html `<strong class="warn">simulated</strong>` : mode;
        return [code(name), html `${outside(type)}, ${shown}${rest === '' ? undefined : html `, ${outside(rest)}`}`];
    });
}
function generator({ generator: health }) {
    const { p50, p99, max } = health.eventLoopDelayMs;
    const className = health.verdict === 'ok' ? '' : health.verdict === 'void' ? 'bad' : 'warn';
    return [
        [
            'Verdict',
            html `<strong class="${className}">${health.verdict}</strong
        >${health.reasons.length === 0 ? undefined : html `: ${outside(health.reasons.join('; '))}`}`,
        ],
        ['Event loop busy', (0,format/* formatPercent */.l9)(health.eventLoopUtilization)],
        ['Event loop delay', `p50 ${(0,format/* formatDuration */.a3)(p50)}, p99 ${(0,format/* formatDuration */.a3)(p99)}, max ${(0,format/* formatDuration */.a3)(max)}`],
        ['Highest memory', (0,format/* formatBytes */.z3)(health.residentBytesMax)],
        ['CPU taken by the hypervisor', health.stealRatio === null ? 'unknown' : (0,format/* formatPercent */.l9)(health.stealRatio)],
    ];
}
function processes({ resources }) {
    const entries = Object.entries(resources);
    if (entries.length === 0)
        return [['Processes', 'none were watched']];
    return entries.map(([name, { residentBytesMax, cpuMs }]) => [
        code(name),
        `highest memory ${(0,format/* formatBytes */.z3)(residentBytesMax)}, ${(0,format/* formatDuration */.a3)(cpuMs)} of CPU`,
    ]);
}
/** Only a comparison knows by which options it was asked for. */
function commandOf({ run, comparison }) {
    const command = (0,report_escape/* oneLine */.TN)(comparison?.reproduce ?? '', Infinity);
    return command === '' ? `shotclock ${run.kind}` : command;
}
function reproduce(document) {
    const { run } = document;
    const dirty = run.dirty
        ? html ` <strong class="warn">with uncommitted changes</strong>, which these figures depend on`
        : undefined;
    return facts([
        ['Commit', run.commit === null ? format/* NONE */.x3 : html `${code(run.commit)}${dirty}`],
        ['Branch', run.branch === null ? format/* NONE */.x3 : code(run.branch)],
        ['Command', code(commandOf(document))],
        ['Seed', code(run.seed)],
        ['Plan digest', code(run.planDigest)],
        ['Run', code(run.id)],
        ['Started', (0,format/* formatTime */.fU)(run.startedAt)],
        ['Took', (0,format/* formatDuration */.a3)(run.durationMs)],
    ]);
}

// EXTERNAL MODULE: ./node_modules/hdr-histogram-js/dist/index.js
var dist = __webpack_require__(87581);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-document.js + 1 modules
var run_document = __webpack_require__(63915);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/distribution.js






const distribution_WIDTH = 380;
const distribution_HEIGHT = 128;
const BOTTOM = distribution_HEIGHT - 22;
const TOP = 26;
const MOST_BINS = 32;
const FEWEST_BINS = 8;
const STEPS = 1000;
/** The distribution of a metric's values as bars over a logarithmic axis; undefined where the run keeps no values or they are all the same. */
function distribution(metric, title) {
    const values = (metric.samples ?? valuesOfHistogram(metric)).filter((value) => value > 0);
    const [min, max] = [Math.min(...values), Math.max(...values)];
    if (values.length < 5 || min === max)
        return undefined;
    const scale = logScale(min, max, { from: 10, to: distribution_WIDTH - 10 });
    const counts = binned(values, { min, max, bins: binsFor(metric.count) });
    const most = Math.max(...counts);
    const edge = (bin) => scale.at(min * (max / min) ** (bin / counts.length));
    const bars = counts.flatMap((count, bin) => {
        const height = (count / most) * (BOTTOM - TOP);
        return count === 0
            ? []
            : [
                html `<rect
            class="bar"
            x="${edge(bin)}"
            y="${BOTTOM - height}"
            width="${Math.max(1, edge(bin + 1) - edge(bin) - 0.7)}"
            height="${height}"
          />`,
            ];
    });
    const ticks = thinned(scale, 52).map((tick) => {
        const at = scale.at(tick);
        const anchor = at < 24 ? 'start' : at > distribution_WIDTH - 24 ? 'end' : 'middle';
        return html `<line class="axis" x1="${at}" x2="${at}" y1="${BOTTOM}" y2="${BOTTOM + 4}" /><text
        x="${at}"
        y="${distribution_HEIGHT - 5}"
        text-anchor="${anchor}"
        >${(0,format/* formatTick */.T0)(tick, metric.unit)}</text
      >`;
    });
    const text = `${title}: ${(0,format/* plural */.LS)(metric.count, 'value')} from ${(0,format/* formatValue */.Fl)(metric.min, metric.unit)} to ${(0,format/* formatValue */.Fl)(metric.max, metric.unit)}`;
    return html `<figure class="chart">
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${distribution_WIDTH} ${distribution_HEIGHT}" role="img" aria-label="${text}">
      <title>${text}</title>
      ${bars}
      <line class="axis" x1="10" x2="${distribution_WIDTH - 10}" y1="${BOTTOM}" y2="${BOTTOM}" />
      ${ticks}${percentileLines(metric, scale.at)}
    </svg>
  </figure>`;
}
/** One and a half times the square root of the count: few values would only show their own gaps. */
function binsFor(count) {
    return Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(1.5 * Math.sqrt(count))));
}
function binned(values, over) {
    const { min, max, bins } = over;
    const counts = Array.from({ length: bins }, () => 0);
    for (const value of values) {
        const bin = Math.min(bins - 1, Math.floor((Math.log(value / min) / Math.log(max / min)) * bins));
        counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
}
/** The histogram read at equal steps of rank: enough for its shape, and the same work for any size. Empty when it cannot be read. */
function valuesOfHistogram({ histogram, histogramScale = 1 }) {
    if (histogram === undefined || histogram.length > run_document/* HISTOGRAM_LIMIT */.VY)
        return [];
    try {
        const decoded = (0,dist/* decodeFromCompressedBase64 */.Vc)(histogram);
        return Array.from({ length: STEPS }, (_, step) => decoded.getValueAtPercentile((100 * (step + 0.5)) / STEPS) / histogramScale);
    }
    catch {
        // A drawing is all that is lost: the figures stand in the document by themselves.
        return [];
    }
}
/** The 99th has its name on a row of its own, since it may stand next to the 95th. */
const LABEL_ROW = { p50: 10, p95: 10, p99: 21 };
function percentileLines(metric, at) {
    return ['p50', 'p95', 'p99'].flatMap((name) => {
        const value = (0,metrics/* quantileValue */.JE)(metric, name);
        if (value === undefined)
            return [];
        const [x, y] = [at(value), LABEL_ROW[name]];
        const [labelX, anchor] = x > distribution_WIDTH - 40 ? [x - 4, 'end'] : [x + 4, 'start'];
        return [
            html `<line class="line ${name}" x1="${x}" x2="${x}" y1="${y - 8}" y2="${BOTTOM}" /><text
          x="${labelX}"
          y="${y}"
          text-anchor="${anchor}"
          >${name}</text
        >`,
        ];
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/details.js







/** Every metric of every operation with all of its percentiles, folded by operation. */
function detailSections(run) {
    const stages = [...(0,metrics/* benchmarkStages */.$6)(run), ...(0,metrics/* loadStages */.GJ)(run)];
    const operations = (0,metrics/* operationNames */.qj)(run, stages).map((operation) => operationDetails(run, stages, operation));
    const folded = operations.filter((details) => details !== undefined);
    if (folded.length === 0)
        return [];
    return [
        {
            id: 'details',
            title: 'Every metric',
            body: html `<p class="hint">One fold an operation. Unfold what you want on paper before you print.</p>
        ${folded}`,
        },
    ];
}
function operationDetails(run, stages, operation) {
    const rows = stages.flatMap((stage) => run.metrics
        .filter((metric) => metric.stage === stage.id && metric.operation === operation)
        .map((metric) => ({ metric, stage })));
    if (rows.length === 0)
        return undefined;
    const shown = stages.map((stage) => (0,metrics/* operationIn */.Pl)(run, stage, operation)).filter(({ latency }) => latency !== undefined);
    const ends = [
        shown.find(({ stage }) => stage.workload === 'sequential'),
        shown.findLast(({ stage }) => stage.workload === 'closed'),
    ];
    const drawings = ends.flatMap((end) => (end?.latency === undefined ? [] : [distribution(end.latency, titleOf(end.stage))]));
    return html `<details>
    <summary>${code(operation)} <span class="hint">${medianOf(shown[0]?.latency)}</span></summary>
    <div class="charts">${drawings}</div>
    ${table(columns, rows, { caption: 'All metrics with 95% confidence intervals.' })}
  </details>`;
}
function titleOf(stage) {
    return `${(0,metrics/* latencyName */.o0)(stage)}, ${(0,metrics/* stageLabel */.Hn)(stage)}`;
}
function medianOf(metric) {
    return metric === undefined ? 'no call succeeded' : `${metric.name} p50 ${medianCell(metric)}`;
}
const columns = [
    { head: 'Metric', kind: 'name', cell: ({ metric }) => code(metric.name) },
    { head: 'Stage', kind: 'text', cell: ({ stage }) => outside((0,metrics/* stageLabel */.Hn)(stage)) },
    { head: 'Values', kind: 'number', cell: ({ metric }) => (0,format/* formatCount */.B4)(metric.count) },
    { head: 'Min', kind: 'number', cell: ({ metric }) => (0,format/* formatValue */.Fl)(metric.min, metric.unit) },
    ...metrics/* QUANTILES */.bD.map((name) => ({
        head: name,
        kind: 'number',
        cell: ({ metric }, footnotes) => quantileCell(metric, name, footnotes),
    })),
    { head: 'Max', kind: 'number', cell: ({ metric }) => (0,format/* formatValue */.Fl)(metric.max, metric.unit) },
    { head: 'Mean', kind: 'number', cell: ({ metric }) => meanCell(metric) },
];

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/notices.js
var notices = __webpack_require__(51911);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/sentence.js
var view_sentence = __webpack_require__(15269);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/header.js








const KIND_WORD = { benchmark: 'Benchmark', load: 'Load test', demo: 'Benchmark and load test', compare: 'Comparison' };
/** System, verdict, the run in one sentence, where it comes from, and the figures that matter most. */
function header(run) {
    const result = (0,verdict/* shownResult */.zM)(run);
    const sentence = [(0,view_sentence/* measuredSentence */.g3)(run), ...(0,view_sentence/* keyFigures */.FK)(run)].join('; ');
    return html `<header class="${result}">
      <p class="eyebrow">Shotclock · ${KIND_WORD[run.run.kind]}</p>
      <div class="title">
        <h1>${outside(run.run.system)}</h1>
        ${resultBadge(result)}
      </div>
      <p class="verdict">${(0,verdict/* verdictSentence */.BT)(run)}</p>
      <p class="lead">${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.</p>
      ${origin(run)}${tiles(run)}
    </header>
    ${(0,notices/* notices */.oE)(run).map(noticeBox)}`;
}
function origin({ run }) {
    const parts = [
        run.commit === null
            ? 'no commit'
            : html `${code(run.commit.slice(0, 12))}${run.branch === null ? '' : html ` on ${code(run.branch)}`}`,
        ...(run.dirty ? [html `<strong>with uncommitted changes</strong>`] : []),
        html `<time datetime="${run.startedAt}">${(0,format/* formatTime */.fU)(run.startedAt)}</time>`,
        `took ${(0,format/* formatDuration */.a3)(run.durationMs)}`,
    ];
    return html `<p class="origin">${parts.map((part) => html `<span>${part}</span> `)}</p>`;
}
function tiles(run) {
    const top = (0,metrics/* loadStages */.GJ)(run).at(-1);
    const stage = top ?? (0,metrics/* benchmarkStages */.$6)(run)[0];
    if (stage === undefined || stage.attempts === 0)
        return undefined;
    const all = [
        callTile(run),
        ...latencyTile(run, stage),
        ...(top === undefined ? [] : [throughputTile(run, top)]),
        ...costTile(stage),
    ];
    return html `<dl class="tiles">
    ${all.map(({ name, value, detail }) => html `<div>
          <dt>${name}</dt>
          <dd class="figure">${value}</dd>
          <dd>${detail}</dd>
        </div>`)}
  </dl>`;
}
function callTile(run) {
    const sum = (part) => run.stages.reduce((total, stage) => total + part(stage), 0);
    const [calls, errors] = [sum((stage) => stage.attempts), sum((stage) => stage.errors)];
    return {
        name: 'Failed calls',
        value: (0,format/* formatPercent */.l9)(errors / calls),
        detail: `${(0,format/* formatCount */.B4)(errors)} of ${(0,format/* formatCount */.B4)(calls)}, ${(0,format/* formatCount */.B4)((0,metrics/* operationNames */.qj)(run, run.stages).length)} operations`,
    };
}
function latencyTile(run, stage) {
    const slowest = (0,metrics/* slowestOperation */.RK)((0,metrics/* operationsIn */.E1)(run, stage));
    if (slowest === undefined)
        return [];
    const where = stage.workload === 'closed' ? ` at ${(0,metrics/* stageLabel */.Hn)(stage)}` : '';
    const detail = html `${code(slowest.operation)}${where}`;
    return [{ name: `Slowest ${slowest.percentile}`, value: (0,format/* formatDuration */.a3)(slowest.valueMs), detail }];
}
function throughputTile(run, top) {
    const best = (0,metrics/* loadStages */.GJ)(run).reduce((left, right) => (right.throughputPerS > left.throughputPerS ? right : left), top);
    return { name: 'Highest throughput', value: (0,format/* formatRate */.CE)(best.throughputPerS), detail: `at ${(0,metrics/* stageLabel */.Hn)(best)}` };
}
function costTile(stage) {
    const value = (0,format/* formatCostPer1k */.G7)(stage.costPer1k);
    if (value === format/* NONE */.x3)
        return [];
    const where = stage.workload === 'closed' ? `at ${(0,metrics/* stageLabel */.Hn)(stage)}` : 'over all operations';
    return [{ name: 'Cost per 1,000 calls', value, detail: where }];
}
function noticeBox({ level, title, text }) {
    return html `<div class="notice ${level}" role="note"><strong>${title}.</strong> ${outside(text)}</div>`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/line-chart.js



const line_chart_WIDTH = 380;
const line_chart_HEIGHT = 220;
const LEFT = 54;
const RIGHT = line_chart_WIDTH - 40;
const line_chart_TOP = 12;
const line_chart_BOTTOM = line_chart_HEIGHT - 36;
const LOG_USERS_FROM = 60;
/** Series over users as a figure; a point that is not there leaves a gap in no line, but is named in the note. */
function lineChart(options) {
    const points = options.series.flatMap((series) => series.points);
    const title = html `<figcaption>${options.title}</figcaption>`;
    const note = options.note === undefined ? undefined : html `<p class="chart-note">${options.note}</p>`;
    if (points.length === 0)
        return html `<figure class="chart">
      ${title}
      <p class="chart-note">No figure to draw.</p>
      ${note}
    </figure>`;
    const x = userScale(points);
    const y = valueScale(points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]), { from: line_chart_BOTTOM, to: line_chart_TOP });
    const text = line_chart_describe(options);
    return html `<figure class="chart">
    ${title}<svg viewBox="0 0 ${line_chart_WIDTH} ${line_chart_HEIGHT}" role="img" aria-label="${text}">
      <title>${options.title}</title>
      <desc>${text}</desc>
      ${yAxis(y, options.unit)}${xAxis(x, points)}${options.series.map((series) => band(series, x, y))}${options.series.map((series) => line(series, x, y))}${endLabels(options.series, x, y)}</svg
    >${note}
  </figure>`;
}
/** Users stand at their numbers, on a logarithmic axis when they reach far. */
function userScale(points) {
    const users = points.map((point) => point.users);
    const [min, max] = [Math.min(...users), Math.max(...users)];
    const span = { from: LEFT, to: RIGHT - 8 };
    if (min > 0 && max / min > LOG_USERS_FROM)
        return logScale(min, max, { from: LEFT + 12, to: RIGHT - 8 });
    const { ticks, log } = linearScale(max, span);
    return { at: (value) => span.from + (value / Math.max(1, max)) * (span.to - span.from), ticks, log };
}
function yAxis(scale, unit) {
    return thinned(scale, 18).map((tick) => {
        const y = scale.at(tick);
        return html `<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y}" y2="${y}" /><text
        x="${LEFT - 6}"
        y="${y + 3.5}"
        text-anchor="end"
        >${(0,format/* formatTick */.T0)(tick, unit)}</text
      >`;
    });
}
function xAxis(scale, points) {
    const users = [...new Set(points.map((point) => point.users))].toSorted((left, right) => left - right);
    const labels = thinned({ ...scale, ticks: users }, 8 + 6.5 * String(users.at(-1) ?? 0).length).map((count) => html `<text x="${scale.at(count)}" y="${line_chart_BOTTOM + 16}" text-anchor="middle">${(0,format/* formatCount */.B4)(count)}</text>`);
    const marks = users.map((count) => html `<line class="axis" x1="${scale.at(count)}" x2="${scale.at(count)}" y1="${line_chart_BOTTOM}" y2="${line_chart_BOTTOM + 4}" />`);
    const name = html `<text x="${(LEFT + RIGHT) / 2}" y="${line_chart_HEIGHT - 4}" text-anchor="middle"
    >users${scale.log ? ' (logarithmic)' : ''}</text
  >`;
    return html `<line class="axis" x1="${LEFT}" x2="${RIGHT}" y1="${line_chart_BOTTOM}" y2="${line_chart_BOTTOM}" />${marks}${labels}${name}`;
}
function byUsers(series) {
    return series.points.toSorted((left, right) => left.users - right.users);
}
/** A single point has no band, so its interval is a bar. */
function band(series, x, y) {
    const bounded = byUsers(series).flatMap(({ users, low, high }) => typeof low === 'number' && typeof high === 'number' ? [{ users, low, high }] : []);
    const bars = bounded.map(({ users, low, high }) => html `<path class="bound ${series.mark}" d="M${x.at(users)} ${y.at(low)}V${y.at(high)}" />`);
    if (bounded.length < 2)
        return html `${bars}`;
    const above = bounded.map(({ users, high }) => `${round(x.at(users))} ${round(y.at(high))}`);
    const below = bounded.toReversed().map(({ users, low }) => `${round(x.at(users))} ${round(y.at(low))}`);
    return html `<path class="band ${series.mark}" d="M${[...above, ...below].join('L')}z" />${bars}`;
}
function round(value) {
    return Math.round(value * 100) / 100;
}
function line(series, x, y) {
    const points = byUsers(series).map((point) => ({ ...point, x: x.at(point.users), y: y.at(point.value) }));
    const path = points.length < 2
        ? undefined
        : html `<path class="line ${series.mark}" d="M${points.map((point) => `${round(point.x)} ${round(point.y)}`).join('L')}" />`;
    return html `${path}${points.map((point) => mark(series.mark, point.x, point.y))}`;
}
function mark(kind, x, y) {
    if (kind === 'p50')
        return html `<circle class="mark p50" cx="${x}" cy="${y}" r="3.5" />`;
    if (kind === 'p95')
        return html `<rect class="mark p95" x="${x - 3.2}" y="${y - 3.2}" width="6.4" height="6.4" />`;
    return html `<path class="mark p99" d="M${x} ${y - 4.6}l4.6 4.6l-4.6 4.6l-4.6-4.6z" />`;
}
const LABEL_HEIGHT = 12;
/** The series' names at their last points, pushed apart where they would touch. */
function endLabels(series, x, y) {
    if (series.length < 2)
        return [];
    const ends = series
        .flatMap((one) => {
        const end = byUsers(one).at(-1);
        return end === undefined ? [] : [{ label: one.label, x: x.at(end.users), y: y.at(end.value) }];
    })
        .toSorted((left, right) => right.y - left.y);
    let floor = Infinity;
    return ends.map((end) => {
        floor = Math.min(end.y, floor - LABEL_HEIGHT);
        return html `<text class="end" x="${end.x + 9}" y="${floor + 3.5}">${end.label}</text>`;
    });
}
function line_chart_describe({ title, unit, series }) {
    const lines = series.map((one) => {
        const points = byUsers(one).map(({ users, value }) => `${(0,format/* formatValue */.Fl)(value, unit)} at ${(0,format/* formatCount */.B4)(users)}`);
        return `${one.label}: ${points.length === 0 ? 'no figure' : points.join(', ')}`;
    });
    return `${title} by users. ${lines.join('. ')}.`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/load.js







const CHARTED = ['p50', 'p95', 'p99'];
/** Charts over users and their tables; nothing when the run had no load. */
function loadSections(run) {
    const stages = (0,metrics/* loadStages */.GJ)(run);
    if (stages.length === 0)
        return [];
    const operations = (0,metrics/* operationNames */.qj)(run, stages);
    const charts = operations.map((operation) => latencyChart(run, stages, operation));
    const body = html `<h3>Response time by users</h3>
    <p class="hint">From the intended start of a call to its end. Bands are 95% confidence intervals.</p>
    ${chartLegend()}
    <div class="charts">${charts}</div>
    <h3>Throughput, errors and cost by users</h3>
    <div class="charts">${stageCharts(stages)}</div>
    ${table(stageColumns, stages, { caption: 'Each number of users, over all operations of the mix.' })}
    <h3>Every operation at every number of users</h3>
    ${table(detailColumns, operations.flatMap((operation) => stages.map((stage) => (0,metrics/* operationIn */.Pl)(run, stage, operation))), {
        caption: 'Response time by operation. Service is from the actual start, lag from the intended to the actual one.',
        cards: true,
    })}`;
    return [{ id: 'load', title: 'Load by users', body }];
}
function chartLegend() {
    const marks = {
        p50: html `<circle class="mark p50" cx="14" cy="8" r="3.5" />`,
        p95: html `<rect class="mark p95" x="10.8" y="4.8" width="6.4" height="6.4" />`,
        p99: html `<path class="mark p99" d="M14 3.4l4.6 4.6l-4.6 4.6l-4.6-4.6z" />`,
    };
    const keys = CHARTED.map((name) => html `<li>
        <svg class="key" viewBox="0 0 28 16" aria-hidden="true" focusable="false">
          <path class="line ${name}" d="M0 8h28" />
          ${marks[name]}</svg
        >${name}
      </li>`);
    return html `<ul class="legend">
    ${keys}
  </ul>`;
}
function latencyChart(run, stages, operation) {
    const rows = stages.map((stage) => (0,metrics/* operationIn */.Pl)(run, stage, operation));
    const series = CHARTED.map((name) => ({
        label: name,
        mark: name,
        points: rows.flatMap((row) => latencyPoint(row, name)),
    }));
    const gaps = series.flatMap(({ label, points }) => {
        const without = stages.filter(({ users }) => !points.some((point) => point.users === users));
        return without.length === 0 ? [] : [`no ${label} at ${without.map(({ users }) => users ?? 0).join(', ')}`];
    });
    const shown = series.filter(({ points }) => points.length > 0);
    const note = gaps.length === 0 ? {} : { note: `${gaps.join('; ')} users: too few successful calls.` };
    return lineChart({ title: operation, unit: 'ms', series: shown, ...note });
}
function latencyPoint({ stage, latency }, name) {
    const quantile = latency?.quantiles[name];
    if (quantile === undefined || 'withheld' in quantile || stage.users === undefined)
        return [];
    return [{ users: stage.users, ...quantile }];
}
function stageCharts(stages) {
    const points = (part) => stages.flatMap((stage) => {
        const value = part(stage);
        return value === undefined || stage.users === undefined ? [] : [{ users: stage.users, value }];
    });
    const chart = (title, unit, part) => lineChart({ title, unit, series: [{ label: title, mark: 'p50', points: points(part) }] });
    const cost = (stage) => (typeof stage.costPer1k === 'number' ? stage.costPer1k : undefined);
    return [
        chart('Throughput', 'per_s', (stage) => stage.throughputPerS),
        chart('Error rate', 'ratio', (stage) => stage.errorRate),
        ...(stages.some((stage) => cost(stage) !== undefined) ? [chart('Cost per 1,000 calls', 'usd', cost)] : []),
    ];
}
const stageColumns = [
    { head: 'Users', kind: 'name', cell: (stage) => outside((0,metrics/* stageLabel */.Hn)(stage)) },
    { head: 'Lasted', kind: 'number', cell: ({ durationMs }) => (0,format/* formatDuration */.a3)(durationMs) },
    { head: 'Calls', kind: 'number', cell: ({ attempts }) => (0,format/* formatCount */.B4)(attempts) },
    { head: 'Throughput', kind: 'number', cell: ({ throughputPerS }) => (0,format/* formatRate */.CE)(throughputPerS) },
    { head: 'Errors', kind: 'number', cell: ({ errors }) => errorCell(errors) },
    { head: 'Error rate', kind: 'number', cell: ({ errorRate }) => (0,format/* formatPercent */.l9)(errorRate) },
    { head: 'Cost per 1,000', kind: 'number', optional: true, cell: ({ costPer1k }) => (0,format/* formatCostPer1k */.G7)(costPer1k) },
];
const detailColumns = [
    operationColumn,
    {
        head: 'Users',
        kind: 'number',
        cell: ({ stage }) => (stage.users === undefined ? format/* NONE */.x3 : (0,format/* formatCount */.B4)(stage.users)),
    },
    ...callColumns,
    ...metrics/* QUANTILES */.bD.map((name) => ({
        head: name,
        kind: 'number',
        cell: ({ latency }, footnotes) => quantileCell(latency, name, footnotes),
    })),
    { head: 'Service p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('service')) },
    { head: 'Lag p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('lag')) },
    { head: 'TTFT p50', kind: 'number', optional: true, cell: (row) => medianCell(row.metric('ttft')) },
    { head: 'Throughput', kind: 'number', cell: ({ outcome }) => (0,format/* formatRate */.CE)(outcome?.throughputPerS ?? 0) },
    { head: 'Cost per 1,000', kind: 'number', optional: true, cell: ({ outcome }) => (0,format/* formatCostPer1k */.G7)(outcome?.costPer1k ?? null) },
];

// EXTERNAL MODULE: ./lib/workflows-lib/report/view/judged-at.js
var judged_at = __webpack_require__(79275);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/next-steps.js
var next_steps = __webpack_require__(26323);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/bullet.js



const bullet_WIDTH = 200;
const bullet_HEIGHT = 24;
const bullet_MIDDLE = bullet_HEIGHT / 2;
const bullet_EDGE = 6;
/** A value with its interval against its limit (Few 2006); the side where the objective is met is shaded. */
function bullet(objective, verdict) {
    const { value, low, high, limit, unit } = objective;
    if (value === null)
        return undefined;
    const numbers = [0, value, limit, low ?? value, high ?? value];
    const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
    const width = max === min ? 1 : (max - min) * 1.08;
    const at = (number) => bullet_EDGE + ((number - min) / width) * (bullet_WIDTH - 2 * bullet_EDGE);
    const text = `${(0,format/* formatValue */.Fl)(value, unit)} against a limit of ${(0,format/* formatValue */.Fl)(limit, unit)}`;
    const interval = low === null || high === null || low === high
        ? undefined
        : html `<path class="bound" d="M${at(low)} ${bullet_MIDDLE}H${at(high)}M${at(low)} ${bullet_MIDDLE - 4}v8M${at(high)} ${bullet_MIDDLE - 4}v8" />`;
    return html `<svg class="bullet ${verdict}" viewBox="0 0 ${bullet_WIDTH} ${bullet_HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    <rect class="track" x="${bullet_EDGE}" y="${bullet_MIDDLE - 5}" width="${bullet_WIDTH - 2 * bullet_EDGE}" height="10" rx="2" />
    ${goodSide(objective, at(limit))}
    <line class="limit" x1="${at(limit)}" x2="${at(limit)}" y1="1" y2="${bullet_HEIGHT - 1}" />
    ${interval}
    <circle class="dot" cx="${at(value)}" cy="${bullet_MIDDLE}" r="4" />
  </svg>`;
}
function goodSide(objective, limit) {
    const direction = (0,verdict/* objectiveDirection */.Je)(objective);
    if (direction === undefined)
        return undefined;
    const [from, to] = direction === 'below' ? [bullet_EDGE, limit] : [limit, bullet_WIDTH - bullet_EDGE];
    return html `<rect class="good" x="${from}" y="${bullet_MIDDLE - 5}" width="${Math.max(0, to - from)}" height="10" rx="2" />`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/objectives.js









/** What to do; nothing when there is nothing. */
function todoSections(run) {
    const steps = (0,next_steps/* nextSteps */.Z)(run);
    if (steps.length === 0)
        return [];
    const items = steps.map(({ subject, text }) => html `<li>${code(subject)}: ${outside(text)}</li>`);
    return [
        {
            id: 'todo',
            title: 'What to do',
            body: html `<ul class="todo">
        ${items}
      </ul>`,
        },
    ];
}
/** Every objective with what was measured against it; nothing when there are none. */
function objectiveSections(run) {
    if (run.objectives.length === 0)
        return [];
    const columns = [
        { head: 'Objective', kind: 'name', cell: ({ text }) => code(text) },
        { head: 'Verdict', kind: 'badge-cell', cell: (objective) => resultBadge((0,verdict/* shownObjectiveVerdict */.m$)(run, objective)) },
        { head: 'Measured', kind: 'number', cell: ({ value, unit }) => (value === null ? format/* NONE */.x3 : outside((0,format/* formatValue */.Fl)(value, unit))) },
        { head: '95% interval', kind: 'number', cell: interval },
        { head: 'Limit', kind: 'number', cell: ({ limit, unit }) => outside((0,format/* formatValue */.Fl)(limit, unit)) },
        {
            head: 'Against the limit',
            kind: 'plot',
            optional: true,
            cell: (objective) => bullet(objective, (0,verdict/* shownObjectiveVerdict */.m$)(run, objective)),
        },
        { head: 'Where', kind: 'text', optional: true, cell: ({ stage }) => place((0,judged_at/* judgedAt */.D)(run, stage)) },
        { head: 'Why', kind: 'text', optional: true, cell: ({ reason }) => (reason === undefined ? undefined : outside(reason)) },
    ];
    const caption = 'Measured values against their limits, worst first. Shaded: where the objective is met. An objective passes or fails only when its whole interval does.';
    return [{ id: 'objectives', title: 'Objectives', body: table(columns, (0,verdict/* sortedObjectives */.Qf)(run), { caption, cards: true }) }];
}
function place(where) {
    return where === '' ? undefined : outside(where);
}
function interval(objective) {
    return objective.low === objective.high ? format/* NONE */.x3 : outside((0,format/* formatInterval */.vy)(objective, objective.unit) ?? format/* NONE */.x3);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/palette.js
/**
 * The colours of the HTML report, as CSS variables. Series are from the colour-blind safe set of Okabe and Ito (2008), moved in lightness until
 * they stand 3:1 against their background; text stands 4.5:1 (WCAG 2.2 AA, tested). A series also differs in shape, a verdict in word and icon.
 */
/** Colours on a light ground. */
const LIGHT = {
    background: '#ffffff',
    surface: '#f5f6f8',
    border: '#d3d8df',
    grid: '#e3e6eb',
    text: '#15191f',
    muted: '#535b67',
    link: '#0a559f',
    p50: '#0072b2',
    p95: '#b84a00',
    p99: '#8a2c8a',
    range: '#7d8794',
    pass: '#0a5c49',
    passBack: '#dcf2ea',
    fail: '#98190f',
    failBack: '#fde6e3',
    inconclusive: '#6f4400',
    inconclusiveBack: '#fdeecf',
    void: '#4a4662',
    voidBack: '#e8e5f2',
    measured: '#0b4f78',
    measuredBack: '#dfeef8',
};
/** Colours on a dark ground. */
const DARK = {
    background: '#0e1115',
    surface: '#171b21',
    border: '#343c47',
    grid: '#262d36',
    text: '#e9ecf1',
    muted: '#a5aebb',
    link: '#82bbf7',
    p50: '#56b4e9',
    p95: '#f0994a',
    p99: '#dba0e6',
    range: '#8792a0',
    pass: '#80dec2',
    passBack: '#10332b',
    fail: '#ffb3a9',
    failBack: '#451813',
    inconclusive: '#f4c873',
    inconclusiveBack: '#3a2b0c',
    void: '#cac5e6',
    voidBack: '#2c293d',
    measured: '#9ad0f5',
    measuredBack: '#12303f',
};
/** The palette as CSS declarations: `--passBack:#dcf2ea;`. */
function cssVariables(palette) {
    return Object.entries(palette)
        .map(([name, value]) => `--${name}:${String(value)};`)
        .join('');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html/styles.js

const BASE = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:28px 28px 64px;max-width:1360px;background:var(--background);color:var(--text);
  font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{margin:0;font-size:30px;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{margin:44px 0 12px;padding-top:14px;border-top:1px solid var(--border);font-size:21px;letter-spacing:-.01em}
h3{margin:26px 0 8px;font-size:16px}
p{margin:0 0 10px;max-width:100ch;text-wrap:pretty}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
ul{padding-left:20px}
.hint,.chart-note,.footnotes,.origin,.eyebrow,small{color:var(--muted)}
.hint{font-size:13.5px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:12px;top:8px;padding:6px 10px;background:var(--background)}
`;
const HEADER = `
header{padding:22px 24px;border:1px solid var(--border);border-left:6px solid var(--muted);border-radius:10px;background:var(--surface)}
${['pass', 'fail', 'inconclusive', 'void', 'measured']
    .map((name) => `header.${name}{border-left-color:var(--${name})}.badge.${name}{color:var(--${name});background:var(--${name}Back)}`)
    .join('')}
.eyebrow{margin:0 0 4px;font-size:13px;letter-spacing:.02em}
.title{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.badge{display:inline-flex;align-items:center;gap:6px;padding:2px 10px 2px 8px;border:1px solid currentColor;border-radius:99px;font-weight:650;white-space:nowrap}
.title .badge{font-size:18px;padding:4px 15px 4px 12px}
.icon{width:1.05em;height:1.05em;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;flex:none}
.verdict{margin:10px 0 2px;font-size:18px;font-weight:600}
.lead{margin:0 0 6px}
.origin{display:flex;flex-wrap:wrap;gap:2px 14px;margin:0;font-size:13.5px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px;margin:18px 0 0}
.tiles div{padding:10px 14px;border:1px solid var(--border);border-radius:8px;background:var(--background)}
.tiles dt{font-size:13px;color:var(--muted)}
.tiles dd{margin:0;font-size:13px;color:var(--muted)}
.tiles .figure{font-size:25px;line-height:1.25;font-weight:650;color:var(--text);font-variant-numeric:tabular-nums}
.notice{margin:12px 0 0;padding:10px 14px;border:1px solid;border-left-width:6px;border-radius:8px;overflow-wrap:anywhere}
.notice.danger{color:var(--fail);background:var(--failBack)}
.notice.warning{color:var(--inconclusive);background:var(--inconclusiveBack)}
.notice.note{color:var(--measured);background:var(--measuredBack)}
.contents ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:18px 0 0;padding:0;list-style:none;font-size:14px}
.contents a{display:inline-block;padding:3px 0}
.todo li{margin-bottom:6px;overflow-wrap:anywhere}
`;
const TABLE = `
.scroll{position:relative;overflow-x:auto;border:1px solid var(--border);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
caption{padding:9px 8px;text-align:left;color:var(--muted);font-size:13px}
th,td{padding:6px 7px;text-align:left;vertical-align:middle;border-top:1px solid var(--grid)}
thead th{vertical-align:bottom;font-weight:600;font-size:12.5px;color:var(--muted);border-bottom:1px solid var(--border)}
tbody th{font-weight:500}
th.name{position:sticky;left:0;z-index:1;min-width:120px;max-width:280px;background:var(--background)}
.number{text-align:right}
td.number{white-space:nowrap}
thead .number{text-wrap:balance}
.stacked{display:block}
.dotted{overflow-wrap:break-word}
.text{max-width:320px;overflow-wrap:anywhere}
td.text{min-width:110px}
.narrow{display:none}
.plot{min-width:150px}
.bounds{display:block;font-size:11px;line-height:1.25}
.missing{color:var(--muted)}
sup{line-height:0;font-size:.72em}
.bad{color:var(--fail)}
.warn{color:var(--inconclusive)}
.example{overflow-wrap:anywhere}
.footnotes{display:flex;flex-wrap:wrap;gap:2px 18px;max-width:none;margin:7px 2px 0;font-size:12.5px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:0 28px;margin:0;font-size:14px}
.facts div{display:grid;grid-template-columns:minmax(110px,38%) 1fr;gap:10px;padding:5px 0;border-bottom:1px solid var(--grid)}
.facts dt{color:var(--muted);overflow-wrap:anywhere}
.facts dd{margin:0;overflow-wrap:anywhere}
details{margin:8px 0;border:1px solid var(--border);border-radius:8px;padding:0 14px}
summary{padding:9px 0;cursor:pointer}
details[open]{padding-bottom:14px}
`;
const DRAWING = `
svg text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--muted)}
.range{display:block;width:236px;max-width:none}
.plot .bullet{display:block;width:200px;max-width:100%}
.axis{stroke:var(--muted);stroke-width:1}
.grid{stroke:var(--grid);stroke-width:1}
.whisker{fill:none;stroke:var(--range);stroke-width:1.6}
.mark{stroke:var(--background);stroke-width:1}
line.mark{stroke-width:2.6}
.line{fill:none;stroke-width:2}
.bound{fill:none;stroke-width:1.5;stroke:var(--text)}
.end{font-weight:600}
${['p50', 'p95', 'p99']
    .map((name) => `.mark.${name}{fill:var(--${name})}line.mark.${name},.line.${name},.bound.${name}{stroke:var(--${name})}` +
    `.band.${name}{fill:var(--${name});opacity:.16}.interval.${name}{fill:var(--${name});opacity:.32}`)
    .join('')}
.line.p95{stroke-dasharray:7 3}
.line.p99{stroke-dasharray:2 3}
.bar{fill:var(--range);opacity:.7}
.track{fill:var(--grid)}
.good{fill:var(--range);opacity:.38}
.limit{stroke:var(--text);stroke-width:2.5}
.dot{stroke:var(--background);stroke-width:1;fill:var(--muted)}
${['pass', 'fail', 'inconclusive', 'void'].map((name) => `.bullet.${name} .dot{fill:var(--${name})}`).join('')}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:6px 0 10px;padding:0;list-style:none;font-size:13px;color:var(--muted)}
.legend li{display:flex;align-items:center;gap:7px}
.key{width:28px;height:16px;flex:none}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:14px;margin:0 0 14px}
.chart{margin:0;padding:12px 12px 8px;border:1px solid var(--border);border-radius:8px;min-width:0}
.chart figcaption{margin-bottom:6px;font-weight:600;font-size:14px;overflow-wrap:anywhere}
.chart svg{display:block;width:100%;max-width:560px;height:auto}
.chart-note{margin:4px 0 0;font-size:12.5px}
.share{display:flex;align-items:center;gap:8px}
.share svg{width:90px;height:9px;flex:none}
`;
/** On a middling screen plots and margins give way to the figures; on a narrow one a row of a table with many columns becomes a card. */
const NARROW = `
@media screen and (min-width:901px) and (max-width:1400px){
body{padding-left:16px;padding-right:16px}
th,td{padding-left:5px;padding-right:5px}
.range{width:150px}
}
@media screen and (max-width:900px){
body{padding:14px 14px 48px}
header{padding:16px}
h1{font-size:25px}
.tiles{grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:8px}
.tiles .figure{font-size:21px}
.scroll:has(.cards){border:0;overflow:visible}
.cards,.cards tbody,.cards caption{display:block}
.cards caption{padding:0 0 8px}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(92px,1fr));gap:8px 12px;margin-bottom:10px;padding:11px 13px;border:1px solid var(--border);border-radius:8px}
.cards th,.cards td{display:block;min-width:0;max-width:none;padding:0;border:0;text-align:left;white-space:normal}
.cards tbody th{position:static;grid-column:1/-1;font-weight:650}
.cards td::before{content:attr(data-label);display:block;font-size:12px;color:var(--muted)}
.cards td.plot,.cards td.text,.cards td.badge-cell{grid-column:1/-1}
.cards td.badge-cell::before{content:none}
.cards td:empty,.cards td.none{display:none}
.cards .narrow{display:block;margin-top:2px}
.cards .range,.cards .bullet{width:100%;max-width:420px}
.facts{grid-template-columns:1fr}
}
`;
const PRINT = `
@media print{
@page{size:A4 landscape;margin:11mm}
body{max-width:none;padding:0;font-size:10pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.contents,.skip{display:none}
.scroll{overflow:visible}
table{font-size:7.2pt}
th,td{padding:3px 4px}
thead th{font-size:7pt}
.bounds{font-size:6pt}
.range{width:190px}
.plot .bullet{width:120px}
th.name{position:static;max-width:150px}
thead{display:table-header-group}
tr,.chart,.notice,header,.facts div{break-inside:avoid}
h2,h3,summary,caption{break-after:avoid}
.charts{grid-template-columns:repeat(3,1fr)}
details:not([open]),#details:not(:has(details[open])){display:none}
}
`;
/** The report's whole style sheet. Paper is always light. */
const STYLES = `:root{${cssVariables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${cssVariables(DARK)}}}
${[BASE, HEADER, TABLE, DRAWING, NARROW, PRINT].join('')}`.replace(/\n\s*/g, '\n');

;// CONCATENATED MODULE: ./lib/workflows-lib/report/html.js













/**
 * A run as one HTML page that needs nothing else: no script, no font, no address. Its policy allows the one style sheet in it and nothing
 * more. Readable on a phone, on paper, in light and dark.
 */
function renderHtml(run) {
    const sections = [
        ...todoSections(run),
        ...comparisonSections(run),
        ...objectiveSections(run),
        ...benchmarkSections(run),
        ...loadSections(run),
        ...costSections(run),
        ...failureSections(run),
        ...detailSections(run),
        ...environmentSections(run),
    ];
    const styles = run.comparison === undefined ? STYLES : `${STYLES}${COMPARISON_STYLES}`;
    const page = html `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(styles)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${verdict/* RESULT_WORD */.Dj[(0,verdict/* shownResult */.zM)(run)]}: ${run.run.system} · Shotclock</title>
        ${trusted(`<style>${styles}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <main id="main">${header(run)}${contents(sections)} ${sections.map(sectionMarkup)}</main>
      </body>
    </html>`;
    return `${page.markup}\n`;
}
/** Nothing may load or run; the style sheet is allowed by its digest, so that no text in the page can bring another. */
function policy(styles) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(styles).digest('base64');
    return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
}


/***/ }),

/***/ 41042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _history_run_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63915);

/**
 * The run document as JSON, the same bytes for the same document: keys in the schema's order, names of services and processes sorted,
 * two spaces of indentation, a list of numbers on one line. Throws when the document does not satisfy its schema.
 */
function renderJson(run) {
    const document = _history_run_document_js__WEBPACK_IMPORTED_MODULE_0__/* .runDocumentSchema */ .aK.parse(run);
    const environment = { ...document.environment, services: sortedByKey(document.environment.services) };
    return `${stringify({ ...document, environment, resources: sortedByKey(document.resources) }, '')}\n`;
}
function sortedByKey(record) {
    return Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
function stringify(value, indent) {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
        const items = value.map((item) => stringify(item, inner));
        if (items.length === 0)
            return '[]';
        if (value.every((item) => typeof item === 'number'))
            return `[${items.join(', ')}]`;
        return `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
    }
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0)
        return '{}';
    return `{\n${inner}${entries.map(([key, item]) => `${JSON.stringify(key)}: ${stringify(item, inner)}`).join(`,\n${inner}`)}\n${indent}}`;
}


/***/ })

};
