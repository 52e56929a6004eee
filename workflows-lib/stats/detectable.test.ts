import { expect, test } from '@jest/globals';
import { seededRandom, type Random } from '../core/random.ts';
import { detectableChange } from './detectable.ts';
import { smallestChance } from './multiplicity.ts';
import { signedRankTest } from './signed-rank.ts';
import { studentNoise } from './testing/noise.ts';

const SHIFT = Math.log(1.03);
const request = { shift: SHIFT, level: 0.01, metrics: 20 };

function changeOf(change: number | null): number {
  if (change === null) throw new Error('nothing can be seen');
  return change;
}

/** How often the test itself sees the change. */
function powerAt(change: number, pairs: number, { noise, level }: { noise: () => number; level: number }): number {
  let seen = 0;
  for (let trial = 0; trial < 1_000; trial++) {
    const values = Array.from({ length: pairs }, () => change + noise());
    if (signedRankTest(values, { shift: SHIFT, alternative: 'greater' }).p <= level) seen++;
  }
  return seen / 1_000;
}

test.each([
  ['heavy-tailed', 30, studentNoise],
  ['normal', 20, (random: Random) => random.normal()],
])('with %s noise in %i pairs the change is seen about four times in five, by either level', (name, pairs, draw) => {
  const random = seededRandom(name);
  const noise = (): number => 0.03 * draw(random);
  // Large enough a sample to know the spread: what is checked is the formula, not the luck of 20 values.
  const known = Array.from({ length: 1_000 }, noise);
  const { uncorrected, firstStep } = detectableChange(known, { ...request, pairs, random: random.fork('detect') });
  for (const [change, level] of [
    [uncorrected, 0.01],
    [firstStep, 0.01 / 20],
  ] as const) {
    const power = powerAt(changeOf(change), pairs, { noise, level });
    expect(power).toBeGreaterThan(0.75);
    expect(power).toBeLessThan(0.85);
  }
});

test('from the pairs of one run the answer is right on the average, and not far off', () => {
  const random = seededRandom('average');
  const noise = (): number => 0.03 * random.normal();
  const changes = Array.from({ length: 40 }, () =>
    changeOf(detectableChange(Array.from({ length: 20 }, noise), { ...request, replicates: 200, random }).firstStep),
  );
  const average = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const power = powerAt(average, 20, { noise, level: 0.01 / 20 });
  expect(power).toBeGreaterThan(0.7);
  expect(power).toBeLessThan(0.9);
  for (const change of changes) expect((change - SHIFT) / (average - SHIFT)).toBeLessThan(1.6);
});

test('a correction, more power and fewer pairs all need a larger change', () => {
  const random = seededRandom('order');
  const values = Array.from({ length: 20 }, () => 0.03 * random.normal());
  const ask = (more: object): number =>
    changeOf(detectableChange(values, { ...request, ...more, random: seededRandom('same') }).uncorrected);
  const usual = ask({});
  expect(changeOf(detectableChange(values, { ...request, random: seededRandom('same') }).firstStep)).toBeGreaterThan(usual);
  expect(ask({ power: 0.95 })).toBeGreaterThan(usual);
  expect(ask({ pairs: 10 })).toBeGreaterThan(usual);
  expect(ask({ pairs: 40 })).toBeLessThan(usual);
});

test('the change is counted from nothing, not from what was measured, and moves with the tolerance', () => {
  const random = seededRandom('moved');
  const values = Array.from({ length: 20 }, () => 0.03 * random.normal());
  const ask = (measured: readonly number[], shift: number): number =>
    changeOf(detectableChange(measured, { ...request, shift, random: seededRandom('same') }).uncorrected);
  const usual = ask(values, 0);
  const slower = values.map((value) => value + 0.5);
  expect(ask(slower, 0)).toBeCloseTo(usual, 10);
  expect(ask(values, 0.1)).toBeCloseTo(usual + 0.1, 10);
});

test('where no change could be seen, however large, there is none', () => {
  const values = Array.from({ length: 10 }, (_, index) => index / 100);
  // 2^-10 is below 0.01 but above 0.01 / 20.
  expect(smallestChance(10)).toBeGreaterThan(0.01 / 20);
  const { uncorrected, firstStep } = detectableChange(values, { ...request, random: seededRandom('few') });
  expect(uncorrected).not.toBeNull();
  expect(firstStep).toBeNull();
});

test('values without spread show anything above the tolerance', () => {
  const values = new Array<number>(20).fill(0.01);
  expect(detectableChange(values, { ...request, random: seededRandom('still') })).toEqual({
    uncorrected: SHIFT,
    firstStep: SHIFT,
  });
});

test('one value, and what is no level, power or count, are refused', () => {
  const random = seededRandom('x');
  expect(() => detectableChange([1], { ...request, random })).toThrow(RangeError);
  for (const wrong of [{ level: 0 }, { power: 1 }, { metrics: 0 }, { pairs: 0.5 }, { replicates: 0 }]) {
    expect(() => detectableChange([1, 2], { ...request, random, ...wrong })).toThrow(RangeError);
  }
});

test('what the values of one start share makes a change harder to see', () => {
  const random = seededRandom('together');
  const values = Array.from({ length: 50 }, () => 0.03 * random.normal()).flatMap((start) =>
    Array.from({ length: 4 }, () => start + 0.01 * random.normal()),
  );
  const least = (together: number): number =>
    changeOf(detectableChange(values, { ...request, pairs: 60, together, random: seededRandom('draw') }).uncorrected) - SHIFT;
  // Four values of a start tell hardly more than one, so the estimate scatters twice as far; the test takes its bound from the values themselves. By
  // normal deviates of 1 % and 80 %: (2.33 + 2 * 0.84) / (2.33 + 0.84).
  expect(least(4) / least(1)).toBeGreaterThan(1.18);
  expect(least(4) / least(1)).toBeLessThan(1.36);
});
