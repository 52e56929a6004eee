/** The code of what the file system threw (`ENOENT`); undefined for anything else, which is our bug and to be thrown again. */
export function fileErrorCode(error: unknown): string | undefined {
  // No instanceof: errors of Node's own modules belong to another realm where code runs in a vm context.
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
