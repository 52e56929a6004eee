import type { RunDocument } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { NONE, formatBytes, formatCount, formatDuration, formatMoney, formatPercent, plural } from '../format.ts';
import { failureRows } from '../view/failures.ts';
import type { FailureRow } from '../view/failures.ts';
import { judgedAt } from '../view/judged-at.ts';
import { modelTotals } from '../view/models.ts';
import type { ModelTotal } from '../view/models.ts';
import type { MarkdownSection, MarkdownView } from './section.ts';
import { leftOutLine, markdownRows } from './table.ts';
import type { MarkdownColumn } from './table.ts';

/** Tokens and cost by model; undefined when no model was called. */
export function costSection(run: RunDocument, view: MarkdownView): MarkdownSection | undefined {
  const totals = modelTotals(run);
  if (totals.length === 0) return undefined;
  const tokens = (head: string, kind: 'calls' | 'input' | 'cached' | 'cacheWrite' | 'output'): MarkdownColumn<ModelTotal> => ({
    head,
    align: 'r',
    cell: (total) => formatCount(total[kind]),
  });
  const columns: MarkdownColumn<ModelTotal>[] = [
    { head: 'Model', align: 'l', cell: ({ provider, model }) => markdownCode(`${provider}/${model}`) },
    tokens('Calls', 'calls'),
    tokens('Input', 'input'),
    tokens('of it cached', 'cached'),
    tokens('of it cache writes', 'cacheWrite'),
    tokens('Output', 'output'),
    { head: 'Cost', align: 'r', cell: ({ cost }) => (cost === 'unpriced' ? '**unpriced**' : formatMoney(cost)) },
  ];
  const { text, leftOut } = markdownRows(columns, totals, view);
  const parts = [text, leftOutLine(leftOut), totalLine(run, totals)];
  return { title: 'Cost by model', hint: plural(totals.length, 'model'), parts, leftOut };
}

function totalLine({ cost }: RunDocument, totals: readonly ModelTotal[]): string {
  const priced = totals.some((total) => total.cost !== 'unpriced');
  const without = cost.unpriced.length === 0 ? '' : `, without ${codeList(cost.unpriced)}`;
  return `Total ${priced ? formatMoney(cost.totalUsd) : '**unpriced**'}${without}. Prices of ${markdownText(cost.priceTable.date, 40)}.`;
}

const NAMES_SHOWN = 5;

/** Names as code, at most five of them: "`a`, `b`, 3 more". */
export function codeList(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return [...names.slice(0, NAMES_SHOWN).map((name) => markdownCode(name)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** Failures by operation and class; undefined when every call was right. */
export function failureSection(run: RunDocument, view: MarkdownView): MarkdownSection | undefined {
  const rows = failureRows(run);
  if (rows.length === 0) return undefined;
  const columns: MarkdownColumn<FailureRow>[] = [
    { head: 'Operation', align: 'l', cell: ({ operation }) => markdownCode(operation) },
    { head: 'Class', align: 'l', cell: (row) => markdownCode(row.class, 60) },
    { head: 'Count', align: 'r', cell: ({ count }) => formatCount(count) },
    { head: 'Where', align: 'l', cell: ({ stages }) => markdownText(judgedAt(run, stages.join(', ')), 120) },
    { head: 'Example', align: 'l', cell: ({ example }) => markdownText(example) },
  ];
  const { text, leftOut } = markdownRows(columns, rows, view);
  const calls = rows.reduce((sum, { count }) => sum + count, 0);
  return { title: 'Failures', hint: plural(calls, 'call'), parts: [text, leftOutLine(leftOut)], leftOut };
}

/** Machine, services, generator, and what these figures were measured from. */
export function environmentSection(run: RunDocument, view: MarkdownView): MarkdownSection {
  const columns: MarkdownColumn<readonly [string, string]>[] = [
    { head: 'What', align: 'l', cell: ([name]) => name },
    { head: 'Value', align: 'l', cell: ([, value]) => value },
  ];
  const facts = [...machine(run), ...services(run), ...generator(run), ...origin(run)];
  const { text, leftOut } = markdownRows(columns, facts, view);
  return { title: 'Environment and generator', parts: [text, leftOutLine(leftOut)], leftOut };
}

type Fact = readonly [string, string];

function machine({ environment }: RunDocument): Fact[] {
  const { cpuModel, cores, memoryBytes, platform, kernel, node, shotclock, runnerImage } = environment;
  return [
    ['CPU', `${markdownText(cpuModel)}, ${formatCount(cores)} cores`],
    ['Memory', formatBytes(memoryBytes)],
    ['System', markdownText(`${platform}, kernel ${kernel}`)],
    ['Runner image', markdownText(runnerImage ?? NONE)],
    ['Node / Shotclock', markdownText(`${node} / ${shotclock}`)],
  ];
}

function services({ environment }: RunDocument): Fact[] {
  return Object.entries(environment.services).map(([name, { type, mode, version, detail }]) => {
    const rest = [version, detail].filter((part) => part !== undefined).join(', ');
    const shown = mode === 'simulated' ? '**simulated**' : mode;
    return [`Service ${markdownCode(name)}`, `${markdownText(type)}, ${shown}${rest === '' ? '' : `, ${markdownText(rest)}`}`];
  });
}

function generator({ generator: health, resources }: RunDocument): Fact[] {
  const delay = health.eventLoopDelayMs;
  return [
    ['Generator', `${health.verdict}${health.reasons.length === 0 ? '' : `: ${markdownText(health.reasons.join('; '))}`}`],
    [
      'Event loop',
      `${formatPercent(health.eventLoopUtilization)} busy, delay p99 ${formatDuration(delay.p99)}, max ${formatDuration(delay.max)}`,
    ],
    ['CPU steal', health.stealRatio === null ? 'unknown' : formatPercent(health.stealRatio)],
    ['Generator memory', formatBytes(health.residentBytesMax)],
    ...Object.entries(resources).map(([name, { residentBytesMax, cpuMs }]): Fact => [
      `Process ${markdownCode(name)}`,
      `${formatBytes(residentBytesMax)}, ${formatDuration(cpuMs)} of CPU`,
    ]),
  ];
}

function origin({ run }: RunDocument): Fact[] {
  return [
    ['Run', markdownCode(run.id)],
    ['Commit', run.commit === null ? NONE : `${markdownCode(run.commit)}${run.dirty ? ', with uncommitted changes' : ''}`],
    ['Seed', markdownCode(run.seed)],
    ['Plan digest', markdownCode(run.planDigest)],
  ];
}
