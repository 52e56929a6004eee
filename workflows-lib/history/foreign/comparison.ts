/** Whether what a comparison says follows from its own parts, by the rules that `gate` judges by. */
import type { ComparedMetric, Comparison } from '../comparison.ts';
import type { RunDocument } from '../run-document.ts';
import { falseMetric } from './compared-metric.ts';

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * The first thing in the comparison of a document that another part of it contradicts, as "place: what"; undefined when they agree. Tests are not
 * run again: whether a change is significant is for the gate, which can judge the same values anew.
 */
export function findFalseComparison({ run, comparison }: RunDocument): string | undefined {
  if (comparison === undefined) {
    return run.kind === 'compare' && run.status === 'complete' ? 'comparison: it is missing' : undefined;
  }
  if (run.kind !== 'compare') return `comparison: a run of kind ${run.kind} has none`;
  return (
    falseSides(comparison) ??
    falseBaseFailure(comparison) ??
    falseMetrics(comparison) ??
    falseFlags(comparison) ??
    falseVerdict(comparison)
  );
}

function falseSides(comparison: Comparison): string | undefined {
  const wrong = (['base', 'head'] as const).find((side) => {
    const { commit } = comparison[side];
    return commit !== null && !COMMIT.test(commit);
  });
  return wrong === undefined ? undefined : `comparison.${wrong}.commit: it is no full commit id`;
}

function falseBaseFailure({ baseFailure, metrics, verdict }: Comparison): string | undefined {
  if (baseFailure === undefined) return undefined;
  if (metrics.length > 0) return 'comparison.baseFailure: base could not be measured, but was compared';
  return verdict === 'fail' || verdict === 'void'
    ? `comparison.verdict: it says ${verdict}, but nothing was compared`
    : undefined;
}

function falseMetrics(comparison: Comparison): string | undefined {
  const seen = new Set<string>();
  for (const [index, metric] of comparison.metrics.entries()) {
    const twice = seen.has(metric.name) ? 'it is there twice' : undefined;
    const problem = twice ?? falseMetric(metric) ?? falsePardon(metric, comparison);
    if (problem !== undefined) return `comparison.metrics[${index}]: ${problem}`;
    seen.add(metric.name);
  }
  return undefined;
}

function falsePardon({ name, verdict, role }: ComparedMetric, { acceptances, confirmation }: Comparison): string | undefined {
  if (verdict !== 'accepted' && verdict !== 'not-confirmed') return undefined;
  if (role !== 'gate') return `it says ${verdict}, but can fail nothing`;
  if (verdict === 'accepted') {
    return acceptances.some(({ metric }) => metric === name) ? undefined : 'it says accepted, but nobody accepted it';
  }
  return confirmation?.flagged.includes(name) === true ? 'it says not-confirmed, but the second run found it worse' : undefined;
}

function falseFlags({ metrics, flagged }: Comparison): string | undefined {
  const worse = metrics.filter(({ role, verdict }) => role === 'gate' && verdict === 'regression').map(({ name }) => name);
  const same = worse.length === flagged.length && new Set([...worse, ...flagged]).size === worse.length;
  return same ? undefined : 'comparison.flagged: they are not the gating metrics that got worse';
}

function falseVerdict(comparison: Comparison): string | undefined {
  if (comparison.baseFailure !== undefined) return undefined;
  const expected = expectedVerdict(comparison);
  return comparison.verdict === expected
    ? undefined
    : `comparison.verdict: it says ${comparison.verdict}, but its own parts come to ${expected}`;
}

/** What is counted does not depend on the machine, so it fails even where times cannot be believed; so does a head that does not run. */
function expectedVerdict({ metrics, sentinel, headFailure }: Comparison): Comparison['verdict'] {
  if (headFailure !== undefined) return 'fail';
  const gate = metrics.filter(({ role }) => role === 'gate');
  const worse = gate.filter(({ verdict }) => verdict === 'regression');
  if (worse.some((metric) => metric.class === 'exact')) return 'fail';
  if (sentinel.verdict === 'moved') return 'void';
  if (worse.length > 0) return 'fail';
  return gate.length === 0 || gate.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'pass';
}
