/** The API with scripted models and MCP server, in this process. */
import type { ApiConfig } from '../api/config.ts';
import { startService } from '../api/service.ts';
import type { Resilience, Service } from '../api/service.ts';
import { createLogger } from '../telemetry/log.ts';
import { startFakeMcp } from './fake-mcp.ts';
import type { FakeMcp } from './fake-mcp.ts';
import { startFakeModels } from './fake-models.ts';
import type { FakeModels } from './fake-models.ts';

/** The key that the API sends to DeepSeek. */
export const DEEPSEEK_KEY = 'sk-deepseek-0123456789';
/** The key that the API sends to Anthropic. */
export const ANTHROPIC_KEY = 'sk-ant-0123456789';

/** An answer of the API as a client sees it. */
export interface ClientAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The API with everything around it faked. */
export interface Harness {
  readonly service: Service;
  readonly models: FakeModels;
  readonly mcp: FakeMcp;
  /** Log records so far, as lines of JSON. */
  readonly lines: string[];
  /** Milliseconds that the breakers see. */
  readonly clock: { now: number };
  readonly get: (path: string) => Promise<ClientAnswer>;
  readonly ask: (question: unknown) => Promise<ClientAnswer>;
  readonly stop: () => Promise<void>;
}

/** Sends a request and reads its JSON answer. */
export async function fetchJson(url: URL, init?: RequestInit): Promise<ClientAnswer> {
  const response = await fetch(url, init);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error('the answer is not an object');
  return { status: response.status, headers: response.headers, body: Object.fromEntries(Object.entries(body)) };
}

/** Posts `question` to `/synthesize` of the API at `base`. */
export async function ask(base: URL, question: unknown): Promise<ClientAnswer> {
  return await fetchJson(new URL('/synthesize', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof question === 'string' ? question : JSON.stringify(question),
  });
}

/** Starts everything. Pauses between attempts are 1 to 2 ms. */
export async function startHarness(config: Partial<ApiConfig> = {}, resilience: Resilience = {}): Promise<Harness> {
  const [models, mcp] = await Promise.all([startFakeModels(), startFakeMcp()]);
  const lines: string[] = [];
  const clock = { now: 0 };
  const service = await startService(
    {
      mcpUrl: mcp.url,
      deepseek: { baseUrl: models.url, apiKey: DEEPSEEK_KEY, model: 'deepseek-chat' },
      claude: { baseUrl: models.url, apiKey: ANTHROPIC_KEY, model: 'claude-sonnet-4-5' },
      port: 0,
      host: '127.0.0.1',
      requestTimeoutMs: 20_000,
      maxConcurrency: 100,
      version: '1.2.3',
      ...config,
    },
    {
      log: createLogger({ service: 'nba-synthesis-api', version: '1.2.3', stream: { write: (line) => lines.push(line) } }),
      resilience: { backoff: { initialDelayMs: 1, maxDelayMs: 2 }, clock: () => clock.now, ...resilience },
    },
  );
  return {
    service,
    models,
    mcp,
    lines,
    clock,
    get: (path) => fetchJson(new URL(path, service.url)),
    ask: (question) => ask(service.url, question),
    async stop() {
      await service.stop(1_000);
      await Promise.all([models.stop(), mcp.stop()]);
    },
  };
}
