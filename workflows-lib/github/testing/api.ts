/** A scripted API on this machine and a connection to it whose waits take no time. */
import type { ServerResponse } from 'node:http';
import { seededRandom, type Random } from '../../core/random.ts';
import type { Log } from '../../core/log.ts';
import { sendJson, startServer, type Received, type ScriptedServer } from '../../drivers/testing/scripted-server.ts';
import { connectGitHub, type GitHub, type GitHubOptions } from '../client.ts';

/** What tests connect with; looked for in everything that must not show it. */
export const TOKEN = 'ghs_plantedSecretToken0123456789';

/** The moment at which the tests' wall clock stands still. */
const NOW = new Date('2026-03-01T12:00:00Z');

/** The repository of the tests. */
export const REPOSITORY = { owner: 'octo', name: 'app' };

/** A connection under test. */
export interface TestApi extends AsyncDisposable {
  readonly github: GitHub;
  readonly server: ScriptedServer;
  /** "GET /repos/…" of every request, without the API's base. */
  readonly asked: () => readonly string[];
  /** Milliseconds that were waited for, in order. */
  readonly waits: readonly number[];
  readonly logged: readonly string[];
}

/** Answers one request. */
export type Answer = (request: Received, response: ServerResponse) => void | Promise<void>;

/** Half of everything. */
const half: Random = { ...seededRandom('half'), next: () => 0.5 };

/** Starts the API and connects to it. */
export async function startApi(answer: Answer, options: Partial<GitHubOptions> = {}): Promise<TestApi> {
  const server = await startServer(answer);
  const waits: number[] = [];
  const logged: string[] = [];
  const write = (message: string): void => void logged.push(message);
  const log: Log = { info: write, warn: write, debug: write };
  const clock = {
    now: () => 0,
    date: () => NOW,
    sleep: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const { signal } = new AbortController();
  const base = { token: TOKEN, apiUrl: `${server.url}/api/v3`, clock, random: half, log, signal };
  const github = await connectGitHub({ ...base, ...options });
  const asked = (): readonly string[] => server.received.map(({ method, path }) => `${method} ${path.replace('/api/v3', '')}`);
  return { github, server, asked, waits, logged, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** Answers in turn; the last one stands for all that follow. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let next = 0;
  return (request, response) => answers[Math.min(next++, answers.length - 1)]?.(request, response);
}

/** A JSON answer. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    for (const [name, text] of Object.entries(headers)) response.setHeader(name, text);
    sendJson(response, value, status);
  };
}

/** An error as GitHub words it. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return json({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, status, headers);
}

/** Breaks the connection before an answer. */
export const reset: Answer = (_request, response) => {
  response.socket?.resetAndDestroy();
};

/** Promises more than it sends. */
export const truncated: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('[{"id":');
  setImmediate(() => response.destroy());
};

/** A page of a list, with GitHub's `link` to the next one. */
export function page(items: readonly unknown[], request: Received, base: string): Answer {
  const url = new URL(request.path, base);
  const [number, size] = [Number(url.searchParams.get('page') ?? '1'), Number(url.searchParams.get('per_page') ?? '30')];
  url.searchParams.set('page', String(number + 1));
  const link = number * size < items.length ? { link: `<${url.href}>; rel="next"` } : {};
  return json(items.slice((number - 1) * size, number * size), 200, link);
}

/** What was thrown, with everything that hangs on it, as text. */
export function everythingOf(thrown: unknown): string {
  const parts: string[] = [];
  for (let link = thrown; link instanceof Error; link = link.cause) {
    parts.push(String(link), link.stack ?? '', JSON.stringify(link, Object.getOwnPropertyNames(link)));
  }
  return parts.join('\n');
}

/** The error that a promise ends in. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  return await work.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}
