import { Command, InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../core/duration.ts';
import { SHOTCLOCK_VERSION } from '../core/version.ts';
import { REPORT_FORMATS } from '../commands/report.ts';
import type { ReportFormat } from '../commands/report.ts';
import { providersCommand } from './providers.ts';
import { showPublished } from './publish.ts';
import type { PublishingOptions } from './publish.ts';
import { showBenchmark, showCompare, showDemo, showReport } from './show.ts';
import { runCommand } from './run-command.ts';
import type { CommonOptions } from './run-command.ts';

interface MeasuringOptions extends CommonOptions {
  readonly config?: string;
  readonly out?: string;
  readonly samples?: number;
}

interface ReportingOptions extends PublishingOptions {
  readonly format: ReportFormat;
  readonly out?: string;
  readonly json?: boolean;
  readonly publish?: boolean;
}

/** The command line: every command with its options and an example. */
export function createProgram(): Command {
  const program = new Command('shotclock')
    .description(
      'Measures services made of an MCP server, a database, an object store and language models: latency, throughput, errors, tokens, money.',
    )
    .version(SHOTCLOCK_VERSION)
    .showHelpAfterError('(run with --help for the options and an example)')
    .showSuggestionAfterError()
    .exitOverride();
  addDemo(program);
  addBenchmark(program);
  addCompare(program);
  addReport(program);
  program.addCommand(providersCommand());
  return program;
}

function addDemo(program: Command): void {
  measuring(program.command('demo'), 'the whole tour on the embedded system, with a report to open')
    .option('--users <list>', 'numbers of users, one load stage each, like 1,5,10', parseCounts)
    .option('--duration <time>', 'length of each load stage, like 5s', parseTime)
    .addHelpText('after', '\nExample:\n  shotclock demo --users 1,10 --duration 5s')
    .action(async (options: MeasuringOptions & { readonly users?: number[]; readonly duration?: number }) => {
      const { duration, ...rest } = options;
      await runCommand(options, async (door) =>
        showDemo({ ...rest, ...(duration === undefined ? {} : { durationMs: duration }) }, door),
      );
    });
}

function addBenchmark(program: Command): void {
  measuring(program.command('benchmark'), 'every operation of the plan, one at a time')
    .option('--only <glob>', 'only operations whose name matches, like "database.*"')
    .addHelpText('after', '\nExample:\n  shotclock benchmark --only "synthesis.*" --samples 50')
    .action(async (options: MeasuringOptions & { readonly only?: string }) => {
      await runCommand(options, async (door) => showBenchmark(options, door));
    });
}

interface ComparingOptions extends MeasuringOptions {
  readonly base?: string;
  readonly head?: string;
  readonly only?: string;
  readonly metric?: string[];
  readonly pairs?: number;
  readonly budget?: number;
}

function addCompare(program: Command): void {
  program
    .command('compare')
    .description('base against head on this machine: what got slower or dearer, and how sure that is')
    .option('--base <what>', 'a ref, a folder or a run.json (default: the merge base with the default branch)')
    .option('--head <what>', 'the same (default: the checkout)')
    .option('--config <file>', 'the configuration (default: shotclock.yml here or in a folder above)')
    .option('--out <folder>', 'where runs and history are kept (default: .shotclock)')
    .option('--only <glob>', 'only operations whose name matches, like "database.*"')
    .option('--metric <names...>', 'only these metrics may fail, and only their operations are measured: to confirm a finding')
    .option('--pairs <n>', 'the most pairs', parseCount)
    .option('--budget <time>', 'the most time to measure in, like 3m', parseTime)
    .option('--json', 'the run document on standard output, everything else on standard error')
    .option('--strict', 'exit 3 when the verdict is inconclusive or void')
    .option('--verbose', 'also the details of starting and stopping')
    .addHelpText(
      'after',
      `
Examples:
  shotclock compare
  shotclock compare --base v1.4.0 --only "mcp.*" --budget 1m
  shotclock compare --base before/run.json --head after/run.json`,
    )
    .action(async ({ metric, budget, ...options }: ComparingOptions) => {
      await runCommand(options, async (door) =>
        showCompare(
          {
            ...options,
            ...(metric === undefined ? {} : { metrics: metric }),
            ...(budget === undefined ? {} : { budgetMs: budget }),
          },
          door,
        ),
      );
    });
}

function addReport(program: Command): void {
  program
    .command('report')
    .description('shows a run again, or publishes it as the comment of a pull request')
    .argument('<run.json>', 'the run document')
    .addOption(new Option('--format <form>', 'how to show it').choices(REPORT_FORMATS).default('terminal'))
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to this file instead of standard output')
    .option(
      '--publish',
      'comment on the pull request, with the token in GITHUB_TOKEN; one comment for each name, edited in place',
    )
    .option('--repository <owner/name>', 'where the pull request is')
    .option('--pull-request <number>', 'which one it is', parsePullRequest)
    .option('--sha <commit>', 'the commit that was measured')
    .option('--name <name>', 'tells several reports on one pull request apart', 'local')
    .addHelpText(
      'after',
      `
Examples:
  shotclock report .shotclock/runs/ID/run.json --format html --out report.html
  shotclock report .shotclock/runs/ID/run.json --publish --repository owner/name --pull-request 12 --sha $(git rev-parse HEAD)`,
    )
    .action(async (run: string, { json, publish, ...options }: ReportingOptions) => {
      const format = json === true ? { format: 'json' as const } : {};
      await runCommand({}, async (door) =>
        publish === true ? showPublished(run, options, door) : showReport({ run, ...options, ...format }, door),
      );
    });
}

function measuring(command: Command, description: string): Command {
  return command
    .description(description)
    .option('--config <file>', 'the configuration (default: shotclock.yml here or in a folder above)')
    .option('--out <folder>', 'where runs and history are kept (default: .shotclock)')
    .option('--samples <n>', 'calls of each operation that count, after the warm-up', parseCount)
    .option('--json', 'the run document on standard output, everything else on standard error')
    .option('--strict', 'exit 3 when the verdict is inconclusive or void')
    .option('--verbose', 'also the details of starting and stopping');
}

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 100_000)
    throw new InvalidArgumentError('expected a whole number from 1 to 100000.');
  return value;
}

function parsePullRequest(text: string): number {
  const value = Number(text.replace(/^#/, ''));
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('expected the number of a pull request, like 12.');
  return value;
}

function parseCounts(text: string): number[] {
  return text.split(',').map(parseCount);
}

function parseTime(text: string): number {
  const value = parseDuration(text);
  if (value === undefined || value <= 0) throw new InvalidArgumentError('expected a time like 500ms, 30s or 5m.');
  return value;
}
