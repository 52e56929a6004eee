export const id = 318;
export const ids = [318];
export const modules = {

/***/ 7981:
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
// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/workflows-lib/github/errors.js
var errors = __webpack_require__(81968);
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
    route(READ, '/actions/runs(/\\d+)?', {
        action: 'workflow run',
        subject: 'the workflow run',
        ability: 'read workflow runs',
        permission: 'actions: read',
    }),
    route(READ, '/issues/\\d+/timeline', {
        action: 'timeline',
        subject: 'the pull request',
        ability: 'read what happened on pull requests',
        permission: 'pull-requests: read',
        eventually: 'pull-requests: write',
    }),
    route(READ, '/collaborators/[^/]+/permission', {
        action: 'permission of a user',
        subject: 'the user',
        ability: 'read what users may do',
        permission: undefined,
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
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

;// CONCATENATED MODULE: ./lib/workflows-lib/github/discussion.js
/** What people said and did on a pull request, as far as a report cares. */





const account = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }).nullish();
const remarkSchema = schemas/* object */.Ikc({ id: event_schema/* positiveId */.xf, body: schemas/* string */.YjP().nullish(), user: account, updated_at: schemas/* string */.YjP().nullish() });
const eventSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig().optional(),
    event: schemas/* string */.YjP().optional(),
    label: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).optional(),
    actor: account,
    created_at: schemas/* string */.YjP().nullish(),
});
/** All comments, the oldest first. */
async function listRemarks(github, { repository, pullRequest }) {
    const pages = await github.paginate(github.rest.issues.listComments, {
        ...{ owner: repository.owner, repo: repository.name, issue_number: pullRequest, per_page: 100 },
    });
    return parseAnswer(schemas/* array */.YOg(remarkSchema), pages, 'GET comment').map(({ id, body, user, updated_at: at }) => ({
        ...{ id, body: body ?? '', author: user?.login ?? '', isBot: isBot(user), at: Date.parse(at ?? '') },
    }));
}
/** The comment of ours with this name: by marker and author, since anybody can write the marker. Of several the oldest, which is the one that stays. */
function findOurs(remarks, { name, author }) {
    return remarks.find(({ author: login, body }) => login.toLowerCase() === author.toLowerCase() && readMarker(body)?.name === name);
}
/** The labels that the pull request carries now, each with who put it on last: whoever took it off and on again is the one. */
async function listLabels(github, { repository, pullRequest }) {
    const pages = await github.paginate(github.rest.issues.listEventsForTimeline, {
        ...{ owner: repository.owner, repo: repository.name, issue_number: pullRequest, per_page: 100 },
    });
    const there = new Map();
    for (const { id, event, label, actor, created_at: at } of parseAnswer(schemas/* array */.YOg(eventSchema), pages, 'GET timeline')) {
        const name = label?.name.toLowerCase();
        if (name === undefined)
            continue;
        if (event === 'unlabeled')
            there.delete(name);
        if (event !== 'labeled' || label === undefined || id === undefined)
            continue;
        there.set(name, { id, label: label.name, author: actor?.login ?? '', isBot: isBot(actor), at: Date.parse(at ?? '') });
    }
    return [...there.values()];
}
/** Whether somebody may push to the repository: GitHub's levels `admin` and `write`, to which it counts the role `maintain`. */
async function mayWrite(github, { owner, name }, login) {
    try {
        const { data } = await github.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login });
        const { permission } = parseAnswer(schemas/* object */.Ikc({ permission: schemas/* string */.YjP() }), data, 'GET permission of a user');
        return ['admin', 'maintain', 'write'].includes(permission);
    }
    catch (error) {
        if ((0,errors/* wasRefused */.GD)(error, 404))
            return false;
        throw error;
    }
}
function isBot(user) {
    return user?.type === 'Bot' || user?.login.endsWith('[bot]') === true;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/workflows-lib/github/read-zip.js + 1 modules
var read_zip = __webpack_require__(8506);
// EXTERNAL MODULE: ./lib/workflows-lib/github/workflow-context.js
var workflow_context = __webpack_require__(36236);
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
/** Whether the run has uploaded such an artifact, and it has not expired. */
async function hasArtifact(github, options) {
    return (await newestArtifact(github, options)) !== undefined;
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

;// CONCATENATED MODULE: ./lib/workflows-lib/github/measured-run.js
/** Which workflow run measured the newest commit of a pull request. */





const runSchema = schemas/* object */.Ikc({
    id: event_schema/* positiveId */.xf,
    run_attempt: event_schema/* positiveId */.xf.optional(),
    event: schemas/* string */.YjP(),
    head_sha: event_schema/* commitSha */.mJ,
    status: schemas/* string */.YjP().nullish(),
    head_repository: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish(),
});
/**
 * The run that our comment shows, where it measured the head of the pull request and its artifact is still there; undefined otherwise. No other
 * run is looked for: GitHub does not say which of two pull requests from one branch a run is for (its list names every open one with that head),
 * but the job that wrote the comment knew. Such a run has been reported, so it does not matter whether other jobs of it still go on.
 */
async function findMeasuredRun(github, repository, { pull, artifact, shown }) {
    const run = shown === undefined ? undefined : await fetchRun(github, repository, shown.runId);
    if (shown === undefined || run === undefined || pull.headRepository === null)
        return undefined;
    const { headSha, headRepository } = pull;
    const isIts = run.event === 'pull_request' && run.head_sha === headSha && isSame(run.head_repository?.full_name, headRepository);
    const runAttempt = run.run_attempt ?? shown.runAttempt;
    // A later attempt that is not through yet is about to be reported itself; until then its artifacts are of two attempts.
    const isUnderWay = runAttempt !== shown.runAttempt && run.status !== 'completed';
    if (!isIts || isUnderWay || !(await hasArtifact(github, { repository, runId: run.id, name: artifact })))
        return undefined;
    return { kind: 'pull-request', number: pull.number, headSha, headRepository, runId: run.id, runAttempt };
}
async function fetchRun(github, { owner, name }, runId) {
    try {
        const { data } = await github.rest.actions.getWorkflowRun({ owner, repo: name, run_id: runId });
        return parseAnswer(runSchema, data, 'GET workflow run');
    }
    catch (error) {
        if ((0,errors/* wasRefused */.GD)(error, 404))
            return undefined;
        throw error;
    }
}
function isSame(left, right) {
    return left?.toLowerCase() === right.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/pull-request.js
/** Which pull request a measurement belongs to: asked of the API, never taken from what was measured. */



const pullSchema = schemas/* object */.Ikc({
    number: event_schema/* positiveId */.xf,
    state: schemas/* enum */.k5n(['open', 'closed']),
    head: schemas/* object */.Ikc({ sha: event_schema/* commitSha */.mJ, ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullable() }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }).optional() }),
    labels: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })).optional(),
});
/**
 * The pull request of a subject, undefined when there is none. One that the event names is fetched, and one that only the name of a merge queue's
 * branch gives must be open against the branch of that name; that of a workflow run is searched among
 * the open ones by its head repository and branch, because the event's own list is empty for forks. Only a run that a `pull_request` event
 * started has one: a nightly run on a branch that somebody wants to merge was not measured for that.
 */
async function findPullRequest(github, repository, subject) {
    if (subject.kind === 'commit')
        return undefined;
    if (subject.kind !== 'workflow-run') {
        const { data } = await github.rest.pulls.get({ owner: repository.owner, repo: repository.name, pull_number: subject.number });
        const pull = described(parseAnswer(pullSchema, data, 'GET pull request'), repository);
        const isIts = subject.kind !== 'merge-group' || (pull.state === 'open' && pull.baseRef === subject.baseRef);
        return isIts ? pull : undefined;
    }
    const { headRepository, headBranch, headSha } = subject;
    if (subject.event !== 'pull_request' || headRepository === null || headBranch === '')
        return undefined;
    const open = await openPulls(github, repository, `${ownerOf(headRepository)}:${headBranch}`);
    const found = open.filter(({ head }) => head.ref === headBranch && pull_request_isSame(head.repo?.full_name, headRepository));
    const [chosen, ...others] = found.toSorted((left, right) => rank(left, headSha) - rank(right, headSha) || left.number - right.number);
    if (chosen === undefined)
        return undefined;
    if (others.length > 0) {
        const numbers = others.map(({ number }) => `#${String(number)}`).join(', ');
        github.options.log.warn(`the measured branch has several open pull requests: taking #${String(chosen.number)}, not ${numbers}`);
    }
    return described(chosen, repository);
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
function described({ number, head, base, state, labels = [] }, repository) {
    const headRepository = head.repo?.full_name ?? null;
    const isFork = !pull_request_isSame(headRepository, `${repository.owner}/${repository.name}`);
    return { number, headSha: head.sha, headRepository, isFork, state, baseRef: base.ref, labels: labels.map(({ name }) => name) };
}
/** GitHub's names do not tell case apart. */
function pull_request_isSame(left, right) {
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
    const body = own ? merged(wanted, seen) : newest.body;
    const behind = own || compareOrder(newest.order, oldest.order) > 0;
    if (behind && !isSameText(oldest.body, body))
        return { kind: 'write', to: oldest, body, own };
    return later.length > 0 ? { kind: 'remove', comments: later } : { kind: 'done' };
}
function merged({ body, merge }, seen) {
    if (merge === undefined)
        return body;
    return merge(body, seen.map((comment) => comment.body));
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
async function write({ to, body, own }, seen, writer) {
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
    if (own || body === wanted.body)
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
    const { repository, pullRequest, name, order, author, create, merge } = comment;
    checkCommentName(name);
    const marker = { name, order };
    const store = openCommentStore(github, repository, pullRequest);
    const wanted = { marker, body: withMarker(marker, comment.body), author, create, ...(merge === undefined ? {} : { merge }) };
    return await settleComment(store, wanted, github.options);
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
// EXTERNAL MODULE: ./lib/workflows-lib/report/view/verdict.js + 1 modules
var verdict = __webpack_require__(61287);
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

// EXTERNAL MODULE: ./lib/workflows-lib/report/comment.js + 7 modules
var report_comment = __webpack_require__(52481);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/measuring-command.js
/**
 * The command that measures again what was found. Of a stranger's document only its kind counts: what it wants to be run is nothing to recommend.
 */
function measuringCommand(found, isForeign) {
    const comparison = 'run' in found ? found.run.comparison : undefined;
    if (comparison === undefined)
        return 'shotclock benchmark';
    const own = isForeign ? '' : comparison.reproduce.trim();
    return own === '' ? 'shotclock compare' : own;
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
            ...(annotations.length > 0 && { annotations: annotations.map(check_run_described) }),
        },
        ...(detailsUrl !== undefined && { details_url: detailsUrl }),
        request: { decided: attempt },
    };
    const { data } = id === undefined
        ? await github.rest.checks.create({ ...common, head_sha: check.headSha })
        : await github.rest.checks.update({ ...common, check_run_id: id });
    return parseAnswer(checkSchema, data, id === undefined ? 'POST check run' : 'PATCH check run');
}
function check_run_described({ path, startLine, endLine, level, title, message }) {
    return {
        path,
        start_line: startLine,
        end_line: endLine,
        annotation_level: level,
        title: (0,log_guard/* oneLine */.TN)(title, MAX_TITLE_LENGTH),
        message: message.toWellFormed().slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/acceptance-record.js
/**
 * A hidden line of our comment. It keeps how bad the regressions are that the comment shows, because whoever accepts one accepts what was shown;
 * and how bad they were when they were accepted, so that a worse one is not accepted with them.
 */


/** The longest name that a foreign run may give a metric has 450 characters. */
const metric = schemas/* string */.YjP().max(500);
const entrySchema = schemas/* strictObject */.rej({
    /** Where it was accepted: a comment or a labelling. */
    source: schemas/* string */.YjP().max(100),
    metric,
    /** The worsening that was shown then, as the comparison counts it: nothing beyond it is accepted. */
    change: schemas/* number */.aig(),
});
const recordSchema = schemas/* strictObject */.rej({
    accepted: schemas/* array */.YOg(entrySchema),
    shown: schemas/* array */.YOg(schemas/* strictObject */.rej({ metric, change: schemas/* number */.aig() })),
});
/** Of a comment that is not there, or without such a line. */
const NO_RECORD = { accepted: [], shown: [] };
const LINE = /\s*<!-- shotclock:accepted ([A-Za-z0-9_-]{1,20000}) -->\s*$/;
/** Together they stay within what GitHub leaves of a comment. */
const MOST_CHARACTERS = 4_800;
/** Bytes that a line may unpack to. */
const MOST_UNPACKED = 256 * 1024;
/** A change as the line keeps it, to six digits: compare what was kept only with what went through this too. */
function asRecorded(change) {
    return Number(change.toPrecision(6));
}
/** The line for the end of a comment; empty without a record. What was accepted is never dropped: ask `hasRoom`. Of what is shown the end may be. */
function renderRecord({ accepted, shown }) {
    let kept = shown;
    while (kept.length > 0 && !fits({ accepted, shown: kept }))
        kept = kept.slice(0, Math.floor(kept.length * 0.9));
    return accepted.length + kept.length === 0 ? '' : `\n\n<!-- shotclock:accepted ${encode({ accepted, shown: kept })} -->`;
}
/** Whether a comment can hold so many. */
function hasRoom(accepted) {
    return fits({ accepted, shown: [] });
}
function fits(record) {
    return Buffer.byteLength(acceptance_record_textOf(record)) <= MOST_UNPACKED && encode(record).length <= MOST_CHARACTERS;
}
function encode(record) {
    return (0,external_node_zlib_.deflateRawSync)(acceptance_record_textOf(record), { level: 9 }).toString('base64url');
}
function acceptance_record_textOf({ accepted, shown }) {
    const rounded = (one) => ({ ...one, change: asRecorded(one.change) });
    return JSON.stringify({ accepted: accepted.map(rounded), shown: shown.map(rounded) });
}
/** What a comment of ours says at its end. Anything unreadable counts as nothing, so that nothing is accepted by it. */
function readRecord(body) {
    const [, text] = LINE.exec(body) ?? [];
    if (text === undefined)
        return NO_RECORD;
    try {
        const unpacked = (0,external_node_zlib_.inflateRawSync)(Buffer.from(text, 'base64url'), { maxOutputLength: MOST_UNPACKED });
        return recordSchema.parse(JSON.parse(unpacked.toString('utf8')));
    }
    catch {
        return NO_RECORD;
    }
}
/**
 * A body that also remembers what others have recorded as accepted, as far as there is room; of the same acceptance the lower change. What a body
 * shows is its own. Unchanged where the others add nothing.
 */
function mergeRecords(body, others) {
    const { accepted, shown } = readRecord(body);
    const merged = others.flatMap((other) => readRecord(other).accepted).reduce(withEntry, accepted);
    return merged === accepted ? body : `${body.replace(LINE, '')}${renderRecord({ accepted: merged, shown })}`;
}
function withEntry(entries, entry) {
    const at = entries.findIndex(({ source, metric: name }) => source === entry.source && name === entry.metric);
    const known = entries[at];
    if (known !== undefined)
        return known.change <= entry.change ? entries : entries.with(at, entry);
    const more = [...entries, entry];
    return hasRoom(more) ? more : entries;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publication.js
/** A report on its way to where the change is discussed: its comment and its check. */






/** Writes or edits the comment; null where none is to be written, or there is nothing to write it on. */
async function publishComment(publication) {
    const { options, github, place, found, record, pull, shown } = publication;
    if (options.comment === 'never' || pull === undefined || record === undefined)
        return null;
    const { runId, runAttempt } = place.subject;
    const fine = 'run' in found && found.run.verdict === 'pass';
    return await putStickyComment(github, {
        repository: place.repository,
        pullRequest: pull.number,
        name: options.name,
        body: `${'run' in found ? (0,report_comment/* renderComment */.wQ)(found.run, shown).body : (0,report_comment/* renderNothingMeasured */.Ot)(found.missing.message, shown)}${record}`,
        order: { runId, runAttempt },
        author: await commentAuthor(github, options.token, options.author),
        create: options.comment === 'always' || !fine || record !== '',
        merge: mergeRecords,
    });
}
/** Creates the check or brings it up to date; null where none is to be. */
async function publishCheck({ options, github, place, found, shown }) {
    if (!options.check)
        return null;
    const { subject, repository, detailsUrl } = place;
    const output = 'run' in found
        ? runOutput(found.run, shown, options)
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
/** A check that is required lets a neutral conclusion pass: under `strict` what cannot be judged fails it. */
function runOutput(run, shown, { strict }) {
    const output = { ...(0,report_comment/* checkOutput */.yr)(run, shown), annotations: objectiveAnnotations(run) };
    const isUndecided = run.verdict === 'inconclusive' || run.verdict === 'void';
    return strict === true && isUndecided ? { ...output, conclusion: 'failure' } : output;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/accept-command.js
/** The comment command by which a regression is accepted. */

const accept_command_LINE = /^\/shotclock[ \t]+accept(?:[ \t]+(\S+))?(?:[ \t]+(.*))?$/;
const MOST_COMMANDS = 50;
const LONGEST_REASON = 300;
/**
 * The commands of a comment: `/shotclock accept METRIC REASON`, one a line. The comment has to begin with one, so that a quotation or an example
 * accepts nothing; its other lines are whatever people want to say. A metric may stand in backticks.
 */
function acceptCommands(body) {
    const lines = body.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
    const [first = ''] = lines;
    if (!accept_command_LINE.test(first))
        return [];
    return lines.slice(0, MOST_COMMANDS).flatMap((line) => {
        const [whole, metric = '', reason = ''] = accept_command_LINE.exec(line) ?? [];
        return whole === undefined
            ? []
            : [{ metric: metric.replace(/^`(.*)`$/, '$1'), reason: (0,log_guard/* oneLine */.TN)(reason.trim(), LONGEST_REASON) }];
    });
}

;// CONCATENATED MODULE: ./lib/workflows-lib/github/accepted-regressions.js
/** Which regressions of a pull request were accepted by somebody who may. Whoever only says so is asked about, not believed. */



/** The label that accepts every regression; with a colon and a metric's name behind it, that one. */
const ACCEPT_LABEL = 'shotclock-accept';
/** Of accounts asked about and of notes: anybody may comment as often as they like. */
const MOST_ACCOUNTS = 100;
const MOST_NOTES = 10;
/** Looks through comments, the newest first, and labels. Throws what keeps GitHub from answering. */
async function findAcceptances(github, query) {
    const wishes = [
        ...query.remarks.toReversed().flatMap((remark) => wishesIn(remark, query)),
        ...(await wishesByLabel(github, query)),
    ];
    const search = { github, query, permitted: new Map(), notes: new Map() };
    const accepted = [];
    for (const wish of wishes) {
        const { metric, reason, by, source, at } = wish;
        if (await counts(wish, search))
            accepted.push({ metric, reason, by, source, at });
    }
    const left = [...search.notes].filter(([, about]) => !accepted.some(({ metric }) => metric === about));
    return { accepted, notes: left.slice(0, MOST_NOTES).map(([note]) => note) };
}
function wishesIn({ id, body, author, isBot, at }, { flagged, known }) {
    return acceptCommands(body)
        .filter(({ metric }) => flagged.includes(metric) || !known.includes(metric))
        .map((command) => ({ ...command, by: author, source: `comment-${String(id)}`, isBot, at }));
}
async function wishesByLabel(github, query) {
    if (!query.labels.some(isOurs))
        return [];
    const labellings = (await listLabels(github, query)).filter(({ label }) => isOurs(label));
    const isBare = ({ label }) => Number(!label.includes(':'));
    return labellings.toSorted((left, right) => isBare(left) - isBare(right)).flatMap((labelling) => wishesOf(labelling, query));
}
/** Labels are the same in any case. */
function isOurs(label) {
    return label.toLowerCase() === ACCEPT_LABEL || label.toLowerCase().startsWith(`${ACCEPT_LABEL}:`);
}
function wishesOf({ id, label, author, isBot, at }, { flagged }) {
    const [, named] = /^[^:]*:(.*)$/.exec(label) ?? [];
    const metrics = named === undefined ? flagged : flagged.filter((metric) => metric.toLowerCase() === named.trim().toLowerCase());
    const source = `label-${String(id)}`;
    return metrics.map((metric) => ({ metric, reason: `labelled ${label}`, by: author, source, isBot, at }));
}
async function counts(wish, search) {
    const refusal = refusalOf(wish, search) ??
        ((await isPermitted(wish.by, search)) ? undefined : `@${wish.by} may not: it takes write permission`);
    if (refusal !== undefined)
        search.notes.set(`${(0,log_guard/* oneLine */.TN)(wish.metric, 100)} is not accepted: ${refusal}`, wish.metric);
    return refusal === undefined;
}
function refusalOf({ metric, reason, by, isBot }, { query }) {
    if (by === '')
        return 'the account that asked for it is gone';
    if (isBot)
        return `@${by} is no person`;
    if (metric === '')
        return 'the command names no metric; write /shotclock accept METRIC REASON';
    if (!query.flagged.includes(metric))
        return 'no metric of this name was compared';
    return reason === '' ? `@${by} gave no reason; write /shotclock accept METRIC REASON` : undefined;
}
async function isPermitted(login, { github, query, permitted }) {
    const known = permitted.get(login);
    if (known !== undefined)
        return known;
    if (permitted.size >= MOST_ACCOUNTS)
        return false;
    const answer = await mayWrite(github, query.repository, login);
    permitted.set(login, answer);
    return answer;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/accept-regressions.js
/** Regressions that people with write permission accepted on the pull request, held against what they were shown when they did. */


const accept_regressions_MOST_NOTES = 10;
/**
 * The acceptances of a comparison's regressions. One holds for the worsening that our comment showed when it was made, and for as much more as is
 * tolerated; beyond that somebody has to accept again. Nothing of the run is believed but the figures that are judged.
 */
async function acceptRegressions(github, search) {
    const { repository, pull, comparison, remarks, earlier } = search;
    const { flagged, metrics } = comparison;
    if (flagged.length === 0)
        return { acceptances: [], notes: [], record: earlier.accepted };
    const known = metrics.map(({ name }) => name);
    const place = { repository, pullRequest: pull.number };
    const { accepted, notes } = await findAcceptances(github, { ...place, remarks, labels: pull.labels, flagged, known });
    return hold(accepted, notes, search);
}
/** What our comment says of earlier acceptances, and of what it shows. */
function recordOf(ours) {
    return { ...(ours === undefined ? NO_RECORD : readRecord(ours.body)), writtenAt: ours?.at ?? NaN };
}
/** All are weighed, so that each is recorded at what it was first held against; of several of one metric the first that holds counts. */
function hold(accepted, notes, { earlier, comparison: { metrics }, isRecorded }) {
    const book = { record: [...earlier.accepted], earlier, isRecorded };
    const acceptances = new Map();
    const refused = new Map();
    for (const wish of accepted) {
        const { metric, reason, by } = wish;
        const measured = metrics.find(({ name }) => name === metric);
        const refusal = weigh(wish, measured, book);
        if (refusal !== undefined)
            refused.set(metric, refused.get(metric) ?? `${metric} is ${refusal}`);
        else if (!acceptances.has(metric))
            acceptances.set(metric, { metric, reason, by });
    }
    const left = [...refused].filter(([metric]) => !acceptances.has(metric)).map(([, note]) => note);
    return { acceptances: [...acceptances.values()], notes: [...notes, ...left.slice(0, accept_regressions_MOST_NOTES)], record: book.record };
}
/** Why an acceptance does not hold. One that is new is recorded at what was shown, even where it does not hold: nothing later may raise that. */
function weigh(wish, measured, book) {
    const { metric, source, by } = wish;
    const change = measured?.change?.estimate;
    if (change === undefined)
        return 'not accepted: nobody knows by how much it became worse';
    const then = book.record.find((entry) => entry.source === source && entry.metric === metric);
    const entry = then ?? firstSeen(wish, book);
    if (typeof entry === 'string')
        return entry;
    if (then === undefined)
        book.record.push(entry);
    if (asRecorded(change) <= entry.change + (measured?.tolerance ?? 0))
        return undefined;
    return `no longer accepted: it has become worse than what @${by} accepted; accept it again in a comment, or push a fix`;
}
/** An acceptance with the figure that our comment showed when it was made, or why there is none. */
function firstSeen({ metric, source, at }, { record, earlier, isRecorded }) {
    if (!isRecorded)
        return 'not accepted: without a comment (comment: never) nobody was shown how bad it is';
    // Whatever was said before the comment was last written was said of other figures. GitHub's times are whole seconds: the same is no answer to it.
    const shown = at > earlier.writtenAt ? earlier.shown.find((one) => one.metric === metric) : undefined;
    if (shown === undefined) {
        const again = source.startsWith('label') ? 'put the label on again' : 'accept it again';
        return `not accepted: the comment did not show by how much it got worse when that was asked for; ${again} now that it does`;
    }
    const entry = { source, metric, change: shown.change };
    if (!hasRoom([...record, entry]))
        return 'not accepted: the comment has no room left for how bad it was when it was accepted';
    return entry;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/workflows-lib/history/run-document.js + 1 modules
var run_document = __webpack_require__(63915);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/bounds.js
/** Sizes of the parts of a document, held against what our own writer could have reached; before the schema, which would list every mistake of a huge one. */

/** The largest document, in UTF-8 bytes. */
const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** The deepest place of a run document is six levels down; what is deeper is none. */
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
/** `partialReason`, `baseFailure` and `headFailure` may quote the last lines of a process that died; a `file` is a path, and those end at 4,096 bytes. */
const OTHER_TEXTS = new Map([
    ['histogram', run_document/* HISTOGRAM_LIMIT */.VY],
    ['file', 1_000],
    ['partialReason', 32_000],
    ['baseFailure', 32_000],
    ['headFailure', 32_000],
]);
/** Fields that hold names. A `stage` is one in measurements; an objective may list many there. */
const NAMES = new Set('id system seed provider model operation name class type unit version mode'.split(' '));
/** The lower end of an interval may lie below zero; nothing that was measured may. */
const MAY_BE_NEGATIVE = new Set(['low', 'high']);
/** Lists of the comparison, by their names in it. Its values are one a pair, of which a plan may have a thousand. */
const COMPARED_LISTS = new Map([
    ['metrics', 2_000],
    ['flagged', 2_000],
    ['reasons', 2_000],
    ['values', 1_000],
    ['twin', 1_000],
    ['baseValues', 10_000],
    ['headValues', 10_000],
    ['looks', 100],
    ['added', 1_000],
    ['removed', 1_000],
    ['changed', 1_000],
    ['statements', 500],
    ['parts', 5_000],
]);
const COMPARED_NAMES = new Set('operation metric service by runId'.split(' '));
/** An operation and a metric, or the part of a change, which may be a statement. */
const COMPARED_LONG_NAMES = new Set('name of part'.split(' '));
const LONGEST_COMPARED_NAME = 450;
/** Changes go up and down. */
const CHANGES = new Set('values twin change estimate'.split(' '));
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
    const most = isCompared(path) ? longestCompared(field) : isName(path, field) ? LONGEST_NAME : longestText(field);
    return text.length <= most ? undefined : { path, problem: `${text.length} characters; at most ${most} are read` };
}
function longestText(field) {
    return OTHER_TEXTS.get(field) ?? LONGEST_TEXT;
}
function isCompared(path) {
    return path[0] === 'comparison';
}
function longestCompared(field) {
    if (COMPARED_LONG_NAMES.has(field))
        return LONGEST_COMPARED_NAME;
    return COMPARED_NAMES.has(field) || NAMES.has(field) ? LONGEST_NAME : longestText(field);
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
    return value < 0 && !MAY_BE_NEGATIVE.has(field) && !isChange(path) ? { path, problem: 'a negative number' } : undefined;
}
function isChange(path) {
    const field = path.findLast((part) => typeof part === 'string');
    return isCompared(path) && CHANGES.has(field ?? '');
}
function fitsList(list, path) {
    const most = (isCompared(path) ? COMPARED_LISTS : LISTS).get(String(path.at(-1))) ?? OTHER_LIST;
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
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/compared-metric.js
/** Sums of money differ by rounding with the order in which they were added up. */
const compared_metric_ROUNDING = 1e-9;
/** What a metric contradicts itself in; undefined when its figures agree. */
function compared_metric_falseMetric(metric) {
    const { name, operation, change, p, verdict } = metric;
    if (name !== `${operation}.${metric.metric}`)
        return 'its name is not that of its operation and metric';
    if (p !== null && p > 1)
        return 'a chance above 1';
    if (metric.class === 'quantile' && metric.role !== 'info')
        return 'a quantile can only inform';
    if (change === null)
        return verdict === 'inconclusive' ? undefined : `it says ${verdict}, but nothing was measured`;
    const { estimate, low, high } = change;
    if ((low ?? estimate) > estimate || (high ?? estimate) < estimate)
        return 'its change lies outside of its own interval';
    return metric.class === 'exact' ? falseExact(metric, estimate) : falseTested(metric, change);
}
/** Worse are regressions, whoever accepted them and whether or not they were found again. */
function isWorse({ verdict }) {
    return verdict === 'regression' || verdict === 'accepted' || verdict === 'not-confirmed';
}
/** Where each side has one value there is nothing to argue about; one that a second run could not look at is undecided all the same. */
function falseExact(metric, estimate) {
    const values = (side) => (side ?? []).filter(({ count }) => count > 0).map(({ value }) => value);
    const [[base, ...moreBase], [head, ...moreHead]] = [values(metric.baseValues), values(metric.headValues)];
    if (base === undefined || head === undefined || moreBase.length + moreHead.length > 0)
        return undefined;
    const rounding = compared_metric_ROUNDING * Math.max(Math.abs(base), Math.abs(head));
    const difference = head - base;
    if (Math.abs(difference - estimate) > 2 * rounding)
        return 'its change is not that of its values';
    const beyond = Math.abs(difference) - metric.tolerance > rounding ? Math.sign(difference) : 0;
    const says = isWorse(metric) ? 1 : metric.verdict === 'improvement' ? -1 : 0;
    return says === beyond || metric.verdict === 'inconclusive'
        ? undefined
        : `it says ${metric.verdict}, but its own values do not`;
}
/** Only what no test could say: looks replay beginnings of the values, so an interval over all of them may differ a little from the answer. */
function falseTested(metric, { low, high }) {
    const wrong = (isWorse(metric) && high !== null && high < 0) ||
        (metric.verdict === 'improvement' && low !== null && low > 0) ||
        (metric.class === 'noisy' && metric.verdict === 'fine' && low !== null && low > metric.tolerance);
    return wrong ? `it says ${metric.verdict}, but its own interval does not` : undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/comparison.js

const comparison_COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * The first thing in the comparison of a document that another part of it contradicts, as "place: what"; undefined when they agree. Tests are not
 * run again: whether a change is significant is for the gate, which can judge the same values anew.
 */
function findFalseComparison({ run, comparison }) {
    if (comparison === undefined) {
        return run.kind === 'compare' && run.status === 'complete' ? 'comparison: it is missing' : undefined;
    }
    if (run.kind !== 'compare')
        return `comparison: a run of kind ${run.kind} has none`;
    return (falseSides(comparison) ??
        falseBaseFailure(comparison) ??
        falseMetrics(comparison) ??
        falseFlags(comparison) ??
        falseVerdict(comparison));
}
function falseSides(comparison) {
    const wrong = ['base', 'head'].find((side) => {
        const { commit } = comparison[side];
        return commit !== null && !comparison_COMMIT.test(commit);
    });
    return wrong === undefined ? undefined : `comparison.${wrong}.commit: it is no full commit id`;
}
function falseBaseFailure({ baseFailure, metrics, verdict }) {
    if (baseFailure === undefined)
        return undefined;
    if (metrics.length > 0)
        return 'comparison.baseFailure: base could not be measured, but was compared';
    return verdict === 'fail' || verdict === 'void'
        ? `comparison.verdict: it says ${verdict}, but nothing was compared`
        : undefined;
}
function falseMetrics(comparison) {
    const seen = new Set();
    for (const [index, metric] of comparison.metrics.entries()) {
        const twice = seen.has(metric.name) ? 'it is there twice' : undefined;
        const problem = twice ?? compared_metric_falseMetric(metric) ?? falsePardon(metric, comparison);
        if (problem !== undefined)
            return `comparison.metrics[${index}]: ${problem}`;
        seen.add(metric.name);
    }
    return undefined;
}
function falsePardon({ name, verdict, role }, { acceptances, confirmation }) {
    if (verdict !== 'accepted' && verdict !== 'not-confirmed')
        return undefined;
    if (role !== 'gate')
        return `it says ${verdict}, but can fail nothing`;
    if (verdict === 'accepted') {
        return acceptances.some(({ metric }) => metric === name) ? undefined : 'it says accepted, but nobody accepted it';
    }
    return confirmation?.flagged.includes(name) === true ? 'it says not-confirmed, but the second run found it worse' : undefined;
}
function falseFlags({ metrics, flagged }) {
    const worse = metrics.filter(({ role, verdict }) => role === 'gate' && verdict === 'regression').map(({ name }) => name);
    const same = worse.length === flagged.length && new Set([...worse, ...flagged]).size === worse.length;
    return same ? undefined : 'comparison.flagged: they are not the gating metrics that got worse';
}
function falseVerdict(comparison) {
    if (comparison.baseFailure !== undefined)
        return undefined;
    const expected = expectedVerdict(comparison);
    return comparison.verdict === expected
        ? undefined
        : `comparison.verdict: it says ${comparison.verdict}, but its own parts come to ${expected}`;
}
/** What is counted does not depend on the machine, so it fails even where times cannot be believed; so does a head that does not run. */
function expectedVerdict({ metrics, sentinel, headFailure }) {
    if (headFailure !== undefined)
        return 'fail';
    const gate = metrics.filter(({ role }) => role === 'gate');
    const worse = gate.filter(({ verdict }) => verdict === 'regression');
    if (worse.some((metric) => metric.class === 'exact'))
        return 'fail';
    if (sentinel.verdict === 'moved')
        return 'void';
    if (worse.length > 0)
        return 'fail';
    return gate.length === 0 || gate.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass';
}

// EXTERNAL MODULE: ./lib/workflows-lib/history/run-verdict.js
var run_verdict = __webpack_require__(49317);
;// CONCATENATED MODULE: ./lib/workflows-lib/history/foreign/verdicts.js
/** Whether the verdicts of a document follow from its own figures, by the rules that `gate` judges by. */



const UNITS = ['ms', 'ratio', 'usd', 'per_s', 'tokens', 'count'];
/** The first verdict that its document contradicts, as "place: what"; undefined when they agree. */
function findFalseVerdict(run) {
    for (const [index, objective] of run.objectives.entries()) {
        const problem = run.generator.verdict === 'void' ? inVoidRun(objective) : falseUnlessExcused(run, objective);
        if (problem !== undefined)
            return `objectives[${index}].verdict: ${problem}`;
    }
    const problem = findFalseComparison(run);
    if (problem !== undefined)
        return problem;
    const expected = (0,run_verdict/* verdictOfRun */.g)(run);
    return run.verdict === expected ? undefined : `verdict: it says ${run.verdict}, but its own parts come to ${expected}`;
}
/** Where head need only be no worse than base, an objective that base misses as well is met; base's own figure is not in the document. */
function falseUnlessExcused({ comparison }, objective) {
    const { verdict, reason } = objective;
    const excused = verdict === 'pass' && comparison !== undefined && reason?.startsWith('base misses it as well') === true;
    return excused ? undefined : falseObjective(objective);
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

// EXTERNAL MODULE: ./lib/workflows-lib/gate/comparison/judge.js + 5 modules
var judge = __webpack_require__(33616);
;// CONCATENATED MODULE: ./lib/workflows-lib/commands/settle-comparison.js
/** What becomes of a comparison once a second measurement and people with write permission have had their say. Pure. */


/**
 * The run with its regressions confirmed, not confirmed or accepted, and with the verdicts that follow; everything else stands as it was judged.
 * What the document itself claims of acceptances and of a second run is dropped: whoever wrote it could have been anyone.
 */
function settleComparison(run, { second, acceptances }) {
    if (run.comparison === undefined)
        return run;
    const claimed = asMeasured(run.comparison);
    const again = second === undefined ? undefined : ofTheSame(run, claimed, second);
    const metrics = claimed.metrics.map((metric) => {
        if (!claimed.flagged.includes(metric.name))
            return metric;
        const acceptance = acceptances.find((candidate) => candidate.metric === metric.name);
        if (acceptance !== undefined)
            return accepted(metric, acceptance);
        return again === undefined ? metric : seenAgain(metric, again);
    });
    const worse = metrics.filter(({ name, verdict }) => claimed.flagged.includes(name) && verdict === 'regression');
    const flagged = worse.map(({ name }) => name);
    const moved = claimed.sentinel.verdict === 'moved';
    const verdict = claimed.flagged.length === 0 ? claimed.verdict : (0,judge/* verdictOf */.V)(metrics, worse, moved);
    const confirmation = claimed.flagged.length === 0 ? {} : confirmationOf(claimed, again);
    const broken = claimed.headFailure === undefined ? { verdict } : { verdict: 'fail' };
    const comparison = { ...claimed, metrics, flagged, acceptances: [...acceptances], ...confirmation, ...broken };
    return { ...run, comparison, verdict: (0,run_verdict/* verdictOfRun */.g)({ ...run, comparison }) };
}
/** The comparison without a second opinion: no measurement accepts a regression or doubts it by itself. */
function asMeasured(comparison) {
    const { confirmation: dropped, ...rest } = comparison;
    const claims = comparison.metrics
        .filter(({ role, verdict }) => role === 'gate' && (verdict === 'accepted' || verdict === 'not-confirmed'))
        .map(({ name }) => name);
    if (dropped === undefined && claims.length === 0)
        return comparison;
    const metrics = comparison.metrics.map((metric) => claims.includes(metric.name) ? { ...metric, verdict: 'regression' } : metric);
    return { ...rest, metrics, flagged: [...new Set([...comparison.flagged, ...claims])] };
}
function accepted(metric, { by, reason }) {
    return { ...metric, verdict: 'accepted', reason: `${by} accepted it: ${reason}` };
}
/** The second run, unless it could not have seen what the first one saw: nothing of it then counts. */
function ofTheSame({ run: first }, claimed, second) {
    const comparison = 'run' in second ? second.run.comparison : undefined;
    if (!('run' in second) || comparison === undefined)
        return second;
    const { run } = second.run;
    const message = (run.id === first.id ? 'it is the first run itself' : undefined) ??
        // What an earlier attempt left under the same name was measured before there was anything to confirm.
        (Date.parse(run.startedAt) < Date.parse(first.startedAt) ? 'it is older than the first run' : undefined) ??
        whyUseless(claimed, comparison);
    return message === undefined ? second : { missing: { message } };
}
function whyUseless(first, second) {
    if (second.baseFailure !== undefined)
        return 'base could not be measured there';
    if (second.headFailure !== undefined && second.metrics.length === 0)
        return 'head could not be started there';
    const other = ['base', 'head'].find((side) => {
        const [here, there] = [first[side], second[side]];
        return here.commit !== there.commit || here.planDigest !== there.planDigest;
    });
    return other === undefined ? undefined : `its ${other} was another commit or plan than that of the first run`;
}
function confirmationOf({ metrics, flagged }, second) {
    if (second === undefined || !('run' in second) || second.run.comparison === undefined)
        return {};
    const seen = metrics.filter((metric) => flagged.includes(metric.name) && lookAgain(metric, second) === 'worse');
    return { confirmation: { runId: second.run.run.id, flagged: seen.map(({ name }) => name) } };
}
/**
 * A regression that the second run saw too stays one; one that it looked for and did not see is not confirmed; of the rest nobody knows, but for
 * what is counted, which stands by itself.
 */
function seenAgain(metric, second) {
    const seen = lookAgain(metric, second);
    if (seen === 'worse')
        return metric;
    if (seen === 'not worse') {
        return { ...metric, verdict: 'not-confirmed', reason: 'a second run on another machine did not find it worse' };
    }
    if (metric.class === 'exact')
        return metric;
    return { ...metric, verdict: 'inconclusive', reason: `it is not confirmed yet: ${seen.unknown}` };
}
/** What the second run says of a metric. Whether its machine was fit is asked first: on one that was not, a time says nothing either way. */
function lookAgain(metric, second) {
    if ('missing' in second)
        return { unknown: `there is no second run that counts (${second.missing.message})` };
    const { comparison } = second.run;
    const again = comparison?.metrics.find(({ name }) => name === metric.name);
    if (comparison === undefined || again === undefined)
        return { unknown: 'the second run did not measure it' };
    const isWorse = comparison.flagged.includes(metric.name);
    if (metric.class === 'exact' && isWorse)
        return 'worse';
    if (comparison.headFailure !== undefined)
        return { unknown: 'head died in the second run' };
    // What is counted does not depend on the machine.
    if (metric.class !== 'exact' && isUnfit(second.run)) {
        return { unknown: 'the second run was on a machine that was not fit to measure' };
    }
    if (again.verdict === 'inconclusive')
        return { unknown: 'the second run could not tell' };
    return isWorse ? 'worse' : 'not worse';
}
/** A run with something counted that got worse is a `fail`, whatever its sentinel says. */
function isUnfit({ comparison, generator, verdict }) {
    return comparison?.sentinel.verdict === 'moved' || [comparison?.verdict, generator.verdict, verdict].includes('void');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publish-comparison.js
/** What the trusted side adds to a comparison before it is published: the second measurement, and what was accepted. */







/**
 * Settles a comparison; any other run, and one that is missing, is returned as it is. What was recorded of acceptances earlier is carried on
 * whatever happens. Notes on what does not count become warnings of the run.
 */
async function settleRun(query) {
    const { found } = query;
    const told = await listen(query);
    if ('missing' in found || found.run.comparison === undefined) {
        return { found, unaccepted: found, ...carriedOver(told) };
    }
    const { measuredAgain, errors } = await secondOf(found.run, query);
    const confirmed = settleComparison(found.run, { ...measuredAgain, acceptances: [] });
    const unaccepted = { run: confirmed };
    if ('error' in told)
        return { found: unaccepted, unaccepted, record: undefined, errors: [...errors, told.error] };
    const asked = await lookUp(confirmed, told, query);
    const { acceptances, notes, record } = asked.held;
    for (const note of notes)
        query.context.log.warn(note);
    const run = settleComparison(found.run, { ...measuredAgain, acceptances });
    return {
        found: { run: { ...run, warnings: [...run.warnings, ...notes] } },
        unaccepted,
        record: renderRecord({ accepted: record, shown: shownIn(run) }),
        errors: [...errors, ...asked.errors],
    };
}
/** Without a comparison the comment shows no figure that could be accepted. */
function carriedOver(told) {
    if ('error' in told)
        return { record: undefined, errors: [told.error] };
    return { record: renderRecord({ accepted: told.earlier.accepted, shown: [] }), errors: [] };
}
/**
 * What the comment shows as worse, accepted or not, at its present figure: that is what people see who accept it, or accept it again. What was
 * accepted at less keeps its limit by its own entry. Of a void run nothing is shown.
 */
function shownIn({ comparison, verdict }) {
    if (comparison === undefined || verdict === 'void')
        return [];
    const { metrics, flagged, acceptances } = comparison;
    const names = new Set([...flagged, ...acceptances.map(({ metric }) => metric)]);
    return metrics.flatMap(({ name, change }) => change === null || !names.has(name) ? [] : [{ metric: name, change: change.estimate }]);
}
async function listen({ github, place, pull, found, options }) {
    const isCompared = 'run' in found && found.run.comparison !== undefined;
    if (pull === undefined || (options.comment === 'never' && !isCompared))
        return { remarks: [], earlier: recordOf(undefined) };
    try {
        const author = await commentAuthor(github, options.token, options.author);
        const remarks = await listRemarks(github, { repository: place.repository, pullRequest: pull.number });
        return { remarks, earlier: recordOf(findOurs(remarks, { name: options.name, author })) };
    }
    catch (error) {
        return { error: (0,core_errors/* toError */.iT)(error) };
    }
}
/** Only what got worse was measured again. Where that cannot be had, the first run is published all the same, unconfirmed. */
async function secondOf(run, { options, context, github, place }) {
    if (options.confirmation === undefined || run.comparison?.flagged.length === 0)
        return { measuredAgain: {}, errors: [] };
    try {
        const second = await findRun({ artifact: options.confirmation }, { context, github, place });
        return { measuredAgain: { second }, errors: [] };
    }
    catch (error) {
        const missing = (0,core_errors/* toError */.iT)(error);
        return { measuredAgain: { second: { missing } }, errors: [missing] };
    }
}
async function lookUp({ comparison }, { remarks, earlier }, { github, place, pull, options }) {
    const none = { acceptances: [], notes: [], record: earlier.accepted };
    if (pull === undefined || comparison === undefined)
        return { held: none, errors: [] };
    try {
        const isRecorded = options.comment !== 'never';
        const search = { repository: place.repository, pull, comparison, remarks, earlier, isRecorded };
        return { held: await acceptRegressions(github, search), errors: [] };
    }
    catch (error) {
        return { held: none, errors: [(0,core_errors/* toError */.iT)(error)] };
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publish-place.js


const PUBLIC_API = 'https://api.github.com';
const FULL_SHA = /^[0-9a-f]{40}$/;
const PUBLIC_SERVER = 'https://github.com';
/** Takes the place from the command line where it names a pull request, else from the event of the running job. */
async function findPlace(options, context) {
    if (options.pullRequest !== undefined)
        return namedPlace(options, options.pullRequest, context);
    const { repository, subject, apiUrl, serverUrl } = await (0,workflow_context/* readWorkflowContext */.FB)(context.env);
    return placeOf({ repository, subject, apiUrl }, serverUrl);
}
/** The place of another subject in the same repository: what a comment on a pull request led to. */
function movePlace(place, subject, env) {
    return placeOf({ ...place, subject }, env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER);
}
function placeOf(place, serverUrl) {
    const page = `${serverUrl.replace(/\/+$/, '')}/${fullName(place.repository)}/actions/runs/${place.subject.runId}`;
    return { ...place, detailsUrl: page };
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

;// CONCATENATED MODULE: ./lib/workflows-lib/commands/publish-report.js
















/** The name of a report that is the only one of its repository. */
const USUAL_NAME = 'benchmark';
/**
 * Publishes a run: one comment on the pull request, edited in place, and a check on the commit that was measured. The pull request comes from
 * the event and the API, never from the run. What cannot be published does not keep the rest from being published.
 */
async function publishReport(options, context) {
    checkCommentName(options.name);
    const asked = await findPlace(options, context);
    const github = await connectGitHub({
        token: options.token,
        apiUrl: asked.apiUrl,
        clock: context.clock,
        random: (0,random/* seededRandom */.I)(`${asked.subject.runId}.${asked.subject.runAttempt}`),
        log: context.log,
        signal: context.signal,
    });
    const { value: known, error: noPull } = await lookUpPull(github, asked);
    // What a merge queue tries out is not what stands on the pull request: it is asked what was accepted, and nothing is written on it.
    const pull = asked.subject.kind === 'merge-group' ? undefined : known;
    const place = await placeOfRun(asked, { github, pull, options, context });
    if (place === undefined)
        return nothingYet(pull);
    const measured = await findRun(options, { context, github, place });
    const { found: settled, unaccepted, record, errors, } = await settleRun({ github, context, place, pull: known, options, found: measured });
    const shown = describePlace(options, place, { pull, found: settled });
    const publication = { options, context, github, place, found: settled, record, pull, shown };
    if (noPull === undefined)
        sayWhatIsOdd(publication);
    const comment = noPull === undefined ? await attempt(async () => publishComment(publication)) : { error: noPull };
    const found = comment.error === undefined ? settled : unaccepted;
    const check = await attempt(async () => publishCheck({ ...publication, found }));
    const failure = firstFailure([comment.error, check.error, ...errors, 'missing' in found ? found.missing : undefined]);
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
/** A comment on a pull request is about what was measured of it last; undefined where that is nothing yet. */
async function placeOfRun(asked, { github, pull, options, context }) {
    if (asked.subject.kind !== 'pull-request-comment')
        return asked;
    if (pull === undefined)
        return undefined;
    const shown = await shownRun(asked, { github, pull, options });
    const subject = await findMeasuredRun(github, asked.repository, { pull, artifact: options.artifact, shown });
    if (subject !== undefined)
        return movePlace(asked, subject, context.env);
    context.log.info(`the report on #${pull.number} shows no run of ${pull.headSha.slice(0, 12)} with an artifact ${options.artifact}: what was said counts when one is reported`);
    return undefined;
}
/** The run that our comment shows; undefined where there is none. */
async function shownRun({ repository }, { github, pull, options }) {
    const author = await commentAuthor(github, options.token, options.author);
    const remarks = await listRemarks(github, { repository, pullRequest: pull.number });
    return readMarker(findOurs(remarks, { name: options.name, author })?.body ?? '')?.order;
}
function nothingYet(pull) {
    const nothing = { comment: null, check: null, summary: 'There is no report of this commit yet.', annotations: [] };
    return { verdict: 'missing', pullRequest: pull?.number ?? null, stale: false, ...nothing };
}
/** Stands for the name of a repository that is gone. */
const DELETED_FORK = 'a deleted repository';
function describePlace({ name }, { repository, subject, detailsUrl }, { pull, found }) {
    const measuredBy = 'headRepository' in subject ? (subject.headRepository ?? DELETED_FORK) : fullName(repository);
    const isForeign = measuredBy !== fullName(repository);
    return {
        ...(name === USUAL_NAME ? {} : { name }),
        headSha: subject.headSha,
        detailsUrl,
        reproduce: measuringCommand(found, isForeign),
        ...(isForeign ? { measuredBy } : {}),
        ...(pull === undefined || pull.headSha === subject.headSha ? {} : { staleSince: pull.headSha }),
    };
}
function sayWhatIsOdd({ context, place: { subject }, pull, shown }) {
    const measured = subject.headSha.slice(0, 12);
    if (pull === undefined && subject.kind !== 'commit' && subject.kind !== 'merge-group') {
        context.log.warn(`no open pull request has ${measured}: nothing to comment on; it was closed, or its branch is gone`);
    }
    if (pull !== undefined && shown.staleSince !== undefined) {
        context.log.warn(`#${pull.number} has moved on from ${measured} to ${shown.staleSince.slice(0, 12)}: the report says that it is stale`);
    }
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
