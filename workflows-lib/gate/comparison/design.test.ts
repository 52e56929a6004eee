import { expect, test } from '@jest/globals';
import { UsageError } from '../../core/errors.ts';
import { pairsNeeded } from '../../stats/multiplicity.ts';
import { planLooks } from '../../stats/sequential.ts';
import { closeDesign, isLook } from './design.ts';
import { designFor } from './testing/series.ts';

test('looks begin where a metric can fail and end at the most pairs', () => {
  // 20 / 2^14 is the first at most 0.002, a fifth of the level.
  expect(designFor(60, 20).looks).toEqual([
    { pairs: 14, share: 0.2 },
    { pairs: 23, share: 0.2 },
    { pairs: 37, share: 0.2 },
    { pairs: 60, share: 0.4 },
  ]);
});

test('where the budget ends before the last look, that look is taken then and spends what is left', () => {
  const design = designFor(60, 20);
  const looks = (pairs: number, ended: 'budget' | 'pairs' | 'decided' | 'stopped' = 'budget'): unknown =>
    closeDesign(design, { pairs, ended }).looks;
  expect(looks(59)).toEqual([...design.looks.slice(0, 3), { pairs: 59, share: expect.closeTo(0.4, 12) }]);
  expect(looks(30)).toEqual([...design.looks.slice(0, 2), { pairs: 30, share: expect.closeTo(0.6, 12) }]);
  // A look that was taken is taken once, with all that is left.
  expect(looks(23)).toEqual([design.looks[0], { pairs: 23, share: 0.8 }]);
  for (const [pairs, ended] of [
    [13, 'budget'],
    [60, 'budget'],
    [30, 'decided'],
    [30, 'stopped'],
  ] as const)
    expect(looks(pairs, ended)).toEqual(design.looks);
});

test('fewer pairs get fewer looks', () => {
  expect(designFor(30, 20).looks.map(({ share }) => share)).toEqual([0.2, 0.3, 0.5]);
  expect(designFor(20, 20).looks).toEqual([
    { pairs: 13, share: 0.3 },
    { pairs: 20, share: 0.7 },
  ]);
  expect(designFor(11, 20).looks).toEqual([{ pairs: 11, share: 1 }]);
});

test('so few pairs that nothing could fail are refused with the number that could', () => {
  expect(() => designFor(10, 20)).toThrow(
    new UsageError(
      '10 pairs can never fail: with 20 gating metrics at a level of 1 %, the fewest pairs that could are 11; set compare.pairs to at least 11, ' +
        'raise compare.level, or gate on fewer metrics',
    ),
  );
});

test('every design that is made can fail at each of its looks and spends the level once', () => {
  for (const metrics of [1, 2, 7, 20, 60, 200]) {
    for (const level of [0.001, 0.01, 0.05, 0.2]) {
      for (let pairs = pairsNeeded(level, metrics); pairs <= 120; pairs++) {
        const { looks } = designFor(pairs, metrics, { level });
        expect(() => planLooks({ metrics, level, looks })).not.toThrow();
        expect(looks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(looks.at(-1)?.pairs).toBe(pairs);
      }
    }
  }
});

test('without a metric to test there is but the most pairs', () => {
  expect(designFor(3, 0).looks).toEqual([{ pairs: 3, share: 1 }]);
});

test.each([
  ['no pair', 0, 0.01],
  ['half a pair', 20.5, 0.01],
  ['no level', 30, 0],
  ['a whole level', 30, 1],
])('%s is no design', (_, pairs, level) => {
  expect(() => designFor(pairs, 2, { level })).toThrow(UsageError);
});

test('a look is where the design says', () => {
  const design = designFor(20, 20);
  expect([12, 13, 14, 20, 21].map((pairs) => isLook(design, pairs))).toEqual([false, true, false, true, false]);
});
