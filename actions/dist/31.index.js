export const id = 31;
export const ids = [31];
export const modules = {

/***/ 1031:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33743);
/* harmony import */ var _workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49004);


await (0,_workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkSpec */ .d, _workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .runBenchmark */ .f);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 33743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ benchmarkSpec),
  f: () => (/* binding */ runBenchmark)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/compare-inputs.js
/** What the action's mode `compare` makes of its inputs. */

/** Inputs that do not go together: a sentence that names them and the mend. */
function contradictionOf(inputs) {
    const { mode, artifact, 'retention-days': days, samples, confirm, only } = inputs;
    if (artifact === '' && days !== undefined) {
        return 'retention-days has no artifact to keep: artifact is empty; leave one of them out';
    }
    if (mode === 'compare') {
        if (samples !== undefined)
            return 'samples is for mode benchmark: a comparison measures pairs; give pairs or budget instead';
        if (confirm.length > 0 && only !== undefined)
            return 'confirm and only both say what is measured; leave one of them out';
        return undefined;
    }
    const [first] = ownInputsGiven(inputs);
    return first === undefined ? undefined : `${first} is for mode compare; set mode: compare, or leave it out`;
}
function ownInputsGiven({ base, pairs, budget, confirm, 'confirm-later': later }) {
    const given = { base: base !== undefined, pairs: pairs !== undefined, budget: budget !== undefined };
    const rest = { confirm: confirm.length > 0, 'confirm-later': later };
    return Object.entries({ ...given, ...rest }).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}
/** The command's options. Throws UsageError for a list to confirm that cannot be read. */
function compareOptionsOf({ config, only, base, pairs, budget, confirm }) {
    const metrics = namesIn(confirm);
    return {
        ...(config === undefined ? {} : { config }),
        ...(only === undefined ? {} : { only }),
        ...(base === undefined ? {} : { base }),
        ...(pairs === undefined ? {} : { pairs }),
        ...(budget === undefined ? {} : { budgetMs: budget }),
        ...(metrics.length === 0 ? {} : { metrics }),
    };
}
/** Metric names, one a line, or a JSON array of them on any line, as the output `flagged` is. */
function namesIn(lines) {
    return [...new Set(lines.flatMap((line) => (line.startsWith('[') ? namesInJson(line) : [line])))];
}
function namesInJson(line) {
    const mistake = 'input of benchmark: confirm: is neither names of metrics, one a line, nor the output `flagged` of a comparison';
    let value;
    try {
        value = JSON.parse(line);
    }
    catch (error) {
        throw new errors/* UsageError */.eb(mistake, { cause: error });
    }
    if (!Array.isArray(value))
        throw new errors/* UsageError */.eb(mistake);
    return value.map((name) => {
        if (typeof name !== 'string' || name === '')
            throw new errors/* UsageError */.eb(mistake);
        return name;
    });
}
const PUBLIC_SERVER = 'https://github.com';
/**
 * Lets git, and nothing else, fetch with the token: it stands in git's own environment as a header for this one server, in no argument, file,
 * address or other process. What is measured never sees these variables.
 */
function withGitToken(context, token) {
    if (token === undefined)
        return context;
    const server = (context.env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER).replace(/\/+$/, '');
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    // Those that the job has given already keep their places.
    const given = Number(context.env['GIT_CONFIG_COUNT'] ?? 0);
    const gitEnv = {
        GIT_CONFIG_COUNT: String(given + 1),
        [`GIT_CONFIG_KEY_${given}`]: `http.${server}/.extraheader`,
        [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${credentials}`,
    };
    return { ...context, gitEnv };
}

// EXTERNAL MODULE: ./lib/workflows-lib/commands/verdict-exit-code.js
var verdict_exit_code = __webpack_require__(26736);
// EXTERNAL MODULE: ./lib/workflows-lib/action/spec.js
var spec = __webpack_require__(45467);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/benchmark.js





/** The action `benchmark`. */
const benchmarkSpec = (0,spec/* defineAction */.QP)({
    name: 'benchmark',
    title: 'Shotclock benchmark',
    description: 'Measures every operation of a system, against its merge base where asked, judges the result, and keeps the run as an artifact.',
    branding: { icon: 'clock', color: 'orange' },
    inputs: {
        mode: {
            kind: 'choice',
            choices: ['benchmark', 'compare'],
            default: 'benchmark',
            description: 'What to do: `benchmark` measures what is checked out; `compare` measures it beside its base, in turns.',
        },
        config: {
            kind: 'path',
            description: 'Path of the plan, from the working directory; without it, `shotclock.yml` there or in a folder above.',
        },
        'working-directory': { kind: 'path', default: '.', description: 'Folder to work in, from the workspace.' },
        only: { kind: 'text', description: 'Only operations whose name matches this glob, like `database.*`.' },
        samples: {
            kind: 'integer',
            min: 1,
            max: 100_000,
            description: 'Calls of each operation that count, after the warm-up, from 1 to 100000; without it, as the plan says.',
        },
        base: {
            kind: 'text',
            description: 'What `compare` holds it against: a branch, tag, commit or folder; without it, the merge base of the pull request.',
        },
        pairs: {
            kind: 'integer',
            min: 1,
            max: 10_000,
            description: 'The most pairs that `compare` measures, from 1 to 10000; without it, as the plan says.',
        },
        budget: {
            kind: 'duration',
            description: 'The most time that `compare` measures, such as `5m`; without it, as the plan says.',
        },
        confirm: {
            kind: 'list',
            description: 'Names of metrics that another run of `compare` found worse, one a line or as its output `flagged`; only these are measured.',
        },
        'confirm-later': {
            kind: 'boolean',
            default: false,
            description: 'Do not fail for a regression that a second run, or the action `report` after it, is to judge: `flagged` says what.',
        },
        token: {
            kind: 'text',
            secret: true,
            description: 'Token that `compare` fetches the merge base with; only private repositories need one, and only to read.',
        },
        strict: { kind: 'boolean', default: false, description: 'Also fail when the verdict is `inconclusive` or `void`.' },
        artifact: {
            kind: 'text',
            default: 'shotclock-run',
            allowEmpty: true,
            description: 'Name of the artifact that keeps the run and its reports; an empty one uploads nothing.',
        },
        'retention-days': {
            kind: 'integer',
            min: 1,
            max: 90,
            description: 'Days to keep the artifact, from 1 to 90; without it, as the repository says.',
        },
    },
    outputs: {
        verdict: 'What the run came to: `pass`, `fail`, `inconclusive` or `void`; never `pass` without all that is in `confirm`.',
        run: 'Absolute path of the run document, `run.json`; its reports lie beside it.',
        'run-id': 'The id of the run.',
        'cost-usd': 'What all model calls cost, in USD, without models that have no price; empty when none has one.',
        flagged: 'Names of the metrics that `compare` found worse, as a JSON array: `[]` where there is none.',
        regressions: 'How many metrics `compare` found worse; empty where nothing was compared.',
        'artifact-id': 'The id of the artifact; empty when nothing was uploaded.',
    },
    check: (inputs) => contradictionOf(inputs),
});
/** Each is loaded when it is first called, long after the first line of the log. */
const COMMANDS = {
    benchmark: async (options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(689), __webpack_require__.e(493), __webpack_require__.e(276), __webpack_require__.e(565), __webpack_require__.e(627), __webpack_require__.e(234), __webpack_require__.e(643)]).then(__webpack_require__.bind(__webpack_require__, 64643))).benchmark(options, context),
    compare: async (options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(689), __webpack_require__.e(493), __webpack_require__.e(276), __webpack_require__.e(565), __webpack_require__.e(627), __webpack_require__.e(234), __webpack_require__.e(643), __webpack_require__.e(656), __webpack_require__.e(269)]).then(__webpack_require__.bind(__webpack_require__, 37269))).compare(options, context),
    uploadRun: async (saved, options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(174), __webpack_require__.e(588)]).then(__webpack_require__.bind(__webpack_require__, 90588))).uploadRun(saved, options, context),
    reportForJob: async (run, options) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(689), __webpack_require__.e(627), __webpack_require__.e(234), __webpack_require__.e(481), __webpack_require__.e(353)]).then(__webpack_require__.bind(__webpack_require__, 53353))).reportForJob(run, options),
};
/** Measures, shows, keeps. A run that ended early or cannot be uploaded still has its outputs and its summary. */
async function runBenchmark(inputs, door, commands = COMMANDS) {
    const context = { ...door.context, cwd: (0,external_node_path_.resolve)(door.context.cwd, inputs['working-directory']) };
    const finished = await door.group('Measuring', async () => measure(inputs, commands, context));
    const report = await commands.reportForJob(finished.document, { colors: door.colors });
    door.print(`\n${report.text}\n`);
    const upload = await keep(finished.saved, inputs, { door, commands, context });
    const failure = finished.failure ?? upload.error;
    const verdict = verdictOf(finished.document, inputs);
    const exitCode = failure === undefined ? exitCodeOfRun(finished.document, inputs) : (0,errors/* exitCodeOf */.FO)(failure);
    if (exitCode === errors/* EXIT */.dc.pass && finished.document.verdict !== 'pass')
        context.log.warn(report.sentence);
    if (verdict !== finished.document.verdict)
        context.log.warn('what was to be confirmed could not be measured, so nobody knows');
    return {
        outputs: { ...outputsOf(finished, upload.id), verdict },
        summary: report.markdown,
        exitCode,
        ...(exitCode !== errors/* EXIT */.dc.pass && failedByVerdict(finished, exitCode) ? { reason: report.sentence } : {}),
        ...(failure === undefined ? {} : { failure }),
    };
}
/** By the mode. */
async function measure(inputs, commands, context) {
    if (inputs.mode === 'benchmark')
        return await commands.benchmark(optionsOf(inputs), context);
    return await commands.compare(compareOptionsOf(inputs), withGitToken(context, inputs.token));
}
/** What was to be confirmed and could not be measured, as where base does not start, is not cleared by that. */
function verdictOf({ verdict, comparison }, inputs) {
    const { metrics: wanted = [] } = compareOptionsOf(inputs);
    const seen = new Set(comparison?.metrics.map(({ name }) => name));
    return verdict === 'pass' && wanted.some((name) => !seen.has(name)) ? 'inconclusive' : verdict;
}
/**
 * A regression that somebody else is still to judge does not fail the step; head that does not run and an objective that does not hold do. In a
 * second run objectives are not asked again: the first run has judged them.
 */
function exitCodeOfRun(document, inputs) {
    const { objectives, comparison } = document;
    const verdict = verdictOf(document, inputs);
    const broken = comparison === undefined || comparison.headFailure !== undefined;
    const worse = comparison?.verdict === 'fail' && comparison.flagged.length > 0;
    const missed = objectives.some((objective) => objective.verdict === 'fail');
    const isForLater = inputs.confirm.length > 0 ? worse || missed : worse && !missed;
    const excused = verdict === 'fail' && inputs['confirm-later'] && !broken && isForLater;
    return excused ? errors/* EXIT */.dc.pass : (0,verdict_exit_code/* exitCodeOfVerdict */.o)(verdict, inputs);
}
function optionsOf({ config, only, samples }) {
    return {
        ...(config === undefined ? {} : { config }),
        ...(only === undefined ? {} : { only }),
        ...(samples === undefined ? {} : { samples }),
    };
}
async function keep(saved, inputs, { door, commands, context }) {
    const { artifact: name, 'retention-days': retentionDays } = inputs;
    if (name === '')
        return {};
    const options = { name, ...(retentionDays === undefined ? {} : { retentionDays }) };
    try {
        const { id } = await door.group(`Uploading ${name}`, async () => commands.uploadRun(saved, options, context));
        return { id };
    }
    catch (error) {
        return { error: (0,errors/* toError */.iT)(error) };
    }
}
/** A failed gate is said beside whatever else went wrong; that a run which ended early decides nothing goes without saying. */
function failedByVerdict({ document }, exitCode) {
    return document.verdict === 'fail' || exitCode === errors/* EXIT */.dc.undecided;
}
function outputsOf({ document, saved }, artifactId) {
    const { usage, cost, run, comparison } = document;
    const worse = comparison?.verdict === 'fail' ? comparison.flagged : [];
    const unpriced = usage.length > 0 && usage.every(({ costUsd }) => costUsd === null);
    return {
        run: saved.document,
        'run-id': run.id,
        ...(unpriced ? {} : { 'cost-usd': cost.totalUsd }),
        flagged: JSON.stringify(worse),
        ...(comparison === undefined ? {} : { regressions: worse.length }),
        ...(artifactId === undefined ? {} : { 'artifact-id': artifactId }),
    };
}


/***/ })

};
