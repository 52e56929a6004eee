/** What the simulator's tests share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatorOptions } from '../options.ts';
import type { Pacing } from '../pacing.ts';
import { readRequestLog, type RequestRecord } from '../request-log.ts';
import { startSimulator } from '../server.ts';

/** Answers of about 60 tokens within some 10 ms, in chunks of all sizes. */
export const QUICK: Pacing = {
  firstTokenMs: { mean: 4, sigma: 0.2 },
  tokenMs: { mean: 0.1, sigma: 0.5 },
  speedSigma: 0.1,
  singleTokenShare: 0.5,
  maxChunkTokens: 6,
  answerTokens: { mean: 60, sigma: 0.3 },
};

/** A simulator under test. */
export interface Subject {
  readonly url: string;
  /** Closes the simulator and tells what it logged. */
  readonly finish: () => Promise<readonly RequestRecord[]>;
}

/** Runs `use` against a simulator with a log of its own; ends both whatever happens. */
export async function withSimulator<T>(options: Partial<SimulatorOptions>, use: (subject: Subject) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-simulator-'));
  const logFile = join(folder, 'log.jsonl');
  const base: SimulatorOptions = {
    protocol: 'openai',
    provider: 'openai',
    model: 'gpt-4o',
    seed: 'test',
    profile: QUICK,
    logFile,
  };
  const simulator = await startSimulator({ ...base, ...options });
  try {
    return await use({
      url: `http://127.0.0.1:${simulator.port}`,
      finish: async () => {
        await simulator.close();
        return readRequestLog(logFile);
      },
    });
  } finally {
    await simulator.close();
    await rm(folder, { recursive: true });
  }
}

/** Options of a simulated DeepSeek and a simulated Anthropic. */
export const DEEPSEEK = { provider: 'deepseek', model: 'deepseek-chat' } as const;
/** Options of a simulated Anthropic. */
export const ANTHROPIC = { protocol: 'anthropic', provider: 'anthropic', model: 'claude-sonnet-5' } as const;

/** The tokens of all streamed chunks. */
export function sentTokens(record: RequestRecord | undefined): number {
  return (record?.chunks ?? []).reduce((sum, [, tokens]) => sum + tokens, 0);
}

/** The only item. Throws when there is another number of them. */
export function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`expected one, got ${items.length}`);
  return item;
}
