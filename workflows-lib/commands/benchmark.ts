import { matchesGlob, resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import type { Plan } from '../config/plan.ts';
import { loadPlan } from '../config/load-plan.ts';
import { planSecrets } from '../config/plan-secrets.ts';
import type { CommandContext } from './context.ts';
import { measure } from './measure.ts';
import { operationOf } from './objectives.ts';
import type { Measured } from './measure.ts';
import { DEFAULT_OUT, saveRun } from './save-run.ts';
import type { SavedRun } from './save-run.ts';

/** Options of `shotclock benchmark`. */
export interface BenchmarkOptions {
  /** Path of the configuration; found upward from the working folder when omitted. */
  readonly config?: string;
  /** Only operations whose name matches this glob; `*` does not stop at dots. */
  readonly only?: string;
  /** Overrides the plan's. */
  readonly samples?: number;
  readonly out?: string;
}

/** A run that was measured and written. */
export interface FinishedRun extends Measured {
  readonly saved: SavedRun;
}

/** Benchmarks every operation of the plan, one at a time, and writes the run. */
export async function benchmark(options: BenchmarkOptions, context: CommandContext): Promise<FinishedRun> {
  const plan = selectOperations(await readPlan(options, context), options.only);
  const measured = await measure({ plan, kind: 'benchmark', benchmark: samplesOf(options) }, context);
  return finish(measured, options, context);
}

/** The number of samples that the user asked for, if any. */
export function samplesOf(options: { readonly samples?: number }): { readonly samples?: number } {
  return options.samples === undefined ? {} : { samples: options.samples };
}

/** Reads the plan that `--config` names, or the one found upward, and reports its secrets. */
export async function readPlan(options: { readonly config?: string }, context: CommandContext): Promise<Plan> {
  const file = options.config === undefined ? {} : { file: options.config };
  const plan = await loadPlan({ ...file, cwd: context.cwd, env: context.env });
  context.onSecrets?.(planSecrets(plan, context.env));
  return plan;
}

/** Writes what was measured; a folder that cannot be written becomes the run's failure unless it already has one. */
export async function finish(
  measured: Measured,
  options: { readonly out?: string },
  context: CommandContext,
): Promise<FinishedRun> {
  const saved = await saveRun(measured.document, resolve(context.cwd, options.out ?? DEFAULT_OUT));
  const failure = measured.failure ?? saved.failure;
  return { ...measured, saved, ...(failure === undefined ? {} : { failure }) };
}

/** The plan with only the operations that match. Throws UsageError when none does. */
export function selectOperations(plan: Plan, only: string | undefined): Plan {
  if (only === undefined) return plan;
  const operations = plan.operations.filter(({ name }) => matchesGlob(name, only));
  if (operations.length === 0) {
    throw new UsageError(`--only ${only} matches no operation; there are ${plan.operations.map(({ name }) => name).join(', ')}`);
  }
  const kept = new Set(operations.map(({ name }) => name));
  const names = plan.operations.map(({ name }) => name);
  // Objectives on operations that are left out would only be reported as unmeasured.
  const objectives = plan.objectives.filter(({ text }) => {
    const operation = operationOf(text, names);
    return operation === undefined || kept.has(operation);
  });
  return { ...plan, operations, objectives };
}
