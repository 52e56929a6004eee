/**
 * The `code` of a system error (`ENOENT`, `ECONNREFUSED`), undefined when it has none. Does not ask for `instanceof Error`, which errors of
 * Node itself fail inside another realm, such as a test's.
 */
export function errorCode(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
