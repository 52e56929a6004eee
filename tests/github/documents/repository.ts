import type { Bench } from '../bench.ts';
import type { Repository } from '../state.ts';
import { accountDocument } from './account.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';

/** What stands behind a repository's address, by the name of the link to it. */
const LINKS: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository in short, as it stands inside runs. */
export function minimalRepositoryDocument(bench: Bench, repository: Repository): Document {
  const links = Object.entries(LINKS).map(([name, path]): [string, string] => [name, apiLink(bench, repository, path)]);
  return {
    ...{ id: repository.id, node_id: nodeId('R', repository.id), name: repository.name, full_name: repository.fullName },
    ...{ private: repository.private, fork: repository.forkOf !== null, description: null },
    owner: accountDocument(bench, repository.owner),
    url: apiLink(bench, repository),
    html_url: htmlLink(repository),
    ...Object.fromEntries(links),
  };
}

/** A repository as it stands inside pull requests. */
export function repositoryDocument(bench: Bench, repository: Repository): Document {
  const since = '2020-01-01T00:00:00Z';
  const open = repository.issues.filter(({ state }) => state === 'open').length;
  return {
    ...minimalRepositoryDocument(bench, repository),
    ...{ clone_url: `${bench.origin()}/${repository.fullName}.git`, default_branch: repository.defaultBranch },
    ...{ git_url: `git://github.com/${repository.fullName}.git`, ssh_url: `git@github.com:${repository.fullName}.git` },
    ...{ svn_url: htmlLink(repository), homepage: null, language: null, license: null, mirror_url: null, topics: [] },
    ...{ has_issues: true, has_projects: true, has_wiki: true, has_pages: false, has_downloads: true, has_discussions: false },
    ...{ archived: false, disabled: false, visibility: repository.private ? 'private' : 'public' },
    ...{ forks: 0, forks_count: 0, open_issues: open, open_issues_count: open, size: 1 },
    ...{ stargazers_count: 0, watchers: 0, watchers_count: 0, pushed_at: since, created_at: since, updated_at: since },
  };
}

/** A repository as `GET /repos/{owner}/{repo}` answers it. */
export function fullRepositoryDocument(bench: Bench, repository: Repository): Document {
  const parent = repository.forkOf === null ? undefined : bench.state.repositories.get(repository.forkOf);
  const origin =
    parent === undefined ? {} : { parent: repositoryDocument(bench, parent), source: repositoryDocument(bench, parent) };
  return { ...repositoryDocument(bench, repository), network_count: 0, subscribers_count: 0, ...origin };
}
