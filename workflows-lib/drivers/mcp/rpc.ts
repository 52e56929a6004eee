import { SHOTCLOCK_VERSION } from '../../core/version.ts';
import { at, isRecord, textAt } from '../../core/json.ts';
import type { Ending } from '../failure.ts';

/** Protocol revisions with sessions that we speak, the newest first: it is offered, the server chooses. */
const PROTOCOL_VERSIONS: readonly string[] = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

/** What a server said to a request (JSON-RPC 2.0, section 5). */
export type RpcReply = { readonly result: unknown } | { readonly error: { readonly code: number; readonly message: string } };

/** One request and what came back. Times as in `Attempt`. */
export interface RpcRun {
  readonly startMs: number;
  readonly connectedMs?: number;
  readonly firstByteMs?: number;
  readonly endMs: number;
  readonly bytesReceived: number;
  readonly reply?: RpcReply;
  /** Why there is no reply. */
  readonly ending?: Ending;
  /** The session no longer exists on the server; a new one may work. */
  readonly isSessionLost?: boolean;
}

/** Who answered `initialize`. */
export interface McpServerInfo {
  readonly name: string;
  readonly version: string;
  readonly protocolVersion: string;
}

/** A request as text. `params` is JSON already, so that a call is prepared once and only its id changes. */
export function requestText(id: number, method: string, params: string): string {
  return `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)},"params":${params}}`;
}

/** The notification that ends the handshake (specification, lifecycle: initialization), as text. */
export const INITIALIZED = '{"jsonrpc":"2.0","method":"notifications/initialized"}';

/** The parameters of `initialize`, as text: who we are, and the newest revision that we speak. */
export const INITIALIZE_PARAMS = JSON.stringify({
  protocolVersion: PROTOCOL_VERSIONS[0],
  capabilities: {},
  clientInfo: { name: 'shotclock', version: SHOTCLOCK_VERSION },
});

/** What we can tell of a message of the server. */
export type RpcMessage =
  | { readonly kind: 'reply'; readonly id: unknown; readonly reply: RpcReply }
  | { readonly kind: 'request'; readonly id: string | number; readonly method: string }
  | { readonly kind: 'notification' }
  | { readonly kind: 'unknown' };

/** The messages of a JSON text that was parsed: one, or the several of a batch (revision 2025-03-26). */
export function messagesOf(value: unknown): RpcMessage[] {
  return Array.isArray(value) ? value.map(messageOf) : [messageOf(value)];
}

function messageOf(value: unknown): RpcMessage {
  if (!isRecord(value) || value['jsonrpc'] !== '2.0') return { kind: 'unknown' };
  const { id, method } = { id: value['id'], method: value['method'] };
  if (typeof method === 'string') {
    return typeof id === 'string' || typeof id === 'number' ? { kind: 'request', id, method } : { kind: 'notification' };
  }
  if ('result' in value) return { kind: 'reply', id, reply: { result: value['result'] } };
  const code = at(value, 'error', 'code');
  if (typeof code !== 'number') return { kind: 'unknown' };
  return { kind: 'reply', id, reply: { error: { code, message: textAt(value, 'error', 'message') } } };
}

/** Our answer to a request of the server: we are alive, and offer nothing else. */
export function answerTo({ id, method }: Extract<RpcMessage, { readonly kind: 'request' }>): string {
  if (method === 'ping') return JSON.stringify({ jsonrpc: '2.0', id, result: {} });
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32_601, message: `Method not found: ${method}` } });
}

/** Who answered, or why its answer to `initialize` cannot be used. */
export function readServerInfo(reply: RpcReply): McpServerInfo | string {
  if ('error' in reply) return `initialize failed: ${reply.error.message} (${reply.error.code})`;
  const protocolVersion = textAt(reply.result, 'protocolVersion');
  if (!PROTOCOL_VERSIONS.includes(protocolVersion)) {
    const offered = PROTOCOL_VERSIONS.join(', ');
    return `the server wants protocol version ${protocolVersion === '' ? '(none)' : protocolVersion}; this client speaks ${offered}`;
  }
  const name = textAt(reply.result, 'serverInfo', 'name');
  return { name, version: textAt(reply.result, 'serverInfo', 'version'), protocolVersion };
}
