import type { ServerResponse } from 'node:http';
import { systemClock } from '../../core/clock.ts';
import type { Expectation, ModelCall } from '../../core/operation.ts';
import type { Attempt, Driver } from '../driver.ts';
import { openModelDriver, type ModelDriverOptions } from '../model.ts';

/** Must never be seen in a message. */
export const KEY = 'key-never-to-be-seen';
const CALL: ModelCall = { protocol: 'openai', messages: [{ role: 'user', content: 'Who won?' }], maxTokens: 50, stream: true };

/** A driver that speaks to a scripted server as if it were DeepSeek. */
export function open(url: string, options: Partial<ModelDriverOptions> = {}): Driver<ModelCall> & AsyncDisposable {
  const driver = openModelDriver({
    ...{ protocol: 'openai', baseUrl: url, apiKey: KEY, provider: 'deepseek', model: 'deepseek-chat', clock: systemClock },
    ...options,
  });
  return { ...driver, [Symbol.asyncDispose]: () => driver.close() };
}

/** One call of a test. */
export interface Try {
  readonly call?: Partial<ModelCall>;
  readonly wanted?: Expectation;
  readonly timeoutMs?: number;
}

/** Makes one call. */
export function attempt(driver: Driver<ModelCall>, { call = {}, wanted = {}, timeoutMs = 5_000 }: Try = {}): Promise<Attempt> {
  return driver.prepare({ name: 'deepseek.simple', call: { ...CALL, ...call }, expect: wanted, timeoutMs }).execute();
}

/** Begins an event stream with these pieces. */
export function stream(response: ServerResponse, pieces: readonly (string | Uint8Array)[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const piece of pieces) response.write(piece);
}

/** Documents as server-sent events. */
export function events(...documents: readonly unknown[]): string {
  return documents.map((document) => `data: ${JSON.stringify(document)}\n\n`).join('');
}

/** A chunk of an OpenAI stream. */
export const delta = (content: unknown, finish: string | null = null): unknown => ({
  choices: [{ delta: content, finish_reason: finish }],
});

/** From the API references: the last chunk before [DONE] has no choices and carries the usage. */
export const OPENAI_USAGE = {
  choices: [],
  usage: { prompt_tokens: 20, completion_tokens: 5, prompt_cache_hit_tokens: 8, prompt_cache_miss_tokens: 12 },
};
/** A whole answer. */
export const OPENAI_STREAM =
  events(delta({ role: 'assistant', content: '' }), delta({ content: 'The Häwks ' }), delta({ content: 'won 🏀' })) +
  events(delta({}, 'stop'), OPENAI_USAGE) +
  'data: [DONE]\n\n';
/** What it costs. */
export const OPENAI_BILL = { provider: 'deepseek', model: 'deepseek-chat', input: 20, cached: 8, output: 5, reasoning: 0 };

const ANTHROPIC_STREAM = [
  [
    'message_start',
    { message: { usage: { input_tokens: 10, cache_read_input_tokens: 4, cache_creation_input_tokens: 6, output_tokens: 1 } } },
  ],
  ['content_block_start', { index: 0, content_block: { type: 'text', text: '' } }],
  ['ping', {}],
  ['content_block_delta', { index: 0, delta: { type: 'text_delta', text: '{"winner":' } }],
  ['content_block_delta', { index: 0, delta: { type: 'text_delta', text: '"Hawks"}' } }],
  ['content_block_stop', { index: 0 }],
  ['message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 12, input_tokens: null } }],
  ['message_stop', {}],
] as const;
/** An Anthropic stream, or its beginning. */
export const anthropicEvents = (until: number = ANTHROPIC_STREAM.length): string =>
  ANTHROPIC_STREAM.slice(0, until)
    .map(([type, rest]) => `event: ${type}\r\ndata: ${JSON.stringify({ type, ...rest })}\r\n\r\n`)
    .join('');
/** Options of a driver that speaks the other format. */
export const CLAUDE = { protocol: 'anthropic', provider: 'anthropic', model: 'claude-sonnet-4-5' } as const;
