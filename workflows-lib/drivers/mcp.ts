import type { Clock } from '../core/clock.ts';
import { splitCommand } from '../core/command-line.ts';
import { RemoteError } from '../core/errors.ts';
import type { Expectation, McpCall } from '../core/operation.ts';
import type { Attempt, Driver, PreparedCall, PreparedOperation, TargetInfo } from './driver.ts';
import { readable, shownUrl } from './failure.ts';
import { CHECK_TIMEOUT_MS, httpUrl } from './http.ts';
import type { Limits } from './limits.ts';
import { attemptOfRun } from './mcp/attempt.ts';
import { httpTransport } from './mcp/http.ts';
import { judgeToolResult } from './mcp/judge.ts';
import { listTools } from './mcp/list-tools.ts';
import { shareSession, type SharedSession } from './mcp/shared-session.ts';
import { stdioTransport } from './mcp/stdio.ts';
import type { McpTransport } from './mcp/session.ts';
import { compileExpectation } from './validate.ts';

interface McpDriverBase {
  readonly clock: Clock;
  /** Name of the service or process, for messages. */
  readonly name?: string;
}

/** A server at a URL, or a command that starts one. */
export type McpDriverOptions =
  | (McpDriverBase & { readonly transport: 'http'; readonly url: string; readonly headers: Readonly<Record<string, string>> })
  | (McpDriverBase & {
      readonly transport: 'stdio';
      readonly run: string;
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
    });

const LIST_SUPPORTED: readonly (keyof Expectation)[] = ['rows', 'json', 'schema', 'contains'];
const CALL_SUPPORTED: readonly (keyof Expectation)[] = ['rows', 'json', 'schema', 'contains'];

interface McpTarget {
  readonly transport: McpTransport;
  readonly shared: SharedSession;
  readonly secrets: readonly string[];
}

/**
 * Speaks the Model Context Protocol, revisions with sessions up to 2025-11-25, by JSON-RPC on the wire. `connect` opens a new session on a
 * connection (or process) of its own and closes it untimed; `list_tools` (all pages) and `call_tool` share one session, in which calls run at
 * once, and which is opened untimed before the first of them. A session that the server has forgotten (404) is opened again and the call made
 * once more, all on the call's time. Throws UsageError when the URL or the command cannot be used.
 */
export function openMcpDriver(options: McpDriverOptions): Driver<McpCall> {
  const { name = 'mcp' } = options;
  const secrets = secretsOf(options);
  const transport = openTransport(options, name, secrets);
  const target: McpTarget = { transport, shared: shareSession(transport), secrets };
  const address = options.transport === 'http' ? shownUrl(options.url) : options.run;
  return {
    prepare: (operation) => prepare(operation, target),
    check: (signal) => check(target, { name, address, signal }),
    close: async () => {
      await target.shared.close();
      await transport.close();
    },
  };
}

function secretsOf(options: McpDriverOptions): string[] {
  if (options.transport === 'http') return Object.values(options.headers);
  // Most of an environment is paths and switches; blanking every "1" would ruin the messages.
  return Object.entries(options.env).flatMap(([key, value]) => (/key|token|secret|pass|url/i.test(key) ? [value] : []));
}

function openTransport(options: McpDriverOptions, name: string, secrets: readonly string[]): McpTransport {
  if (options.transport === 'http') {
    const { clock, headers } = options;
    return httpTransport({ url: httpUrl(name, options.url), headers, secrets, clock });
  }
  const { run, cwd, env, clock } = options;
  splitCommand(run);
  return stdioTransport({ run, cwd, env, secrets, clock });
}

function prepare(operation: PreparedOperation<McpCall>, target: McpTarget): PreparedCall {
  const { name, call, expect, timeoutMs } = operation;
  const { transport, shared, secrets } = target;
  if (call.action === 'call_tool') return prepareTool(operation, call, target);
  if (call.action === 'list_tools') {
    const checks = compileExpectation({ operation: name, expect, supported: LIST_SUPPORTED });
    return { operation: name, execute: (signal) => listTools({ shared, checks, secrets }, { timeoutMs, signal }) };
  }
  compileExpectation({ operation: name, expect, supported: [] });
  return { operation: name, execute: async (signal) => connect(transport, { timeoutMs, signal }) };
}

type ToolCall = Extract<McpCall, { readonly action: 'call_tool' }>;

function prepareTool(
  { name, expect, timeoutMs }: PreparedOperation<McpCall>,
  call: ToolCall,
  { shared, secrets }: McpTarget,
): PreparedCall {
  const checks = compileExpectation({ operation: name, expect, supported: CALL_SUPPORTED });
  const params = JSON.stringify({ name: call.tool, arguments: call.arguments });
  return {
    operation: name,
    execute: async (signal) => {
      const run = await shared.request('tools/call', params, { timeoutMs, signal });
      return attemptOfRun(run, run.reply === undefined ? undefined : judgeToolResult(run.reply, checks, secrets));
    },
  };
}

async function connect(transport: McpTransport, limits: Limits): Promise<Attempt> {
  const { run, session } = await transport.open(limits, true);
  await session?.close();
  return attemptOfRun(run, undefined);
}

interface CheckRequest {
  readonly name: string;
  /** For messages. */
  readonly address: string;
  readonly signal: AbortSignal | undefined;
}

async function check({ shared, secrets }: McpTarget, { name, address, signal }: CheckRequest): Promise<TargetInfo> {
  const { run, session } = await shared.open({ timeoutMs: CHECK_TIMEOUT_MS, signal });
  if (session !== undefined) {
    const { name: server, version, protocolVersion } = session.server;
    return { version: `${server} ${version} (MCP ${protocolVersion})` };
  }
  const reason = run.ending?.failure.message ?? 'it did not answer';
  const message = readable(`${name} at ${address}: ${reason}`, secrets);
  throw new RemoteError(message, { service: name, action: 'initialize', attempts: 1 });
}
