export const id = 229;
export const ids = [229];
export const modules = {

/***/ 96873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishReport: () => (/* binding */ publishReport)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var core_errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var random = __webpack_require__(38440);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/workflows-lib/github/errors.js
var errors = __webpack_require__(81968);
// EXTERNAL MODULE: ./lib/workflows-lib/github/event-schema.js
var event_schema = __webpack_require__(88579);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/parse-answer.js

/** An answer of the API as its schema wants it. Throws RemoteError where it is something else: a proxy's page, another API. */
function parseAnswer(schema, data, action) {
    const parsed = schema.safeParse(data);
    if (!parsed.success)
        throw (0,errors/* unexpectedAnswer */.au)(action, parsed.error);
    return parsed.data;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/check-run.js
/** A check on a commit, with its annotations. */





/** GitHub takes no more in one request. */
const BATCH = 50;
const MAX_TITLE_LENGTH = 255;
/** 64 KB, and a character has up to three bytes for each of its UTF-16 units. */
const MAX_MESSAGE_LENGTH = 21_000;
const checkSchema = schemas/* object */.Ikc({
    id: event_schema/* positiveId */.xf,
    html_url: schemas/* string */.YjP().nullish(),
    external_id: schemas/* string */.YjP().nullish(),
    output: schemas/* object */.Ikc({ annotations_count: schemas/* int */.Whr().nonnegative() }),
});
/**
 * Creates the check, or brings the one with its external id up to date, and adds the annotations, 50 a request. GitHub appends annotations and
 * takes none back, so those that are there already are counted and not sent again: the same external id must stand for the same annotations.
 * A failed write is looked after before it is repeated.
 */
async function putCheckRun(github, check) {
    let stands = await findCheck(github, check);
    let sent = stands?.output.annotations_count ?? 0;
    let written = false;
    for (let attempt = 1; stands === undefined || !written || sent < check.annotations.length;) {
        const annotations = check.annotations.slice(sent, sent + BATCH);
        try {
            stands = await send(github, check, { id: stands?.id, annotations, attempt });
            sent += annotations.length;
            written = true;
            attempt = 1;
        }
        catch (error) {
            if (!(error instanceof errors/* DecideAgain */.Pq))
                throw error;
            attempt++;
            stands = (await findCheck(github, check)) ?? stands;
            sent = Math.max(sent, stands?.output.annotations_count ?? 0);
        }
    }
    return { id: stands.id, url: stands.html_url ?? null };
}
async function findCheck(github, { repository, headSha, name, externalId }) {
    const pages = await github.paginate(github.rest.checks.listForRef, {
        owner: repository.owner,
        repo: repository.name,
        ref: headSha,
        check_name: name,
        filter: 'all',
        per_page: 100,
    });
    const same = parseAnswer(schemas/* array */.YOg(checkSchema), pages, 'GET check run').filter(({ external_id: id }) => id === externalId);
    return same.toSorted((left, right) => right.id - left.id)[0];
}
async function send(github, check, { id, annotations, attempt }) {
    const { repository, text, detailsUrl } = check;
    const common = {
        owner: repository.owner,
        repo: repository.name,
        name: check.name,
        external_id: check.externalId,
        status: 'completed',
        conclusion: check.conclusion,
        output: {
            title: (0,log_guard/* oneLine */.TN)(check.title, MAX_TITLE_LENGTH),
            summary: check.summary,
            ...(text !== undefined && { text }),
            ...(annotations.length > 0 && { annotations: annotations.map(described) }),
        },
        ...(detailsUrl !== undefined && { details_url: detailsUrl }),
        request: { decided: attempt },
    };
    const { data } = id === undefined
        ? await github.rest.checks.create({ ...common, head_sha: check.headSha })
        : await github.rest.checks.update({ ...common, check_run_id: id });
    return parseAnswer(checkSchema, data, id === undefined ? 'POST check run' : 'PATCH check run');
}
function described({ path, startLine, endLine, level, title, message }) {
    return {
        path,
        start_line: startLine,
        end_line: endLine,
        annotation_level: level,
        title: (0,log_guard/* oneLine */.TN)(title, MAX_TITLE_LENGTH),
        message: message.toWellFormed().slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/routes.js
/** What the requests of this room are called, and which permission of the job's token each needs. */

const READ = ['GET', 'HEAD'];
const WRITE = ['POST', 'PATCH', 'PUT', 'DELETE'];
const REPOSITORY = '/repos/[^/]+/[^/]+';
function route(methods, path, words) {
    return { methods, path: new RegExp(`^${REPOSITORY}${path}$`), ...words };
}
const ROUTES = [
    route(READ, '/pulls(/\\d+)?', {
        action: 'pull request',
        subject: 'the pull request',
        ability: 'read pull requests',
        permission: 'pull-requests: read',
        eventually: 'pull-requests: write',
    }),
    route(READ, '/issues/(\\d+/comments|comments/\\d+)', {
        action: 'comment',
        subject: 'the pull request or its comment',
        ability: 'read pull request comments',
        permission: 'pull-requests: read',
        eventually: 'pull-requests: write',
    }),
    route(WRITE, '/issues/(\\d+/comments|comments/\\d+)', {
        action: 'comment',
        subject: 'the pull request or its comment',
        ability: 'write pull request comments',
        permission: 'pull-requests: write',
    }),
    route(READ, '/(commits/[^/]+/check-runs|check-runs/\\d+(/annotations)?)', {
        action: 'check run',
        subject: 'the commit or its check run',
        ability: 'read check runs',
        permission: 'checks: read',
        eventually: 'checks: write',
    }),
    route(WRITE, '/check-runs(/\\d+)?', {
        action: 'check run',
        subject: 'the commit or its check run',
        ability: 'write check runs',
        permission: 'checks: write',
    }),
    route(READ, '/actions/(runs/\\d+/artifacts|artifacts/\\d+(/zip)?)', {
        action: 'artifact',
        subject: 'the workflow run or its artifact',
        ability: 'read artifacts',
        permission: 'actions: read',
    }),
    {
        methods: READ,
        path: /^\/user$/,
        action: 'user of the token',
        subject: 'the user of the token',
        ability: 'read its own user',
        permission: undefined,
    },
];
/** The words for a request; `path` is the API's path, without its base and query. */
function wordsOf(method, path) {
    const known = ROUTES.find((candidate) => candidate.methods.includes(method) && candidate.path.test(path));
    if (known !== undefined)
        return { ...known, action: `${method} ${known.action}` };
    const shown = (0,log_guard/* oneLine */.TN)(path, 200);
    return { action: `${method} ${shown}`, subject: shown, ability: `${method} ${shown}`, permission: undefined };
}
const GRANTABLE = ['actions', 'checks', 'contents', 'deployments', 'issues', 'pull-requests', 'statuses'];
/**
 * The permissions that would do, from the answer's `x-accepted-github-permissions` (sets are separated by semicolons, the members of one by
 * commas) or else from the table. Of several sets the one that holds the table's permission, else the first.
 */
function neededPermissions(header, words) {
    const sets = (header ?? '')
        .split(';')
        .map((set) => set.split(',').flatMap(grantable))
        .filter((set) => set.length > 0);
    const own = words.permission;
    const chosen = sets.find((set) => own !== undefined && set.includes(own)) ?? sets[0];
    return chosen ?? (own === undefined ? [] : [own]);
}
function grantable(text) {
    const [, name = '', level = ''] = /^\s*([a-z_]{1,40})=(read|write)\s*$/.exec(text) ?? [];
    const key = name.replaceAll('_', '-');
    return GRANTABLE.includes(key) ? [`${key}: ${level}`] : [];
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/explain.js
/** A failed request as the error that people read. No token, header, body or signed address gets into a message. */




/** What is said of a token that may not write, beside the permission: no permission helps a fork. */
const FORK_HINT = 'in a run for a pull request from a fork the token only reads, whatever is granted: there benchmark-comment.yml publishes the result';
/** The error for a failure that was not, or not again, retried. */
function explain(failure, asked) {
    if (failure.kind === 'silence') {
        return remote(`GitHub could not be reached for ${asked.words.action}: ${failure.reason}`, asked, failure.cause);
    }
    const { status } = failure;
    if (status === 401)
        return new errors/* ApiRefusal */.n5(refusedToken(asked), status);
    if (status === 403)
        return new errors/* ApiRefusal */.n5(forbidden(failure, asked), status);
    if (status === 404)
        return new errors/* ApiRefusal */.n5(notFound(failure, asked), status);
    if (status === 410)
        return new errors/* ApiRefusal */.n5(`GitHub no longer has ${asked.words.subject} (${shown(asked)})${said(failure)}`, status);
    if (status === 422)
        return new errors/* ApiRefusal */.n5(`GitHub does not take ${asked.words.action}${said(failure)}`, status);
    return remote(`GitHub answered ${String(status)} to ${asked.words.action}${said(failure)}`, asked);
}
/** The error for a rate limit that would have to be waited for too long. */
function rateLimited(resetsAt, waitMs, asked) {
    const minutes = Math.ceil(waitMs / 60_000);
    const when = `${resetsAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    return remote(`GitHub's rate limit for this token is used up (${asked.words.action}): it resets at ${when}, in ${String(minutes)} min; run the job again then`, asked);
}
function remote(message, asked, cause) {
    const tries = asked.attempts === 1 ? '' : ` (tried ${String(asked.attempts)} times)`;
    const failure = { service: 'GitHub', action: asked.words.action, attempts: asked.attempts };
    return new core_errors/* RemoteError */.Hi(`${message}${tries}`, failure, cause === undefined ? {} : { cause });
}
function refusedToken({ words }) {
    return `GitHub refused the token (${words.action}): it is wrong, has expired or belongs to another server; give the job's own, \`\${{ github.token }}\``;
}
function forbidden(failure, asked) {
    const { words, method } = asked;
    if (/must authenticate via a GitHub App/i.test(failure.message)) {
        return `a personal token may not ${words.ability}: only GitHub Apps may; give the job's own token, \`\${{ github.token }}\``;
    }
    if (!/not accessible by/i.test(failure.message))
        return `GitHub refuses ${words.action}${said(failure)}`;
    const needed = neededPermissions(failure.headers['x-accepted-github-permissions'], words).map((permission) => `\`${permission}\``);
    const hint = method === 'GET' || method === 'HEAD' ? '' : ` (${FORK_HINT})`;
    return `the token may not ${words.ability}: ${mend(needed, failure, words)}${hint}`;
}
function mend(needed, failure, { permission, eventually }) {
    if (needed.length === 0)
        return `GitHub says: ${failure.message}`;
    const grant = `grant ${needed.join(' and ')} in the job's permissions`;
    if (eventually === undefined || needed.join() !== `\`${permission ?? ''}\``)
        return grant;
    return `grant \`${eventually}\` in the job's permissions (${needed.join()} would do for reading alone)`;
}
function notFound(failure, asked) {
    const needed = neededPermissions(failure.headers['x-accepted-github-permissions'], asked.words);
    const permission = needed.length === 0 ? '' : `: it would need ${needed.map((name) => `\`${name}\``).join(' and ')}`;
    return `GitHub did not find ${asked.words.subject} (${shown(asked)}): it does not exist, or the token may not see it${permission}`;
}
function shown({ method, path }) {
    return `${method} ${(0,log_guard/* oneLine */.TN)(path, 200)}`;
}
function said(failure) {
    return failure.message === '' ? '' : `: ${failure.message}`;
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/failure.js
/** Why one try of a request failed, read from whatever octokit threw. */



/** The network's codes, in words; those that come before a request is sent are `early`. */
const NETWORK = {
    ECONNREFUSED: { reason: 'connection refused', early: true },
    ENOTFOUND: { reason: 'its name is unknown', early: true },
    EAI_AGAIN: { reason: 'its name could not be looked up', early: true },
    EHOSTUNREACH: { reason: 'no route to it', early: true },
    ENETUNREACH: { reason: 'no network', early: true },
    UND_ERR_CONNECT_TIMEOUT: { reason: 'no connection in time', early: true },
    ECONNRESET: { reason: 'connection reset', early: false },
    EPIPE: { reason: 'connection closed', early: false },
    UND_ERR_SOCKET: { reason: 'connection closed', early: false },
    UND_ERR_HEADERS_TIMEOUT: { reason: 'no answer in time', early: false },
    UND_ERR_BODY_TIMEOUT: { reason: 'the answer broke off', early: false },
};
/** Reads what octokit threw. */
function readFailure(thrown) {
    const response = (0,json.at)(thrown, 'response');
    if ((0,json/* isRecord */.u4)(response) && typeof response['status'] === 'number') {
        const { status } = response;
        return { kind: 'answer', status, headers: headersOf(response['headers']), message: messageOf(response['data']) };
    }
    const codes = chainOf(thrown).flatMap((link) => (0,error_code/* errorCode */.C)(link) ?? []);
    const known = codes.flatMap((code) => NETWORK[code] ?? [])[0];
    const timedOut = chainOf(thrown).some((link) => textOf(link, 'name') === 'TimeoutError');
    const reason = timedOut ? 'no answer in time' : (known?.reason ?? codes[0] ?? innermost(thrown));
    return { kind: 'silence', reason, neverArrived: !timedOut && known?.early === true, cause: chainOf(thrown)[1] };
}
function headersOf(headers) {
    if (!(0,json/* isRecord */.u4)(headers))
        return {};
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
/** `message` and the `errors` beside it, which are texts or objects with a code, a field and a message. Never a page of HTML. */
function messageOf(data) {
    const errors = (0,json.at)(data, 'errors');
    const reasons = (Array.isArray(errors) ? errors.slice(0, 5) : [errors]).map(reasonOf).filter((reason) => reason !== '');
    const message = (0,json/* textAt */.$6)(data, 'message').replace(/[.:\s]+$/, '');
    return (0,log_guard/* oneLine */.TN)([message, reasons.join('; ')].filter((part) => part !== '').join(': '), 400);
}
function reasonOf(error) {
    if (typeof error === 'string')
        return error;
    const [message, code] = [(0,json/* textAt */.$6)(error, 'message'), (0,json/* textAt */.$6)(error, 'code')];
    const place = [(0,json/* textAt */.$6)(error, 'resource'), (0,json/* textAt */.$6)(error, 'field')].filter((part) => part !== '').join('.');
    return [place, message === '' ? code : message].filter((part) => part !== '').join(' ');
}
/** The error and its causes, the outermost first. */
function chainOf(thrown) {
    const chain = [];
    for (let link = thrown; typeof link === 'object' && link !== null && chain.length < 10; link = 'cause' in link ? link.cause : undefined) {
        chain.push(link);
    }
    return chain;
}
function innermost(thrown) {
    return (0,log_guard/* oneLine */.TN)(textOf(chainOf(thrown).at(-1), 'message') || 'the connection failed', 200);
}
/** A property of an error; `name`, and all of a DOMException, are inherited. */
function textOf(error, key) {
    const value = typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/read-body.js
/**
 * The body of an answer, at most `limit` bytes of it: what comes after is never read. Counts what arrives, whatever the headers say; throws
 * what `tooLong` makes, and whatever the connection throws when it breaks off.
 */
async function readBody(response, limit, tooLong) {
    if (response.body === null)
        return Buffer.alloc(0);
    const chunks = [];
    let size = 0;
    const reader = response.body.getReader();
    try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            size += part.value.byteLength;
            if (size > limit)
                throw tooLong();
            chunks.push(part.value);
        }
    }
    catch (error) {
        // The connection is given up with the body; whether that works is of no interest any more.
        reader.cancel().catch(() => undefined);
        throw error;
    }
    return Buffer.concat(chunks, size);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/guarded-fetch.js



/** A hundred comments of the longest kind, four bytes a character, and their wrapping. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/**
 * A `fetch` for octokit that closes three gaps of it: octokit takes an answer that breaks off for an empty one (and its pagination that for an
 * empty list), reads answers of any size, and follows the address of a next page or a redirect wherever it leads. This one reads the whole
 * body first, demands JSON of every answer that promises content, and sends nothing to another origin. Each request, its body included, lives
 * no longer than the signal that is made for it.
 */
function guardedFetch(fetch, apiUrl, newSignal) {
    const { origin } = new URL(apiUrl);
    return async (url, init) => {
        const response = await follow(fetch, { url, init: { ...init, signal: newSignal() }, origin });
        const body = await readBody(response, MAX_ANSWER_BYTES, () => new Error('the answer is longer than any of the API'));
        const hasContent = response.status >= 200 && response.status < 300 && response.status !== 204 && response.status !== 205;
        if (hasContent && !isDocument((0,json/* parseJson */.qF)(body.toString('utf8'))))
            throw new Error('the answer broke off or is not JSON');
        const nullBody = [204, 205, 304].includes(response.status);
        const { status, headers } = response;
        return Object.defineProperty(new Response(nullBody ? null : new Uint8Array(body), { status, headers }), 'url', {
            value: url,
        });
    };
}
/** A renamed repository answers with its new address. More steps than this lead nowhere. */
const MAX_REDIRECTS = 3;
const REDIRECTS = [301, 302, 307, 308];
/** Follows redirects within the API's own origin, as a client that is not a browser does: with the same method and body. */
async function follow(fetch, { url, init, origin }, followed = 0) {
    if (new URL(url).origin !== origin)
        throw leftServer();
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (init.redirect === 'manual' || location === null || !REDIRECTS.includes(response.status))
        return response;
    await response.body?.cancel();
    if (followed === MAX_REDIRECTS || !URL.canParse(location, url))
        throw new Error('the API redirects without an end');
    return await follow(fetch, { url: new URL(location, url).href, init, origin }, followed + 1);
}
function leftServer() {
    return new core_errors/* RemoteError */.Hi('GitHub named an address of another server: neither the token nor the request was sent there', {
        service: 'GitHub',
        action: 'follow an address',
        attempts: 1,
    });
}
function isDocument(value) {
    return (0,json/* isRecord */.u4)(value) || Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/retry.js
/** Tries of one request, the first included. */
const MAX_ATTEMPTS = 5;
/** A rate limit that resets later than this is not waited for. */
const LONGEST_WAIT_MS = 60_000;
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 10_000;
/** Spreads the jobs that were told to come back at the same second. */
const RATE_LIMIT_JITTER_MS = 1_000;
/** The outlook after `attempt` tries of a request with this method have failed. */
function outlookOf(failure, request, ports) {
    const repeatable = request.method !== 'POST';
    if (failure.kind === 'silence') {
        return { kind: 'wait', ms: backoffMs(request.attempt, ports.random), resend: repeatable || failure.neverArrived };
    }
    const limited = isRateLimit(failure);
    if (!limited && failure.status < 500 && failure.status !== 408)
        return { kind: 'final' };
    const asked = askedWaitMs(failure, limited, ports.clock);
    if (asked === undefined)
        return { kind: 'wait', ms: backoffMs(request.attempt, ports.random), resend: repeatable || limited };
    if (asked > LONGEST_WAIT_MS)
        return { kind: 'too-long', ms: asked, resetsAt: new Date(ports.clock.date().getTime() + asked) };
    return { kind: 'wait', ms: asked + ports.random.next() * RATE_LIMIT_JITTER_MS, resend: repeatable || limited };
}
/**
 * Exponential backoff with full jitter: uniform between nothing and the cap of this attempt, which keeps callers that failed together apart
 * (Brooker 2015, "Exponential Backoff And Jitter").
 */
function backoffMs(attempt, random) {
    return random.next() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1));
}
/** GitHub answers 403 or 429 to both of its limits; a 403 is one only with the headers or the words of one. */
function isRateLimit({ status, headers, message }) {
    if (status === 429)
        return true;
    if (status !== 403 || /not accessible by/i.test(message))
        return false;
    return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || isSecondary(message);
}
function isSecondary(message) {
    return /rate limit|abuse detection/i.test(message);
}
/** The wait that the answer asks for, as GitHub's documentation reads it; undefined when it asks for none. */
function askedWaitMs({ headers, message }, limited, clock) {
    const now = clock.date().getTime();
    const after = headers['retry-after'];
    if (after !== undefined) {
        const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
        if (Number.isFinite(ms))
            return Math.max(0, ms);
    }
    if (!limited)
        return undefined;
    const reset = headers['x-ratelimit-reset'] ?? '';
    if (headers['x-ratelimit-remaining'] === '0' && /^\d{1,12}$/.test(reset))
        return Math.max(0, Number(reset) * 1000 - now);
    return isSecondary(message) ? LONGEST_WAIT_MS : undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/client.js








const TRY_TIMEOUT_MS = 30_000;
/**
 * Connects to GitHub; no request is made yet. Throws UsageError for a token that cannot be one.
 *
 * Every request gets 30 s and the signal. Passing failures (5xx, a broken connection, rate limits that reset within a minute) are tried again
 * with jitter; a POST only when it surely did not arrive. A request with `DecideAfresh` is never repeated: after the wait it throws
 * `DecideAgain`. What is left is thrown as ApiRefusal (a UsageError with the HTTP status) or RemoteError.
 */
async function connectGitHub(options) {
    // A line break in a header would be quoted, with the token, by the error that it causes.
    if (!/^[\x21-\x7e]+$/.test(options.token)) {
        throw new core_errors/* UsageError */.eb('the GitHub token is empty or holds spaces or line breaks: give it as it was issued, such as `${{ github.token }}`');
    }
    const { getOctokit, toolkitFetch } = await loadToolkit();
    const fetch = options.fetch ?? toolkitFetch;
    // Octokit's hooks cannot hand a signal on: the hook that adds the token gets the parameters as they were.
    const newSignal = () => AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? TRY_TIMEOUT_MS)]);
    const warn = (message) => {
        options.log.debug((0,log_guard/* oneLine */.TN)(message, 300));
    };
    const octokit = getOctokit(options.token, {
        baseUrl: options.apiUrl.replace(/\/+$/, ''),
        request: { fetch: guardedFetch(fetch, options.apiUrl, newSignal) },
        log: { debug: () => undefined, info: () => undefined, warn, error: warn },
    });
    octokit.hook.wrap('request', async (request, parameters) => {
        const { url, method } = octokit.request.endpoint(parameters);
        const path = new URL(url).pathname.slice(new URL(options.apiUrl).pathname.replace(/\/+$/, '').length);
        const decided = parameters.request['decided'];
        const send = async () => await request(parameters);
        return await persist(send, { method, path, ...(typeof decided === 'number' && { decided }) }, options);
    });
    return { rest: octokit.rest, paginate: octokit.paginate, request: octokit.request, options, fetch };
}
/** The toolkit reads the event file when it is imported, and throws when that is no JSON. */
async function loadToolkit() {
    try {
        const [{ getOctokit }, { defaults }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(10), __webpack_require__.e(851), __webpack_require__.e(864)]).then(__webpack_require__.bind(__webpack_require__, 7864)), Promise.all(/* import() */[__webpack_require__.e(10), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 2851))]);
        // Typed as `any` there.
        const found = defaults.request?.fetch;
        return { getOctokit, toolkitFetch: found ?? ((url, init) => fetch(url, init)) };
    }
    catch (error) {
        throw new core_errors/* UsageError */.eb('the event file that GITHUB_EVENT_PATH names cannot be read as JSON', { cause: error });
    }
}
async function persist(send, sent, options) {
    const { signal } = options;
    for (let attempt = sent.decided ?? 1;; attempt++) {
        signal.throwIfAborted();
        try {
            return await send();
        }
        catch (thrown) {
            if (signal.aborted)
                throw (0,core_errors/* toError */.iT)(signal.reason);
            const { cause } = (0,core_errors/* toError */.iT)(thrown);
            if (cause instanceof core_errors/* RemoteError */.Hi)
                throw cause;
            await waitOrThrow(thrown, { ...sent, attempt }, options);
        }
        if (sent.decided !== undefined)
            throw new errors/* DecideAgain */.Pq(`${sent.method} ${sent.path} is to be decided again`);
    }
}
/** Returns when the request is to be tried again, or else throws what people read. */
async function waitOrThrow(thrown, sent, options) {
    const { method, path, attempt } = sent;
    const { log, clock, signal, maxAttempts = MAX_ATTEMPTS } = options;
    const failure = readFailure(thrown);
    const asked = { words: wordsOf(method, path), path, method, attempts: attempt };
    const outlook = outlookOf(failure, sent, options);
    if (outlook.kind === 'too-long')
        throw rateLimited(outlook.resetsAt, outlook.ms, asked);
    if (outlook.kind === 'final' || attempt >= maxAttempts)
        throw client_hidden(explain(failure, asked), options.token);
    if (!outlook.resend && sent.decided === undefined)
        throw client_hidden(explain(failure, asked), options.token);
    const reason = failure.kind === 'answer' ? `GitHub answered ${String(failure.status)}` : failure.reason;
    const seconds = (outlook.ms / 1000).toFixed(1);
    log.info(`${asked.words.action}: ${reason}; trying again in ${seconds} s (${String(attempt + 1)} of ${String(maxAttempts)})`);
    await clock.sleep(outlook.ms, signal);
}
/** A server that repeats what it was sent does not get the token into a message. */
function client_hidden(error, token) {
    error.message = error.message.replaceAll(token, '***');
    return error;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/comment-marker.js
/** The hidden first line by which a comment of ours is known, and which run it shows. */


const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_NAME_LENGTH = 50;
const MARKER = /^<!-- shotclock:comment name=([a-z0-9]+(?:-[a-z0-9]+)*) run=(\d{1,15})\.(\d{1,9}) -->(?=\r?\n|$)/;
/** Throws UsageError for a name that the marker cannot hold: two hyphens in a row would end an HTML comment. */
function checkCommentName(name) {
    if (NAME.test(name) && name.length <= MAX_NAME_LENGTH)
        return;
    throw new core_errors/* UsageError */.eb(`${JSON.stringify((0,log_guard/* oneLine */.TN)(name, 80))} cannot name a report: lower-case letters and digits, single hyphens between them, at most ${String(MAX_NAME_LENGTH)} characters`);
}
/** The body with its marker before it. */
function withMarker({ name, order }, body) {
    return `<!-- shotclock:comment name=${name} run=${String(order.runId)}.${String(order.runAttempt)} -->\n${body}`;
}
/** The marker that a body begins with. One that stands anywhere else is somebody's quotation. */
function readMarker(body) {
    const [, name, runId, runAttempt] = MARKER.exec(body) ?? [];
    return name === undefined ? undefined : { name, order: { runId: Number(runId), runAttempt: Number(runAttempt) } };
}
/** Positive where the left one is newer, 0 for the same attempt of the same run. */
function compareOrder(left, right) {
    return left.runId - right.runId || left.runAttempt - right.runAttempt;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/pull-request.js
/** Which pull request a measurement belongs to: asked of the API, never taken from what was measured. */



const pullSchema = schemas/* object */.Ikc({
    number: event_schema/* positiveId */.xf,
    state: schemas/* enum */.k5n(['open', 'closed']),
    head: schemas/* object */.Ikc({ sha: event_schema/* commitSha */.mJ, ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }).optional() }),
});
/**
 * The pull request of a subject, undefined when there is none. One that the event names is fetched; that of a workflow run is searched among
 * the open ones by its head repository and branch, because the event's own list is empty for forks. Only a run that a `pull_request` event
 * started has one: a nightly run on a branch that somebody wants to merge was not measured for that.
 */
async function findPullRequest(github, repository, subject) {
    if (subject.kind === 'commit')
        return undefined;
    if (subject.kind === 'pull-request') {
        const { data } = await github.rest.pulls.get({ owner: repository.owner, repo: repository.name, pull_number: subject.number });
        return pull_request_described(parseAnswer(pullSchema, data, 'GET pull request'), repository);
    }
    const { headRepository, headBranch, headSha } = subject;
    if (subject.event !== 'pull_request' || headRepository === null || headBranch === '')
        return undefined;
    const open = await openPulls(github, repository, `${ownerOf(headRepository)}:${headBranch}`);
    const found = open.filter(({ head }) => head.ref === headBranch && isSame(head.repo?.full_name, headRepository));
    const [chosen, ...others] = found.toSorted((left, right) => rank(left, headSha) - rank(right, headSha) || left.number - right.number);
    if (chosen === undefined)
        return undefined;
    if (others.length > 0) {
        const numbers = others.map(({ number }) => `#${String(number)}`).join(', ');
        github.options.log.warn(`the measured branch has several open pull requests: taking #${String(chosen.number)}, not ${numbers}`);
    }
    return pull_request_described(chosen, repository);
}
/** GitHub ignores a `head` that it cannot read and lists all, so what comes is compared once more by the caller. */
async function openPulls(github, repository, head) {
    const pages = await github.paginate(github.rest.pulls.list, {
        owner: repository.owner,
        repo: repository.name,
        state: 'open',
        head,
        per_page: 100,
    });
    return parseAnswer(schemas/* array */.YOg(pullSchema), pages, 'GET pull request').filter(({ state }) => state === 'open');
}
/** Anybody may open a second pull request for a branch, but only against another base: the one against the default branch goes before it. */
function rank({ head, base }, headSha) {
    return (head.sha === headSha ? 0 : 2) + (base.ref === base.repo?.default_branch ? 0 : 1);
}
function pull_request_described({ number, head, base, state }, repository) {
    const headRepository = head.repo?.full_name ?? null;
    const isFork = !isSame(headRepository, `${repository.owner}/${repository.name}`);
    return { number, headSha: head.sha, headRepository, isFork, state, baseRef: base.ref };
}
/** GitHub's names do not tell case apart. */
function isSame(left, right) {
    return left?.toLowerCase() === right.toLowerCase();
}
function ownerOf(fullName) {
    return fullName.split('/')[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/comment-store.js




const commentSchema = schemas/* object */.Ikc({
    id: event_schema/* positiveId */.xf,
    html_url: schemas/* string */.YjP().nullish(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
})
    .transform(({ id, html_url, body, user }) => ({
    id,
    url: html_url ?? null,
    body: body ?? '',
    author: user?.login ?? '',
}));
/** The comments of a pull request on GitHub. */
function openCommentStore(github, repository, pullRequest) {
    const { issues } = github.rest;
    const place = { owner: repository.owner, repo: repository.name };
    const parse = (data) => parseAnswer(commentSchema, data, 'comment');
    return {
        list: async () => {
            const pages = await github.paginate(issues.listComments, { ...place, issue_number: pullRequest, per_page: 100 });
            return parseAnswer(schemas/* array */.YOg(commentSchema), pages, 'GET comment');
        },
        get: async (id) => await unlessGone(async () => parse((await issues.getComment({ ...place, comment_id: id })).data)),
        create: async (body, attempt) => {
            const { data } = await issues.createComment({ ...place, issue_number: pullRequest, body, request: { decided: attempt } });
            return parse(data);
        },
        update: async (id, body, attempt) => await unlessGone(async () => parse((await issues.updateComment({ ...place, comment_id: id, body, request: { decided: attempt } })).data)),
        remove: async (id) => {
            await unlessGone(async () => await issues.deleteComment({ ...place, comment_id: id }));
        },
    };
}
async function unlessGone(request) {
    try {
        return await request();
    }
    catch (error) {
        if ((0,errors/* wasRefused */.GD)(error, 404, 410))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/settle-comment.js



/** Enough for several writers that undo one another's steps; more is not a race but a fight. */
const MAX_STEPS = 20;
/** Longer than a slow edit of an older run's writer takes to arrive. */
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3_000;
/** Takes steps until the comments are as they should be. Throws RemoteError when others keep changing them. */
async function settleComment(store, wanted, ports) {
    const writer = {
        store,
        wanted,
        ports,
        author: wanted.author,
        attempt: 1,
        created: undefined,
        tried: false,
        wrote: false,
    };
    let seen = await look(writer);
    for (let taken = 0; taken < MAX_STEPS; taken++) {
        const step = nextStep(seen, writer);
        if (step.kind === 'done')
            return resultOf(seen, writer);
        try {
            seen = await take(step, seen, writer);
        }
        catch (error) {
            if (!(error instanceof errors/* DecideAgain */.Pq))
                throw error;
            writer.attempt++;
            seen = await look(writer);
        }
    }
    throw new core_errors/* RemoteError */.Hi('other jobs keep changing the comment of this pull request: give each report a name of its own', {
        service: 'GitHub',
        action: 'PATCH comment',
        attempts: MAX_STEPS,
    });
}
/** What is to be done next, given what was seen. Pure, so that every writer decides alike. */
function nextStep(seen, { wanted, wrote, tried }) {
    const [oldest, ...later] = seen;
    if (oldest === undefined)
        return { kind: wanted.create ? 'create' : 'done' };
    const newest = seen.reduce((left, right) => (compareOrder(right.order, left.order) > 0 ? right : left));
    const lead = compareOrder(wanted.marker.order, newest.order);
    // Of two reports of the same attempt the later one stands; each is written once, or they would take turns for ever.
    const own = lead > 0 || (lead === 0 && !wrote && !tried);
    const body = own ? wanted.body : newest.body;
    const behind = own || compareOrder(newest.order, oldest.order) > 0;
    if (behind && !isSameText(oldest.body, body))
        return { kind: 'write', to: oldest, body };
    return later.length > 0 ? { kind: 'remove', comments: later } : { kind: 'done' };
}
async function take(step, seen, writer) {
    if (step.kind === 'write')
        return await write(step, seen, writer);
    if (step.kind === 'create')
        await create(writer);
    if (step.kind === 'remove')
        await remove(step.comments, writer);
    return await look(writer);
}
async function create(writer) {
    const { store, wanted, ports } = writer;
    writer.tried = true;
    const created = await store.create(wanted.body, writer.attempt);
    writer.created = created;
    if (isSameLogin(created.author, writer.author))
        return;
    // Earlier comments of this token were looked for under the wrong name: look again, so that the oldest is found and stays.
    ports.log.warn(`the token comments as ${created.author}, not as ${writer.author}: name that account as the comment's author`);
    writer.author = created.author;
}
async function remove(comments, writer) {
    for (const { id } of comments) {
        await writer.store.remove(id);
        forget(id, writer);
    }
}
/** Reads the comment once more right before it is written, which makes the window of a race as short as one request. */
async function write({ to, body }, seen, writer) {
    const { store, ports, wanted } = writer;
    const startedAt = ports.clock.now();
    const current = await store.get(to.id);
    if (current === undefined) {
        forget(to.id, writer);
        return await look(writer);
    }
    if (current.body !== to.body)
        return [...seen.filter(({ id }) => id !== to.id), ...ours(current, writer)].sort(byAge);
    // Noted before it is sent: it may arrive although its answer is lost.
    if (body === wanted.body)
        writer.wrote = true;
    await store.update(to.id, body, writer.attempt);
    const tookMs = ports.clock.now() - startedAt;
    await ports.clock.sleep(Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, 2 * tookMs)), ports.signal);
    return await look(writer);
}
/** The comment that this writer created is gone: merged by another writer, or deleted by somebody. */
function forget(id, writer) {
    if (writer.created?.id !== id)
        return;
    writer.created = undefined;
    writer.tried = false;
}
/** The comments of ours, the oldest first. */
async function look(writer) {
    const listed = await writer.store.list();
    const { created } = writer;
    const all = created === undefined || listed.some(({ id }) => id === created.id) ? listed : [...listed, created];
    return all.flatMap((comment) => ours(comment, writer)).sort(byAge);
}
/** By marker and author: anybody can write the marker, but nobody else can write as the token's account. */
function ours(comment, { wanted, author }) {
    if (comment === undefined || !isSameLogin(comment.author, author))
        return [];
    const marker = readMarker(comment.body);
    return marker?.name === wanted.marker.name ? [{ ...comment, order: marker.order }] : [];
}
function resultOf([shown], { wanted, created, tried, wrote }) {
    if (shown === undefined)
        return { outcome: 'absent', id: null, url: null };
    const { id, url, order } = shown;
    if (compareOrder(order, wanted.marker.order) > 0)
        return { outcome: 'superseded', id, url };
    // An answer that was lost leaves a comment that we created without knowing its number.
    if (created?.id === id || (tried && created === undefined && !wrote))
        return { outcome: 'created', id, url };
    return { outcome: wrote ? 'updated' : 'unchanged', id, url };
}
function byAge(left, right) {
    return left.id - right.id;
}
/** GitHub keeps neither the kind of line break nor white space at the end. */
function isSameText(left, right) {
    const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return normal(left) === normal(right);
}
function isSameLogin(left, right) {
    return left.toLowerCase() === right.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/sticky-comment.js
/** One comment of ours a pull request and name, edited in place. */







/** Who comments with the token that a job is given. */
const JOB_AUTHOR = 'github-actions[bot]';
/** Tokens that act as a user: classic, fine-grained, of an OAuth app, of a GitHub App for a user. */
const USER_TOKEN = /^(?:ghp|github_pat|gho|ghu)_/;
/**
 * Creates the comment or edits the one that is there, whoever else is doing the same: in the end there is one comment of this name, and it shows
 * the newest run (see settle-comment.ts for the one race that cannot be closed). Comments of others are never touched, whatever they contain.
 */
async function putStickyComment(github, comment) {
    const { repository, pullRequest, name, order, author, create } = comment;
    checkCommentName(name);
    const marker = { name, order };
    const store = openCommentStore(github, repository, pullRequest);
    return await settleComment(store, { marker, body: withMarker(marker, comment.body), author, create }, github.options);
}
/**
 * The login that comments of this token appear under: `wanted` where it is given; the user, asked of GitHub, for a token that acts as one; else
 * the account of the job's own token. A GitHub App's token does not tell its account: name it.
 */
async function commentAuthor(github, token, wanted) {
    const named = wanted?.trim() ?? '';
    if (named !== '') {
        if (/^[A-Za-z0-9][\w-]*(?:\[bot\])?$/.test(named))
            return named;
        throw new core_errors/* UsageError */.eb(`${JSON.stringify((0,log_guard/* oneLine */.TN)(named, 80))} is no account: write the login, with [bot] at its end for an app`);
    }
    if (!USER_TOKEN.test(token))
        return JOB_AUTHOR;
    const { data } = await github.rest.users.getAuthenticated();
    return parseAnswer(schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1) }), data, 'GET user of the token').login;
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/escape.js
var report_escape = __webpack_require__(91859);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/judged-at.js
var judged_at = __webpack_require__(79275);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/sentence.js
var sentence = __webpack_require__(15269);
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js
var verdict = __webpack_require__(54171);
;// CONCATENATED MODULE: ./lib/workflows-lib/report/annotations.js




const LONGEST_TITLE = 255;
/** An annotation for each missed objective, where it is written, in plain text, each on one line. Those that do not say where have none, and in a void run nothing is missed. */
function objectiveAnnotations(run) {
    return run.objectives
        .filter((objective) => (0,verdict/* shownObjectiveVerdict */.m$)(run, objective) === 'fail')
        .flatMap((objective) => annotationOf(run, objective));
}
function annotationOf(run, objective) {
    const { source, text, stage, reason } = objective;
    if (source === undefined)
        return [];
    const away = (0,sentence/* distance */.Io)(objective);
    const where = (0,judged_at/* judgedAt */.D)(run, stage);
    const parts = [[(0,sentence/* objectiveFigures */.ff)(objective), where].filter((part) => part !== '').join(' '), away, reason ?? ''].filter((part) => part !== '');
    return [
        {
            path: source.file,
            startLine: source.line,
            endLine: source.line,
            level: 'failure',
            title: (0,report_escape/* logLine */.BP)(`Objective missed: ${text}`).slice(0, LONGEST_TITLE).toWellFormed(),
            message: (0,report_escape/* logLine */.BP)(parts.join(': ')),
        },
    ];
}

// EXTERNAL MODULE: ./lib/workflows-lib/report/comment.js + 5 modules
var report_comment = __webpack_require__(83416);
// EXTERNAL MODULE: ./lib/workflows-lib/github/workflow-context.js + 1 modules
var workflow_context = __webpack_require__(68225);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publish-place.js


const PUBLIC_API = 'https://api.github.com';
const FULL_SHA = /^[0-9a-f]{40}$/;
const PUBLIC_SERVER = 'https://github.com';
/** Takes the place from the command line where it names a pull request, else from the event of the running job. */
async function findPlace(options, context) {
    if (options.pullRequest !== undefined)
        return namedPlace(options, options.pullRequest, context);
    const { repository, subject, apiUrl, serverUrl } = await (0,workflow_context/* readWorkflowContext */.FB)(context.env);
    return { repository, subject, apiUrl, detailsUrl: `${serverUrl}/${fullName(repository)}/actions/runs/${subject.runId}` };
}
/** `owner/name`. */
function fullName({ owner, name }) {
    return `${owner}/${name}`;
}
function namedPlace(options, number, { env, clock }) {
    const named = options.repository ?? env['GITHUB_REPOSITORY'];
    if (named === undefined || named === '')
        throw new core_errors/* UsageError */.eb('name the repository with --repository owner/name');
    const { sha = '' } = options;
    if (!FULL_SHA.test(sha))
        throw new core_errors/* UsageError */.eb('name the commit that was measured with --sha, in full (git rev-parse HEAD)');
    const repository = (0,workflow_context/* parseRepository */.SU)(named);
    return {
        repository,
        subject: {
            kind: 'pull-request',
            number,
            headSha: sha,
            headRepository: fullName(repository),
            // Outside of a job there is no run id: the second says which of two reports is the newer one.
            runId: Math.floor(clock.date().getTime() / 1000),
            runAttempt: 1,
        },
        apiUrl: env['GITHUB_API_URL'] ?? PUBLIC_API,
        detailsUrl: `${env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER}/${named}/pull/${number}`,
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/workflows-lib/github/read-zip.js + 1 modules
var read_zip = __webpack_require__(8506);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/download-artifact.js
/** An artifact of a workflow run, into memory. It may have been made by a stranger's code. */












const ACTION = 'GET artifact';
/** Of the stored bytes; each try asks for a new address, because one is good for a minute only. */
const MAX_DOWNLOADS = 3;
/** 8 MiB at 140 KB/s. */
const DOWNLOAD_TIMEOUT_MS = 60_000;
const artifactSchema = schemas/* object */.Ikc({
    id: event_schema/* positiveId */.xf,
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* number */.aig().nonnegative(),
    expired: schemas/* boolean */.zMY(),
    created_at: schemas/* string */.YjP().nullish(),
    digest: schemas/* string */.YjP().nullish(),
});
/**
 * The files of the newest artifact of that name, by their paths; undefined when the run has none, or only expired ones. Nothing is written to
 * disk. The address that GitHub hands out is a secret for a minute: it gets no token, and stands in no log and no error. Throws HostileArtifact
 * for what is larger than the limits or no honest archive, RemoteError where the bytes cannot be had.
 */
async function downloadArtifact(github, options) {
    const { limits = read_zip/* ARTIFACT_LIMITS */.W } = options;
    const artifact = await newestArtifact(github, options);
    if (artifact === undefined)
        return undefined;
    if (artifact.size_in_bytes > limits.compressedBytes)
        throw tooLarge(limits);
    const bytes = await download(github, { ...options, limits, artifact });
    return bytes === undefined ? undefined : await (0,read_zip/* readZip */.u)(bytes, limits);
}
async function newestArtifact(github, { repository, runId, name }) {
    const pages = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, {
        owner: repository.owner,
        repo: repository.name,
        run_id: runId,
        name,
        per_page: 100,
    });
    return parseAnswer(schemas/* array */.YOg(artifactSchema), pages, ACTION)
        .filter((artifact) => artifact.name === name && !artifact.expired)
        .toSorted((left, right) => createdAt(right) - createdAt(left) || right.id - left.id)[0];
}
function createdAt({ created_at: at }) {
    const time = Date.parse(at ?? '');
    return Number.isNaN(time) ? 0 : time;
}
async function download(github, wanted) {
    const { clock, random, signal, log } = github.options;
    for (let attempt = 1;; attempt++) {
        const address = await signedAddress(github, wanted);
        if (address === undefined)
            return undefined;
        try {
            const bytes = await fetchBytes(github, address, wanted.limits);
            checkDigest(bytes, wanted.artifact);
            return bytes;
        }
        catch (thrown) {
            if (signal.aborted)
                throw (0,core_errors/* toError */.iT)(signal.reason);
            if (thrown instanceof errors/* HostileArtifact */.jm)
                throw thrown;
            const reason = thrown instanceof StoreFailure ? thrown.message : download_artifact_reasonOf(thrown);
            if (attempt >= MAX_DOWNLOADS && thrown instanceof OtherBytes) {
                throw new errors/* HostileArtifact */.jm('the artifact holds other bytes than its digest promises');
            }
            if (attempt >= MAX_DOWNLOADS)
                throw unavailable(reason, attempt);
            const waitMs = backoffMs(attempt, random);
            log.info(`${ACTION}: ${reason}; trying again in ${(waitMs / 1000).toFixed(1)} s (${String(attempt + 1)} of ${String(MAX_DOWNLOADS)})`);
            await clock.sleep(waitMs, signal);
        }
    }
}
/** What the store of artifacts did wrong; the message has nothing of the address. */
class StoreFailure extends Error {
}
/** Other bytes than the digest promises. Whoever uploaded them said the digest too, so when that lasts it is the artifact that lies. */
class OtherBytes extends StoreFailure {
}
function unavailable(reason, attempts) {
    return new core_errors/* RemoteError */.Hi(`GitHub's store of artifacts did not hand out the artifact: ${reason} (tried ${String(attempts)} times)`, {
        service: 'GitHub',
        action: ACTION,
        attempts,
    });
}
function download_artifact_reasonOf(thrown) {
    const failure = readFailure(thrown);
    return failure.kind === 'silence' ? failure.reason : 'the connection failed';
}
/** Where the bytes lie, for a minute; undefined when the artifact has expired since it was listed. */
async function signedAddress(github, { repository, artifact }) {
    try {
        const { headers } = await github.rest.actions.downloadArtifact({
            owner: repository.owner,
            repo: repository.name,
            artifact_id: artifact.id,
            archive_format: 'zip',
            request: { redirect: 'manual' },
        });
        const url = URL.parse(headers.location ?? '');
        if (url === null || !isTrustworthy(url, github))
            throw (0,errors/* unexpectedAnswer */.au)(ACTION);
        return url;
    }
    catch (error) {
        if ((0,errors/* wasRefused */.GD)(error, 410))
            return undefined;
        throw error;
    }
}
/** Encrypted, or on this machine where the API is there too. */
function isTrustworthy(url, { options }) {
    if (url.username !== '' || url.password !== '')
        return false;
    if (url.protocol === 'https:')
        return true;
    return url.protocol === 'http:' && (0,workflow_context/* isLoopback */.U9)(url.hostname) && (0,workflow_context/* isLoopback */.U9)(new URL(options.apiUrl).hostname);
}
/** No header of ours goes along but the one that keeps the transport from packing the bytes a second time. */
async function fetchBytes(github, address, limits) {
    const signal = AbortSignal.any([github.options.signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
    const response = await github.fetch(address.href, { redirect: 'manual', signal, headers: { 'accept-encoding': 'identity' } });
    if (response.status !== 200) {
        response.body?.cancel().catch(() => undefined);
        throw new StoreFailure(`it answered ${String(response.status)}`);
    }
    const bytes = await readBody(response, limits.compressedBytes, () => tooLarge(limits));
    const declared = response.headers.get('content-length');
    if (declared !== null && Number(declared) !== bytes.length)
        throw new StoreFailure('its answer broke off');
    return bytes;
}
function checkDigest(bytes, { digest }) {
    const [, wanted] = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '') ?? [];
    if (wanted !== undefined && (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== wanted) {
        throw new OtherBytes('it answered other bytes than were uploaded');
    }
}
function tooLarge({ compressedBytes }) {
    return new errors/* HostileArtifact */.jm(`the artifact has more than ${compressedBytes.toLocaleString('en')} bytes`);
}

// EXTERNAL MODULE: ./lib/workflows-lib/history/run-document.js
var run_document = __webpack_require__(47375);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/bounds.js
/** Sizes of the parts of a document, held against what our own writer could have reached; before the schema, which would list every mistake of a huge one. */

/** The largest document, in UTF-8 bytes. */
const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** The deepest place of a run document is five levels down; what is deeper is none. */
const DEEPEST = 10;
const LARGEST_NUMBER = 1e15;
/** Of a line of a plan; beyond 32 bits GitHub refuses the whole check for its annotation. */
const LARGEST_LINE = 1_000_000;
const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 200;
const OTHER_LIST = 200;
const LISTS = new Map([
    ['metrics', 5_000],
    ['outcomes', 5_000],
    ['usage', 5_000],
    ['objectives', 500],
    ['stages', 500],
    ['samples', 10_000],
]);
/** `partialReason` may quote the last lines of a process that died; a `file` is a path, and those end at 4,096 bytes. */
const OTHER_TEXTS = new Map([
    ['histogram', run_document/* HISTOGRAM_LIMIT */.VY],
    ['file', 1_000],
    ['partialReason', 32_000],
]);
/** Fields that hold names. A `stage` is one in measurements; an objective may list many there. */
const NAMES = new Set('id system seed provider model operation name class type unit version mode'.split(' '));
/** The lower end of an interval may lie below zero; nothing that was measured may. */
const MAY_BE_NEGATIVE = new Set(['low', 'high']);
/** The first part of a JSON value that is larger than any of ours. Its nesting is bounded already. */
function findMisfit(value, path = []) {
    if (typeof value === 'string')
        return fitsText(value, path);
    if (typeof value === 'number')
        return fitsNumber(value, path);
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Array.isArray(value) ? fitsList(value, path) : fitsObject(value, path);
}
function fitsText(text, path) {
    const field = String(path.at(-1));
    const most = isName(path, field) ? LONGEST_NAME : (OTHER_TEXTS.get(field) ?? LONGEST_TEXT);
    return text.length <= most ? undefined : { path, problem: `${text.length} characters; at most ${most} are read` };
}
function isName(path, field) {
    return NAMES.has(field) || (field === 'stage' && path[0] !== 'objectives');
}
function fitsNumber(value, path) {
    const field = String(path.at(-1));
    if (!(Math.abs(value) <= LARGEST_NUMBER))
        return { path, problem: `a number beyond ${LARGEST_NUMBER}` };
    if (field === 'line' && value > LARGEST_LINE)
        return { path, problem: `line ${value}; at most ${LARGEST_LINE} are read` };
    if (Object.is(value, -0))
        return { path, problem: 'a negative zero' };
    return value < 0 && !MAY_BE_NEGATIVE.has(field) ? { path, problem: 'a negative number' } : undefined;
}
function fitsList(list, path) {
    const most = LISTS.get(String(path.at(-1))) ?? OTHER_LIST;
    if (list.length > most)
        return { path, problem: `${list.length} entries; at most ${most} are read` };
    for (const [index, item] of list.entries()) {
        const misfit = findMisfit(item, [...path, index]);
        if (misfit !== undefined)
            return misfit;
    }
    return undefined;
}
function fitsObject(value, path) {
    const entries = Object.entries(value);
    if (entries.length > OTHER_LIST)
        return { path, problem: `${entries.length} fields; at most ${OTHER_LIST} are read` };
    for (const [key, item] of entries) {
        if (key.length > LONGEST_NAME)
            return { path, problem: `a key of ${key.length} characters` };
        const misfit = findMisfit(item, [...path, key]);
        if (misfit !== undefined)
            return misfit;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/workflows-lib/history/parse-json.js
var parse_json = __webpack_require__(10878);
// EXTERNAL MODULE: ./lib/workflows-lib/history/read-run.js
var read_run = __webpack_require__(12722);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-id.js
var run_id = __webpack_require__(96579);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/figures.js

/** Histograms keep three significant digits, so a percentile may lie that far from the values around it. */
const SLACK = 0.01;
/** Sums are added up in another order than they were written in. */
const ROUNDING = 1e-6;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** The first figure that another one contradicts, as "place: what"; undefined when they agree. */
function findFalseFigure(run) {
    return (origin(run) ??
        each('stages', run.stages, falseStage) ??
        twice('stages', run.stages.map(({ id }) => id)) ??
        each('metrics', run.metrics, falseMetric) ??
        twice('metrics', run.metrics.map(({ operation, stage, name }) => JSON.stringify([operation, stage, name]))) ??
        each('outcomes', run.outcomes, falseOutcome) ??
        twice('outcomes', run.outcomes.map(({ operation, stage }) => JSON.stringify([operation, stage]))) ??
        money(run));
}
function origin({ run }) {
    if (!(0,run_id/* isRunId */.P)(run.id))
        return 'run.id: it is no run id';
    return run.commit === null || COMMIT.test(run.commit) ? undefined : 'run.commit: it is no full commit id';
}
function each(list, items, problemOf) {
    for (const [index, item] of items.entries()) {
        const problem = problemOf(item);
        if (problem !== undefined)
            return `${list}[${index}]: ${problem}`;
    }
    return undefined;
}
function twice(list, keys) {
    const seen = new Set();
    for (const [index, key] of keys.entries()) {
        if (seen.has(key))
            return `${list}[${index}]: it is there twice`;
        seen.add(key);
    }
    return undefined;
}
function falseStage({ attempts, errors, errorRate }) {
    if (errors > attempts)
        return 'more errors than attempts';
    const rate = attempts === 0 ? 0 : errors / attempts;
    return isNear(errorRate, rate) ? undefined : 'its error rate is not that of its attempts and errors';
}
function falseMetric({ count, min, max, mean, meanBounds, quantiles, samples = [] }) {
    if (samples.length > count)
        return 'more samples than it counts';
    if (meanBounds !== null && !ascend([meanBounds.low, mean, meanBounds.high]))
        return 'its mean lies outside of its own bounds';
    const known = [quantiles.p50, quantiles.p90, quantiles.p95, quantiles.p99].flatMap((quantile) => 'withheld' in quantile ? [] : [quantile]);
    if (!ascend([min, ...known.map(({ value }) => value), max]))
        return 'its percentiles are not in order';
    if (!ascend([min, mean, max]))
        return 'its mean lies outside of its values';
    const outside = known.some(({ low, value, high }) => !ascend([low ?? value, value, high ?? value]));
    return outside ? 'a percentile lies outside of its own interval' : undefined;
}
function falseOutcome(outcome) {
    const { attempts, ok, error, throttled, invalid, timeout, failures } = outcome;
    if (ok + error + throttled + invalid + timeout !== attempts)
        return 'its outcomes do not add up to its attempts';
    return failures.reduce((sum, { count }) => sum + count, 0) > attempts - ok ? 'more failures than calls that failed' : undefined;
}
function money(run) {
    const { usage, cost } = run;
    const total = usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
    if (!isNear(cost.totalUsd, total))
        return 'cost.totalUsd: it is not the sum of its usage';
    const unnamed = usage.find(({ costUsd, provider, model }) => costUsd === null && !cost.unpriced.includes(`${provider}/${model}`));
    if (unnamed !== undefined)
        return 'cost.unpriced: a model without a price is not named';
    return each('outcomes', run.outcomes, perThousand(run)) ?? each('stages', run.stages, stageMoney(run));
}
/** What each key was billed: null with a part that has no price; no entry where nothing was billed. */
function billsBy(run, key) {
    const bills = new Map();
    for (const entry of run.usage) {
        const sum = bills.get(key(entry))?.usd;
        bills.set(key(entry), { usd: entry.costUsd === null || sum === null ? null : (sum ?? 0) + entry.costUsd });
    }
    return bills;
}
function perThousand(run) {
    const bills = billsBy(run, ({ operation, stage }) => JSON.stringify([operation, stage]));
    return ({ operation, stage, attempts, costPer1k }) => falseCost(costPer1k, bills.get(JSON.stringify([operation, stage])), attempts);
}
function stageMoney(run) {
    const bills = billsBy(run, ({ stage }) => stage);
    return ({ id, attempts, costPer1k, costUsd }) => {
        const usd = bills.get(id)?.usd ?? null;
        const same = usd === null || costUsd === null ? usd === costUsd : isNear(costUsd, usd);
        return same ? falseCost(costPer1k, bills.get(id), attempts) : 'its cost is not the sum of its usage';
    };
}
function falseCost(costPer1k, bill, attempts) {
    const expected = bill === undefined || attempts === 0 ? null : bill.usd === null ? 'unpriced' : (1000 * bill.usd) / attempts;
    const numbers = typeof expected === 'number' && typeof costPer1k === 'number';
    return (numbers ? isNear(costPer1k, expected) : costPer1k === expected)
        ? undefined
        : 'its cost per 1,000 is not that of its usage';
}
function isNear(left, right) {
    return Math.abs(left - right) <= ROUNDING * Math.max(1, Math.abs(left), Math.abs(right));
}
function ascend(values) {
    return values.every((value, index) => {
        const before = values[index - 1] ?? value;
        return before <= value + SLACK * Math.max(Math.abs(before), Math.abs(value));
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/scan-json.js
/** What `JSON.parse` takes without a word, but no writer of ours would write. */
/**
 * Why a text that is valid JSON is no honest document: nested deeper than `deepest`, a key twice in one object, or a key that means something
 * to the engine. Undefined when it is fine. One pass, no recursion.
 */
function findHazard(json, deepest) {
    /** The keys of each open object so far; null for a list. */
    const levels = [];
    for (let at = 0; at < json.length; at++) {
        const character = json.charAt(at);
        if (character === '{' || character === '[') {
            if (levels.length === deepest)
                return `it is nested deeper than ${deepest} levels`;
            levels.push(character === '{' ? new Set() : null);
        }
        else if (character === '}' || character === ']') {
            levels.pop();
        }
        else if (character === '"') {
            const end = endOfString(json, at);
            const problem = isKey(json, end) ? addKey(json.slice(at, end), levels.at(-1)) : undefined;
            if (problem !== undefined)
                return problem;
            at = end - 1;
        }
    }
    return undefined;
}
/** Offset behind the closing quote. */
function endOfString(json, start) {
    for (let at = start + 1;;) {
        const quote = json.indexOf('"', at);
        let slashes = 0;
        while (json.charAt(quote - 1 - slashes) === '\\')
            slashes++;
        if (slashes % 2 === 0)
            return quote + 1;
        at = quote + 1;
    }
}
function isKey(json, end) {
    let at = end;
    while (/\s/.test(json.charAt(at)))
        at++;
    return json.charAt(at) === ':';
}
/** `quoted` may spell a key with escapes, so it is read before it is compared. */
function addKey(quoted, keys) {
    const key = String(JSON.parse(quoted));
    if (key === '__proto__')
        return 'it has a key "__proto__"';
    if (keys?.has(key) === true)
        return `it has the key ${JSON.stringify(key)} twice in one object`;
    keys?.add(key);
    return undefined;
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/limit.js
var core_limit = __webpack_require__(46652);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/verdicts.js
/** Whether the verdicts of a document follow from its own figures, by the rules that `gate` judges by. */

const SEVERITY = ['void', 'fail', 'inconclusive', 'pass'];
const UNITS = ['ms', 'ratio', 'usd', 'per_s', 'tokens'];
/** The first verdict that its document contradicts, as "place: what"; undefined when they agree. */
function findFalseVerdict(run) {
    for (const [index, objective] of run.objectives.entries()) {
        const problem = run.generator.verdict === 'void' ? inVoidRun(objective) : falseObjective(objective);
        if (problem !== undefined)
            return `objectives[${index}].verdict: ${problem}`;
    }
    const expected = verdictOf(run);
    return run.verdict === expected ? undefined : `verdict: it says ${run.verdict}, but its own parts come to ${expected}`;
}
function verdictOf(run) {
    if (run.generator.verdict === 'void')
        return 'void';
    const worst = SEVERITY.find((verdict) => run.objectives.some((objective) => objective.verdict === verdict)) ?? 'pass';
    return worst === 'pass' && run.run.status === 'partial' ? 'inconclusive' : worst;
}
function inVoidRun({ verdict }) {
    return verdict === 'void' ? undefined : `it says ${verdict}, but the generator was not fit to measure`;
}
function falseObjective(objective) {
    const { text, verdict, limit } = objective;
    if (verdict === 'inconclusive')
        return undefined;
    if (verdict === 'void')
        return 'it says void, but the generator was fit to measure';
    const written = writtenLimit(objective);
    if (written === undefined)
        return verdict === 'pass' ? `it says pass, but ${JSON.stringify(text)} names no limit` : undefined;
    if (written.limit !== limit)
        return 'it was held against another limit than its text names';
    return follows(objective, written.comparison) ? undefined : `it says ${verdict}, but its own interval does not`;
}
/** What the text of an objective ends in: `< 30s`, `>= 0.5/s @ users=10`. */
function writtenLimit({ text, unit }) {
    const match = /^[\w.]+\s*(<=|>=|<|>)\s*([^@\s]+)\s*(?:@\s*users\s*(?:<=|>=|<|>|=)\s*\d+)?$/.exec(text);
    const limit = isLimitUnit(unit) ? (0,core_limit/* parseLimit */.F)(match?.[2] ?? '', unit) : undefined;
    return match?.[1] === undefined || limit === undefined ? undefined : { comparison: match[1], limit };
}
function isLimitUnit(unit) {
    return UNITS.includes(unit);
}
/** A pass keeps the limit with the worse end of its interval, a miss breaks it with the better one. */
function follows({ verdict, low, high, value, limit }, comparison) {
    const below = comparison.startsWith('<');
    const [best, worst] = below ? [low, high] : [high, low];
    const end = verdict === 'pass' ? worst : best;
    if (end === null || value === null)
        return false;
    if (low !== null && high !== null && !(low <= value && value <= high))
        return false;
    const beyond = below ? end < limit : end > limit;
    const kept = beyond || (end === limit && comparison.endsWith('='));
    return kept === (verdict === 'pass');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign-run.js







const LONGEST_PROBLEM = 300;
/**
 * A run document that someone else may have forged; `source` names it in errors. Beyond what `parseRun` checks: at most 8 MiB and ten levels,
 * no key twice and no `__proto__`, bounded lists, texts and histograms, numbers that are neither huge nor negative where nothing can be, sums
 * that add up, percentiles in order, costs that are those of the usage, and verdicts that follow from the document's own figures. What a
 * document says about itself without contradiction is still only its own word. Its texts are unescaped. Throws UsageError naming the place.
 */
function parseForeignRun(text, source) {
    const bytes = Buffer.byteLength(text);
    if (bytes > DOCUMENT_LIMIT)
        throw refused(source, `it has ${bytes} bytes; at most ${DOCUMENT_LIMIT} are read`);
    const value = (0,parse_json/* parseJson */.q)(text, source);
    const hazard = findHazard(text, DEEPEST);
    if (hazard !== undefined)
        throw refused(source, hazard);
    const misfit = findMisfit(value);
    if (misfit !== undefined)
        throw refused(source, placed(misfit));
    const run = (0,read_run/* parseRun */.z)(text, source);
    const contradiction = findFalseVerdict(run) ?? findFalseFigure(run);
    if (contradiction !== undefined)
        throw refused(source, contradiction);
    return run;
}
function placed({ path, problem }) {
    const where = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
    return `${where === '' ? 'the document' : where.slice(1)}: ${problem}`;
}
/** A problem may quote the document: no control or format characters, and short. */
function refused(source, problem) {
    const line = problem.replaceAll(/\p{C}/gu, '?');
    const shown = line.length > LONGEST_PROBLEM ? `${line.slice(0, LONGEST_PROBLEM).toWellFormed()}…` : line;
    return new core_errors/* UsageError */.eb(`${source} is refused: ${shown}`);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/published-run.js
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







/** Name of the run document in an artifact. */
const DOCUMENT = 'run.json';
/**
 * Reads the run that is to be published. A job that measures runs the pull request's code, so whoever wrote that code could have forged the
 * run: it is read as a stranger's. One that is missing, cut off or refused is an answer, not an exception, because the pull request has to
 * be told. Throws what GitHub or the token are to blame for.
 */
async function findRun(source, finder) {
    const { text, from } = source.run === undefined ? await inArtifact(source.artifact, finder) : await inFile(source.run, finder);
    if (text instanceof core_errors/* UsageError */.eb)
        return { missing: text };
    try {
        return { run: parseForeignRun(text, from) };
    }
    catch (error) {
        if (error instanceof core_errors/* UsageError */.eb)
            return { missing: error };
        throw error;
    }
}
async function inFile(run, { context }) {
    const text = await readDocument((0,external_node_path_.resolve)(context.cwd, run)).catch((error) => new core_errors/* UsageError */.eb(`cannot read the run ${run}: ${(0,core_errors/* toError */.iT)(error).message}`, { cause: error }));
    return { text, from: run };
}
/** What was measured may have put anything in its place: a pipe, which would be waited for, or a device without an end. */
async function readDocument(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path, promises_.constants.O_RDONLY | promises_.constants.O_NONBLOCK), true);
        const stat = await file.stat();
        if (!stat.isFile())
            throw new Error('it is no plain file');
        if (stat.size > DOCUMENT_LIMIT)
            throw new Error(`it has ${stat.size} bytes; at most ${DOCUMENT_LIMIT} are read`);
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
async function inArtifact(name, { github, place }) {
    const { repository, subject } = place;
    const from = `artifact ${name} of run ${subject.runId}`;
    try {
        const files = await downloadArtifact(github, { repository, runId: subject.runId, name });
        return { text: textIn(files, from), from: `${DOCUMENT} of ${from}` };
    }
    catch (error) {
        if (error instanceof errors/* HostileArtifact */.jm)
            return { text: error, from };
        throw error;
    }
}
function textIn(files, from) {
    if (files === undefined) {
        return new core_errors/* UsageError */.eb(`there is no ${from}: the benchmark ended before it could upload one (its log says why), or it gave its artifact another name`);
    }
    return files.get(DOCUMENT)?.toString('utf8') ?? new core_errors/* UsageError */.eb(`${from} holds no ${DOCUMENT}`);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publish-report.js












/** The name of a report that is the only one of its repository. */
const USUAL_NAME = 'benchmark';
/**
 * Publishes a run: one comment on the pull request, edited in place, and a check on the commit that was measured. The pull request comes from
 * the event and the API, never from the run. What cannot be published does not keep the rest from being published.
 */
async function publishReport(options, context) {
    checkCommentName(options.name);
    const place = await findPlace(options, context);
    const github = await connectGitHub({
        token: options.token,
        apiUrl: place.apiUrl,
        clock: context.clock,
        random: (0,random/* seededRandom */.I)(`${place.subject.runId}.${place.subject.runAttempt}`),
        log: context.log,
        signal: context.signal,
    });
    const { value: pull, error: noPull } = await lookUpPull(github, place);
    const found = await findRun(options, { context, github, place });
    const publication = { options, context, github, place, found, pull, shown: describePlace(options, place, pull) };
    if (noPull === undefined)
        sayWhatIsOdd(publication);
    const comment = noPull === undefined ? await attempt(async () => publishComment(publication)) : { error: noPull };
    const check = await attempt(async () => publishCheck(publication));
    const failure = firstFailure([comment.error, check.error, 'missing' in found ? found.missing : undefined]);
    return {
        verdict: 'run' in found ? found.run.verdict : 'missing',
        pullRequest: pull?.number ?? null,
        stale: publication.shown.staleSince !== undefined,
        comment: comment.value ?? null,
        check: check.value ?? null,
        summary: 'run' in found
            ? (0,report_comment/* renderJobSummary */.qE)(found.run, publication.shown)
            : (0,report_comment/* renderNothingMeasured */.Ot)(found.missing.message, publication.shown),
        annotations: 'run' in found ? objectiveAnnotations(found.run) : [],
        ...(failure === undefined ? {} : { failure }),
    };
}
/** A token that may not read pull requests can still write the check, and the summary needs no token. */
async function lookUpPull(github, { repository, subject }) {
    const looked = await attempt(async () => findPullRequest(github, repository, subject));
    if (looked.error !== undefined && !(0,errors/* wasRefused */.GD)(looked.error, 403))
        throw looked.error;
    return looked;
}
/** Stands for the name of a repository that is gone. */
const DELETED_FORK = 'a deleted repository';
function describePlace({ name }, { repository, subject, detailsUrl }, pull) {
    const measuredBy = subject.kind === 'commit' ? fullName(repository) : (subject.headRepository ?? DELETED_FORK);
    return {
        ...(name === USUAL_NAME ? {} : { name }),
        headSha: subject.headSha,
        detailsUrl,
        reproduce: 'shotclock benchmark',
        ...(measuredBy === fullName(repository) ? {} : { measuredBy }),
        ...(pull === undefined || pull.headSha === subject.headSha ? {} : { staleSince: pull.headSha }),
    };
}
function sayWhatIsOdd({ context, place: { subject }, pull, shown }) {
    const measured = subject.headSha.slice(0, 12);
    if (pull === undefined && subject.kind !== 'commit') {
        context.log.warn(`no open pull request has ${measured}: nothing to comment on; it was closed, or its branch is gone`);
    }
    if (pull !== undefined && shown.staleSince !== undefined) {
        context.log.warn(`#${pull.number} has moved on from ${measured} to ${shown.staleSince.slice(0, 12)}: the report says that it is stale`);
    }
}
async function publishComment({ options, github, place, found, pull, shown }) {
    if (options.comment === 'never' || pull === undefined)
        return null;
    const { runId, runAttempt } = place.subject;
    const fine = 'run' in found && found.run.verdict === 'pass';
    return await putStickyComment(github, {
        repository: place.repository,
        pullRequest: pull.number,
        name: options.name,
        body: 'run' in found ? (0,report_comment/* renderComment */.wQ)(found.run, shown).body : (0,report_comment/* renderNothingMeasured */.Ot)(found.missing.message, shown),
        order: { runId, runAttempt },
        author: await commentAuthor(github, options.token, options.author),
        create: options.comment === 'always' || !fine,
    });
}
async function publishCheck({ options, github, place, found, shown }) {
    if (!options.check)
        return null;
    const { subject, repository, detailsUrl } = place;
    const output = 'run' in found
        ? { ...(0,report_comment/* checkOutput */.yr)(found.run, shown), annotations: objectiveAnnotations(found.run) }
        : {
            conclusion: 'failure',
            title: 'Nothing was measured',
            summary: (0,report_comment/* renderNothingMeasured */.Ot)(found.missing.message, shown),
            annotations: [],
        };
    const externalId = `shotclock/${options.name}/${subject.runId}.${subject.runAttempt}`;
    const check = { repository, headSha: subject.headSha, name: options.name, ...output, externalId, detailsUrl };
    return await putCheckRun(github, check).catch((error) => {
        // Not every repository and token has checks; the report is complete without one.
        if (!(error instanceof core_errors/* UsageError */.eb))
            throw error;
        throw new core_errors/* UsageError */.eb(`${error.message}; or do without a check: \`check: false\``, { cause: error });
    });
}
/** Runs one of several things of which each should be done even when another fails. */
async function attempt(body) {
    try {
        return { value: await body() };
    }
    catch (error) {
        return { error: (0,core_errors/* toError */.iT)(error) };
    }
}
/** One error for all: our bugs first, because they need their stack; of the others, every message. */
function firstFailure(candidates) {
    const errors = candidates.filter((error) => error !== undefined);
    const bug = errors.find((error) => !(error instanceof core_errors/* UsageError */.eb || error instanceof core_errors/* RemoteError */.Hi));
    if (bug !== undefined || errors.length < 2)
        return bug ?? errors[0];
    return new core_errors/* UsageError */.eb(errors.map(({ message }) => message).join('; and '), { cause: errors });
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

/***/ 88579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ workflowRunEvent),
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

/***/ 68225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vh: () => (/* binding */ isEnterpriseServer),
  U9: () => (/* binding */ isLoopback),
  SU: () => (/* binding */ parseRepository),
  FB: () => (/* binding */ readWorkflowContext)
});

// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/workflows-lib/history/parse-json.js
var parse_json = __webpack_require__(10878);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/event-file.js
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
    const parsed = schema.safeParse((0,parse_json/* parseJson */.q)(await readText(path), `the event file ${(0,log_guard/* oneLine */.TN)(path, 200)}`));
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? 'it' : `its ${issue.path.join('.')}`;
    throw new errors/* UsageError */.eb(`the event file of ${eventName} is not what GitHub writes: ${place} is missing or malformed`);
}
async function readText(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
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
        throw new errors/* UsageError */.eb(`cannot read the event file that GITHUB_EVENT_PATH names: ${(0,errors/* toError */.iT)(error).message}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./lib/workflows-lib/github/event-schema.js
var event_schema = __webpack_require__(88579);
;// CONCATENATED MODULE: ./lib/workflows-lib/github/workflow-context.js
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
    if (!event_schema/* commitSha */.mJ.safeParse(sha).success)
        throw new errors/* UsageError */.eb(`GITHUB_SHA is no commit: ${quoted(sha)}`);
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
        throw new errors/* UsageError */.eb(`${quoted(text)} is no repository: write it as owner/name`);
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
        throw new errors/* UsageError */.eb('pull_request_target is not supported: it hands secrets and a writing token to a run that a stranger started; measure on pull_request and publish on workflow_run, as benchmark.yml and benchmark-comment.yml do');
    }
    if (eventName === 'pull_request') {
        const { pull_request: pull } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), eventName, event_schema/* pullRequestEvent */.X7);
        const headRepository = pull.head.repo?.full_name ?? 'unknown repository';
        return { ...commit, kind: 'pull-request', number: pull.number, headSha: pull.head.sha, headRepository };
    }
    if (eventName === 'workflow_run') {
        const { workflow_run: run } = await readEvent(required(env, 'GITHUB_EVENT_PATH'), eventName, event_schema/* workflowRunEvent */.$4);
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
    return { kind: 'commit', ...commit };
}
function required(env, name) {
    const value = env[name] ?? '';
    if (value === '')
        throw new errors/* UsageError */.eb(`${name} is not set: this runs in a GitHub Actions job`);
    return value;
}
function positive(env, name) {
    const text = required(env, name);
    const value = Number(text);
    if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(value))
        throw new errors/* UsageError */.eb(`${name} is no positive number: ${quoted(text)}`);
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
        throw new errors/* UsageError */.eb(`${name} is no address of a server: it wants http(s)://host and no credentials`);
    }
    return text.replace(/\/+$/, '');
}
function quoted(text) {
    return JSON.stringify((0,log_guard/* oneLine */.TN)(text, 80));
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

/***/ 59256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
// To do: next major: remove.
/**
 * @typedef {Options} MarkdownTableOptions
 *   Configuration.
 */

/**
 * @typedef Options
 *   Configuration.
 * @property {boolean | null | undefined} [alignDelimiters=true]
 *   Whether to align the delimiters (default: `true`);
 *   they are aligned by default:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   Pass `false` to make them staggered:
 *
 *   ```markdown
 *   | Alpha | B |
 *   | - | - |
 *   | C | Delta |
 *   ```
 * @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
 *   How to align columns (default: `''`);
 *   one style for all columns or styles for their respective columns;
 *   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
 *   other values are treated as `''`, which doesn’t place the colon in the
 *   alignment row but does align left;
 *   *only the lowercased first character is used, so `Right` is fine.*
 * @property {boolean | null | undefined} [delimiterEnd=true]
 *   Whether to end each row with the delimiter (default: `true`).
 *
 *   > 👉 **Note**: please don’t use this: it could create fragile structures
 *   > that aren’t understandable to some markdown parsers.
 *
 *   When `true`, there are ending delimiters:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there are no ending delimiters:
 *
 *   ```markdown
 *   | Alpha | B
 *   | ----- | -----
 *   | C     | Delta
 *   ```
 * @property {boolean | null | undefined} [fillRows=true]
 *   Whether to fill rows with empty cells up to the most cells in a row
 *   (default: `true`).
 *
 *   When `true`, all rows have as many cells as the longest row:
 *
 *   ```markdown
 *   | Alpha | B    |   |
 *   | ----- | ---- | - |
 *   | C     |      |   |
 *   | D     | Echo | F |
 *   ```
 *
 *   When `false`, rows keep their cells,
 *   and the delimiter row has as many cells as the header row:
 *
 *   ```markdown
 *   | Alpha | B    |
 *   | ----- | ---- |
 *   | C     |
 *   | D     | Echo | F |
 *   ```
 * @property {boolean | null | undefined} [delimiterStart=true]
 *   Whether to begin each row with the delimiter (default: `true`).
 *
 *   > 👉 **Note**: please don’t use this: it could create fragile structures
 *   > that aren’t understandable to some markdown parsers.
 *
 *   When `true`, there are starting delimiters:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there are no starting delimiters:
 *
 *   ```markdown
 *   Alpha | B     |
 *   ----- | ----- |
 *   C     | Delta |
 *   ```
 * @property {boolean | null | undefined} [padding=true]
 *   Whether to add a space of padding between delimiters and cells
 *   (default: `true`).
 *
 *   When `true`, there is padding:
 *
 *   ```markdown
 *   | Alpha | B     |
 *   | ----- | ----- |
 *   | C     | Delta |
 *   ```
 *
 *   When `false`, there is no padding:
 *
 *   ```markdown
 *   |Alpha|B    |
 *   |-----|-----|
 *   |C    |Delta|
 *   ```
 * @property {((value: string) => number) | null | undefined} [stringLength]
 *   Function to detect the length of table cell content (optional);
 *   this is used when aligning the delimiters (`|`) between table cells;
 *   full-width characters and emoji mess up delimiter alignment when viewing
 *   the markdown source;
 *   to fix this, you can pass this function,
 *   which receives the cell content and returns its “visible” size;
 *   note that what is and isn’t visible depends on where the text is displayed.
 *
 *   Without such a function, the following:
 *
 *   ```js
 *   markdownTable([
 *     ['Alpha', 'Bravo'],
 *     ['中文', 'Charlie'],
 *     ['👩‍❤️‍👩', 'Delta']
 *   ])
 *   ```
 *
 *   Yields:
 *
 *   ```markdown
 *   | Alpha | Bravo |
 *   | - | - |
 *   | 中文 | Charlie |
 *   | 👩‍❤️‍👩 | Delta |
 *   ```
 *
 *   With [`string-width`](https://github.com/sindresorhus/string-width):
 *
 *   ```js
 *   import stringWidth from 'string-width'
 *
 *   markdownTable(
 *     [
 *       ['Alpha', 'Bravo'],
 *       ['中文', 'Charlie'],
 *       ['👩‍❤️‍👩', 'Delta']
 *     ],
 *     {stringLength: stringWidth}
 *   )
 *   ```
 *
 *   Yields:
 *
 *   ```markdown
 *   | Alpha | Bravo   |
 *   | ----- | ------- |
 *   | 中文  | Charlie |
 *   | 👩‍❤️‍👩    | Delta   |
 *   ```
 */

/**
 * Get the length of a cell.
 *
 * @param {string} value
 *   Cell value.
 * @returns {number}
 *   Cell size.
 */
function defaultStringLength(value) {
  return value.length
}

/**
 * Generate a markdown
 * ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
 * table.
 *
 * @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
 *   Table data (matrix of strings).
 * @param {Readonly<Options> | null | undefined} [options]
 *   Configuration (optional).
 * @returns {string}
 *   Result.
 */
function markdownTable(table, options) {
  const settings = options || {}
  // To do: next major: change to spread.
  // eslint-disable-next-line unicorn/prefer-spread -- `align` can be a string.
  const align = (settings.align || []).concat()
  const stringLength = settings.stringLength || defaultStringLength
  /** @type {Array<number>} Character codes as symbols for alignment per column. */
  const alignments = []
  /** @type {Array<Array<string>>} Cells per row. */
  const cellMatrix = []
  /** @type {Array<Array<number>>} Sizes of each cell per row. */
  const sizeMatrix = []
  /** @type {Array<number>} */
  const longestCellByColumn = []
  let mostCellsPerRow = 0
  let rowIndex = -1

  // This is a superfluous loop if we don’t align delimiters, but otherwise we’d
  // do superfluous work when aligning, so optimize for aligning.
  while (++rowIndex < table.length) {
    /** @type {Array<string>} */
    const row = []
    /** @type {Array<number>} */
    const sizes = []
    let columnIndex = -1

    if (table[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table[rowIndex].length
    }

    while (++columnIndex < table[rowIndex].length) {
      const cell = serialize(table[rowIndex][columnIndex])

      if (settings.alignDelimiters !== false) {
        const size = stringLength(cell)
        sizes[columnIndex] = size

        if (
          longestCellByColumn[columnIndex] === undefined ||
          size > longestCellByColumn[columnIndex]
        ) {
          longestCellByColumn[columnIndex] = size
        }
      }

      row.push(cell)
    }

    cellMatrix[rowIndex] = row
    sizeMatrix[rowIndex] = sizes
  }

  // Figure out which alignments to use.
  let columnIndex = -1

  if (typeof align === 'object' && 'length' in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex])
    }
  } else {
    const code = toAlignment(align)

    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code
    }
  }

  // Inject the alignment row.
  columnIndex = -1
  /** @type {Array<string>} */
  const row = []
  /** @type {Array<number>} */
  const sizes = []

  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex]
    let before = ''
    let after = ''

    if (code === 99 /* `c` */) {
      before = ':'
      after = ':'
    } else if (code === 108 /* `l` */) {
      before = ':'
    } else if (code === 114 /* `r` */) {
      after = ':'
    }

    // There *must* be at least one hyphen-minus in each alignment cell.
    let size =
      settings.alignDelimiters === false
        ? 1
        : Math.max(
            1,
            longestCellByColumn[columnIndex] - before.length - after.length
          )

    const cell = before + '-'.repeat(size) + after

    if (settings.alignDelimiters !== false) {
      size = before.length + size + after.length

      if (size > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size
      }

      sizes[columnIndex] = size
    }

    row[columnIndex] = cell
  }

  // Inject the alignment row.
  cellMatrix.splice(1, 0, row)
  sizeMatrix.splice(1, 0, sizes)

  rowIndex = -1
  /** @type {Array<string>} */
  const lines = []

  while (++rowIndex < cellMatrix.length) {
    const row = cellMatrix[rowIndex]
    const sizes = sizeMatrix[rowIndex]
    const cellsInRow =
      settings.fillRows === false
        ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length)
        : mostCellsPerRow
    columnIndex = -1
    /** @type {Array<string>} */
    const line = []

    while (++columnIndex < cellsInRow) {
      const cell = row[columnIndex] || ''
      let before = ''
      let after = ''

      if (settings.alignDelimiters !== false) {
        const size =
          longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0)
        const code = alignments[columnIndex]

        if (code === 114 /* `r` */) {
          before = ' '.repeat(size)
        } else if (code === 99 /* `c` */) {
          const half = size / 2

          if (size % 2) {
            before = ' '.repeat(half + 0.5)
            after = ' '.repeat(half - 0.5)
          } else {
            before = ' '.repeat(half)
            after = before
          }
        } else {
          after = ' '.repeat(size)
        }
      }

      if (settings.delimiterStart !== false && !columnIndex) {
        line.push('|')
      }

      if (
        settings.padding !== false &&
        // Don’t add the opening space if we’re not aligning and the cell is
        // empty: there will be a closing space.
        !(settings.alignDelimiters === false && cell === '') &&
        (settings.delimiterStart !== false || columnIndex)
      ) {
        line.push(' ')
      }

      if (settings.alignDelimiters !== false) {
        line.push(before)
      }

      line.push(cell)

      if (settings.alignDelimiters !== false) {
        line.push(after)
      }

      if (settings.padding !== false) {
        line.push(' ')
      }

      if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) {
        line.push('|')
      }
    }

    lines.push(
      settings.delimiterEnd === false
        ? line.join('').replace(/ +$/, '')
        : line.join('')
    )
  }

  return lines.join('\n')
}

/**
 * Serialize a cell value.
 *
 * @param {string | null | undefined} [value]
 *   Value to serialize.
 * @returns {string}
 *   Result.
 */
function serialize(value) {
  return value === null || value === undefined ? '' : String(value)
}

/**
 * Get the alignment character code from a value.
 *
 * @param {string | null | undefined} value
 *   Value.
 * @returns {number}
 *   Alignment.
 */
function toAlignment(value) {
  const code = typeof value === 'string' ? value.codePointAt(0) : 0

  return code === 67 /* `C` */ || code === 99 /* `c` */
    ? 99 /* `c` */
    : code === 76 /* `L` */ || code === 108 /* `l` */
      ? 108 /* `l` */
      : code === 82 /* `R` */ || code === 114 /* `r` */
        ? 114 /* `r` */
        : 0
}


/***/ }),

/***/ 25262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23638);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34557);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
