/** The model simulator as an HTTP server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '../../core/clock.ts';
import { toError, UsageError } from '../../core/errors.ts';
import { silentLog, type Log } from '../../core/log.ts';
import { anthropicDialect } from './anthropic.ts';
import { readAnswers } from './answers.ts';
import { checkKey, serveAnswer } from './exchange.ts';
import { openAiDialect } from './openai.ts';
import { pacingOf, parseSimulatorOptions, type SimulatorOptions, type SimulatorSettings } from './options.ts';
import { ProviderProblem } from './problem.ts';
import { PromptCache } from './prompt-cache.ts';
import { RequestLog } from './request-log.ts';
import { RequestCounter, type SimulatorState } from './simulator-state.ts';
import { Turnstile } from './turnstile.ts';

/** A simulator that answers. */
export interface RunningSimulator {
  readonly port: number;
  /** Ends open answers, then resolves when the log is complete. Safe to call twice. */
  close(): Promise<void>;
}

/** The machine's clock and no log, unless given. */
export interface SimulatorPorts {
  readonly clock?: Clock;
  readonly log?: Log;
}

/** Starts a simulator. Throws UsageError when an option is wrong, a file cannot be read or written, or the port is taken. */
export async function startSimulator(options: SimulatorOptions, ports: SimulatorPorts = {}): Promise<RunningSimulator> {
  const settings = parseSimulatorOptions(options);
  const log = ports.log ?? silentLog;
  const state: SimulatorState = {
    settings,
    pacing: pacingOf(settings),
    answers: settings.answers === undefined ? [] : await readAnswers(settings.answers),
    dialect: settings.protocol === 'openai' ? openAiDialect(settings.provider) : anthropicDialect(),
    cache: new PromptCache(),
    log: await RequestLog.open(settings.logFile, log),
    clock: ports.clock ?? systemClock,
    counter: new RequestCounter(),
    turnstile: new Turnstile(),
  };
  const open = new Set<Promise<void>>();
  // Clients keep idle connections for up to a minute; closing earlier than they do would fail requests that nobody simulated.
  const server = createServer({ noDelay: true, keepAliveTimeout: 75_000 }, (request, response) => {
    const served = route(state, request, response).catch((error: unknown) => {
      log.warn(`The simulator failed on a request: ${toError(error).stack ?? ''}`);
      response.destroy();
    });
    open.add(served);
    void served.finally(() => open.delete(served));
  });
  try {
    await listen(server, settings);
  } catch (error) {
    await state.log.close();
    throw error;
  }
  return { port: (server.address() as AddressInfo).port, close: () => shutDown(server, open, state.log) };
}

async function listen(server: Server, { host, port }: SimulatorSettings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new UsageError(`The model simulator cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

async function shutDown(server: Server, open: ReadonlySet<Promise<void>>, log: RequestLog): Promise<void> {
  const closed = new Promise<void>((resolve) => {
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

async function route(state: SimulatorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
    if (!dialect.modelPaths.includes(path) || request.method !== 'GET') throw noRoute(state, request, path);
    checkKey(state, request);
    reply(response, 200, dialect.models(state.settings.model));
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    const { requestId } = state.counter.next(state);
    const { status, body } = dialect.problem(error, requestId);
    reply(response, status, body);
  }
}

function noRoute({ dialect }: SimulatorState, request: IncomingMessage, path: string): ProviderProblem {
  const known = dialect.answerPaths.includes(path) || dialect.modelPaths.includes(path);
  const asked = `${request.method ?? ''} ${path}`;
  return known
    ? new ProviderProblem('wrong_method', `Not allowed: ${asked}`)
    : new ProviderProblem('unknown_route', `Unknown request URL: ${asked}`);
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
