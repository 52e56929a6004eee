import { constants } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import type { SystemUser } from './system-user.ts';

/** PostgreSQL starts on no data folder that others can read. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Copies the data folder of a server that does not run, for the user that the copy's server runs as. Where the file system can, blocks are
 * shared until one of them is written to.
 */
export async function copyDataFolder(from: string, to: string, user: SystemUser | undefined): Promise<void> {
  await mkdir(to, { mode: PRIVATE_FOLDER });
  await makeOwn(to, PRIVATE_FOLDER, user);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyDataFolder(source, target, user);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await makeOwn(target, PRIVATE_FILE, user);
    }
  }
}

async function makeOwn(path: string, mode: number, user: SystemUser | undefined): Promise<void> {
  await chmod(path, mode);
  if (user !== undefined) await chown(path, user.uid, user.gid);
}
