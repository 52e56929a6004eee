import type { ComparedMetric, Comparison } from '../../history/comparison.ts';
import type { RunDocument } from '../../history/run-document.ts';
import { changeText, detectableText, metricNote, sideText, toleranceText } from '../comparison/change-text.ts';
import { brokenSide } from '../comparison/broken-side.ts';
import { comparisonFacts, operationFacts } from '../comparison/facts.ts';
import type { ComparisonFact } from '../comparison/facts.ts';
import { metricResult } from '../comparison/metric-result.ts';
import { notableMetrics, otherMetrics } from '../comparison/metrics.ts';
import { shownComparison } from '../comparison/shown-comparison.ts';
import { oneLine } from '../escape.ts';
import { formatCount, plural } from '../format.ts';
import { createForestPlot, forestLegend } from './forest-plot.ts';
import type { ForestPlot } from './forest-plot.ts';
import { metricBadge } from './icons.ts';
import { code, folded, notedName, outside } from './section.ts';
import type { Section } from './section.ts';
import { facts, table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html, HtmlValue } from './template.ts';
import { whyBody } from './why.ts';

/** The comparison: what changed as a forest plot, why, the statements, and how it was measured; nothing without one. */
export function comparisonSections(run: RunDocument): Section[] {
  const comparison = shownComparison(run);
  if (run.comparison === undefined || comparison === undefined) return [];
  return [
    ...section('last-lines', 'Last lines', lastLines(comparison)),
    { id: 'comparison', title: 'Base against head', body: metricTables(run, comparison) },
    ...section('why', 'Why', whyBody(comparison)),
    { id: 'compared', title: 'How it was compared', body: measured(run.comparison) },
  ];
}

function lastLines(comparison: Comparison): Html | undefined {
  const broken = brokenSide(comparison);
  if (broken === undefined || broken.lines.length === 0) return undefined;
  return html`<p>The last that was heard of ${broken.side}:</p>
    <pre tabindex="0">${broken.lines.join('\n')}</pre>`;
}

function section(id: string, title: string, body: Html | undefined): Section[] {
  return body === undefined ? [] : [{ id, title, body }];
}

function metricTables(run: RunDocument, comparison: Comparison): Html {
  const [notable, others] = [notableMetrics(comparison), otherMetrics(comparison)];
  const plot = createForestPlot(comparison.metrics);
  const columns = columnsFor(run, plot);
  return html`${comparison.metrics.length === 0 ? html`<p>Nothing was compared.</p>` : forestLegend()}
  ${notable.length === 0 ? undefined : table(columns, notable, { caption: 'What changed or is undecided, the gravest first.', cards: true })}
  ${others.length === 0 ? undefined : folded(`${plural(others.length, 'other metric')}, by operation`, table(columns, others, { caption: 'Everything else that was compared.', cards: true }), notable.length === 0)}`;
}

function columnsFor(run: RunDocument, plot: ForestPlot): Column<ComparedMetric>[] {
  return [
    { head: 'Metric', kind: 'name', cell: nameCell },
    { head: 'Verdict', kind: 'badge-cell', cell: (metric) => metricBadge(metricResult(run, metric), metric) },
    { head: 'Change', under: plot.axis, kind: 'plot', cell: (metric) => plot.row(metric, metricResult(run, metric)) },
    { head: 'Change (95% interval)', kind: 'number', cell: changeText },
    { head: 'Tolerance', kind: 'number', cell: toleranceText },
    { head: 'Base', kind: 'number', cell: (metric) => sideText(metric, metric.base) },
    { head: 'Head', kind: 'number', cell: (metric) => sideText(metric, metric.head) },
    { head: '80% power for', kind: 'number', optional: true, cell: detectableText },
    { head: 'Why', kind: 'text', optional: true, cell: whyCell },
  ];
}

function nameCell(metric: ComparedMetric): Html {
  const note = [metricNote(metric), metric.role === 'gate' ? '' : metric.role].filter((part) => part !== '').join(', ');
  return notedName(metric.name, note);
}

function whyCell({ reason, pairsNeeded }: ComparedMetric): HtmlValue {
  if (reason !== undefined) return outside(reason);
  return pairsNeeded === null ? undefined : `about ${plural(pairsNeeded, 'pair')} would decide`;
}

function measured(comparison: Comparison): Html {
  const shown = (list: readonly ComparisonFact[]): Html => facts(list.map(([name, value]) => [name, outside(value)]));
  const operations = operationFacts(comparison);
  const { acceptances, reproduce } = comparison;
  const accepted = acceptances.map(
    ({ metric, by, reason }) => [code(metric), html`by ${outside(by)}: ${outside(reason)}`] as const,
  );
  return html`${shown(comparisonFacts(comparison))}
  ${
    operations.length === 0
      ? undefined
      : html`<h3>Operations that were not compared</h3>
          ${shown(operations)}`
  }
  ${
    accepted.length === 0
      ? undefined
      : html`<h3>Accepted regressions (${formatCount(accepted.length)})</h3>
          ${facts(accepted)}`
  }
  ${
    reproduce.trim() === ''
      ? undefined
      : html`<h3>The same comparison again</h3>
          <p>${code(oneLine(reproduce, Infinity))}</p>`
  }`;
}
