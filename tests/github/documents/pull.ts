import type { Bench } from '../bench.ts';
import type { PullRequest, Repository } from '../state.ts';
import { accountDocument } from './account.ts';
import { associationOf, labelDocument } from './issue.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';
import { repositoryDocument } from './repository.ts';

/** A pull request as lists show it. */
export function pullDocument(bench: Bench, repository: Repository, pull: PullRequest): Document {
  const { id, number } = pull;
  const page = htmlLink(repository, `/pull/${number}`);
  const links = linksOf(bench, repository, pull);
  return {
    ...{
      id,
      node_id: nodeId('PR', id),
      number,
      state: pull.state,
      title: pull.title,
      body: pull.body,
      draft: pull.draft,
      locked: false,
    },
    ...{ html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` },
    ...Object.fromEntries(Object.entries(links).map(([name, href]) => [name === 'url' ? name : `${name}_url`, href])),
    _links: linkDocument(links, page),
    labels: pull.labels.map((name) => labelDocument(bench, repository, name)),
    user: accountDocument(bench, pull.author),
    author_association: associationOf(repository, pull.author),
    ...{ assignee: null, assignees: [], requested_reviewers: [], requested_teams: [], milestone: null, auto_merge: null },
    ...{ created_at: pull.createdAt, updated_at: pull.updatedAt, closed_at: pull.closedAt, merged_at: pull.mergedAt },
    merge_commit_sha: null,
    head: headDocument(bench, pull),
    base: sideDocument(bench, repository, { ref: pull.baseRef, sha: pull.baseSha }),
  };
}

/** A pull request as `GET /pulls/{number}` answers it. */
export function fullPullDocument(bench: Bench, repository: Repository, pull: PullRequest): Document {
  const comments = repository.comments.filter(({ issueNumber }) => issueNumber === pull.number).length;
  return {
    ...pullDocument(bench, repository, pull),
    ...{ additions: 1, deletions: 0, changed_files: 1, commits: 1, comments, review_comments: 0 },
    ...{
      mergeable: pull.state === 'open' ? true : null,
      mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
      rebaseable: null,
    },
    ...{ merged: pull.mergedAt !== null, merged_by: null, maintainer_can_modify: false },
  };
}

/** A pull request as it stands inside check runs and workflow runs. */
export function minimalPullDocument(bench: Bench, repository: Repository, pull: PullRequest): Document {
  const side = (ref: string, sha: string): Document => ({
    ...{ ref, sha },
    repo: { id: repository.id, url: apiLink(bench, repository), name: repository.name },
  });
  const url = apiLink(bench, repository, `/pulls/${pull.number}`);
  return {
    id: pull.id,
    number: pull.number,
    url,
    head: side(pull.headRef, pull.headSha),
    base: side(pull.baseRef, pull.baseSha),
  };
}

function linksOf(bench: Bench, repository: Repository, { number, headSha }: PullRequest): Readonly<Record<string, string>> {
  const url = apiLink(bench, repository, `/pulls/${number}`);
  const issue = apiLink(bench, repository, `/issues/${number}`);
  return {
    ...{ url, issue, comments: `${issue}/comments`, commits: `${url}/commits`, review_comments: `${url}/comments` },
    review_comment: apiLink(bench, repository, '/pulls/comments{/number}'),
    statuses: apiLink(bench, repository, `/statuses/${headSha}`),
  };
}

function linkDocument(links: Readonly<Record<string, string>>, html: string): Document {
  const hrefs = Object.entries({ ...links, html }).map(([name, href]): [string, Document] => [
    name === 'url' ? 'self' : name,
    { href },
  ]);
  return Object.fromEntries(hrefs);
}

interface Side {
  readonly ref: string;
  readonly sha: string;
}

function sideDocument(bench: Bench, repository: Repository, { ref, sha }: Side): Document {
  const { owner } = repository;
  return { label: `${owner}:${ref}`, ref, sha, user: accountDocument(bench, owner), repo: repositoryDocument(bench, repository) };
}

/** Of a deleted fork only the branch's name and the commit are left. */
function headDocument(bench: Bench, pull: PullRequest): Document {
  const { headRef: ref, headSha: sha, headRepository } = pull;
  const repository = headRepository === null ? undefined : bench.state.repositories.get(headRepository);
  if (repository !== undefined) return sideDocument(bench, repository, { ref, sha });
  return { label: `${pull.author}:${ref}`, ref, sha, user: accountDocument(bench, pull.author), repo: null };
}
