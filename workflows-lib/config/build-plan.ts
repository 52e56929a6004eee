/** A file of the right form -> the plan, with the relations between its parts checked. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../core/error-code.ts';
import type { PriceOverride } from '../pricing/price-table.ts';
import { milliseconds, pauseMilliseconds, type BuildContext, type Target } from './build-context.ts';
import { buildOperations } from './build-operations.ts';
import { buildServices } from './build-services.ts';
import { buildSystem } from './build-system.ts';
import type { Environment, FoundReference } from './interpolate.ts';
import { suggestion } from '../core/nearest.ts';
import type { ComparePlan, LoadPlan, ObjectiveText, Plan } from './plan.ts';
import type { Position, Report, Path } from './problems.ts';
import { referenceProblem, serviceFields } from './references.ts';
import type { PlanFile } from './schema-file.ts';

/** What building needs beside the file's own values. */
export interface BuildOptions {
  /** Absolute path of the file. */
  readonly file: string;
  /** Where relative paths of the plan start; the file's folder unless the plan is built for its digest. */
  readonly root: string;
  readonly env: Environment;
  readonly report: Report;
  readonly written: (path: Path) => string | undefined;
  readonly locate: (path: Path) => Position;
  readonly references: readonly FoundReference[];
  /** Every name in the file, also of entries that were left out because they are wrong. */
  readonly names: {
    readonly services: readonly string[];
    readonly processes: readonly string[];
    readonly operations: readonly string[];
  };
}

const LARGEST_FILE = 1_000_000;

/** Builds the plan without its digest. Reports what does not go together; the plan is of use only when nothing was reported. */
export function buildPlan(planFile: PlanFile, options: BuildOptions): Omit<Plan, 'digest'> {
  const targets = collectTargets(planFile, options);
  const folder = dirname(options.file);
  const context: BuildContext = { ...options, targets, readText: (path) => readText(resolve(folder, path)), isFile };
  const seed = typeof planFile.seed === 'number' ? (options.written(['seed']) ?? String(planFile.seed)) : planFile.seed;
  checkReferences(planFile, options);
  return {
    file: options.file,
    root: options.root,
    seed,
    system: buildSystem(planFile.system, context),
    services: buildServices(planFile.services, seed, context),
    operations: buildOperations(planFile.operations, context),
    benchmark: { samples: planFile.benchmark.samples, warmUp: planFile.benchmark.warm_up },
    load: buildLoad(planFile, options, context),
    compare: buildCompare(planFile, context),
    objectives: planFile.objectives.map((text, index): ObjectiveText => ({
      text: text.trim(),
      ...options.locate(['objectives', index]),
    })),
    prices: planFile.prices.map(buildPrice),
  };
}

function readText(path: string): string | undefined {
  try {
    return statSync(path).size > LARGEST_FILE ? undefined : readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function collectTargets({ services, system }: PlanFile, { names, report }: BuildOptions): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const name of names.services) {
    const file = Object.hasOwn(services, name) ? services[name] : undefined;
    targets.set(name, file === undefined ? { kind: 'broken' } : { kind: 'service', file });
  }
  for (const name of names.processes) {
    if (targets.has(name)) report(['system', 'processes', name], 'a service has this name too; rename one of them', 'key');
    const file = Object.hasOwn(system.processes, name) ? system.processes[name] : undefined;
    targets.set(name, file === undefined ? { kind: 'broken' } : { kind: 'process', file });
  }
  return targets;
}

function checkReferences({ services }: PlanFile, { names, references, report }: BuildOptions): void {
  const known = names.services.map((name) => {
    const file = Object.hasOwn(services, name) ? services[name] : undefined;
    return [name, file === undefined ? undefined : serviceFields(file)] as const;
  });
  const targets = { services: new Map(known), processes: names.processes };
  for (const { path, reference } of references) {
    const problem = referenceProblem(reference, targets);
    if (problem !== undefined) report(path, problem);
  }
}

function buildLoad({ load, operations }: PlanFile, { names, report }: BuildOptions, context: BuildContext): LoadPlan {
  for (const name of Object.keys(load.mix)) {
    if (!names.operations.includes(name))
      report(['load', 'mix', name], `no operation has this name${suggestion(name, names.operations)}`, 'key');
  }
  const everything = Object.fromEntries(Object.keys(operations).map((name) => [name, 1]));
  return {
    users: load.users,
    mix: Object.keys(load.mix).length === 0 ? everything : load.mix,
    durationMs: milliseconds(load.duration, ['load', 'duration'], context),
    thinkTimeMs: pauseMilliseconds(load.think_time, ['load', 'think_time'], context),
  };
}

function buildCompare({ compare }: PlanFile, context: BuildContext): ComparePlan {
  return {
    budgetMs: milliseconds(compare.budget, ['compare', 'budget'], context),
    pairs: compare.pairs,
    tolerance: share(compare.tolerance),
    tolerances: Object.fromEntries(Object.entries(compare.per_metric).map(([glob, text]) => [glob, share(text)])),
    level: share(compare.level),
    gate: compare.gate,
    objectives: compare.objectives,
    layout: compare.layout,
  };
}

function share(percentage: string): number {
  return Number.parseFloat(percentage) / 100;
}

function buildPrice({
  provider,
  model,
  input,
  output,
  cached_input: cachedInput,
  cache_write: cacheWrite,
}: PlanFile['prices'][number]): PriceOverride {
  return {
    provider,
    model,
    input,
    ...(cachedInput === undefined ? {} : { cachedInput }),
    ...(cacheWrite === undefined ? {} : { cacheWrite }),
    output,
  };
}
