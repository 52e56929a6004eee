export const id = 679;
export const ids = [679];
export const modules = {

/***/ 47375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ RUN_SCHEMA),
/* harmony export */   VY: () => (/* binding */ HISTOGRAM_LIMIT),
/* harmony export */   aK: () => (/* binding */ runDocumentSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34557);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25262);
/**
 * `shotclock.run/1`: one JSON document with everything that a benchmark or a load test measured.
 * The schema is the single source: types are inferred from it and `benchmarks-history/run.schema.json` is generated from it.
 */

/** Name and version of the format: what `schema` says in every document. */
const RUN_SCHEMA = 'shotclock.run/1';
/** Characters of the longest `histogram` that is worth unpacking: our own take a few kilobytes, a hostile one could fill the memory. */
const HISTOGRAM_LIMIT = 100_000;
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const finite = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig();
/** A percentile, or why the sample cannot carry it. Bounds are the 95 % confidence interval from order statistics. */
const quantileSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ value: finite, low: finite.nullable(), high: finite.nullable() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ withheld: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
const metricSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    operation: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** `duration` in a benchmark; `response`, `service`, `lag` under load; `ttft`, `itl`, `connect`, `tokens.input`, `cost`, … */
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Id of the stage it was measured in. */
    stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    unit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['ms', 'tokens', 'usd', 'bytes', 'ratio', 'per_s', 'count']),
    direction: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['lower', 'higher']),
    class: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['noisy', 'exact', 'rate', 'quantile', 'throughput']),
    count,
    min: finite,
    max: finite,
    mean: finite,
    /** 95 % bounds of the mean (Student's t); null for fewer than two values. */
    meanBounds: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ low: finite, high: finite }).nullable(),
    quantiles: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ p50: quantileSchema, p90: quantileSchema, p95: quantileSchema, p99: quantileSchema }),
    /** Compressed HdrHistogram V2, base64; recorded values are `value * histogramScale`. */
    histogram: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    histogramScale: finite.optional(),
    /** Every value in the order measured, where there were few enough to keep. */
    samples: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(finite).optional(),
});
/** What became of an operation's calls in one stage. */
const outcomeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    operation: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    attempts: count,
    ok: count,
    error: count,
    throttled: count,
    invalid: count,
    timeout: count,
    /** Failures by class, with one message each. */
    failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ class: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), count, example: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    /** Milliseconds that its calls took, added up, whatever their outcome. */
    busyMs: finite,
    /** Successful calls per second of the time this operation itself took (benchmark) or of the stage (load). */
    throughputPerS: finite,
    /** Null when nothing was billed; `unpriced` when a model has no price. */
    costPer1k: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([finite, zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('unpriced')]).nullable(),
});
const usageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    provider: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    operation: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    calls: count,
    input: count,
    cached: count,
    cacheWrite: count,
    output: count,
    reasoning: count,
    /** USD; null when the model has no price. */
    costUsd: finite.nullable(),
});
const stageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    workload: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['sequential', 'closed']),
    /** Users of a closed workload. */
    users: count.optional(),
    startedAfterMs: finite,
    durationMs: finite,
    attempts: count,
    errors: count,
    /** Successful calls a second. */
    throughputPerS: finite,
    /** Share of attempts that were not `ok`, 0 to 1. */
    errorRate: finite,
    costUsd: finite.nullable(),
    costPer1k: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([finite, zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('unpriced')]).nullable(),
});
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'void']);
/** A path inside its repository: forward slashes, no drive, neither `.` nor `..` in it, not absolute. */
const RELATIVE_PATH = /^(?!\/)(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\\:\u0000-\u001f\u007f]+$/;
const objectiveResultSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: verdictSchema,
    /** What was measured, in the objective's own unit; null when nothing was. */
    value: finite.nullable(),
    low: finite.nullable(),
    high: finite.nullable(),
    limit: finite,
    unit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Where it was measured: a stage id. */
    stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Why, in one sentence, when the verdict is not a plain pass or fail. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Where it is written: a file, relative to the root of its repository, and a line of it from 1. */
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(RELATIVE_PATH), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive() }).optional(),
});
const serviceInfoSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['embedded', 'simulated', 'external', 'process']),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
/** The whole document. Unknown fields are refused, and so are numbers that are not finite. */
const runDocumentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(RUN_SCHEMA),
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        /** Unique: UTC time, commit and a random part. */
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['benchmark', 'load', 'demo']),
        /** `partial`: it ended early; what it measured until then is here. */
        status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['complete', 'partial']),
        partialReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        system: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        /** Files differed from the commit. */
        dirty: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
        durationMs: finite,
        seed: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    }),
    environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        cpuModel: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        cores: count,
        memoryBytes: count,
        platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        kernel: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        node: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        shotclock: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        runnerImage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
        services: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), serviceInfoSchema),
    }),
    /** Whether the generator was fit to measure. */
    generator: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['ok', 'degraded', 'void']),
        reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        /** Share of the time the event loop was busy, 0 to 1: under load, or over the benchmark where there was none. */
        eventLoopUtilization: finite,
        eventLoopDelayMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ p50: finite, p99: finite, max: finite }),
        /** Highest resident memory of this process. */
        residentBytesMax: count,
        /** CPU taken by the hypervisor, 0 to 1; null where the kernel does not say. */
        stealRatio: finite.nullable(),
    }),
    stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(stageSchema),
    metrics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(metricSchema),
    outcomes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(outcomeSchema),
    usage: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(usageSchema),
    cost: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        currency: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('USD'),
        /** Date of the price table and where its figures come from. */
        priceTable: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ date: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) }),
        totalUsd: finite,
        /** `provider/model` without a price; their usage is counted, their cost is not in the total. */
        unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    }),
    /** By process name: the most memory and the CPU time used while measuring. */
    resources: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ residentBytesMax: count, cpuMs: finite })),
    objectives: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(objectiveResultSchema),
    verdict: verdictSchema,
    warnings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});


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
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   G7: () => (/* binding */ formatCostPer1k),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Rx: () => (/* binding */ formatQuantile),
/* harmony export */   T0: () => (/* binding */ formatTick),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   l9: () => (/* binding */ formatPercent),
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
/* harmony import */ var _markdown_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14925);
/* harmony import */ var _markdown_measurements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34097);
/* harmony import */ var _markdown_objectives_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33148);
/* harmony import */ var _markdown_opening_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10610);
/* harmony import */ var _markdown_section_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6841);
/* harmony import */ var _view_notices_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(51911);
/* harmony import */ var _view_sentence_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15269);
/* harmony import */ var _view_verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(54171);










/**
 * A run as GitHub-flavoured Markdown for a comment or a job summary: the verdict, what to do, objectives, measurements, cost, failures, and
 * the environment folded. Text from outside is escaped; the result ends in a line break.
 */
function renderMarkdown(run) {
    return `${(0,_markdown_section_js__WEBPACK_IMPORTED_MODULE_6__/* .blocks */ .Bv)([...openingBlocks(run), ...reportSections(run, _markdown_section_js__WEBPACK_IMPORTED_MODULE_6__/* .WHOLE */ .Ef).map(_markdown_section_js__WEBPACK_IMPORTED_MODULE_6__/* .underHeading */ .bH), lastBlock(run, _markdown_section_js__WEBPACK_IMPORTED_MODULE_6__/* .WHOLE */ .Ef)])}\n`;
}
/** The beginning of a report, block by block: the verdict, what limits its worth, what to do. */
function openingBlocks(run) {
    return [headline(run), ...(0,_view_notices_js__WEBPACK_IMPORTED_MODULE_7__/* .notices */ .oE)(run).map(_markdown_opening_js__WEBPACK_IMPORTED_MODULE_5__/* .alertBlock */ .cu), nextStepSection(run)];
}
/** What was measured, part by part; what does not apply to the run is not there. */
function reportSections(run, view) {
    const sections = [
        (0,_markdown_objectives_js__WEBPACK_IMPORTED_MODULE_4__/* .objectiveSection */ .t3)(run, view),
        ...(0,_markdown_measurements_js__WEBPACK_IMPORTED_MODULE_3__/* .benchmarkSections */ .Cc)(run, view),
        (0,_markdown_measurements_js__WEBPACK_IMPORTED_MODULE_3__/* .loadSection */ .OW)(run, view),
        (0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_2__/* .costSection */ .pD)(run, view),
        (0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_2__/* .failureSection */ .mo)(run, view),
    ];
    return sections.filter((section) => section !== undefined);
}
/** The end of a report: what it was measured on. */
function lastBlock(run, view) {
    return (0,_markdown_section_js__WEBPACK_IMPORTED_MODULE_6__/* .behindName */ .gi)((0,_markdown_context_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentSection */ .Bg)(run, view));
}
function headline(run) {
    const result = (0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .shownResult */ .zM)(run);
    const title = `## ${_markdown_objectives_js__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_MARK */ .oT[result]} ${_view_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .RESULT_WORD */ .Dj[result]}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(run.run.system, 80)} ${_markdown_opening_js__WEBPACK_IMPORTED_MODULE_5__/* .KIND_WORD */ .w1[run.run.kind]}`;
    const figures = [(0,_view_sentence_js__WEBPACK_IMPORTED_MODULE_8__/* .measuredSentence */ .g3)(run), ...(0,_view_sentence_js__WEBPACK_IMPORTED_MODULE_8__/* .keyFigures */ .FK)(run)].map((part) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(part)).join('; ');
    return `${title}\n\n**${(0,_view_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .verdictSentence */ .BT)(run)}** ${figures}.\n\n${origin(run)}`;
}
function origin({ run }) {
    const commit = run.commit === null ? 'no commit' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.commit.slice(0, 12));
    const branch = run.branch === null ? '' : ` on ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(run.branch)}`;
    const dirty = run.dirty ? ' with uncommitted changes' : '';
    return `<sub>${commit}${branch}${dirty} · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(run.startedAt)} · took ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(run.durationMs)}</sub>`;
}
function nextStepSection(run) {
    const steps = (0,_markdown_opening_js__WEBPACK_IMPORTED_MODULE_5__/* .stepLines */ .mR)(run, { most: Infinity, length: 500 });
    return steps === '' ? '' : `### What to do\n\n${steps}`;
}


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
/* harmony import */ var _view_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54171);
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
/* harmony import */ var _view_next_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26323);


/** What kinds of runs are called. */
const KIND_WORD = { benchmark: 'benchmark', load: 'load test', demo: 'benchmark and load test' };
const ALERT = { danger: 'CAUTION', warning: 'WARNING', note: 'NOTE' };
/** A notice as a coloured block. */
function alertBlock({ level, title, text }) {
    return `> [!${ALERT[level]}]\n> **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(title)}.** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(text, 600)}`;
}
/** What to do, as a list; empty when there is nothing to do. */
function stepLines(run, { most, length }) {
    const steps = (0,_view_next_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .nextSteps */ .Z)(run);
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
/* harmony export */   Z: () => (/* binding */ nextSteps)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69239);
/* harmony import */ var _judged_at_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79275);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29532);
/* harmony import */ var _sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15269);





const FAILURES_SHOWN = 3;
/**
 * What a reader should do about this run, the gravest first; empty when there is nothing to do. Of an objective only what its row in the table
 * of objectives, which stands beside this, does not say as plainly.
 */
function nextSteps(run) {
    if (run.generator.verdict === 'void') {
        return [
            {
                subject: 'Generator',
                text: 'run again on a machine with more room, or with fewer users: these figures are not evidence.',
            },
        ];
    }
    const undone = (0,_ranking_js__WEBPACK_IMPORTED_MODULE_1__/* .rankedObjectives */ .E)(run).filter(({ verdict }) => verdict !== 'pass');
    return [...undone.map((objective) => ({ subject: objective.text, text: adviceFor(run, objective) })), ...failureSteps(run)];
}
function adviceFor(run, objective) {
    const { verdict, value, unit, stage, reason } = objective;
    const where = (0,_judged_at_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedAt */ .D)(run, stage);
    if (verdict !== 'fail')
        return `${words('not decided', where)}${reason === undefined ? '' : `: ${reason}`}.`;
    // An operation that never answered rightly has a reason, and its distance to a limit says nothing.
    if (reason !== undefined)
        return `${reason}.`;
    const away = (0,_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .distance */ .Io)(objective);
    const figure = value === null ? 'missed' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(value, unit);
    return `${words(figure, where)}${away === '' ? '' : `, ${away}`}.`;
}
function failureSteps(run) {
    return (0,_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .failureRows */ .q)(run)
        .slice(0, FAILURES_SHOWN)
        .map((row) => ({
        subject: row.operation,
        text: `${words(`${row.count} × ${row.class}`, (0,_judged_at_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedAt */ .D)(run, row.stages.join(', ')))}: ${row.example}`,
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
    return [...unpricedNotice(run), ...runWarnings(run), ...simulatedNotice(run)];
}
function generatorNotice({ generator }) {
    if (generator.verdict === 'ok')
        return [];
    const reasons = generator.reasons.length === 0 ? 'no reason was recorded' : generator.reasons.join('; ');
    return generator.verdict === 'void'
        ? [
            {
                level: 'danger',
                title: 'Void: the generator was not fit to measure',
                text: `${upperFirst(reasons)}. Do not use these figures.`,
            },
        ]
        : [{ level: 'warning', title: 'The generator was under strain', text: `${upperFirst(reasons)}. Tails may be too long.` }];
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


/***/ }),

/***/ 29532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ rankedObjectives),
/* harmony export */   a: () => (/* binding */ shareOfLimit)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54171);

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

/***/ 54171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictSentence),
/* harmony export */   Dj: () => (/* binding */ RESULT_WORD),
/* harmony export */   Je: () => (/* binding */ objectiveDirection),
/* harmony export */   Qf: () => (/* binding */ sortedObjectives),
/* harmony export */   h9: () => (/* binding */ shownVerdict),
/* harmony export */   iu: () => (/* binding */ RESULT_SIGN),
/* harmony export */   m$: () => (/* binding */ shownObjectiveVerdict),
/* harmony export */   zM: () => (/* binding */ shownResult)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59771);

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
 * The verdict to show. A document whose verdict is `pass` although its generator was not fit, it ended early or one of its objectives did
 * not pass contradicts itself; the worse of the two is shown.
 */
function shownVerdict(run) {
    if (run.verdict !== 'pass')
        return run.verdict;
    if (run.generator.verdict === 'void')
        return 'void';
    const worst = sortedObjectives(run)[0]?.verdict ?? 'pass';
    return worst === 'pass' && run.run.status === 'partial' ? 'inconclusive' : worst;
}
/** The verdict to show, but not a pass where no objective was there to be met. */
function shownResult(run) {
    const verdict = shownVerdict(run);
    return verdict === 'pass' && run.objectives.length === 0 ? 'measured' : verdict;
}
/** An objective's verdict to show: in a void run no objective counts, whatever it says. */
function shownObjectiveVerdict(run, objective) {
    return shownVerdict(run) === 'void' ? 'void' : objective.verdict;
}
/** The objectives with the worst first, otherwise in the order written. */
function sortedObjectives(run) {
    return run.objectives.toSorted((left, right) => SEVERITY[left.verdict] - SEVERITY[right.verdict]);
}
/** What the verdict rests on, in one sentence without the verdict's word. */
function verdictSentence(run) {
    const total = run.objectives.length;
    const count = (verdict) => run.objectives.filter((objective) => objective.verdict === verdict).length;
    switch (shownVerdict(run)) {
        case 'void':
            return 'The load generator was not fit to measure, so nothing here is judged.';
        case 'fail':
            return total === 0 ? 'The run failed.' : `${count('fail')} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(total, 'objective')} missed${undecided(count)}.`;
        case 'inconclusive':
            return count('inconclusive') === 0
                ? 'The run ended early, so it cannot pass.'
                : `${count('inconclusive')} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(total, 'objective')} cannot be decided from this run.`;
        case 'pass':
            return total === 0 ? 'No objective was judged, so nothing was held against a limit.' : allMet(total);
    }
}
function undecided(count) {
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
