import { expect, test } from '@jest/globals';
import { planOf } from '../../system/testing/plan.ts';
import type { OperationPlan, Plan } from '../../config/plan.ts';
import { pairOperations } from './common-operations.ts';

function operation(name: string, run: string, cwd: string): OperationPlan {
  return { name, on: undefined, call: { protocol: 'process', run, cwd, env: {} }, expect: {}, timeoutMs: 1_000 };
}

function planAt(root: string, operations: Readonly<Record<string, string>>): Plan {
  const plan = planOf({});
  return { ...plan, root, operations: Object.entries(operations).map(([name, run]) => operation(name, run, `${root}/tools`)) };
}

test('operations are paired by name, wherever the plan lies; new, gone and changed ones are told and not compared', () => {
  const base = planAt('/tmp/base', { same: 'a', changed: 'b', gone: 'c' });
  const head = planAt('/home/head', { same: 'a', changed: 'B', fresh: 'd' });
  expect(pairOperations(base, head)).toEqual({
    common: ['same'],
    listed: { added: ['fresh'], removed: ['gone'], changed: ['changed'] },
  });
});
