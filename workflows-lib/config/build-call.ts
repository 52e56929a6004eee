/** One operation of the file -> the call that a driver makes. */
import type { Call, HttpCall, Message, ModelCall } from '../core/operation.ts';
import { absolute, checkCommand, texts, type BuildContext } from './build-context.ts';
import type { CallForm } from './call-forms.ts';
import type { Path } from './problems.ts';
import type { OperationFile } from './schema-operations.ts';

/** Where an operation stands. */
export interface OperationPlace {
  readonly path: Path;
  readonly context: BuildContext;
}

const DEFAULT_MAX_TOKENS = 512;
const DEFAULT_MAX_KEYS = 1000;

/** Builds the call of an operation whose keys fit this form. */
export function buildCall(file: OperationFile, form: CallForm, place: OperationPlace): Call {
  const protocol = protocolOf(file, form, place.context);
  switch (form.verb) {
    case 'connect':
      return protocol === 'postgres' ? { protocol, action: 'connect' } : { protocol: 'mcp', action: 'connect' };
    case 'query':
      return { protocol: 'postgres', action: 'query', sql: file.query ?? '', parameters: file.parameters ?? [] };
    case 'list':
      return { protocol: 's3', action: 'list', prefix: file.list ?? '', maxKeys: file.max_keys ?? DEFAULT_MAX_KEYS };
    case 'list_tools':
      return { protocol: 'mcp', action: 'list_tools' };
    case 'tool':
      return { protocol: 'mcp', action: 'call_tool', tool: file.tool ?? '', arguments: file.arguments ?? {} };
    case 'prompt':
    case 'messages':
      return buildModelCall(file, protocol === 'anthropic' ? protocol : 'openai', place);
    case 'run':
      return buildProcessCall(file, place);
    case 'get':
      return protocol === 's3' ? { protocol, action: 'get', key: file.get ?? '' } : buildHttpCall('GET', file, place);
    case 'post':
      return buildHttpCall('POST', file, place);
    case 'put':
      return buildHttpCall('PUT', file, place);
    case 'patch':
      return buildHttpCall('PATCH', file, place);
    case 'delete':
      return buildHttpCall('DELETE', file, place);
  }
}

/** A verb that several protocols know means the one that the target speaks. */
function protocolOf(file: OperationFile, form: CallForm, context: BuildContext): Call['protocol'] | undefined {
  const target = context.targets.get(file.on ?? '');
  return target?.kind === 'service'
    ? target.file.type
    : form.protocols.find((protocol) => protocol === 'mcp' || protocol === 'http');
}

function buildModelCall(file: OperationFile, protocol: ModelCall['protocol'], { path, context }: OperationPlace): ModelCall {
  const given: readonly Message[] = file.messages ?? [{ role: 'user', content: file.prompt ?? '' }];
  if (file.system !== undefined && given.some(({ role }) => role === 'system')) {
    context.report([...path, 'system'], 'a system prompt stands among the messages too; keep one of them', 'key');
  }
  if (given.every(({ role }) => role === 'system'))
    context.report([...path, 'messages'], 'expected at least one message of the user');
  if (protocol === 'anthropic' && (file.temperature ?? 0) > 1) {
    context.report([...path, 'temperature'], 'expected a number from 0 to 1 for an anthropic service');
  }
  return {
    protocol,
    messages: file.system === undefined ? given : [{ role: 'system', content: file.system }, ...given],
    maxTokens: file.max_tokens ?? DEFAULT_MAX_TOKENS,
    stream: file.stream ?? true,
    ...(file.temperature === undefined ? {} : { temperature: file.temperature }),
  };
}

function buildHttpCall(method: HttpCall['method'], file: OperationFile, { path, context }: OperationPlace): HttpCall {
  const url = file.get ?? file.post ?? file.put ?? file.patch ?? file.delete ?? '/';
  // `get` is also the key of an S3 object, so the schema leaves its form open.
  if (!/^\/\S*$/.test(url)) context.report([...path, 'get'], 'expected a path that begins with "/", for example /games');
  return {
    protocol: 'http',
    method,
    path: url,
    headers: texts(file.headers, [...path, 'headers'], context),
    ...(file.json === undefined ? {} : { json: file.json }),
    ...(file.usage === undefined ? {} : { usage: file.usage }),
  };
}

function buildProcessCall(file: OperationFile, { path, context }: OperationPlace): Call {
  const run = file.run ?? '';
  checkCommand(run, [...path, 'run'], context);
  return { protocol: 'process', run, cwd: absolute(file.cwd, context), env: texts(file.env, [...path, 'env'], context) };
}
