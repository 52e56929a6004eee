import type { RunDocument } from '../history/run-document.ts';

/**
 * The command that measures again what was found. Of a stranger's document only its kind counts: what it wants to be run is nothing to recommend.
 */
export function measuringCommand(
  found: { readonly run: RunDocument } | { readonly missing: unknown },
  isForeign: boolean,
): string {
  const comparison = 'run' in found ? found.run.comparison : undefined;
  if (comparison === undefined) return 'shotclock benchmark';
  const own = isForeign ? '' : comparison.reproduce.trim();
  return own === '' ? 'shotclock compare' : own;
}
