import type { Comparison as Limit, Objective } from '../../gate/objective.ts';
import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { ObjectiveResult } from '../../history/run-document.ts';

/** What both sides came to, and what the comparison says of them. */
export interface BothSides {
  readonly objectives: readonly Objective[];
  readonly base: readonly ObjectiveResult[];
  readonly head: readonly ObjectiveResult[];
  readonly compared: Judged;
  /** How much worse a figure may be and still count as no worse, as a share. */
  readonly tolerance: number;
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
 * Objectives of head where one that base misses as well fails only if head is worse: by the comparison of the operation, or by the objective's own
 * figure, which may be one that is not compared. It is a pass that says so where the comparison found every gating metric of the operation no
 * worse and the figure is about that of base, and undecided where that is not known: a metric that nobody could decide, none that could fail, a
 * figure that is higher by chance perhaps, or a machine that cannot be believed. An objective on all operations counts as that of each.
 */
export function noWorseThanBase({ objectives, base, head, compared, tolerance }: BothSides): ObjectiveResult[] {
  return head.map((result) => {
    const before = base.find(({ text, verdict }) => text === result.text && verdict === 'fail');
    if (result.verdict !== 'fail' || before === undefined) return result;
    const objective = objectives.find(({ text }) => text === result.text);
    const excuse = weaker(
      excuseOf(compared, objective?.operation),
      excuseOfFigure({ before, after: result, tolerance, limit: objective?.comparison ?? '<' }, compared),
    );
    return excuse === undefined ? result : { ...result, ...excuse };
  });
}

type Excuse = typeof NO_WORSE | typeof UNDECIDED | undefined;

/** Two excuses are as good as the worse of them. */
function weaker(one: Excuse, other: Excuse): Excuse {
  if (one === undefined || other === undefined) return undefined;
  return one === UNDECIDED ? one : other;
}

interface Figures {
  readonly before: ObjectiveResult;
  readonly after: ObjectiveResult;
  readonly tolerance: number;
  readonly limit: Limit;
}

/**
 * Whether the objective's own figure is worse on head: surely where the intervals lie apart on a steady machine, or where what is counted has
 * none.
 */
function excuseOfFigure({ before, after, tolerance, limit }: Figures, { sentinel }: Judged): Excuse {
  if (before.value === null || after.value === null) return UNDECIDED;
  const isFloor = limit === '>' || limit === '>=';
  const [low, high] = isFloor ? [before.low, after.high] : [after.low, before.high];
  const worsening = isFloor ? before.value - after.value : after.value - before.value;
  if (worsening <= (low === null ? 0 : tolerance * Math.abs(before.value))) return NO_WORSE;
  if (low === null || high === null) return undefined;
  return low > high && sentinel.verdict !== 'moved' ? undefined : UNDECIDED;
}

function excuseOf({ metrics, sentinel }: Judged, operation: string | undefined): Excuse {
  const moved = sentinel.verdict === 'moved';
  const gating = metrics.filter(
    (metric) => metric.role === 'gate' && (operation === undefined || metric.operation === operation),
  );
  // What is counted does not depend on the machine.
  if (gating.some(({ verdict, class: kind }) => verdict === 'regression' && (!moved || kind === 'exact'))) return undefined;
  const noWorse = gating.length > 0 && gating.every(({ verdict }) => verdict === 'fine' || verdict === 'improvement');
  return noWorse && !moved ? NO_WORSE : UNDECIDED;
}
