/** Reads OpenAI Chat Completions requests and refuses what the provider would refuse. */
import { z } from 'zod';
import { at } from '../../core/json.ts';
import { digestOf, type ModelRequest } from './model-request.ts';
import { ProviderProblem } from './problem.ts';
import { tokenise } from './tokens.ts';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(part)]).nullish(),
});
const schema = z.looseObject({
  model: z.string(),
  messages: z.array(message).min(1),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(4)]).nullish(),
  n: z.literal(1).nullish(),
  tools: z.array(z.unknown()).nullish(),
});

type Body = z.output<typeof schema>;
type ChatMessage = z.output<typeof message>;

/** Reads a request body. Throws ProviderProblem `invalid_request` with the parameter's path. */
export function parseOpenAiRequest(body: unknown): ModelRequest {
  const result = schema.safeParse(body);
  if (!result.success) throw refusal(result.error, body);
  const { data } = result;
  if ((data.stream_options ?? undefined) !== undefined && data.stream !== true) {
    throw new ProviderProblem('invalid_request', "'stream_options' is only allowed when 'stream' is enabled.", 'stream_options');
  }
  const stops = typeof data.stop === 'string' ? [data.stop] : (data.stop ?? []);
  const prompt = promptOf(data);
  const isSystem = ({ role }: ChatMessage): boolean => role === 'system' || role === 'developer';
  return {
    model: data.model,
    stream: data.stream === true,
    includeUsage: data.stream_options?.include_usage === true,
    prompt,
    system: data.messages.filter(isSystem).map(textOf).join('\n'),
    lastUser: textOf(data.messages.findLast(({ role }) => role === 'user')),
    maxTokens: data.max_completion_tokens ?? data.max_tokens ?? undefined,
    stops,
    digest: digestOf({ model: data.model, prompt, temperature: data.temperature, stops }),
  };
}

/** Billed as each tool's JSON, then each message as its role, a line break, its text and a line break. */
function promptOf(body: Body): ModelRequest['prompt'] {
  const tools = (body.tools ?? []).map((tool) => ({ tokens: tokenise(JSON.stringify(tool)) }));
  return [...tools, ...body.messages.map((item) => ({ tokens: tokenise(`${item.role}\n${textOf(item)}\n`) }))];
}

/** Text of a message; other kinds of content count as their kind's name. */
function textOf(item: ChatMessage | undefined): string {
  if (typeof item?.content === 'string') return item.content;
  return (item?.content ?? []).map(({ type, text }) => text ?? `[${type}]`).join('\n');
}

function refusal(error: z.ZodError, body: unknown): ProviderProblem {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const param = path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
  if (param === '') return new ProviderProblem('invalid_json', 'We could not parse the JSON body of your request.');
  const missing = at(body, ...path) === undefined;
  const reason = missing ? `Missing required parameter: '${param}'.` : `Invalid value for '${param}': ${issue?.message ?? ''}.`;
  return new ProviderProblem('invalid_request', reason, param);
}
