import type { ObjectiveResult, RunDocument, Verdict } from '../history/run-document.ts';
import { decide, worstOf } from './decide.ts';
import type { Evidence } from './decide.ts';
import { findEvidence, stagesOf } from './evidence.ts';
import type { Measured } from './evidence.ts';
import type { Objective } from './objective.ts';

/** What a run is judged on: its measurements, whether the generator was fit, and whether it ran to its end. */
export type Judgeable = Measured & Pick<RunDocument, 'generator'> & { readonly run: Pick<RunDocument['run'], 'status'> };

/** Every objective with its verdict, and the run's. */
export interface Judgement {
  readonly objectives: ObjectiveResult[];
  readonly verdict: Verdict;
}

/**
 * Judges a run. An operation that never answered rightly fails the run even without an objective, because nothing else about it was
 * measured. A generator that was not fit makes everything `void`; a run cut short is at best `inconclusive`.
 */
export function judge(objectives: readonly Objective[], run: Judgeable): Judgement {
  const results = [...objectives.map((objective) => judgeOne(objective, run)), ...neverRight(run)];
  if (run.generator.verdict === 'void') {
    const reason = `the generator was not fit to measure: ${run.generator.reasons.join('; ')}`;
    return { objectives: results.map((result) => ({ ...result, verdict: 'void', reason })), verdict: 'void' };
  }
  const verdict = worstOf(results.map((result) => result.verdict));
  return { objectives: results, verdict: verdict === 'pass' && run.run.status === 'partial' ? 'inconclusive' : verdict };
}

function judgeOne(objective: Objective, run: Measured): ObjectiveResult {
  const { text, limit, unit, source } = objective;
  const place = source === undefined ? {} : { source };
  const stages = stagesOf(objective, run).map(({ id }) => id);
  const stage = stages.length === 0 ? null : stages.join(', ');
  const finding = findEvidence(objective, run);
  if ('missing' in finding) {
    const nothing = { value: null, low: null, high: null };
    return { text, verdict: 'inconclusive', ...nothing, limit, unit, stage, reason: finding.missing, ...place };
  }
  const verdict = decide(finding, objective.comparison, limit);
  const { value, low, high } = finding;
  const reason = verdict === 'inconclusive' ? { reason: whyUndecided(finding, limit) } : {};
  return { text, verdict, value, low, high, limit, unit, stage, ...reason, ...place };
}

/** Above this, more samples are no advice. */
const MOST_TIMES = 100;

/** Intervals narrow with the square root of the sample: so many times as many, and the limit lies outside. */
function whyUndecided({ value, low, high, lacks }: Evidence, limit: number): string {
  if (low === null || high === null) return lacks ?? 'too few samples for a confidence interval; measure more';
  const reach = value < limit ? high - value : value - low;
  const times = Math.floor((reach / Math.abs(limit - value)) ** 2) + 1;
  const advice =
    times > MOST_TIMES
      ? 'the value is too close to it to be told apart'
      : `about ${times} times as many samples would decide it, if the value stays`;
  return `the limit lies inside the confidence interval; ${advice}`;
}

function neverRight(run: Measured): ObjectiveResult[] {
  return run.outcomes
    .filter(({ attempts, ok }) => attempts > 0 && ok === 0)
    .map(({ operation, stage, attempts, failures }) => ({
      text: `${operation} answers rightly${stage.startsWith('users=') ? ` @ ${stage}` : ''}`,
      verdict: 'fail',
      value: 0,
      low: null,
      high: null,
      limit: 1,
      unit: 'count',
      stage,
      reason: `none of ${attempts} calls was right: ${failures[0]?.example ?? 'no message'}`,
    }));
}
