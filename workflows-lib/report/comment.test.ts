import { expect, test } from '@jest/globals';
import type { RunDocument } from '../history/run-document.ts';
import { COMMENT_LIMIT, checkOutput, renderComment, renderJobSummary, renderNothingMeasured } from './comment.ts';
import type { CommentContext } from './comment.ts';
import { HOSTILE_TEXTS, sampleHostile, sampleHostileComparison } from './testing/hostile-run.ts';
import { hugeRun } from './testing/huge-run.ts';
import { tornParts } from './testing/markdown-shape.ts';
import { sampleObjective } from './testing/sample-document.ts';
import {
  sampleBenchmark,
  sampleDemo,
  sampleEmpty,
  sampleFailedLoad,
  samplePartialBenchmark,
  sampleUnpriced,
  sampleVoid,
} from './testing/sample-run.ts';

const CONTEXT: CommentContext = {
  headSha: '59ca7e2f0d1b4c6e8a9f7b3d5c2e1a0f9d8c7b6a',
  detailsUrl: 'https://github.com/shotclock/shotclock/actions/runs/123',
  reproduce: 'npx shotclock benchmark --config shotclock.yml',
};

function bodyOf(run: RunDocument, context: Partial<CommentContext> = {}): string {
  return renderComment(run, { ...CONTEXT, ...context }).body;
}

/** Rows of the first table, cells trimmed, without head and delimiter. */
function firstRows(markdown: string): string[][] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('\u00a0', ' ')),
  );
}

test('the verdict is the first line, then come what to do, the table, the money and the folded rest', () => {
  const body = bodyOf(sampleFailedLoad());
  expect(body).toMatch(/^## ❌ Fail: 1 of 4 objectives missed, 2 undecided\n/);
  const places = [
    ...['`nba-synthesis` load test at `59ca7e2f0d`', '**What to do.**', '| Verdict |', '**Cost per 1,000 requests:**'],
    ...['<summary>Load by users', '<summary>Cost by model', '<summary>Failures'],
    ...['<summary>Notes', '<summary>Environment', '<summary>How to reproduce'],
  ].map((part) => body.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

test('the advice speaks of what there is: nothing after a pass, more samples where something is undecided', () => {
  expect(bodyOf(sampleDemo())).not.toContain('What to do');
  expect(bodyOf(sampleFailedLoad())).toMatch(/Mend what misses its objective.* Measure more of what is undecided/);
  expect(bodyOf(sampleVoid())).toContain(
    '\n\n**What to do.** Measure again on a machine with more room, or with fewer users.\n\n',
  );
  expect(bodyOf(sampleEmpty())).toContain('\n\n**What to do.** Mend what ended the run early');
  expect(bodyOf({ ...sampleFailedLoad(), objectives: [], verdict: 'pass' })).toContain(
    'Nothing was missed, but calls failed.\n\n- `synthesis.',
  );
});

test('a line of advice says of an objective what its row does not: how far it is off, where, and why it is undecided', () => {
  const body = bodyOf(sampleFailedLoad());
  expect(body).toContain('\n- `error_rate < 5%`: 8% at 50 users, 60% over the limit.\n');
  expect(body).toContain('\n- `synthesis.sql.ttft.p95 < 1s`: not decided at 50 users: no ttft was measured.\n');
});

test('objectives are folded only where they say more than the table on top', () => {
  const run = sampleFailedLoad();
  const many = (length: number, verdict: 'pass' | 'fail') =>
    Array.from({ length }, (_, index) => sampleObjective({ text: `p${index} < 2ms`, verdict, value: 1, limit: 2 }));
  expect(bodyOf(run)).not.toContain('<summary>Objectives');
  expect(bodyOf({ ...run, objectives: many(11, 'pass') })).toContain('<summary>Objectives: 11 pass');
  expect(bodyOf({ ...run, objectives: many(6, 'fail') })).toContain('<summary>Objectives: 6 fail');
});

test('the figures of a void run stand only behind a fold', () => {
  const body = bodyOf(sampleVoid());
  expect(body.slice(0, body.indexOf('<details>'))).not.toMatch(/\||slowest/);
  expect(body).toMatch(/<summary>Objectives: 4 void<\/summary>\n\n\| Verdict/);
});

test('a report whose name is not the usual one says its name', () => {
  expect(bodyOf(sampleDemo(), { name: 'api @nightly' })).toContain('\n\n**api @&#8203;nightly:** `nba-synthesis` benchmark');
});

test('the table has at most ten objectives: missed, then undecided, then those closest to their limit', () => {
  const run = sampleFailedLoad();
  const passes = Array.from({ length: 12 }, (_, index) =>
    sampleObjective({ text: `p${index} < 1s`, verdict: 'pass', value: 50 * index, low: 0, high: 50 * index, limit: 1000 }),
  );
  const body = bodyOf({ ...run, objectives: [...passes, ...run.objectives] });
  const rows = firstRows(body);
  expect(rows).toHaveLength(10);
  expect(rows.map(([verdict]) => verdict).slice(0, 4)).toEqual(['❌ Fail', '❔ Inconclusive', '❔ Inconclusive', '✅ Pass']);
  expect(rows.slice(3, 5).map(([, objective]) => objective)).toEqual(['`p11 < 1s`', '`p10 < 1s`']);
  expect(rows[0]).toEqual(['❌ Fail', '`error_rate < 5%`', '8%', '7.1% to 9%', '160%']);
  expect(body).toContain('6 more objectives below');
});

test('without objectives the table has the slowest operations with their percentiles, and nothing claims to have passed', () => {
  const body = bodyOf(sampleBenchmark());
  expect(body).toMatch(/^## 📏 Measured: no objective was judged/);
  expect(body).toContain('**The 10 slowest of 16 operations**');
  const rows = firstRows(body);
  expect(rows).toHaveLength(10);
  expect(rows[0]?.[0]).toBe('`synthesis.debug`');
  expect(rows[0]?.[3]).toMatch(/^\d+ ms$/);
  expect(body).not.toMatch(/✅|Pass/);
});

test('the money line says the price of 1,000 requests, of the run, the date, and that nothing was paid', () => {
  const line = bodyOf(sampleDemo())
    .split('\n')
    .find((text) => text.startsWith('**Cost'));
  expect(line).toMatch(
    /^\*\*Cost per 1,000 requests:\*\* \$8\.76 under load at 50 users, `synthesis\.simple` \$13\.13, .* 4 more below · \*\*This run:\*\* \$\d+\.\d\d at list prices of 2026-11-23; models were simulated, nothing was paid$/,
  );
});

test('an unpriced model is named in the money line and has no amount', () => {
  expect(bodyOf(sampleUnpriced())).toMatch(
    /\*\*This run:\*\* \$0\.516 at prices of 2026-11-23 · \*\*Unpriced\*\*, in no total: `acme\/frontier-9`/,
  );
  const alone = { ...sampleUnpriced(), usage: sampleUnpriced().usage.filter(({ provider }) => provider === 'acme') };
  expect(bodyOf({ ...alone, outcomes: [] })).toMatch(/^\*\*Unpriced\*\*, in no total/m);
});

test('operations that only the load billed are priced by the load', () => {
  const run = sampleDemo();
  const free = run.outcomes.map((outcome) => (outcome.stage === 'benchmark' ? { ...outcome, costPer1k: null } : outcome));
  expect(bodyOf({ ...run, outcomes: free })).toMatch(
    /\$8\.76 under load at 50 users, `synthesis\.simple` \$13\.13, `synthesis\.sql` \$13\.13 ·/,
  );
});

test('an objective whose text names no limit uses no share of one', () => {
  const objective = sampleObjective({ text: 'a answers rightly', verdict: 'fail', value: 0, limit: 1, unit: 'count' });
  const rows = firstRows(bodyOf({ ...sampleFailedLoad(), objectives: [objective, ...sampleFailedLoad().objectives] }));
  expect(rows.find(([, name]) => name === '`a answers rightly`')?.at(-1)).toBe('–');
});

test('a system without models has no line of money', () => {
  expect(bodyOf({ ...sampleBenchmark(), usage: [] })).not.toContain('**Cost');
});

test('a stale comment says so before anything else', () => {
  const body = bodyOf(sampleDemo(), { staleSince: '0123456789abcdef0123456789abcdef01234567' });
  expect(body).toMatch(
    /^> \[!WARNING\]\n> \*\*Stale\.\*\* This was measured at `59ca7e2f0d`; the pull request is at `0123456789` now/,
  );
});

test('a run of a fork says whose code measured', () => {
  expect(bodyOf(sampleDemo(), { measuredBy: 'octocat/shotclock' })).toContain(
    'Measured by code of `octocat/shotclock` that nobody has reviewed',
  );
  expect(bodyOf(sampleDemo())).not.toContain('nobody has reviewed');
});

test('a run that ended early and one whose generator was not fit say so above their figures', () => {
  expect(bodyOf(samplePartialBenchmark())).toMatch(/\[!WARNING\]\n> \*\*Partial run\.\*\*[^]*\n\| Operation/);
  expect(bodyOf(sampleVoid())).toMatch(/\[!CAUTION\]\n> \*\*Void[^]*\n\| Verdict/);
  expect(bodyOf(sampleVoid())).not.toMatch(/✅|Pass\b/);
});

test('the command to reproduce cannot leave its fence', () => {
  const body = bodyOf(sampleDemo(), { reproduce: 'shotclock `x`\n```\n# out ````' });
  expect(body).toContain('`````sh\nshotclock `x` ``` # out ````\n`````');
  expect(tornParts(body)).toEqual([]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'no address'])('%s is no link', (detailsUrl) => {
  expect(bodyOf(sampleDemo(), { detailsUrl })).not.toMatch(/\]\(/);
});

test('a bracket in the address of the workflow run does not end the link', () => {
  expect(bodyOf(sampleDemo(), { detailsUrl: 'https://x.example/a)b|c d' })).toContain(
    '[workflow run](https://x.example/a%29b%7Cc%20d)',
  );
});

test('a run that was not measured has a comment with the reason, escaped, and the way to measure', () => {
  const body = renderNothingMeasured('run.json is refused: @everyone <b> #1', {
    ...CONTEXT,
    measuredBy: 'a/b',
    staleSince: 'f'.repeat(40),
  });
  expect(body).toMatch(/^> \[!WARNING\]/);
  expect(body).toContain('## 🚫 Nothing was measured');
  expect(body).toContain('run.json is refused: @&#8203;everyone &#60;b&#62; #&#8203;1');
  expect(body).toContain('```sh\nnpx shotclock benchmark');
});

const FILLINGS = ['@', ':', '|', '#', '漢', '🏀', 'x', 'a`', '<!--', '\\'];

test.each(FILLINGS)('a document as large as allowed, made of %s, is below the limits and nothing in it is torn', (filling) => {
  const run = hugeRun({ operations: 400, stages: 5, objectives: 500, filling, compared: 400 });
  const { body, shortened } = renderComment(run, { ...CONTEXT, measuredBy: 'a'.repeat(140), staleSince: 'f'.repeat(40) });
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(shortened).toBe(true);
  expect(body).toMatch(/Shortened to fit a comment.*\[summary and artifact of the workflow run\]\(https:/);
  expect(body).toMatch(/What to do[^]*\n\| Verdict/);
  const summary = renderJobSummary(run);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('Shortened');
  const check = checkOutput(run, CONTEXT);
  expect(check.summary.length).toBeLessThan(65_535);
  for (const text of [body, summary, check.summary]) expect(tornParts(text)).toEqual([]);
});

test('2,000 operations: the slowest are shown, and how many are not', () => {
  const huge = hugeRun({ operations: 2_000, stages: 1, objectives: 0, filling: 'operation ' });
  const run = { ...huge, usage: [], warnings: [], outcomes: huge.outcomes.map((outcome) => ({ ...outcome, failures: [] })) };
  const { body } = renderComment(run, CONTEXT);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(body).toContain('<summary>Benchmark: 2,000 operations');
  expect(body).toContain('1,960 more rows left out here');
  expect(body).toContain('<summary>How to reproduce');
});

test('2,000 operations: those that the comment leaves out are in the summary', () => {
  const huge = hugeRun({ operations: 2_000, stages: 1, objectives: 0, filling: 'operation ' });
  const metrics = huge.metrics.map((metric, index) => ({ ...metric, operation: `tool_${index}.search` }));
  const outcomes = huge.outcomes.map((outcome, index) => ({ ...outcome, operation: `tool_${index}.search`, failures: [] }));
  const summary = renderJobSummary({ ...huge, ...{ metrics, outcomes, usage: [], warnings: [] } });
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(metrics.filter(({ operation }) => !summary.includes(`\`${operation}\``))).toEqual([]);
});

test('many stages and many operations do not multiply into minutes', () => {
  const run = hugeRun({ operations: 10, stages: 500, objectives: 0, filling: 'x' });
  expect(Buffer.byteLength(renderJobSummary(run))).toBeLessThan(1024 * 1024);
  expect(bodyOf(run)).toContain('the 8 stages with the most');
});

test('what fits is not shortened', () => {
  for (const run of [sampleDemo(), sampleFailedLoad(), sampleVoid(), sampleEmpty(), sampleUnpriced()]) {
    expect(renderComment(run, CONTEXT)).toMatchObject({ shortened: false });
    expect(renderJobSummary(run)).not.toContain('Shortened');
    expect(tornParts(bodyOf(run))).toEqual([]);
  }
});

test.each([
  ['run', sampleHostile()],
  ['comparison', sampleHostileComparison()],
  ['comparison without base', sampleHostileComparison({ baseFailure: HOSTILE_TEXTS.join(' ') })],
  ['void comparison', sampleHostileComparison({ verdict: 'void', sentinel: { verdict: 'moved', reasons: [...HOSTILE_TEXTS] } })],
])('hostile text of a %s brings no markup, mention, link or workflow command', (_, run) => {
  const body = bodyOf(run);
  expect(tornParts(body)).toEqual([]);
  const outsideCode = body
    .replace(/^(`{3,})(?:sh|text)\n[^]*?\n\1$/gm, '')
    .replace(/`[^`\n]*`/g, '')
    .replaceAll(CONTEXT.detailsUrl, '')
    .replaceAll('[workflow run]()', '');
  expect(outsideCode.replace(/<\/?(?:sub|sup|details|summary)>/g, '')).not.toMatch(/<[a-z/!?]/i);
  expect(outsideCode).not.toMatch(/@(?!&#8203;)|:\/\/|www\.|\]\(|!\[|##\[|\\/);
  expect(body).not.toMatch(/^\s*::|<!--/m);
});

test.each([
  ['success', sampleDemo()],
  ['failure', sampleFailedLoad()],
  ['neutral', sampleVoid()],
  ['neutral', sampleBenchmark()],
  ['neutral', samplePartialBenchmark()],
] as const)('a check is %s only where it may be', (conclusion, run) => {
  expect(checkOutput(run, CONTEXT).conclusion).toBe(conclusion);
});

test('a check has the verdict as its title and the comment without its heading as its summary', () => {
  const { title, summary } = checkOutput(sampleFailedLoad(), { ...CONTEXT, staleSince: 'f'.repeat(40) });
  expect(title).toBe('Fail: 1 of 4 objectives missed, 2 undecided');
  expect(summary).toMatch(/^`nba-synthesis` load test/);
  expect(summary).not.toContain('Stale');
  expect(checkOutput(sampleVoid(), CONTEXT).title.length).toBeLessThanOrEqual(100);
});
