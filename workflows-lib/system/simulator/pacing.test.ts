import { expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import { drawChunkSizes, drawLogNormal, drawTimeline, PROFILES } from './pacing.ts';

/** Mean time of a whole answer over many seeds. */
function meanAnswerMs(profile: keyof typeof PROFILES, protocol: 'openai' | 'anthropic'): number {
  const pacing = PROFILES[profile][protocol];
  const rounds = 400;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    const random = seededRandom(`mean/${round}`);
    const count = Math.round(drawLogNormal(pacing.answerTokens, random.fork('length')));
    sum += drawTimeline(pacing, random, { count, slowStart: false }).endMs;
  }
  return sum / rounds;
}

test.each([
  ['fast', 'openai', 59],
  ['fast', 'anthropic', 90],
  ['realistic', 'openai', 8_000],
  ['realistic', 'anthropic', 12_000],
] as const)('an answer of the %s profile over %s takes %i ms in the mean', (profile, protocol, ms) => {
  expect(Math.abs(meanAnswerMs(profile, protocol) / ms - 1)).toBeLessThan(0.05);
});

test('a log-normal draw has the mean and the spread that it is given', () => {
  const random = seededRandom('moments');
  const logs = Array.from({ length: 20_000 }, () => Math.log(drawLogNormal({ mean: 100, sigma: 0.5 }, random)));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length;
  // Closed forms: the logarithm has the mean ln 100 - sigma^2 / 2 and the variance sigma^2.
  expect(mean).toBeCloseTo(Math.log(100) - 0.125, 1);
  expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1);
});

test('tokens are due in order, the first at the time to first token', () => {
  const { firstTokenMs, tokensMs, endMs } = drawTimeline(PROFILES.fast.openai, seededRandom('order'), {
    count: 50,
    slowStart: false,
  });
  expect(tokensMs[0]).toBe(firstTokenMs);
  expect(tokensMs).toEqual([...tokensMs].sort((a, b) => a - b));
  expect(endMs).toBeGreaterThan(tokensMs.at(-1) ?? Infinity);
});

test('a slow start has ten times the time to first token and the same time after it', () => {
  const draw = (slowStart: boolean): { firstTokenMs: number; endMs: number } =>
    drawTimeline(PROFILES.fast.openai, seededRandom('slow'), { count: 50, slowStart });
  expect(draw(true).firstTokenMs).toBeCloseTo(10 * draw(false).firstTokenMs, 9);
  expect(draw(true).endMs - draw(true).firstTokenMs).toBeCloseTo(draw(false).endMs - draw(false).firstTokenMs, 9);
});

test('chunks carry every token once, the first a single one, some several', () => {
  const sizes = drawChunkSizes(PROFILES.realistic.openai, seededRandom('chunks'), 500);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(500);
  expect(sizes[0]).toBe(1);
  expect(Math.max(...sizes)).toBe(4);
  expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.75);
});
