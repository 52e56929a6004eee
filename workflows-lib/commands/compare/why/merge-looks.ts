import type { InnerCalls, OperationAnatomy } from './anatomy.ts';
import type { ServiceStatement } from './counters.ts';

/**
 * Two looks into one operation as one. Counts and means are those of all calls; times, which are medians, are those of the look at more calls.
 */
export function mergeLooks(first: OperationAnatomy, second: OperationAnatomy): OperationAnatomy {
  const failed = first.failed + second.failed;
  if (first.calls === 0) return { ...second, failed };
  if (second.calls === 0) return { ...first, failed };
  const calls = first.calls + second.calls;
  const looks = [first, second].map((look) => ({ look, share: look.calls / calls }));
  const larger = first.calls > second.calls ? first : second;
  return {
    ...{ operation: first.operation, calls, failed, times: larger.times, bytes: larger.bytes },
    statements: mergeStatements(looks),
    queries: joined(first.queries, second.queries),
    modelCalls:
      first.modelCalls === null && second.modelCalls === null ? null : [...modelCallsOf(first), ...modelCallsOf(second)],
    models: mergeCalls(looks, ({ models }) => models),
    toolCalls: joined(first.toolCalls, second.toolCalls),
    tools: mergeCalls(looks, ({ tools }) => tools),
    toolConnections:
      first.toolConnections === null || second.toolConnections === null
        ? null
        : looks.reduce((sum, { look, share }) => sum + (look.toolConnections ?? 0) * share, 0),
    usage: looks.flatMap(({ look, share }) => look.usage.map((one) => ({ ...one, perRequest: one.perRequest * share }))),
  };
}

interface WeighedLook {
  readonly look: OperationAnatomy;
  /** Of all calls. */
  readonly share: number;
}

function joined(first: readonly number[] | null, second: readonly number[] | null): number[] | null {
  return first === null || second === null ? null : [...first, ...second];
}

/** That there is a model may show in one of the looks alone; in the other none was called. */
function modelCallsOf({ modelCalls, calls }: OperationAnatomy): readonly number[] {
  return modelCalls ?? Array.from({ length: calls }, () => 0);
}

function mergeCalls(looks: readonly WeighedLook[], of: (look: OperationAnatomy) => readonly InnerCalls[]): InnerCalls[] {
  const names = [...new Set(looks.flatMap(({ look }) => of(look).map(({ name }) => name)))].sort();
  const callsOf = (name: string): number =>
    looks.reduce((sum, { look, share }) => sum + share * (of(look).find((one) => one.name === name)?.calls ?? 0), 0);
  return names.map((name) => ({ name, calls: callsOf(name) }));
}

function mergeStatements(looks: readonly WeighedLook[]): ServiceStatement[] {
  const weighed = looks.flatMap(({ look, share }) =>
    look.statements.map(({ calls, totalMs, rows, blocks, ...named }) => ({
      ...named,
      ...{ calls: calls * share, totalMs: totalMs * share, rows: rows * share, blocks: blocks * share },
    })),
  );
  const groups = Map.groupBy(weighed, ({ service, statement }) => `${service} ${statement}`);
  return [...groups.values()].map((group) =>
    group.reduce((sum, one) => ({
      ...sum,
      ...{ calls: sum.calls + one.calls, totalMs: sum.totalMs + one.totalMs },
      ...{ rows: sum.rows + one.rows, blocks: sum.blocks + one.blocks },
    })),
  );
}
