import { notFound, ok, type Answer } from '../answer.ts';
import { accountDocument } from '../documents/account.ts';
import { commitDocument } from '../documents/commit.ts';
import { apiLink, htmlLink } from '../documents/links.ts';
import { fullRepositoryDocument } from '../documents/repository.ts';
import {
  commitsBetween,
  mergeBase,
  readBlob,
  readCommit,
  readTree,
  resolveObject,
  type CommitObject,
  type TreeEntry,
} from '../git-objects.ts';
import type { Context, TableRoute } from './table.ts';

const READ = ['contents=read'];

/** The repository itself: who may do what in it, its files, and how two of its commits differ. */
export const repositoryRoutes: readonly TableRoute[] = [
  { at: 'GET ', operationId: 'repos/get', needs: [], handler: get },
  {
    at: 'GET /collaborators/{username}/permission',
    operationId: 'repos/get-collaborator-permission-level',
    needs: [],
    handler: permission,
  },
  { at: 'GET /contents/{path+}', operationId: 'repos/get-content', needs: READ, handler: content },
  { at: 'GET /compare/{basehead+}', operationId: 'repos/compare-commits-with-basehead', needs: READ, handler: compare },
];

function get({ bench, repository }: Context): Answer {
  return ok(fullRepositoryDocument(bench, repository));
}

/** Everybody reads a public repository; somebody who was never mentioned does not exist. */
function permission({ bench, call, repository }: Context): Answer {
  const login = call.params['username'] ?? '';
  const level = repository.collaborators.get(login);
  if (level === undefined && !bench.state.accounts.has(login)) return notFound();
  const given = level ?? (repository.private ? 'none' : 'read');
  const can = (levels: readonly string[]): boolean => levels.includes(given);
  const permissions = { pull: can(['admin', 'write', 'read']), triage: can(['admin', 'write']), push: can(['admin', 'write']) };
  return ok({
    ...{ permission: given, role_name: given },
    user: {
      ...accountDocument(bench, login),
      ...{ role_name: given, permissions: { ...permissions, maintain: can(['admin']), admin: can(['admin']) } },
    },
  });
}

async function content(context: Context): Promise<Answer> {
  const { call, repository } = context;
  const path = (call.params['path'] ?? '').replace(/\/+$/, '');
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const sha = await resolveObject(repository, `${ref}^{commit}`);
  if (sha === undefined) return notFound();
  const place = { ref, commit: sha, path };
  const parent = path.split('/').slice(0, -1).join('/');
  const siblings = (await readTree(repository, `${sha}:${parent}`)) ?? [];
  const entry = siblings.find((candidate) => candidate.path === path.split('/').at(-1));
  if (entry === undefined) return notFound();
  if (entry.type !== 'tree') return ok({ ...entryDocument(context, place, entry), ...(await fileContent(context, entry)) });
  const inside = (await readTree(repository, entry.sha)) ?? [];
  return ok(inside.map((child) => entryDocument(context, { ...place, path: `${path}/${child.path}` }, child)));
}

async function fileContent({ repository }: Context, { sha }: TreeEntry): Promise<object> {
  const bytes = (await readBlob(repository, sha)) ?? Buffer.alloc(0);
  return { encoding: 'base64', content: bytes.toString('base64').replace(/.{60}/g, '$&\n') };
}

interface Place {
  readonly ref: string;
  readonly path: string;
}

function entryDocument({ bench, repository }: Context, { ref, path }: Place, entry: TreeEntry): object {
  const isFolder = entry.type === 'tree';
  const self = apiLink(bench, repository, `/contents/${encodeURI(path)}?ref=${encodeURIComponent(ref)}`);
  const html = htmlLink(repository, `/${isFolder ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${encodeURI(path)}`);
  const gitUrl = apiLink(bench, repository, `/git/${entry.type}s/${entry.sha}`);
  const raw = `https://raw.githubusercontent.com/${repository.fullName}/${encodeURIComponent(ref)}/${encodeURI(path)}`;
  return {
    ...{ type: isFolder ? 'dir' : 'file', name: path.split('/').at(-1), path, sha: entry.sha, size: entry.size ?? 0 },
    ...{ url: self, html_url: html, git_url: gitUrl, download_url: isFolder ? null : raw },
    _links: { self, html, git: gitUrl },
  };
}

/** `base...head`: from their merge base. A fork is another repository here, so `owner:branch` is found for the own owner alone. */
async function compare({ bench, call, repository }: Context): Promise<Answer> {
  const [left = '', right = ''] = (call.params['basehead'] ?? '').split('...');
  const own = (ref: string): string => (ref.startsWith(`${repository.owner}:`) ? ref.slice(repository.owner.length + 1) : ref);
  const [base, head] = await Promise.all([readCommit(repository, own(left)), readCommit(repository, own(right))]);
  if (base === undefined || head === undefined) return notFound();
  const common = await mergeBase(repository, base.sha, head.sha);
  const merge = common === undefined ? undefined : await readCommit(repository, common);
  if (merge === undefined) return notFound();
  return ok(await comparison({ bench, call, repository }, { base, head, merge }));
}

interface Compared {
  readonly base: CommitObject;
  readonly head: CommitObject;
  readonly merge: CommitObject;
}

async function comparison({ bench, repository }: Context, { base, head, merge }: Compared): Promise<object> {
  const ahead = await commitsBetween(repository, base.sha, head.sha);
  const behind = await commitsBetween(repository, head.sha, base.sha);
  const commits = await Promise.all(ahead.slice(0, 250).map((sha) => readCommit(repository, sha)));
  const path = `/compare/${base.sha}...${head.sha}`;
  const html = htmlLink(repository, path);
  const status = ahead.length === 0 ? (behind.length === 0 ? 'identical' : 'behind') : behind.length === 0 ? 'ahead' : 'diverged';
  return {
    ...{
      url: apiLink(bench, repository, path),
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
    },
    ...{ status, ahead_by: ahead.length, behind_by: behind.length, total_commits: ahead.length },
    base_commit: commitDocument(bench, repository, base),
    merge_base_commit: commitDocument(bench, repository, merge),
    commits: commits.flatMap((commit) => (commit === undefined ? [] : [commitDocument(bench, repository, commit)])),
  };
}
