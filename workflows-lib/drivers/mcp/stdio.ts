import type { Clock } from '../../core/clock.ts';
import { parseJson } from '../../core/json.ts';
import { describeExit, startChild, type Child, type ChildExit } from '../child/child.ts';
import { aborted, classify, ending, type Ending } from '../failure.ts';
import { watchLimits, type Limits } from '../limits.ts';
import { createLineReader } from './lines.ts';
import {
  answerTo,
  INITIALIZE_PARAMS,
  INITIALIZED,
  messagesOf,
  readServerInfo,
  requestText,
  type RpcReply,
  type RpcRun,
} from './rpc.ts';
import type { McpSession, McpTransport, OpenedSession } from './session.ts';

/** The server to start; `secrets` are blanked in messages. */
export interface StdioTransportOptions {
  /** The server's command line, split like a shell would; no shell runs it. */
  readonly run: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly clock: Clock;
}

/** Between closing a server's input, SIGTERM and SIGKILL (specification, lifecycle: shutdown over stdio). */
const STOP_GRACE_MS = 2_000;

/** MCP over standard input and output: one process for each session. */
export function stdioTransport(options: StdioTransportOptions): McpTransport {
  const open = new Set<StdioConnection>();
  return {
    open: async (limits) => {
      const connection = new StdioConnection(options);
      open.add(connection);
      const opened = await openSession(connection, options, limits);
      if (opened.session !== undefined) return opened;
      open.delete(connection);
      await connection.abandon();
      return opened;
    },
    close: async () => {
      await Promise.all([...open].map(async (connection) => connection.close()));
    },
  };
}

async function openSession(
  connection: StdioConnection,
  { clock, secrets }: StdioTransportOptions,
  limits: Limits,
): Promise<OpenedSession> {
  const run = await connection.request('initialize', INITIALIZE_PARAMS, limits);
  const server = run.reply === undefined ? undefined : readServerInfo(run.reply);
  if (server === undefined) return { run };
  if (typeof server === 'string')
    return { run: { ...run, ending: ending('error', { class: 'initialize', message: server }, secrets) } };
  connection.send(INITIALIZED);
  const session: McpSession = {
    server,
    request: (method, params, requestLimits) => connection.request(method, params, requestLimits),
    isUsable: () => connection.isUsable(),
    close: () => connection.close(),
  };
  return { run: { ...run, startMs: connection.startMs, endMs: clock.now() }, session };
}

interface Waiting {
  readonly settle: (run: Pick<RpcRun, 'endMs' | 'bytesReceived' | 'reply' | 'ending'>) => void;
}

/** One server process and the requests that wait for it. Whatever breaks it ends all of them, and it with them. */
class StdioConnection {
  readonly startMs: number;
  readonly #options: StdioTransportOptions;
  readonly #child: Child;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #broken: Ending | undefined;

  constructor(options: StdioTransportOptions) {
    this.#options = options;
    this.startMs = options.clock.now();
    this.#child = startChild(options);
    const lines = createLineReader((line, atMs) => {
      this.#takeLine(line, atMs);
    });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      lines.push(chunk, options.clock.now());
    });
    // A last answer may still be in the pipe when the process has ended.
    void Promise.all([this.#child.exit, this.#child.closed]).then(([exit]) => {
      this.#break(exitEnding(exit, this.#child.lastLines(), options.secrets));
    });
    void this.#child.exit.then((exit) => {
      if (exit.error !== undefined) this.#break(exitEnding(exit, '', options.secrets));
    });
  }

  isUsable(): boolean {
    return this.#broken === undefined;
  }

  send(text: string): void {
    this.#child.stdin.write(`${text}\n`);
  }

  request(method: string, params: string, limits: Limits): Promise<RpcRun> {
    return new Promise((resolve) => {
      const startMs = this.#options.clock.now();
      const refused = limits.signal?.aborted === true ? aborted() : this.#broken;
      if (refused !== undefined) {
        resolve({ startMs, endMs: startMs, bytesReceived: 0, ending: refused });
        return;
      }
      const id = ++this.#lastId;
      const settle: Waiting['settle'] = (outcome) => {
        stopWatch();
        this.#waiting.delete(id);
        resolve({ startMs, ...outcome });
      };
      const stopWatch = watchLimits(limits, (why) => {
        settle({ endMs: this.#options.clock.now(), bytesReceived: 0, ending: why });
      });
      this.#waiting.set(id, { settle });
      this.send(requestText(id, method, params));
    });
  }

  async close(): Promise<void> {
    this.#broken ??= aborted();
    await this.#child.stop(STOP_GRACE_MS);
  }

  /** Ends a server that is of no use, without the courtesies. */
  async abandon(): Promise<void> {
    this.#broken ??= aborted();
    this.#child.kill();
    await this.#child.exit;
  }

  #takeLine(line: Buffer, atMs: number): void {
    const text = line.toString('utf8').trim();
    if (text === '' || this.#broken !== undefined) return;
    for (const message of messagesOf(parseJson(text))) {
      if (message.kind === 'unknown') {
        const said = `the server printed something that is not JSON-RPC on standard output: ${text}`;
        this.#break(ending('error', { class: 'garbage', message: said }, this.#options.secrets));
        return;
      }
      if (message.kind === 'request') this.send(answerTo(message));
      else if (message.kind === 'reply') this.#deliver(message.id, message.reply, { atMs, bytes: line.byteLength });
    }
  }

  #deliver(id: unknown, reply: RpcReply, { atMs, bytes }: { readonly atMs: number; readonly bytes: number }): void {
    // A reply to nobody is one to a request that was given up.
    if (typeof id === 'number') this.#waiting.get(id)?.settle({ endMs: atMs, bytesReceived: bytes, reply });
  }

  #break(why: Ending): void {
    if (this.#broken !== undefined) return;
    this.#broken = why;
    const endMs = this.#options.clock.now();
    for (const { settle } of [...this.#waiting.values()]) settle({ endMs, bytesReceived: 0, ending: why });
  }
}

function exitEnding(exit: ChildExit, lastLines: string, secrets: readonly string[]): Ending {
  if (exit.error !== undefined) return classify(exit.error, secrets);
  const said = lastLines === '' ? 'and printed nothing on standard error' : `with: ${lastLines}`;
  return ending('error', { class: 'server_exited', message: `the server ${describeExit(exit)} ${said}` }, secrets);
}
