export const id = 460;
export const ids = [460];
export const modules = {

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

/***/ 77460:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/pacing.js
/** Lengths belong to the protocol, not to the profile: a profile changes when tokens come, never which. */
const DRAFT = { mean: 200, sigma: 0.3 };
const SYNTHESIS = { mean: 350, sigma: 0.3 };
/**
 * The profiles. Time of a whole answer at its mean length:
 *
 * | profile   | protocol  | first token | a token | answer     | whole answer | chunks                         |
 * |-----------|-----------|-------------|---------|------------|--------------|--------------------------------|
 * | fast      | openai    | 15 ms       | 0.22 ms | 200 tokens | 59 ms        | 10 % single, others 2 to 16    |
 * | fast      | anthropic | 20 ms       | 0.20 ms | 350 tokens | 90 ms        | 10 % single, others 2 to 16    |
 * | realistic | openai    | 1.2 s       | 34 ms   | 200 tokens | 8.0 s        | 85 % single, others 2 to 4     |
 * | realistic | anthropic | 1.5 s       | 30 ms   | 350 tokens | 12.0 s       | 85 % single, others 2 to 4     |
 *
 * Large chunks in `fast` keep the processor for the system under test: it is a profile for pull requests, where many users share two cores.
 */
const PROFILES = {
    fast: {
        openai: {
            firstTokenMs: { mean: 15, sigma: 0.2 },
            tokenMs: { mean: 0.22, sigma: 0.5 },
            speedSigma: 0.1,
            singleTokenShare: 0.1,
            maxChunkTokens: 16,
            answerTokens: DRAFT,
        },
        anthropic: {
            firstTokenMs: { mean: 20, sigma: 0.2 },
            tokenMs: { mean: 0.2, sigma: 0.5 },
            speedSigma: 0.1,
            singleTokenShare: 0.1,
            maxChunkTokens: 16,
            answerTokens: SYNTHESIS,
        },
    },
    realistic: {
        openai: {
            firstTokenMs: { mean: 1_200, sigma: 0.35 },
            tokenMs: { mean: 34, sigma: 0.5 },
            speedSigma: 0.12,
            singleTokenShare: 0.85,
            maxChunkTokens: 4,
            answerTokens: DRAFT,
        },
        anthropic: {
            firstTokenMs: { mean: 1_500, sigma: 0.3 },
            tokenMs: { mean: 30, sigma: 0.5 },
            speedSigma: 0.12,
            singleTokenShare: 0.85,
            maxChunkTokens: 4,
            answerTokens: SYNTHESIS,
        },
    },
};
/** One draw; the second term keeps the mean where the table says it is. */
function drawLogNormal(distribution, random) {
    const { mean, sigma } = distribution;
    return mean * Math.exp(sigma * random.normal() - (sigma * sigma) / 2);
}
/** Draws the timeline of an answer of `count` tokens. A slow start has ten times the time to first token. */
function drawTimeline(pacing, random, answer) {
    const firstTokenMs = drawLogNormal(pacing.firstTokenMs, random.fork('first token')) * (answer.slowStart ? 10 : 1);
    const speed = drawLogNormal({ mean: 1, sigma: pacing.speedSigma }, random.fork('speed'));
    const intervals = random.fork('intervals');
    const nextMs = () => speed * drawLogNormal(pacing.tokenMs, intervals);
    let dueMs = firstTokenMs;
    const tokensMs = Array.from({ length: answer.count }, (_, index) => (index === 0 ? dueMs : (dueMs += nextMs())));
    return { firstTokenMs, tokensMs, endMs: dueMs + nextMs() };
}
/** How many tokens each chunk carries; they add up to `count`. The first carries one, so that it is sent when the first token is due. */
function drawChunkSizes(pacing, random, count) {
    const sizes = [];
    for (let left = count; left > 0; left -= sizes.at(-1) ?? left) {
        const single = sizes.length === 0 || pacing.maxChunkTokens === 1 || random.next() < pacing.singleTokenShare;
        sizes.push(Math.min(left, single ? 1 : 2 + random.integer(pacing.maxChunkTokens - 1)));
    }
    return sizes;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/options.js
/** What the simulator is told at its start: one JSON object, checked once. */



const logNormal = schemas/* strictObject */.rej({ mean: schemas/* number */.aig().positive(), sigma: schemas/* number */.aig().min(0).max(3) });
const pacing = schemas/* strictObject */.rej({
    firstTokenMs: logNormal,
    tokenMs: logNormal,
    speedSigma: schemas/* number */.aig().min(0).max(3),
    singleTokenShare: schemas/* number */.aig().min(0).max(1),
    maxChunkTokens: schemas/* int */.Whr().min(1).max(256),
    answerTokens: logNormal,
});
const profileName = schemas/* enum */.k5n(Object.keys(PROFILES));
const share = schemas/* number */.aig().min(0).max(1).optional();
const schema = schemas/* strictObject */.rej({
    protocol: schemas/* enum */.k5n(['openai', 'anthropic']),
    host: schemas/* string */.YjP().min(1).default('127.0.0.1'),
    /** 0 lets the system choose. */
    port: schemas/* int */.Whr().min(0).max(65_535).default(0),
    /** The one model that is served; any other name is unknown to it. */
    model: schemas/* string */.YjP().min(1),
    /** Whose habits it has: `openai`, `deepseek`, `anthropic`, or any other name (then those of the protocol). */
    provider: schemas/* string */.YjP().min(1),
    /** A profile by name, or pacing of one's own. */
    profile: schemas/* union */.KCZ([profileName, pacing]).default('fast'),
    seed: schemas/* string */.YjP(),
    /** Path of a YAML file with scripted answers. */
    answers: schemas/* string */.YjP().optional(),
    /** Share of requests that end in each fault. */
    faults: schemas/* strictObject */.rej({
        unauthorized: share,
        rate_limited: share,
        server_error: share,
        overloaded: share,
        dropped: share,
        slow_start: share,
    })
        .default({})
        .refine((faults) => Object.values(faults).reduce((sum, value) => sum + (value ?? 0), 0) <= 1 + 1e-9, {
        error: 'the shares add up to more than 1',
    }),
    /** Path of the JSON Lines file that tells what was really sent, and when. Appended to. */
    logFile: schemas/* string */.YjP().optional(),
    /** When given, requests with another key are refused. */
    apiKey: schemas/* string */.YjP().optional(),
    /** Whether prompts are cached like the provider caches them. Off: usage depends on nothing but the request. */
    cache: schemas/* boolean */.zMY().default(true),
});
/** Checks options of unknown origin. Throws UsageError, one line, naming each field that is wrong. */
function parseSimulatorOptions(value) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'options'}: ${issue.message}`);
    throw new errors/* UsageError */.eb(`Model simulator: ${problems.join('; ')}`);
}
/** The pacing that the settings choose. */
function pacingOf(settings) {
    return typeof settings.profile === 'string' ? PROFILES[settings.profile][settings.protocol] : settings.profile;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/workflows-lib/core/clock.js
var clock = __webpack_require__(41557);
;// CONCATENATED MODULE: ./lib/workflows-lib/core/log.js
/** Drops everything; for tests and for library use. */
const silentLog = { info: () => undefined, warn: () => undefined, debug: () => undefined };

// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/model-request.js
/** A request for an answer, whatever wire format it came in. */

/** What the answer to a request depends on, as one digest. Its length limit is left out: a shorter answer is the start of the longer one. */
function digestOf(request) {
    const prompt = request.prompt.map((part) => part.tokens.join(''));
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify([request.model, prompt, request.temperature ?? null, request.stops]));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/problem.js
/** What a provider refuses, before it is written in that provider's own shape. */
/** A request that gets an error for an answer. */
class ProviderProblem extends Error {
    name = 'ProviderProblem';
    kind;
    /** The parameter that is wrong, as a path: `messages[0].content`. */
    param;
    constructor(kind, message, param) {
        super(message);
        this.kind = kind;
        this.param = param;
    }
}
const FAULT_MESSAGES = {
    unauthorized: 'The API key is not valid.',
    rate_limited: 'Rate limit reached. Please try again after the time in retry-after.',
    server_error: 'The server had an error while processing the request.',
    overloaded: 'The model is overloaded. Please try again later.',
};
/** A problem that is no fault of the request. */
function faultProblem(kind) {
    return new ProviderProblem(kind, `${FAULT_MESSAGES[kind] ?? kind} (simulated)`);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/tokens.js
/**
 * The simulator's tokeniser: an optional space with up to five letters, digits or underscores; up to four white-space characters; or any
 * other single character (code point). English prose comes to about four characters a token, like the providers' own vocabularies.
 */
const TOKEN = / ?[\p{L}\p{M}\p{N}_]{1,5}|\s{1,4}|[^]/gu;
/** The tokens of a text; joined they are the text again. */
function tokenise(text) {
    return text.match(TOKEN) ?? [];
}
/** How many tokens the simulator bills for a text. */
function countTokens(text) {
    return tokenise(text).length;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/anthropic-request.js





const cacheControl = schemas/* looseObject */._H3({ type: schemas/* literal */.euz('ephemeral'), ttl: schemas/* enum */.k5n(['5m', '1h']).default('5m') }).nullish();
const block = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), text: schemas/* string */.YjP().optional(), cache_control: cacheControl });
const message = schemas/* looseObject */._H3({ role: schemas/* enum */.k5n(['user', 'assistant']), content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(block)]) });
const anthropic_request_schema = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    max_tokens: schemas/* int */.Whr().min(1),
    messages: schemas/* array */.YOg(message).min(1, { error: 'at least one message is required' }),
    system: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(block)]).optional(),
    temperature: schemas/* number */.aig().min(0).max(1).optional(),
    stream: schemas/* boolean */.zMY().optional(),
    stop_sequences: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    tools: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), cache_control: cacheControl })).optional(),
    cache_control: cacheControl,
});
/** Reads a request. Throws ProviderProblem `invalid_request`, in the provider's words: `max_tokens: Field required`. */
function parseAnthropicRequest(body, headers) {
    if (headers['anthropic-version'] === undefined) {
        throw new ProviderProblem('invalid_request', 'anthropic-version: header is required');
    }
    const result = anthropic_request_schema.safeParse(body);
    if (!result.success)
        throw refusal(result.error, body);
    const { data } = result;
    checkMessages(data);
    const stops = data.stop_sequences ?? [];
    const prompt = promptOf(data);
    return {
        model: data.model,
        stream: data.stream === true,
        includeUsage: true,
        prompt,
        system: blocksOf(data.system).map(textOf).join('\n'),
        lastUser: blocksOf(data.messages.findLast(({ role }) => role === 'user')?.content)
            .map(textOf)
            .join('\n'),
        maxTokens: data.max_tokens,
        stops,
        digest: digestOf({ model: data.model, prompt, temperature: data.temperature, stops }),
    };
}
function checkMessages(body) {
    if (body.messages[0]?.role !== 'user') {
        throw new ProviderProblem('invalid_request', 'messages: first message must use the "user" role');
    }
    const empty = body.messages.findIndex(({ role, content }) => role === 'user' && content.length === 0);
    if (empty !== -1)
        throw new ProviderProblem('invalid_request', `messages.${empty}: user messages must have non-empty content`);
    const breakpoints = promptOf(body).filter(({ cache }) => cache !== undefined).length;
    if (breakpoints > 4) {
        throw new ProviderProblem('invalid_request', `A maximum of 4 blocks with cache_control may be provided. Found ${breakpoints}.`);
    }
}
/** Billed in the order tools, system, messages: a tool as its JSON, a block of text as its role, a line break, the text and a line break. */
function promptOf(body) {
    const tools = (body.tools ?? []).map((tool) => part(JSON.stringify(tool), tool.cache_control));
    const system = blocksOf(body.system).map((item) => part(`system\n${textOf(item)}\n`, item.cache_control));
    const messages = body.messages.flatMap(({ role, content }) => blocksOf(content).map((item) => part(`${role}\n${textOf(item)}\n`, item.cache_control)));
    const all = [...tools, ...system, ...messages];
    const last = all.at(-1);
    if (last === undefined)
        return all;
    // A marker on the request itself stands for one on its last block.
    return [...all.slice(0, -1), { tokens: last.tokens, cache: last.cache ?? body.cache_control?.ttl }];
}
function part(text, control) {
    return { tokens: tokenise(text), cache: control?.ttl };
}
function blocksOf(content) {
    return typeof content === 'string' ? [{ type: 'text', text: content }] : (content ?? []);
}
/** Text of a block; other kinds of content count as their kind's name. */
function textOf(item) {
    return item.text ?? `[${item.type}]`;
}
function refusal(error, body) {
    const issue = error.issues[0];
    const path = issue?.path ?? [];
    if (path.length === 0)
        return new ProviderProblem('invalid_json', 'The request body is not valid JSON: expected an object');
    const reason = (0,json.at)(body, ...path) === undefined ? 'Field required' : (issue?.message ?? 'Invalid');
    return new ProviderProblem('invalid_request', `${path.map(String).join('.')}: ${reason}`, path.map(String).join('.'));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/anthropic.js

/** docs.anthropic.com/en/api/errors */
const PROBLEMS = {
    unauthorized: { status: 401, type: 'authentication_error' },
    invalid_request: { status: 400, type: 'invalid_request_error' },
    invalid_json: { status: 400, type: 'invalid_request_error' },
    unknown_model: { status: 404, type: 'not_found_error' },
    unknown_route: { status: 404, type: 'not_found_error' },
    wrong_method: { status: 405, type: 'invalid_request_error' },
    too_large: { status: 413, type: 'request_too_large' },
    rate_limited: { status: 429, type: 'rate_limit_error' },
    server_error: { status: 500, type: 'api_error' },
    overloaded: { status: 529, type: 'overloaded_error' },
};
/** Shortest prefix that is cached, by model (docs.anthropic.com/en/docs/build-with-claude/prompt-caching, "cache limitations"). */
const MINIMUM_CACHED = [
    { model: /opus-4-[56]|haiku-4-5/, tokens: 4096 },
    { model: /sonnet-4-6|haiku-3/, tokens: 2048 },
    { model: /^/, tokens: 1024 },
];
/** The dialect of Anthropic. */
function anthropicDialect() {
    return {
        answerPaths: ['/v1/messages'],
        modelPaths: ['/v1/models', '/models'],
        reasons: () => false,
        showsReasoning: false,
        apiKey: (headers) => {
            const key = headers['x-api-key'];
            return typeof key === 'string' ? key : /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
        },
        parse: parseAnthropicRequest,
        cacheUse: (cache, scope, request) => cache.useBreakpoints(scope, request.prompt, minimumCached(request.model)),
        answerId: (digits) => `msg_01${digits.slice(0, 22)}`,
        headers: rateHeaders,
        problem: describe,
        models: (model) => ({
            data: [{ type: 'model', id: model, display_name: model, created_at: '2025-01-01T00:00:00Z' }],
            has_more: false,
            first_id: model,
            last_id: model,
        }),
        tellsUsage: () => true,
        usage,
        whole: (answer) => ({
            ...messageBody(answer, [{ type: 'text', text: answer.plan.text }]),
            ...ending(answer),
            usage: usage(answer.bill),
        }),
        opening,
        content: (_, text) => anthropic_event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
        reasoning: () => '',
        closing,
    };
}
function minimumCached(model) {
    return MINIMUM_CACHED.find((row) => row.model.test(model))?.tokens ?? 0;
}
function rateHeaders(requestId, rate) {
    return {
        'request-id': requestId,
        'anthropic-ratelimit-requests-limit': `${rate.limit}`,
        'anthropic-ratelimit-requests-remaining': `${rate.remaining}`,
        'anthropic-ratelimit-requests-reset': rate.resetAt.toISOString(),
    };
}
function describe(problem, requestId) {
    const { status, type } = PROBLEMS[problem.kind];
    return { status, body: { type: 'error', error: { type, message: problem.message }, request_id: requestId } };
}
/** The three parts of the prompt are disjoint here, unlike in `TokenUsage`. */
function usage(bill) {
    return {
        input_tokens: bill.input - bill.cached - bill.cacheWrite,
        cache_creation_input_tokens: bill.cacheWrite,
        cache_read_input_tokens: bill.cached,
        cache_creation: {
            ephemeral_5m_input_tokens: bill.cacheWrite - bill.cacheWrite1h,
            ephemeral_1h_input_tokens: bill.cacheWrite1h,
        },
        output_tokens: bill.output,
        service_tier: 'standard',
    };
}
function ending(answer) {
    const reasons = { stop: 'end_turn', length: 'max_tokens', stop_sequence: 'stop_sequence' };
    return { stop_reason: reasons[answer.plan.finish], stop_sequence: answer.plan.stopSequence ?? null };
}
function messageBody(answer, content) {
    return { id: answer.id, type: 'message', role: 'assistant', model: answer.request.model, content };
}
function anthropic_event(body) {
    return `event: ${body.type}\ndata: ${JSON.stringify(body)}\n\n`;
}
/** The first event already counts one output token; later counts are totals, so adding them up would count it twice. */
function opening(answer) {
    const started = usage({ ...answer.bill, output: 1 });
    const message = { ...messageBody(answer, []), stop_reason: null, stop_sequence: null, usage: started };
    return [
        anthropic_event({ type: 'message_start', message }),
        anthropic_event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
        anthropic_event({ type: 'ping' }),
    ].join('');
}
function closing(answer) {
    const { input, cached, cacheWrite, output } = answer.bill;
    const total = {
        input_tokens: input - cached - cacheWrite,
        cache_creation_input_tokens: cacheWrite,
        cache_read_input_tokens: cached,
        output_tokens: output,
    };
    return [
        anthropic_event({ type: 'content_block_stop', index: 0 }),
        anthropic_event({ type: 'message_delta', delta: ending(answer), usage: total }),
        anthropic_event({ type: 'message_stop' }),
    ].join('');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8874);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(7619);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/answers.js
/** Scripted answers: a YAML file that says what the simulated model replies to which message. */




const pattern = schemas/* string */.YjP().transform((source, context) => {
    try {
        return new RegExp(source, 'iu');
    }
    catch (error) {
        context.addIssue({ code: 'custom', message: (0,errors/* toError */.iT)(error).message });
        return core/* NEVER */.tm;
    }
});
const answers_schema = schemas/* strictObject */.rej({
    answers: schemas/* array */.YOg(schemas/* strictObject */.rej({
        when: pattern,
        system: pattern.optional(),
        provider: schemas/* string */.YjP().optional(),
        text: schemas/* string */.YjP().min(1),
    })),
});
/** Reads scripted answers. Throws UsageError when the file cannot be read or is not a list of answers. */
async function readAnswers(path) {
    const content = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw new errors/* UsageError */.eb(`Cannot read the scripted answers: ${(0,errors/* toError */.iT)(error).message}`, { cause: error });
    });
    const result = answers_schema.safeParse(parseYaml(content, path));
    if (result.success)
        return result.data.answers;
    const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
    throw new errors/* UsageError */.eb(`${path}: ${problems.join('; ')}`);
}
function parseYaml(content, path) {
    try {
        return (0,dist/* parse */.qg)(content);
    }
    catch (error) {
        const [line] = (0,errors/* toError */.iT)(error).message.split('\n');
        throw new errors/* UsageError */.eb(`${path}: ${line ?? 'not YAML'}`, { cause: error });
    }
}
/** The scripted reply, or undefined when no answer's conditions hold. */
function scriptedReply(answers, question) {
    for (const answer of answers) {
        if (answer.provider !== undefined && answer.provider !== question.provider)
            continue;
        if (answer.system?.test(question.system) === false)
            continue;
        const match = answer.when.exec(question.lastUser);
        if (match !== null)
            return answer.text.replace(/\{\{(\d+)\}\}/g, (_, group) => match[Number(group)] ?? '');
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/random.js
var core_random = __webpack_require__(38440);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/prose.js

const SUBJECTS = [
    'the home team',
    'the visiting side',
    'the second unit',
    'the starting backcourt',
    'Dončić',
    'Jokić',
    'Schröder',
    'a rested lineup',
    'the deeper roster',
    'their zone defence',
    'the rookie guard',
    'the coaching staff',
];
const VERBS = [
    'controlled',
    'slowed',
    'accelerated',
    'lost',
    'regained',
    'questioned',
    'outscored',
    'matched',
    'studied',
    'widened',
    'defended',
    'rebuilt',
];
const OBJECTS = [
    'the pace of the game',
    'the offensive glass',
    'an early lead',
    'the three-point line',
    'every second possession',
    'the usual rotation',
    'the box score',
    'a seven-point margin',
    'the free-throw count',
    'the half-court set',
    'the transition defence',
    'the matchup at centre',
];
const CIRCUMSTANCES = [
    'after the break',
    'in the final minutes',
    'on the road',
    'across the season',
    'without a timeout',
    'against taller opponents',
    'from the corner',
    'with four starters resting',
    'for the third time this month',
    'despite eleven turnovers',
];
const LINKS = ['while', 'although', 'because', 'even as', 'until'];
const OPENERS = ['Meanwhile,', 'By contrast,', 'As the numbers show,', 'Over ten games,', 'Late in the quarter,', 'In short —'];
const ENDINGS = ['.', '.', '.', '.', '.', '.', '!', '…', ' 🏀.', ' (+4.5 %).', ' “again”.', ' → 112–104.'];
function pick(words, random) {
    return words[random.integer(words.length)] ?? '';
}
function clause(random) {
    return `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)}`;
}
function sentence(random) {
    const opener = random.next() < 0.25 ? `${pick(OPENERS, random)} ` : '';
    const where = random.next() < 0.6 ? ` ${pick(CIRCUMSTANCES, random)}` : '';
    const second = random.next() < 0.35 ? `, ${pick(LINKS, random)} ${clause(random)}` : '';
    const text = `${opener}${clause(random)}${where}${second}${pick(ENDINGS, random)}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** Whole sentences in paragraphs, ending with the one that brings the text to at least `tokens` tokens. */
function writeProse(random, tokens) {
    let text = sentence(random);
    let written = countTokens(text);
    while (written < tokens) {
        const next = (random.next() < 0.2 ? '\n\n' : ' ') + sentence(random);
        text += next;
        written += countTokens(next);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/answer-plan.js
/** The whole answer, decided before its first byte is sent: text, tokens, chunks, and when each is due. */





/** Share of a model's answer length that a reasoning model thinks. */
const REASONING_SHARE = 0.8;
/** Decides an answer. Pure: equal arguments give equal answers. */
function planAnswer(request, settings) {
    const random = (0,core_random/* seededRandom */.I)(`${settings.seed}/${request.digest}`);
    const words = chooseWords(request, settings, random);
    const count = words.reasoning.length + words.content.length;
    const timeline = drawTimeline(settings.pacing, random.fork('pacing'), { count, slowStart: settings.slowStart });
    return {
        text: words.content.join(''),
        reasoning: words.reasoning.join(''),
        contentTokens: words.content.length,
        reasoningTokens: words.reasoning.length,
        finish: words.finish,
        stopSequence: words.stopSequence,
        headersMs: timeline.firstTokenMs / 2,
        pieces: cutPieces(words, { settings, random: random.fork('chunks'), timeline }),
        endMs: timeline.endMs,
    };
}
function chooseWords(request, settings, random) {
    const length = drawLogNormal(settings.pacing.answerTokens, random.fork('length'));
    const question = { provider: settings.provider, system: request.system, lastUser: request.lastUser };
    const full = scriptedReply(settings.answers, question) ?? writeProse(random.fork('text'), length);
    const thoughts = settings.reasons ? tokenise(writeProse(random.fork('reasoning'), length * REASONING_SHARE)) : [];
    const { text, stopSequence } = cutAtStop(full, request.stops);
    const limit = request.maxTokens ?? Infinity;
    const reasoning = thoughts.slice(0, limit);
    const whole = tokenise(text);
    const content = whole.slice(0, limit - reasoning.length);
    if (content.length < whole.length || reasoning.length < thoughts.length) {
        return { reasoning, content, finish: 'length', stopSequence: undefined };
    }
    return { reasoning, content, finish: stopSequence === undefined ? 'stop' : 'stop_sequence', stopSequence };
}
/** The text up to the first stop sequence in it, and which one that was. */
function cutAtStop(text, stops) {
    let cut = { text, stopSequence: undefined };
    for (const stop of stops) {
        const at = stop === '' ? -1 : cut.text.indexOf(stop);
        if (at !== -1)
            cut = { text: cut.text.slice(0, at), stopSequence: stop };
    }
    return cut;
}
/** Groups tokens into chunks; a chunk is due when its last token is. Thoughts and answer never share one. */
function cutPieces(words, { settings, random, timeline }) {
    const pieces = [];
    const cut = (kind, tokens, first) => {
        let from = 0;
        for (const size of drawChunkSizes(settings.pacing, random.fork(kind), tokens.length)) {
            const text = tokens.slice(from, from + size).join('');
            from += size;
            pieces.push({ kind, text, tokens: size, dueMs: timeline.tokensMs[first + from - 1] ?? timeline.endMs });
        }
    };
    if (settings.showsReasoning)
        cut('reasoning', words.reasoning, 0);
    cut('content', words.content, words.reasoning.length);
    return pieces;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/faults.js
/** What goes wrong, and when: a share of requests by seed, or this very request on demand. */

/** In the order in which shares are stacked: one draw a request decides between them. */
const SHARED = ['unauthorized', 'rate_limited', 'server_error', 'overloaded', 'dropped', 'slow_start'];
const FAULTS = [...SHARED, 'html', 'garbage', 'stall'];
/** Values of the header `x-simulate-fault`. `none` spares this request from the shares. */
const FAULT_NAMES = ['none', ...FAULTS];
/** The fault that a request asks for by header; undefined for an unknown name. */
function requestedFault(name) {
    return name === 'none' ? name : FAULTS.find((fault) => fault === name);
}
/** The fault that befalls the request of this number (from 0), or undefined. The same seed gives the same faults in the same order. */
function seededFault(shares, seed, count) {
    let draw = (0,core_random/* seededRandom */.I)(`${seed}/fault/${count}`).next();
    return SHARED.find((fault) => {
        draw -= shares[fault] ?? 0;
        return draw < 0;
    });
}
const faults_PROBLEMS = {
    unauthorized: 'unauthorized',
    rate_limited: 'rate_limited',
    server_error: 'server_error',
    overloaded: 'overloaded',
};
/** The provider's error that a fault answers with, or undefined when it spoils the answer in another way. */
function problemOfFault(fault) {
    return faults_PROBLEMS[fault];
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/schedule.js
/**
 * Runs through items in order of `dueMs`; none is early. Those that a timer's resolution (1 ms) makes due together come together.
 * Returns a function that ends it.
 */
function runSchedule(items, run) {
    let next = 0;
    let timer;
    let stopped = false;
    const leftMs = () => (items[next]?.dueMs ?? Infinity) - (run.clock.now() - run.originMs);
    const tick = () => {
        const from = next;
        while (leftMs() <= 0)
            next++;
        if (next > from)
            run.onDue(items.slice(from, next));
        if (!stopped && next < items.length)
            timer = setTimeout(tick, Math.max(1, Math.ceil(leftMs())));
    };
    tick();
    return () => {
        stopped = true;
        clearTimeout(timer);
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/send.js


const JSON_TYPE = 'application/json';
const STREAM_TYPE = 'text/event-stream; charset=utf-8';
const PAGE = '<!doctype html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to this network</h1></body></html>\n';
const BROKEN_EVENT = 'data: {"id":"broken","choices":[{"index":0,"delta":{"content":"no e\n\n';
/** Share of writes that are cut in two at any byte, also within a character: clients must not rely on where pieces end. */
const CUT_SHARE = 0.05;
/** Starts the answer that is headers alone. */
function begin(delivery, status, type) {
    const { state, identity, record, response } = delivery;
    const headers = {
        'content-type': type,
        'cache-control': 'no-cache',
        ...state.dialect.headers(identity.requestId, identity.rate),
    };
    record.status = status;
    record.firstByteMs = state.clock.now();
    response.writeHead(status, headers);
}
function finish(delivery, body) {
    delivery.record.endMs = delivery.state.clock.now();
    delivery.response.end(body);
}
/** Answers with a JSON document. */
function sendJson(delivery, body, status = 200) {
    begin(delivery, status, JSON_TYPE);
    finish(delivery, JSON.stringify(body));
}
/** Answers with the provider's own error. */
function sendProblem(delivery, problem, retryAfter) {
    const { status, body } = delivery.state.dialect.problem(problem, delivery.identity.requestId);
    if (retryAfter !== undefined)
        delivery.response.setHeader('retry-after', retryAfter);
    sendJson(delivery, body, status);
}
/** Answers with a page for people, as a captive portal or a broken gateway does. */
function sendPage(delivery) {
    begin(delivery, 200, 'text/html; charset=utf-8');
    finish(delivery, PAGE);
}
/** Sends headers and then nothing until the client gives up. */
function stall(delivery, stream) {
    begin(delivery, 200, stream ? STREAM_TYPE : JSON_TYPE);
    delivery.response.flushHeaders();
}
/** Sends an answer by its plan's times, counted from the arrival of the request. */
function sendAnswer(delivery, answer, fault) {
    const { state, record, response } = delivery;
    if (response.destroyed)
        return;
    const random = (0,core_random/* seededRandom */.I)(`${state.settings.seed}/segments/${answer.request.digest}`);
    const steps = answer.request.stream ? streamSteps(answer, fault) : wholeSteps(answer, fault);
    const onDue = (due) => {
        take(due, { delivery, answer, random });
    };
    const stop = runSchedule(steps, { clock: state.clock, originMs: record.arrivalMs, onDue });
    response.once('close', () => {
        stop();
        record.bill ??= billOfPart(answer, record);
    });
}
function wholeSteps({ plan }, fault) {
    if (fault === 'dropped')
        return [{ dueMs: plan.endMs / 2, act: 'drop' }];
    return [{ dueMs: plan.endMs, act: fault === 'garbage' ? 'break' : 'whole' }];
}
function streamSteps({ plan }, fault) {
    const open = { dueMs: plan.headersMs, act: 'open' };
    const pieces = plan.pieces.map((piece) => ({ dueMs: piece.dueMs, act: 'piece', piece }));
    if (fault !== 'dropped' && fault !== 'garbage')
        return [open, ...pieces, { dueMs: plan.endMs, act: 'close' }];
    const half = pieces.slice(0, Math.ceil(pieces.length / 2));
    const last = { dueMs: half.at(-1)?.dueMs ?? plan.endMs, act: fault === 'dropped' ? 'drop' : 'break' };
    return [open, ...half, last];
}
/** Does the steps that are due, all their text in one write. */
function take(steps, sending) {
    const opens = steps[0]?.act === 'open';
    let text = opens ? openStream(sending) : '';
    const sentMs = sending.delivery.state.clock.now();
    for (const { act, piece } of opens ? steps.slice(1) : steps) {
        if (piece === undefined) {
            end(act, text, sending);
            return;
        }
        text += encode(piece, sentMs, sending);
    }
    write(text, sending);
}
function openStream({ delivery, answer }) {
    begin(delivery, 200, STREAM_TYPE);
    delivery.response.flushHeaders();
    return delivery.state.dialect.opening(answer);
}
function encode(piece, sentMs, { delivery, answer }) {
    const { record, state } = delivery;
    (piece.kind === 'content' ? record.chunks : record.reasoningChunks).push([sentMs, piece.tokens]);
    return piece.kind === 'content' ? state.dialect.content(answer, piece.text) : state.dialect.reasoning(answer, piece.text);
}
function write(text, { delivery, random }) {
    if (random.next() >= CUT_SHARE) {
        delivery.response.write(text);
        return;
    }
    const bytes = Buffer.from(text);
    const cut = 1 + random.integer(Math.max(1, bytes.length - 1));
    delivery.response.write(bytes.subarray(0, cut));
    delivery.response.write(bytes.subarray(cut));
}
function end(act, text, sending) {
    const { delivery, answer } = sending;
    const { record, response, state } = delivery;
    if (act === 'drop') {
        record.ended = 'dropped';
        record.endMs = state.clock.now();
        // Destroyed at once, what was just written would never leave this process, though the record says that it did.
        if (response.headersSent)
            response.write(text, () => response.destroy());
        else
            response.destroy();
    }
    else if (act === 'break') {
        finishBroken(text, sending);
    }
    else if (act === 'whole') {
        record.bill = answer.bill;
        record.usage = { ...state.dialect.usage(answer.bill) };
        record.chunks.push([state.clock.now(), answer.plan.contentTokens]);
        sendJson(delivery, state.dialect.whole(answer));
    }
    else {
        record.bill = answer.bill;
        if (state.dialect.tellsUsage(answer.request))
            record.usage = { ...state.dialect.usage(answer.bill) };
        finish(delivery, text + state.dialect.closing(answer));
    }
}
function finishBroken(text, { delivery, answer }) {
    if (answer.request.stream) {
        finish(delivery, text + BROKEN_EVENT);
        return;
    }
    const whole = JSON.stringify(delivery.state.dialect.whole(answer));
    begin(delivery, 200, JSON_TYPE);
    finish(delivery, whole.slice(0, whole.length / 2));
}
/** A broken stream is billed for what was generated until then. */
function billOfPart(answer, record) {
    const sent = [...record.chunks, ...record.reasoningChunks].reduce((sum, [, tokens]) => sum + tokens, 0);
    const hidden = record.reasoningChunks.length === 0 ? answer.bill.reasoning : 0;
    return { ...answer.bill, output: Math.min(answer.bill.output, sent + hidden) };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/exchange.js




const LONGEST_BODY = 16 * 1024 * 1024;
/** Answers one request. Resolves when its connection is done with it and its record is written. */
async function serveAnswer(state, request, response) {
    const identity = state.counter.next(state);
    const record = newRecord(state, request, identity);
    const delivery = { state, identity, record, response };
    const closed = new Promise((resolve) => response.once('close', resolve));
    try {
        await answer(delivery, request);
    }
    catch (error) {
        if (!(error instanceof ProviderProblem))
            throw error;
        sendProblem(delivery, error, retryAfter(request, error));
    }
    await closed;
    if (!response.writableFinished && record.ended === 'complete')
        record.ended = 'disconnected';
    if (record.endMs === 0)
        record.endMs = state.clock.now();
    state.log.write(record);
}
function newRecord(state, request, identity) {
    return {
        id: identity.answerId,
        requestId: identity.requestId,
        clientRequestId: headerOf(request, 'x-client-request-id') ?? null,
        protocol: state.settings.protocol,
        provider: state.settings.provider,
        model: null,
        stream: false,
        promptHash: null,
        arrivalMs: state.clock.now(),
        bodyMs: null,
        firstByteMs: null,
        chunks: [],
        reasoningChunks: [],
        endMs: 0,
        status: 0,
        fault: null,
        ended: 'complete',
        usage: null,
        bill: null,
    };
}
async function answer(delivery, request) {
    const { state, record } = delivery;
    const body = await readBody(request);
    record.bodyMs = state.clock.now();
    if (body === undefined)
        return;
    await state.turnstile.pass();
    checkKey(state, request);
    const asked = state.dialect.parse(parseJson(body), request.headers);
    record.stream = asked.stream;
    record.promptHash = asked.digest;
    record.model = asked.model;
    if (asked.model !== state.settings.model)
        throw unknownModel(asked.model);
    const fault = chooseFault(delivery, request);
    record.fault = fault ?? null;
    deliver(delivery, asked, fault);
}
function deliver(delivery, asked, fault) {
    const problem = fault === undefined ? undefined : problemOfFault(fault);
    if (problem !== undefined)
        throw faultProblem(problem);
    if (fault === 'html')
        sendPage(delivery);
    else if (fault === 'stall')
        stall(delivery, asked.stream);
    else
        sendAnswer(delivery, plannedAnswer(delivery, asked, fault), fault);
}
function plannedAnswer({ state, identity }, asked, fault) {
    const { settings, dialect, pacing, answers, cache, clock } = state;
    const plan = planAnswer(asked, {
        seed: settings.seed,
        provider: settings.provider,
        pacing,
        answers,
        reasons: dialect.reasons(asked.model),
        showsReasoning: dialect.showsReasoning,
        slowStart: fault === 'slow_start',
    });
    const use = settings.cache ? dialect.cacheUse(cache, asked.model, asked) : { read: 0, written5m: 0, written1h: 0 };
    const bill = {
        input: asked.prompt.reduce((sum, part) => sum + part.tokens.length, 0),
        cached: use.read,
        cacheWrite: use.written5m + use.written1h,
        cacheWrite1h: use.written1h,
        output: plan.contentTokens + plan.reasoningTokens,
        reasoning: plan.reasoningTokens,
    };
    return { id: identity.answerId, createdSeconds: Math.floor(clock.now() / 1000), request: asked, plan, bill };
}
/** The whole body, or undefined when the client went away before its end. */
async function readBody(request) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of request) {
            length += part.length;
            if (length <= LONGEST_BODY)
                parts.push(part);
        }
    }
    catch (error) {
        if (request.errored !== null || request.destroyed)
            return undefined;
        throw error;
    }
    if (length > LONGEST_BODY)
        throw new ProviderProblem('too_large', 'Request exceeds the maximum size');
    return Buffer.concat(parts).toString('utf8');
}
function parseJson(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        throw new ProviderProblem('invalid_json', 'We could not parse the JSON body of your request: it is not valid JSON.');
    }
}
/** Refuses a request whose key is not the configured one. Throws ProviderProblem `unauthorized`. */
function checkKey(state, request) {
    const { apiKey } = state.settings;
    if (apiKey === undefined || state.dialect.apiKey(request.headers) === apiKey)
        return;
    throw new ProviderProblem('unauthorized', 'The API key is missing or not valid.');
}
function unknownModel(model) {
    return new ProviderProblem('unknown_model', `The model \`${model}\` does not exist or you do not have access to it.`);
}
function chooseFault({ state, identity }, request) {
    const asked = headerOf(request, 'x-simulate-fault');
    if (asked === undefined)
        return seededFault(state.settings.faults, state.settings.seed, identity.number);
    const fault = requestedFault(asked);
    if (fault === undefined) {
        throw new ProviderProblem('invalid_request', `x-simulate-fault: unknown fault; known are ${FAULT_NAMES.join(', ')}`);
    }
    return fault === 'none' ? undefined : fault;
}
/** A rate limit always says when to come back; another error only when the request asks it to. */
function retryAfter(request, problem) {
    const asked = headerOf(request, 'x-simulate-retry-after');
    return asked ?? (problem.kind === 'rate_limited' ? '1' : undefined);
}
function headerOf(request, name) {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/openai-request.js
/** Reads OpenAI Chat Completions requests and refuses what the provider would refuse. */





const openai_request_part = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), text: schemas/* string */.YjP().optional() });
const openai_request_message = schemas/* looseObject */._H3({
    role: schemas/* enum */.k5n(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
    content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(openai_request_part)]).nullish(),
});
const openai_request_schema = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    messages: schemas/* array */.YOg(openai_request_message).min(1),
    max_tokens: schemas/* int */.Whr().min(1).nullish(),
    max_completion_tokens: schemas/* int */.Whr().min(1).nullish(),
    temperature: schemas/* number */.aig().min(0).max(2).nullish(),
    stream: schemas/* boolean */.zMY().nullish(),
    stream_options: schemas/* looseObject */._H3({ include_usage: schemas/* boolean */.zMY().optional() }).nullish(),
    stop: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP()).max(4)]).nullish(),
    n: schemas/* literal */.euz(1).nullish(),
    tools: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
});
/** Reads a request body. Throws ProviderProblem `invalid_request` with the parameter's path. */
function parseOpenAiRequest(body) {
    const result = openai_request_schema.safeParse(body);
    if (!result.success)
        throw openai_request_refusal(result.error, body);
    const { data } = result;
    if ((data.stream_options ?? undefined) !== undefined && data.stream !== true) {
        throw new ProviderProblem('invalid_request', "'stream_options' is only allowed when 'stream' is enabled.", 'stream_options');
    }
    const stops = typeof data.stop === 'string' ? [data.stop] : (data.stop ?? []);
    const prompt = openai_request_promptOf(data);
    const isSystem = ({ role }) => role === 'system' || role === 'developer';
    return {
        model: data.model,
        stream: data.stream === true,
        includeUsage: data.stream_options?.include_usage === true,
        prompt,
        system: data.messages.filter(isSystem).map(openai_request_textOf).join('\n'),
        lastUser: openai_request_textOf(data.messages.findLast(({ role }) => role === 'user')),
        maxTokens: data.max_completion_tokens ?? data.max_tokens ?? undefined,
        stops,
        digest: digestOf({ model: data.model, prompt, temperature: data.temperature, stops }),
    };
}
/** Billed as each tool's JSON, then each message as its role, a line break, its text and a line break. */
function openai_request_promptOf(body) {
    const tools = (body.tools ?? []).map((tool) => ({ tokens: tokenise(JSON.stringify(tool)) }));
    return [...tools, ...body.messages.map((item) => ({ tokens: tokenise(`${item.role}\n${openai_request_textOf(item)}\n`) }))];
}
/** Text of a message; other kinds of content count as their kind's name. */
function openai_request_textOf(item) {
    if (typeof item?.content === 'string')
        return item.content;
    return (item?.content ?? []).map(({ type, text }) => text ?? `[${type}]`).join('\n');
}
function openai_request_refusal(error, body) {
    const issue = error.issues[0];
    const path = issue?.path ?? [];
    const param = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    if (param === '')
        return new ProviderProblem('invalid_json', 'We could not parse the JSON body of your request.');
    const missing = (0,json.at)(body, ...path) === undefined;
    const reason = missing ? `Missing required parameter: '${param}'.` : `Invalid value for '${param}': ${issue?.message ?? ''}.`;
    return new ProviderProblem('invalid_request', reason, param);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/openai.js

/** platform.openai.com/docs/guides/error-codes */
const openai_PROBLEMS = {
    unauthorized: { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
    invalid_request: { status: 400, type: 'invalid_request_error', code: 'invalid_value' },
    invalid_json: { status: 400, type: 'invalid_request_error', code: null },
    unknown_model: { status: 404, type: 'invalid_request_error', code: 'model_not_found' },
    unknown_route: { status: 404, type: 'invalid_request_error', code: 'unknown_url' },
    wrong_method: { status: 405, type: 'invalid_request_error', code: 'method_not_supported' },
    too_large: { status: 413, type: 'invalid_request_error', code: null },
    rate_limited: { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
    server_error: { status: 500, type: 'server_error', code: null },
    overloaded: { status: 503, type: 'service_unavailable_error', code: null },
};
/** api-docs.deepseek.com/quick_start/error_codes; an unknown model is a 400 "Model Not Exist" there. */
const DEEPSEEK_PROBLEMS = {
    unauthorized: { status: 401, type: 'authentication_error', code: 'invalid_request_error' },
    unknown_model: { status: 400, type: 'invalid_request_error', code: 'invalid_request_error' },
};
/** Models that think before they answer. */
const REASONING_MODEL = /reasoner|^o\d|^gpt-5|thinking|(^|[-/])r1\b/i;
/** OpenAI caches prompts of 1,024 tokens and more in steps of 128; DeepSeek every full block of 64. */
const OPENAI_CACHE = { blockTokens: 128, minimumTokens: 1024 };
const DEEPSEEK_CACHE = { blockTokens: 64, minimumTokens: 64 };
/** The dialect of an OpenAI-compatible provider. */
function openAiDialect(provider) {
    const deepSeek = provider === 'deepseek';
    const usage = (bill) => (deepSeek ? deepSeekUsage(bill) : openAiUsage(bill));
    const writer = deepSeek ? deepSeekWriter(usage) : openAiWriter(usage);
    return {
        answerPaths: ['/v1/chat/completions', '/chat/completions'],
        modelPaths: ['/v1/models', '/models'],
        reasons: (model) => REASONING_MODEL.test(model),
        showsReasoning: deepSeek,
        apiKey: (headers) => /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1],
        parse: (body) => parseOpenAiRequest(body),
        cacheUse: (cache, scope, request) => useCache(cache, { scope, request, deepSeek }),
        answerId: (digits) => (deepSeek ? uuid(digits) : `chatcmpl-${digits.slice(0, 29)}`),
        headers: (requestId, rate) => (deepSeek ? { 'x-ds-trace-id': requestId } : openAiHeaders(requestId, rate)),
        problem: (problem) => openai_describe(problem, deepSeek),
        models: (model) => ({ object: 'list', data: [{ id: model, object: 'model', created: 1_700_000_000, owned_by: provider }] }),
        tellsUsage: (request) => deepSeek || !request.stream || request.includeUsage,
        usage,
        whole: (answer) => wholeBody(answer, { deepSeek, usage }),
        ...writer,
    };
}
function useCache(cache, use) {
    const tokens = use.request.prompt.flatMap((part) => part.tokens);
    return cache.usePrefix(use.scope, tokens, use.deepSeek ? DEEPSEEK_CACHE : OPENAI_CACHE);
}
function uuid(digits) {
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-');
}
function openAiHeaders(requestId, rate) {
    return {
        'x-request-id': requestId,
        'openai-version': '2020-10-01',
        'x-ratelimit-limit-requests': `${rate.limit}`,
        'x-ratelimit-remaining-requests': `${rate.remaining}`,
        'x-ratelimit-reset-requests': `${rate.resetInMs}ms`,
    };
}
function openai_describe(problem, deepSeek) {
    const openAi = openai_PROBLEMS[problem.kind];
    const { status, type, code } = deepSeek ? (DEEPSEEK_PROBLEMS[problem.kind] ?? openAi) : openAi;
    const message = deepSeek && problem.kind === 'unknown_model' ? 'Model Not Exist' : problem.message;
    return { status, body: { error: { message, type, param: problem.param ?? null, code } } };
}
function openAiUsage(bill) {
    return {
        prompt_tokens: bill.input,
        completion_tokens: bill.output,
        total_tokens: bill.input + bill.output,
        prompt_tokens_details: { cached_tokens: bill.cached, audio_tokens: 0 },
        completion_tokens_details: {
            reasoning_tokens: bill.reasoning,
            audio_tokens: 0,
            accepted_prediction_tokens: 0,
            rejected_prediction_tokens: 0,
        },
    };
}
function deepSeekUsage(bill) {
    return {
        prompt_tokens: bill.input,
        completion_tokens: bill.output,
        total_tokens: bill.input + bill.output,
        prompt_tokens_details: { cached_tokens: bill.cached },
        ...(bill.reasoning > 0 ? { completion_tokens_details: { reasoning_tokens: bill.reasoning } } : {}),
        prompt_cache_hit_tokens: bill.cached,
        prompt_cache_miss_tokens: bill.input - bill.cached,
    };
}
const finishOf = (answer) => (answer.plan.finish === 'length' ? 'length' : 'stop');
function wholeBody(answer, habits) {
    const { plan, request } = answer;
    const own = habits.deepSeek
        ? plan.reasoning === ''
            ? {}
            : { reasoning_content: plan.reasoning }
        : { refusal: null, annotations: [] };
    return {
        id: answer.id,
        object: 'chat.completion',
        created: answer.createdSeconds,
        model: request.model,
        choices: [
            { index: 0, message: { role: 'assistant', content: plan.text, ...own }, logprobs: null, finish_reason: finishOf(answer) },
        ],
        usage: habits.usage(answer.bill),
        ...(habits.deepSeek ? {} : { service_tier: 'default' }),
        system_fingerprint: 'fp_simulated',
    };
}
function chunk(answer, choices, more) {
    const head = { id: answer.id, object: 'chat.completion.chunk', created: answer.createdSeconds, model: answer.request.model };
    return `data: ${JSON.stringify({ ...head, system_fingerprint: 'fp_simulated', choices, ...more })}\n\n`;
}
const choice = (delta, finish = null) => ({
    index: 0,
    delta,
    logprobs: null,
    finish_reason: finish,
});
/** With `include_usage` every chunk has `usage: null`, and one more chunk without choices carries it; without, no chunk mentions usage. */
function openAiWriter(usage) {
    const noUsage = (answer) => (answer.request.includeUsage ? { usage: null } : {});
    return {
        opening: (answer) => chunk(answer, [choice({ role: 'assistant', content: '', refusal: null })], noUsage(answer)),
        content: (answer, text) => chunk(answer, [choice({ content: text })], noUsage(answer)),
        reasoning: () => '',
        closing: (answer) => chunk(answer, [choice({}, finishOf(answer))], noUsage(answer)) +
            (answer.request.includeUsage ? chunk(answer, [], { usage: usage(answer.bill) }) : '') +
            'data: [DONE]\n\n',
    };
}
/**
 * DeepSeek always sends usage, in the chunk that carries the finish reason and never in a chunk of its own; `include_usage` only adds
 * `usage: null` to the chunks before (api-docs.deepseek.com/api/create-chat-completion, `stream_options`). While a request waits, comments
 * keep the connection alive (api-docs.deepseek.com/quick_start/rate_limit).
 */
function deepSeekWriter(usage) {
    const noUsage = (answer) => (answer.request.includeUsage ? { usage: null } : {});
    const delta = (answer, content, reasoning) => answer.plan.reasoning === '' ? { content } : { content, reasoning_content: reasoning };
    return {
        opening: (answer) => `: keep-alive\n\n${chunk(answer, [choice({ role: 'assistant', ...delta(answer, '', null) })], noUsage(answer))}`,
        content: (answer, text) => chunk(answer, [choice(delta(answer, text, null))], noUsage(answer)),
        reasoning: (answer, text) => chunk(answer, [choice(delta(answer, null, text))], noUsage(answer)),
        closing: (answer) => `${chunk(answer, [choice(delta(answer, '', null), finishOf(answer))], { usage: usage(answer.bill) })}data: [DONE]\n\n`,
    };
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/prompt-cache.js
/** The providers' prompt caches: which part of a prompt was seen before. Bounded, least recently used first out, no lifetime. */

const CAPACITY = 20_000;
const NOTHING = { read: 0, written5m: 0, written1h: 0 };
/** One key for each part that depends on everything before it, so equal keys mean equal prefixes. */
function boundaries(scope, parts) {
    let [key, tokens] = [scope, 0];
    return parts.map((part) => {
        key = (0,external_node_crypto_.hash)('sha256', `${key}\0${part.tokens.join('')}`, 'base64');
        tokens += part.tokens.length;
        return { key, tokens, cache: part.cache };
    });
}
/** What one provider remembers of earlier prompts. `scope` keeps models and keys apart. */
class PromptCache {
    #seen = new Set();
    /** Automatic caching (OpenAI, DeepSeek): the longest run of whole blocks from the start that an earlier prompt began with. */
    usePrefix(scope, prompt, rule) {
        if (prompt.length < rule.minimumTokens)
            return NOTHING;
        const blocks = Array.from({ length: Math.floor(prompt.length / rule.blockTokens) }, (_, index) => ({
            tokens: prompt.slice(index * rule.blockTokens, (index + 1) * rule.blockTokens),
        }));
        const known = boundaries(scope, blocks);
        const firstNew = known.findIndex((boundary) => !this.#seen.has(boundary.key));
        for (const boundary of known)
            this.#remember(boundary.key);
        const read = (firstNew === -1 ? known : known.slice(0, firstNew)).at(-1)?.tokens ?? 0;
        return read < rule.minimumTokens ? NOTHING : { ...NOTHING, read };
    }
    /**
     * Caching by breakpoints (Anthropic): reads the longest part that ends in an earlier prompt's breakpoint, and writes from there to this
     * prompt's last breakpoint. Breakpoints before `minimumTokens` are ignored without an error, as the provider does.
     */
    useBreakpoints(scope, parts, minimumTokens) {
        const all = boundaries(scope, parts);
        const breakpoints = all.filter(({ cache, tokens }) => cache !== undefined && tokens >= minimumTokens);
        const last = breakpoints.at(-1);
        if (last === undefined)
            return NOTHING;
        const read = all.findLast(({ key, tokens }) => tokens <= last.tokens && this.#seen.has(key))?.tokens ?? 0;
        let [from, written5m, written1h] = [read, 0, 0];
        for (const { key, tokens, cache } of breakpoints) {
            this.#remember(key);
            const added = Math.max(0, tokens - from);
            if (cache === '1h')
                written1h += added;
            else
                written5m += added;
            from += added;
        }
        return { read, written5m, written1h };
    }
    #remember(key) {
        this.#seen.delete(key);
        this.#seen.add(key);
        const [oldest] = this.#seen;
        if (this.#seen.size > CAPACITY && oldest !== undefined)
            this.#seen.delete(oldest);
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/request-log.js
/** The simulator's own account of every request: what was really sent, when, and what it is billed. Measurements are checked against it. */



const bill = schemas/* object */.Ikc({
    input: schemas/* number */.aig(),
    cached: schemas/* number */.aig(),
    cacheWrite: schemas/* number */.aig(),
    cacheWrite1h: schemas/* number */.aig(),
    output: schemas/* number */.aig(),
    reasoning: schemas/* number */.aig(),
});
const chunks = schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]));
const request_log_schema = schemas/* object */.Ikc({
    /** Id of the answer, as in its body. */
    id: schemas/* string */.YjP(),
    /** Id of the request, as in the answer's headers. */
    requestId: schemas/* string */.YjP(),
    /** What the client sent as `x-client-request-id`. */
    clientRequestId: schemas/* string */.YjP().nullable(),
    protocol: schemas/* enum */.k5n(['openai', 'anthropic']),
    provider: schemas/* string */.YjP(),
    model: schemas/* string */.YjP().nullable(),
    stream: schemas/* boolean */.zMY(),
    /** Digest of the prompt and what else the answer depends on; never the prompt. */
    promptHash: schemas/* string */.YjP().nullable(),
    /** All times are milliseconds of the epoch with fractions, on the clock of this machine. Headers of the request were there. */
    arrivalMs: schemas/* number */.aig(),
    /** Its body was there. */
    bodyMs: schemas/* number */.aig().nullable(),
    /** Headers of the answer were written. */
    firstByteMs: schemas/* number */.aig().nullable(),
    /** `[time, tokens]` of each write of answer text, taken just before it. An answer that is not streamed has one. */
    chunks,
    /** The same for streamed thoughts. */
    reasoningChunks: chunks,
    /** The last byte was written, or the connection was gone. */
    endMs: schemas/* number */.aig(),
    status: schemas/* number */.aig(),
    fault: schemas/* string */.YjP().nullable(),
    /** `dropped`: by a fault. `disconnected`: by the client, or because the simulator was stopped. */
    ended: schemas/* enum */.k5n(['complete', 'dropped', 'disconnected']),
    /** The usage object that the client was told. */
    usage: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable(),
    /** What the provider would bill, told or not; a broken answer for what was generated until then. */
    bill: bill.nullable(),
});
/** Appends records to a JSON Lines file. */
class RequestLog {
    #stream;
    constructor(stream) {
        this.#stream = stream;
    }
    /** Opens the file, or none. Throws UsageError when it cannot be written. A disk that fills later is told to `log`; answers go on. */
    static async open(path, log) {
        if (path === undefined)
            return new RequestLog(undefined);
        const file = await (0,promises_.open)(path, 'a').catch((error) => {
            throw new errors/* UsageError */.eb(`Cannot write the simulator's log: ${(0,errors/* toError */.iT)(error).message}`, { cause: error });
        });
        const stream = file.createWriteStream();
        stream.on('error', (error) => {
            log.warn(`The simulator's log stops here: ${error.message}`);
        });
        return new RequestLog(stream);
    }
    /** Hands the record to the file at once. */
    write(record) {
        if (this.#stream?.writable === true)
            this.#stream.write(`${JSON.stringify(record)}\n`);
    }
    /** Resolves when everything is in the file. */
    async close() {
        const stream = this.#stream;
        if (stream === undefined || stream.closed)
            return;
        await new Promise((resolve) => {
            stream.once('close', resolve);
            stream.end();
        });
    }
}
/** Reads a log. Throws when a line is not a record; a last line that is still being written is left out. */
async function readRequestLog(path) {
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => request_log_schema.parse(JSON.parse(line)));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/simulator-state.js
/** What one running simulator knows, beside its sockets. */

const REQUESTS_PER_MINUTE = 10_000;
/** Counts requests and names them. */
class RequestCounter {
    #count = 0;
    #minute = 0;
    #inMinute = 0;
    next(state) {
        const number = this.#count++;
        const digits = (0,external_node_crypto_.hash)('sha256', `${state.settings.seed}/request/${number}`);
        return {
            number,
            requestId: `req_${digits.slice(-24)}`,
            answerId: state.dialect.answerId(digits),
            rate: this.#rate(state.clock.now()),
        };
    }
    #rate(nowMs) {
        const minute = Math.floor(nowMs / 60_000);
        this.#inMinute = minute === this.#minute ? this.#inMinute + 1 : 1;
        this.#minute = minute;
        const resetMs = (minute + 1) * 60_000;
        return {
            limit: REQUESTS_PER_MINUTE,
            remaining: Math.max(0, REQUESTS_PER_MINUTE - this.#inMinute),
            resetInMs: Math.ceil(resetMs - nowMs),
            resetAt: new Date(resetMs),
        };
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/turnstile.js
/** Lets through one at a time, a turn of the event loop for each. */

/**
 * Work that takes long against a timer's resolution goes through here, so that requests which arrive together are all seen arriving, and
 * chunks which fall due are sent, before the next piece of work begins.
 */
class Turnstile {
    #last = Promise.resolve();
    /** Resolves in a turn of the event loop that nobody else was given. */
    pass() {
        this.#last = this.#last.then(() => (0,external_node_timers_promises_.setImmediate)());
        return this.#last;
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/server.js
/** The model simulator as an HTTP server. */














/** Starts a simulator. Throws UsageError when an option is wrong, a file cannot be read or written, or the port is taken. */
async function startSimulator(options, ports = {}) {
    const settings = parseSimulatorOptions(options);
    const log = ports.log ?? silentLog;
    const state = {
        settings,
        pacing: pacingOf(settings),
        answers: settings.answers === undefined ? [] : await readAnswers(settings.answers),
        dialect: settings.protocol === 'openai' ? openAiDialect(settings.provider) : anthropicDialect(),
        cache: new PromptCache(),
        log: await RequestLog.open(settings.logFile, log),
        clock: ports.clock ?? clock/* systemClock */.m,
        counter: new RequestCounter(),
        turnstile: new Turnstile(),
    };
    const open = new Set();
    // Clients keep idle connections for up to a minute; closing earlier than they do would fail requests that nobody simulated.
    const server = (0,external_node_http_.createServer)({ noDelay: true, keepAliveTimeout: 75_000 }, (request, response) => {
        const served = route(state, request, response).catch((error) => {
            log.warn(`The simulator failed on a request: ${(0,errors/* toError */.iT)(error).stack ?? ''}`);
            response.destroy();
        });
        open.add(served);
        void served.finally(() => open.delete(served));
    });
    try {
        await listen(server, settings);
    }
    catch (error) {
        await state.log.close();
        throw error;
    }
    return { port: server.address().port, close: () => shutDown(server, open, state.log) };
}
async function listen(server, { host, port }) {
    await new Promise((resolve, reject) => {
        server.once('error', (error) => {
            reject(new errors/* UsageError */.eb(`The model simulator cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
        });
        server.listen(port, host, resolve);
    });
}
async function shutDown(server, open, log) {
    const closed = new Promise((resolve) => {
        // An error here says that it was closed before.
        server.close(() => {
            resolve();
        });
    });
    server.closeAllConnections();
    await closed;
    await Promise.all(open);
    await log.close();
}
async function route(state, request, response) {
    const path = new URL(request.url ?? '/', 'http://simulator').pathname;
    const { dialect } = state;
    if (dialect.answerPaths.includes(path) && request.method === 'POST') {
        await serveAnswer(state, request, response);
        return;
    }
    request.resume();
    if (path === '/livez') {
        reply(response, 200, { status: 'ok' });
        return;
    }
    try {
        if (!dialect.modelPaths.includes(path) || request.method !== 'GET')
            throw noRoute(state, request, path);
        checkKey(state, request);
        reply(response, 200, dialect.models(state.settings.model));
    }
    catch (error) {
        if (!(error instanceof ProviderProblem))
            throw error;
        const { requestId } = state.counter.next(state);
        const { status, body } = dialect.problem(error, requestId);
        reply(response, status, body);
    }
}
function noRoute({ dialect }, request, path) {
    const known = dialect.answerPaths.includes(path) || dialect.modelPaths.includes(path);
    const asked = `${request.method ?? ''} ${path}`;
    return known
        ? new ProviderProblem('wrong_method', `Not allowed: ${asked}`)
        : new ProviderProblem('unknown_route', `Unknown request URL: ${asked}`);
}
function reply(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/main.js
/**
 * The model simulator as a process: reads its options as one JSON line on standard input, prints `{"listening":PORT}`, and serves until
 * SIGTERM, SIGINT or the end of standard input, which is how it learns that its parent is gone.
 */




const complain = (message) => {
    process.stderr.write(`${message}\n`);
};
const log = { info: complain, warn: complain, debug: () => undefined };
/** The first line of standard input; what comes after it is ignored. */
async function firstLine(input) {
    input.setEncoding('utf8');
    let text = '';
    return new Promise((resolve) => {
        const take = (part) => {
            text += part;
            const end = text.indexOf('\n');
            if (end !== -1)
                resolve(text.slice(0, end));
            if (end !== -1)
                input.off('data', take).resume();
        };
        input.on('data', take);
        input.once('end', () => {
            resolve(text);
        });
    });
}
function parseLine(line) {
    try {
        return JSON.parse(line);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('Model simulator: standard input does not begin with one line of JSON', { cause: error });
    }
}
async function main() {
    const ended = Promise.race([
        (0,external_node_events_.once)(process, 'SIGTERM'),
        (0,external_node_events_.once)(process, 'SIGINT'),
        (0,external_node_events_.once)(process.stdin, 'end'),
        (0,external_node_events_.once)(process.stdin, 'close'),
    ]);
    const options = parseSimulatorOptions(parseLine(await firstLine(process.stdin)));
    const simulator = await startSimulator(options, { log });
    process.stdout.write(`${JSON.stringify({ listening: simulator.port })}\n`);
    await ended;
    await simulator.close();
}
main().then(() => process.exit(errors/* EXIT */.dc.pass), (error) => {
    const code = (0,errors/* exitCodeOf */.FO)(error);
    complain(code === errors/* EXIT */.dc.bug ? ((0,errors/* toError */.iT)(error).stack ?? '') : (0,errors/* toError */.iT)(error).message);
    process.exit(code);
});


/***/ })

};
