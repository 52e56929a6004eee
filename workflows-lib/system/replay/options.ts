/** What the replay server is told at its start: one JSON object, checked once. */
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';

const schema = z.strictObject({
  /** Path of the recording. */
  recording: z.string().min(1),
  /** What messages call it; its path without it. */
  label: z.string().min(1).optional(),
  /** When given, a recording of another protocol is refused. */
  protocol: z.enum(['openai', 'anthropic']).optional(),
  /** 0 lets the system choose. */
  port: z.int().min(0).max(65_535).default(0),
  /** `recorded`: each chunk as long after the request as it came from the provider. `instant`: at once. */
  pace: z.enum(['recorded', 'instant']).default('recorded'),
  /** When given, requests with another key are refused. */
  apiKey: z.string().optional(),
  /** Path of a file for requests that had no recording, which `readMisses` reads. Appended to. */
  missesFile: z.string().optional(),
  /** Path of a JSON Lines file that tells what was played, and when. Appended to. */
  logFile: z.string().optional(),
});

/** Everything that the replay server can be told; what is left out takes its default. */
export type ReplayOptions = z.input<typeof schema>;

/** The options with defaults filled in. */
export type ReplaySettings = z.output<typeof schema>;

/** Checks options of unknown origin. Throws UsageError, one line, naming each field that is wrong. */
export function parseReplayOptions(value: unknown): ReplaySettings {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'options'}: ${issue.message}`);
  throw new UsageError(`Replay: ${problems.join('; ')}`);
}
