/** What the trusted side adds to a comparison before it is published: the second measurement, and what was accepted. */
import { toError } from '../core/errors.ts';
import type { GitHub } from '../github/client.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { commentAuthor } from '../github/sticky-comment.ts';
import type { RunDocument } from '../history/run-document.ts';
import { acceptRegressions } from './accept-regressions.ts';
import type { HeldAcceptances } from './accept-regressions.ts';
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
    readonly author?: string;
    /** Artifact of the second run; none is expected without it. */
    readonly confirmation?: string;
  };
}

/** The run as it is to be published. */
export interface SettledRun {
  readonly found: FoundRun;
  /** For the end of the comment. */
  readonly record: string;
  /** What kept the trusted side from asking; regressions then stand unaccepted. */
  readonly error?: Error;
}

const NOTHING: HeldAcceptances = { acceptances: [], notes: [], record: '' };

/** Settles a comparison; any other run is returned as it is. Notes on what does not count become warnings of the run. */
export async function settleRun(query: ComparisonQuery): Promise<SettledRun> {
  const { found } = query;
  if ('missing' in found || found.run.comparison === undefined) return { found, record: '' };
  const second = await secondOf(found.run, query);
  const confirmed = settleComparison(found.run, { ...second, acceptances: [] });
  const { held, error } = await lookUp(confirmed, query);
  for (const note of held.notes) query.context.log.warn(note);
  const run = settleComparison(found.run, { ...second, acceptances: held.acceptances });
  return {
    found: { run: { ...run, warnings: [...run.warnings, ...held.notes] } },
    record: held.record,
    ...(error === undefined ? {} : { error }),
  };
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
  { github, place, pull, options }: ComparisonQuery,
): Promise<{ readonly held: HeldAcceptances; readonly error?: Error }> {
  if (pull === undefined || comparison === undefined) return { held: NOTHING };
  try {
    const author = await commentAuthor(github, options.token, options.author);
    const search = { repository: place.repository, pull, comparison, name: options.name, author };
    return { held: await acceptRegressions(github, search) };
  } catch (error) {
    return { held: NOTHING, error: toError(error) };
  }
}
