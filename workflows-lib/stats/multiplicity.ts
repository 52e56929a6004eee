/** What many tests at once do to the chance of a false alarm. */

function checkChances(chances: readonly number[]): void {
  for (const p of chances) if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies between 0 and 1, not ${p}`);
}

/** Positions of p-values from the smallest up; equal ones in the order given. */
function ascending(chances: readonly number[]): readonly (readonly [position: number, p: number])[] {
  return [...chances.entries()].sort(([, a], [, b]) => a - b);
}

/**
 * Adjusted p-values by Holm's step-down procedure (S. Holm, Scandinavian Journal of Statistics 6, 1979), in the order given: rejecting those at
 * most `level` keeps the chance of any false alarm at `level`, however the tests depend on one another. Equal p-values get equal answers.
 * Throws a RangeError for what is no p-value.
 */
export function holm(chances: readonly number[]): number[] {
  checkChances(chances);
  const adjusted = new Array<number>(chances.length).fill(1);
  let reached = 0;
  ascending(chances).forEach(([position, p], step) => {
    reached = Math.max(reached, Math.min(1, (chances.length - step) * p));
    adjusted[position] = reached;
  });
  return adjusted;
}

/**
 * Adjusted p-values by the step-up procedure of Benjamini and Hochberg (JRSS B 57, 1995), in the order given: of those at most `level`, a share of
 * at most `level` is expected to be false alarms, when the tests are independent or depend on one another positively. Equal p-values get equal
 * answers. Throws a RangeError for what is no p-value.
 */
export function benjaminiHochberg(chances: readonly number[]): number[] {
  checkChances(chances);
  const adjusted = new Array<number>(chances.length).fill(1);
  let reached = 1;
  for (const [step, [position, p]] of [...ascending(chances).entries()].reverse()) {
    reached = Math.min(reached, (chances.length * p) / (step + 1));
    adjusted[position] = reached;
  }
  return adjusted;
}

/** The smallest one-sided p that a signed-rank test of `pairs` pairs can give: all signs alike, 2^-pairs. */
export function smallestChance(pairs: number): number {
  return 2 ** -pairs;
}

/**
 * The fewest pairs at which Holm's first step over so many metrics could reject at all: the least n with metrics 2^-n <= level. With fewer a gate
 * cannot fail, whatever happens. Throws a RangeError unless 0 < level < 1 and metrics >= 1.
 */
export function pairsNeeded(level: number, metrics: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  if (!Number.isSafeInteger(metrics) || metrics < 1) throw new RangeError(`${metrics} is no number of metrics`);
  let pairs = 1;
  while (metrics * smallestChance(pairs) > level) pairs++;
  return pairs;
}
