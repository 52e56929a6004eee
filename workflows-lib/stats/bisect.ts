/** Where to search: `below(low)` is true, `below(high)` is false. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** The point where `below` turns from true to false, to the last bit: no float lies between the bracket's ends when it returns. */
export function bisect(below: (x: number) => boolean, bracket: Bracket): number {
  let { low, high } = bracket;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (below(middle)) low = middle;
    else high = middle;
  }
}

/** The smallest integer in (low, high] that is not below. */
export function bisectIntegers(below: (k: number) => boolean, bracket: Bracket): number {
  let { low, high } = bracket;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (below(middle)) low = middle;
    else high = middle;
  }
  return high;
}
