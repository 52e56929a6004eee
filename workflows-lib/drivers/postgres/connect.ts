import type { Client } from 'pg';
import type { Clock } from '../../core/clock.ts';
import { aborted, type Ending } from '../failure.ts';
import { watchLimits, type Limits } from '../limits.ts';
import { postgresEnding } from './failure.ts';
import type { QueryRun } from './query.ts';

/** How long a connection may take; `secrets` are blanked in messages. */
export interface ConnectOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly secrets: readonly string[];
}

/**
 * Opens one connection, login included, and takes its time; then lets `use` work with it, untimed, and closes it. Never rejects for what
 * the server does; rejects when `use` does.
 */
export async function timeConnect(
  client: Client,
  { clock, limits, secrets }: ConnectOptions,
  use?: (client: Client) => Promise<void>,
): Promise<QueryRun> {
  // A connection that breaks while nothing is asked of it must not end the process.
  client.on('error', () => undefined);
  const run = await login(client, { clock, limits, secrets });
  if (run.ending === undefined) {
    try {
      await use?.(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return run;
}

function login(client: Client, { clock, limits, secrets }: ConnectOptions): Promise<QueryRun> {
  return new Promise((resolve) => {
    const startMs = clock.now();
    if (limits.signal?.aborted === true) {
      resolve({ startMs, endMs: startMs, ending: aborted() });
      return;
    }
    const stopWatch = watchLimits(limits, (why: Ending) => {
      resolve({ startMs, endMs: clock.now(), ending: why });
      client.connection.stream.destroy();
    });
    client.connect((error: unknown) => {
      const endMs = clock.now();
      stopWatch();
      if (error === null || error === undefined) {
        resolve({ startMs, connectedMs: endMs, endMs });
        return;
      }
      // A refused login leaves the socket open until the server closes it; do not wait for that.
      client.connection.stream.destroy();
      resolve({ startMs, endMs, ending: postgresEnding(error, secrets) });
    });
  });
}
