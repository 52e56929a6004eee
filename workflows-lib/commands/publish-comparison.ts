/** What the trusted side adds to a comparison before it is published: the second measurement, and what was accepted. */
import { toError } from '../core/errors.ts';
import type { GitHub } from '../github/client.ts';
import { listRemarks } from '../github/discussion.ts';
import type { Remark } from '../github/discussion.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { commentAuthor } from '../github/sticky-comment.ts';
import type { RunDocument } from '../history/run-document.ts';
import { acceptRegressions, recordIn } from './accept-regressions.ts';
import type { HeldAcceptances } from './accept-regressions.ts';
import { renderRecord } from './acceptance-record.ts';
import type { CommandContext } from './context.ts';
import type { Place } from './publish-place.ts';
import { findRun } from './published-run.ts';
import type { FoundRun } from './published-run.ts';
import { settleComparison } from './settle-comparison.ts';
import type { SecondRun } from './settle-comparison.ts';

/** A run as it was found, and what there is to ask about it. */
export interface ComparisonQuery {
  readonly github: GitHub;
  readonly context: CommandContext;
  readonly place: Place;
  readonly found: FoundRun;
  readonly pull: PullRequest | undefined;
  readonly options: {
    readonly name: string;
    readonly token: string;
    /** Where it is `never`, nothing new is accepted. */
    readonly comment: 'always' | 'on-change' | 'never';
    readonly author?: string;
    /** Artifact of the second run; none is expected without it. */
    readonly confirmation?: string;
  };
}

/** The run as it is to be published. */
export interface SettledRun {
  readonly found: FoundRun;
  /** The same with nothing accepted: for where the record cannot be written, since what nobody remembers would cover anything worse. */
  readonly unaccepted: FoundRun;
  /** For the end of the comment; undefined where the earlier one could not be read, so that no comment may be written over it. */
  readonly record: string | undefined;
  /** What kept the trusted side from asking; regressions then stand unaccepted. */
  readonly error?: Error;
}

/**
 * Settles a comparison; any other run, and one that is missing, is returned as it is. What was recorded of acceptances earlier is carried on
 * whatever happens. Notes on what does not count become warnings of the run.
 */
export async function settleRun(query: ComparisonQuery): Promise<SettledRun> {
  const { found } = query;
  const told = await listen(query);
  const carried = 'error' in told ? { record: undefined, error: told.error } : { record: renderRecord(told.earlier) };
  if ('missing' in found || found.run.comparison === undefined) return { found, unaccepted: found, ...carried };
  const second = await secondOf(found.run, query);
  const confirmed = settleComparison(found.run, { ...second, acceptances: [] });
  const unaccepted = { run: confirmed };
  if ('error' in told) return { found: unaccepted, unaccepted, ...carried };
  const asked = await lookUp(confirmed, told, query);
  const { acceptances, notes, record } = asked.held;
  for (const note of notes) query.context.log.warn(note);
  const run = settleComparison(found.run, { ...second, acceptances });
  return {
    found: { run: { ...run, warnings: [...run.warnings, ...notes] } },
    unaccepted,
    record: renderRecord(record),
    ...(asked.error === undefined ? {} : { error: asked.error }),
  };
}

function nothingBut(record: HeldAcceptances['record']): HeldAcceptances {
  return { acceptances: [], notes: [], record };
}

/** What was said on the pull request, and what our comment there has recorded. */
interface Told {
  readonly remarks: readonly Remark[];
  readonly earlier: HeldAcceptances['record'];
}

async function listen({ github, place, pull, found, options }: ComparisonQuery): Promise<Told | { readonly error: Error }> {
  const isCompared = 'run' in found && found.run.comparison !== undefined;
  if (pull === undefined || (options.comment === 'never' && !isCompared)) return { remarks: [], earlier: [] };
  try {
    const author = await commentAuthor(github, options.token, options.author);
    const remarks = await listRemarks(github, { repository: place.repository, pullRequest: pull.number });
    return { remarks, earlier: recordIn(remarks, { name: options.name, author }) };
  } catch (error) {
    return { error: toError(error) };
  }
}

/** Only what got worse was measured again. */
async function secondOf(
  run: RunDocument,
  { options, context, github, place }: ComparisonQuery,
): Promise<{ readonly second?: SecondRun }> {
  if (options.confirmation === undefined || run.comparison?.flagged.length === 0) return {};
  return { second: await findRun({ artifact: options.confirmation }, { context, github, place }) };
}

async function lookUp(
  { comparison }: RunDocument,
  { remarks, earlier }: Told,
  { github, place, pull, options }: ComparisonQuery,
): Promise<{ readonly held: HeldAcceptances; readonly error?: Error }> {
  if (pull === undefined || comparison === undefined) return { held: nothingBut(earlier) };
  try {
    const isRecorded = options.comment !== 'never';
    const search = { repository: place.repository, pull, comparison, remarks, earlier, isRecorded };
    return { held: await acceptRegressions(github, search) };
  } catch (error) {
    return { held: nothingBut(earlier), error: toError(error) };
  }
}
