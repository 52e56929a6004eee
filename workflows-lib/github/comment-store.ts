import { z } from 'zod';
import type { GitHub } from './client.ts';
import { wasRefused } from './errors.ts';
import { positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Repository } from './workflow-context.ts';

/** A comment as it was read. */
export interface StoredComment {
  /** Grows with time. */
  readonly id: number;
  readonly url: string | null;
  readonly body: string;
  /** Login; empty where the account was deleted. */
  readonly author: string;
}

/**
 * The comments of one pull request. `attempt` counts the tries of one writer; a write that failed for the moment throws `DecideAgain` after a
 * wait, because it may have arrived and because others may have written in the meantime.
 */
export interface CommentStore {
  /** All, over every page. */
  list(): Promise<readonly StoredComment[]>;
  /** undefined when it was deleted. */
  get(id: number): Promise<StoredComment | undefined>;
  create(body: string, attempt: number): Promise<StoredComment>;
  /** undefined when it was deleted. */
  update(id: number, body: string, attempt: number): Promise<StoredComment | undefined>;
  /** Does nothing when it was deleted already. */
  remove(id: number): Promise<void>;
}

const commentSchema = z
  .object({
    id: positiveId,
    html_url: z.string().nullish(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
  })
  .transform(({ id, html_url, body, user }): StoredComment => ({
    id,
    url: html_url ?? null,
    body: body ?? '',
    author: user?.login ?? '',
  }));

/** The comments of a pull request on GitHub. */
export function openCommentStore(github: GitHub, repository: Repository, pullRequest: number): CommentStore {
  const { issues } = github.rest;
  const place = { owner: repository.owner, repo: repository.name };
  const parse = (data: unknown): StoredComment => parseAnswer(commentSchema, data, 'comment');
  return {
    list: async () => {
      const pages = await github.paginate(issues.listComments, { ...place, issue_number: pullRequest, per_page: 100 });
      return parseAnswer(z.array(commentSchema), pages, 'GET comment');
    },
    get: async (id) => await unlessGone(async () => parse((await issues.getComment({ ...place, comment_id: id })).data)),
    create: async (body, attempt) => {
      const { data } = await issues.createComment({ ...place, issue_number: pullRequest, body, request: { decided: attempt } });
      return parse(data);
    },
    update: async (id, body, attempt) =>
      await unlessGone(async () =>
        parse((await issues.updateComment({ ...place, comment_id: id, body, request: { decided: attempt } })).data),
      ),
    remove: async (id) => {
      await unlessGone(async () => await issues.deleteComment({ ...place, comment_id: id }));
    },
  };
}

async function unlessGone<T>(request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (wasRefused(error, 404, 410)) return undefined;
    throw error;
  }
}
