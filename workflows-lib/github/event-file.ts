import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { UsageError, toError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import { parseJson } from '../history/parse-json.ts';

/** GitHub sends no webhook event that is larger. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024;

/** The event file, as the schema wants it. Throws UsageError that names the field that is missing or malformed; nothing of it is quoted. */
export async function readEvent<T>(path: string, eventName: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseJson(await readText(path), `the event file ${oneLine(path, 200)}`));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'it' : `its ${issue.path.join('.')}`;
  throw new UsageError(`the event file of ${eventName} is not what GitHub writes: ${place} is missing or malformed`);
}

async function readText(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const stat = await file.stat();
    if (!stat.isFile()) throw new Error('it is no file');
    if (stat.size > MAX_EVENT_BYTES) throw new Error('it is larger than any event');
    return await file.readFile('utf8');
  } catch (error) {
    throw new UsageError(`cannot read the event file that GITHUB_EVENT_PATH names: ${toError(error).message}`, { cause: error });
  }
}
