import { realpath } from 'node:fs/promises';
import { basename, join, matchesGlob, relative, resolve } from 'node:path';
import { loadPlan } from '../config/load-plan.ts';
import type { Plan } from '../config/plan.ts';
import { Interrupted, UsageError, toError } from '../core/errors.ts';
import { prepareSystem } from '../system/prepare-system.ts';
import { finish, readPlan, selectOperations } from './benchmark.ts';
import type { FinishedRun } from './benchmark.ts';
import { pairOperations } from './compare/common-operations.ts';
import { compareRuns } from './compare/compare-runs.ts';
import type { RunFiles } from './compare/compare-runs.ts';
import { measureBoth } from './compare/measure-both.ts';
import type { ComparisonWish } from './compare/measure-sides.ts';
import { failBrokenHead, measureHeadAlone } from './compare/one-sided.ts';
import type { OneSidedRequest } from './compare/one-sided.ts';
import { nameOfSide } from './compare/planned-side.ts';
import { SideFailure } from './compare/side-failure.ts';
import { findBase } from './compare/sides/find-base.ts';
import type { SideSource } from './compare/sides/find-base.ts';
import type { CommandContext } from './context.ts';
import type { Measured } from './measure.ts';
import { readObjectives } from './objectives.ts';

/** Options of `shotclock compare`. */
export interface CompareOptions extends ComparisonWish {
  readonly config?: string;
  /** A ref, a folder or a run document; the merge base when left out. */
  readonly base?: string;
  /** The same; the checkout when left out. */
  readonly head?: string;
  readonly out?: string;
}

/**
 * Compares base with head: both built, started and measured in turn on this machine; or two runs that were measured before. Base that cannot
 * be built or started fails nothing: head is then measured alone. Head that cannot fails the gate.
 */
export async function compare(options: CompareOptions, context: CommandContext): Promise<FinishedRun> {
  const files = documentsOf(options);
  if (files !== undefined) {
    return finish(
      { document: await compareRuns({ ...files, config: options.config }, await readPlan(options, context), context) },
      options,
      context,
    );
  }
  const here = selectOperations(await readPlan(options, context), options.only);
  const { base, head, root } = await findBase({
    ...chosen(options, context.cwd),
    cwd: here.root,
    env: { ...context.env, ...context.gitEnv },
    signal: context.signal,
    log: context.log,
  });
  try {
    // The root is told without links, the plan as it was named.
    const path = relative(root, await realpath(here.file));
    const headPlan = head.origin === 'checkout' ? here : selectOperations(await planIn(head, path, context), options.only);
    return await finish(await compareSources({ base, head, headPlan, path, options }, context), options, context);
  } finally {
    await base.remove();
    await head.remove();
  }
}

/** The run documents to compare, if that is what is asked for: both sides, and nothing chosen that should have been chosen before they were measured. */
function documentsOf({ base, head, only, metrics, pairs, budgetMs }: CompareOptions): RunFiles | undefined {
  if (!isRun(base) && !isRun(head)) return undefined;
  if (!isRun(base) || !isRun(head)) {
    throw new UsageError('a run document can only be compared with another: give two with --base and --head, or none');
  }
  const late = { '--only': only, '--metric': metrics, '--pairs': pairs, '--budget': budgetMs };
  const given = Object.entries(late).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length > 0)
    throw new UsageError(`${given.join(' and ')} cannot change what two run documents have measured; leave it out`);
  return { base, head };
}

function isRun(text: string | undefined): text is string {
  return text?.endsWith('.json') ?? false;
}

/** A path that is written as one is meant from where the user is; anything else may be a ref. */
function chosen({ base, head }: CompareOptions, cwd: string): { readonly base?: string; readonly head?: string } {
  const placed = (text: string): string => (/^\.{0,2}\//.test(text) ? resolve(cwd, text) : text);
  return { ...(base === undefined ? {} : { base: placed(base) }), ...(head === undefined ? {} : { head: placed(head) }) };
}

/** The plan of a side: where it lies in the other one, or at the side's root. */
async function planIn(side: SideSource, path: string, context: CommandContext): Promise<Plan> {
  const file = join(side.folder, path.startsWith('..') ? basename(path) : path);
  return loadPlan({ file, cwd: side.folder, env: context.env });
}

interface Sources {
  readonly base: SideSource;
  readonly head: SideSource;
  readonly headPlan: Plan;
  /** Of the plan, from the root of a side. */
  readonly path: string;
  readonly options: CompareOptions;
}

async function compareSources(sources: Sources, context: CommandContext): Promise<Measured> {
  const { base, head, headPlan, path, options } = sources;
  context.log.info(`Comparing ${nameOfSide(base)} (base) with ${nameOfSide(head)} (head)`);
  const written = readObjectives(headPlan, context.cwd);
  // Who asks for a few metrics confirms a finding: the objectives were judged where everything was measured.
  const objectives = options.metrics === undefined ? written : { judged: [] };
  const oneSided = { base, head, headPlan, wish: options };
  const prepared = await attempt(async () => prepareSide('head', headPlan, context), context);
  if (prepared.error instanceof SideFailure) return failBrokenHead({ ...oneSided, failure: prepared.error }, context);
  const planned = await attempt(async () => {
    const plan = withoutOthers(await planIn(base, path, context), options.only);
    await prepareSide('base', plan, context);
    return plan;
  }, context);
  if (planned.error !== undefined) return headAlone(oneSided, planned.error, context);
  const operations = pairOperations(planned.value, headPlan);
  if (operations.common.length === 0) {
    return headAlone({ ...oneSided, operations }, new Error(NOTHING_IN_COMMON), context);
  }
  const sides = { base: { source: base, plan: planned.value }, head: { source: head, plan: headPlan } };
  const measured = await attempt(async () => measureBoth({ sides, objectives, operations, wish: options }, context), context);
  if (measured.error === undefined) return measured.value;
  if (!(measured.error instanceof SideFailure)) throw measured.error;
  return measured.error.slot === 'head'
    ? failBrokenHead({ ...oneSided, failure: measured.error }, context)
    : headAlone(oneSided, measured.error, context);
}

/** What head was not asked about is not missing from it. */
function withoutOthers(plan: Plan, only: string | undefined): Plan {
  return only === undefined ? plan : { ...plan, operations: plan.operations.filter(({ name }) => matchesGlob(name, only)) };
}

const NOTHING_IN_COMMON = 'no operation is the same in base and head, so there is nothing to compare';

async function headAlone(oneSided: OneSidedRequest, failure: Error, context: CommandContext): Promise<Measured> {
  const why = failure instanceof SideFailure ? failure.reason : failure.message;
  const measured = await attempt(async () => measureHeadAlone({ ...oneSided, why }, context), context);
  if (measured.error === undefined) return measured.value;
  return failBrokenHead({ ...oneSided, failure: new SideFailure('head', measured.error) }, context);
}

type Attempt<T> = { readonly value: T; readonly error?: undefined } | { readonly error: Error };

/** What fails because a side is broken is an answer; an interruption is not. */
async function attempt<T>(body: () => Promise<T>, { signal }: CommandContext): Promise<Attempt<T>> {
  try {
    return { value: await body() };
  } catch (error) {
    if (signal.aborted || error instanceof Interrupted) throw error;
    return { error: toError(error) };
  }
}

async function prepareSide(slot: 'base' | 'head', plan: Plan, context: CommandContext): Promise<void> {
  const { clock, log, signal, env } = context;
  try {
    await prepareSystem(plan, { clock, log, signal, env });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SideFailure(slot, toError(error));
  }
}
