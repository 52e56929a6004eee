/** Everything that counts what a system does inside while a call is on its way. */
import type { Plan } from '../../../config/plan.ts';
import type { Clock } from '../../../core/clock.ts';
import type { CountingProxy, ToolCall } from '../../../system/counting-proxy.ts';
import { differenceOf, openStatements, type StatementReader, type StatementTotals } from '../../../system/postgres/statements.ts';
import type { RunningSystem } from '../../../system/running-system.ts';
import { followSimulator, type SimulatedCall, type SimulatorTail } from './simulator-tail.ts';

/** A statement and the database service that it was sent to. */
export interface ServiceStatement extends StatementTotals {
  readonly service: string;
}

/** What happened inside since the last time. */
export interface Happened {
  readonly statements: readonly ServiceStatement[];
  readonly modelCalls: readonly SimulatedCall[];
  readonly toolCalls: readonly ToolCall[];
  /** Connections opened to MCP servers. */
  readonly toolConnections: number;
}

/** Counters of one side. */
export interface Counters {
  /** Whether a database of the side counts its statements. */
  readonly countStatements: boolean;
  /** `provider/model` of the simulated models: their calls are known without being told. */
  readonly simulated: ReadonlySet<string>;
  readonly countTools: boolean;
  /** What happened since the last time, once nothing moves any more: two readings that agree, or 200 ms. */
  settle(signal?: AbortSignal): Promise<Happened>;
  close(): Promise<void>;
}

/** A side whose services run. */
export interface CountedSide {
  readonly system: Pick<RunningSystem, 'endpoints' | 'hide'>;
  /** The services as planned: only into databases of our own an extension is put. */
  readonly services: Plan['services'];
  /** Stands between the side's processes and its MCP servers, if anything does. */
  readonly proxy?: Pick<CountingProxy, 'calls' | 'connections'>;
  readonly clock: Clock;
}

/** An answer may come before the last statement or the simulator's line about it is counted. */
const SETTLE_AT_MOST_MS = 200;
const SETTLE_STEP_MS = 20;

interface Database {
  readonly service: string;
  readonly reader: StatementReader;
}

/** Opens the counters of a side, from now on. Rejects when one of its databases cannot be reached. */
export async function openCounters(side: CountedSide): Promise<Counters> {
  const databases = await openDatabases(side);
  try {
    return await countersOf(side, databases);
  } catch (error) {
    await closeAll(databases);
    throw error;
  }
}

async function countersOf(side: CountedSide, databases: readonly Database[]): Promise<Counters> {
  const { tails, simulated } = await openSimulators(side.system.endpoints);
  const { proxy, clock } = side;
  let seen = await readAll(databases);
  let seenCalls = proxy?.calls().length ?? 0;
  let seenConnections = proxy?.connections() ?? 0;
  return {
    countStatements: databases.length > 0,
    simulated,
    countTools: proxy !== undefined,
    settle: async (signal) => {
      const modelCalls: SimulatedCall[] = [];
      const read = async (): Promise<Reading> => {
        for (const tail of tails) modelCalls.push(...(await tail.next()));
        const statements = await readAll(databases);
        return { statements, mark: [countCalls(statements), modelCalls.length, proxy?.calls().length].join() };
      };
      const statements = await readUntilQuiet(read, clock, signal);
      const happened = {
        statements: databases.flatMap(({ service }, index) =>
          differenceOf(seen[index] ?? [], statements[index] ?? []).map((totals) => ({
            ...{ service, ...totals },
            statement: side.system.hide(totals.statement),
          })),
        ),
        modelCalls,
        toolCalls: proxy?.calls().slice(seenCalls) ?? [],
        toolConnections: (proxy?.connections() ?? 0) - seenConnections,
      };
      seen = statements;
      seenCalls += happened.toolCalls.length;
      seenConnections += happened.toolConnections;
      return happened;
    },
    close: async () => closeAll(databases),
  };
}

async function closeAll(databases: readonly Database[]): Promise<void> {
  await Promise.all(databases.map(async ({ reader }) => reader.close()));
}

async function openDatabases({ system, services }: CountedSide): Promise<Database[]> {
  const databases: Database[] = [];
  try {
    for (const [service, endpoint] of Object.entries(system.endpoints)) {
      if (endpoint.type !== 'postgres') continue;
      const reader = await openStatements(endpoint.url, { create: services[service]?.mode === 'embedded' });
      if (reader !== undefined) databases.push({ service, reader });
    }
  } catch (error) {
    await closeAll(databases);
    throw error;
  }
  return databases;
}

async function openSimulators(
  endpoints: RunningSystem['endpoints'],
): Promise<{ readonly tails: SimulatorTail[]; readonly simulated: ReadonlySet<string> }> {
  const tails: SimulatorTail[] = [];
  const simulated = new Set<string>();
  for (const endpoint of Object.values(endpoints)) {
    if ((endpoint.type !== 'openai' && endpoint.type !== 'anthropic') || endpoint.simulatorLog === undefined) continue;
    tails.push(await followSimulator(endpoint.simulatorLog));
    simulated.add(`${endpoint.provider}/${endpoint.model}`);
  }
  return { tails, simulated };
}

type Totals = readonly (readonly StatementTotals[])[];

async function readAll(databases: readonly Database[]): Promise<Totals> {
  return Promise.all(databases.map(async ({ reader }) => reader.read()));
}

function countCalls(totals: Totals): number {
  return totals.flat().reduce((sum, { calls }) => sum + calls, 0);
}

interface Reading {
  readonly statements: Totals;
  /** Two readings with the same mark agree. */
  readonly mark: string;
}

async function readUntilQuiet(read: () => Promise<Reading>, clock: Clock, signal?: AbortSignal): Promise<Totals> {
  const untilMs = clock.now() + SETTLE_AT_MOST_MS;
  let last = await read();
  while (clock.now() < untilMs) {
    await clock.sleep(SETTLE_STEP_MS, signal);
    const next = await read();
    if (next.mark === last.mark) return next.statements;
    last = next;
  }
  return last.statements;
}
