/** What a call of each operation does inside: statements, model calls, tool calls, and where its time goes. */
import type { Attempt, PreparedCall } from '../../../drivers/driver.ts';
import type { UsageShare } from '../../../pricing/decompose.ts';
import { openCounters, type CountedSide, type Counters, type Happened, type ServiceStatement } from './counters.ts';
import { medianOf, phasesOf, unionMs, type PhaseTimes } from './phases.ts';

/** Something that a call does, and how often. */
export interface InnerCalls {
  /** `provider/model`, or the name of a tool. */
  readonly name: string;
  readonly calls: number;
}

/** Where the time of a call goes, milliseconds: medians over the calls. Null where it is not known. */
export interface AnatomyTimes extends PhaseTimes {
  /** Execution of SQL statements, added up. */
  readonly sql: number | null;
  /** Time with at least one request at a simulated model. */
  readonly model: number | null;
  /** Time with at least one tool call of the system's own processes on its way. */
  readonly tools: number | null;
}

/** One operation, looked into. Everything "a call" is the mean over its calls, unless it says otherwise. */
export interface OperationAnatomy {
  readonly operation: string;
  /** Right answers that were looked into; without any, nothing else is known. */
  readonly calls: number;
  /** Other answers. They are left out. */
  readonly failed: number;
  /** Statements of a call, BEGIN and the like included; `calls`, `totalMs`, `rows` and `blocks` are a call's. */
  readonly statements: readonly ServiceStatement[];
  /** Number of statements of each call; null where no database counts. */
  readonly queries: readonly number[] | null;
  /** Requests to models of each call; null where there is no model. */
  readonly modelCalls: readonly number[] | null;
  readonly models: readonly InnerCalls[];
  /** Tool calls of the system's own processes, for each call; null where nothing counts them. */
  readonly toolCalls: readonly number[] | null;
  readonly tools: readonly InnerCalls[];
  /** Connections to MCP servers that a call opens; null where nothing counts them. */
  readonly toolConnections: number | null;
  readonly times: AnatomyTimes;
  /** Tokens by model call, with the share of the calls that made it. */
  readonly usage: readonly UsageShare[];
  /** Median bytes of the answer. */
  readonly bytes: number | null;
}

/** What is to be looked into. */
export interface AnatomyRequest extends CountedSide {
  readonly operations: ReadonlyMap<string, PreparedCall>;
  /** Calls of each operation that count; one before them does not. */
  readonly repeat: number;
  readonly signal: AbortSignal;
}

interface LookedInto {
  readonly attempt: Attempt;
  readonly happened: Happened;
}

/**
 * Calls each operation a few times, one call at a time, and counts what happens inside meanwhile. Nothing else may call the side's services
 * at the same time. Rejects with the signal's reason when aborted.
 */
export async function measureAnatomy(request: AnatomyRequest): Promise<OperationAnatomy[]> {
  const counters = await openCounters(request);
  try {
    const anatomies: OperationAnatomy[] = [];
    for (const [operation, call] of request.operations) {
      const looked = await lookInto(call, counters, request);
      anatomies.push(anatomyOf(operation, looked, counters));
    }
    return anatomies;
  } finally {
    await counters.close();
  }
}

/** The first call may open connections and fill caches; it is made and forgotten. */
async function lookInto(call: PreparedCall, counters: Counters, { repeat, signal }: AnatomyRequest): Promise<LookedInto[]> {
  const looked: LookedInto[] = [];
  for (let time = 0; time <= repeat; time++) {
    signal.throwIfAborted();
    const attempt = await call.execute(signal);
    const happened = await counters.settle(signal);
    if (time > 0) looked.push({ attempt, happened });
  }
  return looked;
}

function anatomyOf(operation: string, all: readonly LookedInto[], counters: Counters): OperationAnatomy {
  const looked = all.filter(({ attempt }) => attempt.outcome === 'ok');
  const calls = looked.length;
  const models = looked.map((one) => modelsOf(one, counters));
  const tools = looked.map(({ happened }) => happened.toolCalls.map(({ tool }) => tool));
  const modelsKnown = counters.simulated.size > 0 || models.some((names) => names.length > 0);
  const { countStatements, countTools } = counters;
  return {
    ...{ operation, calls, failed: all.length - calls },
    statements: meanStatements(looked),
    queries: countStatements ? looked.map(({ happened }) => sum(happened.statements, (one) => one.calls)) : null,
    modelCalls: modelsKnown ? models.map((names) => names.length) : null,
    models: meanCounts(models),
    toolCalls: countTools ? tools.map((names) => names.length) : null,
    tools: meanCounts(tools),
    toolConnections: countTools && calls > 0 ? sum(looked, ({ happened }) => happened.toolConnections) / calls : null,
    times: timesOf(looked, counters),
    usage: looked.flatMap(({ attempt }) => attempt.usage.map((usage) => ({ usage, perRequest: 1 / calls }))),
    bytes: medianOf(looked.map(({ attempt }) => attempt.bytesReceived)),
  };
}

/** `provider/model` of each request of a call: simulators say it themselves, of all other models what was billed. */
function modelsOf({ attempt, happened }: LookedInto, { simulated }: Counters): string[] {
  const billed = attempt.usage.map(({ provider, model }) => `${provider}/${model}`);
  const seen = happened.modelCalls.map(({ provider, model }) => `${provider}/${model ?? 'unknown'}`);
  return [...seen, ...billed.filter((name) => !simulated.has(name) && !seen.includes(name))];
}

function timesOf(looked: readonly LookedInto[], { countStatements, simulated, countTools }: Counters): AnatomyTimes {
  const median = (known: boolean, value: (happened: Happened) => number): number | null =>
    known ? medianOf(looked.map(({ happened }) => value(happened))) : null;
  return {
    ...phasesOf(looked.map(({ attempt }) => attempt)),
    sql: median(countStatements, ({ statements }) => sum(statements, ({ totalMs }) => totalMs)),
    model: median(simulated.size > 0, ({ modelCalls }) => unionMs(modelCalls.map((one) => [one.arrivalMs, one.endMs]))),
    tools: median(countTools, ({ toolCalls }) => unionMs(toolCalls.map((one) => [one.startMs, one.endMs]))),
  };
}

/** Counts are means. The time of an execution is the median over the calls: one that found the cache cold would outweigh all others. */
function meanStatements(looked: readonly LookedInto[]): ServiceStatement[] {
  const groups = Map.groupBy(
    looked.flatMap(({ happened }) => happened.statements),
    ({ service, statement }) => `${service} ${statement}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const mean = (value: (one: ServiceStatement) => number): number => sum(group, value) / looked.length;
    const calls = mean((one) => one.calls);
    const executionMs = medianOf(group.map((one) => one.totalMs / one.calls)) ?? 0;
    const { service, statement } = first;
    const [rows, blocks] = [mean((one) => one.rows), mean((one) => one.blocks)];
    return [{ service, statement, calls, totalMs: executionMs * calls, rows, blocks }];
  });
}

function meanCounts(names: readonly (readonly string[])[]): InnerCalls[] {
  const counts = new Map<string, number>();
  for (const name of names.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, calls: count / names.length }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
