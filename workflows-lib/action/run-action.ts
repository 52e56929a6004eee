import { systemClock } from '../core/clock.ts';
import type { Clock } from '../core/clock.ts';
import { exitCodeOf, toError } from '../core/errors.ts';
import { SHOTCLOCK_VERSION } from '../core/version.ts';
import type { CommandContext } from '../commands/context.ts';
import { createActionLog } from './action-log.ts';
import type { ActionLog } from './action-log.ts';
import { conclude } from './conclude.ts';
import type { ActionEnding } from './conclude.ts';
import { guardProcess } from './guard-process.ts';
import { createMasker, secretInputs } from './masks.ts';
import type { Masker } from './masks.ts';
import { parseInputs, unknownInputs } from './parse-inputs.ts';
import type { Env } from './parse-inputs.ts';
import type { ActionSpec, InputSpecs, InputsOf, OutputSpecs } from './spec.ts';
import { loadToolkit } from './toolkit.ts';
import type { Toolkit } from './toolkit.ts';

/** What an action is given by this door. */
export interface ActionDoor {
  readonly context: CommandContext;
  /** Colours in the log: only where FORCE_COLOR asks for them. */
  readonly colors: boolean;
  /** A folded group in the log; inside of another one, a heading. */
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** Blanks these values, in every form, in everything that is logged from now on. */
  readonly mask: (values: readonly string[]) => void;
  /** Prints lines of our own making into the log. */
  readonly print: (text: string) => void;
}

/** What the work of an action looks like: typed inputs in, an ending out. */
export type ActionBody<I extends InputSpecs, O extends OutputSpecs> = (
  inputs: InputsOf<I>,
  door: ActionDoor,
) => Promise<ActionEnding<O>>;

/** What the kit touches of the machine. */
export interface ActionPorts {
  readonly env: Env;
  readonly cwd: string;
  readonly clock: Clock;
  readonly write: (text: string) => void;
  readonly loadToolkit: () => Promise<Toolkit>;
  /** Aborted when the runner cancels the step. */
  readonly signal: AbortSignal;
}

/**
 * Runs an action in this process: masks, says its name, parses its inputs, runs its command, writes outputs and summary, and sets the exit
 * code that its ending maps to. Never rejects; what nobody caught is a line of the log and exit 70.
 */
export async function runAction<I extends InputSpecs, O extends OutputSpecs>(
  spec: ActionSpec<I, O>,
  command: ActionBody<I, O>,
): Promise<void> {
  const guard = guardProcess();
  const { env } = process;
  const ports = { env, cwd: process.cwd(), clock: systemClock, write: guard.write, loadToolkit, signal: guard.signal };
  guard.finish(await performAction(spec, command, ports));
}

/** The same on given ports; resolves with the exit code. Rejects only where the kit itself is at fault. */
export async function performAction<I extends InputSpecs, O extends OutputSpecs>(
  spec: ActionSpec<I, O>,
  command: ActionBody<I, O>,
  ports: ActionPorts,
): Promise<number> {
  const { env, clock, write } = ports;
  const masker = createMasker(write);
  masker.mask(secretInputs(spec.inputs, env));
  write(`Shotclock ${SHOTCLOCK_VERSION} · ${spec.name}\n`);
  const toolkit = await ports.loadToolkit();
  const actionLog = createActionLog({ toolkit, write, now: () => clock.now(), verbose: env['RUNNER_DEBUG'] === '1' });
  const ending = await runBody(spec, command, { ports, actionLog, masker });
  return await conclude(spec.outputs, ending, { toolkit, env, actionLog });
}

interface Body {
  readonly ports: ActionPorts;
  readonly actionLog: ActionLog;
  readonly masker: Masker;
}

async function runBody<I extends InputSpecs, O extends OutputSpecs>(
  spec: ActionSpec<I, O>,
  command: ActionBody<I, O>,
  { ports, actionLog, masker }: Body,
): Promise<ActionEnding<O>> {
  try {
    for (const unknown of unknownInputs(spec, ports.env)) actionLog.log.warn(unknown);
    return await command(parseInputs(spec, ports.env), createDoor(ports, actionLog, masker));
  } catch (error) {
    return { exitCode: exitCodeOf(error), failure: toError(error) };
  }
}

function createDoor({ env, cwd, clock, signal }: ActionPorts, actionLog: ActionLog, masker: Masker): ActionDoor {
  const { log, onProgress, group, print } = actionLog;
  const onSecrets = masker.maskGuessed;
  return {
    context: { clock, log, env, cwd, signal, onProgress, onSecrets },
    colors: (env['FORCE_COLOR'] ?? '0') !== '0' && (env['NO_COLOR'] ?? '') === '',
    group,
    mask: masker.mask,
    print,
  };
}
