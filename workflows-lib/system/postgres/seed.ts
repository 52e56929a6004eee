import { readFile } from 'node:fs/promises';

import type { Client } from 'pg';

import { errorCode } from '../../core/error-code.ts';
import { toError, UsageError } from '../../core/errors.ts';

/** What PostgreSQL answers to things that psql would have dealt with itself. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/syntax error at or near "\\"/, 'Commands that start with a backslash belong to psql, not to SQL: remove those lines.'],
  [
    /COPY.*(from stdin|no source stream)/i,
    'A seed cannot hold COPY ... FROM stdin: use INSERT (pg_dump --inserts --rows-per-insert=1000).',
  ],
];

/** One seed file as read. */
export interface SeedFile {
  readonly path: string;
  readonly sql: string;
}

/** Reads the seed files of a service before anything is started. Throws UsageError that names the one that cannot be read. */
export async function readSeeds(service: string, paths: readonly string[]): Promise<SeedFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      try {
        // Editors on Windows write a byte order mark, which PostgreSQL takes for a word.
        return { path, sql: (await readFile(path, 'utf8')).replace(/^\uFEFF/, '') };
      } catch (error) {
        const missing = errorCode(error) === 'ENOENT';
        throw new UsageError(`services.${service}.seed: the file ${path} ${missing ? 'does not exist' : 'cannot be read'}.`, {
          cause: error,
        });
      }
    }),
  );
}

/** Runs a seed file in one go, as one transaction. Throws UsageError with file, line and what PostgreSQL says. */
export async function runSeed(client: Client, { path, sql }: SeedFile): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw seedError({ path, sql }, toError(error));
  }
}

function seedError({ path, sql }: SeedFile, error: Error): UsageError {
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const position = Number(text('position') ?? Number.NaN);
  const place = Number.isNaN(position) ? path : `${path}:${lineAt(sql, position)}`;
  const said = [error.message, text('detail'), text('hint'), text('where')].filter((part) => part !== undefined);
  const mend = HINTS.find(([pattern]) => pattern.test(error.message))?.[1];
  return new UsageError(`${place}: ${[...said, ...(mend === undefined ? [] : [mend])].join('. ')}`, { cause: error });
}

/** The line of PostgreSQL's error position: characters (code points, not UTF-16 units) from 1. */
export function lineAt(sql: string, position: number): number {
  return (
    Array.from(sql)
      .slice(0, position - 1)
      .filter((character) => character === '\n').length + 1
  );
}
