/** `${services.database.url}` in a process's command or environment: checked when the plan is read, resolved when the system runs. */
import { UsageError } from '../core/errors.ts';
import { suggestion } from './nearest.ts';
import { parseTemplate } from './template.ts';

/** What can be asked of a service, by its type. `roles.<name>` of postgres is a connection URL for that role. */
export const SERVICE_REFERENCES = {
  postgres: ['url', 'roles'],
  s3: ['endpoint', 'bucket', 'region', 'access_key_id', 'secret_access_key'],
  openai: ['base_url', 'api_key', 'model', 'provider'],
  anthropic: ['base_url', 'api_key', 'model', 'provider'],
  mcp: ['url'],
  http: ['url'],
} as const;

/** What can be asked of a process: its port, and its address without a path (`http://127.0.0.1:4123`). */
export const PROCESS_REFERENCES = ['port', 'url'] as const;

/** What can be asked of the run. */
export const RUN_REFERENCES = ['seed'] as const;

/** The names that references may use. */
export interface ReferenceTargets {
  /** Service name -> type and, for postgres, its roles; undefined where the service itself is wrong, so that nothing is said twice. */
  readonly services: ReadonlyMap<
    string,
    { readonly type: keyof typeof SERVICE_REFERENCES; readonly roles: readonly string[] } | undefined
  >;
  readonly processes: readonly string[];
}

/** What is wrong with a reference, for instance `services.database.url`; undefined when it can be resolved. */
export function referenceProblem(reference: string, targets: ReferenceTargets): string | undefined {
  const [section = '', name = '', ...fields] = reference.split('.');
  const wrong = (what: string, word: string, known: readonly string[]): string =>
    `\${${reference}}: no ${what} "${word}"${suggestion(word, known)}`;
  if (section === 'run') {
    return fields.length === 0 && listHas(RUN_REFERENCES, name)
      ? undefined
      : wrong('run value', [name, ...fields].join('.'), RUN_REFERENCES);
  }
  if (section === 'processes') {
    if (!targets.processes.includes(name)) return wrong('process', name, targets.processes);
    return fieldProblem(fields, PROCESS_REFERENCES, wrong);
  }
  if (section !== 'services') return wrong('section', section, ['services', 'processes', 'run']);
  if (!targets.services.has(name)) return wrong('service', name, [...targets.services.keys()]);
  const service = targets.services.get(name);
  if (service === undefined) return undefined;
  if (service.type !== 'postgres' || fields[0] !== 'roles') return fieldProblem(fields, SERVICE_REFERENCES[service.type], wrong);
  const role = fields.slice(1).join('.');
  return service.roles.includes(role) ? undefined : wrong(`role of ${name}`, role, service.roles);
}

type Wrong = (what: string, word: string, known: readonly string[]) => string;

function fieldProblem(fields: readonly string[], known: readonly string[], wrong: Wrong): string | undefined {
  const field = fields.join('.');
  return known.includes(field) ? undefined : wrong('value', field, known);
}

function listHas(list: readonly string[], word: string): boolean {
  return list.includes(word);
}

/**
 * A process's command or environment value with its references resolved and `$${` turned into a plain `${`. `lookup` gets
 * `services.database.url`; UsageError when it knows no value.
 */
export function resolveReferences(text: string, lookup: (reference: string) => string | undefined): string {
  const { parts, problem } = parseTemplate(text);
  if (problem !== undefined) throw new UsageError(problem);
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const reference = part.kind === 'reference' ? part.reference : part.name;
      const value = lookup(reference);
      if (value === undefined) throw new UsageError(`\${${reference}} has no value while the system runs`);
      return value;
    })
    .join('');
}
