import type { ServicePlan } from '../config/plan.ts';
import { RemoteError } from '../core/errors.ts';
import { childEnvironment } from './environment.ts';
import { orAbort } from './or-abort.ts';
import type { RunContext } from './run-context.ts';
import { indented, type Child } from './supervise.ts';

const READY_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 3_000;
/** A line of JSON on standard output: that it listens, or why it cannot. */
const ANSWER = /^\{"(?:listening|refused)":.*\}$/m;

/** A server of ours that runs as a child: a Node script that reads its options as one line of JSON from standard input. */
export interface OwnServer {
  readonly service: ServicePlan;
  readonly script: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Starts one of our own servers and waits until it prints `{"listening":PORT}`. Returns that line, parsed. */
export async function launchOwnServer({ service, script, options }: OwnServer, context: RunContext): Promise<unknown> {
  const spec = {
    name: service.name,
    program: process.execPath,
    args: [script],
    cwd: context.folder,
    env: childEnvironment(context.env),
    input: `${JSON.stringify(options)}\n`,
    stopTimeoutMs: STOP_TIMEOUT_MS,
  };
  return JSON.parse(await context.fleet.launch(spec, 'service', async (child) => answerOf(child, context)));
}

async function answerOf(child: Child, context: RunContext): Promise<string> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([context.signal, child.death, waiting.signal]);
  const answer = child.output.match(ANSWER, signal).then(([line]) => line);
  const tooLate = context.clock.sleep(READY_TIMEOUT_MS, signal).then(() => {
    const message = `${child.name} was not ready within ${READY_TIMEOUT_MS / 1_000} s. ${indented(child.output.lastLines())}`;
    throw new RemoteError(context.secrets.hide(message), { service: child.name, action: 'start', attempts: 1 });
  });
  try {
    return await orAbort(Promise.race([answer, tooLate]), signal);
  } finally {
    // Whoever lost the race ends by this, and nobody wants to hear of it.
    tooLate.catch(() => undefined);
    answer.catch(() => undefined);
    waiting.abort();
  }
}
