/** What becomes of a comparison once a second measurement and people with write permission have had their say. Pure. */
import { verdictOf as verdictOfMetrics } from '../gate/comparison/judge.ts';
import type { Comparison, ComparedMetric } from '../history/comparison.ts';
import type { RunDocument } from '../history/run-document.ts';
import { verdictOfRun } from '../history/run-verdict.ts';

/** The second measurement of what was flagged: a run, or why there is none. */
export type SecondRun = { readonly run: RunDocument } | { readonly missing: { readonly message: string } };

/** What is known beside the first run. */
export interface Settlement {
  /** Left out where nobody was to measure again: a regression then stands by itself. */
  readonly second?: SecondRun;
  readonly acceptances: Comparison['acceptances'];
}

/**
 * The run with its regressions confirmed, not confirmed or accepted, and with the verdicts that follow; everything else stands as it was judged.
 * What the document itself claims of acceptances and of a second run is dropped: whoever wrote it could have been anyone.
 */
export function settleComparison(run: RunDocument, { second, acceptances }: Settlement): RunDocument {
  if (run.comparison === undefined) return run;
  const claimed = asMeasured(run.comparison);
  const again = second === undefined ? undefined : ofTheSame(run, claimed, second);
  const metrics = claimed.metrics.map((metric) => {
    if (!claimed.flagged.includes(metric.name)) return metric;
    const acceptance = acceptances.find((candidate) => candidate.metric === metric.name);
    if (acceptance !== undefined) return accepted(metric, acceptance);
    return again === undefined ? metric : seenAgain(metric, again);
  });
  const worse = metrics.filter(({ name, verdict }) => claimed.flagged.includes(name) && verdict === 'regression');
  const flagged = worse.map(({ name }) => name);
  const moved = claimed.sentinel.verdict === 'moved';
  const verdict = claimed.flagged.length === 0 ? claimed.verdict : verdictOfMetrics(metrics, worse, moved);
  const confirmation = claimed.flagged.length === 0 ? {} : confirmationOf(claimed, again);
  const broken = claimed.headFailure === undefined ? { verdict } : { verdict: 'fail' as const };
  const comparison: Comparison = { ...claimed, metrics, flagged, acceptances: [...acceptances], ...confirmation, ...broken };
  return { ...run, comparison, verdict: verdictOfRun({ ...run, comparison }) };
}

/** The comparison without a second opinion: no measurement accepts a regression or doubts it by itself. */
function asMeasured(comparison: Comparison): Comparison {
  const { confirmation: dropped, ...rest } = comparison;
  const claims = comparison.metrics
    .filter(({ role, verdict }) => role === 'gate' && (verdict === 'accepted' || verdict === 'not-confirmed'))
    .map(({ name }) => name);
  if (dropped === undefined && claims.length === 0) return comparison;
  const metrics = comparison.metrics.map((metric) =>
    claims.includes(metric.name) ? { ...metric, verdict: 'regression' as const } : metric,
  );
  return { ...rest, metrics, flagged: [...new Set([...comparison.flagged, ...claims])] };
}

function accepted(metric: ComparedMetric, { by, reason }: Comparison['acceptances'][number]): ComparedMetric {
  return { ...metric, verdict: 'accepted', reason: `${by} accepted it: ${reason}` };
}

/** The second run, unless it could not have seen what the first one saw: nothing of it then counts. */
function ofTheSame({ run: first }: RunDocument, claimed: Comparison, second: SecondRun): SecondRun {
  const comparison = 'run' in second ? second.run.comparison : undefined;
  if (!('run' in second) || comparison === undefined) return second;
  const { run } = second.run;
  const message =
    (run.id === first.id ? 'it is the first run itself' : undefined) ??
    // What an earlier attempt left under the same name was measured before there was anything to confirm.
    (Date.parse(run.startedAt) < Date.parse(first.startedAt) ? 'it is older than the first run' : undefined) ??
    whyUseless(claimed, comparison);
  return message === undefined ? second : { missing: { message } };
}

function whyUseless(first: Comparison, second: Comparison): string | undefined {
  if (second.baseFailure !== undefined) return 'base could not be measured there';
  if (second.headFailure !== undefined && second.metrics.length === 0) return 'head could not be started there';
  const other = (['base', 'head'] as const).find((side) => {
    const [here, there] = [first[side], second[side]];
    return here.commit !== there.commit || here.planDigest !== there.planDigest;
  });
  return other === undefined ? undefined : `its ${other} was another commit or plan than that of the first run`;
}

function confirmationOf({ metrics, flagged }: Comparison, second: SecondRun | undefined): Pick<Comparison, 'confirmation'> {
  if (second === undefined || !('run' in second) || second.run.comparison === undefined) return {};
  const seen = metrics.filter((metric) => flagged.includes(metric.name) && lookAgain(metric, second) === 'worse');
  return { confirmation: { runId: second.run.run.id, flagged: seen.map(({ name }) => name) } };
}

/**
 * A regression that the second run saw too stays one; one that it looked for and did not see is not confirmed; of the rest nobody knows, but for
 * what is counted, which stands by itself.
 */
function seenAgain(metric: ComparedMetric, second: SecondRun): ComparedMetric {
  const seen = lookAgain(metric, second);
  if (seen === 'worse') return metric;
  if (seen === 'not worse') {
    return { ...metric, verdict: 'not-confirmed', reason: 'a second run on another machine did not find it worse' };
  }
  if (metric.class === 'exact') return metric;
  return { ...metric, verdict: 'inconclusive', reason: `it is not confirmed yet: ${seen.unknown}` };
}

/** What the second run says of a metric. Whether its machine was fit is asked first: on one that was not, a time says nothing either way. */
function lookAgain(metric: ComparedMetric, second: SecondRun): 'worse' | 'not worse' | { readonly unknown: string } {
  if ('missing' in second) return { unknown: `there is no second run that counts (${second.missing.message})` };
  const { comparison } = second.run;
  const again = comparison?.metrics.find(({ name }) => name === metric.name);
  if (comparison === undefined || again === undefined) return { unknown: 'the second run did not measure it' };
  const isWorse = comparison.flagged.includes(metric.name);
  if (metric.class === 'exact' && isWorse) return 'worse';
  if (comparison.headFailure !== undefined) return { unknown: 'head died in the second run' };
  // What is counted does not depend on the machine.
  if (metric.class !== 'exact' && isUnfit(second.run)) {
    return { unknown: 'the second run was on a machine that was not fit to measure' };
  }
  if (again.verdict === 'inconclusive') return { unknown: 'the second run could not tell' };
  return isWorse ? 'worse' : 'not worse';
}

/** A run with something counted that got worse is a `fail`, whatever its sentinel says. */
function isUnfit({ comparison, generator, verdict }: RunDocument): boolean {
  return comparison?.sentinel.verdict === 'moved' || [comparison?.verdict, generator.verdict, verdict].includes('void');
}
