import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './workflow-files.ts';
import type { WorkflowFile } from './workflow-files.ts';

/** What a linter found, as `file: rule or message`. */
export type Findings = readonly string[];

const TIMEOUT_MS = 60_000;

/** A folder that looks like a repository with these workflows and this repository's linter settings. `remove` it afterwards. */
export function layOut(files: readonly WorkflowFile[]): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'shotclock-lint-'));
  // Both linters take the folder with .git for the root of the project.
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, '.github'));
  cpSync(join(ROOT, '.github', 'actionlint.yaml'), join(root, '.github', 'actionlint.yaml'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return {
    root,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** actionlint over the workflows of a repository. What is ignored stands, with its reason, in `.github/actionlint.yaml`. */
export function actionlint(root: string): Findings {
  // Other linters that happen to be installed must not change the result.
  const { stdout } = run('actionlint', ['-no-color', '-oneline', '-shellcheck=', '-pyflakes='], { root, codes: [0, 1] });
  return stdout.split('\n').filter((line) => line !== '');
}

/** zizmor without network, as strict as it is with sensible findings. `noIgnores` also shows what is explained in place. */
export function zizmor(root: string, options: { readonly config?: string; readonly noIgnores?: boolean } = {}): Findings {
  const args = ['--offline', '--persona', 'pedantic', '--strict-collection', '--no-progress', '--quiet', '--format', 'json-v1'];
  const config = options.config === undefined ? [] : ['--config', options.config];
  const ignores = options.noIgnores === true ? ['--no-ignores'] : [];
  const { stdout } = run('zizmor', [...args, ...config, ...ignores, '.'], { root, codes: [0, 11, 12, 13, 14] });
  return (JSON.parse(stdout) as ZizmorFinding[])
    .filter(({ ignored }) => options.noIgnores === true || !ignored)
    .map(({ ident, locations }) => `${locations[0]?.symbolic.key.Local?.verbatim_path ?? '?'}: ${ident}`);
}

interface ZizmorFinding {
  readonly ident: string;
  readonly ignored: boolean;
  readonly locations: readonly { readonly symbolic: { readonly key: { readonly Local?: { readonly verbatim_path: string } } } }[];
}

function run(
  program: string,
  args: readonly string[],
  { root, codes }: { readonly root: string; readonly codes: readonly number[] },
): { readonly stdout: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', timeout: TIMEOUT_MS });
  if (status === null || !codes.includes(status)) throw new Error(`${program} ended with ${status ?? 'a signal'}: ${stderr}`);
  return { stdout };
}
