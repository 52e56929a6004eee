import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { parseForeignRun } from './foreign-run.ts';
import type { Metric, ObjectiveResult, RunDocument } from './run-document.ts';
import { minimalRun } from './testing/minimal-run.ts';

const STAGE: RunDocument['stages'][number] = {
  ...{ id: 'users=5', workload: 'closed', users: 5, startedAfterMs: 0, durationMs: 1000, attempts: 20, errors: 1 },
  ...{ throughputPerS: 19, errorRate: 0.05, costUsd: 0.5, costPer1k: 25 },
};
const METRIC: Metric = {
  ...{ operation: 'a', name: 'response', stage: 'users=5', unit: 'ms', direction: 'lower', class: 'noisy', count: 3 },
  ...{ min: 1, max: 9, mean: 5, meanBounds: { low: -1, high: 8 }, samples: [1, 5, 9] },
  quantiles: {
    p50: { value: 5, low: 1, high: 9 },
    p90: { value: 9, low: 5, high: null },
    p95: { withheld: 'needs more' },
    p99: { withheld: 'needs more' },
  },
};
const OUTCOME: RunDocument['outcomes'][number] = {
  ...{ operation: 'a', stage: 'users=5', attempts: 20, ok: 19, error: 1, throttled: 0, invalid: 0, timeout: 0 },
  ...{ failures: [{ class: 'http_500', count: 1, example: 'HTTP 500' }], busyMs: 100, throughputPerS: 19, costPer1k: 25 },
};
const USAGE: RunDocument['usage'][number] = {
  ...{ provider: 'p', model: 'm', operation: 'a', stage: 'users=5', calls: 20, input: 9, cached: 0, cacheWrite: 0, output: 9 },
  ...{ reasoning: 0, costUsd: 0.5 },
};
const OBJECTIVE: ObjectiveResult = {
  ...{ text: 'a.response.p90 < 1s', verdict: 'pass', value: 9, low: 5, high: 12, limit: 1000, unit: 'ms', stage: 'users=5' },
  source: { file: 'shotclock.yml', line: 12 },
};

/** A document with one of everything, and with `changed` instead of its own parts. */
function document(changed: Partial<RunDocument> = {}): RunDocument {
  return {
    ...minimalRun(),
    ...{ stages: [STAGE], metrics: [METRIC], outcomes: [OUTCOME], usage: [USAGE], objectives: [OBJECTIVE] },
    cost: { ...minimalRun().cost, totalUsd: 0.5 },
    ...changed,
  };
}

function refusal(text: string): string {
  try {
    parseForeignRun(text, 'run.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('it was accepted');
}

function refusalOf(changed: Partial<RunDocument>): string {
  return refusal(JSON.stringify(document(changed)));
}

test('an honest document comes back as it was written', () => {
  expect(parseForeignRun(JSON.stringify(document(), undefined, 2), 'run.json')).toEqual(document());
});

test('what parseRun refuses is refused', () => {
  expect(refusal('{"schema":"shotclock.run/2"}')).toMatch(/upgrade Shotclock/);
  expect(refusal('{"schema":"shotclock.run/1"}')).toMatch(/is not a valid run document/);
  expect(refusal('{')).toMatch(/cut off/);
});

test('size counts in bytes, not in characters', () => {
  expect(refusal(`"${'漢'.repeat(3 * 1024 * 1024)}"`)).toBe(
    'run.json is refused: it has 9437186 bytes; at most 8388608 are read',
  );
});

test.each([
  ['a list in a list in a list', '['.repeat(3_000_000) + ']'.repeat(3_000_000), /nested deeper than 10 levels/],
  ['a prototype', '{"schema":"shotclock.run/1","__proto__":{}}', /a key "__proto__"/],
  ['a prototype in disguise', '{"\\u005f_proto__":{}}', /a key "__proto__"/],
  ['a key twice', '{"verdict":"pass","a\\"":[{"verdict":1}],"verdict":"fail"}', /the key "verdict" twice/],
  ['a key twice, once in disguise', '{"verdict":"pass", "verdic\\u0074" : "fail"}', /the key "verdict" twice/],
])('%s is refused before anything looks at it', (_, text, reason) => {
  expect(refusal(text)).toMatch(reason);
});

test.each([
  ['1e999', /run\.durationMs: a number beyond 1000000000000000/],
  ['1e16', /run\.durationMs: a number beyond/],
  ['-1e16', /run\.durationMs: a number beyond/],
  ['-5', /run\.durationMs: a negative number/],
  ['-0', /run\.durationMs: a negative zero/],
])('a duration of %s is refused by its place', (figure, reason) => {
  expect(refusal(JSON.stringify(document()).replace('"durationMs":1000,"seed"', `"durationMs":${figure},"seed"`))).toMatch(
    reason,
  );
});

test.each<[string, Partial<RunDocument>, RegExp]>([
  ['metrics', { metrics: Array.from({ length: 5_001 }, () => METRIC) }, /^run\.json is refused: metrics: 5001 entries/],
  ['objectives', { objectives: Array.from({ length: 501 }, () => OBJECTIVE) }, /: objectives: 501 entries/],
  ['warnings', { warnings: Array.from({ length: 201 }, () => 'x') }, /: warnings: 201 entries/],
  ['a warning', { warnings: ['x'.repeat(4_001)] }, /: warnings\[0\]: 4001 characters/],
  ['a name', { metrics: [{ ...METRIC, operation: 'x'.repeat(201) }] }, /: metrics\[0\]\.operation: 201 characters/],
  ['a histogram', { metrics: [{ ...METRIC, histogram: 'A'.repeat(100_001) }] }, /: metrics\[0\]\.histogram: 100001 char/],
  [
    'a line that no file has',
    { objectives: [{ ...OBJECTIVE, source: { file: 'shotclock.yml', line: 2 ** 31 } }] },
    /: objectives\[0\]\.source\.line: line 2147483648; at most 1000000/,
  ],
  [
    'a path that no repository has',
    { objectives: [{ ...OBJECTIVE, source: { file: 'x'.repeat(1_001), line: 1 } }] },
    /: objectives\[0\]\.source\.file: 1001 characters/,
  ],
  ['a key', { resources: { ['x'.repeat(201)]: { residentBytesMax: 1, cpuMs: 1 } } }, /: resources: a key of 201 char/],
])('%s beyond what we would write is refused', (_, changed, reason) => {
  expect(refusalOf(changed)).toMatch(reason);
});

test('a list of a million wrong entries is refused by its length, not by a million complaints', () => {
  expect(refusal(`{"schema":"shotclock.run/1","metrics":[${'{},'.repeat(1_000_000)}{}]}`)).toMatch(/metrics: 1000001 entries/);
});

test('the last lines of a process that died may be longer than other texts', () => {
  const run = document({
    objectives: [],
    verdict: 'inconclusive',
    run: { ...minimalRun().run, status: 'partial', partialReason: 'x'.repeat(20_000) },
  });
  expect(parseForeignRun(JSON.stringify(run), 'run.json')).toEqual(run);
});

const MISSED = { ...OBJECTIVE, verdict: 'fail' as const, value: 1500, low: 1200, high: 1900 };
const VOID = { ...minimalRun().generator, verdict: 'void' as const };

test.each<[string, Partial<RunDocument>, RegExp]>([
  ['a pass over a missed objective', { objectives: [MISSED] }, /verdict: it says pass, but its own parts come to fail/],
  ['a miss without a missed objective', { verdict: 'fail' }, /it says fail, but its own parts come to pass/],
  ['a pass of a run cut short', { run: { ...minimalRun().run, status: 'partial' } }, /come to inconclusive/],
  ['a pass of an unfit generator', { generator: VOID, objectives: [] }, /come to void/],
  ['an objective met in a void run', { generator: VOID, verdict: 'void' }, /objectives\[0\]\.verdict: it says pass, but the gen/],
  ['a void objective of a fit generator', { objectives: [{ ...OBJECTIVE, verdict: 'void' }] }, /fit to measure/],
  ['an objective met by its middle only', { objectives: [{ ...OBJECTIVE, high: 1100 }] }, /it says pass, but its own interval/],
  ['an objective met without an interval', { objectives: [{ ...OBJECTIVE, high: null }] }, /it says pass, but its own interval/],
  ['an objective met without a figure', { objectives: [{ ...OBJECTIVE, value: null }] }, /it says pass, but its own interval/],
  ['an objective held against another limit', { objectives: [{ ...OBJECTIVE, limit: 1e6 }] }, /another limit than its text/],
  ['an objective in another unit', { objectives: [{ ...OBJECTIVE, unit: 'parsecs' }] }, /names no limit/],
  ['a met objective that is none', { objectives: [{ ...OBJECTIVE, text: 'p95 passed ✅ | all good' }] }, /names no limit/],
  ['a limit after a made-up one', { objectives: [{ ...OBJECTIVE, text: 'a < 1ms < 1s' }] }, /names no limit/],
  ['a miss whose interval keeps the limit', { objectives: [{ ...OBJECTIVE, verdict: 'fail' }], verdict: 'fail' }, /it says fail/],
])('%s contradicts itself', (_, changed, reason) => {
  expect(refusalOf(changed)).toMatch(reason);
});

test('a miss, an undecided objective and a void run are taken at their word', () => {
  const undecided = { ...OBJECTIVE, verdict: 'inconclusive' as const, high: 1100 };
  const unanswered = { ...OBJECTIVE, text: 'a answers rightly', verdict: 'fail' as const, value: 0, low: null, high: null };
  for (const changed of [
    { objectives: [MISSED], verdict: 'fail' },
    { objectives: [undecided], verdict: 'inconclusive' },
    { objectives: [unanswered], verdict: 'fail' },
    { objectives: [{ ...OBJECTIVE, verdict: 'void' }], verdict: 'void', generator: VOID },
  ] satisfies Partial<RunDocument>[]) {
    expect(parseForeignRun(JSON.stringify(document(changed)), 'run.json')).toEqual(document(changed));
  }
});

const QUANTILES = METRIC.quantiles;

test.each<[string, Partial<RunDocument>, RegExp]>([
  ['an id that is a path', { run: { ...minimalRun().run, id: '../../etc' } }, /run\.id: it is no run id/],
  ['a commit that is none', { run: { ...minimalRun().run, commit: 'main' } }, /run\.commit: it is no full commit id/],
  ['more errors than calls', { stages: [{ ...STAGE, errors: 21 }] }, /stages\[0\]: more errors than attempts/],
  ['another error rate', { stages: [{ ...STAGE, errorRate: 0 }] }, /stages\[0\]: its error rate/],
  ['a stage twice', { stages: [STAGE, STAGE] }, /stages\[1\]: it is there twice/],
  ['a metric twice', { metrics: [METRIC, METRIC] }, /metrics\[1\]: it is there twice/],
  [
    'percentiles out of order',
    { metrics: [{ ...METRIC, quantiles: { ...QUANTILES, p90: QUANTILES.p50, p50: { value: 8, low: 8, high: 8 } } }] },
    /not in order/,
  ],
  ['a percentile above the highest value', { metrics: [{ ...METRIC, max: 8 }] }, /not in order/],
  [
    'a percentile beside its interval',
    { metrics: [{ ...METRIC, quantiles: { ...QUANTILES, p50: { value: 5, low: 6, high: 9 } } }] },
    /outside of its own interval/,
  ],
  ['a mean above every value', { metrics: [{ ...METRIC, mean: 10, meanBounds: null }] }, /mean lies outside of its values/],
  ['a mean beside its bounds', { metrics: [{ ...METRIC, meanBounds: { low: 6, high: 8 } }] }, /outside of its own bounds/],
  ['more samples than counted', { metrics: [{ ...METRIC, count: 2 }] }, /more samples than it counts/],
  ['outcomes that do not add up', { outcomes: [{ ...OUTCOME, ok: 20 }] }, /outcomes\[0\]: its outcomes do not add up/],
  ['more failures than failed', { outcomes: [{ ...OUTCOME, ok: 20, error: 0 }] }, /more failures than calls that failed/],
  ['a total below the usage', { cost: { ...minimalRun().cost, totalUsd: 0.1 } }, /cost\.totalUsd: it is not the sum/],
  ['an unpriced model kept quiet', { usage: [{ ...USAGE, costUsd: null }], cost: minimalRun().cost }, /cost\.unpriced/],
  ['a cheaper 1,000 calls', { outcomes: [{ ...OUTCOME, costPer1k: 1 }] }, /outcomes\[0\]: its cost per 1,000/],
  ['a free stage', { stages: [{ ...STAGE, costUsd: null }] }, /stages\[0\]: its cost is not the sum/],
  ['a stage with a cheaper 1,000', { stages: [{ ...STAGE, costPer1k: null }] }, /stages\[0\]: its cost per 1,000/],
])('%s contradicts itself', (_, changed, reason) => {
  expect(refusalOf(changed)).toMatch(reason);
});

test('an unpriced model that is named is taken, and costs nothing', () => {
  const run = document({
    usage: [{ ...USAGE, costUsd: null }],
    cost: { ...minimalRun().cost, unpriced: ['p/m'] },
    outcomes: [{ ...OUTCOME, costPer1k: 'unpriced' }],
    stages: [{ ...STAGE, costUsd: null, costPer1k: 'unpriced' }],
  });
  expect(parseForeignRun(JSON.stringify(run), 'run.json')).toEqual(run);
});

test('a refusal quotes no control characters and stays short', () => {
  const key = `\u001b[31m\u202e${'x'.repeat(150)}`;
  const message = refusalOf({ resources: { [key]: { residentBytesMax: -1, cpuMs: 0 } } });
  expect(message).toMatch(/residentBytesMax: a negative number/);
  expect(message).not.toMatch(/\p{C}/u);
  expect(
    refusal(`{"a":{${'"b":{'.repeat(3)}"${'x'.repeat(9000)}":1,"${'x'.repeat(9000)}":2${'}'.repeat(5)}`).length,
  ).toBeLessThan(400);
});
