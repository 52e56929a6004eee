import type { PreparedCall, Attempt } from '../drivers/driver.ts';
import type { Random } from '../core/random.ts';

/** Who is called: base, head, or the second start of base that tells what the machine does by itself. */
export type Slot = 'base' | 'head' | 'twin';

/** The same operation on all three. */
export type TripleCall = Readonly<Record<Slot, PreparedCall>>;

/** The attempts of one block, by slot; each as often. */
export type BlockAttempts = Readonly<Record<Slot, readonly Attempt[]>>;

/**
 * Every order of the three. Each stands first, last and behind each of the others as often, so that what a call inherits from the one before it
 * (warm caches, a busy core) falls on all alike; in ABBA order head alone would be called twice in a row.
 */
const ORDERS: readonly (readonly [Slot, Slot, Slot])[] = [
  ['base', 'head', 'twin'],
  ['base', 'twin', 'head'],
  ['head', 'base', 'twin'],
  ['head', 'twin', 'base'],
  ['twin', 'base', 'head'],
  ['twin', 'head', 'base'],
];

/** One order, drawn from the seed. */
export function drawOrder(random: Random): readonly [Slot, Slot, Slot] {
  const order = ORDERS[random.integer(ORDERS.length)];
  if (order === undefined) throw new RangeError('no such order');
  return order;
}

/** Calls an operation `rounds` times on each slot, one call at a time; stops early, with what it has, when the signal aborts. */
export async function runBlock(
  call: TripleCall,
  rounds: number,
  { random, signal }: { readonly random: Random; readonly signal: AbortSignal },
): Promise<BlockAttempts> {
  const attempts: Record<Slot, Attempt[]> = { base: [], head: [], twin: [] };
  const stopped = (): boolean => signal.aborted;
  for (let round = 0; round < rounds; round++) {
    for (const slot of drawOrder(random)) {
      if (stopped()) return attempts;
      const attempt = await call[slot].execute(signal);
      // A call cut short says nothing about the system.
      if (stopped()) return attempts;
      attempts[slot].push(attempt);
    }
  }
  return attempts;
}
