import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The root of this repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A workflow as it stands in a file. */
export interface WorkflowFile {
  /** As GitHub needs it: `.github/workflows/NAME.yml`. */
  readonly path: string;
  readonly text: string;
}

/** This repository's workflows. */
export const OWN_WORKFLOWS: readonly WorkflowFile[] = readFolder('.github/workflows');

/** What the README tells other repositories to write; `path` is where they put it. */
export const CALLERS: readonly WorkflowFile[] = readFolder('tests/workflows/caller');

function readFolder(folder: string): WorkflowFile[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => ({ path: `.github/workflows/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
}

/** The workflow of a name; throws when there is none. */
export function workflowNamed(files: readonly WorkflowFile[], name: string): WorkflowFile {
  const found = files.find(({ path }) => path === `.github/workflows/${name}.yml`);
  if (found === undefined) throw new Error(`no workflow ${name}`);
  return found;
}

/** The file with one text replaced by another. Throws when the text is not there exactly once, so that a mutation cannot miss its target. */
export function replaceOnce(file: WorkflowFile, [from, to]: readonly [string, string]): WorkflowFile {
  if (file.text.split(from).length !== 2) throw new Error(`${file.path} does not hold ${JSON.stringify(from)} exactly once`);
  return { ...file, text: file.text.replace(from, () => to) };
}
