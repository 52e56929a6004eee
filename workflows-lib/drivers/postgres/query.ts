import type { Socket } from 'node:net';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Clock } from '../../core/clock.ts';
import { aborted, type Ending } from '../failure.ts';
import { watchLimits, type Limits } from '../limits.ts';
import { cancelQuery } from './cancel.ts';
import { isUsableAfter, postgresEnding } from './failure.ts';

/** A pool that tells which connections it opens. */
export interface TrackedPool {
  readonly pool: Pool;
  /** Sockets opened so far, the newest last; for destroying one that was opened for a call that gave up. */
  readonly sockets: ReadonlySet<Socket>;
  /** When the pool last opened a connection. */
  lastOpenedMs(): number;
  newestSocket(): Socket | undefined;
}

/** A query as it goes to `pg`; without values it is a simple query, which may hold several statements. */
export interface QueryText {
  readonly text: string;
  readonly values?: unknown[];
}

/** What became of a query. Times as in `Attempt`. */
export interface QueryRun {
  readonly startMs: number;
  readonly connectedMs?: number;
  readonly endMs: number;
  readonly result?: QueryResult;
  readonly ending?: Ending;
}

/** How long a query may take; `secrets` are blanked in messages. */
export interface QueryOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly secrets: readonly string[];
}

/** Runs a query on a connection of the pool. Never rejects. When it gives up, the query is cancelled and its connection dropped. */
export function runQuery(tracked: TrackedPool, query: QueryText, options: QueryOptions): Promise<QueryRun> {
  return new Promise((resolve) => {
    new QueryInFlight(options, resolve).begin(tracked, query);
  });
}

class QueryInFlight {
  readonly #options: QueryOptions;
  readonly #resolve: (run: QueryRun) => void;
  #startMs = 0;
  #connectedMs: number | undefined;
  #client: PoolClient | undefined;
  #opened: Socket | undefined;
  #settled = false;
  #stopWatch: (() => void) | undefined;

  constructor(options: QueryOptions, resolve: (run: QueryRun) => void) {
    this.#options = options;
    this.#resolve = resolve;
  }

  begin(tracked: TrackedPool, query: QueryText): void {
    const { clock, limits } = this.#options;
    this.#startMs = clock.now();
    if (limits.signal?.aborted === true) {
      this.#settle(this.#startMs, { ending: aborted() });
      return;
    }
    this.#stopWatch = watchLimits(limits, this.#giveUp);
    const before = tracked.newestSocket();
    tracked.pool.connect((error, client) => {
      if (client === undefined) this.#fail(error);
      else this.#use(client, tracked, query);
    });
    const newest = tracked.newestSocket();
    if (newest !== before) this.#opened = newest;
  }

  #use(client: PoolClient, tracked: TrackedPool, query: QueryText): void {
    if (this.#settled) {
      client.release();
      return;
    }
    const openedMs = tracked.lastOpenedMs();
    if (this.#opened !== undefined && openedMs >= this.#startMs) this.#connectedMs = openedMs;
    this.#opened = undefined;
    this.#client = client;
    client.query(query, (error: unknown, result: QueryResult) => {
      const endMs = this.#options.clock.now();
      // Given up on: the connection has been dropped already.
      if (this.#settled) return;
      client.release(error !== null && error !== undefined && !isUsableAfter(error));
      if (error === null || error === undefined) this.#settle(endMs, { result });
      else this.#settle(endMs, { ending: postgresEnding(error, this.#options.secrets) });
    });
  }

  #fail(error: unknown): void {
    const endMs = this.#options.clock.now();
    if (!this.#settled) this.#settle(endMs, { ending: postgresEnding(error, this.#options.secrets) });
  }

  readonly #giveUp = (why: Ending): void => {
    this.#settle(this.#options.clock.now(), { ending: why });
    this.#opened?.destroy();
    if (this.#client === undefined) return;
    cancelQuery(this.#client);
    this.#client.release(true);
  };

  #settle(endMs: number, outcome: Pick<QueryRun, 'result' | 'ending'>): void {
    this.#settled = true;
    this.#stopWatch?.();
    const connected = this.#connectedMs === undefined ? undefined : { connectedMs: this.#connectedMs };
    this.#resolve({ startMs: this.#startMs, ...connected, endMs, ...outcome });
  }
}
