/** A request for an answer, whatever wire format it came in. */
import { hash } from 'node:crypto';
import type { PromptPart } from './prompt-cache.ts';

/** A request for an answer, read from either wire format. */
export interface ModelRequest {
  readonly model: string;
  readonly stream: boolean;
  /** OpenAI's `stream_options.include_usage`. */
  readonly includeUsage: boolean;
  /** The prompt with its role markers, as it is billed. */
  readonly prompt: readonly PromptPart[];
  readonly system: string;
  readonly lastUser: string;
  readonly maxTokens: number | undefined;
  readonly stops: readonly string[];
  /** SHA-256 of everything the answer depends on: model, prompt, temperature, stop sequences. */
  readonly digest: string;
}

/** What the answer to a request depends on, as one digest. Its length limit is left out: a shorter answer is the start of the longer one. */
export function digestOf(request: {
  model: string;
  prompt: readonly PromptPart[];
  temperature: unknown;
  stops: readonly string[];
}): string {
  const prompt = request.prompt.map((part) => part.tokens.join(''));
  return hash('sha256', JSON.stringify([request.model, prompt, request.temperature ?? null, request.stops]));
}
