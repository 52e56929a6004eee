import { relative } from 'node:path';
import { EXIT } from '../core/errors.ts';
import { benchmark } from '../commands/benchmark.ts';
import type { BenchmarkOptions, FinishedRun } from '../commands/benchmark.ts';
import { compare } from '../commands/compare.ts';
import type { CompareOptions } from '../commands/compare.ts';
import { demo } from '../commands/demo.ts';
import type { DemoOptions } from '../commands/demo.ts';
import { presentRun, report } from '../commands/report.ts';
import type { ReportFormat } from '../commands/report.ts';
import { exitCodeOfVerdict } from '../commands/verdict-exit-code.ts';
import { explain } from './run-command.ts';
import type { CommonOptions, Door } from './run-command.ts';

/** Runs the benchmark and shows it; returns the exit code. */
export async function showBenchmark(options: BenchmarkOptions & CommonOptions, door: Door): Promise<number> {
  return showRun(await benchmark(options, door.context), options, door);
}

/** Compares base with head and shows it; returns the exit code. */
export async function showCompare(options: CompareOptions & CommonOptions, door: Door): Promise<number> {
  return showRun(await compare(options, door.context), options, door);
}

/** Runs the tour and shows it; returns the exit code. */
export async function showDemo(options: DemoOptions & CommonOptions, door: Door): Promise<number> {
  const finished = await demo(options, door.context);
  const code = showRun(finished, options, door);
  const { historyRuns, historyFolder } = finished;
  if (options.json !== true && historyRuns !== undefined) {
    door.print(`History: ${historyRuns} ${historyRuns === 1 ? 'run' : 'runs'} in ${relative(door.context.cwd, historyFolder)}\n`);
  }
  return code;
}

function showRun(finished: FinishedRun, options: CommonOptions, door: Door): number {
  const { document, saved, failure } = finished;
  if (options.json === true) {
    door.print(`${JSON.stringify(document)}\n`);
  } else {
    const place = (path: string): string => relative(door.context.cwd, path);
    door.print(`\n${presentRun(document, door)}\n`);
    door.print(`Report:  ${place(saved.html)} (open it in a browser)\nRun:     ${place(saved.document)}\n`);
  }
  if (failure !== undefined) return explain(failure, door.terminal);
  return exitCodeOfVerdict(document.verdict, { strict: options.strict === true });
}

/** Options of `shotclock report`. */
export interface ShowReportOptions {
  readonly run: string;
  readonly format: ReportFormat;
  readonly out?: string;
}

/** Shows a saved run in the wanted form; returns the exit code. */
export async function showReport(options: ShowReportOptions, door: Door): Promise<number> {
  const colors = door.colors && options.out === undefined;
  const text = await report({ ...options, colors, width: door.width }, door.context);
  if (options.out === undefined) door.print(text.endsWith('\n') ? text : `${text}\n`);
  return EXIT.pass;
}
