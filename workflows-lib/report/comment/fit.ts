/** Blocks of Markdown that together stay below a size. */

/** What was kept of some blocks. */
export interface Fitted {
  readonly text: string;
  /** Whether blocks were left out. */
  readonly shortened: boolean;
}

/** What fitting takes. */
export interface FitOptions {
  /** UTF-8 bytes. */
  readonly limit: number;
  /** Said at the end where something was left out. */
  readonly closing: string;
  /** Something was left out already, within the blocks. */
  readonly shortened?: boolean;
}

const GAP = '\n\n';

/**
 * Blocks one after another with an empty line between, as many from the beginning as stay below the limit: a block is there whole or not at
 * all, so no table, fence or fold is cut. Ends in a line break. The first block and the closing have to fit; that is for the caller to see to.
 */
export function fitBlocks(parts: readonly string[], { limit, closing, shortened = false }: FitOptions): Fitted {
  const filled = parts.filter((part) => part !== '');
  const whole = shortened ? [...filled, closing] : filled;
  if (bytesOf(whole) <= limit) return { text: `${whole.join(GAP)}\n`, shortened };
  const kept = filled.slice(0, longestPrefix(filled, limit - bytesOf([closing]) - GAP.length));
  return { text: `${[...kept, closing].join(GAP)}\n`, shortened: true };
}

function longestPrefix(parts: readonly string[], limit: number): number {
  let bytes = 0;
  const over = parts.findIndex((part) => (bytes += Buffer.byteLength(part) + GAP.length) - GAP.length > limit);
  return over === -1 ? parts.length : over;
}

/** Bytes of the parts joined, with the line break at the end. */
function bytesOf(parts: readonly string[]): number {
  return Buffer.byteLength(parts.join(GAP)) + 1;
}
