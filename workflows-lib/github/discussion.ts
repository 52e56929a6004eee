/** What people said and did on a pull request, as far as a report cares. */
import { z } from 'zod';
import type { GitHub } from './client.ts';
import { readMarker } from './comment-marker.ts';
import { wasRefused } from './errors.ts';
import { positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Repository } from './workflow-context.ts';

/** A comment; its author is empty where the account was deleted. */
export interface Remark {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly isBot: boolean;
  /** When it was last changed: milliseconds of the epoch, not a number where GitHub does not say. */
  readonly at: number;
}

/** The last time that a label, which is still there, was put on, and by whom. */
export interface Labelling {
  readonly id: number;
  readonly label: string;
  readonly author: string;
  readonly isBot: boolean;
  /** Milliseconds of the epoch, not a number where GitHub does not say. */
  readonly at: number;
}

/** A pull request of a repository. */
export interface Discussed {
  readonly repository: Repository;
  readonly pullRequest: number;
}

const account = z.object({ login: z.string(), type: z.string().optional() }).nullish();

const remarkSchema = z.object({ id: positiveId, body: z.string().nullish(), user: account, updated_at: z.string().nullish() });
const eventSchema = z.object({
  id: z.number().optional(),
  event: z.string().optional(),
  label: z.object({ name: z.string() }).optional(),
  actor: account,
  created_at: z.string().nullish(),
});

/** All comments, the oldest first. */
export async function listRemarks(github: GitHub, { repository, pullRequest }: Discussed): Promise<readonly Remark[]> {
  const pages = await github.paginate(github.rest.issues.listComments, {
    ...{ owner: repository.owner, repo: repository.name, issue_number: pullRequest, per_page: 100 },
  });
  return parseAnswer(z.array(remarkSchema), pages, 'GET comment').map(({ id, body, user, updated_at: at }) => ({
    ...{ id, body: body ?? '', author: user?.login ?? '', isBot: isBot(user), at: Date.parse(at ?? '') },
  }));
}

/** The comment of ours with this name: by marker and author, since anybody can write the marker. Of several the oldest, which is the one that stays. */
export function findOurs(
  remarks: readonly Remark[],
  { name, author }: { readonly name: string; readonly author: string },
): Remark | undefined {
  return remarks.find(
    ({ author: login, body }) => login.toLowerCase() === author.toLowerCase() && readMarker(body)?.name === name,
  );
}

/** The labels that the pull request carries now, each with who put it on last: whoever took it off and on again is the one. */
export async function listLabels(github: GitHub, { repository, pullRequest }: Discussed): Promise<readonly Labelling[]> {
  const pages = await github.paginate(github.rest.issues.listEventsForTimeline, {
    ...{ owner: repository.owner, repo: repository.name, issue_number: pullRequest, per_page: 100 },
  });
  const there = new Map<string, Labelling>();
  for (const { id, event, label, actor, created_at: at } of parseAnswer(z.array(eventSchema), pages, 'GET timeline')) {
    const name = label?.name.toLowerCase();
    if (name === undefined) continue;
    if (event === 'unlabeled') there.delete(name);
    if (event !== 'labeled' || label === undefined || id === undefined) continue;
    there.set(name, { id, label: label.name, author: actor?.login ?? '', isBot: isBot(actor), at: Date.parse(at ?? '') });
  }
  return [...there.values()];
}

/** Whether somebody may push to the repository: GitHub's levels `admin` and `write`, to which it counts the role `maintain`. */
export async function mayWrite(github: GitHub, { owner, name }: Repository, login: string): Promise<boolean> {
  try {
    const { data } = await github.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login });
    const { permission } = parseAnswer(z.object({ permission: z.string() }), data, 'GET permission of a user');
    return ['admin', 'maintain', 'write'].includes(permission);
  } catch (error) {
    if (wasRefused(error, 404)) return false;
    throw error;
  }
}

function isBot(user: z.infer<typeof account>): boolean {
  return user?.type === 'Bot' || user?.login.endsWith('[bot]') === true;
}
