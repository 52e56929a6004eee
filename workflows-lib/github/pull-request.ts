/** Which pull request a measurement belongs to: asked of the API, never taken from what was measured. */
import { z } from 'zod';
import type { GitHub } from './client.ts';
import { commitSha, positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Repository, Subject } from './workflow-context.ts';

/** A pull request as it stands now. */
export interface PullRequest {
  readonly number: number;
  /** Its current head, which may have moved on from what was measured. */
  readonly headSha: string;
  /** null where the fork was deleted. */
  readonly headRepository: string | null;
  readonly isFork: boolean;
  readonly state: 'open' | 'closed';
  readonly baseRef: string;
  /** Names of its labels. */
  readonly labels: readonly string[];
}

const pullSchema = z.object({
  number: positiveId,
  state: z.enum(['open', 'closed']),
  head: z.object({ sha: commitSha, ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.object({ ref: z.string(), repo: z.object({ default_branch: z.string() }).optional() }),
  labels: z.array(z.object({ name: z.string() })).optional(),
});

type Pull = z.infer<typeof pullSchema>;

/**
 * The pull request of a subject, undefined when there is none. One that the event names is fetched, and one that only the name of a merge queue's
 * branch gives must be open against the branch of that name; that of a workflow run is searched among
 * the open ones by its head repository and branch, because the event's own list is empty for forks. Only a run that a `pull_request` event
 * started has one: a nightly run on a branch that somebody wants to merge was not measured for that.
 */
export async function findPullRequest(
  github: GitHub,
  repository: Repository,
  subject: Subject,
): Promise<PullRequest | undefined> {
  if (subject.kind === 'commit') return undefined;
  if (subject.kind !== 'workflow-run') {
    const { data } = await github.rest.pulls.get({ owner: repository.owner, repo: repository.name, pull_number: subject.number });
    const pull = described(parseAnswer(pullSchema, data, 'GET pull request'), repository);
    const isIts = subject.kind !== 'merge-group' || (pull.state === 'open' && pull.baseRef === subject.baseRef);
    return isIts ? pull : undefined;
  }
  const { headRepository, headBranch, headSha } = subject;
  if (subject.event !== 'pull_request' || headRepository === null || headBranch === '') return undefined;
  const open = await openPulls(github, repository, `${ownerOf(headRepository)}:${headBranch}`);
  const found = open.filter(({ head }) => head.ref === headBranch && isSame(head.repo?.full_name, headRepository));
  const [chosen, ...others] = found.toSorted(
    (left, right) => rank(left, headSha) - rank(right, headSha) || left.number - right.number,
  );
  if (chosen === undefined) return undefined;
  if (others.length > 0) {
    const numbers = others.map(({ number }) => `#${String(number)}`).join(', ');
    github.options.log.warn(
      `the measured branch has several open pull requests: taking #${String(chosen.number)}, not ${numbers}`,
    );
  }
  return described(chosen, repository);
}

/** GitHub ignores a `head` that it cannot read and lists all, so what comes is compared once more by the caller. */
async function openPulls(github: GitHub, repository: Repository, head: string): Promise<readonly Pull[]> {
  const pages = await github.paginate(github.rest.pulls.list, {
    owner: repository.owner,
    repo: repository.name,
    state: 'open',
    head,
    per_page: 100,
  });
  return parseAnswer(z.array(pullSchema), pages, 'GET pull request').filter(({ state }) => state === 'open');
}

/** Anybody may open a second pull request for a branch, but only against another base: the one against the default branch goes before it. */
function rank({ head, base }: Pull, headSha: string): number {
  return (head.sha === headSha ? 0 : 2) + (base.ref === base.repo?.default_branch ? 0 : 1);
}

function described({ number, head, base, state, labels = [] }: Pull, repository: Repository): PullRequest {
  const headRepository = head.repo?.full_name ?? null;
  const isFork = !isSame(headRepository, `${repository.owner}/${repository.name}`);
  return { number, headSha: head.sha, headRepository, isFork, state, baseRef: base.ref, labels: labels.map(({ name }) => name) };
}

/** GitHub's names do not tell case apart. */
function isSame(left: string | null | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}

function ownerOf(fullName: string): string {
  return fullName.split('/')[0] ?? '';
}
