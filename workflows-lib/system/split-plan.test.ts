import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ModelService, Plan } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { joinSystems } from './join-systems.ts';
import { prepareSystem } from './prepare-system.ts';
import type { Endpoint, RunningSystem } from './running-system.ts';
import { processesOn, servicesOnly } from './split-plan.ts';
import { startSystem } from './start.ts';
import { planOf, postgresOf, processOf, s3Of } from './testing/plan.ts';

const SERVER = `
import { createServer } from 'node:http';
const { DATABASE, READER, FILES, KEY, MODEL } = process.env;
createServer((_, response) => response.end(JSON.stringify({ DATABASE, READER, FILES, KEY, MODEL }))).listen(Number(process.env.PORT), '127.0.0.1');
`;
const lines: string[] = [];
const ports = { clock: systemClock, log: { ...silentLog, info: (line: string) => lines.push(line) } };

let folder: string;
let plan: Plan;
let services: RunningSystem;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'split-test-'));
  await writeFile(join(folder, 'server.mjs'), SERVER);
  await writeFile(join(folder, 'seed.sql'), 'CREATE TABLE teams (name text); CREATE ROLE reader;');
  const model: ModelService = {
    ...{ name: 'model', type: 'openai', mode: 'simulated', model: 'some-model', provider: 'openai' },
    simulation: { profile: 'fast', seed: 'x', faults: {} },
  };
  plan = planOf({
    root: folder,
    prepare: [`node -e "require('fs').appendFileSync('prepared', 'x')"`],
    services: [
      postgresOf({ seed: [join(folder, 'seed.sql')], roles: { reader: undefined }, settings: { work_mem: '7MB' } }),
      s3Of({ seed: folder }),
      model,
      {
        name: 'tools',
        type: 'mcp',
        mode: 'embedded',
        run: 'node x',
        cwd: folder,
        env: { APP: '${processes.app.url}' },
        headers: {},
      },
    ],
    processes: [
      processOf('node server.mjs', {
        ...{ cwd: folder, ready: { http: '/' }, port: 19_871 },
        env: {
          DATABASE: '${services.database.url}',
          READER: '${services.database.roles.reader}',
          FILES: '${services.files.endpoint}',
          KEY: '${services.files.secret_access_key}',
          MODEL: '${services.model.api_key}',
        },
      }),
    ],
  });
  services = await startSystem(servicesOnly(plan), ports);
});

afterAll(async () => {
  await services.stop();
  await rm(folder, { recursive: true });
});

const urlOf = (endpoint: Endpoint | undefined): string => (endpoint?.type === 'http' ? endpoint.url : '');

async function told(system: RunningSystem): Promise<unknown> {
  return (await fetch(urlOf(system.endpoints['app']))).json();
}

test('the services of a plan start alone: no process, no prepare command, nothing that refers to a process', async () => {
  expect(Object.keys(services.endpoints).sort()).toEqual(['database', 'files', 'model']);
  await expect(readFile(join(folder, 'prepared'))).rejects.toThrow('ENOENT');
});

test('processes are started again and again on the same services, with the same addresses and keys', async () => {
  const split = processesOn(plan, services);
  const first = await startSystem(split, ports);
  const before = await told(first);
  await first.stop();
  const second = await startSystem(split, ports);
  const [database, files, model] = ['database', 'files', 'model'].map((name) => services.endpoints[name]);
  expect(before).toEqual({
    DATABASE: database?.type === 'postgres' ? database.url : '',
    READER: database?.type === 'postgres' ? database.roles['reader'] : '',
    FILES: files?.type === 's3' ? files.endpoint : '',
    KEY: files?.type === 's3' ? files.secretAccessKey : '',
    MODEL: model?.type === 'openai' ? model.apiKey : '',
  });
  expect(await told(second)).toEqual(before);
  await second.stop();
  expect(lines.join('\n')).not.toContain('is not ours');
});

test('two copies of the processes run at once on free ports, though the plan names one', async () => {
  const split = processesOn(plan, services);
  const [one, two] = await Promise.all([startSystem(split, ports), startSystem(split, ports)]);
  expect(urlOf(one.endpoints['app'])).not.toBe(urlOf(two.endpoints['app']));
  expect(await told(one)).toEqual(await told(two));
  await Promise.all([one.stop(), two.stop()]);
});

test('services and processes joined are one system: the log of the simulator, the versions, the memory of all', async () => {
  const processes = await startSystem(processesOn(plan, services), ports);
  const joined = joinSystems({ ...services, stop: async () => Promise.resolve() }, processes);
  expect(joined.endpoints['model']).toBe(services.endpoints['model']);
  expect(joined.endpoints['tools']).toMatchObject({ transport: 'stdio', env: { APP: urlOf(joined.endpoints['app']) } });
  expect(joined.info['files']?.version).toContain('fauxqs');
  expect(Object.keys(await joined.resources()).sort()).toEqual(['app', 'database', 'files', 'model']);
  await joined.stop();
  await expect(told(joined)).rejects.toThrow('fetch failed');
});

test('the prepare commands run once, in a run of their own', async () => {
  await prepareSystem(plan, ports);
  expect(await readFile(join(folder, 'prepared'), 'utf8')).toBe('x');
});

test('a prepare command that fails is shown with its last lines, and without secrets', async () => {
  const failing = planOf({ root: folder, prepare: [`node -e "console.error('no', 'hunter22secret'); process.exit(3)"`] });
  const error: unknown = await prepareSystem(failing, { ...ports, env: { ...process.env, MY_TOKEN: 'hunter22secret' } }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  expect(error).toHaveProperty('message', expect.stringMatching(/exit code 3\. Its last lines:\n {4}no \*\*\*$/));
});
