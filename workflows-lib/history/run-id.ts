/** What makes a run's id unique. */
export interface RunIdParts {
  /** When the run started. */
  readonly date: Date;
  /** Full hash of its commit; null outside a repository. */
  readonly commit: string | null;
  /** At least 8 letters or digits from a random source, such as a UUID. */
  readonly random: string;
}

const RUN_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?$/;

/**
 * A new id: UTC time to the millisecond, the short commit, a random part (`20261123T190405123Z-59ca7e2-8f3a91c0`). Ids sort by time and are
 * safe as names of files on every system. Throws a RangeError when the random part is too short.
 */
export function newRunId({ date, commit, random }: RunIdParts): string {
  const time = date.toISOString().replaceAll(/[-:.]/g, '');
  const salt = random.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase();
  if (salt.length < 8) throw new RangeError('a run id needs at least 8 random letters or digits');
  return [time, commit === null ? 'local' : commit.slice(0, 7), salt.slice(0, 8)].join('-');
}

/** Whether an id can be the name of a file and of nothing else: letters, digits, `.`, `_` and `-`, no path, no hidden file, no `..`. */
export function isRunId(id: string): boolean {
  return RUN_ID.test(id) && !id.includes('..');
}
