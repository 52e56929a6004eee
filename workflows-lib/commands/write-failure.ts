import { errorCode } from '../core/error-code.ts';
import { toError } from '../core/errors.ts';

const REASONS = new Map([
  ['ENOSPC', 'no space is left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['EISDIR', 'it is a folder; name a file'],
  ['ENOTDIR', 'a part of the path is a file'],
]);

/** Why a file could not be written, in words. */
export function reasonOf(error: unknown): string {
  return REASONS.get(errorCode(error) ?? '') ?? toError(error).message;
}
