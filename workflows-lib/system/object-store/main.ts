/**
 * The embedded object store: fauxqs in a process of its own, so that serving objects takes no time from whoever measures. Serves until
 * SIGTERM, or until standard input ends, which is how it learns that its parent is gone.
 */
import { createInterface } from 'node:readline';

import { UsageError } from '../../core/errors.ts';
import { parseObjectStoreOptions, type ObjectStoreAnswer } from './options.ts';
import { serveObjects } from './serve.ts';

function answer(message: ObjectStoreAnswer): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function serve(line: string): Promise<void> {
  const store = await serveObjects(parseObjectStoreOptions(line));
  const close = (): void => void store.close().then(() => process.exit());
  process.once('SIGTERM', close);
  process.stdin.once('end', close);
  answer({ listening: store.port, objects: store.objects, version: store.version });
}

createInterface({ input: process.stdin }).once('line', (line) => {
  serve(line).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    answer({ refused: error.message });
  });
});
