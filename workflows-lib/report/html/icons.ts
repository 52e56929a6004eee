import type { ComparedMetric } from '../../history/comparison.ts';
import { METRIC_WORD } from '../comparison/metric-result.ts';
import type { MetricResult } from '../comparison/metric-result.ts';
import { RESULT_WORD } from '../view/verdict.ts';
import type { Result } from '../view/verdict.ts';
import { html, trusted } from './template.ts';
import type { Html } from './template.ts';

/** Each result has an outline of its own: circle, octagon, diamond, barred circle, square. */
const SHAPES: Readonly<Record<Result, string>> = {
  pass: '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.2l2.3 2.3 4.5-4.8"/>',
  fail: '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
  inconclusive: '<path d="M8 .9L15.1 8 8 15.1.9 8z"/><path d="M6.3 6.5a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.2"/>',
  void: '<circle cx="8" cy="8" r="7"/><path d="M3.1 12.9L12.9 3.1"/>',
  measured: '<rect x="1" y="1" width="14" height="14" rx="2"/><path d="M4.5 11.5v-3M8 11.5v-7M11.5 11.5v-5"/>',
};

/** A result's icon; the word always stands beside it, so readers of the page's text are not told twice. */
function resultIcon(result: Result): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${trusted(SHAPES[result])}</svg>`;
}

/** Icon and word on the result's colour. */
export function resultBadge(result: Result): Html {
  return html`<span class="badge ${result}">${resultIcon(result)}${RESULT_WORD[result]}</span>`;
}

/** Which result a metric's verdict looks like. */
const METRIC_LOOK: Readonly<Record<MetricResult, Result>> = {
  regression: 'fail',
  improvement: 'pass',
  fine: 'pass',
  inconclusive: 'inconclusive',
  accepted: 'measured',
  'not-confirmed': 'measured',
  void: 'void',
};

/** Icon and word of a metric's verdict; what got worse and fails nothing looks like no failure. */
export function metricBadge(result: MetricResult, { role }: Pick<ComparedMetric, 'role'>): Html {
  const look = result === 'regression' && role !== 'gate' ? 'inconclusive' : METRIC_LOOK[result];
  return html`<span class="badge ${look}">${resultIcon(look)}${METRIC_WORD[result]}</span>`;
}
