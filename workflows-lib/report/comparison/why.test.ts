import { expect, test } from '@jest/globals';
import { sampleComparison } from '../testing/sample-comparison.ts';
import { statementRows } from './statements.ts';
import { moneyLines, whyLines } from './why.ts';

test('a regression is explained by the parts that moved its way, the largest first', () => {
  expect(whyLines(sampleComparison())).toEqual([
    { metric: 'mcp.query.duration', text: '+9.8%, of it SQL statements +0.290 ms (88%), connect +0.040 ms (12%)' },
  ]);
});

test('a part that moved the other way is no reason', () => {
  const { parts } = sampleComparison();
  const faster = { of: 'mcp.query.duration', part: 'first byte', unit: 'ms', base: 1, head: 0.9, change: -0.1 } as const;
  expect(whyLines(sampleComparison({ parts: [...parts, faster] }))[0]?.text).not.toContain('first byte');
});

test('a bill says what a thousand calls cost on both sides, and which tokens did it', () => {
  expect(moneyLines(sampleComparison())).toEqual([
    { metric: 'synthesis.sql', text: '$3.12 → $3.40 (+9%), because output tokens +8.7% (+$0.28)' },
  ]);
});

test('a price that rose is no token', () => {
  const parts = [{ of: 'synthesis.sql.cost', part: 'price', unit: 'usd', base: 0, head: 0.00028, change: 0.00028 } as const];
  expect(moneyLines(sampleComparison({ parts }))[0]?.text).toBe('$3.12 → $3.40 (+9%), because price +$0.28');
});

test('statements stand side by side, that whose time a call grew most first, and one that is new has no base', () => {
  expect(statementRows(sampleComparison()).map(({ mean, calls }) => [mean, calls])).toEqual([
    ['0.310 ms → 0.330 ms', '1 → 2'],
    ['– → 0.020 ms', '– → 1'],
  ]);
});
