/** What tells two plans apart, the same on every machine: no secrets, no absolute paths, no addresses of the environment. */
import { createHash } from 'node:crypto';
import { buildPlan, type BuildOptions } from './build-plan.ts';
import type { Origin } from './interpolate.ts';
import type { Plan, ServicePlan } from './plan.ts';
import { pathKey, type Path } from './problems.ts';
import { planFileSchema } from './schema-file.ts';
import { SECRET_NAME } from './plan-secrets.ts';
import { mapScalars } from './tree.ts';

/** Where plans differ between machines and yet measure the same thing. */
const ADDRESS_KEYS = new Set<unknown>(['url', 'endpoint', 'base_url', 'roles']);
const SERVICE_KEYS = new Set<unknown>(['run', 'cwd', 'seed', 'env', 'headers', 'recording']);
const PROCESS_KEYS = new Set<unknown>(['run', 'cwd', 'env']);
const OPERATION_KEYS = new Set<unknown>(['run', 'cwd', 'env', 'headers']);

const SECRET_FIELDS = new Set(['apiKey', 'accessKeyId', 'secretAccessKey']);
const CREDENTIALS = /\/\/[^/@\s]+@/g;

/**
 * SHA-256, hexadecimal, of a plan's canonical form. `tree` is the file's interpolated values, which the schema accepts; in it, values of
 * the environment that only say where things are give way to what the file says (`${HOME}/data`), and a real address to a placeholder.
 */
export function digestPlan(tree: unknown, origins: ReadonlyMap<string, Origin>, options: BuildOptions): string {
  const masked = mapScalars(tree, (value, path) => {
    const origin = origins.get(pathKey(path));
    return origin === undefined ? value : mask(value, path, origin);
  });
  const plan = buildPlan(planFileSchema.parse(masked), { ...options, root: '/', report: () => undefined });
  return createHash('sha256')
    .update(JSON.stringify(canonical(publicPlan(plan))))
    .digest('hex');
}

function mask(value: unknown, path: Path, { template }: Origin): unknown {
  const kind = maskKind(path);
  if (kind === undefined || typeof value !== 'string') return value;
  if (kind === 'machine') return template;
  return ['embedded', 'simulated', 'replayed'].includes(value)
    ? value
    : `${value.startsWith('postgres') ? 'postgres' : 'http'}://environment`;
}

function maskKind([section, second, third, fourth]: Path): 'address' | 'machine' | undefined {
  if (section === 'services' && ADDRESS_KEYS.has(third)) return 'address';
  const machine =
    (section === 'services' && (SERVICE_KEYS.has(third) || (third === 'simulation' && fourth === 'answers'))) ||
    (section === 'system' && (second === 'install' || second === 'prepare')) ||
    (section === 'system' && second === 'processes' && PROCESS_KEYS.has(fourth)) ||
    (section === 'operations' && OPERATION_KEYS.has(third));
  return machine ? 'machine' : undefined;
}

function publicPlan({ seed, system, services, operations, benchmark, load, objectives, prices }: Omit<Plan, 'digest'>): unknown {
  return {
    seed,
    system: { ...system, processes: byName(Object.values(system.processes)).map(publicTextsOf) },
    services: byName(Object.values(services)).map(publicService),
    operations: byName(operations).map((operation) => ({ ...operation, call: publicTextsOf(operation.call) })),
    benchmark,
    load,
    objectives: objectives.map(({ text }) => text),
    prices,
  };
}

function byName<T extends { readonly name: string }>(things: readonly T[]): T[] {
  return things.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function publicService(service: ServicePlan): unknown {
  return publicTextsOf(Object.fromEntries(Object.entries(service).filter(([key]) => !SECRET_FIELDS.has(key))));
}

function publicTextsOf(holder: object): object {
  return {
    ...holder,
    ...('env' in holder ? { env: publicTexts(holder.env) } : {}),
    ...('headers' in holder ? { headers: publicTexts(holder.headers) } : {}),
  };
}

/** Variables and headers without the values of those that are secret by their name. */
function publicTexts(texts: unknown): unknown {
  return Object.fromEntries(
    Object.entries(texts ?? {}).map(([name, value]: [string, unknown]) => [name, SECRET_NAME.test(name) ? null : value]),
  );
}

/** Keys sorted, credentials taken out of URLs. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(CREDENTIALS, '//');
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, canonical(item)]);
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
