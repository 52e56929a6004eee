import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ModelService, Plan } from '../../config/plan.ts';
import { planOf, postgresOf } from '../../system/testing/plan.ts';
import { planDifferences } from './plan-differences.ts';

const MODEL: ModelService = {
  ...{ name: 'model', type: 'openai', mode: 'simulated', model: 'gpt-4o-mini', provider: 'openai' },
  simulation: { profile: 'fast', seed: 'seed', faults: {} },
};

function planIn(
  root: string,
  { model = MODEL, settings = {} }: { model?: ModelService; settings?: Record<string, string> } = {},
): Plan {
  return planOf({ root, services: [postgresOf({ seed: [join(root, 'seed.sql')], settings }), model] });
}

test('plans that say the same differ in nothing, wherever they lie and in whatever order', () => {
  const base = planIn('/base', { settings: { jit: 'off', work_mem: '4MB' } });
  expect(planDifferences(base, planIn('/head', { settings: { work_mem: '4MB', jit: 'off' } }))).toEqual([]);
});

test('every section that differs is named, with what it means for the comparison', () => {
  const simulation = { ...MODEL.simulation, profile: 'realistic' as const };
  const head = { ...planIn('/head', { model: { ...MODEL, simulation } }), benchmark: { samples: 1, warmUp: 9 }, seed: 'other' };
  expect(planDifferences(planIn('/base'), head)).toEqual([
    "seed differs between base and head: its part of a change is the plan's, not the code's.",
    "services.model differs between base and head: its part of a change is the plan's, not the code's.",
    "benchmark differs between base and head: its part of a change is the plan's, not the code's.",
  ]);
  expect(planDifferences(planIn('/base', { settings: { jit: 'off' } }), planIn('/head'))).toEqual([
    expect.stringMatching(/^services\.database differs/),
  ]);
});

test('a service of one side alone is a difference, and so are other rules', () => {
  const base = planIn('/base');
  expect(planDifferences(base, { ...base, services: { model: MODEL } })).toHaveLength(1);
  const head = { ...base, compare: { ...base.compare, tolerance: 1 } };
  expect(planDifferences(base, head)).toEqual([
    "The rules of the comparison (compare:) differ between base and head: head's were used.",
  ]);
});
