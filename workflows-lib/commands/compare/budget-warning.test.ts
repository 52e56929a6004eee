import { expect, test } from '@jest/globals';
import type { ComparisonDesign } from '../../history/comparison.ts';
import { budgetWarning } from './budget-warning.ts';

const DESIGN: ComparisonDesign = {
  ...{
    seed: 'seed',
    level: 0.01,
    looks: [
      { pairs: 15, share: 0.2 },
      { pairs: 60, share: 0.8 },
    ],
    gatingMetrics: 20,
  },
  ...{ budgetMs: 180_000, pairsPerStart: 4, layout: 'side-by-side' },
};

test('a budget that ends before anything can fail is told with one that would do', () => {
  expect(budgetWarning(DESIGN, { pairs: 3, measuringMs: 150_000, ended: 'budget' })).toEqual([
    'The budget of 3 min 00 s ended after 3 pairs, and no time can fail before 15. ' +
      'About 12 min 30 s would do: raise --budget or compare.budget, or compare fewer operations with --only.',
  ]);
  expect(budgetWarning(DESIGN, { pairs: 0, measuringMs: 181_000, ended: 'budget' })[0]).toMatch(
    /ended before the first pair was complete/,
  );
});

test('a budget that reached a look, an end of another kind, and a gate without times are told nothing', () => {
  expect(budgetWarning(DESIGN, { pairs: 15, measuringMs: 180_000, ended: 'budget' })).toEqual([]);
  expect(budgetWarning(DESIGN, { pairs: 3, measuringMs: 1_000, ended: 'stopped' })).toEqual([]);
  expect(budgetWarning({ ...DESIGN, gatingMetrics: 0 }, { pairs: 3, measuringMs: 180_000, ended: 'budget' })).toEqual([]);
});
