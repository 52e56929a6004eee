import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Plan, PostgresService, ProcessPlan, S3Service, ServicePlan } from '../../config/plan.ts';

/** What a test wants in its plan; everything else is empty. */
export interface PlanParts {
  readonly prepare?: readonly string[];
  readonly processes?: readonly ProcessPlan[];
  readonly services?: readonly ServicePlan[];
  readonly root?: string;
}

/** A plan built by hand. */
export function planOf({ prepare = [], processes = [], services = [], root = tmpdir() }: PlanParts): Plan {
  return {
    file: join(root, 'shotclock.yml'),
    root,
    seed: 'test-seed',
    system: { name: 'test', prepare, processes: byName(processes) },
    services: byName(services),
    operations: [],
    benchmark: { samples: 1, warmUp: 0 },
    load: { users: [1], mix: {}, durationMs: 1_000, thinkTimeMs: 0 },
    compare: {
      budgetMs: 1_000,
      pairs: 20,
      tolerance: 0.03,
      tolerances: {},
      level: 0.01,
      gate: [],
      objectives: 'absolute',
      layout: 'auto',
    },
    objectives: [],
    prices: [],
    digest: 'none',
  };
}

/** A process whose command is `run`. */
export function processOf(run: string, parts: Partial<ProcessPlan> = {}): ProcessPlan {
  const limits = { readyTimeoutMs: 20_000, stopTimeoutMs: 3_000 };
  return { name: 'app', run, cwd: tmpdir(), env: {}, ...limits, needs: [], ...parts };
}

/** An embedded database called `database`. */
export function postgresOf(parts: Partial<PostgresService> = {}): PostgresService {
  return { name: 'database', type: 'postgres', mode: 'embedded', seed: [], roles: {}, settings: {}, ...parts };
}

/** An embedded object store called `files`. */
export function s3Of(parts: Partial<S3Service> = {}): S3Service {
  return { name: 'files', type: 's3', mode: 'embedded', bucket: 'games', region: 'us-east-1', ...parts };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.name, item]));
}
