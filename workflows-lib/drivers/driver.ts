import type { Expectation } from '../core/operation.ts';
import type { ModelUsage } from '../pricing/usage.ts';

/** `throttled` is a 429 or its like; `invalid` answered, but wrongly; `timeout` was given up on; `error` is everything else. */
export type Outcome = 'ok' | 'error' | 'throttled' | 'invalid' | 'timeout';

/** Why a call was not `ok`. `class` groups equal failures: `http_500`, `ECONNREFUSED`, `sql_42601`, `tool_error`, `rows`, `timeout`. */
export interface Failure {
  readonly class: string;
  /** For people: what was expected and what came, at most 300 characters, no secret. */
  readonly message: string;
}

/** One call as its driver saw it. All times are milliseconds of `Clock.now`, taken before the answer is decoded and checked. */
export interface Attempt {
  readonly startMs: number;
  /** When the connection was usable, where this call opened one. */
  readonly connectedMs?: number;
  /** First byte of the answer (headers of an HTTP answer). */
  readonly firstByteMs?: number;
  /** First streamed piece that carries text. */
  readonly firstTokenMs?: number;
  readonly endMs: number;
  readonly outcome: Outcome;
  readonly failure?: Failure;
  /** Tokens that the provider (or the system, through `usage`) says it billed; empty where none apply. */
  readonly usage: readonly ModelUsage[];
  /** Arrival of every streamed piece that carries text; the first is `firstTokenMs`. */
  readonly tokenTimesMs?: readonly number[];
  /** Bytes of the answer's body. */
  readonly bytesReceived?: number;
}

/** One call, ready to be made many times. Everything that can be prepared once has been. Never rejects: failures are outcomes. */
export interface PreparedCall {
  readonly operation: string;
  execute(signal?: AbortSignal): Promise<Attempt>;
}

/** The code that speaks one protocol to one target. */
export interface Driver<Call> {
  /** Checks and prepares an operation. Throws UsageError when the call cannot work (invalid JSON Schema). */
  prepare(operation: PreparedOperation<Call>): PreparedCall;
  /** Reaches the target once; a RemoteError says why it could not (refused, wrong password, missing bucket). */
  check(signal?: AbortSignal): Promise<TargetInfo>;
  /** Ends connections and child processes. Safe to call twice. */
  close(): Promise<void>;
}

/** What the driver needs of an operation of the plan. */
export interface PreparedOperation<Call> {
  readonly name: string;
  readonly call: Call;
  readonly expect: Expectation;
  readonly timeoutMs: number;
}

/** What `check` learnt: the version goes into the run's environment. */
export interface TargetInfo {
  readonly version?: string;
}
