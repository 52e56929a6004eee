/** One provider's way of asking and answering: everything that differs between the wire formats. */
import type { IncomingHttpHeaders } from 'node:http';
import type { TokenUsage } from '../../pricing/usage.ts';
import type { AnswerPlan } from './answer-plan.ts';
import type { ModelRequest } from './model-request.ts';
import type { CacheUse, PromptCache } from './prompt-cache.ts';
import type { ProviderProblem } from './problem.ts';

/** An answer on its way. */
export interface Answer {
  readonly id: string;
  readonly createdSeconds: number;
  readonly request: ModelRequest;
  readonly plan: AnswerPlan;
  readonly bill: TokenUsage;
}

/** How one provider speaks. Bodies are plain objects; pieces of a stream are text in the form of server-sent events. */
export interface Dialect {
  /** Paths that answer prompts, and paths that list models. */
  readonly answerPaths: readonly string[];
  readonly modelPaths: readonly string[];
  /** Whether the model thinks before it answers, and whether its thoughts are streamed. */
  readonly reasons: (model: string) => boolean;
  readonly showsReasoning: boolean;
  /** The key that the request carries. */
  apiKey(headers: IncomingHttpHeaders): string | undefined;
  /** Reads a request. Throws ProviderProblem when the provider would refuse it. */
  parse(body: unknown, headers: IncomingHttpHeaders): ModelRequest;
  cacheUse(cache: PromptCache, scope: string, request: ModelRequest): CacheUse;
  /** Id of an answer in the provider's form, from 64 hexadecimal digits. */
  answerId(digits: string): string;
  /** Headers of every answer. */
  headers(requestId: string, rate: RateState): Readonly<Record<string, string>>;
  problem(problem: ProviderProblem, requestId: string): { readonly status: number; readonly body: object };
  models(model: string): object;
  /** Whether a request is told its usage at all. */
  tellsUsage(request: ModelRequest): boolean;
  /** The usage object that the client is told. */
  usage(bill: TokenUsage): object;
  /** The body of an answer that is not streamed. */
  whole(answer: Answer): object;
  /** What a stream says before the first token. */
  opening(answer: Answer): string;
  content(answer: Answer, text: string): string;
  reasoning(answer: Answer, text: string): string;
  /** What a stream says after the last token, usage included. */
  closing(answer: Answer): string;
}

/** What a simulated account may still do in this minute: told in headers, never enforced. */
export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetInMs: number;
  readonly resetAt: Date;
}
