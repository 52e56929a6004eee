import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionYmlMistakes } from '../workflows-lib/action/action-yml.ts';
import { actionsTable, fillActionReadme, fillMark } from '../workflows-lib/action/action-docs.ts';
import { ACTIONS } from '../workflows-lib/action/actions.ts';
import { defineAction } from '../workflows-lib/action/spec.ts';
import { checkActionUses, yamlBlocks } from './action-uses.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const RENEW = 'run: node scripts/run.mjs scripts/write-action-docs.ts';

const names = ACTIONS.map(({ name }) => name);
const workflows = readdirSync(join(ROOT, '.github', 'workflows')).filter((name) => name.endsWith('.yml'));

test('every folder with an action.yml is a declared action, and the other way round', () => {
  const folders = readdirSync(join(ROOT, 'actions')).filter((name) => existsSync(join(ROOT, 'actions', name, 'action.yml')));
  expect(folders.toSorted()).toEqual(names.toSorted());
});

test.each(ACTIONS)('actions/$name/action.yml says what the declaration says, and nothing else', (spec) => {
  expect(actionYmlMistakes(read(`actions/${spec.name}/action.yml`), spec)).toEqual([]);
});

test.each(ACTIONS)('actions/$name/main.ts only wires', ({ name }) => {
  expect(read(`actions/${name}/main.ts`).trimEnd().split('\n').length).toBeLessThanOrEqual(25);
});

test.each(ACTIONS)('names and descriptions of $name are in the form that the others have', ({ inputs, outputs }) => {
  const descriptions = [...Object.values(inputs).map(({ description }) => description), ...Object.values(outputs)];
  for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  for (const description of descriptions) expect(description).toMatch(/^[A-Z`][^\n]*\.$/);
});

test.each(ACTIONS)(`the tables in actions/$name/README.md are not stale (${RENEW})`, (spec) => {
  const readme = read(`actions/${spec.name}/README.md`);
  expect(readme).toBe(fillActionReadme(readme, spec));
});

test(`the table of actions in README.md is not stale (${RENEW})`, () => {
  const readme = read('README.md');
  expect(readme).toBe(fillMark(readme, 'actions', actionsTable(ACTIONS)));
});

test('workflows give our actions only inputs that they have, and use only outputs that they have', () => {
  const checked = workflows.map((name) => checkActionUses(read(`.github/workflows/${name}`), ACTIONS));
  expect(checked.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  expect(checked.some(({ steps }) => steps > 0)).toBe(true);
  expect(checked.some(({ outputs }) => outputs > 0)).toBe(true);
});

test.each(ACTIONS)('the example in actions/$name/README.md is short and right', ({ name }) => {
  const [example = '', ...more] = yamlBlocks(read(`actions/${name}/README.md`));
  expect(more).toEqual([]);
  const { steps, mistakes } = checkActionUses(example, ACTIONS);
  expect({ steps, mistakes }).toEqual({ steps: 1, mistakes: [] });
  expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
});

const sample = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'Does it.',
  branding: { icon: 'clock', color: 'orange' },
  inputs: {
    samples: { kind: 'integer', min: 1, max: 9, default: 3, description: 'Samples | calls.' },
    target: { kind: 'text', required: true, description: 'Target.' },
  },
  outputs: { verdict: 'Verdict.' },
});
const SAMPLE_YML = `name: Sample
description: Does it.
author: Shotclock maintainers
branding: { icon: clock, color: orange }
inputs:
  samples: { description: Samples | calls., default: 3 }
  target: { description: Target., required: true }
outputs:
  verdict: { description: Verdict. }
runs: { using: node24, main: dist/index.js }
`;

test('an action.yml that says the same is right', () => {
  expect(actionYmlMistakes(SAMPLE_YML, sample)).toEqual([]);
});

test.each([
  ['default: 3', 'default: 4', 'inputs.samples.default: 4 should be "3"'],
  ['default: 3', 'defualt: 3', 'inputs.samples.defualt: is not known'],
  ['default: 3', 'default: [3]', 'inputs.samples.default: [3] should be "3"'],
  ['required: true', 'requird: true', 'inputs.target.requird: is not known'],
  ['required: true', 'required: false', 'inputs.target.required: false should be true'],
  ['description: Target.', 'description: Goal.', 'inputs.target.description: "Goal." should be "Target."'],
  ['  target:', '  extra: { description: More. }\n  target:', 'inputs.extra: is not known'],
  ['  verdict: { description: Verdict. }', '  verdikt: { description: Verdict. }', 'outputs.verdict: is missing'],
  ['node24', 'node20', 'runs.using: "node20" should be "node24"'],
  ['author: Shotclock maintainers\n', '', 'author: nothing should be "Shotclock maintainers"'],
  ['name: Sample\n', 'name: Sample\nname: Sample\n', 'Map keys must be unique'],
])('in an action.yml, %j for %j is found', (wanted, instead, mistake) => {
  expect(actionYmlMistakes(SAMPLE_YML.replace(wanted, instead), sample).join('\n')).toContain(mistake);
});

test('a wrong use of an action is found, wherever its output is used', () => {
  const workflow = `
jobs:
  one:
    outputs: { verdict: "\${{ steps.a.outputs.verdikt }}" }
    steps:
      - { id: a, uses: $/actions/sample, with: { sampels: 1 } }
      - { run: x, env: { V: "\${{ steps['a'].outputs['verdict'] }}" } }
      - { id: b, uses: actions/checkout@v7, with: { anything: 1 } }
      - { run: x, if: "\${{ steps.b.outputs.anything }}" }
  two:
    steps:
      - uses: shotclock/shotclock/actions/smaple@v1
`;
  expect(checkActionUses(workflow, [sample])).toEqual({
    steps: 2,
    outputs: 2,
    mistakes: [
      'sample has no input sampels; did you mean samples?',
      'sample needs the input target',
      'sample has no output verdikt; did you mean verdict?',
      'there is no action smaple',
    ],
  });
});

test('a stale table and missing marks are found', () => {
  const readme = '# Sample\n\n<!-- inputs -->\n<!-- /inputs -->\n\n<!-- outputs -->\nold\n<!-- /outputs -->\n\nEnd.\n';
  const filled = fillActionReadme(readme, sample);
  expect(filled).toContain('| `samples` | Samples \\| calls. | `3`      |\n| `target`  | Target.           | required |');
  expect(filled).not.toContain('old');
  expect(filled).toMatch(/<!-- \/outputs -->\n\nEnd\.\n$/);
  expect(fillActionReadme(filled, sample)).toBe(filled);
  expect(() => fillActionReadme('# Sample', sample)).toThrow('there must be one <!-- inputs --> with one <!-- /inputs -->');
});
