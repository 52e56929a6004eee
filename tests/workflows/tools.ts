import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from '@jest/globals';

/** Where a program stands in PATH; undefined when it is not there. */
export function findTool(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => isExecutable(path));
}

/** `test` where the tools are in PATH; otherwise a `test` that skips and says in its name what is missing and how to get it. */
export function testWith(
  ...names: readonly string[]
): (name: string, body: () => void | Promise<void>, timeoutMs?: number) => void {
  const missing = names.filter((name) => findTool(name) === undefined);
  return (name, body, timeoutMs) => {
    if (missing.length === 0) test(name, body, timeoutMs);
    else test.skip(`${name} (skipped: no ${missing.join(' and no ')} in PATH; .ci/run installs it)`, body);
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
