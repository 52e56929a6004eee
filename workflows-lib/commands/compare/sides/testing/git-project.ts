import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What git needs to commit, on any machine, whatever its settings are. */
export const GIT_ENV = {
  PATH: process.env['PATH'],
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
};

/** A folder with real repositories in it. */
export interface GitProject {
  readonly folder: string;
  /** A repository `origin` with the branch main checked out. */
  readonly origin: string;
  readonly git: (where: string, ...args: string[]) => Promise<string>;
  /** Writes files and commits them; returns the commit. */
  readonly commit: (where: string, message: string, files?: Readonly<Record<string, string>>) => Promise<string>;
  /** Clones origin over a URL, so that `--depth` works. */
  readonly clone: (name: string, ...args: string[]) => Promise<string>;
  readonly dispose: () => Promise<void>;
}

/** Makes one. */
export async function gitProject(): Promise<GitProject> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'git-project-')));
  const origin = join(folder, 'origin');
  const git = async (where: string, ...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-C', where, ...args], { env: GIT_ENV })).stdout.trim();
  await git(folder, 'init', '--quiet', '--initial-branch=main', origin);
  return {
    folder,
    origin,
    git,
    commit: async (where, message, files = { 'file.txt': message }) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(where, name)), { recursive: true });
        await writeFile(join(where, name), text);
      }
      await git(where, 'add', '--all');
      await git(where, 'commit', '--quiet', '--allow-empty', '--message', message);
      return git(where, 'rev-parse', 'HEAD');
    },
    clone: async (name, ...args) => {
      await git(folder, 'clone', '--quiet', ...args, `file://${origin}`, join(folder, name));
      return join(folder, name);
    },
    dispose: async () => rm(folder, { recursive: true, force: true }),
  };
}
