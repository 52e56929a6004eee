import type { Clock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import { parseJson } from '../core/json.ts';
import type { Expectation, ModelCall } from '../core/operation.ts';
import { anthropicCodec } from './anthropic.ts';
import { attemptOf, notJson, statusEnding } from './attempt.ts';
import type { Attempt, Driver, PreparedCall, PreparedOperation } from './driver.ts';
import { ending, readable, shownUrl, type Ending } from './failure.ts';
import { CHECK_TIMEOUT_MS, httpUrl } from './http.ts';
import { judgeAnswer } from './model-answer.ts';
import { OVERLOADED_STATUSES, type ModelCodec, type ModelTarget } from './model-codec.ts';
import { openAiCodec } from './openai.ts';
import { collectStream, concludeStream, type Judging, type StreamedAnswer } from './model-stream.ts';
import { compileExpectation } from './validate.ts';
import { flattenHeaders, headerOf, openWire, type Exchange, type Wire } from './wire.ts';

/** The model that is asked. */
export interface ModelDriverOptions extends ModelTarget {
  readonly protocol: 'openai' | 'anthropic';
  /** Up to, not including, `/chat/completions` or `/v1/messages`. */
  readonly baseUrl: string;
  /** Never appears in messages. */
  readonly apiKey: string;
  readonly clock: Clock;
  /** Name of the service, for messages; the provider's unless given. */
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called for each call; its result is sent as `x-client-request-id`, which finds the call in the provider's log. */
  readonly requestId?: () => string;
}

const CODECS: Readonly<Record<ModelDriverOptions['protocol'], ModelCodec>> = { openai: openAiCodec, anthropic: anthropicCodec };
const SUPPORTED: readonly (keyof Expectation)[] = ['finish', 'contains', 'json', 'schema'];

/** What every call of one driver shares. */
interface ModelConnection {
  readonly wire: Wire;
  readonly codec: ModelCodec;
  readonly target: ModelTarget;
  readonly basePath: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly requestId: (() => string) | undefined;
}

/**
 * Asks a language model over the wire, streamed or not. `firstTokenMs` and `tokenTimesMs` are arrivals of pieces that carry visible text or
 * reasoning. Refused requests and broken streams are errors (`http_401`, `overloaded`, `stream_cut`, `stream_error`, `not_json`), 429 is
 * `throttled`. Usage is what the provider billed, and counts for wrong answers too. Throws UsageError when the base URL is not one.
 */
export function openModelDriver(options: ModelDriverOptions): Driver<ModelCall> {
  const { protocol, baseUrl, apiKey, clock, provider, model, name = provider, headers = {} } = options;
  const base = httpUrl(name, baseUrl);
  const codec = CODECS[protocol];
  const secrets = [apiKey, ...Object.values(headers)].filter((secret) => secret !== '');
  const connection: ModelConnection = {
    wire: openWire({ origin: base.origin, clock, secrets }),
    codec,
    target: { provider, model },
    basePath: basePathOf(base, codec),
    headers: { accept: 'text/event-stream, application/json', ...codec.headers(apiKey), ...headers },
    secrets,
    requestId: options.requestId,
  };
  return {
    prepare: (operation) => prepare(operation, connection),
    check: (signal) => check(connection, { name, baseUrl, signal }),
    close: () => connection.wire.close(),
  };
}

/** A base URL that already ends in the version that the codec's paths begin with is what some providers print; both forms work. */
function basePathOf(base: URL, codec: ModelCodec): string {
  const path = base.pathname.replace(/\/+$/, '');
  return codec.path.startsWith('/v1/') ? path.replace(/\/v1$/, '') : path;
}

function prepare(operation: PreparedOperation<ModelCall>, connection: ModelConnection): PreparedCall {
  const { codec, target, requestId, wire } = connection;
  const { call, timeoutMs } = operation;
  const checks = compileExpectation({ operation: operation.name, expect: operation.expect, supported: SUPPORTED });
  const body = Buffer.from(JSON.stringify(codec.body(call, target)));
  const headers = flattenHeaders({ 'content-type': 'application/json' }, connection.headers);
  const request = { method: 'POST', path: `${connection.basePath}${codec.path}`, headers, body } as const;
  const judging: Judging = { codec, target, checks, secrets: connection.secrets };
  return {
    operation: operation.name,
    execute: async (signal) => {
      const streamed = call.stream ? collectStream(codec.reader(target)) : undefined;
      const sent = requestId === undefined ? request : { ...request, headers: [...headers, 'x-client-request-id', requestId()] };
      const exchange = await wire.send(sent, { timeoutMs, signal, sink: streamed?.sink });
      return conclude(exchange, streamed, judging);
    },
  };
}

function conclude(exchange: Exchange, streamed: StreamedAnswer | undefined, judging: Judging): Attempt {
  const isStream = streamed !== undefined && headerOf(exchange.head, 'content-type').startsWith('text/event-stream');
  if (isStream && exchange.head?.status === 200) return concludeStream(exchange, streamed, judging);
  if (exchange.ending !== undefined) return attemptOf(exchange, {});
  if (exchange.head?.status !== 200) return attemptOf(exchange, { ending: refusal(exchange, judging.secrets) });
  const document = parseJson(exchange.body.toString('utf8'));
  if (document === undefined || streamed !== undefined) {
    const message = streamed === undefined ? notJson(exchange) : `expected an event stream. ${notJson(exchange)}`;
    const failureClass = document === undefined ? 'not_json' : 'not_streamed';
    return attemptOf(exchange, { ending: ending('error', { class: failureClass, message }, judging.secrets) });
  }
  const answer = judging.codec.read(document, judging.target);
  if (answer === undefined) {
    const message = `the answer has no message in it: ${exchange.body.toString('utf8')}`;
    return attemptOf(exchange, { ending: ending('invalid', { class: 'shape', message }, judging.secrets) });
  }
  return attemptOf(exchange, judgeAnswer(answer, judging.codec, judging.checks));
}

function refusal(exchange: Exchange, secrets: readonly string[]): Ending {
  const refused = statusEnding(exchange, secrets);
  const status = exchange.head?.status ?? 0;
  if (headerOf(exchange.head, 'content-type').startsWith('text/html')) {
    return ending('error', { class: 'not_json', message: notJson(exchange) }, secrets);
  }
  return OVERLOADED_STATUSES.includes(status)
    ? { outcome: 'error', failure: { ...refused.failure, class: 'overloaded' } }
    : refused;
}

interface CheckRequest {
  readonly name: string;
  readonly baseUrl: string;
  readonly signal: AbortSignal | undefined;
}

/** Lists the models: free, and it shows a wrong key, a wrong address and a web page where an API should be. */
async function check(connection: ModelConnection, { name, baseUrl, signal }: CheckRequest): Promise<Record<string, never>> {
  const { wire, codec, basePath, secrets } = connection;
  const request = { method: 'GET', path: `${basePath}${codec.modelsPath}`, headers: flattenHeaders(connection.headers) } as const;
  const exchange = await wire.send(request, { timeoutMs: CHECK_TIMEOUT_MS, signal });
  const problem = exchange.ending?.failure.message ?? checkProblem(exchange);
  if (problem === undefined) return {};
  const message = readable(`${name} at ${shownUrl(baseUrl)}: ${problem}`, secrets);
  throw new RemoteError(message, { service: name, action: 'list the models', attempts: 1 });
}

function checkProblem(exchange: Exchange): string | undefined {
  const status = exchange.head?.status ?? 0;
  if (headerOf(exchange.head, 'content-type').startsWith('text/html')) return `${notJson(exchange)}. Is base_url right?`;
  if (status === 401 || status === 403) return `the API key was refused (${status}). Check api_key.`;
  // Servers that list no models answer 404 or 405 in their own words; they were reached.
  if (status >= 500 || status === 429) return statusEnding(exchange, []).failure.message;
  return undefined;
}
