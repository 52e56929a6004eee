import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { renderTerminal } from './terminal.ts';
import { compareRun } from './testing/sample-comparison.ts';
import { sampleHostile, sampleHostileComparison } from './testing/hostile-run.ts';
import {
  sampleDemo,
  sampleEmpty,
  sampleFailedLoad,
  samplePartialBenchmark,
  sampleUnpriced,
  sampleVoid,
} from './testing/sample-run.ts';
import { displayWidth } from './text-width.ts';

const SAMPLES = [
  sampleDemo,
  sampleFailedLoad,
  samplePartialBenchmark,
  sampleUnpriced,
  sampleVoid,
  sampleEmpty,
  sampleHostile,
  sampleHostileComparison,
  compareRun,
];

test.each([40, 60, 80, 100, 120, 160])('no line is wider than %p columns', (width) => {
  for (const sample of SAMPLES) {
    const lines = renderTerminal(sample(), { colors: false, width }).split('\n');
    // The command is one line, whatever it takes.
    const text = lines.filter((_, index) => lines[index - 1] !== 'Reproduce:');
    expect(Math.max(...text.map(displayWidth))).toBeLessThanOrEqual(width);
  }
});

test('colours change nothing but colours', () => {
  for (const sample of SAMPLES) {
    const plain = renderTerminal(sample(), { colors: false, width: 100 });
    const colored = renderTerminal(sample(), { colors: true, width: 100 });
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[');
    expect(stripVTControlCharacters(colored)).toBe(plain);
  }
});

test('columns line up: every row of the benchmark is at most as wide as its head says', () => {
  const lines = renderTerminal(sampleDemo(), { colors: false, width: 120 }).split('\n');
  const start = lines.indexOf('Benchmark') + 1;
  const end = (lines[start] ?? '').indexOf('Calls') + 'Calls'.length;
  const rows = lines.slice(start + 1, start + 17);
  expect(rows).toHaveLength(16);
  for (const row of rows) expect(row.slice(0, end)).toMatch(/ 20$/);
});

test('a narrow terminal keeps the median and drops what matters less', () => {
  const head = renderTerminal(sampleDemo(), { colors: false, width: 60 })
    .split('\n')
    .find((line) => line.startsWith('Operation') && line.includes('Errors'));
  expect(head).toContain('p50');
  expect(head).not.toContain('TTFT');
});

test('no line is a workflow command', () => {
  for (const width of [40, 80, 120]) {
    for (const run of [sampleHostile(), sampleHostileComparison()]) {
      expect(renderTerminal(run, { colors: false, width })).not.toMatch(/^\s*::|##\[/m);
    }
  }
});

test('a void run shows no pass, an unpriced model no amount', () => {
  expect(renderTerminal(sampleVoid(), { colors: false, width: 100 })).not.toMatch(/✓|\bpass\b/i);
  expect(renderTerminal(sampleUnpriced(), { colors: false, width: 100 })).toMatch(/acme\/frontier-9.*unpriced/);
});

test('a comparison has an aligned table of what changed, the command to accept it, and why', () => {
  const lines = renderTerminal(compareRun(), { colors: false, width: 120 }).split('\n');
  const start = lines.indexOf('Changes');
  const end = (lines[start + 1] ?? '').indexOf('Tolerance') + 'Tolerance'.length;
  expect(lines.slice(start + 2, start + 6).map((line) => line.slice(0, end).trimEnd().length)).toEqual([end, end, end, end]);
  expect(lines[start + 2]).toMatch(
    /^✗ mcp\.query\.duration +3\.31 ms +3\.64 ms +\+9\.8% \(\+7\.1% to \+12\.4%\) +3% +regression/,
  );
  const text = lines.join('\n');
  expect(text).toContain('Comment "/shotclock accept mcp.query.duration <reason>" to');
  expect(text).toContain('cost per 1,000 requests: $3.12 → $3.40 (+9%), because output tokens +12.1% (+$0.28)');
});
