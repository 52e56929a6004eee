/** `operations:` -> OperationPlan in the file's order. */
import type { Call } from '../core/operation.ts';
import { milliseconds, type BuildContext, type Target } from './build-context.ts';
import { buildCall, type OperationPlace } from './build-call.ts';
import { CALL_FORMS, EXTRA_KEYS, VERBS, formsOf, type CallForm, type Verb } from './call-forms.ts';
import { buildExpectation } from './build-expectation.ts';
import { listed, suggestion } from '../core/nearest.ts';
import type { OperationPlan } from './plan.ts';
import type { OperationFile } from './schema-operations.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const SLOW_TIMEOUT_MS = 60_000;

const COMMANDS = CALL_FORMS.filter((form) => form.verb === 'run');

/** Builds the operations; those whose keys do not fit their target are reported and left out. */
export function buildOperations(operations: Readonly<Record<string, OperationFile>>, context: BuildContext): OperationPlan[] {
  return Object.entries(operations).flatMap(([name, file]) => {
    const operation = buildOperation(name, file, context);
    return operation === undefined ? [] : [operation];
  });
}

function buildOperation(name: string, file: OperationFile, context: BuildContext): OperationPlan | undefined {
  const place: OperationPlace = { path: ['operations', name], context };
  const form = chooseForm(file, place);
  const expect = buildExpectation(file.expect, form, place);
  const timeoutMs = file.timeout === undefined ? undefined : milliseconds(file.timeout, [...place.path, 'timeout'], context);
  if (form === undefined) return undefined;
  const call = buildCall(file, form, place);
  const samples = file.samples === undefined ? {} : { samples: file.samples };
  return { name, on: file.on, call, expect, timeoutMs: timeoutMs ?? defaultTimeout(call), ...samples };
}

function defaultTimeout({ protocol }: Call): number {
  return protocol === 'openai' || protocol === 'anthropic' || protocol === 'http' ? SLOW_TIMEOUT_MS : DEFAULT_TIMEOUT_MS;
}

/** The one form of call that the target and the keys have in common. */
function chooseForm(file: OperationFile, place: OperationPlace): CallForm | undefined {
  const { context, path } = place;
  if (file.on === undefined) return chooseCommand(file, place);
  const target = context.targets.get(file.on);
  if (target === undefined) {
    context.report([...path, 'on'], `no service or process has this name${suggestion(file.on, [...context.targets.keys()])}`);
    return undefined;
  }
  return target.kind === 'broken'
    ? undefined
    : fit(file, { subject: `${file.on} is ${describe(target)}`, forms: formsOf(target) }, place);
}

function chooseCommand(file: OperationFile, place: OperationPlace): CallForm | undefined {
  const { context, path } = place;
  if (file.run !== undefined) return fit(file, { subject: 'run starts a command', forms: COMMANDS }, place);
  const names = listed([...context.targets.keys()]);
  const mend = names === '' ? 'add run: with a command line' : `add on: with ${names}, or run: with a command line`;
  const verb = verbsOf(file)[0];
  context.report(path, `${verb === undefined ? 'nothing to do' : `"${verb}" has no target`}; ${mend}`, 'key');
  return undefined;
}

function verbsOf(file: OperationFile): readonly Verb[] {
  return VERBS.filter((verb) => file[verb] !== undefined);
}

function describe(target: Exclude<Target, { kind: 'broken' }>): string {
  if (target.kind === 'process') return target.file.mcp === undefined ? 'a process (http)' : 'a process (http and mcp)';
  const { type } = target.file;
  return `${/^[aeo]/.test(type) || type === 'mcp' || type === 's3' ? 'an' : 'a'} ${type} service`;
}

/** What an operation can be, and why. */
interface Possible {
  readonly subject: string;
  readonly forms: readonly CallForm[];
}

/** Finds the form among the possible ones, and reports keys beside it. */
function fit(file: OperationFile, { subject, forms }: Possible, { path, context }: OperationPlace): CallForm | undefined {
  const mend = `use ${listed(forms.map((form) => `"${form.verb}"`))}`;
  const given = verbsOf(file);
  const strangers = given.filter((verb) => !forms.some((form) => form.verb === verb));
  for (const verb of strangers) context.report([...path, verb], `does not fit; ${subject}: ${mend}`, 'key');
  const fitting = forms.filter((form) => given.includes(form.verb));
  const [form, second] = fitting;
  if (form === undefined && strangers.length === 0) context.report(path, `nothing to do; ${subject}: ${mend}`, 'key');
  if (second !== undefined) {
    context.report(
      [...path, second.verb],
      `${listed(
        fitting.map((one) => `"${one.verb}"`),
        'and',
      )} given together; keep one of them`,
      'key',
    );
  }
  if (form === undefined || second !== undefined) return undefined;
  checkExtras(file, form, { path, context });
  return form;
}

function checkExtras(file: OperationFile, { verb, extras }: CallForm, { path, context }: OperationPlace): void {
  const possible =
    extras.length === 0
      ? 'nothing beside it'
      : listed(
          extras.map((extra) => `"${extra}"`),
          'and',
        );
  for (const key of EXTRA_KEYS) {
    if (file[key] === undefined || extras.includes(key)) continue;
    context.report([...path, key], `does not go with "${verb}", which takes ${possible}; leave it out`, 'key');
  }
}
