/** `shotclock.yml` -> Plan. The only reader of that file. */
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { errorCode } from '../core/error-code.ts';
import { UsageError } from '../core/errors.ts';
import type { Environment } from './interpolate.ts';
import { parsePlan } from './parse-plan.ts';
import type { Plan } from './plan.ts';

/** Name of the file that is looked for. */
const PLAN_FILE = 'shotclock.yml';

const LARGEST_FILE = 1_000_000;
const MEND = 'Change to a folder that has one, or point to the file with --config FILE.';
const MEND_IN_A_JOB =
  'Check the repository out before this step; where the file lies deeper, name its folder in working-directory, or the file in config.';

/** What to load. */
export interface LoadOptions {
  /** Path of the file, from `cwd`; without it `shotclock.yml` is looked for in `cwd` and the folders above. */
  readonly file?: string;
  /** Absolute folder. */
  readonly cwd: string;
  readonly env: Environment;
}

/**
 * Finds, reads and checks the plan. Throws UsageError when there is no file (saying where it was looked for), when it cannot be read, and
 * with one line for each mistake in it.
 */
export async function loadPlan({ file, cwd, env }: LoadOptions): Promise<Plan> {
  const path = file === undefined ? await findPlanFile(cwd, env) : resolve(cwd, file);
  const fromHere = relative(cwd, path);
  return parsePlan(await readPlanFile(path), { file: path, env, label: fromHere === '' ? path : fromHere });
}

async function findPlanFile(cwd: string, env: Environment): Promise<string> {
  // The folders above a folder that does not exist may hold a plan that was not meant.
  if (!(await isFolder(cwd))) throw new UsageError(`There is no folder ${cwd}. Check the working directory.`);
  const looked: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, PLAN_FILE);
    if (await isFile(path)) return path;
    const other = join(folder, 'shotclock.yaml');
    if (await isFile(other))
      throw new UsageError(`Found ${other}, but the file is called ${PLAN_FILE}: rename it, or use --config ${other}`);
    looked.push(folder);
    if (dirname(folder) === folder) break;
  }
  throw new UsageError(`No ${PLAN_FILE} in ${looked.join(', ')}. ${env['GITHUB_ACTIONS'] === 'true' ? MEND_IN_A_JOB : MEND}`);
}

async function isFile(path: string): Promise<boolean> {
  return (await facts(path))?.isFile() === true;
}

async function isFolder(path: string): Promise<boolean> {
  return (await facts(path))?.isDirectory() === true;
}

async function facts(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

async function readPlanFile(path: string): Promise<string> {
  try {
    const { size, isFile: isRegular } = await describe(path);
    if (!isRegular) throw new UsageError(`${path} is not a file. Point --config to a file such as ${join(path, PLAN_FILE)}.`);
    if (size > LARGEST_FILE)
      throw new UsageError(`${path} has ${size} bytes; a plan has at most ${LARGEST_FILE}. Is this the right file?`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw readingError(path, error);
  }
}

async function describe(path: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, isFile: stats.isFile() };
}

function readingError(path: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UsageError(`No file ${path}. Check the path given with --config.`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new UsageError(`${path} may not be read by this user. Check its permissions.`, { cause: error });
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new UsageError(`${basename(path)} is not UTF-8 text. Is ${path} the right file?`, { cause: error });
  return error;
}
