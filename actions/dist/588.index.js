export const id = 588;
export const ids = [588];
export const modules = {

/***/ 90588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadRun: () => (/* binding */ uploadRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/core/clock.js
var clock = __webpack_require__(41557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/workflows-lib/system/or-abort.js
var or_abort = __webpack_require__(84603);
// EXTERNAL MODULE: ./lib/workflows-lib/github/read-zip.js + 1 modules
var read_zip = __webpack_require__(8506);
// EXTERNAL MODULE: ./lib/workflows-lib/github/workflow-context.js
var workflow_context = __webpack_require__(36236);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/upload-artifact.js
/** Files of a job as an artifact of its run, by `@actions/artifact`. */









/**
 * The toolkit tries each of its two calls five times over at most 35 s and cannot be told otherwise, which is 70 s; 32 MiB, more than an
 * artifact of ours has, take another 64 s at 0.5 MiB/s; the rest is for answers that are slow.
 */
const UPLOAD_TIMEOUT_MS = 180_000;
/** The toolkit waits and tries again after many failures, but not when a connection breaks before the artifact was begun. */
const BROKEN_AT_THE_START = /^Failed to CreateArtifact: Unable to make request: (?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH)/;
const MAX_STARTS = 3;
const START_AGAIN_AFTER_MS = 2_000;
/** Of a name, because it becomes a file's elsewhere; the toolkit's rules, and no line break or control character of any kind. */
const FORBIDDEN_IN_NAME = /["<>|*?:\\/\p{Cc}\u2028\u2029]/u;
const MAX_NAME_LENGTH = 200;
/**
 * Uploads the files and returns what GitHub keeps. Throws UsageError where the user can mend it: a name that no artifact may have or that the
 * run has used already, a missing file, no job around, no room left, GitHub Enterprise Server, which has no artifacts of this kind. Else
 * RemoteError. No error holds the signed address or the job's token. After the time is up the toolkit goes on in the background, because it
 * cannot be stopped: a process that should end has to end itself.
 */
async function uploadArtifact(options) {
    const { name, root, retentionDays, env, log } = options;
    checkName(name);
    checkJob(env);
    const files = await checkedFiles(options);
    const client = options.client ?? (await loadClient());
    const timeout = AbortSignal.timeout(options.timeoutMs ?? UPLOAD_TIMEOUT_MS);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
    try {
        const upload = async () => (0,or_abort/* orAbort */.K)(client.uploadArtifact(name, files, (0,external_node_path_.resolve)(root), retentionDays === undefined ? {} : { retentionDays }), signal);
        const { id, size, digest } = await startedAgain(upload, { log, signal, clock: options.clock ?? clock/* systemClock */.m });
        if (id === undefined || size === undefined || digest === undefined)
            throw new Error('its answer has no id, size or digest');
        log.debug(`artifact ${name}: id ${String(id)}, ${String(size)} bytes`);
        return { id, bytes: size, sha256: digest };
    }
    catch (error) {
        if (options.signal?.aborted === true)
            throw (0,errors/* toError */.iT)(options.signal.reason);
        throw explained(error, options, timeout.aborted);
    }
}
/** What the body resolves with; a connection that breaks at the start is tried again twice, because nothing was sent by then. */
async function startedAgain(body, { log, signal, clock }) {
    for (let start = 1;; start++) {
        try {
            return await body();
        }
        catch (error) {
            if (start === MAX_STARTS || !BROKEN_AT_THE_START.test((0,errors/* toError */.iT)(error).message))
                throw error;
            log.info(`the connection broke before the upload began: trying again (${String(start + 1)} of ${String(MAX_STARTS)})`);
            await clock.sleep(start * START_AGAIN_AFTER_MS, signal);
        }
    }
}
async function loadClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(10), __webpack_require__.e(851), __webpack_require__.e(530), __webpack_require__.e(874)]).then(__webpack_require__.bind(__webpack_require__, 36874));
    return new DefaultArtifactClient();
}
function checkName(name) {
    const shown = JSON.stringify((0,log_guard/* oneLine */.TN)(name, 80));
    if (name.trim() === '' || name.trim() !== name) {
        throw new errors/* UsageError */.eb(`${shown} cannot name an artifact: it is empty or begins or ends with a space`);
    }
    if (FORBIDDEN_IN_NAME.test(name) || name === '.' || name === '..' || name.length > MAX_NAME_LENGTH || !name.isWellFormed()) {
        throw new errors/* UsageError */.eb(`${shown} cannot name an artifact: none of " : < > | * ? / \\ nor line breaks, and at most ${String(MAX_NAME_LENGTH)} characters`);
    }
}
function checkJob(env) {
    const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    if (URL.canParse(serverUrl) && (0,workflow_context/* isEnterpriseServer */.vh)(serverUrl, env['GITHUB_API_URL'] ?? 'https://api.github.com'))
        throw unsupported();
    for (const variable of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
        if ((env[variable] ?? '') !== '')
            continue;
        throw new errors/* UsageError */.eb(`${variable} is not set, so no artifact can be uploaded: the runner gives it to actions in a GitHub Actions job only, not to \`run:\` steps`);
    }
}
function unsupported() {
    return new errors/* UsageError */.eb("GitHub Enterprise Server has no artifacts of this kind: set `artifact: ''` to upload none, and keep the files yourself");
}
/** Absolute paths of plain files inside the root, so that nothing else is ever sent. */
async function checkedFiles({ root, files, log }) {
    if (files.length === 0)
        throw new errors/* UsageError */.eb('there is no file to upload');
    const paths = [];
    for (const file of files) {
        const path = (0,external_node_path_.resolve)(root, file);
        const inside = (0,external_node_path_.relative)((0,external_node_path_.resolve)(root), path);
        if (inside === '' || inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
            throw new errors/* UsageError */.eb(`${file} does not lie in ${root}: not uploaded`);
        const stat = await (0,promises_.lstat)(path).catch((error) => {
            throw new errors/* UsageError */.eb(`cannot upload ${file}: ${(0,error_code/* errorCode */.C)(error) === 'ENOENT' ? 'there is no such file' : (0,errors/* toError */.iT)(error).message}`, { cause: error });
        });
        if (!stat.isFile())
            throw new errors/* UsageError */.eb(`cannot upload ${file}: it is no plain file`);
        if (stat.size > read_zip/* ARTIFACT_LIMITS */.W.fileBytes) {
            log.warn(`${file} has ${stat.size.toLocaleString('en')} bytes: a report from another workflow reads ${read_zip/* ARTIFACT_LIMITS */.W.fileBytes.toLocaleString('en')} at most`);
        }
        paths.push(path);
    }
    return paths;
}
/** The toolkit's errors carry requests with signed addresses: of them only the sentence is kept, and of addresses in it only the host. */
function explained(thrown, { name, env }, timedOut) {
    const error = (0,errors/* toError */.iT)(thrown);
    if (error.name === 'GHESNotSupportedError')
        return unsupported();
    if (/storage quota/i.test(error.message)) {
        return new errors/* UsageError */.eb("the account's storage for artifacts is full: delete old ones, or set `retention-days` lower");
    }
    if (/\b409\b|already exists/i.test(error.message)) {
        return new errors/* UsageError */.eb(`the run has an artifact ${JSON.stringify(name)} already: give each benchmark of a workflow, and each job of a matrix, an artifact of its own name`);
    }
    const token = env['ACTIONS_RUNTIME_TOKEN'] ?? '';
    const said = (0,log_guard/* oneLine */.TN)(error.message.replaceAll(/\b(https?:\/\/[^\s/?#'"]+)[^\s'"]*/g, '$1/…').replaceAll(token, '***'), 300);
    const reason = timedOut ? 'it took too long' : said;
    return new errors/* RemoteError */.Hi(`the artifact ${JSON.stringify(name)} was not uploaded: ${reason}`, {
        service: 'GitHub',
        action: 'upload artifact',
        attempts: 1,
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/upload-run.js


/**
 * Uploads the run document and its reports as one artifact of the running job, `run.json` at its root, where `publishReport` looks for it.
 * Throws UsageError outside of a job and on GitHub Enterprise Server.
 */
async function uploadRun(saved, options, context) {
    const files = [saved.document, saved.html, saved.markdown].map((path) => (0,external_node_path_.basename)(path));
    return await uploadArtifact({
        ...options,
        root: saved.folder,
        files,
        env: context.env,
        log: context.log,
        signal: context.signal,
    });
}


/***/ }),

/***/ 81968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ wasRefused),
/* harmony export */   Pq: () => (/* binding */ DecideAgain),
/* harmony export */   au: () => (/* binding */ unexpectedAnswer),
/* harmony export */   jm: () => (/* binding */ HostileArtifact),
/* harmony export */   n5: () => (/* binding */ ApiRefusal)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);
/** What ends a conversation with GitHub. The callers look at `httpStatus`; people read the message. */

/**
 * GitHub understood the request and will not do it: a refused token, a missing permission, something that is not there, a value it does not
 * take. Trying again changes nothing. The property is not called `status`, because octokit's pagination takes a `status` of 409 for an empty list.
 */
class ApiRefusal extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb {
    httpStatus;
    constructor(message, httpStatus) {
        super(message);
        this.httpStatus = httpStatus;
    }
}
/** An artifact that is not what it says, or is made to do harm. Nothing of it was used. */
class HostileArtifact extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb {
}
/**
 * A request that failed for the moment, was waited for, and must not be sent again as it stands: what it was decided upon may have changed, or
 * it may have arrived after all. Look again, then decide again.
 */
class DecideAgain extends Error {
    name = 'DecideAgain';
}
/** Whether GitHub answered with one of these statuses. */
function wasRefused(thrown, ...statuses) {
    return thrown instanceof ApiRefusal && statuses.includes(thrown.httpStatus);
}
/** An answer that is well-formed JSON but not what the API describes. */
function unexpectedAnswer(action, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RemoteError */ .Hi(`GitHub answered "${action}" with something else than its description promises`, { service: 'GitHub', action, attempts: 1 }, cause === undefined ? {} : { cause });
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

/***/ 8506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ ARTIFACT_LIMITS),
  u: () => (/* binding */ readZip)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(88174);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/workflows-lib/github/errors.js
var github_errors = __webpack_require__(81968);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/zip-entry.js


const MAX_PATH_BYTES = 255;
/** General purpose bits: encrypted, patched data, strongly encrypted, header masked. */
const FORBIDDEN_FLAGS = 0x1 | 0x20 | 0x40 | 0x2000;
const UNICODE_PATH = 0x7075;
const ZIP64 = 0x0001;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;
/** The path of an entry. Throws HostileArtifact for everything that is no plain file or folder inside the archive. */
function checkEntry(entry) {
    const shown = JSON.stringify((0,log_guard/* oneLine */.TN)(entry.fileName, 80));
    const fail = (what) => {
        throw new github_errors/* HostileArtifact */.jm(`${shown} of the artifact ${what}`);
    };
    const isFolder = entry.fileName.endsWith('/');
    const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
    if (entry.fileNameLength > MAX_PATH_BYTES || !isHarmless(path))
        fail('has a name that no artifact of ours has');
    if ((entry.generalPurposeBitFlag & FORBIDDEN_FLAGS) !== 0)
        fail('is encrypted or patched');
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
        fail('is compressed in another way than deflate');
    if (entry.extraFields.some(({ id }) => id === UNICODE_PATH))
        fail('has a second name');
    if (entry.extraFields.some(({ id }) => id === ZIP64))
        fail('has sizes of 64 bits');
    // The upper half holds the Unix mode, whatever system the entry claims to be from: extractors do not all look at that.
    const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
    if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR))
        fail('is a link or another special file');
    if (isFolder && (entry.uncompressedSize !== 0 || entry.compressedSize > 2))
        fail('is a folder with content');
    return { path, shown, isFolder };
}
/** Relative, without a way up, and without characters that mean something to a shell, a terminal or another file system. */
function isHarmless(path) {
    if (!path.isWellFormed() || /[\u0000-\u001f\u007f-\u009f\ufffd\\:*?"<>|]/.test(path))
        return false;
    return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/read-zip.js
/** Reads an archive that a stranger may have made, into memory and never onto a disk. */







/** Several times what a run of 5,000 metrics takes. */
const ARTIFACT_LIMITS = {
    compressedBytes: 8 * 1024 * 1024,
    files: 20,
    fileBytes: 16 * 1024 * 1024,
    totalBytes: 32 * 1024 * 1024,
};
const inflate = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
/** The end record of an archive without a comment. */
const END_RECORD_BYTES = 22;
/**
 * The files of an archive by their paths. Throws HostileArtifact for anything that an honest writer of such an artifact does not do: paths that
 * leave the archive, links, encryption, names that stand twice, sizes or checksums that are untrue, entries that share bytes, bytes that belong
 * to nothing, too much of anything. Sizes count as inflated, not as declared, so the work is bounded by the limits whatever the archive says.
 */
async function readZip(bytes, limits) {
    if (bytes.length > limits.compressedBytes)
        throw new github_errors/* HostileArtifact */.jm(`the artifact has more than ${count(limits.compressedBytes)} bytes`);
    try {
        const members = await readDirectory(bytes, limits);
        return await unpack(bytes, members, limits);
    }
    catch (error) {
        if (error instanceof github_errors/* HostileArtifact */.jm)
            throw error;
        throw new github_errors/* HostileArtifact */.jm(`the artifact is no sound zip archive: ${(0,log_guard/* oneLine */.TN)((0,errors/* toError */.iT)(error).message, 200)}`, { cause: error });
    }
}
async function readDirectory(bytes, limits) {
    const zip = await (0,yauzl/* fromBufferPromise */.SY)(bytes, { strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount > limits.files)
        throw new github_errors/* HostileArtifact */.jm(`the artifact has more than ${count(limits.files)} files`);
    const entries = [];
    for await (const entry of zip.eachEntry())
        entries.push(entry);
    // Typed as a boolean by mistake.
    const directoryEnd = zip.readEntryCursor;
    if (zip.comment !== '' || directoryEnd !== bytes.length - END_RECORD_BYTES) {
        throw new github_errors/* HostileArtifact */.jm('the artifact holds bytes or entries that its directory does not account for');
    }
    const members = [];
    for (const entry of entries)
        members.push(await readMember(zip, entry));
    checkTogether(members);
    return members;
}
async function readMember(zip, entry) {
    const path = checkEntry(entry);
    const local = await zip.readLocalFileHeaderPromise(entry);
    // An entry that is written as a stream states its sizes only behind its data and in the directory.
    const streamed = (entry.generalPurposeBitFlag & 0x8) !== 0 && local.uncompressedSize === 0 && local.compressedSize === 0;
    const sameSizes = local.uncompressedSize === entry.uncompressedSize && local.compressedSize === entry.compressedSize;
    const sameKind = local.compressionMethod === entry.compressionMethod && local.generalPurposeBitFlag === entry.generalPurposeBitFlag;
    if (!local.fileName.equals(entry.fileNameRaw) || !sameKind || !(streamed || sameSizes)) {
        throw new github_errors/* HostileArtifact */.jm(`the artifact says two different things of ${path.shown}`);
    }
    return { ...path, entry, start: entry.relativeOffsetOfLocalHeader, dataStart: local.fileDataStart };
}
/** No name twice, whatever its case; no byte in two entries. */
function checkTogether(members) {
    const seen = new Set();
    for (const { path, shown } of members) {
        const key = path.normalize('NFC').toLowerCase();
        if (seen.has(key))
            throw new github_errors/* HostileArtifact */.jm(`the artifact has ${shown} twice`);
        seen.add(key);
    }
    let end = 0;
    for (const { start, dataStart, entry, shown } of members.toSorted((left, right) => left.start - right.start)) {
        if (start < end)
            throw new github_errors/* HostileArtifact */.jm(`${shown} of the artifact shares bytes with another file`);
        end = dataStart + entry.compressedSize;
    }
}
async function unpack(bytes, members, limits) {
    const files = new Map();
    let left = limits.totalBytes;
    for (const member of members) {
        if (member.isFolder)
            continue;
        const content = await contentOf(bytes, member, Math.min(limits.fileBytes, left));
        left -= content.length;
        files.set(member.path, content);
    }
    return files;
}
async function contentOf(bytes, { entry, dataStart, shown }, room) {
    const packed = bytes.subarray(dataStart, dataStart + entry.compressedSize);
    if (entry.uncompressedSize > room)
        throw new github_errors/* HostileArtifact */.jm(`${shown} of the artifact is too large: more than ${count(room)} bytes`);
    const content = entry.compressionMethod === 0 ? Buffer.from(packed) : await inflated(packed, { shown, declared: entry.uncompressedSize });
    if (content.length !== entry.uncompressedSize || (0,external_node_zlib_.crc32)(content) !== entry.crc32) {
        throw new github_errors/* HostileArtifact */.jm(`${shown} of the artifact is damaged: its size or checksum is untrue`);
    }
    return content;
}
/** Stops one byte after what was declared: a bomb is never unpacked. */
async function inflated(packed, { shown, declared }) {
    try {
        return await inflate(packed, { maxOutputLength: declared + 1 });
    }
    catch (error) {
        throw new github_errors/* HostileArtifact */.jm(`${shown} of the artifact is damaged: it does not unpack to what it declares`, { cause: error });
    }
}
function count(value) {
    return value.toLocaleString('en');
}


/***/ }),

/***/ 36236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ readWorkflowContext),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   vh: () => (/* binding */ isEnterpriseServer)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71728);
/* harmony import */ var _core_log_guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50261);
/* harmony import */ var _event_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16318);
/* harmony import */ var _event_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88579);
/** Which repository, run and commit a job is about: the runner's variables and the event file, read once, before anything goes over the wire. */




/**
 * Reads the job's variables and event file. Throws UsageError that names what is missing or malformed, and for `pull_request_target`, which is
 * not supported.
 */
async function readWorkflowContext(env) {
    const eventName = required(env, 'GITHUB_EVENT_NAME');
    const run = { runId: positive(env, 'GITHUB_RUN_ID'), runAttempt: positive(env, 'GITHUB_RUN_ATTEMPT') };
    const [apiUrl, serverUrl] = [address(env, 'GITHUB_API_URL'), address(env, 'GITHUB_SERVER_URL')];
    const sha = required(env, 'GITHUB_SHA');
    if (!_event_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .commitSha */ .mJ.safeParse(sha).success)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`GITHUB_SHA is no commit: ${quoted(sha)}`);
    return {
        repository: parseRepository(required(env, 'GITHUB_REPOSITORY')),
        eventName,
        sha,
        ...run,
        apiUrl,
        serverUrl,
        isEnterpriseServer: isEnterpriseServer(serverUrl, apiUrl),
        subject: await readSubject(env, eventName, { headSha: sha, ...run }),
    };
}
/** `owner/name`. Throws UsageError for anything else. */
function parseRepository(text) {
    const [, owner, name] = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/([A-Za-z0-9._-]{1,100})$/.exec(text) ?? [];
    if (owner === undefined || name === undefined || name === '.' || name === '..') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${quoted(text)} is no repository: write it as owner/name`);
    }
    return { owner, name };
}
/** Whether the server is a GitHub Enterprise Server. An API on this machine is a test's, whatever its server is called. */
function isEnterpriseServer(serverUrl, apiUrl) {
    const { hostname } = new URL(serverUrl);
    return hostname !== 'github.com' && !hostname.endsWith('.ghe.com') && !isLoopback(new URL(apiUrl).hostname);
}
/** Whether a host name, as `URL` writes it, is this machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
async function readSubject(env, eventName, commit) {
    if (eventName === 'pull_request_target') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('pull_request_target is not supported: it hands secrets and a writing token to a run that a stranger started; measure on pull_request and publish on workflow_run, as benchmark.yml and benchmark-comment.yml do');
    }
    if (eventName === 'pull_request') {
        const { pull_request: pull } = await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(required(env, 'GITHUB_EVENT_PATH'), eventName, _event_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestEvent */ .X7);
        const headRepository = pull.head.repo?.full_name ?? 'unknown repository';
        return { ...commit, kind: 'pull-request', number: pull.number, headSha: pull.head.sha, headRepository };
    }
    if (eventName === 'workflow_run') {
        const { workflow_run: run } = await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(required(env, 'GITHUB_EVENT_PATH'), eventName, _event_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowRunEvent */ .$4);
        return {
            kind: 'workflow-run',
            event: run.event,
            runId: run.id,
            runAttempt: run.run_attempt,
            headSha: run.head_sha,
            headRepository: run.head_repository?.full_name ?? null,
            headBranch: run.head_branch ?? '',
            conclusion: run.conclusion ?? null,
        };
    }
    if (eventName === 'issue_comment') {
        const { issue } = await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(required(env, 'GITHUB_EVENT_PATH'), eventName, _event_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .issueCommentEvent */ .DW);
        if (issue.pull_request === undefined || issue.pull_request === null) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`#${String(issue.number)} is no pull request: there is nothing to report on an issue`);
        }
        return { ...commit, kind: 'pull-request-comment', number: issue.number };
    }
    return eventName === 'merge_group' ? await readMergeGroup(env, commit) : { kind: 'commit', ...commit };
}
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,14})-[0-9a-f]+$/;
async function readMergeGroup(env, commit) {
    const { merge_group: group } = await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(required(env, 'GITHUB_EVENT_PATH'), 'merge_group', _event_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .mergeGroupEvent */ .Cd);
    const [, baseRef, number] = QUEUE.exec(group.head_ref) ?? [];
    return baseRef === undefined
        ? { kind: 'commit', ...commit }
        : { ...commit, kind: 'merge-group', number: Number(number), baseRef };
}
function required(env, name) {
    const value = env[name] ?? '';
    if (value === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${name} is not set: this runs in a GitHub Actions job`);
    return value;
}
function positive(env, name) {
    const text = required(env, name);
    const value = Number(text);
    if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(value))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${name} is no positive number: ${quoted(text)}`);
    return value;
}
function address(env, name) {
    const text = required(env, name);
    const url = URL.parse(text);
    if (url === null ||
        !['https:', 'http:'].includes(url.protocol) ||
        url.username !== '' ||
        url.search !== '' ||
        url.hash !== '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${name} is no address of a server: it wants http(s)://host and no credentials`);
    }
    return text.replace(/\/+$/, '');
}
function quoted(text) {
    return JSON.stringify((0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, 80));
}


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


/***/ })

};
