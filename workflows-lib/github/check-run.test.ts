import { expect, test } from '@jest/globals';
import { RemoteError, UsageError } from '../core/errors.ts';
import type { Received } from '../drivers/testing/scripted-server.ts';
import type { Annotation } from '../core/annotation.ts';
import { putCheckRun, type CheckRun } from './check-run.ts';
import { REPOSITORY, errorOf, json, refusal, startApi, type Answer, type TestApi } from './testing/api.ts';

interface ApiCheck {
  readonly id: number;
  readonly html_url: string;
  readonly name: string;
  readonly external_id: string;
  conclusion: string;
  readonly annotations: unknown[];
}

/** An API with checks; the test picks requests that are turned away, and such that take place but whose answer is another. */
interface CheckApi extends TestApi {
  readonly checks: ApiCheck[];
  turnAway: (request: Received) => Answer | undefined;
  answerWrongly: (request: Received) => Answer | undefined;
}

const SHA = 'c'.repeat(40);
const CHECK: CheckRun = {
  repository: REPOSITORY,
  headSha: SHA,
  name: 'benchmark',
  conclusion: 'failure',
  title: 'one objective failed',
  summary: 'summary',
  annotations: [],
  externalId: 'benchmark/5.1',
  detailsUrl: 'https://github.test/runs/5',
};
const annotations = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'shotclock.yml',
    startLine: index + 1,
    endLine: index + 1,
    level: 'failure',
    title: `title ${String(index)}`,
    message: 'too slow',
  }));

const shown = (check: ApiCheck | undefined): unknown =>
  check === undefined ? undefined : { ...check, annotations: undefined, output: { annotations_count: check.annotations.length } };

async function startChecks(): Promise<CheckApi> {
  const checks: ApiCheck[] = [];
  const act = (request: Received): Answer => {
    if (request.method === 'GET') return json({ total_count: checks.length, check_runs: checks.map(shown) });
    const body = JSON.parse(request.body) as ApiCheck & { output: { annotations?: unknown[] } };
    const sent = body.output.annotations ?? [];
    if (sent.length > 50) return refusal(422, 'No more than 50 items are allowed');
    const id = Number(/check-runs\/(\d+)$/.exec(request.path)?.[1] ?? checks.length + 1);
    const known = checks.find((check) => check.id === id);
    const check = known ?? { ...body, id, html_url: `https://github.test/check/${String(id)}`, annotations: [] };
    if (known === undefined) checks.push(check);
    check.conclusion = body.conclusion;
    check.annotations.push(...sent);
    return json(shown(check), known === undefined ? 201 : 200);
  };
  const api = await startApi((request, response) => {
    const answer = whole.turnAway(request) ?? act(request);
    return (whole.answerWrongly(request) ?? answer)(request, response);
  });
  const whole: CheckApi = { ...api, checks, turnAway: () => undefined, answerWrongly: () => undefined };
  return whole;
}

const methods = (api: TestApi): string[] => api.asked().map((line) => line.split(' ')[0] ?? '');
const titles = (check: ApiCheck | undefined): unknown[] =>
  (check?.annotations ?? []).map((one) => (one as { title: string }).title);

test('a check is created on the measured commit, complete with its annotations', async () => {
  await using api = await startChecks();
  const result = await putCheckRun(api.github, { ...CHECK, annotations: annotations(2), text: 'text' });
  expect(result).toEqual({ id: 1, url: 'https://github.test/check/1' });
  expect(api.asked()).toEqual([
    `GET /repos/octo/app/commits/${SHA}/check-runs?check_name=benchmark&filter=all&per_page=100`,
    'POST /repos/octo/app/check-runs',
  ]);
  expect(JSON.parse(api.server.received[1]?.body ?? '')).toEqual({
    name: 'benchmark',
    head_sha: SHA,
    external_id: 'benchmark/5.1',
    status: 'completed',
    conclusion: 'failure',
    details_url: 'https://github.test/runs/5',
    output: {
      title: 'one objective failed',
      summary: 'summary',
      text: 'text',
      annotations: annotations(2).map(({ path, startLine, endLine, level, title, message }) => ({
        path,
        start_line: startLine,
        end_line: endLine,
        annotation_level: level,
        title,
        message,
      })),
    },
  });
});

test.each([
  [0, ['GET', 'POST']],
  [50, ['GET', 'POST']],
  [51, ['GET', 'POST', 'PATCH']],
  [120, ['GET', 'POST', 'PATCH', 'PATCH']],
])('%i annotations are sent 50 a request, each once', async (count, expected) => {
  await using api = await startChecks();
  await putCheckRun(api.github, { ...CHECK, annotations: annotations(count) });
  expect(methods(api)).toEqual(expected);
  expect(titles(api.checks[0])).toEqual(annotations(count).map(({ title }) => title));
});

test('the same external id brings the check up to date and adds no annotation twice', async () => {
  await using api = await startChecks();
  await putCheckRun(api.github, { ...CHECK, annotations: annotations(60) });
  await putCheckRun(api.github, { ...CHECK, annotations: annotations(60), conclusion: 'success' });
  expect(api.checks).toHaveLength(1);
  expect(api.checks[0]).toMatchObject({ conclusion: 'success' });
  expect(titles(api.checks[0])).toHaveLength(60);
});

test('another external id is another check', async () => {
  await using api = await startChecks();
  await putCheckRun(api.github, CHECK);
  await putCheckRun(api.github, { ...CHECK, externalId: 'benchmark/6.1' });
  expect(api.checks.map(({ external_id: id }) => id)).toEqual(['benchmark/5.1', 'benchmark/6.1']);
});

test.each(['POST', 'PATCH'])('a %s that is answered by 502 but took place is not repeated', async (method) => {
  await using api = await startChecks();
  let failed = false;
  api.answerWrongly = (request) => {
    if (request.method !== method || failed) return undefined;
    failed = true;
    return refusal(502, 'Bad Gateway');
  };
  await putCheckRun(api.github, { ...CHECK, annotations: annotations(70) });
  expect(failed).toBe(true);
  expect(api.checks).toHaveLength(1);
  expect(titles(api.checks[0])).toEqual(annotations(70).map(({ title }) => title));
});

test('tries are bounded', async () => {
  await using api = await startApi((request, response) =>
    (request.method === 'GET' ? json({ total_count: 0, check_runs: [] }) : refusal(503, 'no'))(request, response),
  );
  const error = await errorOf(putCheckRun(api.github, CHECK));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('(tried 5 times)');
});

test('a token that may not write checks is told which permission it lacks; a repository without checks what was not found', async () => {
  await using api = await startChecks();
  api.turnAway = ({ method }) => (method === 'POST' ? refusal(403, 'Resource not accessible by integration') : undefined);
  expect((await errorOf(putCheckRun(api.github, CHECK))).message).toContain('grant `checks: write`');
  api.turnAway = () => refusal(404, 'Not Found');
  const error = await errorOf(putCheckRun(api.github, CHECK));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('GitHub did not find the commit or its check run');
});

test('titles and messages are cut to what GitHub takes, without breaking a character', async () => {
  await using api = await startChecks();
  const [annotation] = annotations(1).map((one) => ({ ...one, title: `a\n${'t'.repeat(999)}`, message: '😀'.repeat(40_000) }));
  await putCheckRun(api.github, { ...CHECK, title: 't'.repeat(999), annotations: annotation === undefined ? [] : [annotation] });
  const sent = JSON.parse(api.server.received[1]?.body ?? '') as {
    output: { title: string; annotations: { title: string; message: string }[] };
  };
  expect(sent.output.title).toHaveLength(255);
  expect(sent.output.annotations[0]?.title).toHaveLength(255);
  expect(sent.output.annotations[0]?.title).toMatch(/^a t/);
  const message = sent.output.annotations[0]?.message ?? '';
  expect(Buffer.byteLength(message)).toBeLessThanOrEqual(64 * 1024);
  expect(message.isWellFormed()).toBe(true);
});
