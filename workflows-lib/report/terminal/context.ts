import type { RunDocument } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { formatBytes, formatCount, formatDuration, formatMoney, formatPercent } from '../format.ts';
import { terminalTable } from '../terminal-table.ts';
import type { TerminalCell, TerminalColumn } from '../terminal-table.ts';
import { wrapToWidth } from '../text-width.ts';
import { failureRows } from '../view/failures.ts';
import { modelTotals } from '../view/models.ts';
import type { ModelTotal } from '../view/models.ts';
import type { Style } from './style.ts';

const FAILURES_SHOWN = 8;

/** Tokens and cost by model. Empty when no model was called. */
export function costBlock(run: RunDocument, style: Style): string[] {
  const totals = modelTotals(run);
  if (totals.length === 0) return [];
  const cost = (total: ModelTotal): TerminalCell =>
    total.cost === 'unpriced' ? { text: 'unpriced', paint: style.warn } : { text: formatMoney(total.cost) };
  const columns: TerminalColumn<ModelTotal>[] = [
    { head: 'Model', align: 'left', shrinkTo: 20, cell: ({ provider, model }) => oneLine(`${provider}/${model}`, 120) },
    { head: 'Calls', align: 'right', cell: ({ calls }) => formatCount(calls), drop: 1 },
    { head: 'Input', align: 'right', cell: ({ input }) => formatCount(input) },
    { head: 'Cached', align: 'right', cell: ({ cached }) => formatCount(cached), drop: 2 },
    { head: 'Writes', align: 'right', cell: ({ cacheWrite }) => formatCount(cacheWrite), drop: 3 },
    { head: 'Output', align: 'right', cell: ({ output }) => formatCount(output) },
    { head: 'Cost', align: 'right', cell: cost },
  ];
  const note = `Prices of ${oneLine(run.cost.priceTable.date, 40)}, USD. Cached and written tokens are part of the input.`;
  const table = terminalTable(columns, totals, { width: style.width, head: style.dim });
  return [style.bold('Cost by model'), ...table, ...wrapToWidth(note, style.width).map(style.dim)];
}

/** Failures by operation and class with an example each, the most frequent first. Empty when every call was right. */
export function failureBlock(run: RunDocument, style: Style): string[] {
  const rows = failureRows(run);
  if (rows.length === 0) return [];
  const lines = rows
    .slice(0, FAILURES_SHOWN)
    .flatMap((row) => [
      ...wrapToWidth(oneLine(`${row.count} × ${row.class} in ${row.operation}`, 160), style.width).map(style.bad),
      ...wrapToWidth(oneLine(row.example, 300), style.width - 4).map((line) => `    ${line}`),
    ]);
  const rest = rows.length - FAILURES_SHOWN;
  return [
    style.bold('Failures'),
    ...lines,
    ...(rest > 0 ? wrapToWidth(`and ${rest} more kinds; the HTML report has them all`, style.width).map(style.dim) : []),
  ];
}

/** The machine and the generator's health, in two sentences. */
export function environmentBlock({ environment, generator }: RunDocument, style: Style): string[] {
  const { cpuModel, cores, memoryBytes, platform, node } = environment;
  const machine = oneLine(`${cpuModel}, ${cores} cores, ${formatBytes(memoryBytes)}, ${platform}, Node ${node}`, 200);
  const health =
    `Generator ${generator.verdict}: event loop ${formatPercent(generator.eventLoopUtilization)} busy, ` +
    `delay p99 ${formatDuration(generator.eventLoopDelayMs.p99)}, memory ${formatBytes(generator.residentBytesMax)}`;
  return [...wrapToWidth(machine, style.width), ...wrapToWidth(health, style.width)].map(style.dim);
}
