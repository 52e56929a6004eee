import { expect, test } from '@jest/globals';
import type { ChangePart, Comparison } from '../../history/comparison.ts';
import { sampleComparison, sampleMetricOf } from '../testing/sample-comparison.ts';
import { partRows } from './parts.ts';
import { statementRows } from './statements.ts';
import { moneyLines, whyLines, whyText } from './why.ts';
import type { WhyLine } from './why.ts';

const PLAIN = { name: (text: string) => text, code: (text: string) => `<${text}>` };

function told(lines: readonly WhyLine[]): string[] {
  return lines.map((line) => `${line.metric}: ${whyText(line, PLAIN)}`);
}

function withParts(parts: readonly Omit<ChangePart, 'base' | 'head'>[], changed: Partial<Comparison> = {}): Comparison {
  return sampleComparison({ parts: parts.map((part) => ({ base: null, head: null, ...part })), ...changed });
}

test('a regression is explained by the parts that moved its way, the largest first', () => {
  expect(told(whyLines(sampleComparison()))).toEqual([
    'mcp.query.duration: +9.8%, of it SQL statements +0.290 ms (88%), connect +0.040 ms (12%)',
  ]);
});

test('parts that moved the other way are told too, and then no shares of a whole that they undo', () => {
  const of = 'mcp.query.duration';
  const parts = [
    { of, part: 'own code', unit: 'ms', change: -10.3 },
    { of, part: 'SQL statements', unit: 'ms', change: 12 },
    { of, part: 'connect', unit: 'ms', change: -0.01 },
  ] as const;
  expect(told(whyLines(withParts(parts)))).toEqual(['mcp.query.duration: +9.8%: SQL statements +12.0 ms, own code -10.3 ms']);
});

test('statements are set apart from the words around them, and cut', () => {
  const more = sampleMetricOf({
    ...{ operation: 'api.ask', metric: 'queries', unit: 'count', class: 'exact', tolerance: 0, base: 1, head: 5 },
    ...{ verdict: 'regression', change: { estimate: 4, low: null, high: null } },
  });
  const statement = `SELECT ${'column, '.repeat(20)} FROM games`;
  const parts = [
    { of: 'api.ask.queries', part: statement, unit: 'count', change: 3 },
    { of: 'api.ask.queries', part: 'other statements', unit: 'count', change: 1 },
  ] as const;
  expect(told(whyLines(withParts(parts, { metrics: [more] })))).toEqual([
    `api.ask.queries: +4, of it <${statement.slice(0, 59).trimEnd()}…> +3 (75%), other statements +1 (25%)`,
  ]);
});

test('a bill says what a thousand calls cost on both sides, and which tokens did it', () => {
  expect(told(moneyLines(sampleComparison()))).toEqual([
    'synthesis.sql: $3.12 → $3.40 (+9%), because output tokens +12.1% (+$0.28)',
  ]);
});

test('a price that rose is no token', () => {
  const parts = [{ of: 'synthesis.sql.cost', part: 'price', unit: 'usd', change: 0.00028 } as const];
  expect(told(moneyLines(withParts(parts)))).toEqual(['synthesis.sql: $3.12 → $3.40 (+9%), because price +$0.28']);
});

function bill(base: number, head: number): Comparison['metrics'] {
  const change = { estimate: head - base, low: null, high: null };
  const tokens = { operation: 'ask', metric: 'tokens.input', unit: 'tokens', class: 'exact', base: 4000, head: 4000 } as const;
  const cost = { operation: 'ask', metric: 'cost', unit: 'usd', class: 'exact', verdict: 'regression' } as const;
  return [sampleMetricOf(tokens), sampleMetricOf({ ...cost, base, head, change })];
}

test('a prompt cache that was lost is told by the tokens that it no longer gives, and the parts add up', () => {
  const parts = [
    { of: 'ask.cost', part: 'input', unit: 'usd', base: 0.003, head: 0.012, change: 0.009 },
    { of: 'ask.cost', part: 'cached', unit: 'usd', base: 0.0009, head: 0, change: -0.0009 },
  ] as const;
  expect(told(moneyLines(sampleComparison({ metrics: bill(0.0099, 0.018), parts: [...parts] })))).toEqual([
    'ask: $9.90 → $18.00 (+81.8%), because uncached input tokens +300% (+$9.00), cached input tokens -100% (-$0.90)',
  ]);
});

test('what the largest parts of a bill leave of its change is the rest', () => {
  const parts = ['price', 'input', 'output', 'model'].map((part, index) => ({
    ...{ of: 'ask.cost', part, unit: 'usd' as const, change: [0.004, 0.003, 0.002, -0.001][index] ?? 0 },
  }));
  expect(told(moneyLines(withParts(parts, { metrics: bill(0.01, 0.018) })))).toEqual([
    'ask: $10.00 → $18.00 (+80%), because price +$4.00, uncached input tokens +$3.00, output tokens +$2.00, the rest -$1.00',
  ]);
});

test('the table of parts calls them the same, and says that bills are those of a thousand calls', () => {
  expect(partRows(sampleComparison()).map(({ part, note }) => [part, note])).toContainEqual([
    'uncached input tokens',
    'per 1,000 calls',
  ]);
});

test('statements stand side by side, that whose time a call grew most first, and one that is new has no base', () => {
  expect(statementRows(sampleComparison()).map(({ mean, calls }) => [mean, calls])).toEqual([
    ['0.310 ms → 0.330 ms', '1 → 2'],
    ['– → 0.020 ms', '– → 1'],
  ]);
});
