import type { ListObjectsV2CommandOutput, S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import { parseJson } from '../core/json.ts';
import type { Expectation, S3Call } from '../core/operation.ts';
import type { Attempt, Driver, Failure, PreparedCall, PreparedOperation, TargetInfo } from './driver.ts';
import { aborted, invalid, readable, shownUrl, type Ending } from './failure.ts';
import { CHECK_TIMEOUT_MS, httpUrl } from './http.ts';
import { watchLimits, type Limits } from './limits.ts';
import { s3Ending } from './s3/failure.ts';
import { compileExpectation, type Checks } from './validate.ts';

/** The bucket that is read. */
export interface S3DriverOptions {
  /** Base URL of the store; buckets are addressed as its paths. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  /** Never appears in messages. */
  readonly secretAccessKey: string;
  readonly clock: Clock;
  /** Name of the service, for messages. */
  readonly name?: string;
}

const LIST_SUPPORTED: readonly (keyof Expectation)[] = ['rows', 'json', 'schema', 'contains'];
const GET_SUPPORTED: readonly (keyof Expectation)[] = ['json', 'schema', 'contains'];

interface S3Target extends S3DriverOptions {
  readonly name: string;
  readonly secrets: readonly string[];
  readonly client: () => Promise<S3Session>;
}

/**
 * Reads an S3 bucket through the official SDK, without its retries: a measurement wants to see each answer. `list` is one page of
 * ListObjectsV2; its `rows` are objects, its document the list of `{Key, Size, …}`, its text the keys, one a line. `get` reads the body
 * completely; `firstByteMs` is when its headers came. Throws UsageError when the endpoint is not a URL.
 */
export function openS3Driver(options: S3DriverOptions): Driver<S3Call> {
  const { name = 's3', endpoint, secretAccessKey } = options;
  httpUrl(name, endpoint);
  let session: Promise<S3Session> | undefined;
  const client = (): Promise<S3Session> => (session ??= openSession(options));
  const target: S3Target = { ...options, name, secrets: [secretAccessKey].filter((secret) => secret !== ''), client };
  return {
    prepare: (operation) => prepare(operation, target),
    check: (signal) => check(target, signal),
    close: async () => {
      const open = session;
      session = undefined;
      if (open !== undefined) (await open).destroy();
    },
  };
}

/** The SDK, behind the two requests that we make of it. */
interface S3Session {
  list(prefix: string, maxKeys: number, signal: AbortSignal): Promise<ListObjectsV2CommandOutput>;
  get(key: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  destroy(): void;
}

async function openSession({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3DriverOptions): Promise<S3Session> {
  const { S3Client: ClientOfAws, ListObjectsV2Command, GetObjectCommand } = await import('@aws-sdk/client-s3');
  const agent = { keepAlive: true, maxSockets: Infinity };
  const client: S3Client = new ClientOfAws({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
    // Stores other than Amazon's send no checksums, or not those that the SDK would ask for.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { httpAgent: agent, httpsAgent: agent },
  });
  return {
    list: (prefix, maxKeys, abortSignal) =>
      client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: maxKeys }), { abortSignal }),
    get: async (key, abortSignal) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal });
      if (Body === undefined) throw new Error('the store answered without a body');
      return Body as AsyncIterable<Uint8Array>;
    },
    destroy: () => {
      client.destroy();
    },
  };
}

/** What a request brought. */
interface Answer {
  readonly firstByteMs?: number;
  readonly bytesReceived?: number;
  /** Holds the answer against the expectation; called after the clock was read. */
  readonly judge: () => Failure | undefined;
}

function prepare({ name, call, expect, timeoutMs }: PreparedOperation<S3Call>, target: S3Target): PreparedCall {
  const supported = call.action === 'list' ? LIST_SUPPORTED : GET_SUPPORTED;
  const checks = compileExpectation({ operation: name, expect, supported });
  const request = (session: S3Session, stop: AbortSignal): Promise<Answer> =>
    call.action === 'list' ? list(session, { call, checks, stop }) : get(session, { call, checks, stop, clock: target.clock });
  return { operation: name, execute: (signal) => run(target, { timeoutMs, signal }, request) };
}

/** Makes one request. The SDK knows an abort signal only, so a timeout is one, too. */
async function run(
  { client, clock, secrets }: S3Target,
  limits: Limits,
  request: (session: S3Session, stop: AbortSignal) => Promise<Answer>,
): Promise<Attempt> {
  const session = await client();
  const startMs = clock.now();
  if (limits.signal?.aborted === true) return attemptOf({ startMs, endMs: startMs, ending: aborted() });
  const controller = new AbortController();
  let givenUp: Ending | undefined;
  const stopWatch = watchLimits(limits, (why) => {
    givenUp = why;
    controller.abort();
  });
  try {
    const { judge, ...measured } = await request(session, controller.signal);
    const endMs = clock.now();
    const wrong = judge();
    return attemptOf({ startMs, ...measured, endMs, ending: wrong === undefined ? undefined : invalid(wrong, secrets) });
  } catch (error) {
    return attemptOf({ startMs, endMs: clock.now(), ending: givenUp ?? s3Ending(error, secrets) });
  } finally {
    stopWatch();
  }
}

interface Measured extends Omit<Answer, 'judge'> {
  readonly startMs: number;
  readonly endMs: number;
  readonly ending: Ending | undefined;
}

function attemptOf({ ending, ...times }: Measured): Attempt {
  return {
    ...times,
    outcome: ending?.outcome ?? 'ok',
    ...(ending === undefined ? undefined : { failure: ending.failure }),
    usage: [],
  };
}

interface ListRequest {
  readonly call: Extract<S3Call, { readonly action: 'list' }>;
  readonly checks: Checks;
  readonly stop: AbortSignal;
}

async function list(session: S3Session, { call, checks, stop }: ListRequest): Promise<Answer> {
  const { Contents: objects = [] } = await session.list(call.prefix, call.maxKeys, stop);
  return {
    judge: () => {
      const keys = objects.map(({ Key }) => Key ?? '').join('\n');
      const wrong = checks.rows(objects.length) ?? checks.contains(keys);
      if (wrong !== undefined || !checks.wantsDocument) return wrong;
      return checks.document(parseJson(JSON.stringify(objects)));
    },
  };
}

interface GetRequest {
  readonly call: Extract<S3Call, { readonly action: 'get' }>;
  readonly checks: Checks;
  readonly stop: AbortSignal;
  readonly clock: Clock;
}

async function get(session: S3Session, { call, checks, stop, clock }: GetRequest): Promise<Answer> {
  const body = await session.get(call.key, stop);
  const firstByteMs = clock.now();
  const chunks: Uint8Array[] = [];
  let bytesReceived = 0;
  for await (const chunk of body) {
    bytesReceived += chunk.byteLength;
    chunks.push(chunk);
  }
  return { firstByteMs, bytesReceived, judge: () => wrongWithBody(chunks, checks) };
}

function wrongWithBody(chunks: readonly Uint8Array[], checks: Checks): Failure | undefined {
  if (!checks.wantsText && !checks.wantsDocument) return undefined;
  const text = Buffer.concat(chunks).toString('utf8');
  const missing = checks.contains(text);
  if (missing !== undefined || !checks.wantsDocument) return missing;
  const document = parseJson(text);
  if (document !== undefined) return checks.document(document);
  return { class: 'not_json', message: `expected JSON, got ${text === '' ? 'an empty object' : text}` };
}

async function check(target: S3Target, signal?: AbortSignal): Promise<TargetInfo> {
  const { name, endpoint, bucket, secrets } = target;
  const attempt = await run(target, { timeoutMs: CHECK_TIMEOUT_MS, signal }, async (session, stop) => {
    await session.list('', 1, stop);
    return { judge: () => undefined };
  });
  if (attempt.failure === undefined) return {};
  const { class: failureClass, message } = attempt.failure;
  const mend = MENDS.get(failureClass);
  const said = `${name} at ${shownUrl(endpoint)}, bucket ${bucket}: ${message.replace(/\.$/, '')}.${mend === undefined ? '' : ` ${mend}`}`;
  throw new RemoteError(readable(said, secrets), { service: name, action: `list ${bucket}`, attempts: 1 });
}

const MENDS = new Map([
  ['s3_NoSuchBucket', 'Create it, or mend the bucket in the configuration.'],
  ['s3_InvalidAccessKeyId', 'Check the access key.'],
  ['s3_SignatureDoesNotMatch', 'Check the secret access key.'],
]);
