export const id = 149;
export const ids = [149];
export const modules = {

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

/***/ 71149:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/system/object-store/options.js
var options = __webpack_require__(64483);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./lib/workflows-lib/system/child-script.js
var child_script = __webpack_require__(21859);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/object-store/read-objects.js



/** How many files are read ahead. */
const BATCH = 64;
const CONTENT_TYPES = {
    '.csv': 'text/csv',
    '.html': 'text/html',
    '.json': 'application/json',
    '.txt': 'text/plain',
};
/** The regular files below a folder, in order of their keys. Links are not followed. Throws UsageError when the folder cannot be read. */
async function* readObjects(folder) {
    const paths = await filesBelow(folder);
    for (let start = 0; start < paths.length; start += BATCH) {
        yield* await Promise.all(paths.slice(start, start + BATCH).map(async (path) => readObject(folder, path)));
    }
}
async function filesBelow(folder) {
    try {
        const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
        return entries
            .filter((entry) => entry.isFile())
            .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
            .sort();
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`the seed folder ${folder} does not exist or cannot be read.`, { cause: error });
    }
}
async function readObject(folder, path) {
    const key = (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/');
    return { key, body: await (0,promises_.readFile)(path), contentType: CONTENT_TYPES[(0,external_node_path_.extname)(path)] ?? 'application/octet-stream' };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/object-store/serve.js






/**
 * Starts fauxqs with one bucket and the objects of the seed folder. fauxqs accepts any credentials; as a real store would, this one lets
 * only its own access key in. Throws UsageError when the bucket's name or the seed folder cannot be used.
 */
async function serveObjects({ port, bucket, accessKeyId, seed }) {
    const fauxqs = await Promise.all(/* import() */[__webpack_require__.e(276), __webpack_require__.e(688), __webpack_require__.e(466)]).then(__webpack_require__.bind(__webpack_require__, 42466));
    const app = fauxqs.buildApp({ logger: false });
    letIn(app, accessKeyId);
    const put = async (path, body, contentType) => {
        const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/seed`;
        const headers = { authorization, 'content-type': contentType };
        const answer = await app.inject({ method: 'PUT', url: path, headers, payload: body });
        if (answer.statusCode !== 200)
            throw new errors/* UsageError */.eb(`The object store does not accept ${path}: ${answer.body}`);
    };
    await put(`/${encodeURIComponent(bucket)}`, Buffer.alloc(0), 'application/xml');
    let objects = 0;
    if (seed !== undefined) {
        for await (const { key, body, contentType } of readObjects(seed)) {
            const path = key.split('/').map(encodeURIComponent).join('/');
            await put(`/${encodeURIComponent(bucket)}/${path}`, body, contentType);
            objects++;
        }
    }
    await app.listen({ port, host: '127.0.0.1' });
    return {
        port,
        objects,
        version: await installedVersion(),
        close: async () => {
            await app.close();
        },
    };
}
/** Of the installed package; of the one that the actions' bundle was built from, where none is installed. */
async function installedVersion() {
    const bundled = (0,child_script/* besideBundle */.P)(import.meta.url, 'packages.json');
    if ((0,external_node_fs_.existsSync)(bundled))
        return String(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())).parse(await readJson(bundled))['fauxqs']);
    return schemas/* object */.Ikc({ version: schemas/* string */.YjP() }).parse(await readJson(new URL('../package.json', import.meta.resolve('fauxqs'))))
        .version;
}
async function readJson(path) {
    return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
}
const REFUSAL = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InvalidAccessKeyId</Code>' +
    '<Message>The AWS Access Key Id you provided does not exist in our records.</Message></Error>';
/** The access key stands in the header of a signed request (`Credential=KEY/...`), or in the query of a presigned URL. */
function letIn(app, accessKeyId) {
    app.addHook('onRequest', async (request, reply) => {
        const { authorization = '' } = request.headers;
        const presigned = new URL(request.url, 'http://localhost').searchParams.get('X-Amz-Credential') ?? '';
        if (authorization.includes(`Credential=${accessKeyId}/`) || presigned.startsWith(`${accessKeyId}/`))
            return;
        await reply.status(403).header('content-type', 'application/xml').send(REFUSAL);
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/object-store/main.js
/**
 * The embedded object store: fauxqs in a process of its own, so that serving objects takes no time from whoever measures. Serves until
 * SIGTERM, or until standard input ends, which is how it learns that its parent is gone.
 */




function answer(message) {
    process.stdout.write(`${JSON.stringify(message)}\n`);
}
async function serve(line) {
    const store = await serveObjects((0,options/* parseObjectStoreOptions */.M)(line));
    const close = () => void store.close().then(() => process.exit());
    process.once('SIGTERM', close);
    process.stdin.once('end', close);
    answer({ listening: store.port, objects: store.objects, version: store.version });
}
(0,external_node_readline_.createInterface)({ input: process.stdin }).once('line', (line) => {
    serve(line).catch((error) => {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        answer({ refused: error.message });
    });
});


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


/***/ })

};
