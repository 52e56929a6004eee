import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../workflow-files.ts';

/** A clone with one commit of a branch and, on top of it, the merge that GitHub would make of it. */
export interface Project {
  readonly folder: string;
  /** The commit of the branch. */
  readonly head: string;
  /** The merge; HEAD of the clone. */
  readonly merge: string;
}

/** A plan that measures one command: small, so that what surrounds it can be run often. */
const TINY_PLAN = `
system: { name: tiny, processes: {} }
operations:
  shell.answer: { run: node answer.mjs, expect: { exit_code: 0 } }
benchmark: { samples: 3, warm_up: 0 }
objectives:
  - error_rate < 50%
`;

/** The same, but its command always ends with another code than expected, often enough to be sure of it. */
export const FAILING_PLAN = TINY_PLAN.replace('exit_code: 0', 'exit_code: 7').replace('samples: 3', 'samples: 20');

/** A user's small project. Its check is a script of its own that says that it ran. */
export function createTinyProject(folder: string, plan = TINY_PLAN): Project {
  const files: Readonly<Record<string, string>> = {
    'shotclock.yml': plan,
    'answer.mjs': 'process.stdout.write("42\\n");\n',
    '.node-version': '24\n',
    '.ci/run': '#!/usr/bin/env bash\necho "everything holds" >>"$GITHUB_STEP_SUMMARY"\n',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  chmodSync(join(folder, '.ci/run'), 0o755);
  return commit(folder);
}

/**
 * A copy of this repository as it stands, without what git ignores. Its packages are those that are installed here, by a link: the checkout
 * of a runner would install them over the network.
 */
export function copyThisRepository(folder: string): Project {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const name of names.split('\0')) {
    if (name !== '' && name !== 'node_modules' && existsSync(join(ROOT, name)))
      cpSync(join(ROOT, name), join(folder, name), { recursive: true, force: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return commit(folder);
}

function commit(folder: string): Project {
  const git = (...args: readonly string[]): string => {
    const identity = ['-c', 'user.name=octo-user', '-c', 'user.email=octo-user@example.com', '-c', 'commit.gpgsign=false'];
    const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    return execFileSync('git', [...identity, ...args], { cwd: folder, env, encoding: 'utf8' }).trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=A change');
  const head = git('rev-parse', 'HEAD');
  git('commit', '--quiet', '--allow-empty', '--message=Merge the change');
  return { folder, head, merge: git('rev-parse', 'HEAD') };
}
