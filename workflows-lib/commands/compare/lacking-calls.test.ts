import { expect, test } from '@jest/globals';
import { parseObjective } from '../../gate/objective.ts';
import { lackingCalls, type LackingRequest } from './lacking-calls.ts';

const OPERATIONS = ['api.ask', 'api.find', 'mcp.query'];

function record(operation: string, [ok, failed]: readonly [number, number], ms: number): LackingRequest['records'][number] {
  const outcomes = { ok, error: failed, throttled: 0, invalid: 0, timeout: 0 };
  return { operation, outcomes, busyMs: (ok + failed) * ms };
}

function lacking(texts: readonly string[], records: LackingRequest['records'], leftMs = 60_000): unknown {
  const objectives = texts.map((text) => parseObjective(text, OPERATIONS));
  return Object.fromEntries(lackingCalls({ objectives, records, leftMs }));
}

test('a percentile gets the calls that it lacks, the highest that is limited', () => {
  const records = [record('api.ask', [8, 0], 200), record('mcp.query', [80, 0], 2), record('api.find', [8, 0], 5)];
  const texts = ['api.ask.response.p95 < 30s', 'api.ask.response.p50 < 1s', 'mcp.query.response.p95 < 1s'];
  expect(lacking(texts, records)).toEqual({ 'api.ask': 64 });
  expect(lacking(['mcp.query.response.p99 < 1s'], records)).toEqual({ 'mcp.query': 288 });
});

test('what fails now and then is called more often, and what always fails not at all', () => {
  const texts = ['api.ask.response.p95 < 30s', 'api.find.response.p95 < 1s'];
  expect(lacking(texts, [record('api.ask', [36, 36], 10), record('api.find', [0, 20], 5)])).toEqual({ 'api.ask': 72 });
});

test('only what fits into the time left is called, the quickest first', () => {
  const records = [record('api.ask', [8, 0], 200), record('api.find', [8, 0], 100)];
  const texts = ['api.ask.response.p95 < 30s', 'api.find.response.p95 < 30s'];
  expect(lacking(texts, records, 10_000)).toEqual({ 'api.find': 64 });
  expect(lacking(texts, records, -1)).toEqual({});
});

test('objectives under load, on all operations, or on other figures ask for no calls', () => {
  const texts = ['api.ask.response.p95 < 30s @ users=10', 'response.p95 < 30s', 'error_rate < 5%', 'api.ask.cost.per_1k < $15'];
  expect(lacking(texts, [record('api.ask', [8, 0], 200)])).toEqual({});
});
