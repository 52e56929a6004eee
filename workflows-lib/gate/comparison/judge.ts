import type { ComparedMetric, ComparedSeries, Comparison, ComparisonDesign } from '../../history/comparison.ts';
import { judgeExact } from './exact.ts';
import { judgeInformed } from './informed.ts';
import { judgement, type Judgement } from './judged.ts';
import { judgeGate } from './noisy.ts';
import { judgeRates } from './rate.ts';
import { familySize } from './replay.ts';
import { judgeSentinel } from './sentinel.ts';
import { judgeTails } from './tail.ts';

/** What was planned, measured, accepted and measured again. */
export interface ComparisonRequest {
  readonly design: ComparisonDesign;
  readonly series: readonly ComparedSeries[];
  readonly acceptances?: Comparison['acceptances'];
  readonly confirmation?: NonNullable<Comparison['confirmation']>;
}

/** The part of a comparison that is found by judging. */
export type JudgedComparison = Pick<Comparison, 'metrics' | 'sentinel' | 'flagged' | 'verdict'>;

/**
 * Judges a comparison from what was planned and measured, and from nothing else: the same measurements give the same answer to the last byte. `flagged`
 * are the gating metrics that got worse, were not accepted, and were found again where a confirmation looked.
 */
export function judgeComparison(request: ComparisonRequest): JudgedComparison {
  const { design, series } = request;
  const { sentinel, canaries } = judgeSentinel(design, series);
  const found = new Map([
    ...judgeGate(design, series),
    ...judgeInformed(design, series),
    ...judgeTails(design, series),
    ...canaries,
  ]);
  for (const [name, rate] of judgeAllRates(design, series, found)) found.set(name, rate);
  const metrics = series.map((one): ComparedMetric => {
    const judged = one.class === 'exact' ? judgeExact(one) : (found.get(one.name) ?? judgement('inconclusive'));
    return pardon({ ...one, ...judged }, request);
  });
  const flagged = metrics.filter(({ role, verdict }) => role === 'gate' && verdict === 'regression');
  return {
    ...{ metrics, sentinel, flagged: flagged.map(({ name }) => name) },
    verdict: verdictOf(metrics, flagged, sentinel.verdict === 'moved'),
  };
}

function judgeAllRates(
  design: ComparisonDesign,
  series: readonly ComparedSeries[],
  found: ReadonlyMap<string, Judgement>,
): ReadonlyMap<string, Judgement> {
  const rates = series.filter(({ class: kind }) => kind === 'rate');
  const gating = rates.filter(({ role }) => role === 'gate');
  const others = rates.filter(({ role }) => role !== 'gate');
  const times = series.filter(({ role, class: kind }) => role === 'gate' && kind === 'noisy');
  const count = (verdict: Judgement['verdict']): number =>
    times.filter(({ name }) => found.get(name)?.verdict === verdict).length;
  const family = { size: familySize(design, series), worse: count('regression'), better: count('improvement') };
  return new Map([
    ...judgeRates(design, gating, family),
    ...judgeRates(design, others, { size: others.length, worse: 0, better: 0 }),
  ]);
}

/** A regression of the gate that someone accepted, or that was not found again, does not fail it. */
function pardon(metric: ComparedMetric, { acceptances = [], confirmation }: ComparisonRequest): ComparedMetric {
  if (metric.role !== 'gate' || metric.verdict !== 'regression') return metric;
  const accepted = acceptances.find((acceptance) => acceptance.metric === metric.name);
  if (accepted !== undefined) return { ...metric, verdict: 'accepted', reason: `${accepted.by} accepted it: ${accepted.reason}` };
  if (confirmation === undefined || confirmation.flagged.includes(metric.name)) return metric;
  return { ...metric, verdict: 'not-confirmed', reason: `run ${confirmation.runId} measured it again and did not find it worse` };
}

/**
 * The verdict of judged metrics, of which `flagged` fail the gate; `moved` is the sentinel's. What is counted does not depend on the machine, so it
 * fails even where times cannot be believed. Where no metric could have failed, nothing was decided.
 */
export function verdictOf(
  metrics: readonly ComparedMetric[],
  flagged: readonly ComparedMetric[],
  moved: boolean,
): Comparison['verdict'] {
  if (flagged.some(({ class: kind }) => kind === 'exact')) return 'fail';
  if (moved) return 'void';
  if (flagged.length > 0) return 'fail';
  const gate = metrics.filter(({ role }) => role === 'gate');
  return gate.length === 0 || gate.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass';
}
