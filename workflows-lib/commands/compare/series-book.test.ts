import { expect, test } from '@jest/globals';
import { createSeriesBook, roleOf, toleranceOf } from './series-book.ts';

const RULES = {
  gate: ['*.duration', '*.tokens.*', '*.error_rate'],
  tolerance: 0.03,
  tolerances: { 'mcp.*': 0.05, 'mcp.slow.*': 0.1, '*.tokens.input': 2 },
};

test('the last tolerance that matches counts, and what is counted has none of its own', () => {
  expect(toleranceOf({ name: 'database.query.duration', kind: 'noisy' }, RULES)).toBe(0.03);
  expect(toleranceOf({ name: 'mcp.query.duration', kind: 'noisy' }, RULES)).toBe(0.05);
  expect(toleranceOf({ name: 'mcp.slow.duration', kind: 'noisy' }, RULES)).toBe(0.1);
  expect(toleranceOf({ name: 'api.ask.tokens.output', kind: 'exact' }, RULES)).toBe(0);
  expect(toleranceOf({ name: 'api.ask.tokens.input', kind: 'exact' }, RULES)).toBe(2);
});

test('what the plan names may fail; to confirm a finding only its metrics may; canaries never', () => {
  const duration = { operation: 'api.ask', metric: 'duration', unit: 'ms' } as const;
  const first = { operation: 'api.ask', metric: 'ttft', unit: 'ms' } as const;
  expect([roleOf(duration, RULES), roleOf(first, RULES)]).toEqual(['gate', 'info']);
  const only = new Set(['api.ask.ttft']);
  expect([roleOf(duration, RULES, only), roleOf(first, RULES, only)]).toEqual(['info', 'gate']);
  expect(roleOf({ operation: 'canary', metric: 'duration', unit: 'ms' }, RULES)).toBe('canary');
});

test('pairs become changes with their typical values, counts the distinct values of each side', () => {
  const book = createSeriesBook(RULES);
  for (const [base, head] of [
    [2, 2.2],
    [4, 4.4],
    [3, 3.3],
  ].map((pair) => pair.map(Math.log)))
    book.addPair(
      { operation: 'a', metric: 'duration', unit: 'ms' },
      { change: (head ?? 0) - (base ?? 0), twin: 0.01, base: base ?? 0, head: head ?? 0 },
    );
  for (const value of [7, 7, 9]) book.addExact({ operation: 'a', metric: 'tokens.input', unit: 'tokens' }, 'base', value);
  book.addExact({ operation: 'a', metric: 'tokens.input', unit: 'tokens' }, 'head', 8);
  book.addOutcome('a', 'base', false);
  book.addOutcome('a', 'head', true);
  const [duration, tokens, errors] = book.series();
  expect(duration).toMatchObject({ name: 'a.duration', class: 'noisy', role: 'gate', twin: [0.01, 0.01, 0.01] });
  expect(duration?.base).toBeCloseTo(3, 12);
  expect(duration?.head).toBeCloseTo(3.3, 12);
  for (const value of duration?.values ?? []) expect(value).toBeCloseTo(Math.log(1.1), 12);
  expect(tokens).toMatchObject({
    class: 'exact',
    base: 23 / 3,
    head: 8,
    baseValues: [
      { value: 7, count: 2 },
      { value: 9, count: 1 },
    ],
    headValues: [{ value: 8, count: 1 }],
  });
  expect(errors).toMatchObject({ class: 'rate', base: 0, head: 1 });
});

test('a difference of some microseconds is tolerated, in full percent of the first pair, unless the plan names a tolerance', () => {
  const tolerances = (baseMs: readonly number[], rules = RULES, operation = 'database.ping'): (number | undefined)[] => {
    const book = createSeriesBook(rules);
    for (const ms of baseMs)
      book.addPair({ operation, metric: 'duration', unit: 'ms' }, { change: 0, twin: 0, base: Math.log(ms), head: Math.log(ms) });
    return book.series().map(({ tolerance }) => tolerance);
  };
  expect(tolerances([0.04, 0.01])).toEqual([0.5]);
  expect(tolerances([0.6])).toEqual([0.04]);
  expect(tolerances([5])).toEqual([0.03]);
  expect(tolerances([0.04], RULES, 'mcp.slow')).toEqual([0.1]);
});

test('a time that is expected is there before it has a value', () => {
  const book = createSeriesBook(RULES);
  book.expect({ operation: 'api.ask', metric: 'duration', unit: 'ms' });
  expect(book.series()).toMatchObject([{ name: 'api.ask.duration', role: 'gate', base: null, values: [] }]);
});
