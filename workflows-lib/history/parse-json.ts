import { UsageError } from '../core/errors.ts';

/** Whether a text is JSON, the beginning of some JSON, or neither. */
type Standing = 'whole' | 'begun' | 'wrong';

/**
 * JSON from text; `source` names it in errors. Throws a UsageError that names line and column, and tells a file that was cut off from one that
 * holds something else. Nothing of the text but one character is quoted.
 */
export function parseJson(text: string, source: string): unknown {
  if (text.trim() === '') throw new UsageError(`${source} is empty: it was cut off or never written`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = standingOf(text) === 'begun' ? text.length : firstWrong(text);
    const before = text.slice(0, offset);
    const place = `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
    const what =
      offset === text.length
        ? 'it ends in the middle, so it was cut off while it was written or copied'
        : `${JSON.stringify(String.fromCodePoint(text.codePointAt(offset) ?? 0))} cannot stand here`;
    throw new UsageError(`${source} is not valid JSON at ${place}: ${what}`, { cause: error });
  }
}

function standingOf(text: string): Standing {
  try {
    JSON.parse(text);
    return 'whole';
  } catch (error) {
    const message = String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    return message.includes('end of JSON input') || Number(position) === text.length ? 'begun' : 'wrong';
  }
}

/**
 * Offset of the first character that no JSON could have there. V8 does not always tell it, but every text that goes on from a wrong one is
 * wrong too, so it is found by halving.
 */
function firstWrong(text: string): number {
  let [right, wrong] = [0, text.length];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (standingOf(text.slice(0, middle)) === 'wrong') wrong = middle;
    else right = middle;
  }
  return right;
}
