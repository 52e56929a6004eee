import { isRecord } from '../core/json.ts';

/**
 * Says where `actual` does not hold at least `expected`: objects may have more members, arrays have the same length and are compared item
 * by item, everything else is equal. The message names the place: `json.status: expected "success", got "error"`. Undefined when it holds.
 */
export function subsetMismatch(expected: unknown, actual: unknown, path = 'json'): string | undefined {
  if (Array.isArray(expected)) return arrayMismatch(expected, actual, path);
  if (isRecord(expected)) return objectMismatch(expected, actual, path);
  return Object.is(expected, actual) || expected === actual ? undefined : differs(expected, actual, path);
}

function arrayMismatch(expected: readonly unknown[], actual: unknown, path: string): string | undefined {
  if (!Array.isArray(actual)) return differs(expected, actual, path);
  if (actual.length !== expected.length) return `${path}: expected ${expected.length} items, got ${actual.length}`;
  for (const [index, item] of expected.entries()) {
    const mismatch = subsetMismatch(item, actual[index], `${path}[${index}]`);
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function objectMismatch(expected: Readonly<Record<string, unknown>>, actual: unknown, path: string): string | undefined {
  if (!isRecord(actual)) return differs(expected, actual, path);
  for (const [key, value] of Object.entries(expected)) {
    const place = /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
    if (!Object.hasOwn(actual, key)) return `${place}: expected ${shown(value)}, got nothing`;
    const mismatch = subsetMismatch(value, actual[key], place);
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function differs(expected: unknown, actual: unknown, path: string): string {
  return `${path}: expected ${shown(expected)}, got ${shown(actual)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
