import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createClient, pick, pluck, type Send } from './rest-client.ts';
import { useLoopback } from './use-loopback.ts';

const github = useLoopback();
let send: Send;

beforeEach(() => {
  send = createClient(github);
});
afterEach(() => {
  expect(github.violations).toEqual([]);
});

/** Writes a commit with one file through the API; returns its SHA. */
async function commit(content: string, parents: readonly string[] = []): Promise<string> {
  const blob = await send('POST /git/blobs', { content: Buffer.from(content).toString('base64'), encoding: 'base64' });
  const entry = { path: 'runs/one.json', mode: '100644', type: 'blob', sha: pick(blob.body, 'sha') };
  const tree = await send('POST /git/trees', { tree: [entry] });
  const author = { name: 'Mona', email: 'mona@example.com', date: '2026-01-02T03:04:05Z' };
  const written = await send('POST /git/commits', { message: content, tree: pick(tree.body, 'sha'), parents, author });
  return String(pick(written.body, 'sha'));
}

test('a file that was written object by object is read back through the contents of its branch', async () => {
  const sha = await commit('{"p99": 12}');
  expect((await send('POST /git/refs', { ref: 'refs/heads/main', sha })).status).toBe(201);
  const { body } = await send('GET /contents/runs/one.json');
  expect(Buffer.from(String(pick(body, 'content')), 'base64').toString('utf8')).toBe('{"p99": 12}');
  expect(pluck((await send('GET /contents/runs?ref=main')).body, 'name')).toEqual(['one.json']);
  expect((await send('GET /contents/runs/two.json')).status).toBe(404);
});

test('a blob, a tree and a commit are read back as they were written', async () => {
  const sha = await commit('hello');
  const { body } = await send(`GET /git/commits/${sha}`);
  expect(body).toMatchObject({ sha, message: 'hello', author: { name: 'Mona', date: '2026-01-02T03:04:05Z' }, parents: [] });
  const tree = await send(`GET /git/trees/${String(pick(body, 'tree', 'sha'))}?recursive=1`);
  expect(pluck(pick(tree.body, 'tree'), 'path')).toEqual(['runs', 'runs/one.json']);
  const blob = await send(`GET /git/blobs/${String(pick(tree.body, 'tree', 1, 'sha'))}`);
  expect(pick(blob.body, 'content')).toBe(Buffer.from('hello').toString('base64'));
});

test('a branch that moved on meanwhile refuses the older commit, unless it is forced', async () => {
  const first = await commit('first');
  const mine = await commit('mine', [first]);
  const theirs = await commit('theirs', [first]);
  await send('POST /git/refs', { ref: 'refs/heads/history', sha: first });
  expect((await send('PATCH /git/refs/heads/history', { sha: theirs })).status).toBe(200);
  const lost = await send('PATCH /git/refs/heads/history', { sha: mine });
  expect(lost).toMatchObject({ status: 422, body: { message: 'Update is not a fast forward' } });
  expect((await send('PATCH /git/refs/heads/history', { sha: mine, force: true })).status).toBe(200);
  expect(pick((await send('GET /git/ref/heads/history')).body, 'object', 'sha')).toBe(mine);
});

test('a ref is made once, of an object that is there, and deleted once', async () => {
  const sha = await commit('one');
  const statuses = [
    await send('POST /git/refs', { ref: 'refs/heads/a', sha }),
    await send('POST /git/refs', { ref: 'refs/heads/a', sha }),
    await send('POST /git/refs', { ref: 'refs/heads/b', sha: 'e'.repeat(40) }),
    await send('DELETE /git/refs/heads/a'),
    await send('DELETE /git/refs/heads/a'),
    await send('GET /git/ref/heads/a'),
  ].map(({ status }) => status);
  expect(statuses).toEqual([201, 422, 422, 204, 422, 404]);
});

test('a comparison counts from the merge base', async () => {
  const base = await commit('base');
  const left = await commit('left', [base]);
  const right = await commit('right 2', [await commit('right 1', [base])]);
  const { body } = await send(`GET /compare/${left}...${right}`);
  expect(body).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1, merge_base_commit: { sha: base } });
  expect(pluck(pick(body, 'commits'), 'commit', 'message')).toEqual(['right 1', 'right 2']);
  expect((await send(`GET /compare/${left}...nothing`)).status).toBe(404);
});
