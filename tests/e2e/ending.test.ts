import { spawnSync } from 'node:child_process';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSandbox } from './cli.ts';
import type { Sandbox } from './cli.ts';
import { WEB_SERVER, serviceProject, webProject } from './projects.ts';
import { parseRun } from '../../workflows-lib/history/read-run.ts';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';

let sandbox: Sandbox;

const WITH_DATABASE = webProject('services:\n  database: { type: postgres }\n').replace(
  'operations:\n',
  'operations:\n  database.one: { on: database, query: SELECT 1 }\n',
);

beforeEach(async () => {
  sandbox = await createSandbox();
  await sandbox.write('web.mjs', WEB_SERVER);
  await sandbox.write('shotclock.yml', WITH_DATABASE);
});

afterEach(async () => {
  const left = await sandbox.leftovers();
  await sandbox.remove();
  expect(left).toEqual([]);
});

async function savedRuns(): Promise<RunDocument[]> {
  const folder = join(sandbox.folder, '.shotclock', 'runs');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map(async (name) => parseRun(await readFile(join(folder, name, 'run.json'), 'utf8'), name)));
}

test('a benchmark writes the run and its reports and exits 0', async () => {
  const { code, stdout } = await sandbox.run(['benchmark']);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/database\.one[^]*report\.html/) });
  const runs = await savedRuns();
  expect(runs).toHaveLength(1);
  expect(runs[0]?.outcomes.map(({ operation, ok }) => [operation, ok]).toSorted()).toEqual([
    ['database.one', 5],
    ['web.hello', 5],
  ]);
});

test('--json puts one document on standard output and nothing else', async () => {
  const { stdout } = await sandbox.run(['benchmark', '--only', 'web.*', '--json']);
  expect(parseRun(stdout, 'stdout').outcomes.map(({ operation }) => operation)).toEqual(['web.hello']);
});

test('the tour measures the benchmark and each number of users, and the second one finds the first in the history', async () => {
  await sandbox.run(['demo']);
  const { code, stdout } = await sandbox.run(['demo']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/2 runs/);
  expect((await savedRuns())[0]?.stages.map(({ id }) => id)).toEqual(['sequential', 'users=1', 'users=2']);
});

test.each(['Postgre', 'web', '%'])('Ctrl-C when it first speaks of "%s" ends with 130 and leaves nothing', async (text) => {
  const { code, stderr } = await sandbox.run(['benchmark', '--samples', '5000', '--verbose'], {
    signalAt: { text, signal: 'SIGINT' },
  });
  expect({ code, stderr }).toMatchObject({ code: 130, stderr: expect.stringMatching(/SIGINT: stopping/) });
});

test('what was measured before Ctrl-C is saved and marked partial', async () => {
  const { code } = await sandbox.run(['demo', '--samples', '3', '--users', '1', '--duration', '60s'], {
    signalAt: { text: 'users, ', signal: 'SIGTERM' },
  });
  expect(code).toBe(130);
  const [run] = await savedRuns();
  expect(run?.run).toMatchObject({ status: 'partial', partialReason: expect.stringMatching(/stopped on request/) });
  expect(run?.outcomes.find(({ stage }) => stage === 'sequential')?.ok).toBe(3);
  expect(run?.verdict).toBe('inconclusive');
});

test.each(['SIGINT', 'SIGTERM'] as const)('a %s to the whole group, which arrives twice, is one wish to stop', async (signal) => {
  const { code } = await sandbox.run(['demo', '--samples', '3', '--users', '1', '--duration', '60s'], {
    signalAt: { text: 'users, ', signal, group: true },
    wrapped: true,
  });
  expect(code).toBe(130);
  expect((await savedRuns())[0]?.run.status).toBe('partial');
});

test('a reader who hangs up on the progress changes neither the verdict nor the run', async () => {
  const { code } = await sandbox.run(['benchmark'], { hangUp: true });
  expect(code).toBe(0);
  expect((await savedRuns())[0]?.run.status).toBe('complete');
});

test('being killed without a chance to clean up leaves nothing running and no folder', async () => {
  const { code } = await sandbox.run(['benchmark', '--samples', '5000'], { signalAt: { text: '%', signal: 'SIGKILL' } });
  expect(code).toBeNull();
});

test('an MCP server over stdio that outlives its input is ended as well', async () => {
  await sandbox.write(
    'stubborn.mjs',
    `
import { createInterface } from 'node:readline';
setInterval(() => undefined, 1000);
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => undefined);
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method } = JSON.parse(line);
  const result = { initialize: { protocolVersion: '2025-06-18', capabilities: {}, serverInfo: { name: 's', version: '1' } }, 'tools/list': { tools: [] } };
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: result[method] ?? {} }));
});`,
  );
  await sandbox.write(
    'shotclock.yml',
    serviceProject('{ type: mcp, run: node stubborn.mjs }', '{ on: target, list_tools: true }'),
  );
  const { code } = await sandbox.run(['benchmark', '--samples', '50000'], { signalAt: { text: '%', signal: 'SIGKILL' } });
  expect(code).toBeNull();
});

test('a process of the system that dies while measured ends the run, names it and keeps what was measured', async () => {
  await sandbox.write('web.mjs', `${WEB_SERVER}\nsetTimeout(() => { console.error('out of cheese'); process.exit(9); }, 2500);`);
  const { code, stderr } = await sandbox.run(['benchmark', '--samples', '50000']);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/web[^]*out of cheese/) });
  expect((await savedRuns())[0]?.run.status).toBe('partial');
});

test('two runs at the same time do not disturb each other', async () => {
  const results = await Promise.all([sandbox.run(['benchmark']), sandbox.run(['benchmark'])]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(await savedRuns()).toHaveLength(2);
});

const MAY_MOUNT =
  process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

(MAY_MOUNT ? test : test.skip)('a full disk loses nothing: the run is saved elsewhere and the message says where', async () => {
  const full = join(sandbox.folder, 'full');
  await mkdir(full);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', full]).status).toBe(0);
  try {
    const { code, stderr } = await sandbox.run(['benchmark', '--out', full], { env: { TMPDIR: sandbox.folder } });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no space is left on the disk; it was saved to/),
    });
  } finally {
    spawnSync('umount', [full]);
  }
});

test('a spend limit ends the run as soon as it is passed', async () => {
  await sandbox.write(
    'shotclock.yml',
    `
system: { name: tiny, processes: {} }
services:
  claude: { type: anthropic, model: claude-sonnet-4-5, base_url: simulated }
operations:
  claude.ask: { on: claude, prompt: 'Tell me a long story.' }
objectives: ['abort: spend > $0.0000001']
`,
  );
  const { code, stderr } = await sandbox.run(['benchmark', '--samples', '5000']);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/spent \$/) });
  // The very first call, a warm-up, was one too many: nothing was measured, but its bill is in the document.
  const [run] = await savedRuns();
  expect(run?.outcomes).toEqual([]);
  expect(run?.usage).toMatchObject([{ stage: 'warm-up', calls: 1 }]);
  expect(run?.cost.totalUsd).toBeGreaterThan(0);
});
