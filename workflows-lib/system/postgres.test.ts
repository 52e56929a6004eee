import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PostgresService } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { locatePackage, prepareBinaries } from './postgres/binaries.ts';
import { lineAt } from './postgres/seed.ts';
import { serverUser } from './postgres/system-user.ts';
import type { RunningSystem } from './running-system.ts';
import { startSystem } from './start.ts';
import { failedStart } from './testing/failed-start.ts';
import { planOf, postgresOf } from './testing/plan.ts';

let folder: string;
let system: RunningSystem;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postgres-test-'));
  system = await startSystem(planOf({ services: [postgresOf({ settings: { work_mem: '7MB' } })] }), {
    clock: systemClock,
    log: silentLog,
  });
  const endpoint = system.endpoints['database'];
  url = endpoint?.type === 'postgres' ? endpoint.url : '';
});

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

const seeded = async (sql: string, parts: Partial<PostgresService> = {}): Promise<UsageError | RemoteError> => {
  const path = join(folder, 'seed.sql');
  await writeFile(path, sql);
  return failedStart(planOf({ services: [postgresOf({ seed: [path], ...parts })] }));
};
const external = (address: string, parts: Partial<PostgresService> = {}): PostgresService =>
  postgresOf({ mode: 'external', url: address, ...parts });
const changed = (change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

test('a seed with an SQL error is named with its line and what PostgreSQL says', async () => {
  const error = await seeded("-- größer 🏀\nCREATE TABLE a (x int);\n\nINSERT INTO b VALUES ('ä');\n");
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe(`${folder}/seed.sql:4: relation "b" does not exist`);
});

test('a seed that breaks a constraint is named with the detail', async () => {
  const error = await seeded('CREATE TABLE a (x int PRIMARY KEY); INSERT INTO a VALUES (1), (1);');
  expect(error.message).toContain('duplicate key value violates unique constraint "a_pkey". Key (x)=(1) already exists.');
});

test.each([
  ['\\connect nba\nSELECT 1', 'Commands that start with a backslash belong to psql'],
  ['CREATE TABLE a (x int); COPY a FROM stdin;', 'use INSERT'],
])('a seed for psql (%j) comes with the mend', async (sql, mend) => {
  expect((await seeded(sql)).message).toContain(mend);
});

test('the line of an error is counted in characters, as PostgreSQL counts', () => {
  expect(lineAt('🏀🏀\nab', 3)).toBe(1);
  expect(lineAt('🏀🏀\nab', 4)).toBe(2);
});

test('a missing seed file is named', async () => {
  const error = await failedStart(planOf({ services: [postgresOf({ seed: ['/no/such/seed.sql'] })] }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe('services.database.seed: the file /no/such/seed.sql does not exist.');
});

test('a role that no seed creates is named', async () => {
  const error = await seeded('SELECT 1', { roles: { reader: undefined } });
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain('The role reader does not exist: no seed file creates it.');
});

test('a setting that PostgreSQL does not know is shown in its words', async () => {
  const error = await failedStart(planOf({ services: [postgresOf({ settings: { shared_bufers: '1GB' } })] }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toMatch(/^PostgreSQL did not start: database ended with exit code 1[^]+"shared_bufers"/);
});

test('settings of the plan reach the server', async () => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SHOW work_mem');
  await client.end();
  expect(rows).toEqual([{ work_mem: '7MB' }]);
});

test('an external database is used as it is: checked, never seeded', async () => {
  const lines: string[] = [];
  const log = { ...silentLog, info: (line: string) => lines.push(line) };
  const service = { ...external(url, { seed: ['/never/read.sql'], roles: { reader: 'postgres://reader:x@127.0.0.1:1/nba' } }) };
  const running = await startSystem(planOf({ services: [service] }), { clock: systemClock, log });
  expect(running.endpoints['database']).toEqual({ type: 'postgres', url, roles: service.roles });
  expect(running.info['database']?.version).toMatch(/^18\./);
  expect(lines.join('\n')).toContain('its seed files are not run there');
  expect(lines.join('\n')).not.toContain(new URL(url).password);
  await running.stop();
});

test.each([
  ['a refused connection', () => changed((address) => (address.port = '9')), 'the connection was refused'],
  ['a wrong password', () => changed((address) => (address.password = 'not-the-password')), 'the user or the password is wrong'],
  ['an unknown database', () => changed((address) => (address.pathname = '/nowhere')), 'there is no such database'],
  ['an unknown host', () => changed((address) => (address.hostname = 'no-such-host.invalid')), 'no such host|EAI_AGAIN'],
])('%s is one message with the address and without the password', async (_name, address, reason) => {
  const error = await failedStart(planOf({ services: [external(address())] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toMatch(new RegExp(`^PostgreSQL database at postgres@\\S+ cannot be used: .*(${reason})`));
  expect(error.message).not.toContain(new URL(address()).password);
  expect(error.message).not.toContain('\n');
});

test('a role of an external database needs its own URL', async () => {
  const error = await failedStart(planOf({ services: [external(url, { roles: { reader: undefined } })] }));
  expect(error.message).toContain('services.database.roles.reader needs a URL');
});

test('a package in a private folder, its library links never made, is brought to run for the server’s user', async () => {
  const home = join(folder, 'private');
  const native = join(home, 'native');
  await cp(locatePackage(), native, {
    recursive: true,
    filter: (path) => !/\.so(\.\d+)?$/.test(path) || !/lib(pq|icu\w+)\.so/.test(path),
  });
  await chmod(home, 0o700);
  expect((await readdir(join(native, 'lib'))).filter((name) => name.startsWith('libpq.so'))).toEqual(['libpq.so.5.18']);
  const work = join(folder, 'work');
  await mkdir(work);
  await chmod(folder, 0o711);
  const binaries = await prepareBinaries(work, await serverUser(), native);
  expect(binaries.hasStatStatements).toBe(true);
  expect((await readdir(join(binaries.initdb, '..', '..', 'lib'))).filter((name) => name.startsWith('libpq.so')).sort()).toEqual([
    ...['libpq.so', 'libpq.so.5', 'libpq.so.5.18'],
  ]);
});

test('a PostgreSQL that does not run here is said so', async () => {
  const broken = join(folder, 'broken', 'native');
  await mkdir(join(broken, 'bin'), { recursive: true });
  await mkdir(join(broken, 'lib', 'postgresql'), { recursive: true });
  const other = join(folder, 'broken', 'work');
  await mkdir(other);
  await expect(prepareBinaries(other, undefined, broken)).rejects.toThrow(/^PostgreSQL of .+ does not run here: .*ENOENT/);
});
