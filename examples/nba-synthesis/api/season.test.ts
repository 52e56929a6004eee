/** The whole example: real database, real object store, the real MCP server and the API as processes; only the models are scripted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ANTHROPIC_KEY, DEEPSEEK_KEY, ask, fetchJson } from '../testing/api-harness.ts';
import { startFakeModels } from '../testing/fake-models.ts';
import type { ReceivedCall } from '../testing/fake-models.ts';
import { startScript } from '../testing/script-process.ts';
import type { ScriptProcess } from '../testing/script-process.ts';
import { startSeasonStores } from '../testing/season-stores.ts';

const answersSchema = z.object({
  answers: z.array(z.object({ when: z.string(), provider: z.string(), text: z.string() })),
});
type Answers = z.infer<typeof answersSchema>['answers'];

/** The rule of the simulator: the first answer that fits, with `{{1}}` filled in. */
function scripted(answers: Answers, call: ReceivedCall): string {
  const message = call.body.messages.at(-1)?.content ?? '';
  for (const { when, provider, text } of answers) {
    const match = provider === call.provider ? new RegExp(when, 'iu').exec(message) : null;
    if (match !== null) return text.replace(/\{\{(\d+)\}\}/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return 'Seeded prose.';
}

const cleanUps: (() => Promise<unknown>)[] = [];
let api: URL;
let gameId: string;
let mcp: ScriptProcess;

async function startServer(
  script: 'api.ts' | 'mcp-server.ts',
  env: Readonly<Record<string, string>>,
): Promise<{ server: ScriptProcess; url: URL }> {
  const server = startScript(script, env);
  cleanUps.push(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
  });
  const listening = await server.record('listening');
  return { server, url: new URL(`http://127.0.0.1:${String(listening['server.port'])}`) };
}

let startMcp: (port: string) => Promise<{ server: ScriptProcess; url: URL }>;

beforeAll(async () => {
  const file = await readFile(join(import.meta.dirname, '..', 'simulator-answers.yml'), 'utf8');
  const { answers } = answersSchema.parse(parse(file));
  const models = await startFakeModels((call) => scripted(answers, call));
  cleanUps.push(models.stop);
  const stores = await startSeasonStores();
  cleanUps.push(() => stores.stop());
  gameId = String(stores.season.games[3]?.gameId);
  startMcp = (port) => startServer('mcp-server.ts', { ...stores.env, PORT: port });
  const started = await startMcp('0');
  mcp = started.server;
  const env = {
    MCP_URL: new URL('/mcp', started.url).href,
    DEEPSEEK_BASE_URL: models.url,
    DEEPSEEK_API_KEY: DEEPSEEK_KEY,
    ANTHROPIC_BASE_URL: models.url,
    ANTHROPIC_API_KEY: ANTHROPIC_KEY,
    PORT: '0',
  };
  api = (await startServer('api.ts', env)).url;
});

afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

const outcomeSchema = z.object({
  status: z.literal('success'),
  answer: z.string(),
  steps: z.array(z.looseObject({ name: z.string() })),
  sql: z.array(z.object({ statement: z.string(), row_count: z.number(), error: z.string().optional() })),
});

test('the whole system is ready', async () => {
  expect(await fetchJson(new URL('/readyz', api))).toMatchObject({ status: 200, body: { status: 'ready' } });
});

test.each([
  ['general', 'Which teams have the best record this season?', 10],
  ['sql', 'Write a query for the ten players with the most points this season.', 10],
  ['debug', 'This query fails, why? SELECT name, sum(points) FROM players', 50],
  ['general', 'Who are the top scorers?', 10],
  ['general', 'Who leads the league in rebounds?', 10],
  ['general', 'How did the Trail Blazers do lately?', 10],
  ['general', 'How many games went to overtime?', 1],
  ['general', 'What is going on?', 1],
  ['sql', 'Write a query for the standings', 30],
  ['debug', 'ERROR: column "t.name" must appear in the GROUP BY clause\nSELECT t.name, avg(points) FROM teams t', 30],
  ['debug', 'ERROR: division by zero\nSELECT fg3_made / fg3_attempted FROM player_game_stats', 50],
])('a %s question is answered with SQL that the database accepts: %s', async (type, question, rows) => {
  const { status, body } = await ask(api, { question, type });
  expect(status).toBe(200);
  const { sql } = outcomeSchema.parse(body);
  expect(sql.map(({ row_count, error }) => ({ row_count, error }))).toEqual([{ row_count: rows, error: undefined }]);
});

test.each([
  ['general', 'What happened in game <id>?'],
  [
    'debug',
    'ERROR: column "ppg" does not exist\nSELECT player_id, avg(points) AS ppg FROM player_game_stats GROUP BY 1 HAVING ppg > 20',
  ],
])('a draft with two statements has both of them run: %s, %s', async (type, question) => {
  const { sql } = outcomeSchema.parse((await ask(api, { question: question.replace('<id>', gameId), type })).body);
  expect(sql.map((outcome) => outcome.error)).toEqual([undefined, undefined]);
  expect(Math.min(...sql.map((outcome) => outcome.row_count))).toBeGreaterThan(0);
});

test('a question about a game is answered with its file', async () => {
  const { steps } = outcomeSchema.parse((await ask(api, { question: `What happened in game ${gameId}?` })).body);
  expect(steps[0]).toMatchObject({ name: 'context', file: `games/2025-26/${gameId}.json` });
});

test('the API goes on by itself when the MCP server has been restarted', async () => {
  const { 'server.port': port } = await mcp.record('listening');
  mcp.child.kill('SIGTERM');
  await mcp.ended;
  expect(await ask(api, { question: 'Who won?' })).toMatchObject({ status: 502, body: { error: { dependency: 'mcp' } } });
  await startMcp(String(port));
  expect(await ask(api, { question: 'Who won?' })).toMatchObject({ status: 200 });
});
