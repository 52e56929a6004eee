import { expect, test } from '@jest/globals';
import type { ComparedMetric, Comparison } from '../comparison.ts';
import { parseForeignRun } from '../foreign-run.ts';
import type { RunDocument } from '../run-document.ts';
import { minimalRun } from '../testing/minimal-run.ts';

const SLOWER: ComparedMetric = {
  ...{
    name: 'query.duration',
    operation: 'query',
    metric: 'duration',
    unit: 'ms',
    class: 'noisy',
    role: 'gate',
    tolerance: 0.03,
  },
  ...{ base: 5, head: 5.5, values: [0.09, 0.1], twin: [-0.01, 0.01], verdict: 'regression', p: 0.001, pairs: 2 },
  ...{ change: { estimate: 0.1, low: 0.05, high: 0.15 }, detectable: 0.05, pairsNeeded: null },
};
const FASTER: ComparedMetric = { ...SLOWER, verdict: 'improvement', change: { estimate: -0.1, low: -0.2, high: -0.05 } };
const DEARER: ComparedMetric = {
  ...{ name: 'query.tokens.input', operation: 'query', metric: 'tokens.input', unit: 'tokens', class: 'exact', role: 'gate' },
  ...{ tolerance: 0, base: 10, head: 11, values: [], twin: [], verdict: 'regression', p: null, pairs: 0 },
  ...{ change: { estimate: 1, low: null, high: null }, detectable: null, pairsNeeded: null },
  ...{ baseValues: [{ value: 10, count: 4 }], headValues: [{ value: 11, count: 4 }] },
};
const MOVED: Comparison['sentinel'] = { verdict: 'moved', reasons: ['canary.cpu moved'] };
const SIDE = { label: 'main', commit: null, origin: 'ref', planDigest: 'digest' } as const;

/** One regression, and `changed` instead of its own parts. */
function comparison(changed: Partial<Comparison> = {}): Comparison {
  return {
    ...{ base: SIDE, head: SIDE, pairs: 2, starts: 1, measuringMs: 1000, ended: 'pairs', metrics: [SLOWER] },
    design: {
      ...{ seed: 'seed', level: 0.01, looks: [{ pairs: 2, share: 1 }], gatingMetrics: 1, budgetMs: 1000, pairsPerStart: 2 },
      layout: 'side-by-side',
    },
    ...{ sentinel: { verdict: 'clean', reasons: [] }, flagged: [SLOWER.name], statements: [], parts: [], acceptances: [] },
    ...{ operations: { added: [], removed: [], changed: [] }, verdict: 'fail', reproduce: 'shotclock compare' },
    ...changed,
  };
}

function runOf(compared: Comparison, changed: Partial<RunDocument> = {}): RunDocument {
  return { ...minimalRun({ kind: 'compare' }), comparison: compared, verdict: compared.verdict, ...changed };
}

function parse(run: RunDocument): RunDocument {
  return parseForeignRun(JSON.stringify(run), 'run.json');
}

const PASS: Pick<Comparison, 'flagged' | 'verdict'> = { flagged: [], verdict: 'pass' };

test('honest comparisons come back as they were written', () => {
  const accepted = { ...SLOWER, verdict: 'accepted' as const };
  const doubted = { ...SLOWER, verdict: 'not-confirmed' as const };
  const undecided = { ...SLOWER, verdict: 'inconclusive' as const };
  const failure = { metrics: [], baseFailure: 'x'.repeat(20_000) };
  for (const honest of [
    comparison(),
    comparison({ metrics: [FASTER], ...PASS }),
    comparison({ metrics: [undecided], flagged: [], verdict: 'inconclusive' }),
    comparison({ metrics: [accepted], acceptances: [{ metric: SLOWER.name, reason: 'worth it', by: 'octocat' }], ...PASS }),
    comparison({ metrics: [doubted], confirmation: { runId: 'other', flagged: [] }, ...PASS }),
    comparison({ sentinel: MOVED, verdict: 'void' }),
    comparison({ metrics: [SLOWER, DEARER], flagged: [SLOWER.name, DEARER.name], sentinel: MOVED }),
    comparison({ ...failure, ...PASS }),
    comparison({ parts: [{ of: SLOWER.name, part: 'SQL', unit: 'ms', base: 1, head: 0, change: -1 }] }),
  ]) {
    expect(parse(runOf(honest))).toEqual(runOf(honest));
  }
});

test('an objective that base misses as well may be met without keeping its limit', () => {
  const objective: RunDocument['objectives'][number] = {
    ...{ text: 'query.duration.p50 < 1ms', verdict: 'pass', value: 5, low: 4, high: 6, limit: 1, unit: 'ms', stage: 'benchmark' },
    reason: 'base misses it as well, and head is no worse',
  };
  const passed = runOf(comparison({ metrics: [FASTER], ...PASS }), { objectives: [objective] });
  expect(parse(passed)).toEqual(passed);
  expect(() => parse({ ...minimalRun(), objectives: [objective] })).toThrow(/its own interval does not/);
});

test.each<[string, Partial<Comparison>, RegExp]>([
  ['a pass over a regression', { verdict: 'pass' }, /comparison\.verdict: it says pass, but its own parts come to fail/],
  ['a regression that is not flagged', PASS, /comparison\.flagged: they are not/],
  ['a flag on what is fine', { metrics: [FASTER] }, /comparison\.flagged/],
  ['a pass beside a sentinel that moved', { metrics: [FASTER], sentinel: MOVED, ...PASS }, /come to void/],
  ['a pass over an undecided gate', { metrics: [{ ...SLOWER, verdict: 'inconclusive' }], ...PASS }, /come to inconclusive/],
  ['an acceptance by nobody', { metrics: [{ ...SLOWER, verdict: 'accepted' }], ...PASS }, /metrics\[0\]: .*nobody accepted it/],
  [
    'a doubt that a second run shared none of',
    { metrics: [{ ...SLOWER, verdict: 'not-confirmed' }], confirmation: { runId: 'x', flagged: [SLOWER.name] }, ...PASS },
    /the second run found it worse/,
  ],
  [
    'a time called fine far beyond its tolerance',
    { metrics: [{ ...SLOWER, verdict: 'fine' }], ...PASS },
    /it says fine, but its own int/,
  ],
  ['a slower time called an improvement', { metrics: [{ ...SLOWER, verdict: 'improvement' }], ...PASS }, /it says improvement/],
  ['a faster time called a regression', { metrics: [{ ...FASTER, verdict: 'regression' }] }, /it says regression/],
  ['more tokens called fine', { metrics: [{ ...DEARER, verdict: 'fine' }], ...PASS }, /it says fine, but its own values do not/],
  [
    'more tokens called no change',
    { metrics: [{ ...DEARER, verdict: 'fine', change: { estimate: 0, low: null, high: null } }], ...PASS },
    /its change is not that of its values/,
  ],
  [
    'a change beside its interval',
    { metrics: [{ ...SLOWER, change: { estimate: 1, low: 0, high: 0.5 } }] },
    /outside of its own/,
  ],
  ['a verdict on nothing', { metrics: [{ ...SLOWER, verdict: 'fine', change: null }], ...PASS }, /nothing was measured/],
  ['a chance above one', { metrics: [{ ...SLOWER, p: 2 }] }, /a chance above 1/],
  ['a metric under another name', { metrics: [{ ...SLOWER, name: 'other.duration' }] }, /its name is not that/],
  ['a metric twice', { metrics: [SLOWER, SLOWER] }, /metrics\[1\]: it is there twice/],
  ['a base that failed and was compared', { baseFailure: 'npm ci' }, /but was compared/],
  ['a failure for a base that failed', { baseFailure: 'npm ci', metrics: [], flagged: [] }, /nothing was compared/],
  ['a commit that is none', { base: { ...SIDE, commit: '../x' } }, /comparison\.base\.commit: it is no full commit id/],
])('%s contradicts itself', (_, changed, reason) => {
  expect(() => parse(runOf(comparison(changed)))).toThrow(reason);
});

test('a run is a comparison if and only if it has one', () => {
  expect(() => parse(runOf(comparison(), { run: minimalRun().run }))).toThrow(/comparison: a run of kind benchmark has none/);
  expect(() => parse(minimalRun({ kind: 'compare' }))).toThrow(/comparison: it is missing/);
  expect(() => parse(runOf(comparison(), { verdict: 'pass' }))).toThrow(/verdict: it says pass, but its own parts come to fail/);
});

function many<T>(length: number, item: T): T[] {
  return Array.from({ length }, () => item);
}

test.each<[string, Partial<Comparison>, RegExp]>([
  ['metrics', { metrics: many(2_001, SLOWER) }, /comparison\.metrics: 2001 entries/],
  ['values', { metrics: [{ ...SLOWER, values: many(1_001, 0) }] }, /metrics\[0\]\.values: 1001 entries/],
  ['twins', { metrics: [{ ...SLOWER, twin: many(1_001, 0) }] }, /twin: 1001 entries/],
  ['distinct values', { metrics: [{ ...DEARER, baseValues: many(10_001, { value: 1, count: 1 }) }] }, /baseValues: 10001/],
  ['looks', { design: { ...comparison().design, looks: many(101, { pairs: 1, share: 0 }) } }, /looks: 101 entries/],
  ['flags', { flagged: many(2_001, 'x') }, /comparison\.flagged: 2001/],
  ['statements', { statements: many(501, { service: 'x', statement: 'x', base: null, head: null }) }, /statements: 501/],
  ['acceptances', { acceptances: many(201, { metric: 'x', reason: 'x', by: 'x' }) }, /acceptances: 201/],
  ['operations', { operations: { added: many(1_001, 'x'), removed: [], changed: [] } }, /operations\.added: 1001/],
  ['a name', { metrics: [{ ...SLOWER, name: 'x'.repeat(451) }] }, /metrics\[0\]\.name: 451 characters/],
  ['an operation', { metrics: [{ ...SLOWER, operation: 'x'.repeat(201) }] }, /operation: 201 characters/],
  ['a statement', { statements: [{ service: 'x', statement: 'x'.repeat(4_001), base: null, head: null }] }, /4001 characters/],
  ['a command', { reproduce: 'x'.repeat(4_001) }, /reproduce: 4001 characters/],
  ['a negative tolerance', { metrics: [{ ...SLOWER, tolerance: -1 }] }, /tolerance: a negative number/],
  ['negative milliseconds', { metrics: [{ ...SLOWER, base: -1 }] }, /base: a negative number/],
])('%s beyond what we would write are refused', (_, changed, reason) => {
  expect(() => parse(runOf(comparison(changed)))).toThrow(reason);
});
