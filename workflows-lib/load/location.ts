import { walshAverages } from '../stats/hodges-lehmann.ts';

/** Values whose averages are formed at once; a block has fewer as a rule. */
const MOST_VALUES = 120;

/**
 * Where durations lie, as a logarithm: the Hodges-Lehmann estimate of their logarithms, which a few slow calls hardly move. Of very many values
 * every k-th, in the order given, is taken. Undefined without values above 0.
 */
export function logLocation(durations: readonly number[]): number | undefined {
  const logs = durations.filter((duration) => duration > 0).map(Math.log);
  if (logs.length === 0) return undefined;
  const step = Math.ceil(logs.length / MOST_VALUES);
  const averages = walshAverages(logs.filter((_, index) => index % step === 0));
  const half = averages.length / 2;
  return ((averages[Math.ceil(half) - 1] ?? 0) + (averages[Math.floor(half)] ?? 0)) / 2;
}
