export const id = 950;
export const ids = [950];
export const modules = {

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

/***/ 75950:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {


// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./lib/workflows-lib/core/errors.js
var errors = __webpack_require__(71728);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(34557);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/options.js
/** What the replay server is told at its start: one JSON object, checked once. */


const schema = schemas/* strictObject */.rej({
    /** Path of the recording. */
    recording: schemas/* string */.YjP().min(1),
    /** What messages call it; its path without it. */
    label: schemas/* string */.YjP().min(1).optional(),
    /** When given, a recording of another protocol is refused. */
    protocol: schemas/* enum */.k5n(['openai', 'anthropic']).optional(),
    /** 0 lets the system choose. */
    port: schemas/* int */.Whr().min(0).max(65_535).default(0),
    /** `recorded`: each chunk as long after the request as it came from the provider. `instant`: at once. */
    pace: schemas/* enum */.k5n(['recorded', 'instant']).default('recorded'),
    /** When given, requests with another key are refused. */
    apiKey: schemas/* string */.YjP().optional(),
    /** Path of a file for requests that had no recording, which `readMisses` reads. Appended to. */
    missesFile: schemas/* string */.YjP().optional(),
    /** Path of a JSON Lines file that tells what was played, and when. Appended to. */
    logFile: schemas/* string */.YjP().optional(),
});
/** Checks options of unknown origin. Throws UsageError, one line, naming each field that is wrong. */
function parseReplayOptions(value) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'options'}: ${issue.message}`);
    throw new errors/* UsageError */.eb(`Replay: ${problems.join('; ')}`);
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/clock.js
var clock = __webpack_require__(41557);
// EXTERNAL MODULE: ./lib/workflows-lib/core/log.js
var core_log = __webpack_require__(91273);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/anthropic.js + 1 modules
var anthropic = __webpack_require__(21051);
// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/openai.js + 1 modules
var openai = __webpack_require__(64045);
// EXTERNAL MODULE: ./lib/workflows-lib/core/everyday.js
var everyday = __webpack_require__(51872);
// EXTERNAL MODULE: ./lib/workflows-lib/core/json.js
var core_json = __webpack_require__(9593);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/canonical.js
/** One text for every way of writing the same request, so that a request is found again whatever order its keys come in. */


/** Deeper than any request, and far from what a stack holds. */
const DEEPEST = 500;
/** The JSON value of a body; undefined where it is none, or nested so deep that walking through it is not safe. */
function bodyJson(body) {
    const json = (0,core_json/* parseJson */.qF)(body);
    return isShallow(json, DEEPEST) ? json : undefined;
}
function isShallow(value, levels) {
    if (typeof value !== 'object' || value === null)
        return true;
    return levels > 0 && Object.values(value).every((item) => isShallow(item, levels - 1));
}
/** JSON with the keys of every object sorted by UTF-16 code units and no white space, after RFC 8785. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value ?? null);
    const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
/** SHA-256, hexadecimal, of a text. */
function digestOfText(text) {
    return (0,external_node_crypto_.hash)('sha256', text);
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/blank.js
/** Takes keys out of what is recorded. */



/** What stands in a recording for each of them. */
const BLANK = '***';
/** Shorter values would blot out ordinary words. */
const SHORTEST_BLANKED = 6;
/** Values that must not stand in a recording, in every form in which a body could quote them. */
class Blanker {
    /** The longest first, so that a key that contains another is blanked whole. */
    #forms = [];
    constructor(secrets) {
        this.add(secrets);
    }
    /** More of them; everyday values, which only stand under a name that sounds secret, are left out. */
    add(secrets) {
        const forms = secrets.flatMap((secret) => (secret === undefined || !isWorthy(secret) ? [] : formsOf(secret)));
        this.#forms = [...new Set([...this.#forms, ...forms])].toSorted((left, right) => right.length - left.length);
    }
    /** The text with `***` for each of them. */
    text(text) {
        return this.#forms.reduce((rest, form) => rest.replaceAll(form, BLANK), text);
    }
    /** A JSON value with every text in it, keys too, treated so. */
    json(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map((item) => this.json(item));
        if (!(0,core_json/* isRecord */.u4)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.json(item)]));
    }
    /** A request's body with `***` for each of them, also where JSON spells it with escapes. */
    body(body) {
        const json = bodyJson(body);
        return json === undefined || !this.quotes(JSON.stringify(json)) ? this.text(body) : JSON.stringify(this.json(json));
    }
    /** A copy of the bytes with as many asterisks for each of them: what stands where stays. */
    bytes(bytes) {
        const copy = Buffer.from(bytes);
        for (const form of this.#forms.map((text) => Buffer.from(text))) {
            for (let start = copy.indexOf(form); start !== -1; start = copy.indexOf(form, start)) {
                copy.fill('*', start, start + form.length);
            }
        }
        return copy;
    }
    /** Whether one of them stands in the text. */
    quotes(text) {
        return this.#forms.some((form) => text.includes(form));
    }
    /**
     * Whether one of them can be read out of an answer although none stands in its bytes: spelled with JSON's escapes, or spread over the events of
     * a stream.
     */
    hides(body) {
        const whole = bodyJson(body);
        const documents = whole === undefined ? eventsOf(body) : [whole];
        const texts = new Map();
        for (const document of documents)
            collectTexts(document, '', texts);
        return [...texts.values()].some((text) => this.quotes(text));
    }
}
function isWorthy(secret) {
    return secret.length >= SHORTEST_BLANKED && !(0,everyday/* isEveryday */.A)(secret);
}
function formsOf(secret) {
    return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}
function eventsOf(body) {
    return body.split(/\r?\n/).flatMap((line) => {
        const json = line.startsWith('data:') ? bodyJson(line.slice('data:'.length)) : undefined;
        return json === undefined ? [] : [json];
    });
}
/** The texts at each path, those of later documents behind those of earlier ones. */
function collectTexts(value, path, texts) {
    if (typeof value === 'string')
        texts.set(path, (texts.get(path) ?? '') + value);
    else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value))
            collectTexts(item, `${path}/${key}`, texts);
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/blanked.js
/** Recorded requests in which something was blanked, held against requests in which it was not: `***` stands for any word. */



/**
 * What a blank may stand for: nothing shorter is ever blanked, and no key has white space, so that another sentence is not taken for one. What
 * is blanked on both sides stands for itself.
 */
function isWord(text) {
    return text === BLANK || (text.length >= SHORTEST_BLANKED && !/\s/.test(text));
}
/** Whether a recorded request has blanks. */
function quotesBlank(facts) {
    return facts.path.includes(BLANK) || bodyText(facts).includes(BLANK);
}
/** How many characters of a recorded request are fixed. */
function literalLength(facts) {
    return bodyText(facts).replaceAll(BLANK, '').length;
}
/** Whether a request is the recorded one but for words in the place of blanks. */
function fitsRequest(recorded, asked) {
    if (recorded.method !== asked.method || !fitsBlanked(recorded.path, asked.path))
        return false;
    if (recorded.text !== undefined)
        return asked.text !== undefined && fitsBlanked(recorded.text, asked.text);
    return asked.text === undefined && fitsJson(recorded.json, asked.json);
}
/** Whether a text is the recorded one but for words in the place of blanks. Takes time in proportion to the text, whatever is recorded. */
function fitsBlanked(recorded, asked) {
    const [first = '', ...pieces] = recorded.split(BLANK);
    const last = pieces.pop();
    if (last === undefined)
        return recorded === asked;
    if (!asked.startsWith(first) || !asked.endsWith(last))
        return false;
    const end = asked.length - last.length;
    let position = first.length;
    for (const piece of pieces) {
        const start = asked.indexOf(piece, position + (asked.startsWith(BLANK, position) ? BLANK.length : SHORTEST_BLANKED));
        if (start === -1 || !isWord(asked.slice(position, start)))
            return false;
        position = start + piece.length;
    }
    return position <= end && isWord(asked.slice(position, end));
}
function fitsJson(recorded, asked) {
    if (typeof recorded === 'string')
        return typeof asked === 'string' && fitsBlanked(recorded, asked);
    if (Array.isArray(recorded)) {
        return (Array.isArray(asked) && recorded.length === asked.length && recorded.every((item, index) => fitsJson(item, asked[index])));
    }
    return (0,core_json/* isRecord */.u4)(recorded) ? (0,core_json/* isRecord */.u4)(asked) && fitsObject(recorded, asked) : canonicalJson(recorded) === canonicalJson(asked);
}
/** Keys may have blanks too; each of those takes a key that is not recorded as it stands. */
function fitsObject(recorded, asked) {
    const rest = new Map(Object.entries(asked));
    const blanks = [];
    for (const [key, value] of Object.entries(recorded)) {
        if (!rest.has(key) && key.includes(BLANK))
            blanks.push([key, value]);
        else if (!rest.has(key) || !fitsJson(value, rest.get(key)))
            return false;
        else
            rest.delete(key);
    }
    for (const [key, value] of blanks) {
        const found = [...rest].find(([name, item]) => fitsBlanked(key, name) && fitsJson(value, item));
        if (found === undefined)
            return false;
        rest.delete(found[0]);
    }
    return rest.size === 0;
}
function bodyText({ json, text }) {
    return text ?? canonicalJson(json);
}

// EXTERNAL MODULE: ./lib/workflows-lib/core/log-guard.js
var log_guard = __webpack_require__(50261);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/difference.js
/** What differs between a recorded request and one that was asked. */


const MOST_LEAVES = 2_000;
const MOST_SHOWN = 3;
const SHOWN = 40;
/** Another method or path is farther than any difference between bodies. */
const OTHER_ROUTE = 1e6;
/** How far apart two requests are: places of the body that differ, a little less for texts that begin alike. */
function distanceBetween(recorded, asked) {
    const route = (recorded.method === asked.method ? 0 : OTHER_ROUTE) + (recorded.path === asked.path ? 0 : OTHER_ROUTE);
    return route + differences(recorded, asked).reduce((sum, difference) => sum + 1 - alikeness(difference) / 2, 0);
}
/** The differences in words, the first few: `messages[1].content is "Who lost?", recorded "Who won?"`. */
function describeDifference(recorded, asked) {
    const route = ['method', 'path'].flatMap((key) => recorded[key] === asked[key] ? [] : [`${key} is ${(0,log_guard/* oneLine */.TN)(asked[key], 200)}, recorded ${(0,log_guard/* oneLine */.TN)(recorded[key], 200)}`]);
    const found = differences(recorded, asked);
    const body = found.slice(0, MOST_SHOWN).map(inWords);
    const rest = found.length > MOST_SHOWN ? [`and ${found.length - MOST_SHOWN} more differences`] : [];
    const all = [...route, ...body, ...rest];
    return all.length === 0 ? 'the bodies differ in form' : all.join('; ');
}
function differences(recorded, asked) {
    const before = leavesOf(recorded.json);
    const now = leavesOf(asked.json);
    return [...new Set([...now.keys(), ...before.keys()])].flatMap((path) => {
        const difference = { path, recorded: before.get(path), asked: now.get(path) };
        return isSame(difference) ? [] : [difference];
    });
}
function isSame({ recorded, asked }) {
    return recorded === asked || (recorded !== undefined && asked !== undefined && fitsBlanked(recorded, asked));
}
/** Every value that holds no others, as JSON, by its path. */
function leavesOf(json) {
    const leaves = new Map();
    const waiting = json === undefined ? [] : [['', json]];
    for (let item = waiting.pop(); item !== undefined && leaves.size < MOST_LEAVES; item = waiting.pop()) {
        const [path, value] = item;
        const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
        if (children.length === 0)
            leaves.set(path, JSON.stringify(value));
        const inner = (key) => (Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`);
        for (const [key, child] of children.toReversed())
            waiting.push([inner(key), child]);
    }
    return leaves;
}
function inWords({ path, recorded, asked }) {
    const place = path === '' ? 'the body' : (0,log_guard/* oneLine */.TN)(path, 100);
    if (recorded === undefined)
        return `${place} is ${around(asked ?? '', 0)}, which is not recorded`;
    if (asked === undefined)
        return `${place} is missing, recorded ${around(recorded, 0)}`;
    const start = commonStart(recorded, asked);
    return `${place} is ${around(asked, start)}, recorded ${around(recorded, start)}`;
}
/** A few characters around the place where two texts part. */
function around(json, start) {
    const from = Math.max(0, start - SHOWN / 2);
    const piece = json.slice(from, from + SHOWN);
    return (0,log_guard/* oneLine */.TN)(`${from > 0 ? '…' : ''}${piece}${from + SHOWN < json.length ? '…' : ''}`);
}
function alikeness({ recorded = '', asked = '' }) {
    return commonStart(recorded, asked) / Math.max(1, recorded.length, asked.length);
}
function commonStart(left, right) {
    let length = 0;
    while (length < left.length && length < right.length && left[length] === right[length])
        length++;
    return length;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(25262);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/recording.js
/** The form of a recording: JSON Lines, one exchange with a provider a line, without keys and without headers that say whose it was. */




const timeMs = schemas/* number */.aig().nonnegative();
/** `[time, text]`; bytes that are no UTF-8 by themselves (a character cut in two) are `[time, null, base64]`. */
const chunk = schemas/* union */.KCZ([schemas/* tuple */.PVZ([timeMs, schemas/* string */.YjP()]), schemas/* tuple */.PVZ([timeMs, schemas/* null */.chJ(), schemas/* base64 */.K39()])])
    .transform(([atMs, text, base64]) => ({
    atMs,
    bytes: text === null ? Buffer.from(base64, 'base64') : Buffer.from(text),
}));
const recording_schema = schemas/* strictObject */.rej({
    /** Version of this form. */
    recording: schemas/* literal */.euz(1),
    service: schemas/* string */.YjP(),
    protocol: schemas/* enum */.k5n(['openai', 'anthropic']),
    recordedAt: iso/* datetime */.w$(),
    method: schemas/* string */.YjP().regex(/^[A-Z]+$/),
    /** Relative to the base URL, without the query. */
    path: schemas/* string */.YjP().startsWith('/'),
    /** For people; it is computed again from the request when the recording is read. */
    digest: schemas/* string */.YjP(),
    /** The body: JSON as a value, anything else as text. */
    request: schemas/* union */.KCZ([schemas/* strictObject */.rej({ json: schemas/* unknown */.L5J() }), schemas/* strictObject */.rej({ text: schemas/* string */.YjP() })]),
    status: schemas/* int */.Whr().min(200).max(599),
    headers: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z0-9-]+$/), schemas/* string */.YjP().regex(/^[\t\x20-\x7e]*$/)),
    /** When status and headers came. */
    headMs: timeMs,
    chunks: schemas/* array */.YOg(chunk),
    /** When the answer was over. */
    endMs: timeMs,
});
/** The body of the request as text. */
function requestText({ request }) {
    return 'json' in request ? JSON.stringify(request.json ?? null) : request.text;
}
/** The line of an exchange, with its line break. */
function formatExchange(exchange) {
    const chunks = exchange.chunks.map(({ atMs, bytes }) => isUtf8(bytes) ? [atMs, bytes.toString('utf8')] : [atMs, null, bytes.toString('base64')]);
    return `${JSON.stringify({ ...exchange, chunks })}\n`;
}
/** Reads a line. `place` is its file and number. Throws UsageError saying what is wrong with it. */
function parseExchange(line, place) {
    const value = bodyJson(line);
    if (value === undefined)
        throw new errors/* UsageError */.eb(`${place}: no JSON; ${MEND}`);
    const result = recording_schema.safeParse(value);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw new errors/* UsageError */.eb(`${place}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}; ${MEND}`);
}
const MEND = 'expected an exchange as "shotclock providers record" writes it';

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/request-facts.js
/** What a request is known by: what it asks for, and the digest under which its recording is found. */



const SHOWN_OF_MESSAGE = 80;
const SHOWN_OF_DIGEST = 12;
/** Reads what a request asks for. */
function requestFacts({ method, path, body }) {
    const json = bodyJson(body);
    return {
        method,
        path: path.replace(/^\/v1(?=\/)/, ''),
        json,
        text: json === undefined ? body : undefined,
        digest: digestOfText(json === undefined ? body : canonicalJson(json)),
        model: (0,core_json/* textAt */.$6)(json, 'model'),
        lastUser: lastUserOf(json),
    };
}
/** What tells one request from another. */
function keyOf({ method, path, digest }) {
    return `${method} ${path} ${digest}`;
}
/** A request in words: `POST /chat/completions (model deepseek-chat, "Who won?", digest 1f2e3d4c5b6a)`. */
function describeRequest({ method, path, model, lastUser, digest }) {
    const facts = [
        ...(model === '' ? [] : [`model ${(0,log_guard/* oneLine */.TN)(model, SHOWN_OF_MESSAGE)}`]),
        ...(lastUser === '' ? [] : [`"${(0,log_guard/* oneLine */.TN)(lastUser.slice(0, SHOWN_OF_MESSAGE))}"`]),
        `digest ${digest.slice(0, SHOWN_OF_DIGEST)}`,
    ];
    return `${(0,log_guard/* oneLine */.TN)(`${method} ${path}`, 200)} (${facts.join(', ')})`;
}
function lastUserOf(json) {
    const messages = (0,core_json.at)(json, 'messages');
    if (!Array.isArray(messages))
        return (0,core_json/* textAt */.$6)(json, 'input');
    const content = (0,core_json.at)(messages.findLast((message) => (0,core_json/* textAt */.$6)(message, 'role') === 'user'), 'content');
    if (!Array.isArray(content))
        return typeof content === 'string' ? content : '';
    return content.map((part) => (0,core_json/* textAt */.$6)(part, 'text')).join('\n');
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/library.js
/** The recordings by what was asked: which one answers a request, and what is nearest where none does. */




/** More would take longer than a client waits for its refusal. */
const MOST_COMPARED = 500;
/** Recordings to be played. Those of the same request are played in turn, from the start again after the last. */
class Library {
    #shelves = new Map();
    /** Those whose request had something blanked; what fixes the most comes first. */
    #blanked;
    constructor({ exchanges }) {
        for (const exchange of exchanges) {
            const facts = requestFacts({ method: exchange.method, path: exchange.path, body: requestText(exchange) });
            const shelf = this.#shelves.get(keyOf(facts));
            if (shelf === undefined)
                this.#shelves.set(keyOf(facts), { facts, exchanges: [exchange], next: 0 });
            else
                shelf.exchanges.push(exchange);
        }
        this.#blanked = [...this.#shelves.values()]
            .filter(({ facts }) => quotesBlank(facts))
            .toSorted((left, right) => literalLength(right.facts) - literalLength(left.facts));
    }
    /** The models of the recorded requests, each once. */
    get models() {
        return [...new Set([...this.#shelves.values()].map(({ facts }) => facts.model))].filter((model) => model !== '');
    }
    /** The recording whose turn it is, or undefined when there is none of this request. One of the very same request comes before one with blanks. */
    take(facts) {
        const shelf = this.#shelves.get(keyOf(facts)) ?? this.#blanked.find((blanked) => fitsRequest(blanked.facts, facts));
        return shelf?.exchanges[shelf.next++ % shelf.exchanges.length];
    }
    /** Names a request that has no recording, the nearest one that has, and what differs between them. */
    explainMiss(asked) {
        const others = [...this.#shelves.values()].slice(0, MOST_COMPARED);
        const ranked = others.map((shelf) => ({ shelf, distance: distanceBetween(shelf.facts, asked) }));
        const nearest = ranked.reduce((best, item) => (item.distance < best.distance ? item : best), ranked[0] ?? NOTHING);
        const missing = `No recording of ${describeRequest(asked)}.`;
        if (nearest.shelf === undefined)
            return missing;
        const { facts, exchanges } = nearest.shelf;
        return `${missing} The nearest is line ${exchanges[0]?.line ?? 0}, ${describeRequest(facts)}; ${describeDifference(facts, asked)}.`;
    }
}
const NOTHING = { shelf: undefined, distance: Infinity };

// EXTERNAL MODULE: ./lib/workflows-lib/system/replay/misses.js
var misses = __webpack_require__(68789);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/loopback-server.js
/** An HTTP server on this machine alone. */


/** The only address that is listened on. */
const LOOPBACK = '127.0.0.1';
/** Clients keep idle connections for up to a minute; a server that closes them earlier fails requests. */
const KEEP_ALIVE_MS = 75_000;
const LONGEST_BODY = 16 * 1024 * 1024;
/** Starts listening. Throws UsageError when the port is taken. A handler that throws is told, and its connection closed. */
async function listenOnLoopback({ port, name, log, handle }) {
    const open = new Set();
    const server = (0,external_node_http_.createServer)({ noDelay: true, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
        const served = handle(request, response).catch((error) => {
            log.warn(`The ${name} failed on a request: ${(0,errors/* toError */.iT)(error).stack ?? ''}`);
            response.destroy();
        });
        open.add(served);
        void served.finally(() => open.delete(served));
    });
    await new Promise((resolve, reject) => {
        server.once('error', (error) => {
            reject(new errors/* UsageError */.eb(`The ${name} cannot listen on ${LOOPBACK}:${port}: ${error.message}`, { cause: error }));
        });
        server.listen(port, LOOPBACK, resolve);
    });
    return {
        port: server.address().port,
        close: async () => {
            const closed = new Promise((resolve) => {
                // An error here says that it was closed before.
                server.close(() => {
                    resolve();
                });
            });
            server.closeAllConnections();
            await closed;
            await Promise.all(open);
        },
    };
}
/** Path and query of a request, whatever form its target has. */
function targetOf(request) {
    const target = request.url ?? '/';
    const url = URL.parse(target.startsWith('/') ? `http://${LOOPBACK}${target}` : target);
    return { path: url?.pathname ?? '/', query: url?.search ?? '' };
}
/** The whole body; `too_large`, or `gone` when the client went away before its end. */
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
            return 'gone';
        throw error;
    }
    return length > LONGEST_BODY ? 'too_large' : Buffer.concat(parts);
}

// EXTERNAL MODULE: ./lib/workflows-lib/system/simulator/schedule.js
var schedule = __webpack_require__(42963);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/play.js

/**
 * Plays an answer by absolute deadlines: a chunk that is late delays none after it, and none is early. Resolves, when the connection is done
 * with it, to what was written.
 */
async function play(performance) {
    const { exchange, response, pace, clock, originMs } = performance;
    const written = { headMs: null, chunks: [] };
    const due = (atMs) => (pace === 'instant' ? 0 : atMs);
    const steps = [
        {
            dueMs: due(exchange.headMs),
            act: () => {
                written.headMs = clock.now() - originMs;
                response.writeHead(exchange.status, exchange.headers);
                response.flushHeaders();
            },
        },
        ...exchange.chunks.map(({ atMs, bytes }) => ({
            dueMs: due(atMs),
            act: () => {
                written.chunks.push([due(atMs), clock.now() - originMs, bytes.length]);
                response.write(bytes);
            },
        })),
        { dueMs: due(exchange.endMs), act: () => response.end() },
    ];
    if (response.destroyed)
        return written;
    const closed = new Promise((resolve) => response.once('close', resolve));
    const stop = (0,schedule/* runSchedule */.P)(inOrder(steps), {
        clock,
        originMs,
        onDue: (items) => {
            for (const { act } of items)
                if (!response.destroyed)
                    act();
        },
    });
    await closed;
    stop();
    return written;
}
/** A recording may have been edited: no step is due before the one it follows. */
function inOrder(steps) {
    let latestMs = 0;
    return steps.map(({ dueMs, act }) => ({ dueMs: (latestMs = Math.max(latestMs, dueMs)), act }));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/workflows-lib/core/error-code.js
var error_code = __webpack_require__(98571);
;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/read-recording.js




/** The most that a recording may have; it is held in memory while it is played. */
const LARGEST_RECORDING_BYTES = 64 * 1024 * 1024;
/**
 * Reads a recording, once and whole. `label` is what messages call the file. Throws UsageError with file and line when the file is missing, too large, or
 * holds anything but exchanges of one protocol. A last line that was cut off is left out and told.
 */
async function readRecording(path, label = path) {
    const lines = (await readText(path, label)).split('\n');
    const last = lines.pop() ?? '';
    const exchanges = lines.map((line, index) => ({ ...parseExchange(line, `${label}:${index + 1}`), line: index + 1 }));
    const ending = lastLine(last, { label, line: lines.length + 1, first: exchanges.length === 0 });
    if (ending !== undefined && 'recording' in ending)
        exchanges.push(ending);
    const [first] = exchanges;
    if (first === undefined)
        throw new errors/* UsageError */.eb(`${label}:1: the recording is empty; record it with "shotclock providers record"`);
    const stranger = exchanges.find(({ protocol }) => protocol !== first.protocol);
    if (stranger !== undefined) {
        const found = `recorded from ${stranger.protocol}, but line 1 from ${first.protocol}`;
        throw new errors/* UsageError */.eb(`${label}:${stranger.line}: ${found}; one recording is of one protocol: split the file`);
    }
    const torn = ending === undefined || 'recording' in ending ? {} : { torn: ending };
    return { protocol: first.protocol, exchanges, ...torn };
}
/** The last line has no line break when whoever wrote it was ended: then it is an exchange by itself, or torn. */
function lastLine(text, { label, line, first }) {
    if (text === '')
        return undefined;
    try {
        return { ...parseExchange(text, `${label}:${line}`), line };
    }
    catch (error) {
        // Where there is no exchange before it, this is more likely another file.
        if (first || !(error instanceof errors/* UsageError */.eb))
            throw error;
        return { line, bytes: Buffer.byteLength(text) };
    }
}
async function readText(path, label) {
    try {
        const facts = await (0,promises_.stat)(path);
        if (!facts.isFile())
            throw new errors/* UsageError */.eb(`${label} is not a file; a recording is a file of JSON Lines`);
        if (facts.size > LARGEST_RECORDING_BYTES) {
            throw new errors/* UsageError */.eb(`${label} has ${facts.size} bytes; a recording has at most ${LARGEST_RECORDING_BYTES}: split it`);
        }
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const code = (0,error_code/* errorCode */.C)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            throw new errors/* UsageError */.eb(`No recording ${label}. Make it with "shotclock providers record", or check the path.`, {
                cause: error,
            });
        }
        if (code === 'EACCES' || code === 'EPERM')
            throw new errors/* UsageError */.eb(`${label} may not be read by this user.`, { cause: error });
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/refusal.js
/** Clients retry what may pass (502), and not what will not. */
const SHAPES = {
    no_recording: { status: 404, openai: 'invalid_request_error', anthropic: 'not_found_error' },
    unauthorized: { status: 401, openai: 'invalid_request_error', anthropic: 'authentication_error' },
    too_large: { status: 413, openai: 'invalid_request_error', anthropic: 'request_too_large' },
    unreachable: { status: 502, openai: 'server_error', anthropic: 'api_error' },
};
/** Answers with an error as the provider writes errors. Returns its status. */
function refuse(response, { protocol, kind, message }) {
    const shape = SHAPES[kind];
    const body = protocol === 'openai'
        ? { error: { message, type: shape.openai, param: null, code: kind } }
        : { type: 'error', error: { type: shape.anthropic, message }, request_id: null };
    response.writeHead(shape.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
    return shape.status;
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/replay-log.js
/** The replay server's own account of every request: what was really sent, and when. Measurements are checked against it. */



const replay_log_schema = schemas/* object */.Ikc({
    method: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP(),
    /** Line of the recording that was played; null when there is none of this request, or it was refused. */
    line: schemas/* number */.aig().nullable(),
    status: schemas/* number */.aig(),
    /** Milliseconds of the epoch with fractions: headers of the request were there. The other times count from here. */
    arrivalMs: schemas/* number */.aig(),
    /** Status and headers of a recording were written. */
    headMs: schemas/* number */.aig().nullable(),
    /** `[due, written, bytes]` of each chunk. */
    chunks: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig(), schemas/* number */.aig()])),
    endMs: schemas/* number */.aig(),
    ended: schemas/* enum */.k5n(['complete', 'disconnected']),
});
/** Appends records to a JSON Lines file. */
class ReplayLog {
    #stream;
    constructor(stream) {
        this.#stream = stream;
    }
    /** Opens the file, or none. Throws UsageError when it cannot be written. A disk that fills later is told to `log`; playing goes on. */
    static async open(path, log) {
        if (path === undefined)
            return new ReplayLog(undefined);
        const file = await (0,promises_.open)(path, 'a', 0o600).catch((error) => {
            throw new errors/* UsageError */.eb(`Cannot write the log of the replay: ${(0,errors/* toError */.iT)(error).message}`, { cause: error });
        });
        const stream = file.createWriteStream();
        stream.on('error', (error) => {
            log.warn(`The log of the replay stops here: ${error.message}`);
        });
        return new ReplayLog(stream);
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
async function readReplayLog(path) {
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    return lines.map((line) => replay_log_schema.parse(JSON.parse(line)));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/replay-server.js















/**
 * Starts a replay. Throws UsageError when an option is wrong, the recording is missing or broken (with its line), the log cannot be written,
 * or the port is taken.
 */
async function startReplay(options, ports = {}) {
    const settings = parseReplayOptions(options);
    const { recording: path, label = path, port, apiKey } = settings;
    const log = ports.log ?? core_log/* silentLog */.a;
    const recording = await readRecording(path, label);
    const { protocol, torn } = recording;
    if (settings.protocol !== undefined && settings.protocol !== protocol) {
        throw new errors/* UsageError */.eb(`${label}:1: recorded from ${protocol}, but it is played for a service of type ${settings.protocol}`);
    }
    if (torn !== undefined)
        log.warn(`${label}:${torn.line}: the last line was cut off and is skipped (${torn.bytes} bytes).`);
    const records = await ReplayLog.open(settings.logFile, log);
    const state = {
        ...{ settings, protocol, records, log, library: new Library(recording), blanker: new Blanker([apiKey]) },
        misses: new misses/* MissBook */.Y(settings.missesFile, log),
        clock: ports.clock ?? clock/* systemClock */.m,
        count: { played: 0, missing: 0 },
    };
    const handle = async (request, response) => serve(state, request, response);
    const server = await listenOnLoopback({ port, name: 'replay', log, handle }).catch(async (error) => {
        await records.close();
        throw error;
    });
    return {
        port: server.port,
        protocol,
        baseUrl: `http://${LOOPBACK}:${server.port}${protocol === 'openai' ? '/v1' : ''}`,
        exchanges: recording.exchanges.length,
        close: async () => {
            await server.close();
            await records.close();
            return state.count;
        },
    };
}
async function serve(state, request, response) {
    const { protocol, clock, records, blanker, settings } = state;
    const arrivalMs = clock.now();
    const { path } = targetOf(request);
    if (path === '/livez') {
        reply(request, response, { status: 'ok' });
        return;
    }
    const body = await readBody(request);
    if (body === 'gone')
        return;
    if (body === 'too_large') {
        refuse(response, { protocol, kind: 'too_large', message: 'The request is larger than 16 MiB.' });
        return;
    }
    if (settings.apiKey !== undefined && keyOfClient(state, request) !== settings.apiKey) {
        refuse(response, { protocol, kind: 'unauthorized', message: 'The API key is missing or not valid.' });
        return;
    }
    const facts = requestFacts({ method: request.method ?? '', path, body: blanker.body(body.toString('utf8')) });
    const answered = await answer(state, facts, { response, arrivalMs });
    const ended = response.writableFinished ? 'complete' : 'disconnected';
    const { method, digest } = facts;
    records.write({ method, path: facts.path, digest, arrivalMs, ...answered, endMs: clock.now() - arrivalMs, ended });
}
async function answer(state, facts, { response, arrivalMs }) {
    const { protocol, library, misses, clock, count, log, settings } = state;
    const exchange = library.take(facts);
    if (exchange !== undefined) {
        count.played += 1;
        const written = await play({ exchange, response, pace: settings.pace, clock, originMs: arrivalMs });
        return { status: exchange.status, line: exchange.line, ...written };
    }
    const closed = new Promise((resolve) => response.once('close', resolve));
    let status = 200;
    if (facts.method === 'GET' && facts.path === '/models') {
        // Clients look whether the model is there; that costs nothing, so nobody records it.
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(modelList(state)));
    }
    else {
        count.missing += 1;
        const message = library.explainMiss(facts);
        log.warn(message);
        // Before the answer: whoever has that finds the miss told.
        misses.note(keyOf(facts), message);
        status = refuse(response, { protocol, kind: 'no_recording', message });
    }
    if (!response.destroyed)
        await closed;
    return { status, line: null, headMs: null, chunks: [] };
}
function keyOfClient({ protocol }, request) {
    return dialectOf(protocol).apiKey(request.headers);
}
function modelList({ protocol, library }) {
    const [first = 'recorded'] = library.models;
    return dialectOf(protocol).models(first);
}
function dialectOf(protocol) {
    return protocol === 'openai' ? (0,openai/* openAiDialect */.z)('openai') : (0,anthropic/* anthropicDialect */.p)();
}
function reply(request, response, body) {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
}

;// CONCATENATED MODULE: ./lib/workflows-lib/system/replay/main.js
/**
 * The replay server as a process: reads its options as one JSON line on standard input, prints `{"listening":PORT}` or `{"refused":"why"}`,
 * and serves until SIGTERM, SIGINT or the end of standard input, which is how it learns that its parent is gone. Requests without a
 * recording are told on standard error.
 */




const complain = (message) => {
    process.stderr.write(`${message}\n`);
};
const log = { info: complain, warn: complain, debug: () => undefined };
function main_answer(message) {
    process.stdout.write(`${JSON.stringify(message)}\n`);
}
function parseLine(line) {
    try {
        return JSON.parse(line);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('Replay: standard input does not begin with one line of JSON', { cause: error });
    }
}
async function main_serve(line) {
    const replay = await startReplay(parseReplayOptions(parseLine(line)), { log });
    const close = () => void replay.close().then(() => process.exit());
    process.once('SIGTERM', close);
    process.once('SIGINT', close);
    process.stdin.once('end', close);
    main_answer({ listening: replay.port, exchanges: replay.exchanges });
}
(0,external_node_readline_.createInterface)({ input: process.stdin }).once('line', (line) => {
    main_serve(line).catch((error) => {
        if (!(error instanceof errors/* UsageError */.eb))
            throw error;
        main_answer({ refused: error.message });
        process.exitCode = 2;
    });
});


/***/ }),

/***/ 68789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ MissBook),
/* harmony export */   d: () => (/* binding */ readMisses)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34557);
/* harmony import */ var _core_error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98571);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71728);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9593);
/* harmony import */ var _core_log_guard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50261);
/** Requests that had no recording, told to whoever started the replay: a client that falls back would hide them. */







/** Distinct requests that are named; a client may ask anything any number of times. */
const MOST_NAMED = 10;
const LONGEST = 1_000;
const message = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP();
/** The misses of one replay. */
class MissBook {
    #path;
    #log;
    #known = new Set();
    /** Without a path nothing is written. */
    constructor(path, log) {
        this.#path = path;
        this.#log = log;
    }
    /** Writes a miss down unless the same request was missed before; it is in the file when this returns. `key` tells one request from another. */
    note(key, explanation) {
        if (this.#path === undefined || this.#known.has(key) || this.#known.size > MOST_NAMED)
            return;
        this.#known.add(key);
        const line = this.#known.size > MOST_NAMED ? `Further requests had no recording: only ${MOST_NAMED} are named.` : explanation;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(this.#path, `${JSON.stringify((0,_core_log_guard_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(line, LONGEST))}\n`, { mode: 0o600 });
        }
        catch (error) {
            this.#log.warn(`A request without a recording cannot be told: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .toError */ .iT)(error).message}`);
        }
    }
}
/** What a replay has written down until now, one sentence or two for each distinct request; nothing where no request was missed. */
async function readMisses(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch((error) => {
        if ((0,_core_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .C)(error) === 'ENOENT')
            return '';
        throw error;
    });
    return text
        .split('\n')
        .slice(0, -1)
        .map((line) => message.parse((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(line)));
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
