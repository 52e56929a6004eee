import { RUN_SCHEMA, type RunDocument } from '../run-document.ts';

/** The smallest document that the schema accepts: a run in which nothing was measured. */
export function minimalRun(run: Partial<RunDocument['run']> = {}): RunDocument {
  return {
    schema: RUN_SCHEMA,
    run: {
      id: '20261123T190405123Z-59ca7e2-8f3a91c0',
      kind: 'benchmark',
      status: 'complete',
      system: 'sample',
      commit: '59ca7e2b1c0d4e5f60718293a4b5c6d7e8f90a1b',
      branch: 'main',
      dirty: false,
      startedAt: '2026-11-23T19:04:05.123Z',
      durationMs: 1000,
      seed: 'seed',
      planDigest: 'digest',
      ...run,
    },
    environment: {
      cpuModel: 'none',
      cores: 2,
      memoryBytes: 8_000_000_000,
      platform: 'linux-x64',
      kernel: '6.1',
      node: '24.0.0',
      shotclock: '0.1.0',
      runnerImage: null,
      services: {},
    },
    generator: {
      verdict: 'ok',
      reasons: [],
      eventLoopUtilization: 0.1,
      eventLoopDelayMs: { p50: 1, p99: 2, max: 3 },
      residentBytesMax: 90_000_000,
      stealRatio: null,
    },
    stages: [],
    metrics: [],
    outcomes: [],
    usage: [],
    cost: { currency: 'USD', priceTable: { date: '2026-11-23', sources: [] }, totalUsd: 0, unpriced: [] },
    resources: {},
    objectives: [],
    verdict: 'pass',
    warnings: [],
  };
}
