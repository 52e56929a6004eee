/** Which keys of an operation make which call: one table for the checks, the messages and the building. */
import type { Call } from '../core/operation.ts';
import type { Target } from './build-context.ts';
import type { ExpectFile, OperationFile } from './schema-operations.ts';

type Key = keyof OperationFile;

/** The keys that say what is done. Exactly one stands in an operation. */
export const VERBS = [
  'connect',
  'query',
  'list',
  'get',
  'prompt',
  'messages',
  'list_tools',
  'tool',
  'post',
  'put',
  'patch',
  'delete',
  'run',
] as const satisfies readonly Key[];

/** A key that says what an operation does; an operation has exactly one of them. */
export type Verb = (typeof VERBS)[number];

/** The keys that only some verbs take. */
export const EXTRA_KEYS = [
  'parameters',
  'max_keys',
  'system',
  'max_tokens',
  'stream',
  'temperature',
  'arguments',
  'json',
  'headers',
  'usage',
  'cwd',
  'env',
] as const satisfies readonly Key[];

type ExtraKey = (typeof EXTRA_KEYS)[number];

/** One way to write an operation. */
export interface CallForm {
  readonly protocols: readonly Call['protocol'][];
  readonly verb: Verb;
  readonly extras: readonly ExtraKey[];
  /** What `expect` may ask of the answer. */
  readonly answers: readonly (keyof ExpectFile)[];
}

const DOCUMENT = ['json', 'schema', 'contains'] as const;
const MODEL_EXTRAS = ['system', 'max_tokens', 'stream', 'temperature'] as const;
const MODELS = ['openai', 'anthropic'] as const;
const http = (verb: Verb, extras: readonly ExtraKey[]): CallForm => ({
  protocols: ['http'],
  verb,
  extras,
  answers: ['status', ...DOCUMENT],
});

/** Every way to write an operation. A verb means one thing to each protocol. */
export const CALL_FORMS: readonly CallForm[] = [
  { protocols: ['postgres', 'mcp'], verb: 'connect', extras: [], answers: [] },
  { protocols: ['postgres'], verb: 'query', extras: ['parameters'], answers: ['rows', ...DOCUMENT] },
  { protocols: ['s3'], verb: 'list', extras: ['max_keys'], answers: ['rows', ...DOCUMENT] },
  { protocols: ['s3'], verb: 'get', extras: [], answers: DOCUMENT },
  { protocols: MODELS, verb: 'prompt', extras: MODEL_EXTRAS, answers: ['finish', ...DOCUMENT] },
  { protocols: MODELS, verb: 'messages', extras: MODEL_EXTRAS, answers: ['finish', ...DOCUMENT] },
  { protocols: ['mcp'], verb: 'list_tools', extras: [], answers: ['rows', ...DOCUMENT] },
  { protocols: ['mcp'], verb: 'tool', extras: ['arguments'], answers: ['rows', ...DOCUMENT] },
  http('get', ['headers', 'usage']),
  http('post', ['json', 'headers', 'usage']),
  http('put', ['json', 'headers', 'usage']),
  http('patch', ['json', 'headers', 'usage']),
  http('delete', ['json', 'headers', 'usage']),
  { protocols: ['process'], verb: 'run', extras: ['cwd', 'env'], answers: ['exit_code', ...DOCUMENT] },
];

/** The forms that a target understands. */
export function formsOf(target: Exclude<Target, { kind: 'broken' }>): readonly CallForm[] {
  const spoken = protocolsOf(target);
  return CALL_FORMS.filter((form) => form.protocols.some((protocol) => spoken.includes(protocol)));
}

function protocolsOf(target: Exclude<Target, { kind: 'broken' }>): readonly Call['protocol'][] {
  if (target.kind === 'service') return [target.file.type];
  return target.file.mcp === undefined ? ['http'] : ['http', 'mcp'];
}
