import { expect, test } from '@jest/globals';
import { RULES, findBreaches } from './policy.ts';
import { CALLERS, OWN_WORKFLOWS, replaceOnce, workflowNamed } from './workflow-files.ts';

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';

/** A way to break a rule: which workflow, what is replaced by what, and the rule that must notice. */
const MUTATIONS: readonly (readonly [rule: string, workflow: string, from: string, to: string])[] = [
  ['third-party code', 'ci', `${CHECKOUT} # v7.0.1`, 'actions/checkout@v7 # v7.0.1'],
  ['third-party code', 'ci', `${CHECKOUT} # v7.0.1`, `${CHECKOUT.slice(0, -1)} # v7.0.1`],
  ['third-party code', 'ci', `${CHECKOUT} # v7.0.1`, CHECKOUT],
  ['third-party code', 'ci', `${CHECKOUT} # v7.0.1`, `${CHECKOUT} # v7`],
  ['third-party code', 'benchmark-comment', '$/actions/report', './actions/report'],
  ['third-party code', 'benchmark-comment', '$/actions/report', 'shotclock/shotclock/actions/report@v1'],
  ['third-party code', 'benchmark-comment', '$/actions/report', 'docker://alpine'],
  ['nothing is granted', 'ci', 'permissions: {}\n', ''],
  ['nothing is granted', 'ci', 'permissions: {}', 'permissions: read-all'],
  ['nothing is granted', 'ci', 'permissions: {}', 'permissions: { contents: read }'],
  ['every job names', 'ci', ' # to check out a private repository', ''],
  ['every job names', 'ci', '    permissions:\n      contents: read # to check out a private repository\n', ''],
  ['every job names', 'benchmark-comment', '# to create the check run with its annotations', '#'],
  ['a checkout leaves', 'ci', 'persist-credentials: false', 'persist-credentials: true'],
  ['a checkout leaves', 'ci', '        with:\n          persist-credentials: false\n', ''],
  ['every job has a time', 'ci', '    timeout-minutes: 30\n', ''],
  ['no expression', 'ci', 'run: .ci/run', 'run: .ci/run ${{ github.head_ref }}'],
  ['no expression', 'ci', 'run: .ci/run', 'run: .ci/run\n        shell: ${{ github.head_ref }}'],
  ['no pull_request_target', 'ci', '  pull_request:', '  pull_request_target:'],
  ['no secret', 'benchmark-caller', '    permissions:', '    secrets: inherit\n    permissions:'],
  ['a job that may write uses', 'benchmark-comment', '$/actions/report', `actions/cache/restore@${'a'.repeat(40)} # v5.0.0`],
  ['a job that may write uses', 'benchmark-comment', '$/actions/report', `actions/setup-node@${'a'.repeat(40)} # v7.0.0`],
  ['a job that may write checks', 'benchmark-comment', '$/actions/report', `${CHECKOUT} # v7.0.1`],
  ['a job that may write checks', 'accept', '$/actions/report', `${CHECKOUT} # v7.0.1`],
  ['no expression', 'accept', 'uses: $/actions/report', 'run: echo ${{ github.event.comment.body }}'],
  ['every job names', 'accept', '# to bring the check run up to date', '#'],
  ['a job that may write checks', 'ci', 'contents: read #', 'contents: write #'],
  ['runs are grouped', 'ci', 'group: ci-${{ github.event.pull_request.number || github.run_id }}', 'group: ci-${{ github.ref }}'],
  ['runs are grouped', 'ci', 'group: ci-', 'group: '],
  ['runs are grouped', 'benchmark-comment', 'cancel-in-progress: false', 'cancel-in-progress: true'],
  ['runs are grouped', 'accept', 'cancel-in-progress: false', 'cancel-in-progress: true'],
  ['runs are grouped', 'ci', 'concurrency:\n', 'x-concurrency:\n'],
];

const find = (name: string) =>
  name === 'benchmark-caller' ? workflowNamed(CALLERS, 'benchmark') : workflowNamed(OWN_WORKFLOWS, name);

test.each(OWN_WORKFLOWS)('$path keeps every rule', (file) => {
  expect(findBreaches(file)).toEqual([]);
});

test.each(CALLERS)('what others are told to write as $path keeps every rule', (file) => {
  expect(findBreaches(file)).toEqual([]);
});

test.each(MUTATIONS)('"%s …" is broken and noticed in %s: %j -> %j', (...[rule, workflow, from, to]) => {
  const broken = findBreaches(replaceOnce(find(workflow), [from, to])).map((breach) => breach.rule);
  expect(broken).toContainEqual(expect.stringMatching(new RegExp(`^${rule}`)));
});

test('every rule is broken by a mutation', () => {
  const unbroken = RULES.filter(({ name }) => !MUTATIONS.some(([rule]) => name.startsWith(rule)));
  expect(unbroken).toEqual([]);
});
