import type { YAMLMap } from 'yaml';
import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { WorkflowFile } from './workflow-files.ts';

/** A word of a workflow with the comment behind it. */
export interface Commented {
  readonly value: string;
  readonly comment: string;
}

/** One grant of a job's token. */
export interface Grant {
  readonly permission: string;
  readonly level: string;
  readonly comment: string;
}

/** One step. */
export interface Step {
  readonly id: string | undefined;
  readonly uses: Commented | undefined;
  readonly run: string | undefined;
  readonly shell: string | undefined;
  readonly with: ReadonlyMap<string, string>;
}

/** One job. */
export interface Job {
  readonly id: string;
  readonly uses: Commented | undefined;
  readonly steps: readonly Step[];
  readonly hasPermissions: boolean;
  readonly grants: readonly Grant[];
  readonly timeout: string | undefined;
  readonly secrets: string | undefined;
}

/** What the rules look at in a workflow. */
export interface Workflow {
  readonly triggers: readonly string[];
  /** The node at the top level. */
  readonly permissions: unknown;
  readonly concurrency: YAMLMap | undefined;
  readonly jobs: readonly Job[];
}

/** Parses a workflow; throws on YAML that is wrong. */
export function parseWorkflow({ path, text }: WorkflowFile): Workflow {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents))
    throw new Error(`${path} is not a workflow: ${document.errors.join('; ')}`);
  const root = document.contents;
  const concurrency = root.get('concurrency', true);
  return {
    triggers: keysOf(root.get('on', true)),
    permissions: root.get('permissions', true),
    concurrency: isMap(concurrency) ? concurrency : undefined,
    jobs: entriesOf(root.get('jobs', true)).map(([id, job]) => readJob(id, job)),
  };
}

/** The names of the outputs that an `action.yml` declares. */
export function outputsOf(text: string): readonly string[] {
  const document = parseDocument(text);
  return isMap(document.contents) ? keysOf(document.contents.get('outputs', true)) : [];
}

/** The text of a scalar, as it stands there; empty for anything else. */
export function textOf(node: unknown): string {
  return isScalar(node) ? (node.source ?? String(node.value)) : '';
}

function readJob(id: string, node: unknown): Job {
  const fields = new Map(entriesOf(node));
  const permissions = fields.get('permissions');
  const steps = fields.get('steps');
  return {
    id,
    uses: commented(fields.get('uses')),
    steps: isSeq(steps) ? steps.items.map(readStep) : [],
    hasPermissions: isMap(permissions),
    grants: readGrants(permissions),
    timeout: optionalText(fields.get('timeout-minutes')),
    secrets: optionalText(fields.get('secrets')),
  };
}

/** `write-all` and `read-all` are one grant each. */
function readGrants(node: unknown): Grant[] {
  if (isScalar(node)) return [{ permission: textOf(node), level: textOf(node), comment: node.comment ?? '' }];
  return entriesOf(node).map(([permission, level]) => ({ permission, level: textOf(level), comment: commentOf(level) }));
}

function readStep(node: unknown): Step {
  const fields = new Map(entriesOf(node));
  return {
    id: optionalText(fields.get('id')),
    uses: commented(fields.get('uses')),
    run: optionalText(fields.get('run')),
    shell: optionalText(fields.get('shell')),
    with: new Map(entriesOf(fields.get('with')).map(([name, value]) => [name, textOf(value)])),
  };
}

const commentOf = (node: unknown): string => (isScalar(node) ? (node.comment ?? '') : '');

const optionalText = (node: unknown): string | undefined => (isScalar(node) ? textOf(node) : undefined);

const commented = (node: unknown): Commented | undefined =>
  isScalar(node) ? { value: textOf(node), comment: commentOf(node) } : undefined;

function entriesOf(node: unknown): [string, unknown][] {
  if (!isMap(node)) return [];
  return node.items.filter((item) => isPair(item)).map(({ key, value }) => [textOf(key), value]);
}

/** The names in a map, a list or a single word. */
function keysOf(node: unknown): string[] {
  if (isSeq(node)) return node.items.map(textOf);
  return isScalar(node) ? [textOf(node)] : entriesOf(node).map(([key]) => key);
}
