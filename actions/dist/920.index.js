export const id = 920;
export const ids = [920];
export const modules = {

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

/***/ 58920:
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
// EXTERNAL MODULE: ./lib/workflows-lib/core/log.js
var core_log = __webpack_require__(91273);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/anthropic.js + 1 modules
var anthropic = __webpack_require__(21051);
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
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/tokens.js
var simulator_tokens = __webpack_require__(58272);
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
    let written = (0,simulator_tokens/* countTokens */.i)(text);
    while (written < tokens) {
        const next = (random.next() < 0.2 ? '\n\n' : ' ') + sentence(random);
        text += next;
        written += (0,simulator_tokens/* countTokens */.i)(next);
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
    const thoughts = settings.reasons ? (0,simulator_tokens/* tokenise */.t)(writeProse(random.fork('reasoning'), length * REASONING_SHARE)) : [];
    const { text, stopSequence } = cutAtStop(full, request.stops);
    const limit = request.maxTokens ?? Infinity;
    const reasoning = thoughts.slice(0, limit);
    const whole = (0,simulator_tokens/* tokenise */.t)(text);
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
const PROBLEMS = {
    unauthorized: 'unauthorized',
    rate_limited: 'rate_limited',
    server_error: 'server_error',
    overloaded: 'overloaded',
};
/** The provider's error that a fault answers with, or undefined when it spoils the answer in another way. */
function problemOfFault(fault) {
    return PROBLEMS[fault];
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/problem.js
var simulator_problem = __webpack_require__(49155);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/schedule.js
var schedule = __webpack_require__(42963);
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
    const stop = (0,schedule/* runSchedule */.P)(steps, { clock: state.clock, originMs: record.arrivalMs, onDue });
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
        if (!(error instanceof simulator_problem/* ProviderProblem */.$))
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
        throw (0,simulator_problem/* faultProblem */.i)(problem);
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
        throw new simulator_problem/* ProviderProblem */.$('too_large', 'Request exceeds the maximum size');
    return Buffer.concat(parts).toString('utf8');
}
function parseJson(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        throw new simulator_problem/* ProviderProblem */.$('invalid_json', 'We could not parse the JSON body of your request: it is not valid JSON.');
    }
}
/** Refuses a request whose key is not the configured one. Throws ProviderProblem `unauthorized`. */
function checkKey(state, request) {
    const { apiKey } = state.settings;
    if (apiKey === undefined || state.dialect.apiKey(request.headers) === apiKey)
        return;
    throw new simulator_problem/* ProviderProblem */.$('unauthorized', 'The API key is missing or not valid.');
}
function unknownModel(model) {
    return new simulator_problem/* ProviderProblem */.$('unknown_model', `The model \`${model}\` does not exist or you do not have access to it.`);
}
function chooseFault({ state, identity }, request) {
    const asked = headerOf(request, 'x-simulate-fault');
    if (asked === undefined)
        return seededFault(state.settings.faults, state.settings.seed, identity.number);
    const fault = requestedFault(asked);
    if (fault === undefined) {
        throw new simulator_problem/* ProviderProblem */.$('invalid_request', `x-simulate-fault: unknown fault; known are ${FAULT_NAMES.join(', ')}`);
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

// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/openai.js + 1 modules
var openai = __webpack_require__(64045);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    const log = ports.log ?? core_log/* silentLog */.a;
    const state = {
        settings,
        pacing: pacingOf(settings),
        answers: settings.answers === undefined ? [] : await readAnswers(settings.answers),
        dialect: settings.protocol === 'openai' ? (0,openai/* openAiDialect */.z)(settings.provider) : (0,anthropic/* anthropicDialect */.p)(),
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
        if (!(error instanceof simulator_problem/* ProviderProblem */.$))
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
        ? new simulator_problem/* ProviderProblem */.$('wrong_method', `Not allowed: ${asked}`)
        : new simulator_problem/* ProviderProblem */.$('unknown_route', `Unknown request URL: ${asked}`);
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
