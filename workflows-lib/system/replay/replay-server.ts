/** A server that answers as a provider once answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock, type Clock } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { silentLog, type Log } from '../../core/log.ts';
import { anthropicDialect } from '../simulator/anthropic.ts';
import { openAiDialect } from '../simulator/openai.ts';
import { Blanker } from './blank.ts';
import { Library } from './library.ts';
import { MissBook } from './misses.ts';
import { listenOnLoopback, LOOPBACK, readBody, targetOf } from './loopback-server.ts';
import { parseReplayOptions, type ReplayOptions, type ReplaySettings } from './options.ts';
import { play } from './play.ts';
import { readRecording } from './read-recording.ts';
import type { Protocol } from './recording.ts';
import { refuse } from './refusal.ts';
import { ReplayLog, type ReplayRecord } from './replay-log.ts';
import { keyOf, requestFacts, type RequestFacts } from './request-facts.ts';

/** What a replay has done. */
export interface ReplaySummary {
  readonly played: number;
  /** Requests that had no recording. */
  readonly missing: number;
}

/** A replay that answers. */
export interface RunningReplay {
  readonly port: number;
  readonly protocol: Protocol;
  /** Base URL for clients. */
  readonly baseUrl: string;
  readonly exchanges: number;
  /** Breaks off what is under way, then resolves when the log is complete. */
  close(): Promise<ReplaySummary>;
}

/** The machine's clock and no log, unless given. */
export interface ReplayPorts {
  readonly clock?: Clock;
  readonly log?: Log;
}

interface ReplayState {
  readonly settings: ReplaySettings;
  readonly protocol: Protocol;
  readonly library: Library;
  readonly blanker: Blanker;
  readonly records: ReplayLog;
  readonly misses: MissBook;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: { played: number; missing: number };
}

/**
 * Starts a replay. Throws UsageError when an option is wrong, the recording is missing or broken (with its line), the log cannot be written,
 * or the port is taken.
 */
export async function startReplay(options: ReplayOptions, ports: ReplayPorts = {}): Promise<RunningReplay> {
  const settings = parseReplayOptions(options);
  const { recording: path, label = path, port, apiKey } = settings;
  const log = ports.log ?? silentLog;
  const recording = await readRecording(path, label);
  const { protocol, torn } = recording;
  if (settings.protocol !== undefined && settings.protocol !== protocol) {
    throw new UsageError(`${label}:1: recorded from ${protocol}, but it is played for a service of type ${settings.protocol}`);
  }
  if (torn !== undefined) log.warn(`${label}:${torn.line}: the last line was cut off and is skipped (${torn.bytes} bytes).`);
  const records = await ReplayLog.open(settings.logFile, log);
  const state: ReplayState = {
    ...{ settings, protocol, records, log, library: new Library(recording), blanker: new Blanker([apiKey]) },
    misses: new MissBook(settings.missesFile, log),
    clock: ports.clock ?? systemClock,
    count: { played: 0, missing: 0 },
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => serve(state, request, response);
  const server = await listenOnLoopback({ port, name: 'replay', log, handle }).catch(async (error: unknown) => {
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

async function serve(state: ReplayState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { protocol, clock, records, blanker, settings } = state;
  const arrivalMs = clock.now();
  const { path } = targetOf(request);
  if (path === '/livez') {
    reply(request, response, { status: 'ok' });
    return;
  }
  const body = await readBody(request);
  if (body === 'gone') return;
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

type Answered = Pick<ReplayRecord, 'status' | 'line' | 'headMs' | 'chunks'>;

async function answer(
  state: ReplayState,
  facts: RequestFacts,
  { response, arrivalMs }: { response: ServerResponse; arrivalMs: number },
): Promise<Answered> {
  const { protocol, library, misses, clock, count, log, settings } = state;
  const exchange = library.take(facts);
  if (exchange !== undefined) {
    count.played += 1;
    const written = await play({ exchange, response, pace: settings.pace, clock, originMs: arrivalMs });
    return { status: exchange.status, line: exchange.line, ...written };
  }
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  let status = 200;
  if (facts.method === 'GET' && facts.path === '/models') {
    // Clients look whether the model is there; that costs nothing, so nobody records it.
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(modelList(state)));
  } else {
    count.missing += 1;
    const message = library.explainMiss(facts);
    log.warn(message);
    // Before the answer: whoever has that finds the miss told.
    misses.note(keyOf(facts), message);
    status = refuse(response, { protocol, kind: 'no_recording', message });
  }
  if (!response.destroyed) await closed;
  return { status, line: null, headMs: null, chunks: [] };
}

function keyOfClient({ protocol }: ReplayState, request: IncomingMessage): string | undefined {
  return dialectOf(protocol).apiKey(request.headers);
}

function modelList({ protocol, library }: ReplayState): object {
  const [first = 'recorded'] = library.models;
  return dialectOf(protocol).models(first);
}

function dialectOf(protocol: Protocol): ReturnType<typeof openAiDialect> {
  return protocol === 'openai' ? openAiDialect('openai') : anthropicDialect();
}

function reply(request: IncomingMessage, response: ServerResponse, body: object): void {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
