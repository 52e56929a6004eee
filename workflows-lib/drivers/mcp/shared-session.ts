import type { Limits } from '../limits.ts';
import type { RpcRun } from './rpc.ts';
import type { McpSession, McpTransport, OpenedSession } from './session.ts';

/** One session for all calls of a driver, opened when it is first needed and again when it is lost. */
export interface SharedSession {
  /** Makes a request. The time of opening the session before it does not count; that of opening a lost one again does. Never rejects. */
  request(method: string, params: string, limits: Limits): Promise<RpcRun>;
  /** The session, opened if need be. */
  open(limits: Limits): Promise<OpenedSession>;
  close(): Promise<void>;
}

/** Shares one session of a transport. */
export function shareSession(transport: McpTransport): SharedSession {
  let current: McpSession | undefined;
  let opening: Promise<OpenedSession> | undefined;

  const open = (limits: Limits): Promise<OpenedSession> => {
    opening ??= transport.open(limits, false).then((opened) => {
      opening = undefined;
      current = opened.session;
      return opened;
    });
    return opening;
  };
  const usable = (): McpSession | undefined => (current?.isUsable() === true ? current : undefined);

  return {
    open,
    request: async (method, params, limits) => {
      const first = await requestOnce(usable() ?? (await open(limits)), { method, params, limits });
      if (first.isSessionLost !== true || usable() !== undefined) return first;
      const left = { ...limits, timeoutMs: Math.max(1, limits.timeoutMs - (first.endMs - first.startMs)) };
      const second = await requestOnce(await open(left), { method, params, limits: left });
      return { ...second, startMs: first.startMs };
    },
    close: async () => {
      const session = current ?? (await opening)?.session;
      current = undefined;
      await session?.close();
    },
  };
}

interface Request {
  readonly method: string;
  readonly params: string;
  readonly limits: Limits;
}

async function requestOnce(on: McpSession | OpenedSession, { method, params, limits }: Request): Promise<RpcRun> {
  if ('request' in on) return on.request(method, params, limits);
  return on.session === undefined ? on.run : on.session.request(method, params, limits);
}
