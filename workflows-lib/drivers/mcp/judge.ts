import { at, isRecord, parseJson, textAt } from '../../core/json.ts';
import { ending, invalid, type Ending } from '../failure.ts';
import type { Checks } from '../validate.ts';
import type { RpcReply } from './rpc.ts';

/** An error that the server answered with: `rpc_<code>`. */
export function rpcError(
  { code, message }: { readonly code: number; readonly message: string },
  secrets: readonly string[],
): Ending {
  return ending('error', { class: `rpc_${code}`, message: `the server answered with error ${code}: ${message}` }, secrets);
}

/**
 * Holds a tool's answer against its expectation. `isError` is a wrong answer of class `tool_error`. The document is `structuredContent`, else the
 * first text that is JSON; its rows are the document itself or its `rows`.
 */
export function judgeToolResult(reply: RpcReply, checks: Checks, secrets: readonly string[]): Ending | undefined {
  if ('error' in reply) return rpcError(reply.error, secrets);
  const { result } = reply;
  if (!isRecord(result)) return invalid({ class: 'shape', message: 'the result of the tool is not an object' });
  const content: readonly unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  if (result['isError'] === true)
    return invalid({ class: 'tool_error', message: `the tool failed: ${textOf(content)}` }, secrets);
  if (checks.wantsText) {
    const missing = checks.contains(textOf(content));
    if (missing !== undefined) return invalid(missing, secrets);
  }
  if (!checks.wantsRows && !checks.wantsDocument) return undefined;
  const document = result['structuredContent'] ?? firstJson(content);
  const wrong = (checks.wantsRows ? wrongRows(document, checks) : undefined) ?? checks.document(document);
  return wrong === undefined ? undefined : invalid(wrong, secrets);
}

function wrongRows(document: unknown, checks: Checks): ReturnType<Checks['rows']> {
  const rows = Array.isArray(document) ? document : at(document, 'rows');
  return Array.isArray(rows) ? checks.rows(rows.length) : { class: 'rows', message: 'rows: the answer has none to count' };
}

function textOf(content: readonly unknown[]): string {
  return content
    .map((item) => textAt(item, 'text'))
    .filter((text) => text !== '')
    .join('\n');
}

function firstJson(content: readonly unknown[]): unknown {
  for (const item of content) {
    const document = parseJson(textAt(item, 'text'));
    if (document !== undefined) return document;
  }
  return undefined;
}
