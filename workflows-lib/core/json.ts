/** Looking into JSON that came from outside, without trusting its shape. */

/** Whether the value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys and indices, or undefined where the path leaves the document. */
export function at(value: unknown, ...path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === 'number' && Array.isArray(current)) current = current[step] as unknown;
    else if (typeof step === 'string' && isRecord(current) && Object.hasOwn(current, step)) current = current[step];
    else return undefined;
  }
  return current;
}

/** The string at a path, or the empty string where there is none. */
export function textAt(value: unknown, ...path: readonly PropertyKey[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** The JSON value of a text, or undefined where it is not JSON. (JSON itself has no `undefined`.) */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value that a JSON Pointer (RFC 6901) names, or undefined where it names none. */
export function atPointer(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  if (!pointer.startsWith('/')) return undefined;
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let current = value;
  for (const step of steps) {
    const index = Array.isArray(current) && /^(0|[1-9]\d*)$/.test(step) ? Number(step) : step;
    current = at(current, index);
  }
  return current;
}
