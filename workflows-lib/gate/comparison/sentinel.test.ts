import { expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import { binomialTails } from '../../stats/binomial.ts';
import { judgeSentinel } from './sentinel.ts';
import { designFor, evenly, noisyPairs, timeSeries } from './testing/series.ts';

const design = designFor(30, 2);
const canary = (values: number[], twin: number[] = []): ReturnType<typeof timeSeries> =>
  timeSeries('canary', { name: 'canary.cpu', role: 'canary', values, twin });

test('a base that differs from itself moves the sentinel, and says which metric and how far', () => {
  for (const [change, text] of [
    [1.1, '10.0 %'],
    [0.9, '-10.0 %'],
  ] as const) {
    const { sentinel } = judgeSentinel(design, [
      timeSeries('query', { twin: evenly(Math.log(change), 30) }),
      canary(evenly(0, 30)),
    ]);
    expect(sentinel).toEqual({
      verdict: 'moved',
      reasons: [`query.duration moved by ${text} between two starts of base, though both are the same`],
    });
  }
});

test('a canary moves it by either of its comparisons', () => {
  const moved = evenly(Math.log(1.1), 30);
  expect(judgeSentinel(design, [canary(moved)]).sentinel.verdict).toBe('moved');
  expect(judgeSentinel(design, [canary(evenly(0, 30), moved)]).sentinel.verdict).toBe('moved');
  expect(judgeSentinel(design, [canary(moved)]).canaries.get('canary.cpu')?.verdict).toBe('regression');
  expect(judgeSentinel(design, [canary(evenly(0, 30), moved)]).canaries.get('canary.cpu')?.verdict).toBe('fine');
});

test('movement within the tolerance is none', () => {
  const twin = evenly(Math.log(1.029), 30);
  expect(judgeSentinel(design, [timeSeries('query', { twin })]).sentinel).toEqual({ verdict: 'clean', reasons: [] });
  expect(judgeSentinel(design, [timeSeries('query', { twin, tolerance: 0.02 })]).sentinel.verdict).toBe('moved');
});

test('times that only inform do not watch', () => {
  const twin = evenly(1, 30);
  expect(judgeSentinel(design, [timeSeries('query', { role: 'info', twin })]).sentinel.verdict).toBe('unknown');
});

test('with so few values that nothing could show it, the sentinel is unknown', () => {
  // Two-sided, one series: 2 / 2^n is at most 0.01 from 8 values on; over two series from 9.
  const watch = (counts: number[]): string =>
    judgeSentinel(
      design,
      counts.map((count, index) => timeSeries(`operation${index}`, { twin: evenly(0, count) })),
    ).sentinel.verdict;
  expect([[], [7], [8], [8, 8], [8, 9]].map(watch)).toEqual(['unknown', 'unknown', 'clean', 'unknown', 'clean']);
});

test('a base that is the same as itself voids at most the level of comparisons', () => {
  const random = seededRandom('sentinel');
  const [trials, level] = [300, 0.2];
  const void_ = designFor(30, 5, { level });
  let moved = 0;
  for (let trial = 0; trial < trials; trial++) {
    // At the edge of the tolerance, where it is likeliest.
    const twins = Array.from({ length: 5 }, () => noisyPairs(random, 16, { change: 0.03 }));
    const series = twins.map((twin, index) => timeSeries(`operation${index}`, { twin }));
    if (judgeSentinel(void_, series).sentinel.verdict === 'moved') moved++;
  }
  expect(binomialTails(moved - 1, { trials, chance: level }).upper).toBeGreaterThan(0.001);
  expect(moved).toBeGreaterThan(0);
});
