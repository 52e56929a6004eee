import { join, resolve } from 'node:path';
import { openFolderStore } from '../history/folder-store.ts';
import { finish, readPlan, samplesOf } from './benchmark.ts';
import type { FinishedRun } from './benchmark.ts';
import type { CommandContext } from './context.ts';
import { measure } from './measure.ts';
import { DEFAULT_OUT } from './save-run.ts';

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
  /** How many runs the local history holds now. */
  readonly historyRuns: number;
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
  const store = openFolderStore(historyFolder, context.log);
  // A partial run would look like a change in the trend; it stays in its own folder.
  if (finished.failure === undefined) await store.append(finished.document);
  return { ...finished, historyFolder, historyRuns: (await store.list()).length };
}
