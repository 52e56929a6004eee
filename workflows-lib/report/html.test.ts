import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { renderHtml } from './html.ts';
import {
  compareRun,
  sampleBaseFailure,
  sampleComparison,
  sampleMetricOf,
  sampleVoidComparison,
} from './testing/sample-comparison.ts';
import { sampleTail } from './testing/sample-troubled-comparison.ts';
import { sampleHostile } from './testing/hostile-run.ts';
import {
  sampleDemo,
  sampleEmpty,
  sampleFailedLoad,
  samplePartialBenchmark,
  sampleUnpriced,
  sampleVoid,
} from './testing/sample-run.ts';

const SAMPLES = [compareRun, sampleDemo, sampleFailedLoad, samplePartialBenchmark, sampleUnpriced, sampleVoid, sampleEmpty];

/** A section of the page by its id. */
function section(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  return start === -1 ? '' : page.slice(start, page.indexOf('</section>', start));
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

test('nothing in the page names another address, runs or loads', () => {
  for (const sample of SAMPLES) {
    const page = renderHtml(sample());
    expect(page).not.toMatch(/https?:|<script|<link|<img|<iframe|<object|url\(|@import|\son\w+=|\sstyle=|src=/i);
  }
});

test('the policy allows exactly the style sheet of the page', () => {
  const page = renderHtml(sampleDemo());
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
  const digest = createHash('sha256').update(style).digest('base64');
  expect(page.replaceAll('&#39;', "'")).toContain(
    `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
  );
});

test('every operation and every number of users has its row', () => {
  const page = renderHtml(sampleDemo());
  expect(count(section(page, 'benchmark'), /<th scope="row"/g)).toBe(16);
  expect(count(section(page, 'load'), /<th scope="row"/g)).toBe(5 + 3 * 5);
  expect(count(section(page, 'objectives'), /<th scope="row"/g)).toBe(4);
  expect(count(section(page, 'details'), /<details>/g)).toBe(16);
});

test('a withheld percentile is a dash, with the reason beside it and where the pointer rests', () => {
  const benchmark = section(renderHtml(samplePartialBenchmark()), 'benchmark');
  expect(benchmark).toMatch(/title="p95 withheld: needs at least 72 values, has 7"\s*>–<sup>/);
  expect(benchmark).toMatch(/class="footnotes"[^]*p99 withheld: needs at least 368 values</);
});

test('a void run shows no pass anywhere, and says so first', () => {
  const page = renderHtml(sampleVoid()).replace(/<style>[^]*?<\/style>/, '');
  expect(page).not.toMatch(/>\s*Pass\s*</);
  expect(page).not.toMatch(/class="(?:badge|bullet) pass"/);
  expect(page).toContain('<title>Void: nba-synthesis');
});

test('simulated providers, unpriced models and partial runs are named', () => {
  expect(renderHtml(sampleDemo())).toContain('Simulated model providers');
  expect(renderHtml(samplePartialBenchmark())).toContain('interrupted by SIGINT after 7 of 20 samples');
  const unpriced = renderHtml(sampleUnpriced());
  expect(section(unpriced, 'cost')).toMatch(/without\s*<code><bdi>acme\/frontier-9/);
  expect(section(unpriced, 'cost')).not.toMatch(/\$0[^.\d]/);
});

test('text from outside stands only escaped', () => {
  const page = renderHtml(sampleHostile()).replace(/<style>[^]*?<\/style>/, '');
  expect(page).not.toMatch(/<script|<img|<style|<\/style|javascript:alert\(1\)">/i);
  expect(page).toContain('&lt;script&gt;document.title=&quot;owned&quot;&lt;/script&gt;');
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('a histogram that cannot be read costs the drawing, not the report', () => {
  const run = sampleDemo();
  const metrics = run.metrics.map((metric) => ({ ...metric, samples: [], histogram: 'bm9uc2Vuc2U=' }));
  const page = renderHtml({ ...run, metrics });
  expect(count(section(page, 'details'), /<figure/g)).toBe(0);
  expect(count(section(page, 'benchmark'), /<th scope="row"/g)).toBe(16);
});

test('a comparison shows what changed above what did not, why, and how it was measured; without one the page knows nothing of it', () => {
  const page = renderHtml(compareRun());
  expect(count(section(page, 'comparison'), /<svg class="forest (?:regression|inconclusive|improvement|fine)"/g)).toBe(11);
  expect(section(page, 'comparison')).toMatch(/mcp\.<wbr[^]*<details>[^]*canary/);
  expect(section(page, 'why')).toContain('<bdi>output tokens</bdi> +12.1%');
  expect(section(page, 'compared')).toContain('npx shotclock compare --base 0d5e7c9a41');
  expect(renderHtml(sampleDemo())).not.toMatch(/forest|Base against head/);
});

test('a void comparison shows no verdict of a metric, a base that failed shows why', () => {
  const page = renderHtml(compareRun(sampleVoidComparison()));
  expect(section(page, 'comparison')).not.toMatch(/Regression|Improvement|Fine/);
  expect(section(renderHtml(compareRun(sampleBaseFailure())), 'compared')).toContain('npm ci exited with 1');
});

test('the command of a comparison is whole wherever it stands, and statements are set apart', () => {
  const reproduce = `shotclock compare --base ${'a'.repeat(40)} ${'--metric a.very.long.name '.repeat(80)}--pairs 3`;
  const more = sampleMetricOf({
    ...{ operation: 'api.ask', metric: 'queries', unit: 'count', class: 'exact', verdict: 'regression', base: 1, head: 4 },
    change: { estimate: 3, low: null, high: null },
  });
  const part = { of: more.name, part: 'SELECT 1, 2', unit: 'count', base: 1, head: 4, change: 3 } as const;
  const page = renderHtml(compareRun(sampleComparison({ reproduce, metrics: [more, sampleTail()], parts: [part] })));
  expect(section(page, 'reproduce')).toContain(reproduce);
  expect(section(page, 'compared')).toContain(reproduce);
  expect(section(page, 'why')).toContain('+3, of it <code><bdi>SELECT 1, 2</bdi></code> +3 (100%)');
  expect(section(page, 'comparison')).toContain('+20% (+9% to +31%)');
  expect(section(page, 'comparison')).toMatch(/class="badge inconclusive">(?:(?!<\/span>)[^])*Regression/);
});
