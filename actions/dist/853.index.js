export const id = 853;
export const ids = [853];
export const modules = {

/***/ 49004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: performAction

// EXTERNAL MODULE: ./lib/workflows-lib/core/clock.js
var clock = __webpack_require__(41557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/version.js
var version = __webpack_require__(95847);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/action-log.js

const PROGRESS_EVERY_MS = 5_000;
/** GitHub cuts an annotation's message at 4 KB. */
const LONGEST_MESSAGE = 4_000;
/** A log that writes to the runner. */
function createActionLog({ toolkit, write, now, verbose }) {
    const print = (text) => {
        write(`${(0,log_guard/* guardLines */.F)(text)}\n`);
    };
    return {
        log: {
            info: (message) => {
                print((0,log_guard/* visibleText */.Q6)(message));
            },
            warn: (message) => {
                toolkit.warning(messageText(message));
            },
            debug: (message) => {
                if (verbose)
                    toolkit.debug(messageText(message));
            },
        },
        onProgress: throttled(print, now),
        print,
        group: createGroups(toolkit, print),
        error: (message) => {
            toolkit.error(messageText(message));
        },
    };
}
/** Text of an annotation: every line of it safe, not longer than GitHub keeps. */
function messageText(text) {
    const lines = text.split(/\r\n|[\r\n]/).map((line) => (0,log_guard/* logLine */.BP)(line));
    const whole = lines.filter((line) => line !== '').join('\n');
    return whole.length <= LONGEST_MESSAGE ? whole : `${whole.slice(0, LONGEST_MESSAGE - 1).toWellFormed()}…`;
}
function throttled(print, now) {
    let lastMs = -Infinity;
    return ({ done, total, label }) => {
        if (now() - lastMs < PROGRESS_EVERY_MS)
            return;
        lastMs = now();
        const percent = `${Math.floor((100 * done) / Math.max(1, total))}%`;
        print(`  ${percent.padStart(4)} ${(0,log_guard/* logLine */.BP)(label)}`);
    };
}
function createGroups(toolkit, print) {
    let depth = 0;
    return async (title, body) => {
        if (depth === 0)
            toolkit.startGroup((0,log_guard/* logLine */.BP)(title));
        else
            print(`${(0,log_guard/* logLine */.BP)(title)}:`);
        depth++;
        try {
            return await body();
        }
        finally {
            depth--;
            if (depth === 0)
                toolkit.endGroup();
        }
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/write-annotations.js


/** GitHub keeps ten annotations of each level from one step and drops the rest without a word; one is left for the step's own ending. */
const SHOWN_OF_EACH = 9;
/** Shows the first annotations of each level on the files they belong to, and says how many more there are. */
function writeAnnotations(annotations, toolkit, { log }) {
    const seen = { failure: 0, warning: 0, notice: 0 };
    for (const annotation of annotations) {
        seen[annotation.level]++;
        if (seen[annotation.level] <= SHOWN_OF_EACH)
            show(annotation, toolkit);
    }
    const more = Object.values(seen).reduce((sum, count) => sum + Math.max(0, count - SHOWN_OF_EACH), 0);
    if (more > 0)
        log.info(`${more} more in the report: GitHub shows ten annotations of a step.`);
}
function show({ path, startLine, endLine, level, title, message }, toolkit) {
    const properties = { title: (0,log_guard/* logLine */.BP)(title), file: path, startLine, endLine };
    toolkit[level === 'failure' ? 'error' : level](messageText(message), properties);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/write-outputs.js


/**
 * Writes the outputs in the order they are declared in. Outside of a runner they are lines of the log. Throws UsageError when the runner's
 * file cannot be written: later steps would take the silence for an answer.
 */
function writeOutputs(declared, outputs, { toolkit, env, log }) {
    for (const name of Object.keys(declared)) {
        const value = outputs[name];
        if (value === undefined)
            continue;
        // The toolkit falls back to a command that runners no longer obey.
        if ((env['GITHUB_OUTPUT'] ?? '') === '')
            log.info(`output ${name}: ${(0,log_guard/* oneLine */.TN)(String(value))}`);
        else
            writeOutput(name, value, toolkit);
    }
}
function writeOutput(name, value, toolkit) {
    try {
        toolkit.setOutput(name, value);
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`cannot write the output ${name} to the file that GITHUB_OUTPUT names: ${(0,errors/* toError */.iT)(error).message}`, {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/write-summary.js


/** A runner drops a step's summary that is longer, and the step passes all the same. */
const SUMMARY_LIMIT = 1024 * 1024;
/** Adds Markdown to the summary of the step. Without a runner there is none; one that cannot be written is a warning. */
async function writeSummary(markdown, { toolkit, env, log }) {
    const file = env['GITHUB_STEP_SUMMARY'] ?? '';
    if (file === '')
        return;
    try {
        const { size } = await (0,promises_.stat)(file);
        await toolkit.summary.addRaw(`${fitSummary(markdown, SUMMARY_LIMIT - size - 1)}\n`).write();
    }
    catch (error) {
        log.warn(`the job summary could not be written: ${(0,errors/* toError */.iT)(error).message}`);
    }
}
const NOTE = '**The summary ends here: GitHub shows no more than 1 MiB. The whole report is in the artifact.**';
/** Markdown of at most so many UTF-8 bytes: cut after a whole line, with what was open closed again and a note. */
function fitSummary(markdown, limitBytes) {
    if (Buffer.byteLength(markdown) <= limitBytes)
        return markdown;
    let kept = Buffer.from(markdown).subarray(0, Math.max(0, limitBytes)).toString('utf8');
    for (;;) {
        kept = kept.slice(0, Math.max(0, kept.lastIndexOf('\n')));
        const closed = `${kept}${closing(kept)}\n\n${NOTE}`;
        if (Buffer.byteLength(closed) <= limitBytes)
            return closed;
        if (kept === '')
            return '';
    }
}
/** What ends a code block and the folds that the text leaves open. */
function closing(text) {
    const fence = (text.match(/^```/gm)?.length ?? 0) % 2 === 1 ? '\n```' : '';
    const folds = (text.match(/<details[ >]/g)?.length ?? 0) - (text.match(/<\/details>/g)?.length ?? 0);
    return `${fence}${'\n</details>'.repeat(Math.max(0, folds))}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/conclude.js





/** Writes annotations, outputs and summary, says what went wrong, and returns the exit code. */
async function conclude(declared, ending, { toolkit, env, actionLog }) {
    const { log } = actionLog;
    writeAnnotations(ending.annotations ?? [], toolkit, actionLog);
    const unwritten = caught(() => {
        if (ending.outputs !== undefined)
            writeOutputs(declared, ending.outputs, { toolkit, env, log });
    });
    if (ending.summary !== undefined)
        await writeSummary(ending.summary, { toolkit, env, log });
    if (ending.reason !== undefined && ending.exitCode !== errors/* EXIT */.dc.pass)
        actionLog.error(ending.reason);
    const failures = [ending.failure, unwritten].filter((failure) => failure !== undefined);
    for (const failure of failures)
        await explain(failure, actionLog);
    if (ending.exitCode !== errors/* EXIT */.dc.pass && ending.reason === undefined && failures.length === 0)
        actionLog.error(`ended with exit code ${ending.exitCode}`);
    if (ending.exitCode !== errors/* EXIT */.dc.pass)
        return ending.exitCode;
    return failures[0] === undefined ? errors/* EXIT */.dc.pass : (0,errors/* exitCodeOf */.FO)(failures[0]);
}
function caught(body) {
    try {
        body();
        return undefined;
    }
    catch (error) {
        return (0,errors/* toError */.iT)(error);
    }
}
/** One error for what the user or the other side can mend, without a stack; for our bugs also the stack, folded. */
async function explain(failure, { error, group, print }) {
    if (failure instanceof errors/* UsageError */.eb || failure instanceof errors/* RemoteError */.Hi || failure instanceof errors/* Interrupted */.j$) {
        error(failure.message);
        return;
    }
    error(bugMessage(failure));
    await group('Where it happened', () => {
        print(stackOf(failure));
        return Promise.resolve();
    });
}
/** The line that asks for a report. */
function bugMessage(failure) {
    return `this is a bug in Shotclock ${version/* SHOTCLOCK_VERSION */.c}, please report it: ${failure.message}`;
}
const DEEPEST_CAUSE = 5;
/** The stack with those of its causes. */
function stackOf(failure) {
    const stacks = [];
    let cause = failure;
    while (cause !== undefined && stacks.length < DEEPEST_CAUSE) {
        const error = (0,errors/* toError */.iT)(cause);
        stacks.push(error.stack ?? error.message);
        cause = error.cause;
    }
    return stacks.join('\ncaused by ');
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/workflow-command.js

/**
 * One line that the runner obeys: `::name::data`, line breaks and percent signs escaped as `@actions/core` does. Only for what must be
 * written before that package is there (it takes most of an action's start) or when nothing can be trusted any more.
 */
function workflowCommand(name, data = '') {
    return `::${name}::${data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}${external_node_os_.EOL}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/guard-process.js






const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** The runner sends SIGINT to cancel, SIGTERM 7.5 s later, and kills 2.5 s after that: what is saved by then is saved. */
const LAST_GRACE_MS = 2_000;
/** Both signals of one wish may arrive together, from the runner and through a parent. */
const SAME_WISH_MS = 1_000;
const LINGER_MS = 5_000;
/** How Node ends when nothing is left to wait for: with success, or with 13 while a module still awaits something. */
const RAN_DRY = [0, 13];
/**
 * Takes over what can end the process: signals abort the work once and end it the second time, what nobody caught and a loop that ran dry
 * before the work was done are our bug, and a reader that went away ends nothing.
 */
function guardProcess() {
    const write = (text) => {
        process.stdout.write(text);
    };
    let finished = false;
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (!['EPIPE', 'EIO'].includes((0,error_code/* errorCode */.C)(error) ?? ''))
                throw error;
        });
    }
    process.on('uncaughtException', crash(write));
    process.on('unhandledRejection', crash(write));
    process.on('exit', (code) => {
        if (finished || !RAN_DRY.includes(code))
            return;
        write(workflowCommand('error', bugMessage(new Error('it ended before its work was done'))));
        process.exitCode = errors/* EXIT */.dc.bug;
    });
    return {
        write,
        signal: abortOnSignals(write),
        finish: (exitCode) => {
            finished = true;
            process.exitCode = exitCode;
            setTimeout(() => {
                write('Something still runs although the work is done; it is cut off.\n');
                process.exit(exitCode);
            }, LINGER_MS).unref();
        },
    };
}
function crash(write) {
    return (thrown) => {
        const error = (0,errors/* toError */.iT)(thrown);
        write(workflowCommand('endgroup'));
        write(workflowCommand('error', messageText(bugMessage(error))));
        write(`${workflowCommand('group', 'Where it happened')}${(0,log_guard/* guardLines */.F)(stackOf(error))}\n${workflowCommand('endgroup')}`);
        process.exit(errors/* EXIT */.dc.bug);
    };
}
function abortOnSignals(write) {
    const controller = new AbortController();
    let firstMs = 0;
    const onSignal = (name) => {
        if (!controller.signal.aborted) {
            firstMs = performance.now();
            write(`${name}: stopping; what was measured is being saved.\n`);
            controller.abort(new errors/* Interrupted */.j$(`interrupted by ${name}`));
            return;
        }
        if (performance.now() - firstMs < SAME_WISH_MS)
            return;
        setTimeout(() => {
            write(workflowCommand('error', `${name}: what was not saved by now is lost`));
            process.exit(errors/* EXIT */.dc.interrupted);
        }, LAST_GRACE_MS).unref();
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    return controller.signal;
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/everyday.js
var everyday = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/workflows-lib/action/spec.js
var action_spec = __webpack_require__(45467);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/masks.js



/** A runner blanks a mask wherever it occurs: one of fewer characters would blank half of the log. */
const SHORTEST_MASK = 4;
/**
 * Every form that a secret is likely to appear in: as given, trimmed, each line of it; each of them also as Base64 (alone and as the password
 * of `x-access-token`, as git sends it), URL-encoded and as the inside of a JSON string. Forms too short to be masked are left out.
 */
function secretForms(secret) {
    const plain = [secret, secret.trim(), ...secret.split(/[\r\n]+/).map((line) => line.trim())];
    const forms = plain.filter((text) => text.trim().length >= SHORTEST_MASK).flatMap((text) => [text, ...encodings(text)]);
    return [...new Set(forms)];
}
function encodings(text) {
    const wellFormed = text.toWellFormed();
    return [
        base64(text),
        base64(text).replace(/=+$/, ''),
        Buffer.from(text).toString('base64url'),
        base64(`x-access-token:${text}`),
        encodeURIComponent(wellFormed),
        new URLSearchParams({ '': wellFormed }).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
    ];
}
function base64(text) {
    return Buffer.from(text).toString('base64');
}
/** The secret inputs as they were given, whether the rest of the inputs can be used or not. */
function secretInputs(inputs, env) {
    return Object.entries(inputs)
        .filter(([, input]) => input.secret === true)
        .flatMap(([name]) => env[(0,action_spec/* inputVariable */.LO)(name)] ?? []);
}
/** A masker that writes to the runner. */
function createMasker(write) {
    const told = new Set();
    const mask = (secrets) => {
        for (const form of secrets.flatMap(secretForms)) {
            if (!told.has(form))
                write(workflowCommand('add-mask', form));
            told.add(form);
        }
    };
    return {
        mask,
        maskGuessed: (secrets) => {
            mask(secrets.filter((secret) => !(0,everyday/* isEveryday */.A)(secret)));
        },
    };
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/nearest.js
var nearest = __webpack_require__(19945);
// EXTERNAL MODULE: ./lib/workflows-lib/core/duration.js
var duration = __webpack_require__(70099);
;// CONCATENATED MODULE: ./lib/workflows-lib/action/parse-value.js



const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** Reads the trimmed, non-empty text of one input by its kind. A secret is never quoted. */
function parseValue(input, text) {
    const given = input.secret === true ? 'what was given' : JSON.stringify((0,log_guard/* oneLine */.TN)(text, 80));
    switch (input.kind) {
        case 'text':
            return { value: text };
        case 'path':
            return /[\r\n]/.test(text) ? { mistake: `${given} is not one path; give one line` } : { value: text };
        case 'list':
            return { value: linesOf(text) };
        case 'boolean':
            return parseBoolean(text) ?? { mistake: `${given} is neither true nor false` };
        case 'integer':
            return parseInteger(text, input) ?? { mistake: `${given} is not a whole number from ${input.min} to ${input.max}` };
        case 'duration':
            return parseTime(text) ?? { mistake: `${given} is not a duration; give one like 500ms, 30s or 5m` };
        case 'choice':
            return input.choices.includes(text) ? { value: text } : { mistake: wrongChoice({ given, text }, input.choices) };
    }
}
function linesOf(text) {
    return text
        .split(/\r\n|[\r\n]/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function parseBoolean(text) {
    if (TRUE.includes(text))
        return { value: true };
    return FALSE.includes(text) ? { value: false } : undefined;
}
function parseInteger(text, { min, max }) {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? { value } : undefined;
}
function parseTime(text) {
    const value = (0,duration/* parseDuration */.E)(text);
    return value === undefined || !Number.isFinite(value) ? undefined : { value };
}
function wrongChoice({ given, text }, choices) {
    const near = (0,nearest/* nearest */.pA)(text, choices);
    return `${given} is not one of ${(0,nearest/* listed */.KE)(choices)}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/parse-inputs.js






/**
 * The inputs of an action, typed, with defaults applied. Throws one UsageError that lists every mistake: missing ones, values that cannot be
 * read, and (only where each is right by itself) inputs that contradict each other. An empty input counts as not given, because that is what
 * a workflow passes on when its own input was left out.
 */
function parseInputs(spec, env) {
    const values = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(spec.inputs)) {
        const read = readInput(input, env[(0,action_spec/* inputVariable */.LO)(name)]);
        if ('mistake' in read)
            mistakes.push(`${name}: ${read.mistake}`);
        else
            values[name] = read.value;
    }
    if (mistakes.length > 0)
        throw new errors/* UsageError */.eb(describeMistakes(spec.name, mistakes));
    const inputs = values;
    const contradiction = spec.check?.(inputs);
    if (contradiction !== undefined)
        throw new errors/* UsageError */.eb(describeMistakes(spec.name, [contradiction]));
    return inputs;
}
function readInput(input, raw) {
    const text = raw?.trim();
    if (text === '' && input.kind === 'text' && input.allowEmpty === true)
        return { value: '' };
    if (text !== undefined && text !== '')
        return readGiven(input, text);
    const fallback = (0,action_spec/* defaultText */.VC)(input);
    // The runner works expressions out before the action starts: one that is still to be worked out has come to nothing.
    if (fallback !== undefined && !(0,action_spec/* isExpression */.BH)(fallback))
        return fallback === '' ? absent(input) : parseValue(input, fallback);
    if (input.required === true || fallback !== undefined)
        return { mistake: `is missing; ${input.description}` };
    return absent(input);
}
function absent(input) {
    if (input.kind === 'list')
        return { value: [] };
    return { value: input.default === '' ? '' : undefined };
}
function readGiven(input, text) {
    if (input.secret === true && text.length < SHORTEST_MASK) {
        return { mistake: `fewer than ${SHORTEST_MASK} characters are no secret: they could not be hidden in the log` };
    }
    return parseValue(input, text);
}
function describeMistakes(action, mistakes) {
    const [first = ''] = mistakes;
    if (mistakes.length === 1)
        return `input of ${action}: ${first}`;
    return [`${mistakes.length} inputs of ${action} cannot be used`, ...mistakes.map((mistake) => `- ${mistake}`)].join('\n');
}
/** One sentence for each input that was given and that the action does not have, with the name that was probably meant. */
function unknownInputs(spec, env) {
    const names = Object.keys(spec.inputs);
    const known = new Set(names.map(action_spec/* inputVariable */.LO));
    return Object.keys(env)
        .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
        .map((variable) => {
        const name = variable.slice('INPUT_'.length).toLowerCase();
        const near = (0,nearest/* nearest */.pA)(name, names);
        const mend = near === undefined ? `it has ${names.join(', ')}` : `did you mean ${near}?`;
        return `there is no input ${(0,log_guard/* oneLine */.TN)(name, 80)}, so it has no effect; ${mend}`;
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/toolkit.js
/** Loads `@actions/core`, which takes longer than everything before the first line of the log. */
async function loadToolkit() {
    return await Promise.all(/* import() */[__webpack_require__.e(10), __webpack_require__.e(530)]).then(__webpack_require__.bind(__webpack_require__, 72149));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/action/run-action.js









/**
 * Runs an action in this process: masks, says its name, parses its inputs, runs its command, writes outputs and summary, and sets the exit
 * code that its ending maps to. Never rejects; what nobody caught is a line of the log and exit 70.
 */
async function runAction(spec, command) {
    const guard = guardProcess();
    const { env } = process;
    const ports = { env, cwd: process.cwd(), clock: clock/* systemClock */.m, write: guard.write, loadToolkit: loadToolkit, signal: guard.signal };
    guard.finish(await performAction(spec, command, ports));
}
/** The same on given ports; resolves with the exit code. Rejects only where the kit itself is at fault. */
async function performAction(spec, command, ports) {
    const { env, clock, write } = ports;
    const masker = createMasker(write);
    masker.mask(secretInputs(spec.inputs, env));
    write(`Shotclock ${version/* SHOTCLOCK_VERSION */.c} · ${spec.name}\n`);
    const toolkit = await ports.loadToolkit();
    const actionLog = createActionLog({ toolkit, write, now: () => clock.now(), verbose: env['RUNNER_DEBUG'] === '1' });
    const ending = await runBody(spec, command, { ports, actionLog, masker });
    return await conclude(spec.outputs, ending, { toolkit, env, actionLog });
}
async function runBody(spec, command, { ports, actionLog, masker }) {
    try {
        for (const unknown of unknownInputs(spec, ports.env))
            actionLog.log.warn(unknown);
        return await command(parseInputs(spec, ports.env), createDoor(ports, actionLog, masker));
    }
    catch (error) {
        return { exitCode: (0,errors/* exitCodeOf */.FO)(error), failure: (0,errors/* toError */.iT)(error) };
    }
}
function createDoor({ env, cwd, clock, signal }, actionLog, masker) {
    const { log, onProgress, group, print } = actionLog;
    const onSecrets = masker.maskGuessed;
    return {
        context: { clock, log, env, cwd, signal, onProgress, onSecrets },
        colors: (env['FORCE_COLOR'] ?? '0') !== '0' && (env['NO_COLOR'] ?? '') === '',
        group,
        mask: masker.mask,
        print,
    };
}


/***/ }),

/***/ 45467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ isExpression),
/* harmony export */   LO: () => (/* binding */ inputVariable),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   VC: () => (/* binding */ defaultText)
/* harmony export */ });
/** What an action takes and gives, declared once: inputs are parsed by it, action.yml and the READMEs are held against it. */
/** Checks a declaration's types and keeps its literals, so that its inputs are typed one by one. */
function defineAction(spec) {
    return spec;
}
/** The default as it stands in action.yml; undefined where there is none. */
function defaultText(input) {
    return input.default === undefined ? undefined : String(input.default);
}
/** A default that only the runner can work out, such as `${{ github.token }}`. */
function isExpression(text) {
    return text.includes('${{');
}
/** The environment variable that the runner hands an input over in: upper case, blanks to underscores, hyphens kept. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}


/***/ }),

/***/ 26736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ exitCodeOfVerdict)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);

/** The exit code that a verdict maps to. What was not decided fails only where that was asked for. */
function exitCodeOfVerdict(verdict, { strict }) {
    if (verdict === 'fail')
        return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.gateFailed;
    return verdict !== 'pass' && strict ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.undecided : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pass;
}


/***/ }),

/***/ 41557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);


/** The machine's clock. */
const systemClock = {
    now: () => node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.timeOrigin + node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now(),
    date: () => new Date(),
    sleep: async (ms, signal) => {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    },
};


/***/ }),

/***/ 70099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
const UNIT_MS = new Map([
    ['us', 0.001],
    ['ms', 1],
    ['s', 1_000],
    ['m', 60_000],
    ['min', 60_000],
    ['h', 3_600_000],
    ['d', 86_400_000],
]);
/** Milliseconds of `250ms`, `30s`, `1.5m`, `2h`, `1d`; undefined when it is not a duration. */
function parseDuration(text) {
    const match = /^(\d+(?:\.\d+)?)\s*(us|ms|s|min|m|h|d)$/.exec(text.trim());
    const unit = UNIT_MS.get(match?.[2] ?? '');
    return match?.[1] === undefined || unit === undefined ? undefined : Number(match[1]) * unit;
}


/***/ }),

/***/ 98571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/**
 * The `code` of a system error (`ENOENT`, `ECONNREFUSED`), undefined when it has none. Does not ask for `instanceof Error`, which errors of
 * Node itself fail inside another realm, such as a test's.
 */
function errorCode(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ }),

/***/ 71728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Hi: () => (/* binding */ RemoteError),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   iT: () => (/* binding */ toError),
/* harmony export */   j$: () => (/* binding */ Interrupted)
/* harmony export */ });
/** What ended a command, and with which exit code: the user's mistake, the other side's failure, or our bug. */
/** Exit codes of every command. */
const EXIT = { pass: 0, gateFailed: 1, usage: 2, undecided: 3, bug: 70, interrupted: 130 };
/** The user can mend it: shown as one line without a stack, exit 2. Say what is wrong, where, and the mend. */
class UsageError extends Error {
    name = 'UsageError';
}
/** The other side failed: a service that refused, timed out or answered nonsense. Exit 2 when it stops the command. */
class RemoteError extends Error {
    name = 'RemoteError';
    failure;
    constructor(message, failure, options) {
        super(message, options);
        this.failure = failure;
    }
}
/** The user asked to stop (SIGINT, SIGTERM). Exit 130. */
class Interrupted extends Error {
    name = 'Interrupted';
}
/** Whatever was thrown, as an Error: a thrown non-Error keeps its text. */
function toError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}
/** The exit code that an ending maps to. */
function exitCodeOf(thrown) {
    if (thrown instanceof UsageError || thrown instanceof RemoteError)
        return EXIT.usage;
    if (thrown instanceof Interrupted)
        return EXIT.interrupted;
    return EXIT.bug;
}


/***/ }),

/***/ 51872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isEveryday)
/* harmony export */ });
/** Words and small numbers that settings hold whose name only sounds secret (`TOKENIZERS_PARALLELISM=false`, `MAX_TOKENS=128000`). */
const EVERYDAY = /^(true|false|null|none|default|auto|\d{1,7})$/i;
/** Whether a value is too ordinary to be a secret, whatever it is called: blanking it would blot out what has nothing to do with it. */
function isEveryday(value) {
    return EVERYDAY.test(value.trim());
}


/***/ }),

/***/ 50261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   F: () => (/* binding */ guardLines),
/* harmony export */   Q6: () => (/* binding */ visibleText),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/** Text from outside, made safe for one line of a log that a workflow runner reads. */
/** C0 and C1 controls (terminal escapes among them), without the breaks that `oneLine` makes spaces of. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Every line break that a parser may know. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Marks that reorder the text around them ("Trojan Source", CVE-2021-42574), and invisible ones that fake another word or smuggle one (tags). */
const INVISIBLE = new RegExp('[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff' +
    '\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}]', 'gu');
/** Joiners beside ASCII; writing systems and emoji need them only between characters beyond it. */
const IDLE_JOINERS = /(?<![^\0-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\u007f])/gu;
/** More marks on one letter than any language has: they would be drawn over the lines around it. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Text without what cannot be seen or hides what is there: each such character becomes U+FFFD; of marks piled on a letter, four stay. */
function visibleText(text) {
    return [CONTROLS, INVISIBLE, IDLE_JOINERS]
        .reduce((rest, hidden) => rest.replace(hidden, '\ufffd'), text)
        .replace(PILED_MARKS, '$1');
}
/**
 * One line of well-formed text: line breaks become spaces, control characters, lone surrogates, bidirectional and invisible marks become
 * U+FFFD. Longer than `maxLength` UTF-16 units, it is cut there and ends in an ellipsis.
 */
function oneLine(text, maxLength = 1000) {
    const line = visibleText(text.toWellFormed().replace(BREAKS, ' ')).trim();
    return line.length <= maxLength ? line : `${cut(line, maxLength - 1).trimEnd()}…`;
}
/** Never cuts a surrogate pair in two. */
function cut(text, length) {
    const end = text.charCodeAt(length - 1);
    return text.slice(0, end >= 0xd800 && end <= 0xdbff ? length - 1 : length);
}
/**
 * Text as one line of a log that a workflow runner reads: neither `::command::` at its start nor `##[command]` anywhere in it is a command
 * afterwards. (actions/runner reads the former after leading white space, the latter at any place.) A look-alike stands for the colon or the bracket.
 */
function logLine(text) {
    return guardLines(oneLine(text));
}
/**
 * The beginning of a line up to a command. The runner trims what .NET calls white space (U+0085 too) and compares by the rules of a language,
 * to which control and format characters are nothing: both are looked through, and colours as well.
 */
const LINE_START = /^((?:\u001b\[[\d;]*m|(?![\n\r\u2028\u2029])[\s\p{Cc}\p{Cf}])*):(?=(?:(?![\n\r])[\p{Cc}\p{Cf}])*:)/gmu;
const OLD_COMMAND = /(#\p{Cf}*#\p{Cf}*)\[/gu;
/** `logLine` for text of several lines whose line breaks and terminal colours are our own. What it puts in is as wide as what it takes out. */
function guardLines(text) {
    return text.replace(LINE_START, '$1\ua789').replace(OLD_COMMAND, '$1\u2045');
}


/***/ }),

/***/ 19945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** What somebody probably meant: the known word that is the fewest slips of the keyboard away. */
/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbours, no part edited twice. Source: Damerau 1964, CACM 7(3); Boytsov 2011, JEA 16.
 */
function editDistance(left, right) {
    let beforeLast = [];
    let last = Array.from({ length: right.length + 1 }, (_, column) => column);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const cost = left[row - 1] === right[column - 1] ? 0 : 1;
            const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
            current.push(Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost, swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity));
        }
        [beforeLast, last] = [last, current];
    }
    return last[right.length] ?? 0;
}
/** Case and the separators between words are habits of other tools, not mistakes: `baseUrl` and `base-url` are `base_url`. */
function normalized(word) {
    return word.toLowerCase().replaceAll(/[-_. ]/g, '');
}
/**
 * The candidate that `word` most likely stands for; undefined when none is near (a third of the word may differ). Of equals, one with the
 * same letters (`urn` is `run` rather than `url`), else the first.
 */
function nearest(word, candidates) {
    // Longer than any name can be: not a slip, and quadratic time.
    if (word.length > 100)
        return undefined;
    const wanted = normalized(word);
    let best;
    for (const candidate of candidates) {
        const edits = editDistance(wanted, normalized(candidate));
        const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
        if (edits > allowed || edits >= wanted.length)
            continue;
        const distance = edits - (letters(wanted) === letters(normalized(candidate)) ? 0.5 : 0);
        if (distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    return best?.candidate;
}
function letters(word) {
    return Array.from(word).sort().join('');
}
/** The end of a message about an unknown word: `; did you mean "query"?`, or the known words when none is near. */
function suggestion(word, candidates) {
    const near = nearest(word, candidates);
    if (near !== undefined)
        return `; did you mean "${near}"?`;
    return candidates.length === 0 ? '' : `; known here: ${candidates.join(', ')}`;
}
/** Words for a sentence: `a`, `a or b`, `a, b or c`. */
function listed(words, conjunction = 'or') {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}


/***/ }),

/***/ 95847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SHOTCLOCK_VERSION)
/* harmony export */ });
/** Version of this package. A constant, so that nothing has to be read on the way to the first line of output, in a bundle neither. */
const SHOTCLOCK_VERSION = '0.1.0';


/***/ })

};
