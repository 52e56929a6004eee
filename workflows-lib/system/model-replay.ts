import { join, relative } from 'node:path';
import { z } from 'zod';

import type { ModelService } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { childScript } from './child-script.ts';
import { launchOwnServer } from './listening.ts';
import { randomSecret } from './random-secret.ts';
import { readMisses } from './replay/misses.ts';
import type { ReplayOptions } from './replay/options.ts';
import type { RunContext, StartedService } from './run-context.ts';

const HOST = '127.0.0.1';
const answer = z.union([
  z.object({ listening: z.int().positive(), exchanges: z.int().nonnegative() }),
  z.object({ refused: z.string() }),
]);

/**
 * Plays the recording of a model service, with a random API key. Throws UsageError, with the line, when the recording is missing, broken or of
 * another protocol.
 */
export async function startReplayOf(service: ModelService, context: RunContext): Promise<StartedService> {
  const { name, type, model, provider, recording } = service;
  if (recording === undefined)
    throw new UsageError(`services.${name}.recording is missing: a replayed model needs its recording.`);
  const port = await context.ports.claim();
  const apiKey = randomSecret();
  context.secrets.add(apiKey);
  const logFile = join(context.folder, `replay-${name}.jsonl`);
  const missesFile = join(context.folder, `misses-${name}.jsonl`);
  const label = labelOf(recording);
  const options: ReplayOptions = { recording, label, protocol: type, port, pace: 'recorded', apiKey, logFile, missesFile };
  const script = childScript(import.meta.url, './replay/main');
  const started = answer.parse(await launchOwnServer({ service, script, options }, context));
  if ('refused' in started) throw new UsageError(`services.${name}.recording: ${started.refused}`);
  const baseUrl = `http://${HOST}:${port}${type === 'openai' ? '/v1' : ''}`;
  const summary = `Replay of ${model} (${started.exchanges} exchanges) ready on ${HOST}:${port}`;
  const unrecorded = async (): Promise<readonly string[]> => (await readMisses(missesFile)).map((miss) => `${name}: ${miss}`);
  return { endpoint: { type, baseUrl, apiKey, model, provider }, unrecorded, summary };
}

/** As seen from here, where that is shorter. */
function labelOf(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
