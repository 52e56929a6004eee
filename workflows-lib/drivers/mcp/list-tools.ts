import { at, textAt } from '../../core/json.ts';
import type { Attempt } from '../driver.ts';
import { ending, invalid, type Ending } from '../failure.ts';
import type { Limits } from '../limits.ts';
import type { Checks } from '../validate.ts';
import { attemptOfRun } from './attempt.ts';
import { rpcError } from './judge.ts';
import type { RpcRun } from './rpc.ts';
import type { SharedSession } from './shared-session.ts';

/** A server whose cursor never ends would keep us for ever. */
const MOST_PAGES = 1_000;

/** The session to ask on, and what the list is held against; `secrets` are blanked in messages. */
export interface ListToolsOptions {
  readonly shared: SharedSession;
  readonly checks: Checks;
  readonly secrets: readonly string[];
}

/** Lists the tools, all pages, as one attempt. Rows are tools, the document is their list, the text their names. */
export async function listTools({ shared, checks, secrets }: ListToolsOptions, limits: Limits): Promise<Attempt> {
  const tools: unknown[] = [];
  let whole: RpcRun | undefined;
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const spentMs = whole === undefined ? 0 : whole.endMs - whole.startMs;
    const params = cursor === '' ? '{}' : JSON.stringify({ cursor });
    const run = await shared.request('tools/list', params, { ...limits, timeoutMs: Math.max(1, limits.timeoutMs - spentMs) });
    whole = whole === undefined ? run : joined(whole, run);
    const wrong = problemOf(run, secrets);
    if (wrong !== undefined || run.reply === undefined || 'error' in run.reply) return attemptOfRun(whole, wrong);
    tools.push(...toolsOf(run.reply.result));
    cursor = textAt(run.reply.result, 'nextCursor');
    if (cursor === '') return attemptOfRun(whole, wrongList(tools, checks, secrets));
  }
  const endless = ending('error', { class: 'endless_list', message: `the list of tools did not end after ${MOST_PAGES} pages` });
  return attemptOfRun(whole ?? { startMs: 0, endMs: 0, bytesReceived: 0 }, endless);
}

function joined(first: RpcRun, last: RpcRun): RpcRun {
  const { startMs, connectedMs, firstByteMs } = first;
  return {
    ...last,
    startMs,
    ...(connectedMs === undefined ? undefined : { connectedMs }),
    ...(firstByteMs === undefined ? undefined : { firstByteMs }),
    bytesReceived: first.bytesReceived + last.bytesReceived,
  };
}

function toolsOf(result: unknown): readonly unknown[] {
  const tools = at(result, 'tools');
  return Array.isArray(tools) ? tools : [];
}

function problemOf({ reply }: RpcRun, secrets: readonly string[]): Ending | undefined {
  if (reply === undefined) return undefined;
  if ('error' in reply) return rpcError(reply.error, secrets);
  return Array.isArray(at(reply.result, 'tools'))
    ? undefined
    : invalid({ class: 'shape', message: 'the answer has no list of tools' });
}

function wrongList(tools: readonly unknown[], checks: Checks, secrets: readonly string[]): Ending | undefined {
  const names = tools.map((tool) => textAt(tool, 'name')).join('\n');
  const wrong = checks.rows(tools.length) ?? checks.contains(names) ?? checks.document(tools);
  return wrong === undefined ? undefined : invalid(wrong, secrets);
}
