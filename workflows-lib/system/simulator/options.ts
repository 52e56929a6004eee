/** What the simulator is told at its start: one JSON object, checked once. */
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { PROFILES, type Pacing, type ProfileName } from './pacing.ts';

const logNormal = z.strictObject({ mean: z.number().positive(), sigma: z.number().min(0).max(3) });
const pacing = z.strictObject({
  firstTokenMs: logNormal,
  tokenMs: logNormal,
  speedSigma: z.number().min(0).max(3),
  singleTokenShare: z.number().min(0).max(1),
  maxChunkTokens: z.int().min(1).max(256),
  answerTokens: logNormal,
});
const profileName = z.enum(Object.keys(PROFILES) as [ProfileName, ...ProfileName[]]);
const share = z.number().min(0).max(1).optional();

const schema = z.strictObject({
  protocol: z.enum(['openai', 'anthropic']),
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 lets the system choose. */
  port: z.int().min(0).max(65_535).default(0),
  /** The one model that is served; any other name is unknown to it. */
  model: z.string().min(1),
  /** Whose habits it has: `openai`, `deepseek`, `anthropic`, or any other name (then those of the protocol). */
  provider: z.string().min(1),
  /** A profile by name, or pacing of one's own. */
  profile: z.union([profileName, pacing]).default('fast'),
  seed: z.string(),
  /** Path of a YAML file with scripted answers. */
  answers: z.string().optional(),
  /** Share of requests that end in each fault. */
  faults: z
    .strictObject({
      unauthorized: share,
      rate_limited: share,
      server_error: share,
      overloaded: share,
      dropped: share,
      slow_start: share,
    })
    .default({})
    .refine((faults) => Object.values(faults).reduce<number>((sum, value) => sum + (value ?? 0), 0) <= 1 + 1e-9, {
      error: 'the shares add up to more than 1',
    }),
  /** Path of the JSON Lines file that tells what was really sent, and when. Appended to. */
  logFile: z.string().optional(),
  /** When given, requests with another key are refused. */
  apiKey: z.string().optional(),
  /** Whether prompts are cached like the provider caches them. Off: usage depends on nothing but the request. */
  cache: z.boolean().default(true),
});

/** Everything that the simulator can be told; what is left out takes its default. */
export type SimulatorOptions = z.input<typeof schema>;

/** The options with defaults filled in. */
export type SimulatorSettings = z.output<typeof schema>;

/** Checks options of unknown origin. Throws UsageError, one line, naming each field that is wrong. */
export function parseSimulatorOptions(value: unknown): SimulatorSettings {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'options'}: ${issue.message}`);
  throw new UsageError(`Model simulator: ${problems.join('; ')}`);
}

/** The pacing that the settings choose. */
export function pacingOf(settings: SimulatorSettings): Pacing {
  return typeof settings.profile === 'string' ? PROFILES[settings.profile][settings.protocol] : settings.profile;
}
