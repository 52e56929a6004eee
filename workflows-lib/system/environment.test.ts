import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { childEnvironment } from './environment.ts';

const OWN = dirname(process.execPath);

test('a process of the system gets our own Node, whatever else is in PATH', () => {
  expect(childEnvironment({ PATH: '/opt/node-22/bin:/usr/bin' })['PATH']).toBe(`${OWN}:/opt/node-22/bin:/usr/bin`);
});

test('in an action it gets the Node that the job has set up, and ours only where there is none', () => {
  const env = { GITHUB_ACTIONS: 'true', PATH: '/opt/node-22/bin:/usr/bin' };
  expect(childEnvironment(env)['PATH']).toBe(`/opt/node-22/bin:/usr/bin:${OWN}`);
});

test('a process of the system gets none of the secrets around us', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/runner',
    GITHUB_TOKEN: 'secret',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    INPUT_TOKEN: 'secret',
  };
  expect(Object.keys(childEnvironment(env)).sort()).toEqual(['HOME', 'PATH']);
});
