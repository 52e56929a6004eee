export const id = 269;
export const ids = [269];
export const modules = {

/***/ 37269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compare: () => (/* binding */ compare)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/config/load-plan.js + 23 modules
var load_plan = __webpack_require__(35547);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/config/plan-secrets.js
var plan_secrets = __webpack_require__(26451);
// EXTERNAL MODULE: ./lib/workflows-lib/system/prepare.js
var prepare = __webpack_require__(61422);
// EXTERNAL MODULE: ./lib/workflows-lib/system/run.js + 4 modules
var system_run = __webpack_require__(16139);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/prepare-system.js



/**
 * Runs the prepare commands of a plan and nothing else, in a run of its own: nothing of them is left running, whatever ends them.
 * Throws UsageError with the last lines of the first that fails, or the reason of the signal.
 */
async function prepareSystem(plan, ports) {
    if (plan.system.prepare.length === 0)
        return;
    const run = await (0,system_run/* openRun */.I)(ports);
    for (const secret of (0,plan_secrets/* planSecrets */.D)(plan, ports.env ?? process.env))
        run.context.secrets.add(secret);
    try {
        await (0,prepare/* runPrepareCommands */.V)(plan, run.context);
    }
    catch (error) {
        throw (0,system_run/* startFailure */.x)(error, run);
    }
    finally {
        await run.close();
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/commands/benchmark.js + 1 modules
var benchmark = __webpack_require__(64643);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/common-operations.js
/** Pairs the operations of two plans by name. One that does something else now is no longer the same operation: it is told, not compared. */
function pairOperations(base, head) {
    const before = new Map(base.operations.map((operation) => [operation.name, meaningOf(operation, base)]));
    const after = new Map(head.operations.map((operation) => [operation.name, meaningOf(operation, head)]));
    const shared = [...after.keys()].filter((name) => before.has(name));
    return {
        common: shared.filter((name) => before.get(name) === after.get(name)),
        listed: {
            added: [...after.keys()].filter((name) => !before.has(name)),
            removed: [...before.keys()].filter((name) => !after.has(name)),
            changed: shared.filter((name) => before.get(name) !== after.get(name)),
        },
    };
}
/** What an operation does, wherever its plan lies. */
function meaningOf({ on, call, expect, timeoutMs }, { root }) {
    return JSON.stringify({ on, call, expect, timeoutMs }).replaceAll(JSON.stringify(root).slice(1, -1), '.');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/comparable-series.js

/**
 * What two saved runs can be compared by, metric by metric that both have, over the stages that both have. What is counted is compared value by
 * value, as the plan gates it. Times come without pairs and only inform, because they were not measured side by side; so do error rates.
 */
function comparableSeries(baseRun, headRun, compare) {
    const pairs = Map.groupBy(headRun.metrics, nameOf);
    const series = [...pairs].flatMap(([name, all]) => {
        const base = baseRun.metrics.filter((metric) => nameOf(metric) === name && all.some(({ stage }) => stage === metric.stage));
        const head = all.filter(({ stage }) => base.some((metric) => metric.stage === stage));
        return metricSeries({ base, head }, compare);
    });
    return [...series, ...errorRates(baseRun, headRun, compare)];
}
function nameOf({ operation, name }) {
    return `${operation}.${name}`;
}
function metricSeries({ base, head }, compare) {
    const [before, after] = [base[0], head[0]];
    if (after === undefined || before?.unit !== after.unit)
        return [];
    const name = nameOf(after);
    const exact = after.class === 'exact' && before.class === 'exact';
    const shared = { name, operation: after.operation, metric: after.name, unit: after.unit, values: [], twin: [] };
    if (!exact) {
        const tolerance = toleranceOf(name, compare) ?? compare.tolerance;
        // The first stage that both have stands for all: a time at another load is another time.
        const same = base.find(({ stage }) => stage === after.stage) ?? before;
        return [{ ...shared, class: 'noisy', role: 'info', tolerance, base: middleOf(same), head: middleOf(after) }];
    }
    const role = compare.gate.some((glob) => (0,external_node_path_.matchesGlob)(name, glob)) ? 'gate' : 'info';
    const [baseValues, headValues] = [countedIn(base), countedIn(head)];
    const typical = meanOf(base);
    return [
        {
            ...{ ...shared, class: 'exact', role, tolerance: (toleranceOf(name, compare) ?? 0) * (typical ?? 0) },
            ...{ base: typical, head: meanOf(head) },
            ...(baseValues === undefined ? {} : { baseValues }),
            ...(headValues === undefined ? {} : { headValues }),
        },
    ];
}
function toleranceOf(name, { tolerances }) {
    return Object.entries(tolerances).findLast(([glob]) => (0,external_node_path_.matchesGlob)(name, glob))?.[1];
}
function middleOf({ quantiles: { p50 }, mean }) {
    return 'value' in p50 ? p50.value : mean;
}
function meanOf(metrics) {
    const calls = metrics.reduce((sum, { count }) => sum + count, 0);
    return calls === 0 ? null : metrics.reduce((sum, { mean, count }) => sum + mean * count, 0) / calls;
}
/** Distinct values with their counts; undefined where a run kept only a histogram of values that differ. */
function countedIn(metrics) {
    const counts = new Map();
    for (const { samples, count, min, max } of metrics) {
        if (samples === undefined && min !== max)
            return undefined;
        if (samples === undefined)
            counts.set(min, (counts.get(min) ?? 0) + count);
        for (const sample of samples ?? [])
            counts.set(sample, (counts.get(sample) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => left.value - right.value);
}
function errorRates(baseRun, headRun, compare) {
    const operations = new Set(headRun.outcomes.map(({ operation }) => operation));
    return [...operations].flatMap((operation) => {
        const [before, after] = [callsIn(baseRun, operation), callsIn(headRun, operation)];
        if (before.calls === 0 || after.calls === 0)
            return [];
        const name = `${operation}.error_rate`;
        return [
            {
                ...{ name, operation, metric: 'error_rate', unit: 'ratio', class: 'rate', role: 'info', values: [], twin: [] },
                ...{ tolerance: toleranceOf(name, compare) ?? 0, base: before.share, head: after.share },
                ...{ baseValues: before.values, headValues: after.values },
            },
        ];
    });
}
function callsIn({ outcomes }, operation) {
    const own = outcomes.filter((outcome) => outcome.operation === operation);
    const calls = own.reduce((sum, { attempts }) => sum + attempts, 0);
    const failed = calls - own.reduce((sum, { ok }) => sum + ok, 0);
    const values = [
        { value: 0, count: calls - failed },
        { value: 1, count: failed },
    ].filter(({ count }) => count > 0);
    return { calls, share: calls === 0 ? 0 : failed / calls, values };
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/judge.js + 5 modules
var judge = __webpack_require__(33616);
// EXTERNAL MODULE: ./lib/workflows-lib/history/read-run.js
var read_run = __webpack_require__(12722);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-verdict.js
var run_verdict = __webpack_require__(49317);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/reproduce-command.js
/** One command that measures the same in another clone; head that is the checkout goes without saying. */
function reproduceCommand({ base, head }, wish) {
    const { config, only, metrics = [], pairs, budgetMs } = wish;
    return commandOf({
        ...{ '--base': reproduce_command_nameOf(base, wish.base), '--head': head.origin === 'checkout' ? undefined : reproduce_command_nameOf(head, wish.head) },
        ...{ '--config': config, '--only': only, '--pairs': pairs?.toString() },
        ...{ '--budget': budgetMs === undefined ? undefined : `${budgetMs}ms`, '--metric': metrics },
    });
}
/** The command that compares two run documents again. */
function reproduceOfRuns({ base, head, config, }) {
    return commandOf({ '--base': base, '--head': head, '--config': config });
}
/** A folder need not be what lies in its commit, so it stays the folder that was given. */
function reproduce_command_nameOf({ commit, label, origin }, given) {
    return origin === 'directory' ? (given ?? label) : (commit ?? label);
}
function commandOf(options) {
    const given = Object.entries(options).flatMap(([name, value = []]) => [value].flat().flatMap((one) => [name, one]));
    return ['shotclock', 'compare', ...given].map(quoted).join(' ');
}
/** As a POSIX shell reads one word. */
function quoted(word) {
    return /^[\w./@:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/compare-runs.js






/**
 * Compares two runs that were measured before. What is counted is judged; times were not measured side by side, so they only inform.
 * Throws UsageError for files that are no runs.
 */
async function compareRuns(files, { compare, seed }, { cwd }) {
    const read = async (file) => (0,read_run/* readRun */.c)((0,external_node_path_.resolve)(cwd, file));
    const [base, head] = [await read(files.base), await read(files.head)];
    const design = {
        ...{ seed, level: compare.level, looks: [], gatingMetrics: 0 },
        ...{ budgetMs: 0, pairsPerStart: 0, layout: 'alternate-starts' },
    };
    const judged = (0,judge/* judgeComparison */.t)({ design, series: comparableSeries(base, head, compare) });
    const names = (run) => [...new Set(run.outcomes.map(({ operation }) => operation))];
    const [before, after] = [names(base), names(head)];
    const comparison = {
        ...{ base: sideOf(base, files.base), head: sideOf(head, files.head), design },
        ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped' },
        ...judged,
        operations: {
            added: after.filter((name) => !before.includes(name)),
            removed: before.filter((name) => !after.includes(name)),
            changed: [],
        },
        ...{ statements: [], parts: [], acceptances: [] },
        reproduce: reproduceOfRuns(files),
    };
    const document = { ...head, run: { ...head.run, kind: 'compare' }, comparison };
    return { ...document, verdict: (0,run_verdict/* verdictOfRun */.g)(document) };
}
function sideOf({ run }, label) {
    return { label, commit: run.commit, origin: 'run', planDigest: run.planDigest };
}

// EXTERNAL MODULE: ./lib/workflows-lib/load/generator-health.js
var generator_health = __webpack_require__(39284);
// EXTERNAL MODULE: ./lib/workflows-lib/pricing/price-table.js + 1 modules
var price_table = __webpack_require__(48060);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/client.js
var client = __webpack_require__(74642);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/cluster.js + 7 modules
var cluster = __webpack_require__(24317);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/database.js + 1 modules
var database = __webpack_require__(46720);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres-templates.js








/**
 * Templates for the databases of systems that are to be compared, given to `startSystem` of each. A cluster with the same name, seeds (by
 * what is in them), roles and settings is built once, in a run of its own, and copied: the copies have the same pages and the same
 * statistics, so that their plans of queries and their times differ by nothing that chance has laid down. They share passwords.
 */
async function openPostgresTemplates(ports) {
    const run = await (0,system_run/* openRun */.I)(ports);
    const built = new Map();
    const build = async (key, service, seeds) => {
        try {
            return await buildTemplate({ key, service, seeds }, run.context);
        }
        catch (error) {
            throw (0,system_run/* startFailure */.x)(error, run);
        }
    };
    return {
        provide: async (service, seeds) => {
            const key = keyOf(service, seeds);
            const building = built.get(key) ?? build(key, service, seeds);
            built.set(key, building);
            return building;
        },
        close: async () => {
            run.fail(new Error('The templates were closed while one was being built.'));
            await run.close();
        },
    };
}
function keyOf({ name, settings, roles }, seeds) {
    const own = Object.keys(roles).filter((role) => roles[role] === undefined);
    const made = [name, seeds.map(({ sql }) => sql), Object.entries(settings).sort(), own.sort()];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
}
async function buildTemplate({ key, service, seeds }, context) {
    // Two that differ in their seeds alone have the same name.
    const place = { ...service, name: `${service.name}-${key}` };
    const address = await (0,cluster/* startCluster */.J)(place, context, { stopSignal: 'SIGINT' });
    const { url, roles } = await (0,database/* createDatabase */.c)(service, address, seeds);
    await (0,client/* withClient */.SV)(url, async (client) => {
        // Commits are asynchronous here: only when they have reached the disk can their rows be marked as visible to all.
        await client.query('CHECKPOINT');
        // Else autovacuum would do that in the middle of a measurement, on each side at another moment.
        await client.query('VACUUM (ANALYZE)');
    });
    await context.fleet.children.get(place.name)?.stop();
    const data = (0,cluster/* dataFolder */.p)(place, context);
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(data, 'postmaster.pid'))) {
        const message = `PostgreSQL ${service.name} did not write its data to disk in time.`;
        throw new errors/* RemoteError */.Hi(message, { service: service.name, action: 'stop', attempts: 1 });
    }
    const own = Object.entries(roles).filter(([role]) => service.roles[role] === undefined);
    const rolePasswords = Object.fromEntries(own.map(([role, login]) => [role, decodeURIComponent(new URL(login).password)]));
    return { data, password: address.password, rolePasswords };
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/unrecorded-requests.js
var unrecorded_requests = __webpack_require__(23321);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/multiplicity.js
var multiplicity = __webpack_require__(1212);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/sequential.js
/**
 * Looking several times at growing data without more false alarms. The looks and the share of the level that each may spend are fixed beforehand; the
 * chance of a false alarm is then at most the sum of what the looks spend, whenever the measuring stops and however looks and metrics depend
 * on one another (the union bound; the idea of spending is K. K. G. Lan and D. L. DeMets, Biometrika 70, 1983). At each look Holm's
 * procedure runs over all gating metrics. Exact tests have a smallest p, so a look can be too early to find anything: such a plan is refused.
 */


/** Shares such as 0.2, 0.3 and 0.5 may add up to a rounding error above 1. */
const ROUNDING = 1e-12;
function planLook({ pairs, share }, { metrics, level }) {
    const planned = { pairs, share, level: level * share, firstStep: (level * share) / metrics, smallest: (0,multiplicity/* smallestChance */.aq)(pairs) };
    const first = (0,multiplicity/* pairsNeeded */.V5)(planned.level, metrics);
    if (pairs < first) {
        throw new errors/* UsageError */.eb(`a look at ${pairs} pairs can never fail: with ${metrics} gating metrics and ${planned.level} of the level ${level} to spend, ` +
            `the first number of pairs that can is ${first}; look later, spend more there, or gate on fewer metrics`);
    }
    return planned;
}
/**
 * A plan whose every look can find something. Throws a UsageError, naming the first number of pairs that could, for a look that cannot; and for
 * looks that do not grow, shares that are not above 0 or add up to more than 1, and what is no level or no number of metrics.
 */
function planLooks(request) {
    const { metrics, level, looks } = request;
    if (!(level > 0 && level < 1))
        throw new errors/* UsageError */.eb(`a level lies between 0 and 1, not ${level}`);
    if (!Number.isSafeInteger(metrics) || metrics < 1)
        throw new errors/* UsageError */.eb(`a gate needs at least one metric, not ${metrics}`);
    if (looks.length === 0)
        throw new errors/* UsageError */.eb('a plan needs at least one look');
    looks.forEach(({ pairs, share }, index) => {
        const before = looks[index - 1]?.pairs ?? 0;
        if (!Number.isSafeInteger(pairs) || pairs <= before)
            throw new errors/* UsageError */.eb(`a look at ${pairs} pairs cannot follow one at ${before}`);
        if (!(share > 0))
            throw new errors/* UsageError */.eb(`the look at ${pairs} pairs needs a share of the level above 0, not ${share}`);
    });
    const spent = looks.reduce((sum, { share }) => sum + share, 0);
    if (!(spent <= 1 + ROUNDING))
        throw new errors/* UsageError */.eb(`the looks spend ${spent} of the level, which is more than 1`);
    return { metrics, level, looks: looks.map((look) => planLook(look, request)) };
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/scale.js
var scale = __webpack_require__(63259);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/design.js




/** What the looks spend of the level, by how many there are: most of it at the end, where the power is. */
const SHARES = [[0.2, 0.2, 0.2, 0.4], [0.2, 0.3, 0.5], [0.3, 0.7], [1]];
/** A look that comes before the pairs have grown by this factor finds little that the look before did not. */
const LEAST_GROWTH = 1.4;
function spread(first, last, shares) {
    const growth = (last / first) ** (1 / Math.max(1, shares.length - 1));
    return shares.map((share, index) => ({
        pairs: index === shares.length - 1 ? last : Math.round(first * growth ** index),
        share,
    }));
}
/** What differs from start to start of the processes shows only over several. */
const STARTS_BEFORE_FIRST_LOOK = 3;
function looksFor({ pairs, level, gatingMetrics, pairsPerStart }) {
    for (const shares of SHARES) {
        const [share = 1] = shares;
        const earliest = (0,multiplicity/* pairsNeeded */.V5)(level * share, gatingMetrics);
        const first = shares.length === 1 ? earliest : Math.max(scale/* FEWEST_FOR_FINE */._y, earliest, STARTS_BEFORE_FIRST_LOOK * pairsPerStart);
        if (first * LEAST_GROWTH ** (shares.length - 1) <= pairs)
            return spread(first, pairs, shares);
    }
    return undefined;
}
/**
 * Fixes beforehand when the gate looks and what each look may spend of the level: up to four looks, the first where a metric can fail at all and over three starts of the processes, the
 * last at the most pairs, evenly spread by ratio between; fewer looks where few pairs fit. Without a metric to test there is one look, of no use to
 * anyone but as the most pairs. Throws a UsageError, naming the least number of pairs, when so few pairs could never fail.
 */
function planDesign(request) {
    const { pairs, ...fixed } = request;
    const { level, gatingMetrics } = fixed;
    if (!Number.isSafeInteger(pairs) || pairs < 1)
        throw new errors/* UsageError */.eb(`a comparison needs at least one pair, not ${pairs}`);
    if (gatingMetrics === 0)
        return { ...fixed, looks: [{ pairs, share: 1 }] };
    if (!(level > 0 && level < 1))
        throw new errors/* UsageError */.eb(`compare.level lies between 0 % and 100 %, not at ${100 * level} %`);
    const looks = looksFor(request);
    if (looks === undefined) {
        const least = (0,multiplicity/* pairsNeeded */.V5)(level, gatingMetrics);
        throw new errors/* UsageError */.eb(`${pairs} pairs can never fail: with ${gatingMetrics} gating metrics at a level of ${100 * level} %, the fewest pairs that could are ` +
            `${least}; set compare.pairs to at least ${least}, raise compare.level, or gate on fewer metrics`);
    }
    return {
        ...fixed,
        looks: planLooks({ metrics: gatingMetrics, level, looks }).looks.map(({ pairs: at, share }) => ({ pairs: at, share })),
    };
}
/**
 * The design of a measurement that ended: where the time budget came before the last look, that look is taken at the pairs there are, and spends
 * all that is left of the level. That the time is up does not depend on which side was slower, so the union bound over the looks holds. No look is
 * earlier than the first that was planned.
 */
function closeDesign(design, { pairs, ended }) {
    const [first, last] = [design.looks[0], design.looks.at(-1)];
    if (ended !== 'budget' || first === undefined || last === undefined)
        return design;
    if (pairs < first.pairs || pairs >= last.pairs)
        return design;
    const taken = design.looks.filter((look) => look.pairs < pairs);
    const spent = taken.reduce((sum, { share }) => sum + share, 0);
    return { ...design, looks: [...taken, { pairs, share: 1 - spent }] };
}
/** Whether the design looks after so many pairs. */
function isLook({ looks }, pairs) {
    return looks.some((look) => look.pairs === pairs);
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/replay.js
var replay = __webpack_require__(87922);
// EXTERNAL MODULE: ./lib/workflows-lib/load/sequential.js
var sequential = __webpack_require__(32025);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/assemble-run.js + 4 modules
var assemble_run = __webpack_require__(56723);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/judge-unrecorded.js
var judge_unrecorded = __webpack_require__(35865);
// EXTERNAL MODULE: ./lib/workflows-lib/report/format.js
var format = __webpack_require__(59771);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/budget-warning.js

/** What to do where the time budget ended before any look at which a time could have failed; empty where it did not. */
function budgetWarning({ budgetMs, looks, gatingMetrics }, { pairs, measuringMs, ended }) {
    const first = looks[0]?.pairs ?? 0;
    if (ended !== 'budget' || gatingMetrics === 0 || pairs >= first)
        return [];
    const enough = (0,format/* formatDuration */.a3)((measuringMs / Math.max(1, pairs)) * first);
    const reached = pairs === 0 ? 'before the first pair was complete' : `after ${(0,format/* plural */.LS)(pairs, 'pair')}`;
    return [
        `The budget of ${(0,format/* formatDuration */.a3)(budgetMs)} ended ${reached}, and no time can fail before ${(0,format/* formatCount */.B4)(first)}. ` +
            `About ${enough} would do: raise --budget or compare.budget, or compare fewer operations with --only.`,
    ];
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/outcome.js
/** `foreign/verdicts.ts` knows an excused objective by the words that this begins with. */
const NO_WORSE = { verdict: 'pass', reason: 'base misses it as well, and head is no worse' };
const UNDECIDED = { verdict: 'inconclusive', reason: 'base misses it as well; whether head is worse is not decided' };
/**
 * Objectives of head where one that base misses as well fails only if head is worse: by the comparison of the operation, or by the objective's own
 * figure, which may be one that is not compared. It is a pass that says so where the comparison found every gating metric of the operation no
 * worse and the figure is about that of base, and undecided where that is not known: a metric that nobody could decide, none that could fail, a
 * figure that is higher by chance perhaps, or a machine that cannot be believed. An objective on all operations counts as that of each.
 */
function noWorseThanBase({ objectives, base, head, compared, tolerance }) {
    return head.map((result) => {
        const before = base.find(({ text, verdict }) => text === result.text && verdict === 'fail');
        if (result.verdict !== 'fail' || before === undefined)
            return result;
        const objective = objectives.find(({ text }) => text === result.text);
        const excuse = weaker(excuseOf(compared, objective?.operation), excuseOfFigure({ before, after: result, tolerance, limit: objective?.comparison ?? '<' }, compared));
        return excuse === undefined ? result : { ...result, ...excuse };
    });
}
/** Two excuses are as good as the worse of them. */
function weaker(one, other) {
    if (one === undefined || other === undefined)
        return undefined;
    return one === UNDECIDED ? one : other;
}
/**
 * Whether the objective's own figure is worse on head: surely where the intervals lie apart on a steady machine, or where what is counted has
 * none.
 */
function excuseOfFigure({ before, after, tolerance, limit }, { sentinel }) {
    if (before.value === null || after.value === null)
        return UNDECIDED;
    const isFloor = limit === '>' || limit === '>=';
    const [low, high] = isFloor ? [before.low, after.high] : [after.low, before.high];
    const worsening = isFloor ? before.value - after.value : after.value - before.value;
    if (worsening <= (low === null ? 0 : tolerance * Math.abs(before.value)))
        return NO_WORSE;
    if (low === null || high === null)
        return undefined;
    return low > high && sentinel.verdict !== 'moved' ? undefined : UNDECIDED;
}
function excuseOf({ metrics, sentinel }, operation) {
    const moved = sentinel.verdict === 'moved';
    const gating = metrics.filter((metric) => metric.role === 'gate' && (operation === undefined || metric.operation === operation));
    // What is counted does not depend on the machine.
    if (gating.some(({ verdict, class: kind }) => verdict === 'regression' && (!moved || kind === 'exact')))
        return undefined;
    const noWorse = gating.length > 0 && gating.every(({ verdict }) => verdict === 'fine' || verdict === 'improvement');
    return noWorse && !moved ? NO_WORSE : UNDECIDED;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/plan-differences.js


const NOT_THE_CODE = "its part of a change is the plan's, not the code's.";
/**
 * What two plans differ in beside their code, one sentence for each section: the rules that the pull request is judged by, which whoever changes
 * them there should be seen to change, and what both sides are measured on. Where the plans lie makes no difference.
 */
function planDifferences(base, head) {
    const services = [...new Set([...Object.keys(base.services), ...Object.keys(head.services)])];
    const sections = [
        ['seed', ({ seed }) => seed],
        ...services.map((name) => [`services.${name}`, (plan) => plan.services[name]]),
        ['benchmark', ({ benchmark }) => benchmark],
    ];
    const differ = (section) => !(0,external_node_util_.isDeepStrictEqual)(wherever(section(base), base), wherever(section(head), head));
    return [
        // Of tolerances the last that matches counts, so that their order says something.
        ...(JSON.stringify(base.compare) === JSON.stringify(head.compare)
            ? []
            : ["The rules of the comparison (compare:) differ between base and head: head's were used."]),
        ...sections.flatMap(([name, section]) => (differ(section) ? [`${name} differs between base and head: ${NOT_THE_CODE}`] : [])),
    ];
}
/** A part of a plan with paths as seen from its root. */
function wherever(part, { root }) {
    return (0,json/* parseJson */.qF)(JSON.stringify(part ?? null).replaceAll(JSON.stringify(root).slice(1, -1), '.'));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/planned-side.js
/** A side as a document tells it. Without a plan its digest is empty. */
function describeSide({ label, commit, origin }, plan) {
    return { label, commit, origin, planDigest: plan?.digest ?? '' };
}
/** What people call a side, with its commit: `main 5d0e3c9a41b2`. */
function nameOfSide({ label, commit }) {
    return commit === null || label === commit ? label.slice(0, 40) : `${label} ${commit.slice(0, 12)}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/side-failure.js

const NAME = { base: 'base', head: 'head', twin: 'base (second start)' };
/** A side that could not be built or started, or that died; `slot` says which, so that base is never held against head. */
class SideFailure extends Error {
    name = 'SideFailure';
    slot;
    constructor(slot, cause) {
        super(`${NAME[slot]}: ${cause.message}`, { cause });
        this.slot = slot;
    }
    /** What broke, without whose it was. */
    get reason() {
        return this.cause instanceof Error ? this.cause.message : this.message;
    }
}
/**
 * Whatever was thrown, as an error whose text and causes tell none of the systems' secrets: a target may quote in its complaint what it was
 * called with.
 */
function withoutSecrets(thrown, ...systems) {
    const error = (0,errors/* toError */.iT)(thrown);
    const hide = (text) => systems.reduce((shown, system) => system.hide(shown), text);
    const [message, stack] = [hide(error.message), hide(error.stack ?? '')];
    // What has nothing to hide is left alone: the message of an aborted fetch cannot be written.
    if (message !== error.message)
        error.message = message;
    if (error.stack !== undefined && stack !== error.stack)
        error.stack = stack;
    if (error.cause instanceof Error)
        withoutSecrets(error.cause, ...systems);
    return error;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/compare-statements.js
const STATEMENTS_SHOWN = 20;
/** Characters of a statement in a document, and in the name of a part. */
const STATEMENT_LENGTH = 2_000;
const PART_LENGTH = 100;
/**
 * Statements that either side ran, by service and text, the largest worsening of their time a call first; at most 20. `calls`, `rows` and
 * `blocks` are a call's, averaged over all operations that ran the statement on either side; `meanMs` is of one execution.
 */
function compareStatements(base, head) {
    return pairStatements(base, head)
        .map(({ service, statement, operations, ...sides }) => {
        const known = (side) => side.filter(({ operation, calls }) => operations.has(operation) && calls > 0).length;
        return {
            ...{ service, statement: shorten(statement, STATEMENT_LENGTH) },
            base: compare_statements_sideOf(sides.base, known(base)),
            head: compare_statements_sideOf(sides.head, known(head)),
        };
    })
        .sort((left, right) => worsening(right) - worsening(left) || (left.statement < right.statement ? -1 : 1))
        .slice(0, STATEMENTS_SHOWN);
}
/** The statements whose number of calls changed, as parts of the number of queries; all but the `named` that changed most are one part. */
function mostChanged(base, head, named) {
    const callsOf = (side) => side.reduce((sum, { calls }) => sum + calls, 0);
    const changed = pairStatements([base], [head])
        .map((pair) => ({ part: shorten(pair.statement, PART_LENGTH), base: callsOf(pair.base), head: callsOf(pair.head) }))
        .filter((one) => one.base !== one.head)
        .sort((left, right) => Math.abs(right.head - right.base) - Math.abs(left.head - left.base));
    const rest = changed.slice(named);
    const sum = (side) => rest.reduce((total, one) => total + one[side], 0);
    const others = rest.length === 0 ? [] : [{ part: 'other statements', base: sum('base'), head: sum('head') }];
    return [...changed.slice(0, named), ...others].map((one) => ({ ...one, unit: 'count', change: one.head - one.base }));
}
function pairStatements(base, head) {
    const pairs = new Map();
    const add = (side, { operation, statements }) => {
        for (const one of statements) {
            const { service, statement } = one;
            const key = `${service} ${statement}`;
            const pair = pairs.get(key) ?? { service, statement, operations: new Set(), base: [], head: [] };
            pair.operations.add(operation);
            pair[side].push(one);
            pairs.set(key, pair);
        }
    };
    for (const anatomy of base)
        add('base', anatomy);
    for (const anatomy of head)
        add('head', anatomy);
    return [...pairs.values()];
}
function compare_statements_sideOf(statements, operations) {
    if (statements.length === 0)
        return null;
    const total = (value) => statements.reduce((sum, one) => sum + value(one), 0);
    const calls = total((one) => one.calls);
    return {
        calls: calls / operations,
        meanMs: total((one) => one.totalMs) / calls,
        rows: total((one) => one.rows) / operations,
        blocks: total((one) => one.blocks) / operations,
    };
}
function worsening({ base, head }) {
    const time = (side) => (side === null ? 0 : side.calls * side.meanMs);
    return time(head) - time(base);
}
function shorten(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/pricing/cost.js
var pricing_cost = __webpack_require__(29193);
;// CONCATENATED MODULE: ./lib/workflows-lib/pricing/decompose.js
/** Why a request costs more or less than before: the change of its bill in parts that add up. */

const ORDER = ['price', 'input', 'cached', 'cache write', 'output', 'model'];
/** Differences below this share of the bill are rounding. */
const decompose_ROUNDING = 1e-13;
const KINDS = [
    ['input', 'input'],
    ['cached', 'cached'],
    ['shortWrite', 'cache write'],
    ['longWrite', 'cache write'],
    ['output', 'output'],
];
/**
 * Splits the change of the cost of a request. Within a model that both sides use, each kind of token counts with its quantity at the mean of
 * both rates and its rate at the mean of both quantities (Bennet 1920, "The theory of measurement of changes in cost of living"): exact, and
 * the same with the sides exchanged. Null when a model has no price.
 */
function decomposeCostChange(base, head, prices) {
    const before = billModels(base, prices.base);
    const after = billModels(head, prices.head);
    if (before === undefined || after === undefined)
        return null;
    const [baseUsd, headUsd] = [totalOf(before), totalOf(after)];
    const tally = createTally(decompose_ROUNDING * Math.max(baseUsd, headUsd));
    for (const model of new Set([...before.keys(), ...after.keys()])) {
        const [old, now] = [before.get(model), after.get(model)];
        if (old !== undefined && now !== undefined)
            tally.shared(old, now);
        else
            tally.model(old === undefined ? 0 : billOf(old), now === undefined ? 0 : billOf(now));
    }
    return { base: baseUsd, head: headUsd, change: headUsd - baseUsd, ...tally.result() };
}
function emptyBill() {
    const none = () => ({ tokens: 0, usd: 0 });
    return { input: none(), cached: none(), shortWrite: none(), longWrite: none(), output: none(), reasoning: 0 };
}
/** The bills by `provider/model`; undefined when one has no price. */
function billModels(shares, prices) {
    const bills = new Map();
    for (const share of shares) {
        const { provider, model } = share.usage;
        const key = `${provider}/${model}`;
        const bill = bills.get(key) ?? emptyBill();
        if (!addShare(bill, share, prices))
            return undefined;
        bills.set(key, bill);
    }
    return bills;
}
function addShare(bill, { usage, perRequest }, prices) {
    const cost = (0,pricing_cost/* costOf */.h)(usage, prices);
    // A 1-hour write is billed apart: the same call without any tells how the write's bill splits.
    const shortWrite = usage.cacheWrite - usage.cacheWrite1h;
    const withoutLong = (0,pricing_cost/* costOf */.h)({ ...usage, cacheWrite: shortWrite, cacheWrite1h: 0 }, prices);
    if (cost === 'unpriced' || withoutLong === 'unpriced')
        return false;
    const shortUsd = usage.cacheWrite1h === 0 ? cost.parts.cacheWrite : withoutLong.parts.cacheWrite;
    const add = (to, tokens, usd) => {
        to.tokens += tokens * perRequest;
        to.usd += usd * perRequest;
    };
    add(bill.input, usage.input - usage.cached - usage.cacheWrite, cost.parts.input);
    add(bill.cached, usage.cached, cost.parts.cached);
    add(bill.shortWrite, shortWrite, shortUsd);
    add(bill.longWrite, usage.cacheWrite1h, cost.parts.cacheWrite - shortUsd);
    add(bill.output, usage.output, cost.parts.output);
    bill.reasoning += usage.reasoning * perRequest;
    return true;
}
function billOf(bill) {
    return KINDS.reduce((sum, [kind]) => sum + bill[kind].usd, 0);
}
function totalOf(bills) {
    return [...bills.values()].reduce((sum, bill) => sum + billOf(bill), 0);
}
function createTally(rounding) {
    const sums = new Map();
    let reasoning = 0;
    const sumOf = (part) => {
        const known = sums.get(part) ?? { base: 0, head: 0, change: 0, mixed: part === 'price' };
        sums.set(part, known);
        return known;
    };
    return {
        shared: (base, head) => {
            for (const [kind, part] of KINDS) {
                const { quantity, price } = splitChange(base[kind], head[kind], rounding);
                const sum = sumOf(part);
                sum.base += base[kind].usd;
                sum.head += head[kind].usd;
                sum.change += quantity;
                sum.mixed ||= price !== 0;
                sumOf('price').change += price;
            }
            reasoning += (head.reasoning - base.reasoning) * meanRate(base.output, head.output);
        },
        model: (base, head) => {
            const sum = sumOf('model');
            sum.base += base;
            sum.head += head;
            sum.change += head - base;
        },
        result: () => {
            const parts = ORDER.flatMap((part) => {
                const sum = sums.get(part);
                if (sum === undefined || Math.abs(sum.change) <= rounding)
                    return [];
                const { base, head, change, mixed } = sum;
                return [mixed ? { part, base: null, head: null, change } : { part, base, head, change }];
            });
            return { parts, reasoning };
        },
    };
}
/** The change of a bill by the number of tokens and by their rate. A side without such tokens has no rate of its own and takes the other's. */
function splitChange(base, head, rounding) {
    const change = head.usd - base.usd;
    const quantity = (head.tokens - base.tokens) * meanRate(base, head);
    const price = change - quantity;
    // The rates are quotients of sums: a difference in their last digit is no change of the price.
    return Math.abs(price) <= rounding ? { quantity: change, price: 0 } : { quantity, price };
}
function meanRate(base, head) {
    if (base.tokens === 0)
        return head.tokens === 0 ? 0 : head.usd / head.tokens;
    const rate = base.usd / base.tokens;
    return head.tokens === 0 ? rate : (rate + head.usd / head.tokens) / 2;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/explain-tokens.js
/**
 * Whether there are more model calls or longer ones: `calls of <model>` counts the calls at the mean of both lengths, `tokens a call of
 * <model>` the lengths at the mean of both counts, as `decomposeCostChange` does. A model on one side only is a change of its calls alone.
 */
function explainTokens(metric, base, head) {
    const [before, after] = [tokensByModel(metric, base), tokensByModel(metric, head)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((model) => splitByCalls(model, before.get(model) ?? { calls: 0, tokens: 0 }, after.get(model) ?? { calls: 0, tokens: 0 }));
}
function splitByCalls(model, base, head) {
    const change = head.tokens - base.tokens;
    const whole = { part: `calls of ${model}`, unit: 'tokens', base: base.tokens, head: head.tokens, change };
    if (base.calls === 0 || head.calls === 0)
        return [whole];
    const part = `tokens a call of ${model}`;
    // Thirds of calls do not add up to the last digit.
    if (Math.abs(head.calls - base.calls) < 1e-9)
        return [{ ...whole, part }];
    const lengths = (base.tokens / base.calls + head.tokens / head.calls) / 2;
    const byCalls = (head.calls - base.calls) * lengths;
    if (Math.abs(change - byCalls) < 1e-9 * Math.max(base.tokens, head.tokens))
        return [whole];
    return [
        { ...whole, base: null, head: null, change: byCalls },
        { ...whole, part, base: null, head: null, change: change - byCalls },
    ];
}
function tokensByModel(metric, shares) {
    const models = new Map();
    for (const { usage, perRequest } of shares) {
        const key = `${usage.provider}/${usage.model}`;
        const known = models.get(key) ?? { calls: 0, tokens: 0 };
        models.set(key, { calls: known.calls + perRequest, tokens: known.tokens + tokensOf(metric, usage) * perRequest });
    }
    return models;
}
function tokensOf(metric, { input, cached, output }) {
    switch (metric) {
        case 'tokens.input':
            return input;
        case 'tokens.cached':
            return cached;
        case 'tokens.output':
            return output;
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/explain.js



/** The part of a time that nothing else accounts for. */
const OWN_CODE = 'own code';
/** Statements that are parts of a changed number of queries. */
const STATEMENTS_NAMED = 5;
/**
 * The parts of the change of one metric, those that moved it, largest worsening first; they add up to the change of the whole. The rest of a
 * time is `own code`. Empty where the metric is unknown here, or where its parts are.
 */
function explainChange(question, base, head) {
    if (base.calls === 0 || head.calls === 0)
        return [];
    const of = `${head.operation}.${question.metric}`;
    return partsOf(question, [base, head])
        .filter(({ change }) => change !== 0)
        .sort((left, right) => right.change - left.change)
        .map((part) => ({ of, ...part }));
}
function partsOf({ metric, measured, prices }, sides) {
    const [base, head] = sides;
    switch (metric) {
        case 'duration':
        case 'service':
        case 'response':
            return explainTime(namesOfDuration(sides), measured ?? totals(sides), sides);
        case 'connect':
            return explainTime(['connect'], measured, sides);
        case 'ttfb':
            return explainTime(['connect', 'first byte'], measured, sides);
        case 'ttft':
            return explainTime(['connect', 'first byte', 'first token'], measured, sides);
        case 'queries':
            return base.queries === null || head.queries === null ? [] : mostChanged(base, head, STATEMENTS_NAMED);
        case 'model_calls':
            return explainCounts(base.models, head.models);
        case 'mcp_calls':
            return explainCounts(base.tools, head.tools);
        case 'tokens.input':
        case 'tokens.cached':
        case 'tokens.output':
            return explainTokens(metric, base.usage, head.usage);
        case 'cost':
            return decomposeCostChange(base.usage, head.usage, prices)?.parts.map((part) => ({ ...part, unit: 'usd' })) ?? [];
        default:
            return [];
    }
}
const TIMES = {
    connect: ({ connect }) => connect,
    'first byte': ({ firstByte }) => firstByte,
    'first token': ({ firstToken }) => firstToken,
    tokens: ({ tokens }) => tokens,
    body: ({ body }) => body,
    'SQL statements': ({ sql }) => sql,
    'model calls': ({ model }) => model,
    // Statements of a tool are told by the database; what is left is the tool's own work and the way to it.
    'MCP calls': ({ tools, sql }) => (tools === null ? null : Math.max(0, tools - (sql ?? 0))),
};
/**
 * From outside, a call is connect, first byte, and tokens or a body. What waits for statements, models or tools is told better by those. An
 * answer that streams is told best by its tokens.
 */
function namesOfDuration(sides) {
    const some = (name) => sides.some(({ times }) => (TIMES[name](times) ?? 0) > 0);
    if (some('tokens'))
        return ['connect', 'first byte', 'first token', 'tokens'];
    const inner = ['SQL statements', 'model calls', 'MCP calls'].filter(some);
    return inner.length > 0 ? ['connect', ...inner] : ['connect', 'first byte', 'body'];
}
function totals([base, head]) {
    const [before, after] = [base.times.total, head.times.total];
    return before === null || after === null ? undefined : { base: before, head: after };
}
/**
 * Without a whole, the parts are the whole. A phase that one side lacks takes no time there. The few calls that were looked into took another time
 * than those that were measured: their parts are taken as shares of it.
 */
function explainTime(names, whole, [base, head]) {
    const scale = (side, { times }) => {
        const looked = Math.max(timesOf(names, times), names.includes('first token') ? 0 : (times.total ?? 0));
        return whole === undefined || looked === 0 ? 1 : whole[side] / looked;
    };
    const [before, after] = [scale('base', base), scale('head', head)];
    const parts = names
        .map((name) => ({ name, base: TIMES[name](base.times), head: TIMES[name](head.times) }))
        .filter((part) => part.base !== null || part.head !== null)
        .map((part) => timePart(part.name, { base: (part.base ?? 0) * before, head: (part.head ?? 0) * after }));
    if (whole === undefined)
        return parts;
    const rest = (side) => parts.reduce((left, part) => left - (part[side] ?? 0), whole[side]);
    return [...parts, timePart(OWN_CODE, { base: rest('base'), head: rest('head') })];
}
/** The parts of a call that was looked into, added up. */
function timesOf(names, times) {
    return names.reduce((sum, name) => sum + (TIMES[name](times) ?? 0), 0);
}
function timePart(part, { base, head }) {
    return { part, unit: 'ms', base, head, change: head - base };
}
function explainCounts(base, head) {
    const callsOf = (calls, name) => calls.find((one) => one.name === name)?.calls ?? 0;
    return [...new Set([...base, ...head].map(({ name }) => name))].map((part) => {
        const [before, after] = [callsOf(base, part), callsOf(head, part)];
        return { part, unit: 'count', base: before, head: after, change: after - before };
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/comparison-document.js















const NOTHING_OPEN = {
    calls: [],
    check: async () => Promise.resolve(new Map()),
    close: async () => Promise.resolve(),
};
/** Head's document with the comparison in it. */
async function comparisonDocument(parts, env) {
    const [base, head] = [await documentOf('base', parts, env), await documentOf('head', parts, env)];
    const { sides, measured, inside } = parts;
    const { insight } = inside;
    const { operations, book, result } = measured;
    const { pairs, starts, measuringMs, ended, failure } = result;
    const series = book.series();
    const design = closeDesign(measured.design, { pairs: (0,replay/* pairsSoFar */.vL)(series), ended });
    const judged = (0,judge/* judgeComparison */.t)({ design, series: [...series, ...book.tails(design)] });
    const comparison = {
        ...{ base: describeSide(sides.base.source, sides.base.plan), head: describeSide(sides.head.source, sides.head.plan) },
        ...{ design, pairs, starts, measuringMs, ended, ...judged, operations: operations.listed },
        statements: insight === undefined ? [] : compareStatements(insight.base, insight.head),
        parts: insight === undefined ? [] : changeParts(judged, insight, parts.prices),
        acceptances: [],
        ...failureOfSide(failure),
        ...(isOfHead(failure) ? { verdict: 'fail' } : {}),
        reproduce: reproduceCommand({ base: sides.base.source, head: sides.head.source }, parts.wish),
    };
    const noWorse = sides.head.plan.compare.objectives === 'no_worse';
    const results = { objectives: parts.objectives.judged, base: base.objectives, head: head.objectives, compared: judged };
    const { tolerance } = sides.head.plan.compare;
    const objectives = noWorse ? noWorseThanBase({ ...results, tolerance }) : head.objectives;
    const warnings = [
        ...head.warnings,
        ...planDifferences(sides.base.plan, sides.head.plan),
        ...inside.warnings,
        ...budgetWarning(design, result),
    ];
    // Only now: that base fell back as well excuses nothing.
    const unrecorded = await (0,judge_unrecorded/* judgeUnrecordedOf */.m)(parts.systems, parts.generator);
    const document = {
        ...{ ...head, comparison, objectives: [...objectives, ...unrecorded.objectives] },
        warnings: [...warnings, ...unrecorded.warnings],
    };
    return { ...document, verdict: (0,run_verdict/* verdictOfRun */.g)(document) };
}
function isOfHead(failure) {
    return failure instanceof SideFailure && failure.slot === 'head';
}
/** A side that died while it was measured. */
function failureOfSide(failure) {
    return failure instanceof SideFailure && failure.slot === 'head' ? { headFailure: failure.reason } : {};
}
async function documentOf(side, parts, env) {
    const { sides, systems, objectives, measured, prices, generator, date, durationMs } = parts;
    const { failure, measuringMs } = measured.result;
    return (0,assemble_run/* assembleRun */.O)({
        measurement: { plan: sides[side].plan, kind: 'compare' },
        ...{ objectives, system: systems[side], versions: new Map(), operations: NOTHING_OPEN },
        stages: [{ id: sequential/* SEQUENTIAL_STAGE */.Tq.id, startedAfterMs: 0, durationMs: measuringMs }],
        ...{ date, durationMs, records: measured.recorders[side].records(), generator, resources: {}, prices: prices[side] },
        failure,
    }, env);
}
/** What moved each metric that got worse or better, as far as it is known. */
function changeParts({ metrics }, insight, prices) {
    const moved = metrics.filter(({ role, verdict }) => role === 'gate' && (verdict === 'regression' || verdict === 'improvement'));
    return moved.flatMap(({ operation, metric, base, head }) => {
        const of = (side) => side.find((one) => one.operation === operation);
        const [before, after] = [of(insight.base), of(insight.head)];
        if (before === undefined || after === undefined)
            return [];
        const measured = base === null || head === null ? {} : { measured: { base, head } };
        return explainChange({ metric, ...measured, prices }, before, after);
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/available-memory.js



const KERNEL = { proc: '/proc', cgroup: '/sys/fs/cgroup' };
/** Version 1 says "no limit" with the largest multiple of a page. */
const NO_LIMIT = 2 ** 60;
/**
 * Bytes that new processes of ours can use without swapping and without being killed: what the machine has (MemAvailable of proc(5)), or
 * less where a control group around us, of version 2 or 1, allows less.
 */
async function readAvailableMemory({ proc, cgroup } = KERNEL) {
    const meminfo = await read((0,external_node_path_.join)(proc, 'meminfo'));
    const machine = Number(/^MemAvailable:\s*(\d+) kB$/m.exec(meminfo)?.[1] ?? (0,external_node_os_.freemem)() / 1024) * 1024;
    const rooms = await Promise.all((await groupsAround({ proc, cgroup })).map(roomIn));
    return Math.max(0, Math.min(machine, ...rooms));
}
const VERSION_2 = { limit: 'memory.max', usage: 'memory.current', idleFiles: /^inactive_file (\d+)$/m };
const VERSION_1 = {
    limit: 'memory.limit_in_bytes',
    usage: 'memory.usage_in_bytes',
    idleFiles: /^total_inactive_file (\d+)$/m,
};
/** Our own group and all above it: each of them can be the one that limits. In a container the path may be the host's; the root is read anyway. */
async function groupsAround({ proc, cgroup }) {
    const own = await read((0,external_node_path_.join)(proc, 'self', 'cgroup'));
    const two = /^0::(\/.*)$/m.exec(own)?.[1];
    const one = /^\d+:(?:\w+,)*memory(?:,\w+)*:(\/.*)$/m.exec(own)?.[1];
    return [
        ...upwards(two).map((path) => ({ folder: (0,external_node_path_.join)(cgroup, path), ...VERSION_2 })),
        ...upwards(one).map((path) => ({ folder: (0,external_node_path_.join)(cgroup, 'memory', path), ...VERSION_1 })),
    ];
}
function upwards(path) {
    if (path === undefined)
        return [];
    return path === '/' ? ['/'] : [path, ...upwards((0,external_node_path_.dirname)(path))];
}
/** What may still be used: the limit less the working set, which is the usage without idle file pages that the kernel gives back first. */
async function roomIn({ folder, limit, usage, idleFiles }) {
    const [most, used, stat] = await Promise.all([limit, usage, 'memory.stat'].map(async (name) => read((0,external_node_path_.join)(folder, name))));
    const [mostBytes, usedBytes] = [bytes(most), bytes(used)];
    if (mostBytes === undefined || mostBytes >= NO_LIMIT || usedBytes === undefined)
        return Infinity;
    return mostBytes - usedBytes + (bytes(idleFiles.exec(stat ?? '')?.[1]) ?? 0);
}
/** Undefined for `max`, and where there is no such file. */
function bytes(text) {
    return text !== undefined && /^\d+\s*$/.test(text) ? Number(text) : undefined;
}
async function read(path) {
    return (0,promises_.readFile)(path, 'utf8').catch(() => '');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/fits-thrice.js
/** Caches fill and heaps grow once calls come in: what is measured before is not the most that there will be. */
const GROWTH = 1.5;
/** For us, who call and record, and for what else lives on the machine. */
const RESERVE_BYTES = 256 * 2 ** 20;
/** Base, head, and base once more. */
const COPIES = 3;
/** Whether head and the twin fit beside a base that runs: head is taken to be as large as base. */
function fitsThrice({ resources, availableBytes }) {
    const base = Object.values(resources).reduce((total, { residentBytes }) => total + residentBytes, 0);
    const neededBytes = Math.ceil(COPIES * base * GROWTH - base) + RESERVE_BYTES;
    return { fits: neededBytes <= availableBytes, neededBytes, availableBytes };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/fit-side-by-side.js


/**
 * Whether head and a second base fit into memory beside base, which is started once to see what it takes. Throws SideFailure when it does not
 * start.
 */
async function fitSideBySide(starter, { log }) {
    const base = await starter.everything('base');
    try {
        const answer = fitsThrice({ resources: await base.resources(), availableBytes: await readAvailableMemory() });
        if (!answer.fits)
            log.warn(tooLittle(answer));
        return answer.fits;
    }
    finally {
        await base.stop();
    }
}
function tooLittle({ neededBytes, availableBytes }) {
    const [needed, available] = [neededBytes, availableBytes].map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`);
    return (`base, head and a second base at once need about ${needed} more, and ${available} are left: they run one after another, ` +
        'so fewer pairs fit into the time; compare.layout: side-by-side insists');
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/evidence.js + 2 modules
var evidence = __webpack_require__(53003);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/quantile.js + 1 modules
var stats_quantile = __webpack_require__(73984);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/lacking-calls.js


/**
 * How many calls the percentiles that objectives limit still lack, by operation: pairs end when the comparison is decided, which says nothing about
 * limits. As many operations as fit into the time left, those that need least of it first. One that never answered rightly would not now.
 */
function lackingCalls({ objectives, records, leftMs }) {
    const lacking = records
        .map((record) => ({ operation: record.operation, ...lackOf(record, objectives) }))
        .filter(({ calls }) => calls > 0)
        .toSorted((left, right) => left.ms - right.ms);
    const chosen = new Map();
    let spentMs = 0;
    for (const { operation, calls, ms } of lacking) {
        if (spentMs + ms > leftMs)
            break;
        spentMs += ms;
        chosen.set(operation, calls);
    }
    return chosen;
}
function lackOf({ operation, outcomes, busyMs }, objectives) {
    const needed = Math.max(0, ...objectives.filter((one) => one.operation === operation).map(neededFor));
    const made = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    if (outcomes.ok === 0 || outcomes.ok >= needed)
        return { calls: 0, ms: 0 };
    const calls = Math.ceil(((needed - outcomes.ok) * made) / outcomes.ok);
    return { calls, ms: (calls * busyMs) / made };
}
/** Objectives under a load are judged where there is one. */
function neededFor({ statistic, users }) {
    const quantile = users === undefined ? evidence/* QUANTILES */.bD.get(statistic) : undefined;
    return quantile === undefined ? 0 : (0,stats_quantile/* minimumCount */.Gx)(quantile);
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var core_random = __webpack_require__(38440);
// EXTERNAL MODULE: ./lib/workflows-lib/system/service.js + 5 modules
var system_service = __webpack_require__(8575);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/split-plan.js

/**
 * The services of a plan alone, without prepare commands and processes, so that processes can be started on them again and again. What is
 * only named (MCP servers, HTTP endpoints) may refer to processes and stays with them.
 */
function servicesOnly(plan) {
    const backing = Object.values(plan.services).filter(system_service/* isBackingService */.Js);
    return { ...plan, system: { ...plan.system, prepare: [], processes: {} }, services: byName(backing) };
}
/**
 * The processes of a plan on services that already run: whatever `services` has started is used as somebody else's, with the same addresses,
 * passwords and keys, and is not seeded again. Nothing is prepared. A service that does not run there stays as the plan has it. Every process
 * gets a free port, told by PORT, so that several copies can run at once, even where the plan names one.
 */
function processesOn(plan, services) {
    const used = Object.values(plan.services).map((service) => {
        const endpoint = services.endpoints[service.name];
        return endpoint !== undefined && (0,system_service/* isBackingService */.Js)(service) ? runningService(service, endpoint) : service;
    });
    const processes = Object.values(plan.system.processes).map(withoutPort);
    return { ...plan, system: { ...plan.system, prepare: [], processes: byName(processes) }, services: byName(used) };
}
function withoutPort(process) {
    const { port, ...rest } = process;
    return port === undefined ? process : rest;
}
function runningService(service, endpoint) {
    switch (service.type) {
        case 'postgres':
            return endpoint.type === 'postgres' ? runningPostgres(service, endpoint) : service;
        case 's3':
            return endpoint.type === 's3' ? runningStore(service, endpoint) : service;
        case 'openai':
        case 'anthropic':
            return endpoint.type === service.type ? runningModel(service, endpoint) : service;
    }
}
function runningPostgres(service, { url, roles }) {
    return { ...service, mode: 'external', url, roles, seed: [], settings: {} };
}
function runningStore(service, endpoint) {
    const { seed, ...rest } = service;
    const { bucket, region, accessKeyId, secretAccessKey } = endpoint;
    const address = { endpoint: endpoint.endpoint, bucket, region, accessKeyId, secretAccessKey };
    return { ...(seed === undefined ? service : rest), mode: 'external', ...address };
}
function runningModel(service, { baseUrl, apiKey }) {
    return { ...service, mode: 'external', baseUrl, apiKey };
}
function byName(items) {
    return Object.fromEntries(items.map((item) => [item.name, item]));
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/start.js + 4 modules
var system_start = __webpack_require__(12369);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/open-drivers.js + 19 modules
var open_drivers = __webpack_require__(82340);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measure-alone.js





/**
 * Measures a side by itself: operations that base does not have, or has otherwise, since objectives hold for them and they have to answer rightly;
 * and those whose percentiles need more calls than the pairs made. Rejects when the processes do not start.
 */
async function measureAlone(request, services, context) {
    const { plan, samples, recorder } = request;
    const wanted = plan.operations.filter(({ name }) => samples.has(name));
    if (wanted.length === 0)
        return;
    const { clock, log, env, signal, onProgress } = context;
    const quiet = {
        ...log,
        info: (message) => {
            log.debug(message);
        },
    };
    const processes = await (0,system_start/* startSystem */.w)(processesOn(plan, services), { clock, log: quiet, env, signal });
    try {
        const opened = (0,open_drivers/* openOperations */.$)(wanted, processes, { clock, concurrency: 1 });
        try {
            await opened.check(signal);
            const calls = opened.calls.map((call) => ({ call, samples: samples.get(call.operation) ?? 0 }));
            const random = (0,core_random/* seededRandom */.I)(`${plan.seed}/alone`);
            await (0,sequential/* runSequential */.pq)({ calls, warmUp: plan.benchmark.warmUp }, { clock, random, recorder, signal, onProgress });
            signal.throwIfAborted();
        }
        finally {
            await opened.close();
        }
    }
    finally {
        await processes.stop();
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/exact.js
var exact = __webpack_require__(5610);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/counts.js
/** Counts of an operation, one a call, by metric; null where they are not known, or are known better from elsewhere. */
const COUNTS = {
    queries: ({ queries }) => queries,
    mcp_calls: ({ toolCalls }) => toolCalls,
    // What is billed is counted with every call that was measured; this is for models whose usage no answer tells.
    model_calls: ({ modelCalls, usage }) => (usage.length === 0 ? modelCalls : null),
};
/** Whether all calls of both sides count the same. */
function agree(base, head) {
    return new Set([...base, ...head]).size <= 1;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/count-inside.js
/** What was counted inside the calls, as metrics. */



const NAMED_AT_MOST = 10;
const SIDES = ['base', 'head'];
/**
 * Writes the counts of every call into both books. An operation where neither side counts anything but zero has no such metric. Returns what
 * could not be compared, and why, as warnings.
 */
function countInside(insight, { book, recorders }) {
    const leftOut = new Map();
    const leaveOut = (name, why) => {
        leftOut.set(why, [...(leftOut.get(why) ?? []), name]);
    };
    for (const head of insight.head) {
        const base = insight.base.find(({ operation }) => operation === head.operation);
        if (base === undefined)
            continue;
        const { operation } = head;
        for (const [metric, countsOf] of Object.entries(COUNTS)) {
            const known = { base: countsOf(base), head: countsOf(head) };
            for (const side of SIDES) {
                for (const value of known[side] ?? [])
                    recorders[side].count({ stage: sequential/* SEQUENTIAL_STAGE */.Tq, operation }, metric, value);
            }
            const counts = { base: known.base ?? [], head: known.head ?? [] };
            if (SIDES.every((side) => counts[side].every((value) => value === 0)))
                continue;
            const why = whyNot(known, counts);
            if (why !== undefined)
                leaveOut(`${operation}.${metric}`, why);
            else
                for (const side of SIDES)
                    for (const value of counts[side])
                        book.addExact({ operation, metric, unit: 'count' }, side, value);
        }
    }
    return [...leftOut].map(([why, names]) => `Not compared, because ${why}: ${listed(names)}.`);
}
/** Why counts cannot be held against each other; undefined when they can. A side without any is left to the judge. */
function whyNot(known, counts) {
    const silent = SIDES.find((side) => known[side] === null);
    if (silent !== undefined)
        return `inside the calls of ${silent} it could not be counted`;
    const few = SIDES.some((side) => counts[side].length > 0 && counts[side].length < exact/* FEWEST_COUNTED */.Qg);
    return few && !agree(counts.base, counts.head) ? 'it differs between calls, and too few of them went well to tell' : undefined;
}
function listed(names) {
    const more = names.length - NAMED_AT_MOST;
    return `${names.slice(0, NAMED_AT_MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/counting-proxy.js
/** Stands in front of MCP servers of the system and counts the tools that its processes call there. */



const HOST = '127.0.0.1';
/** Requests are inspected up to this size; larger ones pass uncounted. */
const INSPECTED_BYTES = 1_000_000;
const TOOL_NAME_LENGTH = 200;
/** Headers that are between two neighbours alone (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
const rpc = schemas/* object */.Ikc({ method: schemas/* literal */.euz('tools/call'), params: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }) });
/**
 * Listens on a free loopback port and forwards `/<port>/<path>` to `/<path>` on that port of this machine, bodies streamed both ways. An
 * address that nobody answers is a 502. It slows every call a little, so it belongs in front of calls that are counted, not timed.
 */
async function startCountingProxy(clock) {
    const calls = [];
    let connections = 0;
    const server = (0,external_node_http_.createServer)({ noDelay: true, keepAliveTimeout: 75_000 }, (request, response) => {
        const startMs = clock.now();
        const tools = toolsOf(request);
        response.once('close', () => {
            const endMs = clock.now();
            calls.push(...tools().map((tool) => ({ tool, startMs, endMs })));
        });
        forward(request, response);
    });
    server.on('connection', () => connections++);
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, HOST, resolve);
    });
    return {
        port: server.address().port,
        calls: () => [...calls],
        connections: () => connections,
        close: async () => {
            server.closeAllConnections();
            await new Promise((resolve) => {
                server.close(() => {
                    resolve();
                });
            });
        },
    };
}
/**
 * The plan with the MCP servers among its processes reached through the proxy: `${processes.mcp.url}` in the environments and commands of
 * its processes leads there. Operations that go to such a process directly still do.
 */
function behindProxy(plan, { port }) {
    const servers = Object.values(plan.system.processes).filter(({ mcp }) => mcp !== undefined);
    const redirect = (text) => servers.reduce((changed, { name }) => {
        // `$${` is a plain `${` and no reference.
        const parts = changed.split(new RegExp(`(?<!\\$)\\$\\{processes\\.${name.replace(/[^\w]/g, '\\$&')}\\.url\\}`));
        return parts.join(`http://${HOST}:${port}/\${processes.${name}.port}`);
    }, text);
    const processes = mapValues(plan.system.processes, (process) => {
        return { ...process, run: redirect(process.run), env: mapValues(process.env, redirect) };
    });
    return { ...plan, system: { ...plan.system, processes } };
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
/** Listens to a request's body as it passes; afterwards tells the tools that it calls. */
function toolsOf(request) {
    if (request.method !== 'POST')
        return () => [];
    const pieces = [];
    let bytes = 0;
    request.on('data', (piece) => {
        bytes += piece.length;
        if (bytes <= INSPECTED_BYTES)
            pieces.push(piece);
        else
            pieces.length = 0;
    });
    return () => {
        const message = (0,json/* parseJson */.qF)(Buffer.concat(pieces).toString('utf8'));
        // Until the protocol's version of 2025-06-18, one request could carry several messages.
        const messages = Array.isArray(message) ? message : [message];
        return messages.flatMap((one) => {
            const { success, data } = rpc.safeParse(one);
            return success ? [data.params.name.slice(0, TOOL_NAME_LENGTH)] : [];
        });
    };
}
function forward(request, response) {
    const [, port = '', path = '/'] = /^\/(\d{1,5})(\/.*)?$/.exec(request.url ?? '') ?? [];
    const fail = (reason) => {
        if (!response.headersSent)
            response.writeHead(502, { 'content-type': 'text/plain' }).end(`${reason}\n`);
        else
            response.destroy();
    };
    if (port === '' || Number(port) > 65_535) {
        request.resume();
        fail('The path must begin with the port of the server that is meant.');
        return;
    }
    const headers = { ...passed(request.headers), host: `${HOST}:${port}` };
    // Every request has a connection of its own: one that the server closes while a request is on its way would fail the call.
    const onward = (0,external_node_http_.request)({ host: HOST, port, path, method: request.method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, passed(answer.headers));
        // The head of a stream of events is news by itself.
        response.flushHeaders();
        answer.once('error', () => response.destroy());
        answer.pipe(response);
    });
    onward.once('error', ({ message }) => {
        fail(`Nothing answered on port ${port}: ${message}`);
    });
    response.once('close', () => onward.destroy());
    request.pipe(onward);
}
function passed(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/join-systems.js

/**
 * Services and the processes that run on them, started apart, seen as one system. Where both know a name, the one that started it counts: it
 * knows its log and its version. `stop` ends the processes before the services.
 */
function joinSystems(services, processes) {
    const died = Promise.race([services.died, processes.died]);
    // Whoever does not listen is not punished with an unhandled rejection.
    died.catch(() => undefined);
    return {
        endpoints: { ...processes.endpoints, ...services.endpoints },
        info: { ...processes.info, ...services.info },
        died,
        childEnvironment: processes.childEnvironment,
        resources: async () => ({ ...(await services.resources()), ...(await processes.resources()) }),
        unrecordedRequests: async () => (0,unrecorded_requests/* unrecordedOfAll */.Ik)([services, processes]),
        hide: (text) => services.hide(processes.hide(text)),
        stop: async () => {
            try {
                await processes.stop();
            }
            finally {
                await services.stop();
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/statements.js

const CONNECT_TIMEOUT_MS = 10_000;
/** Only what clients sent, not what functions ran inside: from version 14 on the view tells them apart. */
const QUERY = `SELECT query, calls::float8 AS calls, total_exec_time AS ms, rows::float8 AS rows,
    (shared_blks_hit + shared_blks_read)::float8 AS blocks
  FROM pg_stat_statements
  WHERE toplevel AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND query NOT ILIKE '%pg_stat_statements%'`;
/**
 * How PostgreSQL says that there are no such counters: no view or function of that name, an older one with other columns, one in another
 * schema, no rights, not preloaded, not installed, or a server that must not be written to.
 */
const ABSENT = ['42P01', '42883', '42703', '3F000', '42501', '55000', '58P01', '0A000', '25006'];
/**
 * Connects to read counters. Undefined where the server does not count statements, or not for this user; rejects with what `pg` says when
 * it cannot be reached.
 */
async function openStatements(url, { create }) {
    const { Client: ClientOfPg } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 77624));
    const client = new ClientOfPg({
        connectionString: url,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        application_name: 'shotclock',
    });
    // A connection that breaks while nothing is asked of it must not end the process; the next reading says it.
    client.on('error', () => undefined);
    const close = async () => client.end().catch(() => undefined);
    try {
        await client.connect();
        if (create)
            await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
        await readTotals(client);
    }
    catch (error) {
        await close();
        if (ABSENT.includes((0,error_code/* errorCode */.C)(error) ?? ''))
            return undefined;
        throw error;
    }
    return { read: async () => readTotals(client), close };
}
/** Reads the counters of a database of ours once; undefined where the server does not count statements. */
async function readStatements(url) {
    const reader = await openStatements(url, { create: true });
    if (reader === undefined)
        return undefined;
    try {
        return await reader.read();
    }
    finally {
        await reader.close();
    }
}
async function readTotals(client) {
    const { rows } = await client.query(QUERY);
    const totals = new Map();
    // Different users, and spellings that differ in white space alone, have counters of their own.
    for (const { query, calls, ms, rows: given, blocks } of rows) {
        const statement = query.replace(/\s+/g, ' ').trim();
        const known = totals.get(statement) ?? { statement, calls: 0, totalMs: 0, rows: 0, blocks: 0 };
        totals.set(statement, combine(known, { statement, calls, totalMs: ms, rows: given, blocks }, 1));
    }
    return [...totals.values()];
}
function combine(left, right, sign) {
    return {
        statement: left.statement,
        calls: left.calls + sign * right.calls,
        totalMs: left.totalMs + sign * right.totalMs,
        rows: left.rows + sign * right.rows,
        blocks: left.blocks + sign * right.blocks,
    };
}
/**
 * What was asked between two readings: statements that were called at least once, in the order of their texts. Counters that are lower than
 * before were evicted or reset in between, and count from zero.
 */
function differenceOf(before, after) {
    const known = new Map(before.map((totals) => [totals.statement, totals]));
    return after
        .map((totals) => {
        const old = known.get(totals.statement);
        return old === undefined || old.calls > totals.calls ? totals : combine(totals, old, -1);
    })
        .filter(({ calls }) => calls > 0)
        .sort((left, right) => (left.statement < right.statement ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/simulator-tail.js




/** One request as a simulated provider saw it; times are milliseconds of the epoch. */
const record = schemas/* object */.Ikc({
    provider: schemas/* string */.YjP(),
    model: schemas/* string */.YjP().nullable(),
    arrivalMs: schemas/* number */.aig(),
    endMs: schemas/* number */.aig(),
});
/** Follows a log from its present end; a log that is not there yet is empty. */
async function followSimulator(path) {
    let position = (await readFrom(path, 0, { skip: true })).end;
    let rest = Buffer.alloc(0);
    return {
        next: async () => {
            const { bytes, end } = await readFrom(path, position, { skip: false });
            position = end;
            // A last line may still be on its way.
            const text = Buffer.concat([rest, bytes]);
            const complete = text.lastIndexOf('\n') + 1;
            rest = text.subarray(complete);
            const lines = text.subarray(0, complete).toString('utf8').split('\n').slice(0, -1);
            // Followed from the middle of a line, its rest is no record.
            return lines.flatMap((line) => record.safeParse((0,json/* parseJson */.qF)(line)).data ?? []);
        },
    };
}
async function readFrom(path, position, { skip }) {
    let file;
    try {
        file = await (0,promises_.open)(path, 'r');
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === 'ENOENT')
            return { bytes: Buffer.alloc(0), end: 0 };
        throw error;
    }
    try {
        const { size } = await file.stat();
        if (skip || size <= position)
            return { bytes: Buffer.alloc(0), end: Math.max(size, position) };
        const bytes = Buffer.alloc(size - position);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
        return { bytes: bytes.subarray(0, bytesRead), end: position + bytesRead };
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/counters.js


/** An answer may come before the last statement or the simulator's line about it is counted. */
const SETTLE_AT_MOST_MS = 200;
const SETTLE_STEP_MS = 20;
/** Opens the counters of a side, from now on. Rejects when one of its databases cannot be reached. */
async function openCounters(side) {
    const databases = await openDatabases(side);
    try {
        return await countersOf(side, databases);
    }
    catch (error) {
        await closeAll(databases);
        throw error;
    }
}
async function countersOf(side, databases) {
    const { tails, simulated } = await openSimulators(side.system.endpoints);
    const { proxy, clock } = side;
    let seen = await readAll(databases);
    let seenCalls = proxy?.calls().length ?? 0;
    let seenConnections = proxy?.connections() ?? 0;
    return {
        countStatements: databases.length > 0,
        simulated,
        countTools: proxy !== undefined,
        settle: async (signal) => {
            const modelCalls = [];
            const read = async () => {
                for (const tail of tails)
                    modelCalls.push(...(await tail.next()));
                const statements = await readAll(databases);
                return { statements, mark: [countCalls(statements), modelCalls.length, proxy?.calls().length].join() };
            };
            const statements = await readUntilQuiet(read, clock, signal);
            const happened = {
                statements: databases.flatMap(({ service }, index) => differenceOf(seen[index] ?? [], statements[index] ?? []).map((totals) => ({
                    ...{ service, ...totals },
                    statement: side.system.hide(totals.statement),
                }))),
                modelCalls,
                toolCalls: proxy?.calls().slice(seenCalls) ?? [],
                toolConnections: (proxy?.connections() ?? 0) - seenConnections,
            };
            seen = statements;
            seenCalls += happened.toolCalls.length;
            seenConnections += happened.toolConnections;
            return happened;
        },
        close: async () => closeAll(databases),
    };
}
async function closeAll(databases) {
    await Promise.all(databases.map(async ({ reader }) => reader.close()));
}
async function openDatabases({ system, services }) {
    const databases = [];
    try {
        for (const [service, endpoint] of Object.entries(system.endpoints)) {
            if (endpoint.type !== 'postgres')
                continue;
            const reader = await openStatements(endpoint.url, { create: services[service]?.mode === 'embedded' });
            if (reader !== undefined)
                databases.push({ service, reader });
        }
    }
    catch (error) {
        await closeAll(databases);
        throw error;
    }
    return databases;
}
async function openSimulators(endpoints) {
    const tails = [];
    const simulated = new Set();
    for (const endpoint of Object.values(endpoints)) {
        if ((endpoint.type !== 'openai' && endpoint.type !== 'anthropic') || endpoint.simulatorLog === undefined)
            continue;
        tails.push(await followSimulator(endpoint.simulatorLog));
        simulated.add(`${endpoint.provider}/${endpoint.model}`);
    }
    return { tails, simulated };
}
async function readAll(databases) {
    return Promise.all(databases.map(async ({ reader }) => reader.read()));
}
function countCalls(totals) {
    return totals.flat().reduce((sum, { calls }) => sum + calls, 0);
}
async function readUntilQuiet(read, clock, signal) {
    const untilMs = clock.now() + SETTLE_AT_MOST_MS;
    let last = await read();
    while (clock.now() < untilMs) {
        await clock.sleep(SETTLE_STEP_MS, signal);
        const next = await read();
        if (next.mark === last.mark)
            return next.statements;
        last = next;
    }
    return last.statements;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/phases.js
/** The phases of calls. A phase that some calls have counts 0 for those without. */
function phasesOf(attempts) {
    const phase = (length) => {
        const lengths = attempts.map(length);
        return lengths.every((one) => one === undefined) ? null : medianOf(lengths.map((one) => one ?? 0));
    };
    const between = (from, to) => from === undefined || to === undefined ? undefined : to - from;
    return {
        total: phase(({ startMs, endMs }) => endMs - startMs),
        connect: phase(({ startMs, connectedMs }) => between(startMs, connectedMs)),
        firstByte: phase(({ startMs, connectedMs, firstByteMs }) => between(connectedMs ?? startMs, firstByteMs)),
        firstToken: phase(({ firstByteMs, firstTokenMs }) => between(firstByteMs, firstTokenMs)),
        tokens: phase(({ firstTokenMs, endMs }) => between(firstTokenMs, endMs)),
        body: phase(({ firstByteMs, firstTokenMs, endMs }) => (firstTokenMs === undefined ? between(firstByteMs, endMs) : undefined)),
    };
}
/** The median of the values that are there; null without any. */
function medianOf(values) {
    const sorted = values.filter((value) => value !== undefined).sort((left, right) => left - right);
    const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
    return low === undefined || high === undefined ? null : (low + high) / 2;
}
/** Length of the union of intervals: what runs at the same time counts once. */
function unionMs(intervals) {
    let total = 0;
    let reached = -Infinity;
    for (const [start, end] of intervals.toSorted(([left], [right]) => left - right)) {
        total += Math.max(0, end - Math.max(start, reached));
        reached = Math.max(reached, end);
    }
    return total;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/anatomy.js


/**
 * Calls each operation a few times, one call at a time, and counts what happens inside meanwhile. Nothing else may call the side's services
 * at the same time. Rejects with the signal's reason when aborted.
 */
async function measureAnatomy(request) {
    const counters = await openCounters(request);
    try {
        const anatomies = [];
        for (const [operation, call] of request.operations) {
            const looked = await lookInto(call, counters, request);
            anatomies.push(anatomyOf(operation, looked, counters));
        }
        return anatomies;
    }
    finally {
        await counters.close();
    }
}
/** The first call may open connections and fill caches; it is made and forgotten. */
async function lookInto(call, counters, { repeat, signal }) {
    const looked = [];
    for (let time = 0; time <= repeat; time++) {
        signal.throwIfAborted();
        const attempt = await call.execute(signal);
        const happened = await counters.settle(signal);
        if (time > 0)
            looked.push({ attempt, happened });
    }
    return looked;
}
function anatomyOf(operation, all, counters) {
    const looked = all.filter(({ attempt }) => attempt.outcome === 'ok');
    const calls = looked.length;
    const models = looked.map((one) => modelsOf(one, counters));
    const tools = looked.map(({ happened }) => happened.toolCalls.map(({ tool }) => tool));
    const modelsKnown = counters.simulated.size > 0 || models.some((names) => names.length > 0);
    const { countStatements, countTools } = counters;
    return {
        ...{ operation, calls, failed: all.length - calls },
        statements: meanStatements(looked),
        queries: countStatements ? looked.map(({ happened }) => sum(happened.statements, (one) => one.calls)) : null,
        modelCalls: modelsKnown ? models.map((names) => names.length) : null,
        models: meanCounts(models),
        toolCalls: countTools ? tools.map((names) => names.length) : null,
        tools: meanCounts(tools),
        toolConnections: countTools && calls > 0 ? sum(looked, ({ happened }) => happened.toolConnections) / calls : null,
        times: anatomy_timesOf(looked, counters),
        usage: looked.flatMap(({ attempt }) => attempt.usage.map((usage) => ({ usage, perRequest: 1 / calls }))),
        bytes: medianOf(looked.map(({ attempt }) => attempt.bytesReceived)),
    };
}
/** `provider/model` of each request of a call: simulators say it themselves, of all other models what was billed. */
function modelsOf({ attempt, happened }, { simulated }) {
    const billed = attempt.usage.map(({ provider, model }) => `${provider}/${model}`);
    const seen = happened.modelCalls.map(({ provider, model }) => `${provider}/${model ?? 'unknown'}`);
    return [...seen, ...billed.filter((name) => !simulated.has(name) && !seen.includes(name))];
}
function anatomy_timesOf(looked, { countStatements, simulated, countTools }) {
    const median = (known, value) => known ? medianOf(looked.map(({ happened }) => value(happened))) : null;
    return {
        ...phasesOf(looked.map(({ attempt }) => attempt)),
        sql: median(countStatements, ({ statements }) => sum(statements, ({ totalMs }) => totalMs)),
        model: median(simulated.size > 0, ({ modelCalls }) => unionMs(modelCalls.map((one) => [one.arrivalMs, one.endMs]))),
        tools: median(countTools, ({ toolCalls }) => unionMs(toolCalls.map((one) => [one.startMs, one.endMs]))),
    };
}
/** Counts are means. The time of an execution is the median over the calls: one that found the cache cold would outweigh all others. */
function meanStatements(looked) {
    const groups = Map.groupBy(looked.flatMap(({ happened }) => happened.statements), ({ service, statement }) => `${service} ${statement}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const mean = (value) => sum(group, value) / looked.length;
        const calls = mean((one) => one.calls);
        const executionMs = medianOf(group.map((one) => one.totalMs / one.calls)) ?? 0;
        const { service, statement } = first;
        const [rows, blocks] = [mean((one) => one.rows), mean((one) => one.blocks)];
        return [{ service, statement, calls, totalMs: executionMs * calls, rows, blocks }];
    });
}
function meanCounts(names) {
    const counts = new Map();
    for (const name of names.flat())
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
        .map(([name, count]) => ({ name, calls: count / names.length }))
        .sort((left, right) => (left.name < right.name ? -1 : 1));
}
function sum(items, value) {
    return items.reduce((total, item) => total + value(item), 0);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/merge-looks.js
/**
 * Two looks into one operation as one. Counts and means are those of all calls; times, which are medians, are those of the look at more calls.
 */
function mergeLooks(first, second) {
    const failed = first.failed + second.failed;
    if (first.calls === 0)
        return { ...second, failed };
    if (second.calls === 0)
        return { ...first, failed };
    const calls = first.calls + second.calls;
    const looks = [first, second].map((look) => ({ look, share: look.calls / calls }));
    const larger = first.calls > second.calls ? first : second;
    return {
        ...{ operation: first.operation, calls, failed, times: larger.times, bytes: larger.bytes },
        statements: mergeStatements(looks),
        queries: joined(first.queries, second.queries),
        modelCalls: first.modelCalls === null && second.modelCalls === null ? null : [...modelCallsOf(first), ...modelCallsOf(second)],
        models: mergeCalls(looks, ({ models }) => models),
        toolCalls: joined(first.toolCalls, second.toolCalls),
        tools: mergeCalls(looks, ({ tools }) => tools),
        toolConnections: first.toolConnections === null || second.toolConnections === null
            ? null
            : looks.reduce((sum, { look, share }) => sum + (look.toolConnections ?? 0) * share, 0),
        usage: looks.flatMap(({ look, share }) => look.usage.map((one) => ({ ...one, perRequest: one.perRequest * share }))),
    };
}
function joined(first, second) {
    return first === null || second === null ? null : [...first, ...second];
}
/** That there is a model may show in one of the looks alone; in the other none was called. */
function modelCallsOf({ modelCalls, calls }) {
    return modelCalls ?? Array.from({ length: calls }, () => 0);
}
function mergeCalls(looks, of) {
    const names = [...new Set(looks.flatMap(({ look }) => of(look).map(({ name }) => name)))].sort();
    const callsOf = (name) => looks.reduce((sum, { look, share }) => sum + share * (of(look).find((one) => one.name === name)?.calls ?? 0), 0);
    return names.map((name) => ({ name, calls: callsOf(name) }));
}
function mergeStatements(looks) {
    const weighed = looks.flatMap(({ look, share }) => look.statements.map(({ calls, totalMs, rows, blocks, ...named }) => ({
        ...named,
        ...{ calls: calls * share, totalMs: totalMs * share, rows: rows * share, blocks: blocks * share },
    })));
    const groups = Map.groupBy(weighed, ({ service, statement }) => `${service} ${statement}`);
    return [...groups.values()].map((group) => group.reduce((sum, one) => ({
        ...sum,
        ...{ calls: sum.calls + one.calls, totalMs: sum.totalMs + one.totalMs },
        ...{ rows: sum.rows + one.rows, blocks: sum.blocks + one.blocks },
    })));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/look-again.js


/** Calls that are looked into first. */
const FIRST_CALLS = 3;
/** Further calls where sides differ or vary. Of 3 and 3 counts that vary by chance one side lies above the other far too often. */
const MORE_CALLS = 8;
/**
 * Looks into a few calls of each operation, and into more where a count differs between the sides or within one: what is different by chance
 * seldom stays apart over eleven calls.
 */
async function lookUntilSettled(operations, look) {
    const first = await look(operations, FIRST_CALLS);
    const unsettled = first.head.flatMap((head) => {
        const base = first.base.find(({ operation }) => operation === head.operation);
        return base === undefined || isSettled(base, head) ? [] : [head.operation];
    });
    if (unsettled.length === 0)
        return first;
    const second = await look(unsettled, MORE_CALLS);
    const merged = (side) => first[side].map((before) => {
        const after = second[side].find(({ operation }) => operation === before.operation);
        return after === undefined ? before : mergeLooks(before, after);
    });
    return { base: merged('base'), head: merged('head') };
}
function isSettled(base, head) {
    return Object.values(COUNTS).every((countsOf) => agree(countsOf(base) ?? [], countsOf(head) ?? []));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/look-inside.js









/**
 * Starts each side once more, its MCP servers behind a proxy that counts, and calls every operation a few times, one at a time; where counts
 * differ, a second time and more often. That it takes longer this way is of no account: what is asked is what happens inside. That a side cannot
 * be looked into is no failure: nothing that was measured before is lost by it. Rejects with the signal's reason when aborted.
 */
async function lookInside(sides, operations, context) {
    const look = async (slot, wanted) => sides[slot].withServices(async (services) => {
        context.onProgress({ done: slot === 'base' ? 0 : 1, total: 2, label: `looking into the calls of ${slot}` });
        return lookIntoSide({ plan: sides[slot].plan, services, ...wanted }, context);
    });
    const lookAtBoth = async (names, calls) => {
        const wanted = { operations: names, calls };
        return { base: await look('base', wanted), head: await look('head', wanted) };
    };
    try {
        return { insight: await lookUntilSettled(operations, lookAtBoth) };
    }
    catch (error) {
        context.signal.throwIfAborted();
        return { why: (0,errors/* toError */.iT)(error).message };
    }
}
async function lookIntoSide({ plan, services, operations, calls: repeat }, context) {
    const { clock, log, env, signal } = context;
    const wanted = plan.operations.filter(({ name }) => operations.includes(name));
    const proxy = await startCountingProxy(clock);
    try {
        const quiet = {
            ...log,
            info: (message) => {
                log.debug(message);
            },
        };
        const processes = await (0,system_start/* startSystem */.w)(behindProxy(processesOn(plan, services), proxy), { clock, log: quiet, env, signal });
        try {
            const opened = (0,open_drivers/* openOperations */.$)(wanted, processes, { clock, concurrency: 1 });
            try {
                await opened.check(signal);
                const calls = new Map(opened.calls.map((call) => [call.operation, call]));
                const system = joinSystems(services, processes);
                return await measureAnatomy({
                    ...{ operations: calls, system, services: plan.services },
                    ...(countsTools(plan) ? { proxy } : {}),
                    ...{ repeat, clock, signal },
                });
            }
            finally {
                await opened.close();
            }
        }
        catch (error) {
            throw withoutSecrets(error, processes);
        }
        finally {
            await processes.stop();
        }
    }
    catch (error) {
        throw withoutSecrets(error, services);
    }
    finally {
        await proxy.close();
    }
}
/** Without an MCP server among the processes there is nothing for the proxy to count. */
function countsTools({ system }) {
    return Object.values(system.processes).some(({ mcp }) => mcp !== undefined);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/why/look-and-count.js


/** A document has room for so much of a warning. */
const LONGEST_REASON = 1_000;
/**
 * Looks into the calls of both sides and writes into their books what it counted. Not where the measuring was broken off: what broke it would
 * break this too. What could not be counted is told: a gate that lacks a metric should not look like one that it passed.
 */
async function lookAndCount({ sides, measured, servicesOf }, context) {
    if (measured.result.failure !== undefined)
        return notCounted('the measuring was broken off');
    const side = (name) => ({
        plan: sides[name].plan,
        withServices: async (use) => servicesOf(name, use),
    });
    const looked = await lookInside({ base: side('base'), head: side('head') }, measured.measuredOperations, context);
    const inside = 'why' in looked ? notCounted(looked.why) : { insight: looked.insight, warnings: countInside(looked.insight, measured) };
    for (const warning of inside.warnings)
        context.log.warn(warning);
    return inside;
}
function notCounted(why) {
    const warning = `Statements, tool calls and model calls were not counted: ${why.slice(0, LONGEST_REASON)}`;
    return { insight: undefined, warnings: [warning] };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/look-further.js




/**
 * Looks into the calls, and measures what base does not have and what objectives need unless a few metrics were asked for alone. Nothing that was measured
 * before is lost by what goes wrong here: an interruption makes the measurement one that was cut short, anything else a warning.
 */
async function lookFurther(request, context) {
    const { measured, onlyMetrics } = request;
    try {
        const inside = await lookAndCount(request, context);
        if (measured.result.failure !== undefined || onlyMetrics)
            return { measured, inside };
        try {
            for (const side of sidesWanted(request))
                await measureSide(side, request, context);
            return { measured, inside };
        }
        catch (error) {
            context.signal.throwIfAborted();
            const warning = `What only head does, and percentiles that need more calls, were not measured: ${(0,errors/* toError */.iT)(error).message}`;
            context.log.warn(warning);
            return { measured, inside: { ...inside, warnings: [...inside.warnings, warning] } };
        }
    }
    catch (error) {
        if (!context.signal.aborted)
            throw error;
        const result = { ...measured.result, failure: (0,errors/* toError */.iT)(error) };
        return { measured: { ...measured, result }, inside: { insight: undefined, warnings: [] } };
    }
}
/** Base counts where an objective that it misses as well excuses head. */
function sidesWanted({ sides }) {
    return sides.head.plan.compare.objectives === 'no_worse' ? ['base', 'head'] : ['head'];
}
async function measureSide(side, request, context) {
    const { sides, measured, servicesOf, objectives } = request;
    const { plan } = sides[side];
    const recorder = measured.recorders[side];
    const leftMs = (measured.design.budgetMs - measured.result.measuringMs) / sidesWanted(request).length;
    const lacking = lackingCalls({ objectives, records: recorder.records(), leftMs });
    const { added, changed } = measured.operations.listed;
    const own = side === 'head' ? benchmarked(plan, [...added, ...changed]) : [];
    const samples = new Map([...own, ...lacking]);
    if (samples.size === 0)
        return;
    await servicesOf(side, async (services) => measureAlone({ plan, samples, recorder }, services, context));
}
/** As often as in a benchmark. */
function benchmarked({ operations, benchmark }, names) {
    return operations.filter(({ name }) => names.includes(name)).map(({ name, samples }) => [name, samples ?? benchmark.samples]);
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/postgres.js + 4 modules
var postgres = __webpack_require__(80427);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/canaries.js

const SLOTS = ['base', 'head', 'twin'];
const LOOPS = 400_000;
const COPIED_BYTES = 4_000_000;
/**
 * A fixed loop, a fixed copy of memory, and the simplest query on each embedded database. A machine on which these differ between base and
 * head is not fit to compare anything else. One system alone is called on all slots, one start after another.
 */
function openCanaries(running, clock) {
    const alone = 'endpoints' in running;
    const services = alone ? { base: running, head: running, twin: running } : running;
    const calls = new Map([
        ['cpu', same(timed('cpu', clock, spin))],
        ['memory', same(timed('memory', clock, copyOf(new Uint8Array(COPIED_BYTES))))],
    ]);
    const drivers = Object.entries(services.base.endpoints).flatMap(([name, endpoint]) => {
        const urls = SLOTS.map((slot) => databaseUrl(services[slot].endpoints[name]));
        // Somebody else's database is one and the same for all.
        if (endpoint.type !== 'postgres' || urls.includes(undefined))
            return [];
        if (alone ? running.info[name] === undefined : new Set(urls).size < SLOTS.length)
            return [];
        const query = { protocol: 'postgres', action: 'query', sql: 'SELECT 1 AS canary', parameters: [] };
        const operation = { name: `canary.${name}`, call: query, expect: {}, timeoutMs: 10_000 };
        const opened = urls.flatMap((url) => (url === undefined ? [] : [(0,postgres/* openPostgresDriver */.y)({ url, poolSize: 1, clock, name })]));
        const [base, head, twin] = opened.map((driver) => driver.prepare(operation));
        if (base !== undefined && head !== undefined && twin !== undefined)
            calls.set(name, { base, head, twin });
        return opened;
    });
    return {
        calls,
        close: async () => {
            await Promise.allSettled(drivers.map(async (driver) => driver.close()));
        },
    };
}
function databaseUrl(endpoint) {
    return endpoint?.type === 'postgres' ? endpoint.url : undefined;
}
function same(call) {
    return { base: call, head: call, twin: call };
}
function timed(name, clock, work) {
    return {
        operation: `canary.${name}`,
        execute: async () => {
            const startMs = clock.now();
            work();
            const attempt = { startMs, endMs: clock.now(), outcome: 'ok', usage: [] };
            return Promise.resolve(attempt);
        },
    };
}
/** Integer arithmetic that no optimiser can leave out. */
function spin() {
    let state = 1;
    for (let index = 0; index < LOOPS; index++)
        state = (Math.imul(state, 1_664_525) + index) | 0;
    if (state === Number.MAX_SAFE_INTEGER)
        throw new Error('the loop came to a value that it cannot come to');
}
function copyOf(from) {
    const to = new Uint8Array(from.length);
    return () => {
        to.set(from);
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/hodges-lehmann.js
var hodges_lehmann = __webpack_require__(19725);
;// CONCATENATED MODULE: ./lib/workflows-lib/load/location.js

/** Values whose averages are formed at once; a block has fewer as a rule. */
const MOST_VALUES = 120;
/**
 * Where durations lie, as a logarithm: the Hodges-Lehmann estimate of their logarithms, which a few slow calls hardly move. Of very many values
 * every k-th, in the order given, is taken. Undefined without values above 0.
 */
function logLocation(durations) {
    const logs = durations.filter((duration) => duration > 0).map(Math.log);
    if (logs.length === 0)
        return undefined;
    const step = Math.ceil(logs.length / MOST_VALUES);
    const averages = (0,hodges_lehmann/* walshAverages */.g)(logs.filter((_, index) => index % step === 0));
    const half = averages.length / 2;
    return ((averages[Math.ceil(half) - 1] ?? 0) + (averages[Math.floor(half)] ?? 0)) / 2;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/observe-block.js


/** Times of one call that are compared; undefined where a call has none. */
const observe_block_TIMES = {
    duration: ({ startMs, endMs }) => endMs - startMs,
    ttft: ({ startMs, firstTokenMs }) => (firstTokenMs === undefined ? undefined : firstTokenMs - startMs),
};
/** Writes one block of calls into the book: a pair of every time, and whatever is counted. Latencies are those of right answers only. */
function observeBlock(operation, block, observers) {
    const { book } = observers;
    for (const [metric, timeOf] of Object.entries(observe_block_TIMES)) {
        const times = (slot) => block[slot].filter(({ outcome }) => outcome === 'ok').flatMap((one) => timeOf(one) ?? []);
        const [first, head, second] = ['base', 'head', 'twin'].map((slot) => logLocation(times(slot)));
        if (first === undefined || head === undefined || second === undefined)
            continue;
        const base = (first + second) / 2;
        const calls = { base: [...times('base'), ...times('twin')], head: times('head') };
        book.addPair({ operation, metric, unit: 'ms' }, { change: head - base, twin: second - first, base, head }, calls);
    }
    observeFailures(operation, block, book);
    for (const slot of ['base', 'head', 'twin']) {
        const side = slot === 'head' ? 'head' : 'base';
        for (const attempt of block[slot])
            countAttempt({ operation, side, attempt }, observers);
        // One answer stands for the block: where sizes differ from call to call, all would be a list of thousands.
        const bytes = block[slot].find(({ outcome }) => outcome === 'ok')?.bytesReceived;
        if (bytes !== undefined)
            book.addExact({ operation, metric: 'bytes', unit: 'bytes' }, side, bytes);
    }
}
function observeFailures(operation, block, book) {
    const [base, head, twin] = ['base', 'head', 'twin'].map((slot) => {
        const failed = block[slot].filter(({ outcome }) => outcome !== 'ok').length;
        return block[slot].length === 0 ? undefined : failed / block[slot].length;
    });
    if (base === undefined || head === undefined || twin === undefined)
        return;
    book.addFailures(operation, { change: head - (base + twin) / 2, twin: twin - base });
}
function countAttempt({ operation, side, attempt }, { book, prices, billed }) {
    book.addOutcome(operation, side, attempt.outcome !== 'ok');
    const { usage } = attempt;
    if (attempt.outcome !== 'ok' || (usage.length === 0 && billed?.has(operation) !== true))
        return;
    const sum = (part) => usage.reduce((total, one) => total + part(one), 0);
    book.addExact({ operation, metric: 'model_calls', unit: 'count' }, side, usage.length);
    book.addExact({ operation, metric: 'tokens.input', unit: 'tokens' }, side, sum(({ input }) => input));
    book.addExact({ operation, metric: 'tokens.cached', unit: 'tokens' }, side, sum(({ cached }) => cached));
    book.addExact({ operation, metric: 'tokens.output', unit: 'tokens' }, side, sum(({ output }) => output));
    let usd = 0;
    for (const one of usage) {
        const cost = (0,pricing_cost/* costOf */.h)(one, prices[side]);
        if (cost === 'unpriced')
            return;
        usd += cost.usd;
    }
    // Sums of the same tokens in another order differ in their last digits, which is no change of a bill.
    book.addExact({ operation, metric: 'cost', unit: 'usd' }, side, Number(usd.toPrecision(12)));
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/tail.js + 3 modules
var tail = __webpack_require__(54262);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/series-book.js


/** The operation under which canaries stand; no operation of a plan can have this name's metrics, because it is measured in no plan. */
const CANARY = 'canary';
/** An empty book. `onlyMetrics` restricts what may fail the gate to these names. */
function createSeriesBook(rules, onlyMetrics) {
    const cells = new Map();
    const cellOf = (identity, kind) => {
        const name = `${identity.operation}.${identity.metric}`;
        let cell = cells.get(name);
        if (cell === undefined)
            cells.set(name, (cell = { ...identity, class: kind, pairs: [], times: [], base: new Map(), head: new Map() }));
        return cell;
    };
    const count = (cell, side, value) => {
        cell[side].set(value, (cell[side].get(value) ?? 0) + 1);
    };
    const failuresOf = (operation) => cellOf({ operation, metric: 'error_rate', unit: 'ratio' }, 'rate');
    return {
        addPair: (identity, pair, times) => {
            const cell = cellOf(identity, 'noisy');
            cell.pairs.push(pair);
            if (times !== undefined)
                cell.times.push(times);
        },
        addExact: (identity, side, value) => {
            count(cellOf(identity, 'exact'), side, value);
        },
        addOutcome: (operation, side, failed) => {
            count(failuresOf(operation), side, failed ? 1 : 0);
        },
        addFailures: (operation, { change, twin }) => {
            failuresOf(operation).pairs.push({ change, twin, base: 0, head: 0 });
        },
        expect: (identity) => {
            cellOf(identity, 'noisy');
        },
        series: () => [...cells.values()].filter(isCounted).map((cell) => seriesOf(cell, rules, onlyMetrics)),
        tails: (design) => [...cells.values()].flatMap((cell) => tailOf(cell, rules, design) ?? []),
    };
}
/**
 * A difference of fewer milliseconds is tolerated unless the plan names a tolerance for the metric: two starts of one database can differ so by where
 * they happen to lie in memory.
 */
const LEAST_DIFFERENCE_MS = 0.02;
/**
 * The tolerance of a metric as a share, for failures of all calls: 0 for what is counted unless the plan says otherwise. `typicalMs` is a time of the
 * metric on base.
 */
function series_book_toleranceOf({ name, kind, typicalMs }, rules) {
    const own = Object.entries(rules.tolerances).findLast(([glob]) => (0,external_node_path_.matchesGlob)(name, glob))?.[1];
    if (own !== undefined || kind !== 'noisy')
        return own ?? 0;
    const least = typicalMs === undefined ? 0 : LEAST_DIFFERENCE_MS / typicalMs;
    // In full percent, so that reports can name it.
    return Math.max(rules.tolerance, Math.ceil(100 * least) > 100 * rules.tolerance ? Math.ceil(100 * least) / 100 : 0);
}
/** What a metric may do to the gate. */
function roleOf({ operation, metric }, rules, onlyMetrics) {
    if (operation === CANARY)
        return 'canary';
    const name = `${operation}.${metric}`;
    if (onlyMetrics !== undefined)
        return onlyMetrics.has(name) ? 'gate' : 'info';
    return rules.gate.some((glob) => (0,external_node_path_.matchesGlob)(name, glob)) ? 'gate' : 'info';
}
function seriesOf(cell, rules, onlyMetrics) {
    const { operation, metric, unit, pairs } = cell;
    const name = `${operation}.${metric}`;
    const [first] = pairs;
    const shared = {
        ...{ name, operation, metric, unit, class: cell.class, role: roleOf(cell, rules, onlyMetrics) },
        tolerance: series_book_toleranceOf(
        // That of the first pair, so that it stays what it is while more are measured.
        { name, kind: cell.class, ...(first === undefined ? {} : { typicalMs: Math.exp(first.base) }) }, rules),
    };
    if (cell.class === 'noisy') {
        return {
            ...shared,
            base: geometricMiddle(pairs.map((pair) => pair.base)),
            head: geometricMiddle(pairs.map((pair) => pair.head)),
            values: pairs.map(({ change }) => change),
            twin: pairs.map(({ twin }) => twin),
        };
    }
    const [baseValues, headValues] = [sorted(cell.base), sorted(cell.head)];
    const base = series_book_meanOf(baseValues);
    const tolerance = cell.class === 'exact' ? shared.tolerance * (base ?? 0) : shared.tolerance;
    const changes = { values: pairs.map(({ change }) => change), twin: pairs.map(({ twin }) => twin) };
    return { ...shared, tolerance, base, head: series_book_meanOf(headValues), ...changes, baseValues, headValues };
}
/** What came to nothing but zero on either side is no metric of the operation. */
function isCounted({ class: kind, base, head }) {
    return kind !== 'exact' || [...base.keys(), ...head.keys()].some((value) => value !== 0);
}
function tailOf({ operation, metric, unit, pairs, times }, rules, design) {
    const own = `${metric}.${tail/* TAIL */.ZH.suffix}`;
    const name = `${operation}.${own}`;
    const changes = pairs.map(({ change }) => change);
    const measured = (0,tail/* measureTail */.zz)({ pairs: times, changes }, name, design);
    if (measured === undefined)
        return undefined;
    const tolerance = series_book_toleranceOf({ name, kind: 'noisy', ...(measured.base === null ? {} : { typicalMs: measured.base }) }, rules);
    return { name, operation, metric: own, unit, class: 'quantile', role: 'info', tolerance, values: [], twin: [], ...measured };
}
function sorted(counts) {
    return [...counts].map(([value, count]) => ({ value, count })).sort((left, right) => left.value - right.value);
}
function series_book_meanOf(values) {
    const total = values.reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? null : values.reduce((sum, { value, count }) => sum + value * count, 0) / total;
}
function geometricMiddle(logs) {
    const ordered = logs.toSorted((left, right) => left - right);
    const middle = ordered[Math.floor(ordered.length / 2)];
    return middle === undefined ? null : Math.exp(middle);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measuring.js



/** Calls of a canary in a block. */
const CANARY_ROUNDS = 6;
const MOST_ROUNDS = 60;
/** Begins to measure; the budget runs from now on. */
function beginMeasuring(request, context) {
    return {
        ...{ request, context, random: (0,core_random/* seededRandom */.I)(`${request.design.seed}/pairs`), startMs: context.clock.now() },
        ...{ callMs: new Map(), open: new Set(request.operations), startCostMs: 0, pairs: 0, starts: 0 },
    };
}
/** What was measured until now. */
function endMeasuring(measuring, ended, failure) {
    const { pairs, starts, startMs, context } = measuring;
    const measuringMs = context.clock.now() - startMs;
    return { pairs, starts, measuringMs, ended, ...(failure === undefined ? {} : { failure }) };
}
/** Why measuring is over after the pairs so far, if it is. Every look that the design plans is taken here. */
function whetherOver(measuring) {
    const { request, context, pairs, startMs } = measuring;
    measuring.open = request.stillOpen(request.book.series());
    if (measuring.open.size === 0)
        return 'decided';
    if (pairs >= mostPairs(request.design))
        return 'pairs';
    // A pair that would end after the budget is not begun: it takes about as long as those before it.
    const spentMs = context.clock.now() - startMs;
    return spentMs + spentMs / pairs > request.design.budgetMs ? 'budget' : undefined;
}
/** Whether the budget ended before there was a pair to tell how long one takes. */
function isTooSlow({ pairs, context, startMs, request }) {
    return pairs === 0 && context.clock.now() - startMs > request.design.budgetMs;
}
/** The most pairs that a design allows. */
function mostPairs({ looks }) {
    return looks.at(-1)?.pairs ?? 0;
}
/** Writes one block of an operation down, and learns how long a call takes. */
function noteBlock(measuring, operation, attempts) {
    const { request } = measuring;
    observeBlock(operation, attempts, request);
    for (const slot of ['base', 'head', 'twin'])
        for (const attempt of attempts[slot])
            request.onAttempt?.(slot, operation, attempt);
    measuring.callMs.set(operation, meanMs([...attempts.base, ...attempts.head, ...attempts.twin]));
    request.onBlock?.({ start: measuring.starts, pair: measuring.pairs, operation, attempts });
}
/** Only the times of a canary are of interest. */
function noteCanary(metric, attempts, { prices, book }) {
    const timesOnly = {
        ...book,
        addPair: (identity, pair) => {
            book.addPair({ ...identity, operation: CANARY, metric }, pair);
        },
        addExact: () => undefined,
        addOutcome: () => undefined,
        addFailures: () => undefined,
    };
    observeBlock(CANARY, attempts, { book: timesOnly, prices });
}
/** Calls of a slot that fit into so many milliseconds of it; at least one. */
function measuring_callsIn(slotMs, callMs) {
    return Math.max(1, Math.min(MOST_ROUNDS, Math.floor(slotMs / Math.max(callMs, 0.01))));
}
/** Mean time of a call, milliseconds; 0 without any. */
function meanMs(attempts) {
    return attempts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / Math.max(1, attempts.length);
}
/** In an order of its own, drawn from the seed: Fisher and Yates. */
function shuffled(items, random) {
    const drawn = [...items];
    for (let last = drawn.length - 1; last > 0; last--) {
        const other = random.integer(last + 1);
        const [a, b] = [drawn[last], drawn[other]];
        if (a !== undefined && b !== undefined)
            [drawn[last], drawn[other]] = [b, a];
    }
    return drawn;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measure-alternately.js





/** Time for the calls of an operation in one start: small beside a start, large enough for a typical value. */
const SLOT_MS = 300;
/**
 * Measures pairs of whole starts: base, head and base once more are started, called and stopped one after another, in an order drawn anew for
 * each pair. What the machine does meanwhile does not fall on all alike, so that pairs scatter more than side by side, and take longer; the test
 * and its level are the same. Whatever ends it early is returned with what was measured until then.
 */
async function measureAlternately(request, context) {
    const measuring = { ...beginMeasuring(request, context), request };
    try {
        for (;;) {
            if (!(await measurePair(measuring)))
                return endMeasuring(measuring, 'budget');
            const ended = whetherOver(measuring);
            if (ended !== undefined)
                return endMeasuring(measuring, ended);
        }
    }
    catch (error) {
        return endMeasuring(measuring, 'stopped', (0,errors/* toError */.iT)(error));
    }
}
/** Resolves with false when the budget ended before the first pair was complete. */
async function measurePair(measuring) {
    const { request, random } = measuring;
    const slots = {};
    for (const slot of shuffled(['base', 'head', 'twin'], random)) {
        if (isTooSlow(measuring))
            return false;
        slots[slot] = await measureSlot(measuring, slot);
    }
    const blockOf = (kind, name) => {
        const of = (slot) => slots[slot]?.[kind].get(name) ?? [];
        return { base: of('base'), head: of('head'), twin: of('twin') };
    };
    measuring.starts++;
    for (const operation of measuring.open)
        noteBlock(measuring, operation, blockOf('operations', operation));
    for (const metric of slots.base?.canaries.keys() ?? [])
        noteCanary(metric, blockOf('canaries', metric), request);
    measuring.pairs++;
    return true;
}
/** One start of one side. A process that dies ends it with its own last words. */
async function measureSlot(measuring, slot) {
    const { request, context } = measuring;
    const side = slot === 'head' ? 'head' : 'base';
    context.signal.throwIfAborted();
    const system = await request.start(side);
    try {
        const stopper = new AbortController();
        const signal = AbortSignal.any([context.signal, stopper.signal]);
        system.died.catch((error) => {
            stopper.abort(new SideFailure(slot, withoutSecrets(error, system)));
        });
        const operations = await openSlot(measuring, { slot, system, signal });
        try {
            return await callSlot(measuring, { slot, system, operations, signal });
        }
        finally {
            await operations.close();
        }
    }
    finally {
        await system.stop();
    }
}
/** The operations of a side, every target reached once. Throws SideFailure; by then they are closed again. */
async function openSlot({ request, context, open }, started) {
    const { slot, system, signal } = started;
    try {
        const { plan } = request.sides[slot === 'head' ? 'head' : 'base'];
        const wanted = plan.operations.filter(({ name }) => open.has(name));
        const operations = (0,open_drivers/* openOperations */.$)(wanted, system, { clock: context.clock, concurrency: 1 });
        try {
            await operations.check(signal);
        }
        catch (error) {
            await operations.close();
            throw error;
        }
        return operations;
    }
    catch (error) {
        if (signal.aborted)
            throw (0,errors/* toError */.iT)(signal.reason);
        throw new SideFailure(slot, withoutSecrets(error, system));
    }
}
async function callSlot(measuring, { slot, system, operations, signal }) {
    const { request, context, random } = measuring;
    const { warmUp } = request.sides[slot === 'head' ? 'head' : 'base'].plan.benchmark;
    const measured = new Map();
    for (const call of shuffled(operations.calls, random)) {
        const { operation } = call;
        const label = `pair ${measuring.pairs + 1}, ${slot}: ${operation}`;
        context.onProgress({ done: measuring.pairs, total: mostPairs(request.design), label });
        const before = await repeat(call, Math.max(2, warmUp), signal);
        measured.set(operation, await repeat(call, measuring_callsIn(SLOT_MS, meanMs(before.slice(1))), signal));
    }
    const canaries = openCanaries(system, context.clock);
    const steady = new Map();
    try {
        for (const [name, { base }] of canaries.calls)
            steady.set(name, await repeat(base, CANARY_ROUNDS, signal));
    }
    finally {
        await canaries.close();
    }
    return { operations: measured, canaries: steady };
}
/** So many calls, one at a time. Rejects with the signal's reason when it aborts. */
async function repeat(call, times, signal) {
    const attempts = [];
    for (let time = 0; time < times; time++) {
        signal.throwIfAborted();
        attempts.push(await call.execute(signal));
    }
    signal.throwIfAborted();
    return attempts;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/load/triples.js
/**
 * Every order of the three. Each stands first, last and behind each of the others as often, so that what a call inherits from the one before it
 * (warm caches, a busy core) falls on all alike; in ABBA order head alone would be called twice in a row.
 */
const ORDERS = [
    ['base', 'head', 'twin'],
    ['base', 'twin', 'head'],
    ['head', 'base', 'twin'],
    ['head', 'twin', 'base'],
    ['twin', 'base', 'head'],
    ['twin', 'head', 'base'],
];
/** One order, drawn from the seed. */
function drawOrder(random) {
    const order = ORDERS[random.integer(ORDERS.length)];
    if (order === undefined)
        throw new RangeError('no such order');
    return order;
}
/** Calls an operation `rounds` times on each slot, one call at a time; stops early, with what it has, when the signal aborts. */
async function runBlock(call, rounds, { random, signal }) {
    const attempts = { base: [], head: [], twin: [] };
    const stopped = () => signal.aborted;
    for (let round = 0; round < rounds; round++) {
        for (const slot of drawOrder(random)) {
            if (stopped())
                return attempts;
            const attempt = await call[slot].execute(signal);
            // A call cut short says nothing about the system.
            if (stopped())
                return attempts;
            attempts[slot].push(attempt);
        }
    }
    return attempts;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/trio.js





const trio_SLOTS = ['base', 'head', 'twin'];
/** Starts the processes of all three at once and opens their operations. Throws SideFailure; by then everything is stopped again. */
async function startTrio(systems, context) {
    const starting = trio_SLOTS.map(async (slot) => startSlot(slot, systems[slot], context));
    const settled = await Promise.allSettled(starting);
    const started = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const stop = async () => {
        await Promise.all(started.map(async (one) => one.stop()));
    };
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed !== undefined) {
        await stop();
        context.signal.throwIfAborted();
        throw (0,errors/* toError */.iT)(failed.reason);
    }
    return { calls: callsOf(started), died: Promise.race(started.map(({ died }) => died)), stop };
}
async function startSlot(slot, { plan, services }, context) {
    const { clock, log, env, signal } = context;
    const quiet = {
        info: (message) => {
            log.debug(message);
        },
        warn: (message) => {
            log.warn(message);
        },
        debug: (message) => {
            log.debug(message);
        },
    };
    try {
        const system = await (0,system_start/* startSystem */.w)(processesOn(plan, services), { clock, log: quiet, env, signal });
        try {
            const operations = (0,open_drivers/* openOperations */.$)(plan.operations, system, { clock, concurrency: 1 });
            const stop = async () => {
                await operations.close();
                await system.stop();
            };
            const died = Promise.race([system.died, services.died]).catch((error) => {
                throw new SideFailure(slot, withoutSecrets(error, system, services));
            });
            died.catch(() => undefined);
            await checked(operations, stop, signal);
            return { slot, operations, died, stop };
        }
        catch (error) {
            await system.stop();
            throw withoutSecrets(error, system);
        }
    }
    catch (error) {
        if (signal.aborted)
            throw (0,errors/* toError */.iT)(signal.reason);
        throw new SideFailure(slot, withoutSecrets(error, services));
    }
}
async function checked(operations, stop, signal) {
    try {
        await operations.check(signal);
    }
    catch (error) {
        await stop();
        throw error;
    }
}
function callsOf(started) {
    const of = (slot) => new Map(started.find((one) => one.slot === slot)?.operations.calls.map((call) => [call.operation, call]));
    const [base, head, twin] = [of('base'), of('head'), of('twin')];
    const calls = new Map();
    for (const [operation, call] of base) {
        const [after, again] = [head.get(operation), twin.get(operation)];
        if (after !== undefined && again !== undefined)
            calls.set(operation, { base: call, head: after, twin: again });
    }
    return calls;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measure-pairs.js





/** Warm-up of an operation after each start: one call on each slot, and then so many times as long as it is measured in a pair. */
const WARM_UP_SHARE = 1;
/** Of the time left, what starts may take: the rest is for calls, though fewer pairs may then fit. */
const MOST_FOR_STARTS = 0.6;
/** Three slots are called in a block. */
const SLOT_COUNT = 3;
/**
 * Measures pairs until every gating metric is decided, the most pairs are there, or the time is up. The processes of both sides and of the
 * twin are started anew after every `pairsPerStart` pairs, so that what differs from start to start is sampled too. Whatever ends it early is
 * returned with what was measured until then.
 */
async function measurePairs(request, context) {
    const measuring = { ...beginMeasuring(request, context), request };
    const canaries = openCanaries(servicesOf(request), context.clock);
    try {
        for (;;) {
            const ended = await measureStart(measuring, canaries.calls);
            if (ended !== undefined)
                return endMeasuring(measuring, ended);
        }
    }
    catch (error) {
        return endMeasuring(measuring, 'stopped', (0,errors/* toError */.iT)(error));
    }
    finally {
        await canaries.close();
    }
}
function servicesOf({ systems }) {
    return { base: systems.base.services, head: systems.head.services, twin: systems.twin.services };
}
/** One start of the processes with its pairs. Resolves with why measuring is over, undefined when another start is wanted. */
async function measureStart(measuring, canaries) {
    const { request, context } = measuring;
    context.signal.throwIfAborted();
    const beforeMs = context.clock.now();
    const trio = await startTrio(request.systems, context);
    measuring.starts++;
    const stopper = new AbortController();
    const signal = AbortSignal.any([context.signal, stopper.signal]);
    trio.died.catch((error) => {
        stopper.abort(error);
    });
    try {
        if (!(await warmUp(measuring, trio, signal)))
            return 'budget';
        measuring.startCostMs = context.clock.now() - beforeMs;
        for (let pair = 0; pair < request.design.pairsPerStart; pair++) {
            const complete = await measure_pairs_measurePair(measuring, { trio, canaries, signal });
            signal.throwIfAborted();
            if (!complete)
                return 'budget';
            const ended = whetherOver(measuring);
            if (ended !== undefined)
                return ended;
        }
        return undefined;
    }
    finally {
        await trio.stop();
    }
}
/** Resolves with false when the budget ended before the first pair was complete. */
async function measure_pairs_measurePair(measuring, { trio, canaries, signal }) {
    const { request, random, context } = measuring;
    const pair = measuring.pairs;
    const slotMs = slotOf(measuring);
    for (const operation of shuffled([...measuring.open], random)) {
        if (isTooSlow(measuring))
            return false;
        context.onProgress({ done: pair, total: mostPairs(request.design), label: `pair ${pair + 1}: ${operation}` });
        const rounds = measuring_callsIn(slotMs, measuring.callMs.get(operation) ?? slotMs);
        const attempts = await runBlock(callOf(trio, operation), rounds, { random, signal });
        // A block that was cut short is no pair.
        signal.throwIfAborted();
        noteBlock(measuring, operation, attempts);
    }
    for (const [metric, call] of canaries) {
        const attempts = await runBlock(call, CANARY_ROUNDS, { random, signal });
        signal.throwIfAborted();
        noteCanary(metric, attempts, request);
    }
    measuring.pairs++;
    return true;
}
function callOf({ calls }, operation) {
    const call = calls.get(operation);
    if (call === undefined)
        throw new Error(`operation ${operation} was not opened`);
    return call;
}
/** Makes every connection, lets compilers and caches come to rest, and learns how long a call takes. */
/** Resolves with false when the budget ended meanwhile, before the first pair. */
async function warmUp(measuring, trio, signal) {
    const { request, random, context } = measuring;
    const slotMs = WARM_UP_SHARE * slotOf(measuring);
    for (const operation of measuring.open) {
        if (isTooSlow(measuring))
            return false;
        const call = callOf(trio, operation);
        context.onProgress({ done: measuring.pairs, total: mostPairs(request.design), label: `warm-up: ${operation}` });
        const first = await runBlock(call, 1, { random, signal });
        signal.throwIfAborted();
        const rest = await runBlock(callOf(trio, operation), measuring_callsIn(slotMs, measure_pairs_meanOf(first)), { random, signal });
        signal.throwIfAborted();
        measuring.callMs.set(operation, measure_pairs_meanOf(rest));
    }
    return true;
}
function measure_pairs_meanOf({ base, head, twin }) {
    return meanMs([...base, ...head, ...twin]);
}
/** Milliseconds that an operation may take on each slot in a pair, so that the pairs left and the starts that they need fill the time left. */
function slotOf({ request, context, startMs, startCostMs, pairs, open }) {
    const { budgetMs, pairsPerStart } = request.design;
    const leftMs = Math.max(0, budgetMs - (context.clock.now() - startMs));
    const pairsLeft = Math.max(1, mostPairs(request.design) - pairs);
    const startsLeft = Math.floor(pairsLeft / pairsPerStart);
    const callingMs = Math.max(leftMs - startsLeft * startCostMs, (1 - MOST_FOR_STARTS) * leftMs);
    return callingMs / pairsLeft / Math.max(1, open.size) / SLOT_COUNT;
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/rate.js + 4 modules
var rate = __webpack_require__(70356);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/comparison/open-operations.js



/**
 * The operations that are worth measuring on: those with a gating time that is neither worse, better nor surely no worse so far, and those with a

 * gating rate that is not fine, or a gating count that was hardly counted. A rate by itself is asked at the first look: before that too few calls were made, and it ends no measuring by having
 * got worse, because it is tested but once. Meant to be asked after each pair, of all series.
 */
function openOperations(design, series) {
    const rulings = (0,replay/* replayLooks */.AC)(design, series);
    const isOpen = ({ name }) => ['open', 'promising'].includes(rulings.get(name)?.state ?? 'fine');
    const timed = new Set(series.filter(({ name }) => rulings.has(name)).map(({ operation }) => operation));
    const isEarly = (0,replay/* pairsSoFar */.vL)(series) < (design.looks[0]?.pairs ?? 0);
    const rates = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'rate');
    const judged = (0,rate/* judgeRates */.J)(design, rates, { size: (0,replay/* familySize */.Qv)(design, series), worse: 0, better: 0 });
    const isOpenRate = ({ name, operation }) => (isEarly && !timed.has(operation)) || !['fine', 'improvement'].includes(judged.get(name)?.verdict ?? 'fine');
    const counted = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'exact');
    return new Set([...series.filter(isOpen), ...rates.filter(isOpenRate), ...counted.filter(isRarelyCounted)].map(({ operation }) => operation));
}
/** Counts that have not yet come often enough to show whether they vary. */
function isRarelyCounted({ baseValues = [], headValues = [] }) {
    return Math.min((0,exact/* total */.X5)(baseValues), (0,exact/* total */.X5)(headValues)) < exact/* FEWEST_COUNTED */.Qg;
}

// EXTERNAL MODULE: ./lib/workflows-lib/load/recorder.js + 1 modules
var recorder = __webpack_require__(2722);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measure-sides.js







/** Pairs measured between two starts of the processes: each start costs seconds, and three have to come before anything fails. */
const PAIRS_PER_START = 8;
/** Plans a comparison and measures it. Throws UsageError when nothing is there to compare, or so few pairs could never fail. */
async function measureSides(request) {
    const { plans, operations, prices, layout } = request;
    const { compare: rules, seed } = plans.head;
    const wanted = chooseOperations(operations.common, request);
    const only = request.metrics === undefined ? undefined : new Set(request.metrics);
    refuseNoGate(wanted, rules, only);
    const design = planDesign({
        ...{ seed, level: rules.level, layout },
        budgetMs: request.budgetMs ?? rules.budgetMs,
        pairs: request.pairs ?? rules.pairs,
        gatingMetrics: gatingMetrics(plans.head.operations.filter(({ name }) => wanted.includes(name)), rules, only),
        pairsPerStart: layout === 'side-by-side' ? PAIRS_PER_START : 1,
    });
    const book = createSeriesBook(rules, only);
    for (const operation of wanted) {
        const duration = { operation, metric: 'duration', unit: 'ms' };
        if (roleOf(duration, rules, only) === 'gate')
            book.expect(duration);
    }
    const recorders = { base: (0,recorder/* createRecorder */.T)(prices.base), head: (0,recorder/* createRecorder */.T)(prices.head) };
    const result = await request.measure({
        ...{ design, operations: wanted, book, prices, billed: billedIn(plans.head, wanted) },
        stillOpen: (series) => openOperations(design, series),
        onAttempt: (slot, operation, attempt) => {
            const recorder = recorders[slot === 'head' ? 'head' : 'base'];
            const { outcome, usage } = attempt;
            if (outcome === 'ok' && usage.length > 0)
                recorder.count({ stage: sequential/* SEQUENTIAL_STAGE */.Tq, operation }, 'model_calls', usage.length);
            recorder.record({ stage: sequential/* SEQUENTIAL_STAGE */.Tq, operation, intendedStartMs: attempt.startMs }, attempt);
        },
    });
    return { design, operations, measuredOperations: wanted, book, recorders, result };
}
/** What an operation can have a metric of; which of them it has shows when it is measured. */
const METRICS = [
    ...['duration', 'ttft', 'error_rate', 'tokens.input', 'tokens.cached', 'tokens.output', 'cost'],
    ...['queries', 'model_calls', 'mcp_calls', 'bytes'],
];
/** A gate that nothing can fail is a mistake in writing. */
function refuseNoGate(operations, { gate }, only) {
    const names = new Set(operations.flatMap((operation) => METRICS.map((metric) => `${operation}.${metric}`)));
    const unknown = [...(only ?? [])].filter((name) => !names.has(name));
    if (unknown.length > 0) {
        throw new errors/* UsageError */.eb(`--metric ${unknown.join(', ')}: no operation has such a metric; after its name write one of ${METRICS.join(', ')}`);
    }
    if (only === undefined && ![...names].some((name) => gate.some((glob) => (0,external_node_path_.matchesGlob)(name, glob)))) {
        throw new errors/* UsageError */.eb(`compare.gate (${gate.join(', ')}) matches no metric of ${operations.join(', ')}: nothing could ever fail`);
    }
}
function chooseOperations(common, { only, metrics }) {
    const wanted = common.filter((name) => (only === undefined || (0,external_node_path_.matchesGlob)(name, only)) &&
        (metrics === undefined || metrics.some((metric) => metric.startsWith(`${name}.`))));
    if (wanted.length > 0)
        return wanted;
    const asked = only === undefined ? '' : ` that matches --only ${only}`;
    throw new errors/* UsageError */.eb(`no operation${asked} is the same in base and head; there is nothing to compare (common: ${common.join(', ') || 'none'})`);
}
/** Times and error rates that may fail; known before anything is measured, so that the plan can be fixed. */
function gatingMetrics(operations, rules, only) {
    const tested = operations.flatMap(({ name, call }) => ['duration', 'error_rate', ...(streams(call) ? ['ttft'] : [])].filter((metric) => roleOf({ operation: name, metric, unit: 'ms' }, rules, only) === 'gate'));
    return tested.length;
}
/** Operations whose answers list what models were asked: no entry then means no call. */
function billedIn({ operations }, wanted) {
    const billed = operations.filter(({ name, call }) => wanted.includes(name) && call.protocol === 'http' && call.usage !== undefined);
    return new Set(billed.map(({ name }) => name));
}
/** Answers of models come token by token. */
function streams({ protocol }) {
    return protocol === 'openai' || protocol === 'anthropic';
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/start-side.js




/** A starter for the sides of a comparison. */
function createSideStarter(sides, { templates, context }) {
    const { clock, log, signal, env } = context;
    const start = async (slot, withProcesses) => {
        const { plan } = sides[slot === 'head' ? 'head' : 'base'];
        // It is built already.
        const built = { ...plan, system: { ...plan.system, prepare: [] } };
        const said = {
            ...log,
            info: (message) => {
                log.debug(message);
            },
        };
        try {
            return await (0,system_start/* startSystem */.w)(withProcesses ? built : servicesOnly(plan), { clock, log: said, signal, env, templates });
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            throw new SideFailure(slot, (0,errors/* toError */.iT)(error));
        }
    };
    const services = async (slot) => start(slot, false);
    return {
        services,
        allServices: async () => {
            const settled = await Promise.allSettled(['base', 'head', 'twin'].map(services));
            const [base, head, twin] = settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
            if (base !== undefined && head !== undefined && twin !== undefined)
                return { base, head, twin };
            await Promise.all([base, head, twin].map(async (system) => system?.stop()));
            throw (0,errors/* toError */.iT)(settled.find((one) => one.status === 'rejected')?.reason);
        },
        everything: async (slot) => start(slot, true),
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/measure-both.js












/**
 * Starts both sides, measures pairs, looks into the calls, judges. Throws SideFailure when a side cannot be started at all; a side that dies later
 * leaves what was measured until then.
 */
async function measureBoth(request, context) {
    const { sides, objectives, wish } = request;
    const templates = await openPostgresTemplates({
        clock: context.clock,
        log: context.log,
        signal: context.signal,
        env: context.env,
    });
    try {
        const starter = createSideStarter(sides, { templates, context });
        const prices = {
            base: (0,price_table/* createPriceTable */.q)(sides.base.plan.prices),
            head: (0,price_table/* createPriceTable */.q)(sides.head.plan.prices),
        };
        const [date, startMs] = [context.clock.date(), context.clock.now()];
        const { outcome, generator } = await watched(async () => measureStarted({ ...request, starter, prices }, context));
        const { measured, inside, systems } = outcome;
        const { failure } = measured.result;
        if (failure instanceof SideFailure && measured.result.pairs === 0)
            throw failure;
        const durationMs = context.clock.now() - startMs;
        const document = await comparisonDocument({ ...{ sides, systems, objectives, measured, inside, prices, generator, date, durationMs, wish } }, context.env);
        // That a side died is told by the document; it is no failure of measuring.
        return failure === undefined || failure instanceof SideFailure ? { document } : { document, failure };
    }
    finally {
        await templates.close();
    }
}
/** What became of it, and whether this process was fit to measure meanwhile. */
async function watched(measure) {
    const watch = (0,generator_health/* startGeneratorWatch */.B)();
    try {
        return { outcome: await measure(), generator: watch.stop() };
    }
    catch (error) {
        watch.stop();
        throw error;
    }
}
async function measureStarted(started, context) {
    const { layout } = started.sides.head.plan.compare;
    const atOnce = layout === 'side-by-side' || (layout === 'auto' && (await fitSideBySide(started.starter, context)));
    return atOnce ? sideBySide(started, context) : alternately(started, context);
}
const measure_both_SLOTS = ['base', 'head', 'twin'];
async function sideBySide(started, context) {
    const { starter, sides } = started;
    const services = await starter.allServices();
    try {
        const systemOf = (slot) => ({
            plan: sides[slot === 'head' ? 'head' : 'base'].plan,
            services: services[slot],
        });
        const systems = { base: systemOf('base'), head: systemOf('head'), twin: systemOf('twin') };
        const measured = await measureSides({
            ...requestOf(started),
            layout: 'side-by-side',
            measure: async (planned) => measurePairs({ ...planned, systems }, context),
        });
        hideSecrets(measured, Object.values(services));
        const request = { sides, measured, servicesOf: async (side, use) => use(services[side]) };
        const further = await lookFurther({ ...request, ...wantedOf(started) }, context);
        const base = (0,unrecorded_requests/* knowingAll */.x8)(services.base, [services.base, services.twin]);
        return { ...further, systems: { ...services, base } };
    }
    finally {
        await Promise.all(measure_both_SLOTS.map(async (slot) => services[slot].stop()));
    }
}
async function alternately(started, context) {
    const { starter, sides } = started;
    const last = {};
    const all = { base: [], head: [] };
    const start = async (side) => {
        const system = (last[side] = await starter.everything(side));
        all[side].push(system);
        return system;
    };
    const measured = await measureSides({
        ...requestOf(started),
        layout: 'alternate-starts',
        measure: async (planned) => measureAlternately({ ...planned, sides, start }, context),
    });
    const { failure } = measured.result;
    const { base, head } = last;
    if (base === undefined || head === undefined)
        throw failure ?? new Error('a side was never started');
    const servicesOf = async (side, use) => {
        const services = await starter.services(side);
        all[side].push(services);
        try {
            return await use(services);
        }
        finally {
            await services.stop();
        }
    };
    hideSecrets(measured, [base, head]);
    const further = await lookFurther({ sides, measured, servicesOf, ...wantedOf(started) }, context);
    return { ...further, systems: { base: (0,unrecorded_requests/* knowingAll */.x8)(base, all.base), head: (0,unrecorded_requests/* knowingAll */.x8)(head, all.head) } };
}
function wantedOf({ objectives, wish }) {
    return { objectives: objectives.judged, onlyMetrics: wish.metrics !== undefined };
}
/** What ended the measuring is told to people: in the log, and in the document. */
function hideSecrets({ result: { failure } }, systems) {
    if (failure !== undefined)
        withoutSecrets(failure, ...systems);
}
function requestOf({ sides, operations, wish, prices }) {
    return { ...wish, plans: { base: sides.base.plan, head: sides.head.plan }, operations, prices };
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/secrets.js
var system_secrets = __webpack_require__(55924);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/measure.js + 4 modules
var measure = __webpack_require__(68327);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/one-sided.js








/** Base cannot be measured, which is no fault of head's: head is benchmarked and judged on its objectives. */
async function measureHeadAlone(request, context) {
    const { headPlan } = request;
    const why = secretsOf(headPlan, context).hide(request.why);
    context.log.warn(`base cannot be measured, so head is judged alone: ${why}`);
    // It is built already.
    const plan = { ...headPlan, system: { ...headPlan.system, prepare: [] } };
    const measured = await (0,measure/* measure */.x)({ plan, kind: 'compare', benchmark: {} }, context);
    const comparison = { ...nothingCompared(request), baseFailure: why };
    return { ...measured, document: { ...measured.document, comparison } };
}
/** Head cannot be built or started: that is the verdict. */
async function failBrokenHead(request, context) {
    const { headPlan } = request;
    const failure = withoutSecrets(request.failure, secretsOf(headPlan, context));
    context.log.warn(failure.message);
    const document = await (0,assemble_run/* assembleRun */.O)({
        measurement: { plan: headPlan, kind: 'compare' },
        ...{ objectives: { judged: [] }, system: NOTHING_RUNS, versions: new Map() },
        operations: { calls: [], check: async () => Promise.resolve(new Map()), close: async () => Promise.resolve() },
        ...{ stages: [], date: context.clock.date(), durationMs: 0, records: [], resources: {} },
        ...{ generator: NOTHING_GENERATED, prices: (0,price_table/* createPriceTable */.q)(headPlan.prices), failure: undefined },
    }, context.env);
    const comparison = { ...nothingCompared(request), headFailure: request.failure.reason, verdict: 'fail' };
    return { document: { ...document, comparison, verdict: 'fail' } };
}
/** What must not be told of a side that does not run: no system of it knows. */
function secretsOf(plan, { env }) {
    const secrets = (0,system_secrets/* createSecrets */.g)();
    for (const secret of (0,plan_secrets/* planSecrets */.D)(plan, env))
        secrets.add(secret);
    return secrets;
}
const NOTHING_GENERATED = {
    ...{ verdict: 'ok', reasons: [], eventLoopUtilization: 0, eventLoopDelayMs: { p50: 0, p99: 0, max: 0 } },
    ...{ residentBytesMax: 0, stealRatio: null },
};
const NOTHING_RUNS = {
    ...{ endpoints: {}, info: {}, childEnvironment: {}, died: new Promise(() => undefined) },
    resources: async () => Promise.resolve({}),
    unrecordedRequests: async () => Promise.resolve([]),
    stop: async () => Promise.resolve(),
    hide: (text) => text,
};
function nothingCompared({ base, head, headPlan, wish, operations }) {
    const { level, budgetMs } = headPlan.compare;
    return {
        ...{ base: describeSide(base), head: describeSide(head, headPlan) },
        design: {
            ...{ seed: headPlan.seed, level, looks: [], gatingMetrics: 0, budgetMs, pairsPerStart: 0, layout: 'side-by-side' },
        },
        ...{ pairs: 0, starts: 0, measuringMs: 0, ended: 'stopped', metrics: [], flagged: [] },
        sentinel: { verdict: 'unknown', reasons: [] },
        operations: operations?.listed ?? { added: [], removed: [], changed: [] },
        ...{ statements: [], parts: [], acceptances: [], verdict: 'pass' },
        reproduce: reproduceCommand({ base, head }, wish),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/git.js





const LOCAL_TIMEOUT_MS = 60_000;
/** For what goes over the wire, or writes a whole working tree. */
const LONG_TIMEOUT_MS = 5 * 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const git_LONGEST_REASON = 400;
/** Variables by which a hook or a wrapper would send git to another repository than the folder says. */
const MISLEADING = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX)$/;
/** git has said no; the message is its own, without credentials. */
class GitFailure extends Error {
    name = 'GitFailure';
}
/** git in a folder. It never asks a person, runs no hook of the repository, and starts no housekeeping. */
function gitIn(folder, { env, signal }) {
    const quiet = [
        '-c',
        'core.hooksPath=/dev/null',
        '-c',
        'gc.auto=0',
        '-c',
        'maintenance.auto=false',
        '-c',
        'advice.detachedHead=false',
    ];
    const run = async (args, timeout = LOCAL_TIMEOUT_MS) => {
        signal?.throwIfAborted();
        const options = {
            timeout,
            maxBuffer: MAX_OUTPUT_BYTES,
            env: gitEnvironment(env),
            ...(signal === undefined ? {} : { signal }),
        };
        try {
            const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', [...quiet, '-C', folder, ...args], options);
            return stdout.trim();
        }
        catch (error) {
            if (signal?.aborted === true)
                throw (0,errors/* toError */.iT)(signal.reason);
            if ((0,error_code/* errorCode */.C)(error) === 'ENOENT')
                throw new errors/* UsageError */.eb('git is not installed, or not in PATH.', { cause: error });
            throw new GitFailure(`git ${args[0] ?? ''}: ${reasonOf(error, timeout)}`);
        }
    };
    const ask = async (args, timeoutMs) => {
        try {
            return await run(args, timeoutMs);
        }
        catch (error) {
            if (error instanceof GitFailure)
                return undefined;
            throw error;
        }
    };
    return { folder, run, ask };
}
function gitEnvironment(env) {
    const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.test(name)));
    return { ...kept, GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never', LC_ALL: 'C' };
}
/** The last of what git complained about. An execFile error quotes the command line, which nobody needs. */
function reasonOf(error, timeoutMs) {
    const of = (name) => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined);
    if (of('killed') === true)
        return `took longer than ${timeoutMs / 1_000} s`;
    const stderr = of('stderr');
    const lines = (typeof stderr === 'string' ? stderr : '').split('\n').filter((line) => line.trim() !== '');
    const said = lines.find((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1) ?? 'it failed and said nothing';
    return (0,log_guard/* oneLine */.TN)(withoutCredentials(said), git_LONGEST_REASON);
}
/** `https://user:secret@host/` -> `https://host/`; git itself leaves out the scheme in some complaints. */
function withoutCredentials(text) {
    return text.replaceAll(/[^\s'"/]*:[^\s'"/]*@/g, '').replaceAll(/(\w:\/\/)[^\s/]*@/g, '$1');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/repository.js




const FULL_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Control characters and blanks; nothing that a name of a commit needs. */
const UNPRINTABLE = /\p{Cc}/u;
/** The repository that a folder stands in; undefined when it stands in none. */
async function openRepository(git) {
    const root = await git.ask(['rev-parse', '--show-toplevel']);
    if (root === undefined || root === '')
        return undefined;
    const remotes = ((await git.ask(['remote'])) ?? '').split('\n').filter((name) => name !== '' && !name.startsWith('-'));
    return { git, remote: remotes.includes('origin') ? 'origin' : remotes[0] };
}
/** Refuses what git would take for an option, and what no ref looks like. Throws UsageError. */
function checkRef(ref) {
    if (ref !== '' && !ref.startsWith('-') && !UNPRINTABLE.test(ref))
        return;
    throw new errors/* UsageError */.eb(`${JSON.stringify(ref)} is no branch, tag or commit.`);
}
/** The commit that a ref names in this clone, as it stands or as a branch of the remote. Throws UsageError for what cannot be a ref. */
async function commitHere({ git, remote }, ref) {
    checkRef(ref);
    const local = await verify(git, ref);
    return local ?? (remote === undefined ? undefined : verify(git, `refs/remotes/${remote}/${ref}`));
}
async function verify(git, ref) {
    return git.ask(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}
/**
 * The commit that a ref names, fetched if this clone lacks it: a full commit name, or a branch or tag of the remote. Undefined when nobody
 * knows it. Throws GitFailure when the remote cannot be asked.
 */
async function findCommit(repository, ref) {
    const here = await commitHere(repository, ref);
    if (here !== undefined || repository.remote === undefined)
        return here;
    const commit = FULL_NAME.test(ref) ? ref : await commitOfRemote(repository, ref);
    if (commit === undefined)
        return undefined;
    await fetchCommit(repository, commit);
    return verify(repository.git, commit);
}
async function commitOfRemote({ git, remote }, ref) {
    if (remote === undefined || (await git.ask(['check-ref-format', `refs/heads/${ref}`])) === undefined)
        return undefined;
    const names = [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
    const answer = await git.run(['ls-remote', remote, ...names], LONG_TIMEOUT_MS);
    const known = new Map(answer.split('\n').map((line) => [line.split('\t')[1], line.split('\t')[0]]));
    return names.map((name) => known.get(name)).find((commit) => commit !== undefined && FULL_NAME.test(commit));
}
/** At depth 1 in a shallow clone. A whole clone stays whole. */
async function fetchCommit(repository, commit) {
    const depth = (await isShallow(repository)) ? ['--depth=1'] : [];
    await fetch(repository, [...depth], [commit]);
}
/** Fetches without tags, submodules and output. Throws GitFailure. */
async function fetch({ git, remote }, options, wanted) {
    if (remote === undefined)
        throw new GitFailure('git fetch: there is no remote to fetch from');
    const quiet = ['--quiet', '--no-tags', '--no-recurse-submodules'];
    await git.run(['fetch', ...quiet, ...options, remote, ...wanted], LONG_TIMEOUT_MS);
}
/** Whether the history of this clone was cut off. */
async function isShallow({ git }) {
    return (await git.ask(['rev-parse', '--is-shallow-repository'])) === 'true';
}
/** The commits at which the history was cut off: their parents are not here. */
async function cutOff({ git }) {
    const path = await git.run(['rev-parse', '--git-path', 'shallow']);
    const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(git.folder, path), 'utf8').catch(() => '');
    return new Set(text.split('\n').filter((line) => FULL_NAME.test(line)));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/worktree.js





/** `shotclock-base-PID-XXXXXX`. */
const OURS = /^shotclock-(?:base|head)-(\d+)-\w+$/;
/**
 * Checks a commit out into a temporary folder. Throws UsageError that says what git said; by then nothing is left of it. On the way, what
 * earlier runs left that were killed is removed.
 */
async function addWorktree({ git, cleaner, side, commit }) {
    await removeAbandoned(cleaner);
    const parent = await (0,promises_.mkdtemp)((0,external_node_path_.join)(await (0,promises_.realpath)((0,external_node_os_.tmpdir)()), `shotclock-${side}-${process.pid}-`));
    const folder = (0,external_node_path_.join)(parent, (0,external_node_path_.basename)(git.folder));
    let removing;
    const remove = async () => (removing ??= removeWorktree(cleaner, folder));
    try {
        await git.run(['worktree', 'add', '--detach', '--quiet', folder, commit], LONG_TIMEOUT_MS);
        return { folder, remove };
    }
    catch (error) {
        await remove();
        if ((0,errors/* toError */.iT)(error).name !== 'GitFailure')
            throw error;
        throw new errors/* UsageError */.eb(`Commit ${commit} cannot be checked out into a folder of its own: ${(0,errors/* toError */.iT)(error).message}`, {
            cause: error,
        });
    }
}
async function removeWorktree(git, folder) {
    const removed = await git.ask(['worktree', 'remove', '--force', '--force', folder], LONG_TIMEOUT_MS);
    await (0,promises_.rm)((0,external_node_path_.dirname)(folder), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    // Half-made, git does not know it as a working tree, but may have noted it.
    if (removed === undefined)
        await git.ask(['worktree', 'prune']);
}
async function removeAbandoned(git) {
    const list = (await git.ask(['worktree', 'list', '--porcelain'])) ?? '';
    for (const line of list.split('\n')) {
        const folder = line.startsWith('worktree ') ? line.slice('worktree '.length) : '';
        const [, pid] = OURS.exec((0,external_node_path_.basename)((0,external_node_path_.dirname)(folder))) ?? [];
        if (pid !== undefined && !isAlive(Number(pid)))
            await removeWorktree(git, folder);
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // Somebody else's process is alive as well.
        return (0,errors/* toError */.iT)(error).message.includes('EPERM');
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/given-side.js






/**
 * The side that a person has named. A name that is both a ref and a folder is the ref. Throws UsageError when it is neither.
 */
async function givenSide(place, { side, text }) {
    const isPath = (0,external_node_path_.isAbsolute)(text) || /^\.\.?(?:\/|$)/.test(text);
    const { repository, cwd } = place;
    const commit = isPath || repository === undefined ? undefined : await commitHere(repository, text);
    if (commit === undefined && (await isFolder((0,external_node_path_.resolve)(cwd, text))))
        return directory(place, text);
    const found = isPath || repository === undefined ? undefined : (commit ?? (await findRef(repository, text)));
    if (found !== undefined && repository !== undefined)
        return inWorktree(place, repository, { side, label: text, commit: found, origin: 'ref' });
    const kinds = isPath || repository === undefined ? 'folder' : 'branch, tag, commit or folder';
    throw new errors/* UsageError */.eb(`--${side} ${JSON.stringify(text)}: there is no such ${kinds}.`);
}
/** Undefined when the remote does not know it; the remote that cannot be asked is another matter. */
async function findRef(repository, text) {
    try {
        return await findCommit(repository, text);
    }
    catch (error) {
        if (!(error instanceof GitFailure))
            throw error;
        throw new errors/* UsageError */.eb(`${JSON.stringify(text)} is not in this clone and cannot be fetched: ${error.message}.`, {
            cause: error,
        });
    }
}
async function directory({ cwd, cleaner }, text) {
    const folder = await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, text));
    const inside = async (args) => cleaner.ask(['-C', folder, ...args]);
    const root = await inside(['rev-parse', '--show-toplevel']);
    // The commit of a repository around it would be the same for any of its folders.
    const commit = root === folder ? await inside(['rev-parse', '--verify', '--quiet', 'HEAD']) : undefined;
    return { label: text, commit: commit ?? null, origin: 'directory', folder, remove: async () => Promise.resolve() };
}
/** A side in a working tree of its own. Throws UsageError when the commit cannot be checked out. */
async function inWorktree({ cleaner }, { git }, wanted) {
    const { side, label, commit, origin } = wanted;
    const worktree = await addWorktree({ git, cleaner, side, commit });
    return { label, commit, origin, ...worktree };
}
async function isFolder(path) {
    return (0,promises_.stat)(path).then((found) => found.isDirectory(), () => false);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/merge-base.js


/** How many commits more are fetched behind each place where a shallow clone was cut off, step by step. */
const DEEPEN_STEPS = [50, 200, 1_000, 5_000];
/** A history that is cut off in more places is not deepened at all of them in one request. */
const MOST_WANTED = 100;
/**
 * The best common ancestor of two commits that are both here. In a shallow clone the history is deepened until it is certain; a common
 * ancestor that was found behind a cut may not be the best one. Undefined when they share no history, or when that lies deeper than 6,250
 * commits. Throws GitFailure when deepening fails.
 */
async function mergeBase(repository, one, other) {
    for (const step of [...DEEPEN_STEPS, undefined]) {
        const { base, cuts } = await lookFor(repository, one, other);
        if (cuts.length === 0)
            return base;
        if (step !== undefined)
            await fetch(repository, [`--deepen=${step}`], cuts.slice(0, MOST_WANTED));
    }
    return undefined;
}
async function lookFor(repository, one, other) {
    const { git } = repository;
    const base = await git.ask(['merge-base', one, other]);
    if (!(await isShallow(repository)))
        return { base, cuts: [] };
    // Any common ancestor that is not one of `base` is reached through commits that are not either; if none of them is cut off, none is hidden.
    const between = await git.run(['rev-list', one, other, ...(base === undefined ? [] : [`^${base}`])]);
    const cut = await cutOff(repository);
    return { base, cuts: between.split('\n').filter((commit) => cut.has(commit)) };
}
/** The parents that a commit names, whether they are here or not: a cut hides them from everything else that git says. */
async function namedParents({ git }, commit) {
    const text = await git.run(['cat-file', 'commit', commit]);
    const header = text.split('\n\n')[0] ?? '';
    const parents = header.split('\n').flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : []));
    if (header === '')
        throw new GitFailure(`git cat-file: ${commit} has no header`);
    return parents;
}

// EXTERNAL MODULE: ./lib/workflows-lib/github/event-schema.js
var event_schema = __webpack_require__(88579);
// EXTERNAL MODULE: ./lib/workflows-lib/github/event-file.js
var event_file = __webpack_require__(16318);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/target-branch.js





const branch = schemas/* string */.YjP().min(1).max(1_000);
const events = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({ base: schemas/* object */.Ikc({ sha: event_schema/* commitSha */.mJ, ref: branch }) }).optional(),
    merge_group: schemas/* object */.Ikc({ base_sha: event_schema/* commitSha */.mJ, base_ref: branch }).optional(),
});
/**
 * The branch that a pull request or a merge queue wants to merge into, else the default branch: of the remote, or `main` or `master`.
 * Undefined when there is none. Throws UsageError for an unreadable event file, GitFailure when a branch cannot be fetched.
 */
async function findTarget(repository, env) {
    const wanted = await wantedByJob(env);
    if (wanted === undefined)
        return defaultBranch(repository);
    for (const ref of [wanted.sha, wanted.label]) {
        const commit = ref === undefined ? undefined : await findCommit(repository, ref);
        if (commit !== undefined)
            return { label: wanted.label, commit };
    }
    return undefined;
}
async function wantedByJob(env) {
    const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path, GITHUB_BASE_REF: base } = env;
    if (path !== undefined && ['pull_request', 'merge_group'].includes(name)) {
        const { pull_request: pull, merge_group: group } = await (0,event_file/* readEvent */.j)(path, name, events);
        if (pull !== undefined)
            return { label: pull.base.ref, sha: pull.base.sha };
        if (group !== undefined)
            return { label: group.base_ref.replace(/^refs\/heads\//, ''), sha: group.base_sha };
    }
    return base === undefined || base === '' ? undefined : { label: base };
}
async function defaultBranch(repository) {
    const { git, remote } = repository;
    const prefix = `${remote ?? 'origin'}/`;
    const said = await git.ask(['symbolic-ref', '--quiet', '--short', `refs/remotes/${prefix}HEAD`]);
    for (const ref of [said, `${prefix}main`, `${prefix}master`]) {
        const commit = ref === undefined ? undefined : await commitHere(repository, ref);
        if (ref !== undefined && commit !== undefined)
            return { label: ref.replace(prefix, ''), commit };
    }
    const asked = await askRemote(repository);
    for (const label of asked === undefined ? ['main', 'master'] : [asked]) {
        const commit = await findCommit({ git, remote: asked === undefined ? undefined : remote }, label);
        if (commit !== undefined)
            return { label, commit };
    }
    return undefined;
}
/** A clone of one branch knows no other; its remote does. Undefined without a remote, or when it does not answer. */
async function askRemote({ git, remote }) {
    if (remote === undefined)
        return undefined;
    const answer = await git.ask(['ls-remote', '--symref', remote, 'HEAD'], LONG_TIMEOUT_MS);
    return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer ?? '')?.[1];
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/left-at.js




/** What to do when the history that is here does not tell. */
const MEND = 'Fetch the whole history (`fetch-depth: 0` of actions/checkout, or `git fetch --unshallow`), or say what to compare with: --base REF.';
/**
 * Where a commit left the branch that it is to be merged into. Throws UsageError where nothing says so, GitFailure when fetching fails.
 */
async function leftAt(repository, head, { env, log }) {
    const tested = await testedMerge(repository, head, env);
    const target = tested ?? (await findTarget(repository, env));
    if (target === undefined)
        throw new errors/* UsageError */.eb(`No branch was found that this is to be merged into. ${MEND}`);
    const commit = tested === undefined ? await mergeBase(repository, head, target.commit) : tested.commit;
    if (commit === undefined) {
        const short = [head, target.commit].map((name) => name.slice(0, 12)).join(' and ');
        throw new errors/* UsageError */.eb(`No common ancestor of head and ${target.label} (${short}) was found. ${MEND}`);
    }
    log.debug(`merge base with ${target.label}: ${commit}`);
    return { label: target.label, commit };
}
/**
 * For a pull request GitHub checks out a merge that nobody pushed: what it was merged into is its first parent, whatever has been pushed
 * since. At depth 1 no other way of asking shows that.
 */
async function testedMerge(repository, head, env) {
    const { GITHUB_SHA: sha, GITHUB_REF: ref = '', GITHUB_BASE_REF: base = '' } = env;
    if (sha !== head || !/^refs\/pull\/\d+\/merge$/.test(ref))
        return undefined;
    const parents = await namedParents(repository, head);
    const commit = parents.length === 2 && parents[0] !== undefined ? await findCommit(repository, parents[0]) : undefined;
    return commit === undefined ? undefined : { label: base === '' ? 'base' : base, commit };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/place.js



/** Looks around a folder. Throws UsageError when git is missing. */
async function openPlace(cwd, { env, signal }) {
    const ports = { env, ...(signal === undefined ? {} : { signal }) };
    const root = (await gitIn(cwd, ports).ask(['rev-parse', '--show-toplevel'])) ?? '';
    if (root === '')
        return { cwd, root: await (0,promises_.realpath)(cwd), repository: undefined, cleaner: gitIn(cwd, { env }) };
    return { cwd, root, repository: await openRepository(gitIn(root, ports)), cleaner: gitIn(root, { env }) };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare/sides/find-base.js







/**
 * Finds both sides and puts each into a folder of its own; the checkout is used where it lies. What a shallow clone lacks is fetched. A name
 * that is both a ref and a folder is the ref; a path (`./main`) is always the folder. Throws UsageError that says how to mend it; by then
 * nothing is left on disk. Whoever calls it removes both sides when done.
 */
async function findBase(options) {
    const place = await openPlace(options.cwd, options);
    const head = await findHead(place, options);
    try {
        const base = await findOther(place, head, options);
        for (const side of [base, head])
            warnOfSubmodules(side, options.log);
        return { head, base, root: place.root };
    }
    catch (error) {
        await head.remove();
        throw error instanceof GitFailure ? new errors/* UsageError */.eb(`${error.message}. ${MEND}`, { cause: error }) : error;
    }
}
async function findHead(place, options) {
    if (options.head === undefined)
        return checkout(place, options);
    return givenSide(place, { side: 'head', text: options.head });
}
async function checkout({ root, repository }, { env }) {
    const commit = (await repository?.git.ask(['rev-parse', '--verify', '--quiet', 'HEAD'])) ?? null;
    const branch = await repository?.git.ask(['symbolic-ref', '--short', '--quiet', 'HEAD']);
    const ofPullRequest = env['GITHUB_HEAD_REF'] === '' ? undefined : env['GITHUB_HEAD_REF'];
    const label = branch ?? ofPullRequest ?? commit?.slice(0, 12) ?? root;
    return { label, commit, origin: 'checkout', folder: root, remove: async () => Promise.resolve() };
}
async function findOther(place, head, options) {
    if (options.base !== undefined)
        return givenSide(place, { side: 'base', text: options.base });
    const { repository } = place;
    if (repository === undefined || head.commit === null) {
        const what = repository === undefined ? `${head.folder} is no git repository` : `${head.label} has no commit`;
        throw new errors/* UsageError */.eb(`${what}, so there is no merge base. Say what to compare with: --base FOLDER.`);
    }
    const { label, commit } = await leftAt(repository, head.commit, options);
    await refuseItself(repository, head, { label, commit });
    return inWorktree(place, repository, { side: 'base', label, commit, origin: 'merge-base' });
}
/** A checkout of the branch itself without any change differs in nothing. */
async function refuseItself({ git }, head, base) {
    if (base.commit !== head.commit)
        return;
    const changed = head.origin === 'checkout' && (await git.run(['status', '--porcelain'])) !== '';
    if (changed)
        return;
    throw new errors/* UsageError */.eb(`There is nothing to compare: ${head.label} holds no commit that ${base.label} does not. Say what to compare with, for example --base HEAD~1.`);
}
/** git fills a new working tree without them; where they come from may need credentials of its own. */
function warnOfSubmodules({ origin, folder, label }, log) {
    if (origin === 'checkout' || origin === 'directory' || !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.gitmodules')))
        return;
    log.warn(`${label} has submodules, which are not checked out for the comparison: let a prepare command fetch what is needed.`);
}

// EXTERNAL MODULE: ./lib/workflows-lib/commands/objectives.js + 1 modules
var commands_objectives = __webpack_require__(52117);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/compare.js














/**
 * Compares base with head: both built, started and measured in turn on this machine; or two runs that were measured before. Base that cannot
 * be built or started fails nothing: head is then measured alone. Head that cannot fails the gate.
 */
async function compare(options, context) {
    const files = documentsOf(options);
    if (files !== undefined) {
        return (0,benchmark.finish)({ document: await compareRuns({ ...files, config: options.config }, await (0,benchmark.readPlan)(options, context), context) }, options, context);
    }
    const here = (0,benchmark.selectOperations)(await (0,benchmark.readPlan)(options, context), options.only);
    const { base, head, root } = await findBase({
        ...chosen(options, context.cwd),
        cwd: here.root,
        env: { ...context.env, ...context.gitEnv },
        signal: context.signal,
        log: context.log,
    });
    try {
        // The root is told without links, the plan as it was named.
        const path = (0,external_node_path_.relative)(root, await (0,promises_.realpath)(here.file));
        const headPlan = head.origin === 'checkout' ? here : (0,benchmark.selectOperations)(await planIn(head, path, context), options.only);
        return await (0,benchmark.finish)(await compareSources({ base, head, headPlan, path, options }, context), options, context);
    }
    finally {
        await base.remove();
        await head.remove();
    }
}
/** The run documents to compare, if that is what is asked for: both sides, and nothing chosen that should have been chosen before they were measured. */
function documentsOf({ base, head, only, metrics, pairs, budgetMs }) {
    if (!isRun(base) && !isRun(head))
        return undefined;
    if (!isRun(base) || !isRun(head)) {
        throw new errors/* UsageError */.eb('a run document can only be compared with another: give two with --base and --head, or none');
    }
    const late = { '--only': only, '--metric': metrics, '--pairs': pairs, '--budget': budgetMs };
    const given = Object.entries(late).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (given.length > 0)
        throw new errors/* UsageError */.eb(`${given.join(' and ')} cannot change what two run documents have measured; leave it out`);
    return { base, head };
}
function isRun(text) {
    return text?.endsWith('.json') ?? false;
}
/** A path that is written as one is meant from where the user is; anything else may be a ref. */
function chosen({ base, head }, cwd) {
    const placed = (text) => (/^\.{0,2}\//.test(text) ? (0,external_node_path_.resolve)(cwd, text) : text);
    return { ...(base === undefined ? {} : { base: placed(base) }), ...(head === undefined ? {} : { head: placed(head) }) };
}
/** The plan of a side: where it lies in the other one, or at the side's root. */
async function planIn(side, path, context) {
    const file = (0,external_node_path_.join)(side.folder, path.startsWith('..') ? (0,external_node_path_.basename)(path) : path);
    return (0,load_plan/* loadPlan */.Y)({ file, cwd: side.folder, env: context.env });
}
async function compareSources(sources, context) {
    const { base, head, headPlan, path, options } = sources;
    context.log.info(`Comparing ${nameOfSide(base)} (base) with ${nameOfSide(head)} (head)`);
    const written = (0,commands_objectives/* readObjectives */.B)(headPlan, context.cwd);
    // Who asks for a few metrics confirms a finding: the objectives were judged where everything was measured.
    const objectives = options.metrics === undefined ? written : { judged: [] };
    const oneSided = { base, head, headPlan, wish: options };
    const prepared = await attempt(async () => prepareSide('head', headPlan, context), context);
    if (prepared.error instanceof SideFailure)
        return failBrokenHead({ ...oneSided, failure: prepared.error }, context);
    const planned = await attempt(async () => {
        const plan = withoutOthers(await planIn(base, path, context), options.only);
        await prepareSide('base', plan, context);
        return plan;
    }, context);
    if (planned.error !== undefined)
        return headAlone(oneSided, planned.error, context);
    const operations = pairOperations(planned.value, headPlan);
    if (operations.common.length === 0) {
        return headAlone({ ...oneSided, operations }, new Error(NOTHING_IN_COMMON), context);
    }
    const sides = { base: { source: base, plan: planned.value }, head: { source: head, plan: headPlan } };
    const measured = await attempt(async () => measureBoth({ sides, objectives, operations, wish: options }, context), context);
    if (measured.error === undefined)
        return measured.value;
    if (!(measured.error instanceof SideFailure))
        throw measured.error;
    return measured.error.slot === 'head'
        ? failBrokenHead({ ...oneSided, failure: measured.error }, context)
        : headAlone(oneSided, measured.error, context);
}
/** What head was not asked about is not missing from it. */
function withoutOthers(plan, only) {
    return only === undefined ? plan : { ...plan, operations: plan.operations.filter(({ name }) => (0,external_node_path_.matchesGlob)(name, only)) };
}
const NOTHING_IN_COMMON = 'no operation is the same in base and head, so there is nothing to compare';
async function headAlone(oneSided, failure, context) {
    const why = failure instanceof SideFailure ? failure.reason : failure.message;
    const measured = await attempt(async () => measureHeadAlone({ ...oneSided, why }, context), context);
    if (measured.error === undefined)
        return measured.value;
    return failBrokenHead({ ...oneSided, failure: new SideFailure('head', measured.error) }, context);
}
/** What fails because a side is broken is an answer; an interruption is not. */
async function attempt(body, { signal }) {
    try {
        return { value: await body() };
    }
    catch (error) {
        if (signal.aborted || error instanceof errors/* Interrupted */.j$)
            throw error;
        return { error: (0,errors/* toError */.iT)(error) };
    }
}
async function prepareSide(slot, plan, context) {
    const { clock, log, signal, env } = context;
    try {
        await prepareSystem(plan, { clock, log, signal, env });
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        throw new SideFailure(slot, (0,errors/* toError */.iT)(error));
    }
}


/***/ })

};
