import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleBenchmark, sampleFailedLoad } from '../../workflows-lib/report/testing/sample-run.ts';
import type { LoopbackGitHub } from './contract.ts';
import { misplacedCredentials } from './credentials.ts';
import { startLoopbackGitHub } from './loopback.ts';
import { FORK, HEAD, PLANTED, REPORT_GRANTS, REPOSITORY, createScene, passingRun } from './scene.ts';
import type { Scene } from './scene.ts';
import { addComment } from './seed.ts';
import type { ActionRun } from './spawn-action.ts';

const BOT = 'github-actions[bot]';
const OTHER_HEAD = 'd00d1e'.padEnd(40, '0');

let github: LoopbackGitHub;

beforeAll(async () => {
  github = await startLoopbackGitHub();
});

afterEach(() => {
  expect(github.violations).toEqual([]);
});

afterAll(async () => {
  await github.close();
});

/** Whatever happens in this file: the token is seen by nobody but GitHub, in its header. */
async function kept(run: Promise<ActionRun>): Promise<ActionRun> {
  const ended = await run;
  expect(await misplacedCredentials({ github, run: ended, planted: [PLANTED] })).toEqual([]);
  return ended;
}

const comments = ({ repository }: Scene): string[] => repository.comments.map(({ body }) => body);
const errors = ({ annotations }: ActionRun): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('a pull request from a branch', () => {
  test('gets one comment, a check on its head, and a summary', async () => {
    const scene = createScene(github);
    scene.plant(sampleBenchmark());
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(scene.repository.comments).toMatchObject([{ issueNumber: scene.pull.number, author: BOT }]);
    expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD, name: 'benchmark', status: 'completed' }]);
    expect(run.outputs).toMatchObject({
      verdict: sampleBenchmark().verdict,
      'pull-request': String(scene.pull.number),
      stale: 'false',
      'comment-id': String(scene.repository.comments[0]?.id),
      'check-run-id': String(scene.repository.checkRuns[0]?.id),
    });
    expect(run.summary).toContain(sampleBenchmark().run.system);
    expect(run.leftovers).toEqual([]);
  });

  test('keeps its one comment over many pushes, and the last result stands in it', async () => {
    const scene = createScene(github);
    for (let push = 0; push < 5; push++) {
      scene.plant(push % 2 === 0 ? sampleFailedLoad() : passingRun(), 8000 + push);
      expect((await kept(scene.report({ runId: 8000 + push }))).exitCode).toBe(0);
    }
    expect(comments(scene)).toEqual([expect.stringMatching(/run=8004\.1[\s\S]*Fail/i)]);
  });

  test('finds its comment behind 250 others, and leaves a planted marker of somebody else alone', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    await kept(scene.report());
    const marker = comments(scene)[0]?.split('\n')[0] ?? '';
    const own = scene.repository.comments.splice(0)[0];
    for (let index = 0; index < 250; index++) {
      addComment(github.state, scene.repository, {
        issueNumber: scene.pull.number,
        body: `${index} ${marker}`,
        author: 'octo-user',
      });
    }
    addComment(github.state, scene.repository, { issueNumber: scene.pull.number, body: marker, author: 'stranger' });
    if (own !== undefined) scene.repository.comments.push(own);
    scene.plant(sampleFailedLoad(), 8001);
    expect((await kept(scene.report({ runId: 8001 }))).outputs['comment-id']).toBe(String(own?.id));
    expect(scene.repository.comments.filter(({ author }) => author === BOT)).toMatchObject([
      { body: expect.stringContaining('run=8001.1') },
    ]);
  });

  test('has one comment when two runs race for it, and the newer one stands in it', async () => {
    const scene = createScene(github);
    scene.plant(passingRun(), 8001);
    scene.plant(sampleFailedLoad(), 8002);
    const ended = await Promise.all([8001, 8002].map(async (runId) => kept(scene.report({ runId }))));
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(comments(scene)).toEqual([expect.stringContaining('run=8002.1')]);
  });

  test('is told that the result is stale once its head has moved on', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    scene.pull.headSha = OTHER_HEAD;
    const run = await kept(scene.report({ headSha: HEAD }));
    expect(run.outputs['stale']).toBe('true');
    expect(comments(scene)[0]).toMatch(new RegExp(`stale[\\s\\S]*${OTHER_HEAD.slice(0, 7)}`, 'i'));
    expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD }]);
  });

  test('is told that nothing was measured, so that an older result does not stand as if it were this one', async () => {
    const scene = createScene(github);
    scene.plant(passingRun(), 8001);
    await kept(scene.report({ runId: 8001 }));
    const run = await kept(scene.report({ runId: 8002 }));
    expect(run.exitCode).toBe(2);
    expect(errors(run).join()).toContain('no artifact shotclock-run of run 8002');
    expect(comments(scene)).toEqual([expect.stringMatching(/run=8002\.1[\s\S]*nothing was measured/i)]);
    expect(scene.repository.checkRuns.at(-1)).toMatchObject({ conclusion: 'failure' });
  });

  test('gets no comment with comment: on-change while all is well, and one from the first failure on', async () => {
    const scene = createScene(github);
    for (const [runId, document] of [
      [8001, passingRun()],
      [8002, sampleFailedLoad()],
      [8003, passingRun()],
    ] as const) {
      scene.plant(document, runId);
      await kept(scene.report({ runId, inputs: { comment: 'on-change' } }));
      expect(scene.repository.comments).toHaveLength(runId === 8001 ? 0 : 1);
    }
    expect(comments(scene)[0]).toContain('run=8003.1');
  });
});

describe('a pull request from a fork', () => {
  test('is found by its head, and its comment says who measured', async () => {
    const scene = createScene(github, 'fork');
    scene.plant(passingRun());
    const run = await kept(scene.reportOnFork());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(comments(scene)).toEqual([expect.stringContaining('run=7001.1')]);
    expect(comments(scene)[0]).toContain(FORK);
    expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD }]);
  });

  test('that was closed in the meantime is no error, and nobody else is told', async () => {
    const scene = createScene(github, 'fork');
    scene.plant(passingRun());
    scene.pull.state = 'closed';
    const run = await kept(scene.reportOnFork());
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('no open pull request') }),
    );
    expect(comments(scene)).toEqual([]);
  });

  test('cannot choose another pull request, commit or repository by what it uploads', async () => {
    const scene = createScene(github, 'fork');
    const document = passingRun();
    scene.plant({
      'run.json': JSON.stringify({ ...document, run: { ...document.run, commit: OTHER_HEAD, branch: 'main' } }),
      pr_number: '1',
      'event.json': JSON.stringify({ pull_request: { number: 1 } }),
    });
    await kept(scene.reportOnFork());
    expect(scene.repository.comments).toMatchObject([{ issueNumber: scene.pull.number }]);
    expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD }]);
  });

  test.each([
    ['an empty artifact', Buffer.alloc(0), /artifact/],
    ['a truncated artifact', Buffer.from('PK\u0003\u0004 cut off'), /artifact/],
    ['no run.json', { 'other.txt': 'hello' }, /holds no run\.json/],
    ['a document cut off in the middle', { 'run.json': JSON.stringify(passingRun()).slice(0, 500) }, /run\.json of artifact/],
    ['a newer version', { 'run.json': JSON.stringify({ ...passingRun(), schema: 'shotclock.run/9' }) }, /newer Shotclock/],
    [
      'a number that is not finite',
      { 'run.json': JSON.stringify(passingRun()).replace(/"durationMs":[\d.]+/, '"durationMs":1e999') },
      /durationMs/,
    ],
  ])('with %s is told so', async (_, content, message) => {
    const scene = createScene(github, 'fork');
    scene.plant(content);
    const run = await kept(scene.reportOnFork());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(comments(scene)).toEqual([expect.stringMatching(/nothing was measured/i)]);
  });
});

describe('GitHub says no', () => {
  test.each([
    ['pull-requests', 'pull-requests: write'],
    ['checks', 'checks: write'],
    ['actions', 'actions: read'],
  ] as const)('a token without %s is told to get %s', async (missing, wanted) => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const grants = Object.fromEntries(Object.entries(REPORT_GRANTS).filter(([name]) => name !== missing));
    const run = await kept(scene.report({ grants }));
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringContaining(wanted)] });
  });

  test.each([
    [
      'a token that is no longer valid',
      { status: 401, body: { message: 'Bad credentials', status: '401', documentation_url: 'https://docs.github.com/rest' } },
      /token/,
    ],
    [
      'a repository that is gone',
      { status: 404, body: { message: 'Not Found', status: '404', documentation_url: 'https://docs.github.com/rest' } },
      /did not find/,
    ],
    [
      'a rate limit that resets in an hour',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600) },
        body: { message: 'API rate limit exceeded', documentation_url: 'https://docs.github.com/rest' },
      },
      /rate limit/,
    ],
  ])('%s', async (_, answer, message) => {
    const scene = createScene(github);
    scene.plant(passingRun());
    github.misbehave({ path: /\/repos\//, times: 100, answer });
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(run.log).not.toMatch(/^\s+at /m);
  });

  test('a comment that is refused (422) does not keep the check from being written', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const body = {
      message: 'Validation Failed',
      errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is odd' }],
      documentation_url: 'https://docs.github.com/rest',
      status: '422',
    };
    github.misbehave({ method: 'POST', path: /\/comments/, times: 100, answer: { status: 422, body } });
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
      exitCode: 2,
      errors: [expect.stringContaining('Body is odd')],
    });
    expect(scene.repository.checkRuns).toHaveLength(1);
  });

  test('a repository without the checks API still gets its comment', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    github.misbehave({
      path: /check-runs/,
      times: 100,
      answer: { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } },
    });
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
      exitCode: 2,
      errors: [expect.stringMatching(/check[\s\S]*check: false/)],
    });
    expect(comments(scene)).toHaveLength(1);
  });

  test.each([
    ['server errors', { status: 502, body: { message: 'Server Error' } }],
    ['dropped connections', 'reset'],
    ['answers that end in the middle', 'truncate'],
    [
      'a short rate limit',
      { status: 429, headers: { 'retry-after': '1' }, body: { message: 'You have exceeded a secondary rate limit' } },
    ],
  ] as const)('%s are waited out, and there is still one comment', async (_, answer) => {
    const scene = createScene(github);
    scene.plant(passingRun());
    github.misbehave({ path: /\/repos\//, answer });
    github.misbehave({ method: 'POST', path: /\/comments/, answer });
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(comments(scene)).toHaveLength(1);
    expect(scene.repository.checkRuns).toHaveLength(1);
  });
});

describe('inputs and surroundings', () => {
  test.each([
    ['comment: sometimes', { inputs: { comment: 'sometimes' } }, /comment/],
    ['a name that would break the marker', { inputs: { name: 'a -->' } }, /name/],
    ['no token', { inputs: { token: '' } }, /token/],
    ['no repository', { env: { GITHUB_REPOSITORY: '' } }, /GITHUB_REPOSITORY/],
    ['no event', { env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } }, /event/],
    ['pull_request_target', { event: { name: 'pull_request_target', payload: {} } }, /pull_request_target/],
  ])('%s is one clear line, before GitHub is asked anything', async (_, options, message) => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const run = await kept(scene.report(options));
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(run.log).not.toMatch(/^\s+at /m);
    expect(github.requests).toEqual([]);
  });

  test('a push has no pull request: the check and the summary are all', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const run = await kept(scene.report({ event: { name: 'push', payload: { ref: 'refs/heads/main', after: HEAD } } }));
    expect(run.exitCode).toBe(0);
    expect(comments(scene)).toEqual([]);
    expect(scene.repository.checkRuns).toHaveLength(1);
  });

  test('it runs on GitHub Enterprise Server, where the API stands elsewhere', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const run = await kept(scene.report({ env: { GITHUB_SERVER_URL: 'https://github.example.com' } }));
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(REPOSITORY).toBe(scene.repository.fullName);
  });
});
