import type { PreparedCall, Attempt } from '../drivers/driver.ts';
import type { Random } from '../core/random.ts';

/** Who is called: base, head, or the second start of base that tells what the machine does by itself. */
export type Slot = 'base' | 'head' | 'twin';

/** The same operation on all three. */
export type TripleCall = Readonly<Record<Slot, PreparedCall>>;

/** The attempts of one block, by slot; head has as many as base and twin together. */
export type BlockAttempts = Readonly<Record<Slot, readonly Attempt[]>>;

/**
 * ABBA with base's part shared by base and twin: a linear drift of the machine falls on both sides alike, and who starts, who is called twice in
 * a row and which base comes first alternate by chance.
 */
const ORDERS: readonly (readonly [Slot, Slot, Slot, Slot])[] = [
  ['base', 'head', 'head', 'twin'],
  ['twin', 'head', 'head', 'base'],
  ['head', 'base', 'twin', 'head'],
  ['head', 'twin', 'base', 'head'],
];

/** One order of four calls, drawn from the seed. */
export function drawOrder(random: Random): readonly [Slot, Slot, Slot, Slot] {
  const order = ORDERS[random.integer(ORDERS.length)];
  if (order === undefined) throw new RangeError('no such order');
  return order;
}

/** Calls an operation `quads` times four, one call at a time; stops early, with what it has, when the signal aborts. */
export async function runBlock(
  call: TripleCall,
  quads: number,
  { random, signal }: { readonly random: Random; readonly signal: AbortSignal },
): Promise<BlockAttempts> {
  const attempts: Record<Slot, Attempt[]> = { base: [], head: [], twin: [] };
  for (let quad = 0; quad < quads; quad++) {
    for (const slot of drawOrder(random)) {
      if (signal.aborted) return attempts;
      const attempt = await call[slot].execute(signal);
      // A call cut short says nothing about the system.
      if (!signal.aborted) attempts[slot].push(attempt);
    }
  }
  return attempts;
}
