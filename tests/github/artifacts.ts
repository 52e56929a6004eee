import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { parseJson } from '../../workflows-lib/core/json.ts';
import { writeZip } from '../../workflows-lib/github/testing/zip-writer.ts';
import { ARTIFACT_REQUESTS, type ArtifactRequest } from './artifact-requests.ts';
import type { Bench } from './bench.ts';
import { registerBlobs, type BlobStore } from './blobs.ts';
import type { RawExchange } from './router.ts';
import { identifyRuntimeToken, type RuntimeJob } from './runtime-token.ts';
import { artifactDownloadPath } from './signed-link.ts';
import { addArtifact, type Artifact, type GitHubState } from './state.ts';

export { runtimeToken, type RuntimeJob } from './runtime-token.ts';

/** An error as Twirp writes it: https://twitchtv.github.io/twirp/docs/spec_v7.html#error-codes */
class TwirpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Answers that a right client can meet too; every other error is a mistake of the client. */
const HARMLESS = new Set(['unauthenticated', 'already_exists', 'not_found']);

const SERVICE = 'github.actions.results.api.v1.ArtifactService';

interface Pending {
  readonly blob: string;
  readonly expiresAt?: string;
}

interface Desk {
  readonly state: GitHubState;
  readonly links: Bench['links'];
  readonly blobs: BlobStore;
  /** Artifacts that were created and are not final yet, by run and name. */
  readonly pending: Map<string, Pending>;
  readonly job: RuntimeJob;
}

/**
 * Registers the artifact service as `@actions/artifact` 6.2 speaks it: Twirp in JSON, and the blob store behind its signed addresses.
 * A request that holds a field which the service does not know, or that contradicts what was uploaded, is a violation.
 */
export function registerArtifacts(bench: Bench): void {
  const { state, links } = bench;
  const shared = { state, links, blobs: registerBlobs(bench), pending: new Map<string, Pending>() };
  bench.router.raw('*', '/twirp/{service}/{call}', async (exchange) => {
    try {
      const body = await text(exchange.request);
      exchange.note(body);
      const job = identifyRuntimeToken(exchange.request.headers.authorization);
      if (job === undefined) throw new TwirpError(401, 'unauthenticated', 'the runtime token is missing or not known');
      sendJson(exchange, 200, route(exchange)({ ...shared, job }, parseJson(body)));
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error;
      if (!HARMLESS.has(error.code)) bench.violation(`${exchange.url.pathname}: ${error.message}`);
      sendJson(exchange, error.status, { code: error.code, msg: error.message });
    }
  });
}

/** What a planted artifact holds: files that are zipped properly, or the bytes of whatever is to be downloaded. */
export type PlantedContent = Readonly<Record<string, string | Buffer>> | Buffer;

/** Puts an artifact into the state as if a run had uploaded it. */
export function plantArtifact(
  state: GitHubState,
  artifact: Pick<Artifact, 'name' | 'runId' | 'repository'> & Partial<Artifact> & { readonly content: PlantedContent },
): Artifact {
  const { content, ...rest } = artifact;
  if (Buffer.isBuffer(content)) return addArtifact(state, { ...rest, bytes: content });
  const files = Object.entries(content).map(([name, file]) => ({ name, content: file }));
  return addArtifact(state, { ...rest, bytes: writeZip(files) });
}

type Handler = (desk: Desk, body: unknown) => unknown;

const HANDLERS = new Map<string, Handler>([
  ['CreateArtifact', checked(ARTIFACT_REQUESTS.CreateArtifact, createArtifact)],
  ['FinalizeArtifact', checked(ARTIFACT_REQUESTS.FinalizeArtifact, finalizeArtifact)],
  ['ListArtifacts', checked(ARTIFACT_REQUESTS.ListArtifacts, listArtifacts)],
  [
    'GetSignedArtifactURL',
    checked(ARTIFACT_REQUESTS.GetSignedArtifactURL, (desk, { name }) => ({
      signed_url: desk.links.sign(artifactDownloadPath(find(desk, name).id)),
    })),
  ],
  ['DeleteArtifact', checked(ARTIFACT_REQUESTS.DeleteArtifact, deleteArtifact)],
]);

function route({ request, params, url }: RawExchange): Handler {
  const handler = params['service'] === SERVICE ? HANDLERS.get(params['call'] ?? '') : undefined;
  if (handler === undefined || request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    throw new TwirpError(404, 'bad_route', `no handler for ${request.method ?? ''} ${url.pathname}`);
  return handler;
}

/** Lets only requests through that have the shape of the call and name the run of the token. */
function checked<T extends { readonly workflow_run_backend_id: string }>(
  schema: z.ZodType<T>,
  handle: (desk: Desk, request: T) => unknown,
): Handler {
  return (desk, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new TwirpError(400, 'malformed', z.prettifyError(parsed.error));
    if (parsed.data.workflow_run_backend_id !== String(desk.job.runId))
      throw new TwirpError(403, 'permission_denied', 'the token belongs to another run');
    return handle(desk, parsed.data);
  };
}

const keyOf = ({ repository, runId }: RuntimeJob, name: string): string => `${repository}/${runId}/${name}`;

function createArtifact(desk: Desk, { name, expires_at: expiresAt }: ArtifactRequest<'CreateArtifact'>): unknown {
  if (ofRun(desk).some((artifact) => artifact.name === name))
    throw new TwirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  const { id, url } = desk.blobs.open();
  desk.pending.set(keyOf(desk.job, name), { blob: id, ...(expiresAt === undefined ? {} : { expiresAt }) });
  return { ok: true, signed_upload_url: url };
}

function finalizeArtifact(desk: Desk, request: ArtifactRequest<'FinalizeArtifact'>): unknown {
  const { repository, runId } = desk.job;
  const key = keyOf(desk.job, request.name);
  const { blob = '', ...expiry } = desk.pending.get(key) ?? {};
  const bytes = desk.blobs.committed(blob);
  if (bytes === undefined) throw new TwirpError(400, 'failed_precondition', 'nothing was uploaded for this artifact');
  if (Number(request.size) !== bytes.length)
    throw new TwirpError(400, 'invalid_argument', `size is ${request.size}, but ${bytes.length} bytes were uploaded`);
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (request.hash !== undefined && request.hash !== hash)
    throw new TwirpError(400, 'invalid_argument', 'hash is not the SHA-256 of what was uploaded');
  desk.pending.delete(key);
  desk.blobs.discard(blob);
  const { id } = addArtifact(desk.state, { name: request.name, runId, repository, bytes, ...expiry });
  return { ok: true, artifact_id: String(id) };
}

function listArtifacts(desk: Desk, filter: ArtifactRequest<'ListArtifacts'>): unknown {
  const found = ofRun(desk)
    .filter(({ name }) => filter.name_filter === undefined || name === filter.name_filter)
    .filter(({ id }) => filter.id_filter === undefined || String(id) === filter.id_filter);
  return {
    artifacts: found.map(({ id, name, bytes, createdAt, digest }) => ({
      workflow_run_backend_id: String(desk.job.runId),
      workflow_job_run_backend_id: desk.job.job,
      database_id: String(id),
      name,
      size: String(bytes.length),
      created_at: createdAt,
      digest,
    })),
  };
}

function deleteArtifact(desk: Desk, { name }: ArtifactRequest<'DeleteArtifact'>): unknown {
  const artifact = find(desk, name);
  desk.state.artifacts.splice(desk.state.artifacts.indexOf(artifact), 1);
  return { ok: true, artifact_id: String(artifact.id) };
}

function ofRun({ state, job }: Desk): Artifact[] {
  return state.artifacts.filter(({ runId, repository }) => runId === job.runId && repository === job.repository);
}

function find(desk: Desk, name: string): Artifact {
  const artifact = ofRun(desk).findLast((candidate) => candidate.name === name);
  if (artifact === undefined) throw new TwirpError(404, 'not_found', 'no artifact of that name in this run');
  return artifact;
}

function sendJson({ response }: RawExchange, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
