import { expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import type { ComparedSeries } from '../../history/comparison.ts';
import { judgeTails, measureTail, type TimedPair } from './tail.ts';
import { designFor, noisyPairs } from './testing/series.ts';

const design = designFor(60, 2);

/** Pairs of `calls` calls on head and twice as many on base, around 5 ms; every twentieth of head's takes `slow` times as long. */
function pairsOf(count: number, calls: number, slow: number): TimedPair[] {
  const random = seededRandom('tail');
  const time = (): number => 5 + random.next();
  return Array.from({ length: count }, () => ({
    base: Array.from({ length: 2 * calls }, time),
    head: Array.from({ length: calls }, () => (random.next() < 0.1 ? slow : 1) * time()),
  }));
}

function tailOf(pairs: readonly TimedPair[]): ReturnType<typeof measureTail> {
  return measureTail({ pairs, changes: noisyPairs(seededRandom('changes'), pairs.length) }, 'query.duration.p95', design);
}

const seriesOf = (name: string, tail: ComparedSeries['tail']): ComparedSeries => ({
  ...{ name: `${name}.duration.p95`, operation: name, metric: 'duration.p95', unit: 'ms', class: 'quantile', role: 'info' },
  ...{ tolerance: 0.03, base: 6, head: 6, values: [], twin: [], ...(tail === undefined ? {} : { tail }) },
});

function verdicts(...tails: ComparedSeries['tail'][]): (string | undefined)[] {
  const series = tails.map((tail, index) => seriesOf(`operation${index}`, tail));
  const judged = judgeTails(design, series);
  return series.map(({ name }) => judged.get(name)?.verdict);
}

test('a tenth of the calls that take three times as long shows at the slow end, and nowhere else', () => {
  const slow = tailOf(pairsOf(60, 10, 3));
  expect(slow?.base).toBeCloseTo(5.95, 1);
  expect(slow?.tail?.stretches).toBe(15);
  expect(slow?.tail?.low).toBeGreaterThan(1);
  const same = tailOf(pairsOf(60, 10, 1));
  expect(Math.abs(same?.tail?.estimate ?? NaN)).toBeLessThan(0.02);
  expect(verdicts(slow?.tail, same?.tail)).toEqual(['regression', 'fine']);
});

test('the same calls give the same figures', () => {
  expect(tailOf(pairsOf(30, 10, 2))).toEqual(tailOf(pairsOf(30, 10, 2)));
});

test('a tail that pairs, calls or starts cannot carry has no figure', () => {
  expect(tailOf(pairsOf(15, 20, 1))).toBeUndefined();
  expect(tailOf(pairsOf(40, 1, 1))).toBeUndefined();
  expect(tailOf([])).toBeUndefined();
});

test('tails are worse, better, fine or undecided, and fewer stretches say less', () => {
  const tail = (estimate: number, half: number, stretches = 15): NonNullable<ComparedSeries['tail']> => ({
    ...{ estimate, low: estimate - half, high: estimate + half, stretches },
  });
  expect(verdicts(tail(0.5, 0.1), tail(-0.4, 0.1), tail(0, 0.02), tail(0.05, 0.1))).toEqual([
    ...['regression', 'improvement', 'fine', 'inconclusive'],
  ]);
  expect(verdicts(tail(0.5, 0.3))).toEqual(['regression']);
  expect(verdicts(tail(0.5, 0.3, 4))).toEqual(['inconclusive']);
});

test('the chances are adjusted by Benjamini and Hochberg', () => {
  const tail = { estimate: 0.2, low: 0.09, high: 0.31, stretches: 15 };
  const still = { estimate: 0, low: -0.1, high: 0.1, stretches: 15 };
  const chance = (...others: (typeof tail)[]): number | null | undefined =>
    judgeTails(
      design,
      [tail, ...others].map((one, index) => seriesOf(`operation${index}`, one)),
    ).get('operation0.duration.p95')?.p;
  expect((chance(still, still) ?? NaN) / (chance() ?? NaN)).toBeCloseTo(3, 9);
});
