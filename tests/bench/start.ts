/**
 * `npm run bench:start`: how long an action takes from being started to its first line of output, as shipped (`actions/<name>/dist`), under
 * the environment of a runner that has set no input. Bare Node and one line printed by Node stand beside it, measured in the same rounds: that
 * part is not ours. The memory of the machine is warm: a hosted runner has just unpacked the bundle.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBench, type BenchOptions, type Figure } from './bench.ts';

const ACTIONS = join(import.meta.dirname, '..', '..', 'actions');
/** The goal is for an action that needs no upload and no model; the first line of the others should not have to wait either. */
const TARGET_MS = 100;
const ROUNDS = { full: 40, quick: 10 } as const;
/** Until files and code are in the machine's caches. */
const WARM_UP_ROUNDS = 2;
const PATIENCE_MS = 30_000;

/** Something to start, and what to wait for. */
interface Contest {
  readonly name: string;
  readonly args: readonly string[];
  readonly until: 'line' | 'exit';
  readonly atMost?: number;
}

await runBench('start: from spawn to the first line of output, as shipped', async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    return await measure(contests(), await runnerEnvironment(folder), options);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function contests(): Contest[] {
  const built = readdirSync(ACTIONS).filter((name) => existsSync(join(ACTIONS, name, 'dist', 'index.js')));
  if (built.length === 0) throw new Error('No action is built: run npm run build:actions first.');
  return [
    { name: 'node, nothing to do, to its exit', args: ['-e', ''], until: 'exit' },
    { name: 'node, console.log', args: ['-e', 'console.log(1)'], until: 'line' },
    ...built.flatMap((name): Contest[] => {
      const args = [join(ACTIONS, name, 'dist', 'index.js')];
      return [
        { name: `action ${name}`, args, until: 'line', atMost: TARGET_MS },
        { name: `action ${name}, to its exit: an input or a plan is missing`, args, until: 'exit' },
      ];
    }),
  ];
}

/** What every job has; no input is set, so that an action ends soon after its first line. */
async function runnerEnvironment(folder: string): Promise<Record<string, string>> {
  const files = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH'];
  const paths = Object.fromEntries(files.map((name) => [name, join(folder, name)]));
  await Promise.all(Object.values(paths).map(async (path) => writeFile(path, path.endsWith('EVENT_PATH') ? '{}' : '')));
  return {
    ...paths,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'octo/example',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    // Nobody listens there, so that nothing is waited for.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    HOME: folder,
    PATH: '/usr/bin:/bin',
  };
}

/** In turn, so that drift of the machine falls on all alike. */
async function measure(
  all: readonly Contest[],
  env: Readonly<Record<string, string>>,
  { quick, progress }: BenchOptions,
): Promise<Figure[]> {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const times = new Map<Contest, number[]>(all.map((contest) => [contest, []]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    progress(`round ${round + 1} of ${rounds}`);
    for (const contest of all) {
      const ms = await timeOf(contest, env);
      if (round >= 0) times.get(contest)?.push(ms);
    }
  }
  return [...times].map(([{ name, atMost }, values]) => ({
    name: `${name}: median of ${rounds}`,
    value: median(values),
    unit: 'ms',
    ...(atMost === undefined ? {} : { atMost }),
  }));
}

/** Milliseconds until the first byte of output, or the exit. What follows the first byte is not waited for. */
async function timeOf({ name, args, until }: Contest, env: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now();
  const cwd = env['GITHUB_WORKSPACE'];
  const child = spawn(process.execPath, args, { env: { ...env }, cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) });
  const ms = new Promise<number>((resolve, reject) => {
    const stop = (): void => {
      resolve(performance.now() - start);
    };
    if (until === 'line') child.stdout.once('data', stop);
    child.once('exit', () => {
      if (until === 'exit') stop();
      else reject(new Error(`${name} printed nothing.`));
    });
  });
  try {
    return await ms;
  } finally {
    child.stdout.resume();
    await exited.finally(() => child.kill('SIGKILL'));
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}
