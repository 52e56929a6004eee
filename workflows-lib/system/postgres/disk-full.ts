/**
 * Whether PostgreSQL says that its disk is full: by the system's own words, or, when the last block fitted in part, by a hint of its own
 * (mdextend in src/backend/storage/smgr/md.c).
 */
export function saysDiskIsFull(output: string): boolean {
  return /No space left on device|Check free disk space/.test(output);
}
