/** Regressions that people with write permission accepted on the pull request, held against what they were shown when they did. */
import { findAcceptances } from '../github/accepted-regressions.ts';
import type { AcceptedRegression } from '../github/accepted-regressions.ts';
import type { GitHub } from '../github/client.ts';
import type { Remark } from '../github/discussion.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Repository } from '../github/workflow-context.ts';
import type { ComparedMetric, Comparison } from '../history/comparison.ts';
import { NO_RECORD, asRecorded, hasRoom, readRecord } from './acceptance-record.ts';
import type { AcceptanceRecord, AcceptedChange } from './acceptance-record.ts';

/** What our comment says before a report, and since when. */
export interface EarlierRecord extends AcceptanceRecord {
  /** Milliseconds of the epoch; not a number where there is no comment. */
  readonly writtenAt: number;
}

/** Where to look for acceptances, and what of. */
export interface AcceptanceSearch {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  readonly remarks: readonly Remark[];
  readonly earlier: EarlierRecord;
  /** Whether a comment of ours is kept: where none is, nobody is shown what they accept. */
  readonly isRecorded: boolean;
}

/** What holds. */
export interface HeldAcceptances {
  readonly acceptances: Comparison['acceptances'];
  /** One sentence for each that does not hold, of which some text comes from outside. */
  readonly notes: readonly string[];
  /** What was recorded earlier, all of it, and what is new. */
  readonly record: readonly AcceptedChange[];
}

const MOST_NOTES = 10;

/**
 * The acceptances of a comparison's regressions. One holds for the worsening that our comment showed when it was made, and for as much more as is
 * tolerated; beyond that somebody has to accept again. Nothing of the run is believed but the figures that are judged.
 */
export async function acceptRegressions(github: GitHub, search: AcceptanceSearch): Promise<HeldAcceptances> {
  const { repository, pull, comparison, remarks, earlier } = search;
  const { flagged, metrics } = comparison;
  if (flagged.length === 0) return { acceptances: [], notes: [], record: earlier.accepted };
  const known = metrics.map(({ name }) => name);
  const place = { repository, pullRequest: pull.number };
  const { accepted, notes } = await findAcceptances(github, { ...place, remarks, labels: pull.labels, flagged, known });
  return hold(accepted, notes, search);
}

/** What our comment says of earlier acceptances, and of what it shows. */
export function recordOf(ours: Remark | undefined): EarlierRecord {
  return { ...(ours === undefined ? NO_RECORD : readRecord(ours.body)), writtenAt: ours?.at ?? NaN };
}

/** All are weighed, so that each is recorded at what it was first held against; of several of one metric the first that holds counts. */
function hold(
  accepted: readonly AcceptedRegression[],
  notes: readonly string[],
  { earlier, comparison: { metrics }, isRecorded }: AcceptanceSearch,
): HeldAcceptances {
  const book: Book = { record: [...earlier.accepted], earlier, isRecorded };
  const acceptances = new Map<string, Comparison['acceptances'][number]>();
  const refused = new Map<string, string>();
  for (const wish of accepted) {
    const { metric, reason, by } = wish;
    const measured = metrics.find(({ name }) => name === metric);
    const refusal = weigh(wish, measured, book);
    if (refusal !== undefined) refused.set(metric, refused.get(metric) ?? `${metric} is ${refusal}`);
    else if (!acceptances.has(metric)) acceptances.set(metric, { metric, reason, by });
  }
  const left = [...refused].filter(([metric]) => !acceptances.has(metric)).map(([, note]) => note);
  return { acceptances: [...acceptances.values()], notes: [...notes, ...left.slice(0, MOST_NOTES)], record: book.record };
}

interface Book {
  readonly record: AcceptedChange[];
  readonly earlier: EarlierRecord;
  readonly isRecorded: boolean;
}

/** Why an acceptance does not hold. One that is new is recorded at what was shown, even where it does not hold: nothing later may raise that. */
function weigh(wish: AcceptedRegression, measured: ComparedMetric | undefined, book: Book): string | undefined {
  const { metric, source, by } = wish;
  const change = measured?.change?.estimate;
  if (change === undefined) return 'not accepted: nobody knows by how much it became worse';
  const then = book.record.find((entry) => entry.source === source && entry.metric === metric);
  const entry = then ?? firstSeen(wish, book);
  if (typeof entry === 'string') return entry;
  if (then === undefined) book.record.push(entry);
  if (asRecorded(change) <= entry.change + (measured?.tolerance ?? 0)) return undefined;
  return `no longer accepted: it has become worse than what @${by} accepted; accept it again in a comment, or push a fix`;
}

/** An acceptance with the figure that our comment showed when it was made, or why there is none. */
function firstSeen({ metric, source, at }: AcceptedRegression, { record, earlier, isRecorded }: Book): AcceptedChange | string {
  if (!isRecorded) return 'not accepted: without a comment (comment: never) nobody was shown how bad it is';
  // Whatever was said before the comment was last written was said of other figures. GitHub's times are whole seconds: the same is no answer to it.
  const shown = at > earlier.writtenAt ? earlier.shown.find((one) => one.metric === metric) : undefined;
  if (shown === undefined) {
    const again = source.startsWith('label') ? 'put the label on again' : 'accept it again';
    return `not accepted: the comment did not show by how much it got worse when that was asked for; ${again} now that it does`;
  }
  const entry = { source, metric, change: shown.change };
  if (!hasRoom([...record, entry])) return 'not accepted: the comment has no room left for how bad it was when it was accepted';
  return entry;
}
