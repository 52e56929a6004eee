import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { diagnose } from './language-service/diagnose.ts';
import type { Document } from './language-service/diagnose.ts';
import { outputsOf, parseWorkflow } from './parse-workflow.ts';
import { CALLERS, OWN_WORKFLOWS, ROOT, replaceOnce, workflowNamed } from './workflow-files.ts';

/** Mistakes that users of the workflows, or we, could make: where, what is replaced by what, and what must be said. */
const MISTAKES: readonly (readonly [workflow: string, from: string, to: string, message: string])[] = [
  ['benchmark', 'only: ${{ inputs.only }}', 'onyl: ${{ inputs.only }}', "Invalid action input 'onyl'"],
  ['ci', 'persist-credentials: false', 'persist: false', "Invalid action input 'persist'"],
  ['benchmark', 'uses: $/actions/report', 'uses: $/actions/repotr', 'Unable to resolve action `$/actions/repotr`'],
  ['benchmark', 'needs: measure', 'needs: mesure', "Job 'confirm' depends on unknown job 'mesure'"],
  ['benchmark', 'only: ${{ inputs.only }}', 'only: ${{ inputs.olny }}', 'Context access might be invalid: olny'],
  [
    'benchmark',
    '${{ steps.benchmark.outputs.flagged }}',
    '${{ steps.bench.outputs.flagged }}',
    'Context access might be invalid: bench',
  ],
  ['benchmark', '${{ !cancelled() && (', '${{ !cancelled() and (', "Unexpected symbol: 'and'"],
  ['benchmark', 'pull-requests: write', 'pull-request: write', 'Unexpected value'],
  ['caller', 'benchmark.yml@v1', 'benchmrak.yml@v1', 'Unable to find reusable workflow'],
  [
    'caller',
    '{ mode: compare }',
    '{ mode: compare, sampels: 3 }',
    'Invalid input, sampels is not defined in the referenced workflow',
  ],
  [
    'caller',
    '    permissions:',
    '    secrets: { key: x }\n    permissions:',
    'Invalid secret, key is not defined in the referenced workflow',
  ],
];

const actionFiles = (): Document[] =>
  existsSync(join(ROOT, 'actions'))
    ? readdirSync(join(ROOT, 'actions'))
        .map((name) => `actions/${name}/action.yml`)
        .filter((path) => existsSync(join(ROOT, path)))
        .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
    : [];

test("GitHub's language service finds nothing wrong with the workflows", () => {
  expect(diagnose(OWN_WORKFLOWS)).toEqual([]);
});

test('nor with what others are told to write', () => {
  expect(diagnose(CALLERS)).toEqual([]);
});

test('nor with the actions', () => {
  expect(actionFiles().length).toBeGreaterThan(1);
  expect(diagnose(actionFiles())).toEqual([]);
});

test.each(MISTAKES)('a mistake in %s is noticed: %j -> %j', (...[name, from, to, message]) => {
  const file = name === 'caller' ? workflowNamed(CALLERS, 'benchmark') : workflowNamed(OWN_WORKFLOWS, name);
  const messages = diagnose([replaceOnce(file, [from, to])]).map((found) => found.message);
  expect(messages).toContainEqual(expect.stringContaining(message));
});

/** Outputs that the workflow reads from its steps but that the step's own action does not have. The language service does not look at these. */
function unknownOutputs({ path, text }: Document): string[] {
  const steps = parseWorkflow({ path, text }).jobs.flatMap((job) => job.steps);
  return [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id, output = '']) => {
      const uses = steps.find((step) => step.id === id)?.uses?.value ?? '';
      const outputs = outputsOf(readFileSync(join(ROOT, uses.replace('$/', ''), 'action.yml'), 'utf8'));
      return !outputs.includes(output);
    })
    .map(([expression]) => expression);
}

test('every output that a workflow reads is one of the action', () => {
  expect(OWN_WORKFLOWS.flatMap(unknownOutputs)).toEqual([]);
  const benchmark = workflowNamed(OWN_WORKFLOWS, 'benchmark');
  const misspelt = replaceOnce(benchmark, ['steps.benchmark.outputs.flagged', 'steps.benchmark.outputs.flaged']);
  expect(unknownOutputs(misspelt)).toEqual(['steps.benchmark.outputs.flaged']);
});
