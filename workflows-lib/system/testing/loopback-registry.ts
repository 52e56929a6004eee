/** A package registry on loopback that serves one package from a folder, so that the real npm can install without a network. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

/** What it serves. */
export interface ServedPackage {
  readonly name: string;
  readonly version: string;
  /** As npm packs it: the folder is called `package`. */
  readonly folder: string;
}

/** A registry that listens. */
export interface LoopbackRegistry {
  readonly url: string;
  /** What a lock file says of the package. */
  readonly integrity: string;
  /** How often the package itself was fetched. */
  downloads(): number;
  close(): Promise<void>;
}

/** Packs the folder and serves it. */
export async function startLoopbackRegistry({ name, version, folder }: ServedPackage): Promise<LoopbackRegistry> {
  const archive = `${folder}.tgz`;
  await promisify(execFile)('tar', ['-czf', archive, '-C', dirname(folder), basename(folder)]);
  const bytes = await readFile(archive);
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  let downloads = 0;
  let url = '';
  const server = createServer((request, response) => {
    if (request.url === '/package.tgz') {
      downloads++;
      response.end(bytes);
      return;
    }
    const known = decodeURIComponent(request.url ?? '') === `/${name}`;
    const versions = { [version]: { name, version, dist: { tarball: `${url}/package.tgz`, integrity } } };
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { name, versions, 'dist-tags': { latest: version } } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    integrity,
    downloads: () => downloads,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
