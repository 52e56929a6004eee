import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { S3Service } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import type { RunningSystem } from './running-system.ts';
import { startSystem } from './start.ts';
import { failedStart } from './testing/failed-start.ts';
import { planOf, s3Of } from './testing/plan.ts';

let system: RunningSystem;
let store: S3Service;

beforeAll(async () => {
  system = await startSystem(planOf({ services: [s3Of()] }), { clock: systemClock, log: silentLog });
  const endpoint = system.endpoints['files'];
  if (endpoint?.type !== 's3') throw new Error('no object store');
  const { endpoint: url, accessKeyId, secretAccessKey } = endpoint;
  store = s3Of({ mode: 'external', endpoint: url, accessKeyId, secretAccessKey });
});

afterAll(async () => system.stop());

test('an external object store is used as it is: checked, never seeded', async () => {
  const lines: string[] = [];
  const log = { ...silentLog, info: (line: string) => lines.push(line) };
  const plan = planOf({ services: [{ ...store, seed: '/never/read' }] });
  const running = await startSystem(plan, { clock: systemClock, log });
  expect(running.endpoints['files']).toEqual(system.endpoints['files']);
  expect(lines.join('\n')).toContain('its seed folder is not uploaded there');
  await running.stop();
});

test('a missing bucket is named', async () => {
  const error = await failedStart(planOf({ services: [{ ...store, bucket: 'no-such-bucket' }] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('no-such-bucket');
});

test('wrong credentials are said so, without the secret', async () => {
  const error = await failedStart(planOf({ services: [{ ...store, accessKeyId: 'somebody-else' }] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toMatch(/files/);
  expect(error.message).not.toContain(store.secretAccessKey);
});

test('a store that is not there is said so', async () => {
  const error = await failedStart(planOf({ services: [{ ...store, endpoint: 'http://127.0.0.1:9' }] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toContain('ECONNREFUSED');
});

test.each([
  [
    'a missing seed folder',
    s3Of({ seed: '/no/such/folder' }),
    'services.files: the seed folder /no/such/folder does not exist or cannot be read.',
  ],
  ['a bucket with an impossible name', s3Of({ bucket: 'A!' }), 'services.files: The object store does not accept /A!'],
])('%s is a mistake that the user can mend', async (_name, service, message) => {
  const error = await failedStart(planOf({ services: [service] }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain(message);
});
