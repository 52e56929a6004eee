export const id = 31;
export const ids = [31];
export const modules = {

/***/ 1031:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73221);
/* harmony import */ var _workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49004);


await (0,_workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .benchmarkSpec */ .d, _workflows_lib_action_benchmark_js__WEBPACK_IMPORTED_MODULE_0__/* .runBenchmark */ .f);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 73221:
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
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/verdict-exit-code.js

/** The exit code that a verdict maps to. What was not decided fails only where that was asked for. */
function exitCodeOfVerdict(verdict, { strict }) {
    if (verdict === 'fail')
        return errors/* EXIT */.dc.gateFailed;
    return verdict !== 'pass' && strict ? errors/* EXIT */.dc.undecided : errors/* EXIT */.dc.pass;
}

// EXTERNAL MODULE: ./lib/workflows-lib/action/spec.js
var spec = __webpack_require__(45467);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/benchmark.js




/** The action `benchmark`. */
const benchmarkSpec = (0,spec/* defineAction */.QP)({
    name: 'benchmark',
    title: 'Shotclock benchmark',
    description: 'Measures every operation of a system, holds the result against its objectives, and keeps the run as an artifact.',
    branding: { icon: 'clock', color: 'orange' },
    inputs: {
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
        verdict: 'What the run came to: `pass`, `fail`, `inconclusive` or `void`.',
        run: 'Absolute path of the run document, `run.json`; its reports lie beside it.',
        'run-id': 'The id of the run.',
        'cost-usd': 'What all model calls cost, in USD, without models that have no price; empty when none has one.',
        'artifact-id': 'The id of the artifact; empty when nothing was uploaded.',
    },
    check: (inputs) => inputs.artifact === '' && inputs['retention-days'] !== undefined
        ? 'retention-days has no artifact to keep: artifact is empty; leave one of them out'
        : undefined,
});
/** Each is loaded when it is first called, long after the first line of the log. */
const COMMANDS = {
    benchmark: async (options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(689), __webpack_require__.e(493), __webpack_require__.e(276), __webpack_require__.e(565), __webpack_require__.e(679), __webpack_require__.e(683), __webpack_require__.e(161)]).then(__webpack_require__.bind(__webpack_require__, 67161))).benchmark(options, context),
    uploadRun: async (saved, options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(174), __webpack_require__.e(588)]).then(__webpack_require__.bind(__webpack_require__, 90588))).uploadRun(saved, options, context),
    reportForJob: async (run, options) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(689), __webpack_require__.e(679), __webpack_require__.e(683), __webpack_require__.e(825), __webpack_require__.e(44)]).then(__webpack_require__.bind(__webpack_require__, 47044))).reportForJob(run, options),
};
/** Measures, shows, keeps. A run that ended early or cannot be uploaded still has its outputs and its summary. */
async function runBenchmark(inputs, door, commands = COMMANDS) {
    const context = { ...door.context, cwd: (0,external_node_path_.resolve)(door.context.cwd, inputs['working-directory']) };
    const finished = await door.group('Measuring', async () => commands.benchmark(optionsOf(inputs), context));
    const report = await commands.reportForJob(finished.document, { colors: door.colors });
    door.print(`\n${report.text}\n`);
    const upload = await keep(finished.saved, inputs, { door, commands, context });
    const failure = finished.failure ?? upload.error;
    const exitCode = failure === undefined ? exitCodeOfVerdict(finished.document.verdict, inputs) : (0,errors/* exitCodeOf */.FO)(failure);
    if (exitCode === errors/* EXIT */.dc.pass && finished.document.verdict !== 'pass')
        context.log.warn(report.sentence);
    return {
        outputs: outputsOf(finished, upload.id),
        summary: report.markdown,
        exitCode,
        ...(failedByVerdict(finished, exitCode) ? { reason: report.sentence } : {}),
        ...(failure === undefined ? {} : { failure }),
    };
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
    const { usage, cost, run, verdict } = document;
    const unpriced = usage.length > 0 && usage.every(({ costUsd }) => costUsd === null);
    return {
        verdict,
        run: saved.document,
        'run-id': run.id,
        ...(unpriced ? {} : { 'cost-usd': cost.totalUsd }),
        ...(artifactId === undefined ? {} : { 'artifact-id': artifactId }),
    };
}


/***/ })

};
