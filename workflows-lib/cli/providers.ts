import { relative } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { recordProvider, replayProvider } from '../commands/providers.ts';
import type { RecordOptions, Recorded, ReplayCommandOptions } from '../commands/providers.ts';
import { EXIT } from '../core/errors.ts';
import { runCommand } from './run-command.ts';
import type { Door } from './run-command.ts';

/** `shotclock providers`: record a model provider once, and play it back. */
export function providersCommand(): Command {
  const command = new Command('providers').description(
    'records what a model provider answers, once, and plays it back with its timing',
  );
  command.addCommand(recordCommand());
  command.addCommand(replayCommand());
  return command;
}

function recordCommand(): Command {
  return new Command('record')
    .description("a proxy on this machine in front of a service's provider, which records every whole answer, without keys")
    .requiredOption('--service <name>', 'the model service of the plan')
    .option('--config <file>', 'the configuration (default: shotclock.yml here or in a folder above)')
    .option('--out <file>', "the recording, which is added to (default: the service's recording, or recordings/<name>.jsonl)")
    .option('--listen <port>', 'port of 127.0.0.1 (default: a free one)', parsePort)
    .addHelpText(
      'after',
      `
Example, in two terminals; Ctrl-C ends the first:
  ANTHROPIC_BASE_URL=https://api.anthropic.com ANTHROPIC_API_KEY=... shotclock providers record --service claude --listen 4100
  ANTHROPIC_BASE_URL=http://127.0.0.1:4100 ANTHROPIC_API_KEY=<the key it printed> shotclock benchmark --samples 3
Afterwards, in shotclock.yml:
  claude: { type: anthropic, model: claude-sonnet-4-5, base_url: replayed, recording: recordings/claude.jsonl }`,
    )
    .action(async (options: RecordOptions) => {
      await runCommand({}, async (door) => showRecording(options, door));
    });
}

function replayCommand(): Command {
  return new Command('replay')
    .description('a server on this machine that gives recorded answers; exit 1 when a request had no recording')
    .requiredOption('--recording <file>', 'what "shotclock providers record" wrote')
    .option('--listen <port>', 'port of 127.0.0.1 (default: a free one)', parsePort)
    .addOption(
      new Option('--pace <pace>', 'with the timing of the recording, or at once')
        .choices(['recorded', 'instant'])
        .default('recorded'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  shotclock providers replay --recording recordings/claude.jsonl --listen 4100 --pace instant',
    )
    .action(async (options: ReplayCommandOptions) => {
      await runCommand({}, async (door) => showReplay(options, door));
    });
}

async function showRecording(options: RecordOptions, door: Door): Promise<number> {
  const { context, print } = door;
  const recorded = await recordProvider(options, context, ({ baseUrl, apiKey, file }) => {
    print(`Recording ${options.service} to ${relative(context.cwd, file)}. Ctrl-C ends it.\n`);
    print(`base_url: ${baseUrl}\napi_key:  ${apiKey ?? ''}\n`);
  });
  print(`${recordedLine(recorded, context.cwd)}\n`);
  return EXIT.pass;
}

function recordedLine({ recorded, unrecorded, file }: Recorded, cwd: string): string {
  const left = [...unrecorded].map(([reason, count]) => `${count} not: ${reason}`);
  return `${exchanges(recorded)} recorded in ${relative(cwd, file)}${left.length === 0 ? '' : ` (${left.join('; ')})`}`;
}

async function showReplay(options: ReplayCommandOptions, door: Door): Promise<number> {
  const { print } = door;
  const { played, missing } = await replayProvider(options, door.context, (address) => {
    print(`Playing ${exchanges(address.exchanges)} of ${options.recording}. Ctrl-C ends it.\nbase_url: ${address.baseUrl}\n`);
  });
  const failed = missing === 0 ? '' : `; ${missing} ${missing === 1 ? 'request' : 'requests'} had no recording`;
  print(`${exchanges(played)} played${failed}\n`);
  return missing === 0 ? EXIT.pass : EXIT.gateFailed;
}

function exchanges(count: number): string {
  return `${count} ${count === 1 ? 'exchange' : 'exchanges'}`;
}

function parsePort(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) throw new InvalidArgumentError('expected a port from 1 to 65535.');
  return value;
}
