import { expect, test } from '@jest/globals';
import { summaryLines, verdictLine } from './summary.ts';
import { compareRun } from './testing/sample-comparison.ts';
import { sampleHostile, sampleHostileComparison } from './testing/hostile-run.ts';
import { sampleObjective } from './testing/sample-document.ts';
import { sampleBenchmark, sampleDemo, sampleEmpty, sampleFailedLoad, sampleUnpriced, sampleVoid } from './testing/sample-run.ts';

test('three to six lines, each one line', () => {
  for (const run of [
    sampleDemo(),
    sampleFailedLoad(),
    sampleEmpty(),
    sampleUnpriced(),
    sampleVoid(),
    sampleHostile(),
    sampleBenchmark(),
    compareRun(),
    sampleHostileComparison(),
  ]) {
    const lines = summaryLines(run);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.length).toBeLessThanOrEqual(6);
    for (const line of lines) expect(line).not.toMatch(/[\n\r\u001b]|^\s*::|##\[/);
  }
});

test('they say what was measured', () => {
  const run = sampleDemo();
  const calls = run.stages.reduce((sum, { attempts }) => sum + attempts, 0);
  expect(summaryLines(run)[1]).toContain(`16 operations, ${calls.toLocaleString('en-US')} calls, 0 errors`);
  expect(summaryLines(run)[1]).toMatch(/p95 [\d.]+ m?s at 50 users/);
});

test('the worst objective is the one that failed, otherwise the one closest to its limit', () => {
  expect(summaryLines(sampleFailedLoad()).find((line) => line.startsWith('Worst objective (fail)'))).toContain('error_rate < 5%');
  expect(summaryLines(sampleDemo()).find((line) => line.startsWith('Closest objective'))).toContain('cost.per_1k < $15');
});

test('an operation that never answered rightly has its reason instead of figures', () => {
  const reason = 'none of 3 calls was right: no such file or program';
  const never = { ...sampleObjective({ text: 'a answers rightly', verdict: 'fail', value: 0, limit: 1, unit: 'count' }), reason };
  const line = summaryLines({ ...sampleFailedLoad(), objectives: [never] }).find((text) => text.startsWith('Worst objective'));
  expect(line).toBe(`Worst objective (fail): a answers rightly: ${reason}.`);
});

test('a void run neither passes nor names an objective', () => {
  const text = summaryLines(sampleVoid()).join('\n');
  expect(text).toMatch(/^Void: /);
  expect(text).not.toMatch(/pass|objective:/i);
});

test('a model without a price is named and its cost is no amount', () => {
  const run = sampleUnpriced();
  expect(summaryLines(run).find((line) => line.startsWith('Cost'))).toContain('without the unpriced acme/frontier-9');
  const alone = { ...run, usage: run.usage.filter(({ provider }) => provider === 'acme') };
  expect(summaryLines(alone).find((line) => line.startsWith('Cost'))).toMatch(/^Cost: unpriced/);
});

test('the verdict in one line names the worst objective only where one was not met', () => {
  expect(verdictLine(sampleFailedLoad())).toMatch(/^Fail.*: .* missed.*\. Worst objective \(fail\): error_rate < 5%/);
  expect(verdictLine(sampleDemo())).not.toContain('objective:');
  expect(verdictLine(sampleHostile())).not.toMatch(/[\n\r\u001b]|^\s*::|##\[/);
});
