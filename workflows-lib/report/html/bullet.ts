import type { ObjectiveResult, Verdict } from '../../history/run-document.ts';
import { formatValue } from '../format.ts';
import { objectiveDirection } from '../view/verdict.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const WIDTH = 200;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const EDGE = 6;

/** A value with its interval against its limit (Few 2006); the side where the objective is met is shaded. */
export function bullet(objective: ObjectiveResult, verdict: Verdict): Html | undefined {
  const { value, low, high, limit, unit } = objective;
  if (value === null) return undefined;
  const numbers = [0, value, limit, low ?? value, high ?? value];
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  const width = max === min ? 1 : (max - min) * 1.08;
  const at = (number: number): number => EDGE + ((number - min) / width) * (WIDTH - 2 * EDGE);
  const text = `${formatValue(value, unit)} against a limit of ${formatValue(limit, unit)}`;
  const interval =
    low === null || high === null || low === high
      ? undefined
      : html`<path class="bound" d="M${at(low)} ${MIDDLE}H${at(high)}M${at(low)} ${MIDDLE - 4}v8M${at(high)} ${MIDDLE - 4}v8" />`;
  return html`<svg class="bullet ${verdict}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
    <title>${text}</title>
    <rect class="track" x="${EDGE}" y="${MIDDLE - 5}" width="${WIDTH - 2 * EDGE}" height="10" rx="2" />
    ${goodSide(objective, at(limit))}
    <line class="limit" x1="${at(limit)}" x2="${at(limit)}" y1="1" y2="${HEIGHT - 1}" />
    ${interval}
    <circle class="dot" cx="${at(value)}" cy="${MIDDLE}" r="4" />
  </svg>`;
}

function goodSide(objective: ObjectiveResult, limit: number): Html | undefined {
  const direction = objectiveDirection(objective);
  if (direction === undefined) return undefined;
  const [from, to] = direction === 'below' ? [EDGE, limit] : [limit, WIDTH - EDGE];
  return html`<rect class="good" x="${from}" y="${MIDDLE - 5}" width="${Math.max(0, to - from)}" height="10" rx="2" />`;
}
