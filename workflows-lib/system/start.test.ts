import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ModelService } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { Interrupted, RemoteError, UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { readProcesses } from './process-table.ts';
import type { Endpoint, RunningSystem } from './running-system.ts';
import { startSystem } from './start.ts';
import { planOf, postgresOf, processOf, s3Of } from './testing/plan.ts';

/** Answers with its environment and its arguments. */
const MIRROR = `
import { createServer } from 'node:http';
const { env, argv } = process;
if (env.DIE_ON_REQUEST) console.error('\\u001b[31mlast words\\u001b[0m of', env.SECRET);
createServer((request, response) => {
  if (env.DIE_ON_REQUEST && request.url === '/die') process.exit(7);
  response.end(JSON.stringify({ env, args: argv.slice(2) }));
}).listen(Number(env.PORT), env.HOST);
`;
const ports = { clock: systemClock, log: silentLog };
const model = (name: string, type: 'openai' | 'anthropic'): ModelService => ({
  ...{ name, type, mode: 'simulated', model: 'some-model', provider: type },
  simulation: { profile: 'fast', seed: 'x', faults: {} },
});

let folder: string;
let system: RunningSystem;
const lines: string[] = [];

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'start-test-')), 'Spielstände 2026 ⏱');
  await mkdir(join(folder, 'games', 'März'), { recursive: true });
  await writeFile(join(folder, 'mirror server.mjs'), MIRROR);
  await writeFile(join(folder, 'games', 'März', 'Spiel #1 100%.json'), '{"points": 100}');
  await writeFile(join(folder, 'games', 'plain.txt'), 'plain');
  await writeFile(
    join(folder, 'schema.sql'),
    '\uFEFFCREATE TABLE teams (name text); CREATE ROLE "le-ser"; GRANT SELECT ON teams TO "le-ser";',
  );
  const mirror = processOf(`node "mirror server.mjs" --db '\${services.database.database}' \${run.seed}`, {
    ...{ name: 'mirror', cwd: folder, ready: { http: '/' }, needs: ['first'] },
    env: { FIRST: '${processes.first.url}', MODEL: '${services.claude.base_url}', PLAIN: '$${x}' },
  });
  const plan = planOf({
    root: folder,
    // Makes the seed that the database then reads.
    prepare: [`node -e "require('fs').writeFileSync('seed.sql', 'INSERT INTO teams VALUES (1), (2)')"`],
    services: [
      postgresOf({ seed: [join(folder, 'schema.sql'), join(folder, 'seed.sql')], roles: { 'le-ser': undefined } }),
      s3Of({ seed: join(folder, 'games') }),
      model('deepseek', 'openai'),
      model('claude', 'anthropic'),
      {
        name: 'tools',
        type: 'mcp',
        mode: 'embedded',
        run: 'node tools.mjs',
        cwd: folder,
        env: { DB: '${services.database.url}' },
        headers: {},
      },
    ],
    processes: [mirror, processOf('node "mirror server.mjs"', { name: 'first', cwd: folder, ready: { tcp: true }, mcp: '/mcp' })],
  });
  const log = { ...silentLog, info: (line: string) => lines.push(line) };
  const env = { ...process.env, GITHUB_TOKEN: 'a secret of the caller' };
  system = await startSystem(plan, { clock: systemClock, log, env });
});

afterAll(async () => {
  await system.stop();
  await rm(join(folder, '..'), { recursive: true });
});

function endpoint<T extends Endpoint['type']>(name: string, type: T): Endpoint & { readonly type: T } {
  const found = system.endpoints[name];
  if (found?.type !== type) throw new Error(`${name} is no ${type}`);
  return found as Endpoint & { readonly type: T };
}

async function mirrored(): Promise<{ env: Record<string, string>; args: string[] }> {
  const response = await fetch(endpoint('mirror', 'http').url);
  return (await response.json()) as { env: Record<string, string>; args: string[] };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the database is seeded in order, from files that a prepare command made too', async () => {
  const { url } = endpoint('database', 'postgres');
  expect(await query(url, 'SELECT count(*)::int AS teams FROM teams')).toEqual([{ teams: 2 }]);
  expect(await query(url, 'SELECT current_database() AS name')).toEqual([{ name: 'database' }]);
});

test('statistics are there from the start', async () => {
  const sql = "SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'teams'";
  expect(await query(endpoint('database', 'postgres').url, sql)).toEqual([{ rows: 2 }]);
});

test('a role logs in with its own URL and has its own rights only', async () => {
  const url = endpoint('database', 'postgres').roles['le-ser'] ?? '';
  expect(await query(url, 'SELECT name FROM teams ORDER BY name')).toEqual([{ name: '1' }, { name: '2' }]);
  await expect(query(url, 'DELETE FROM teams')).rejects.toThrow('permission denied');
});

test('the database sorts and folds text as Unicode, and lets nobody in without a password', async () => {
  const { url } = endpoint('database', 'postgres');
  expect(await query(url, "SELECT upper('ñandú') AS upper, current_setting('server_encoding') AS encoding")).toEqual([
    { upper: 'ÑANDÚ', encoding: 'UTF8' },
  ]);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('files become objects under their relative paths, and only the access key of the store lets in', async () => {
  const { GetObjectCommand, ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3');
  const { endpoint: url, bucket, region, accessKeyId, secretAccessKey } = endpoint('files', 's3');
  const client = new S3Client({ endpoint: url, region, forcePathStyle: true, credentials: { accessKeyId, secretAccessKey } });
  const listed = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['März/Spiel #1 100%.json', 'plain.txt']);
  const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'März/Spiel #1 100%.json' }));
  expect(object.ContentType).toBe('application/json');
  expect(await object.Body?.transformToString()).toBe('{"points": 100}');
  client.destroy();
  const stranger = new S3Client({
    endpoint: url,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: 'x', secretAccessKey },
  });
  await expect(stranger.send(new ListObjectsV2Command({ Bucket: bucket }))).rejects.toThrow('does not exist in our records');
  stranger.destroy();
});

test('each simulator speaks its protocol and wants its own key', async () => {
  const { baseUrl, apiKey, model: name } = endpoint('deepseek', 'openai');
  const ask = async (key: string): Promise<number> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ model: name, messages: [{ role: 'user', content: 'Hello' }], max_tokens: 5 });
    return (await fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body })).status;
  };
  expect(await ask(apiKey)).toBe(200);
  expect(await ask(endpoint('claude', 'anthropic').apiKey)).toBe(401);
});

test('references are resolved in arguments and environments of processes and in those of MCP servers', async () => {
  const { env, args } = await mirrored();
  expect(args).toEqual(['--db', 'database', 'test-seed']);
  expect(env).toMatchObject({
    FIRST: endpoint('first', 'mcp').transport === 'http' ? expect.stringMatching(/^http:\/\/127.0.0.1:\d+$/) : '',
  });
  expect(env).toMatchObject({ MODEL: endpoint('claude', 'anthropic').baseUrl, PLAIN: '${x}', HOST: '127.0.0.1' });
  expect(system.endpoints['tools']).toMatchObject({ transport: 'stdio', env: { DB: endpoint('database', 'postgres').url } });
});

test('a process with an MCP path is an MCP endpoint', () => {
  expect(endpoint('first', 'mcp')).toMatchObject({ transport: 'http', url: expect.stringMatching(/:\d+\/mcp$/) });
});

test('processes do not see the secrets of the caller', async () => {
  const { env } = await mirrored();
  expect(env).toHaveProperty('PATH');
  expect(JSON.stringify(env)).not.toContain('a secret of the caller');
  expect(Object.keys(env).filter((name) => name.startsWith('JEST') || name === 'NODE_OPTIONS')).toEqual([]);
});

test('progress says what is ready, where, and how long it took', () => {
  expect(lines).toContainEqual(expect.stringMatching(/^PostgreSQL 18\.\d+ ready on 127\.0\.0\.1:\d+ in \d+\.\d s$/));
  expect(lines).toContainEqual(expect.stringMatching(/^Object store ready on .*, 2 objects in games in/));
  expect(lines.findIndex((line) => line.startsWith('first'))).toBeLessThan(lines.findIndex((line) => line.startsWith('mirror')));
});

test('embedded services say their version', () => {
  expect(system.info).toMatchObject({ database: { version: expect.stringMatching(/^18\.\d+$/) } });
});

test('memory and CPU time are told for everything that was started, PostgreSQL with its backends', async () => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: endpoint('database', 'postgres').url });
  await client.connect();
  const before = await system.resources();
  await client.query('SELECT sum(i) FROM generate_series(1, 3000000) i');
  const after = await system.resources();
  await client.end();
  expect(Object.keys(after).sort()).toEqual(['claude', 'database', 'deepseek', 'files', 'first', 'mirror']);
  for (const { residentBytes } of Object.values(after)) expect(residentBytes).toBeGreaterThan(10_000_000);
  // The work was done by a backend, a child of the process that is named.
  expect(after['database']?.cpuMs).toBeGreaterThan((before['database']?.cpuMs ?? Infinity) + 50);
});

test('a second system at the same time gets ports of its own, and its stop leaves the first alone', async () => {
  const second = await startSystem(planOf({ services: [postgresOf(), s3Of()] }), ports);
  const url = second.endpoints['database']?.type === 'postgres' ? second.endpoints['database'].url : '';
  expect(new URL(url).port).not.toBe(new URL(endpoint('database', 'postgres').url).port);
  await second.stop();
  await second.stop();
  await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  expect(await query(endpoint('database', 'postgres').url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a process that dies while the system runs is reported with its last lines, without control characters and secrets', async () => {
  const plan = planOf({
    services: [model('claude', 'anthropic')],
    processes: [
      processOf('node "mirror server.mjs"', {
        ...{ cwd: folder, ready: { http: '/' } },
        env: { DIE_ON_REQUEST: '1', SECRET: '${services.claude.api_key}' },
      }),
    ],
  });
  const mortal = await startSystem(plan, ports);
  const target = mortal.endpoints['app'];
  await fetch(`${target?.type === 'http' ? target.url : ''}/die`).catch(() => undefined);
  const error: unknown = await mortal.died.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toHaveProperty('message', 'app ended with exit code 7. Its last lines:\n    last words of ***');
  await mortal.stop();
});

test('an interrupted start ends what was started and throws the reason', async () => {
  const never = processOf(`node -e "setInterval(() => {}, 1000)"`, { ready: { tcp: true } });
  const interrupter = new AbortController();
  const reason = new Interrupted('Ctrl-C');
  // At the first line the object store is ready; the process never will be.
  const info = (): void => {
    interrupter.abort(reason);
  };
  const children = (): number[] =>
    readProcesses()
      .filter((stat) => stat.parent === process.pid)
      .map(({ pid }) => pid);
  const before = children();
  const log = { ...silentLog, info };
  const plan = planOf({ services: [s3Of()], processes: [never] });
  await expect(startSystem(plan, { clock: systemClock, log, signal: interrupter.signal })).rejects.toBe(reason);
  expect(children()).toEqual(before);
});

test('once the system runs, an abort of the signal is the business of the caller', async () => {
  const interrupter = new AbortController();
  const running = await startSystem(planOf({ services: [s3Of()] }), { ...ports, signal: interrupter.signal });
  interrupter.abort();
  const target = running.endpoints['files'];
  expect((await fetch(target?.type === 's3' ? target.endpoint : '')).status).toBe(403);
  await running.stop();
});

test('a start with a signal that has aborted already starts nothing', async () => {
  const signal = AbortSignal.abort(new Interrupted('before'));
  await expect(startSystem(planOf({}), { ...ports, signal })).rejects.toThrow(Interrupted);
});

test('a cycle of needs is noticed before anything is started', async () => {
  const processes = [processOf('x', { name: 'a', needs: ['b'] }), processOf('x', { name: 'b', needs: ['a'] })];
  await expect(startSystem(planOf({ processes }), ports)).rejects.toThrow(UsageError);
});
