import type { ModelCall } from '../core/operation.ts';
import type { ModelUsage } from '../pricing/usage.ts';
import type { Ending } from './failure.ts';
import type { SseEvent } from './sse.ts';

/** Who is asked: the model's name on the wire and whose price list counts. */
export interface ModelTarget {
  readonly provider: string;
  readonly model: string;
}

/** What a model said, however it came. */
export interface ModelAnswer {
  /** The visible text. */
  readonly text: string;
  /** Whether there was reasoning or a tool call, so that an empty text is still an answer. */
  readonly hasOtherContent: boolean;
  /** Why it stopped, in the provider's word; empty when it did not say. */
  readonly finish: string;
  readonly usage: ModelUsage | undefined;
}

/** Puts a streamed answer together. */
export interface StreamReader {
  /** Takes one event; `text` when it carried visible text or reasoning. */
  read(event: SseEvent): { readonly text: boolean };
  /** True once the stream's own end marker came. */
  ended(): boolean;
  /** An error that the provider sent inside the stream. */
  failure(): Ending | undefined;
  answer(): ModelAnswer;
}

/** One wire format of a model provider. */
export interface ModelCodec {
  /** Appended to the base URL. */
  readonly path: string;
  /** Where `check` asks; costs nothing. */
  readonly modelsPath: string;
  headers(apiKey: string): Readonly<Record<string, string>>;
  body(call: ModelCall, target: ModelTarget): unknown;
  /** Undefined when the document is no answer of this format. */
  read(document: unknown, target: ModelTarget): ModelAnswer | undefined;
  reader(target: ModelTarget): StreamReader;
  /** Reasons to stop that make an answer wrong unless the operation asks for them: the text was withheld. */
  readonly refusals: readonly string[];
}

/** Statuses and error types with which providers say that they have too much to do. Not the caller's rate limit, which is 429. */
export const OVERLOADED_STATUSES: readonly number[] = [503, 529];
