/** An embedded PostgreSQL for benchmarks, started as the system under test would be. */
import { systemClock } from '../../workflows-lib/core/clock.ts';
import { silentLog } from '../../workflows-lib/core/log.ts';
import { startSystem } from '../../workflows-lib/system/start.ts';
import { planOf, postgresOf } from '../../workflows-lib/system/testing/plan.ts';

/** Starts a PostgreSQL, hands its URL to `use`, and stops it. */
export async function withPostgres(use: (url: string) => Promise<void>): Promise<void> {
  const system = await startSystem(planOf({ services: [postgresOf()] }), { clock: systemClock, log: silentLog });
  try {
    const endpoint = system.endpoints['database'];
    if (endpoint?.type !== 'postgres') throw new Error('the plan started no PostgreSQL');
    await use(endpoint.url);
  } finally {
    await system.stop();
  }
}
