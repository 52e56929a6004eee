import { expect, test } from '@jest/globals';
import type { Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { checkOutput, renderComment, renderJobSummary } from '../comment.ts';
import { tornParts } from '../testing/markdown-shape.ts';
import { sampleObjective } from '../testing/sample-document.ts';
import {
  compareRun,
  sampleAcceptedComparison,
  sampleBaseFailure,
  sampleComparison,
  sampleMetricOf,
  samplePassedComparison,
  sampleUndecidedComparison,
  sampleVoidComparison,
} from '../testing/sample-comparison.ts';
import {
  sampleHopelessComparison,
  sampleTail,
  sampleUnconfirmedComparison,
  sampleVaryingMetric,
  unfit,
} from '../testing/sample-troubled-comparison.ts';
import type { CommentContext } from './context.ts';

const CONTEXT: CommentContext = {
  headSha: '59ca7e2f0d1b4c6e8a9f7b3d5c2e1a0f9d8c7b6a',
  detailsUrl: 'https://github.com/shotclock/shotclock/actions/runs/123',
  reproduce: 'npx shotclock compare',
};

function bodyOf(comparison: Comparison, context: Partial<CommentContext> = {}, changed: Partial<RunDocument> = {}): string {
  return renderComment(compareRun(comparison, changed), { ...CONTEXT, ...context }).body.replaceAll('\u00a0', ' ');
}

/** What stands above the folds. */
function top(body: string): string {
  return body.slice(0, body.indexOf('<details>'));
}

test('the verdict is the first line, then come the sides, what to do, the table, objectives, why, the money and the folded rest', () => {
  const objectives = [sampleObjective({ text: 'error_rate < 5%', verdict: 'pass', value: 0, limit: 0.05, unit: 'ratio' })];
  const body = bodyOf(sampleComparison(), {}, { objectives });
  expect(body).toMatch(/^## ❌ Fail: 2 regressions in 11 metrics · 1 improvement · /);
  const places = [
    'Base `main` at `0d5e7c9a41` (merge base) against head `feature/query` at `59ca7e2f0d` (checkout) · 24 pairs over 3 starts',
    ...['**What to do.**', '| Metric | Base | Head |', '| Verdict | Objective |', '**Why**', '**Cost per 1,000 requests:**'],
    ...['<summary>SQL statements', '<summary>Parts of the changes', '<summary>Everything else that was compared: 8 metrics'],
    ...['<summary>Operations that were not compared', '<summary>How it was compared', '<summary>Benchmark'],
    '<summary>How to reproduce',
  ].map((part) => body.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

test('the table has regressions, then undecided gates, then improvements, each with its change, interval and tolerance', () => {
  const rows = top(bodyOf(sampleComparison()))
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows).toEqual([
    '| `mcp.query.duration` | 3.31 ms | 3.64 ms | +9.8% (+7.1% to +12.4%) | 3% | ❌ Regression | |',
    '| `synthesis.sql.cost` per 1,000 calls | $3.12 | $3.40 | +$0.28 (+9%) | $0 | ❌ Regression | |',
    '| `s3.get.duration` | 2.20 ms | 2.29 ms | +4.1% (-1.2% to +9.5%) | 3% | ❔ Inconclusive, 38 pairs would decide | the tolerance lies inside of the interval |',
    '| `database.table_list.duration` | 0.840 ms | 0.710 ms | -15.3% (-18% to -12.1%) | 3% | ⬇️ Improvement | |',
  ]);
});

test('at most ten rows stand above the fold, and below it are all', () => {
  const metrics = Array.from({ length: 14 }, (_, index) =>
    sampleMetricOf({
      operation: `o${index}`,
      metric: 'duration',
      verdict: 'regression',
      change: { estimate: 0.2, low: 0.1, high: 0.3 },
    }),
  );
  const body = bodyOf(sampleComparison({ metrics, flagged: metrics.map(({ name }) => name) }));
  expect(top(body).match(/^\| `o\d+\.duration`/gm)).toHaveLength(10);
  expect(top(body)).toContain('4 more metrics below');
  expect(body).toContain('<summary>Changes: 14 metrics');
});

test('what to do is to accept or to mend after a regression, to measure more where undecided, again after a void run', () => {
  const single = sampleComparison({ metrics: sampleComparison().metrics.filter(({ metric }) => metric !== 'cost') });
  expect(bodyOf(single)).toContain(
    '**What to do.** Accept with `/shotclock accept mcp.query.duration <reason>` or push a fix. 24 pairs were measured, ' +
      'about 38 pairs would decide 1 metric: raise --pairs (compare.pairs) to about 38.',
  );
  expect(bodyOf(sampleComparison())).toContain('Accept each with a comment like `/shotclock accept mcp.query.duration <reason>`');
  expect(bodyOf(sampleUndecidedComparison())).toContain('**What to do.** 24 pairs were measured, about 38 pairs would decide');
  expect(bodyOf(sampleVoidComparison())).toContain('**What to do.** Measure again: the machine was not steady');
  expect(bodyOf(sampleBaseFailure())).toContain(
    '**What to do.** Head was judged by its objectives alone; rebase onto a commit that starts',
  );
  expect(bodyOf(samplePassedComparison())).not.toContain('What to do');
});

test('the figures of a void comparison stand only behind a fold, and no verdict with them', () => {
  const body = bodyOf(sampleVoidComparison());
  expect(top(body)).not.toMatch(/\|/);
  expect(body).not.toMatch(/✅|❌|Regression/);
});

test('acceptances say who and why, a second measurement what it found', () => {
  const body = bodyOf(sampleAcceptedComparison());
  expect(body).toContain('| `mcp.query.duration` | octocat | worth its price: the answers are right now |');
  expect(body).toContain('on a fresh machine found worse: mcp.query.duration');
  expect(body).toMatch(/☑️ Accepted/);
});

test('the power that was reached, the looks, the level and the seed stand behind a fold', () => {
  const body = bodyOf(sampleComparison());
  expect(body).toContain('| Power | could have seen +4.1% to +9.4% with 80% power |');
  expect(body).toContain('| Looks | 16 pairs (30% of the level), 24 pairs (70% of the level) |');
  expect(body).toContain('| Level | 1% for any false alarm over 9 gating metrics and all looks |');
});

test('the command to reproduce is that of the document, but never that of a stranger', () => {
  const reproduce = 'shotclock compare --base `x`\n```\n<!-- shotclock:api -->';
  expect(bodyOf(sampleComparison({ reproduce }))).toContain(
    '````sh\nshotclock compare --base `x` ``` <\u200b!-- shotclock:api -\u200b->\n````',
  );
  expect(tornParts(bodyOf(sampleComparison({ reproduce })))).toEqual([]);
  const foreign = bodyOf(sampleComparison({ reproduce }), { measuredBy: 'a/b' });
  expect(foreign).toContain('```sh\nnpx shotclock compare\n```');
  expect(foreign).not.toContain('--base');
  expect(renderJobSummary(compareRun(sampleComparison({ reproduce })), { ...CONTEXT, measuredBy: 'a/b' })).not.toContain(
    '--base',
  );
});

test('a check succeeds after a pass alone', () => {
  const conclusion = (comparison: Comparison): string => checkOutput(compareRun(comparison), CONTEXT).conclusion;
  expect(conclusion(samplePassedComparison())).toBe('success');
  expect(conclusion(sampleComparison())).toBe('failure');
  for (const neutral of [sampleUndecidedComparison(), sampleVoidComparison(), sampleBaseFailure()]) {
    expect(conclusion(neutral)).toBe('neutral');
  }
});

test('the power that was reached stands in the line of what was compared, after a pass too', () => {
  expect(top(bodyOf(samplePassedComparison()))).toMatch(
    / · 24 pairs over 3 starts in \S.* · could have seen \+4\.1% with 80% power\n/,
  );
});

test('the reason of what is not decided stands in its row', () => {
  const body = top(bodyOf(sampleUnconfirmedComparison()));
  expect(body).toMatch(/\| `mcp\.query\.duration` .*\| it is not confirmed yet: the second run could not tell \|/);
  expect(body).toContain('run the job "confirm" again.');
  const varying = top(bodyOf(sampleHopelessComparison({ metrics: [sampleVaryingMetric()] })));
  expect(varying).toMatch(/\| it varies between calls, on both sides over the same range \|/);
});

test('a head that died while it was measured offers nothing to accept', () => {
  const body = bodyOf(sampleComparison({ headFailure: 'api ended with exit code 3' }));
  expect(body).toMatch(/^## ❌ Fail: head died after 24 pairs: api ended with exit code 3\n/);
  expect(body).toContain('**What to do.** Mend what ends head while it is measured.');
  expect(body).not.toContain('/shotclock accept');
});

test('with a generator that was not fit a count still fails, and is what there is to do', () => {
  const body = renderComment(unfit(sampleComparison()), CONTEXT).body;
  expect(body).toMatch(/^## ❌ Fail: 1 regression in 2 metrics · /);
  expect(body).toContain('Times are no evidence; what is counted still fails.');
  expect(body).toContain('**What to do.** Accept with `/shotclock accept synthesis.sql.cost <reason>` or push a fix.');
  expect(top(body)).not.toMatch(/mcp\.query\.duration|slowest/);
  const nothing = renderComment(unfit(samplePassedComparison()), CONTEXT).body;
  expect(nothing).toContain('**What to do.** Measure again on a machine with more room');
  expect(nothing).toContain('Do not use these figures.');
});

test('what only informs looks like no failure', () => {
  const metrics = [...samplePassedComparison().metrics, sampleTail()];
  expect(bodyOf({ ...samplePassedComparison(), metrics })).toContain(
    '| `mcp.query.duration.p95` | 5.00 ms | 6.00 ms | +20% (+9% to +31%) | 3% | ⚠️ Regression (info) |',
  );
});

test('the parts of a bill say for how many calls they are', () => {
  expect(bodyOf(sampleComparison())).toContain(
    '| `synthesis.sql.cost` per 1,000 calls | output tokens | $2.32 | $2.60 | +$0.28 |',
  );
});

test('the title of a check ends with a whole part, and what decides is in it', () => {
  const missed = sampleObjective({ text: 'a < 1ms', verdict: 'fail', value: 2, limit: 1 });
  const title = (comparison: Comparison): string =>
    checkOutput(compareRun(comparison, { objectives: [missed], verdict: 'fail' }), CONTEXT).title;
  expect(title(sampleUndecidedComparison())).toBe(
    'Fail: 1 of 1 objective missed · no regression in 9 metrics · 1 improvement · …',
  );
  const broken = title({ ...sampleBaseFailure(), baseFailure: `🏀${'漢🏀'.repeat(60)}` });
  expect(broken).toBe('Fail: 1 of 1 objective missed · …');
  const headFailure = '漢🏀'.repeat(60);
  const cut = checkOutput(compareRun(sampleComparison({ headFailure })), CONTEXT).title;
  expect(cut.length).toBeLessThanOrEqual(100);
  expect(cut).toMatch(/^Fail: head died after 24 pairs: .*…$/);
  expect(cut.isWellFormed()).toBe(true);
});

test('the command to reproduce is whole, however long', () => {
  const reproduce = `shotclock compare ${'--metric a.very.long.name.duration '.repeat(60)}--pairs 3`;
  expect(bodyOf(sampleComparison({ reproduce }))).toContain(`\n${reproduce}\n`);
});
