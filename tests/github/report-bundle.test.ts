import { describe, expect, test } from '@jest/globals';
import { sampleBenchmark, sampleFailedLoad } from '../../workflows-lib/report/testing/sample-run.ts';
import { commentsOf, errorsOf, useReportBench } from './report-bench.ts';
import { FORK, HEAD, createScene, passingRun } from './scene.ts';
import { addComment } from './seed.ts';

const BOT = 'github-actions[bot]';
const OTHER_HEAD = 'd00d1e'.padEnd(40, '0');
const { github, kept } = useReportBench();

describe('a pull request from a branch', () => {
  test('gets one comment, a check on its head, and a summary', async () => {
    const scene = createScene(github);
    scene.plant(sampleBenchmark());
    const run = await kept(scene.report());
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 0, errors: [] });
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
    expect(commentsOf(scene)).toEqual([expect.stringMatching(/run=8004\.1[\s\S]*Fail/i)]);
  });

  test('finds its comment behind 250 others, and leaves a planted marker of somebody else alone', async () => {
    const scene = createScene(github);
    const planted = '<!-- shotclock:comment name=benchmark run=9999.1 -->';
    const say = (body: string, author: string): void => {
      addComment(github.state, scene.repository, { issueNumber: scene.pull.number, body, author });
    };
    say(`${planted}\nAll is well.`, 'stranger');
    for (let index = 0; index < 250; index++) say(`${index} ${planted}`, 'octo-user');
    scene.plant(passingRun());
    const { outputs } = await kept(scene.report());
    say(`${planted}\nAll is well.`, 'stranger');
    const others = scene.repository.comments.filter(({ author }) => author !== BOT).map((comment) => ({ ...comment }));
    scene.plant(sampleFailedLoad(), 8001);
    expect((await kept(scene.report({ runId: 8001 }))).outputs['comment-id']).toBe(outputs['comment-id']);
    expect(scene.repository.comments.filter(({ author }) => author === BOT)).toMatchObject([
      { body: expect.stringContaining('run=8001.1') },
    ]);
    expect(scene.repository.comments.filter(({ author }) => author !== BOT)).toEqual(others);
    expect(others).toHaveLength(252);
  });

  test('has one comment when two runs race for it, and the newer one stands in it', async () => {
    const scene = createScene(github);
    scene.plant(passingRun(), 8001);
    scene.plant(sampleFailedLoad(), 8002);
    const ended = await Promise.all([8001, 8002].map(async (runId) => kept(scene.report({ runId }))));
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(commentsOf(scene)).toEqual([expect.stringContaining('run=8002.1')]);
    const [newest] = commentsOf(scene);
    expect((await kept(scene.report({ runId: 8001 }))).exitCode).toBe(0);
    expect(commentsOf(scene)).toEqual([newest]);
  });

  test('is told that the result is stale once its head has moved on', async () => {
    const scene = createScene(github);
    scene.plant(passingRun());
    scene.pull.headSha = OTHER_HEAD;
    const run = await kept(scene.report({ headSha: HEAD }));
    expect(run.outputs['stale']).toBe('true');
    expect(commentsOf(scene)[0]).toMatch(new RegExp(`stale[\\s\\S]*${OTHER_HEAD.slice(0, 7)}`, 'i'));
    expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD }]);
  });

  test('is told that nothing was measured, so that an older result does not stand as if it were this one', async () => {
    const scene = createScene(github);
    scene.plant(passingRun(), 8001);
    await kept(scene.report({ runId: 8001 }));
    const run = await kept(scene.report({ runId: 8002 }));
    expect(run.exitCode).toBe(2);
    expect(errorsOf(run).join()).toContain('no artifact shotclock-run of run 8002');
    expect(commentsOf(scene)).toEqual([expect.stringMatching(/run=8002\.1[\s\S]*nothing was measured/i)]);
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
    expect(commentsOf(scene)[0]).toContain('run=8003.1');
  });
});

describe('a pull request from a fork', () => {
  test('is found by its head, and its comment says who measured', async () => {
    const scene = createScene(github, 'fork');
    scene.plant(passingRun());
    const run = await kept(scene.reportOnFork());
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 0, errors: [] });
    expect(commentsOf(scene)).toEqual([expect.stringContaining('run=7001.1')]);
    expect(commentsOf(scene)[0]).toContain(FORK);
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
    expect(commentsOf(scene)).toEqual([]);
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
    expect({ exitCode: run.exitCode, errors: errorsOf(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(commentsOf(scene)).toEqual([expect.stringMatching(/nothing was measured/i)]);
  });
});
