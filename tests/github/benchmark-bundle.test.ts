import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readZip } from '../../workflows-lib/github/read-zip.ts';
import { ARTIFACT_LIMITS } from '../../workflows-lib/github/download-artifact.ts';
import { parseForeignRun } from '../../workflows-lib/history/foreign-run.ts';
import { judgedAgain, writeSides } from '../e2e/compared-project.ts';
import { WEB_SERVER, webProject } from '../e2e/projects.ts';
import type { LoopbackGitHub } from './contract.ts';
import { misplacedCredentials } from './credentials.ts';
import { foreignRendering } from './hostile/rendered.ts';
import { startLoopbackGitHub } from './loopback.ts';
import { PLANTED, REPOSITORY, RUN_ID, createScene } from './scene.ts';
import { spawnAction } from './spawn-action.ts';
import type { ActionRun, SpawnOptions } from './spawn-action.ts';

let github: LoopbackGitHub;
let workspace = '';

beforeAll(async () => {
  github = await startLoopbackGitHub();
});

beforeEach(async () => {
  createScene(github);
  workspace = await mkdtemp(join(tmpdir(), 'benchmark bundle '));
  await writeFile(join(workspace, 'web.mjs'), WEB_SERVER);
  await writeFile(join(workspace, 'shotclock.yml'), webProject());
});

afterEach(async () => {
  await rm(workspace, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
});

afterAll(async () => {
  await github.close();
});

/** Runs the action as benchmark.yml does: its token may only read. */
async function benchmark(options: Partial<SpawnOptions> = {}): Promise<ActionRun> {
  const { env, ...rest } = options;
  const run = await spawnAction({
    ...{ action: 'benchmark', repository: REPOSITORY, github, workspace },
    token: github.token({ repository: REPOSITORY, grants: { contents: 'read' }, prefix: PLANTED }),
    env: { GITHUB_RUN_ID: String(RUN_ID), ...env },
    ...rest,
  });
  expect(await misplacedCredentials({ github, run, workspace, planted: [PLANTED] })).toEqual([]);
  expect(run.leftovers).toEqual([]);
  return run;
}

const errors = ({ annotations }: ActionRun): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

async function uploaded(): Promise<ReadonlyMap<string, Buffer>> {
  const artifact = github.state.artifacts.find(({ name, runId }) => name === 'shotclock-run' && runId === RUN_ID);
  return await readZip(artifact?.bytes ?? Buffer.alloc(0), ARTIFACT_LIMITS);
}

describe('the benchmark action', () => {
  test('measures, uploads the run with its reports, and writes the summary', async () => {
    const run = await benchmark();
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 0, errors: [] });
    const files = await uploaded();
    expect([...files.keys()].toSorted()).toEqual(['report.html', 'report.md', 'run.json']);
    const document = parseForeignRun(files.get('run.json')?.toString('utf8') ?? '', 'run.json');
    expect(document.outcomes).toMatchObject([{ operation: 'web.hello', ok: 5 }]);
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'run-id': document.run.id });
    expect(run.outputs['artifact-id']).toBe(String(github.state.artifacts[0]?.id));
    expect(await readFile(run.outputs['run'] ?? '', 'utf8')).toBe(files.get('run.json')?.toString('utf8'));
    expect(run.summary).toContain('web.hello');
    expect(run.groups.length).toBeGreaterThan(0);
  });

  test('fails the step on a failed objective, and uploads what it measured all the same', async () => {
    await writeFile(
      join(workspace, 'shotclock.yml'),
      webProject('objectives: ["web.hello.response.p50 < 0.0001ms"]\n').replace('samples: 5', 'samples: 20'),
    );
    const run = await benchmark();
    expect(run.exitCode).toBe(1);
    expect(errors(run).join()).toContain('web.hello');
    expect(run.outputs['verdict']).toBe('fail');
    expect((await uploaded()).has('run.json')).toBe(true);
  });

  test('compares with a base, tells what got worse, and judges its measurements as the command line does, to the byte', async () => {
    await rm(join(workspace, 'web.mjs'));
    const place = {
      folder: workspace,
      write: async (name: string, content: string) => {
        await writeFile(join(workspace, name), content);
        return join(workspace, name);
      },
    };
    await writeSides(place, {}, { prompt: 'Who leads the league now?' });
    const run = await benchmark({ inputs: { mode: 'compare', base: 'main', only: 'api.ask', budget: '4s' } });
    expect({ exitCode: run.exitCode, verdict: run.outputs['verdict'] }).toEqual({ exitCode: 1, verdict: 'fail' });
    expect(JSON.parse(run.outputs['flagged'] ?? '')).toEqual(['api.ask.tokens.input', 'api.ask.cost']);
    const { comparison } = parseForeignRun((await uploaded()).get('run.json')?.toString('utf8') ?? '', 'run.json');
    if (comparison === undefined) throw new Error('nothing was compared');
    const { again, then } = judgedAgain(comparison);
    expect(again).toBe(then);
  });

  test('uploads nothing with artifact: ""', async () => {
    expect((await benchmark({ inputs: { artifact: '' } })).exitCode).toBe(0);
    expect(github.state.artifacts).toEqual([]);
  });

  test.each([
    ['a configuration that is not there', { inputs: { config: 'nowhere.yml' } }, /nowhere\.yml/],
    ['an input that is no number', { inputs: { samples: 'many' } }, /samples/],
    ['an operation that nothing matches', { inputs: { only: 'nothing.*' } }, /nothing\.\*/],
    ['days to keep what is not kept', { inputs: { artifact: '', 'retention-days': '5' } }, /retention-days.*artifact is empty/],
    ['a folder that is not there', { inputs: { 'working-directory': 'nowhere' } }, /nowhere/],
  ])('%s is one clear line', async (_, options, message) => {
    const run = await benchmark(options);
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(run.log).not.toMatch(/^\s+at /m);
  });

  test('a mistake in the configuration is named with its place', async () => {
    await writeFile(join(workspace, 'shotclock.yml'), 'operations: [\n');
    const run = await benchmark();
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({
      exitCode: 2,
      errors: [expect.stringMatching(/shotclock\.yml:\d+:\d+/)],
    });
  });

  test('says why the system did not start, in its own last words, which are no commands to the runner', async () => {
    await writeFile(
      join(workspace, 'web.mjs'),
      'console.log("::add-mask::x\\n::error::forged\\nno such table: players"); process.exit(3);',
    );
    const run = await benchmark();
    expect(run.exitCode).toBe(2);
    expect(errors(run).join()).toMatch(/no such table: players|web/);
    expect(run.masks).not.toContain('x');
    expect(errors(run)).not.toContain('forged');
  });

  test('shows what a system answers as text: no command, no markup', async () => {
    const hostile = '::add-mask::hidden\\n##[error]forged\\r::error::forged <img src=x> @octocat';
    await writeFile(join(workspace, 'web.mjs'), WEB_SERVER.replace("JSON.stringify({ status: 'ok' })", `'${hostile}'`));
    const run = await benchmark();
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain('hidden');
    expect(run.masks).not.toContain('hidden');
    expect(run.commands.filter(({ data }) => data.startsWith('forged'))).toEqual([]);
    expect(new Set(run.commands.map(({ name }) => name))).toEqual(new Set(['add-mask', 'debug', 'endgroup', 'error', 'group']));
    expect(errors(run)).toEqual([expect.stringMatching(/^Fail: 1 of 1 objective missed/)]);
    expect(run.summary).toContain('hidden');
    expect(foreignRendering(run.summary, [])).toEqual([]);
  });

  test('shows a secret of the system nowhere: not in the log, not in the artifact', async () => {
    const secret = `sk-${PLANTED}-0123456789`;
    await writeFile(
      join(workspace, 'web.mjs'),
      `console.log('key ' + process.env.API_KEY); console.error(process.env.API_KEY);\n${WEB_SERVER}`,
    );
    await writeFile(
      join(workspace, 'shotclock.yml'),
      webProject().replace('ready: { http: / }', "ready: { http: / }, env: { API_KEY: '${API_KEY}' }"),
    );
    const run = await benchmark({ env: { API_KEY: secret } });
    expect(run.exitCode).toBe(0);
    expect(run.masks).toContain(secret);
    expect((await uploaded()).has('run.json')).toBe(true);
  });

  test('keeps what it measured when the job is cancelled', async () => {
    await writeFile(join(workspace, 'shotclock.yml'), webProject().replace('samples: 5', 'samples: 100000'));
    const run = await benchmark({ cancelAt: '% ' });
    expect(run.exitCode).toBe(130);
    const document = parseForeignRun(await readFile(run.outputs['run'] ?? '', 'utf8'), 'run.json');
    expect(document.run.status).toBe('partial');
  });

  test('says what is not supported on GitHub Enterprise Server, after measuring', async () => {
    const run = await benchmark({ env: { GITHUB_SERVER_URL: 'https://github.example.com' } });
    expect(run.exitCode).toBe(2);
    expect(errors(run)).toEqual([expect.stringMatching(/Enterprise Server[\s\S]*artifact/)]);
    expect(run.outputs['verdict']).toBe('pass');
  });

  test('tries an upload again after a server error, a rate limit and a dropped connection', async () => {
    for (const answer of [{ status: 503, body: {} }, { status: 429, body: {} }, 'reset'] as const)
      github.misbehave({ path: /CreateArtifact/, answer });
    // At the same time, because the toolkit waits for seconds.
    const runs = await Promise.all(
      [1, 2, 3].map(async (job) => {
        const own = join(workspace, String(job));
        await mkdir(own);
        for (const file of ['web.mjs', 'shotclock.yml']) await cp(join(workspace, file), join(own, file));
        return await benchmark({ workspace: own, inputs: { artifact: `run-${job}` } });
      }),
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(github.state.artifacts.map(({ name }) => name).toSorted()).toEqual(['run-1', 'run-2', 'run-3']);
    const refused = github.requests.filter(({ path, status }) => path.includes('CreateArtifact') && status !== 200);
    expect(refused.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([0, 429, 503]);
  });

  test.each([
    ['a token that the store refuses (403)', { path: /CreateArtifact/, status: 403 }, /not uploaded: .*Forbidden/],
    ['a store that is not there (404)', { path: /CreateArtifact/, status: 404 }, /not uploaded: .*Not Found/],
    [
      'a name that was used in this run already (409)',
      { path: /CreateArtifact/, status: 409 },
      /already: give each benchmark of a workflow/,
    ],
    ['a request that the store does not take (422)', { path: /FinalizeArtifact/, status: 422 }, /not uploaded: .*Unprocessable/],
    ['a signature that has run out (403)', { path: /blobs\/uploads/, status: 403 }, /not uploaded/],
  ])('says what became of the upload, and keeps what it measured: %s', async (_, { path, status }, message) => {
    github.misbehave({ path, times: 100, answer: { status, body: { code: 'refused', msg: 'refused' } } });
    const run = await benchmark();
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
    expect(run.outputs).toMatchObject({ verdict: 'pass', run: expect.stringMatching(/run\.json$/) });
    expect(run.outputs).not.toHaveProperty('artifact-id');
    expect(run.summary).toContain('web.hello');
    expect(run.log).not.toMatch(/^\s+at /m);
  });
});
