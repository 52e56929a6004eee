import type { S3Service } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { childScript } from './child-script.ts';
import { launchOwnServer } from './listening.ts';
import { parseObjectStoreAnswer, type ObjectStoreOptions } from './object-store/options.ts';
import { orAbort } from './or-abort.ts';
import { randomSecret } from './random-secret.ts';
import type { RunContext, StartedService } from './run-context.ts';

/**
 * Makes an S3 service usable. Embedded: a store of our own with the bucket and the files of the seed folder as objects. External: checks
 * that the bucket is there and lets us in, and changes nothing. Throws UsageError (seed, bucket name) or RemoteError (the external store).
 */
export async function startObjectStore(service: S3Service, context: RunContext): Promise<StartedService> {
  return service.mode === 'external' ? useExternal(service, context) : startEmbedded(service, context);
}

async function startEmbedded(service: S3Service, context: RunContext): Promise<StartedService> {
  const { name, bucket, region, seed } = service;
  const port = await context.ports.claim();
  const keys = { accessKeyId: randomSecret(), secretAccessKey: randomSecret() };
  context.secrets.add(keys.secretAccessKey);
  const options: ObjectStoreOptions = { port, bucket, accessKeyId: keys.accessKeyId, ...(seed === undefined ? {} : { seed }) };
  const script = childScript(import.meta.url, './object-store/main');
  const answer = parseObjectStoreAnswer(await launchOwnServer({ service, script, options }, context));
  if ('refused' in answer) throw new UsageError(`services.${name}: ${answer.refused}`);
  const endpoint = `http://127.0.0.1:${port}`;
  const summary = `Object store ready on 127.0.0.1:${port}, ${answer.objects} objects in ${bucket}`;
  return { endpoint: { type: 's3', endpoint, bucket, region, ...keys }, info: { version: `fauxqs ${answer.version}` }, summary };
}

async function useExternal(service: S3Service, context: RunContext): Promise<StartedService> {
  const { name, endpoint, bucket, region, accessKeyId, secretAccessKey, seed } = service;
  if (endpoint === undefined)
    throw new UsageError(`services.${name}.endpoint is missing: an external object store needs its URL.`);
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new UsageError(
      `services.${name} needs access_key_id and secret_access_key: an external object store lets nobody in without.`,
    );
  }
  context.secrets.add(secretAccessKey);
  context.secrets.addUrl(endpoint);
  const target = { type: 's3', endpoint, bucket, region, accessKeyId, secretAccessKey } as const;
  const { openS3Driver } = await import('../drivers/s3.ts');
  const driver = openS3Driver({ ...target, name, clock: context.clock });
  try {
    await orAbort(driver.check(context.signal), context.signal);
  } finally {
    await driver.close();
  }
  if (seed !== undefined)
    context.log.info(context.secrets.hide(`${name} is not ours (${endpoint}): its seed folder is not uploaded there.`));
  return { endpoint: target, summary: `Object store at ${endpoint}, bucket ${bucket}` };
}
