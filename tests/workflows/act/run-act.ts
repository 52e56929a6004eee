import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { at, parseJson, textAt } from '../../../workflows-lib/core/json.ts';

/** What act is to run. */
export interface ActOptions {
  readonly event: { readonly name: string; readonly payload: unknown };
  /** The workflow's file, from the repository's root. */
  readonly workflow: string;
  /** The clone whose HEAD is the commit of the event. Workflows are read from here; jobs start in an empty folder. */
  readonly repository: string;
  /** Holds act's caches, temporary files and home. */
  readonly work: string;
  /** What other repositories' actions and workflows are: `owner/name@ref` to a folder. */
  readonly folders: Readonly<Record<string, string>>;
  /** GITHUB_* variables of the job. */
  readonly variables: Readonly<Record<string, string>>;
  /** `github.token`. */
  readonly token: string;
  readonly runtime: { readonly url: string; readonly token: string };
  readonly timeoutMs?: number;
}

/** How a workflow went. */
export interface ActRun {
  readonly exitCode: number | null;
  /** By the id of the job. A job whose condition was false is not there. */
  readonly jobs: Readonly<Record<string, string>>;
  /**
   * What was logged, a line each, and the summaries of the steps. Of the log the last lines of a step may be missing: act sometimes
   * hangs up on a step before it has read everything. Summaries are whole.
   */
  readonly log: string;
}

/**
 * Runs a workflow with act, every job as a plain process on this machine. Nothing of the own environment leaks in.
 *
 * Artifacts go to the given runtime, not to act's own artifact server, which knows no `@actions/artifact` 6.2: act hands ACTIONS_RUNTIME_URL
 * and ACTIONS_RUNTIME_TOKEN of its own environment on to the steps when it was told to serve artifacts.
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const { event, work, runtime, repository, timeoutMs = 120_000 } = options;
  const eventPath = join(work, 'event.json');
  await writeFile(eventPath, JSON.stringify(event.payload));
  const child = spawn('act', [event.name, '--eventpath', eventPath, ...argumentsOf(options)], {
    cwd: repository,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      ...{ HOME: join(work, 'home'), TMPDIR: join(work, 'tmp'), XDG_CACHE_HOME: join(work, 'cache') },
      ...{ ACTIONS_RUNTIME_URL: runtime.url, ACTIONS_RUNTIME_TOKEN: runtime.token },
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, timeoutMs);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  return { exitCode, ...readLog(output) };
}

function argumentsOf({ workflow, work, folders, variables, token }: ActOptions): string[] {
  return [
    ...['--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted', '--json', '--secret', `GITHUB_TOKEN=${token}`],
    // Without it, act takes the working directory for the checkout and runs no actions/checkout.
    '--no-skip-checkout',
    ...['--action-offline-mode', '--no-cache-server'],
    ...['--artifact-server-path', join(work, 'artifacts'), '--artifact-server-addr', '127.0.0.1', '--artifact-server-port', '0'],
    ...Object.entries(folders).flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`]),
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
}

function readLog(output: string): Pick<ActRun, 'jobs' | 'log'> {
  const jobs: Record<string, string> = {};
  const lines = output.split('\n').filter((line) => line !== '');
  const messages = lines.map((line) => {
    const entry = parseJson(line);
    const [job, result] = [textAt(entry, 'jobID'), textAt(entry, 'jobResult')];
    if (result !== '') jobs[job] = result;
    const message = at(entry, 'msg');
    return typeof message === 'string' ? `[${job}] ${message.trimEnd()}` : line;
  });
  return { jobs, log: messages.join('\n') };
}
