import { createHash } from 'node:crypto';
import type { Bench } from '../bench.ts';
import type { Issue, IssueComment, Labelling, PullRequest, Repository } from '../state.ts';
import { accountDocument } from './account.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';

/** A label; its id comes from its name. */
export function labelDocument(bench: Bench, repository: Repository, name: string): Document {
  const id = createHash('sha256').update(`${repository.fullName} ${name}`).digest().readUInt32BE(0);
  const url = apiLink(bench, repository, `/labels/${encodeURIComponent(name)}`);
  return { id, node_id: nodeId('LA', id), url, name, description: '', color: 'ededed', default: false };
}

/** How an author stands to a repository. */
export function associationOf(repository: Repository, login: string): string {
  if (login === repository.owner) return 'OWNER';
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE';
}

/** An issue, or a pull request seen as one. */
export function issueDocument(bench: Bench, repository: Repository, issue: Issue | PullRequest): Document {
  const { number, id } = issue;
  const url = apiLink(bench, repository, `/issues/${number}`);
  const isPull = 'headSha' in issue;
  const pull = apiLink(bench, repository, `/pulls/${number}`);
  const page = htmlLink(repository, isPull ? `/pull/${number}` : `/issues/${number}`);
  const comments = repository.comments.filter(({ issueNumber }) => issueNumber === number).length;
  return {
    ...{
      id,
      node_id: nodeId('I', id),
      number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      state_reason: issue.stateReason,
    },
    ...{ url, html_url: page, comments_url: `${url}/comments`, events_url: `${url}/events`, labels_url: `${url}/labels{/name}` },
    ...{ repository_url: apiLink(bench, repository), timeline_url: `${url}/timeline`, locked: false, active_lock_reason: null },
    ...{ assignee: null, assignees: [], milestone: null, comments, performed_via_github_app: null, closed_by: null },
    labels: issue.labels.map((name) => labelDocument(bench, repository, name)),
    user: accountDocument(bench, issue.author),
    author_association: associationOf(repository, issue.author),
    ...{ created_at: issue.createdAt, updated_at: issue.updatedAt, closed_at: issue.closedAt },
    ...(isPull
      ? {
          draft: issue.draft,
          pull_request: {
            url: pull,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: issue.mergedAt,
          },
        }
      : {}),
  };
}

/** A comment on an issue or a pull request. */
export function commentDocument(bench: Bench, repository: Repository, comment: IssueComment): Document {
  const { id, issueNumber } = comment;
  const kind = repository.pulls.some(({ number }) => number === issueNumber) ? 'pull' : 'issues';
  return {
    ...{ id, node_id: nodeId('IC', id), body: comment.body },
    url: apiLink(bench, repository, `/issues/comments/${id}`),
    issue_url: apiLink(bench, repository, `/issues/${issueNumber}`),
    html_url: htmlLink(repository, `/${kind}/${issueNumber}#issuecomment-${id}`),
    user: accountDocument(bench, comment.author),
    author_association: associationOf(repository, comment.author),
    ...{ created_at: comment.createdAt, updated_at: comment.updatedAt },
  };
}

/** A label put on or taken off, as the timeline shows it. */
export function labellingDocument(bench: Bench, repository: Repository, labelling: Labelling): Document {
  const { id, event, label, actor, createdAt } = labelling;
  return {
    ...{ id, node_id: nodeId('LE', id), url: apiLink(bench, repository, `/issues/events/${id}`), event, created_at: createdAt },
    ...{ actor: accountDocument(bench, actor), commit_id: null, commit_url: null, performed_via_github_app: null },
    label: { name: label, color: 'ededed' },
  };
}
