import { resolve } from 'node:path';
import { EXIT, exitCodeOf, toError } from '../core/errors.ts';
import type { BenchmarkOptions, FinishedRun } from '../commands/benchmark.ts';
import type { CompareOptions } from '../commands/compare.ts';
import type { CommandContext } from '../commands/context.ts';
import type { JobReport } from '../commands/job-report.ts';
import type { SavedRun } from '../commands/save-run.ts';
import type { UploadRunOptions } from '../commands/upload-run.ts';
import { compareOptionsOf, contradictionOf, withGitToken } from './compare-inputs.ts';
import { exitCodeOfVerdict } from '../commands/verdict-exit-code.ts';
import type { ActionEnding } from './conclude.ts';
import type { ActionDoor } from './run-action.ts';
import { defineAction } from './spec.ts';
import type { InputsOf } from './spec.ts';
import type { Outputs } from './write-outputs.ts';

/** The action `benchmark`. */
export const benchmarkSpec = defineAction({
  name: 'benchmark',
  title: 'Shotclock benchmark',
  description:
    'Measures every operation of a system, against its merge base where asked, judges the result, and keeps the run as an artifact.',
  branding: { icon: 'clock', color: 'orange' },
  inputs: {
    mode: {
      kind: 'choice',
      choices: ['benchmark', 'compare'],
      default: 'benchmark',
      description: 'What to do: `benchmark` measures what is checked out; `compare` measures it beside its base, in turns.',
    },
    config: {
      kind: 'path',
      description: 'Path of the plan, from the working directory; without it, `shotclock.yml` there or in a folder above.',
    },
    'working-directory': { kind: 'path', default: '.', description: 'Folder to work in, from the workspace.' },
    only: { kind: 'text', description: 'Only operations whose name matches this glob, like `database.*`.' },
    samples: {
      kind: 'integer',
      min: 1,
      max: 100_000,
      description: 'Calls of each operation that count, after the warm-up, from 1 to 100000; without it, as the plan says.',
    },
    base: {
      kind: 'text',
      description:
        'What `compare` holds it against: a branch, tag, commit or folder; without it, the merge base of the pull request.',
    },
    pairs: {
      kind: 'integer',
      min: 1,
      max: 10_000,
      description: 'The most pairs that `compare` measures, from 1 to 10000; without it, as the plan says.',
    },
    budget: {
      kind: 'duration',
      description: 'The most time that `compare` measures, such as `5m`; without it, as the plan says.',
    },
    confirm: {
      kind: 'list',
      description:
        'Names of metrics that another run of `compare` found worse, one a line or as its output `flagged`; only these are measured.',
    },
    'confirm-later': {
      kind: 'boolean',
      default: false,
      description:
        'Do not fail for a regression that a second run, or the action `report` after it, is to judge: `flagged` says what.',
    },
    token: {
      kind: 'text',
      secret: true,
      description: 'Token that `compare` fetches the merge base with; only private repositories need one, and only to read.',
    },
    strict: { kind: 'boolean', default: false, description: 'Also fail when the verdict is `inconclusive` or `void`.' },
    artifact: {
      kind: 'text',
      default: 'shotclock-run',
      allowEmpty: true,
      description: 'Name of the artifact that keeps the run and its reports; an empty one uploads nothing.',
    },
    'retention-days': {
      kind: 'integer',
      min: 1,
      max: 90,
      description: 'Days to keep the artifact, from 1 to 90; without it, as the repository says.',
    },
  },
  outputs: {
    verdict: 'What the run came to: `pass`, `fail`, `inconclusive` or `void`; never `pass` without all that is in `confirm`.',
    run: 'Absolute path of the run document, `run.json`; its reports lie beside it.',
    'run-id': 'The id of the run.',
    'cost-usd': 'What all model calls cost, in USD, without models that have no price; empty when none has one.',
    flagged: 'Names of the metrics that `compare` found worse, as a JSON array: `[]` where there is none.',
    regressions: 'How many metrics `compare` found worse; empty where nothing was compared.',
    'artifact-id': 'The id of the artifact; empty when nothing was uploaded.',
  },
  check: (inputs) => contradictionOf(inputs),
});

/** Its inputs, parsed. */
export type BenchmarkInputs = InputsOf<typeof benchmarkSpec.inputs>;

type BenchmarkEnding = ActionEnding<typeof benchmarkSpec.outputs>;

/** The commands that it runs. */
export interface BenchmarkCommands {
  benchmark(options: BenchmarkOptions, context: CommandContext): Promise<FinishedRun>;
  compare(options: CompareOptions, context: CommandContext): Promise<FinishedRun>;
  uploadRun(saved: SavedRun, options: UploadRunOptions, context: CommandContext): Promise<{ readonly id: number }>;
  reportForJob(run: FinishedRun['document'], options: { readonly colors: boolean }): Promise<JobReport>;
}

/** Each is loaded when it is first called, long after the first line of the log. */
const COMMANDS: BenchmarkCommands = {
  benchmark: async (options, context) => (await import('../commands/benchmark.ts')).benchmark(options, context),
  compare: async (options, context) => (await import('../commands/compare.ts')).compare(options, context),
  uploadRun: async (saved, options, context) => (await import('../commands/upload-run.ts')).uploadRun(saved, options, context),
  reportForJob: async (run, options) => (await import('../commands/job-report.ts')).reportForJob(run, options),
};

/** Measures, shows, keeps. A run that ended early or cannot be uploaded still has its outputs and its summary. */
export async function runBenchmark(
  inputs: BenchmarkInputs,
  door: ActionDoor,
  commands: BenchmarkCommands = COMMANDS,
): Promise<BenchmarkEnding> {
  const context = { ...door.context, cwd: resolve(door.context.cwd, inputs['working-directory']) };
  const finished = await door.group('Measuring', async () => measure(inputs, commands, context));
  const report = await commands.reportForJob(finished.document, { colors: door.colors });
  door.print(`\n${report.text}\n`);
  const upload = await keep(finished.saved, inputs, { door, commands, context });
  const failure = finished.failure ?? upload.error;
  const verdict = verdictOf(finished.document, inputs);
  const exitCode = failure === undefined ? exitCodeOfRun(finished.document, inputs) : exitCodeOf(failure);
  if (exitCode === EXIT.pass && finished.document.verdict !== 'pass') context.log.warn(report.sentence);
  if (verdict !== finished.document.verdict) context.log.warn('what was to be confirmed could not be measured, so nobody knows');
  return {
    outputs: { ...outputsOf(finished, upload.id), verdict },
    summary: report.markdown,
    exitCode,
    ...(exitCode !== EXIT.pass && failedByVerdict(finished, exitCode) ? { reason: report.sentence } : {}),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** By the mode. */
async function measure(inputs: BenchmarkInputs, commands: BenchmarkCommands, context: CommandContext): Promise<FinishedRun> {
  if (inputs.mode === 'benchmark') return await commands.benchmark(optionsOf(inputs), context);
  return await commands.compare(compareOptionsOf(inputs), withGitToken(context, inputs.token));
}

/** What was to be confirmed and could not be measured, as where base does not start, is not cleared by that. */
function verdictOf(
  { verdict, comparison }: FinishedRun['document'],
  inputs: BenchmarkInputs,
): FinishedRun['document']['verdict'] {
  const { metrics: wanted = [] } = compareOptionsOf(inputs);
  const seen = new Set(comparison?.metrics.map(({ name }) => name));
  return verdict === 'pass' && wanted.some((name) => !seen.has(name)) ? 'inconclusive' : verdict;
}

/**
 * A regression that somebody else is still to judge does not fail the step; head that does not run and an objective that does not hold do. In a
 * second run objectives are not asked again: the first run has judged them.
 */
function exitCodeOfRun(document: FinishedRun['document'], inputs: BenchmarkInputs): number {
  const { objectives, comparison } = document;
  const verdict = verdictOf(document, inputs);
  const broken = comparison === undefined || comparison.headFailure !== undefined;
  const worse = comparison?.verdict === 'fail' && comparison.flagged.length > 0;
  const missed = objectives.some((objective) => objective.verdict === 'fail');
  const isForLater = inputs.confirm.length > 0 ? worse || missed : worse && !missed;
  const excused = verdict === 'fail' && inputs['confirm-later'] && !broken && isForLater;
  return excused ? EXIT.pass : exitCodeOfVerdict(verdict, inputs);
}

function optionsOf({ config, only, samples }: BenchmarkInputs): BenchmarkOptions {
  return {
    ...(config === undefined ? {} : { config }),
    ...(only === undefined ? {} : { only }),
    ...(samples === undefined ? {} : { samples }),
  };
}

interface Upload {
  readonly id?: number;
  readonly error?: Error;
}

interface UploadPorts {
  readonly door: ActionDoor;
  readonly commands: BenchmarkCommands;
  readonly context: CommandContext;
}

async function keep(saved: SavedRun, inputs: BenchmarkInputs, { door, commands, context }: UploadPorts): Promise<Upload> {
  const { artifact: name, 'retention-days': retentionDays } = inputs;
  if (name === '') return {};
  const options = { name, ...(retentionDays === undefined ? {} : { retentionDays }) };
  try {
    const { id } = await door.group(`Uploading ${name}`, async () => commands.uploadRun(saved, options, context));
    return { id };
  } catch (error) {
    return { error: toError(error) };
  }
}

/** A failed gate is said beside whatever else went wrong; that a run which ended early decides nothing goes without saying. */
function failedByVerdict({ document }: FinishedRun, exitCode: number): boolean {
  return document.verdict === 'fail' || exitCode === EXIT.undecided;
}

function outputsOf({ document, saved }: FinishedRun, artifactId: number | undefined): Outputs<typeof benchmarkSpec.outputs> {
  const { usage, cost, run, comparison } = document;
  const worse = comparison?.verdict === 'fail' ? comparison.flagged : [];
  const unpriced = usage.length > 0 && usage.every(({ costUsd }) => costUsd === null);
  return {
    run: saved.document,
    'run-id': run.id,
    ...(unpriced ? {} : { 'cost-usd': cost.totalUsd }),
    flagged: JSON.stringify(worse),
    ...(comparison === undefined ? {} : { regressions: worse.length }),
    ...(artifactId === undefined ? {} : { 'artifact-id': artifactId }),
  };
}
