/** Why a metric moved: its change in parts that add up, from what the calls of both sides do inside. */
import type { ChangePart } from '../../../history/comparison.ts';
import { decomposeCostChange, type PricesOfSides } from '../../../pricing/decompose.ts';
import type { AnatomyTimes, InnerCalls, OperationAnatomy } from './anatomy.ts';
import { mostChanged } from './compare-statements.ts';
import { explainTokens } from './explain-tokens.ts';

/** What moved. */
export interface ChangeQuestion {
  /** Of the anatomies' operation: `duration`, `ttft`, `queries`, `cost`, … */
  readonly metric: string;
  /** The typical value of each side where it was measured better than by the few calls of an anatomy. Times alone use it. */
  readonly measured?: { readonly base: number; readonly head: number };
  /** What tokens cost. */
  readonly prices: PricesOfSides;
}

/** The part of a time that nothing else accounts for. */
export const OWN_CODE = 'own code';
/** Statements that are parts of a changed number of queries. */
const STATEMENTS_NAMED = 5;

type Part = Omit<ChangePart, 'of'>;
type Anatomies = readonly [base: OperationAnatomy, head: OperationAnatomy];

/**
 * The parts of the change of one metric, those that moved it, largest worsening first; they add up to the change of the whole. The rest of a
 * time is `own code`. Empty where the metric is unknown here, or where its parts are.
 */
export function explainChange(question: ChangeQuestion, base: OperationAnatomy, head: OperationAnatomy): ChangePart[] {
  if (base.calls === 0 || head.calls === 0) return [];
  const of = `${head.operation}.${question.metric}`;
  return partsOf(question, [base, head])
    .filter(({ change }) => change !== 0)
    .sort((left, right) => right.change - left.change)
    .map((part) => ({ of, ...part }));
}

function partsOf({ metric, measured, prices }: ChangeQuestion, sides: Anatomies): Part[] {
  const [base, head] = sides;
  switch (metric) {
    case 'duration':
    case 'service':
    case 'response':
      return explainTime(namesOfDuration(sides), measured ?? totals(sides), sides);
    case 'connect':
      return explainTime(['connect'], measured, sides);
    case 'ttfb':
      return explainTime(['connect', 'first byte'], measured, sides);
    case 'ttft':
      return explainTime(['connect', 'first byte', 'first token'], measured, sides);
    case 'queries':
      return base.queries === null || head.queries === null ? [] : mostChanged(base, head, STATEMENTS_NAMED);
    case 'model_calls':
      return explainCounts(base.models, head.models);
    case 'mcp_calls':
      return explainCounts(base.tools, head.tools);
    case 'tokens.input':
    case 'tokens.cached':
    case 'tokens.output':
      return explainTokens(metric, base.usage, head.usage);
    case 'cost':
      return decomposeCostChange(base.usage, head.usage, prices)?.parts.map((part) => ({ ...part, unit: 'usd' })) ?? [];
    default:
      return [];
  }
}

const TIMES = {
  connect: ({ connect }) => connect,
  'first byte': ({ firstByte }) => firstByte,
  'first token': ({ firstToken }) => firstToken,
  tokens: ({ tokens }) => tokens,
  body: ({ body }) => body,
  'SQL statements': ({ sql }) => sql,
  'model calls': ({ model }) => model,
  // Statements of a tool are told by the database; what is left is the tool's own work and the way to it.
  'MCP calls': ({ tools, sql }) => (tools === null ? null : Math.max(0, tools - (sql ?? 0))),
} satisfies Readonly<Record<string, (times: AnatomyTimes) => number | null>>;

type TimeName = keyof typeof TIMES;

/**
 * From outside, a call is connect, first byte, and tokens or a body. What waits for statements, models or tools is told better by those. An
 * answer that streams is told best by its tokens.
 */
function namesOfDuration(sides: Anatomies): TimeName[] {
  const some = (name: TimeName): boolean => sides.some(({ times }) => (TIMES[name](times) ?? 0) > 0);
  if (some('tokens')) return ['connect', 'first byte', 'first token', 'tokens'];
  const inner = (['SQL statements', 'model calls', 'MCP calls'] as const).filter(some);
  return inner.length > 0 ? ['connect', ...inner] : ['connect', 'first byte', 'body'];
}

interface Whole {
  readonly base: number;
  readonly head: number;
}

function totals([base, head]: Anatomies): Whole | undefined {
  const [before, after] = [base.times.total, head.times.total];
  return before === null || after === null ? undefined : { base: before, head: after };
}

/**
 * Without a whole, the parts are the whole. A phase that one side lacks takes no time there. The few calls that were looked into took another time
 * than those that were measured: their parts are taken as shares of it.
 */
function explainTime(names: readonly TimeName[], whole: Whole | undefined, [base, head]: Anatomies): Part[] {
  const scale = (side: 'base' | 'head', { times }: OperationAnatomy): number => {
    const looked = Math.max(timesOf(names, times), names.includes('first token') ? 0 : (times.total ?? 0));
    return whole === undefined || looked === 0 ? 1 : whole[side] / looked;
  };
  const [before, after] = [scale('base', base), scale('head', head)];
  const parts = names
    .map((name) => ({ name, base: TIMES[name](base.times), head: TIMES[name](head.times) }))
    .filter((part) => part.base !== null || part.head !== null)
    .map((part) => timePart(part.name, { base: (part.base ?? 0) * before, head: (part.head ?? 0) * after }));
  if (whole === undefined) return parts;
  const rest = (side: 'base' | 'head'): number => parts.reduce((left, part) => left - (part[side] ?? 0), whole[side]);
  return [...parts, timePart(OWN_CODE, { base: rest('base'), head: rest('head') })];
}

/** The parts of a call that was looked into, added up. */
function timesOf(names: readonly TimeName[], times: AnatomyTimes): number {
  return names.reduce((sum, name) => sum + (TIMES[name](times) ?? 0), 0);
}

function timePart(part: string, { base, head }: Whole): Part {
  return { part, unit: 'ms', base, head, change: head - base };
}

function explainCounts(base: readonly InnerCalls[], head: readonly InnerCalls[]): Part[] {
  const callsOf = (calls: readonly InnerCalls[], name: string): number => calls.find((one) => one.name === name)?.calls ?? 0;
  return [...new Set([...base, ...head].map(({ name }) => name))].map((part) => {
    const [before, after] = [callsOf(base, part), callsOf(head, part)];
    return { part, unit: 'count', base: before, head: after, change: after - before };
  });
}
