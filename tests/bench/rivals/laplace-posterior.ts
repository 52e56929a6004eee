import { bisect } from '../../../workflows-lib/stats/bisect.ts';

/** A sample moved to its middle and scaled, so that no power overflows. */
interface Scaled {
  readonly values: readonly number[];
  readonly middle: number;
  readonly scale: number;
}

/** The sum of distances of the values from a point. */
function distances(values: readonly number[], point: number): number {
  return values.reduce((sum, value) => sum + Math.abs(value - point), 0);
}

/** The integral from minus infinity to a point of distances^-n, exactly: between two values the sum of distances is a straight line. */
function integral({ values }: Scaled, point: number): number {
  const n = values.length;
  const nu = n - 1;
  let total = 0;
  for (let below = 0; below <= n; below++) {
    const from = values[below - 1] ?? -Infinity;
    const to = Math.min(values[below] ?? Infinity, point);
    if (to <= from) continue;
    const slope = 2 * below - n;
    const power = (at: number): number => (Number.isFinite(at) ? distances(values, at) ** -nu : 0);
    total += slope === 0 ? (to - from) * distances(values, from) ** -n : (power(from) - power(to)) / (nu * slope);
  }
  return total;
}

/**
 * The quantiles of where the middle of at least two sorted values lies when their noise falls off exponentially to both sides: its posterior is
 * proportional to (the sum of distances)^-n. asv takes it where a sample is too small for bounds from ranks.
 */
export function laplaceQuantiles(sorted: readonly number[], chances: readonly number[]): number[] {
  const n = sorted.length;
  const middle = ((sorted[Math.floor((n - 1) / 2)] ?? NaN) + (sorted[Math.ceil((n - 1) / 2)] ?? NaN)) / 2;
  const scale = distances(sorted, middle);
  if (scale === 0) return chances.map(() => middle);
  const scaled = { values: sorted.map((value) => (value - middle) / scale), middle, scale };
  const all = integral(scaled, Infinity);
  return chances.map((chance) => {
    let reach = 1;
    while (integral(scaled, -reach) > chance * all || integral(scaled, reach) < chance * all) reach *= 2;
    return middle + scale * bisect((x) => integral(scaled, x) < chance * all, { low: -reach, high: reach });
  });
}
