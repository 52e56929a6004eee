/** What the trusted side adds to a comparison before it is published: the second measurement, and what was accepted. */
import { toError } from '../core/errors.ts';
import type { GitHub } from '../github/client.ts';
import { findOurs, listRemarks } from '../github/discussion.ts';
import type { Remark } from '../github/discussion.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { commentAuthor } from '../github/sticky-comment.ts';
import type { RunDocument } from '../history/run-document.ts';
import { acceptRegressions, recordOf } from './accept-regressions.ts';
import type { EarlierRecord, HeldAcceptances } from './accept-regressions.ts';
import { renderRecord } from './acceptance-record.ts';
import type { AcceptanceRecord } from './acceptance-record.ts';
import type { CommandContext } from './context.ts';
import type { Place } from './publish-place.ts';
import { findRun } from './published-run.ts';
import type { FoundRun } from './published-run.ts';
import { settleComparison } from './settle-comparison.ts';
import type { Settlement } from './settle-comparison.ts';

/** A run as it was found, and what there is to ask about it. */
export interface ComparisonQuery {
  readonly github: GitHub;
  readonly context: CommandContext;
  readonly place: Place;
  readonly found: FoundRun;
  /** Where acceptances are looked for. */
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
  /** What kept the trusted side from asking, for a second run or for acceptances; regressions then stand unconfirmed or unaccepted. */
  readonly errors: readonly Error[];
}

/**
 * Settles a comparison; any other run, and one that is missing, is returned as it is. What was recorded of acceptances earlier is carried on
 * whatever happens. Notes on what does not count become warnings of the run.
 */
export async function settleRun(query: ComparisonQuery): Promise<SettledRun> {
  const { found } = query;
  const told = await listen(query);
  if ('missing' in found || found.run.comparison === undefined) {
    return { found, unaccepted: found, ...carriedOver(told) };
  }
  const { measuredAgain, errors } = await secondOf(found.run, query);
  const confirmed = settleComparison(found.run, { ...measuredAgain, acceptances: [] });
  const unaccepted = { run: confirmed };
  if ('error' in told) return { found: unaccepted, unaccepted, record: undefined, errors: [...errors, told.error] };
  const asked = await lookUp(confirmed, told, query);
  const { acceptances, notes, record } = asked.held;
  for (const note of notes) query.context.log.warn(note);
  const run = settleComparison(found.run, { ...measuredAgain, acceptances });
  return {
    found: { run: { ...run, warnings: [...run.warnings, ...notes] } },
    unaccepted,
    record: renderRecord({ accepted: record, shown: shownIn(run) }),
    errors: [...errors, ...asked.errors],
  };
}

/** Without a comparison the comment shows no figure that could be accepted. */
function carriedOver(told: Told | { readonly error: Error }): Pick<SettledRun, 'record' | 'errors'> {
  if ('error' in told) return { record: undefined, errors: [told.error] };
  return { record: renderRecord({ accepted: told.earlier.accepted, shown: [] }), errors: [] };
}

/**
 * What the comment shows as worse, accepted or not, at its present figure: that is what people see who accept it, or accept it again. What was
 * accepted at less keeps its limit by its own entry. Of a void run nothing is shown.
 */
function shownIn({ comparison, verdict }: RunDocument): AcceptanceRecord['shown'] {
  if (comparison === undefined || verdict === 'void') return [];
  const { metrics, flagged, acceptances } = comparison;
  const names = new Set([...flagged, ...acceptances.map(({ metric }) => metric)]);
  return metrics.flatMap(({ name, change }) =>
    change === null || !names.has(name) ? [] : [{ metric: name, change: change.estimate }],
  );
}

/** What was said on the pull request, and what our comment there says. */
interface Told {
  readonly remarks: readonly Remark[];
  readonly earlier: EarlierRecord;
}

async function listen({ github, place, pull, found, options }: ComparisonQuery): Promise<Told | { readonly error: Error }> {
  const isCompared = 'run' in found && found.run.comparison !== undefined;
  if (pull === undefined || (options.comment === 'never' && !isCompared)) return { remarks: [], earlier: recordOf(undefined) };
  try {
    const author = await commentAuthor(github, options.token, options.author);
    const remarks = await listRemarks(github, { repository: place.repository, pullRequest: pull.number });
    return { remarks, earlier: recordOf(findOurs(remarks, { name: options.name, author })) };
  } catch (error) {
    return { error: toError(error) };
  }
}

interface Second {
  readonly measuredAgain: Pick<Settlement, 'second'>;
  readonly errors: readonly Error[];
}

/** Only what got worse was measured again. Where that cannot be had, the first run is published all the same, unconfirmed. */
async function secondOf(run: RunDocument, { options, context, github, place }: ComparisonQuery): Promise<Second> {
  if (options.confirmation === undefined || run.comparison?.flagged.length === 0) return { measuredAgain: {}, errors: [] };
  try {
    const second = await findRun({ artifact: options.confirmation }, { context, github, place });
    return { measuredAgain: { second }, errors: [] };
  } catch (error) {
    const missing = toError(error);
    return { measuredAgain: { second: { missing } }, errors: [missing] };
  }
}

interface LookedUp {
  readonly held: HeldAcceptances;
  readonly errors: readonly Error[];
}

async function lookUp(
  { comparison }: RunDocument,
  { remarks, earlier }: Told,
  { github, place, pull, options }: ComparisonQuery,
): Promise<LookedUp> {
  const none = { acceptances: [], notes: [], record: earlier.accepted };
  if (pull === undefined || comparison === undefined) return { held: none, errors: [] };
  try {
    const isRecorded = options.comment !== 'never';
    const search = { repository: place.repository, pull, comparison, remarks, earlier, isRecorded };
    return { held: await acceptRegressions(github, search), errors: [] };
  } catch (error) {
    return { held: none, errors: [toError(error)] };
  }
}
