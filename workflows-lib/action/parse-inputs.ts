import { UsageError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import { nearest } from '../core/nearest.ts';
import { SHORTEST_MASK } from './masks.ts';
import { parseValue } from './parse-value.ts';
import { defaultText, inputVariable, isExpression } from './spec.ts';
import type { ActionSpec, InputSpec, InputSpecs, InputsOf, OutputSpecs } from './spec.ts';

/** An environment. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The inputs of an action, typed, with defaults applied. Throws one UsageError that lists every mistake: missing ones, values that cannot be
 * read, and (only where each is right by itself) inputs that contradict each other. An empty input counts as not given, because that is what
 * a workflow passes on when its own input was left out.
 */
export function parseInputs<I extends InputSpecs, O extends OutputSpecs>(spec: ActionSpec<I, O>, env: Env): InputsOf<I> {
  const values: Record<string, unknown> = {};
  const mistakes: string[] = [];
  for (const [name, input] of Object.entries(spec.inputs)) {
    const read = readInput(input, env[inputVariable(name)]);
    if ('mistake' in read) mistakes.push(`${name}: ${read.mistake}`);
    else values[name] = read.value;
  }
  if (mistakes.length > 0) throw new UsageError(describeMistakes(spec.name, mistakes));
  const inputs = values as InputsOf<I>;
  const contradiction = spec.check?.(inputs);
  if (contradiction !== undefined) throw new UsageError(describeMistakes(spec.name, [contradiction]));
  return inputs;
}

type Read = { readonly value: unknown } | { readonly mistake: string };

function readInput(input: InputSpec, raw: string | undefined): Read {
  const text = raw?.trim();
  if (text === '' && input.kind === 'text' && input.allowEmpty === true) return { value: '' };
  if (text !== undefined && text !== '') return readGiven(input, text);
  const fallback = defaultText(input);
  // The runner works expressions out before the action starts: one that is still to be worked out has come to nothing.
  if (fallback !== undefined && !isExpression(fallback)) return fallback === '' ? absent(input) : parseValue(input, fallback);
  if (input.required === true || fallback !== undefined) return { mistake: `is missing; ${input.description}` };
  return absent(input);
}

function absent(input: InputSpec): Read {
  if (input.kind === 'list') return { value: [] };
  return { value: input.default === '' ? '' : undefined };
}

function readGiven(input: InputSpec, text: string): Read {
  if (input.secret === true && text.length < SHORTEST_MASK) {
    return { mistake: `fewer than ${SHORTEST_MASK} characters are no secret: they could not be hidden in the log` };
  }
  return parseValue(input, text);
}

function describeMistakes(action: string, mistakes: readonly string[]): string {
  const [first = ''] = mistakes;
  if (mistakes.length === 1) return `input of ${action}: ${first}`;
  return [`${mistakes.length} inputs of ${action} cannot be used`, ...mistakes.map((mistake) => `- ${mistake}`)].join('\n');
}

/** One sentence for each input that was given and that the action does not have, with the name that was probably meant. */
export function unknownInputs(spec: Pick<ActionSpec<InputSpecs, OutputSpecs>, 'inputs'>, env: Env): string[] {
  const names = Object.keys(spec.inputs);
  const known = new Set(names.map(inputVariable));
  return Object.keys(env)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .map((variable) => {
      const name = variable.slice('INPUT_'.length).toLowerCase();
      const near = nearest(name, names);
      const mend = near === undefined ? `it has ${names.join(', ')}` : `did you mean ${near}?`;
      return `there is no input ${oneLine(name, 80)}, so it has no effect; ${mend}`;
    });
}
