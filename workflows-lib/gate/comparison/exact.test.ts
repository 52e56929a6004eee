import { expect, test } from '@jest/globals';
import { judgeExact } from './exact.ts';
import { exactSeries, timeSeries } from './testing/series.ts';

type Counts = Readonly<Record<string, number>>;

test.each<{ name: string; base: Counts; head: Counts; expected: readonly [verdict: string, change: number] }>([
  { name: 'one query more', base: { 12: 40 }, head: { 13: 40 }, expected: ['regression', 1] },
  { name: 'one query fewer', base: { 12: 40 }, head: { 11: 20 }, expected: ['improvement', -1] },
  { name: 'as many queries, in fewer calls', base: { 12: 40 }, head: { 12: 3 }, expected: ['fine', 0] },
  { name: 'a single call on each side', base: { 0: 1 }, head: { 1: 1 }, expected: ['regression', 1] },
  { name: 'one query more in all but a few calls', base: { 3: 199, 4: 1 }, head: { 4: 199, 5: 1 }, expected: ['regression', 1] },
  { name: 'a few calls with one more', base: { 3: 200 }, head: { 3: 199, 4: 1 }, expected: ['fine', 0.005] },
  { name: 'a few calls with one more on base', base: { 3: 199, 4: 1 }, head: { 3: 200 }, expected: ['fine', -0.005] },
  {
    name: 'the same calls with changing arguments',
    base: { 100: 20, 120: 20 },
    head: { 100: 20, 120: 20 },
    expected: ['fine', 0],
  },
  {
    name: 'ten tokens more for each argument',
    base: { 100: 20, 120: 20 },
    head: { 110: 20, 130: 20 },
    expected: ['regression', 10],
  },
  {
    name: 'ten tokens more for one argument',
    base: { 100: 20, 120: 20 },
    head: { 100: 20, 130: 20 },
    expected: ['regression', 5],
  },
  {
    name: 'ten tokens fewer for one argument',
    base: { 100: 20, 120: 20 },
    head: { 90: 20, 120: 20 },
    expected: ['improvement', -5],
  },
  {
    name: 'more for one argument and fewer for another',
    base: { 100: 20, 120: 20 },
    head: { 90: 20, 130: 20 },
    expected: ['inconclusive', 0],
  },
  { name: 'all values above those of base', base: { 1: 4, 2: 4 }, head: { 4: 6, 5: 1, 9: 1 }, expected: ['regression', 3.25] },
  { name: 'all values below those of base', base: { 4: 4, 5: 4 }, head: { 1: 4, 2: 4 }, expected: ['improvement', -3] },
  {
    name: 'so few values that chance sets them apart',
    base: { 100: 1, 104: 1 },
    head: { 105: 1 },
    expected: ['inconclusive', 3],
  },
  {
    name: 'values that scatter over the same range',
    base: { 1: 3, 2: 3 },
    head: { 1: 1, 2: 5 },
    expected: ['inconclusive', 1 / 3],
  },
  {
    name: 'values that came but once',
    base: { 10: 1, 12: 1, 14: 1 },
    head: { 11: 1, 13: 1, 15: 1 },
    expected: ['inconclusive', 1],
  },
])('$name', ({ base, head, expected: [verdict, estimate] }) => {
  const judged = judgeExact(exactSeries(base, head));
  expect(judged).toMatchObject({ verdict, p: null, change: { estimate: expect.closeTo(estimate, 9), low: null, high: null } });
  if (Object.keys(base).length > 1) expect(judged.reason).toMatch(/varies between calls/);
});

test('a change up to the tolerance is fine, and any beyond it is not', () => {
  const within = (head: number): string => judgeExact({ ...exactSeries({ 100: 5 }, { [head]: 5 }), tolerance: 10 }).verdict;
  expect([89, 90, 100, 110, 111].map(within)).toEqual(['improvement', 'fine', 'fine', 'fine', 'regression']);
});

test('sums of money that differ by the order of adding are the same', () => {
  const sum = 0.1 + 0.2;
  expect(sum).not.toBe(0.3);
  expect(judgeExact(exactSeries({ 0.3: 5 }, { [sum]: 5 })).verdict).toBe('fine');
  expect(judgeExact(exactSeries({ 0.3: 3, [sum]: 2 }, { 0.3: 5 })).verdict).toBe('fine');
  expect(judgeExact(exactSeries({ 0.000_012: 5 }, { 0.000_012_01: 5 })).verdict).toBe('regression');
});

test('a side without values cannot be judged', () => {
  for (const series of [exactSeries({}, { 1: 1 }), exactSeries({ 1: 1 }, {}), exactSeries({ 1: 0 }, { 1: 1 })]) {
    expect(judgeExact(series)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'a side has no values to compare',
      change: null,
    });
  }
  expect(judgeExact(timeSeries('query', { class: 'exact' })).verdict).toBe('inconclusive');
});
