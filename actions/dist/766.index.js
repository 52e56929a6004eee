export const id = 766;
export const ids = [766];
export const modules = {

/***/ 29766:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _workflows_lib_action_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92974);
/* harmony import */ var _workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49004);


await (0,_workflows_lib_action_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_workflows_lib_action_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportSpec */ .g, _workflows_lib_action_report_js__WEBPACK_IMPORTED_MODULE_0__/* .runReport */ .q);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 92974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ reportSpec),
/* harmony export */   q: () => (/* binding */ runReport)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);
/* harmony import */ var _commands_verdict_exit_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26736);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45467);



/** The action `report`. */
const reportSpec = (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'report',
    title: 'Shotclock report',
    description: 'Reports a run where the change is discussed: one comment on the pull request, a check on the commit, a job summary.',
    branding: { icon: 'message-square', color: 'orange' },
    inputs: {
        token: {
            kind: 'text',
            secret: true,
            default: '${{ github.token }}',
            description: 'Token to read artifacts and to write the comment and the check with.',
        },
        run: { kind: 'path', description: 'Path of a run document to report instead of the one in the artifact.' },
        artifact: {
            kind: 'text',
            default: 'shotclock-run',
            allowEmpty: true,
            description: 'Name of the artifact that the benchmark kept its run in; not looked at when `run` is given.',
        },
        confirmation: {
            kind: 'text',
            description: 'Name of the artifact of a second run that measured again what the first found worse; only what both found worse then fails.',
        },
        name: {
            kind: 'text',
            default: 'benchmark',
            description: 'Name of the comment and of the check, in lower-case letters, digits and hyphens: two reports on one pull request need two.',
        },
        comment: {
            kind: 'choice',
            choices: ['always', 'on-change', 'never'],
            default: 'always',
            description: 'When the pull request gets its comment: `always`; `on-change`, once a run does not pass and from then on; or `never`.',
        },
        check: { kind: 'boolean', default: true, description: 'Also create a check run on the commit that was measured.' },
        summary: {
            kind: 'boolean',
            default: true,
            description: 'Also write the whole report into the job summary; needless where the job that measured is in the same run.',
        },
        gate: {
            kind: 'boolean',
            default: false,
            description: 'Also fail this step when the verdict is `fail`, now that the second run and what was accepted are known.',
        },
        strict: {
            kind: 'boolean',
            default: false,
            description: 'Also fail the check, and with `gate` this step, when the verdict is `inconclusive` or `void`.',
        },
        'comment-author': {
            kind: 'text',
            description: 'Login that comments of this token appear under, where that cannot be told from the token.',
        },
    },
    outputs: {
        verdict: 'What the run came to: `pass`, `fail`, `inconclusive`, `void`, or `missing` when there is no run that can be read.',
        'pull-request': 'Number of the pull request; empty when there is none.',
        stale: '`true` when the pull request has moved on from the commit that was measured.',
        'comment-id': 'The id of the comment; empty when none was written.',
        'comment-url': 'Where the comment is; empty when none was written.',
        'check-run-id': 'The id of the check run; empty when none was created.',
    },
    check: ({ run, artifact, gate, strict, check }) => {
        if (run === undefined && artifact === '')
            return 'run and artifact are both empty: name one of them';
        return strict && !gate && !check
            ? 'strict is for the check and for a gate; let there be one of them, or leave it out'
            : undefined;
    },
});
const COMMANDS = {
    publishReport: async (options, context) => (await Promise.all(/* import() */[__webpack_require__.e(557), __webpack_require__.e(174), __webpack_require__.e(627), __webpack_require__.e(656), __webpack_require__.e(481), __webpack_require__.e(318)]).then(__webpack_require__.bind(__webpack_require__, 7981))).publishReport(options, context),
};
/** Publishes a run. A verdict that is not a pass fails the check, and this step only where it is asked to be the gate: the report itself succeeded. */
async function runReport(inputs, door, commands = COMMANDS) {
    const published = await commands.publishReport(optionsOf(inputs), door.context);
    const { failure, summary, annotations, check, verdict } = published;
    const gate = inputs.gate && verdict !== 'missing' ? (0,_commands_verdict_exit_code_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOfVerdict */ .o)(verdict, inputs) : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pass;
    for (const line of describe(published))
        door.print(line);
    return {
        outputs: outputsOf(published),
        ...(inputs.summary ? { summary } : {}),
        // A check run carries them already; in the log they would stand on the same lines a second time.
        annotations: check === null ? annotations : [],
        exitCode: failure === undefined ? gate : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodeOf */ .FO)(failure),
        ...(gate === _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pass ? {} : { reason: `The verdict is ${verdict}: the comment and the check say why.` }),
        ...(failure === undefined ? {} : { failure }),
    };
}
function optionsOf(inputs) {
    const { token, run, artifact, confirmation, name, comment, check, strict, 'comment-author': author } = inputs;
    return {
        token,
        artifact,
        ...(run === undefined ? {} : { run }),
        name,
        comment,
        check,
        strict,
        ...(confirmation === undefined ? {} : { confirmation }),
        ...(author === undefined ? {} : { author }),
    };
}
function outputsOf({ verdict, pullRequest, stale, comment, check }) {
    return {
        verdict,
        stale,
        ...given('pull-request', pullRequest),
        ...given('comment-id', comment?.id),
        ...given('comment-url', comment?.url),
        ...given('check-run-id', check?.id),
    };
}
/** An output that stays empty where there is nothing to say. */
function given(name, value) {
    return value === null || value === undefined ? {} : { [name]: value };
}
function describe({ verdict, pullRequest, comment, check }) {
    const where = pullRequest === null ? 'no pull request' : `pull request #${pullRequest}`;
    return [
        `Verdict: ${verdict}, ${where}`,
        ...(comment === null ? [] : [`Comment ${comment.outcome}${comment.url === null ? '' : `: ${comment.url}`}`]),
        ...(check === null ? [] : [`Check run ${check.id}${check.url === null ? '' : `: ${check.url}`}`]),
    ];
}


/***/ })

};
