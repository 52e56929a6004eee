import { join, resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { openFolderStore } from '../history/folder-store.ts';
import { finish, readPlan, samplesOf } from './benchmark.ts';
import type { FinishedRun } from './benchmark.ts';
import type { CommandContext } from './context.ts';
import { measure } from './measure.ts';
import { DEFAULT_OUT } from './save-run.ts';
import { reasonOf } from './write-failure.ts';

/** Options of `shotclock demo`. */
export interface DemoOptions {
  readonly config?: string;
  readonly samples?: number;
  /** Numbers of users, one stage each. */
  readonly users?: readonly number[];
  /** Length of each stage. */
  readonly durationMs?: number;
  readonly out?: string;
}

/** A tour that was measured, written and appended to the local history. */
export interface FinishedDemo extends FinishedRun {
  /** How many runs the local history holds now; undefined when this one was not appended. */
  readonly historyRuns?: number;
  readonly historyFolder: string;
}

/** The whole tour: the benchmark, then a short load at each number of users, on the system of the plan. */
export async function demo(options: DemoOptions, context: CommandContext): Promise<FinishedDemo> {
  const plan = await readPlan(options, context);
  const measured = await measure(
    {
      plan,
      kind: 'demo',
      benchmark: samplesOf(options),
      load: { users: options.users ?? plan.load.users, durationMs: options.durationMs ?? plan.load.durationMs },
    },
    context,
  );
  const finished = await finish(measured, options, context);
  const historyFolder = join(resolve(context.cwd, options.out ?? DEFAULT_OUT), 'history');
  // A partial run would look like a change in the trend; it stays in its own folder.
  if (finished.failure !== undefined) return { ...finished, historyFolder };
  try {
    const store = openFolderStore(historyFolder, context.log);
    await store.append(finished.document);
    return { ...finished, historyFolder, historyRuns: (await store.list()).length };
  } catch (error) {
    const failure = new UsageError(`cannot append to the history in ${historyFolder}: ${reasonOf(error)}`, { cause: error });
    return { ...finished, historyFolder, failure };
  }
}
