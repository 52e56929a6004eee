/** A loopback proxy in front of a model provider, which records what passes. */
import { timingSafeEqual, hash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import { oneLine } from '../../core/log-guard.ts';
import type { Log } from '../../core/log.ts';
import { Blanker } from './blank.ts';
import { blankWarnings } from './blank-warnings.ts';
import { LOOPBACK, listenOnLoopback, readBody, targetOf } from './loopback-server.ts';
import type { RecordingFile } from './recording-file.ts';
import type { Protocol } from './recording.ts';
import { refuse } from './refusal.ts';
import { recordedLine } from './to-exchange.ts';
import { endToEnd, passOn, type Passed } from './upstream.ts';

/** Whom the proxy stands in front of. */
export interface ProxyOptions {
  readonly service: string;
  readonly protocol: Protocol;
  /** Of the real provider. */
  readonly baseUrl: string;
  /** The real key: it goes to the provider and nowhere else. */
  readonly apiKey: string;
  /** The key for clients of the proxy, which then need not know the real one; that is accepted too. */
  readonly localKey: string;
  /** What else must not be recorded. */
  readonly secrets: readonly string[];
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Where a proxy writes, what it tells time by, and where it complains. */
export interface ProxyPorts {
  readonly file: RecordingFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a proxy has done. */
export interface ProxySummary {
  readonly recorded: number;
  /** Answers that were passed on and not recorded: reason -> how many. */
  readonly unrecorded: ReadonlyMap<string, number>;
}

/** A proxy that listens. */
export interface RecordingProxy {
  /** The base URL for clients. */
  readonly baseUrl: string;
  /** Breaks off what is under way, and resolves when everything else is in the file. */
  close(): Promise<ProxySummary>;
}

interface ProxyState {
  readonly options: ProxyOptions;
  readonly ports: ProxyPorts;
  readonly upstream: URL;
  /** Path of the base URL without a slash at its end. */
  readonly basePath: string;
  readonly blanker: Blanker;
  readonly count: { recorded: number; readonly unrecorded: Map<string, number> };
}

/** Keys of the client are replaced, and what is compressed could not be searched for keys. */
const REPLACED_HEADERS = new Set([
  'authorization',
  'x-api-key',
  'api-key',
  'cookie',
  'accept-encoding',
  'content-length',
  'expect',
]);
/** Headers whose values say who asked, or which request it was. */
const IDENTIFYING = /authorization|api-?key|cookie|organi[sz]ation|project|request-?id|trace-?id|cf-ray/i;

/** Starts the proxy. Throws UsageError when the port is taken. */
export async function startRecordingProxy(options: ProxyOptions, ports: ProxyPorts): Promise<RecordingProxy> {
  const upstream = new URL(options.baseUrl);
  const state: ProxyState = {
    options,
    ports,
    upstream,
    basePath: upstream.pathname.replace(/\/+$/, ''),
    blanker: new Blanker([options.apiKey, options.localKey, upstream.password, ...options.secrets]),
    count: { recorded: 0, unrecorded: new Map() },
  };
  const server = await listenOnLoopback({
    ...{ port: options.port, name: 'recording proxy', log: ports.log },
    handle: async (request, response) => serve(state, request, response),
  });
  return {
    baseUrl: `http://${LOOPBACK}:${server.port}${state.basePath}`,
    close: async () => {
      await server.close();
      await ports.file.close();
      return state.count;
    },
  };
}

async function serve(state: ProxyState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, ports } = state;
  const { protocol } = options;
  const originMs = ports.clock.now();
  if (!isAllowed(state, request.headers)) {
    request.resume();
    const message = 'shotclock providers record: the API key is neither the one it printed nor that of the plan';
    refuse(response, { protocol, kind: 'unauthorized', message });
    return;
  }
  const body = await readBody(request);
  if (body === 'gone') return;
  if (body === 'too_large') {
    refuse(response, { protocol, kind: 'too_large', message: 'shotclock providers record: the request is larger than 16 MiB' });
    return;
  }
  const { url, path } = addressOf(state, request);
  const method = request.method ?? 'GET';
  const headers = { ...endToEnd(request.headers, REPLACED_HEADERS), ...keyHeaders(options), 'accept-encoding': 'identity' };
  const length = body.length > 0 || method === 'POST' ? { 'content-length': `${body.length}` } : {};
  try {
    const passed = await passOn({
      ...{ url, method, body, response, originMs },
      headers: { ...headers, ...length },
      clock: ports.clock,
    });
    await note(state, request, { method, path, body: body.toString('utf8'), passed });
  } catch (error) {
    giveUp(state, response, toError(error));
  }
}

/** Below the base URL whatever the request's path is; clients may or may not repeat the path of the base URL. */
function addressOf({ upstream, basePath }: ProxyState, request: IncomingMessage): { url: URL; path: string } {
  const target = targetOf(request);
  const path = basePath !== '' && target.path.startsWith(`${basePath}/`) ? target.path.slice(basePath.length) : target.path;
  const url = new URL(upstream);
  url.pathname = `${basePath}${path}`;
  url.search = target.query;
  return { url, path };
}

/** Whoever can reach the port of this machine must not spend the owner's money. */
function isAllowed({ options }: ProxyState, headers: IncomingHttpHeaders): boolean {
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
  const given = [headers['x-api-key'], headers['api-key'], bearer].filter((key) => typeof key === 'string');
  return given.some((key) => isSame(key, options.localKey) || isSame(key, options.apiKey));
}

function isSame(left: string, right: string): boolean {
  return timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'));
}

function keyHeaders({ protocol, apiKey }: ProxyOptions): Readonly<Record<string, string>> {
  return protocol === 'openai' ? { authorization: `Bearer ${apiKey}` } : { 'x-api-key': apiKey };
}

interface Noted {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly passed: Passed;
}

async function note(state: ProxyState, request: IncomingMessage, noted: Noted): Promise<void> {
  const { options, ports, blanker } = state;
  blanker.add([...identifying(request.headers), ...identifying(noted.passed.headers)]);
  const { service, protocol } = options;
  const result = recordedLine({ service, protocol, recordedAt: ports.clock.date(), ...noted }, blanker);
  const hindrance = 'line' in result ? await ports.file.append(result.line) : result.reason;
  const what = `${noted.method} ${blanker.text(noted.path)}`;
  if (hindrance !== undefined) countUnrecorded(state, hindrance, what);
  else state.count.recorded += 1;
  if (hindrance === undefined && 'line' in result)
    for (const warning of blankWarnings(what, result.blanked)) ports.log.warn(warning);
}

function identifying(headers: IncomingHttpHeaders): string[] {
  const named = Object.entries(headers).filter(([name]) => IDENTIFYING.test(name));
  return named.flatMap(([, value]) => value ?? []).flatMap((value) => [value, value.replace(/^\S+\s+/, '')]);
}

function giveUp(state: ProxyState, response: ServerResponse, error: Error): void {
  const { options, upstream } = state;
  if (response.destroyed) {
    countUnrecorded(state, 'the client went away', 'a request');
    return;
  }
  const message = `shotclock providers record: ${upstream.origin} cannot be reached: ${state.blanker.text(error.message)}`;
  countUnrecorded(state, 'the provider cannot be reached', message);
  if (response.headersSent) response.destroy();
  else refuse(response, { protocol: options.protocol, kind: 'unreachable', message });
}

function countUnrecorded({ ports, count }: ProxyState, reason: string, what: string): void {
  count.unrecorded.set(reason, (count.unrecorded.get(reason) ?? 0) + 1);
  ports.log.warn(`Not recorded: ${oneLine(what, 200)}: ${reason}`);
}
