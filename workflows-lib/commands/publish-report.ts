import type { Annotation } from '../core/annotation.ts';
import { RemoteError, UsageError, toError } from '../core/errors.ts';
import { seededRandom } from '../core/random.ts';
import { connectGitHub } from '../github/client.ts';
import type { GitHub } from '../github/client.ts';
import { checkCommentName, readMarker } from '../github/comment-marker.ts';
import type { RunOrder } from '../github/comment-marker.ts';
import { findOurs, listRemarks } from '../github/discussion.ts';
import { wasRefused } from '../github/errors.ts';
import { findMeasuredRun } from '../github/measured-run.ts';
import { findPullRequest } from '../github/pull-request.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { commentAuthor } from '../github/sticky-comment.ts';
import type { CommentResult } from '../github/sticky-comment.ts';
import type { Verdict } from '../history/run-document.ts';
import { objectiveAnnotations } from '../report/annotations.ts';
import { renderJobSummary, renderNothingMeasured } from '../report/comment.ts';
import type { CommentContext } from '../report/comment.ts';
import type { CommandContext } from './context.ts';
import { measuringCommand } from './measuring-command.ts';
import { publishCheck, publishComment } from './publication.ts';
import type { Publication } from './publication.ts';
import { settleRun } from './publish-comparison.ts';
import { findPlace, fullName, movePlace } from './publish-place.ts';
import type { Place, PlaceOptions } from './publish-place.ts';
import { findRun } from './published-run.ts';
import type { RunSource } from './published-run.ts';

/** When a pull request gets a comment: on every run, only once there is something to say (and from then on), or not at all. */
export type CommentMode = 'always' | 'on-change' | 'never';

/** The name of a report that is the only one of its repository. */
const USUAL_NAME = 'benchmark';

/** Options of publishing a run. */
export interface PublishOptions extends RunSource, PlaceOptions {
  /** Tells several reports on one pull request apart; also the name of the check. */
  readonly name: string;
  readonly comment: CommentMode;
  readonly check: boolean;
  readonly token: string;
  /** Login that the comments of this token appear under, where it is not the usual one. */
  readonly author?: string;
  /** Artifact of a second run that measured again what the first found worse; where it is named, both must agree. */
  readonly confirmation?: string;
  /** The check fails where the verdict is `inconclusive` or `void`, too. */
  readonly strict?: boolean;
}

/** What was published, and what of it failed. */
export interface Published {
  /** `missing`: there was no run that could be read. */
  readonly verdict: Verdict | 'missing';
  readonly pullRequest: number | null;
  /** The pull request's head has moved on since it was measured. */
  readonly stale: boolean;
  readonly comment: CommentResult | null;
  readonly check: { readonly id: number; readonly url: string | null } | null;
  /** The whole report as Markdown, for the job's summary. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The first thing that went wrong; the others were published all the same. */
  readonly failure?: Error;
}

/**
 * Publishes a run: one comment on the pull request, edited in place, and a check on the commit that was measured. The pull request comes from
 * the event and the API, never from the run. What cannot be published does not keep the rest from being published.
 */
export async function publishReport(options: PublishOptions, context: CommandContext): Promise<Published> {
  checkCommentName(options.name);
  const asked = await findPlace(options, context);
  const github = await connectGitHub({
    token: options.token,
    apiUrl: asked.apiUrl,
    clock: context.clock,
    random: seededRandom(`${asked.subject.runId}.${asked.subject.runAttempt}`),
    log: context.log,
    signal: context.signal,
  });
  const { value: known, error: noPull } = await lookUpPull(github, asked);
  // What a merge queue tries out is not what stands on the pull request: it is asked what was accepted, and nothing is written on it.
  const pull = asked.subject.kind === 'merge-group' ? undefined : known;
  const place = await placeOfRun(asked, { github, pull, options, context });
  if (place === undefined) return nothingYet(pull);
  const measured = await findRun(options, { context, github, place });
  const {
    found: settled,
    unaccepted,
    record,
    errors,
  } = await settleRun({ github, context, place, pull: known, options, found: measured });
  const shown = describePlace(options, place, { pull, found: settled });
  const publication: Publication = { options, context, github, place, found: settled, record, pull, shown };
  if (noPull === undefined) sayWhatIsOdd(publication);
  const comment = noPull === undefined ? await attempt(async () => publishComment(publication)) : { error: noPull };
  const found = comment.error === undefined ? settled : unaccepted;
  const check = await attempt(async () => publishCheck({ ...publication, found }));
  const failure = firstFailure([comment.error, check.error, ...errors, 'missing' in found ? found.missing : undefined]);
  return {
    verdict: 'run' in found ? found.run.verdict : 'missing',
    pullRequest: pull?.number ?? null,
    stale: publication.shown.staleSince !== undefined,
    comment: comment.value ?? null,
    check: check.value ?? null,
    summary:
      'run' in found
        ? renderJobSummary(found.run, publication.shown)
        : renderNothingMeasured(found.missing.message, publication.shown),
    annotations: 'run' in found ? objectiveAnnotations(found.run) : [],
    ...(failure === undefined ? {} : { failure }),
  };
}

/** A token that may not read pull requests can still write the check, and the summary needs no token. */
async function lookUpPull(github: GitHub, { repository, subject }: Place): Promise<Attempt<PullRequest | undefined>> {
  const looked = await attempt(async () => findPullRequest(github, repository, subject));
  if (looked.error !== undefined && !wasRefused(looked.error, 403)) throw looked.error;
  return looked;
}

interface Asked {
  readonly github: GitHub;
  readonly pull: PullRequest | undefined;
  readonly options: PublishOptions;
  readonly context: CommandContext;
}

/** A comment on a pull request is about what was measured of it last; undefined where that is nothing yet. */
async function placeOfRun(asked: Place, { github, pull, options, context }: Asked): Promise<Place | undefined> {
  if (asked.subject.kind !== 'pull-request-comment') return asked;
  if (pull === undefined) return undefined;
  const shown = await shownRun(asked, { github, pull, options });
  const subject = await findMeasuredRun(github, asked.repository, { pull, artifact: options.artifact, shown });
  if (subject !== undefined) return movePlace(asked, subject, context.env);
  context.log.info(
    `the report on #${pull.number} shows no run of ${pull.headSha.slice(0, 12)} with an artifact ${options.artifact}: what was said counts when one is reported`,
  );
  return undefined;
}

/** The run that our comment shows; undefined where there is none. */
async function shownRun(
  { repository }: Place,
  { github, pull, options }: Pick<Asked, 'github' | 'options'> & { readonly pull: PullRequest },
): Promise<RunOrder | undefined> {
  const author = await commentAuthor(github, options.token, options.author);
  const remarks = await listRemarks(github, { repository, pullRequest: pull.number });
  return readMarker(findOurs(remarks, { name: options.name, author })?.body ?? '')?.order;
}

function nothingYet(pull: PullRequest | undefined): Published {
  const nothing = { comment: null, check: null, summary: 'There is no report of this commit yet.', annotations: [] };
  return { verdict: 'missing', pullRequest: pull?.number ?? null, stale: false, ...nothing };
}

/** Stands for the name of a repository that is gone. */
const DELETED_FORK = 'a deleted repository';

function describePlace(
  { name }: PublishOptions,
  { repository, subject, detailsUrl }: Place,
  { pull, found }: Pick<Publication, 'pull' | 'found'>,
): CommentContext {
  const measuredBy = 'headRepository' in subject ? (subject.headRepository ?? DELETED_FORK) : fullName(repository);
  const isForeign = measuredBy !== fullName(repository);
  return {
    ...(name === USUAL_NAME ? {} : { name }),
    headSha: subject.headSha,
    detailsUrl,
    reproduce: measuringCommand(found, isForeign),
    ...(isForeign ? { measuredBy } : {}),
    ...(pull === undefined || pull.headSha === subject.headSha ? {} : { staleSince: pull.headSha }),
  };
}

function sayWhatIsOdd({ context, place: { subject }, pull, shown }: Publication): void {
  const measured = subject.headSha.slice(0, 12);
  if (pull === undefined && subject.kind !== 'commit' && subject.kind !== 'merge-group') {
    context.log.warn(`no open pull request has ${measured}: nothing to comment on; it was closed, or its branch is gone`);
  }
  if (pull !== undefined && shown.staleSince !== undefined) {
    context.log.warn(
      `#${pull.number} has moved on from ${measured} to ${shown.staleSince.slice(0, 12)}: the report says that it is stale`,
    );
  }
}

interface Attempt<T> {
  readonly value?: T;
  readonly error?: Error;
}

/** Runs one of several things of which each should be done even when another fails. */
async function attempt<T>(body: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await body() };
  } catch (error) {
    return { error: toError(error) };
  }
}

/** One error for all: our bugs first, because they need their stack; of the others, every message. */
function firstFailure(candidates: readonly (Error | undefined)[]): Error | undefined {
  const errors = candidates.filter((error) => error !== undefined);
  const bug = errors.find((error) => !(error instanceof UsageError || error instanceof RemoteError));
  if (bug !== undefined || errors.length < 2) return bug ?? errors[0];
  return new UsageError(errors.map(({ message }) => message).join('; and '), { cause: errors });
}
