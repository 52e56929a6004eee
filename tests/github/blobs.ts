import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Bench } from './bench.ts';
import type { RawExchange } from './router.ts';

/** Blobs that are being uploaded, block by block (Azure's Put Block and Put Block List). */
export interface BlobStore {
  /** A signed address to which a new blob can be written. */
  open(): { readonly id: string; readonly url: string };
  /** The blob's bytes once its block list was put; undefined before. */
  committed(id: string): Buffer | undefined;
  discard(id: string): void;
}

interface Blob {
  readonly blocks: Map<string, Buffer>;
  content: Buffer | undefined;
}

/**
 * Registers the blob store: `PUT /blobs/uploads/{id}` takes blocks and block lists, `GET /blobs/downloads/{artifactId}` gives out what
 * was uploaded, also in ranges. Nothing answers without a signature of ours that has not run out.
 */
export function registerBlobs(bench: Bench): BlobStore {
  const { router, links, state } = bench;
  const blobs = new Map<string, Blob>();
  let next = 1;
  router.raw('*', '/blobs/uploads/{id}', async (exchange) => {
    const blob = blobs.get(exchange.params['id'] ?? '');
    const body = await buffer(exchange.request);
    if (!links.verify(exchange.url)) refuse(exchange, 403, 'AuthenticationFailed');
    else if (blob === undefined) refuse(exchange, 404, 'BlobNotFound');
    else putPart(blob, { ...exchange, body, bench });
  });
  router.raw('*', '/blobs/downloads/{id}', (exchange) => {
    const artifact = state.artifacts.find(({ id }) => String(id) === exchange.params['id']);
    if (!['GET', 'HEAD'].includes(exchange.request.method ?? '')) refuse(exchange, 405, 'UnsupportedHttpVerb');
    else if (!links.verify(exchange.url)) refuse(exchange, 403, 'AuthenticationFailed');
    else if (artifact === undefined || artifact.expired) refuse(exchange, 404, 'BlobNotFound');
    else sendContent(exchange, artifact);
  });
  return {
    open: () => {
      const id = `${process.pid}-${next++}`;
      blobs.set(id, { blocks: new Map(), content: undefined });
      return { id, url: links.sign(`/blobs/uploads/${id}`) };
    },
    committed: (id) => blobs.get(id)?.content,
    discard: (id) => blobs.delete(id),
  };
}

interface Part extends RawExchange {
  readonly body: Buffer;
  readonly bench: Bench;
}

function putPart(blob: Blob, part: Part): void {
  const { request, url, body, bench } = part;
  const operation = `${request.method ?? ''} ${url.searchParams.get('comp') ?? ''}`;
  const fault =
    operation === 'PUT block' ? putBlock(blob, url, body) : operation === 'PUT blocklist' ? putList(blob, part) : 'InvalidUri';
  if (fault === undefined) {
    part.response.writeHead(201, { ...versionHeaders(request), 'content-length': 0 }).end();
    return;
  }
  bench.violation(`blob upload: ${operation}: ${fault}`);
  refuse(part, 400, fault);
}

/** Put Block: all identifiers of one blob are Base64, of one length, and at most 64 bytes. */
function putBlock(blob: Blob, url: URL, body: Buffer): string | undefined {
  const id = url.searchParams.get('blockid') ?? '';
  const plain = Buffer.from(id, 'base64');
  const [known] = blob.blocks.keys();
  if (id === '' || plain.toString('base64') !== id || plain.length > 64) return 'InvalidQueryParameterValue';
  if (known !== undefined && known.length !== id.length) return 'InvalidBlobOrBlock';
  if (body.length === 0) return 'InvalidHeaderValue';
  blob.blocks.set(id, body);
  return undefined;
}

/** Put Block List: the blob becomes what the list names, in the order of the list, whatever the order of arrival. */
function putList(blob: Blob, part: Part): string | undefined {
  const xml = part.body.toString('utf8');
  part.note(xml);
  const list = /^(?:<\?xml[^>]*\?>)?\s*<BlockList>((?:\s*<(Latest|Uncommitted)>[^<]+<\/\2>)*)\s*<\/BlockList>\s*$/.exec(xml);
  if (list === null) return 'InvalidXmlDocument';
  const ids = [...(list[1] ?? '').matchAll(/>([^<]+)<\//g)].map(([, id = '']) => id);
  const blocks = ids.map((id) => blob.blocks.get(id)).filter((block) => block !== undefined);
  if (blocks.length < ids.length) return 'InvalidBlockList';
  blob.content = Buffer.concat(blocks);
  blob.blocks.clear();
  return undefined;
}

interface Stored {
  readonly name: string;
  readonly bytes: Buffer;
}

function sendContent({ request, response }: RawExchange, { name, bytes }: Stored): void {
  const range = parseRange(request.headers.range, bytes.length);
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${bytes.length}`);
    refuse({ request, response }, 416, 'InvalidRange');
    return;
  }
  const part = range === undefined ? bytes : bytes.subarray(range.first, range.last + 1);
  const headers = {
    ...versionHeaders(request),
    'content-type': 'application/zip',
    'content-length': part.length,
    'accept-ranges': 'bytes',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.zip`,
    ...(range === undefined ? {} : { 'content-range': `bytes ${range.first}-${range.last}/${bytes.length}` }),
  };
  response.writeHead(range === undefined ? 200 : 206, headers).end(request.method === 'HEAD' ? undefined : part);
}

/** One byte range (RFC 9110, 14.1.2). Undefined, so the whole, for none and for several. */
function parseRange(header: string | undefined, size: number): { first: number; last: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'unsatisfiable' : { first, last };
}

/** Refuses as Azure does: the code in a header and in XML. */
function refuse(
  { response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  status: number,
  code: string,
): void {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml', 'x-ms-error-code': code }).end(xml);
}

function versionHeaders(request: IncomingMessage): Record<string, string> {
  const version = request.headers['x-ms-version'];
  return typeof version === 'string' ? { 'x-ms-version': version } : {};
}
