import { describe, expect, test } from '@jest/globals';
import { commentsOf, errorsOf, useReportBench } from './report-bench.ts';
import { HEAD, REPORT_GRANTS, REPOSITORY, createScene, passingRun } from './scene.ts';

const { github, kept } = useReportBench();

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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 2, errors: [expect.stringContaining(wanted)] });
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({
      exitCode: 2,
      errors: [expect.stringMatching(/check[\s\S]*check: false/)],
    });
    expect(commentsOf(scene)).toHaveLength(1);
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(commentsOf(scene)).toHaveLength(1);
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(run.log).not.toMatch(/^\s+at /m);
    expect(github.requests).toEqual([]);
  });

  test('a push has no pull request: the check and the summary are all', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const run = await kept(scene.report({ event: { name: 'push', payload: { ref: 'refs/heads/main', after: HEAD } } }));
    expect(run.exitCode).toBe(0);
    expect(commentsOf(scene)).toEqual([]);
    expect(scene.repository.checkRuns).toHaveLength(1);
  });

  test('it runs on GitHub Enterprise Server, where the API stands elsewhere', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    const run = await kept(scene.report({ env: { GITHUB_SERVER_URL: 'https://github.example.com' } }));
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(REPOSITORY).toBe(scene.repository.fullName);
  });
});
