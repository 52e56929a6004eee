import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { benchPlan } from './bench-plan.ts';
import type { Planting } from './plantings.ts';
import { replaceOnce } from './replace-once.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const EXAMPLE = join('examples', 'nba-synthesis');

/** Tests are not needed, and the season is made anew by the plan's own command. */
function isWanted(path: string): boolean {
  return !path.endsWith('.test.ts') && basename(path) !== '.generated';
}

/**
 * Makes a folder that holds a copy of the example, the benchmark's plan, and a link to what is installed here; then plants a regression in
 * the copy. Throws when a text to be replaced is not there exactly once.
 */
export async function copyExample(folder: string, planting?: Planting): Promise<void> {
  const example = join(folder, EXAMPLE);
  await mkdir(example, { recursive: true });
  await cp(join(REPOSITORY, EXAMPLE), example, { recursive: true, filter: isWanted });
  await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'shotclock.yml'), benchPlan(await readFile(join(REPOSITORY, 'shotclock.yml'), 'utf8')));
  for (const { file, find, replace } of planting?.edits ?? []) {
    const path = join(example, file);
    await writeFile(path, replaceOnce(await readFile(path, 'utf8'), { find, replace, place: file }));
  }
}
