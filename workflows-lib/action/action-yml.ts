import { parseDocument } from 'yaml';
import { defaultText } from './spec.ts';
import type { AnyActionSpec } from './spec.ts';

/** What action.yml says of itself, whatever the action. */
const AUTHOR = 'Shotclock maintainers';
const RUNS = { using: 'node24', main: 'dist/index.js' };

/** An action.yml's content as the declaration wants it, key by key. */
function expectedActionYml(spec: AnyActionSpec): Readonly<Record<string, unknown>> {
  const inputs = Object.entries(spec.inputs).map(([name, input]) => {
    const fallback = defaultText(input);
    return [
      name,
      {
        description: input.description,
        ...(input.required === true ? { required: true } : {}),
        ...(fallback === undefined ? {} : { default: fallback }),
      },
    ];
  });
  const outputs = Object.entries(spec.outputs).map(([name, description]) => [name, { description }]);
  return {
    name: spec.title,
    description: spec.description,
    author: AUTHOR,
    branding: spec.branding,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    runs: RUNS,
  };
}

/** Where an action.yml differs from its declaration: each key that is missing, says something else, or that nobody knows. Empty: nowhere. */
export function actionYmlMistakes(text: string, spec: AnyActionSpec): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map(({ message }) => message);
  return differences(document.toJS(), expectedActionYml(spec), '');
}

function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (!isRecord(expected)) return sameScalar(actual, expected) ? [] : [`${path}: ${quote(actual)} should be ${quote(expected)}`];
  if (!isRecord(actual)) return [`${path}: is missing`];
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const unknown = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
  return [
    ...unknown.map((key) => `${at(key)}: is not known`),
    ...Object.keys(expected).flatMap((key) => differences(actual[key], expected[key], at(key))),
  ];
}

/** The runner reads every default as text, quoted or not. */
function sameScalar(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'string') return actual === expected;
  return ['string', 'number', 'boolean'].includes(typeof actual) && String(actual) === expected;
}

function quote(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
