/** Regressions that people with write permission accepted on the pull request, held against what they accepted. */
import { findAcceptances } from '../github/accepted-regressions.ts';
import type { AcceptedRegression } from '../github/accepted-regressions.ts';
import type { GitHub } from '../github/client.ts';
import { readMarker } from '../github/comment-marker.ts';
import { listRemarks } from '../github/discussion.ts';
import type { Remark } from '../github/discussion.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { Repository } from '../github/workflow-context.ts';
import type { ComparedMetric, Comparison } from '../history/comparison.ts';
import { readRecord, renderRecord } from './acceptance-record.ts';
import type { AcceptedChange } from './acceptance-record.ts';

/** Where to look for acceptances, and what of. */
export interface AcceptanceSearch {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  /** Name of the report and login of its comment, in which the record of earlier acceptances stands. */
  readonly name: string;
  readonly author: string;
}

/** What holds. */
export interface HeldAcceptances {
  readonly acceptances: Comparison['acceptances'];
  /** One sentence for each that does not hold, of which some text comes from outside. */
  readonly notes: readonly string[];
  /** For the end of the comment. */
  readonly record: string;
}

/**
 * The acceptances of a comparison's regressions. One holds for the worsening that stood there when it was first seen, and for as much more as
 * is tolerated; after that somebody has to accept again. Nothing of the run is believed but the figures that are judged.
 */
export async function acceptRegressions(github: GitHub, search: AcceptanceSearch): Promise<HeldAcceptances> {
  const { repository, pull, comparison } = search;
  const place = { repository, pullRequest: pull.number };
  const remarks = await listRemarks(github, place);
  const earlier = recordIn(remarks, search);
  if (comparison.flagged.length === 0) return { acceptances: [], notes: [], record: renderRecord(earlier) };
  const { flagged, metrics } = comparison;
  const known = metrics.map(({ name }) => name);
  const { accepted, notes } = await findAcceptances(github, { ...place, remarks, labels: pull.labels, flagged, known });
  return hold(accepted, { earlier, metrics, notes });
}

function recordIn(remarks: readonly Remark[], { name, author }: AcceptanceSearch): readonly AcceptedChange[] {
  const ours = remarks.find(
    ({ author: login, body }) => login.toLowerCase() === author.toLowerCase() && readMarker(body)?.name === name,
  );
  return ours === undefined ? [] : readRecord(ours.body);
}

interface Known {
  readonly earlier: readonly AcceptedChange[];
  readonly metrics: readonly ComparedMetric[];
  readonly notes: readonly string[];
}

function hold(accepted: readonly AcceptedRegression[], { earlier, metrics, notes }: Known): HeldAcceptances {
  const record = [...earlier];
  const acceptances: Comparison['acceptances'] = [];
  const refused: string[] = [];
  for (const { metric, reason, by, source } of accepted) {
    const measured = metrics.find(({ name }) => name === metric);
    const change = measured?.change?.estimate;
    const then = earlier.find((entry) => entry.source === source && entry.metric === metric);
    if (then === undefined && change !== undefined) record.push({ source, metric, change });
    if (then !== undefined && change !== undefined && change > then.change + (measured?.tolerance ?? 0)) {
      refused.push(
        `${metric} is no longer accepted: it has become worse than what @${by} accepted; accept it again, or push a fix`,
      );
    } else acceptances.push({ metric, reason, by });
  }
  return { acceptances, notes: [...notes, ...refused], record: renderRecord(record) };
}
