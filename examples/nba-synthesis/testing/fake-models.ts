/** Both model providers on one local server, scripted call by call. Speaks their streaming wire formats; written from their API references. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** Tokens to report. Anthropic: `input`, `cached` and `cacheWrite` are sent as they are billed, apart from each other. */
export interface FakeUsage {
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
}

/** What the next call gets. `drop` cuts the connection in the middle; `hold` answers once its promise resolves. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly text: string; readonly usage?: FakeUsage; readonly model?: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'drop' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'html' }
  | { readonly kind: 'error_event' }
  | { readonly kind: 'hold'; readonly until: Promise<unknown>; readonly text: string };

/** Whom the server stands in for. */
export type Provider = 'deepseek' | 'anthropic';

/** A call as it arrived. */
export interface ReceivedCall {
  readonly provider: Provider;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.infer<typeof callSchema>;
}

/** Fake providers that run. */
export interface FakeModels {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** Behaviours for the provider's next calls; afterwards they are answered as usual. */
  readonly script: (provider: Provider, ...behaviours: Behaviour[]) => void;
  /** Resolves once a first call for the provider has arrived. */
  readonly called: (provider: Provider) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const callSchema = z.looseObject({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
});

const USAGE: FakeUsage = { input: 100, cached: 0, cacheWrite: 0, output: 20, reasoning: 0 };

function piecesOf(whole: string): string[] {
  return whole.match(/[\s\S]{1,24}/g) ?? [''];
}

function chatEvents(whole: string, model: string, usage: FakeUsage): string[] {
  const chunk = (fields: object): string =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model, ...fields })}\n\n`;
  const delta = (content: object, finish: string | null): string =>
    chunk({ choices: [{ index: 0, delta: content, finish_reason: finish, logprobs: null }], usage: null });
  return [
    delta({ role: 'assistant', content: '' }, null),
    ...piecesOf(whole).map((content) => delta({ content }, null)),
    delta({}, 'stop'),
    chunk({
      choices: [],
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: usage.input + usage.output,
        prompt_cache_hit_tokens: usage.cached,
        prompt_cache_miss_tokens: usage.input - usage.cached,
        completion_tokens_details: { reasoning_tokens: usage.reasoning },
      },
    }),
    'data: [DONE]\n\n',
  ];
}

function messageEvents(whole: string, model: string, usage: FakeUsage): string[] {
  const event = (type: string, fields: object): string => `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
  const counts = {
    input_tokens: usage.input,
    cache_read_input_tokens: usage.cached,
    cache_creation_input_tokens: usage.cacheWrite,
  };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null };
  return [
    event('message_start', { message: { ...message, usage: { ...counts, output_tokens: 1 } } }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    event('ping', {}),
    ...piecesOf(whole).map((piece) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: piece } })),
    event('content_block_stop', { index: 0 }),
    event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: usage.output } }),
    event('message_stop', {}),
  ];
}

function errorEvent(provider: Provider): string {
  return provider === 'anthropic'
    ? 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n'
    : 'data: {"error":{"message":"Server overloaded","type":"server_error"}}\n\n';
}

async function respond(response: ServerResponse, behaviour: Behaviour, call: ReceivedCall): Promise<void> {
  if (behaviour.kind === 'status') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(
      JSON.stringify({ type: 'error', error: { type: 'api_error', message: 'scripted failure, quotes key sk-secret' } }),
    );
    return;
  }
  if (behaviour.kind === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Welcome</title>');
    return;
  }
  if (behaviour.kind === 'hold') await behaviour.until;
  const whole = 'text' in behaviour ? behaviour.text : 'This answer breaks off before it is over.';
  const usage = (behaviour.kind === 'answer' ? behaviour.usage : undefined) ?? USAGE;
  const model = (behaviour.kind === 'answer' ? behaviour.model : undefined) ?? call.body.model;
  const events = call.provider === 'deepseek' ? chatEvents(whole, model, usage) : messageEvents(whole, model, usage);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const broken = behaviour.kind === 'drop' || behaviour.kind === 'cut' || behaviour.kind === 'error_event';
  for (const event of broken ? events.slice(0, 3) : events) response.write(event);
  if (behaviour.kind === 'error_event') response.write(errorEvent(call.provider));
  if (behaviour.kind !== 'drop') response.end();
  else setImmediate(() => response.destroy());
}

async function receive(request: IncomingMessage): Promise<ReceivedCall> {
  const path = request.url ?? '';
  return {
    provider: path.endsWith('/chat/completions') ? 'deepseek' : 'anthropic',
    path,
    headers: request.headers,
    body: callSchema.parse(JSON.parse(await text(request))),
  };
}

/** Starts the providers on a free port. Calls without a script get what `answerFor` says. */
export async function startFakeModels(
  answerFor: (call: ReceivedCall) => string = (call) => `Answer of ${call.provider}.`,
): Promise<FakeModels> {
  const calls: ReceivedCall[] = [];
  const firstCall = { deepseek: Promise.withResolvers<undefined>(), anthropic: Promise.withResolvers<undefined>() };
  const scripts: Record<Provider, Behaviour[]> = { deepseek: [], anthropic: [] };
  const server = createServer((request, response) => {
    void receive(request).then((call) => {
      calls.push(call);
      firstCall[call.provider].resolve(undefined);
      return respond(response, scripts[call.provider].shift() ?? { kind: 'answer', text: answerFor(call) }, call);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    script: (provider, ...behaviours) => {
      scripts[provider].push(...behaviours);
    },
    called: (provider) => firstCall[provider].promise,
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
