import { created, invalid, notFound, ok, refusal, type Answer } from '../answer.ts';
import { gitCommitDocument } from '../documents/commit.ts';
import { apiLink, nodeId } from '../documents/links.ts';
import {
  readBlob,
  readCommit,
  readTree,
  resolveObject,
  writeBlob,
  writeCommit,
  writeTree,
  type Signature,
  type TreeChange,
  type TreeEntry,
} from '../git-objects.ts';
import { accountOf, timestamp, type Repository } from '../state.ts';
import { listOf, objectOf, textOf, type Context, type TableRoute } from './table.ts';

const READ = ['contents=read'];
const WRITE = ['contents=write'];

/** Blobs, trees and commits of the Git database; git itself keeps them. */
export const gitDataRoutes: readonly TableRoute[] = [
  { at: 'POST /git/blobs', operationId: 'git/create-blob', needs: WRITE, handler: createBlob },
  { at: 'GET /git/blobs/{file_sha}', operationId: 'git/get-blob', needs: READ, handler: getBlob },
  { at: 'POST /git/trees', operationId: 'git/create-tree', needs: WRITE, handler: createTree },
  { at: 'GET /git/trees/{tree_sha}', operationId: 'git/get-tree', needs: READ, handler: getTree },
  { at: 'POST /git/commits', operationId: 'git/create-commit', needs: WRITE, handler: createCommit },
  { at: 'GET /git/commits/{commit_sha}', operationId: 'git/get-commit', needs: READ, handler: getCommit },
];

async function createBlob({ bench, call, repository }: Context): Promise<Answer> {
  const encoding = call.body['encoding'] === 'base64' ? 'base64' : 'utf8';
  const sha = await writeBlob(repository, Buffer.from(String(call.body['content']), encoding));
  return created({ sha, url: apiLink(bench, repository, `/git/blobs/${sha}`) });
}

async function getBlob({ bench, call, repository }: Context): Promise<Answer> {
  const sha = call.params['file_sha'] ?? '';
  const bytes = isSha(sha) ? await readBlob(repository, sha) : undefined;
  if (bytes === undefined) return notFound();
  return ok({
    ...{ sha, node_id: nodeId('B', sha), size: bytes.length, url: apiLink(bench, repository, `/git/blobs/${sha}`) },
    ...{ content: bytes.toString('base64'), encoding: 'base64' },
  });
}

const isSha = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

async function createTree({ bench, call, repository }: Context): Promise<Answer> {
  const changes = await Promise.all(listOf(call.body['tree']).map((entry) => toChange(repository, objectOf(entry))));
  const sha = await writeTree(repository, changes, textOf(call.body['base_tree']));
  if (sha === undefined) return refusal(404, 'Not Found');
  const entries = (await readTree(repository, sha)) ?? [];
  return created(treeDocument({ bench, call, repository }, sha, entries));
}

async function toChange(repository: Repository, entry: Readonly<Record<string, unknown>>): Promise<TreeChange> {
  const content = textOf(entry['content']);
  const sha = content === undefined ? (textOf(entry['sha']) ?? null) : await writeBlob(repository, Buffer.from(content, 'utf8'));
  return { path: textOf(entry['path']) ?? '', mode: textOf(entry['mode']) ?? '100644', sha };
}

async function getTree(context: Context): Promise<Answer> {
  const { call, repository } = context;
  const sha = await resolveObject(repository, `${call.params['tree_sha'] ?? ''}^{tree}`);
  const entries = sha === undefined ? undefined : await readTree(repository, sha, call.query.has('recursive'));
  return sha === undefined || entries === undefined ? notFound() : ok(treeDocument(context, sha, entries));
}

function treeDocument({ bench, repository }: Context, sha: string, entries: readonly TreeEntry[]): object {
  const tree = entries.map((entry) => ({
    ...{ path: entry.path, mode: entry.mode, type: entry.type, sha: entry.sha },
    ...(entry.size === null ? {} : { size: entry.size }),
    url: apiLink(bench, repository, `/git/${entry.type}s/${entry.sha}`),
  }));
  return { sha, url: apiLink(bench, repository, `/git/trees/${sha}`), tree, truncated: false };
}

async function createCommit({ bench, call, repository }: Context): Promise<Answer> {
  const { body, identity } = call;
  const { id, login } = accountOf(bench.state, identity.login);
  const own = { name: login, email: `${id}+${login}@users.noreply.github.com`, date: timestamp() };
  const author = signature(body['author'], own);
  const sha = await writeCommit(repository, {
    ...{ tree: String(body['tree']), message: String(body['message']), author, committer: signature(body['committer'], author) },
    parents: listOf(body['parents']).map(String),
  });
  const commit = sha === undefined ? undefined : await readCommit(repository, sha);
  if (commit === undefined)
    return invalid({ resource: 'Commit', code: 'custom', field: 'tree', message: 'Tree SHA does not exist' });
  return created(gitCommitDocument(bench, repository, commit));
}

function signature(given: unknown, fallback: Signature): Signature {
  const { name, email, date } = objectOf(given);
  return { name: textOf(name) ?? fallback.name, email: textOf(email) ?? fallback.email, date: textOf(date) ?? fallback.date };
}

async function getCommit({ bench, call, repository }: Context): Promise<Answer> {
  const commit = await readCommit(repository, call.params['commit_sha'] ?? '');
  return commit === undefined ? notFound() : ok(gitCommitDocument(bench, repository, commit));
}
