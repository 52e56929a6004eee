/** The bucket behind the tools: lists and reads text files, and nothing outside the bucket. */
import { GetObjectCommand, HeadBucketCommand, ListObjectsV2Command, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { isTransientError } from '../resilience/failure.ts';
import type { Policy } from '../resilience/policy.ts';
import type { S3Config } from './config.ts';
import type { FileContent, FileList } from './schemas.ts';
import { ToolError } from './tool-error.ts';

/** Which keys to list; `continuation` goes on behind an earlier answer. */
export interface ListRequest {
  readonly prefix?: string | undefined;
  readonly maxKeys: number;
  readonly continuation?: string | undefined;
}

/** Failures of the caller throw `ToolError` with the S3 error code; a store that cannot answer throws `DependencyError`. */
export interface Files {
  list(request: ListRequest, signal: AbortSignal): Promise<FileList>;
  /** A whole text file of at most 1 MiB. */
  get(key: string, signal: AbortSignal): Promise<FileContent>;
  /** Rejects when the bucket cannot be reached. */
  ping(signal: AbortSignal): Promise<void>;
  close(): void;
}

const MAX_FILE_BYTES = 1024 * 1024;

/** Whether the same call may succeed a moment later. */
export function isTransientFilesError(error: unknown): boolean {
  if (!(error instanceof S3ServiceException))
    return isTransientError(error) || (error instanceof Error && error.name === 'TimeoutError');
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 500 || status === 408 || status === 429;
}

/**
 * Keys are names, not paths, but servers and proxies on the way may resolve dots as if they were. Such keys and those with control
 * characters are refused before they leave.
 */
function checkKey(key: string): void {
  const segments = key.split(/[/\\]/);
  if (key.startsWith('/') || segments.includes('..') || segments.includes('.') || /[\u0000-\u001f\u007f]/.test(key)) {
    throw new ToolError(
      'invalid_key',
      `${JSON.stringify(key)} is not a key of this bucket; list_s3_files shows which there are.`,
    );
  }
}

function tooLarge(key: string): ToolError {
  return new ToolError('file_too_large', `${key} is larger than ${MAX_FILE_BYTES} bytes and is not read.`);
}

async function readText(key: string, { Body, ContentLength }: GetObjectCommandOutput): Promise<{ text: string; size: number }> {
  if (!(Body instanceof Readable)) throw new ToolError('empty_body', `${key} has no content.`);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (ContentLength !== undefined && ContentLength > MAX_FILE_BYTES) throw tooLarge(key);
    for await (const chunk of Body) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > MAX_FILE_BYTES) throw tooLarge(key);
      chunks.push(bytes);
    }
  } finally {
    Body.destroy();
  }
  return { text: decode(key, Buffer.concat(chunks)), size };
}

function decode(key: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ToolError('not_text', `${key} is not a text file (UTF-8).`, { cause: error });
  }
}

function toToolError(error: unknown): unknown {
  if (!(error instanceof S3ServiceException) || isTransientFilesError(error)) return error;
  const advice = error.name === 'NoSuchKey' ? ' list_s3_files shows which keys there are.' : '';
  return new ToolError(error.name, `${error.name}: ${error.message.replace(/\.?$/, '.')}${advice}`, { cause: error });
}

function createClient(config: S3Config): S3Client {
  const { endpoint, region, accessKeyId, secretAccessKey } = config;
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores at an address of their own rarely have a host name for each bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // The policy retries, with its breaker in view.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 2_000, httpsAgent: { maxSockets: 50 }, httpAgent: { maxSockets: 50 } },
  });
}

/** A client of one bucket. */
export function createFiles(config: S3Config, policy: Policy): Files {
  const client = createClient(config);
  const Bucket = config.bucket;
  const guarded = async <T>(signal: AbortSignal, use: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await policy.execute(use, signal);
    } catch (error) {
      throw toToolError(error);
    }
  };
  return {
    list: ({ prefix, maxKeys, continuation }, signal) =>
      guarded(signal, async (abortSignal) => {
        const command = new ListObjectsV2Command({ Bucket, Prefix: prefix, MaxKeys: maxKeys, ContinuationToken: continuation });
        const { Contents = [], NextContinuationToken } = await client.send(command, { abortSignal });
        const files = Contents.flatMap(({ Key, Size = 0, LastModified }) =>
          Key === undefined ? [] : [{ key: Key, size: Size, last_modified: LastModified?.toISOString() ?? null }],
        );
        return { files, file_count: files.length, continuation: NextContinuationToken ?? null };
      }),
    async get(key, signal) {
      checkKey(key);
      return await guarded(signal, async (abortSignal) => {
        const object = await client.send(new GetObjectCommand({ Bucket, Key: key }), { abortSignal });
        const { text, size } = await readText(key, object);
        const last_modified = object.LastModified?.toISOString() ?? null;
        return { key, size, content_type: object.ContentType ?? null, last_modified, etag: object.ETag ?? null, text };
      });
    },
    async ping(abortSignal) {
      await client.send(new HeadBucketCommand({ Bucket }), { abortSignal });
    },
    close: () => {
      client.destroy();
    },
  };
}
