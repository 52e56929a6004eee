import type { Limits } from '../limits.ts';
import type { McpServerInfo, RpcRun } from './rpc.ts';

/** A connection to an MCP server on which `initialize` has been done. Requests may run at once. */
export interface McpSession {
  readonly server: McpServerInfo;
  /** Never rejects. `params` is JSON. */
  request(method: string, params: string, limits: Limits): Promise<RpcRun>;
  /** False once it cannot carry another request. */
  isUsable(): boolean;
  close(): Promise<void>;
}

/** A new session, or why there is none; and how long that took, from the first byte sent to the last answer of the handshake. */
export interface OpenedSession {
  readonly run: RpcRun;
  readonly session?: McpSession;
}

/** One way to reach an MCP server. */
export interface McpTransport {
  /** Opens a session. With `fresh` on connections of its own, as a new client would. Never rejects. */
  open(limits: Limits, fresh: boolean): Promise<OpenedSession>;
  close(): Promise<void>;
}
