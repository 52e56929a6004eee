import { isMap } from 'yaml';
import type { Job, Step, Workflow } from './parse-workflow.ts';
import { parseWorkflow, textOf } from './parse-workflow.ts';
import type { WorkflowFile } from './workflow-files.ts';

/** A rule of the project, and what breaks it. */
export interface Rule {
  readonly name: string;
  readonly find: (workflow: Workflow) => readonly string[];
}

/** A workflow that breaks a rule. */
export interface Breach {
  readonly rule: string;
  readonly where: string;
}

/** What is used from elsewhere: owner, repository, maybe a folder, and a full commit. */
const PINNED = /^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@[0-9a-f]{40}$/;
const VERSION = /^ ?v\d+\.\d+\.\d+$/;
/** Own workflows as other repositories call them: by their major version, which is this project's promise. */
const CALLED = /^shotclock\/shotclock\/\.github\/workflows\/[a-z-]+\.yml@v\d+$/;

/** The rules that every workflow here keeps, and every workflow that we tell others to write. */
export const RULES: readonly Rule[] = [
  { name: 'third-party code is pinned to a commit, with its version; own code comes from the same commit', find: unpinned },
  { name: 'nothing is granted to a whole workflow', find: ({ permissions }) => (isEmptyMap(permissions) ? [] : ['permissions']) },
  { name: 'every job names its grants, and why it needs each', find: (workflow) => workflow.jobs.flatMap(unexplainedGrants) },
  {
    name: 'a checkout leaves no token behind',
    find: eachStep((step) => isCheckout(step) && step.with.get('persist-credentials') !== 'false'),
  },
  {
    name: 'every job has a time limit',
    find: ({ jobs }) => jobs.filter(({ uses, timeout }) => uses === undefined && timeout === undefined).map(({ id }) => id),
  },
  {
    name: 'no expression is pasted into a command',
    find: eachStep(({ run, shell }) => `${run ?? ''}${shell ?? ''}`.includes('${{')),
  },
  { name: 'no pull_request_target', find: ({ triggers }) => triggers.filter((name) => name === 'pull_request_target') },
  {
    name: 'no secret is handed on unnamed',
    find: ({ jobs }) => jobs.filter(({ secrets }) => secrets === 'inherit').map(({ id }) => id),
  },
  {
    name: 'a job that may write uses no cache',
    find: ({ jobs }) => jobs.filter((job) => mayWrite(job) && job.steps.some(usesCache)).map(({ id }) => id),
  },
  {
    name: 'a job that may write checks nothing out',
    find: ({ jobs }) => jobs.filter((job) => mayWrite(job) && job.steps.some(isCheckout)).map(({ id }) => id),
  },
  { name: 'runs are grouped, and only an older run of the same pull request is cancelled', find: carelessConcurrency },
];

/** Every breach of every rule in one file. */
export function findBreaches(file: WorkflowFile): Breach[] {
  const workflow = parseWorkflow(file);
  return RULES.flatMap(({ name, find }) => find(workflow).map((where) => ({ rule: name, where: `${file.path}: ${where}` })));
}

function eachStep(broken: (step: Step) => boolean): Rule['find'] {
  return ({ jobs }) =>
    jobs.flatMap(({ id, steps }) => steps.filter(broken).map((step) => `${id}: ${step.uses?.value ?? step.run ?? ''}`));
}

const isCheckout = ({ uses }: Step): boolean => uses?.value.startsWith('actions/checkout@') === true;

/** Setting up a language caches unless told not to. */
function usesCache({ uses, with: inputs }: Step): boolean {
  const name = uses?.value ?? '';
  if (/^actions\/cache[@/]/.test(name) || inputs.has('cache')) return true;
  return name.startsWith('actions/setup-') && inputs.get('package-manager-cache') !== 'false';
}

const mayWrite = ({ grants }: Job): boolean => grants.some(({ level }) => level !== 'read' && level !== 'none');

const isEmptyMap = (node: unknown): boolean => isMap(node) && node.items.length === 0;

function unpinned({ jobs }: Workflow): string[] {
  const used = jobs.flatMap(({ uses, steps }) => [uses, ...steps.map((step) => step.uses)]).filter((one) => one !== undefined);
  return used
    .filter(({ value, comment }) => {
      if (value.startsWith('$/') || CALLED.test(value)) return false;
      return !(PINNED.test(value) && VERSION.test(comment));
    })
    .map(({ value }) => value);
}

function unexplainedGrants({ id, grants, hasPermissions }: Job): string[] {
  if (!hasPermissions) return [`${id}: no permissions`];
  return grants.filter(({ comment }) => comment.trim() === '').map(({ permission }) => `${id}: ${permission}`);
}

/**
 * A called workflow sees the event and the workflow's name of its caller, so a group without a word of its own could be the caller's, which
 * then cancels itself. A group that cancels must be one of a pull request, or else of a single run.
 */
function carelessConcurrency({ concurrency, triggers, jobs }: Workflow): string[] {
  // A workflow that only calls another is grouped by that one.
  if (concurrency === undefined) return jobs.every(({ uses }) => uses !== undefined) ? [] : ['no concurrency'];
  const group = textOf(concurrency.get('group', true));
  const cancels = textOf(concurrency.get('cancel-in-progress', true)) !== 'false';
  const found: string[] = [];
  if (!/^[a-z]/.test(group)) found.push('the group has no word of its own');
  if (!cancels) return found;
  if (!triggers.includes('pull_request')) found.push('only runs for pull requests may be cancelled');
  if (!group.includes('github.event.pull_request.number || github.run_id'))
    found.push('the group holds runs of more than one pull request');
  return found;
}
