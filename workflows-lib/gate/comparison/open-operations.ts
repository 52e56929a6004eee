import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { replayLooks } from './replay.ts';

/**
 * The operations that are worth measuring on: those with a gating time that is neither worse, better nor surely no worse so far. Meant to be asked
 * after each pair, of all series.
 */
export function openOperations(design: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlySet<string> {
  const rulings = replayLooks(design, series);
  const isOpen = ({ name }: ComparedSeries): boolean => ['open', 'promising'].includes(rulings.get(name)?.state ?? 'fine');
  return new Set(series.filter(isOpen).map(({ operation }) => operation));
}
