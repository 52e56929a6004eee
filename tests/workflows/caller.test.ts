import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
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

test('what the README adds to a call are inputs of what is called', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const given = [...readme.matchAll(/\bwith: (\{[^}]*\})/g)].map(([, inputs = '']) => Object.keys(parse(inputs) as object));
  const known = (name: string): string[] =>
    Object.keys((parse(workflowNamed(OWN_WORKFLOWS, name).text) as Called).on.workflow_call.inputs);
  expect(given.length).toBeGreaterThan(0);
  expect(given.flat().filter((name) => !known('benchmark').includes(name))).toEqual([]);
  for (const other of ['benchmark-comment', 'accept']) expect(known('benchmark')).toEqual(expect.arrayContaining(known(other)));
});

interface Called {
  readonly on: { readonly workflow_call: { readonly inputs: object } };
}

test('calling a workflow takes about ten lines', () => {
  for (const { text } of CALLERS) expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(13);
});

test.each(['benchmark', 'benchmark-comment', 'accept'])(
  'the caller of %s grants exactly what the called jobs ask for',
  (name) => {
    const grantsOf = (files: typeof CALLERS): string[] => [
      ...new Set(
        parseWorkflow(workflowNamed(files, name)).jobs.flatMap(({ grants }) =>
          grants.map((grant) => `${grant.permission}: ${grant.level}`),
        ),
      ),
    ];
    expect(grantsOf(CALLERS).sort()).toEqual(grantsOf(OWN_WORKFLOWS).sort());
  },
);
