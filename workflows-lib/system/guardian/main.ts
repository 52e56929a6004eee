/**
 * The guardian: waits at the end of a pipe for Shotclock to vanish. The kernel closes the pipe however Shotclock ends, SIGKILL and crash
 * included; without a goodbye before that, the guardian ends every process and removes every path that it was told of.
 */
import { rm, rmdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';

import { endMarked, endProcess } from '../end-process.ts';
import { parseMessage, type Duty } from './messages.ts';

// Ctrl-C and a closing terminal reach everybody at once; the guardian must be the last to leave.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const duties = new Map<string, Duty>();
let goodbye = false;

for await (const line of createInterface({ input: process.stdin })) {
  const message = parseMessage(line);
  if (message?.say === 'watch') duties.set(message.key, message.duty);
  if (message?.say === 'forget') duties.delete(message.key);
  if (message?.say === 'goodbye') goodbye = true;
}
if (!goodbye) await cleanUp([...duties.values()]);

async function cleanUp(all: readonly Duty[]): Promise<void> {
  const processes = all.filter((duty) => duty.kind === 'process');
  await Promise.all(processes.map(endProcess));
  for (const duty of all) if (duty.kind === 'marker') endMarked(duty.name, duty.value);
  // One path that cannot be removed must not keep the others; nobody is left to tell.
  const paths = all.filter((duty) => duty.kind === 'path').map((duty) => duty.path);
  await Promise.allSettled(paths.map(async (path) => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })));
  const folders = all.filter((duty) => duty.kind === 'shared-folder').map((duty) => duty.path);
  await Promise.allSettled(
    folders.map(async (path) => {
      await rmdir(path);
    }),
  );
}
