export const id = 481;
export const ids = [481];
export const modules = {

/***/ 52481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yr: () => (/* binding */ checkOutput),
  wQ: () => (/* binding */ renderComment),
  qE: () => (/* binding */ renderJobSummary),
  Ot: () => (/* binding */ renderNothingMeasured)
});

// UNUSED EXPORTS: COMMENT_LIMIT

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/steps.js + 1 modules
var steps = __webpack_require__(1722);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/broken-side.js
var broken_side = __webpack_require__(61109);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/compared-line.js
var compared_line = __webpack_require__(84592);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/facts.js
var facts = __webpack_require__(6593);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metrics.js
var metrics = __webpack_require__(99823);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/shown-comparison.js
var shown_comparison = __webpack_require__(74637);
// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/comparison.js
var markdown_comparison = __webpack_require__(64725);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/fence.js
var fence = __webpack_require__(11011);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/section.js
var markdown_section = __webpack_require__(6841);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/comparison.js











/** How many rows stand above the fold. */
const CHANGES_ON_TOP = 10;
const WHYS_ON_TOP = 6;
/** What to do about a comparison, in sentences of Markdown; empty where there is nothing to do. */
function comparisonAdvice(run) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (comparison === undefined)
        return [];
    // What a side that broke was measured at before that is nothing to accept.
    const worse = (0,broken_side/* brokenSide */.v)(comparison) === undefined && comparison.verdict !== 'void' ? (0,metrics/* regressions */.Z0)(comparison) : [];
    const names = new Set(worse.map(({ name }) => name));
    const rest = (0,steps/* comparisonSteps */.P)(run).filter(({ subject }) => !names.has(subject));
    return [...acceptAdvice(worse.map(({ name }) => name)), ...rest.map(({ text }) => (0,report_escape/* markdownText */.p7)(text, 600))];
}
function acceptAdvice([first, ...rest]) {
    if (first === undefined)
        return [];
    const command = (0,report_escape/* markdownCode */.D9)((0,steps/* acceptCommand */.O)(first), 240);
    return [
        rest.length === 0 ? `Accept with ${command} or push a fix.` : `Accept each with a comment like ${command}, or push a fix.`,
    ];
}
/** What was compared, in one line; empty without a comparison. */
function comparedLine(run) {
    if (run.comparison === undefined)
        return '';
    const { base, head } = run.comparison;
    return [`Base ${sideText(base)} against head ${sideText(head)}`, ...(0,compared_line/* comparedFigures */.P)(run)].join(' · ');
}
function sideText({ label, commit, origin }) {
    const at = commit === null || commit.startsWith(label) ? '' : ` at ${(0,report_escape/* markdownCode */.D9)(commit.slice(0, 10))}`;
    return `${(0,report_escape/* markdownCode */.D9)(label, 80)}${at} (${facts/* ORIGIN_WORD */.od[origin]})`;
}
/** The last lines of a side that does not run, in a block of code; empty where there are none. */
function lastLines({ comparison }) {
    const broken = comparison === undefined ? undefined : (0,broken_side/* brokenSide */.v)(comparison);
    return broken === undefined || broken.lines.length === 0 ? '' : (0,fence/* fencedLines */.R)(broken.lines);
}
/** The ten metrics that matter most; empty where none does. */
function comparisonTop(run, comparison) {
    const { text, leftOut } = (0,markdown_comparison/* changesTable */.EI)(run, comparison, { mostRows: CHANGES_ON_TOP, compact: true });
    if ((0,metrics/* notableMetrics */.Tw)(comparison).length === 0)
        return '';
    return (0,markdown_section/* blocks */.Bv)([text, leftOut === 0 ? '' : `<sub>${(0,format/* plural */.LS)(leftOut, 'more metric')} below.</sub>`]);
}
/** What moved, metric by metric; empty where nothing is known of it. */
function comparisonWhy(comparison) {
    const section = (0,markdown_comparison/* whySection */.cb)(comparison, { mostRows: WHYS_ON_TOP });
    return section === undefined ? '' : (0,markdown_section/* blocks */.Bv)([`**${section.title}**`, ...section.parts]);
}
/** Whether everything that the sections of changes and of their reasons say stands above the folds. */
function changesAreAbove(comparison) {
    return (0,metrics/* notableMetrics */.Tw)(comparison).length <= CHANGES_ON_TOP;
}
/** Whether every reason stands above the folds. */
function whysAreAbove(comparison) {
    return ((0,markdown_comparison/* whySection */.cb)(comparison, { mostRows: WHYS_ON_TOP })?.leftOut ?? 0) === 0;
}

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
    return (0,fence/* fencedCommand */.l)(reproduce);
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

;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/fitting-title.js

/** UTF-16 units of the longest title of a check. */
const TITLE_LENGTH = 100;
const SEPARATOR = ' · ';
/**
 * As many of a sentence's parts from its beginning as fit; the first, which says what decides, is cut only where it alone is too long. Ends in an
 * ellipsis where something is left out.
 */
function fittingTitle(text) {
    if (text.length <= TITLE_LENGTH)
        return text.toWellFormed();
    const parts = text.split(SEPARATOR);
    const shortened = parts.map((_, index) => [...parts.slice(0, index), '…'].join(SEPARATOR));
    const fitting = shortened.findLast((part, index) => index > 0 && part.length <= TITLE_LENGTH);
    return (fitting ?? (0,report_escape/* oneLine */.TN)(text, TITLE_LENGTH)).toWellFormed();
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown/context.js
var context = __webpack_require__(14925);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/metrics.js
var view_metrics = __webpack_require__(26371);
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
    const top = (0,view_metrics/* loadStages */.GJ)(run).at(-1);
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
    for (const { id } of [...(0,view_metrics/* benchmarkStages */.$6)(run), ...(0,view_metrics/* loadStages */.GJ)(run).toReversed()]) {
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
    return (0,markdown_section/* blocks */.Bv)([text, leftOut === 0 ? '' : `<sub>${(0,format/* plural */.LS)(leftOut, 'more objective')} below.</sub>`]);
}
function shareText(share) {
    if (share === undefined)
        return format/* NONE */.x3;
    return share > LARGEST_SHARE ? `> ${(0,format/* formatPercent */.l9)(LARGEST_SHARE)}` : (0,format/* formatPercent */.l9)(share);
}
function slowestRows(run) {
    const stage = (0,view_metrics/* loadStages */.GJ)(run).at(-1) ?? (0,view_metrics/* benchmarkStages */.$6)(run)[0];
    if (stage === undefined)
        return '';
    const rows = (0,view_metrics/* bySlowness */.kS)((0,view_metrics/* operationsIn */.E1)(run, stage));
    if (rows.length === 0)
        return '';
    const { text, leftOut } = (0,table/* markdownRows */.Fg)(slowestColumns, rows, TOP);
    const where = stage.users === undefined ? '' : ` at ${(0,format/* plural */.LS)(stage.users, 'user')}`;
    const title = leftOut === 0
        ? `**Operations${where}**, the slowest first`
        : `**The ${ROWS_ON_TOP} slowest of ${(0,format/* plural */.LS)(rows.length, 'operation')}${where}**`;
    return (0,markdown_section/* blocks */.Bv)([title, text, '<sub>To have changes judged, add objectives to shotclock.yml.</sub>']);
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
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js + 1 modules
var verdict = __webpack_require__(61287);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comment/what-to-do.js





const STEPS = { most: 5, length: 250 };
const LEAD = '**What to do.**';
/** What a reader should do, in one sentence for each kind of trouble and a line for each of the gravest; empty when there is nothing to do. */
function whatToDo(run) {
    if ((0,verdict/* isUnfit */.Jm)(run))
        return `${LEAD} Measure again on a machine with more room, or with fewer users.`;
    const verdicts = new Set(run.objectives.map((objective) => (0,verdict/* shownObjectiveVerdict */.m$)(run, objective)));
    const advice = [
        ...comparisonAdvice(run),
        ...(run.run.status === 'partial' ? ['Mend what ended the run early (its log says more), and measure again.'] : []),
        ...(verdicts.has('fail') ? ['Mend what misses its objective, or change the objective and say why.'] : []),
        ...(verdicts.has('inconclusive') ? ['Measure more of what is undecided: more samples, or longer stages.'] : []),
    ];
    const steps = (0,opening/* stepLines */.mR)((0,next_steps/* measuredSteps */.e)(run), STEPS);
    if (advice.length === 0 && steps !== '')
        advice.push('Nothing was missed, but calls failed.');
    return advice.length === 0 ? '' : (0,markdown_section/* blocks */.Bv)([[LEAD, ...advice].join(' '), steps]);
}
/** Whether there is more to do than `whatToDo` lists. */
function hasMoreToDo(run) {
    return (0,next_steps/* measuredSteps */.e)(run).length > STEPS.most;
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
    const without = context?.measuredBy === undefined ? [] : [markdown_comparison/* REPRODUCE_TITLE */.Jk];
    const whole = summaryText(run, { stated, view: WHOLE_IN_SUMMARY, limit: Infinity, without });
    if (Buffer.byteLength(whole) <= SUMMARY_LIMIT)
        return whole;
    return summaryText(run, { stated, view: IN_SUMMARY, limit: SUMMARY_LIMIT, without });
}
function summaryText(run, { stated, view, limit, without }) {
    const sections = (0,markdown/* reportSections */.lN)(run, view).filter(({ title }) => !without.includes(title));
    return fitBlocks([...stated, ...(0,markdown/* openingBlocks */.Re)(run), ...sections.map(markdown_section/* underHeading */.bH), (0,markdown/* lastBlock */.KH)(run, view)], {
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
        title: fittingTitle((0,report_escape/* logLine */.BP)(`${verdict/* RESULT_WORD */.Dj[result]}: ${verdictClause(run)}`)),
        summary: fitted(bodyBlocks(run, context), run, context).text,
    };
}
function titleOf(run) {
    const result = (0,verdict/* shownResult */.zM)(run);
    return `${objectives/* RESULT_MARK */.oT[result]} ${verdict/* RESULT_WORD */.Dj[result]}: ${(0,report_escape/* markdownText */.p7)(verdictClause(run), 600)}`;
}
/** The verdict's sentence as it goes on after a colon. */
function verdictClause(run) {
    const sentence = (0,verdict/* verdictSentence */.BT)(run);
    return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
function bodyBlocks(run, context) {
    return [
        factLine(run, context),
        comparedLine(run),
        forkBlock(context),
        ...(0,notices/* graveNotices */.jO)(run).map(opening/* alertBlock */.cu),
        whatToDo(run),
        lastLines(run),
        ...topBlocks(run),
        moneyLine(run),
        ...foldedSections(run).map(markdown_section/* behindName */.gi),
        notesBlock(run),
        (0,markdown/* lastBlock */.KH)(run, IN_COMMENT),
        (0,table/* folded */.TM)('How to reproduce', reproduceText(run, context)),
    ];
}
/** What matters most, above all folds; of a void run nothing. */
function topBlocks(run) {
    if ((0,verdict/* shownResult */.zM)(run) === 'void')
        return [];
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (comparison === undefined)
        return [topTable(run)];
    return [comparisonTop(run, comparison), run.objectives.length === 0 ? '' : topTable(run), comparisonWhy(comparison)];
}
/** Everything that was measured, without objectives that stand above as well as they could stand here. */
function foldedSections(run) {
    const objectivesAbove = (0,verdict/* shownResult */.zM)(run) !== 'void' && run.objectives.length <= ROWS_ON_TOP && !hasMoreToDo(run);
    const above = new Set([
        ...(objectivesAbove ? [objectives/* OBJECTIVES_TITLE */.mu] : []),
        ...comparedAbove(run),
        markdown_comparison/* REPRODUCE_TITLE */.Jk,
        markdown_comparison/* LAST_LINES_TITLE */.gr,
    ]);
    return (0,markdown/* reportSections */.lN)(run, IN_COMMENT).filter(({ title }) => !above.has(title));
}
/** Of the comparison what need not stand behind a fold, because it stands above. */
function comparedAbove(run) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (comparison === undefined || (0,verdict/* shownResult */.zM)(run) === 'void')
        return [];
    return [...(changesAreAbove(comparison) ? [markdown_comparison/* CHANGES_TITLE */.$] : []), ...(whysAreAbove(comparison) ? [markdown_comparison/* WHY_TITLE */.MP] : [])];
}
function factLine(run, context) {
    const name = context.name === undefined ? '' : `**${(0,report_escape/* markdownText */.p7)(context.name, 60)}:** `;
    const what = `${name}${(0,report_escape/* markdownCode */.D9)(run.run.system, 80)} ${opening/* KIND_WORD */.w1[run.run.kind]} at ${shortSha(context.headSha)}`;
    const isEvidence = (0,verdict/* shownResult */.zM)(run) !== 'void' && run.generator.verdict !== 'void';
    const speed = isEvidence ? (0,sentence/* speedFigures */.VA)(run) : [];
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
    // What a stranger's document wants to be run is nothing to recommend.
    const own = context.measuredBy === undefined ? (run.comparison?.reproduce ?? '').trim() : '';
    return `${own === '' ? reproduceBlock(context) : (0,fence/* fencedCommand */.l)(own)}\n\n${facts}`;
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


/***/ }),

/***/ 84592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ comparedFigures)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89343);
/* harmony import */ var _shown_comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74637);



/** How much was compared, and what could have been seen with it; empty where nothing was measured side by side. */
function comparedFigures(run) {
    const comparison = (0,_shown_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .shownComparison */ .P)(run);
    if (comparison === undefined || comparison.baseFailure !== undefined || comparison.pairs === 0)
        return [];
    const { pairs, starts, measuringMs } = comparison;
    const power = (0,_power_js__WEBPACK_IMPORTED_MODULE_1__/* .powerText */ .J)(comparison);
    return [
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(pairs, 'pair')} over ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(starts, 'start')} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(measuringMs)}`,
        ...(power === undefined ? [] : [power === _power_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_POWER */ .K ? `Power: ${power}` : power]),
    ];
}


/***/ })

};
