import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { errorCode } from '../../../core/error-code.ts';
import { toError, UsageError } from '../../../core/errors.ts';
import { oneLine } from '../../../core/log-guard.ts';

const LOCAL_TIMEOUT_MS = 60_000;
/** For what goes over the wire, or writes a whole working tree. */
export const LONG_TIMEOUT_MS = 5 * 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const LONGEST_REASON = 400;

/** Variables by which a hook or a wrapper would send git to another repository than the folder says. */
const MISLEADING = /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX)$/;

/** git in one folder. */
export interface Git {
  readonly folder: string;
  /** What it prints, trimmed. Throws GitFailure, UsageError when git is missing, or the reason of the signal. */
  run(args: readonly string[], timeoutMs?: number): Promise<string>;
  /** The same; undefined instead of GitFailure. */
  ask(args: readonly string[], timeoutMs?: number): Promise<string | undefined>;
}

/** git has said no; the message is its own, without credentials. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** What git runs with. */
export interface GitPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** git in a folder. It never asks a person, runs no hook of the repository, and starts no housekeeping. */
export function gitIn(folder: string, { env, signal }: GitPorts): Git {
  const quiet = [
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'gc.auto=0',
    '-c',
    'maintenance.auto=false',
    '-c',
    'advice.detachedHead=false',
  ];
  const run: Git['run'] = async (args, timeout = LOCAL_TIMEOUT_MS) => {
    signal?.throwIfAborted();
    const options = {
      timeout,
      maxBuffer: MAX_OUTPUT_BYTES,
      env: gitEnvironment(env),
      ...(signal === undefined ? {} : { signal }),
    };
    try {
      const { stdout } = await promisify(execFile)('git', [...quiet, '-C', folder, ...args], options);
      return stdout.trim();
    } catch (error) {
      if (signal?.aborted === true) throw toError(signal.reason);
      if (errorCode(error) === 'ENOENT') throw new UsageError('git is not installed, or not in PATH.', { cause: error });
      throw new GitFailure(`git ${args[0] ?? ''}: ${reasonOf(error, timeout)}`);
    }
  };
  const ask: Git['ask'] = async (args, timeoutMs) => {
    try {
      return await run(args, timeoutMs);
    } catch (error) {
      if (error instanceof GitFailure) return undefined;
      throw error;
    }
  };
  return { folder, run, ask };
}

function gitEnvironment(env: GitPorts['env']): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.test(name)));
  return { ...kept, GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never', LC_ALL: 'C' };
}

/** The last of what git complained about. An execFile error quotes the command line, which nobody needs. */
function reasonOf(error: unknown, timeoutMs: number): string {
  const of = (name: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined);
  if (of('killed') === true) return `took longer than ${timeoutMs / 1_000} s`;
  const stderr = of('stderr');
  const lines = (typeof stderr === 'string' ? stderr : '').split('\n').filter((line) => line.trim() !== '');
  const said = lines.find((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1) ?? 'it failed and said nothing';
  return oneLine(withoutCredentials(said), LONGEST_REASON);
}

/** `https://user:secret@host/` -> `https://host/`; git itself leaves out the scheme in some complaints. */
function withoutCredentials(text: string): string {
  return text.replaceAll(/[^\s'"/]*:[^\s'"/]*@/g, '').replaceAll(/(\w:\/\/)[^\s/]*@/g, '$1');
}
