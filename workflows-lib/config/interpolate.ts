/** `${NAME}` in the values of a plan, taken from the environment after YAML was parsed: a variable cannot bring YAML of its own. */
import { parseTemplate, type TemplatePart } from './template.ts';
import { pathKey, type Path, type Report } from './problems.ts';

/** The variables that a plan may use. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How an interpolated value came about. */
export interface Origin {
  /** As written in the file. */
  readonly template: string;
  /** Names of the variables that were asked for. */
  readonly variables: readonly string[];
}

/** A reference that is resolved only when the system runs: `services.database.url`. */
export interface FoundReference {
  readonly path: Path;
  readonly reference: string;
}

/** A value with its `${NAME}` filled in, and what there is to know about where its parts came from. */
export interface Interpolated {
  readonly value: unknown;
  /** By `pathKey`, the values that hold something of the environment. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Paths (by `pathKey`) whose value could not be worked out; they are reported already. */
  readonly failed: ReadonlySet<string>;
  readonly references: readonly FoundReference[];
}

interface Interpolation {
  readonly env: Environment;
  readonly report: Report;
  readonly origins: Map<string, Origin>;
  readonly failed: Set<string>;
  readonly references: FoundReference[];
}

/** Replaces `${…}` in every text of a tree; keys stay as they are. References stay where they are allowed and are reported elsewhere. */
export function interpolate(value: unknown, env: Environment, report: Report): Interpolated {
  const run: Interpolation = { env, report, origins: new Map(), failed: new Set(), references: [] };
  return { value: interpolateValue(value, [], run), origins: run.origins, failed: run.failed, references: run.references };
}

function interpolateValue(value: unknown, path: Path, run: Interpolation): unknown {
  if (typeof value === 'string') return value.includes('${') ? interpolateText(value, path, run) : value;
  if (Array.isArray(value)) return value.map((item, index) => interpolateValue(item, [...path, index], run));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolateValue(item, [...path, key], run)]));
}

function interpolateText(text: string, path: Path, run: Interpolation): string {
  const { parts, problem } = parseTemplate(text);
  const fail = (message: string): void => {
    run.failed.add(pathKey(path));
    run.report(path, message);
  };
  if (problem !== undefined) {
    fail(problem);
    return text;
  }
  const variables = new Set<string>();
  const expanded = expand(parts, { ...run, path, variables, fail });
  if (variables.size > 0) run.origins.set(pathKey(path), { template: text, variables: [...variables] });
  return expanded;
}

interface Expansion extends Interpolation {
  readonly path: Path;
  readonly variables: Set<string>;
  readonly fail: (message: string) => void;
}

function expand(parts: readonly TemplatePart[], run: Expansion): string {
  return parts.map((part) => expandPart(part, run)).join('');
}

function expandPart(part: TemplatePart, run: Expansion): string {
  if (part.kind === 'text') return literal(part.text, run);
  if (part.kind === 'variable') return expandVariable(part, run);
  if (!allowsReferences(run.path)) {
    run.fail(
      `\${${part.reference}} has no value here; references work in run and env of processes and env of services (write $\${ for a plain \${)`,
    );
    return '';
  }
  run.references.push({ path: run.path, reference: part.reference });
  return `\${${part.reference}}`;
}

function expandVariable(part: TemplatePart & { kind: 'variable' }, run: Expansion): string {
  run.variables.add(part.name);
  const value = Object.hasOwn(run.env, part.name) ? run.env[part.name] : undefined;
  const given = value !== undefined && (value !== '' || (part.fallback === undefined && part.demand === undefined));
  if (given) return literal(value, run);
  if (part.fallback !== undefined) return expand(part.fallback, run);
  const demand = part.demand === undefined || part.demand === '' ? '' : ` (${part.demand})`;
  const mend = part.demand === undefined ? `; set it or give a default: \${${part.name}:-default}` : `${demand}; set it`;
  run.fail(`environment variable ${part.name} is not set${mend}`);
  return '';
}

/** What stays a template for the system room keeps its plain `${` escaped, so that a variable cannot bring a reference either. */
function literal(text: string, run: Expansion): string {
  return allowsReferences(run.path) ? text.replaceAll('${', () => '$${') : text;
}

function allowsReferences(path: Path): boolean {
  const [section, second, third, fourth] = path;
  if (section === 'services') return third === 'env';
  return section === 'system' && second === 'processes' && typeof third === 'string' && (fourth === 'env' || fourth === 'run');
}
