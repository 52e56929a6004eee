/** What `JSON.parse` takes without a word, but no writer of ours would write. */

/**
 * Why a text that is valid JSON is no honest document: nested deeper than `deepest`, a key twice in one object, or a key that means something
 * to the engine. Undefined when it is fine. One pass, no recursion.
 */
export function findHazard(json: string, deepest: number): string | undefined {
  /** The keys of each open object so far; null for a list. */
  const levels: (Set<string> | null)[] = [];
  for (let at = 0; at < json.length; at++) {
    const character = json.charAt(at);
    if (character === '{' || character === '[') {
      if (levels.length === deepest) return `it is nested deeper than ${deepest} levels`;
      levels.push(character === '{' ? new Set() : null);
    } else if (character === '}' || character === ']') {
      levels.pop();
    } else if (character === '"') {
      const end = endOfString(json, at);
      const problem = isKey(json, end) ? addKey(json.slice(at, end), levels.at(-1)) : undefined;
      if (problem !== undefined) return problem;
      at = end - 1;
    }
  }
  return undefined;
}

/** Offset behind the closing quote. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; ;) {
    const quote = json.indexOf('"', at);
    let slashes = 0;
    while (json.charAt(quote - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (/\s/.test(json.charAt(at))) at++;
  return json.charAt(at) === ':';
}

/** `quoted` may spell a key with escapes, so it is read before it is compared. */
function addKey(quoted: string, keys: Set<string> | null | undefined): string | undefined {
  const key = String(JSON.parse(quoted));
  if (key === '__proto__') return 'it has a key "__proto__"';
  if (keys?.has(key) === true) return `it has the key ${JSON.stringify(key)} twice in one object`;
  keys?.add(key);
  return undefined;
}
