/** One comment of ours a pull request and name, edited in place. */
import { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import type { GitHub } from './client.ts';
import { checkCommentName, withMarker, type RunOrder } from './comment-marker.ts';
import { openCommentStore } from './comment-store.ts';
import { parseAnswer } from './parse-answer.ts';
import { settleComment, type CommentResult } from './settle-comment.ts';
import type { Repository } from './workflow-context.ts';

export type { CommentResult } from './settle-comment.ts';

/** What a pull request is to show. */
export interface StickyComment {
  readonly repository: Repository;
  readonly pullRequest: number;
  /** Tells several reports of one pull request apart: `[a-z0-9]+(-[a-z0-9]+)*`, at most 50 characters. */
  readonly name: string;
  /** Markdown, without the marker. */
  readonly body: string;
  readonly order: RunOrder;
  /** Login that comments of this token appear under, such as `github-actions[bot]`. */
  readonly author: string;
  /** false: only an existing comment is brought up to date. */
  readonly create: boolean;
  /** The body, to which that may be added which the comments of ours that it replaces hold and it must not lose; the same for the same comments. */
  readonly merge?: (body: string, replaced: readonly string[]) => string;
}

/** Who comments with the token that a job is given. */
const JOB_AUTHOR = 'github-actions[bot]';
/** Tokens that act as a user: classic, fine-grained, of an OAuth app, of a GitHub App for a user. */
const USER_TOKEN = /^(?:ghp|github_pat|gho|ghu)_/;

/**
 * Creates the comment or edits the one that is there, whoever else is doing the same: in the end there is one comment of this name, and it shows
 * the newest run (see settle-comment.ts for the one race that cannot be closed). Comments of others are never touched, whatever they contain.
 */
export async function putStickyComment(github: GitHub, comment: StickyComment): Promise<CommentResult> {
  const { repository, pullRequest, name, order, author, create, merge } = comment;
  checkCommentName(name);
  const marker = { name, order };
  const store = openCommentStore(github, repository, pullRequest);
  const wanted = { marker, body: withMarker(marker, comment.body), author, create, ...(merge === undefined ? {} : { merge }) };
  return await settleComment(store, wanted, github.options);
}

/**
 * The login that comments of this token appear under: `wanted` where it is given; the user, asked of GitHub, for a token that acts as one; else
 * the account of the job's own token. A GitHub App's token does not tell its account: name it.
 */
export async function commentAuthor(github: GitHub, token: string, wanted: string | undefined): Promise<string> {
  const named = wanted?.trim() ?? '';
  if (named !== '') {
    if (/^[A-Za-z0-9][\w-]*(?:\[bot\])?$/.test(named)) return named;
    throw new UsageError(
      `${JSON.stringify(oneLine(named, 80))} is no account: write the login, with [bot] at its end for an app`,
    );
  }
  if (!USER_TOKEN.test(token)) return JOB_AUTHOR;
  const { data } = await github.rest.users.getAuthenticated();
  return parseAnswer(z.object({ login: z.string().min(1) }), data, 'GET user of the token').login;
}
