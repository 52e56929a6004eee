/** As much of Redis as a cache needs (RESP2), for a machine that has none: HELLO is unknown, GET, SET with PX, and everything else is OK. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A fake Redis server that runs. */
export interface FakeRedis {
  readonly url: string;
  /** Keys and values as they were set, with their time to live in milliseconds. */
  readonly entries: ReadonlyMap<string, { readonly value: string; readonly ttlMs: number }>;
  /** Takes commands but answers no more. */
  fallSilent(): void;
  stop(): Promise<void>;
}

/** The first whole command in the text (an array of bulk strings), and what follows it. */
function takeCommand(text: string): { words: string[]; rest: string } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (head === null) return undefined;
  let rest = text.slice(head[0].length);
  const words: string[] = [];
  for (let left = Number(head[1]); left > 0; left--) {
    const length = /^\$(\d+)\r\n/.exec(rest);
    if (length === null) return undefined;
    const start = length[0].length;
    const end = start + Number(length[1]);
    if (rest.length < end + 2) return undefined;
    words.push(rest.slice(start, end));
    rest = rest.slice(end + 2);
  }
  return { words, rest };
}

/** Starts it on a free port, or on the given one. */
export async function startFakeRedis(port = 0): Promise<FakeRedis> {
  const entries = new Map<string, { value: string; ttlMs: number }>();
  const sockets = new Set<Socket>();
  let silent = false;
  const answer = ([command = '', key = '', value = '', ...options]: string[]): string => {
    if (command.toUpperCase() === 'GET') {
      const entry = entries.get(key);
      return entry === undefined ? '$-1\r\n' : `$${Buffer.byteLength(entry.value)}\r\n${entry.value}\r\n`;
    }
    if (command.toUpperCase() === 'SET') entries.set(key, { value, ttlMs: Number(options[options.indexOf('PX') + 1]) });
    return command.toUpperCase() === 'HELLO' ? '%0\r\n' : '+OK\r\n';
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let next = takeCommand(pending); next !== undefined; next = takeCommand(pending)) {
        pending = next.rest;
        if (!silent) socket.write(answer(next.words));
      }
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `redis://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    entries,
    fallSilent() {
      silent = true;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
