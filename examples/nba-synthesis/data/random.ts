/** Seeded random numbers: the same seed gives the same season on every machine. */

/** A stream of random numbers. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Uniform integer from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** Standard normal deviate (Box and Muller 1958). */
  normal(): number;
}

function seedWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** sfc32 (Doty-Humphrey, PractRand). Streams of different labels are independent, so one part can change without moving the others. */
export function createRandom(seed: number, label: string): Random {
  let a = seedWord(`${label}/${seed}/a`);
  let b = seedWord(`${label}/${seed}/b`);
  let c = seedWord(`${label}/${seed}/c`);
  let counter = 1;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return (result >>> 0) / 0x100000000;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** A shuffled copy, each order equally likely (Fisher and Yates, from the inside out). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result: T[] = [];
  for (const item of items) {
    const place = random.between(0, result.length);
    const displaced = result[place];
    if (displaced !== undefined) result.push(displaced);
    result[place] = item;
  }
  return result;
}

/** One item, each as likely as its weight (at least one weight above 0). Throws on an empty list. */
export function weighted<T>(items: readonly T[], weight: (item: T) => number, random: Random): T {
  let total = 0;
  for (const item of items) total += weight(item);
  let rest = random.next() * total;
  let chosen: T | undefined;
  for (const item of items) {
    chosen = item;
    rest -= weight(item);
    if (rest < 0) break;
  }
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}
