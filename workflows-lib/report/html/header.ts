import type { RunDocument, Stage } from '../../history/run-document.ts';
import { NONE, formatCostPer1k, formatCount, formatDuration, formatPercent, formatRate, formatTime } from '../format.ts';
import { benchmarkStages, loadStages, operationNames, operationsIn, slowestOperation, stageLabel } from '../view/metrics.ts';
import { notices } from '../view/notices.ts';
import type { Notice } from '../view/notices.ts';
import { keyFigures, measuredSentence } from '../view/sentence.ts';
import { shownResult, verdictSentence } from '../view/verdict.ts';
import { resultBadge } from './icons.ts';
import { code, outside } from './section.ts';
import { html } from './template.ts';
import type { Html, HtmlValue } from './template.ts';

const KIND_WORD = { benchmark: 'Benchmark', load: 'Load test', demo: 'Benchmark and load test', compare: 'Comparison' } as const;

/** System, verdict, the run in one sentence, where it comes from, and the figures that matter most. */
export function header(run: RunDocument): Html {
  const result = shownResult(run);
  const sentence = [measuredSentence(run), ...keyFigures(run)].join('; ');
  return html`<header class="${result}">
      <p class="eyebrow">Shotclock · ${KIND_WORD[run.run.kind]}</p>
      <div class="title">
        <h1>${outside(run.run.system)}</h1>
        ${resultBadge(result)}
      </div>
      <p class="verdict">${verdictSentence(run)}</p>
      <p class="lead">${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.</p>
      ${origin(run)}${tiles(run)}
    </header>
    ${notices(run).map(noticeBox)}`;
}

function origin({ run }: RunDocument): Html {
  const parts: HtmlValue[] = [
    run.commit === null
      ? 'no commit'
      : html`${code(run.commit.slice(0, 12))}${run.branch === null ? '' : html` on ${code(run.branch)}`}`,
    ...(run.dirty ? [html`<strong>with uncommitted changes</strong>`] : []),
    html`<time datetime="${run.startedAt}">${formatTime(run.startedAt)}</time>`,
    `took ${formatDuration(run.durationMs)}`,
  ];
  return html`<p class="origin">${parts.map((part) => html`<span>${part}</span> `)}</p>`;
}

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly detail: HtmlValue;
}

function tiles(run: RunDocument): Html | undefined {
  const top = loadStages(run).at(-1);
  const stage = top ?? benchmarkStages(run)[0];
  if (stage === undefined || stage.attempts === 0) return undefined;
  const all = [
    callTile(run),
    ...latencyTile(run, stage),
    ...(top === undefined ? [] : [throughputTile(run, top)]),
    ...costTile(stage),
  ];
  return html`<dl class="tiles">
    ${all.map(
      ({ name, value, detail }) =>
        html`<div>
          <dt>${name}</dt>
          <dd class="figure">${value}</dd>
          <dd>${detail}</dd>
        </div>`,
    )}
  </dl>`;
}

function callTile(run: RunDocument): Tile {
  const sum = (part: (stage: Stage) => number): number => run.stages.reduce((total, stage) => total + part(stage), 0);
  const [calls, errors] = [sum((stage) => stage.attempts), sum((stage) => stage.errors)];
  return {
    name: 'Failed calls',
    value: formatPercent(errors / calls),
    detail: `${formatCount(errors)} of ${formatCount(calls)}, ${formatCount(operationNames(run, run.stages).length)} operations`,
  };
}

function latencyTile(run: RunDocument, stage: Stage): Tile[] {
  const slowest = slowestOperation(operationsIn(run, stage));
  if (slowest === undefined) return [];
  const where = stage.workload === 'closed' ? ` at ${stageLabel(stage)}` : '';
  const detail = html`${code(slowest.operation)}${where}`;
  return [{ name: `Slowest ${slowest.percentile}`, value: formatDuration(slowest.valueMs), detail }];
}

function throughputTile(run: RunDocument, top: Stage): Tile {
  const best = loadStages(run).reduce((left, right) => (right.throughputPerS > left.throughputPerS ? right : left), top);
  return { name: 'Highest throughput', value: formatRate(best.throughputPerS), detail: `at ${stageLabel(best)}` };
}

function costTile(stage: Stage): Tile[] {
  const value = formatCostPer1k(stage.costPer1k);
  if (value === NONE) return [];
  const where = stage.workload === 'closed' ? `at ${stageLabel(stage)}` : 'over all operations';
  return [{ name: 'Cost per 1,000 calls', value, detail: where }];
}

function noticeBox({ level, title, text }: Notice): Html {
  return html`<div class="notice ${level}" role="note"><strong>${title}.</strong> ${outside(text)}</div>`;
}
