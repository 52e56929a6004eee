/** Regressions that people with write permission accepted on the pull request, held against what they accepted. */
import { findAcceptances } from '../github/accepted-regressions.ts';
import type { AcceptedRegression } from '../github/accepted-regressions.ts';
import type { GitHub } from '../github/client.ts';
import { readMarker } from '../github/comment-marker.ts';
import type { Remark } from '../github/discussion.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Repository } from '../github/workflow-context.ts';
import type { ComparedMetric, Comparison } from '../history/comparison.ts';
import { hasRoom, readRecord } from './acceptance-record.ts';
import type { AcceptedChange } from './acceptance-record.ts';

/** Where to look for acceptances, and what of. */
export interface AcceptanceSearch {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  readonly remarks: readonly Remark[];
  /** What was recorded by now. */
  readonly earlier: readonly AcceptedChange[];
  /** Whether a comment of ours will record what is accepted; what nobody remembers is not accepted, for it would cover anything worse. */
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

/**
 * The acceptances of a comparison's regressions. One holds for the worsening that stood there when it was first seen, and for as much more as
 * is tolerated; after that somebody has to accept again. Nothing of the run is believed but the figures that are judged.
 */
export async function acceptRegressions(github: GitHub, search: AcceptanceSearch): Promise<HeldAcceptances> {
  const { repository, pull, comparison, remarks, earlier } = search;
  const { flagged, metrics } = comparison;
  if (flagged.length === 0) return { acceptances: [], notes: [], record: earlier };
  const known = metrics.map(({ name }) => name);
  const place = { repository, pullRequest: pull.number };
  const asked = { ...place, remarks, labels: pull.labels, flagged, known, recorded: earlier };
  const { accepted, notes } = await findAcceptances(github, asked);
  return hold(accepted, notes, search);
}

/** What the comment of ours with this name and author says of earlier acceptances. */
export function recordIn(
  remarks: readonly Remark[],
  { name, author }: { readonly name: string; readonly author: string },
): readonly AcceptedChange[] {
  const ours = remarks.find(
    ({ author: login, body }) => login.toLowerCase() === author.toLowerCase() && readMarker(body)?.name === name,
  );
  return ours === undefined ? [] : readRecord(ours.body);
}

function hold(
  accepted: readonly AcceptedRegression[],
  notes: readonly string[],
  { earlier, comparison: { metrics }, isRecorded }: AcceptanceSearch,
): HeldAcceptances {
  const record = [...earlier];
  const acceptances: Comparison['acceptances'] = [];
  const refused: string[] = [];
  for (const wish of accepted) {
    const { metric, reason, by } = wish;
    const measured = metrics.find(({ name }) => name === metric);
    const refusal = weigh(wish, measured, { record, isRecorded });
    if (refusal === undefined) acceptances.push({ metric, reason, by });
    else refused.push(`${metric} is ${refusal}`);
  }
  return { acceptances, notes: [...notes, ...refused], record };
}

interface Book {
  readonly record: AcceptedChange[];
  readonly isRecorded: boolean;
}

/** Why an acceptance does not hold; one that is new and does is recorded. */
function weigh(
  { metric, source, by }: AcceptedRegression,
  measured: ComparedMetric | undefined,
  { record, isRecorded }: Book,
): string | undefined {
  const change = measured?.change?.estimate;
  if (change === undefined) return 'not accepted: nobody knows by how much it became worse';
  const then = record.find((entry) => entry.source === source && entry.metric === metric);
  if (then !== undefined) {
    if (change <= then.change + (measured?.tolerance ?? 0)) return undefined;
    return `no longer accepted: it has become worse than what @${by} accepted; accept it again in a comment, or push a fix`;
  }
  const entry = { source, metric, change };
  if (!isRecorded)
    return 'not accepted: without a comment (comment: never) nothing remembers how bad it was when it was accepted';
  if (!hasRoom([...record, entry])) return 'not accepted: the comment has no room left for how bad it was when it was accepted';
  record.push(entry);
  return undefined;
}
