/** Reads what clients send. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { Problem } from './problem.ts';

/** Largest accepted body. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** A larger body is read and dropped up to here, so that its sender is listening again when the answer comes. */
const DRAIN_LIMIT_BYTES = 1024 * 1024;

function tooLarge(headers: Readonly<Record<string, string>> = {}): Problem {
  return new Problem(`the body is larger than ${BODY_LIMIT_BYTES} bytes`, { status: 413, type: 'payload_too_large', headers });
}

function invalid(message: string, cause?: unknown): Problem {
  return new Problem(message, { status: 400, type: 'invalid_request' }, { cause });
}

function checkMediaType(request: IncomingMessage): void {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (mediaType === 'application/json' && encoding === 'identity') return;
  throw new Problem('send application/json without a content encoding', { status: 415, type: 'unsupported_media_type' });
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the request stream has an encoding set');
    size += chunk.length;
    // What stays unread makes the connection unusable for another request.
    if (size > DRAIN_LIMIT_BYTES) throw tooLarge({ connection: 'close' });
    if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
  }
  if (size > BODY_LIMIT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalid('the body is not valid JSON in UTF-8', error);
  }
}

/** The request's JSON body as `schema` describes it. Throws `Problem` with 400, 413 or 415. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  checkMediaType(request);
  const parsed = schema.safeParse(parseJson(await readBytes(request)));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '),
  );
  throw invalid(faults.join('; '));
}
