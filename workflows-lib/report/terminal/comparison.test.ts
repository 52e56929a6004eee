import { expect, test } from '@jest/globals';
import type { Comparison } from '../../history/comparison.ts';
import { renderTerminal } from '../terminal.ts';
import {
  compareRun,
  sampleComparison,
  sampleMetricOf,
  samplePassedComparison,
  sampleUndecidedComparison,
  sampleVoidComparison,
} from '../testing/sample-comparison.ts';
import { sampleTail, sampleUnconfirmedComparison, sampleVaryingMetric, unfit } from '../testing/sample-troubled-comparison.ts';

function shown(comparison: Comparison, { width = 120, colors = false } = {}): string {
  return renderTerminal(compareRun(comparison), { colors, width });
}

test('what to do stands under the verdict, at most five steps of it, whatever the verdict is', () => {
  expect(shown(sampleUndecidedComparison())).toMatch(
    /^nba.*\n\? Inconclusive: [^]*?\n\nWhat to do\n- Undecided: 24 pairs were measured/,
  );
  expect(shown(sampleVoidComparison())).toMatch(/\nWhat to do\n- Sentinel: Measure again/);
  expect(shown(samplePassedComparison())).not.toContain('What to do');
  const metrics = Array.from({ length: 9 }, (_, index) =>
    sampleMetricOf({ operation: `o${index}`, metric: 'duration', verdict: 'regression' }),
  );
  const many = shown(sampleComparison({ metrics, flagged: metrics.map(({ name }) => name) }));
  expect(many.match(/^- o\d\.duration: /gm)).toHaveLength(5);
  expect(many).toMatch(/\nand 4 more\n/);
});

test('a time that is no evidence is not offered for acceptance beside a count that is', () => {
  const text = renderTerminal(unfit(sampleComparison()), { colors: false, width: 160 });
  expect(text).toContain('/shotclock accept synthesis.sql.cost');
  expect(text).not.toContain('/shotclock accept mcp.query.duration');
  expect(text).toMatch(/∅ mcp\.query\.duration/);
  expect(text).toContain('Times are no evidence; what is counted still fails.');
});

test('the reason of what is not decided stands below the table', () => {
  expect(shown(sampleUnconfirmedComparison())).toContain(
    '? mcp.query.duration: it is not confirmed yet: the second run could not tell',
  );
  const metrics = [sampleVaryingMetric()];
  expect(shown(sampleComparison({ metrics, flagged: [], verdict: 'inconclusive' }))).toContain(
    '? api.ask.queries: it varies between calls',
  );
});

test('the power that was reached stands at the top, after a pass too', () => {
  expect(shown(samplePassedComparison(), { width: 160 }).split('\n\n')[0]).toContain(
    '24 pairs over 3 starts in 3 min 34 s · could have seen +4.1% with 80% power',
  );
});

test('what only informs is marked so, and is no failure', () => {
  const { metrics } = samplePassedComparison();
  const comparison = { ...samplePassedComparison(), metrics: [...metrics, sampleTail()] };
  expect(shown(comparison)).toMatch(/\n! mcp\.query\.duration\.p95 \(info\) +5\.00 ms +6\.00 ms +\+20% \(\+9% to \+31%\)/);
  expect(shown(comparison)).toMatch(/✓ canary\.cpu \(canary\)/);
  expect(shown(comparison, { colors: true })).toContain('\u001b[33m! mcp.query.duration.p95 (info)');
});

test('costs say for how many calls they are', () => {
  expect(shown(sampleComparison())).toContain('\nCosts are per 1,000 calls.\n');
  expect(shown(samplePassedComparison())).not.toContain('Costs are');
});

test('at 80 columns both sides stay, and the word that repeats the sign goes', () => {
  const head = shown(sampleComparison(), { width: 80 }).split('\nChanges\n')[1]?.split('\n')[0];
  expect(head).toMatch(/^Metric +Base +Head +Change \(95% interval\)$/);
});

test('the command to reproduce is one line, however long', () => {
  const reproduce = `shotclock compare --base ${'a'.repeat(40)} --only 'x y' ${'--metric a.very.long.name.duration '.repeat(40)}--pairs 3`;
  expect(shown(sampleComparison({ reproduce }), { width: 60 }).split('\n')).toContain(reproduce);
});
