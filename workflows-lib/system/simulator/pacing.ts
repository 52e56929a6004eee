/** When each token is due. Everything is drawn from a seed, so the same request is paced the same way whatever else is running. */
import type { Random } from '../../core/random.ts';

/** A log-normal distribution by its mean and the standard deviation of its logarithm: right-skewed, as measured latencies are. */
export interface LogNormal {
  readonly mean: number;
  readonly sigma: number;
}

/** How fast a simulated model answers. */
export interface Pacing {
  /** From the arrival of the request to its first token. */
  readonly firstTokenMs: LogNormal;
  /** Between one token and the next. */
  readonly tokenMs: LogNormal;
  /** Spread of a whole answer's speed: some answers are slow from end to end. */
  readonly speedSigma: number;
  /** Share of streamed chunks that carry a single token. */
  readonly singleTokenShare: number;
  /** Most tokens that one chunk carries. */
  readonly maxChunkTokens: number;
  /** Length of answers that are not scripted. */
  readonly answerTokens: LogNormal;
}

/** A profile of `PROFILES`. */
export type ProfileName = 'fast' | 'realistic';

/** Lengths belong to the protocol, not to the profile: a profile changes when tokens come, never which. */
const DRAFT: LogNormal = { mean: 200, sigma: 0.3 };
const SYNTHESIS: LogNormal = { mean: 350, sigma: 0.3 };

/**
 * The profiles. Time of a whole answer at its mean length:
 *
 * | profile   | protocol  | first token | a token | answer     | whole answer | chunks                         |
 * |-----------|-----------|-------------|---------|------------|--------------|--------------------------------|
 * | fast      | openai    | 15 ms       | 0.22 ms | 200 tokens | 59 ms        | 10 % single, others 2 to 16    |
 * | fast      | anthropic | 20 ms       | 0.20 ms | 350 tokens | 90 ms        | 10 % single, others 2 to 16    |
 * | realistic | openai    | 1.2 s       | 34 ms   | 200 tokens | 8.0 s        | 85 % single, others 2 to 4     |
 * | realistic | anthropic | 1.5 s       | 30 ms   | 350 tokens | 12.0 s       | 85 % single, others 2 to 4     |
 *
 * Large chunks in `fast` keep the processor for the system under test: it is a profile for pull requests, where many users share two cores.
 */
export const PROFILES: Readonly<Record<ProfileName, Readonly<Record<'openai' | 'anthropic', Pacing>>>> = {
  fast: {
    openai: {
      firstTokenMs: { mean: 15, sigma: 0.2 },
      tokenMs: { mean: 0.22, sigma: 0.5 },
      speedSigma: 0.1,
      singleTokenShare: 0.1,
      maxChunkTokens: 16,
      answerTokens: DRAFT,
    },
    anthropic: {
      firstTokenMs: { mean: 20, sigma: 0.2 },
      tokenMs: { mean: 0.2, sigma: 0.5 },
      speedSigma: 0.1,
      singleTokenShare: 0.1,
      maxChunkTokens: 16,
      answerTokens: SYNTHESIS,
    },
  },
  realistic: {
    openai: {
      firstTokenMs: { mean: 1_200, sigma: 0.35 },
      tokenMs: { mean: 34, sigma: 0.5 },
      speedSigma: 0.12,
      singleTokenShare: 0.85,
      maxChunkTokens: 4,
      answerTokens: DRAFT,
    },
    anthropic: {
      firstTokenMs: { mean: 1_500, sigma: 0.3 },
      tokenMs: { mean: 30, sigma: 0.5 },
      speedSigma: 0.12,
      singleTokenShare: 0.85,
      maxChunkTokens: 4,
      answerTokens: SYNTHESIS,
    },
  },
};

/** One draw; the second term keeps the mean where the table says it is. */
export function drawLogNormal(distribution: LogNormal, random: Random): number {
  const { mean, sigma } = distribution;
  return mean * Math.exp(sigma * random.normal() - (sigma * sigma) / 2);
}

/** When the tokens of one answer are due, in milliseconds from the request's arrival. */
export interface Timeline {
  readonly firstTokenMs: number;
  /** Ascending; the first is `firstTokenMs`. */
  readonly tokensMs: readonly number[];
  /** One token's time after the last token. */
  readonly endMs: number;
}

/** Draws the timeline of an answer of `count` tokens. A slow start has ten times the time to first token. */
export function drawTimeline(pacing: Pacing, random: Random, answer: { count: number; slowStart: boolean }): Timeline {
  const firstTokenMs = drawLogNormal(pacing.firstTokenMs, random.fork('first token')) * (answer.slowStart ? 10 : 1);
  const speed = drawLogNormal({ mean: 1, sigma: pacing.speedSigma }, random.fork('speed'));
  const intervals = random.fork('intervals');
  const nextMs = (): number => speed * drawLogNormal(pacing.tokenMs, intervals);
  let dueMs = firstTokenMs;
  const tokensMs = Array.from({ length: answer.count }, (_, index) => (index === 0 ? dueMs : (dueMs += nextMs())));
  return { firstTokenMs, tokensMs, endMs: dueMs + nextMs() };
}

/** How many tokens each chunk carries; they add up to `count`. The first carries one, so that it is sent when the first token is due. */
export function drawChunkSizes(pacing: Pacing, random: Random, count: number): readonly number[] {
  const sizes: number[] = [];
  for (let left = count; left > 0; left -= sizes.at(-1) ?? left) {
    const single = sizes.length === 0 || pacing.maxChunkTokens === 1 || random.next() < pacing.singleTokenShare;
    sizes.push(Math.min(left, single ? 1 : 2 + random.integer(pacing.maxChunkTokens - 1)));
  }
  return sizes;
}
