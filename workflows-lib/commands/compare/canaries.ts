import type { Clock } from '../../core/clock.ts';
import type { Attempt, PreparedCall } from '../../drivers/driver.ts';
import { openPostgresDriver } from '../../drivers/postgres.ts';
import type { Slot, TripleCall } from '../../load/triples.ts';
import type { Endpoint, RunningSystem } from '../../system/running-system.ts';

/** What no change of the code can touch, and how it is closed again. */
export interface Canaries {
  /** By metric name. */
  readonly calls: ReadonlyMap<string, TripleCall>;
  close(): Promise<void>;
}

const SLOTS: readonly Slot[] = ['base', 'head', 'twin'];
const LOOPS = 400_000;
const COPIED_BYTES = 4_000_000;

/**
 * A fixed loop, a fixed copy of memory, and the simplest query on each embedded database. A machine on which these differ between base and
 * head is not fit to compare anything else. One system alone is called on all slots, one start after another.
 */
export function openCanaries(running: Readonly<Record<Slot, RunningSystem>> | RunningSystem, clock: Clock): Canaries {
  const alone = 'endpoints' in running;
  const services = alone ? { base: running, head: running, twin: running } : running;
  const calls = new Map<string, TripleCall>([
    ['cpu', same(timed('cpu', clock, spin))],
    ['memory', same(timed('memory', clock, copyOf(new Uint8Array(COPIED_BYTES))))],
  ]);
  const drivers = Object.entries(services.base.endpoints).flatMap(([name, endpoint]) => {
    const urls = SLOTS.map((slot) => databaseUrl(services[slot].endpoints[name]));
    // Somebody else's database is one and the same for all.
    if (endpoint.type !== 'postgres' || urls.includes(undefined)) return [];
    if (alone ? running.info[name] === undefined : new Set(urls).size < SLOTS.length) return [];
    const query = { protocol: 'postgres', action: 'query', sql: 'SELECT 1 AS canary', parameters: [] } as const;
    const operation = { name: `canary.${name}`, call: query, expect: {}, timeoutMs: 10_000 };
    const opened = urls.flatMap((url) => (url === undefined ? [] : [openPostgresDriver({ url, poolSize: 1, clock, name })]));
    const [base, head, twin] = opened.map((driver) => driver.prepare(operation));
    if (base !== undefined && head !== undefined && twin !== undefined) calls.set(name, { base, head, twin });
    return opened;
  });
  return {
    calls,
    close: async () => {
      await Promise.allSettled(drivers.map(async (driver) => driver.close()));
    },
  };
}

function databaseUrl(endpoint: Endpoint | undefined): string | undefined {
  return endpoint?.type === 'postgres' ? endpoint.url : undefined;
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
