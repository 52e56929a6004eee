import { afterEach, expect, test } from '@jest/globals';
import { startHarness } from '../testing/api-harness.ts';
import type { Harness } from '../testing/api-harness.ts';

const running: Harness[] = [];

async function start(...options: Parameters<typeof startHarness>): Promise<Harness> {
  const harness = await startHarness(...options);
  running.push(harness);
  return harness;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((harness) => harness.stop()));
});

const DRAFT = 'Count wins.\n```sql\nSELECT team, wins FROM standings ORDER BY wins DESC;\n```\nDone.';

test('a general question is answered from schemas, a game file, the SQL that the draft proposed, and both models', async () => {
  const { models, mcp, ask } = await start();
  models.script('deepseek', { kind: 'answer', text: DRAFT });
  models.script('anthropic', { kind: 'answer', text: 'Boston leads with 61 wins.' });
  const { status, body } = await ask({ question: 'Which teams have the best record?', type: 'general' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'success',
    answer: 'Boston leads with 61 wins.',
    type: 'general',
    steps: [
      { name: 'context', tables: ['games', 'player_game_stats', 'teams'], file: 'games/2025-26/1002.json' },
      { name: 'draft', model: 'deepseek-chat' },
      { name: 'query', statements: 1 },
      { name: 'answer', model: 'claude-sonnet-4-5' },
    ],
    sql: [
      {
        statement: 'SELECT team, wins FROM standings ORDER BY wins DESC',
        rows: [
          { team: 'Boston Celtics', wins: 61 },
          { team: 'Denver Nuggets', wins: 57 },
        ],
        row_count: 2,
        truncated: false,
      },
    ],
  });
  expect([...mcp.calls].sort()).toEqual([
    'get_s3_file',
    'get_table_schema',
    'get_table_schema',
    'get_table_schema',
    'list_s3_files',
    'list_tables',
    'query_database',
  ]);
  expect(models.calls.at(-1)?.body.messages.at(-1)?.content).toContain('Boston Celtics');
});

test('a question without a type is general', async () => {
  const { ask } = await start();
  expect((await ask({ question: 'Who won?' })).body).toMatchObject({ status: 'success', type: 'general' });
});

test('a request for SQL reads no game file and runs at most two of the proposed statements', async () => {
  const { models, mcp, ask } = await start();
  models.script('deepseek', { kind: 'answer', text: '```sql\nSELECT 1; SELECT 2; SELECT 3\n```' });
  const { body } = await ask({ question: 'Write SQL for the average points', type: 'sql' });
  expect(body['sql']).toMatchObject([{ statement: 'SELECT 1' }, { statement: 'SELECT 2' }]);
  expect(mcp.calls).not.toContain('list_s3_files');
});

test('a statement that fails becomes part of the context instead of failing the request', async () => {
  const { models, ask } = await start();
  models.script('deepseek', { kind: 'answer', text: '```sql\nSELECT no_such_column FROM games\n```' });
  const { status, body } = await ask({
    question: 'column "no_such_column" does not exist\nSELECT no_such_column',
    type: 'debug',
  });
  expect(status).toBe(200);
  expect(body['sql']).toMatchObject([{ rows: [], row_count: 0, error: 'column "no_such_column" does not exist' }]);
  expect(models.calls.at(-1)?.body.messages.at(-1)?.content).toContain('Failed: column "no_such_column" does not exist');
});

test('usage is normalised and the bill is exact', async () => {
  const { models, ask } = await start();
  const deepseek = { input: 1_000, cached: 400, cacheWrite: 0, output: 300, reasoning: 50 };
  const claude = { input: 500, cached: 2_000, cacheWrite: 1_000, output: 400, reasoning: 0 };
  models.script('deepseek', { kind: 'answer', text: 'Draft.', usage: deepseek });
  models.script('anthropic', { kind: 'answer', text: 'Answer.', usage: claude, model: 'claude-sonnet-4-5-20250929' });
  const { body } = await ask({ question: 'Who won?' });
  expect(body['usage']).toEqual([
    { provider: 'deepseek', model: 'deepseek-chat', input: 1_000, cached: 400, cache_write: 0, output: 300, reasoning: 50 },
    {
      provider: 'anthropic',
      model: 'claude-sonnet-4-5-20250929',
      input: 3_500,
      cached: 2_000,
      cache_write: 1_000,
      output: 400,
      reasoning: 0,
    },
  ]);
  // By hand, in millionths of a dollar: 600 * 0.14 + 400 * 0.0028 + 300 * 0.28 = 169.12; 500 * 3 + 2000 * 0.3 + 1000 * 3.75 + 400 * 15 = 11850.
  const cost = body['cost'];
  expect(cost).toEqual({
    usd: expect.closeTo(0.01201912, 12),
    by_model: { 'deepseek-chat': expect.closeTo(0.00016912, 12), 'claude-sonnet-4-5-20250929': expect.closeTo(0.01185, 12) },
    unpriced: [],
    priced_on: '2026-11-23',
  });
});

test('a model without a price is named as unpriced and not counted as free', async () => {
  const { models, ask } = await start();
  models.script('deepseek', { kind: 'answer', text: 'Draft.', model: 'deepseek-next' });
  const { body } = await ask({ question: 'Who won?' });
  expect(body['cost']).toMatchObject({ unpriced: ['deepseek-next'] });
  expect(body['cost']).not.toHaveProperty('by_model.deepseek-next');
});

test('a throttled model is asked again after the time it asks for', async () => {
  const { models, lines, ask } = await start();
  models.script('deepseek', { kind: 'status', status: 429, headers: { 'retry-after-ms': '30' } });
  const { status } = await ask({ question: 'Who won?' });
  expect(status).toBe(200);
  expect(models.calls.filter((call) => call.provider === 'deepseek')).toHaveLength(2);
  expect(lines.join('')).toContain('"retry_in_ms":30');
});

test.each([
  ['a connection that drops', { kind: 'drop' }],
  ['a stream that ends early', { kind: 'cut' }],
  ['an error inside the stream', { kind: 'error_event' }],
  ['a page of HTML', { kind: 'html' }],
] as const)('%s is tried again, with both models', async (_, behaviour) => {
  const { models, ask } = await start();
  models.script('deepseek', behaviour, { kind: 'answer', text: DRAFT });
  models.script('anthropic', behaviour, { kind: 'answer', text: 'Whole.' });
  expect(await ask({ question: 'Who won?' })).toMatchObject({ status: 200, body: { answer: 'Whole.' } });
  expect(models.calls).toHaveLength(4);
});

test('a model that keeps failing gives 502, then its breaker opens and gives 503, and a success closes it again', async () => {
  const { models, clock, ask, get } = await start({}, { breakAfter: 3 });
  const broken = { kind: 'status', status: 500 } as const;
  models.script('anthropic', broken, broken, broken);
  const failed = await ask({ question: 'Who won?' });
  expect(failed).toMatchObject({
    status: 502,
    body: {
      status: 'error',
      error: { type: 'dependency_failed', dependency: 'claude', message: 'claude did not answer (500, 3 attempts)' },
    },
  });
  const refused = await ask({ question: 'Who won?' });
  expect(refused).toMatchObject({ status: 503, body: { error: { type: 'dependency_unavailable', dependency: 'claude' } } });
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(models.calls.filter((call) => call.provider === 'anthropic')).toHaveLength(3);
  expect(await get('/readyz')).toMatchObject({
    status: 503,
    body: { dependencies: { claude: { ready: false, breaker: 'open' } } },
  });
  clock.now += 10_000;
  expect(await get('/readyz')).toMatchObject({
    status: 200,
    body: { dependencies: { claude: { ready: true, breaker: 'half-open' } } },
  });
  expect(await ask({ question: 'Who won?' })).toMatchObject({ status: 200 });
  expect(await get('/readyz')).toMatchObject({ body: { dependencies: { claude: { breaker: 'closed' } } } });
});

test('a key that a provider refuses gives 502 at once and does not open the breaker', async () => {
  const { models, ask, get } = await start({}, { breakAfter: 1 });
  models.script('deepseek', { kind: 'status', status: 401 });
  expect(await ask({ question: 'Who won?' })).toMatchObject({
    status: 502,
    body: { error: { type: 'dependency_failed', dependency: 'deepseek', message: 'deepseek rejected the request (401)' } },
  });
  expect(models.calls).toHaveLength(1);
  expect(await get('/readyz')).toMatchObject({ body: { dependencies: { deepseek: { breaker: 'closed' } } } });
});

test('a dependency that does not answer in time gives 504 and is named', async () => {
  const { models, ask } = await start({}, { timeoutMs: 300, attempts: 1 });
  models.script('anthropic', { kind: 'hold', until: new Promise(() => undefined), text: '' });
  expect(await ask({ question: 'Who won?' })).toMatchObject({
    status: 504,
    body: { error: { type: 'dependency_timeout', dependency: 'claude' } },
  });
});

test('a request that takes too long as a whole gives 504', async () => {
  const { models, ask } = await start({ requestTimeoutMs: 300 });
  models.script('anthropic', { kind: 'hold', until: new Promise(() => undefined), text: '' });
  expect(await ask({ question: 'Who won?' })).toMatchObject({ status: 504, body: { error: { type: 'timeout' } } });
});

test('more requests than allowed are refused with 429, and a later one is answered', async () => {
  const { models, ask } = await start({ maxConcurrency: 1 });
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  models.script('deepseek', { kind: 'hold', until: held, text: 'Draft.' });
  const first = ask({ question: 'Who won?' });
  await models.called('deepseek');
  const refused = await ask({ question: 'Who won?' });
  expect(refused).toMatchObject({ status: 429, body: { status: 'error', error: { type: 'too_many_requests' } } });
  expect(refused.headers.get('retry-after')).toBe('1');
  release(undefined);
  expect((await first).status).toBe(200);
  expect((await ask({ question: 'Who won?' })).status).toBe(200);
});

test('a session that the MCP server has forgotten is replaced once for all concurrent requests', async () => {
  const { mcp, ask } = await start();
  await ask({ question: 'Who won?' });
  expect(mcp.sessions()).toBe(1);
  mcp.forgetSessions();
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask({ question: 'Who won?' })));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(mcp.sessions()).toBe(2);
});

test('a tool call whose answer breaks off is made again on the same session', async () => {
  const { mcp, ask } = await start();
  await ask({ question: 'Who won?' });
  mcp.dropNextCall();
  expect((await ask({ question: 'Who won?' })).status).toBe(200);
  expect(mcp.sessions()).toBe(1);
});

test('an MCP server that is gone gives 502 and names it, and readiness says so', async () => {
  const { mcp, ask, get } = await start();
  await mcp.stop();
  expect(await ask({ question: 'Who won?' })).toMatchObject({ status: 502, body: { error: { dependency: 'mcp' } } });
  expect(await get('/readyz')).toMatchObject({
    status: 503,
    body: { status: 'not_ready', dependencies: { mcp: { ready: false }, deepseek: { ready: true }, claude: { ready: true } } },
  });
});

test('instructions come first and are the same for every question, so that providers can cache them', async () => {
  const { models, ask } = await start();
  await ask({ question: 'Which teams have the best record?', type: 'general' });
  await ask({ question: 'Which teams have the best record? As SQL.', type: 'sql' });
  const [draft1, answer1, draft2, answer2] = models.calls.map((call) => call.body);
  expect(draft1?.messages[0]).toEqual(draft2?.messages[0]);
  expect(draft1?.messages[0]?.role).toBe('system');
  expect(answer1?.['system']).toEqual(answer2?.['system']);
  expect(answer1?.['system']).toMatchObject([{ type: 'text' }, { type: 'text', cache_control: { type: 'ephemeral' } }]);
});

test('every call is logged with OpenTelemetry names and the id of its request, without prompts, answers or keys', async () => {
  const { models, lines, ask } = await start();
  models.script('deepseek', { kind: 'status', status: 500 }, { kind: 'answer', text: DRAFT });
  models.script('anthropic', { kind: 'answer', text: 'A secret answer.' });
  const { body } = await ask({ question: 'A secret question?' });
  const records = lines.map((line) => JSON.parse(line) as { body: string; attributes: Record<string, unknown> });
  const own = records.filter((record) => record.attributes['request_id'] === body['request_id']);
  expect(own.filter((record) => record.body === 'model call').map((record) => record.attributes)).toMatchObject([
    {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'deepseek',
      'gen_ai.request.model': 'deepseek-chat',
      'gen_ai.response.model': 'deepseek-chat',
      'gen_ai.response.finish_reasons': ['stop'],
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
    },
    { 'gen_ai.provider.name': 'anthropic', 'gen_ai.response.finish_reasons': ['end_turn'] },
  ]);
  expect(own).toContainEqual(expect.objectContaining({ body: 'attempt failed' }));
  expect(own).toContainEqual(
    expect.objectContaining({
      body: 'request',
      attributes: expect.objectContaining({
        'http.request.method': 'POST',
        'http.route': '/synthesize',
        'http.response.status_code': 200,
      }),
    }),
  );
  expect(own.filter((record) => record.attributes['mcp.method.name'] === 'tools/call').length).toBeGreaterThan(3);
  expect(lines.join('')).not.toMatch(/secret|standings|sk-/i);
});
