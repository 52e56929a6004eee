import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readProcesses } from '../../workflows-lib/system/process-table.ts';
import { resolveInputs } from './action-definition.ts';
import { startLoopbackGitHub, type LoopbackGitHub } from './loopback.ts';
import { spawnAction, type ActionRun, type SpawnOptions } from './spawn-action.ts';
import { addRepository } from './state.ts';

const REPOSITORY = 'octo-org/octo-repo';
const packageUrl = (path: string): string =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '..', '..', 'node_modules', path)).href);
const CORE = packageUrl('@actions/core/lib/core.js');
const ARTIFACT = packageUrl('@actions/artifact/lib/artifact.js');

let root: string;
let github: LoopbackGitHub;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spawn-action-test-'));
  github = await startLoopbackGitHub();
});

afterAll(async () => {
  await github.close();
  await rm(root, { recursive: true, force: true });
});

const DEFINITION = `
name: Tiny
inputs:
  token: { default: '\${{ github.token }}' }
  working-directory: { default: . }
  two words: {}
  where: { default: "\${{ github.event.repository.name || 'nowhere' }} on \${{ runner.os }}" }
runs: { using: node24, main: dist/index.js }
`;

/** Runs a script as an action of its own. */
async function run(script: string, options: Partial<SpawnOptions> = {}): Promise<ActionRun> {
  const folder = await mkdtemp(join(root, 'action-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'action.yml'), DEFINITION);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'dist', 'index.js'), script);
  return spawnAction({ action: 'report', folder, ...options });
}

const printEnvironment = 'console.log(JSON.stringify(process.env))';

async function environmentOf(options: Partial<SpawnOptions> = {}): Promise<Record<string, string>> {
  const { stdout } = await run(printEnvironment, options);
  return JSON.parse(stdout) as Record<string, string>;
}

test('an action sees its inputs, defaults filled in by GitHub’s own evaluator, hyphens kept and blanks as underscores', async () => {
  const env = await environmentOf({
    token: 'ghs_given',
    inputs: { 'Working-Directory': 'sub', 'two words': ' x ' },
    event: { name: 'push', payload: { repository: { name: 'octo' } } },
  });
  const inputs = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('INPUT_')));
  expect(inputs).toEqual({
    INPUT_TOKEN: 'ghs_given',
    'INPUT_WORKING-DIRECTORY': 'sub',
    INPUT_TWO_WORDS: ' x ',
    INPUT_WHERE: 'octo on Linux',
  });
});

test('nothing of the test’s own environment reaches an action', async () => {
  process.env['PLANTED_BY_THE_TEST'] = 'leak';
  const env = await environmentOf();
  delete process.env['PLANTED_BY_THE_TEST'];
  expect(env).not.toHaveProperty('PLANTED_BY_THE_TEST');
  expect(env['HOME']).not.toBe(process.env['HOME']);
});

test('an input that action.yml does not know is passed on with a warning', async () => {
  const { annotations } = await run('', { inputs: { tokne: 'x' } });
  expect(annotations).toEqual([{ level: 'warning', message: "Unexpected input(s) 'tokne'", properties: {} }]);
});

test('a context that a default may not use is refused', () => {
  const definition = {
    name: 'x',
    runs: { using: 'node24' as const, main: 'x' },
    inputs: { key: { default: '${{ secrets.KEY }}' } },
  };
  expect(() => resolveInputs(definition, {}, { github: {} })).toThrow(/secrets/);
});

test('a pull request runs on its merge commit, and the event stands in its file', async () => {
  const payload = {
    pull_request: { number: 7, merge_commit_sha: 'c'.repeat(40), head: { ref: 'topic' }, base: { ref: 'main' } },
  };
  const { stdout } = await run(
    `import { readFileSync } from 'node:fs';
     const { GITHUB_REF, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_BASE_REF, GITHUB_EVENT_PATH } = process.env;
     const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
     console.log(JSON.stringify([GITHUB_REF, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_BASE_REF, event]));`,
    { event: { name: 'pull_request', payload } },
  );
  expect(JSON.parse(stdout)).toEqual(['refs/pull/7/merge', 'c'.repeat(40), 'topic', 'main', payload]);
});

test('what the toolkit writes is read back: outputs, state, variables, paths, masks, annotations, groups and summary', async () => {
  const result = await run(`
    import * as core from ${CORE};
    core.setSecret('hunter2');
    core.setOutput('verdict', 'pass');
    core.setOutput('text', 'one\\ntwo=2\\n\\nthree<<four');
    core.saveState('started', true);
    core.exportVariable('RUN', 'r1');
    core.addPath('/opt/tool');
    core.error('100% broken:\\nsecond', { title: 'a,b:c', file: 'src/a.ts', startLine: 3 });
    core.notice('look');
    await core.group('Folded', async () => core.info('inside'));
    await core.summary.addHeading('Done').write();
    core.setFailed('the end');
  `);
  expect(result.exitCode).toBe(1);
  expect(result.outputs).toEqual({ verdict: 'pass', text: 'one\ntwo=2\n\nthree<<four' });
  expect([result.state, result.env, result.paths]).toEqual([{ started: 'true' }, { RUN: 'r1' }, ['/opt/tool']]);
  expect(result.masks).toEqual(['hunter2']);
  expect(result.annotations).toEqual([
    { level: 'error', message: '100% broken:\nsecond', properties: { title: 'a,b:c', file: 'src/a.ts', line: '3' } },
    { level: 'notice', message: 'look', properties: {} },
    { level: 'error', message: 'the end', properties: {} },
  ]);
  expect(result.groups).toEqual(['Folded']);
  expect(result.summary).toContain('<h1>Done</h1>');
  expect([result.failures, result.leftovers, result.orphans]).toEqual([[], [], []]);
});

test('a secret that only the runner would have hidden is seen in the log, the mask itself is not', async () => {
  const masked = await run("console.log('::add-mask::hunter2')");
  const leaked = await run("console.log('::add-mask::hunter2'); console.error('it is hunter2')");
  expect(masked.log).not.toContain('hunter2');
  expect(leaked.log).toContain('it is hunter2');
});

test('commands on standard error and in the middle of a line count too, as they do for the runner', async () => {
  const { annotations, masks } = await run("console.error('::warning::from below'); console.log('text ##[add-mask]planted')");
  expect(annotations).toEqual([{ level: 'warning', message: 'from below', properties: {} }]);
  expect(masks).toEqual(['planted']);
});

test('an action that writes a malformed output file is reported', async () => {
  const script = "import { appendFileSync } from 'node:fs'; appendFileSync(process.env.GITHUB_OUTPUT, 'A<<E\\nnever closed');";
  await expect(run(script)).rejects.toThrow("Matching delimiter not found 'E'");
});

test('a summary over 1 MiB is dropped with an error, as on GitHub', async () => {
  const write = (bytes: number): string =>
    `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(${bytes}));`;
  const [most, tooMuch] = [await run(write(1_048_576)), await run(write(1_048_577))];
  expect([most.summary.length, most.annotations]).toEqual([1_048_576, []]);
  expect([tooMuch.summary, tooMuch.annotations.length]).toEqual(['', 1]);
});

test('NODE_OPTIONS cannot be set for later steps', async () => {
  const { env, annotations } = await run(
    "import { appendFileSync } from 'node:fs'; appendFileSync(process.env.GITHUB_ENV, 'node_options=--require x\\nOK=1\\n');",
  );
  expect(env).toEqual({ OK: '1' });
  expect(annotations[0]?.message).toContain('node_options');
});

test('argument lists of the whole process tree are seen, also of a detached child with an environment of its own', async () => {
  const { argumentLists, orphans } = await run(`
    import { spawn } from 'node:child_process';
    const options = { detached: true, env: {}, stdio: 'ignore' };
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)', 'secret-argument'], options);
    await new Promise((resolve) => child.on('exit', resolve));
  `);
  expect(argumentLists.join('\n')).toContain('secret-argument');
  expect(argumentLists.join('\n')).toContain('dist/index.js');
  expect(orphans).toEqual([]);
});

test('what an action leaves running is ended and named', async () => {
  const { orphans, exitCode, stdout } = await run(`
    import { spawn } from 'node:child_process';
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'left-running'], { detached: true, stdio: 'inherit' });
    child.unref();
    console.log(child.pid);
    setTimeout(() => {}, 200);
  `);
  expect(exitCode).toBe(0);
  expect(orphans).toEqual([expect.stringContaining('left-running')]);
  // Nobody may have collected it yet, but it does not run.
  expect(readProcesses().filter(({ pid, state }) => pid === Number(stdout) && state !== 'Z')).toEqual([]);
});

test('files outside the workspace are named, and everything is removed afterwards', async () => {
  const { leftovers, stdout } = await run(`
    import { writeFileSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    writeFileSync(tmpdir() + '/forgotten', '');
    writeFileSync(process.env.RUNNER_TEMP + '/kept', '');
    writeFileSync('in-the-workspace', '');
    console.log(process.env.GITHUB_WORKSPACE);
  `);
  expect(leftovers.toSorted()).toEqual(['tmp/forgotten', 'work/_temp/kept']);
  await expect(readdir(stdout.trim())).rejects.toThrow('ENOENT');
});

test('a workspace of the test’s own stays', async () => {
  const workspace = await mkdtemp(join(root, 'workspace-'));
  await run("import { writeFileSync } from 'node:fs'; writeFileSync('run.json', '{}');", { workspace });
  expect(await readdir(workspace)).toEqual(['run.json']);
});

test('an action that does not end is ended, with what it said in the error', async () => {
  await expect(run("console.log('working'); setInterval(() => {}, 1000)", { timeoutMs: 500 })).rejects.toThrow(
    /500 ms[^]*working/,
  );
});

test('a cancelled step gets SIGINT once its output shows that it is under way', async () => {
  const { exitCode } = await run(
    "process.on('SIGINT', () => process.exit(130)); console.log('under way'); setInterval(() => {}, 1000)",
    { cancelAt: 'under way' },
  );
  expect(exitCode).toBe(130);
});

test('the time to the first line is that of the first line, not of the end', async () => {
  const { firstLineMs, durationMs } = await run("console.log('now'); setTimeout(() => console.log('later'), 400)");
  expect(durationMs - firstLineMs).toBeGreaterThan(300);
  expect((await run('')).firstLineMs).toBe(Number.POSITIVE_INFINITY);
});

test('identity variables are there only for a token that may ask for identities', async () => {
  addRepository(github.state, REPOSITORY);
  const granted = github.token({ repository: REPOSITORY, grants: { 'id-token': 'write' } });
  const plain = github.token({ repository: REPOSITORY, grants: { contents: 'write' } });
  expect(await environmentOf({ github, token: granted })).toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
  expect(await environmentOf({ github, token: plain })).not.toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
});

test('an action gets an identity token for its audience by the toolkit', async () => {
  addRepository(github.state, REPOSITORY);
  const token = github.token({ repository: REPOSITORY, grants: { 'id-token': 'write' } });
  const { outputs, exitCode } = await run(
    `import * as core from ${CORE};
     const token = await core.getIDToken('https://audience.example/a b');
     core.setOutput('claims', Buffer.from(token.split('.')[1], 'base64url').toString());`,
    { github, token },
  );
  expect(exitCode).toBe(0);
  expect(JSON.parse(outputs['claims'] ?? '')).toMatchObject({
    aud: 'https://audience.example/a b',
    sub: `repo:${REPOSITORY}:ref:refs/heads/main`,
    run_id: '7001',
  });
});

test('an action uploads by the official package, and the artifact is there for everybody', async () => {
  addRepository(github.state, REPOSITORY);
  const token = github.token({ repository: REPOSITORY, grants: {} });
  const result = await run(
    `import { DefaultArtifactClient } from ${ARTIFACT};
     import { writeFileSync } from 'node:fs';
     writeFileSync('run.json', '{"a":1}');
     const client = new DefaultArtifactClient();
     const { id, size, digest } = await client.uploadArtifact('shotclock-run', ['run.json'], process.cwd(), { retentionDays: 3 });
     console.log(JSON.stringify({ id, size, digest }));`,
    { github, token, env: { GITHUB_RUN_ID: '4242' } },
  );
  expect(result.stderr).toBe('');
  expect(result.exitCode).toBe(0);
  const [artifact] = github.state.artifacts;
  expect(artifact).toMatchObject({ name: 'shotclock-run', runId: 4242, repository: REPOSITORY });
  expect(JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    id: artifact?.id,
    size: artifact?.bytes.length,
    digest: artifact?.digest.replace('sha256:', ''),
  });
  expect(github.violations).toEqual([]);
});
