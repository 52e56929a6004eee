import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import type { buildApp } from 'fauxqs';
import { z } from 'zod';

import { UsageError } from '../../core/errors.ts';
import { besideBundle } from '../child-script.ts';
import type { ObjectStoreOptions } from './options.ts';
import { readObjects } from './read-objects.ts';

type App = ReturnType<typeof buildApp>;

/** An object store that listens on 127.0.0.1. */
export interface ObjectStore {
  readonly port: number;
  /** How many objects it was seeded with. */
  readonly objects: number;
  /** Of fauxqs. */
  readonly version: string;
  close(): Promise<void>;
}

/**
 * Starts fauxqs with one bucket and the objects of the seed folder. fauxqs accepts any credentials; as a real store would, this one lets
 * only its own access key in. Throws UsageError when the bucket's name or the seed folder cannot be used.
 */
export async function serveObjects({ port, bucket, accessKeyId, seed }: ObjectStoreOptions): Promise<ObjectStore> {
  const fauxqs = await import('fauxqs');
  const app = fauxqs.buildApp({ logger: false });
  letIn(app, accessKeyId);
  const put = async (path: string, body: Buffer, contentType: string): Promise<void> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/seed`;
    const headers = { authorization, 'content-type': contentType };
    const answer = await app.inject({ method: 'PUT', url: path, headers, payload: body });
    if (answer.statusCode !== 200) throw new UsageError(`The object store does not accept ${path}: ${answer.body}`);
  };
  await put(`/${encodeURIComponent(bucket)}`, Buffer.alloc(0), 'application/xml');
  let objects = 0;
  if (seed !== undefined) {
    for await (const { key, body, contentType } of readObjects(seed)) {
      const path = key.split('/').map(encodeURIComponent).join('/');
      await put(`/${encodeURIComponent(bucket)}/${path}`, body, contentType);
      objects++;
    }
  }
  await app.listen({ port, host: '127.0.0.1' });
  return {
    port,
    objects,
    version: await installedVersion(),
    close: async () => {
      await app.close();
    },
  };
}

/** Of the installed package; of the one that the actions' bundle was built from, where none is installed. */
async function installedVersion(): Promise<string> {
  const bundled = besideBundle(import.meta.url, 'packages.json');
  if (existsSync(bundled)) return String(z.record(z.string(), z.array(z.string())).parse(await readJson(bundled))['fauxqs']);
  return z.object({ version: z.string() }).parse(await readJson(new URL('../package.json', import.meta.resolve('fauxqs'))))
    .version;
}

async function readJson(path: string | URL): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

const REFUSAL =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InvalidAccessKeyId</Code>' +
  '<Message>The AWS Access Key Id you provided does not exist in our records.</Message></Error>';

/** The access key stands in the header of a signed request (`Credential=KEY/...`), or in the query of a presigned URL. */
function letIn(app: App, accessKeyId: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const { authorization = '' } = request.headers;
    const presigned = new URL(request.url, 'http://localhost').searchParams.get('X-Amz-Credential') ?? '';
    if (authorization.includes(`Credential=${accessKeyId}/`) || presigned.startsWith(`${accessKeyId}/`)) return;
    await reply.status(403).header('content-type', 'application/xml').send(REFUSAL);
  });
}
