/** Reasons beside figures that are missing, each said once. */
export interface Footnotes {
  /** The letter that stands for a reason: a, b, …, z, aa. */
  mark(reason: string): string;
  /** Every reason so far with its letter, in order. */
  all(): readonly { readonly letter: string; readonly reason: string }[];
}

/** An empty list of footnotes. */
export function createFootnotes(): Footnotes {
  const letters = new Map<string, string>();
  return {
    mark: (reason) => {
      const letter = letters.get(reason) ?? letterOf(letters.size);
      letters.set(reason, letter);
      return letter;
    },
    all: () => [...letters].map(([reason, letter]) => ({ letter, reason })),
  };
}

function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
