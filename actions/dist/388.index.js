export const id = 388;
export const ids = [388];
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

/***/ 91273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silentLog)
/* harmony export */ });
/** Drops everything; for tests and for library use. */
const silentLog = { info: () => undefined, warn: () => undefined, debug: () => undefined };


/***/ }),

/***/ 21051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ anthropicDialect)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/model-request.js
var model_request = __webpack_require__(14789);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/problem.js
var problem = __webpack_require__(49155);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/tokens.js
var tokens = __webpack_require__(58272);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/anthropic-request.js





const cacheControl = schemas/* looseObject */._H3({ type: schemas/* literal */.euz('ephemeral'), ttl: schemas/* enum */.k5n(['5m', '1h']).default('5m') }).nullish();
const block = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), text: schemas/* string */.YjP().optional(), cache_control: cacheControl });
const message = schemas/* looseObject */._H3({ role: schemas/* enum */.k5n(['user', 'assistant']), content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(block)]) });
const schema = schemas/* looseObject */._H3({
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
        throw new problem/* ProviderProblem */.$('invalid_request', 'anthropic-version: header is required');
    }
    const result = schema.safeParse(body);
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
        digest: (0,model_request/* digestOf */.o)({ model: data.model, prompt, temperature: data.temperature, stops }),
    };
}
function checkMessages(body) {
    if (body.messages[0]?.role !== 'user') {
        throw new problem/* ProviderProblem */.$('invalid_request', 'messages: first message must use the "user" role');
    }
    const empty = body.messages.findIndex(({ role, content }) => role === 'user' && content.length === 0);
    if (empty !== -1)
        throw new problem/* ProviderProblem */.$('invalid_request', `messages.${empty}: user messages must have non-empty content`);
    const breakpoints = promptOf(body).filter(({ cache }) => cache !== undefined).length;
    if (breakpoints > 4) {
        throw new problem/* ProviderProblem */.$('invalid_request', `A maximum of 4 blocks with cache_control may be provided. Found ${breakpoints}.`);
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
    return { tokens: (0,tokens/* tokenise */.t)(text), cache: control?.ttl };
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
        return new problem/* ProviderProblem */.$('invalid_json', 'The request body is not valid JSON: expected an object');
    const reason = (0,json.at)(body, ...path) === undefined ? 'Field required' : (issue?.message ?? 'Invalid');
    return new problem/* ProviderProblem */.$('invalid_request', `${path.map(String).join('.')}: ${reason}`, path.map(String).join('.'));
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


/***/ }),

/***/ 14789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** A request for an answer, whatever wire format it came in. */

/** What the answer to a request depends on, as one digest. Its length limit is left out: a shorter answer is the start of the longer one. */
function digestOf(request) {
    const prompt = request.prompt.map((part) => part.tokens.join(''));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify([request.model, prompt, request.temperature ?? null, request.stops]));
}


/***/ }),

/***/ 64045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ openAiDialect)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var json = __webpack_require__(9593);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/model-request.js
var model_request = __webpack_require__(14789);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/problem.js
var problem = __webpack_require__(49155);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/tokens.js
var tokens = __webpack_require__(58272);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/openai-request.js
/** Reads OpenAI Chat Completions requests and refuses what the provider would refuse. */





const part = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), text: schemas/* string */.YjP().optional() });
const message = schemas/* looseObject */._H3({
    role: schemas/* enum */.k5n(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
    content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(part)]).nullish(),
});
const schema = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    messages: schemas/* array */.YOg(message).min(1),
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
    const result = schema.safeParse(body);
    if (!result.success)
        throw refusal(result.error, body);
    const { data } = result;
    if ((data.stream_options ?? undefined) !== undefined && data.stream !== true) {
        throw new problem/* ProviderProblem */.$('invalid_request', "'stream_options' is only allowed when 'stream' is enabled.", 'stream_options');
    }
    const stops = typeof data.stop === 'string' ? [data.stop] : (data.stop ?? []);
    const prompt = promptOf(data);
    const isSystem = ({ role }) => role === 'system' || role === 'developer';
    return {
        model: data.model,
        stream: data.stream === true,
        includeUsage: data.stream_options?.include_usage === true,
        prompt,
        system: data.messages.filter(isSystem).map(textOf).join('\n'),
        lastUser: textOf(data.messages.findLast(({ role }) => role === 'user')),
        maxTokens: data.max_completion_tokens ?? data.max_tokens ?? undefined,
        stops,
        digest: (0,model_request/* digestOf */.o)({ model: data.model, prompt, temperature: data.temperature, stops }),
    };
}
/** Billed as each tool's JSON, then each message as its role, a line break, its text and a line break. */
function promptOf(body) {
    const tools = (body.tools ?? []).map((tool) => ({ tokens: (0,tokens/* tokenise */.t)(JSON.stringify(tool)) }));
    return [...tools, ...body.messages.map((item) => ({ tokens: (0,tokens/* tokenise */.t)(`${item.role}\n${textOf(item)}\n`) }))];
}
/** Text of a message; other kinds of content count as their kind's name. */
function textOf(item) {
    if (typeof item?.content === 'string')
        return item.content;
    return (item?.content ?? []).map(({ type, text }) => text ?? `[${type}]`).join('\n');
}
function refusal(error, body) {
    const issue = error.issues[0];
    const path = issue?.path ?? [];
    const param = path
        .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
        .join('');
    if (param === '')
        return new problem/* ProviderProblem */.$('invalid_json', 'We could not parse the JSON body of your request.');
    const missing = (0,json.at)(body, ...path) === undefined;
    const reason = missing ? `Missing required parameter: '${param}'.` : `Invalid value for '${param}': ${issue?.message ?? ''}.`;
    return new problem/* ProviderProblem */.$('invalid_request', reason, param);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/simulator/openai.js

/** platform.openai.com/docs/guides/error-codes */
const PROBLEMS = {
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
        problem: (problem) => describe(problem, deepSeek),
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
function describe(problem, deepSeek) {
    const openAi = PROBLEMS[problem.kind];
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


/***/ }),

/***/ 49155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ ProviderProblem),
/* harmony export */   i: () => (/* binding */ faultProblem)
/* harmony export */ });
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


/***/ }),

/***/ 42963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ runSchedule)
/* harmony export */ });
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


/***/ }),

/***/ 58272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ countTokens),
/* harmony export */   t: () => (/* binding */ tokenise)
/* harmony export */ });
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


/***/ })

};
