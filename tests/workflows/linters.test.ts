import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionlint, layOut, zizmor } from './linters.ts';
import type { Findings } from './linters.ts';
import { findTool, testWith } from './tools.ts';
import { CALLERS, OWN_WORKFLOWS, ROOT, replaceOnce, workflowNamed } from './workflow-files.ts';
import type { WorkflowFile } from './workflow-files.ts';

const CALLER_CONFIG = join(ROOT, 'tests', 'workflows', 'caller-zizmor.yml');
const withActionlint = testWith('actionlint');
const withZizmor = testWith('zizmor');

function inFolder(files: readonly WorkflowFile[], lint: (root: string) => Findings): Findings {
  const folder = layOut(files);
  try {
    return lint(folder.root);
  } finally {
    folder.remove();
  }
}

const mutated = (name: string, change: readonly [string, string]): WorkflowFile[] => [
  replaceOnce(workflowNamed(OWN_WORKFLOWS, name), change),
];

test('a tool that is not in PATH is not found', () => {
  expect(findTool('no-such-tool-anywhere')).toBeUndefined();
  expect(findTool('git')).toMatch(/\/git$/);
});

withActionlint('actionlint finds nothing, but for the syntax that it does not know yet', () => {
  expect(actionlint(ROOT)).toEqual([]);
  expect(inFolder(CALLERS, actionlint)).toEqual([]);
});

withActionlint('actionlint sees the workflows: it finds planted mistakes', () => {
  const found = (name: string, change: readonly [string, string]): string =>
    inFolder(mutated(name, change), actionlint).join('\n');
  expect(found('benchmark', ['needs: measure', 'needs: mesure'])).toMatch(/\[job-needs\]/);
  expect(found('benchmark', ['${{ steps.benchmark.outputs.flagged }}', '${{ steps.nothing.outputs.flagged }}'])).toMatch(
    /\[expression\]/,
  );
  expect(found('ci', ['run: .ci/run', 'run: echo ${{ github.head_ref }}'])).toMatch(/\[expression\]/);
  expect(found('ci', ['contents: read', 'contents: reed'])).toMatch(/\[permissions\]/);
});

withActionlint('only the missing ref of own actions is ignored, not that of others', () => {
  const foreign = inFolder(mutated('benchmark-comment', ['$/actions/report', 'someone/actions/report']), actionlint);
  expect(foreign.join('\n')).toMatch(/ref is missing/);
});

withZizmor('zizmor finds nothing in the workflows, the actions and the settings of the bot that updates them', () => {
  expect(zizmor(ROOT)).toEqual([]);
});

withZizmor(
  'zizmor ignores one thing, which is explained where it stands: the triggers of what has grants and runs nothing of a stranger',
  () => {
    expect(zizmor(ROOT, { noIgnores: true }).toSorted()).toEqual([
      './.github/workflows/accept.yml: dangerous-triggers',
      './.github/workflows/benchmark-comment.yml: dangerous-triggers',
    ]);
  },
);

withZizmor('zizmor finds nothing in what others are told to write, but that it is called by its major version', () => {
  expect(inFolder(CALLERS, (root) => zizmor(root, { config: CALLER_CONFIG }))).toEqual([]);
  expect(new Set(inFolder(CALLERS, (root) => zizmor(root)))).toEqual(
    new Set(CALLERS.map(({ path }) => `./${path}: unpinned-uses`)),
  );
});

withZizmor('zizmor sees the workflows: it finds planted mistakes', () => {
  const found = (name: string, change: readonly [string, string]): string =>
    inFolder(mutated(name, change), (root) => zizmor(root)).join('\n');
  expect(found('ci', ['          persist-credentials: false\n', '          fetch-depth: 1\n'])).toMatch(/artipacked/);
  expect(found('ci', ['run: .ci/run', 'run: echo ${{ github.head_ref }}'])).toMatch(/template-injection/);
  expect(found('ci', ['  pull_request:', '  pull_request_target:'])).toMatch(/dangerous-triggers/);
  expect(found('ci', ['permissions: {}', 'permissions: write-all'])).toMatch(/excessive-permissions/);
  expect(found('benchmark', [' # to create the check run with its annotations', ''])).toMatch(/undocumented-permissions/);
  expect(found('benchmark-comment', ['$/actions/report', './actions/report'])).toMatch(/self-repository/);
});
