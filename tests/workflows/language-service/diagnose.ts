import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../workflow-files.ts';

/** A workflow, or an action's `action.yml`. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Something that GitHub's language service finds wrong. */
export interface Diagnosis {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const TIMEOUT_MS = 30_000;

/** What GitHub's language service says of documents. `$/` references and called workflows are looked up in `root`. */
export function diagnose(documents: readonly Document[], root: string = ROOT): readonly Diagnosis[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), root], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });
  if (status !== 0) throw new Error(`the language service failed: ${stderr}`);
  return JSON.parse(stdout) as Diagnosis[];
}
