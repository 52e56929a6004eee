import type { Plan, ProcessPlan } from '../config/plan.ts';
import { planSecrets } from '../config/plan-secrets.ts';
import { toError } from '../core/errors.ts';
import type { TargetInfo } from '../drivers/driver.ts';
import { inOrderOfNeeds } from './order.ts';
import type { PortBook } from './ports.ts';
import { runPrepareCommands } from './prepare.ts';
import { processEndpoint, startProcess, type PlacedProcess } from './process.ts';
import { createReferences, type References } from './references.ts';
import { readResources } from './resources.ts';
import { openRun, startFailure, type Run, type SystemPorts } from './run.ts';
import type { Endpoint, RunningSystem } from './running-system.ts';
import { isBackingService, namedEndpoint, startService } from './service.ts';
import { askedBeforeStop, type UnrecordedSource } from './unrecorded-requests.ts';

/**
 * Starts what a plan describes: prepare commands, then services together, then processes as their needs allow. Resolves when everything is
 * ready. Throws UsageError or RemoteError saying what failed, or the reason of the signal (Interrupted when it has none); by then all that
 * was started is stopped and removed again. A guardian process does the same if this process is killed.
 */
export async function startSystem(plan: Plan, ports: SystemPorts): Promise<RunningSystem> {
  const processes = inOrderOfNeeds(Object.values(plan.system.processes));
  const run = await openRun(ports);
  for (const secret of planSecrets(plan, ports.env ?? process.env)) run.context.secrets.add(secret);
  try {
    await runPrepareCommands(plan, run.context);
    const started = await startEverything(plan, processes, run);
    run.started();
    return runningSystem(started, run);
  } catch (error) {
    await run.close();
    throw startFailure(error, run);
  }
}

interface Started {
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly info: Readonly<Record<string, TargetInfo>>;
  readonly unrecorded: readonly UnrecordedSource[];
}

async function startEverything(plan: Plan, processes: readonly ProcessPlan[], run: Run): Promise<Started> {
  const { fleet, ports } = run.context;
  // A service that dies while processes start ends the start with its own last words, not with the complaints of who needed it.
  fleet.death.addEventListener('abort', () => {
    run.fail(fleet.death.reason);
  });
  const references = createReferences(plan.seed);
  const placed = await placeProcesses(processes, ports);
  for (const { plan: process, port } of placed) references.addProcess(process.name, port);

  const { endpoints, info, unrecorded } = await startServices(plan, references, run);
  await startProcesses(placed, references, run);
  for (const process of placed) endpoints[process.plan.name] = processEndpoint(process);
  return { endpoints, info, unrecorded };
}

/** Fixed ports first, so that a free port that is found is never one that another process of the plan wants. */
async function placeProcesses(processes: readonly ProcessPlan[], ports: PortBook): Promise<PlacedProcess[]> {
  const found = new Map<string, number>();
  for (const { name, port } of processes)
    if (port !== undefined) found.set(name, await ports.claimFixed(port, `process ${name}`));
  for (const { name } of processes) if (!found.has(name)) found.set(name, await ports.claim());
  return processes.map((plan) => ({ plan, port: found.get(plan.name) ?? 0 }));
}

interface StartedServices {
  readonly endpoints: Record<string, Endpoint>;
  readonly info: Record<string, TargetInfo>;
  readonly unrecorded: readonly UnrecordedSource[];
}

async function startServices(plan: Plan, references: References, run: Run): Promise<StartedServices> {
  const all = Object.values(plan.services);
  const backing = all.filter(isBackingService);
  const endpoints: Record<string, Endpoint> = {};
  const info: Record<string, TargetInfo> = {};
  const started = await together(backing, run, async (service) => timed(run, async () => startService(service, run.context)));
  backing.forEach(({ name }, index) => {
    const service = started[index];
    if (service === undefined) return;
    endpoints[name] = service.endpoint;
    references.addService(name, service.endpoint);
    if (service.info !== undefined) info[name] = service.info;
  });
  // Their environment may refer to what has just been started.
  for (const service of all) {
    if (isBackingService(service)) continue;
    const endpoint = namedEndpoint(service, references);
    endpoints[service.name] = endpoint;
    references.addService(service.name, endpoint);
  }
  return { endpoints, info, unrecorded: started.flatMap(({ unrecorded }) => unrecorded ?? []) };
}

/** Each waits for those that it needs, and for nobody else. `placed` is in the order of needs. */
async function startProcesses(placed: readonly PlacedProcess[], references: References, run: Run): Promise<void> {
  const ready = new Map<string, Promise<unknown>>();
  await together(placed, run, async (process) => {
    const { name, needs } = process.plan;
    const start = async (): Promise<StartedThing> => {
      await Promise.all(needs.map(async (need) => ready.get(need)));
      return timed(run, async () => {
        await startProcess(process, references, run.context);
        return { summary: `${name} ready on 127.0.0.1:${process.port}` };
      });
    };
    const starting = start();
    ready.set(name, starting);
    return starting;
  });
}

/** Starts all at once. The first failure ends the start of the others; it is thrown when all have come to rest. */
async function together<T, R>(items: readonly T[], run: Run, start: (item: T) => Promise<R>): Promise<R[]> {
  const starting = items.map(async (item) => {
    try {
      return await start(item);
    } catch (error) {
      run.fail(error);
      throw error;
    }
  });
  await Promise.allSettled(starting);
  run.context.signal.throwIfAborted();
  return Promise.all(starting);
}

interface StartedThing {
  readonly summary: string;
}

/** Logs what has been started, and how long that took. */
async function timed<T extends StartedThing>(run: Run, start: () => Promise<T>): Promise<T> {
  const { clock, log, secrets } = run.context;
  const startMs = clock.now();
  const started = await start();
  log.info(`${secrets.hide(started.summary)} in ${((clock.now() - startMs) / 1_000).toFixed(1)} s`);
  return started;
}

function runningSystem({ endpoints, info, unrecorded }: Started, run: Run): RunningSystem {
  const { children, death } = run.context.fleet;
  const died = new Promise<never>((_resolve, reject) => {
    const report = (): void => {
      reject(toError(death.reason));
    };
    death.addEventListener('abort', report, { once: true });
    if (death.aborted) report();
  });
  // Whoever does not listen is not punished with an unhandled rejection.
  died.catch(() => undefined);
  const hide = (text: string): string => run.context.secrets.hide(text);
  const pids = new Map([...children].map(([name, { pid }]) => [name, pid]));
  return {
    endpoints,
    info,
    died,
    childEnvironment: run.childEnvironment,
    resources: async () => readResources(pids),
    hide,
    ...askedBeforeStop(unrecorded, { hide, close: async () => run.close() }),
  };
}
