import { isAbsolute, join, relative, resolve } from 'node:path';
import { loadPlan } from '../config/load-plan.ts';
import { planSecrets } from '../config/plan-secrets.ts';
import type { ModelService, Plan } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { listed, suggestion } from '../core/nearest.ts';
import { randomSecret } from '../system/random-secret.ts';
import { RecordingFile } from '../system/replay/recording-file.ts';
import { startRecordingProxy } from '../system/replay/recording-proxy.ts';
import type { ProxySummary } from '../system/replay/recording-proxy.ts';
import { startReplay } from '../system/replay/replay-server.ts';
import type { ReplaySummary } from '../system/replay/replay-server.ts';
import type { CommandContext } from './context.ts';

/** Options of `shotclock providers record`. */
export interface RecordOptions {
  /** Name of a model service of the plan. */
  readonly service: string;
  readonly config?: string;
  /** The recording; without it the service's `recording`, or `recordings/SERVICE.jsonl` in the folder of the plan. */
  readonly out?: string;
  /** Port; without it a free one. */
  readonly listen?: number;
}

/** A recording that goes on until the signal. */
export interface Recorded extends ProxySummary {
  /** Absolute path. */
  readonly file: string;
}

/** Where clients find a server. */
export interface Address {
  readonly baseUrl: string;
  /** What clients give as their key; undefined where any will do. */
  readonly apiKey: string | undefined;
  /** The recording. */
  readonly file: string;
  readonly exchanges: number;
}

/**
 * Stands as a proxy in front of the provider of a model service and records what passes, until the signal aborts; `onListening` gets the
 * address. Throws UsageError when the plan has no such service or names no real provider for it, and when the recording cannot be written.
 */
export async function recordProvider(
  options: RecordOptions,
  context: CommandContext,
  onListening: (address: Address) => void,
): Promise<Recorded> {
  const { cwd, env, clock, log, signal } = context;
  const plan = await loadPlan({ cwd, env, ...(options.config === undefined ? {} : { file: options.config }) });
  const service = modelService(plan, options.service);
  const { baseUrl, apiKey } = realProvider(service, plan);
  const secrets = [...planSecrets(plan, env), ...keysOf(plan)];
  context.onSecrets?.(secrets);
  const file = options.out === undefined ? defaultFile(service, plan) : resolve(cwd, options.out);
  const recording = await RecordingFile.open({ path: file, label: shown(file, cwd), protocol: service.type }, log);
  const localKey = randomSecret();
  const proxy = await startRecordingProxy(
    { service: service.name, protocol: service.type, baseUrl, apiKey, localKey, secrets, port: options.listen ?? 0 },
    { file: recording, clock, log },
  ).catch(async (error: unknown) => {
    await recording.close();
    throw error;
  });
  onListening({ baseUrl: proxy.baseUrl, apiKey: localKey, file, exchanges: 0 });
  await aborted(signal);
  return { ...(await proxy.close()), file };
}

/** Options of `shotclock providers replay`. */
export interface ReplayCommandOptions {
  readonly recording: string;
  readonly listen?: number;
  readonly pace: 'recorded' | 'instant';
}

/**
 * Plays a recording until the signal aborts; `onListening` gets the address. Throws UsageError with file and line when the recording is
 * missing or broken.
 */
export async function replayProvider(
  options: ReplayCommandOptions,
  { cwd, clock, log, signal }: CommandContext,
  onListening: (address: Address) => void,
): Promise<ReplaySummary> {
  const recording = resolve(cwd, options.recording);
  const settings = { recording, label: shown(recording, cwd), port: options.listen ?? 0, pace: options.pace };
  const replay = await startReplay(settings, { clock, log });
  onListening({ baseUrl: replay.baseUrl, apiKey: undefined, file: recording, exchanges: replay.exchanges });
  await aborted(signal);
  return replay.close();
}

function modelService({ services }: Plan, name: string): ModelService {
  const models = Object.values(services).flatMap((service) =>
    service.type === 'openai' || service.type === 'anthropic' ? [service] : [],
  );
  const found = models.find((service) => service.name === name);
  if (found !== undefined) return found;
  const names = models.map((service) => service.name);
  throw new UsageError(`--service ${name}: the plan has no model service of this name${suggestion(name, names)}`);
}

function realProvider({ name, mode, baseUrl, apiKey }: ModelService, { file }: Plan): { baseUrl: string; apiKey: string } {
  if (baseUrl !== undefined && apiKey !== undefined) return { baseUrl, apiKey };
  const missing = listed([...(baseUrl === undefined ? ['base_url'] : []), ...(apiKey === undefined ? ['api_key'] : [])], 'and');
  throw new UsageError(
    `services.${name} of ${file} is ${mode}: there is no provider to record. Give it a real ${missing}, or set the variables that they are taken from.`,
  );
}

function keysOf({ services }: Plan): string[] {
  return Object.values(services).flatMap((service) => [
    ...('apiKey' in service ? [service.apiKey ?? ''] : []),
    ...('secretAccessKey' in service ? [service.secretAccessKey ?? ''] : []),
  ]);
}

function defaultFile({ name, recording }: ModelService, { root }: Plan): string {
  return recording ?? join(root, 'recordings', `${name}.jsonl`);
}

function shown(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => {
    signal.addEventListener('abort', () => {
      done();
    });
  });
}
