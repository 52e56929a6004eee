import type { RunDocument } from '../../history/run-document.ts';
import { oneLine } from '../escape.ts';
import { NONE, formatBytes, formatCount, formatDuration, formatMoney, formatPercent, formatTime, plural } from '../format.ts';
import { failureRows } from '../view/failures.ts';
import type { FailureRow } from '../view/failures.ts';
import { modelTotals } from '../view/models.ts';
import type { ModelTotal } from '../view/models.ts';
import { code, dottedName, outside } from './section.ts';
import type { Section } from './section.ts';
import { facts, table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html, HtmlValue } from './template.ts';

/** Tokens and cost by model; nothing when no model was called. */
export function costSections(run: RunDocument): Section[] {
  const totals = modelTotals(run);
  if (totals.length === 0) return [];
  const priced = totals.some(({ cost }) => cost !== 'unpriced');
  const sum = priced ? html`<strong>${formatMoney(run.cost.totalUsd)}</strong>` : html`<strong class="warn">unpriced</strong>`;
  const without =
    run.cost.unpriced.length === 0 ? undefined : html`, without ${run.cost.unpriced.map((name) => html`${code(name)} `)}`;
  const sources = run.cost.priceTable.sources.map((source) => source.replace(/^https?:\/\//, '')).join(', ');
  const body = html`<p>
      Total ${sum}${without}. Prices of
      ${outside(run.cost.priceTable.date)}${sources === '' ? '' : html`, from ${outside(sources)}`}.
    </p>
    ${table(costColumns(run), totals, { caption: 'Cached tokens and cache writes are part of the input, reasoning is part of the output.', cards: true })}`;
  return [{ id: 'cost', title: 'Usage and cost by model', body }];
}

function costColumns(run: RunDocument): Column<ModelTotal>[] {
  const tokens = (
    head: string,
    kind: 'calls' | 'input' | 'cached' | 'cacheWrite' | 'output' | 'reasoning',
  ): Column<ModelTotal> => ({
    head,
    kind: 'number',
    cell: (total) => formatCount(total[kind]),
  });
  return [
    { head: 'Model', kind: 'name', cell: ({ provider, model }) => dottedName(`${provider}/${model}`) },
    tokens('Calls', 'calls'),
    tokens('Input tokens', 'input'),
    tokens('Cached', 'cached'),
    tokens('Cache writes', 'cacheWrite'),
    tokens('Output tokens', 'output'),
    tokens('Reasoning', 'reasoning'),
    {
      head: 'Cost',
      kind: 'number',
      cell: ({ cost }) => (cost === 'unpriced' ? html`<strong class="warn">unpriced</strong>` : formatMoney(cost)),
    },
    { head: 'Share of cost', kind: 'plot', cell: ({ cost }) => shareBar(cost, run.cost.totalUsd) },
  ];
}

function shareBar(cost: number | 'unpriced', total: number): Html | string {
  if (cost === 'unpriced' || total <= 0) return NONE;
  const share = Math.min(1, cost / total);
  return html`<span class="share"
    ><svg viewBox="0 0 100 10" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="10" rx="2" />
      <rect class="bar" width="${share * 100}" height="10" rx="2" /></svg
    >${formatPercent(share)}</span
  >`;
}

/** Failures by operation and class with an example each; nothing when every call was right. */
export function failureSections(run: RunDocument): Section[] {
  const rows = failureRows(run);
  if (rows.length === 0) return [];
  const columns: Column<FailureRow>[] = [
    { head: 'Operation', kind: 'name', cell: ({ operation }) => dottedName(operation) },
    { head: 'Class', kind: 'text', cell: (row) => code(row.class) },
    { head: 'Count', kind: 'number', cell: ({ count }) => formatCount(count) },
    { head: 'Where', kind: 'text', cell: ({ stages }) => outside(stages.join(', ')) },
    { head: 'Example', kind: 'text', cell: ({ example }) => html`<span class="example">${outside(example)}</span>` },
  ];
  return [
    {
      id: 'failures',
      title: 'Failures',
      body: table(columns, rows, { caption: 'By operation and class, most frequent first.', cards: true }),
    },
  ];
}

/** Machine, services, generator, processes, and how to measure the same again. */
export function environmentSections(run: RunDocument): Section[] {
  const body = html`<h3>Machine</h3>
    ${facts(machine(run))}
    <h3>Services</h3>
    ${facts(services(run))}
    <h3>Generator health</h3>
    ${facts(generator(run))}
    <h3>Processes of the system</h3>
    ${facts(processes(run))}`;
  return [
    { id: 'environment', title: 'Environment', body },
    { id: 'reproduce', title: 'How to reproduce', body: reproduce(run) },
  ];
}

type Facts = (readonly [HtmlValue, HtmlValue])[];

function machine({ environment }: RunDocument): Facts {
  const { cpuModel, cores, memoryBytes, platform, kernel, node, shotclock, runnerImage } = environment;
  return [
    ['CPU', html`${outside(cpuModel)}, ${plural(cores, 'core')}`],
    ['Memory', formatBytes(memoryBytes)],
    ['System', html`${outside(platform)}, kernel ${outside(kernel)}`],
    ['Runner image', runnerImage === null ? NONE : outside(runnerImage)],
    ['Node', outside(node)],
    ['Shotclock', outside(shotclock)],
  ];
}

function services({ environment }: RunDocument): Facts {
  const entries = Object.entries(environment.services);
  if (entries.length === 0) return [['Services', 'none']];
  return entries.map(([name, { type, mode, version, detail }]) => {
    const rest = [version, detail].filter((part) => part !== undefined).join(', ');
    const shown = mode === 'simulated' ? html`<strong class="warn">simulated</strong>` : mode;
    return [code(name), html`${outside(type)}, ${shown}${rest === '' ? undefined : html`, ${outside(rest)}`}`];
  });
}

function generator({ generator: health }: RunDocument): Facts {
  const { p50, p99, max } = health.eventLoopDelayMs;
  const className = health.verdict === 'ok' ? '' : health.verdict === 'void' ? 'bad' : 'warn';
  return [
    [
      'Verdict',
      html`<strong class="${className}">${health.verdict}</strong
        >${health.reasons.length === 0 ? undefined : html`: ${outside(health.reasons.join('; '))}`}`,
    ],
    ['Event loop busy', formatPercent(health.eventLoopUtilization)],
    ['Event loop delay', `p50 ${formatDuration(p50)}, p99 ${formatDuration(p99)}, max ${formatDuration(max)}`],
    ['Highest memory', formatBytes(health.residentBytesMax)],
    ['CPU taken by the hypervisor', health.stealRatio === null ? 'unknown' : formatPercent(health.stealRatio)],
  ];
}

function processes({ resources }: RunDocument): Facts {
  const entries = Object.entries(resources);
  if (entries.length === 0) return [['Processes', 'none were watched']];
  return entries.map(([name, { residentBytesMax, cpuMs }]) => [
    code(name),
    `highest memory ${formatBytes(residentBytesMax)}, ${formatDuration(cpuMs)} of CPU`,
  ]);
}

/** Only a comparison knows by which options it was asked for. */
function commandOf({ run, comparison }: RunDocument): string {
  const command = oneLine(comparison?.reproduce ?? '', Infinity);
  return command === '' ? `shotclock ${run.kind}` : command;
}

function reproduce(document: RunDocument): Html {
  const { run } = document;
  const dirty = run.dirty
    ? html` <strong class="warn">with uncommitted changes</strong>, which these figures depend on`
    : undefined;
  return facts([
    ['Commit', run.commit === null ? NONE : html`${code(run.commit)}${dirty}`],
    ['Branch', run.branch === null ? NONE : code(run.branch)],
    ['Command', code(commandOf(document))],
    ['Seed', code(run.seed)],
    ['Plan digest', code(run.planDigest)],
    ['Run', code(run.id)],
    ['Started', formatTime(run.startedAt)],
    ['Took', formatDuration(run.durationMs)],
  ]);
}
