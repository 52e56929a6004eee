import { parseLimit } from '../core/limit.ts';
import type { LimitUnit } from '../core/limit.ts';

/** What an objective is about. */
export type Statistic = 'p50' | 'p90' | 'p95' | 'p99' | 'mean' | 'max' | 'per_1k' | 'rate' | 'total' | 'most';

/** How a figure is held against its limit; the objective is met where it holds. */
export type Comparison = '<' | '<=' | '>' | '>=';

/** One objective: "synthesis.simple.response.p95 < 30s @ users<=25". */
export interface Objective {
  readonly text: string;
  /** Without one, over all operations of the run. */
  readonly operation?: string;
  /** `response`, `ttft`, `cost`, `error_rate`, `throughput`, `spend`, … */
  readonly metric: string;
  readonly statistic: Statistic;
  readonly comparison: Comparison;
  /** In `unit`: milliseconds, a ratio of 1, US dollars, calls a second, tokens, or a number. */
  readonly limit: number;
  readonly unit: LimitUnit;
  /** Only the load stages whose number of users satisfies this. */
  readonly users?: { readonly comparison: Comparison | '='; readonly count: number };
  /** Where it is written. */
  readonly source?: ObjectiveSource;
}

/** A place in a file of a repository: forward slashes, relative to its root, and the line from 1. */
export interface ObjectiveSource {
  readonly file: string;
  readonly line: number;
}

/** Objectives that are judged at the end, and spend limits that end the run as soon as they are passed. */
export interface Objectives {
  readonly judged: readonly Objective[];
  /** The lowest `abort: spend > $N`, in USD. */
  readonly spendLimitUsd?: number;
}

/** Why a text is no objective, and where in it (0-based). */
export class ObjectiveSyntaxError extends Error {
  override readonly name = 'ObjectiveSyntaxError';
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

const TIMES = ['response', 'service', 'lag', 'duration', 'connect', 'ttfb', 'ttft', 'itl'];
const TOKENS = ['tokens.input', 'tokens.cached', 'tokens.output'];
/** What only a comparison counts, by looking into calls. */
export const COUNTED: ReadonlySet<string> = new Set(['queries', 'model_calls', 'mcp_calls']);
const QUANTILES: readonly Statistic[] = ['p50', 'p90', 'p95', 'p99', 'mean', 'max'];

interface MetricRule {
  readonly statistics: readonly Statistic[];
  readonly unit: LimitUnit;
  readonly example: string;
}

const METRICS = new Map<string, MetricRule>([
  ...TIMES.map((name): [string, MetricRule] => [name, { statistics: QUANTILES, unit: 'ms', example: `${name}.p95 < 800ms` }]),
  ...TOKENS.map((name): [string, MetricRule] => [
    name,
    { statistics: QUANTILES, unit: 'tokens', example: `${name}.mean < 2000` },
  ]),
  ...[...COUNTED].map((name): [string, MetricRule] => [name, { statistics: ['most'], unit: 'count', example: `${name} <= 12` }]),
  ['cost', { statistics: ['per_1k'], unit: 'usd', example: 'cost.per_1k < $15' }],
  ['error_rate', { statistics: ['rate'], unit: 'ratio', example: 'error_rate < 5%' }],
  ['throughput', { statistics: ['rate'], unit: 'per_s', example: 'throughput > 0.5/s' }],
  ['spend', { statistics: ['total'], unit: 'usd', example: 'spend < $3' }],
]);

const SHAPE = /^(\s*)([\w.]+)(\s*)(<=|>=|<|>)(\s*)([^@\s]+)\s*(?:@\s*users\s*(<=|>=|<|>|=)\s*(\d+)\s*)?$/;

/**
 * Reads one objective. `operations` are the names that it may speak of. Throws ObjectiveSyntaxError.
 * The grammar: `[operation.]metric[.statistic] (< | <= | > | >=) limit [@ users (= | < | <= | > | >=) N]`.
 */
export function parseObjective(text: string, operations: readonly string[]): Objective {
  const match = SHAPE.exec(text);
  if (match === null) {
    throw new ObjectiveSyntaxError('expected "[operation.]metric.statistic < limit [@ users<=N]", like "error_rate < 5%"', 0);
  }
  const [, indent = '', subject = '', space = '', comparison = '', gap = '', limitText = '', userComparison, userCount] = match;
  const { operation, metric, statistic } = parseSubject(subject, { operations, position: indent.length });
  const position = indent.length + subject.length + space.length + comparison.length + gap.length;
  const { unit, example } = ruleOf(metric);
  const limit = parseLimit(limitText, unit);
  if (limit === undefined)
    throw new ObjectiveSyntaxError(`"${limitText}" is no limit for ${metric}; write for example "${example}"`, position);
  return {
    text: text.trim(),
    ...(operation === undefined ? {} : { operation }),
    metric,
    statistic,
    comparison: toComparison(comparison),
    limit,
    unit,
    ...(userCount === undefined ? {} : { users: { comparison: toUserComparison(userComparison), count: Number(userCount) } }),
  };
}

/** Reads all objectives of a plan, the `abort:` ones apart. Throws ObjectiveSyntaxError for the first that cannot be read. */
export function parseObjectives(texts: readonly string[], operations: readonly string[]): Objectives {
  const judged: Objective[] = [];
  let spendLimitUsd = Infinity;
  for (const text of texts) {
    const abort = /^\s*abort:/.exec(text);
    if (abort === null) judged.push(parseObjective(text, operations));
    else spendLimitUsd = Math.min(spendLimitUsd, parseSpendLimit(text, abort[0].length));
  }
  return { judged, ...(Number.isFinite(spendLimitUsd) ? { spendLimitUsd } : {}) };
}

function parseSpendLimit(text: string, start: number): number {
  const match = /^\s*spend\s*>=?\s*(\S+)\s*$/.exec(text.slice(start));
  const limit = parseLimit(match?.[1] ?? '', 'usd');
  if (limit === undefined) throw new ObjectiveSyntaxError('a run can be aborted by what it spends: "abort: spend > $3"', start);
  return limit;
}

interface Subject {
  readonly operation?: string;
  readonly metric: string;
  readonly statistic: Statistic;
}

function parseSubject(subject: string, where: { readonly operations: readonly string[]; readonly position: number }): Subject {
  for (const [metric, rule] of METRICS) {
    const tails = rule.statistics.map((statistic) => ({
      statistic,
      tail: isImplied(statistic) ? metric : `${metric}.${statistic}`,
    }));
    for (const { statistic, tail } of tails) {
      if (subject === tail) return { metric, statistic };
      if (!subject.endsWith(`.${tail}`)) continue;
      const operation = subject.slice(0, -tail.length - 1);
      if (where.operations.includes(operation)) return { operation, metric, statistic };
    }
  }
  throw new ObjectiveSyntaxError(
    `"${subject}" names no metric of this plan: ${explainSubject(subject, where.operations)}`,
    where.position,
  );
}

function explainSubject(subject: string, operations: readonly string[]): string {
  const operation = operations.find((name) => subject === name || subject.startsWith(`${name}.`));
  const metrics = [...METRICS.values()].map(({ example }) => example.split(' ')[0] ?? '');
  if (operation !== undefined) return `after "${operation}." write one of ${metrics.join(', ')}`;
  return `write one of ${metrics.join(', ')}, alone or after one of the operations ${operations.join(', ')}`;
}

/** `error_rate`, `throughput` and `spend` are statistics already; of what is counted, the most in any call is meant. */
function isImplied(statistic: Statistic): boolean {
  return statistic === 'rate' || statistic === 'total' || statistic === 'most';
}

function ruleOf(metric: string): MetricRule {
  const rule = METRICS.get(metric);
  if (rule === undefined) throw new Error(`no rule for metric ${metric}`);
  return rule;
}

function toComparison(text: string): Comparison {
  return text === '<' || text === '<=' || text === '>' ? text : '>=';
}

function toUserComparison(text: string | undefined): Comparison | '=' {
  return text === undefined || text === '=' ? '=' : toComparison(text);
}

/** Whether `value` satisfies `comparison limit`. */
export function satisfies(value: number, comparison: Comparison | '=', limit: number): boolean {
  switch (comparison) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
  }
}
