import { expect, test } from '@jest/globals';
import { seededRandom } from '../../../core/random.ts';
import { judgeExact } from '../../../gate/comparison/exact.ts';
import { createSeriesBook } from '../series-book.ts';
import { countInside } from './count-inside.ts';
import { lookUntilSettled, type Insight, type Look } from './look-again.ts';
import { anatomyOf } from './testing/anatomy-of.ts';

type CountOf = (side: 'base' | 'head', operation: string) => number;

/** Sides whose calls make so many queries each; `looks` are the looks taken. */
function lookOf(countOf: CountOf): { readonly look: Look; readonly looks: unknown[] } {
  const looks: unknown[] = [];
  const look: Look = async (operations, calls) => {
    looks.push([operations, calls]);
    const sideOf = (side: 'base' | 'head'): Insight['base'] =>
      operations.map((operation) =>
        anatomyOf({ operation, calls, queries: Array.from({ length: calls }, () => countOf(side, operation)) }),
      );
    return Promise.resolve({ base: sideOf('base'), head: sideOf('head') });
  };
  return { look, looks };
}

test('operations that count the same on both sides are looked into once', async () => {
  const { look, looks } = lookOf(() => 2);
  await lookUntilSettled(['a', 'b'], look);
  expect(looks).toEqual([[['a', 'b'], 3]]);
});

test('operations that differ or vary are looked into again, and all their calls count', async () => {
  let turn = 0;
  const counts: Readonly<Record<string, CountOf>> = {
    same: () => 1,
    differs: (side) => (side === 'base' ? 1 : 2),
    varies: () => turn++ % 2,
  };
  const { look, looks } = lookOf((side, operation) => counts[operation]?.(side, operation) ?? 0);
  const { base, head } = await lookUntilSettled(['same', 'differs', 'varies'], look);
  expect(looks).toEqual([
    [['same', 'differs', 'varies'], 3],
    [['differs', 'varies'], 8],
  ]);
  expect([base, head].map((side) => side.map(({ queries }) => queries?.length))).toEqual([
    [3, 11, 11],
    [3, 11, 11],
  ]);
  expect(head[1]?.queries).toEqual(Array.from({ length: 11 }, () => 2));
});

test('counts that vary by chance are called worse in far fewer than one of a hundred comparisons', async () => {
  const random = seededRandom('counts that vary');
  const verdicts: (string | undefined)[] = [];
  for (let comparison = 0; comparison < 2_000; comparison++) {
    const insight = await lookUntilSettled(['api.ask'], lookOf(() => 10 + random.integer(20)).look);
    const book = createSeriesBook({ gate: ['*'], tolerance: 0, tolerances: {} });
    countInside(insight, { book, recorders: { base: { count: () => undefined }, head: { count: () => undefined } } });
    verdicts.push(...book.series().map((series) => judgeExact(series).verdict));
  }
  expect(verdicts).toHaveLength(2_000);
  expect(verdicts.filter((verdict) => verdict === 'regression').length).toBeLessThan(4);
});
