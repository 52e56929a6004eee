import type { Objective } from '../../gate/objective.ts';
import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';

/** What both sides came to, and what the comparison says of them. */
export interface BothSides {
  readonly objectives: readonly Objective[];
  readonly base: readonly ObjectiveResult[];
  readonly head: readonly ObjectiveResult[];
  readonly compared: Judged;
}

/** What of a judged comparison decides whether head is worse. */
interface Judged {
  readonly metrics: readonly Pick<ComparedMetric, 'operation' | 'role' | 'class' | 'verdict'>[];
  readonly sentinel: Pick<Comparison['sentinel'], 'verdict'>;
}

/** `foreign/verdicts.ts` knows an excused objective by the words that this begins with. */
const NO_WORSE = { verdict: 'pass', reason: 'base misses it as well, and head is no worse' } as const;
const UNDECIDED = { verdict: 'inconclusive', reason: 'base misses it as well; whether head is worse is not decided' } as const;

/**
 * Objectives of head where one that base misses as well fails only if the comparison found the operation worse. It is a pass that says so where
 * the comparison found every gating metric of the operation no worse, and undecided where that is not known: a metric that nobody could decide,
 * none that could fail, or a machine that cannot be believed. An objective on all operations counts as that of each.
 */
export function noWorseThanBase({ objectives, base, head, compared }: BothSides): ObjectiveResult[] {
  const missed = new Set(base.filter(({ verdict }) => verdict === 'fail').map(({ text }) => text));
  return head.map((result) => {
    if (result.verdict !== 'fail' || !missed.has(result.text)) return result;
    const excuse = excuseOf(compared, objectives.find(({ text }) => text === result.text)?.operation);
    return excuse === undefined ? result : { ...result, ...excuse };
  });
}

function excuseOf({ metrics, sentinel }: Judged, operation: string | undefined): typeof NO_WORSE | typeof UNDECIDED | undefined {
  const moved = sentinel.verdict === 'moved';
  const gating = metrics.filter(
    (metric) => metric.role === 'gate' && (operation === undefined || metric.operation === operation),
  );
  // What is counted does not depend on the machine.
  if (gating.some(({ verdict, class: kind }) => verdict === 'regression' && (!moved || kind === 'exact'))) return undefined;
  const noWorse = gating.length > 0 && gating.every(({ verdict }) => verdict === 'fine' || verdict === 'improvement');
  return noWorse && !moved ? NO_WORSE : UNDECIDED;
}
