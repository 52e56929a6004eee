import { expect, test } from '@jest/globals';
import { mergeLooks } from './merge-looks.ts';
import { anatomyOf } from './testing/anatomy-of.ts';

function statement(text: string, calls: number): Parameters<typeof mergeLooks>[0]['statements'][number] {
  return { service: 'database', statement: text, calls, totalMs: calls * 2, rows: calls, blocks: calls * 10 };
}

test('counts are joined, and means are those of all calls', () => {
  const merged = mergeLooks(
    anatomyOf({
      ...{ calls: 1, failed: 2, queries: [4] },
      statements: [statement('SELECT 1', 4)],
      tools: [{ name: 'query', calls: 1 }],
    }),
    anatomyOf({
      ...{ calls: 3, queries: [1, 0, 1], bytes: 7 },
      ...{ statements: [statement('SELECT 1', 0), statement('SELECT 2', 2 / 3)], tools: [{ name: 'list', calls: 2 }] },
    }),
  );
  expect(merged).toMatchObject({ calls: 4, failed: 2, queries: [4, 1, 0, 1], bytes: 7 });
  expect(merged.statements).toEqual([statement('SELECT 1', 1), statement('SELECT 2', 0.5)]);
  expect(merged.tools).toEqual([
    { name: 'list', calls: 1.5 },
    { name: 'query', calls: 0.25 },
  ]);
});

test('tokens stay those of one call', () => {
  const usage = { provider: 'openai', model: 'm', input: 10, cached: 0, output: 1, cacheWrite: 0, cacheWrite1h: 0, reasoning: 0 };
  const look = (calls: number): ReturnType<typeof anatomyOf> =>
    anatomyOf({ calls, usage: Array.from({ length: calls }, () => ({ usage, perRequest: 1 / calls })) });
  const merged = mergeLooks(look(3), look(8));
  expect(merged.usage.reduce((sum, { perRequest }) => sum + perRequest, 0)).toBeCloseTo(1, 12);
});

test('a model that showed in one look alone was not called in the other; what nobody counts stays unknown', () => {
  const merged = mergeLooks(anatomyOf({ calls: 2 }), anatomyOf({ calls: 1, modelCalls: [3] }));
  expect(merged).toMatchObject({ modelCalls: [0, 0, 3], queries: null, toolCalls: null });
});

test('a look without a right answer adds only its failures', () => {
  const known = anatomyOf({ calls: 3, queries: [1, 1, 1] });
  expect(mergeLooks(known, anatomyOf({ calls: 0, failed: 8, queries: [] }))).toEqual({ ...known, failed: 8 });
});
