import { expect, test } from '@jest/globals';
import { gatherContext, relevantTables } from './context.ts';
import type { NbaTools } from './tools.ts';

const TABLES = ['teams', 'players', 'games', 'player_game_stats'];

test.each([
  ['Which teams have the best record?', ['games', 'player_game_stats', 'teams']],
  ['How many players are there?', ['player_game_stats', 'players']],
  ['Who leads in assists per game?', ['games', 'player_game_stats', 'players']],
  ['What is this?', ['games', 'player_game_stats', 'players', 'teams']],
])('"%s" is about %j', (question, tables) => {
  expect(relevantTables(question, TABLES)).toEqual(tables);
});

const KEYS = ['games/2025-26/1001.json', 'games/2025-26/1002.json'];
const tools: NbaTools = {
  listTables: () => Promise.resolve(TABLES),
  tableSchema: (table) => Promise.resolve(`CREATE TABLE ${table}`),
  query: () => Promise.resolve({ error: 'not here' }),
  // Like a listing that is cut off: only with a prefix does it go beyond the first two.
  listFiles: (prefix) =>
    Promise.resolve([...KEYS, 'games/2025-26/2077.json'].filter((key) => key.startsWith(prefix)).slice(0, 2)),
  file: (key) => Promise.resolve(`file ${key}`),
};
const signal = new AbortController().signal;

test.each([
  ['What happened in game 2077?', 'games/2025-26/2077.json'],
  ['What happened in game 9999?', 'games/2025-26/1002.json'],
  ['Which teams have the best record?', 'games/2025-26/1002.json'],
])('"%s" reads %s', async (question, key) => {
  const { game } = await gatherContext({ question, type: 'general' }, tools, signal);
  expect(game).toEqual({ key, text: `file ${key}` });
});

test('a bucket without files is no obstacle', async () => {
  const empty = { ...tools, listFiles: () => Promise.resolve([]) };
  expect(await gatherContext({ question: 'What happened in game 2077?', type: 'general' }, empty, signal)).not.toHaveProperty(
    'game',
  );
});
