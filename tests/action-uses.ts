import { parse } from 'yaml';
import { listed, nearest } from '../workflows-lib/core/nearest.ts';
import type { AnyActionSpec } from '../workflows-lib/action/spec.ts';

/** Own actions, as our workflows and as other repositories name them. */
const OWN_ACTION = /^(?:\$|shotclock\/shotclock)\/actions\/([\w-]+)(?:@[\w.-]+)?$/;
const OUTPUT = /steps(?:\.([\w-]+)|\['([\w-]+)'\])\.outputs(?:\.([\w-]+)|\['([\w-]+)'\])/g;

/** How often our actions are used in a workflow, and what is wrong there. */
export interface ActionUses {
  readonly steps: number;
  readonly outputs: number;
  /** Unknown actions, inputs and outputs, and required inputs that are missing. */
  readonly mistakes: readonly string[];
}

/** Holds every step of a workflow (or of a piece of one: a job, or steps) that uses an own action against its declaration. */
export function checkActionUses(yaml: string, specs: readonly AnyActionSpec[]): ActionUses {
  const jobs = jobsOf(parse(yaml)).map((job) => checkJob(job, specs));
  return {
    steps: sum(jobs.map(({ steps }) => steps)),
    outputs: sum(jobs.map(({ outputs }) => outputs)),
    mistakes: jobs.flatMap(({ mistakes }) => mistakes),
  };
}

/** The YAML blocks of a Markdown file that use actions. */
export function yamlBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```yaml\n([^]*?)^```$/gm)]
    .map(([, block]) => block ?? '')
    .filter((block) => block.includes('uses:'));
}

function jobsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (!isRecord(value)) return [];
  if (Array.isArray(value['steps'])) return [value];
  return Object.values(isRecord(value['jobs']) ? value['jobs'] : value)
    .filter(isRecord)
    .filter(({ steps }) => Array.isArray(steps));
}

function checkJob(job: Readonly<Record<string, unknown>>, specs: readonly AnyActionSpec[]): ActionUses {
  const steps = Array.isArray(job['steps']) ? job['steps'].filter(isRecord) : [];
  const mistakes: string[] = [];
  const byId = new Map<string, AnyActionSpec>();
  let used = 0;
  for (const { uses, id, with: given } of steps) {
    const name = typeof uses === 'string' ? OWN_ACTION.exec(uses)?.[1] : undefined;
    if (name === undefined) continue;
    used++;
    const spec = specs.find((candidate) => candidate.name === name);
    if (spec === undefined) mistakes.push(`there is no action ${name}`);
    else mistakes.push(...wrongInputs(spec, isRecord(given) ? Object.keys(given) : []));
    if (spec !== undefined && typeof id === 'string') byId.set(id, spec);
  }
  const outputs = usedOutputs(job).filter(([id]) => byId.has(id));
  for (const [id, output] of outputs) mistakes.push(...wrongOutput(byId.get(id), output));
  return { steps: used, outputs: outputs.length, mistakes };
}

function wrongInputs(spec: AnyActionSpec, given: readonly string[]): string[] {
  const known = Object.keys(spec.inputs);
  const missing = Object.entries(spec.inputs).filter(([name, { required }]) => required === true && !given.includes(name));
  return [
    ...given.filter((name) => !known.includes(name)).map((name) => unknown(spec, 'input', { name, known })),
    ...missing.map(([name]) => `${spec.name} needs the input ${name}`),
  ];
}

function wrongOutput(spec: AnyActionSpec | undefined, name: string): string[] {
  const known = Object.keys(spec?.outputs ?? {});
  return spec === undefined || known.includes(name) ? [] : [unknown(spec, 'output', { name, known })];
}

function unknown(
  spec: AnyActionSpec,
  what: string,
  { name, known }: { readonly name: string; readonly known: string[] },
): string {
  return `${spec.name} has no ${what} ${name}; did you mean ${nearest(name, known) ?? listed(known)}?`;
}

/** Step id and output of every expression in the job. */
function usedOutputs(job: unknown): [string, string][] {
  return [...JSON.stringify(job).matchAll(OUTPUT)].map(([, id, quotedId, output, quotedOutput]) => [
    id ?? quotedId ?? '',
    output ?? quotedOutput ?? '',
  ]);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
