import type { ComparedSeries, Comparison, ComparisonDesign } from '../../history/comparison.ts';
import { hodgesLehmann } from '../../stats/hodges-lehmann.ts';
import { holm, smallestChance } from '../../stats/multiplicity.ts';
import { signedRankTest } from '../../stats/signed-rank.ts';
import { judgement, type Judgement } from './judged.ts';
import { changeOfValues } from './noisy.ts';
import { changeOf, shiftOf, surelyNotWorse } from './scale.ts';

/** Values that should not have moved. */
interface Watched {
  readonly series: ComparedSeries;
  readonly values: readonly number[];
  readonly between: 'base and head' | 'two starts of base';
}

/** A watched series and the chance of values like these, adjusted by Holm, had it not moved. */
interface Watching extends Watched {
  readonly p: number;
}

/** What the sentinel says of the run, and of each canary. */
export interface SentinelAnswer {
  readonly sentinel: Comparison['sentinel'];
  readonly canaries: ReadonlyMap<string, Judgement>;
}

function watchedIn(series: readonly ComparedSeries[]): Watched[] {
  const noisy = series.filter(({ class: kind }) => kind === 'noisy');
  return noisy
    .flatMap((one): Watched[] => [
      ...(one.role === 'canary' ? [{ series: one, values: one.values, between: 'base and head' as const }] : []),
      ...(one.role === 'info' ? [] : [{ series: one, values: one.twin, between: 'two starts of base' as const }]),
    ])
    .filter(({ values }) => values.length > 0);
}

/** Of having moved no further than the tolerance, up or down. */
function chanceOf({ series, values }: Watched): number {
  const shift = shiftOf(series);
  const up = signedRankTest(values, { shift, alternative: 'greater' }).p;
  const down = signedRankTest(values, { shift: -shift, alternative: 'less' }).p;
  return Math.min(1, 2 * Math.min(up, down));
}

function sentenceFor({ series, values, between }: Watched): string {
  const change = changeOf(series, hodgesLehmann(values, 0.025).estimate);
  const amount = series.unit === 'ms' || series.unit === 'per_s' ? `${(100 * change).toFixed(1)} %` : `${change} ${series.unit}`;
  const why = series.role === 'canary' ? 'no change can touch it' : 'both are the same';
  return `${series.name} moved by ${amount} between ${between}, though ${why}`;
}

/**
 * Asks of everything that cannot have moved whether it has: canaries between base and head, and base between two starts of itself. Two-sided
 * signed-rank tests against the tolerance, Holm over all of them at the design's level. `unknown` when so few values could not show it.
 */
export function judgeSentinel(design: ComparisonDesign, series: readonly ComparedSeries[]): SentinelAnswer {
  const watched = watchedIn(series);
  const adjusted = holm(watched.map(chanceOf));
  const watching = watched.map((one, index): Watching => ({ ...one, p: adjusted[index] ?? 1 }));
  const moved = watching.filter(({ p }) => p <= design.level);
  const canMove = watched.some(({ values }) => 2 * watched.length * smallestChance(values.length) <= design.level);
  const still = canMove ? 'clean' : 'unknown';
  const canaries = series.filter(({ role, class: kind }) => role === 'canary' && kind === 'noisy');
  return {
    sentinel: { verdict: moved.length > 0 ? 'moved' : still, reasons: moved.map(sentenceFor) },
    canaries: new Map(canaries.map((canary) => [canary.name, judgeCanary(canary, watching, design.level)])),
  };
}

function judgeCanary(canary: ComparedSeries, watching: readonly Watching[], level: number): Judgement {
  const found = watching.find(({ series, between }) => series.name === canary.name && between === 'base and head');
  if (found === undefined) return judgement('inconclusive', { reason: 'no pair gave a value' });
  const shared = { change: changeOfValues(canary), p: found.p, pairs: canary.values.length };
  if (found.p <= level) return judgement(shared.change.estimate > 0 ? 'regression' : 'improvement', shared);
  return judgement(surelyNotWorse(canary.values, shiftOf(canary)) ? 'fine' : 'inconclusive', shared);
}
