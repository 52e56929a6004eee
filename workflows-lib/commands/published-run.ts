import { constants, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError, toError } from '../core/errors.ts';
import type { GitHub } from '../github/client.ts';
import { downloadArtifact } from '../github/download-artifact.ts';
import { HostileArtifact } from '../github/errors.ts';
import { DOCUMENT_LIMIT } from '../history/foreign/bounds.ts';
import { parseForeignRun } from '../history/foreign-run.ts';
import type { RunDocument } from '../history/run-document.ts';
import type { CommandContext } from './context.ts';
import type { Place } from './publish-place.ts';

/** Name of the run document in an artifact. */
const DOCUMENT = 'run.json';

/** A run to publish, or why there is none. */
export type FoundRun = { readonly run: RunDocument } | { readonly missing: UsageError };

/** Where the run is: a file, else an artifact of the workflow run that measured. */
export interface RunSource {
  readonly run?: string;
  readonly artifact: string;
}

/** What finding it takes. */
export interface RunFinder {
  readonly context: CommandContext;
  readonly github: GitHub;
  readonly place: Place;
}

/**
 * Reads the run that is to be published. A job that measures runs the pull request's code, so whoever wrote that code could have forged the
 * run: it is read as a stranger's. One that is missing, cut off or refused is an answer, not an exception, because the pull request has to
 * be told. Throws what GitHub or the token are to blame for.
 */
export async function findRun(source: RunSource, finder: RunFinder): Promise<FoundRun> {
  const { text, from } = source.run === undefined ? await inArtifact(source.artifact, finder) : await inFile(source.run, finder);
  if (text instanceof UsageError) return { missing: text };
  try {
    return { run: parseForeignRun(text, from) };
  } catch (error) {
    if (error instanceof UsageError) return { missing: error };
    throw error;
  }
}

interface RunText {
  readonly text: string | UsageError;
  readonly from: string;
}

async function inFile(run: string, { context }: RunFinder): Promise<RunText> {
  const text = await readDocument(resolve(context.cwd, run)).catch(
    (error: unknown) => new UsageError(`cannot read the run ${run}: ${toError(error).message}`, { cause: error }),
  );
  return { text, from: run };
}

/** What was measured may have put anything in its place: a pipe, which would be waited for, or a device without an end. */
async function readDocument(path: string): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = await file.stat();
  if (!stat.isFile()) throw new Error('it is no plain file');
  if (stat.size > DOCUMENT_LIMIT) throw new Error(`it has ${stat.size} bytes; at most ${DOCUMENT_LIMIT} are read`);
  return await file.readFile('utf8');
}

async function inArtifact(name: string, { github, place }: RunFinder): Promise<RunText> {
  const { repository, subject } = place;
  const from = `artifact ${name} of run ${subject.runId}`;
  try {
    const files = await downloadArtifact(github, { repository, runId: subject.runId, name });
    return { text: textIn(files, from), from: `${DOCUMENT} of ${from}` };
  } catch (error) {
    if (error instanceof HostileArtifact) return { text: error, from };
    throw error;
  }
}

function textIn(files: ReadonlyMap<string, Buffer> | undefined, from: string): string | UsageError {
  if (files === undefined) {
    return new UsageError(
      `there is no ${from}: the benchmark ended before it could upload one (its log says why), or it gave its artifact another name`,
    );
  }
  return files.get(DOCUMENT)?.toString('utf8') ?? new UsageError(`${from} holds no ${DOCUMENT}`);
}
