import { expect, test } from '@jest/globals';
import { seededRandom } from '../../../core/random.ts';
import type { ChangePart } from '../../../history/comparison.ts';
import { createPriceTable } from '../../../pricing/price-table.ts';
import type { ModelUsage } from '../../../pricing/usage.ts';
import type { AnatomyTimes, OperationAnatomy } from './anatomy.ts';
import { compareStatements } from './compare-statements.ts';
import type { ServiceStatement } from './counters.ts';
import { explainChange, type ChangeQuestion } from './explain.ts';

const NO_TIMES = {
  connect: null,
  firstByte: null,
  firstToken: null,
  tokens: null,
  body: null,
  sql: null,
  model: null,
  tools: null,
};
const timesOf = (parts: Partial<AnatomyTimes>): AnatomyTimes => ({ total: null, ...NO_TIMES, ...parts });
const anatomyOf = (parts: Partial<OperationAnatomy>): OperationAnatomy => ({
  ...{ operation: 'api.ask', calls: 3, failed: 0, statements: [], queries: null, modelCalls: null, models: [] },
  ...{ toolCalls: null, tools: [], toolConnections: null, times: timesOf({}), usage: [], bytes: null },
  ...parts,
});
const statementOf = (statement: string, parts: Partial<ServiceStatement> = {}): ServiceStatement => ({
  ...{ service: 'database', statement, calls: 1, totalMs: 1, rows: 1, blocks: 1 },
  ...parts,
});
const usageOf = (parts: Partial<ModelUsage>): ModelUsage => ({
  ...{ provider: 'own', model: 'm', input: 0, cached: 0, cacheWrite: 0, cacheWrite1h: 0, output: 0, reasoning: 0 },
  ...parts,
});
const table = createPriceTable([{ provider: 'own', model: 'm', input: 2, output: 10 }]);
const asked = (metric: string, measured?: { base: number; head: number }): ChangeQuestion => ({
  metric,
  prices: { base: table, head: table },
  ...(measured === undefined ? {} : { measured }),
});
const changes = (parts: readonly ChangePart[]): (readonly [string, number])[] => parts.map(({ part, change }) => [part, change]);
const total = (parts: readonly ChangePart[]): number => parts.reduce((sum, { change }) => sum + change, 0);

test('a slower call is explained by what it waits for, the rest is own code', () => {
  const base = anatomyOf({ times: timesOf({ total: 100, connect: 1, firstByte: 98, body: 1, sql: 10, model: 60, tools: 14 }) });
  const head = anatomyOf({ times: timesOf({ total: 130, connect: 1, firstByte: 128, body: 1, sql: 30, model: 60, tools: 36 }) });
  const parts = explainChange(asked('duration'), base, head);
  expect(changes(parts)).toEqual([
    ['SQL statements', 20],
    ['own code', 8],
    ['MCP calls', 2],
  ]);
  expect(parts[0]).toEqual({ of: 'api.ask.duration', part: 'SQL statements', unit: 'ms', base: 10, head: 30, change: 20 });
  expect(parts[1]).toMatchObject({ base: 25, head: 33 });
});

test('the parts of the calls that were looked into are taken as shares of the better measurement where there is one', () => {
  const base = anatomyOf({ times: timesOf({ total: 100, sql: 10 }) });
  const head = anatomyOf({ times: timesOf({ total: 110, sql: 22 }) });
  const parts = explainChange(asked('duration', { base: 50, head: 55 }), base, head);
  expect(changes(parts)).toEqual([
    ['SQL statements', 6],
    ['own code', -1],
  ]);
  expect(total(parts)).toBe(5);
});

test('a streamed answer is explained by its phases', () => {
  const phases = { total: 100, connect: 2, firstByte: 8, firstToken: 20, tokens: 70, model: 99 };
  const head = { ...phases, total: 125, firstToken: 25, tokens: 90 };
  expect(
    changes(explainChange(asked('duration'), anatomyOf({ times: timesOf(phases) }), anatomyOf({ times: timesOf(head) }))),
  ).toEqual([
    ['tokens', 20],
    ['first token', 5],
  ]);
  expect(
    changes(explainChange(asked('ttft'), anatomyOf({ times: timesOf(phases) }), anatomyOf({ times: timesOf(head) }))),
  ).toEqual([['first token', 5]]);
});

test('a connection that is no longer kept is the part of connecting', () => {
  const base = anatomyOf({ times: timesOf({ total: 10, firstByte: 9, body: 1 }) });
  const head = anatomyOf({ times: timesOf({ total: 13, connect: 3, firstByte: 9, body: 1 }) });
  expect(explainChange(asked('duration'), base, head)).toEqual([
    { of: 'api.ask.duration', part: 'connect', unit: 'ms', base: 0, head: 3, change: 3 },
  ]);
});

test('for any times the parts add up to the whole', () => {
  const random = seededRandom('parts');
  const maybe = (): number | null => (random.next() < 0.4 ? null : 100 * random.next());
  const times = (): AnatomyTimes =>
    timesOf({
      ...{ total: 100 * random.next(), connect: maybe(), firstByte: maybe(), firstToken: maybe(), tokens: maybe() },
      ...{ body: maybe(), sql: maybe(), model: maybe(), tools: maybe() },
    });
  for (let round = 0; round < 500; round++) {
    const [base, head] = [anatomyOf({ times: times() }), anatomyOf({ times: times() })];
    const change = (head.times.total ?? 0) - (base.times.total ?? 0);
    expect(total(explainChange(asked('duration'), base, head))).toBeCloseTo(change, 9);
    expect(total(explainChange(asked('duration', { base: 7, head: 11 }), base, head))).toBeCloseTo(4, 9);
  }
});

test('a query more is named by its statement; many changed ones are summed up', () => {
  const base = anatomyOf({ queries: [1], statements: [statementOf('BEGIN')] });
  const head = anatomyOf({ queries: [4], statements: [statementOf('BEGIN'), statementOf('SELECT $1', { calls: 3 })] });
  expect(explainChange(asked('queries'), base, head)).toEqual([
    { of: 'api.ask.queries', part: 'SELECT $1', unit: 'count', base: 0, head: 3, change: 3 },
  ]);
  const many = anatomyOf({ queries: [8], statements: Array.from({ length: 8 }, (_, index) => statementOf(`SELECT ${index}`)) });
  const parts = explainChange(asked('queries'), base, many);
  expect(parts).toHaveLength(6);
  expect(total(parts)).toBe(7);
  expect(parts.map(({ part }) => part)).toContain('other statements');
});

test('a number of queries that nobody counted is not explained', () => {
  const head = anatomyOf({ queries: [1], statements: [statementOf('SELECT $1')] });
  expect(explainChange(asked('queries'), anatomyOf({}), head)).toEqual([]);
});

test('calls of models and tools are told by their names', () => {
  const base = anatomyOf({ models: [{ name: 'own/m', calls: 2 }], tools: [{ name: 'query', calls: 1 }] });
  const head = anatomyOf({ models: [{ name: 'own/m', calls: 3 }], tools: [{ name: 'list', calls: 1 }] });
  expect(changes(explainChange(asked('model_calls'), base, head))).toEqual([['own/m', 1]]);
  expect(changes(explainChange(asked('mcp_calls'), base, head))).toEqual([
    ['list', 1],
    ['query', -1],
  ]);
});

test('tokens are longer calls, more calls, or both', () => {
  const calls = (...inputs: readonly number[]): Partial<OperationAnatomy> => ({
    usage: inputs.map((input) => ({ usage: usageOf({ input }), perRequest: 1 })),
  });
  const base = anatomyOf(calls(100));
  expect(explainChange(asked('tokens.input'), base, anatomyOf(calls(110)))).toEqual([
    { of: 'api.ask.tokens.input', part: 'tokens a call of own/m', unit: 'tokens', base: 100, head: 110, change: 10 },
  ]);
  expect(changes(explainChange(asked('tokens.input'), base, anatomyOf(calls(100, 100))))).toEqual([['calls of own/m', 100]]);
  // One call more at the mean length of 110, 20 tokens more for the mean of 1.5 calls.
  expect(changes(explainChange(asked('tokens.input'), base, anatomyOf(calls(120, 120))))).toEqual([
    ['calls of own/m', 110],
    ['tokens a call of own/m', 30],
  ]);
  expect(explainChange(asked('tokens.output'), base, anatomyOf(calls(110)))).toEqual([]);
});

test('cost is explained in money', () => {
  const base = anatomyOf({ usage: [{ usage: usageOf({ input: 1000, output: 10 }), perRequest: 1 }] });
  const head = anatomyOf({ usage: [{ usage: usageOf({ input: 1000, output: 20 }), perRequest: 1 }] });
  const [part, ...others] = explainChange(asked('cost'), base, head);
  expect(part).toMatchObject({ of: 'api.ask.cost', part: 'output', unit: 'usd' });
  expect(part?.change).toBeCloseTo(0.0001, 15);
  expect(others).toEqual([]);
});

test('what has no right answer on one side, or no parts, is not explained', () => {
  const times = timesOf({ total: 1, sql: 1 });
  expect(explainChange(asked('duration'), anatomyOf({ calls: 0 }), anatomyOf({ times }))).toEqual([]);
  expect(explainChange(asked('error_rate'), anatomyOf({ times }), anatomyOf({ times }))).toEqual([]);
});

test('statements stand side by side, the largest worsening of the time a call first', () => {
  const base = anatomyOf({
    statements: [
      statementOf('SELECT a', { calls: 2, totalMs: 4 }),
      statementOf('SELECT gone', { totalMs: 3 }),
      statementOf('SELECT b'),
    ],
  });
  const head = anatomyOf({
    statements: [
      statementOf('SELECT b', { totalMs: 5 }),
      statementOf('SELECT a', { calls: 4, totalMs: 14 }),
      statementOf('SELECT new', { totalMs: 0.5, rows: 7 }),
    ],
  });
  expect(compareStatements([base], [head])).toEqual([
    {
      ...{ service: 'database', statement: 'SELECT a' },
      ...{ base: { calls: 2, meanMs: 2, rows: 1, blocks: 1 }, head: { calls: 4, meanMs: 3.5, rows: 1, blocks: 1 } },
    },
    {
      ...{ service: 'database', statement: 'SELECT b' },
      ...{ base: { calls: 1, meanMs: 1, rows: 1, blocks: 1 }, head: { calls: 1, meanMs: 5, rows: 1, blocks: 1 } },
    },
    { service: 'database', statement: 'SELECT new', base: null, head: { calls: 1, meanMs: 0.5, rows: 7, blocks: 1 } },
    { service: 'database', statement: 'SELECT gone', base: { calls: 1, meanMs: 3, rows: 1, blocks: 1 }, head: null },
  ]);
});

test('a statement that one more operation runs is called more often over the same operations', () => {
  const [a, b] = [anatomyOf({ operation: 'a' }), anatomyOf({ operation: 'b' })];
  const statements = [statementOf('SELECT $1')];
  expect(
    compareStatements(
      [{ ...a, statements }, b],
      [
        { ...a, statements },
        { ...b, statements },
      ],
    ),
  ).toMatchObject([{ base: { calls: 0.5, rows: 0.5 }, head: { calls: 1, rows: 1 } }]);
});

test('at most 20 statements are shown, a long one is cut', () => {
  const statements = Array.from({ length: 30 }, (_, index) =>
    statementOf(`SELECT ${'x'.repeat(5000)}${index}`, { totalMs: index }),
  );
  const compared = compareStatements([], [anatomyOf({ statements })]);
  expect(compared).toHaveLength(20);
  expect(compared[0]?.head?.meanMs).toBe(29);
  expect(compared[0]?.statement).toHaveLength(2000);
});
