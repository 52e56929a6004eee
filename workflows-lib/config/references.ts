/** `${services.database.url}` in a process's command or environment: checked when the plan is read, resolved when the system runs. */
import { UsageError } from '../core/errors.ts';
import { suggestion } from '../core/nearest.ts';
import { parseTemplate } from './template.ts';

const SERVICE_FIELDS = {
  postgres: ['url', 'host', 'port', 'user', 'password', 'database'],
  s3: ['endpoint', 'bucket', 'region', 'access_key_id', 'secret_access_key'],
  openai: ['base_url', 'api_key', 'model', 'provider'],
  anthropic: ['base_url', 'api_key', 'model', 'provider'],
  mcp: ['url'],
  http: ['url'],
} as const;

/** Port of a process, and its address without a path: `http://127.0.0.1:4123`. */
const PROCESS_FIELDS = ['port', 'url'];

const RUN_FIELDS = ['seed'];

/** The names that references may use. */
export interface ReferenceTargets {
  /** Service name -> its fields; undefined where the service itself is wrong, so that nothing is said twice. */
  readonly services: ReadonlyMap<string, readonly string[] | undefined>;
  readonly processes: readonly string[];
}

/** What can be asked of a service: `url`, `roles.reader`, `base_url`, … An MCP server over stdio has no address. */
export function serviceFields(service: {
  readonly type: keyof typeof SERVICE_FIELDS;
  readonly roles?: object;
  readonly run?: unknown;
}): readonly string[] {
  if (service.type === 'mcp' && service.run !== undefined) return [];
  const roles = Object.keys(service.roles ?? {}).map((role) => `roles.${role}`);
  return [...SERVICE_FIELDS[service.type], ...roles];
}

/** What is wrong with a reference, for instance `services.database.url`; undefined when it can be resolved. */
export function referenceProblem(reference: string, { services, processes }: ReferenceTargets): string | undefined {
  const [section = '', ...rest] = reference.split('.');
  if (section === 'run') return unknownField(reference, rest, { owner: 'run', fields: RUN_FIELDS });
  const [name = '', ...field] = rest;
  if (section === 'processes') {
    if (!processes.includes(name)) return `\${${reference}}: no process "${name}"${suggestion(name, processes)}`;
    return unknownField(reference, field, { owner: name, fields: PROCESS_FIELDS });
  }
  if (section !== 'services') return `\${${reference}}: references begin with services, processes or run`;
  if (!services.has(name)) return `\${${reference}}: no service "${name}"${suggestion(name, [...services.keys()])}`;
  const fields = services.get(name);
  return fields === undefined ? undefined : unknownField(reference, field, { owner: name, fields });
}

function unknownField(
  reference: string,
  field: readonly string[],
  { owner, fields }: { owner: string; fields: readonly string[] },
): string | undefined {
  const word = field.join('.');
  if (fields.includes(word)) return undefined;
  const rest = fields.length === 0 ? `; ${owner} runs over stdio and has no address` : suggestion(word, fields);
  return `\${${reference}}: ${owner} has no "${word}"${rest}`;
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
