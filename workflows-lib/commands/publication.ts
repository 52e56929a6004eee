/** A report on its way to where the change is discussed: its comment and its check. */
import { UsageError } from '../core/errors.ts';
import { putCheckRun } from '../github/check-run.ts';
import type { CheckRun, PutCheckRun } from '../github/check-run.ts';
import type { GitHub } from '../github/client.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { commentAuthor, putStickyComment } from '../github/sticky-comment.ts';
import type { CommentResult } from '../github/sticky-comment.ts';
import type { RunDocument } from '../history/run-document.ts';
import { objectiveAnnotations } from '../report/annotations.ts';
import { checkOutput, renderComment, renderNothingMeasured } from '../report/comment.ts';
import type { CommentContext } from '../report/comment.ts';
import { mergeRecords } from './acceptance-record.ts';
import type { CommandContext } from './context.ts';
import type { Place } from './publish-place.ts';
import type { PublishOptions } from './publish-report.ts';
import type { FoundRun } from './published-run.ts';

/** What is to be published, and where. */
export interface Publication {
  readonly options: PublishOptions;
  readonly context: CommandContext;
  readonly github: GitHub;
  readonly place: Place;
  readonly found: FoundRun;
  /** Of what was accepted, for the end of the comment; without it none is written. */
  readonly record: string | undefined;
  readonly pull: PullRequest | undefined;
  readonly shown: CommentContext;
}

/** Writes or edits the comment; null where none is to be written, or there is nothing to write it on. */
export async function publishComment(publication: Publication): Promise<CommentResult | null> {
  const { options, github, place, found, record, pull, shown } = publication;
  if (options.comment === 'never' || pull === undefined || record === undefined) return null;
  const { runId, runAttempt } = place.subject;
  const fine = 'run' in found && found.run.verdict === 'pass';
  return await putStickyComment(github, {
    repository: place.repository,
    pullRequest: pull.number,
    name: options.name,
    body: `${'run' in found ? renderComment(found.run, shown).body : renderNothingMeasured(found.missing.message, shown)}${record}`,
    order: { runId, runAttempt },
    author: await commentAuthor(github, options.token, options.author),
    create: options.comment === 'always' || !fine || record !== '',
    merge: mergeRecords,
  });
}

/** Creates the check or brings it up to date; null where none is to be. */
export async function publishCheck({ options, github, place, found, shown }: Publication): Promise<PutCheckRun | null> {
  if (!options.check) return null;
  const { subject, repository, detailsUrl } = place;
  const output =
    'run' in found
      ? runOutput(found.run, shown, options)
      : {
          conclusion: 'failure' as const,
          title: 'Nothing was measured',
          summary: renderNothingMeasured(found.missing.message, shown),
          annotations: [],
        };
  const externalId = `shotclock/${options.name}/${subject.runId}.${subject.runAttempt}`;
  const check = { repository, headSha: subject.headSha, name: options.name, ...output, externalId, detailsUrl };
  return await putCheckRun(github, check).catch((error: unknown) => {
    // Not every repository and token has checks; the report is complete without one.
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}; or do without a check: \`check: false\``, { cause: error });
  });
}

type Output = Pick<CheckRun, 'conclusion' | 'title' | 'summary' | 'annotations'>;

/** A check that is required lets a neutral conclusion pass: under `strict` what cannot be judged fails it. */
function runOutput(run: RunDocument, shown: CommentContext, { strict }: PublishOptions): Output {
  const output = { ...checkOutput(run, shown), annotations: objectiveAnnotations(run) };
  const isUndecided = run.verdict === 'inconclusive' || run.verdict === 'void';
  return strict === true && isUndecided ? { ...output, conclusion: 'failure' } : output;
}
