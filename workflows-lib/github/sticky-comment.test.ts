import { expect, test } from '@jest/globals';
import { RemoteError, UsageError } from '../core/errors.ts';
import type { Received } from '../drivers/testing/scripted-server.ts';
import { commentAuthor, putStickyComment, type StickyComment } from './sticky-comment.ts';
import { REPOSITORY, TOKEN, errorOf, json, page, refusal, reset, startApi, type Answer, type TestApi } from './testing/api.ts';
import { BOT } from './testing/comment-world.ts';

interface ApiComment {
  readonly id: number;
  readonly html_url: string;
  readonly body: string;
  readonly user: { readonly login: string } | null;
}

/** An API with comments; the test picks requests that are turned away, and such that take place but whose answer is another. */
interface CommentApi extends TestApi {
  readonly comments: ApiComment[];
  turnAway: (request: Received) => Answer | undefined;
  answerWrongly: (request: Received) => Answer | undefined;
}

const COMMENT: StickyComment = {
  repository: REPOSITORY,
  pullRequest: 7,
  name: 'benchmark',
  body: 'fine',
  order: { runId: 5, runAttempt: 1 },
  author: BOT,
  create: true,
};
const marked = (run: string, body = 'fine', name = 'benchmark'): string =>
  `<!-- shotclock:comment name=${name} run=${run} -->\n${body}`;

const made = (id: number, body: string): ApiComment => ({
  id,
  html_url: `https://github.test/${String(id)}`,
  body,
  user: { login: BOT },
});

async function startComments(...bodies: readonly string[]): Promise<CommentApi> {
  const comments = bodies.map((body, index) => made(index + 1, body));
  const act = (request: Received): Answer => {
    const id = Number(/comments\/(\d+)$/.exec(request.path)?.[1]);
    if (request.method === 'GET' && Number.isNaN(id)) return page(comments, request, api.server.url);
    if (request.method === 'POST') {
      const comment = made(1000 + comments.length, (JSON.parse(request.body) as { body: string }).body);
      comments.push(comment);
      return json(comment, 201);
    }
    const at = comments.findIndex((comment) => comment.id === id);
    const found = comments[at];
    if (found === undefined) return refusal(404, 'Not Found');
    if (request.method === 'PATCH') comments[at] = { ...found, ...(JSON.parse(request.body) as { body: string }) };
    if (request.method !== 'DELETE') return json(comments[at]);
    comments.splice(at, 1);
    return (_request, response) => void response.writeHead(204).end();
  };
  const api = await startApi((request, response) => {
    const answer = whole.turnAway(request) ?? act(request);
    return (whole.answerWrongly(request) ?? answer)(request, response);
  });
  const whole: CommentApi = { ...api, comments, turnAway: () => undefined, answerWrongly: () => undefined };
  return whole;
}

test('the first comment is created with its marker on the first line', async () => {
  await using api = await startComments('a person');
  const result = await putStickyComment(api.github, COMMENT);
  expect(result).toEqual({ outcome: 'created', id: 1001, url: 'https://github.test/1001' });
  expect(api.comments[1]?.body).toBe(marked('5.1'));
});

test('a comment behind 250 others is found and edited', async () => {
  await using api = await startComments(...Array.from({ length: 250 }, (_, index) => `comment ${String(index)}`), marked('4.1'));
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'updated', id: 251 });
  expect(api.comments).toHaveLength(251);
  expect(api.comments[250]?.body).toBe(marked('5.1'));
});

test('a comment that says the same already is not written: no PATCH', async () => {
  await using api = await startComments(marked('5.1'));
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'unchanged', id: 1 });
  expect(api.asked().map((line) => line.split(' ')[0])).toEqual(['GET']);
});

test('a comment of a deleted account, or of nobody, is not ours', async () => {
  await using api = await startComments();
  api.comments.push({ id: 1, html_url: '', body: marked('4.1'), user: null });
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'created' });
});

test('two comments of ours become one', async () => {
  await using api = await startComments(marked('3.1'), marked('4.1'), marked('4.1', 'other', 'load-test'));
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'updated', id: 1 });
  expect(api.comments.map(({ body }) => body)).toEqual([marked('5.1'), marked('4.1', 'other', 'load-test')]);
});

test.each<readonly [string, Answer]>([
  ['502', refusal(502, 'Bad Gateway')],
  ['a reset', reset],
])('a creation that is answered by %s but took place makes no second comment', async (_name, failing) => {
  await using api = await startComments();
  let failed = false;
  api.answerWrongly = ({ method }) => {
    if (method !== 'POST' || failed) return undefined;
    failed = true;
    return failing;
  };
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'created', id: 1000 });
  expect(api.comments).toHaveLength(1);
});

test('an edit that waits for a rate limit reads the comments again before it writes', async () => {
  await using api = await startComments(marked('4.1'));
  let limited = false;
  api.turnAway = ({ method }) => {
    if (method !== 'PATCH' || limited) return undefined;
    limited = true;
    api.comments.splice(0, 1, made(1, marked('9.1')));
    return refusal(429, 'wait', { 'retry-after': '30' });
  };
  expect(await putStickyComment(api.github, COMMENT)).toMatchObject({ outcome: 'superseded', id: 1 });
  expect(api.comments[0]?.body).toBe(marked('9.1'));
});

test.each(['GET', 'PATCH', 'DELETE'])('a comment that somebody deletes right before the %s is no error', async (doomed) => {
  await using api = await startComments(marked('4.1'), marked('4.1'));
  let deleted = false;
  api.turnAway = ({ method, path }) => {
    const [kept, later] = [path.endsWith('/comments/1'), path.endsWith('/comments/2')];
    if (deleted || method !== doomed || !(kept || later)) return undefined;
    deleted = true;
    api.comments.splice(kept ? 0 : 1, 1);
    return undefined;
  };
  await putStickyComment(api.github, COMMENT);
  expect(deleted).toBe(true);
  expect(api.comments.map(({ body }) => body)).toEqual([marked('5.1')]);
});

test('a writer that never gets through gives up and says how often it tried', async () => {
  await using api = await startComments(marked('4.1'));
  api.turnAway = ({ method }) => (method === 'PATCH' ? refusal(502, 'Bad Gateway') : undefined);
  const error = await errorOf(putStickyComment(api.github, COMMENT));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toBe('GitHub answered 502 to PATCH comment: Bad Gateway (tried 5 times)');
});

test('a token that may not comment is told which permission it lacks', async () => {
  await using api = await startComments();
  api.turnAway = ({ method }) => (method === 'POST' ? refusal(403, 'Resource not accessible by integration') : undefined);
  const error = await errorOf(putStickyComment(api.github, COMMENT));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('grant `pull-requests: write`');
});

test.each(['', 'Benchmark', 'a b', 'a--b', '-a', 'a-', 'x -->', 'a\nb', 'a_b', 'é', 'a'.repeat(51)])(
  'the name %j would break the marker and is refused before GitHub is asked',
  async (name) => {
    await using api = await startComments();
    expect(await errorOf(putStickyComment(api.github, { ...COMMENT, name }))).toBeInstanceOf(UsageError);
    expect(api.asked()).toEqual([]);
  },
);

test("the author is who was named, the user of a personal token, or the job's account", async () => {
  await using api = await startApi(json({ login: 'hubot' }));
  expect(await commentAuthor(api.github, TOKEN, undefined)).toBe(BOT);
  expect(await commentAuthor(api.github, TOKEN, ' our-app[bot] ')).toBe('our-app[bot]');
  expect(api.asked()).toEqual([]);
  for (const token of ['ghp_x', 'github_pat_x', 'gho_x', 'ghu_x'])
    expect(await commentAuthor(api.github, token, '')).toBe('hubot');
  expect(api.asked()).toEqual(Array.from({ length: 4 }, () => 'GET /user'));
});

test('an author that is no login is refused', async () => {
  await using api = await startApi(json({}));
  expect(await errorOf(commentAuthor(api.github, TOKEN, 'a b'))).toBeInstanceOf(UsageError);
  expect(await errorOf(commentAuthor(api.github, 'ghp_x', undefined))).toBeInstanceOf(RemoteError);
});
