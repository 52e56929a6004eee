import { expect, test } from '@jest/globals';
import { seededRandom, type Random } from '../../core/random.ts';
import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { binomialTails } from '../../stats/binomial.ts';
import { hodgesLehmann } from '../../stats/hodges-lehmann.ts';
import { openOperations } from './open-operations.ts';
import { replayLooks, type Ruling } from './replay.ts';
import { surelyNotWorse } from './scale.ts';
import { designFor, evenly, noisyPairs, rateSeries, timeSeries, exactSeries } from './testing/series.ts';

const SHIFT = Math.log(1.03);

function rulingOf(
  design: ComparisonDesign,
  values: readonly number[],
  others: readonly ComparedSeries[] = [],
): Ruling | undefined {
  return replayLooks(design, [timeSeries('query', { values: [...values] }), ...others]).get('query.duration');
}

/** Measures as a comparison does: an operation is left alone once none of its times is open. */
function measure(design: ComparisonDesign, offered: readonly (readonly number[])[]): ComparedSeries[] {
  const series = offered.map((_, index) => timeSeries(`operation${index}`));
  let open: ReadonlySet<string> = new Set(series.map(({ operation }) => operation));
  for (let pair = 0; pair < (design.looks.at(-1)?.pairs ?? 0) && open.size > 0; pair++) {
    series.forEach(({ operation, values }, index) => {
      if (open.has(operation)) values.push(offered[index]?.[pair] ?? 0);
    });
    open = openOperations(design, series);
  }
  return series;
}

function streams(random: Random, changes: readonly number[], spread = 0.03): number[][] {
  return changes.map((change) => noisyPairs(random, 30, { change, spread }));
}

test('a regression is found at the first look that can see it, not between looks', () => {
  const design = designFor(30, 20);
  const slower = evenly(Math.log(1.5), 30);
  expect(design.looks[0]?.pairs).toBe(14);
  expect(rulingOf(design, slower.slice(0, 13))).toEqual({ state: 'open', p: null });
  // All 14 signs alike, 20 metrics: 20 / 2^14.
  expect(rulingOf(design, slower.slice(0, 14))).toEqual({ state: 'regression', p: 20 / 2 ** 14 });
});

test('what failed stays failed, with the chance that failed it, whatever is measured afterwards', () => {
  const values = [...evenly(Math.log(1.5), 14), ...evenly(-1, 16)];
  expect(rulingOf(designFor(30, 20), values)).toEqual({ state: 'regression', p: 20 / 2 ** 14 });
});

test('the first look sees three starts of the processes at least', () => {
  expect(designFor(30, 1).looks[0]?.pairs).toBe(12);
  expect(designFor(30, 1, { pairsPerStart: 1 }).looks[0]?.pairs).toBe(9);
});

test('a time fails only where the starts of the processes agree', () => {
  const design = designFor(30, 1);
  const slow = evenly(Math.log(1.2), 4);
  const slightly = evenly(SHIFT + 0.004, 4);
  const quick = evenly(SHIFT - 0.001, 4);
  const alike = [...slow, ...slow, ...slow];
  expect(rulingOf(design, alike)).toMatchObject({ state: 'regression' });
  // As many pairs lie beyond the tolerance, but one start of three does not.
  const unlike = [...slow, ...slow, ...quick];
  expect(rulingOf(design, unlike)?.state).toBe('open');
  expect(rulingOf(design, [...slow, ...slow, ...slightly])?.state).toBe('regression');
});

test('measuring that ended between two looks spends nothing of the second', () => {
  const design = designFor(20, 20);
  expect(design.looks.map(({ pairs }) => pairs)).toEqual([13, 20]);
  // At 13 pairs one value on the wrong side leaves 20 · 2 / 2^13, above 0.003; with 19 the same metric is far beyond any level.
  const values = [-1e-9, ...evenly(Math.log(1.5), 18)];
  expect(rulingOf(design, values)?.state).toBe('open');
  expect(rulingOf(design, [...values, Math.log(1.5)])?.state).toBe('regression');
});

test('a metric is fine just where its one-sided 95 % bound lies below the tolerance, from eight pairs on', () => {
  const random = seededRandom('bound');
  const seen = { fine: 0, open: 0 };
  for (let trial = 0; trial < 200; trial++) {
    const values = noisyPairs(random, 8 + random.integer(20), { change: 0.01 });
    const bound = hodgesLehmann(values, 0.05).high ?? Infinity;
    expect(surelyNotWorse(values, SHIFT)).toBe(bound < SHIFT);
    seen[bound < SHIFT ? 'fine' : 'open']++;
  }
  expect(Math.min(seen.fine, seen.open)).toBeGreaterThan(30);
  expect(surelyNotWorse(evenly(0, 8), SHIFT)).toBe(true);
  expect(surelyNotWorse(evenly(0, 7), SHIFT)).toBe(false);
});

test('an operation is left alone as soon as it is fine, and measured on while any of its times is open', () => {
  const design = designFor(30, 3);
  const fine = timeSeries('query', { values: evenly(0, 8) });
  const open = timeSeries('find', { values: evenly(SHIFT, 8, 0.01) });
  expect(openOperations(design, [fine, open])).toEqual(new Set(['find']));
  expect(openOperations(design, [fine, { ...open, operation: 'query', name: 'query.ttft' }])).toEqual(new Set(['query']));
  expect(openOperations(design, [timeSeries('query', { values: evenly(0, 7) })])).toEqual(new Set(['query']));
  expect(openOperations(design, [{ ...open, role: 'info' }])).toEqual(new Set());
});

test('what may be an improvement is measured until a look can say so, and is fine if measuring ends before', () => {
  const design = designFor(30, 20);
  const faster = evenly(Math.log(0.8), 30);
  const series = timeSeries('query', { values: faster.slice(0, 13) });
  expect(openOperations(design, [series])).toEqual(new Set(['query']));
  expect(rulingOf(design, faster.slice(0, 13))?.state).toBe('promising');
  expect(rulingOf(design, faster.slice(0, 14))?.state).toBe('improvement');
  // Faster, but no more than the tolerance: the look settles it.
  expect(rulingOf(design, evenly(Math.log(0.96), 13, 0.003))?.state).toBe('promising');
  expect(rulingOf(design, evenly(Math.log(0.96), 14, 0.003))?.state).toBe('fine');
});

test('a metric called fine that is measured on for another can still fail at a look', () => {
  const values = [...evenly(0, 8), ...evenly(Math.log(1.5), 52)];
  const design = designFor(60, 2);
  expect(rulingOf(design, values.slice(0, 8))?.state).toBe('fine');
  expect(rulingOf(design, values)?.state).toBe('regression');
});

test('a metric that was fine and is no longer measured is not judged again at the last look', () => {
  const canary = timeSeries('canary', { role: 'canary', values: evenly(0, 60) });
  const design = { ...designFor(60, 2), looks: [{ pairs: 60, share: 1 }] };
  const slower = evenly(Math.log(1.5), 45);
  expect(rulingOf(design, [...evenly(0, 8), ...slower], [canary])).toEqual({ state: 'fine', p: null });
  expect(rulingOf(design, [...evenly(Math.log(1.5), 8), ...slower], [canary])?.state).toBe('regression');
});

test('a metric that lost a pair to failed calls is still judged at the last look', () => {
  const canary = timeSeries('canary', { role: 'canary', values: evenly(0, 30) });
  const design = { ...designFor(30, 1), looks: [{ pairs: 30, share: 1 }] };
  const slower = evenly(Math.log(1.5), 29);
  expect(rulingOf(design, slower)?.state).toBe('open');
  expect(rulingOf(design, slower, [canary])?.state).toBe('regression');
});

test('replaying what was measured finds again what was decided while measuring', () => {
  const random = seededRandom('online');
  const design = designFor(30, 6);
  const reached = new Set<string>();
  for (let trial = 0; trial < 40; trial++) {
    const measured = measure(design, streams(random, [0, 0, 0.04, 0.06, 0.15, -0.1], 0.02));
    const rulings = replayLooks(design, measured);
    for (const { name, values } of measured) {
      const { state } = rulings.get(name) ?? { state: 'open' };
      reached.add(`${state}${values.length < 30 ? ' early' : ''}`);
      if (values.length < 30) expect(state).toMatch(/fine|regression|improvement/);
    }
  }
  const common = ['fine early', 'open', 'regression', 'regression early', 'improvement early'];
  expect([...reached]).toEqual(expect.arrayContaining(common));
});

test('at the very tolerance, where false alarms are likeliest, at most the level of comparisons fail', () => {
  const random = seededRandom('calibration');
  const level = 0.2;
  const design = designFor(30, 4, { level });
  const trials = 300;
  let failed = 0;
  for (let trial = 0; trial < trials; trial++) {
    const values = streams(random, [0.03, 0.03, 0.03, 0.03]);
    const rulings = replayLooks(
      design,
      values.map((own, index) => timeSeries(`operation${index}`, { values: own })),
    );
    if ([...rulings.values()].some(({ state }) => state === 'regression')) failed++;
  }
  // Were the chance 0.2, so many or more would come once in a thousand trials of this test; and it is no idle test.
  expect(binomialTails(failed - 1, { trials, chance: level }).upper).toBeGreaterThan(0.001);
  expect(failed).toBeGreaterThan(trials * level * 0.3);
});

test('without a change no comparison fails, and most are decided long before the last pair', () => {
  const random = seededRandom('same');
  const design = designFor(30, 20);
  const lengths: number[] = [];
  for (let trial = 0; trial < 20; trial++) {
    const measured = measure(design, streams(random, new Array<number>(20).fill(0)));
    expect([...replayLooks(design, measured).values()].filter(({ state }) => state === 'regression')).toEqual([]);
    lengths.push(...measured.map(({ values }) => values.length));
  }
  expect(lengths.filter((length) => length <= 15).length / lengths.length).toBeGreaterThan(0.5);
});

test('one of twenty metrics that is a tenth slower is found nearly always, and nothing beside it', () => {
  const random = seededRandom('power');
  const design = designFor(60, 20);
  let found = 0;
  const trials = 60;
  for (let trial = 0; trial < trials; trial++) {
    const values = [noisyPairs(random, 60, { change: 0.1 }), ...streams(random, new Array<number>(19).fill(0))];
    const rulings = replayLooks(design, measure(design, values));
    expect([...rulings].filter(([name, { state }]) => state === 'regression' && name !== 'operation0.duration')).toEqual([]);
    if (rulings.get('operation0.duration')?.state === 'regression') found++;
  }
  expect(found).toBeGreaterThanOrEqual(0.95 * trials);
});

test('a rate without times is measured until the first look at least, and on while it is not fine', () => {
  const design = designFor(30, 1);
  const canary = (pairs: number): ComparedSeries => timeSeries('canary', { role: 'canary', values: evenly(0, pairs) });
  const open = (pairs: number, failed: number): boolean =>
    openOperations(design, [canary(pairs), rateSeries([0, 20 * pairs], [failed, 10 * pairs], 'ask')]).has('ask');
  expect(open(1, 0)).toBe(true);
  expect(open(12, 0)).toBe(false);
  expect(open(12, 40)).toBe(true);
});

test('an operation whose every call fails stays open, and is not called fine', () => {
  const design = designFor(30, 2);
  const broken = timeSeries('ask', { base: null, head: null });
  expect(openOperations(design, [timeSeries('canary', { role: 'canary', values: evenly(0, 9) }), broken])).toEqual(
    new Set(['ask']),
  );
});

test('what is counted is counted often enough to show whether it varies', () => {
  const design = designFor(30, 1);
  const series = (base: number, head: number, rest: Partial<ComparedSeries> = {}): ComparedSeries => ({
    ...exactSeries({ 3: base }, { 3: head }),
    ...rest,
  });
  expect(openOperations(design, [series(14, 7)])).toEqual(new Set(['query']));
  expect(openOperations(design, [series(16, 8)])).toEqual(new Set());
  expect(openOperations(design, [series(14, 7, { role: 'info' })])).toEqual(new Set());
});
