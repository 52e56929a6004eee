/** Plays what `@actions/artifact` speaks to when it uploads: the results service (Twirp as JSON) and a blob store. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from '../../drivers/testing/scripted-server.ts';

/** Stands in the signed address, and nowhere else. */
export const SIGNATURE = 'plantedSignature+/0123456789';
/** What the job is given: an unsigned token with the scope that the toolkit reads. */
export const RUNTIME_TOKEN = ['{"alg":"none"}', '{"scp":"Actions.Results:run-1:job-1"}', 'plantedRuntimeToken']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** The service, and what was uploaded to it. */
export interface ArtifactService extends AsyncDisposable {
  readonly url: string;
  /** What a job's environment says of it. */
  readonly env: Readonly<Record<string, string>>;
  /** The Twirp calls and the puts, with what they were given. */
  readonly calls: { readonly method: string; readonly body: Buffer }[];
  /** The uploaded archive. */
  readonly blob: () => Buffer;
}

/** Answers a call itself, or leaves it to the service. */
export type Fault = (method: string) => { readonly status: number; readonly body: unknown } | undefined;

/** Starts the service. */
export async function startArtifactService(fault: Fault = () => undefined): Promise<ArtifactService> {
  const calls: { method: string; body: Buffer }[] = [];
  const blocks: Buffer[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = request.url ?? '';
    const method = request.method === 'PUT' ? 'PUT' : (path.split('/').at(-1) ?? '');
    calls.push({ method, body });
    const failure = fault(method);
    const signed = `${url}/store/artifact?sig=${encodeURIComponent(SIGNATURE)}&se=2026`;
    if (failure !== undefined) sendJson(response, failure.body, failure.status);
    else if (method === 'CreateArtifact') sendJson(response, { ok: true, signed_upload_url: signed });
    else if (method === 'FinalizeArtifact') sendJson(response, { ok: true, artifact_id: '77' });
    else {
      if (path.includes('comp=block&')) blocks.push(body);
      response.writeHead(method === 'PUT' ? 201 : 404, { 'x-ms-request-id': '1' }).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url,
    calls,
    blob: () => Buffer.concat(blocks),
    env: {
      ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
      ACTIONS_RESULTS_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: url,
      GITHUB_WORKSPACE: '/',
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
