const UNIT_MS = new Map([
  ['us', 0.001],
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** Milliseconds of `250ms`, `30s`, `1.5m`, `2h`, `1d`; undefined when it is not a duration. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(us|ms|s|min|m|h|d)$/.exec(text.trim());
  const unit = UNIT_MS.get(match?.[2] ?? '');
  return match?.[1] === undefined || unit === undefined ? undefined : Number(match[1]) * unit;
}
