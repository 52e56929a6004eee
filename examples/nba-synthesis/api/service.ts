/** The service: its dependencies, each behind its policy, and its routes. */
import { createPolicy } from '../resilience/policy.ts';
import type { PolicyOptions } from '../resilience/policy.ts';
import { checkReachable, createReadiness } from '../resilience/readiness.ts';
import type { Logger } from '../telemetry/log.ts';
import { readJson } from './body.ts';
import { createClaude, isTransientClaudeError } from './claude.ts';
import type { ApiConfig } from './config.ts';
import { createDeepSeek, isTransientDeepSeekError } from './deepseek.ts';
import { createMcpSession, isTransientMcpError } from './mcp-session.ts';
import { createLanguageModel } from './model.ts';
import { Problem } from './problem.ts';
import { questionSchema } from './question.ts';
import { withRequestId } from './request-context.ts';
import { createApiServer } from './server.ts';
import type { Route } from './server.ts';
import { synthesise } from './synthesis.ts';
import type { SynthesisParts } from './synthesis.ts';
import { createTools } from './tools.ts';

/** Longest time for one attempt. A whole answer of a model takes about 12 s; a tool call milliseconds. */
const MODEL_ATTEMPT_MS = 30_000;
const TOOL_ATTEMPT_MS = 10_000;

/** One request makes several tool calls at once, and the MCP server is back a second after it was restarted. */
const TOOL_BREAKER = { breakAfter: 10, halfOpenAfterMs: 2_000 };

/** How the service guards its dependencies; for tests and for tuning. */
export type Resilience = Partial<
  Pick<PolicyOptions, 'attempts' | 'timeoutMs' | 'breakAfter' | 'halfOpenAfterMs' | 'backoff' | 'clock'>
>;

/** The log, and in tests other clocks and patience. */
export interface ServiceOptions {
  readonly log: Logger;
  readonly resilience?: Resilience;
}

/** A running service. */
export interface Service {
  /** Where it listens. */
  readonly url: URL;
  /** Finishes what runs, at most `graceMs` long, then ends the MCP session. */
  stop(graceMs: number): Promise<void>;
}

/** Lets at most `limit` calls run at once; one more throws a 429 `Problem`. */
function createLimiter(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  return async (work) => {
    if (running >= limit) {
      const headers = { 'retry-after': '1' };
      throw new Problem(`${limit} requests are running already`, { status: 429, type: 'too_many_requests', headers });
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}

type Readiness = ReturnType<typeof createReadiness>;

interface Dependencies {
  readonly parts: SynthesisParts;
  readonly readiness: Readiness;
  close(): Promise<void>;
}

function createDependencies(config: ApiConfig, log: Logger, resilience: Resilience): Dependencies {
  const model = { attempts: 3, timeoutMs: MODEL_ATTEMPT_MS, log, ...resilience };
  const tool = { attempts: 3, timeoutMs: TOOL_ATTEMPT_MS, ...TOOL_BREAKER, log, ...resilience };
  const toolPolicy = createPolicy('mcp', { ...tool, isTransient: isTransientMcpError });
  const deepseekPolicy = createPolicy('deepseek', { ...model, isTransient: isTransientDeepSeekError });
  const claudePolicy = createPolicy('claude', { ...model, isTransient: isTransientClaudeError });
  const session = createMcpSession({ url: config.mcpUrl, version: config.version, log });
  return {
    parts: {
      tools: createTools(session, toolPolicy, log),
      deepseek: createLanguageModel(createDeepSeek(config.deepseek), deepseekPolicy, log),
      claude: createLanguageModel(createClaude(config.claude), claudePolicy, log),
    },
    readiness: createReadiness({
      mcp: { policy: toolPolicy, check: (signal) => session.ping(signal) },
      deepseek: { policy: deepseekPolicy, check: (signal) => checkReachable(new URL(config.deepseek.baseUrl), signal) },
      claude: { policy: claudePolicy, check: (signal) => checkReachable(new URL(config.claude.baseUrl), signal) },
    }),
    close: () => session.close(),
  };
}

function synthesizeRoute(config: ApiConfig, parts: SynthesisParts): Route {
  const limiter = createLimiter(config.maxConcurrency);
  return {
    path: '/synthesize',
    method: 'POST',
    async handle(request, signal) {
      const question = await readJson(request, questionSchema);
      return { status: 200, body: { status: 'success', ...(await limiter(() => synthesise(question, parts, signal))) } };
    },
  };
}

function probeRoutes(config: ApiConfig, readiness: Readiness, stopping: () => boolean): Route[] {
  const live = { status: 200, body: { status: 'alive' } };
  const version = { service: 'nba-synthesis', version: config.version, node: process.version };
  const models = { deepseek: config.deepseek.model, claude: config.claude.model };
  return [
    { path: '/livez', method: 'GET', probe: true, handle: () => Promise.resolve(live) },
    {
      path: '/version',
      method: 'GET',
      probe: true,
      handle: () => Promise.resolve({ status: 200, body: { ...version, models } }),
    },
    {
      path: '/readyz',
      method: 'GET',
      probe: true,
      async handle() {
        if (stopping()) return { status: 503, body: { status: 'stopping', dependencies: {} } };
        const dependencies = await readiness();
        const ready = Object.values(dependencies).every((dependency) => dependency.ready);
        return { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not_ready', dependencies } };
      },
    },
  ];
}

/** Starts the service and returns once it listens. Rejects when it cannot listen; dependencies may come later (see `/readyz`). */
export async function startService(config: ApiConfig, options: ServiceOptions): Promise<Service> {
  const log = withRequestId(options.log);
  const dependencies = createDependencies(config, log, options.resilience ?? {});
  let stopping = false;
  const routes = [synthesizeRoute(config, dependencies.parts), ...probeRoutes(config, dependencies.readiness, () => stopping)];
  const server = createApiServer({ routes, log, requestTimeoutMs: config.requestTimeoutMs });
  const url = await server.listen(config.port, config.host);
  log.info('listening', { 'server.address': url.hostname, 'server.port': Number(url.port) });
  return {
    url,
    async stop(graceMs) {
      stopping = true;
      await server.stop(graceMs);
      await dependencies.close();
    },
  };
}
