import { basename } from 'node:path';

import type { Clock } from '../core/clock.ts';
import { Interrupted, toError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { RUN_MARKER } from './environment.ts';
import { createFleet } from './fleet.ts';
import { startGuardian } from './guardian.ts';
import { openPortBook } from './ports.ts';
import type { PostgresTemplates } from './postgres/template.ts';
import type { RunContext } from './run-context.ts';
import { createSecrets } from './secrets.ts';
import { createWorkFolder, removeWorkFolder } from './work-folder.ts';

/** What a system is started with. */
export interface SystemPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the start early; once the system runs it is the caller's to stop it. */
  readonly signal?: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
  /** Embedded databases are copied from here instead of being built; see `openPostgresTemplates`. */
  readonly templates?: PostgresTemplates;
}

/** A run before and after its system: folder, guardian, ports, children. */
export interface Run {
  readonly context: RunContext;
  /** What marks a child as one of this run. */
  readonly childEnvironment: Readonly<Record<string, string>>;
  /** Ends the start early with this error; the first one counts. */
  fail(error: unknown): void;
  /** From now on the caller's signal is none of our business. */
  started(): void;
  /** Ends all children and leaves nothing behind. Safe to call twice. */
  close(): Promise<void>;
}

/** Opens a run. Throws UsageError when no temporary folder can be made; then nothing is left behind either. */
export async function openRun({ clock, log, signal, env = process.env, templates }: SystemPorts): Promise<Run> {
  signal?.throwIfAborted();
  const startup = new AbortController();
  const interrupt = (): void => {
    startup.abort(interruption(signal?.reason));
  };
  const guardian = startGuardian(log);
  const cleanup = new AsyncDisposableStack();
  cleanup.defer(async () => guardian.goodbye());
  try {
    const folder = await createWorkFolder((path) => {
      guardian.watch('folder', { kind: 'path', path });
      cleanup.defer(async () => removeWorkFolder(path));
    });
    const marker = basename(folder);
    guardian.watch('marker', { kind: 'marker', name: RUN_MARKER, value: marker });
    const ports = await openPortBook(guardian);
    cleanup.defer(async () => ports.release());
    const secrets = createSecrets();
    const fleet = createFleet({ marker, guardian, secrets, folder }, startup.signal);
    cleanup.defer(async () => fleet.stop());
    signal?.addEventListener('abort', interrupt, { once: true });
    const started = (): void => signal?.removeEventListener('abort', interrupt);
    cleanup.defer(started);
    return {
      context: {
        clock,
        log,
        folder,
        fleet,
        ports,
        secrets,
        signal: startup.signal,
        env,
        ...(templates === undefined ? {} : { templates }),
      },
      childEnvironment: { [RUN_MARKER]: marker },
      fail: (error) => {
        startup.abort(error);
      },
      started,
      close: closeOnce(cleanup),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

/** What to throw when a start has failed: the reason of the abort if there was one, without the secrets of the run. */
export function startFailure(error: unknown, { context: { signal, secrets } }: Run): Error {
  const cause = toError(signal.aborted ? signal.reason : error);
  cause.message = secrets.hide(cause.message);
  return cause;
}

function closeOnce(cleanup: AsyncDisposableStack): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return async () => (closing ??= cleanup.disposeAsync());
}

/** `AbortController.abort()` without a reason says only that it was aborted; a user who pressed Ctrl-C did that. */
function interruption(reason: unknown): Error {
  const error = toError(reason);
  return error.name === 'AbortError'
    ? new Interrupted('Stopped on request while the system was starting.', { cause: error })
    : error;
}
