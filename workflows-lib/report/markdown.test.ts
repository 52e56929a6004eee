import { expect, test } from '@jest/globals';
import type { RunDocument } from '../history/run-document.ts';
import { renderMarkdown } from './markdown.ts';
import { sampleHostile } from './testing/hostile-run.ts';
import {
  sampleDemo,
  sampleEmpty,
  sampleFailedLoad,
  samplePartialBenchmark,
  sampleUnpriced,
  sampleVoid,
} from './testing/sample-run.ts';

/** The rows of the first table after a heading, cells trimmed, without head and delimiter. */
function tableAfter(markdown: string, heading: string): string[][] {
  const lines = markdown.slice(markdown.indexOf(heading)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

test('the verdict comes first, then what to do, objectives, measurements, cost, failures, environment', () => {
  const markdown = renderMarkdown(sampleFailedLoad());
  expect(markdown).toMatch(/^## ❌ Fail: nba-synthesis load test\n/);
  const places = [
    '### What to do',
    '### Objectives',
    '### Load by users',
    '### Cost by model',
    '### Failures',
    '<details>\n<summary>Environment',
  ];
  const found = places.map((heading) => markdown.indexOf(heading));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((left, right) => left - right));
});

test('every operation of the benchmark has a row with its figures', () => {
  const rows = tableAfter(renderMarkdown(sampleDemo()), '### Benchmark');
  expect(rows).toHaveLength(16);
  const row = rows.find(([name]) => name === '`claude.simple`');
  expect(row?.slice(1, 3)).toEqual(['20', '0']);
  expect(row?.at(-1)).toBe('$12.90');
  expect(row?.at(-3)).toBe('2,400 / 380');
});

test('every number of users has a row', () => {
  const rows = tableAfter(renderMarkdown(sampleDemo()), '### Load by users');
  expect(rows.map(([users]) => users)).toEqual(['1', '5', '10', '25', '50']);
});

test('a withheld percentile is a dash whose footnote says how much is needed', () => {
  const markdown = renderMarkdown(samplePartialBenchmark());
  expect(markdown).toContain('–<sup>a</sup>');
  expect(markdown).toContain('<sup>a</sup> p95 withheld: needs at least 72 values, has 7');
});

test('an operation that never succeeded has its errors and no latency', () => {
  const row = tableAfter(renderMarkdown(samplePartialBenchmark()), '### Benchmark').find(([name]) => name === '`s3.get`');
  expect(row?.slice(1, 3)).toEqual(['7', '**7**']);
  expect(row?.join(' ')).not.toMatch(/\d ms/);
});

test('confidence intervals are shown of operations that have some, and where none has there is no table of them', () => {
  const run = sampleDemo();
  const operation = run.metrics[0]?.operation ?? '';
  const without = { ...run, metrics: run.metrics.filter((metric) => metric.operation !== operation) };
  const named = (markdown: string): string[] => tableAfter(markdown, '95% confidence intervals').map(([name = '']) => name);
  expect(named(renderMarkdown(run))).toContain(`\`${operation}\``);
  expect(named(renderMarkdown(without))).not.toContain(`\`${operation}\``);
  expect(renderMarkdown({ ...run, metrics: [] })).not.toContain('95% confidence intervals');
});

test('a void run shows no pass anywhere', () => {
  expect(renderMarkdown(sampleVoid())).not.toMatch(/✅|Pass\b/);
});

test('an unpriced model has no amount', () => {
  const row = tableAfter(renderMarkdown(sampleUnpriced()), '### Cost by model').find(([name]) => name === '`acme/frontier-9`');
  expect(row?.at(-1)).toBe('**unpriced**');
});

test('a run that measured nothing is still a report', () => {
  expect(renderMarkdown(sampleEmpty())).toContain('PostgreSQL refused the connection');
});

test('every row of every table has as many cells as its head, whatever the run says', () => {
  for (const run of [sampleHostile(), sampleDemo(), sampleFailedLoad()] satisfies RunDocument[]) {
    const tables = renderMarkdown(run)
      .split(/\n(?!\|)/)
      .map((block) => block.split('\n').filter((line) => line.startsWith('|')));
    for (const lines of tables.filter((table) => table.length > 1)) {
      expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
    }
  }
});

test('hostile text brings no markup, mention, link or workflow command', () => {
  const outsideCode = renderMarkdown(sampleHostile()).replace(/`[^`\n]*`/g, '');
  expect(outsideCode.replace(/<\/?(?:sub|sup|details|summary)>/g, '')).not.toMatch(/<[a-z/!?]/i);
  expect(outsideCode).not.toMatch(/@(?!&#8203;)|:\/\/|www\.|\]\(|!\[(?!CAUTION|WARNING|NOTE)|##\[|\\/);
  expect(renderMarkdown(sampleHostile())).not.toMatch(/^\s*::/m);
  expect(renderMarkdown(sampleHostile())).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
});
