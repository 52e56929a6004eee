import type { Clock } from '../../core/clock.ts';
import type { Attempt, PreparedCall } from '../../drivers/driver.ts';
import { openPostgresDriver } from '../../drivers/postgres.ts';
import type { TripleCall } from '../../load/triples.ts';
import type { RunningSystem } from '../../system/running-system.ts';

/** What no change of the code can touch, and how it is closed again. */
export interface Canaries {
  /** By metric name. */
  readonly calls: ReadonlyMap<string, TripleCall>;
  close(): Promise<void>;
}

const LOOPS = 400_000;
const COPIED_BYTES = 4_000_000;

/** The services of both sides. */
export interface CanarySides {
  readonly base: RunningSystem;
  readonly head: RunningSystem;
}

/**
 * A fixed loop, a fixed copy of memory, and the simplest query on each embedded database. A machine on which these differ between base and
 * head is not fit to compare anything else.
 */
export function openCanaries(sides: CanarySides, clock: Clock): Canaries {
  const calls = new Map<string, TripleCall>([
    ['cpu', same(timed('cpu', clock, spin))],
    ['memory', same(timed('memory', clock, copyOf(new Uint8Array(COPIED_BYTES))))],
  ]);
  const drivers = Object.entries(sides.base.endpoints).flatMap(([name, endpoint]) => {
    const other = sides.head.endpoints[name];
    // Only our own servers are told by their version; somebody else's database is one and the same for both sides.
    if (endpoint.type !== 'postgres' || other?.type !== 'postgres' || endpoint.url === other.url) return [];
    const [base, head] = [endpoint.url, other.url].map((url) => openPostgresDriver({ url, poolSize: 1, clock, name }));
    if (base === undefined || head === undefined) return [];
    const query = { protocol: 'postgres', action: 'query', sql: 'SELECT 1 AS canary', parameters: [] } as const;
    const operation = { name: `canary.${name}`, call: query, expect: {}, timeoutMs: 10_000 };
    const [before, after] = [base.prepare(operation), head.prepare(operation)];
    calls.set(name, { base: before, twin: before, head: after });
    return [base, head];
  });
  return {
    calls,
    close: async () => {
      await Promise.allSettled(drivers.map(async (driver) => driver.close()));
    },
  };
}

function same(call: PreparedCall): TripleCall {
  return { base: call, head: call, twin: call };
}

function timed(name: string, clock: Clock, work: () => void): PreparedCall {
  return {
    operation: `canary.${name}`,
    execute: async () => {
      const startMs = clock.now();
      work();
      const attempt: Attempt = { startMs, endMs: clock.now(), outcome: 'ok', usage: [] };
      return Promise.resolve(attempt);
    },
  };
}

/** Integer arithmetic that no optimiser can leave out. */
function spin(): void {
  let state = 1;
  for (let index = 0; index < LOOPS; index++) state = (Math.imul(state, 1_664_525) + index) | 0;
  if (state === Number.MAX_SAFE_INTEGER) throw new Error('the loop came to a value that it cannot come to');
}

function copyOf(from: Uint8Array): () => void {
  const to = new Uint8Array(from.length);
  return () => {
    to.set(from);
  };
}
