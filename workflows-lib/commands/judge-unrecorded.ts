/** What becomes of a run in which replayed models were asked what nobody recorded. */
import type { ObjectiveResult, RunDocument } from '../history/run-document.ts';
import type { RunningSystem } from '../system/running-system.ts';

/** What a document says of it; empty where every request had a recording. */
export interface UnrecordedNotes {
  readonly objectives: readonly ObjectiveResult[];
  readonly warnings: readonly string[];
}

/** Warnings that a document carries at most: each start of a side may have missed others. */
const MOST_WARNINGS = 20;
const LONGEST_REASON = 600;

/** Whose requests they are, and whether the generator was fit. */
interface Judged {
  readonly generator: RunDocument['generator'];
  /** In a comparison. */
  readonly side?: 'base' | 'head';
}

/**
 * An application that got no answer may have fallen back, and what was measured is then the fallback: such a run is no pass. It is what the
 * author of a change can mend, by recording again, so that it fails; that base was measured so is no fault of head's, but then nothing was
 * compared with the real base, and it is undecided.
 */
export function judgeUnrecorded(requests: readonly string[], { generator, side }: Judged): UnrecordedNotes {
  const [first] = requests;
  if (first === undefined) return { objectives: [], warnings: [] };
  const whose = side === undefined ? '' : `${side}: `;
  const missed = { verdict: side === 'base' ? ('inconclusive' as const) : ('fail' as const), reason: reasonOf(first, requests) };
  const unfit = { verdict: 'void' as const, reason: `the generator was not fit to measure: ${generator.reasons.join('; ')}` };
  const objective: ObjectiveResult = {
    ...{ text: `${whose}every request to a replayed model has a recording`, value: requests.length, low: null, high: null },
    ...{ limit: 0, unit: 'count', stage: null },
    ...(generator.verdict === 'void' ? unfit : missed),
  };
  const rest = requests.length - MOST_WARNINGS;
  return {
    objectives: [objective],
    warnings: [
      ...requests.slice(0, MOST_WARNINGS).map((request) => `${whose}${request}`),
      ...(rest > 0 ? [`${whose}${rest} more requests had no recording.`] : []),
    ],
  };
}

/** Of both sides, head's first. */
export async function judgeUnrecordedOf(
  systems: Readonly<Record<'base' | 'head', Pick<RunningSystem, 'unrecordedRequests'>>>,
  generator: RunDocument['generator'],
): Promise<UnrecordedNotes> {
  const head = judgeUnrecorded(await systems.head.unrecordedRequests(), { generator, side: 'head' });
  const base = judgeUnrecorded(await systems.base.unrecordedRequests(), { generator, side: 'base' });
  return {
    objectives: [...head.objectives, ...base.objectives],
    warnings: [...head.warnings, ...base.warnings],
  };
}

/** A clause: whoever shows it puts the full stop. */
function reasonOf(first: string, { length }: readonly string[]): string {
  const more = length === 1 ? '' : ` (and ${length - 1} more, see the warnings)`;
  const cut = first.length > LONGEST_REASON ? `${first.slice(0, LONGEST_REASON).toWellFormed()}…` : first.replace(/\.$/, '');
  return `what was measured may be a fallback; record again. ${cut}${more}`;
}
