/** The tools against a real PostgreSQL, over streamable HTTP, with the official client. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '../telemetry/log.ts';
import { connectClient, textOf } from '../testing/mcp-client.ts';
import type { TestClient } from '../testing/mcp-client.ts';
import { withClient } from '../testing/postgres.ts';
import { startSeasonStores } from '../testing/season-stores.ts';
import type { SeasonStores } from '../testing/season-stores.ts';
import { readConfig } from './config.ts';
import { startHttpService } from './service.ts';
import type { HttpService } from './service.ts';

const lines: string[] = [];
const log = createLogger({ service: 'test', version: '1.2.3', stream: { write: (line) => lines.push(line) } });
let stores: SeasonStores;
let service: HttpService;
let nba: TestClient;

beforeAll(async () => {
  stores = await startSeasonStores();
  service = await startHttpService(readConfig({ ...stores.env, QUERY_TIMEOUT: '1500ms' }), log);
  nba = await connectClient(service.url);
});
afterAll(async () => {
  await nba.close();
  await service.stop(1_000);
  await stores.stop();
});

async function query(sql: string, max_rows?: number): Promise<unknown> {
  const result = await nba.call('query_database', { sql, ...(max_rows === undefined ? {} : { max_rows }) });
  if (result.isError === true) throw new Error(textOf(result));
  return result.structuredContent;
}

test('the server offers five tools that only read, with schemas for what goes in and comes out', async () => {
  const { tools } = await nba.client.listTools();
  const names = tools.map((tool) => tool.name).toSorted();
  expect(names.join(' ')).toBe('get_s3_file get_table_schema list_s3_files list_tables query_database');
  for (const tool of tools) {
    expect(tool.annotations?.readOnlyHint).toBe(true);
    expect(tool.outputSchema?.type).toBe('object');
    expect(tool.inputSchema.type).toBe('object');
  }
});

test('a query answers with columns, rows and how many', async () => {
  const sql = 'SELECT abbreviation, team_id FROM teams ORDER BY team_id LIMIT 2';
  expect(await query(sql)).toEqual({
    columns: [
      { name: 'abbreviation', type: 'text' },
      { name: 'team_id', type: 'smallint' },
    ],
    rows: [
      { abbreviation: 'BOS', team_id: 1 },
      { abbreviation: 'BKN', team_id: 2 },
    ],
    row_count: 2,
    truncated: false,
  });
});

test('values come as JSON knows them, and everything else as PostgreSQL prints it', async () => {
  const sql =
    "SELECT count(*) AS games, 1.5::numeric AS half, 9007199254740993 AS big, 'NaN'::float8 AS nan, true AS yes, NULL AS nothing, " +
    "DATE '2026-01-02' AS day, TIMESTAMPTZ '2026-01-02 03:04:05+00' AS moment, ARRAY[1,2] AS list, '{\"a\":[1]}'::jsonb AS doc FROM games";
  expect(await query(sql)).toMatchObject({
    rows: [
      {
        games: 1230,
        half: 1.5,
        big: '9007199254740993',
        nan: 'NaN',
        yes: true,
        nothing: null,
        day: '2026-01-02',
        moment: expect.stringMatching(/^2026-01-02 03:04:05/) as unknown,
        list: [1, 2],
        doc: { a: [1] },
      },
    ],
  });
});

test('two columns of the same name both arrive', async () => {
  expect(await query('SELECT 1 AS a, 2 AS a')).toMatchObject({ rows: [{ a: 1, a_2: 2 }] });
});

test('a WITH query, comments and a closing semicolon are fine', async () => {
  const sql =
    '-- the best\nWITH best AS (SELECT max(points) AS points FROM player_game_stats) /* ; */ SELECT points > 40 AS great FROM best;';
  expect(await query(sql)).toMatchObject({ rows: [{ great: true }], row_count: 1 });
});

test('rows beyond the cap are cut off, and the answer says so', async () => {
  expect(await query('SELECT game_id FROM games')).toMatchObject({ row_count: 200, truncated: true });
  expect(await query('SELECT game_id FROM games', 1000)).toMatchObject({ row_count: 1000, truncated: true });
  expect(await query('SELECT team_id FROM teams', 30)).toMatchObject({ row_count: 30, truncated: false });
});

test('of ten million rows only those wanted leave the database', async () => {
  expect(await query('SELECT generate_series(1, 10000000) AS n', 5)).toMatchObject({
    rows: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }, { n: 5 }],
    truncated: true,
  });
});

test.each([
  ['several statements', 'SELECT 1; DROP TABLE player_game_stats', '42601'],
  ['a statement hidden behind a comment', 'SELECT 1 /* harmless */; -- really\nDELETE FROM games', '42601'],
  ['ending the transaction first', 'SELECT 1; COMMIT; BEGIN READ WRITE; DELETE FROM games', '42601'],
  ['DROP', 'DROP TABLE games', '42601'],
  ['INSERT', "INSERT INTO teams VALUES (99, 'XXX', 'a', 'b', 'East', 'Atlantic')", '42601'],
  ['a common table expression that writes', 'WITH gone AS (DELETE FROM games RETURNING *) SELECT * FROM gone', '0A000'],
  ['SELECT INTO', 'SELECT * INTO loot FROM teams', '42601'],
  ['locking rows', 'SELECT * FROM teams FOR UPDATE', '25006'],
  ['SET ROLE', 'SET ROLE postgres', '42601'],
  ['RESET', 'RESET ALL', '42601'],
  ['switching to writing', "SELECT set_config('transaction_read_only', 'off', false)", '25001'],
  ['another role by function', "SELECT set_config('role', 'owner', false)", '42501'],
  ['COPY TO PROGRAM', "COPY teams TO PROGRAM 'id'", '42601'],
  ['COPY FROM', "COPY teams FROM '/etc/passwd'", '42601'],
  ['reading files of the server', "SELECT pg_read_file('/etc/passwd')", '42501'],
  ['listing folders of the server', "SELECT pg_ls_dir('/')", '42501'],
  ['large objects', "SELECT lo_import('/etc/passwd')", '42501'],
  ['password hashes', 'SELECT rolpassword FROM pg_authid', '42501'],
  ['ending other sessions', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity', '42501'],
  ['DO', "DO $$ BEGIN EXECUTE 'DROP TABLE games'; END $$", '42601'],
  ['EXPLAIN ANALYZE', 'EXPLAIN ANALYZE SELECT 1', '42601'],
  ['closing the cursor', 'SELECT 1; CLOSE answer', '42601'],
  ['parameters', 'SELECT $1::int', '08P01'],
  ['an unknown table', 'SELECT * FROM salaries', '42P01'],
  ['division by zero', 'SELECT 1 / 0', '22012'],
  ['a sequence of its own', "SELECT nextval('nothing')", '42P01'],
  ['an unclosed comment', 'SELECT 1 /* forever', '42601'],
  ['nothing but a comment', '-- nothing', '42601'],
])('%s ends as a tool error with its SQLSTATE', async (_what, sql, sqlstate) => {
  const { text, type } = await nba.failure('query_database', { sql });
  expect(type).toBe(sqlstate);
  expect(text).toContain(`SQLSTATE ${sqlstate}: `);
});

test('nothing that was tried has changed anything', async () => {
  const counts = await withClient(stores.postgres.ownerUrl, async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      'SELECT (SELECT count(*)::int FROM games) AS games, (SELECT count(*)::int FROM teams) AS teams, ' +
        "(SELECT count(*)::int FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS tables",
    );
    return rows;
  });
  expect(counts).toEqual([{ games: 1230, teams: 30, tables: 4 }]);
});

test.each([
  'SELECT pg_sleep(60)',
  'SELECT count(*) FROM player_game_stats a, player_game_stats b, player_game_stats c',
  "SELECT set_config('statement_timeout', '0', false), pg_sleep(60)",
])('a statement that runs too long is ended by the database: %s', async (sql) => {
  const { text, type } = await nba.failure('query_database', { sql });
  expect(type).toBe('57014');
  expect(text).toContain('A statement may run 1500 ms.');
});

test('a statement cannot fill the disk with temporary files', async () => {
  const patient = await startHttpService(readConfig({ ...stores.env, QUERY_TIMEOUT: '50s' }), log);
  const client = await connectClient(patient.url);
  try {
    const { type } = await client.failure('query_database', { sql: 'SELECT count(*) FROM generate_series(1, 100000000000)' });
    expect(type).toBe('53400');
  } finally {
    await client.close();
    await patient.stop(1_000);
  }
});

test('settings and advisory locks of one query are gone before the next', async () => {
  await query(
    "SELECT set_config('statement_timeout', '0', false), set_config('search_path', 'nowhere', false), pg_advisory_lock(42)",
  );
  expect(await query('SELECT count(*) AS teams FROM teams')).toMatchObject({ rows: [{ teams: 30 }] });
  const locks = await withClient(
    stores.postgres.ownerUrl,
    async (client) =>
      (await client.query<{ count: number }>("SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory'")).rows,
  );
  expect(locks).toEqual([{ count: 0 }]);
});

test('a single value of many megabytes is refused instead of taken', async () => {
  const { type } = await nba.failure('query_database', { sql: "SELECT repeat('x', 20000000)" });
  expect(type).toBe('result_too_large');
  expect(await query('SELECT 1 AS one')).toMatchObject({ rows: [{ one: 1 }] });
});

test('an error points at the place in the statement as it was given', async () => {
  const { text } = await nba.failure('query_database', { sql: 'SELECT nothing FROM teams' });
  expect(text).toBe('SQLSTATE 42703: column "nothing" does not exist (at character 8).');
});

test.each([
  [{}],
  [{ sql: '' }],
  [{ sql: 'SELECT 1', max_rows: 0 }],
  [{ sql: 'SELECT 1', max_rows: 1001 }],
  [{ sql: 'SELECT 1', max_rows: 1.5 }],
  [{ sql: 'SELECT 1', rows: 5 }],
  [{ sql: 'x'.repeat(20_001) }],
])('arguments that do not fit the schema are refused: %j', async (args) => {
  expect((await nba.failure('query_database', args)).text).toContain('Invalid arguments');
});

test('tables are listed with what they hold', async () => {
  const { structuredContent } = await nba.call('list_tables');
  expect(structuredContent).toMatchObject({
    tables: [
      { schema: 'public', name: 'games', type: 'table', estimated_rows: 1230 },
      { name: 'player_game_stats' },
      { name: 'players', estimated_rows: 450 },
      { name: 'teams', estimated_rows: 30, description: 'The 30 teams with their conference and division.' },
    ],
  });
});

test('a table is described with its columns, keys, checks and indexes', async () => {
  const result = await nba.call('get_table_schema', { table: 'player_game_stats' });
  expect(result.structuredContent).toMatchObject({
    schema: 'public',
    table: 'player_game_stats',
    primary_key: ['game_id', 'player_id'],
    foreign_keys: [
      { columns: ['game_id'], references_table: 'games', references_columns: ['game_id'] },
      { columns: ['player_id'], references_table: 'players', references_columns: ['player_id'] },
      { columns: ['team_id'], references_table: 'teams', references_columns: ['team_id'] },
    ],
    checks: expect.arrayContaining(['CHECK ((rebounds = (offensive_rebounds + defensive_rebounds)))']) as unknown,
  });
  expect(textOf(result)).toContain('CREATE TABLE public.player_game_stats (\n  game_id integer NOT NULL,\n');
  expect(textOf(result)).toContain('  ft_made smallint NOT NULL, -- Free throws.');
  expect(textOf(result)).toContain('CREATE INDEX player_game_stats_points_idx');
});

test('a table can be named with its schema', async () => {
  const { structuredContent } = await nba.call('get_table_schema', { table: 'public.teams' });
  expect(structuredContent).toMatchObject({ table: 'teams', primary_key: ['team_id'] });
});

test.each(['salaries', 'secret.teams', "teams'; DROP TABLE teams; --", 'pg_catalog.pg_authid'])(
  'an unknown table is an error that lists the tables: %s',
  async (table) => {
    const { text, type } = await nba.failure('get_table_schema', { table });
    expect(type).toBe('unknown_table');
    expect(text).toContain('The tables are: games, player_game_stats, players, teams.');
  },
);

test('each request leaves one line with the attributes of OpenTelemetry, and neither SQL nor secrets', async () => {
  lines.length = 0;
  await nba.failure('query_database', { sql: "SELECT 'a-private-name' FROM nowhere" });
  const [record] = lines.map((line) => JSON.parse(line) as { body: string; attributes: Record<string, unknown> });
  expect(lines).toHaveLength(1);
  expect(record).toMatchObject({
    body: 'mcp request',
    attributes: {
      'mcp.method.name': 'tools/call',
      'gen_ai.tool.name': 'query_database',
      'gen_ai.operation.name': 'execute_tool',
      'mcp.session.id': nba.transport.sessionId,
      'mcp.protocol.version': '2025-11-25',
      'error.type': '42P01',
      duration_ms: expect.any(Number) as unknown,
    },
  });
  expect(lines.join('')).not.toMatch(/a-private-name|reader-secret|s3-secret-key/);
});

test('a cached answer is a hit, whatever its white space and letter case, and says so', async () => {
  const cached = await startHttpService(readConfig({ ...stores.env, CACHE: 'memory' }), log);
  const client = await connectClient(cached.url);
  try {
    const ask = async (sql: string): Promise<[unknown, unknown]> => {
      const result = await client.call('query_database', { sql });
      return [result._meta?.['cache'], result.structuredContent];
    };
    const [first, answer] = await ask("SELECT name FROM teams WHERE city = 'Boston'");
    lines.length = 0;
    expect(first).toBe('miss');
    expect(await ask("select  name\nfrom teams where city = 'Boston';")).toEqual(['hit', answer]);
    expect(lines.join('')).toContain('"cache.result":"hit"');
    expect((await ask("SELECT name FROM teams WHERE city = 'boston'"))[0]).toBe('miss');
    await client.call('list_tables');
    expect((await client.call('list_tables'))._meta).toMatchObject({ cache: 'hit' });
    await client.failure('query_database', { sql: 'SELECT nothing' });
    expect((await client.failure('query_database', { sql: 'SELECT nothing' })).type).toBe('42703');
  } finally {
    await client.close();
    await cached.stop(1_000);
  }
});
