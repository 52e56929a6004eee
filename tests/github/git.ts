import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './state.ts';

/** What git wrote, and how it ended. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
} as const;

/** Makes the bare folder of a repository when it is not there yet. Pushes over HTTP and fetches of any commit are allowed in it. */
export async function ensureGitFolder(repository: Repository): Promise<string> {
  const { gitFolder } = repository;
  if (existsSync(join(gitFolder, 'HEAD'))) return gitFolder;
  await mkdir(gitFolder, { recursive: true });
  await execute(['init', '--quiet', '--bare', `--initial-branch=${repository.defaultBranch}`, gitFolder], {});
  for (const setting of ['http.receivepack=true', 'uploadpack.allowAnySHA1InWant=true', 'gc.auto=0']) {
    const [name = '', value = ''] = setting.split('=');
    await execute(['--git-dir', gitFolder, 'config', name, value], {});
  }
  return gitFolder;
}

/** Runs git in the bare folder of a repository; a failure is a result, not an exception. */
export async function git(
  repository: Repository,
  args: readonly string[],
  options: { readonly input?: Buffer | string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<GitResult> {
  return execute(['--git-dir', await ensureGitFolder(repository), ...args], options);
}

function execute(
  args: readonly string[],
  { input, env = {} }: { readonly input?: Buffer | string; readonly env?: Readonly<Record<string, string>> },
): Promise<GitResult> {
  return new Promise((resolve) => {
    const options = { env: { ...ENVIRONMENT, ...env }, encoding: 'buffer' as const, maxBuffer: 64 << 20, timeout: 20_000 };
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr: stderr.toString('utf8') });
    });
    // Git may end before it has read everything; its exit code tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
