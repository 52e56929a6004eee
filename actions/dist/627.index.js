export const id = 627;
export const ids = [627];
export const modules = {

/***/ 63915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VY: () => (/* binding */ HISTOGRAM_LIMIT),
  EJ: () => (/* binding */ RUN_SCHEMA),
  aK: () => (/* binding */ runDocumentSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(25262);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/comparison.js
/** The comparison of a run document: base against head, as it was measured and as it was judged. */

const count = schemas/* int */.Whr().nonnegative();
const finite = schemas/* number */.aig();
/** One side of a comparison, and how it was found. */
const comparedSideSchema = schemas/* strictObject */.rej({
    /** What people call it: a branch, a tag, a folder, the file name of a run. */
    label: schemas/* string */.YjP(),
    commit: schemas/* string */.YjP().nullable(),
    origin: schemas/* enum */.k5n(['merge-base', 'ref', 'directory', 'checkout', 'run']),
    planDigest: schemas/* string */.YjP(),
});
/** The plan that was fixed before the first pair. */
const comparisonDesignSchema = schemas/* strictObject */.rej({
    seed: schemas/* string */.YjP(),
    /** The chance of any false alarm over all gating metrics and looks. */
    level: finite,
    /** When to look and the share of the level spent then; the last is the most pairs there can be. */
    looks: schemas/* array */.YOg(schemas/* strictObject */.rej({ pairs: count, share: finite })),
    /** Gating metrics whose change is tested: over these Holm's procedure runs. */
    gatingMetrics: count,
    budgetMs: finite,
    /** Pairs measured between two starts of the processes. */
    pairsPerStart: count,
    /** Both sides run at once, or one after the other where memory does not allow two. */
    layout: schemas/* enum */.k5n(['side-by-side', 'alternate-starts']),
});
/**
 * What was measured of one metric. `values` are changes in the sense of "higher is worse", one a pair: log ratios for times and rates a
 * second, differences for the rest. `twin` are the same between two starts of base.
 */
const comparedSeriesSchema = schemas/* strictObject */.rej({
    /** `<operation>.<metric>`, or `canary.<metric>`. */
    name: schemas/* string */.YjP(),
    operation: schemas/* string */.YjP(),
    metric: schemas/* string */.YjP(),
    unit: schemas/* enum */.k5n(['ms', 'tokens', 'usd', 'bytes', 'ratio', 'per_s', 'count']),
    /**
     * `noisy`: tested against the tolerance. `exact`: compared for equality. `rate`: shares of calls, by Fisher's test. `quantile`: the slow end of
     * times, which only informs.
     */
    class: schemas/* enum */.k5n(['noisy', 'exact', 'rate', 'quantile']),
    /** `gate` can fail the run, `info` only informs, `canary` is what no change can touch. */
    role: schemas/* enum */.k5n(['gate', 'info', 'canary']),
    /** Relative for times, in the metric's unit for the rest. */
    tolerance: finite,
    /** The typical value of each side, in the unit. */
    base: finite.nullable(),
    head: finite.nullable(),
    values: schemas/* array */.YOg(finite),
    twin: schemas/* array */.YOg(finite),
    /** Exact metrics: every distinct value of a side with how often it came. Rates: `value` 1 for a failure, 0 for none. */
    baseValues: schemas/* array */.YOg(schemas/* strictObject */.rej({ value: finite, count })).optional(),
    headValues: schemas/* array */.YOg(schemas/* strictObject */.rej({ value: finite, count })).optional(),
    /**
     * Quantiles: by which share head's is higher, with its 95 % interval from the block bootstrap, and the stretches of pairs that this draws from as
     * if each told of itself alone.
     */
    tail: schemas/* strictObject */.rej({ estimate: finite, low: finite, high: finite, stretches: count }).optional(),
});
/** The answer for one metric. */
const comparedMetricSchema = comparedSeriesSchema.extend({
    verdict: schemas/* enum */.k5n(['regression', 'improvement', 'fine', 'inconclusive', 'accepted', 'not-confirmed']),
    /** Worsening with its interval, as the values are counted: 0.1 is ten percent slower for times; in the unit for the rest. */
    change: schemas/* strictObject */.rej({ estimate: finite, low: finite.nullable(), high: finite.nullable() }).nullable(),
    /** One-sided, of no worsening beyond the tolerance; adjusted by Holm (gate) or Benjamini and Hochberg (info). Null for exact metrics. */
    p: finite.nullable(),
    pairs: count,
    /** The least worsening that would have been seen with 80 % power. */
    detectable: finite.nullable(),
    /** Pairs that would probably decide it; null where it is decided or no number would. */
    pairsNeeded: count.nullable(),
    /** Why, in one sentence, where the verdict does not say it all. */
    reason: schemas/* string */.YjP().optional(),
});
/** A statement as pg_stat_statements counted it, per call of the operations that ran it. */
const comparedStatementSchema = schemas/* strictObject */.rej({
    service: schemas/* string */.YjP(),
    statement: schemas/* string */.YjP(),
    base: schemas/* strictObject */.rej({ calls: finite, meanMs: finite, rows: finite, blocks: finite }).nullable(),
    head: schemas/* strictObject */.rej({ calls: finite, meanMs: finite, rows: finite, blocks: finite }).nullable(),
});
/** A part of an operation's change; the parts of one subject add up to its whole. */
const changePartSchema = schemas/* strictObject */.rej({
    /** `<operation>.<metric>` that moved. */
    of: schemas/* string */.YjP(),
    /** `connect`, `first byte`, `first token`, `tokens`, `SQL statements`, `price`, `input`, `cached`, `output`, … */
    part: schemas/* string */.YjP(),
    unit: schemas/* enum */.k5n(['ms', 'usd', 'tokens', 'count', 'bytes']),
    base: finite.nullable(),
    head: finite.nullable(),
    change: finite,
});
/** Everything about the comparison of a run. */
const comparisonSchema = schemas/* strictObject */.rej({
    base: comparedSideSchema,
    head: comparedSideSchema,
    design: comparisonDesignSchema,
    pairs: count,
    starts: count,
    /** Milliseconds from the first pair to the last. */
    measuringMs: finite,
    /** Why no more pairs were measured: `decided`, `pairs`, `budget`, or `stopped` from outside. */
    ended: schemas/* enum */.k5n(['decided', 'pairs', 'budget', 'stopped']),
    metrics: schemas/* array */.YOg(comparedMetricSchema),
    sentinel: schemas/* strictObject */.rej({
        verdict: schemas/* enum */.k5n(['clean', 'moved', 'unknown']),
        /** One sentence for each metric that moved though nothing could move it. */
        reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
    /** Names of the gating metrics that got worse. */
    flagged: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Operations on one side only, and those whose call differs: reported, not compared. */
    operations: schemas/* strictObject */.rej({ added: schemas/* array */.YOg(schemas/* string */.YjP()), removed: schemas/* array */.YOg(schemas/* string */.YjP()), changed: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    statements: schemas/* array */.YOg(comparedStatementSchema),
    parts: schemas/* array */.YOg(changePartSchema),
    /** Regressions that somebody with write permission accepted. */
    acceptances: schemas/* array */.YOg(schemas/* strictObject */.rej({ metric: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), by: schemas/* string */.YjP() })),
    /** A second measurement on a fresh machine of what was flagged: the id of its run and what it found worse. */
    confirmation: schemas/* strictObject */.rej({ runId: schemas/* string */.YjP(), flagged: schemas/* array */.YOg(schemas/* string */.YjP()) }).optional(),
    /** Set when base could not be measured: why. Head was then judged alone. */
    baseFailure: schemas/* string */.YjP().optional(),
    /** Set when head could not be built or started, or died: why, with its last lines. It fails for that. */
    headFailure: schemas/* string */.YjP().optional(),
    verdict: schemas/* enum */.k5n(['pass', 'fail', 'inconclusive', 'void']),
    /** One command that measures the same on another machine. */
    reproduce: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./lib/workflows-lib/history/run-document.js
/**
 * `shotclock.run/1`: one JSON document with everything that a benchmark or a load test measured.
 * The schema is the single source: types are inferred from it and `benchmarks-history/run.schema.json` is generated from it.
 */


/** Name and version of the format: what `schema` says in every document. */
const RUN_SCHEMA = 'shotclock.run/1';
/** Characters of the longest `histogram` that is worth unpacking: our own take a few kilobytes, a hostile one could fill the memory. */
const HISTOGRAM_LIMIT = 100_000;
const run_document_count = schemas/* int */.Whr().nonnegative();
const run_document_finite = schemas/* number */.aig();
/** A percentile, or why the sample cannot carry it. Bounds are the 95 % confidence interval from order statistics. */
const quantileSchema = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ value: run_document_finite, low: run_document_finite.nullable(), high: run_document_finite.nullable() }),
    schemas/* strictObject */.rej({ withheld: schemas/* string */.YjP() }),
]);
const metricSchema = schemas/* strictObject */.rej({
    operation: schemas/* string */.YjP(),
    /** `duration` in a benchmark; `response`, `service`, `lag` under load; `ttft`, `itl`, `connect`, `tokens.input`, `cost`, … */
    name: schemas/* string */.YjP(),
    /** Id of the stage it was measured in. */
    stage: schemas/* string */.YjP(),
    unit: schemas/* enum */.k5n(['ms', 'tokens', 'usd', 'bytes', 'ratio', 'per_s', 'count']),
    direction: schemas/* enum */.k5n(['lower', 'higher']),
    class: schemas/* enum */.k5n(['noisy', 'exact', 'rate', 'quantile', 'throughput']),
    count: run_document_count,
    min: run_document_finite,
    max: run_document_finite,
    mean: run_document_finite,
    /** 95 % bounds of the mean (Student's t); null for fewer than two values. */
    meanBounds: schemas/* strictObject */.rej({ low: run_document_finite, high: run_document_finite }).nullable(),
    quantiles: schemas/* strictObject */.rej({ p50: quantileSchema, p90: quantileSchema, p95: quantileSchema, p99: quantileSchema }),
    /** Compressed HdrHistogram V2, base64; recorded values are `value * histogramScale`. */
    histogram: schemas/* string */.YjP().optional(),
    histogramScale: run_document_finite.optional(),
    /** Every value in the order measured, where there were few enough to keep. */
    samples: schemas/* array */.YOg(run_document_finite).optional(),
});
/** What became of an operation's calls in one stage. */
const outcomeSchema = schemas/* strictObject */.rej({
    operation: schemas/* string */.YjP(),
    stage: schemas/* string */.YjP(),
    attempts: run_document_count,
    ok: run_document_count,
    error: run_document_count,
    throttled: run_document_count,
    invalid: run_document_count,
    timeout: run_document_count,
    /** Failures by class, with one message each. */
    failures: schemas/* array */.YOg(schemas/* strictObject */.rej({ class: schemas/* string */.YjP(), count: run_document_count, example: schemas/* string */.YjP() })),
    /** Milliseconds that its calls took, added up, whatever their outcome. */
    busyMs: run_document_finite,
    /** Successful calls per second of the time this operation itself took (benchmark) or of the stage (load). */
    throughputPerS: run_document_finite,
    /** Null when nothing was billed; `unpriced` when a model has no price. */
    costPer1k: schemas/* union */.KCZ([run_document_finite, schemas/* literal */.euz('unpriced')]).nullable(),
});
const usageSchema = schemas/* strictObject */.rej({
    provider: schemas/* string */.YjP(),
    model: schemas/* string */.YjP(),
    operation: schemas/* string */.YjP(),
    stage: schemas/* string */.YjP(),
    calls: run_document_count,
    input: run_document_count,
    cached: run_document_count,
    cacheWrite: run_document_count,
    output: run_document_count,
    reasoning: run_document_count,
    /** USD; null when the model has no price. */
    costUsd: run_document_finite.nullable(),
});
const stageSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    workload: schemas/* enum */.k5n(['sequential', 'closed']),
    /** Users of a closed workload. */
    users: run_document_count.optional(),
    startedAfterMs: run_document_finite,
    durationMs: run_document_finite,
    attempts: run_document_count,
    errors: run_document_count,
    /** Successful calls a second. */
    throughputPerS: run_document_finite,
    /** Share of attempts that were not `ok`, 0 to 1. */
    errorRate: run_document_finite,
    costUsd: run_document_finite.nullable(),
    costPer1k: schemas/* union */.KCZ([run_document_finite, schemas/* literal */.euz('unpriced')]).nullable(),
});
const verdictSchema = schemas/* enum */.k5n(['pass', 'fail', 'inconclusive', 'void']);
/** A path inside its repository: forward slashes, no drive, neither `.` nor `..` in it, not absolute. */
const RELATIVE_PATH = /^(?!\/)(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\\:\u0000-\u001f\u007f]+$/;
const objectiveResultSchema = schemas/* strictObject */.rej({
    text: schemas/* string */.YjP(),
    verdict: verdictSchema,
    /** What was measured, in the objective's own unit; null when nothing was. */
    value: run_document_finite.nullable(),
    low: run_document_finite.nullable(),
    high: run_document_finite.nullable(),
    limit: run_document_finite,
    unit: schemas/* string */.YjP(),
    /** Where it was measured: a stage id. */
    stage: schemas/* string */.YjP().nullable(),
    /** Why, in one sentence, when the verdict is not a plain pass or fail. */
    reason: schemas/* string */.YjP().optional(),
    /** Where it is written: a file, relative to the root of its repository, and a line of it from 1. */
    source: schemas/* strictObject */.rej({ file: schemas/* string */.YjP().regex(RELATIVE_PATH), line: schemas/* int */.Whr().positive() }).optional(),
});
const serviceInfoSchema = schemas/* strictObject */.rej({
    type: schemas/* string */.YjP(),
    mode: schemas/* enum */.k5n(['embedded', 'simulated', 'replayed', 'external', 'process']),
    version: schemas/* string */.YjP().optional(),
    detail: schemas/* string */.YjP().optional(),
});
/** The whole document. Unknown fields are refused, and so are numbers that are not finite. */
const runDocumentSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(RUN_SCHEMA),
    run: schemas/* strictObject */.rej({
        /** Unique: UTC time, commit and a random part. */
        id: schemas/* string */.YjP(),
        /** `compare`: measurements and objectives are those of head; base stands in `comparison`. */
        kind: schemas/* enum */.k5n(['benchmark', 'load', 'demo', 'compare']),
        /** `partial`: it ended early; what it measured until then is here. */
        status: schemas/* enum */.k5n(['complete', 'partial']),
        partialReason: schemas/* string */.YjP().optional(),
        system: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP().nullable(),
        branch: schemas/* string */.YjP().nullable(),
        /** Files differed from the commit. */
        dirty: schemas/* boolean */.zMY(),
        startedAt: iso/* datetime */.w$(),
        durationMs: run_document_finite,
        seed: schemas/* string */.YjP(),
        planDigest: schemas/* string */.YjP(),
    }),
    environment: schemas/* strictObject */.rej({
        cpuModel: schemas/* string */.YjP(),
        cores: run_document_count,
        memoryBytes: run_document_count,
        platform: schemas/* string */.YjP(),
        kernel: schemas/* string */.YjP(),
        node: schemas/* string */.YjP(),
        shotclock: schemas/* string */.YjP(),
        runnerImage: schemas/* string */.YjP().nullable(),
        services: schemas/* record */.g1P(schemas/* string */.YjP(), serviceInfoSchema),
    }),
    /** Whether the generator was fit to measure. */
    generator: schemas/* strictObject */.rej({
        verdict: schemas/* enum */.k5n(['ok', 'degraded', 'void']),
        reasons: schemas/* array */.YOg(schemas/* string */.YjP()),
        /** Share of the time the event loop was busy, 0 to 1: under load, or over the benchmark where there was none. */
        eventLoopUtilization: run_document_finite,
        eventLoopDelayMs: schemas/* strictObject */.rej({ p50: run_document_finite, p99: run_document_finite, max: run_document_finite }),
        /** Highest resident memory of this process. */
        residentBytesMax: run_document_count,
        /** CPU taken by the hypervisor, 0 to 1; null where the kernel does not say. */
        stealRatio: run_document_finite.nullable(),
    }),
    stages: schemas/* array */.YOg(stageSchema),
    metrics: schemas/* array */.YOg(metricSchema),
    outcomes: schemas/* array */.YOg(outcomeSchema),
    usage: schemas/* array */.YOg(usageSchema),
    cost: schemas/* strictObject */.rej({
        currency: schemas/* literal */.euz('USD'),
        /** Date of the price table and where its figures come from. */
        priceTable: schemas/* strictObject */.rej({ date: schemas/* string */.YjP(), sources: schemas/* array */.YOg(schemas/* string */.YjP()) }),
        totalUsd: run_document_finite,
        /** `provider/model` without a price; their usage is counted, their cost is not in the total. */
        unpriced: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
    /** By process name: the most memory and the CPU time used while measuring. */
    resources: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ residentBytesMax: run_document_count, cpuMs: run_document_finite })),
    objectives: schemas/* array */.YOg(objectiveResultSchema),
    comparison: comparisonSchema.optional(),
    verdict: verdictSchema,
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});


/***/ }),

/***/ 49317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ verdictOfRun)
/* harmony export */ });
const SEVERITY = ['fail', 'void', 'inconclusive', 'pass'];
/**
 * The verdict that the parts of a run come to. Head that does not run and worse counts fail wherever they were measured; without a generator that
 * was fit nothing else counts. Objectives and the comparison are two gates: one that says nothing does not excuse the other. A run cut short is
 * at best inconclusive.
 */
function verdictOfRun(run) {
    const { generator, objectives, comparison } = run;
    if (comparison?.headFailure !== undefined || countedWorse(comparison))
        return 'fail';
    if (generator.verdict === 'void')
        return 'void';
    const parts = [...objectives, ...(comparison === undefined ? [] : [comparison])];
    const worst = SEVERITY.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'pass';
    return worst === 'pass' && run.run.status === 'partial' ? 'inconclusive' : worst;
}
/** What is counted does not depend on the machine. */
function countedWorse(comparison) {
    const flagged = new Set(comparison?.flagged);
    return comparison?.metrics.some((metric) => metric.class === 'exact' && flagged.has(metric.name)) ?? false;
}


/***/ }),

/***/ 61109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ hasNothingInCommon),
/* harmony export */   v: () => (/* binding */ brokenSide)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);

const LONGEST_LINE = 300;
const MOST_LINES = 20;
const ANNOUNCED = /[.:;]?\s*Its last lines:?\s*$/;
/** What `compare` gives as the failure of base where both sides can be measured, but do not do the same in anything. */
const NOTHING_IN_COMMON = /^no operation is the same in base and head\b/;
/** Whether head was judged alone because nothing of it can be held against base. */
function hasNothingInCommon({ baseFailure }) {
    return NOTHING_IN_COMMON.test(baseFailure ?? '');
}
/** The side that broke, if one did: head before base, because head fails for it. */
function brokenSide({ baseFailure, headFailure, }) {
    const failure = headFailure ?? baseFailure;
    if (failure === undefined)
        return undefined;
    const [first = '', ...rest] = failure.split('\n');
    const lines = rest.map((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line, LONGEST_LINE)).filter((line) => line !== '');
    return {
        side: headFailure === undefined ? 'base' : 'head',
        summary: first.replace(ANNOUNCED, ''),
        lines: lines.slice(-MOST_LINES),
    };
}


/***/ }),

/***/ 91922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ shortChange),
/* harmony export */   Rc: () => (/* binding */ sideText),
/* harmony export */   TT: () => (/* binding */ metricNote),
/* harmony export */   ZT: () => (/* binding */ noted),
/* harmony export */   bj: () => (/* binding */ signedChange),
/* harmony export */   k0: () => (/* binding */ changeText),
/* harmony export */   lo: () => (/* binding */ detectableText),
/* harmony export */   n3: () => (/* binding */ isRelative),
/* harmony export */   ve: () => (/* binding */ toleranceText)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);

/** Bills are for one call, which nobody can read; they are shown for a thousand. */
const CALLS_BILLED = 1000;
/** Whether changes of a metric are relative to base: times and rates a second; all others are in the metric's unit. */
function isRelative({ unit }) {
    return unit === 'ms' || unit === 'per_s';
}
/** What a metric is called beside its name: of a bill, for how many calls it is. */
function metricNote({ unit }) {
    return unit === 'usd' ? 'per 1,000 calls' : '';
}
/** A text about a metric, with what it is of: "+$0.28 (+9%) per 1,000 calls". */
function noted(metric, text) {
    return [text, metricNote(metric)].filter((part) => part !== '').join(' ');
}
/** One side's typical value. */
function sideText({ unit }, value) {
    return value === null ? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(value * scaleOf(unit), unit);
}
/** A worsening as a change of the value: less of a throughput is what is worse. */
function signedChange({ unit, change }) {
    if (change === null)
        return undefined;
    const { estimate, low, high } = change;
    if (unit !== 'per_s')
        return { estimate, low, high };
    const rise = (slowdown) => 1 / (1 + slowdown) - 1;
    return { estimate: rise(estimate), low: high === null ? null : rise(high), high: low === null ? null : rise(low) };
}
/** `+9.8% (+7.1% to +12.4%)`, `+23 (+1.2%)`; a dash where nothing was measured. */
function changeText(metric) {
    const change = signedChange(metric);
    if (change === undefined)
        return _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3;
    const shown = amountText(metric, change.estimate);
    const interval = intervalText(metric, change);
    if (interval !== undefined)
        return `${shown} (${interval})`;
    const relative = isRelative(metric) || metric.unit === 'ratio' || !metric.base ? undefined : change.estimate / metric.base;
    const share = relative === undefined ? '0%' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRelativeChange */ .mj)(relative);
    // One token of thousands is a change that has no share worth telling.
    return share === '0%' ? shown : `${shown} (${share})`;
}
/** The change alone, without its interval. */
function shortChange(metric) {
    const change = signedChange(metric);
    return change === undefined ? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3 : amountText(metric, change.estimate);
}
/** Undefined where the value is exact. */
function intervalText(metric, { low, high }) {
    if ((low === null && high === null) || low === high)
        return undefined;
    const end = (value) => (value === null ? '?' : amountText(metric, value));
    const [from, to] = [end(low), end(high)];
    return `${to.endsWith(' points') ? from.replace(/ points?$/, '') : from} to ${to}`;
}
function amountText({ unit }, value) {
    return isRelative({ unit }) ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRelativeChange */ .mj)(value) : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDifference */ .jR)(value * scaleOf(unit), unit);
}
/** How much worse is still fine. */
function toleranceText({ unit, tolerance }) {
    return isRelative({ unit }) ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(tolerance) : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDifference */ .jR)(tolerance * scaleOf(unit), unit).replace(/^\+/, '');
}
/** The least worsening that would have been seen. */
function detectableText({ unit, detectable }) {
    if (detectable === null)
        return _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3;
    return isRelative({ unit }) ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRelativeChange */ .mj)(detectable) : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDifference */ .jR)(detectable * scaleOf(unit), unit);
}
function scaleOf(unit) {
    return unit === 'usd' ? CALLS_BILLED : 1;
}


/***/ }),

/***/ 6593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ operationFacts),
/* harmony export */   jf: () => (/* binding */ sideName),
/* harmony export */   od: () => (/* binding */ ORIGIN_WORD),
/* harmony export */   tj: () => (/* binding */ comparisonFacts)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _broken_side_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61109);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89343);
/* harmony import */ var _undecided_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76115);




const LAYOUTS = {
    'side-by-side': 'both sides at once',
    'alternate-starts': 'one side after the other, because memory does not allow two',
};
const ENDS = {
    decided: 'every gating metric was decided',
    pairs: 'the most pairs were measured',
    budget: 'the time budget ended',
    stopped: 'it was stopped',
};
/** How a side was found, in words. */
const ORIGIN_WORD = {
    'merge-base': 'merge base',
    ref: 'ref',
    directory: 'folder',
    checkout: 'checkout',
    run: 'run document',
};
/** How it was compared: sides, design, how far it came, what it could have seen, and how steady the machine was. */
function comparisonFacts(comparison) {
    const sides = [
        ['Base', sideName(comparison.base)],
        ['Head', sideName(comparison.head)],
    ];
    const broken = (0,_broken_side_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenSide */ .v)(comparison);
    const failed = broken === undefined ? [] : [[failureName(comparison, broken), broken.summary]];
    if (comparison.pairs === 0 && failed.length > 0)
        return [...sides, ...failed];
    if (comparison.pairs === 0)
        return [...sides, ['Pairs', 'none: nothing was measured side by side']];
    return [...sides, ...failed, ...designFacts(comparison), ...confirmationFacts(comparison)];
}
function designFacts(comparison) {
    const { design, pairs, starts, measuringMs, ended } = comparison;
    const power = (0,_power_js__WEBPACK_IMPORTED_MODULE_2__/* .powerText */ .J)(comparison);
    return [
        ['Layout', LAYOUTS[design.layout]],
        [
            'Pairs',
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(pairs)} over ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(starts, 'start')} of the processes, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(design.pairsPerStart)} a start`,
        ],
        ['Measuring time', `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(measuringMs)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(design.budgetMs)}`],
        ['Ended because', ENDS[ended]],
        ['Looks', looksText(design)],
        [
            'Level',
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(design.level)} for any false alarm over ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(design.gatingMetrics, 'gating metric')} and all looks`,
        ],
        ...(power === undefined ? [] : [['Power', power]]),
        ['Seed', design.seed],
        ['Sentinel', sentinelText(comparison)],
    ];
}
function failureName(comparison, { side }) {
    if ((0,_broken_side_js__WEBPACK_IMPORTED_MODULE_1__/* .hasNothingInCommon */ .c)(comparison))
        return 'Nothing compared';
    return side === 'head' ? 'Head failed' : 'Base failed';
}
/** "main at 5d0e3c9a41 (merge base)": whose name comes from outside. */
function sideName({ label, commit, origin }) {
    const at = commit === null || commit.startsWith(label) ? '' : ` at ${commit.slice(0, 10)}`;
    return `${label}${at} (${ORIGIN_WORD[origin]})`;
}
function looksText({ looks }) {
    if (looks.length === 0)
        return 'none';
    return looks.map(({ pairs, share }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(pairs)} pairs (${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(share)} of the level)`).join(', ');
}
function sentinelText({ sentinel }) {
    const reasons = sentinel.reasons.length === 0 ? '' : `: ${sentinel.reasons.join('; ')}`;
    const words = { clean: 'base against itself and the canaries did not move', moved: 'moved', unknown: 'could not be judged' };
    return `${words[sentinel.verdict]}${reasons}`;
}
/** A second run that could not tell has not found that nothing is worse. */
function confirmationFacts({ confirmation, metrics }) {
    if (confirmation === undefined)
        return [];
    const { runId, flagged } = confirmation;
    const denied = metrics.some(({ verdict }) => verdict === 'not-confirmed');
    const open = metrics.filter((metric) => (0,_undecided_js__WEBPACK_IMPORTED_MODULE_3__/* .doubtOf */ .kv)(metric) !== undefined).map(({ name }) => name);
    const found = [
        ...(flagged.length > 0 ? [`found worse: ${flagged.join(', ')}`] : denied ? ['found nothing worse'] : []),
        ...(open.length > 0 ? [`could not tell of ${open.join(', ')}`] : []),
    ];
    return [['Confirmation', `run ${runId} on a fresh machine ${found.length === 0 ? 'could not tell' : found.join('; ')}`]];
}
/** Operations that were not compared, by why. Values are names from outside, already joined. */
function operationFacts({ operations }) {
    return [
        ['Added', operations.added],
        ['Removed', operations.removed],
        ['Changed', operations.changed],
    ].flatMap(([name, list]) => (list.length === 0 ? [] : [[name, list.join(', ')]]));
}


/***/ }),

/***/ 22816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fy: () => (/* binding */ METRIC_SIGN),
/* harmony export */   kq: () => (/* binding */ METRIC_WORD),
/* harmony export */   wF: () => (/* binding */ metricResult)
/* harmony export */ });
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99823);
/* harmony import */ var _shown_comparison_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74637);
/* harmony import */ var _view_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61287);



/** Verdicts of metrics as words for people. */
const METRIC_WORD = {
    regression: 'Regression',
    improvement: 'Improvement',
    fine: 'Fine',
    inconclusive: 'Inconclusive',
    accepted: 'Accepted',
    'not-confirmed': 'Not confirmed',
    void: 'Void',
};
/** Verdicts of metrics as signs whose shapes differ without colour. */
const METRIC_SIGN = {
    regression: '✗',
    improvement: '↓',
    fine: '✓',
    inconclusive: '?',
    accepted: '~',
    'not-confirmed': '~',
    void: '∅',
};
/**
 * A metric's verdict to show: in a void run no metric is judged, whatever it says; beside a sentinel that moved, or with a generator that was not
 * fit, only what is counted.
 */
function metricResult(run, metric) {
    const comparison = (0,_shown_comparison_js__WEBPACK_IMPORTED_MODULE_1__/* .shownComparison */ .P)(run);
    const believed = comparison === undefined || (0,_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelieved */ .fv)(comparison, metric);
    return (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .shownVerdict */ .h9)(run) === 'void' || !believed ? 'void' : metric.verdict;
}


/***/ }),

/***/ 99823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ otherMetrics),
/* harmony export */   Bo: () => (/* binding */ comparedMetrics),
/* harmony export */   Tw: () => (/* binding */ notableMetrics),
/* harmony export */   Xs: () => (/* binding */ ofGate),
/* harmony export */   Z0: () => (/* binding */ regressions),
/* harmony export */   fv: () => (/* binding */ isBelieved),
/* harmony export */   pk: () => (/* binding */ timesApart),
/* harmony export */   zW: () => (/* binding */ weighedMetrics)
/* harmony export */ });
/* unused harmony export byOperation */
/** Metrics that a change can move: all but the canaries. */
function comparedMetrics({ metrics }) {
    return metrics.filter(({ role }) => role !== 'canary');
}
/** Whether a metric can be believed: on a machine that was not steady only what is counted can. */
function isBelieved({ sentinel }, metric) {
    return sentinel.verdict !== 'moved' || metric.class === 'exact';
}
/** Metrics that an answer was sought for, as far as they can be believed: all that may fail, and of those that inform the judged ones. */
function weighedMetrics(comparison) {
    return comparedMetrics(comparison).filter((metric) => isBelieved(comparison, metric) && (metric.role === 'gate' || metric.verdict !== 'inconclusive'));
}
/** Times of two runs that were measured apart, from which nothing follows. */
function timesApart(comparison) {
    if (comparison.pairs > 0)
        return [];
    return comparedMetrics(comparison).filter((metric) => metric.class === 'noisy' && metric.values.length === 0 && metric.verdict === 'inconclusive');
}
/** Gating metrics that got worse, which nobody accepted and no second measurement doubted. */
function regressions(comparison) {
    return ofGate(comparison, 'regression');
}
/** Metrics of the gate with one verdict, as far as they can be believed. */
function ofGate(comparison, verdict) {
    return comparison.metrics.filter((metric) => metric.role === 'gate' && metric.verdict === verdict && isBelieved(comparison, metric));
}
/**
 * Metrics that a reader should see: regressions, undecided gates, what was accepted or not confirmed, improvements, and regressions that only
 * inform. Among those of one kind the largest change, measured in tolerances, comes first.
 */
function notableMetrics(comparison) {
    return comparedMetrics(comparison)
        .map((metric) => ({ metric, rank: isBelieved(comparison, metric) ? rankOf(metric) : REST }))
        .filter(({ rank }) => rank < REST)
        .toSorted((left, right) => left.rank - right.rank || weight(right.metric) - weight(left.metric))
        .map(({ metric }) => metric);
}
/** All other metrics, canaries too, those of an operation together. */
function otherMetrics(comparison) {
    const notable = new Set(notableMetrics(comparison));
    return byOperation(comparison.metrics.filter((metric) => !notable.has(metric)));
}
/** Metrics by operation, in the order in which operations come first. */
function byOperation(metrics) {
    return [...Map.groupBy(metrics, ({ operation }) => operation).values()].flat();
}
const REST = 5;
function rankOf({ role, verdict }) {
    const gates = role === 'gate';
    switch (verdict) {
        case 'regression':
            return gates ? 0 : 4;
        case 'inconclusive':
            return gates ? 1 : REST;
        case 'accepted':
        case 'not-confirmed':
            return 2;
        case 'improvement':
            return gates ? 3 : REST;
        case 'fine':
            return REST;
    }
}
/** How large a change is against the tolerance, or against the base where nothing is tolerated. */
function weight({ change, tolerance, base }) {
    if (change === null)
        return 0;
    const scale = tolerance > 0 ? tolerance : Math.abs(base ?? 0);
    return scale === 0 ? Math.abs(change.estimate) : Math.abs(change.estimate) / scale;
}


/***/ }),

/***/ 93896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ billedTokens),
/* harmony export */   JS: () => (/* binding */ partRows),
/* harmony export */   pn: () => (/* binding */ partName)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91922);


/** Parts of a bill that are tokens, as people call them: what is billed as input is what no cache has given. */
const TOKENS = new Map([
    ['input', 'uncached input tokens'],
    ['cached', 'cached input tokens'],
    ['cache write', 'tokens written to the cache'],
    ['output', 'output tokens'],
]);
/** Whether a part of a bill is some kind of token. */
function billedTokens(part) {
    return TOKENS.has(part);
}
/** What a part is called; text from outside. */
function partName({ part, unit }) {
    if (unit !== 'usd')
        return part;
    return part === 'model' ? 'models on one side only' : (TOKENS.get(part) ?? part);
}
/** All parts of all changes, bills for a thousand calls. */
function partRows({ parts }) {
    return parts.map(({ of, part, unit, base, head, change }) => {
        const scale = unit === 'usd' ? 1000 : 1;
        const side = (value) => (value === null ? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(value * scale, unit));
        return {
            ...{ metric: of, note: (0,_change_text_js__WEBPACK_IMPORTED_MODULE_1__/* .metricNote */ .TT)({ unit }), part: partName({ part, unit }) },
            ...{ base: side(base), head: side(head), change: (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDifference */ .jR)(change * scale, unit) },
        };
    });
}


/***/ }),

/***/ 89343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ powerText),
/* harmony export */   K: () => (/* binding */ NO_POWER)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91922);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99823);



/** What is said where no metric has measured enough to tell what it could have seen. */
const NO_POWER = 'too few pairs to say';
/**
 * "could have seen +2.1% to +6.4% with 80% power, 2 of 9 had too few values to say": of the times that may fail, whose changes can be held against
 * each other. Undefined where nothing was measured side by side, or none of it is evidence.
 */
function powerText(comparison) {
    const times = comparison.metrics.filter((metric) => metric.role === 'gate' && metric.class === 'noisy' && (0,_change_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRelative */ .n3)(metric) && (0,_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelieved */ .fv)(comparison, metric));
    if (comparison.pairs === 0 || times.length === 0)
        return undefined;
    const seen = times
        .filter((metric) => metric.detectable !== null)
        .toSorted((left, right) => left.detectable - right.detectable);
    const [least, most] = [seen[0], seen.at(-1)];
    if (least === undefined || most === undefined)
        return NO_POWER;
    const [from, to] = [(0,_change_text_js__WEBPACK_IMPORTED_MODULE_1__/* .detectableText */ .lo)(least), (0,_change_text_js__WEBPACK_IMPORTED_MODULE_1__/* .detectableText */ .lo)(most)];
    const unknown = times.length - seen.length;
    const rest = unknown === 0 ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(unknown)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(times.length)} had too few values to say`;
    return `could have seen ${from === to ? from : `${from} to ${to}`} with 80% power${rest}`;
}


/***/ }),

/***/ 74637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ shownComparison)
/* harmony export */ });
/**
 * The comparison of a run as far as it can be believed, undefined where there is none. A generator that was not fit to measure makes of its times
 * what a sentinel that moved does: no evidence. What is counted stands.
 */
function shownComparison({ comparison, generator, }) {
    if (comparison === undefined || generator.verdict !== 'void')
        return comparison;
    const why = generator.reasons.length === 0 ? '' : `: ${generator.reasons.join('; ')}`;
    return { ...comparison, sentinel: { verdict: 'moved', reasons: [`the load generator was not fit to measure${why}`] } };
}


/***/ }),

/***/ 12654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ statementRows)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);

/** The SQL statements of both sides: those whose time grew most a call of their operations come first, then the slowest. */
function statementRows({ statements }) {
    return statements
        .toSorted((left, right) => growth(right) - growth(left) || timeOf(right.head) - timeOf(left.head))
        .map(({ service, statement, base, head }) => ({
        service,
        statement,
        calls: sides(base, head, ({ calls }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(calls)),
        mean: sides(base, head, ({ meanMs }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(meanMs)),
        rows: sides(base, head, ({ rows }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rows)),
        blocks: sides(base, head, ({ blocks }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(blocks)),
    }));
}
function growth({ base, head }) {
    return timeOf(head) - timeOf(base);
}
function timeOf(side) {
    return side === null ? 0 : side.calls * side.meanMs;
}
function sides(base, head, text) {
    const [before, after] = [base, head].map((side) => (side === null ? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3 : text(side)));
    return `${before ?? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3} → ${after ?? _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3}`;
}


/***/ }),

/***/ 1722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ acceptCommand),
  P: () => (/* binding */ comparisonSteps)
});

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/broken-side.js
var broken_side = __webpack_require__(61109);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/change-text.js
var change_text = __webpack_require__(91922);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metrics.js
var metrics = __webpack_require__(99823);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/shown-comparison.js
var shown_comparison = __webpack_require__(74637);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/undecided.js
var undecided = __webpack_require__(76115);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comparison/undecided-steps.js



const NAMES_SHOWN = 3;
/** What would decide the gating metrics that are not, one step for each cause; empty where all are. */
function undecidedSteps(comparison) {
    const { unconfirmed, varying, failing, close } = (0,undecided/* undecidedMetrics */.ph)(comparison);
    return [
        ...confirmSteps(unconfirmed),
        ...(close.length === 0 ? [] : [{ subject: 'Undecided', text: pairsText(comparison, close) }]),
        ...byReason(varying, varyingText),
        ...byReason(failing, (names, reason) => `${names}: ${reason}; look at its failures, or measure more pairs.`),
        ...apartSteps(comparison),
    ];
}
function confirmSteps(unconfirmed) {
    return [...Map.groupBy(unconfirmed, undecided/* doubtOf */.kv)].map(([doubt, metrics]) => ({
        subject: 'Not confirmed',
        text: `${namesOf(metrics)} found worse once, not confirmed yet: ${doubt ?? 'nothing is known of a second run'}; run the job "confirm" again.`,
    }));
}
function byReason(metrics, text) {
    return [...Map.groupBy(metrics, ({ reason }) => reason ?? 'it is not decided')].map(([reason, list]) => ({
        subject: 'Undecided',
        text: text(namesOf(list), reason),
    }));
}
/** How `judgeExact` begins what it says of values that differ from call to call. */
const VARIES = 'it varies between calls';
function varyingText(names, reason) {
    if (!reason.startsWith(VARIES))
        return `${names}: ${reason}; mend that first.`;
    return `${names}: ${reason}: make the operation answer alike each time, or tolerate a difference with compare.per_metric.`;
}
function pairsText(comparison, close) {
    const reach = (0,undecided/* pairsThatDecide */.nm)(close);
    const all = (0,format/* plural */.LS)(close.length, 'metric');
    if (reach === undefined) {
        return `Measure on a steadier machine, or tolerate more: no number of pairs would probably decide ${all}.`;
    }
    const hopeless = close.length - reach.decided;
    const which = hopeless === 0 ? all : `${(0,format/* formatCount */.B4)(reach.decided)} of ${all}, no number the other ${(0,format/* formatCount */.B4)(hopeless)}`;
    const measured = `${(0,format/* plural */.LS)(comparison.pairs, 'pair')} ${comparison.pairs === 1 ? 'was' : 'were'} measured`;
    return `${measured}, about ${(0,format/* plural */.LS)(reach.pairs, 'pair')} would decide ${which}: ${whatToRaise(comparison, reach.pairs)}.`;
}
/** What ended the measuring too early for so many pairs, and what else would. */
function whatToRaise({ design, ended, pairs, measuringMs }, wanted) {
    // The budget holds warm-up and restarts as well, which more pairs need more of.
    const spentMs = ended === 'budget' ? Math.max(measuringMs, design.budgetMs) : measuringMs;
    const neededMs = pairs === 0 ? 0 : (spentMs / pairs) * wanted;
    const most = design.looks.at(-1)?.pairs ?? 0;
    const options = [
        ...(ended === 'pairs' || wanted > most ? [`--pairs (compare.pairs) to about ${wanted}`] : []),
        ...(neededMs > design.budgetMs ? [`--budget (compare.budget) to about ${(0,format/* formatDurationUp */.$U)(neededMs)}`] : []),
    ];
    if (options.length > 0)
        return `raise ${options.join(' and ')}`;
    return ended === 'budget' ? 'raise --budget (compare.budget)' : 'run again';
}
/** Where counts decided, times that did not are no trouble. */
function apartSteps(comparison) {
    if (comparison.verdict !== 'inconclusive' || (0,metrics/* timesApart */.pk)(comparison).length === 0)
        return [];
    const text = 'Measure side by side with compare --base REF: the times of two runs that were measured apart say nothing.';
    return [{ subject: 'Times', text }];
}
/** "a, b, c and 2 more": names from outside. */
function namesOf(metrics) {
    const names = metrics.slice(0, NAMES_SHOWN).map(({ name }) => name);
    const more = metrics.length - names.length;
    return more === 0 ? names.join(', ') : `${names.join(', ')} and ${(0,format/* formatCount */.B4)(more)} more`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/report/comparison/steps.js





/** The comment that accepts a regression. The name in it comes from outside. */
function acceptCommand(metric) {
    return `/shotclock accept ${metric} <reason>`;
}
/** What a reader should do about the comparison of a run, the gravest first; empty without one, and where there is nothing to do. */
function comparisonSteps(run) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (comparison === undefined)
        return [];
    const broken = (0,broken_side/* brokenSide */.v)(comparison);
    if (broken !== undefined)
        return [brokenStep(comparison, broken)];
    if (comparison.verdict === 'void') {
        return [{ subject: 'Sentinel', text: 'Measure again: the machine was not steady, so these figures are no evidence.' }];
    }
    const worse = (0,metrics/* regressions */.Z0)(comparison).map((metric) => ({
        subject: metric.name,
        text: `${(0,change_text/* noted */.ZT)(metric, (0,change_text/* changeText */.k0)(metric))}, tolerated ${(0,change_text/* noted */.ZT)(metric, (0,change_text/* toleranceText */.ve)(metric))}. Comment "${acceptCommand(metric.name)}" to accept it, or push a fix.`,
    }));
    return [...worse, ...undecidedSteps(comparison)];
}
function brokenStep(comparison, { side, lines }) {
    if (side === 'head') {
        const what = comparison.pairs === 0 ? 'keeps head from being built or started' : 'ends head while it is measured';
        return { subject: 'Head', text: `Mend what ${what}${lines.length === 0 ? '' : '; its last lines are below'}.` };
    }
    const how = (0,broken_side/* hasNothingInCommon */.c)(comparison)
        ? 'keep the name and the call of at least one operation, or compare with --base REF'
        : 'rebase onto a commit that starts, or give --base REF';
    return { subject: 'Base', text: `Head was judged by its objectives alone; ${how}.` };
}


/***/ }),

/***/ 76115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kv: () => (/* binding */ doubtOf),
/* harmony export */   nm: () => (/* binding */ pairsThatDecide),
/* harmony export */   ph: () => (/* binding */ undecidedMetrics)
/* harmony export */ });
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99823);

/** What `settle-comparison` begins the reason with where a second run was to find a regression again and could not say. */
const UNCONFIRMED = 'it is not confirmed yet: ';
/** Why the second run neither confirmed nor denied what the first one found; undefined of any other metric. */
function doubtOf({ verdict, reason }) {
    return verdict === 'inconclusive' && reason?.startsWith(UNCONFIRMED) === true ? reason.slice(UNCONFIRMED.length) : undefined;
}
/** The undecided metrics of the gate, as far as they can be believed; each is in one of the lists. */
function undecidedMetrics(comparison) {
    const all = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .ofGate */ .Xs)(comparison, 'inconclusive');
    const unconfirmed = all.filter((metric) => doubtOf(metric) !== undefined);
    const others = all.filter((metric) => doubtOf(metric) === undefined);
    const varying = others.filter((metric) => metric.class === 'exact');
    const failing = others.filter((metric) => metric.class === 'rate');
    return {
        unconfirmed,
        varying,
        failing,
        close: others.filter((metric) => !varying.includes(metric) && !failing.includes(metric)),
    };
}
/** The pairs that would probably decide metrics; undefined where no number would. */
function pairsThatDecide(metrics) {
    const needed = metrics.flatMap(({ pairsNeeded }) => pairsNeeded ?? []);
    if (needed.length === 0)
        return undefined;
    return { pairs: needed.reduce((most, pairs) => Math.max(most, pairs), 0), decided: needed.length };
}


/***/ }),

/***/ 10064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cn: () => (/* binding */ whyLines),
/* harmony export */   kE: () => (/* binding */ moneyLines),
/* harmony export */   ss: () => (/* binding */ whyText),
/* harmony export */   tb: () => (/* binding */ LONGEST_CODE)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59771);
/* harmony import */ var _change_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91922);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99823);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93896);





const PARTS_SHOWN = 3;
/** A part below this share of what moved explains nothing. */
const LEAST_SHARE = 0.05;
/** What is left of a bill's change below this share of it is rounding. */
const LEAST_REST = 0.001;
/** As much of a statement as a line of several has room for. */
const LONGEST_CODE = 60;
/** A line as text, its names and codes as the place wants them. */
function whyText({ lead, parts }, shown) {
    const each = parts.map(({ name, isCode, amount }) => `${isCode ? shown.code((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name, LONGEST_CODE)) : shown.name(name)} ${amount}`);
    return [lead, ...(each.length === 0 ? [] : [each.join(', ')])].join(' ');
}
/**
 * For each metric that got worse what part of it moved, the gravest first; those whose parts are not known say so by their absence. Parts that moved
 * the other way are told too, and then no share: shares of what they partly undo would be more than the whole.
 */
function whyLines(comparison) {
    return explained(comparison).flatMap((metric) => {
        const { along, against } = movedParts(partsOf(comparison, metric));
        if (along.length === 0)
            return [];
        const shared = against.length === 0;
        const parts = [...along.slice(0, PARTS_SHOWN), ...against.slice(0, PARTS_SHOWN)].map((part) => whyPart(part, metric, shared));
        return [{ metric: metric.name, lead: `${(0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortChange */ .H5)(metric)}${shared ? ', of it' : ':'}`, parts }];
    });
}
/** Metrics whose worsening is to be explained, but bills, which have lines of their own. */
function explained(comparison) {
    return (0,_metrics_js__WEBPACK_IMPORTED_MODULE_4__/* .notableMetrics */ .Tw)(comparison).filter(({ verdict, metric }) => ['regression', 'accepted', 'not-confirmed'].includes(verdict) && metric !== 'cost');
}
/** The parts of one metric's change. */
function partsOf({ parts }, { name }) {
    return parts.filter(({ of }) => of === name);
}
/** What moved the way the whole did, and what moved the other way, each with its largest part first. */
function movedParts(parts) {
    const whole = parts.reduce((sum, { change }) => sum + change, 0);
    const isAlong = ({ change }) => Math.sign(change) === Math.sign(whole);
    const moved = parts.filter(isAlong).reduce((sum, { change }) => sum + change, 0);
    const grave = parts
        .map((part) => ({ ...part, share: moved === 0 ? 0 : part.change / moved }))
        .filter(({ share }) => Math.abs(share) >= LEAST_SHARE)
        .toSorted((left, right) => Math.abs(right.share) - Math.abs(left.share));
    return { along: grave.filter(isAlong), against: grave.filter((part) => !isAlong(part)) };
}
/** Metrics whose parts are statements, models and tools; what is left of them is not. */
const CODE_PARTS = new Set(['queries', 'model_calls', 'mcp_calls']);
const OTHERS = 'other statements';
function whyPart({ part, unit, change, share }, { metric }, shared) {
    const ofAll = shared ? ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(Math.round(share * 100) / 100)})` : '';
    return { name: part, isCode: CODE_PARTS.has(metric) && part !== OTHERS, amount: `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDifference */ .jR)(change, unit)}${ofAll}` };
}
/**
 * For each bill that changed what a thousand calls cost on both sides, and why: "$3.12 → $3.40 (+9%), because output tokens +8.7% (+$0.28)". What
 * is printed adds up to the change.
 */
function moneyLines(comparison) {
    return comparison.metrics
        .filter((metric) => metric.metric === 'cost' && metric.unit === 'usd' && metric.role !== 'canary' && differs(metric))
        .map((metric) => billLine(comparison, metric));
}
function differs({ base, head }) {
    return base !== null && head !== null && (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(base * 1000) !== (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(head * 1000);
}
function billLine(comparison, metric) {
    const { base, head, operation } = metric;
    const relative = base === null || head === null || base === 0 ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRelativeChange */ .mj)(head / base - 1)})`;
    const parts = billParts(partsOf(comparison, metric), (head ?? 0) - (base ?? 0));
    const lead = `${(0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sideText */ .Rc)(metric, base)} → ${(0,_change_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sideText */ .Rc)(metric, head)}${relative}${parts.length === 0 ? '' : ', because'}`;
    return { metric: operation, lead, parts };
}
/** The largest parts of a bill's change, whichever way they moved it, and what they leave of it. */
function billParts(parts, whole) {
    const grave = parts
        .filter(({ change }) => Math.abs(change) > LEAST_REST * Math.abs(whole))
        .toSorted((left, right) => Math.abs(right.change) - Math.abs(left.change))
        .slice(0, PARTS_SHOWN);
    if (grave.length === 0)
        return [];
    const rest = grave.reduce((left, { change }) => left - change, whole);
    const shown = grave.map((part) => ({ name: (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .partName */ .pn)(part), isCode: false, amount: billAmount(part) }));
    if (Math.abs(rest) <= LEAST_REST * Math.abs(whole))
        return shown;
    return [...shown, { name: 'the rest', isCode: false, amount: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDifference */ .jR)(rest * 1000, 'usd') }];
}
/** Tokens by how many more there are, which their own bill tells where nothing else moved it, and by what that adds; the rest only by that. */
function billAmount({ part, base, head, change }) {
    const added = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDifference */ .jR)(change * 1000, 'usd');
    if (!(0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .billedTokens */ .$c)(part) || base === null || head === null || base <= 0)
        return added;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRelativeChange */ .mj)(head / base - 1)} (${added})`;
}


/***/ }),

/***/ 91859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* reexport safe */ _core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__.BP),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   F: () => (/* reexport safe */ _core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__.F),
/* harmony export */   TN: () => (/* reexport safe */ _core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__.TN),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50261);
/** Text from outside, made safe for the place it is shown in. Everything that a report prints goes through one of these. */


/** Text for HTML content and for quoted attributes. Keeps line breaks; drops what `oneLine` replaces. */
function escapeHtml(text) {
    return (0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q6)(text.toWellFormed().replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'))
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
const BREAKER = '&#8203;';
/**
 * Advisories by their number, commits by (a beginning of) theirs, seven digits or more with letters among them, and addresses without a scheme.
 * An underscore before or behind them makes no difference to GitHub, so it is no part of a word here.
 */
const NUMBERED = /(?<![\da-z])(?:GHSA|CVE|GH)-(?=[\da-z])/gi;
const COMMIT = /(?<![\da-z])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,64}(?![\da-z])/gi;
const BARE_ADDRESS = /(?<![\da-z])www\./gi;
/** The first colon of an emoji's name; what stands behind the text may begin with the other one. */
const EMOJI = /:(?=:|(?:[\w+-]|&#95;)+(?::|$))/g;
/**
 * Text as one line of GitHub-flavoured Markdown that renders as itself: no markup, HTML, table border, mention, reference, autolink or
 * workflow command comes out of it. GitHub looks for mentions and links after entities are decoded, so those are broken by a zero-width space.
 */
function markdownText(text, maxLength = 300) {
    return (0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, maxLength)
        .replace(/[&<>|`*~[\]\\]|(?<![a-z0-9])_|_(?![a-z0-9])|\$(?!\d)/gi, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/(?<!&)[@#]/g, (character) => `${character}${BREAKER}`)
        .replace(NUMBERED, (match) => `${match}${BREAKER}`)
        .replace(COMMIT, (match) => match.replace(/.{6}(?=.)/g, (part) => `${part}${BREAKER}`))
        .replace(BARE_ADDRESS, (match) => `${match.slice(0, -1)}${BREAKER}.`)
        .replaceAll('://', `:${BREAKER}//`)
        .replace(EMOJI, `:${BREAKER}`)
        .replace(/^(\d+)([.)])(?=\s|$)/, `$1${BREAKER}$2`)
        .replace(/^(?=[-+](?:\s|$)|--|=)/, BREAKER);
}
/**
 * A name or command as a Markdown code span, where it can be one; otherwise as `markdownText`. Never empty. Not in a code span either: what
 * looks like an HTML comment, by which bots find their own comments again.
 */
function markdownCode(text, maxLength = 120) {
    const line = (0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, maxLength);
    if (line === '')
        return '(empty)';
    return /[`|\\]|::|##\[|<!-|-->/.test(line) ? markdownText(line, maxLength) : `\`${line}\``;
}


/***/ }),

/***/ 59771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ formatDurationUp),
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   G7: () => (/* binding */ formatCostPer1k),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Rx: () => (/* binding */ formatQuantile),
/* harmony export */   T0: () => (/* binding */ formatTick),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   jR: () => (/* binding */ formatDifference),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   mj: () => (/* binding */ formatRelativeChange),
/* harmony export */   up: () => (/* binding */ formatMoney),
/* harmony export */   vO: () => (/* binding */ isUnit),
/* harmony export */   vy: () => (/* binding */ formatInterval),
/* harmony export */   x3: () => (/* binding */ NONE),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/** Numbers as people read them. The only place of the project where a number becomes text for a person. */

/** What stands where there is no figure. Its reason stands beside it. */
const NONE = '–';
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** Three significant digits for 1 <= |value| < 1000: 1.23, 12.3, 123. Above, whole and grouped; below, at most three decimals. */
function significant(value) {
    const size = Math.abs(value);
    if (size >= 99.95)
        return grouped.format(value);
    if (size >= 9.995)
        return value.toFixed(1);
    return value.toFixed(size >= 0.9995 || size === 0 ? 2 : 3);
}
/** Milliseconds: `0.214 ms`, `1.23 ms`, `214 ms`, `1.23 s`, `2 min 05 s`, `1 h 02 min`. Values that would round to nothing: `< 0.001 ms`. */
function formatDuration(ms) {
    const size = Math.abs(ms);
    if (ms === 0)
        return '0 ms';
    if (size < 0.0005)
        return ms < 0 ? '> -0.001 ms' : '< 0.001 ms';
    if (size < 999.5)
        return `${significant(ms)} ms`;
    if (size < 119_950)
        return `${significant(ms / 1000)} s`;
    const sign = ms < 0 ? '-' : '';
    const seconds = Math.round(size / 1000);
    const pad = (part) => String(part).padStart(2, '0');
    if (seconds < 3600)
        return `${sign}${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
    const minutes = Math.round(seconds / 60);
    return `${sign}${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
/** Milliseconds as options and plans take them, rounded up to what one would write: `20s`, `6m`, `3h`. */
function formatDurationUp(ms) {
    if (ms <= 120_000)
        return `${Math.ceil(ms / 10_000) * 10}s`;
    return ms <= 7_200_000 ? `${Math.ceil(ms / 60_000)}m` : `${Math.ceil(ms / 3_600_000)}h`;
}
/** US dollars: `$1,234.50`, `$3.10`, `$0.214`, `$0.0031`; three significant digits below one dollar. An exact zero is `$0`. */
function formatMoney(usd) {
    if (usd === 0)
        return '$0';
    const sign = usd < 0 ? '-' : '';
    const size = Math.abs(usd);
    if (size >= 0.9995)
        return `${sign}$${dollars.format(size)}`;
    if (size < 1e-9)
        return `${sign === '-' ? '>' : '<'} ${sign}$0.000000001`;
    const decimals = Math.min(9, 2 - Math.floor(Math.log10(size)));
    const text = size.toFixed(decimals).replace(/0+$/, '');
    return `${sign}$${text.padEnd(4, '0')}`;
}
/** Whole numbers, grouped: `12,345`. A fraction (a mean of counts) keeps three significant digits. */
function formatCount(count) {
    return Number.isInteger(count) ? grouped.format(count) : significant(count);
}
/** A ratio of 1 as a percentage: `0%`, `0.25%`, `95%`. What is not nothing is never `0%`, and what is not all is never `100%`. */
function formatPercent(ratio) {
    const percent = ratio * 100;
    if (Number.isInteger(percent) || Math.abs(percent) > 100)
        return `${grouped.format(percent)}%`;
    if (percent > 99.99)
        return '> 99.99%';
    if (Math.abs(percent) < 0.01)
        return percent < 0 ? '> -0.01%' : '< 0.01%';
    const decimals = Math.abs(percent) < 1 || percent > 99 ? 2 : 1;
    return `${Number(percent.toFixed(decimals))}%`;
}
/** Bytes in powers of 1024: `512 B`, `1.50 KiB`, `187 MiB`. */
function formatBytes(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    let [value, unit] = [bytes, 0];
    while (Math.abs(value) >= 1023.5 && unit < units.length - 1) {
        value /= 1024;
        unit++;
    }
    return `${unit === 0 ? formatCount(value) : significant(value)} ${units[unit] ?? ''}`;
}
/** A rate: `0.123/s`, `12.3/s`, `1,234/s`. */
function formatRate(perSecond) {
    if (perSecond === 0)
        return '0/s';
    return perSecond > 0 && perSecond < 0.0005 ? '< 0.001/s' : `${significant(perSecond)}/s`;
}
const BY_UNIT = new Map([
    ['ms', formatDuration],
    ['s', (value) => formatDuration(value * 1000)],
    ['usd', formatMoney],
    ['ratio', formatPercent],
    ['per_s', formatRate],
    ['bytes', formatBytes],
    ['tokens', formatCount],
    ['count', formatCount],
]);
/** Whether a unit is one of the run document's own; any other is text from outside. */
function isUnit(unit) {
    return BY_UNIT.has(unit);
}
/** A value in one of the run document's units. An unknown unit follows the number, cut to 16 characters but not escaped. */
function formatValue(value, unit) {
    return BY_UNIT.get(unit)?.(value) ?? `${significant(value)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(unit, 16)}`.trim();
}
/** A value on an axis: as `formatValue`, without the zeros that only say how exactly a figure is known. */
function formatTick(value, unit) {
    return value === 0 && unit !== 'ratio' ? '0' : formatValue(value, unit).replace(/\.0+(?!\d)|(\.\d*[1-9])0+(?!\d)/, '$1');
}
/** What a thousand calls cost: an amount, `unpriced` (never $0), or a dash where nothing is billed. */
function formatCostPer1k(cost) {
    if (cost === null)
        return NONE;
    return cost === 'unpriced' ? cost : formatMoney(cost);
}
/** A relative change: `+9.8%`, `-0.25%`, `0%`, `+1,240%`; three significant digits at most. */
function formatRelativeChange(ratio) {
    const percent = ratio * 100;
    const size = Math.abs(percent);
    if (size < 0.005)
        return '0%';
    const digits = size >= 99.95 ? grouped.format(size) : String(Number(size.toFixed(size < 1 ? 2 : 1)));
    return `${percent < 0 ? '-' : '+'}${digits}%`;
}
/** A change in a unit, with its sign: `+23`, `-$0.214`, `+1.2 points` for a change of a ratio. */
function formatDifference(change, unit) {
    const sign = change < 0 ? '-' : change > 0 ? '+' : '';
    if (unit === 'ratio') {
        const points = formatPercent(Math.abs(change)).replace('%', '');
        return `${sign}${points} ${points === '1' ? 'point' : 'points'}`;
    }
    return `${sign}${formatValue(Math.abs(change), unit)}`;
}
/** A percentile's value, or a dash when it is withheld. */
function formatQuantile(quantile, unit) {
    return 'withheld' in quantile ? NONE : formatValue(quantile.value, unit);
}
/** `201 to 230 ms`, `0.9 ms to 1.1 s`; a bound that the sample cannot give is `?`. Undefined when it gives neither. */
function formatInterval(bounds, unit) {
    if (bounds.low === null && bounds.high === null)
        return undefined;
    const bound = (value) => (value === null ? '?' : formatValue(value, unit));
    const [low, high] = [bound(bounds.low), bound(bounds.high)];
    const suffix = /(?<=\d)(?: \w+|\/s)$/.exec(high)?.[0];
    return `${suffix !== undefined && low.endsWith(suffix) ? low.slice(0, -suffix.length) : low} to ${high}`;
}
/** `2026-11-23 14:05 UTC` of an ISO 8601 time. */
function formatTime(iso) {
    return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** `1 call`, `2 calls`. */
function plural(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 44905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gc: () => (/* binding */ renderMarkdown),
/* harmony export */   KH: () => (/* binding */ lastBlock),
/* harmony export */   Re: () => (/* binding */ openingBlocks),
/* harmony export */   lN: () => (/* binding */ reportSections)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59771);
/* harmony import */ var _markdown_comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64725);
/* harmony import */ var _markdown_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14925);
/* harmony import */ var _markdown_measurements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34097);
/* harmony import */ var _markdown_objectives_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33148);
/* harmony import */ var _markdown_opening_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10610);
/* harmony import */ var _markdown_section_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6841);
/* harmony import */ var _view_next_steps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26323);
/* harmony import */ var _view_notices_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51911);
/* harmony import */ var _view_sentence_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(15269);
/* harmony import */ var _view_verdict_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(61287);












/**
 * A run as GitHub-flavoured Markdown for a comment or a job summary: the verdict, what to do, objectives, measurements, cost, failures, and
 * the environment folded. Text from outside is escaped; the result ends in a line break.
 */
function renderMarkdown(run) {
    return `${(0,_markdown_section_js__WEBPACK_IMPORTED_MODULE_7__/* .blocks */ .Bv)([...openingBlocks(run), ...reportSections(run, _markdown_section_js__WEBPACK_IMPORTED_MODULE_7__/* .WHOLE */ .Ef).map(_markdown_section_js__WEBPACK_IMPORTED_MODULE_7__/* .underHeading */ .bH), lastBlock(run, _markdown_section_js__WEBPACK_IMPORTED_MODULE_7__/* .WHOLE */ .Ef)])}\n`;
}
/** The beginning of a report, block by block: the verdict, what limits its worth, what to do. */
function openingBlocks(run) {
    return [headline(run), ...(0,_view_notices_js__WEBPACK_IMPORTED_MODULE_9__/* .notices */ .oE)(run).map(_markdown_opening_js__WEBPACK_IMPORTED_MODULE_6__/* .alertBlock */ .cu), nextStepSection(run)];
}
/** What was measured, part by part; what does not apply to the run is not there. */
function reportSections(run, view) {
    const sections = [
        ...(0,_markdown_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonSections */ .wF)(run, view),
        (0,_markdown_objectives_js__WEBPACK_IMPORTED_MODULE_5__/* .objectiveSection */ .t3)(run, view),
        ...(0,_markdown_measurements_js__WEBPACK_IMPORTED_MODULE_4__/* .benchmarkSections */ .Cc)(run, view),
        (0,_markdown_measurements_js__WEBPACK_IMPORTED_MODULE_4__/* .loadSection */ .OW)(run, view),
        (0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_3__/* .costSection */ .pD)(run, view),
        (0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_3__/* .failureSection */ .mo)(run, view),
    ];
    return sections.filter((section) => section !== undefined);
}
/** The end of a report: what it was measured on. */
function lastBlock(run, view) {
    return (0,_markdown_section_js__WEBPACK_IMPORTED_MODULE_7__/* .behindName */ .gi)((0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSection */ .Bg)(run, view));
}
function headline(run) {
    const result = (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_11__/* .shownResult */ .zM)(run);
    const title = `## ${_markdown_objectives_js__WEBPACK_IMPORTED_MODULE_5__/* .RESULT_MARK */ .oT[result]} ${_view_verdict_js__WEBPACK_IMPORTED_MODULE_11__/* .RESULT_WORD */ .Dj[result]}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(run.run.system, 80)} ${_markdown_opening_js__WEBPACK_IMPORTED_MODULE_6__/* .KIND_WORD */ .w1[run.run.kind]}`;
    const figures = [(0,_view_sentence_js__WEBPACK_IMPORTED_MODULE_10__/* .measuredSentence */ .g3)(run), ...(0,_view_sentence_js__WEBPACK_IMPORTED_MODULE_10__/* .keyFigures */ .FK)(run)].map((part) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(part)).join('; ');
    return `${title}\n\n**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_11__/* .verdictSentence */ .BT)(run), 600)}** ${figures}.\n\n${origin(run)}`;
}
function origin({ run }) {
    const commit = run.commit === null ? 'no commit' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.commit.slice(0, 12));
    const branch = run.branch === null ? '' : ` on ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.branch)}`;
    const dirty = run.dirty ? ' with uncommitted changes' : '';
    return `<sub>${commit}${branch}${dirty} · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(run.startedAt)} · took ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(run.durationMs)}</sub>`;
}
function nextStepSection(run) {
    const steps = (0,_markdown_opening_js__WEBPACK_IMPORTED_MODULE_6__/* .stepLines */ .mR)((0,_view_next_steps_js__WEBPACK_IMPORTED_MODULE_8__/* .nextSteps */ .Z)(run), { most: Infinity, length: 500 });
    return steps === '' ? '' : `### What to do\n\n${steps}`;
}


/***/ }),

/***/ 64725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ CHANGES_TITLE),
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   Jk: () => (/* binding */ REPRODUCE_TITLE),
/* harmony export */   MP: () => (/* binding */ WHY_TITLE),
/* harmony export */   cb: () => (/* binding */ whySection),
/* harmony export */   gr: () => (/* binding */ LAST_LINES_TITLE),
/* harmony export */   wF: () => (/* binding */ comparisonSections)
/* harmony export */ });
/* harmony import */ var _comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91922);
/* harmony import */ var _comparison_broken_side_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61109);
/* harmony import */ var _comparison_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6593);
/* harmony import */ var _comparison_metric_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22816);
/* harmony import */ var _comparison_metrics_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(99823);
/* harmony import */ var _comparison_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93896);
/* harmony import */ var _comparison_shown_comparison_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(74637);
/* harmony import */ var _comparison_statements_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12654);
/* harmony import */ var _comparison_why_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10064);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59771);
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(11011);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4934);













/** Verdicts of metrics as pictures, always beside their words. */
const METRIC_MARK = {
    regression: '❌',
    improvement: '⬇️',
    fine: '✅',
    inconclusive: '❔',
    accepted: '☑️',
    'not-confirmed': '❔',
    void: '🚫',
};
/** What got worse, but fails nothing. */
const INFORMING_MARK = '⚠️';
/** Headings of the sections that a comment may show above its folds. */
const CHANGES_TITLE = 'Changes';
const WHY_TITLE = 'Why';
const STATEMENT_LENGTH = 160;
/** Everything about the comparison of a run, part by part; nothing without one. */
function comparisonSections(run, view) {
    const comparison = (0,_comparison_shown_comparison_js__WEBPACK_IMPORTED_MODULE_11__/* .shownComparison */ .P)(run);
    if (run.comparison === undefined || comparison === undefined)
        return [];
    const sections = [
        lastLinesSection(comparison),
        changesSection(run, comparison, view),
        whySection(comparison, view),
        statementSection(comparison, view),
        partSection(comparison, view),
        otherSection(run, comparison, view),
        factSection('Operations that were not compared', (0,_comparison_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .operationFacts */ .ZU)(comparison)),
        acceptanceSection(comparison, view),
        factSection('How it was compared', (0,_comparison_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonFacts */ .tj)(run.comparison)),
        reproduceSection(comparison),
    ];
    return sections.filter((section) => section !== undefined);
}
/** Metrics that a reader should see, the gravest first. */
function changesTable(run, comparison, view) {
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)([...metricColumns(run), whyColumn], (0,_comparison_metrics_js__WEBPACK_IMPORTED_MODULE_12__/* .notableMetrics */ .Tw)(comparison), view);
}
function metricColumns(run) {
    return [
        { head: 'Metric', align: 'l', cell: nameCell },
        { head: 'Base', align: 'r', cell: (metric) => (0,_comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sideText */ .Rc)(metric, metric.base) },
        { head: 'Head', align: 'r', cell: (metric) => (0,_comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sideText */ .Rc)(metric, metric.head) },
        { head: 'Change (95% interval)', align: 'r', cell: _comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .changeText */ .k0 },
        { head: 'Tolerance', align: 'r', cell: _comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toleranceText */ .ve },
        { head: 'Verdict', align: 'l', cell: (metric) => verdictCell(run, metric) },
    ];
}
const whyColumn = {
    head: 'Why',
    align: 'l',
    cell: ({ reason }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(reason ?? '', 120),
};
function nameCell(metric) {
    return (0,_comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .noted */ .ZT)(metric, (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(metric.name));
}
function verdictCell(run, metric) {
    const result = (0,_comparison_metric_result_js__WEBPACK_IMPORTED_MODULE_3__/* .metricResult */ .wF)(run, metric);
    const pairs = result === 'inconclusive' && metric.pairsNeeded !== null ? `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(metric.pairsNeeded, 'pair')} would decide` : '';
    const role = metric.role === 'gate' ? '' : ` (${metric.role})`;
    const mark = result === 'regression' && metric.role !== 'gate' ? INFORMING_MARK : METRIC_MARK[result];
    return `${mark} ${_comparison_metric_result_js__WEBPACK_IMPORTED_MODULE_3__/* .METRIC_WORD */ .kq[result]}${pairs}${role}`;
}
function changesSection(run, comparison, view) {
    const notable = (0,_comparison_metrics_js__WEBPACK_IMPORTED_MODULE_12__/* .notableMetrics */ .Tw)(comparison);
    if (notable.length === 0)
        return undefined;
    const { text, leftOut } = changesTable(run, comparison, view);
    return { title: CHANGES_TITLE, hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(notable.length, 'metric'), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
const IN_MARKDOWN = { name: (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(text, 100), code: (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(text) };
/** What moved in every metric that got worse, and what bills are made of; undefined where nothing is known of it. */
function whySection(comparison, { mostRows }) {
    const lines = [
        ...(0,_comparison_why_js__WEBPACK_IMPORTED_MODULE_6__/* .whyLines */ .cn)(comparison).map((line) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(line.metric)}: ${(0,_comparison_why_js__WEBPACK_IMPORTED_MODULE_6__/* .whyText */ .ss)(line, IN_MARKDOWN)}.`),
        ...(0,_comparison_why_js__WEBPACK_IMPORTED_MODULE_6__/* .moneyLines */ .kE)(comparison).map((line) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(line.metric)}, cost per 1,000 requests: ${(0,_comparison_why_js__WEBPACK_IMPORTED_MODULE_6__/* .whyText */ .ss)(line, IN_MARKDOWN)}.`),
    ];
    if (lines.length === 0)
        return undefined;
    const leftOut = Math.max(0, lines.length - mostRows);
    const more = leftOut === 0 ? [] : [`- and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(leftOut)} more`];
    return { title: WHY_TITLE, parts: [[...lines.slice(0, mostRows), ...more].join('\n')], leftOut };
}
function statementSection(comparison, view) {
    const rows = (0,_comparison_statements_js__WEBPACK_IMPORTED_MODULE_5__/* .statementRows */ .Z)(comparison);
    if (rows.length === 0)
        return undefined;
    const columns = [
        { head: 'Statement', align: 'l', cell: ({ statement }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(statement, STATEMENT_LENGTH) },
        { head: 'Service', align: 'l', cell: ({ service }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(service, 60) },
        { head: 'Mean', align: 'r', cell: ({ mean }) => mean },
        { head: 'Calls', align: 'r', cell: ({ calls }) => calls },
        { head: 'Rows', align: 'r', cell: (row) => row.rows },
        { head: 'Blocks', align: 'r', cell: ({ blocks }) => blocks },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)(columns, rows, view);
    return { title: 'SQL statements, base → head', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(rows.length), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
function partSection(comparison, view) {
    const rows = (0,_comparison_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .partRows */ .JS)(comparison);
    if (rows.length === 0)
        return undefined;
    const columns = [
        { head: 'Metric', align: 'l', cell: ({ metric, note }) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(metric), note].join(' ').trimEnd() },
        { head: 'Part', align: 'l', cell: ({ part }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(part, 80) },
        { head: 'Base', align: 'r', cell: ({ base }) => base },
        { head: 'Head', align: 'r', cell: ({ head }) => head },
        { head: 'Change', align: 'r', cell: ({ change }) => change },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)(columns, rows, view);
    return { title: 'Parts of the changes', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(rows.length, 'part'), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
function otherSection(run, comparison, view) {
    const others = (0,_comparison_metrics_js__WEBPACK_IMPORTED_MODULE_12__/* .otherMetrics */ .A8)(comparison);
    if (others.length === 0)
        return undefined;
    const columns = [
        ...metricColumns(run),
        { head: '80% power for', align: 'r', cell: _comparison_change_text_js__WEBPACK_IMPORTED_MODULE_0__/* .detectableText */ .lo },
        { head: 'Pairs', align: 'r', cell: (metric) => (metric.pairs === 0 ? _format_js__WEBPACK_IMPORTED_MODULE_8__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(metric.pairs)) },
        whyColumn,
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)(columns, others, view);
    return {
        title: 'Everything else that was compared',
        hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(others.length, 'metric'),
        parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .leftOutLine */ .uv)(leftOut)],
        leftOut,
    };
}
function factSection(title, facts) {
    if (facts.length === 0)
        return undefined;
    const columns = [
        { head: 'What', align: 'l', cell: ([name]) => name },
        { head: 'Value', align: 'l', cell: ([, value]) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(value, 600) },
    ];
    return { title, parts: [(0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)(columns, facts, { mostRows: Infinity, compact: true }).text], leftOut: 0 };
}
function acceptanceSection({ acceptances }, view) {
    if (acceptances.length === 0)
        return undefined;
    const columns = [
        { head: 'Metric', align: 'l', cell: ({ metric }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownCode */ .D9)(metric) },
        { head: 'By', align: 'l', cell: ({ by }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(by, 80) },
        { head: 'Reason', align: 'l', cell: ({ reason }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_7__/* .markdownText */ .p7)(reason, 300) },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .markdownRows */ .Fg)(columns, acceptances, view);
    return { title: 'Accepted', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_8__/* .plural */ .LS)(acceptances.length, 'regression'), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_10__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
/** Heading of the last lines of a side that does not run. */
const LAST_LINES_TITLE = 'Last lines';
function lastLinesSection(comparison) {
    const broken = (0,_comparison_broken_side_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenSide */ .v)(comparison);
    if (broken === undefined || broken.lines.length === 0)
        return undefined;
    return { title: LAST_LINES_TITLE, hint: `of ${broken.side}`, parts: [(0,_fence_js__WEBPACK_IMPORTED_MODULE_9__/* .fencedLines */ .R)(broken.lines)], leftOut: 0 };
}
function reproduceSection({ reproduce }) {
    if (reproduce.trim() === '')
        return undefined;
    return { title: REPRODUCE_TITLE, parts: [(0,_fence_js__WEBPACK_IMPORTED_MODULE_9__/* .fencedCommand */ .l)(reproduce)], leftOut: 0 };
}
/** The heading of the command that measures the same again. */
const REPRODUCE_TITLE = 'How to reproduce';


/***/ }),

/***/ 14925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ environmentSection),
/* harmony export */   E5: () => (/* binding */ codeList),
/* harmony export */   mo: () => (/* binding */ failureSection),
/* harmony export */   pD: () => (/* binding */ costSection)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59771);
/* harmony import */ var _view_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69239);
/* harmony import */ var _view_judged_at_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79275);
/* harmony import */ var _view_models_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20578);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4934);






/** Tokens and cost by model; undefined when no model was called. */
function costSection(run, view) {
    const totals = (0,_view_models_js__WEBPACK_IMPORTED_MODULE_3__/* .modelTotals */ .X)(run);
    if (totals.length === 0)
        return undefined;
    const tokens = (head, kind) => ({
        head,
        align: 'r',
        cell: (total) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(total[kind]),
    });
    const columns = [
        { head: 'Model', align: 'l', cell: ({ provider, model }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(`${provider}/${model}`) },
        tokens('Calls', 'calls'),
        tokens('Input', 'input'),
        tokens('of it cached', 'cached'),
        tokens('of it cache writes', 'cacheWrite'),
        tokens('Output', 'output'),
        { head: 'Cost', align: 'r', cell: ({ cost }) => (cost === 'unpriced' ? '**unpriced**' : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(cost)) },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownRows */ .Fg)(columns, totals, view);
    const parts = [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOutLine */ .uv)(leftOut), totalLine(run, totals)];
    return { title: 'Cost by model', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(totals.length, 'model'), parts, leftOut };
}
function totalLine({ cost }, totals) {
    const priced = totals.some((total) => total.cost !== 'unpriced');
    const without = cost.unpriced.length === 0 ? '' : `, without ${codeList(cost.unpriced)}`;
    return `Total ${priced ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatMoney */ .up)(cost.totalUsd) : '**unpriced**'}${without}. Prices of ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(cost.priceTable.date, 40)}.`;
}
const NAMES_SHOWN = 5;
/** Names as code, at most five of them: "`a`, `b`, 3 more". */
function codeList(names) {
    const more = names.length - NAMES_SHOWN;
    return [...names.slice(0, NAMES_SHOWN).map((name) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
/** Failures by operation and class; undefined when every call was right. */
function failureSection(run, view) {
    const rows = (0,_view_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .failureRows */ .q)(run);
    if (rows.length === 0)
        return undefined;
    const columns = [
        { head: 'Operation', align: 'l', cell: ({ operation }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(operation) },
        { head: 'Class', align: 'l', cell: (row) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(row.class, 60) },
        { head: 'Count', align: 'r', cell: ({ count }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count) },
        { head: 'Where', align: 'l', cell: ({ stages }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_view_judged_at_js__WEBPACK_IMPORTED_MODULE_5__/* .judgedAt */ .D)(run, stages.join(', ')), 120) },
        { head: 'Example', align: 'l', cell: ({ example }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(example) },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownRows */ .Fg)(columns, rows, view);
    const calls = rows.reduce((sum, { count }) => sum + count, 0);
    return { title: 'Failures', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(calls, 'call'), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
/** Machine, services, generator, and what these figures were measured from. */
function environmentSection(run, view) {
    const columns = [
        { head: 'What', align: 'l', cell: ([name]) => name },
        { head: 'Value', align: 'l', cell: ([, value]) => value },
    ];
    const facts = [...machine(run), ...services(run), ...generator(run), ...origin(run)];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownRows */ .Fg)(columns, facts, view);
    return { title: 'Environment and generator', parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
function machine({ environment }) {
    const { cpuModel, cores, memoryBytes, platform, kernel, node, shotclock, runnerImage } = environment;
    return [
        ['CPU', `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(cpuModel)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(cores)} cores`],
        ['Memory', (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(memoryBytes)],
        ['System', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${platform}, kernel ${kernel}`)],
        ['Runner image', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(runnerImage ?? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3)],
        ['Node / Shotclock', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${node} / ${shotclock}`)],
    ];
}
function services({ environment }) {
    return Object.entries(environment.services).map(([name, { type, mode, version, detail }]) => {
        const rest = [version, detail].filter((part) => part !== undefined).join(', ');
        const shown = mode === 'simulated' ? '**simulated**' : mode;
        return [`Service ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)}`, `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(type)}, ${shown}${rest === '' ? '' : `, ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(rest)}`}`];
    });
}
function generator({ generator: health, resources }) {
    const delay = health.eventLoopDelayMs;
    return [
        ['Generator', `${health.verdict}${health.reasons.length === 0 ? '' : `: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(health.reasons.join('; '))}`}`],
        [
            'Event loop',
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(health.eventLoopUtilization)} busy, delay p99 ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(delay.p99)}, max ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(delay.max)}`,
        ],
        ['CPU steal', health.stealRatio === null ? 'unknown' : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(health.stealRatio)],
        ['Generator memory', (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(health.residentBytesMax)],
        ...Object.entries(resources).map(([name, { residentBytesMax, cpuMs }]) => [
            `Process ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)}`,
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(residentBytesMax)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(cpuMs)} of CPU`,
        ]),
    ];
}
function origin({ run }) {
    return [
        ['Run', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.id)],
        ['Commit', run.commit === null ? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3 : `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.commit)}${run.dirty ? ', with uncommitted changes' : ''}`],
        ['Seed', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.seed)],
        ['Plan digest', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.planDigest)],
    ];
}


/***/ }),

/***/ 11011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fencedLines),
/* harmony export */   l: () => (/* binding */ fencedCommand)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);

const BREAKER = '\u200b';
/**
 * A command as a block of code, in a fence that nothing in it can close. A block of code shows everything as it is; broken is only what a
 * reader of the whole text takes for its own: an HTML comment, by which bots find their comments again, and a workflow command. It is whole, however
 * long: half a command is another one.
 */
function fencedCommand(command) {
    return fenced([(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(command, Infinity)], 'sh');
}
/** Lines of output as a block of code, as safe as a command; each must be one line. */
function fencedLines(lines) {
    return fenced(lines, 'text');
}
function fenced(lines, language) {
    const shown = lines.map(broken);
    const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...shown, fence].join('\n');
}
function broken(line) {
    return line.replace(/<!-|--(?=>)|##(?=\[)|^:(?=:)/g, (match) => `${match.slice(0, 1)}${BREAKER}${match.slice(1)}`);
}


/***/ }),

/***/ 34097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ benchmarkSections),
/* harmony export */   OW: () => (/* binding */ loadSection),
/* harmony export */   gT: () => (/* binding */ operationColumn),
/* harmony export */   mg: () => (/* binding */ callColumns)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59771);
/* harmony import */ var _view_footnotes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63863);
/* harmony import */ var _view_metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26371);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6841);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4934);






/** One table for each stage where operations ran one at a time: in the order of the run, or the slowest where there is no room for all. */
function benchmarkSections(run, view) {
    return (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .benchmarkStages */ .$6)(run).flatMap((stage) => {
        const rows = roomFor((0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .operationsIn */ .E1)(run, stage), view);
        if (rows.length === 0)
            return [];
        const footnotes = (0,_view_footnotes_js__WEBPACK_IMPORTED_MODULE_5__/* .createFootnotes */ .k)();
        const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownRows */ .Fg)(benchmarkColumns(footnotes), rows, view);
        const bounded = rows.filter(({ latency }) => (latency?.meanBounds ?? null) !== null);
        const bounds = bounded.length === 0 ? '' : (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)('95% confidence intervals', boundsTable(bounded, view).text);
        const parts = [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .footnoteLines */ .K2)(footnotes), (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .leftOutLine */ .uv)(leftOut), bounds];
        return [{ title: 'Benchmark', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(rows.length, 'operation'), parts, leftOut }];
    });
}
function roomFor(rows, { mostRows }) {
    return rows.length <= mostRows ? rows : (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .bySlowness */ .kS)(rows);
}
function benchmarkColumns(footnotes) {
    const extreme = (kind) => ({
        head: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
        align: 'r',
        cell: ({ latency }) => (latency === undefined ? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatValue */ .Fl)(latency[kind], latency.unit)),
    });
    return [
        operationColumn,
        ...callColumns,
        extreme('min'),
        quantileColumn('p50', footnotes),
        quantileColumn('p95', footnotes),
        quantileColumn('p99', footnotes),
        extreme('max'),
        extreme('mean'),
        { head: 'TTFT p50', align: 'r', cell: (row) => optionalQuantile(row, 'ttft') },
        { head: 'Tokens in / out', align: 'r', cell: tokens },
        {
            head: 'Throughput',
            align: 'r',
            cell: ({ outcome }) => (outcome === undefined ? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRate */ .CE)(outcome.throughputPerS)),
        },
        { head: 'Cost per 1,000', align: 'r', cell: ({ outcome }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCostPer1k */ .G7)(outcome?.costPer1k ?? null) },
    ];
}
function boundsTable(rows, view) {
    const bounds = (name) => ({
        head: name,
        align: 'r',
        cell: ({ latency }) => {
            const quantile = latency?.quantiles[name];
            return quantile === undefined || 'withheld' in quantile ? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3 : ((0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInterval */ .vy)(quantile, latency?.unit ?? 'ms') ?? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3);
        },
    });
    const mean = {
        head: 'Mean',
        align: 'r',
        cell: ({ latency }) => (latency?.meanBounds ? ((0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInterval */ .vy)(latency.meanBounds, latency.unit) ?? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3) : _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3),
    };
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownRows */ .Fg)([operationColumn, ..._view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .QUANTILES */ .bD.map(bounds), mean], rows, view);
}
/** The operation's name. */
const operationColumn = {
    head: 'Operation',
    align: 'l',
    cell: ({ operation }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(operation),
};
/** How often it was called, and how often in vain. */
const callColumns = [
    { head: 'Calls', align: 'r', cell: ({ outcome }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(outcome?.attempts ?? 0) },
    { head: 'Errors', align: 'r', cell: ({ outcome }) => errors((0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .failedCalls */ .RM)(outcome)) },
];
function errors(count) {
    return count === 0 ? '0' : `**${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(count)}**`;
}
/** A percentile of the main latency; what is missing has its reason among the footnotes. */
function quantileColumn(name, footnotes) {
    return {
        head: name,
        align: 'r',
        cell: ({ latency }) => {
            const quantile = latency?.quantiles[name];
            const reason = (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .missingReason */ .DQ)(quantile);
            if (quantile !== undefined && reason === undefined)
                return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatQuantile */ .Rx)(quantile, latency?.unit ?? 'ms');
            return `${_format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3}<sup>${footnotes.mark((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(latency === undefined ? 'no call succeeded' : `${name} ${reason ?? ''}`))}</sup>`;
        },
    };
}
function optionalQuantile(row, name) {
    const metric = row.metric(name);
    return metric === undefined ? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3 : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatQuantile */ .Rx)(metric.quantiles.p50, metric.unit);
}
function tokens(row) {
    const [input, output] = [row.metric('tokens.input'), row.metric('tokens.output')];
    if (input === undefined || output === undefined)
        return _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(Math.round(input.mean))} / ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(Math.round(output.mean))}`;
}
/** Load by users: a table of stages, the p95 of every operation by users, and all percentiles folded. Undefined without load. */
function loadSection(run, view) {
    const stages = (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .loadStages */ .GJ)(run);
    if (stages.length === 0)
        return undefined;
    const footnotes = (0,_view_footnotes_js__WEBPACK_IMPORTED_MODULE_5__/* .createFootnotes */ .k)();
    // The most users say the most; the others are in the table of stages.
    const shown = view.mostStages < stages.length ? stages.slice(-view.mostStages) : stages;
    const name = (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .comparablePercentile */ .GX)(stages.flatMap((stage) => (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .operationsIn */ .E1)(run, stage)));
    const byStage = stageTable(stages, view);
    const matrix = matrixTable({ run, stages: shown, column: quantileColumn(name, footnotes) }, view);
    const detail = detailTable(run, shown, view);
    const hidden = stages.length - shown.length;
    const leftOut = byStage.leftOut + hidden + matrix.leftOut + detail.leftOut;
    const parts = [
        byStage.text,
        (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .leftOutLine */ .uv)(byStage.leftOut),
        `**Response time ${name} by users**, from the intended start${hidden === 0 ? '' : `; the ${shown.length} stages with the most`}`,
        matrix.text,
        (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .footnoteLines */ .K2)(footnotes),
        (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .leftOutLine */ .uv)(matrix.leftOut),
        (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)('Every percentile under load', (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)([detail.text, (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .leftOutLine */ .uv)(detail.leftOut)])),
    ];
    return { title: 'Load by users', hint: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(stages.length, 'stage'), parts, leftOut };
}
function stageTable(stages, view) {
    const columns = [
        {
            head: 'Users',
            align: 'r',
            cell: (stage) => (stage.users === undefined ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(stage.id) : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(stage.users)),
        },
        { head: 'Calls', align: 'r', cell: ({ attempts }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(attempts) },
        { head: 'Throughput', align: 'r', cell: ({ throughputPerS }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRate */ .CE)(throughputPerS) },
        { head: 'Error rate', align: 'r', cell: ({ errorRate }) => (errorRate === 0 ? '0%' : `**${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(errorRate)}**`) },
        { head: 'Cost per 1,000', align: 'r', cell: ({ costPer1k }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCostPer1k */ .G7)(costPer1k) },
    ];
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownRows */ .Fg)(columns, stages, view);
}
function matrixTable({ run, stages, column }, view) {
    const columns = [
        { head: 'Operation', align: 'l', cell: (operation) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(operation) },
        ...stages.map((stage) => ({
            head: stage.users === undefined ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(stage.id) : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(stage.users, 'user'),
            align: 'r',
            cell: (operation) => column.cell((0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .operationIn */ .Pl)(run, stage, operation)),
        })),
    ];
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownRows */ .Fg)(columns, (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .operationNames */ .qj)(run, stages), view);
}
function detailTable(run, stages, view) {
    const footnotes = (0,_view_footnotes_js__WEBPACK_IMPORTED_MODULE_5__/* .createFootnotes */ .k)();
    const columns = [
        { head: 'Users', align: 'r', cell: ({ stage }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(stage.users ?? 0) },
        operationColumn,
        ...callColumns,
        ..._view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .QUANTILES */ .bD.map((name) => quantileColumn(name, footnotes)),
        { head: 'Service p50', align: 'r', cell: (row) => optionalQuantile(row, 'service') },
        { head: 'Lag p50', align: 'r', cell: (row) => optionalQuantile(row, 'lag') },
        { head: 'TTFT p50', align: 'r', cell: (row) => optionalQuantile(row, 'ttft') },
    ];
    const rows = stages.flatMap((stage) => (0,_view_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .operationsIn */ .E1)(run, stage));
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .markdownRows */ .Fg)(columns, rows, view);
    return { text: (0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)([text, (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .footnoteLines */ .K2)(footnotes)]), leftOut };
}


/***/ }),

/***/ 33148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xu: () => (/* binding */ objectiveColumns),
/* harmony export */   mu: () => (/* binding */ OBJECTIVES_TITLE),
/* harmony export */   oT: () => (/* binding */ RESULT_MARK),
/* harmony export */   t3: () => (/* binding */ objectiveSection)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59771);
/* harmony import */ var _view_judged_at_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79275);
/* harmony import */ var _view_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61287);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4934);





/** Results as pictures, always beside their words. */
const RESULT_MARK = {
    measured: '📏',
    pass: '✅',
    fail: '❌',
    inconclusive: '❔',
    void: '🚫',
};
/** The heading of the objectives. */
const OBJECTIVES_TITLE = 'Objectives';
/** Objectives, the worst first; undefined when there are none. */
function objectiveSection(run, view) {
    const objectives = (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedObjectives */ .Qf)(run);
    if (objectives.length === 0)
        return undefined;
    const columns = [
        ...objectiveColumns(run),
        { head: 'Limit', align: 'r', cell: ({ limit, unit }) => objectiveFigure(limit, unit) },
        { head: 'Where', align: 'l', cell: ({ stage }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_view_judged_at_js__WEBPACK_IMPORTED_MODULE_4__/* .judgedAt */ .D)(run, stage), 80) },
        { head: 'Why', align: 'l', cell: ({ reason }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(reason ?? '', 200) },
    ];
    const { text, leftOut } = (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownRows */ .Fg)(columns, objectives, view);
    return { title: OBJECTIVES_TITLE, hint: counted(run), parts: [text, (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .leftOutLine */ .uv)(leftOut)], leftOut };
}
/** "1 fail, 2 inconclusive, 1 pass". */
function counted(run) {
    const counts = Map.groupBy((0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedObjectives */ .Qf)(run), (objective) => (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .shownObjectiveVerdict */ .m$)(run, objective));
    return [...counts].map(([verdict, list]) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(list.length)} ${verdict}`).join(', ');
}
/** What every table of objectives begins with. */
function objectiveColumns(run) {
    return [
        { head: 'Verdict', align: 'l', cell: (objective) => shown(run, objective) },
        { head: 'Objective', align: 'l', cell: ({ text }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(text) },
        { head: 'Measured', align: 'r', cell: ({ value, unit }) => objectiveFigure(value, unit) },
        { head: '95% interval', align: 'r', cell: intervalOf },
    ];
}
function shown(run, objective) {
    const verdict = (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .shownObjectiveVerdict */ .m$)(run, objective);
    return `${RESULT_MARK[verdict]} ${_view_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .RESULT_WORD */ .Dj[verdict]}`;
}
/** A unit that is not ours is text from outside. */
function objectiveFigure(value, unit) {
    if (value === null)
        return _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3;
    const text = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatValue */ .Fl)(value, unit);
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnit */ .vO)(unit) ? text : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(text, 60);
}
function intervalOf(objective) {
    if (objective.low === objective.high)
        return _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3;
    const text = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInterval */ .vy)(objective, objective.unit) ?? _format_js__WEBPACK_IMPORTED_MODULE_1__/* .NONE */ .x3;
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnit */ .vO)(objective.unit) ? text : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(text, 80);
}


/***/ }),

/***/ 10610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ alertBlock),
/* harmony export */   mR: () => (/* binding */ stepLines),
/* harmony export */   w1: () => (/* binding */ KIND_WORD)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91859);

/** What kinds of runs are called. */
const KIND_WORD = {
    benchmark: 'benchmark',
    load: 'load test',
    demo: 'benchmark and load test',
    compare: 'comparison',
};
const ALERT = { danger: 'CAUTION', warning: 'WARNING', note: 'NOTE' };
/** A notice as a coloured block. */
function alertBlock({ level, title, text }) {
    return `> [!${ALERT[level]}]\n> **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(title)}.** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(text, 600)}`;
}
/** Steps as a list; empty when there are none. */
function stepLines(steps, { most, length }) {
    const more = steps.length - most;
    return [
        ...steps.slice(0, most).map(({ subject, text }) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(subject)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(text, length)}`),
        ...(more > 0 ? [`- and ${more} more, in the details below`] : []),
    ].join('\n');
}


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Ef: () => (/* binding */ WHOLE),
/* harmony export */   bH: () => (/* binding */ underHeading),
/* harmony export */   gi: () => (/* binding */ behindName)
/* harmony export */ });
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4934);

/** Everything, in tables that line up as text too. */
const WHOLE = { mostRows: Infinity, mostStages: Infinity, compact: false };
/** A section under its heading. */
function underHeading({ title, parts }) {
    return blocks([`### ${title}`, ...parts]);
}
/** A section behind its name. */
function behindName({ title, hint, parts }) {
    return (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(hint === undefined ? title : `${title}: ${hint}`, blocks(parts));
}
/** Blocks of Markdown one after another; empty ones are left out. */
function blocks(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}


/***/ }),

/***/ 4934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markdownRows),
/* harmony export */   K2: () => (/* binding */ footnoteLines),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   uv: () => (/* binding */ leftOutLine)
/* harmony export */ });
/* harmony import */ var markdown_table__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59256);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _text_width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97646);



/** Stands in figures for the space before a unit, which is not worth a line of its own. */
const NO_BREAK = '\u00a0';
/** Rows as a table. A column whose every cell is empty or a plain dash is left out. */
function markdownRows(columns, rows, view) {
    // Row by row, so that footnotes are numbered in reading order.
    const cells = rows.slice(0, view.mostRows).map((row) => columns.map((column) => column.cell(row)));
    const filled = columns
        .map((column, index) => ({ ...column, index }))
        .filter(({ index }) => cells.some((row) => row[index] !== '' && row[index] !== _format_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE */ .x3));
    const shown = (cell, align) => (view.compact && align === 'r' ? cell.replaceAll(' ', NO_BREAK) : cell);
    const table = [
        filled.map(({ head }) => head),
        ...cells.map((row) => filled.map(({ index, align }) => shown(row[index] ?? '', align))),
    ];
    const align = filled.map((column) => column.align);
    const text = (0,markdown_table__WEBPACK_IMPORTED_MODULE_2__/* .markdownTable */ .Q)(table, { align, alignDelimiters: !view.compact, stringLength: _text_width_js__WEBPACK_IMPORTED_MODULE_1__/* .displayWidth */ .F1 });
    return { text, leftOut: rows.length - cells.length };
}
/** What a table leaves out, below it; empty when that is nothing. */
function leftOutLine(leftOut) {
    return leftOut === 0 ? '' : `<sub>${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(leftOut, 'more row')} left out here.</sub>`;
}
/** The footnotes below a table, one line; empty when there are none. Reasons come escaped. */
function footnoteLines(footnotes) {
    const notes = footnotes.all().map(({ letter, reason }) => `<sup>${letter}</sup> ${reason}`);
    return notes.length === 0 ? '' : `<sub>${notes.join(' · ')}</sub>`;
}
/** A folded part. `summary` and `body` come escaped. */
function folded(summary, body) {
    return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 97646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ truncateToWidth),
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   KI: () => (/* binding */ wrapToWidth)
/* harmony export */ });
/** How wide text is on a terminal, and text cut or wrapped to a width. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE = /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO = /^[\p{Mark}\u200c\u200d]+$/u;
function graphemeWidth(grapheme) {
    if (ZERO.test(grapheme))
        return 0;
    return WIDE.test(grapheme) ? 2 : 1;
}
/** Terminal columns that a text without escape sequences takes (East Asian wide characters and emoji take two). */
function displayWidth(text) {
    let width = 0;
    for (const { segment } of graphemes.segment(text))
        width += graphemeWidth(segment);
    return width;
}
/** The text, or as much of it as fits before an ellipsis. */
function truncateToWidth(text, width) {
    if (displayWidth(text) <= width)
        return text;
    let [result, used] = ['', 0];
    for (const { segment } of graphemes.segment(text)) {
        used += graphemeWidth(segment);
        if (used > width - 1)
            break;
        result += segment;
    }
    return `${result}…`;
}
/** Lines of at most `width` columns, broken at spaces where there are any. */
function wrapToWidth(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (displayWidth(longer) <= width) {
            line = longer;
            continue;
        }
        if (line !== '')
            lines.push(line);
        const pieces = splitWord(word, width);
        line = pieces.pop() ?? '';
        lines.push(...pieces);
    }
    return [...lines, line];
}
function splitWord(word, width) {
    const pieces = [];
    let [piece, used] = ['', 0];
    for (const { segment } of graphemes.segment(word)) {
        const wide = graphemeWidth(segment);
        if (used + wide > width) {
            pieces.push(piece);
            [piece, used] = ['', 0];
        }
        piece += segment;
        used += wide;
    }
    return [...pieces, piece];
}


/***/ }),

/***/ 69239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ failureRows)
/* harmony export */ });
/** Failures by operation and class, the most frequent first. */
function failureRows(run) {
    const failures = run.outcomes.flatMap(({ operation, stage, failures: list }) => list.map((failure) => ({ ...failure, operation, stage })));
    const groups = Map.groupBy(failures, (failure) => JSON.stringify([failure.operation, failure.class]));
    return [...groups.values()]
        .flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const count = group.reduce((total, failure) => total + failure.count, 0);
        const stages = [...new Set(group.map((failure) => failure.stage))];
        return [{ operation: first.operation, class: first.class, count, stages, example: first.example }];
    })
        .toSorted((left, right) => right.count - left.count);
}


/***/ }),

/***/ 63863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ createFootnotes)
/* harmony export */ });
/** An empty list of footnotes. */
function createFootnotes() {
    const letters = new Map();
    return {
        mark: (reason) => {
            const letter = letters.get(reason) ?? letterOf(letters.size);
            letters.set(reason, letter);
            return letter;
        },
        all: () => [...letters].map(([reason, letter]) => ({ letter, reason })),
    };
}
function letterOf(index) {
    const last = String.fromCharCode(97 + (index % 26));
    return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}


/***/ }),

/***/ 79275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ judgedAt)
/* harmony export */ });
/**
 * Where something was measured, as it goes on after its figures: `at 1, 5, 10 users`, `in soak`; empty where that is the benchmark, which has
 * only one place. `stages` are ids with a comma between, as an objective names them.
 */
function judgedAt(run, stages) {
    if (stages === null)
        return '';
    const known = new Map(run.stages.map((stage) => [stage.id, stage]));
    const found = stages.split(', ').map((id) => known.get(id));
    if (found.every((stage) => stage?.workload === 'sequential'))
        return '';
    const users = found.map((stage) => stage?.users);
    if (users.includes(undefined))
        return `in ${stages}`;
    return `at ${users.join(', ')} ${users.length === 1 && users[0] === 1 ? 'user' : 'users'}`;
}


/***/ }),

/***/ 26371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ benchmarkStages),
/* harmony export */   DQ: () => (/* binding */ missingReason),
/* harmony export */   E1: () => (/* binding */ operationsIn),
/* harmony export */   GJ: () => (/* binding */ loadStages),
/* harmony export */   GX: () => (/* binding */ comparablePercentile),
/* harmony export */   Hn: () => (/* binding */ stageLabel),
/* harmony export */   JE: () => (/* binding */ quantileValue),
/* harmony export */   Pl: () => (/* binding */ operationIn),
/* harmony export */   RK: () => (/* binding */ slowestOperation),
/* harmony export */   RM: () => (/* binding */ failedCalls),
/* harmony export */   bD: () => (/* binding */ QUANTILES),
/* harmony export */   kS: () => (/* binding */ bySlowness),
/* harmony export */   o0: () => (/* binding */ latencyName),
/* harmony export */   qj: () => (/* binding */ operationNames)
/* harmony export */ });
/** The percentiles that every metric carries, in order. */
const QUANTILES = ['p50', 'p90', 'p95', 'p99'];
/** The stages where operations ran one at a time. */
function benchmarkStages(run) {
    return run.stages.filter((stage) => stage.workload === 'sequential');
}
/** The stages under load, fewest users first. */
function loadStages(run) {
    const stages = run.stages.filter((stage) => stage.workload === 'closed');
    return stages.toSorted((left, right) => (left.users ?? 0) - (right.users ?? 0));
}
/** The name of the main latency metric of a stage. */
function latencyName(stage) {
    return stage.workload === 'sequential' ? 'duration' : 'response';
}
/** The operations of the given stages in the order of the run, which is that of the plan. */
function operationNames(run, stages) {
    const ids = new Set(stages.map((stage) => stage.id));
    const rows = [...run.outcomes, ...run.metrics].filter((row) => ids.has(row.stage));
    return [...new Set(rows.map((row) => row.operation))];
}
/** Every operation of a stage. */
function operationsIn(run, stage) {
    return operationNames(run, [stage]).map((operation) => operationIn(run, stage, operation));
}
/** One operation in one stage. */
function operationIn(run, stage, operation) {
    const { metrics, outcomes } = placesOf(run);
    const key = keyOf({ stage: stage.id, operation });
    const metric = (name) => metrics.get(key)?.get(name);
    return { operation, stage, latency: metric(latencyName(stage)), metric, outcome: outcomes.get(key) };
}
const places = new WeakMap();
function keyOf({ stage, operation }) {
    return JSON.stringify([stage, operation]);
}
function placesOf(run) {
    const known = places.get(run);
    if (known !== undefined)
        return known;
    const metrics = Map.groupBy(run.metrics, keyOf);
    const found = {
        metrics: new Map([...metrics].map(([key, list]) => [key, new Map(list.map((metric) => [metric.name, metric]))])),
        outcomes: new Map(run.outcomes.map((outcome) => [keyOf(outcome), outcome])),
    };
    places.set(run, found);
    return found;
}
/** A percentile's value where the sample carries it. */
function quantileValue(metric, name) {
    const quantile = metric?.quantiles[name];
    return quantile === undefined || 'withheld' in quantile ? undefined : quantile.value;
}
/** Why a figure is missing: the percentile's own reason, or that no call was right. */
function missingReason(quantile) {
    if (quantile === undefined)
        return 'no call succeeded';
    return 'withheld' in quantile ? `withheld: ${quantile.withheld}` : undefined;
}
/** Calls that were not right. */
function failedCalls(outcome) {
    return outcome === undefined ? 0 : outcome.attempts - outcome.ok;
}
/** Stage as people call it: `benchmark`, `25 users`. */
function stageLabel(stage) {
    if (stage.workload === 'sequential')
        return stage.id;
    return stage.users === undefined ? stage.id : `${stage.users} ${stage.users === 1 ? 'user' : 'users'}`;
}
/** Which percentile to compare operations by: the 95th where at least half of the rows carry it, otherwise the median. */
function comparablePercentile(rows) {
    const measured = rows.filter(({ latency }) => latency !== undefined);
    const carrying = measured.filter(({ latency }) => quantileValue(latency, 'p95') !== undefined);
    return carrying.length * 2 >= measured.length ? 'p95' : 'p50';
}
/** Operations, the slowest first by the percentile that they can be compared by; those without a latency last. */
function bySlowness(rows) {
    const name = comparablePercentile(rows);
    const slowness = ({ latency }) => quantileValue(latency, name) ?? quantileValue(latency, 'p50') ?? -Infinity;
    return rows.toSorted((left, right) => slowness(right) - slowness(left) || 0);
}
/** The slowest operation of a stage by the 95th percentile where every operation carries it, otherwise by the median. */
function slowestOperation(rows) {
    const measured = rows.filter(({ latency }) => latency !== undefined);
    const percentile = measured.every(({ latency }) => quantileValue(latency, 'p95') !== undefined) ? 'p95' : 'p50';
    return measured
        .flatMap(({ operation, latency }) => {
        const valueMs = quantileValue(latency, percentile);
        return valueMs === undefined ? [] : [{ operation, percentile, valueMs }];
    })
        .toSorted((left, right) => right.valueMs - left.valueMs)[0];
}


/***/ }),

/***/ 20578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ modelTotals)
/* harmony export */ });
/** Usage added up by model, the dearest first and the unpriced at the top: they are the unknown. */
function modelTotals(run) {
    const groups = Map.groupBy(run.usage, (entry) => JSON.stringify([entry.provider, entry.model]));
    const size = ({ cost }) => (cost === 'unpriced' ? Infinity : cost);
    return [...groups.values()].flatMap((entries) => totalOf(entries)).toSorted((left, right) => size(right) - size(left) || 0);
}
function totalOf(entries) {
    const [first] = entries;
    if (first === undefined)
        return [];
    const sum = (kind) => entries.reduce((total, entry) => total + entry[kind], 0);
    const priced = entries.flatMap(({ costUsd }) => (costUsd === null ? [] : [costUsd]));
    return [
        {
            provider: first.provider,
            model: first.model,
            calls: sum('calls'),
            input: sum('input'),
            cached: sum('cached'),
            cacheWrite: sum('cacheWrite'),
            output: sum('output'),
            reasoning: sum('reasoning'),
            cost: priced.length === entries.length ? priced.reduce((total, usd) => total + usd, 0) : 'unpriced',
        },
    ];
}


/***/ }),

/***/ 26323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ nextSteps),
/* harmony export */   e: () => (/* binding */ measuredSteps)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69239);
/* harmony import */ var _comparison_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1722);
/* harmony import */ var _judged_at_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79275);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29532);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15269);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61287);







const FAILURES_SHOWN = 3;
/** What a reader should do about this run, the gravest first; empty when there is nothing to do. */
function nextSteps(run) {
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnfit */ .Jm)(run) ? measuredSteps(run) : [...(0,_comparison_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .comparisonSteps */ .P)(run), ...measuredSteps(run)];
}
/**
 * What to do about the measurements and objectives of a run, without its comparison. Of an objective only what its row in the table of
 * objectives, which stands beside this, does not say as plainly.
 */
function measuredSteps(run) {
    if (run.generator.verdict === 'void') {
        const figures = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnfit */ .Jm)(run) ? 'these figures are' : 'times and objectives are';
        return [
            {
                subject: 'Generator',
                text: `run again on a machine with more room, or with fewer users: ${figures} not evidence.`,
            },
        ];
    }
    const undone = (0,_ranking_js__WEBPACK_IMPORTED_MODULE_2__/* .rankedObjectives */ .E)(run).filter(({ verdict }) => verdict !== 'pass');
    return [...undone.map((objective) => ({ subject: objective.text, text: adviceFor(run, objective) })), ...failureSteps(run)];
}
function adviceFor(run, objective) {
    const { verdict, value, unit, stage, reason } = objective;
    const where = (0,_judged_at_js__WEBPACK_IMPORTED_MODULE_5__/* .judgedAt */ .D)(run, stage);
    if (verdict !== 'fail')
        return `${words('not decided', where)}${reason === undefined ? '' : `: ${reason}`}.`;
    // An operation that never answered rightly has a reason, and its distance to a limit says nothing.
    if (reason !== undefined)
        return `${reason}.`;
    const away = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .distance */ .Io)(objective);
    const figure = value === null ? 'missed' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(value, unit);
    return `${words(figure, where)}${away === '' ? '' : `, ${away}`}.`;
}
function failureSteps(run) {
    return (0,_failures_js__WEBPACK_IMPORTED_MODULE_6__/* .failureRows */ .q)(run)
        .slice(0, FAILURES_SHOWN)
        .map((row) => ({
        subject: row.operation,
        text: `${words(`${row.count} × ${row.class}`, (0,_judged_at_js__WEBPACK_IMPORTED_MODULE_5__/* .judgedAt */ .D)(run, row.stages.join(', ')))}: ${row.example}`,
    }));
}
function words(...parts) {
    return parts.filter((part) => part !== '').join(' ');
}


/***/ }),

/***/ 51911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ simulatedServices),
/* harmony export */   HE: () => (/* binding */ minorNotices),
/* harmony export */   jO: () => (/* binding */ graveNotices),
/* harmony export */   oE: () => (/* binding */ notices)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61287);


/** What limits the worth of this run, the gravest first; the run's own warnings last. */
function notices(run) {
    return [...graveNotices(run), ...minorNotices(run)];
}
/** What makes every figure doubtful: a generator that was not fit, a run cut short. */
function graveNotices(run) {
    return [...generatorNotice(run), ...partialNotice(run)];
}
/** What limits single figures, and the run's own warnings. */
function minorNotices(run) {
    return [...unpricedNotice(run), ...runWarnings(run), ...simulatedNotice(run), ...replayedNotice(run)];
}
function generatorNotice(run) {
    const { generator } = run;
    if (generator.verdict === 'ok')
        return [];
    const reasons = generator.reasons.length === 0 ? 'no reason was recorded' : generator.reasons.join('; ');
    const because = `${upperFirst(reasons)}.`;
    if (generator.verdict !== 'void') {
        return [{ level: 'warning', title: 'The generator was under strain', text: `${because} Tails may be too long.` }];
    }
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnfit */ .Jm)(run)
        ? [{ level: 'danger', title: 'Void: the generator was not fit to measure', text: `${because} Do not use these figures.` }]
        : [{ level: 'danger', title: 'The generator was not fit to measure', text: `${because} ${whatStands(run)}` }];
}
function whatStands({ comparison }) {
    const stands = comparison?.headFailure === undefined ? 'what is counted still fails' : 'that head does not run still fails';
    return `Times are no evidence; ${stands}.`;
}
function upperFirst(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function partialNotice({ run }) {
    if (run.status === 'complete')
        return [];
    return [{ level: 'warning', title: 'Partial run', text: `It ended early: ${run.partialReason ?? 'no reason was recorded'}.` }];
}
function unpricedNotice({ cost }) {
    if (cost.unpriced.length === 0)
        return [];
    const text = `No price is known for ${cost.unpriced.join(', ')}. Their tokens are counted, their cost is in no total. Add them under "prices".`;
    return [{ level: 'warning', title: `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(cost.unpriced.length, 'model')} unpriced`, text }];
}
function runWarnings(run) {
    return [...new Set(run.warnings)].map((text) => ({ level: 'warning', title: 'Warning', text }));
}
/** Names of the services that our simulator stood in for. */
function simulatedServices(run) {
    return Object.entries(run.environment.services).flatMap(([name, service]) => (service.mode === 'simulated' ? [name] : []));
}
function simulatedNotice(run) {
    const names = simulatedServices(run);
    if (names.length === 0)
        return [];
    const text = `Stood in for: ${names.join(', ')}. Latency is the simulator's, not a provider's, and nothing was paid: ` +
        'costs are what these tokens would cost at list prices.';
    return [{ level: 'note', title: 'Simulated model providers', text }];
}
function replayedNotice(run) {
    const names = Object.entries(run.environment.services).flatMap(([name, { mode }]) => (mode === 'replayed' ? [name] : []));
    if (names.length === 0)
        return [];
    const text = `Played from recordings: ${names.join(', ')}. Answers and latency are those of the day they were recorded, and nothing was paid: ` +
        'costs are what these tokens would cost at list prices.';
    return [{ level: 'note', title: 'Replayed model providers', text }];
}


/***/ }),

/***/ 29532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rankedObjectives),
/* harmony export */   a: () => (/* binding */ shareOfLimit)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61287);

/** Objectives as they deserve attention: by verdict, the worst first, and among those of one verdict by how much of the limit they use. */
function rankedObjectives(run) {
    const share = (objective) => shareOfLimit(objective) ?? 0;
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedObjectives */ .Qf)(run).toSorted((left, right) => (left.verdict === right.verdict ? share(right) - share(left) : 0));
}
/** How much of what the limit allows the measured value uses up; 1 is at the limit. Undefined where a ratio says nothing. */
function shareOfLimit(objective) {
    const { value, limit } = objective;
    const direction = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .objectiveDirection */ .Je)(objective);
    if (value === null || direction === undefined)
        return undefined;
    const ratio = direction === 'above' ? limit / value : value / limit;
    return Number.isFinite(ratio) ? ratio : undefined;
}


/***/ }),

/***/ 15269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ keyFigures),
/* harmony export */   Io: () => (/* binding */ distance),
/* harmony export */   VA: () => (/* binding */ speedFigures),
/* harmony export */   ff: () => (/* binding */ objectiveFigures),
/* harmony export */   g3: () => (/* binding */ measuredSentence)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26371);


/** What was measured: "16 operations, 320 calls, 0 errors". */
function measuredSentence(run) {
    if (run.stages.every((stage) => stage.attempts === 0))
        return 'nothing was measured';
    const sum = (part) => run.stages.reduce((total, stage) => total + part(stage), 0);
    const operations = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)((0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .operationNames */ .qj)(run, run.stages).length, 'operation');
    return `${operations}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(sum((stage) => stage.attempts), 'call')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(sum((stage) => stage.errors), 'error')}`;
}
/**
 * The figures that matter most, without the trailing stop: how fast it was, and the cost per 1,000 calls. Empty when nothing succeeded.
 */
function keyFigures(run) {
    const stage = mainStage(run);
    return stage === undefined ? [] : [...speedFigures(run), ...costFigure(stage)];
}
/** Under load the slowest operation and the throughput at the highest number of users, otherwise the slowest operation of the benchmark. */
function speedFigures(run) {
    const stage = mainStage(run);
    if (stage === undefined)
        return [];
    const found = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .slowestOperation */ .RK)((0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .operationsIn */ .E1)(run, stage));
    const slowest = found === undefined ? undefined : `${found.operation} ${found.percentile} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(found.valueMs)}`;
    if (stage.workload === 'sequential')
        return slowest === undefined ? [] : [`slowest ${slowest}`];
    const atUsers = slowest === undefined ? [] : [`slowest ${slowest} at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(stage.users ?? 0, 'user')}`];
    return [...atUsers, (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRate */ .CE)(stage.throughputPerS)];
}
function mainStage(run) {
    return (0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .loadStages */ .GJ)(run).at(-1) ?? (0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .benchmarkStages */ .$6)(run)[0];
}
function costFigure(stage) {
    if (stage.costPer1k === null)
        return [];
    if (stage.costPer1k === 'unpriced')
        return ['cost unpriced'];
    return [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMoney */ .up)(stage.costPer1k)} per 1,000 calls`];
}
/** "measured 34.1 s (31.2 s to 37.0 s), limit 30 s". */
function objectiveFigures(objective) {
    const limit = `limit ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(objective.limit, objective.unit)}`;
    if (objective.value === null)
        return `nothing measured, ${limit}`;
    const interval = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInterval */ .vy)(objective, objective.unit);
    const shown = interval === undefined || objective.low === objective.high ? '' : ` (${interval})`;
    return `measured ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(objective.value, objective.unit)}${shown}, ${limit}`;
}
/** How far a missed objective is from its limit: "14% over" or "14% under"; empty where a ratio says nothing. */
function distance(objective) {
    if (objective.value === null || objective.limit === 0 || objective.value === objective.limit)
        return '';
    const ratio = objective.value / objective.limit - 1;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(Math.abs(ratio))} ${ratio > 0 ? 'over' : 'under'} the limit`;
}


/***/ }),

/***/ 61287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iu: () => (/* binding */ RESULT_SIGN),
  Dj: () => (/* binding */ RESULT_WORD),
  Jm: () => (/* binding */ isUnfit),
  Je: () => (/* binding */ objectiveDirection),
  m$: () => (/* binding */ shownObjectiveVerdict),
  zM: () => (/* binding */ shownResult),
  h9: () => (/* binding */ shownVerdict),
  Qf: () => (/* binding */ sortedObjectives),
  BT: () => (/* binding */ verdictSentence)
});

// EXTERNAL MODULE: ./lib/workflows-lib/history/run-verdict.js
var run_verdict = __webpack_require__(49317);
// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/broken-side.js
var broken_side = __webpack_require__(61109);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/metrics.js
var metrics = __webpack_require__(99823);
// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/undecided.js
var undecided = __webpack_require__(76115);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/comparison/sentence.js





const LONGEST_REASON = 160;
/**
 * What the verdict of a comparison rests on, without the verdict's word and without a full stop: "2 regressions in 34 metrics · 1 improvement ·
 * 3 inconclusive, about 26 pairs would decide · A/A clean". What decides comes first. One line, but reasons in it are text from outside.
 */
function comparisonSentence(run, comparison) {
    const [compared, others] = [comparedParts(comparison), otherParts(run)];
    const text = (decides(run, comparison) ? [...compared, ...others] : [...others, ...compared]).join(' · ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** Whether the comparison, not an objective or an early end, makes the verdict what it is. */
function decides({ objectives }, { verdict }) {
    return verdict === 'fail' || (verdict !== 'pass' && objectives.every((objective) => objective.verdict !== 'fail'));
}
function comparedParts(comparison) {
    const broken = (0,broken_side/* brokenSide */.v)(comparison);
    if (broken?.side === 'head')
        return [`${headsEnd(comparison)}: ${clause(broken.summary)}`];
    if ((0,broken_side/* hasNothingInCommon */.c)(comparison))
        return ['base and head have no operation in common', 'head was judged alone'];
    if (broken?.side === 'base')
        return [`base could not be measured: ${clause(broken.summary)}`, 'head was judged alone'];
    if (comparison.verdict === 'void')
        return [`nothing is judged, because ${whatMoved(comparison)}`];
    return [
        ...foundParts(comparison),
        ...counted(improvements(comparison), (many) => (0,format/* plural */.LS)(many, 'improvement')),
        ...inconclusivePart(comparison),
        ...counted((0,metrics/* ofGate */.Xs)(comparison, 'accepted').length, (many) => `${(0,format/* formatCount */.B4)(many)} accepted`),
        ...counted((0,metrics/* ofGate */.Xs)(comparison, 'not-confirmed').length, (many) => `${(0,format/* formatCount */.B4)(many)} not confirmed`),
        ...counted(informing(comparison), (many) => `${(0,format/* formatCount */.B4)(many)} worse that cannot fail it`),
        ...counted((0,metrics/* timesApart */.pk)(comparison).length, (many) => `${(0,format/* plural */.LS)(many, 'time')} not judged: not measured side by side`),
        sentinelPart(comparison),
    ];
}
function headsEnd({ pairs }) {
    return pairs === 0 ? 'head does not run' : `head died after ${(0,format/* plural */.LS)(pairs, 'pair')}`;
}
/** How many got worse of how many; what was found once and not again counts as neither worse nor fine. */
function foundParts(comparison) {
    const [weighed, worse] = [(0,metrics/* weighedMetrics */.zW)(comparison), (0,metrics/* regressions */.Z0)(comparison).length];
    const once = (0,undecided/* undecidedMetrics */.ph)(comparison).unconfirmed.length;
    const unconfirmed = counted(once, (many) => `${(0,format/* formatCount */.B4)(many)} found worse once, not confirmed yet`);
    if (worse > 0)
        return [`${(0,format/* plural */.LS)(worse, 'regression')} in ${(0,format/* plural */.LS)(weighed.length, 'metric')}`, ...unconfirmed];
    if (once > 0)
        return [...unconfirmed, ...counted(weighed.length - once, (many) => `no regression in ${(0,format/* plural */.LS)(many, 'other metric')}`)];
    const isJudged = weighed.some(({ role, verdict }) => role === 'gate' && verdict !== 'inconclusive');
    return [isJudged ? `no regression in ${(0,format/* plural */.LS)(weighed.length, 'metric')}` : 'no gating metric was judged'];
}
/** Improvements, without those of the slow end of times, which say the same of them once more. */
function improvements(comparison) {
    return (0,metrics/* comparedMetrics */.Bo)(comparison).filter((metric) => metric.verdict === 'improvement' && metric.class !== 'quantile' && (0,metrics/* isBelieved */.fv)(comparison, metric)).length;
}
function informing(comparison) {
    return comparison.metrics.filter((metric) => metric.role === 'info' && metric.verdict === 'regression' && (0,metrics/* isBelieved */.fv)(comparison, metric)).length;
}
function inconclusivePart(comparison) {
    const { varying, failing, close } = (0,undecided/* undecidedMetrics */.ph)(comparison);
    const total = varying.length + failing.length + close.length;
    const reach = (0,undecided/* pairsThatDecide */.nm)(close);
    const which = reach === undefined || reach.decided === total ? '' : ` ${(0,format/* formatCount */.B4)(reach.decided)}`;
    const pairs = reach === undefined ? '' : `, about ${(0,format/* plural */.LS)(reach.pairs, 'pair')} would decide${which}`;
    return counted(total, (many) => `${(0,format/* formatCount */.B4)(many)} inconclusive${pairs}`);
}
function sentinelPart(comparison) {
    const { verdict } = comparison.sentinel;
    if (verdict === 'moved')
        return `times are not judged, because ${whatMoved(comparison)}`;
    return verdict === 'clean' ? 'A/A clean' : 'A/A not judged';
}
/** Which sentinel moved, as a clause. */
function whatMoved({ sentinel }) {
    const [first, ...rest] = sentinel.reasons;
    if (first === undefined)
        return 'what no change can touch moved';
    return `${clause(first)}${rest.length === 0 ? '' : ` (and ${(0,format/* formatCount */.B4)(rest.length)} more)`}`;
}
/** What can keep a run from passing beside its comparison, the gravest first. */
function otherParts({ objectives, run }) {
    const count = (wanted) => objectives.filter(({ verdict }) => verdict === wanted).length;
    return [
        ...counted(count('fail'), (many) => `${(0,format/* formatCount */.B4)(many)} of ${(0,format/* plural */.LS)(objectives.length, 'objective')} missed`),
        ...counted(count('inconclusive'), (many) => `${(0,format/* plural */.LS)(many, 'objective')} undecided`),
        ...(run.status === 'partial' ? ['it ended early'] : []),
    ];
}
function counted(many, text) {
    return many === 0 ? [] : [text(many)];
}
/** A sentence from outside inside one of ours. */
function clause(reason) {
    return (0,report_escape/* oneLine */.TN)(reason, LONGEST_REASON).replace(/[.;\s]+$/, '');
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/comparison/shown-comparison.js
var shown_comparison = __webpack_require__(74637);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/view/verdict.js




const SEVERITY = { fail: 0, void: 1, inconclusive: 2, pass: 3 };
/** Results as words for people. */
const RESULT_WORD = {
    measured: 'Measured',
    pass: 'Pass',
    fail: 'Fail',
    inconclusive: 'Inconclusive',
    void: 'Void',
};
/** Results as signs whose shapes differ without colour. */
const RESULT_SIGN = {
    measured: '=',
    pass: '✓',
    fail: '✗',
    inconclusive: '?',
    void: '∅',
};
/**
 * The verdict to show. A document whose verdict is `pass` although its generator was not fit, it ended early, or its comparison or one of its
 * objectives did not pass contradicts itself; the worse of the two is shown.
 */
function shownVerdict(run) {
    return run.verdict === 'pass' ? (0,run_verdict/* verdictOfRun */.g)(run) : run.verdict;
}
/**
 * Whether nothing of a run counts, because its generator was not fit to measure. Worse counts, and a head that does not run, count all the same:
 * such a run fails.
 */
function isUnfit(run) {
    return run.generator.verdict === 'void' && shownVerdict(run) === 'void';
}
/** The verdict to show, but not a pass where nothing was there to be met: no objective, and no base to be compared with. */
function shownResult(run) {
    const verdict = shownVerdict(run);
    return verdict === 'pass' && run.objectives.length === 0 && !wasCompared(run) ? 'measured' : verdict;
}
function wasCompared({ comparison }) {
    return (comparison !== undefined &&
        comparison.baseFailure === undefined &&
        (comparison.metrics.length > 0 || comparison.headFailure !== undefined));
}
/** An objective's verdict to show: in a void run no objective counts, whatever it says. */
function shownObjectiveVerdict(run, objective) {
    return shownVerdict(run) === 'void' ? 'void' : objective.verdict;
}
/** The objectives with the worst first, otherwise in the order written. */
function sortedObjectives(run) {
    return run.objectives.toSorted(bySeverity);
}
function bySeverity(left, right) {
    return SEVERITY[left.verdict] - SEVERITY[right.verdict];
}
/** What the verdict rests on, in one sentence without the verdict's word. That of a comparison may quote text from outside, as one line. */
function verdictSentence(run) {
    const comparison = (0,shown_comparison/* shownComparison */.P)(run);
    if (comparison !== undefined && !isUnfit(run))
        return `${comparisonSentence(run, comparison)}.`;
    const total = run.objectives.length;
    const count = (verdict) => run.objectives.filter((objective) => objective.verdict === verdict).length;
    switch (shownVerdict(run)) {
        case 'void':
            return 'The load generator was not fit to measure, so nothing here is judged.';
        case 'fail':
            return total === 0 ? 'The run failed.' : `${count('fail')} of ${(0,format/* plural */.LS)(total, 'objective')} missed${verdict_undecided(count)}.`;
        case 'inconclusive':
            return count('inconclusive') === 0
                ? 'The run ended early, so it cannot pass.'
                : `${count('inconclusive')} of ${(0,format/* plural */.LS)(total, 'objective')} cannot be decided from this run.`;
        case 'pass':
            return total === 0 ? 'No objective was judged, so nothing was held against a limit.' : allMet(total);
    }
}
function verdict_undecided(count) {
    return count('inconclusive') === 0 ? '' : `, ${count('inconclusive')} undecided`;
}
function allMet(total) {
    return total === 1 ? 'The one objective is met.' : `All ${total} objectives are met.`;
}
/** Which side of the limit is good, as far as the objective's text says. */
function objectiveDirection(objective) {
    const comparison = /[<>]/.exec(objective.text)?.[0];
    return comparison === undefined ? undefined : comparison === '<' ? 'below' : 'above';
}


/***/ })

};
