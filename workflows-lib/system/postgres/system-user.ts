import { readFile } from 'node:fs/promises';

import { UsageError } from '../../core/errors.ts';
import { isRoot } from '../work-folder.ts';

/** A user of this machine. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Who PostgreSQL runs as: undefined for ourselves, `nobody` when we are root, because it refuses to run as root. */
export async function serverUser(): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const nobody = accounts.find(([name]) => name === 'nobody');
  if (nobody === undefined) {
    throw new UsageError(
      'PostgreSQL refuses to run as root, and there is no user `nobody` to run it as. Run Shotclock as another user.',
    );
  }
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}
