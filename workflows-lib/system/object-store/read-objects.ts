import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

import { UsageError } from '../../core/errors.ts';

/** How many files are read ahead. */
const BATCH = 64;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** A file on its way to becoming an object. */
export interface SeedObject {
  /** The path relative to the seed folder, with `/`. */
  readonly key: string;
  readonly body: Buffer;
  readonly contentType: string;
}

/** The regular files below a folder, in order of their keys. Links are not followed. Throws UsageError when the folder cannot be read. */
export async function* readObjects(folder: string): AsyncGenerator<SeedObject> {
  const paths = await filesBelow(folder);
  for (let start = 0; start < paths.length; start += BATCH) {
    yield* await Promise.all(paths.slice(start, start + BATCH).map(async (path) => readObject(folder, path)));
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new UsageError(`the seed folder ${folder} does not exist or cannot be read.`, { cause: error });
  }
}

async function readObject(folder: string, path: string): Promise<SeedObject> {
  const key = relative(folder, path).split(sep).join('/');
  return { key, body: await readFile(path), contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream' };
}
