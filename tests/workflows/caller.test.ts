import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseWorkflow } from './parse-workflow.ts';
import { CALLERS, OWN_WORKFLOWS, ROOT, workflowNamed } from './workflow-files.ts';

/** The README's examples that call our workflows, each with its final newline. */
const EXAMPLES = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('uses: shotclock/shotclock/.github/workflows/'));
const NONE = EXAMPLES.length === 0;

(NONE ? test.skip : test)(
  `the README shows exactly the workflows that are tested here${NONE ? ' (skipped: it shows none)' : ''}`,
  () => {
    expect([...EXAMPLES].sort()).toEqual(CALLERS.map(({ text }) => text).sort());
  },
);

test('calling a workflow takes about ten lines', () => {
  for (const { text } of CALLERS) expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(13);
});

test.each(['benchmark', 'benchmark-comment'])('the caller of %s grants exactly what the called jobs ask for', (name) => {
  const grantsOf = (files: typeof CALLERS): string[] => [
    ...new Set(
      parseWorkflow(workflowNamed(files, name)).jobs.flatMap(({ grants }) =>
        grants.map((grant) => `${grant.permission}: ${grant.level}`),
      ),
    ),
  ];
  expect(grantsOf(CALLERS).sort()).toEqual(grantsOf(OWN_WORKFLOWS).sort());
});
