import type { MeasuredBlock } from '../../../workflows-lib/commands/compare/measuring.ts';
import { measurePairs } from '../../../workflows-lib/commands/compare/measure-pairs.ts';
import { countInside } from '../../../workflows-lib/commands/compare/why/count-inside.ts';
import { lookInside } from '../../../workflows-lib/commands/compare/why/look-inside.ts';
import { createRecorder } from '../../../workflows-lib/load/recorder.ts';
import { createSeriesBook } from '../../../workflows-lib/commands/compare/series-book.ts';
import type { CommandContext } from '../../../workflows-lib/commands/context.ts';
import type { Attempt } from '../../../workflows-lib/drivers/driver.ts';
import { closeDesign, planDesign } from '../../../workflows-lib/gate/comparison/design.ts';
import { judgeComparison } from '../../../workflows-lib/gate/comparison/judge.ts';
import { openOperations } from '../../../workflows-lib/gate/comparison/open-operations.ts';
import { pairsSoFar } from '../../../workflows-lib/gate/comparison/replay.ts';
import type { PricesOfSides } from '../../../workflows-lib/pricing/decompose.ts';
import { createPriceTable } from '../../../workflows-lib/pricing/price-table.ts';
import type { CallsBySlot, Recording } from './recording.ts';
import type { Sides } from './with-sides.ts';

/** What to measure, and how long. */
export interface RecordingRequest extends Pick<Recording, 'kind' | 'mustFlag' | 'delayMs' | 'index'> {
  readonly operations: readonly string[];
  /** The most pairs. */
  readonly pairs: number;
  readonly budgetMs: number;
  readonly pairsPerStart: number;
  /**
   * `decided`: as the gate stops. `found`: as soon as everything that must be flagged is, or the gate would stop. `never`: every pair is measured,
   * also of what is decided, so that other rules can be asked about the same calls.
   */
  readonly stops: 'decided' | 'found' | 'never';
}

/** Measures one comparison as the gate does, and keeps every call. Throws what stopped it. */
export async function measureRecording(sides: Sides, request: RecordingRequest, context: CommandContext): Promise<Recording> {
  const { kind, mustFlag, delayMs, index, operations } = request;
  const { compare: rules } = sides.head.plan;
  const design = planDesign({
    ...{ seed: `${kind}/${index}`, level: rules.level, budgetMs: request.budgetMs, pairs: request.pairs },
    ...{ gatingMetrics: operations.length, pairsPerStart: request.pairsPerStart, layout: 'side-by-side' },
  });
  const book = createSeriesBook(rules);
  const calls: Record<string, Record<keyof CallsBySlot, number[][]>> = {};
  const pairEndsMs: number[] = [];
  const startMs = context.clock.now();
  const { starts, measuringMs, ended, failure } = await measurePairs(
    {
      ...{ systems: sides, design, operations, book, prices: pricesOf(sides) },
      stillOpen: (series) => {
        if (request.stops === 'never') return new Set(operations);
        return request.stops === 'found' && isFlagged(mustFlag, { design, series }) ? new Set() : openOperations(design, series);
      },
      onBlock: (block) => {
        keep(block, (calls[block.operation] ??= { base: [], head: [], twin: [] }));
        pairEndsMs[block.pair] = Math.round(context.clock.now() - startMs);
      },
    },
    context,
  );
  if (failure !== undefined) throw failure;
  const broken = Object.entries(calls).filter(([, { base, twin }]) => [...base, ...twin].every((pair) => pair.length === 0));
  if (broken.length > 0) throw new Error(`no right answer from ${broken.map(([name]) => name).join(', ')}: the plan is wrong`);
  const told = { kind, mustFlag, ...(delayMs === undefined ? {} : { delayMs }), index };
  const series = book.series();
  const closed = closeDesign(design, { pairs: pairsSoFar(series), ended });
  return { ...told, design: closed, series, calls, starts, measuringMs: Math.round(measuringMs), pairEndsMs, ended };
}

/**
 * One comparison of what is counted by looking into the calls of an operation, as the gate does after its pairs. Throws when it could not be looked
 * into.
 */
export async function countRecording(sides: Sides, request: RecordingRequest, context: CommandContext): Promise<Recording> {
  const { kind, mustFlag, index } = request;
  const { compare: rules } = sides.head.plan;
  const operations = [...new Set(mustFlag.map((metric) => metric.slice(0, metric.lastIndexOf('.'))))];
  const startMs = context.clock.now();
  const side = ({ plan, services }: Sides['base']): Parameters<typeof lookInside>[0]['base'] => ({
    plan,
    withServices: async (use) => use(services),
  });
  const looked = await lookInside({ base: side(sides.base), head: side(sides.head) }, operations, context);
  if ('why' in looked) throw new Error(`the calls were not looked into: ${looked.why}`);
  const book = createSeriesBook(rules);
  const { base, head } = pricesOf(sides);
  countInside(looked.insight, { book, recorders: { base: createRecorder(base), head: createRecorder(head) } });
  const measuringMs = Math.round(context.clock.now() - startMs);
  const design = planDesign({
    ...{ seed: `${kind}/${index}`, level: rules.level, budgetMs: request.budgetMs, pairs: 1 },
    ...{ gatingMetrics: 0, pairsPerStart: 1, layout: 'side-by-side' },
  });
  const measured = { starts: 1, measuringMs, pairEndsMs: [measuringMs], ended: 'decided' as const };
  return { kind, mustFlag, index, design, series: book.series(), calls: {}, ...measured };
}

/** What tokens cost on either side. */
export function pricesOf({ base, head }: Pick<Sides, 'base' | 'head'>): PricesOfSides {
  return { base: createPriceTable(base.plan.prices), head: createPriceTable(head.plan.prices) };
}

function isFlagged(metrics: readonly string[], measured: Pick<Recording, 'design' | 'series'>): boolean {
  const { flagged } = judgeComparison(measured);
  return metrics.every((metric) => flagged.includes(metric));
}

function keep({ attempts }: MeasuredBlock, calls: Record<keyof CallsBySlot, number[][]>): void {
  for (const slot of ['base', 'head', 'twin'] as const) calls[slot].push(durationsOf(attempts[slot]));
}

/** Durations of right answers, to five digits: files grow large. */
export function durationsOf(attempts: readonly Attempt[]): number[] {
  return attempts.filter(({ outcome }) => outcome === 'ok').map(({ startMs, endMs }) => Number((endMs - startMs).toPrecision(5)));
}
