import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { errorCode } from '../core/error-code.ts';
import { UsageError, toError } from '../core/errors.ts';
import { parseJson } from './parse-json.ts';
import { RUN_SCHEMA, runDocumentSchema, type RunDocument } from './run-document.ts';

/** A run with 50 operations in 10 stages is about 2 MB; what is larger than this was not written by us. */
const LARGEST_BYTES = 64 * 1024 * 1024;
const PROBLEMS_SHOWN = 3;
const LONGEST_QUOTE = 200;
const SCHEMA_NAME = /^shotclock\.run\/(\d+)$/;

/** Reads a run document from a file. Throws UsageError when it is missing, unreadable or no run document, naming the file and the place. */
export async function readRun(path: string): Promise<RunDocument> {
  return parseRun(await readText(path), path);
}

/** A run document from text; `source` names it in errors. Throws UsageError: cut off, not JSON, from a newer version, or not as the schema says. */
export function parseRun(text: string, source: string): RunDocument {
  const value = parseJson(text, source);
  checkVersion(value, source);
  const parsed = runDocumentSchema.safeParse(value);
  if (!parsed.success) throw new UsageError(`${source} is not a valid run document: ${describe(parsed.error)}`);
  return parsed.data;
}

async function readText(path: string): Promise<string> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new UsageError(`${path} is a folder; name the run document in it (run.json)`);
    if (facts.size > LARGEST_BYTES) throw new UsageError(`${path} is larger than any run document (${facts.size} bytes)`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = errorCode(error) === 'ENOENT' ? 'there is no such file' : toError(error).message;
    throw new UsageError(`cannot read the run ${path}: ${reason}`, { cause: error });
  }
}

function checkVersion(value: unknown, source: string): void {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  const version = typeof schema === 'string' ? SCHEMA_NAME.exec(schema)?.[1] : undefined;
  if (version === undefined) {
    throw new UsageError(`${source} is JSON but not a run document: its "schema" is not "${RUN_SCHEMA}"`);
  }
  if (Number(version) > Number(SCHEMA_NAME.exec(RUN_SCHEMA)?.[1])) {
    throw new UsageError(
      `${source} was written by a newer Shotclock (shotclock.run/${version}; this one reads up to ${RUN_SCHEMA}): upgrade Shotclock`,
    );
  }
}

function describe(error: z.ZodError): string {
  const problems = error.issues.slice(0, PROBLEMS_SHOWN).map((issue) => {
    const where = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
    return quote(`${where === '' ? 'the document' : where.replace(/^\./, '')}: ${issue.message}`);
  });
  const more = error.issues.length - problems.length;
  return problems.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** A text that may quote the file, safe for one line of a terminal or a log. */
function quote(text: string): string {
  const line = text.replaceAll(/\p{C}/gu, '?');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
