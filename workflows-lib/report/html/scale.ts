/** Where a value stands on an axis, and which values are named on it. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly log: boolean;
}

/** An axis from `from` to `to` in drawing units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const LOG_FROM_RATIO = 30;

/** Top of an axis that has nothing but zeros on it. */
const TOP_OF_NOTHING = 0.05;

/** A linear axis from zero to a round value at or above `max`, with about four ticks. */
export function linearScale(max: number, span: Span): Scale {
  const top = max > 0 ? max : TOP_OF_NOTHING;
  const step = roundUp(top / 4);
  const count = Math.ceil(top / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { at: (value) => span.from + (value / (count * step)) * (span.to - span.from), ticks, log: false };
}

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A logarithmic axis over positive values, out to the next 1, 2 or 5 times a power of ten. Values at or below zero stand at its start. */
export function logScale(min: number, max: number, span: Span): Scale {
  const all = oneTwoFive(min, max);
  const [low, high] = [all[0] ?? 1, all.at(-1) ?? 10];
  const width = Math.log(high / low);
  const at = (value: number): number => span.from + (Math.log(Math.max(value, low) / low) / width) * (span.to - span.from);
  const decades = all.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6));
  return { at, ticks: decades.length >= 3 ? decades : all, log: true };
}

function oneTwoFive(min: number, max: number): number[] {
  const first = Math.floor(Math.log10(min));
  const last = Math.ceil(Math.log10(max));
  const candidates = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((exponent) =>
    [1, 2, 5].map((factor) => Number(`${factor}e${exponent}`)),
  );
  const low = candidates.findLastIndex((value) => value <= min);
  const found = candidates.findIndex((value) => value >= max);
  const high = found === -1 ? candidates.length - 1 : found;
  const chosen = candidates.slice(Math.max(0, low), Math.max(high, low + 1) + 1);
  return chosen.length >= 2 ? chosen : [min / 2, min * 2];
}

/** Logarithmic where the values span more than a factor of 30, otherwise linear from zero. */
export function valueScale(values: readonly number[], span: Span): Scale {
  const max = Math.max(0, ...values);
  const positive = values.filter((value) => value > 0);
  const min = Math.min(...positive);
  return positive.length === values.length && positive.length > 0 && max / min > LOG_FROM_RATIO
    ? logScale(min, max, span)
    : linearScale(max, span);
}

/** Ticks whose labels have `room` drawing units each; the last one always stays. */
export function thinned(scale: Scale, room: number): number[] {
  const kept: number[] = [];
  for (const tick of scale.ticks.toReversed()) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(scale.at(tick) - scale.at(last)) >= room) kept.push(tick);
  }
  return kept.toReversed();
}
