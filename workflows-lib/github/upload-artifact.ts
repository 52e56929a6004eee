/** Files of a job as an artifact of its run, by `@actions/artifact`. */
import { lstat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { RemoteError, UsageError, toError } from '../core/errors.ts';
import { errorCode } from '../core/error-code.ts';
import { systemClock, type Clock } from '../core/clock.ts';
import { oneLine } from '../core/log-guard.ts';
import type { Log } from '../core/log.ts';
import { orAbort } from '../system/or-abort.ts';
import { ARTIFACT_LIMITS } from './read-zip.ts';
import { isEnterpriseServer, type Env } from './workflow-context.ts';

/** What to upload, under which name, and for how long. */
export interface UploadOptions {
  readonly name: string;
  /** Folder that the paths in the artifact are relative to. */
  readonly root: string;
  /** Inside the root; relative to it, or absolute. */
  readonly files: readonly string[];
  /** GitHub's own default where it is left out. */
  readonly retentionDays?: number;
  /** Of the job: the toolkit itself reads the process's. */
  readonly env: Env;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** Of the whole; 3 min by default. */
  readonly timeoutMs?: number;
  /** The toolkit's, loaded when it is needed, unless another is given. */
  readonly client?: ArtifactClient;
  /** The machine's, unless another is given. */
  readonly clock?: Clock;
}

/** What of the toolkit's client is used. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    root: string,
    options: { retentionDays?: number },
  ): Promise<{ id?: number; size?: number; digest?: string }>;
}

/** What GitHub keeps. */
export interface UploadedArtifact {
  readonly id: number;
  /** Compressed. */
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * The toolkit tries each of its two calls five times over at most 35 s and cannot be told otherwise, which is 70 s; 32 MiB, more than an
 * artifact of ours has, take another 64 s at 0.5 MiB/s; the rest is for answers that are slow.
 */
const UPLOAD_TIMEOUT_MS = 180_000;
/** The toolkit waits and tries again after many failures, but not when a connection breaks before the artifact was begun. */
const BROKEN_AT_THE_START =
  /^Failed to CreateArtifact: Unable to make request: (?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH)/;
const MAX_STARTS = 3;
const START_AGAIN_AFTER_MS = 2_000;
/** Of a name, because it becomes a file's elsewhere; the toolkit's rules, and no line break or control character of any kind. */
const FORBIDDEN_IN_NAME = /["<>|*?:\\/\p{Cc}\u2028\u2029]/u;
const MAX_NAME_LENGTH = 200;

/**
 * Uploads the files and returns what GitHub keeps. Throws UsageError where the user can mend it: a name that no artifact may have or that the
 * run has used already, a missing file, no job around, no room left, GitHub Enterprise Server, which has no artifacts of this kind. Else
 * RemoteError. No error holds the signed address or the job's token. After the time is up the toolkit goes on in the background, because it
 * cannot be stopped: a process that should end has to end itself.
 */
export async function uploadArtifact(options: UploadOptions): Promise<UploadedArtifact> {
  const { name, root, retentionDays, env, log } = options;
  checkName(name);
  checkJob(env);
  const files = await checkedFiles(options);
  const client = options.client ?? (await loadClient());
  const timeout = AbortSignal.timeout(options.timeoutMs ?? UPLOAD_TIMEOUT_MS);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  try {
    const upload = async (): ReturnType<ArtifactClient['uploadArtifact']> =>
      orAbort(client.uploadArtifact(name, files, resolve(root), retentionDays === undefined ? {} : { retentionDays }), signal);
    const { id, size, digest } = await startedAgain(upload, { log, signal, clock: options.clock ?? systemClock });
    if (id === undefined || size === undefined || digest === undefined) throw new Error('its answer has no id, size or digest');
    log.debug(`artifact ${name}: id ${String(id)}, ${String(size)} bytes`);
    return { id, bytes: size, sha256: digest };
  } catch (error) {
    if (options.signal?.aborted === true) throw toError(options.signal.reason);
    throw explained(error, options, timeout.aborted);
  }
}

/** What the body resolves with; a connection that breaks at the start is tried again twice, because nothing was sent by then. */
async function startedAgain<T>(
  body: () => Promise<T>,
  { log, signal, clock }: { readonly log: Log; readonly signal: AbortSignal; readonly clock: Clock },
): Promise<T> {
  for (let start = 1; ; start++) {
    try {
      return await body();
    } catch (error) {
      if (start === MAX_STARTS || !BROKEN_AT_THE_START.test(toError(error).message)) throw error;
      log.info(`the connection broke before the upload began: trying again (${String(start + 1)} of ${String(MAX_STARTS)})`);
      await clock.sleep(start * START_AGAIN_AFTER_MS, signal);
    }
  }
}

async function loadClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

function checkName(name: string): void {
  const shown = JSON.stringify(oneLine(name, 80));
  if (name.trim() === '' || name.trim() !== name) {
    throw new UsageError(`${shown} cannot name an artifact: it is empty or begins or ends with a space`);
  }
  if (FORBIDDEN_IN_NAME.test(name) || name === '.' || name === '..' || name.length > MAX_NAME_LENGTH || !name.isWellFormed()) {
    throw new UsageError(
      `${shown} cannot name an artifact: none of " : < > | * ? / \\ nor line breaks, and at most ${String(MAX_NAME_LENGTH)} characters`,
    );
  }
}

function checkJob(env: Env): void {
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  if (URL.canParse(serverUrl) && isEnterpriseServer(serverUrl, env['GITHUB_API_URL'] ?? 'https://api.github.com'))
    throw unsupported();
  for (const variable of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if ((env[variable] ?? '') !== '') continue;
    throw new UsageError(
      `${variable} is not set, so no artifact can be uploaded: the runner gives it to actions in a GitHub Actions job only, not to \`run:\` steps`,
    );
  }
}

function unsupported(): UsageError {
  return new UsageError(
    "GitHub Enterprise Server has no artifacts of this kind: set `artifact: ''` to upload none, and keep the files yourself",
  );
}

/** Absolute paths of plain files inside the root, so that nothing else is ever sent. */
async function checkedFiles({ root, files, log }: UploadOptions): Promise<string[]> {
  if (files.length === 0) throw new UsageError('there is no file to upload');
  const paths: string[] = [];
  for (const file of files) {
    const path = resolve(root, file);
    const inside = relative(resolve(root), path);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`))
      throw new UsageError(`${file} does not lie in ${root}: not uploaded`);
    const stat = await lstat(path).catch((error: unknown) => {
      throw new UsageError(
        `cannot upload ${file}: ${errorCode(error) === 'ENOENT' ? 'there is no such file' : toError(error).message}`,
        { cause: error },
      );
    });
    if (!stat.isFile()) throw new UsageError(`cannot upload ${file}: it is no plain file`);
    if (stat.size > ARTIFACT_LIMITS.fileBytes) {
      log.warn(
        `${file} has ${stat.size.toLocaleString('en')} bytes: a report from another workflow reads ${ARTIFACT_LIMITS.fileBytes.toLocaleString('en')} at most`,
      );
    }
    paths.push(path);
  }
  return paths;
}

/** The toolkit's errors carry requests with signed addresses: of them only the sentence is kept, and of addresses in it only the host. */
function explained(thrown: unknown, { name, env }: UploadOptions, timedOut: boolean): UsageError | RemoteError {
  const error = toError(thrown);
  if (error.name === 'GHESNotSupportedError') return unsupported();
  if (/storage quota/i.test(error.message)) {
    return new UsageError("the account's storage for artifacts is full: delete old ones, or set `retention-days` lower");
  }
  if (/\b409\b|already exists/i.test(error.message)) {
    return new UsageError(
      `the run has an artifact ${JSON.stringify(name)} already: give each benchmark of a workflow, and each job of a matrix, an artifact of its own name`,
    );
  }
  const token = env['ACTIONS_RUNTIME_TOKEN'] ?? '';
  const said = oneLine(error.message.replaceAll(/\b(https?:\/\/[^\s/?#'"]+)[^\s'"]*/g, '$1/…').replaceAll(token, '***'), 300);
  const reason = timedOut ? 'it took too long' : said;
  return new RemoteError(`the artifact ${JSON.stringify(name)} was not uploaded: ${reason}`, {
    service: 'GitHub',
    action: 'upload artifact',
    attempts: 1,
  });
}
