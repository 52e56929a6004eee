import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { UsageError } from '../../core/errors.ts';
import { platformPackage } from './binaries.ts';

/** What to do instead of installing PostgreSQL. */
export const MEND =
  'Use a PostgreSQL that runs already, such as a service container of the job: give the service its URL instead of `embedded`, usually by DATABASE_URL.';

const lockFile = z.object({
  lockfileVersion: z.int(),
  packages: z.record(z.string(), z.object({ version: z.string(), integrity: z.string() })),
});

/** What is installed where, and from what. */
export interface WantedPackage {
  /** Of the package: `18.4.0-beta.17`. */
  readonly version: string;
  /** Name of its folder in the cache; another version or lock file is another folder. */
  readonly key: string;
  /** The programs, as seen from that folder. */
  readonly native: string;
  /** What npm works from, by file name. */
  readonly project: Readonly<Record<string, string>>;
}

/** Reads the lock file that was built beside the bundle. Throws UsageError when it has no package for this platform. */
export async function readWantedPackage(lockPath: string): Promise<WantedPackage> {
  const name = platformPackage();
  const text = await readFile(lockPath, 'utf8');
  const { lockfileVersion, packages } = lockFile.parse(JSON.parse(text));
  const path = `node_modules/${name}`;
  const locked = packages[path];
  if (locked === undefined) {
    throw new UsageError(
      `There is no PostgreSQL to install for ${process.platform}-${process.arch} (no package ${name}). ${MEND}`,
    );
  }
  const { version, integrity } = locked;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return {
    version,
    key: `postgresql-${version}-${process.platform}-${process.arch}-${digest}`,
    native: join(path, 'native'),
    project: projectOf({ name, version, integrity, lockfileVersion }),
  };
}

interface Locked {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly lockfileVersion: number;
}

/** A dependency of the plain kind: npm does not say so when it cannot install an optional one. */
function projectOf({ name, version, integrity, lockfileVersion }: Locked): Record<string, string> {
  const project = { name: 'shotclock-postgres', private: true, dependencies: { [name]: version } };
  const packages = { '': project, [`node_modules/${name}`]: { version, integrity } };
  return {
    'package.json': JSON.stringify(project),
    'package-lock.json': JSON.stringify({ name: project.name, lockfileVersion, requires: true, packages }),
  };
}
