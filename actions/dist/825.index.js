export const id = 825;
export const ids = [825];
export const modules = {

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
/* harmony export */   z: () => (/* binding */ parseRun)
/* harmony export */ });
/* unused harmony export readRun */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71728);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10878);
/* harmony import */ var _run_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47375);





/** A run with 50 operations in 10 stages is about 2 MB; what is larger than this was not written by us. */
const LARGEST_BYTES = (/* unused pure expression or super */ null && (64 * 1024 * 1024));
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
        const facts = await stat(path);
        if (facts.isDirectory())
            throw new UsageError(`${path} is a folder; name the run document in it (run.json)`);
        if (facts.size > LARGEST_BYTES)
            throw new UsageError(`${path} is larger than any run document (${facts.size} bytes)`);
        return await readFile(path, 'utf8');
    }
    catch (error) {
        if (error instanceof UsageError)
            throw error;
        const reason = errorCode(error) === 'ENOENT' ? 'there is no such file' : toError(error).message;
        throw new UsageError(`cannot read the run ${path}: ${reason}`, { cause: error });
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


/***/ }),

/***/ 83416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yr: () => (/* binding */ checkOutput),
  wQ: () => (/* binding */ renderComment),
  qE: () => (/* binding */ renderJobSummary),
  Ot: () => (/* binding */ renderNothingMeasured)
});

// UNUSED EXPORTS: COMMENT_LIMIT

// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/context.js

const SHORT_SHA = 10;
/** A commit's short name as code. */
function shortSha(sha) {
    return (0,report_escape/* markdownCode */.D9)(sha.slice(0, SHORT_SHA));
}
/** That the pull request has moved on since; empty when it has not. */
function staleBlock({ headSha, staleSince }) {
    if (staleSince === undefined)
        return '';
    return (`> [!WARNING]\n> **Stale.** This was measured at ${shortSha(headSha)}; the pull request is at ${shortSha(staleSince)} now. ` +
        'Wait for the run of that commit before you decide anything.');
}
/** What was measured and where, by the event: a document may name any other commit as its own. */
function measuredBlock(context) {
    return `Measured at ${shortSha(context.headSha)} by the ${detailsLink('workflow run', context)}.`;
}
/** That a stranger's code measured; empty when it was the repository's own. */
function forkBlock({ measuredBy }) {
    if (measuredBy === undefined)
        return '';
    return (`> [!IMPORTANT]\n> Measured by code of ${(0,report_escape/* markdownCode */.D9)(measuredBy, 150)} that nobody has reviewed. ` +
        'The figures are what that code says of itself; they decide nothing on their own.');
}
/** A link to the workflow run, or the text alone where the address is none of the web. */
function detailsLink(text, { detailsUrl }) {
    const url = URL.canParse(detailsUrl) ? new URL(detailsUrl) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        return text;
    return `[${text}](${url.href.replace(/[()<>\\|`*_~\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
/** The command to measure again, in a fence that nothing in it can close. */
function reproduceBlock({ reproduce }) {
    const command = (0,report_escape/* oneLine */.TN)(reproduce);
    const longest = Math.max(2, ...[...command.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}sh\n${command}\n${fence}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/fit.js
/** Blocks of Markdown that together stay below a size. */
const GAP = '\n\n';
/**
 * Blocks one after another with an empty line between, as many from the beginning as stay below the limit: a block is there whole or not at
 * all, so no table, fence or fold is cut. Ends in a line break. The first block and the closing have to fit; that is for the caller to see to.
 */
function fitBlocks(parts, { limit, closing, shortened = false }) {
    const filled = parts.filter((part) => part !== '');
    const whole = shortened ? [...filled, closing] : filled;
    if (bytesOf(whole) <= limit)
        return { text: `${whole.join(GAP)}\n`, shortened };
    const kept = filled.slice(0, longestPrefix(filled, limit - bytesOf([closing]) - GAP.length));
    return { text: `${[...kept, closing].join(GAP)}\n`, shortened: true };
}
function longestPrefix(parts, limit) {
    let bytes = 0;
    const over = parts.findIndex((part) => (bytes += Buffer.byteLength(part) + GAP.length) - GAP.length > limit);
    return over === -1 ? parts.length : over;
}
/** Bytes of the parts joined, with the line break at the end. */
function bytesOf(parts) {
    return Buffer.byteLength(parts.join(GAP)) + 1;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/context.js
var context = __webpack_require__(14925);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/metrics.js
var metrics = __webpack_require__(26371);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/models.js
var models = __webpack_require__(20578);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/notices.js
var notices = __webpack_require__(51911);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/money.js






const OPERATIONS_SHOWN = 3;
/** What a thousand requests cost and what the run did, in one line; empty when no model was called. */
function moneyLine(run) {
    if (run.usage.length === 0)
        return '';
    return [perThousand(run), total(run), unpriced(run)].filter((part) => part !== '').join(' · ');
}
/** Under load that of the mix at the most users; then that of the dearest operations. */
function perThousand(run) {
    const top = (0,metrics/* loadStages */.GJ)(run).at(-1);
    const mix = typeof top?.costPer1k === 'number' ? [`${(0,format/* formatMoney */.up)(top.costPer1k)} under load at ${(0,format/* plural */.LS)(top.users ?? 0, 'user')}`] : [];
    const priced = dearest(run);
    const more = priced.length - OPERATIONS_SHOWN;
    const each = priced
        .slice(0, OPERATIONS_SHOWN)
        .map(({ operation, usd }) => `${(0,report_escape/* markdownCode */.D9)(operation, 60)} ${(0,format/* formatMoney */.up)(usd)}`);
    const parts = [...mix, ...each, ...(more > 0 ? [`${more} more below`] : [])];
    return parts.length === 0 ? '' : `**Cost per 1,000 requests:** ${parts.join(', ')}`;
}
/** The operations alone where the benchmark billed some, otherwise under the most load that did; the dearest first. */
function dearest(run) {
    for (const { id } of [...(0,metrics/* benchmarkStages */.$6)(run), ...(0,metrics/* loadStages */.GJ)(run).toReversed()]) {
        const priced = run.outcomes.filter(({ stage }) => stage === id).flatMap(priceOf);
        if (priced.length > 0)
            return priced.toSorted((left, right) => right.usd - left.usd);
    }
    return [];
}
function priceOf({ operation, costPer1k }) {
    return typeof costPer1k === 'number' ? [{ operation, usd: costPer1k }] : [];
}
function total(run) {
    const { totalUsd, priceTable } = run.cost;
    if ((0,models/* modelTotals */.X)(run).every(({ cost }) => cost === 'unpriced'))
        return '';
    const date = `of ${(0,report_escape/* markdownText */.p7)(priceTable.date, 40)}`;
    return (0,notices/* simulatedServices */.$P)(run).length === 0
        ? `**This run:** ${(0,format/* formatMoney */.up)(totalUsd)} at prices ${date}`
        : `**This run:** ${(0,format/* formatMoney */.up)(totalUsd)} at list prices ${date}; models were simulated, nothing was paid`;
}
function unpriced({ cost }) {
    return cost.unpriced.length === 0 ? '' : `**Unpriced**, in no total: ${(0,context/* codeList */.E5)(cost.unpriced)}`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/measurements.js
var measurements = __webpack_require__(34097);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/objectives.js
var objectives = __webpack_require__(33148);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/section.js
var section = __webpack_require__(6841);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/table.js
var table = __webpack_require__(4934);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/ranking.js
var ranking = __webpack_require__(29532);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/top-table.js







/** How many rows stand above the fold. */
const ROWS_ON_TOP = 10;
const TOP = { mostRows: ROWS_ON_TOP, compact: true };
/** Above this, how many times the limit says more than a percentage. */
const LARGEST_SHARE = 10;
/** The ten rows that matter most: objectives as they deserve attention, or the slowest operations where there are none. */
function topTable(run) {
    return run.objectives.length > 0 ? objectiveRows(run) : slowestRows(run);
}
function objectiveRows(run) {
    const columns = [
        ...(0,objectives/* objectiveColumns */.Xu)(run),
        { head: 'Limit used', align: 'r', cell: (objective) => shareText((0,ranking/* shareOfLimit */.a)(objective)) },
    ];
    const { text, leftOut } = (0,table/* markdownRows */.Fg)(columns, (0,ranking/* rankedObjectives */.E)(run), TOP);
    return (0,section/* blocks */.Bv)([text, leftOut === 0 ? '' : `<sub>${(0,format/* plural */.LS)(leftOut, 'more objective')} below.</sub>`]);
}
function shareText(share) {
    if (share === undefined)
        return format/* NONE */.x3;
    return share > LARGEST_SHARE ? `> ${(0,format/* formatPercent */.l9)(LARGEST_SHARE)}` : (0,format/* formatPercent */.l9)(share);
}
function slowestRows(run) {
    const stage = (0,metrics/* loadStages */.GJ)(run).at(-1) ?? (0,metrics/* benchmarkStages */.$6)(run)[0];
    if (stage === undefined)
        return '';
    const rows = (0,metrics/* bySlowness */.kS)((0,metrics/* operationsIn */.E1)(run, stage));
    if (rows.length === 0)
        return '';
    const { text, leftOut } = (0,table/* markdownRows */.Fg)(slowestColumns, rows, TOP);
    const where = stage.users === undefined ? '' : ` at ${(0,format/* plural */.LS)(stage.users, 'user')}`;
    const title = leftOut === 0
        ? `**Operations${where}**, the slowest first`
        : `**The ${ROWS_ON_TOP} slowest of ${(0,format/* plural */.LS)(rows.length, 'operation')}${where}**`;
    return (0,section/* blocks */.Bv)([title, text, '<sub>To have changes judged, add objectives to shotclock.yml.</sub>']);
}
const slowestColumns = [
    measurements/* operationColumn */.gT,
    ...measurements/* callColumns */.mg,
    ...['p50', 'p95'].map((name) => ({
        head: name,
        align: 'r',
        cell: ({ latency }) => (latency === undefined ? format/* NONE */.x3 : (0,format/* formatQuantile */.Rx)(latency.quantiles[name], latency.unit)),
    })),
    { head: 'Cost per 1,000', align: 'r', cell: ({ outcome }) => (0,format/* formatCostPer1k */.G7)(outcome?.costPer1k ?? null) },
];

// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/opening.js
var opening = __webpack_require__(10610);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/next-steps.js
var next_steps = __webpack_require__(26323);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js
var verdict = __webpack_require__(54171);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/what-to-do.js




const STEPS = { most: 5, length: 250 };
const LEAD = '**What to do.**';
/** What a reader should do, in one sentence for each kind of trouble and a line for each of the gravest; empty when there is nothing to do. */
function whatToDo(run) {
    if (run.generator.verdict === 'void')
        return `${LEAD} Measure again on a machine with more room, or with fewer users.`;
    const verdicts = new Set(run.objectives.map((objective) => (0,verdict/* shownObjectiveVerdict */.m$)(run, objective)));
    const advice = [
        ...(run.run.status === 'partial' ? ['Mend what ended the run early (its log says more), and measure again.'] : []),
        ...(verdicts.has('fail') ? ['Mend what misses its objective, or change the objective and say why.'] : []),
        ...(verdicts.has('inconclusive') ? ['Measure more of what is undecided: more samples, or longer stages.'] : []),
    ];
    const steps = (0,opening/* stepLines */.mR)(run, STEPS);
    if (advice.length === 0 && steps !== '')
        advice.push('Nothing was missed, but calls failed.');
    return advice.length === 0 ? '' : (0,section/* blocks */.Bv)([[LEAD, ...advice].join(' '), steps]);
}
/** Whether there is more to do than `whatToDo` lists. */
function hasMoreToDo(run) {
    return (0,next_steps/* nextSteps */.Z)(run).length > STEPS.most;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown.js
var markdown = __webpack_require__(44905);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/sentence.js
var sentence = __webpack_require__(15269);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment.js















/** UTF-8 bytes of the longest comment; GitHub takes 65,536 characters, and the marker comes on top. */
const COMMENT_LIMIT = 60_000;
/** UTF-8 bytes of the longest job summary; GitHub takes 1 MiB a step. */
const SUMMARY_LIMIT = 1_000_000;
const TITLE_LENGTH = 100;
const WARNINGS_SHOWN = 20;
const IN_COMMENT = { mostRows: 40, mostStages: 8, compact: true };
const IN_SUMMARY = { mostRows: 500, mostStages: 20, compact: true };
/** Tables that are whole wherever the summary has room for them: what overflows a comment is looked for there. */
const WHOLE_IN_SUMMARY = { ...IN_SUMMARY, mostRows: Infinity };
/**
 * A run as a pull-request comment: the verdict, what to do, at most ten rows, the money; everything else folded. Below `COMMENT_LIMIT` for any
 * document; what does not fit is left out from the end, and the comment says where it is.
 */
function renderComment(run, context) {
    const { text, shortened } = fitted([staleBlock(context), `## ${titleOf(run)}`, ...bodyBlocks(run, context)], run, context);
    return { body: text, shortened };
}
/** A comment for a pull request whose run left nothing to show; `reason` is one sentence, of whatever origin. */
function renderNothingMeasured(reason, context) {
    const parts = [
        staleBlock(context),
        '## 🚫 Nothing was measured',
        `Commit ${shortSha(context.headSha)}: ${(0,report_escape/* markdownText */.p7)(reason, 600)}.`,
        forkBlock(context),
        `**What to do.** Read the log of the ${detailsLink('workflow run', context)}, or measure on your own machine:`,
        reproduceBlock(context),
    ];
    return fitBlocks(parts, { limit: COMMENT_LIMIT, closing: detailsLink('Workflow run', context) }).text;
}
/**
 * A run for the summary of a job: as the Markdown report, but below 1 MiB for any document, saying where the rest is. The job that measured
 * shows its own run; another one gives the context, so that the summary says, above all that the document says of itself, what was measured.
 */
function renderJobSummary(run, context) {
    const stated = context === undefined ? [] : [staleBlock(context), measuredBlock(context), forkBlock(context)];
    const whole = summaryText(run, { stated, view: WHOLE_IN_SUMMARY, limit: Infinity });
    if (Buffer.byteLength(whole) <= SUMMARY_LIMIT)
        return whole;
    return summaryText(run, { stated, view: IN_SUMMARY, limit: SUMMARY_LIMIT });
}
function summaryText(run, { stated, view, limit }) {
    const sections = (0,markdown/* reportSections */.lN)(run, view);
    return fitBlocks([...stated, ...(0,markdown/* openingBlocks */.Re)(run), ...sections.map(section/* underHeading */.bH), (0,markdown/* lastBlock */.KH)(run, view)], {
        limit,
        closing: '<sub>Shortened: the rest does not fit into a summary. The run document and the HTML report hold everything.</sub>',
        shortened: sections.some(({ leftOut }) => leftOut > 0),
    }).text;
}
const CONCLUSION = { pass: 'success', fail: 'failure', measured: 'neutral', inconclusive: 'neutral', void: 'neutral' };
/** A run as the output of a check run. It stands at the measured commit, so it is never stale. */
function checkOutput(run, context) {
    const result = (0,verdict/* shownResult */.zM)(run);
    return {
        conclusion: CONCLUSION[result],
        title: (0,report_escape/* logLine */.BP)(`${verdict/* RESULT_WORD */.Dj[result]}: ${verdictClause(run)}`).slice(0, TITLE_LENGTH),
        summary: fitted(bodyBlocks(run, context), run, context).text,
    };
}
function titleOf(run) {
    const result = (0,verdict/* shownResult */.zM)(run);
    return `${objectives/* RESULT_MARK */.oT[result]} ${verdict/* RESULT_WORD */.Dj[result]}: ${verdictClause(run)}`;
}
/** The verdict's sentence as it goes on after a colon. */
function verdictClause(run) {
    const sentence = (0,verdict/* verdictSentence */.BT)(run);
    return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
function bodyBlocks(run, context) {
    return [
        factLine(run, context),
        forkBlock(context),
        ...(0,notices/* graveNotices */.jO)(run).map(opening/* alertBlock */.cu),
        whatToDo(run),
        (0,verdict/* shownResult */.zM)(run) === 'void' ? '' : topTable(run),
        moneyLine(run),
        ...foldedSections(run).map(section/* behindName */.gi),
        notesBlock(run),
        (0,markdown/* lastBlock */.KH)(run, IN_COMMENT),
        (0,table/* folded */.TM)('How to reproduce', reproduceText(run, context)),
    ];
}
/** Everything that was measured, without objectives that stand above as well as they could stand here. */
function foldedSections(run) {
    const objectivesAbove = (0,verdict/* shownResult */.zM)(run) !== 'void' && run.objectives.length <= ROWS_ON_TOP && !hasMoreToDo(run);
    return (0,markdown/* reportSections */.lN)(run, IN_COMMENT).filter(({ title }) => !(objectivesAbove && title === objectives/* OBJECTIVES_TITLE */.mu));
}
function factLine(run, context) {
    const name = context.name === undefined ? '' : `**${(0,report_escape/* markdownText */.p7)(context.name, 60)}:** `;
    const what = `${name}${(0,report_escape/* markdownCode */.D9)(run.run.system, 80)} ${opening/* KIND_WORD */.w1[run.run.kind]} at ${shortSha(context.headSha)}`;
    const speed = (0,verdict/* shownResult */.zM)(run) === 'void' ? [] : (0,sentence/* speedFigures */.VA)(run);
    const figures = [(0,sentence/* measuredSentence */.g3)(run), ...speed].map((figure) => (0,report_escape/* markdownText */.p7)(figure, 200));
    return `${[what, ...figures].join(' · ')} · ${detailsLink('workflow run', context)}`;
}
function notesBlock(run) {
    const notes = (0,notices/* minorNotices */.HE)(run);
    if (notes.length === 0)
        return '';
    const more = notes.length - WARNINGS_SHOWN;
    const lines = [
        ...notes.slice(0, WARNINGS_SHOWN).map(({ title, text }) => `- **${(0,report_escape/* markdownText */.p7)(title)}.** ${(0,report_escape/* markdownText */.p7)(text, 400)}`),
        ...(more > 0 ? [`- and ${more} more`] : []),
    ];
    return (0,table/* folded */.TM)(`Notes: ${subjectsOf(notes)}`, lines.join('\n'));
}
/** "2 warnings, simulated model providers". */
function subjectsOf(notes) {
    const counts = Map.groupBy(notes, ({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
    return [...counts].map(([title, list]) => (list.length === 1 ? title : (0,format/* plural */.LS)(list.length, title))).join(', ');
}
function reproduceText(run, context) {
    const { seed, startedAt, durationMs } = run.run;
    const facts = `Started ${(0,format/* formatTime */.fU)(startedAt)}, took ${(0,format/* formatDuration */.a3)(durationMs)}, seed ${(0,report_escape/* markdownCode */.D9)(seed, 60)}.`;
    return `${reproduceBlock(context)}\n\n${facts}`;
}
function fitted(parts, run, context) {
    const leftOut = foldedSections(run).reduce((sum, section) => sum + section.leftOut, 0);
    const where = detailsLink('summary and artifact of the workflow run', context);
    const rows = leftOut === 0 ? '' : ` (${(0,format/* plural */.LS)(leftOut, 'row')} of its tables among it)`;
    return fitBlocks(parts, {
        limit: COMMENT_LIMIT,
        closing: `<sub>Shortened to fit a comment. The rest${rows} is in the ${where}.</sub>`,
        shortened: leftOut > 0 || (0,notices/* minorNotices */.HE)(run).length > WARNINGS_SHOWN,
    });
}


/***/ })

};
