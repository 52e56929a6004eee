import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { benjaminiHochberg } from '../../stats/multiplicity.ts';
import { signedRankTest, type Alternative } from '../../stats/signed-rank.ts';
import { judgement, type Judgement } from './judged.ts';
import { changeOfValues } from './noisy.ts';
import { shiftOf, surelyNotWorse } from './scale.ts';

/**
 * Judges the times that only inform: of what is called worse (or better) a share of at most `level` is expected to be so by chance (Benjamini and
 * Hochberg). By name. Times that were not measured side by side have no values and are not judged.
 */
export function judgeInformed({ level }: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlyMap<string, Judgement> {
  const infos = series.filter(({ role, class: kind }) => role === 'info' && kind === 'noisy');
  const paired = infos.filter(({ values }) => values.length > 0);
  const chances = (alternative: Exclude<Alternative, 'two-sided'>): number[] => {
    const sign = alternative === 'greater' ? 1 : -1;
    return benjaminiHochberg(paired.map((one) => signedRankTest(one.values, { shift: sign * shiftOf(one), alternative }).p));
  };
  const [worse, better] = [chances('greater'), chances('less')];
  const judged = paired.map((one, index): [string, Judgement] => {
    const p = worse[index] ?? 1;
    const found = { change: changeOfValues(one), p, pairs: one.values.length };
    if (p <= level) return [one.name, judgement('regression', found)];
    if ((better[index] ?? 1) <= level) return [one.name, judgement('improvement', found)];
    return [one.name, judgement(surelyNotWorse(one.values, shiftOf(one)) ? 'fine' : 'inconclusive', found)];
  });
  return new Map([...infos.map((one): [string, Judgement] => [one.name, judgeApart(one)]), ...judged]);
}

function judgeApart({ unit, base, head }: ComparedSeries): Judgement {
  const reason = 'base and head were not measured side by side, so their times say nothing about the change';
  if (base === null || head === null || base <= 0 || head <= 0) return judgement('inconclusive', { reason });
  const relative = { ms: head / base - 1, per_s: base / head - 1 };
  const estimate = unit === 'ms' || unit === 'per_s' ? relative[unit] : head - base;
  return judgement('inconclusive', { change: { estimate, low: null, high: null }, reason });
}
