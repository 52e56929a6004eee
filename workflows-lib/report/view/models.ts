import type { RunDocument, UsageEntry } from '../../history/run-document.ts';

type Kind = 'calls' | 'input' | 'cached' | 'cacheWrite' | 'output' | 'reasoning';

/** Tokens and cost of one model, over operations and stages. `cached` and `cacheWrite` are parts of `input`, `reasoning` of `output`. */
export interface ModelTotal extends Readonly<Record<Kind, number>> {
  readonly provider: string;
  readonly model: string;
  /** USD, or `unpriced`. */
  readonly cost: number | 'unpriced';
}

/** Usage added up by model, the dearest first and the unpriced at the top: they are the unknown. */
export function modelTotals(run: RunDocument): ModelTotal[] {
  const groups = Map.groupBy(run.usage, (entry) => JSON.stringify([entry.provider, entry.model]));
  const size = ({ cost }: ModelTotal): number => (cost === 'unpriced' ? Infinity : cost);
  return [...groups.values()].flatMap((entries) => totalOf(entries)).toSorted((left, right) => size(right) - size(left) || 0);
}

function totalOf(entries: readonly UsageEntry[]): ModelTotal[] {
  const [first] = entries;
  if (first === undefined) return [];
  const sum = (kind: Kind): number => entries.reduce((total, entry) => total + entry[kind], 0);
  const priced = entries.flatMap(({ costUsd }) => (costUsd === null ? [] : [costUsd]));
  return [
    {
      provider: first.provider,
      model: first.model,
      calls: sum('calls'),
      input: sum('input'),
      cached: sum('cached'),
      cacheWrite: sum('cacheWrite'),
      output: sum('output'),
      reasoning: sum('reasoning'),
      cost: priced.length === entries.length ? priced.reduce((total, usd) => total + usd, 0) : 'unpriced',
    },
  ];
}
