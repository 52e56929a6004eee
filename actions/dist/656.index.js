export const id = 656;
export const ids = [656];
export const modules = {

/***/ 5610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qg: () => (/* binding */ FEWEST_COUNTED),
/* harmony export */   Vj: () => (/* binding */ judgeExact),
/* harmony export */   X5: () => (/* binding */ total)
/* harmony export */ });
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79380);

/** Sums of money differ by rounding with the order in which they were added up. */
const RESOLUTION = 1e-9;
/** Calls that stray may be left out of account on each side: of so large a share of all, rounded down. */
const STRAYS = 0.05;
/** Values of each side without which values that vary lie apart by chance too easily: 8 and 8 do in one of 6,435 cases (2 / C(16, 8)). */
const FEWEST_COUNTED = 8;
const VARIES = 'it varies between calls';
/** How many values a side has. */
function total(side) {
    return side.reduce((sum, { count }) => sum + count, 0);
}
function mean(side) {
    return side.reduce((sum, { value, count }) => sum + value * count, 0) / total(side);
}
/** Each distinct value once, upwards, those that are one but for rounding taken together. */
function ordered(values = []) {
    const merged = [];
    for (const { value, count } of values.filter((one) => one.count > 0).toSorted((left, right) => left.value - right.value)) {
        const before = merged.at(-1);
        if (before !== undefined && isSame(before.value, value))
            merged.splice(-1, 1, { value: before.value, count: before.count + count });
        else
            merged.push({ value, count });
    }
    return merged;
}
function isSame(left, right) {
    return Math.abs(left - right) <= RESOLUTION * Math.max(Math.abs(left), Math.abs(right));
}
/** -1, 0 or 1: whether head lies below base, as high, or above, by more than the tolerance. */
function direction(base, head, tolerance) {
    const beyond = Math.abs(head - base) - tolerance;
    return isSame(base, head) || beyond <= RESOLUTION * Math.max(Math.abs(base), Math.abs(head)) ? 0 : Math.sign(head - base);
}
/** The lowest and the highest value, strays left out: those few that would have to go for the range to narrow, by rank from either end. */
function range(side) {
    const strays = Math.floor(STRAYS * total(side));
    const at = (values) => {
        let passed = 0;
        return values.find(({ count }) => (passed += count) > strays)?.value ?? NaN;
    };
    return { low: at(side), high: at(side.toReversed()) };
}
/** Both sides have the same number of values in the same shares, as calls with changing arguments have when they are the same calls. */
function isAligned(base, head) {
    const [before, after] = [total(base), total(head)];
    const alike = ({ count }, index) => Math.abs(count / before - (head[index]?.count ?? 0) / after) <= STRAYS;
    return base.length === head.length && base.every(alike);
}
/** Values that come again and again are those of certain calls; values that come once may be anything. */
function isRepeated(side) {
    return side.every(({ count }) => count >= 5);
}
/**
 * Judges something that is counted: tokens, queries, money with simulated providers. Where each side has one value they are held against each
 * other, to the last unit beyond the tolerance. Where a side varies between calls, head is worse when its values lie above all of base's (a
 * twentieth of the calls may stray), or when the same calls cost more: as many values, each as frequent as its counterpart, none lower and some
 * higher; for either there have to be at least 8 values on each side. Values that agree are fine; all else is undecided.
 */
function judgeExact({ tolerance, baseValues, headValues }) {
    const [base, head] = [ordered(baseValues), ordered(headValues)];
    if (base.length === 0 || head.length === 0)
        return (0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .judgement */ ._)('inconclusive', { reason: 'a side has no values to compare' });
    const change = { estimate: mean(head) - mean(base), low: null, high: null };
    const single = base.length === 1 && head.length === 1;
    const few = !single && Math.min(total(base), total(head)) < FEWEST_COUNTED;
    const way = single ? direction(mean(base), mean(head), tolerance) : wayOf(base, head, tolerance);
    const reason = single ? {} : { reason: VARIES };
    if (way === undefined)
        return (0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .judgement */ ._)('inconclusive', { change, reason: `${VARIES}, on both sides over the same range` });
    if (few && way !== 0) {
        return (0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .judgement */ ._)('inconclusive', {
            change,
            reason: `${VARIES}, and fewer than ${FEWEST_COUNTED} on a side could differ so by chance`,
        });
    }
    return (0,_judged_js__WEBPACK_IMPORTED_MODULE_0__/* .judgement */ ._)(way > 0 ? 'regression' : way < 0 ? 'improvement' : 'fine', { change, ...reason });
}
function wayOf(base, head, tolerance) {
    const [before, after] = [range(base), range(head)];
    if (direction(before.high, after.low, tolerance) > 0)
        return 1;
    if (direction(before.low, after.high, tolerance) < 0)
        return -1;
    const settled = before.low === before.high && after.low === after.high;
    if (settled)
        return direction(before.low, after.low, tolerance);
    if (!isAligned(base, head))
        return undefined;
    const ways = new Set(base.map(({ value }, index) => direction(value, head[index]?.value ?? value, tolerance)));
    if (ways.size === 1 && ways.has(0))
        return 0;
    if (!isRepeated(base) || !isRepeated(head) || (ways.has(1) && ways.has(-1)))
        return undefined;
    return ways.has(1) ? 1 : -1;
}


/***/ }),

/***/ 33616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ judgeComparison),
  V: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/exact.js
var exact = __webpack_require__(5610);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/multiplicity.js
var multiplicity = __webpack_require__(1212);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/signed-rank.js
var signed_rank = __webpack_require__(99062);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/judged.js
var comparison_judged = __webpack_require__(79380);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/hodges-lehmann.js
var hodges_lehmann = __webpack_require__(19725);
// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var random = __webpack_require__(38440);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/signed-rank-distribution.js
var signed_rank_distribution = __webpack_require__(10845);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/detectable.js


/** What the values leave round their middle, with the variance that fitting the middle took away given back. */
function residualsOf(values, middle) {
    const inflation = Math.sqrt(values.length / (values.length - 1));
    return values.map((value) => (value - middle) * inflation);
}
/** Noise as the signed-rank test takes it, even round 0: residuals drawn at random, those of one stretch together, their sign a fair coin. */
function drawNoise(residuals, { pairs, together, random }) {
    const stretches = Math.ceil(residuals.length / together);
    const drawn = [];
    while (drawn.length < pairs) {
        const start = random.integer(stretches) * together;
        const sign = random.next() < 0.5 ? -1 : 1;
        for (const residual of residuals.slice(start, start + together))
            drawn.push(sign * residual);
    }
    return drawn.slice(0, pairs);
}
/**
 * The change that a one-sided signed-rank test against `shift` could have seen, from the spread of the values at hand. The test sees a change where
 * the lower bound of `hodgesLehmann` lies above the shift, and adding a constant to all values moves the bound by just that; so one set of
 * simulated samples of pure noise (the residuals, drawn again) gives the lower bounds, and the change is what lifts all but 1 - power of
 * them above the shift. The spread is itself only estimated: from 20 values the distance to the shift is good to about a fifth, with heavy tails to
 * a quarter. The same seed gives the same answer.
 *
 * Throws a RangeError for fewer than 2 values, for values that are no finite numbers, and for levels, powers and counts that are none.
 */
function detectableChange(values, request) {
    const { shift, level, metrics, random, pairs = values.length, together = 1, power = 0.8, replicates = 1_000 } = request;
    if (values.length < 2)
        throw new RangeError('a spread needs at least 2 values');
    if (!(power > 0 && power < 1))
        throw new RangeError(`a power lies between 0 and 1, not ${power}`);
    if (!Number.isSafeInteger(metrics) || metrics < 1)
        throw new RangeError(`${metrics} is no number of metrics`);
    if (!Number.isSafeInteger(together) || together < 1)
        throw new RangeError(`${together} values do not belong together`);
    if (!Number.isSafeInteger(replicates) || replicates < 1)
        throw new RangeError(`${replicates} is no number of replicates`);
    const residuals = residualsOf(values, (0,hodges_lehmann/* hodgesLehmann */.i)(values, level).estimate);
    const sums = [level, level / metrics].map((tail) => (0,signed_rank_distribution/* criticalSum */.nQ)(pairs, tail).sum);
    const drawn = Array.from({ length: replicates }, () => {
        const averages = (0,hodges_lehmann/* walshAverages */.g)(drawNoise(residuals, { pairs, together, random }));
        return sums.map((sum) => averages[sum]);
    });
    const [uncorrected = null, firstStep = null] = sums.map((sum, index) => {
        if (sum < 0)
            return null;
        const bounds = Float64Array.from(drawn, (of) => of[index] ?? 0).sort();
        const missed = bounds[Math.floor((1 - power) * replicates)];
        return missed === undefined ? null : shift - missed;
    });
    return { uncorrected, firstStep };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/normal.js
var normal = __webpack_require__(95816);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/scale.js
var scale = __webpack_require__(63259);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/reach.js





/** With this power changes are said to be detectable, and as surely the pairs needed decide. */
const POWER = 0.8;
const REPLICATES = 300;
const FEWEST_REPLICATES = 60;
/** Up to so many pairs all replicates are drawn; their cost grows with the square. */
const PAIRS_IN_FULL = 40;
/** More pairs than this nobody measures. */
const MOST_PAIRS = 3_000;
/** Below so few values their spread is a guess. */
const FEWEST_FOR_SPREAD = 4;
/** The least worsening that the look would see with 80 % power, what starts of the processes differ by counted in, as people read it; null where none, or where the spread is unknown. */
function detectableAt(series, look, { seed, pairsPerStart }) {
    if (series.values.length < FEWEST_FOR_SPREAD)
        return null;
    const wanted = Math.round(REPLICATES * (PAIRS_IN_FULL / look.pairs) ** 2);
    const { firstStep } = detectableChange(series.values, {
        ...{ shift: (0,scale/* shiftOf */.Gn)(series), level: look.level, metrics: look.metrics, pairs: look.pairs, power: POWER },
        together: Math.max(1, pairsPerStart),
        replicates: Math.min(REPLICATES, Math.max(FEWEST_REPLICATES, wanted)),
        random: (0,random/* seededRandom */.I)(`${seed}/detectable/${series.name}`),
    });
    return firstStep === null ? null : (0,scale/* changeOf */.C2)(series, firstStep);
}
/**
 * The pairs that would probably decide a metric if its change is what it seems: enough for the upper bound to fall below the tolerance, or for the look's
 * test to reject. By the normal approximation from the width of the 95 % interval; null where that is missing or no number would do.
 */
function pairsToDecide(series, middle, look) {
    if (middle.low === null || middle.high === null)
        return null;
    const count = series.values.length;
    const spread = ((middle.high - middle.low) / 2 / (0,normal/* normalUpperPoint */.s)(0.025)) * Math.sqrt(count);
    const distance = middle.estimate - (0,scale/* shiftOf */.Gn)(series);
    const tail = distance > 0 ? look.level / look.metrics : scale/* FINE_TAIL */.AT;
    const least = distance > 0 ? (0,multiplicity/* pairsNeeded */.V5)(look.level, look.metrics) : scale/* FEWEST_FOR_FINE */._y;
    const deviates = (0,normal/* normalUpperPoint */.s)(tail) + (0,normal/* normalUpperPoint */.s)(1 - POWER);
    const pairs = Math.max(count + 1, least, Math.ceil(((deviates * spread) / distance) ** 2));
    return pairs <= MOST_PAIRS ? pairs : null;
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/replay.js
var replay = __webpack_require__(87922);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/noisy.js





const TWO_SIDED_TAIL = 0.025;
/** The worsening with its 95 % interval, as people read it. The series has values. */
function changeOfValues(series, middle = middleOf(series)) {
    const { estimate, low, high } = middle;
    return { estimate: (0,scale/* changeOf */.C2)(series, estimate), low: (0,scale/* boundOf */.s0)(series, low), high: (0,scale/* boundOf */.s0)(series, high) };
}
function middleOf({ values }) {
    return (0,hodges_lehmann/* hodgesLehmann */.i)(values, TWO_SIDED_TAIL);
}
/** Judges the times that may fail the gate, by the looks of the design; by name. */
function judgeGate(design, series) {
    const rulings = (0,replay/* replayLooks */.AC)(design, series);
    const metrics = (0,replay/* familySize */.Qv)(design, series);
    const cutShort = [...rulings.values()].some(({ state }) => state === 'open');
    const reached = cutShort ? (0,replay/* pairsSoFar */.vL)(series) : Infinity;
    const look = (most) => {
        const found = design.looks.findLast(({ pairs }) => pairs <= most);
        return found === undefined ? undefined : { pairs: found.pairs, level: design.level * found.share, metrics };
    };
    const looks = { reached: look(reached), last: look(Infinity) };
    const judge = (one) => judgeOne({ series: one, ruling: rulings.get(one.name), looks, design });
    return new Map(series.filter(replay/* isTested */.eW).map((one) => [one.name, judge(one)]));
}
function judgeOne({ series, ruling, looks, design }) {
    if (series.values.length === 0)
        return (0,comparison_judged/* judgement */._)('inconclusive', { reason: 'no pair gave a value' });
    const { state, p } = ruling ?? { state: 'open', p: null };
    const middle = middleOf(series);
    const shared = {
        ...{ p, change: changeOfValues(series, middle), pairs: series.values.length },
        detectable: looks.reached === undefined ? null : detectableAt(series, looks.reached, design),
    };
    if (state !== 'open')
        return (0,comparison_judged/* judgement */._)(state === 'promising' ? 'fine' : state, shared);
    const probable = looks.last === undefined ? null : pairsToDecide(series, middle, looks.last);
    // Before the first look nothing can be decided, whatever the values are.
    const pairsNeeded = looks.reached === undefined ? Math.max(probable ?? 0, design.looks[0]?.pairs ?? 0) || null : probable;
    const reason = looks.reached === undefined
        ? `measuring ended after ${series.values.length} pairs, before any look that can find a regression`
        : 'the change is too close to the tolerance, or scatters too much, to tell with these pairs';
    return (0,comparison_judged/* judgement */._)('inconclusive', { ...shared, pairsNeeded, reason });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/informed.js





/**
 * Judges the times that only inform: of what is called worse (or better) a share of at most `level` is expected to be so by chance (Benjamini and
 * Hochberg). By name. Times that were not measured side by side have no values and are not judged.
 */
function judgeInformed({ level }, series) {
    const infos = series.filter(({ role, class: kind }) => role === 'info' && kind === 'noisy');
    const paired = infos.filter(({ values }) => values.length > 0);
    const chances = (alternative) => {
        const sign = alternative === 'greater' ? 1 : -1;
        return (0,multiplicity/* benjaminiHochberg */.Uh)(paired.map((one) => (0,signed_rank/* signedRankTest */.B)(one.values, { shift: sign * (0,scale/* shiftOf */.Gn)(one), alternative }).p));
    };
    const [worse, better] = [chances('greater'), chances('less')];
    const judged = paired.map((one, index) => {
        const p = worse[index] ?? 1;
        const found = { change: changeOfValues(one), p, pairs: one.values.length };
        if (p <= level)
            return [one.name, (0,comparison_judged/* judgement */._)('regression', found)];
        if ((better[index] ?? 1) <= level)
            return [one.name, (0,comparison_judged/* judgement */._)('improvement', found)];
        return [one.name, (0,comparison_judged/* judgement */._)((0,scale/* surelyNotWorse */.oh)(one.values, (0,scale/* shiftOf */.Gn)(one)) ? 'fine' : 'inconclusive', found)];
    });
    return new Map([...infos.map((one) => [one.name, judgeApart(one)]), ...judged]);
}
function judgeApart({ unit, base, head }) {
    const reason = 'base and head were not measured side by side, so their times say nothing about the change';
    if (base === null || head === null || base <= 0 || head <= 0)
        return (0,comparison_judged/* judgement */._)('inconclusive', { reason });
    const relative = { ms: head / base - 1, per_s: base / head - 1 };
    const estimate = unit === 'ms' || unit === 'per_s' ? relative[unit] : head - base;
    return (0,comparison_judged/* judgement */._)('inconclusive', { change: { estimate, low: null, high: null }, reason });
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/rate.js + 4 modules
var rate = __webpack_require__(70356);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/sentinel.js






function watchedIn(series) {
    const noisy = series.filter(({ class: kind }) => kind === 'noisy');
    return noisy
        .flatMap((one) => [
        ...(one.role === 'canary' ? [{ series: one, values: one.values, between: 'base and head' }] : []),
        ...(one.role === 'info' ? [] : [{ series: one, values: one.twin, between: 'two starts of base' }]),
    ])
        .filter(({ values }) => values.length > 0);
}
/** Of having moved no further than the tolerance, up or down. */
function chanceOf({ series, values }) {
    const shift = (0,scale/* shiftOf */.Gn)(series);
    const up = (0,signed_rank/* signedRankTest */.B)(values, { shift, alternative: 'greater' }).p;
    const down = (0,signed_rank/* signedRankTest */.B)(values, { shift: -shift, alternative: 'less' }).p;
    return Math.min(1, 2 * Math.min(up, down));
}
function sentenceFor({ series, values, between }) {
    const change = (0,scale/* changeOf */.C2)(series, (0,hodges_lehmann/* hodgesLehmann */.i)(values, 0.025).estimate);
    const amount = series.unit === 'ms' || series.unit === 'per_s' ? `${(100 * change).toFixed(1)} %` : `${change} ${series.unit}`;
    const why = series.role === 'canary' ? 'no change can touch it' : 'both are the same';
    return `${series.name} moved by ${amount} between ${between}, though ${why}`;
}
/**
 * Asks of everything that cannot have moved whether it has: canaries between base and head, and base between two starts of itself. Two-sided
 * signed-rank tests against the tolerance, Holm over all of them at the design's level. `unknown` when so few values could not show it.
 */
function judgeSentinel(design, series) {
    const watched = watchedIn(series);
    const adjusted = (0,multiplicity/* holm */.fU)(watched.map(chanceOf));
    const watching = watched.map((one, index) => ({ ...one, p: adjusted[index] ?? 1 }));
    const moved = watching.filter(({ p }) => p <= design.level);
    const canMove = watched.some(({ values }) => 2 * watched.length * (0,multiplicity/* smallestChance */.aq)(values.length) <= design.level);
    const still = canMove ? 'clean' : 'unknown';
    const canaries = series.filter(({ role, class: kind }) => role === 'canary' && kind === 'noisy');
    return {
        sentinel: { verdict: moved.length > 0 ? 'moved' : still, reasons: moved.map(sentenceFor) },
        canaries: new Map(canaries.map((canary) => [canary.name, judgeCanary(canary, watching, design.level)])),
    };
}
function judgeCanary(canary, watching, level) {
    const found = watching.find(({ series, between }) => series.name === canary.name && between === 'base and head');
    if (found === undefined)
        return (0,comparison_judged/* judgement */._)('inconclusive', { reason: 'no pair gave a value' });
    const shared = { change: changeOfValues(canary), p: found.p, pairs: canary.values.length };
    if (found.p <= level)
        return (0,comparison_judged/* judgement */._)(shared.change.estimate > 0 ? 'regression' : 'improvement', shared);
    return (0,comparison_judged/* judgement */._)((0,scale/* surelyNotWorse */.oh)(canary.values, (0,scale/* shiftOf */.Gn)(canary)) ? 'fine' : 'inconclusive', shared);
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/tail.js + 3 modules
var tail = __webpack_require__(54262);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/judge.js








/**
 * Judges a comparison from what was planned and measured, and from nothing else: the same measurements give the same answer to the last byte. `flagged`
 * are the gating metrics that got worse, were not accepted, and were found again where a confirmation looked.
 */
function judgeComparison(request) {
    const { design, series } = request;
    const { sentinel, canaries } = judgeSentinel(design, series);
    const found = new Map([
        ...judgeGate(design, series),
        ...judgeInformed(design, series),
        ...(0,tail/* judgeTails */.vm)(design, series),
        ...canaries,
    ]);
    for (const [name, rate] of judgeAllRates(design, series, found))
        found.set(name, rate);
    const metrics = series.map((one) => {
        const judged = one.class === 'exact' ? (0,exact/* judgeExact */.Vj)(one) : (found.get(one.name) ?? (0,comparison_judged/* judgement */._)('inconclusive'));
        return pardon({ ...one, ...judged }, request);
    });
    const flagged = metrics.filter(({ role, verdict }) => role === 'gate' && verdict === 'regression');
    return {
        ...{ metrics, sentinel, flagged: flagged.map(({ name }) => name) },
        verdict: verdictOf(metrics, flagged, sentinel.verdict === 'moved'),
    };
}
function judgeAllRates(design, series, found) {
    const rates = series.filter(({ class: kind }) => kind === 'rate');
    const gating = rates.filter(({ role }) => role === 'gate');
    const others = rates.filter(({ role }) => role !== 'gate');
    const times = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'noisy');
    const count = (verdict) => times.filter(({ name }) => found.get(name)?.verdict === verdict).length;
    const family = { size: (0,replay/* familySize */.Qv)(design, series), worse: count('regression'), better: count('improvement') };
    return new Map([
        ...(0,rate/* judgeRates */.J)(design, gating, family),
        ...(0,rate/* judgeRates */.J)(design, others, { size: others.length, worse: 0, better: 0 }),
    ]);
}
/** A regression of the gate that someone accepted, or that was not found again, does not fail it. */
function pardon(metric, { acceptances = [], confirmation }) {
    if (metric.role !== 'gate' || metric.verdict !== 'regression')
        return metric;
    const accepted = acceptances.find((acceptance) => acceptance.metric === metric.name);
    if (accepted !== undefined)
        return { ...metric, verdict: 'accepted', reason: `${accepted.by} accepted it: ${accepted.reason}` };
    if (confirmation === undefined || confirmation.flagged.includes(metric.name))
        return metric;
    return { ...metric, verdict: 'not-confirmed', reason: `run ${confirmation.runId} measured it again and did not find it worse` };
}
/**
 * The verdict of judged metrics, of which `flagged` fail the gate; `moved` is the sentinel's. What is counted does not depend on the machine, so it
 * fails even where times cannot be believed. Where no metric could have failed, nothing was decided.
 */
function verdictOf(metrics, flagged, moved) {
    if (flagged.some(({ class: kind }) => kind === 'exact'))
        return 'fail';
    if (moved)
        return 'void';
    if (flagged.length > 0)
        return 'fail';
    const gate = metrics.filter(({ role }) => role === 'gate');
    return gate.length === 0 || gate.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass';
}


/***/ }),

/***/ 79380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ judgement)
/* harmony export */ });
/** A judgement without figures: what is not said is unknown. */
function judgement(verdict, rest = {}) {
    return { verdict, change: null, p: null, pairs: 0, detectable: null, pairsNeeded: null, ...rest };
}


/***/ }),

/***/ 70356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ judgeRates)
});

// EXTERNAL MODULE: ./lib/workflows-lib/stats/bisect.js
var bisect = __webpack_require__(69693);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/deviance.js
var deviance = __webpack_require__(56070);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/hypergeometric.js
/** Successes among the marked: of `population` things `marked` are marked; of all things `drawn` are drawn, and X of those are marked. */


/** Outcomes whose chances agree to this are equally likely: the two ends of a symmetric table differ by rounding. */
const EQUALLY_LIKELY = 1e-7;
/** The outcomes that can happen. */
function support({ population, marked, drawn }) {
    return { least: Math.max(0, marked + drawn - population), most: Math.min(marked, drawn) };
}
/** The likeliest outcome. */
function modeOf({ population, marked, drawn }) {
    return Math.floor(((marked + 1) * (drawn + 1)) / (population + 2));
}
/** ln P(B = k) for B ~ Bin(trials, p) without loss of digits for large counts (Loader 2000); 0 < p < 1 is given as p and q = 1 - p. */
function logBinomial(k, trials, { p, q }) {
    const failures = trials - k;
    if (k === 0)
        return trials === 0 ? 0 : trials * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
    if (failures === 0)
        return trials * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
    const stirling = (0,deviance/* stirlingError */.$)(trials) - (0,deviance/* stirlingError */.$)(k) - (0,deviance/* stirlingError */.$)(failures);
    return (stirling - (0,deviance/* deviance */.M)(k, trials * p) - (0,deviance/* deviance */.M)(failures, trials * q) + Math.log(trials / (2 * Math.PI * k * failures)) / 2);
}
/** ln P(X = x) for x within the support, as three binomial chances (Loader 2000, section 6): precise for counts in the millions too. */
function logChance(x, { population, marked, drawn }) {
    const share = { p: drawn / population, q: (population - drawn) / population };
    const others = population - marked;
    return logBinomial(x, marked, share) + logBinomial(drawn - x, others, share) - logBinomial(drawn, population, share);
}
/** P(X <= x) for x at or below the mode, added up outwards until nothing more comes. */
function sumDown(x, sizes) {
    const { least } = support(sizes);
    if (x < least)
        return 0;
    const others = sizes.population - sizes.marked - sizes.drawn;
    let term = Math.exp(logChance(x, sizes));
    let sum = 0;
    for (let k = x; k >= least && sum + term > sum; k--) {
        sum += term;
        term *= (k * (others + k)) / ((sizes.marked - k + 1) * (sizes.drawn - k + 1));
    }
    // All outcomes together may add up to a rounding error above 1.
    return Math.min(1, sum);
}
/** The same things with the marks exchanged: X becomes drawn - X. */
function mirror({ population, marked, drawn }) {
    return { population, marked: population - marked, drawn };
}
function sumUp(x, sizes) {
    return sumDown(sizes.drawn - x, mirror(sizes));
}
/** P(X <= x) and P(X >= x) for x within the support; the smaller one is precise in relative terms. */
function hypergeometricTails(x, sizes) {
    if (x <= modeOf(sizes)) {
        return { atMost: sumDown(x, sizes), atLeast: 1 - sumDown(x - 1, sizes) };
    }
    return { atMost: 1 - sumUp(x + 1, sizes), atLeast: sumUp(x, sizes) };
}
/** The chance of an outcome at most as likely as x, on both sides of the mode. */
function chanceOfNoLikelier(x, sizes) {
    const mode = modeOf(sizes);
    const threshold = logChance(x, sizes) + EQUALLY_LIKELY;
    if (logChance(mode, sizes) <= threshold)
        return 1;
    const { least, most } = support(sizes);
    const unlikely = (k) => logChance(k, sizes) <= threshold;
    // From the mode outwards on each side, the first outcome that is unlikely enough.
    const lower = -(0,bisect/* bisectIntegers */.c)((negated) => !unlikely(-negated), { low: -mode, high: 1 - least });
    const upper = (0,bisect/* bisectIntegers */.c)((k) => !unlikely(k), { low: mode, high: most + 1 });
    return Math.min(1, sumDown(lower, sizes) + sumUp(upper, sizes));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/stats/two-shares.js
/** Throws a RangeError unless both are whole numbers with 0 <= successes <= trials. */
function checkShares({ base, head }) {
    for (const { successes, trials } of [base, head]) {
        if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
            throw new RangeError(`${successes} of ${trials} is no share`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/stats/fisher.js


/**
 * Fisher's exact test that two shares come from one chance (R. A. Fisher, JRSS 98, 1935): the p-value of the table of successes and failures, given its
 * margins. `greater` asks whether head has the larger share, `less` the smaller; the two-sided p adds up all tables that are at most as likely as
 * this one, to a relative difference of 1e-7, like R and scipy. Precise for millions of calls; the smaller tail in relative terms.
 *
 * It takes calls as independent. Failures in bursts make its p too small: then compare the shares of whole blocks.
 *
 * p is 1 where nothing can be said: a side without trials, no success at all, or nothing else. Throws a RangeError for what is no share.
 */
function fisherExact(shares, alternative) {
    checkShares(shares);
    const { base, head } = shares;
    const population = base.trials + head.trials;
    const successes = base.successes + head.successes;
    if (base.trials === 0 || head.trials === 0 || successes === 0 || successes === population)
        return 1;
    const sizes = { population, marked: head.trials, drawn: successes };
    if (alternative === 'two-sided')
        return chanceOfNoLikelier(head.successes, sizes);
    const { atMost, atLeast } = hypergeometricTails(head.successes, sizes);
    return alternative === 'greater' ? atLeast : atMost;
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/multiplicity.js
var multiplicity = __webpack_require__(1212);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/interval.js
var interval = __webpack_require__(98682);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/normal.js
var normal = __webpack_require__(95816);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/newcombe.js



/**
 * Wilson's interval of one share without continuity correction (E. B. Wilson, JASA 22, 1927), `z` the normal deviate of the level.
 * The caller has checked the share; trials > 0.
 */
function wilson({ successes, trials }, z) {
    const failures = trials - successes;
    const half = z * Math.sqrt(z * z + (4 * successes * failures) / trials);
    const [middle, scale] = [2 * successes + z * z, 2 * (trials + z * z)];
    // Rounding must not push an end past what was seen: none or all.
    return {
        low: successes === 0 ? 0 : (middle - half) / scale,
        high: failures === 0 ? 1 : (middle + half) / scale,
    };
}
/**
 * The difference of two independent shares, head - base, with the hybrid score interval: method 10 of R. G. Newcombe, Statistics in Medicine 17,
 * 873-890 (1998). It keeps inside -1 to 1 and says something for shares of 0 and 1 too. `level` is two-sided with about equal tails: as a one-sided
 * bound each end has level 1 - (1 - level) / 2.
 *
 * The sides count as independent samples. Were every call of base matched with the same call of head, the interval for matched pairs (the companion
 * paper, ibid. 2635-2650) would subtract the correlation of the outcomes and be narrower where it is positive: ignoring it errs on the safe
 * side. Failures in bursts err on the other: the interval is then too narrow.
 *
 * Throws a RangeError for what is no share, for a side without trials, and for a level that is not between 0 and 1.
 */
function newcombeDifference(shares, level = interval/* LEVEL */.Bk) {
    checkShares(shares);
    const z = (0,normal/* normalUpperPoint */.s)((0,interval/* tailOf */.Cj)(level));
    const { base, head } = shares;
    if (base.trials === 0 || head.trials === 0)
        throw new RangeError('a side without trials has no share');
    const [before, after] = [base.successes / base.trials, head.successes / head.trials];
    const [baseBounds, headBounds] = [wilson(base, z), wilson(head, z)];
    const difference = after - before;
    return {
        difference,
        low: difference - Math.hypot(after - headBounds.low, baseBounds.high - before),
        high: difference + Math.hypot(headBounds.high - after, before - baseBounds.low),
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/judged.js
var judged = __webpack_require__(79380);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/starts.js
var starts = __webpack_require__(73364);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/rate.js





/** Above this chance more failures on head are no reason for doubt. */
const DOUBT = 0.2;
/** So much more than is tolerated may fail at most where no failure more than on base is called fine: few calls cannot show that. */
const MOST_MORE = 0.1;
function shareOf(values = []) {
    const sum = (of) => of.reduce((total, { count }) => total + count, 0);
    return { successes: sum(values.filter(({ value }) => value !== 0)), trials: sum(values) };
}
function sharesOf({ baseValues, headValues }) {
    return { base: shareOf(baseValues), head: shareOf(headValues) };
}
/**
 * Judges shares of failed calls, by Fisher's exact test; by name. What got worse lies beyond the tolerance with its whole interval, and the starts of
 * the processes agree on it: one start in which everything failed is no evidence against a change. They are tested once, when measuring is over, at the whole level, as a time may spend
 * the whole level over its looks: so Holm's procedure over both keeps the chance of any false alarm at the level. Rates that only inform go
 * through it as a family of their own.
 */
function judgeRates({ level, pairsPerStart }, rates, family) {
    const adjusted = (alternative, decided) => {
        const others = new Array(Math.max(0, family.size - decided - rates.length)).fill(1);
        return (0,multiplicity/* holm */.fU)([
            ...rates.map((rate) => fisherExact(sharesOf(rate), alternative)),
            ...others,
            ...new Array(decided).fill(0),
        ]);
    };
    const [worse, better] = [adjusted('greater', family.worse), adjusted('less', family.better)];
    return new Map(rates.map((rate, index) => {
        const chances = { worse: worse[index] ?? 1, better: better[index] ?? 1 };
        return [rate.name, judgeRate(rate, { ...chances, level, pairsPerStart })];
    }));
}
function judgeRate(rate, { worse, better, level, pairsPerStart }) {
    const shares = sharesOf(rate);
    if (shares.base.trials === 0 || shares.head.trials === 0)
        return (0,judged/* judgement */._)('inconclusive', { reason: 'a side has no calls to count' });
    const { difference, low, high } = newcombeDifference(shares);
    const found = { change: { estimate: difference, low, high }, p: worse, pairs: rate.values.length };
    if (difference <= rate.tolerance)
        return (0,judged/* judgement */._)(better <= level && difference < -rate.tolerance ? 'improvement' : 'fine', found);
    const { tolerance } = rate;
    const startsSay = (0,starts/* startsAgree */.W)(rate.values, { shift: tolerance, alternative: 'greater', pairsPerStart });
    if (worse <= level && low > tolerance && startsSay)
        return (0,judged/* judgement */._)('regression', found);
    if (fisherExact(shares, 'greater') > DOUBT && high <= tolerance + MOST_MORE)
        return (0,judged/* judgement */._)('fine', found);
    if (!startsSay)
        return (0,judged/* judgement */._)('inconclusive', { ...found, reason: 'more calls failed than on base, but only in some starts' });
    return (0,judged/* judgement */._)('inconclusive', { ...found, reason: 'more calls failed than on base, but too few to rule out chance' });
}


/***/ }),

/***/ 87922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ replayLooks),
/* harmony export */   Qv: () => (/* binding */ familySize),
/* harmony export */   eW: () => (/* binding */ isTested),
/* harmony export */   vL: () => (/* binding */ pairsSoFar)
/* harmony export */ });
/* harmony import */ var _stats_hodges_lehmann_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19725);
/* harmony import */ var _stats_multiplicity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1212);
/* harmony import */ var _stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99062);
/* harmony import */ var _scale_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63259);
/* harmony import */ var _starts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73364);





/** Whether a series takes part in the looks: it may fail the gate, and by its scatter. */
function isTested({ role, class: kind }) {
    return role === 'gate' && kind === 'noisy';
}
/** Over so many metrics Holm's procedure runs: those that were planned for, or all there are where that is more. */
function familySize(design, series) {
    return Math.max(design.gatingMetrics, series.filter(({ role, class: kind }) => role === 'gate' && kind !== 'exact').length);
}
/** Pairs measured so far: no metric has more values, though one that lost a pair to failed calls has fewer. */
function pairsSoFar(series) {
    return Math.max(0, ...series.filter(({ class: kind }) => kind === 'noisy').map(({ values }) => values.length));
}
/** Replays every look that was reached; by the names of the tested series. */
function replayLooks(design, series) {
    const candidates = series
        .filter(isTested)
        .map((one) => ({ name: one.name, values: one.values, shift: (0,_scale_js__WEBPACK_IMPORTED_MODULE_2__/* .shiftOf */ .Gn)(one), state: 'open', p: null }));
    const reached = pairsSoFar(series);
    const last = design.looks.at(-1)?.pairs;
    for (let pairs = 1; pairs <= reached; pairs++) {
        const look = design.looks.find((planned) => planned.pairs === pairs);
        if (look !== undefined) {
            const atLook = {
                ...{ pairs, level: design.level * look.share, family: familySize(design, series), isLast: pairs === last },
                pairsPerStart: design.pairsPerStart,
            };
            judgeAt(atLook, candidates);
        }
        for (const candidate of candidates)
            if (candidate.values.length >= pairs)
                settle(candidate, pairs, look !== undefined);
    }
    return new Map(candidates.map(({ name, state, p }) => [name, { state, p }]));
}
/** The values that a look sees of a metric; none when it is no longer measured. At the last look it is judged though it lost pairs. */
function valuesAt({ values, state }, { pairs, isLast }) {
    if (values.length >= pairs)
        return values.slice(0, pairs);
    return isLast && values.length > 0 && (state === 'open' || state === 'promising') ? values : undefined;
}
function judgeAt(look, candidates) {
    const worse = adjustedAt(look, candidates, 'greater');
    const better = adjustedAt(look, candidates, 'less');
    candidates.forEach((candidate, index) => {
        if (candidate.state === 'regression')
            return;
        const p = worse[index] ?? null;
        if (p === null)
            return;
        candidate.p = p;
        if (p <= look.level && agrees(candidate, look, 'greater'))
            candidate.state = 'regression';
        else if ((better[index] ?? 1) <= look.level && agrees(candidate, look, 'less'))
            candidate.state = 'improvement';
    });
}
/** Whether what a look sees of a metric is not the doing of a few starts. */
function agrees(candidate, look, alternative) {
    const sign = alternative === 'greater' ? 1 : -1;
    const question = { shift: sign * candidate.shift, alternative, pairsPerStart: look.pairsPerStart };
    return (0,_starts_js__WEBPACK_IMPORTED_MODULE_3__/* .startsAgree */ .W)(valuesAt(candidate, look) ?? [], question);
}
/** Adjusted chances; null for a metric that the look does not see. What failed before is out of the race; what is not seen stays in it. */
function adjustedAt(look, candidates, alternative) {
    const sign = alternative === 'greater' ? 1 : -1;
    const decided = alternative === 'greater' ? 'regression' : 'improvement';
    const seen = candidates.map((candidate) => valuesAt(candidate, look));
    const chances = candidates.map((candidate, index) => {
        if (candidate.state === decided)
            return 0;
        const values = seen[index];
        return values === undefined ? 1 : (0,_stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_1__/* .signedRankTest */ .B)(values, { shift: sign * candidate.shift, alternative }).p;
    });
    const adjusted = (0,_stats_multiplicity_js__WEBPACK_IMPORTED_MODULE_4__/* .holm */ .fU)([...chances, ...new Array(look.family - chances.length).fill(1)]);
    return candidates.map((_, index) => (seen[index] === undefined ? null : (adjusted[index] ?? 1)));
}
/** Calls a metric fine as soon as it surely is no worse; between looks only where it cannot still turn out an improvement. */
function settle(candidate, pairs, isLook) {
    if (candidate.state !== 'open' && candidate.state !== 'promising')
        return;
    const values = candidate.values.slice(0, pairs);
    if (!(0,_scale_js__WEBPACK_IMPORTED_MODULE_2__/* .surelyNotWorse */ .oh)(values, candidate.shift))
        candidate.state = 'open';
    else
        candidate.state = isLook || (0,_stats_hodges_lehmann_js__WEBPACK_IMPORTED_MODULE_0__/* .hodgesLehmann */ .i)(values, _scale_js__WEBPACK_IMPORTED_MODULE_2__/* .FINE_TAIL */ .AT).estimate >= -candidate.shift ? 'fine' : 'promising';
}


/***/ }),

/***/ 63259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ FINE_TAIL),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   Gn: () => (/* binding */ shiftOf),
/* harmony export */   _y: () => (/* binding */ FEWEST_FOR_FINE),
/* harmony export */   oh: () => (/* binding */ surelyNotWorse),
/* harmony export */   s0: () => (/* binding */ boundOf)
/* harmony export */ });
/* harmony import */ var _stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99062);

/** Times and rates a second are compared by ratio, whose logarithms are the values of a series; the rest by difference. */
function isRelative({ unit }) {
    return unit === 'ms' || unit === 'per_s';
}
/** The tolerance of a noisy series as its values count it: ln(1 + tolerance) where they are logarithms of ratios, itself in the unit otherwise. */
function shiftOf(series) {
    return isRelative(series) ? Math.log1p(series.tolerance) : series.tolerance;
}
/** A value of a noisy series as people read it: 0.1 for ten percent worse, or a difference in the unit. */
function changeOf(series, value) {
    return isRelative(series) ? Math.expm1(value) : value;
}
/** `changeOf` for a bound that there may not be. */
function boundOf(series, value) {
    return value === null ? null : changeOf(series, value);
}
/** The fewest values that are asked whether they are surely no worse: fewer can look so by one lucky stretch. */
const FEWEST_FOR_FINE = 8;
/** What the upper bound that makes a metric fine may miss: it is one-sided at 95 %. */
const FINE_TAIL = 0.05;
/**
 * Whether the upper bound (95 %, one-sided) of the worsening lies below the tolerance. It is asked of the signed-rank test, which says so just where
 * the bound of `hodgesLehmann` does and costs less.
 */
function surelyNotWorse(values, shift) {
    return values.length >= FEWEST_FOR_FINE && (0,_stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_0__/* .signedRankTest */ .B)(values, { shift, alternative: 'less' }).p <= FINE_TAIL;
}


/***/ }),

/***/ 73364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ startsAgree)
/* harmony export */ });
/* harmony import */ var _stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99062);

/** Fewer starts cannot disagree so that it would show. */
const FEWEST_STARTS = 3;
/** That of three starts all lie beyond the tolerance by chance. */
const START_LEVEL = 1 / 8;
/**
 * Whether the starts of the processes agree that a metric moved, by its changes pair by pair: pairs of one start share what that start happened to be
 * like, so that they alone could all be wrong. The starts' means are tested as the pairs are, each by itself.
 */
function startsAgree(changes, { shift, alternative, pairsPerStart }) {
    const starts = [...Map.groupBy(changes.entries(), ([pair]) => Math.floor(pair / Math.max(1, pairsPerStart))).values()];
    if (starts.length < FEWEST_STARTS)
        return true;
    const means = starts.map((pairs) => pairs.reduce((sum, [, value]) => sum + value, 0) / pairs.length);
    return (0,_stats_signed_rank_js__WEBPACK_IMPORTED_MODULE_0__/* .signedRankTest */ .B)(means, { shift, alternative }).p <= START_LEVEL;
}


/***/ }),

/***/ 54262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZH: () => (/* binding */ TAIL),
  vm: () => (/* binding */ judgeTails),
  zz: () => (/* binding */ measureTail)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var core_random = __webpack_require__(38440);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/summary.js
var summary = __webpack_require__(60375);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/block-length.js
/**
 * How long the blocks of a block bootstrap have to be for a series to keep its memory: the automatic rule of D. N. Politis and H. White,
 * Econometric Reviews 23, 53-70 (2004), for the circular bootstrap, with the constant as corrected by A. Patton, D. N. Politis and H. White, ibid. 28,
 * 372-375 (2009). The window reaches to twice the first lag of the quiet run, as in the authors' own program (the paper's text has one lag less).
 */

/** Autocovariances at lags 0 to `most`. */
function autocovariances(series, most) {
    const mean = (0,summary/* summarize */.e)(series)?.mean ?? 0;
    const centred = series.map((value) => value - mean);
    return Array.from({ length: most + 1 }, (_, lag) => {
        let sum = 0;
        centred.slice(lag).forEach((value, index) => (sum += value * (centred[index] ?? 0)));
        return sum / series.length;
    });
}
/** The first lag of `run` autocorrelations in a row that are no larger than noise makes them; the last lag when there is none. */
function firstQuietLag(covariances, { noise, run }) {
    const [variance = 0, ...later] = covariances;
    const noticeable = later.map((covariance) => Math.abs(covariance) >= noise * variance);
    for (let lag = 0; lag + run <= noticeable.length; lag++) {
        if (!noticeable.slice(lag, lag + run).includes(true))
            return lag + 1;
    }
    return noticeable.length;
}
/** The flat-top window of Politis and Romano (1995). */
function flatTop(fraction) {
    return Math.min(1, 2 * (1 - fraction));
}
/**
 * The block length, in values, for the mean of a stationary series; at least 1, at most min(3 sqrt n, n / 3) rounded up. 1 for a series without
 * memory, without spread, or with fewer than 9 values (too few to see a memory in). Throws a RangeError for what is no finite number.
 */
function blockLength(series) {
    if (!series.every(Number.isFinite))
        throw new RangeError('a series is made of finite numbers');
    const count = series.length;
    if (count < 9)
        return 1;
    const run = Math.max(5, Math.ceil(Math.sqrt(Math.log10(count))));
    const covariances = autocovariances(series, Math.min(count - 1, Math.ceil(Math.sqrt(count)) + run));
    const quiet = firstQuietLag(covariances, { noise: 2 * Math.sqrt(Math.log10(count) / count), run });
    const width = Math.min(2 * quiet, covariances.length - 1);
    let [spectrum, slope] = [covariances[0] ?? 0, 0];
    for (let lag = 1; lag <= width; lag++) {
        const weighted = 2 * flatTop(lag / width) * (covariances[lag] ?? 0);
        spectrum += weighted;
        slope += lag * weighted;
    }
    const most = Math.ceil(Math.min(3 * Math.sqrt(count), count / 3));
    const best = Math.cbrt((3 / 2) * (slope / spectrum) ** 2 * count);
    return Number.isNaN(best) ? 1 : Math.min(most, Math.max(1, Math.round(best)));
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/multiplicity.js
var multiplicity = __webpack_require__(1212);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/normal.js
var normal = __webpack_require__(95816);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/bisect.js
var bisect = __webpack_require__(69693);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/interval.js
var interval = __webpack_require__(98682);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/block-bootstrap.js

/** Indexes into a series of `count` values: whole blocks one after another, cut to `count`. Throws a RangeError unless 1 <= length <= count. */
function drawBlocks(count, { kind, length, random }) {
    if (!Number.isSafeInteger(length) || length < 1 || length > count) {
        throw new RangeError(`a block holds 1 to ${count} values, not ${length}`);
    }
    const starts = kind === 'circular' ? count : count - length + 1;
    const drawn = [];
    while (drawn.length < count) {
        const start = random.integer(starts);
        for (let step = 0; step < length && drawn.length < count; step++)
            drawn.push((start + step) % count);
    }
    return drawn;
}
/**
 * The interval between the replicates' own quantiles, by the ranks of A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application"
 * (1997), 5.2.1: (R + 1) tail from either end. Throws a RangeError when there are too few replicates for the level.
 */
function percentileInterval(replicates, level = interval/* LEVEL */.Bk) {
    const rank = Math.floor((replicates.length + 1) * (0,interval/* tailOf */.Cj)(level) * (1 + Number.EPSILON * 4));
    const sorted = Float64Array.from(replicates).sort();
    const [low, high] = rank < 1 ? [] : [sorted[rank - 1], sorted[sorted.length - rank]];
    if (low === undefined || high === undefined) {
        throw new RangeError(`${replicates.length} replicates are too few for an interval at ${level}`);
    }
    return { low, high };
}
/**
 * The block bootstrap of a statistic of a series whose neighbours depend on one another (Kuensch, Annals of Statistics 17, 1989). The same seed gives
 * the same intervals. Throws a RangeError without values, for a block that does not fit, and for too few replicates.
 */
function blockBootstrap(series, statistic, { replicates, level = LEVEL, ...draw }) {
    const estimate = statistic(series);
    const drawn = Array.from({ length: replicates }, () => statistic(drawBlocks(series.length, draw).flatMap((index) => series[index] ?? [])));
    const percentile = percentileInterval(drawn, level);
    return { estimate, percentile, basic: { low: 2 * estimate - percentile.high, high: 2 * estimate - percentile.low } };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/quantile.js + 1 modules
var quantile = __webpack_require__(73984);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/quantile-difference.js




/** Fewer blocks than this show too little of their own spread: intervals from the bootstrap then miss far too often. */
const LEAST_BLOCKS = 10;
function accumulate(block, values) {
    let [next, count] = [0, 0];
    return Float64Array.from(values, (value) => {
        for (let seen = block[next]; seen !== undefined && seen.value <= value; seen = block[++next])
            count += seen.count;
        return count;
    });
}
function checkBlock(block) {
    block.forEach(({ value, count }, index) => {
        if (!Number.isFinite(value) || !Number.isSafeInteger(count) || count < 0)
            throw new RangeError(`${count} times ${value} is no weighted value`);
        if (value < (block[index - 1]?.value ?? -Infinity))
            throw new RangeError('the values of a block are sorted upwards');
    });
}
function sideOf(blocks) {
    blocks.forEach(checkBlock);
    const values = [...new Set(blocks.flatMap((block) => block.map(({ value }) => value)))].sort((a, b) => a - b);
    const cumulative = blocks.map((block) => accumulate(block, values));
    return { values, cumulative, counts: cumulative.map((counts) => counts.at(-1) ?? 0) };
}
/** The q-quantile (nearest rank) of the chosen blocks put together. */
function quantileOf({ values, cumulative, counts }, q, chosen) {
    const sum = (of) => chosen.reduce((total, block) => total + (of(block) ?? 0), 0);
    const rank = (0,quantile/* nearestRank */.p3)(sum((block) => counts[block]), q);
    const below = (index) => sum((block) => cumulative[block]?.[index]) < rank;
    const found = values[(0,bisect/* bisectIntegers */.c)(below, { low: -1, high: values.length - 1 })];
    if (found === undefined)
        throw new RangeError('no values have no quantile');
    return found;
}
function whyWithheld(sides, least) {
    for (const { counts } of sides) {
        if (counts.length < LEAST_BLOCKS)
            return `needs at least ${LEAST_BLOCKS} blocks, has ${counts.length}`;
        if (counts.includes(0))
            return `block ${counts.indexOf(0) + 1} has no values on one side`;
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (total < least)
            return `needs at least ${least} values a side, has ${total}`;
    }
    return undefined;
}
/**
 * How a quantile differs between two sides that were measured side by side in blocks. Values inside a block may depend on one another in any way, and
 * both sides of a block on each other: whole pairs of blocks are drawn again (block bootstrap, Kuensch 1989; percentile interval), so what they
 * share cancels. Blocks that depend on their neighbours are kept together by `length` > 1. The same seed gives the same figures.
 *
 * From few blocks the interval covers a little less often than it says: in simulations of drifting calls, 95 % intervals from 20 blocks covered the true
 * ratio of medians in 95 % of 1,000 trials, of p95 in 93 %, of p99 in 92 %; from 10 blocks, of medians in 93 % and of p95 in 90 %.
 *
 * Withheld for fewer than 10 blocks, for a block that is empty on one side, and for fewer values a side than bounds of the quantile itself would
 * need. Throws a RangeError unless 0 < q < 1, and for values that are not weighted values sorted upwards, and as `blockBootstrap` does.
 */
function quantileDifference(blocks, q, bootstrap) {
    const { replicates, level = interval/* LEVEL */.Bk, ...draw } = bootstrap;
    const [base, head] = [sideOf(blocks.map((block) => block.base)), sideOf(blocks.map((block) => block.head))];
    const withheld = whyWithheld([base, head], (0,quantile/* minimumCount */.Gx)(q, level));
    if (withheld !== undefined)
        return { withheld };
    const compare = (chosen) => ({
        before: quantileOf(base, q, chosen),
        after: quantileOf(head, q, chosen),
    });
    const seen = compare([...blocks.keys()]);
    const drawn = Array.from({ length: replicates }, () => compare(drawBlocks(blocks.length, draw)));
    const estimate = (of) => ({
        estimate: of(seen),
        ...percentileInterval(drawn.map(of), level),
    });
    return {
        base: seen.before,
        head: seen.after,
        difference: estimate(({ before, after }) => after - before),
        ratio: [seen, ...drawn].every(({ before }) => before > 0) ? estimate(({ before, after }) => after / before) : null,
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/student.js
var student = __webpack_require__(6752);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/judged.js
var judged = __webpack_require__(79380);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/scale.js
var scale = __webpack_require__(63259);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/tail.js
/** The slow end of an operation's times, on both sides: informs, and can fail nothing, because its chances are approximate where those of the pairs are exact. */








/** The quantile of a tail, and what it is called: `<operation>.duration.p95`. */
const TAIL = { quantile: 0.95, suffix: 'p95' };
const REPLICATES = 1_000;
const TWO_SIDED_TAIL = 0.025;
/** Fewer stretches than this show too little of their own spread. */
const FEWEST_STRETCHES = 4;
/**
 * The 95th percentile of both sides in milliseconds, and by which share head's is higher, with a 95 % interval from the block bootstrap: pairs
 * of one start of the processes stay together, and more where the changes have a longer memory. Undefined where so few calls, pairs or starts
 * cannot carry it. The same measurements give the same figures.
 */
function measureTail({ pairs, changes }, name, design) {
    const blocks = pairs.map(({ base, head }) => ({ base: weighted(base), head: weighted(head) }));
    const length = Math.max(1, design.pairsPerStart, blockLength(changes));
    const stretches = Math.floor(blocks.length / length);
    if (stretches < FEWEST_STRETCHES)
        return undefined;
    const random = (0,core_random/* seededRandom */.I)(`${design.seed}/tail/${name}`);
    const compared = quantileDifference(blocks, TAIL.quantile, { kind: 'circular', length, random, replicates: REPLICATES });
    if ('withheld' in compared || compared.ratio === null)
        return undefined;
    const { estimate, low, high } = compared.ratio;
    const { base, head } = compared;
    return { base, head, tail: { estimate: estimate - 1, low: low - 1, high: high - 1, stretches } };
}
function weighted(times) {
    return times.toSorted((left, right) => left - right).map((value) => ({ value, count: 1 }));
}
/**
 * Judges tails by how far the logarithm of the ratio lies beyond the tolerance, in standard errors as the interval shows them, by Student's t with
 * one degree of freedom less than there are stretches; among all tails a share of at most `level` is expected to be called worse by chance
 * (Benjamini and Hochberg). By name.
 */
function judgeTails({ level }, series) {
    const tails = series.filter(({ tail }) => tail !== undefined);
    const worse = (0,multiplicity/* benjaminiHochberg */.Uh)(tails.map((one) => chanceOf(one, 1)));
    const better = (0,multiplicity/* benjaminiHochberg */.Uh)(tails.map((one) => chanceOf(one, -1)));
    return new Map(tails.map((one, index) => [one.name, judgeTail(one, { worse: worse[index] ?? 1, better: better[index] ?? 1, level })]));
}
/** Of a ratio like this, were head's tail no further from base's than the tolerance in that direction. */
function chanceOf(series, direction) {
    if (series.tail === undefined)
        return 1;
    const { estimate, low, high, stretches } = series.tail;
    const beyond = direction * Math.log1p(estimate) - (0,scale/* shiftOf */.Gn)(series);
    const error = (Math.log1p(high) - Math.log1p(low)) / 2 / (0,normal/* normalUpperPoint */.s)(TWO_SIDED_TAIL);
    if (!(error > 0))
        return beyond > 0 ? 0 : 1;
    return (0,student/* studentTails */.L)(beyond / error, stretches - 1).upper;
}
function judgeTail({ tail, tolerance }, { worse, better, level }) {
    if (tail === undefined)
        return (0,judged/* judgement */._)('inconclusive');
    const { estimate, low, high } = tail;
    const found = { change: { estimate, low, high }, p: worse };
    if (worse <= level)
        return (0,judged/* judgement */._)('regression', found);
    if (better <= level)
        return (0,judged/* judgement */._)('improvement', found);
    return (0,judged/* judgement */._)(high <= tolerance ? 'fine' : 'inconclusive', found);
}


/***/ }),

/***/ 16318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71728);
/* harmony import */ var _core_log_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50261);
/* harmony import */ var _history_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10878);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** GitHub sends no webhook event that is larger. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
/** The event file, as the schema wants it. Throws UsageError that names the field that is missing or malformed; nothing of it is quoted. */
async function readEvent(path, eventName, schema) {
    const parsed = schema.safeParse((0,_history_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(await readText(path), `the event file ${(0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(path, 200)}`));
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? 'it' : `its ${issue.path.join('.')}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`the event file of ${eventName} is not what GitHub writes: ${place} is missing or malformed`);
}
async function readText(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path), true);
            const stat = await file.stat();
            if (!stat.isFile())
                throw new Error('it is no file');
            if (stat.size > MAX_EVENT_BYTES)
                throw new Error('it is larger than any event');
            return await file.readFile('utf8');
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`cannot read the event file that GITHUB_EVENT_PATH names: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toError */ .iT)(error).message}`, { cause: error });
    }
}


/***/ }),

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ workflowRunEvent),
/* harmony export */   Cd: () => (/* binding */ mergeGroupEvent),
/* harmony export */   DW: () => (/* binding */ issueCommentEvent),
/* harmony export */   X7: () => (/* binding */ pullRequestEvent),
/* harmony export */   mJ: () => (/* binding */ commitSha),
/* harmony export */   xf: () => (/* binding */ positiveId)
/* harmony export */ });
/* unused harmony export fullName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34557);
/** What this room reads of GitHub's webhook events. Names of branches and repositories in them are whatever a stranger chose. */

/** A full commit name, SHA-1 or SHA-256. */
const commitSha = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** A number that GitHub counts with. */
const positiveId = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive();
/** A repository's `owner/name`. */
const fullName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/);
const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: fullName }).nullish();
/** `pull_request`. */
const pullRequestEvent = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ number: positiveId, head: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: commitSha, repo: repository }) }),
});
/** `workflow_run`. Its `pull_requests` is left out on purpose: it is empty for forks. */
const workflowRunEvent = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: positiveId,
        run_attempt: positiveId,
        event: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(100),
        head_sha: commitSha,
        head_repository: repository,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1000).nullish(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(100).nullish(),
    }),
});
/** `merge_group`. Its `head_ref` is `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`, of the last pull request in the group. */
const mergeGroupEvent = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ merge_group: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ head_ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1000) }) });
/** `issue_comment`; without `pull_request` the comment is on an issue. */
const issueCommentEvent = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ issue: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ number: positiveId, pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({}).nullish() }) });


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


/***/ }),

/***/ 19725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ walshAverages),
/* harmony export */   i: () => (/* binding */ hodgesLehmann)
/* harmony export */ });
/* harmony import */ var _signed_rank_distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10845);

/** Above this the averages of all pairs of values would fill the memory. */
const MOST_VALUES = 3_000;
/**
 * The averages of every two values and of each value with itself, n (n + 1) / 2 of them, sorted upwards (J. W. Tukey after J. Walsh 1949).
 * Throws a RangeError without values, for more than 3,000, and for values that are no finite numbers.
 */
function walshAverages(values) {
    const count = values.length;
    if (count === 0 || count > MOST_VALUES)
        throw new RangeError(`Walsh averages are of 1 to ${MOST_VALUES} values, not ${count}`);
    if (!values.every(Number.isFinite))
        throw new RangeError('Walsh averages are of finite numbers');
    const averages = new Float64Array((count * (count + 1)) / 2);
    let filled = 0;
    values.forEach((value, index) => {
        for (const other of values.slice(index))
            averages[filled++] = (value + other) / 2;
    });
    return averages.sort();
}
function middleOf(sorted) {
    const half = sorted.length / 2;
    const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
    if (below === undefined || above === undefined)
        throw new RangeError('no values have no middle');
    return (below + above) / 2;
}
/**
 * The pseudo-median of independent values: the middle of their Walsh averages (J. L. Hodges and E. L. Lehmann, Annals of Mathematical
 * Statistics 34, 1963), with the bounds at which the signed-rank test changes its mind (M. Hollander, D. A. Wolfe and E. Chicken,
 * "Nonparametric Statistical Methods", 3rd ed., 3.3). `tail` is the chance with which each bound may miss: either bound alone is one-sided at level
 * 1 - tail, both together are a two-sided interval at level 1 - 2 tail.
 *
 * Without ties the test of a shift against "greater" has p <= tail exactly where the shift lies below `low`, likewise "less" and `high`. With ties the
 * bounds cover at least as often as they say (G. E. Noether, JASA 62, 1967). A bound is null for fewer than `pairsNeeded(tail, 1)` values.
 * Exact up to 60 values, by the normal approximation above.
 *
 * Throws a RangeError for what `walshAverages` refuses, and unless 0 < tail < 1/2.
 */
function hodgesLehmann(values, tail) {
    const averages = walshAverages(values);
    const { sum, method } = (0,_signed_rank_distribution_js__WEBPACK_IMPORTED_MODULE_0__/* .criticalSum */ .nQ)(values.length, tail);
    // Where no sum rejects, these lie outside the averages.
    const [low = null, high = null] = [averages[sum], averages[averages.length - 1 - sum]];
    return { estimate: middleOf(averages), low, high, method };
}


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uh: () => (/* binding */ benjaminiHochberg),
/* harmony export */   V5: () => (/* binding */ pairsNeeded),
/* harmony export */   aq: () => (/* binding */ smallestChance),
/* harmony export */   fU: () => (/* binding */ holm)
/* harmony export */ });
/** What many tests at once do to the chance of a false alarm. */
function checkChances(chances) {
    for (const p of chances)
        if (!(p >= 0 && p <= 1))
            throw new RangeError(`a p-value lies between 0 and 1, not ${p}`);
}
/** Positions of p-values from the smallest up; equal ones in the order given. */
function ascending(chances) {
    return [...chances.entries()].sort(([, a], [, b]) => a - b);
}
/**
 * Adjusted p-values by Holm's step-down procedure (S. Holm, Scandinavian Journal of Statistics 6, 1979), in the order given: rejecting those at
 * most `level` keeps the chance of any false alarm at `level`, however the tests depend on one another. Equal p-values get equal answers.
 * Throws a RangeError for what is no p-value.
 */
function holm(chances) {
    checkChances(chances);
    const adjusted = new Array(chances.length).fill(1);
    let reached = 0;
    ascending(chances).forEach(([position, p], step) => {
        reached = Math.max(reached, Math.min(1, (chances.length - step) * p));
        adjusted[position] = reached;
    });
    return adjusted;
}
/**
 * Adjusted p-values by the step-up procedure of Benjamini and Hochberg (JRSS B 57, 1995), in the order given: of those at most `level`, a share of
 * at most `level` is expected to be false alarms, when the tests are independent or depend on one another positively. Equal p-values get equal
 * answers. Throws a RangeError for what is no p-value.
 */
function benjaminiHochberg(chances) {
    checkChances(chances);
    const adjusted = new Array(chances.length).fill(1);
    let reached = 1;
    for (const [step, [position, p]] of [...ascending(chances).entries()].reverse()) {
        reached = Math.min(reached, (chances.length * p) / (step + 1));
        adjusted[position] = reached;
    }
    return adjusted;
}
/** The smallest one-sided p that a signed-rank test of `pairs` pairs can give: all signs alike, 2^-pairs. */
function smallestChance(pairs) {
    return 2 ** -pairs;
}
/**
 * The fewest pairs at which Holm's first step over so many metrics could reject at all: the least n with metrics 2^-n <= level. With fewer a gate
 * cannot fail, whatever happens. Throws a RangeError unless 0 < level < 1 and metrics >= 1.
 */
function pairsNeeded(level, metrics) {
    if (!(level > 0 && level < 1))
        throw new RangeError(`a level lies between 0 and 1, not ${level}`);
    if (!Number.isSafeInteger(metrics) || metrics < 1)
        throw new RangeError(`${metrics} is no number of metrics`);
    let pairs = 1;
    while (metrics * smallestChance(pairs) > level)
        pairs++;
    return pairs;
}


/***/ }),

/***/ 95816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ normalTails),
/* harmony export */   s: () => (/* binding */ normalUpperPoint)
/* harmony export */ });
/* harmony import */ var _bisect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69693);
/* harmony import */ var _incomplete_gamma_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58223);


/** Beyond this the tail is below the smallest float. */
const FARTHEST = 40;
/** P(Z <= z) as `lower` and P(Z > z) as `upper` for the standard normal distribution, by the incomplete gamma function (DLMF 7.11.2). */
function normalTails(z) {
    const beyond = (0,_incomplete_gamma_js__WEBPACK_IMPORTED_MODULE_0__/* .gammaTails */ .N)(0.5, (z * z) / 2).upper / 2;
    return z >= 0 ? { lower: 1 - beyond, upper: beyond } : { lower: beyond, upper: 1 - beyond };
}
/** The z > 0 that a standard normal deviate exceeds with probability `tail`. Throws a RangeError unless 0 < tail < 1/2. */
function normalUpperPoint(tail) {
    if (!(tail > 0 && tail < 0.5))
        throw new RangeError(`a tail lies between 0 and 1/2, not ${tail}`);
    return (0,_bisect_js__WEBPACK_IMPORTED_MODULE_1__/* .bisect */ .h)((z) => normalTails(z).upper > tail, { low: 0, high: FARTHEST });
}


/***/ }),

/***/ 10845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ signedRankTails),
/* harmony export */   eg: () => (/* binding */ MOST_EXACT_PAIRS),
/* harmony export */   nQ: () => (/* binding */ criticalSum)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98682);
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95816);
/**
 * The distribution of Wilcoxon's signed-rank statistic when every sign is a fair coin: the sum of those ranks whose sign fell positive
 * (F. Wilcoxon, Biometrics Bulletin 1, 1945). Counted exactly, one rank at a time; whole-numbered ranks of any kind, so midranks go in doubled
 * (the shift algorithm of B. Streitberg and J. Roehmel, Statistical Software Newsletter 12, 1986).
 */


/** Up to so many pairs the distribution is counted; above, the normal approximation is closer than any level in use needs. */
const MOST_EXACT_PAIRS = 60;
/** How many sign patterns give each sum from 0 to `most`: whole up to 2^53 patterns, and precise to rounding beyond. */
function countPatterns(ranks, most) {
    const counts = new Float64Array(most + 1);
    counts[0] = 1;
    let reach = 0;
    for (const rank of ranks) {
        reach = Math.min(most, reach + rank);
        for (let sum = reach; sum >= rank; sum--)
            counts[sum] = (counts[sum] ?? 0) + (counts[sum - rank] ?? 0);
    }
    return counts;
}
function checkRanks(ranks, sum) {
    if (ranks.length > MOST_EXACT_PAIRS)
        throw new RangeError(`${ranks.length} ranks are too many to count`);
    if (!ranks.every((rank) => Number.isSafeInteger(rank) && rank > 0))
        throw new RangeError('ranks are whole numbers above 0');
    if (!Number.isSafeInteger(sum) || sum < 0)
        throw new RangeError(`${sum} is no sum of ranks`);
}
/**
 * P(S <= sum) and P(S >= sum) for the sum S of positive ranks. `ranks` are whole numbers above 0, at most 60 of them; without any, S is 0.
 * The smaller one is precise in relative terms. Throws a RangeError for more ranks or others, and for a sum that there cannot be.
 */
function signedRankTails(ranks, sum) {
    checkRanks(ranks, sum);
    const total = ranks.reduce((all, rank) => all + rank, 0);
    if (sum > total)
        throw new RangeError(`the ranks add up to ${total}, not ${sum}`);
    // Turning all signs round maps the sum to what is left of the total: only the half below the middle has to be counted.
    const nearer = Math.min(sum, total - sum);
    const counts = countPatterns(ranks, nearer);
    const everything = 2 ** ranks.length;
    const beyond = counts.subarray(0, nearer).reduce((patterns, count) => patterns + count, 0);
    const rare = (beyond + (counts[nearer] ?? 0)) / everything;
    const common = 1 - beyond / everything;
    return sum === nearer ? { atMost: rare, atLeast: common } : { atMost: common, atLeast: rare };
}
function approximateCriticalSum(pairs, tail) {
    const mean = (pairs * (pairs + 1)) / 4;
    const deviation = Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24);
    return Math.floor(mean - 0.5 - (0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .normalUpperPoint */ .s)(tail) * deviation);
}
/**
 * The largest c with P(S <= c) <= tail for the ranks 1 to `pairs` without ties; -1 when even P(S <= 0) = 2^-pairs is above the tail. Above
 * 60 pairs by the normal approximation with continuity correction. Throws a RangeError unless pairs >= 1 and 0 < tail < 1/2.
 */
function criticalSum(pairs, tail) {
    if (!Number.isSafeInteger(pairs) || pairs < 1)
        throw new RangeError(`${pairs} pairs have no signed ranks`);
    if (!(tail > 0 && tail < 0.5))
        throw new RangeError(`a tail lies between 0 and 1/2, not ${tail}`);
    if (pairs > MOST_EXACT_PAIRS)
        return { sum: approximateCriticalSum(pairs, tail), method: 'normal' };
    const ranks = Array.from({ length: pairs }, (_, index) => index + 1);
    const counts = countPatterns(ranks, (pairs * (pairs + 1)) / 2);
    const allowed = tail * _interval_js__WEBPACK_IMPORTED_MODULE_1__/* .TAIL_SLACK */ .Ke * 2 ** pairs;
    let sum = -1;
    for (let patterns = counts[0] ?? 0; patterns <= allowed; patterns += counts[sum + 1] ?? 0)
        sum++;
    return { sum, method: 'exact' };
}


/***/ }),

/***/ 99062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ signedRankTest)
/* harmony export */ });
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95816);
/* harmony import */ var _signed_rank_distribution_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10845);


// Bound once: simulations ask millions of times, and in jest's contexts each look-up of a global is slow.
const { abs, max, min, sqrt } = Math;
/** Differences closer than this, relative to the largest figure, are ties torn apart by rounding: |ln 0.8| and ln 1.25 are one distance. */
const RESOLUTION = 1e-12;
function differencesFrom(values, shift) {
    const largest = values.reduce((most, value) => max(most, abs(value)), abs(shift));
    const resolution = RESOLUTION * largest;
    const differences = values.map((value) => (abs(value - shift) <= resolution ? 0 : value - shift));
    return { differences: differences.sort((a, b) => abs(a) - abs(b)), resolution };
}
function rankDifferences(values, shift) {
    const { differences, resolution } = differencesFrom(values, shift);
    const distance = (index) => abs(differences[index] ?? Infinity);
    const doubled = [];
    let positive = 0;
    for (let start = 0, end = 0; start < differences.length; start = end) {
        do
            end++;
        while (distance(end) - distance(end - 1) <= resolution);
        if (distance(start) === 0)
            continue;
        // The ranks start + 1 to end, shared evenly: their midrank is half of this.
        const midrank = start + 1 + end;
        for (const difference of differences.slice(start, end)) {
            doubled.push(midrank);
            if (difference > 0)
                positive += midrank;
        }
    }
    return { doubled, positive };
}
function exactChances({ doubled, positive }) {
    // Without ties all doubled midranks are even: counting half of them takes half the time.
    const unit = doubled.every((rank) => rank % 2 === 0) ? 2 : 1;
    const ranks = doubled.map((rank) => rank / unit);
    const { atMost, atLeast } = (0,_signed_rank_distribution_js__WEBPACK_IMPORTED_MODULE_1__/* .signedRankTails */ .Aw)(ranks, positive / unit);
    return { greater: atLeast, less: atMost };
}
/** Mean and variance are those of the very midranks, which is the correction for ties and zeros; half a rank corrects for continuity. */
function normalChances({ doubled, positive }) {
    const ranks = doubled.map((rank) => rank / 2);
    const deviation = sqrt(ranks.reduce((sum, rank) => sum + rank * rank, 0)) / 2;
    if (deviation === 0)
        return { greater: 1, less: 1 };
    const excess = positive / 2 - ranks.reduce((sum, rank) => sum + rank, 0) / 2;
    return { greater: (0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .normalTails */ .T)((excess - 0.5) / deviation).upper, less: (0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .normalTails */ .T)((excess + 0.5) / deviation).lower };
}
/**
 * Wilcoxon's signed-rank test of independent values that scatter evenly round their middle (Wilcoxon 1945): `p` is the chance of ranks at
 * least as extreme if the middle is the shift (or lies on the side of it that the alternative denies). Exact up to 60 values whatever ties
 * there are, because the sign patterns of the midranks themselves are counted; normal above, and `method` says which.
 *
 * Values that equal the shift are ranked with the others and then left out (J. W. Pratt, JASA 54, 1959): leaving them out first can turn a
 * result round when all values move further away from the shift, and only Pratt's sum agrees with the count of Walsh averages from which
 * the interval of `hodgesLehmann` is made. The two-sided p is twice the smaller one-sided p, at most 1.
 *
 * Throws a RangeError without values, and for values or a shift that are no finite numbers.
 */
function signedRankTest(values, { shift, alternative }) {
    if (values.length === 0)
        throw new RangeError('no values have no signed ranks');
    if (![...values, shift].every(Number.isFinite))
        throw new RangeError('signed ranks are of finite numbers');
    const ranks = rankDifferences(values, shift);
    const method = values.length <= _signed_rank_distribution_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_EXACT_PAIRS */ .eg ? 'exact' : 'normal';
    const { greater, less } = method === 'exact' ? exactChances(ranks) : normalChances(ranks);
    const chances = { greater, less, 'two-sided': min(1, 2 * min(greater, less)) };
    return {
        statistic: ranks.positive / 2,
        count: values.length,
        zeros: values.length - ranks.doubled.length,
        p: chances[alternative],
        method,
    };
}


/***/ })

};
