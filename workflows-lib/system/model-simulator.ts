import { join } from 'node:path';
import { z } from 'zod';

import type { ModelService } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { childScript } from './child-script.ts';
import { launchOwnServer } from './listening.ts';
import { startReplayOf } from './model-replay.ts';
import { randomSecret } from './random-secret.ts';
import type { RunContext, StartedService } from './run-context.ts';
import type { SimulatorOptions } from './simulator/options.ts';

const HOST = '127.0.0.1';
const answer = z.object({ listening: z.int().positive() });

/**
 * Makes a model service usable. Simulated: a simulator of our own with a random API key. Replayed: a recording, the same way. External: its address as given; nothing is called
 * there, because calls cost money.
 */
export async function startModel(service: ModelService, context: RunContext): Promise<StartedService> {
  if (service.mode === 'external') return useExternal(service, context);
  return service.mode === 'replayed' ? startReplayOf(service, context) : startSimulator(service, context);
}

async function startSimulator(service: ModelService, context: RunContext): Promise<StartedService> {
  const { name, type, model, provider, simulation } = service;
  const port = await context.ports.claim();
  const apiKey = randomSecret();
  context.secrets.add(apiKey);
  const logFile = join(context.folder, `simulator-${name}.jsonl`);
  const { profile, seed, faults, answers } = simulation;
  const options: SimulatorOptions = {
    ...{ protocol: type, host: HOST, port, model, provider, profile, seed, faults, logFile, apiKey },
    ...(answers === undefined ? {} : { answers }),
  };
  const script = childScript(import.meta.url, './simulator/main');
  answer.parse(await launchOwnServer({ service, script, options }, context));
  const baseUrl = `http://${HOST}:${port}${type === 'openai' ? '/v1' : ''}`;
  const summary = `Simulator of ${model} (${profile}) ready on ${HOST}:${port}`;
  return { endpoint: { type, baseUrl, apiKey, model, provider, simulatorLog: logFile }, summary };
}

async function useExternal(
  { name, type, baseUrl, apiKey, model, provider }: ModelService,
  context: RunContext,
): Promise<StartedService> {
  if (baseUrl === undefined) throw new UsageError(`services.${name}.base_url is missing: an external model needs its URL.`);
  context.secrets.add(apiKey);
  context.secrets.addUrl(baseUrl);
  const endpoint = { type, baseUrl, apiKey: apiKey ?? '', model, provider };
  return Promise.resolve({ endpoint, summary: `${model} at ${baseUrl}` });
}
