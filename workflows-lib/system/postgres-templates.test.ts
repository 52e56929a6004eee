import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { PostgresService } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { openPostgresTemplates, type OpenPostgresTemplates } from './postgres-templates.ts';
import { withClient } from './postgres/client.ts';
import type { RunningSystem } from './running-system.ts';
import { startSystem } from './start.ts';
import { planOf, postgresOf } from './testing/plan.ts';

// More rows than ANALYZE samples, so that two builds have different statistics.
const SEED = `CREATE TABLE points AS SELECT i, md5(i::text) AS name FROM generate_series(1, 60000) i;
CREATE ROLE reader; GRANT SELECT ON points TO reader;`;
const SYSTEM = 'SELECT system_identifier::text AS id FROM pg_control_system()';
const STATISTICS = "SELECT md5(string_agg(s::text, '|' ORDER BY attname)) AS id FROM pg_stats s WHERE tablename = 'points'";

let folder: string;
let templates: OpenPostgresTemplates;
let base: RunningSystem;
let head: RunningSystem;
const ports = { clock: systemClock, log: silentLog };

const start = async (parts: Partial<PostgresService>): Promise<RunningSystem> =>
  startSystem(planOf({ services: [postgresOf(parts)] }), { ...ports, templates });

function login({ endpoints: { database } }: RunningSystem): { readonly url: string; readonly reader: string } {
  if (database?.type !== 'postgres') throw new Error('no database');
  return { url: database.url, reader: database.roles['reader'] ?? '' };
}

const ask = async (url: string, sql: string): Promise<unknown> =>
  withClient(url, async (client) => (await client.query<{ id: unknown }>(sql)).rows[0]?.id);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-test-'));
  const [one, other] = [join(folder, 'base.sql'), join(folder, 'head.sql')];
  await writeFile(one, SEED);
  await cp(one, other);
  templates = await openPostgresTemplates(ports);
  const roles = { reader: undefined };
  [base, head] = await Promise.all([start({ seed: [one], roles }), start({ seed: [other], roles })]);
});

afterAll(async () => {
  await Promise.all([base.stop(), head.stop()]);
  await templates.close();
  await rm(folder, { recursive: true });
});

test('two sides with the same seeds start from the same pages and the same statistics', async () => {
  const [one, other] = [login(base).url, login(head).url];
  expect(await ask(one, SYSTEM)).toBe(await ask(other, SYSTEM));
  expect(await ask(one, STATISTICS)).toBe(await ask(other, STATISTICS));
});

test('each side has its own server: what one writes, the other does not see', async () => {
  const [one, other] = [login(base), login(head)];
  expect(new URL(one.url).port).not.toBe(new URL(other.url).port);
  await ask(one.url, 'DELETE FROM points WHERE i = 1');
  expect(await ask(one.reader, 'SELECT count(*)::int AS id FROM points')).toBe(59_999);
  expect(await ask(other.reader, 'SELECT count(*)::int AS id FROM points')).toBe(60_000);
});

test('roles keep their rights, and their passwords are needed', async () => {
  const { reader } = login(head);
  expect(new URL(reader).port).toBe(new URL(login(head).url).port);
  await expect(ask(reader, 'DELETE FROM points')).rejects.toThrow('permission denied');
  await expect(ask(reader.replace(/:[^:@]+@/, ':wrong@'), SYSTEM)).rejects.toThrow('password authentication failed');
  expect(head.hide(reader)).not.toContain(new URL(reader).password);
});

test('no page is left for autovacuum to mark', async () => {
  const sql = "SELECT (relpages = relallvisible)::text AS id FROM pg_class WHERE relname = 'points'";
  expect(await ask(login(head).url, sql)).toBe('true');
});

test('a side whose seeds differ gets a cluster of its own', async () => {
  const path = join(folder, 'other.sql');
  await writeFile(path, `${SEED}\nCREATE INDEX ON points (i);`);
  const other = await start({ seed: [path], roles: { reader: undefined } });
  expect(await ask(login(other).url, SYSTEM)).not.toBe(await ask(login(head).url, SYSTEM));
  await other.stop();
});

test('a mistake in a seed ends the start of both sides like that of one', async () => {
  const path = join(folder, 'broken.sql');
  await writeFile(path, 'SELECT 1;\nSELECT * FROM nowhere;');
  const errors = await Promise.all([1, 2].map(async () => start({ seed: [path] }).catch((error: unknown) => error)));
  for (const error of errors) {
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty('message', `${path}:2: relation "nowhere" does not exist`);
  }
});

test('closed templates are gone, and their copies run on', async () => {
  const own = await openPostgresTemplates(ports);
  const running = await startSystem(planOf({ services: [postgresOf()] }), { ...ports, templates: own });
  const { data } = await own.provide(postgresOf(), []);
  expect(await readdir(data)).toContain('PG_VERSION');
  await own.close();
  await expect(readdir(data)).rejects.toThrow('ENOENT');
  expect(await ask(login(running).url, 'SELECT 1 AS id')).toBe(1);
  await running.stop();
});
