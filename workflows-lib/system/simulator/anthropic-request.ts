/** Reads Anthropic Messages requests and refuses what the provider would refuse. */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { at } from '../../core/json.ts';
import { digestOf, type ModelRequest } from './model-request.ts';
import { ProviderProblem } from './problem.ts';
import type { PromptPart } from './prompt-cache.ts';
import { tokenise } from './tokens.ts';

const cacheControl = z.looseObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).default('5m') }).nullish();
const block = z.looseObject({ type: z.string(), text: z.string().optional(), cache_control: cacheControl });
const message = z.looseObject({ role: z.enum(['user', 'assistant']), content: z.union([z.string(), z.array(block)]) });
const schema = z.looseObject({
  model: z.string(),
  max_tokens: z.int().min(1),
  messages: z.array(message).min(1, { error: 'at least one message is required' }),
  system: z.union([z.string(), z.array(block)]).optional(),
  temperature: z.number().min(0).max(1).optional(),
  stream: z.boolean().optional(),
  stop_sequences: z.array(z.string()).optional(),
  tools: z.array(z.looseObject({ name: z.string(), cache_control: cacheControl })).optional(),
  cache_control: cacheControl,
});

type Body = z.output<typeof schema>;
type Block = z.output<typeof block>;

/** Reads a request. Throws ProviderProblem `invalid_request`, in the provider's words: `max_tokens: Field required`. */
export function parseAnthropicRequest(body: unknown, headers: IncomingHttpHeaders): ModelRequest {
  if (headers['anthropic-version'] === undefined) {
    throw new ProviderProblem('invalid_request', 'anthropic-version: header is required');
  }
  const result = schema.safeParse(body);
  if (!result.success) throw refusal(result.error, body);
  const { data } = result;
  checkMessages(data);
  const stops = data.stop_sequences ?? [];
  const prompt = promptOf(data);
  return {
    model: data.model,
    stream: data.stream === true,
    includeUsage: true,
    prompt,
    system: blocksOf(data.system).map(textOf).join('\n'),
    lastUser: blocksOf(data.messages.findLast(({ role }) => role === 'user')?.content)
      .map(textOf)
      .join('\n'),
    maxTokens: data.max_tokens,
    stops,
    digest: digestOf({ model: data.model, prompt, temperature: data.temperature, stops }),
  };
}

function checkMessages(body: Body): void {
  if (body.messages[0]?.role !== 'user') {
    throw new ProviderProblem('invalid_request', 'messages: first message must use the "user" role');
  }
  const empty = body.messages.findIndex(({ role, content }) => role === 'user' && content.length === 0);
  if (empty !== -1) throw new ProviderProblem('invalid_request', `messages.${empty}: user messages must have non-empty content`);
  const breakpoints = promptOf(body).filter(({ cache }) => cache !== undefined).length;
  if (breakpoints > 4) {
    throw new ProviderProblem(
      'invalid_request',
      `A maximum of 4 blocks with cache_control may be provided. Found ${breakpoints}.`,
    );
  }
}

/** Billed in the order tools, system, messages: a tool as its JSON, a block of text as its role, a line break, the text and a line break. */
function promptOf(body: Body): readonly PromptPart[] {
  const tools = (body.tools ?? []).map((tool) => part(JSON.stringify(tool), tool.cache_control));
  const system = blocksOf(body.system).map((item) => part(`system\n${textOf(item)}\n`, item.cache_control));
  const messages = body.messages.flatMap(({ role, content }) =>
    blocksOf(content).map((item) => part(`${role}\n${textOf(item)}\n`, item.cache_control)),
  );
  const all = [...tools, ...system, ...messages];
  const last = all.at(-1);
  if (last === undefined) return all;
  // A marker on the request itself stands for one on its last block.
  return [...all.slice(0, -1), { tokens: last.tokens, cache: last.cache ?? body.cache_control?.ttl }];
}

function part(text: string, control: z.output<typeof cacheControl>): PromptPart {
  return { tokens: tokenise(text), cache: control?.ttl };
}

function blocksOf(content: string | readonly Block[] | undefined): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : (content ?? []);
}

/** Text of a block; other kinds of content count as their kind's name. */
function textOf(item: Block): string {
  return item.text ?? `[${item.type}]`;
}

function refusal(error: z.ZodError, body: unknown): ProviderProblem {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  if (path.length === 0) return new ProviderProblem('invalid_json', 'The request body is not valid JSON: expected an object');
  const reason = at(body, ...path) === undefined ? 'Field required' : (issue?.message ?? 'Invalid');
  return new ProviderProblem('invalid_request', `${path.map(String).join('.')}: ${reason}`, path.map(String).join('.'));
}
