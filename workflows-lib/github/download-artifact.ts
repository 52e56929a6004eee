/** An artifact of a workflow run, into memory. It may have been made by a stranger's code. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { RemoteError, toError } from '../core/errors.ts';
import type { GitHub } from './client.ts';
import { HostileArtifact, unexpectedAnswer, wasRefused } from './errors.ts';
import { positiveId } from './event-schema.ts';
import { readFailure } from './failure.ts';
import { parseAnswer } from './parse-answer.ts';
import { readBody } from './read-body.ts';
import { ARTIFACT_LIMITS, readZip, type ArtifactLimits } from './read-zip.ts';
import { backoffMs } from './retry.ts';
import { isLoopback, type Repository } from './workflow-context.ts';

export { ARTIFACT_LIMITS, type ArtifactLimits } from './read-zip.ts';

/** Which artifact. */
export interface ArtifactOptions {
  readonly repository: Repository;
  /** Of the run that uploaded it. */
  readonly runId: number;
  readonly name: string;
  readonly limits?: ArtifactLimits;
}

const ACTION = 'GET artifact';
/** Of the stored bytes; each try asks for a new address, because one is good for a minute only. */
const MAX_DOWNLOADS = 3;
/** 8 MiB at 140 KB/s. */
const DOWNLOAD_TIMEOUT_MS = 60_000;

const artifactSchema = z.object({
  id: positiveId,
  name: z.string(),
  size_in_bytes: z.number().nonnegative(),
  expired: z.boolean(),
  created_at: z.string().nullish(),
  digest: z.string().nullish(),
});

type Artifact = z.infer<typeof artifactSchema>;

/**
 * The files of the newest artifact of that name, by their paths; undefined when the run has none, or only expired ones. Nothing is written to
 * disk. The address that GitHub hands out is a secret for a minute: it gets no token, and stands in no log and no error. Throws HostileArtifact
 * for what is larger than the limits or no honest archive, RemoteError where the bytes cannot be had.
 */
export async function downloadArtifact(
  github: GitHub,
  options: ArtifactOptions,
): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const { limits = ARTIFACT_LIMITS } = options;
  const artifact = await newestArtifact(github, options);
  if (artifact === undefined) return undefined;
  if (artifact.size_in_bytes > limits.compressedBytes) throw tooLarge(limits);
  const bytes = await download(github, { ...options, limits, artifact });
  return bytes === undefined ? undefined : await readZip(bytes, limits);
}

/** Whether the run has uploaded such an artifact, and it has not expired. */
export async function hasArtifact(github: GitHub, options: ArtifactOptions): Promise<boolean> {
  return (await newestArtifact(github, options)) !== undefined;
}

async function newestArtifact(github: GitHub, { repository, runId, name }: ArtifactOptions): Promise<Artifact | undefined> {
  const pages = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, {
    owner: repository.owner,
    repo: repository.name,
    run_id: runId,
    name,
    per_page: 100,
  });
  return parseAnswer(z.array(artifactSchema), pages, ACTION)
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .toSorted((left, right) => createdAt(right) - createdAt(left) || right.id - left.id)[0];
}

function createdAt({ created_at: at }: Artifact): number {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? 0 : time;
}

interface Download extends ArtifactOptions {
  readonly limits: ArtifactLimits;
  readonly artifact: Artifact;
}

async function download(github: GitHub, wanted: Download): Promise<Buffer | undefined> {
  const { clock, random, signal, log } = github.options;
  for (let attempt = 1; ; attempt++) {
    const address = await signedAddress(github, wanted);
    if (address === undefined) return undefined;
    try {
      const bytes = await fetchBytes(github, address, wanted.limits);
      checkDigest(bytes, wanted.artifact);
      return bytes;
    } catch (thrown) {
      if (signal.aborted) throw toError(signal.reason);
      if (thrown instanceof HostileArtifact) throw thrown;
      const reason = thrown instanceof StoreFailure ? thrown.message : reasonOf(thrown);
      if (attempt >= MAX_DOWNLOADS && thrown instanceof OtherBytes) {
        throw new HostileArtifact('the artifact holds other bytes than its digest promises');
      }
      if (attempt >= MAX_DOWNLOADS) throw unavailable(reason, attempt);
      const waitMs = backoffMs(attempt, random);
      log.info(
        `${ACTION}: ${reason}; trying again in ${(waitMs / 1000).toFixed(1)} s (${String(attempt + 1)} of ${String(MAX_DOWNLOADS)})`,
      );
      await clock.sleep(waitMs, signal);
    }
  }
}

/** What the store of artifacts did wrong; the message has nothing of the address. */
class StoreFailure extends Error {}

/** Other bytes than the digest promises. Whoever uploaded them said the digest too, so when that lasts it is the artifact that lies. */
class OtherBytes extends StoreFailure {}

function unavailable(reason: string, attempts: number): RemoteError {
  return new RemoteError(
    `GitHub's store of artifacts did not hand out the artifact: ${reason} (tried ${String(attempts)} times)`,
    {
      service: 'GitHub',
      action: ACTION,
      attempts,
    },
  );
}

function reasonOf(thrown: unknown): string {
  const failure = readFailure(thrown);
  return failure.kind === 'silence' ? failure.reason : 'the connection failed';
}

/** Where the bytes lie, for a minute; undefined when the artifact has expired since it was listed. */
async function signedAddress(github: GitHub, { repository, artifact }: Download): Promise<URL | undefined> {
  try {
    const { headers } = await github.rest.actions.downloadArtifact({
      owner: repository.owner,
      repo: repository.name,
      artifact_id: artifact.id,
      archive_format: 'zip',
      request: { redirect: 'manual' },
    });
    const url = URL.parse(headers.location ?? '');
    if (url === null || !isTrustworthy(url, github)) throw unexpectedAnswer(ACTION);
    return url;
  } catch (error) {
    if (wasRefused(error, 410)) return undefined;
    throw error;
  }
}

/** Encrypted, or on this machine where the API is there too. */
function isTrustworthy(url: URL, { options }: GitHub): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(new URL(options.apiUrl).hostname);
}

/** No header of ours goes along but the one that keeps the transport from packing the bytes a second time. */
async function fetchBytes(github: GitHub, address: URL, limits: ArtifactLimits): Promise<Buffer> {
  const signal = AbortSignal.any([github.options.signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
  const response = await github.fetch(address.href, { redirect: 'manual', signal, headers: { 'accept-encoding': 'identity' } });
  if (response.status !== 200) {
    response.body?.cancel().catch(() => undefined);
    throw new StoreFailure(`it answered ${String(response.status)}`);
  }
  const bytes = await readBody(response, limits.compressedBytes, () => tooLarge(limits));
  const declared = response.headers.get('content-length');
  if (declared !== null && Number(declared) !== bytes.length) throw new StoreFailure('its answer broke off');
  return bytes;
}

function checkDigest(bytes: Buffer, { digest }: Artifact): void {
  const [, wanted] = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '') ?? [];
  if (wanted !== undefined && createHash('sha256').update(bytes).digest('hex') !== wanted) {
    throw new OtherBytes('it answered other bytes than were uploaded');
  }
}

function tooLarge({ compressedBytes }: ArtifactLimits): HostileArtifact {
  return new HostileArtifact(`the artifact has more than ${compressedBytes.toLocaleString('en')} bytes`);
}
