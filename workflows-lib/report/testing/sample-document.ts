/** The frame of a sample run document: everything around its measurements. */
import { runDocumentSchema } from '../../history/run-document.ts';
import type { ObjectiveResult, RunDocument } from '../../history/run-document.ts';
import type { SampleStage } from './sample-parts.ts';

/** What a sample run is made of; what is left out is healthy, complete and a pass. */
export interface SampleRunParts {
  readonly kind: RunDocument['run']['kind'];
  readonly stages: readonly SampleStage[];
  readonly objectives?: readonly ObjectiveResult[];
  readonly verdict?: RunDocument['verdict'];
  readonly run?: Partial<RunDocument['run']>;
  readonly generator?: Partial<RunDocument['generator']>;
  readonly services?: RunDocument['environment']['services'];
  readonly warnings?: readonly string[];
}

/** An objective's result in milliseconds, measured at 50 users unless said otherwise. */
export function sampleObjective(
  given: Pick<ObjectiveResult, 'text' | 'verdict' | 'value' | 'limit'> & Partial<ObjectiveResult>,
): ObjectiveResult {
  return { low: null, high: null, unit: 'ms', stage: 'load-50', ...given };
}

/** A run document that satisfies the schema. */
export function sampleDocument(parts: SampleRunParts): RunDocument {
  const { kind, stages, objectives = [], verdict = 'pass', warnings = [] } = parts;
  const usage = stages.flatMap((stage) => stage.usage);
  return runDocumentSchema.parse({
    schema: 'shotclock.run/1',
    run: {
      id: '20261123T140512Z-59ca7e2-k3xq',
      kind,
      status: 'complete',
      system: 'nba-synthesis',
      commit: '59ca7e2f0d1b4c6e8a9f7b3d5c2e1a0f9d8c7b6a',
      branch: 'main',
      dirty: false,
      startedAt: '2026-11-23T14:05:12Z',
      durationMs: 61_400,
      seed: 'shotclock',
      planDigest: 'sha256:9b1c6f0e8d7a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c',
      ...parts.run,
    },
    environment: environment(parts.services),
    generator: { ...HEALTHY, ...parts.generator },
    stages: stages.map(({ stage }) => stage),
    metrics: stages.flatMap((stage) => stage.metrics),
    outcomes: stages.flatMap((stage) => stage.outcomes),
    usage,
    cost: {
      currency: 'USD',
      priceTable: {
        date: '2026-11-23',
        sources: [
          'https://api-docs.deepseek.com/quick_start/pricing',
          'https://platform.claude.com/docs/en/about-claude/pricing',
        ],
      },
      totalUsd: usage.reduce((total, { costUsd }) => total + (costUsd ?? 0), 0),
      unpriced: [],
    },
    resources: { api: { residentBytesMax: 97_600_000, cpuMs: 8_412 }, mcp: { residentBytesMax: 84_100_000, cpuMs: 4_907 } },
    objectives: [...objectives],
    verdict,
    warnings: [...warnings],
  });
}

const HEALTHY: RunDocument['generator'] = {
  verdict: 'ok',
  reasons: [],
  eventLoopUtilization: 0.41,
  eventLoopDelayMs: { p50: 0.6, p99: 7.9, max: 21.4 },
  residentBytesMax: 168_000_000,
  stealRatio: 0.004,
};

function environment(services: RunDocument['environment']['services'] | undefined): RunDocument['environment'] {
  return {
    cpuModel: 'AMD EPYC 7763 64-Core Processor',
    cores: 2,
    memoryBytes: 8_323_072_000,
    platform: 'linux x64',
    kernel: '6.8.0-1044-azure',
    node: 'v24.21.0',
    shotclock: '0.1.0',
    runnerImage: 'ubuntu24 20261116.1',
    services: services ?? {
      database: { type: 'postgres', mode: 'embedded', version: '18.4' },
      files: { type: 's3', mode: 'embedded' },
      deepseek: { type: 'openai', mode: 'simulated', detail: 'deepseek deepseek-chat, profile fast' },
      claude: { type: 'anthropic', mode: 'simulated', detail: 'anthropic claude-sonnet-4-5, profile fast' },
      mcp: { type: 'mcp', mode: 'process', version: '1.0.0' },
      api: { type: 'http', mode: 'process' },
    },
  };
}
