import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readActionDefinition, resolveInputs } from './action-definition.ts';
import type { LoopbackGitHub } from './contract.ts';
import { expressionContexts, runnerEnvironment, type WorkflowEvent } from './runner-environment.ts';
import { SUMMARY_LIMIT, parseEnvironmentFile, parseKeyValueFile, parsePathFile } from './runner-files.ts';
import { createRunnerFolders, type RunnerFiles, type RunnerFolders } from './runner-folders.ts';
import { readRunnerLog, type LogAnnotation, type RunnerLog, type WorkflowCommand } from './runner-log.ts';
import { runStepProcess, type StepProcess } from './step-process.ts';

export type { WorkflowEvent } from './runner-environment.ts';
export type { LogAnnotation, WorkflowCommand } from './runner-log.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');

/** What an action did, as the runner sees it. */
export interface ActionRun extends StepProcess {
  /** Both streams without the `add-mask` commands and not masked: a secret in here is one that only the runner would have hidden. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Folders that were added to PATH. */
  readonly paths: readonly string[];
  readonly masks: readonly string[];
  readonly annotations: readonly LogAnnotation[];
  readonly groups: readonly string[];
  /** Every workflow command that the runner obeyed, also those that foreign text slipped into a line. */
  readonly commands: readonly WorkflowCommand[];
  /** Why the runner fails the step whatever the exit code is. */
  readonly failures: readonly string[];
  /** Empty when it was longer than the 1 MiB that the runner takes; an annotation says so then. */
  readonly summary: string;
  /** Files that the action left behind outside the workspace. */
  readonly leftovers: readonly string[];
}

/** What is run, and where. */
export interface SpawnOptions {
  readonly action: 'benchmark' | 'report';
  readonly inputs?: Readonly<Record<string, string>>;
  /** A push to the default branch when not said. */
  readonly event?: WorkflowEvent;
  readonly repository?: string;
  /** What `${{ github.token }}` is. */
  readonly token?: string;
  readonly github?: LoopbackGitHub;
  /** A folder that stays; otherwise an empty one that is removed. */
  readonly workspace?: string;
  /** Variables beside the runner's, or instead of them. */
  readonly env?: Readonly<Record<string, string>>;
  /** The script to run instead of the one that `action.yml` names. */
  readonly bundle?: string;
  /** The folder with `action.yml` instead of `actions/<action>`. */
  readonly folder?: string;
  /** Cancels the step as the runner does, by SIGINT, as soon as its output holds this text. */
  readonly cancelAt?: string;
  /** 60 s when not said. */
  readonly timeoutMs?: number;
}

/**
 * Runs an action as the runner does: its script under the project's Node 24, with the runner's variables and nothing else, in temporary
 * folders that are removed. Rejects when it takes too long, and when a file by which it talks to the runner is malformed.
 */
export async function spawnAction(options: SpawnOptions): Promise<ActionRun> {
  const { repository = 'octo-org/octo-repo', token = '', env = {}, github, workspace } = options;
  const event = options.event ?? { name: 'push', payload: { ref: 'refs/heads/main' } };
  const folder = options.folder ?? join(ROOT, 'actions', options.action);
  const definition = await readActionDefinition(folder);
  const folders = await createRunnerFolders({ repository, payload: event.payload, workspace });
  try {
    const step = { action: options.action, event, repository, token, github, folders, node: NODE, env };
    const variables = runnerEnvironment(step);
    const inputs = resolveInputs(definition, options.inputs ?? {}, expressionContexts(step, variables));
    const ended = await runStepProcess({
      node: NODE,
      script: options.bundle ?? join(folder, definition.runs.main),
      env: { ...variables, ...inputs.variables },
      folder: folders.workspace,
      cancelAt: options.cancelAt,
      timeoutMs: options.timeoutMs ?? 60_000,
    });
    return await gather(ended, folders, warnAbout(inputs.unexpected));
  } finally {
    await folders.remove();
  }
}

/** Reads what the action said and wrote. */
async function gather(ended: StepProcess, folders: RunnerFolders, warnings: readonly LogAnnotation[]): Promise<ActionRun> {
  const [out, err] = [readRunnerLog(ended.stdout), readRunnerLog(ended.stderr)];
  const both = <K extends keyof RunnerLog>(key: K): readonly [RunnerLog[K], RunnerLog[K]] => [out[key], err[key]];
  const files = await readFiles(folders.files);
  return {
    ...ended,
    log: both('shown').join('\n'),
    outputs: Object.assign({}, ...both('outputs'), files.outputs),
    env: files.env,
    state: Object.assign({}, ...both('state'), files.state),
    paths: files.paths,
    masks: both('masks').flat(),
    annotations: [...warnings, ...both('annotations').flat(), ...files.annotations],
    groups: both('groups').flat(),
    commands: both('commands').flat(),
    failures: both('failures').flat(),
    summary: files.summary,
    leftovers: await folders.leftovers(),
  };
}

async function readFiles(
  files: RunnerFiles,
): Promise<Pick<ActionRun, 'outputs' | 'env' | 'state' | 'paths' | 'summary' | 'annotations'>> {
  const read = (path: string): Promise<string> => readFile(path, 'utf8');
  const { values, refused } = parseEnvironmentFile(await read(files.env));
  const summary = await read(files.summary);
  const tooLong = Buffer.byteLength(summary) > SUMMARY_LIMIT;
  return {
    outputs: parseKeyValueFile(await read(files.output)),
    env: values,
    state: parseKeyValueFile(await read(files.state)),
    paths: parsePathFile(await read(files.path)),
    summary: tooLong ? '' : summary,
    annotations: [
      ...refused,
      ...(tooLong ? ['$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k'] : []),
    ].map((message) => ({ level: 'error', message, properties: {} })),
  };
}

function warnAbout(unexpected: readonly string[]): LogAnnotation[] {
  return unexpected.map((name) => ({ level: 'warning', message: `Unexpected input(s) '${name}'`, properties: {} }));
}
