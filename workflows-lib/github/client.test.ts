import { expect, test } from '@jest/globals';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { systemClock } from '../core/clock.ts';
import { silentLog } from '../core/log.ts';
import { seededRandom } from '../core/random.ts';
import { freePort } from '../drivers/testing/scripted-server.ts';
import { connectGitHub, type GitHub } from './client.ts';
import { ApiRefusal, DecideAgain } from './errors.ts';
import {
  TOKEN,
  errorOf,
  everythingOf,
  inTurn,
  json,
  page,
  refusal,
  reset,
  startApi,
  truncated,
  type Answer,
} from './testing/api.ts';

const PLACE = { owner: 'octo', repo: 'app' };
const readPull = (github: GitHub): Promise<unknown> => github.rest.pulls.get({ ...PLACE, pull_number: 7 });
const comment = (github: GitHub, request = {}): Promise<unknown> =>
  github.rest.issues.createComment({ ...PLACE, issue_number: 7, body: 'hello', request });
const listComments = (github: GitHub): Promise<unknown[]> =>
  github.paginate(github.rest.issues.listComments, { ...PLACE, issue_number: 7, per_page: 100 });
const cannotRead = 'Resource not accessible by integration';

test('a request goes below the base of the API and carries the token in its header alone', async () => {
  await using api = await startApi(json({ number: 7 }));
  await readPull(api.github);
  expect(api.asked()).toEqual(['GET /repos/octo/app/pulls/7']);
  expect(api.server.received[0]?.headers.authorization).toBe(`token ${TOKEN}`);
  expect(api.server.received[0]?.path).not.toContain(TOKEN);
});

test.each<readonly [string, Answer]>([
  ['500', refusal(500, 'oops')],
  [
    '502 with a page of HTML',
    (_request, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
  ],
  ['503', refusal(503, 'unavailable')],
  ['a reset', reset],
  ['an answer that breaks off', truncated],
  [
    'an answer that is no JSON',
    (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>'),
  ],
  ['an empty answer', (_request, response) => void response.writeHead(200).end()],
])('a reading request is tried again after %s, with full jitter', async (_name, failing) => {
  await using api = await startApi(inTurn(failing, failing, json({ number: 7 })));
  await readPull(api.github);
  expect(api.waits).toEqual([250, 500]);
  expect(api.asked()).toHaveLength(3);
});

test('tries are bounded; the error says what was asked, what came and how often', async () => {
  await using api = await startApi(refusal(502, 'Bad Gateway'));
  const error = await errorOf(readPull(api.github));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toMatchObject({ failure: { service: 'GitHub', action: 'GET pull request', attempts: 5 } });
  expect(error.message).toBe('GitHub answered 502 to GET pull request: Bad Gateway (tried 5 times)');
  expect(api.asked()).toHaveLength(5);
});

test('an API that is not there is a remote error with the reason', async () => {
  const port = await freePort();
  await using api = await startApi(reset, { apiUrl: `http://127.0.0.1:${String(port)}`, maxAttempts: 2 });
  const error = await errorOf(comment(api.github));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toBe('GitHub could not be reached for POST comment: connection refused (tried 2 times)');
});

test.each<readonly [string, Answer]>([
  ['502', refusal(502, 'Bad Gateway')],
  ['a reset', reset],
  ['an answer that breaks off', truncated],
])('a creation that may have arrived is not sent twice: %s', async (_name, failing) => {
  await using api = await startApi(failing);
  expect(await errorOf(comment(api.github))).toBeInstanceOf(RemoteError);
  expect(api.asked()).toHaveLength(1);
});

test.each<readonly [string, Answer, number]>([
  ['with a time', refusal(429, 'Too many requests', { 'retry-after': '2' }), 2_500],
  ['without one', refusal(429, 'Too many requests'), 250],
])('a creation that was turned away by a rate limit %s is sent again', async (_name, limited, waitMs) => {
  await using api = await startApi(inTurn(limited, json({ id: 1 }, 201)));
  await comment(api.github);
  expect(api.waits).toEqual([waitMs]);
});

test('a request that is to be decided again is sent once, waits, and says so', async () => {
  await using api = await startApi(refusal(502, 'Bad Gateway'));
  expect(await errorOf(comment(api.github, { decided: 2 }))).toBeInstanceOf(DecideAgain);
  expect(api.waits).toEqual([500]);
  expect(await errorOf(comment(api.github, { decided: 5 }))).toBeInstanceOf(RemoteError);
  expect(api.asked()).toHaveLength(2);
});

const inSeconds = (seconds: number): string => String(Date.parse('2026-03-01T12:00:00Z') / 1000 + seconds);

test.each<readonly [string, Answer, number]>([
  ['retry-after in seconds', refusal(403, 'slow down', { 'retry-after': '60' }), 60_500],
  ['retry-after as a date', refusal(429, 'slow down', { 'retry-after': 'Sun, 01 Mar 2026 12:00:10 GMT' }), 10_500],
  ['the reset of the limit', refusal(403, 'limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(30) }), 30_500],
  ['a reset that is past', refusal(403, 'limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(-5) }), 500],
  ['a secondary limit without headers', refusal(403, 'You have exceeded a secondary rate limit.'), 60_500],
  ['a 429 without headers', refusal(429, 'Too many'), 250],
  ['a 503 that says when', refusal(503, 'maintenance', { 'retry-after': '3' }), 3_500],
])('a rate limit is waited for: %s', async (_name, limited, waitMs) => {
  await using api = await startApi(inTurn(limited, json({ number: 7 })));
  await readPull(api.github);
  expect(api.waits).toEqual([waitMs]);
});

test('a rate limit that resets in more than a minute is not waited for; the error says when it does', async () => {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(840) };
  await using api = await startApi(refusal(403, 'API rate limit exceeded', headers));
  const error = await errorOf(readPull(api.github));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('it resets at 2026-03-01 12:14:00 UTC, in 14 min');
  expect(api.waits).toEqual([]);
});

test('a forbidden answer with a rate limit that is not used up is no rate limit', async () => {
  await using api = await startApi(
    refusal(403, cannotRead, { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': inSeconds(9) }),
  );
  expect(await errorOf(readPull(api.github))).toBeInstanceOf(ApiRefusal);
  expect(api.asked()).toHaveLength(1);
});

test("a refused token is the user's mistake", async () => {
  await using api = await startApi(refusal(401, 'Bad credentials'));
  const error = await errorOf(readPull(api.github));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('GitHub refused the token (GET pull request)');
});

const checks = (github: GitHub): Promise<unknown> => github.rest.checks.create({ ...PLACE, name: 'x', head_sha: 'a'.repeat(40) });
const artifacts = (github: GitHub): Promise<unknown> => github.rest.actions.listWorkflowRunArtifacts({ ...PLACE, run_id: 3 });

test.each<readonly [string, (github: GitHub) => Promise<unknown>, string | undefined, string]>([
  ['a comment', comment, undefined, 'the token may not write pull request comments: grant `pull-requests: write` in the job'],
  [
    'the comments',
    listComments,
    undefined,
    "grant `pull-requests: write` in the job's permissions (`pull-requests: read` would do for reading alone)",
  ],
  ['a pull request', readPull, undefined, 'grant `pull-requests: write` in the job'],
  ['what the header asks for reading', readPull, 'contents=read', 'grant `contents: read` in the job'],
  ['a check run', checks, undefined, 'the token may not write check runs: grant `checks: write`'],
  ['the artifacts', artifacts, undefined, 'the token may not read artifacts: grant `actions: read`'],
  ['what the header names', checks, 'checks=write,contents=read', 'grant `checks: write` and `contents: read`'],
  ['the fitting one of several sets', comment, 'issues=write; pull_requests=write', 'grant `pull-requests: write` in'],
  ['the first set where none fits', artifacts, 'deployments=read; statuses=read', 'grant `deployments: read` in'],
  ['the table where the header is nonsense', artifacts, 'x`y=write; metadata=read', 'grant `actions: read` in'],
])('a missing permission is named: %s', async (_name, request, ...[accepted, message]) => {
  const headers = accepted === undefined ? {} : { 'x-accepted-github-permissions': accepted };
  await using api = await startApi(refusal(403, cannotRead, headers));
  const error = await errorOf(request(api.github));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain(message);
  expect(error.message.includes('benchmark-comment.yml')).toBe(error.message.includes('may not write'));
});

test('a personal token that may not write checks is told that only apps may', async () => {
  await using api = await startApi(refusal(403, 'You must authenticate via a GitHub App.'));
  expect((await errorOf(checks(api.github))).message).toContain('only GitHub Apps may');
});

test("another refusal is told in GitHub's words, on one line and cut", async () => {
  await using api = await startApi(refusal(403, `Repository was archived\n::error::x ${'y'.repeat(900)}`));
  const { message } = await errorOf(comment(api.github));
  expect(message).toContain('GitHub refuses POST comment: Repository was archived ::error::x');
  expect(message).not.toContain('\n');
  expect(message.length).toBeLessThan(500);
});

test('what is not found is named, with the permission without which it cannot be seen', async () => {
  await using api = await startApi(refusal(404, 'Not Found'));
  const error = await errorOf(readPull(api.github));
  expect(error).toMatchObject({ httpStatus: 404 });
  expect(error.message).toBe(
    'GitHub did not find the pull request (GET /repos/octo/app/pulls/7): it does not exist, or the token may not see it: it would need `pull-requests: read`',
  );
});

test('a value that GitHub does not take is told with all its reasons', async () => {
  const errors = [{ resource: 'IssueComment', code: 'custom', field: 'body', message: 'body is too long' }, 'and odd'];
  await using api = await startApi(json({ message: 'Validation Failed', errors }, 422));
  expect((await errorOf(comment(api.github))).message).toBe(
    'GitHub does not take POST comment: Validation Failed: IssueComment.body body is too long; and odd',
  );
});

test('every page of a list is read', async () => {
  const items = Array.from({ length: 250 }, (_, index) => ({ id: index + 1 }));
  await using api = await startApi((request, response) => page(items, request, api.server.url)(request, response));
  expect(await listComments(api.github)).toEqual(items);
  expect(api.asked()).toHaveLength(3);
});

test('a page that breaks off is no end of the list', async () => {
  const items = Array.from({ length: 150 }, (_, index) => ({ id: index + 1 }));
  const paged: Answer = (request, response) => page(items, request, api.server.url)(request, response);
  await using api = await startApi(inTurn(paged, truncated, paged));
  expect(await listComments(api.github)).toHaveLength(150);
});

test('a conflict is an error of a list, not its end', async () => {
  await using api = await startApi(refusal(409, 'Git Repository is empty.'));
  expect(await errorOf(listComments(api.github))).toBeInstanceOf(RemoteError);
});

test('a next page on another server is not asked for', async () => {
  await using other = await startApi(json([]));
  await using api = await startApi(json([{ id: 1 }], 200, { link: `<${other.server.url}/steal>; rel="next"` }));
  expect((await errorOf(listComments(api.github))).message).toContain('was sent there');
  expect(other.asked()).toEqual([]);
});

test('a renamed repository is followed on the same server only, and not for ever', async () => {
  const moved = (location: string): Answer => json({ message: 'Moved Permanently' }, 301, { location });
  await using renamed = await startApi(inTurn(moved('/repositories/7/pulls/7'), json({ number: 7 })));
  await readPull(renamed.github);
  expect(renamed.asked()).toEqual([expect.any(String), 'GET /repositories/7/pulls/7']);
  await using other = await startApi(json({ number: 7 }));
  await using away = await startApi(moved(`${other.server.url}/steal`));
  expect((await errorOf(readPull(away.github))).message).toContain('was sent there');
  expect(other.asked()).toEqual([]);
  await using round = await startApi(moved('/round'), { maxAttempts: 1 });
  expect((await errorOf(readPull(round.github))).message).toContain('without an end');
});

test('an answer that does not come in time is given up and tried again', async () => {
  await using api = await startApi(
    inTurn(() => undefined, json({ number: 7 })),
    { timeoutMs: 100 },
  );
  await readPull(api.github);
  expect(api.logged).toEqual(['GET pull request: no answer in time; trying again in 0.3 s (2 of 5)']);
});

test('an interruption ends a request, and a wait, at once and for its own reason', async () => {
  const stop = new AbortController();
  await using hanging = await startApi(
    () => {
      stop.abort(new Interrupted('Ctrl-C'));
    },
    { signal: stop.signal },
  );
  expect(await errorOf(readPull(hanging.github))).toBeInstanceOf(Interrupted);
  const stopWaiting = new AbortController();
  const log = {
    ...silentLog,
    info: () => {
      stopWaiting.abort(new Interrupted('Ctrl-C'));
    },
  };
  const limited = refusal(429, 'wait', { 'retry-after': '50' });
  await using waiting = await startApi(limited, { signal: stopWaiting.signal, log, clock: systemClock });
  await errorOf(readPull(waiting.github));
  expect(waiting.asked()).toHaveLength(1);
});

test.each<readonly [string, Answer]>([
  ['refused', refusal(401, `no: ${TOKEN}`)],
  ['echoed', refusal(422, `bad header: token ${TOKEN}`)],
  ['forbidden', refusal(403, cannotRead)],
  ['broken', reset],
  ['remote', refusal(500, TOKEN)],
])('the token stands in no error and no log: %s', async (_name, answer) => {
  await using api = await startApi(answer);
  const error = await errorOf(comment(api.github));
  expect(everythingOf(error)).not.toContain(TOKEN);
  expect(everythingOf(await errorOf(readPull(api.github)))).not.toContain(TOKEN);
  expect(api.logged.join('\n')).not.toContain(TOKEN);
});

test.each(['', ' ', 'two words', `${TOKEN}\n`, `a\r\nX-Header: b`, 'ümlaut'])(
  '%j is no token, and is not repeated',
  async (token) => {
    const ports = { clock: systemClock, random: seededRandom('x'), log: silentLog, signal: new AbortController().signal };
    const error = await errorOf(connectGitHub({ token, apiUrl: 'http://127.0.0.1:1', ...ports }));
    expect(error).toBeInstanceOf(UsageError);
    if (token.trim() !== '') expect(error.message).not.toContain(token.trim());
  },
);
