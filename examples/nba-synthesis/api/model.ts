/** A language model behind its policy: every attempt is logged, streamed, and counted. */
import { performance } from 'node:perf_hooks';
import { DependencyError, errorTypeOf, rejectedBy } from '../resilience/failure.ts';
import type { Policy } from '../resilience/policy.ts';
import type { Logger } from '../telemetry/log.ts';
import type { Prompt } from './prompts.ts';
import type { CallUsage } from './usage.ts';

/** The most that a model may generate for one answer. */
export const MAX_OUTPUT_TOKENS = 2_000;

/** A whole answer. */
export interface Completion {
  readonly text: string;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  readonly finishReason: string;
  /** Undefined when the provider did not say. */
  readonly usage: CallUsage | undefined;
}

/** One provider's wire format. `stream` calls `onFirstToken` once, and throws `IncompleteStream` when the answer breaks off. */
export interface ModelClient {
  /** `gen_ai.provider.name`. */
  readonly provider: 'deepseek' | 'anthropic';
  /** Its name as a dependency. */
  readonly dependency: string;
  /** The model that is asked for. */
  readonly model: string;
  stream(prompt: Prompt, onFirstToken: () => void, signal: AbortSignal): Promise<Completion>;
  /** Whether `error` came from the provider. */
  isProviderError(error: unknown): boolean;
}

/** A stream ended before its answer did. */
export class IncompleteStream extends Error {
  override readonly name = 'IncompleteStream';
}

/** An answer and when it began. */
export interface TimedCompletion extends Completion {
  /** From the request of the attempt that succeeded. */
  readonly timeToFirstTokenMs: number;
}

/** A model behind its policy. */
export interface LanguageModel {
  /** Throws `DependencyError` when the model cannot answer, and the signal's reason when it aborts. */
  complete(prompt: Prompt, signal: AbortSignal): Promise<TimedCompletion>;
}

/** Puts `client` behind `policy`. Logs never hold prompts or answers. */
export function createLanguageModel(client: ModelClient, policy: Policy, log: Logger): LanguageModel {
  const request = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': client.provider,
    'gen_ai.request.model': client.model,
    'gen_ai.request.stream': true,
  };

  async function attempt(prompt: Prompt, signal: AbortSignal): Promise<TimedCompletion> {
    const startedAt = performance.now();
    let firstTokenAt: number | undefined;
    const noteFirstToken = (): void => {
      firstTokenAt ??= performance.now();
    };
    const completion = await client.stream(prompt, noteFirstToken, signal);
    const endedAt = performance.now();
    const timeToFirstTokenMs = (firstTokenAt ?? endedAt) - startedAt;
    log.info('model call', {
      ...request,
      'gen_ai.response.model': completion.model,
      'gen_ai.response.finish_reasons': [completion.finishReason],
      'gen_ai.response.time_to_first_chunk': timeToFirstTokenMs / 1000,
      'gen_ai.usage.input_tokens': completion.usage?.input,
      'gen_ai.usage.output_tokens': completion.usage?.output,
      'gen_ai.usage.cache_read.input_tokens': completion.usage?.cached,
      'gen_ai.usage.cache_creation.input_tokens': completion.usage?.cache_write,
      'gen_ai.usage.reasoning.output_tokens': completion.usage?.reasoning,
      duration_ms: endedAt - startedAt,
    });
    return { ...completion, timeToFirstTokenMs };
  }

  return {
    async complete(prompt, signal) {
      const startedAt = performance.now();
      try {
        return await policy.execute((attemptSignal) => attempt(prompt, attemptSignal), signal);
      } catch (error) {
        if (signal.aborted) throw error;
        const duration = performance.now() - startedAt;
        log.error('model call failed', { ...request, 'error.type': errorTypeOf(error), duration_ms: duration });
        throw !(error instanceof DependencyError) && client.isProviderError(error) ? rejectedBy(client.dependency, error) : error;
      }
    },
  };
}
