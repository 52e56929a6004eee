/** What stands where, and what shall stand there instead. */
export interface Replacement {
  readonly find: string | RegExp;
  readonly replace: string;
  /** Named when the text is not as expected. */
  readonly place: string;
}

/** Replaces a text that is there exactly once. Throws an Error naming the place when it is not there, or more often. */
export function replaceOnce(text: string, { find, replace, place }: Replacement): string {
  const found = typeof find === 'string' ? text.split(find).length - 1 : [...text.matchAll(new RegExp(find, 'gm'))].length;
  if (found !== 1) throw new Error(`${place}: expected once, found ${found} times: ${String(find).split('\n')[0] ?? ''}`);
  return text.replace(find, () => replace);
}
