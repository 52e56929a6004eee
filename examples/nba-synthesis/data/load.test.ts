/** The generated season in a real PostgreSQL: it loads, it matches the game files, and the reader can read and nothing else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres, withClient } from '../testing/postgres.ts';
import type { TestPostgres } from '../testing/postgres.ts';
import { boxScoreKey } from './box-score.ts';
import type { BoxScore } from './box-score.ts';
import { createSeason } from './season.ts';
import { pointsOf } from './types.ts';

const folder = mkdtempSync(join(tmpdir(), 'nba-load-'));
const season = createSeason(2026);
let postgres: TestPostgres;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'generate.ts'), '--out', join(folder, 'out')]);
  postgres = await startPostgres();
  await postgres.load(readFileSync(join(folder, 'out', 'seed.sql'), 'utf8'));
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function rows(sql: string, url = postgres.readerUrl): Promise<unknown[]> {
  return await withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

async function failure(sql: string): Promise<unknown> {
  try {
    // Whoever has a login can switch read-only mode off; the rights have to hold by themselves.
    await rows(`BEGIN READ WRITE; ${sql}`);
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return 'succeeded';
}

test('every row arrives', async () => {
  const lines = season.games.reduce((sum, game) => sum + game.home.lines.length + game.away.lines.length, 0);
  const counts = await rows(
    'SELECT (SELECT count(*)::int FROM teams) AS teams, (SELECT count(*)::int FROM players) AS players, ' +
      '(SELECT count(*)::int FROM games) AS games, (SELECT count(*)::int FROM player_game_stats) AS lines',
  );
  expect(counts).toEqual([{ teams: 30, players: 450, games: 1230, lines }]);
});

test('the database agrees with every game file', async () => {
  const stored = await rows(
    'SELECT g.game_id, g.game_date::text AS game_date, g.home_points, g.away_points, json_object_agg(s.player_id, array[s.points, s.rebounds, s.assists]) AS players ' +
      'FROM games g JOIN player_game_stats s USING (game_id) GROUP BY g.game_id ORDER BY g.game_id',
  );
  const expected = season.games.map((game) => {
    const text = readFileSync(join(folder, 'out', boxScoreKey(game)), 'utf8');
    const box = JSON.parse(text) as BoxScore;
    const players = [...box.home.players, ...box.away.players].map((line) => [
      String(line['player_id']),
      [line['points'], line['rebounds'], line['assists']],
    ]);
    return {
      game_id: box.game_id,
      game_date: box.game_date,
      home_points: box.home.points,
      away_points: box.away.points,
      players: Object.fromEntries(players) as unknown,
    };
  });
  expect(stored).toEqual(expected);
});

test('the database counts what the games held', async () => {
  const [row] = await rows('SELECT sum(points)::int AS points, sum(minutes)::int AS minutes FROM player_game_stats');
  const lines = season.games.flatMap((game) => [...game.home.lines, ...game.away.lines]);
  expect(row).toEqual({
    points: lines.reduce((sum, line) => sum + pointsOf(line), 0),
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
  });
});

test.each([
  ['INSERT INTO teams SELECT * FROM teams', '42501'],
  ['UPDATE games SET home_points = 0', '42501'],
  ['DELETE FROM players', '42501'],
  ['DROP TABLE players', '42501'],
  ['CREATE TABLE loot (id int)', '42501'],
  ['CREATE TEMPORARY TABLE loot (id int)', '42501'],
  ['SELECT * FROM pg_authid', '42501'],
  ['SELECT pg_terminate_backend(1)', '42501'],
  ["SELECT pg_read_file('/etc/passwd')", '42501'],
])('the reader may not: %s', async (sql, code) => {
  expect(await failure(sql)).toBe(code);
});

test('the reader starts in read-only transactions with a statement timeout', async () => {
  expect(await rows('SHOW default_transaction_read_only')).toEqual([{ default_transaction_read_only: 'on' }]);
  expect(await rows('SHOW statement_timeout')).toEqual([{ statement_timeout: '10s' }]);
});

test.each([
  ["INSERT INTO teams VALUES (31, 'XXX', 'Nowhere', 'Nobodies', 'North', 'Atlantic')", '23514'],
  ['UPDATE games SET home_points = home_points + 1', '23514'],
  ['UPDATE player_game_stats SET points = points + 1', '23514'],
  ['UPDATE player_game_stats SET fg2_made = fg2_attempted + 1, points = points + 2 * (fg2_attempted + 1 - fg2_made)', '23514'],
  ['DELETE FROM players WHERE player_id = 1001', '23503'],
])('the schema refuses what cannot be, even from the owner: %s', async (sql, code) => {
  await expect(rows(sql, postgres.ownerUrl)).rejects.toMatchObject({ code });
});

test('a team is found by index for the questions that are asked most', async () => {
  const plan = await rows('EXPLAIN (FORMAT JSON) SELECT * FROM player_game_stats WHERE player_id = 1001');
  expect(JSON.stringify(plan)).toContain('player_game_stats_player_idx');
});

test('creating the schema in a second database of the same server does not mind that the role exists', async () => {
  await withClient(postgres.ownerUrl, (client) => client.query('CREATE DATABASE second'));
  const url = postgres.ownerUrl.replace(/\/[^/]*$/, '/second');
  const schema = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8');
  await withClient(url, (client) => client.query(schema));
  expect(await rows('SELECT 1 AS one', url)).toEqual([{ one: 1 }]);
});
