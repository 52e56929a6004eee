import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../core/atomic-file.ts';
import { errorCode } from '../core/error-code.ts';
import { UsageError, toError } from '../core/errors.ts';
import { silentLog, type Log } from '../core/log.ts';
import { parseJson } from './parse-json.ts';
import { readRun } from './read-run.ts';
import { runDocumentSchema, type RunDocument } from './run-document.ts';
import { isRunId } from './run-id.ts';

/** What a listing says of a run. */
export interface StoredRun {
  readonly id: string;
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly kind: string;
  readonly commit: string | null;
}

/** Runs in a folder: one file a run, `runs/<year>/<month>/<id>.json`, written once and never changed. */
export interface RunStore {
  /**
   * Adds a run and returns the path of its file; nothing changes when it is there already. Throws UsageError when another run has its id, or
   * the id is no safe file name.
   */
  append(run: RunDocument): Promise<string>;
  /** Every run, the oldest first, newer schema versions too. A file that is no run is left out, with a warning. */
  list(): Promise<StoredRun[]>;
  /** The run with this id. Throws UsageError when there is none or its file is damaged. */
  read(id: string): Promise<RunDocument>;
}

/** The head of a run document, which every version has. */
const headSchema = z.object({
  schema: z.string().startsWith('shotclock.run/'),
  run: z.object({ id: z.string(), startedAt: z.iso.datetime(), kind: z.string(), commit: z.string().nullable() }),
});

const YEAR = /^\d{4}$/;
const MONTH = /^\d{2}$/;

/** Opens a folder as a store of runs; it is created with the first run. */
export function openFolderStore(folder: string, log: Log = silentLog): RunStore {
  const root = join(folder, 'runs');
  return {
    append: (run) => append(root, run),
    list: () => list(root, log),
    read: async (id) => {
      const path = await find(root, id);
      if (path === undefined) throw new UsageError(`there is no run ${id} in ${folder}`);
      return await readRun(path);
    },
  };
}

async function append(root: string, run: RunDocument): Promise<string> {
  const { id, startedAt } = run.run;
  // JSON would turn NaN and Infinity into null without a word; the schema refuses them first.
  const document = runDocumentSchema.parse(run);
  const existing = await find(root, id);
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  if (existing === undefined) {
    const date = new Date(startedAt).toISOString();
    const path = join(root, date.slice(0, 4), date.slice(5, 7), `${id}.json`);
    await writeFileAtomic(path, text);
    return path;
  }
  if ((await readFile(existing, 'utf8')) !== text) {
    throw new UsageError(`another run is stored as ${existing}; a stored run never changes, so this one needs an id of its own`);
  }
  return existing;
}

/** The file of a run. Every month is looked at, so that a run is found whatever its id looks like. */
async function find(root: string, id: string): Promise<string | undefined> {
  if (!isRunId(id)) throw new UsageError(`${JSON.stringify(id)} is no run id: letters, digits, ".", "_" and "-" only`);
  const name = `${id}.json`;
  for (const month of await months(root)) {
    if ((await namesIn(month)).includes(name)) return join(month, name);
  }
  return undefined;
}

async function list(root: string, log: Log): Promise<StoredRun[]> {
  const runs: StoredRun[] = [];
  for (const month of await months(root)) {
    for (const name of (await namesIn(month)).filter((entry) => entry.endsWith('.json') && !entry.startsWith('.'))) {
      const path = join(month, name);
      try {
        runs.push(await readHead(path, name.slice(0, -'.json'.length)));
      } catch (error) {
        log.warn(`left out of the history: ${toError(error).message}`);
      }
    }
  }
  // By time as numbers: ISO texts with and without fractions of a second do not sort as text.
  return runs.sort((left, right) => Date.parse(left.startedAt) - Date.parse(right.startedAt) || (left.id < right.id ? -1 : 1));
}

async function readHead(path: string, id: string): Promise<StoredRun> {
  const head = headSchema.safeParse(parseJson(await readFile(path, 'utf8'), path));
  if (!head.success) throw new UsageError(`${path} is not a run document`);
  const { run } = head.data;
  if (run.id !== id) throw new UsageError(`${path} holds a run with another id`);
  return { id, path, startedAt: run.startedAt, kind: run.kind, commit: run.commit };
}

async function months(root: string): Promise<string[]> {
  const years = (await namesIn(root)).filter((name) => YEAR.test(name)).sort();
  const found: string[] = [];
  for (const year of years) {
    const names = (await namesIn(join(root, year))).filter((name) => MONTH.test(name)).sort();
    found.push(...names.map((name) => join(root, year, name)));
  }
  return found;
}

/** Names in a folder; none when it does not exist or is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new UsageError(`cannot read the history in ${folder}: ${toError(error).message}`, { cause: error });
  }
}
