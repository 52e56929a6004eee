import type { ChangePart } from '../../../history/comparison.ts';
import type { UsageShare } from '../../../pricing/decompose.ts';

/** The metrics of tokens. */
export type TokenMetric = 'tokens.input' | 'tokens.cached' | 'tokens.output';

type Part = Omit<ChangePart, 'of'>;

interface ModelTokens {
  readonly calls: number;
  readonly tokens: number;
}

/**
 * Whether there are more model calls or longer ones: `calls of <model>` counts the calls at the mean of both lengths, `tokens a call of
 * <model>` the lengths at the mean of both counts, as `decomposeCostChange` does. A model on one side only is a change of its calls alone.
 */
export function explainTokens(metric: TokenMetric, base: readonly UsageShare[], head: readonly UsageShare[]): Part[] {
  const [before, after] = [tokensByModel(metric, base), tokensByModel(metric, head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((model) =>
    splitByCalls(model, before.get(model) ?? { calls: 0, tokens: 0 }, after.get(model) ?? { calls: 0, tokens: 0 }),
  );
}

function splitByCalls(model: string, base: ModelTokens, head: ModelTokens): Part[] {
  const change = head.tokens - base.tokens;
  const whole: Part = { part: `calls of ${model}`, unit: 'tokens', base: base.tokens, head: head.tokens, change };
  if (base.calls === 0 || head.calls === 0) return [whole];
  const part = `tokens a call of ${model}`;
  // Thirds of calls do not add up to the last digit.
  if (Math.abs(head.calls - base.calls) < 1e-9) return [{ ...whole, part }];
  const lengths = (base.tokens / base.calls + head.tokens / head.calls) / 2;
  const byCalls = (head.calls - base.calls) * lengths;
  if (Math.abs(change - byCalls) < 1e-9 * Math.max(base.tokens, head.tokens)) return [whole];
  return [
    { ...whole, base: null, head: null, change: byCalls },
    { ...whole, part, base: null, head: null, change: change - byCalls },
  ];
}

function tokensByModel(metric: TokenMetric, shares: readonly UsageShare[]): Map<string, ModelTokens> {
  const models = new Map<string, ModelTokens>();
  for (const { usage, perRequest } of shares) {
    const key = `${usage.provider}/${usage.model}`;
    const known = models.get(key) ?? { calls: 0, tokens: 0 };
    models.set(key, { calls: known.calls + perRequest, tokens: known.tokens + tokensOf(metric, usage) * perRequest });
  }
  return models;
}

function tokensOf(metric: TokenMetric, { input, cached, output }: UsageShare['usage']): number {
  switch (metric) {
    case 'tokens.input':
      return input;
    case 'tokens.cached':
      return cached;
    case 'tokens.output':
      return output;
  }
}
