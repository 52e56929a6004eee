import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { parseInputs, unknownInputs } from './parse-inputs.ts';
import type { Env } from './parse-inputs.ts';
import { defineAction } from './spec.ts';

const spec = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'Shows inputs of every kind.',
  branding: { icon: 'clock', color: 'orange' },
  inputs: {
    token: { kind: 'text', secret: true, default: '${{ github.token }}', description: 'Token.' },
    label: { kind: 'text', description: 'Label.' },
    artifact: { kind: 'text', default: 'run', allowEmpty: true, description: 'Artifact.' },
    'working-directory': { kind: 'path', default: '.', description: 'Folder.' },
    globs: { kind: 'list', description: 'Globs.' },
    strict: { kind: 'boolean', default: false, description: 'Strict.' },
    samples: { kind: 'integer', min: 1, max: 100, description: 'Samples.' },
    attempts: { kind: 'integer', min: -5, max: 5, default: 3, description: 'Attempts.' },
    wait: { kind: 'duration', default: '30s', description: 'Wait.' },
    comment: { kind: 'choice', choices: ['always', 'on-change', 'never'], default: 'always', description: 'Comment.' },
    target: { kind: 'text', required: true, description: 'Where to.' },
  },
  outputs: {},
  check: (inputs) => (inputs.strict && inputs.comment === 'never' ? 'strict and comment contradict each other' : undefined),
});

const GIVEN: Env = { INPUT_TOKEN: 'ghs_abcdef', INPUT_TARGET: 'here' };
const DEFAULTS = {
  token: 'ghs_abcdef',
  artifact: 'run',
  'working-directory': '.',
  globs: [],
  strict: false,
  attempts: 3,
  wait: 30_000,
  comment: 'always',
  target: 'here',
};

test('what is not given has its default, and an empty input counts as not given', () => {
  const empty = ['LABEL', 'WORKING-DIRECTORY', 'GLOBS', 'STRICT', 'SAMPLES', 'ATTEMPTS', 'WAIT', 'COMMENT'];
  expect(parseInputs(spec, GIVEN)).toEqual(DEFAULTS);
  expect(parseInputs(spec, { ...GIVEN, ...Object.fromEntries(empty.map((name) => [`INPUT_${name}`, ' '])) })).toEqual(DEFAULTS);
});

test.each([
  ['INPUT_LABEL', '  a b  ', { label: 'a b' }],
  ['INPUT_ARTIFACT', '', { artifact: '' }],
  ['INPUT_WORKING-DIRECTORY', 'sub/folder', { 'working-directory': 'sub/folder' }],
  ['INPUT_GLOBS', 'a.{b,c}\r\n\n  d, e \n', { globs: ['a.{b,c}', 'd, e'] }],
  ['INPUT_STRICT', 'True', { strict: true }],
  ['INPUT_STRICT', 'FALSE', { strict: false }],
  ['INPUT_SAMPLES', '100', { samples: 100 }],
  ['INPUT_ATTEMPTS', '-5', { attempts: -5 }],
  ['INPUT_WAIT', '1.5m', { wait: 90_000 }],
  ['INPUT_COMMENT', 'on-change', { comment: 'on-change' }],
])('%s=%j is read by its kind', (name, text, expected) => {
  expect(parseInputs(spec, { ...GIVEN, [name]: text })).toEqual({ ...DEFAULTS, ...expected });
});

test.each([
  ['INPUT_STRICT', 'yes', 'strict: "yes" is neither true nor false'],
  ['INPUT_SAMPLES', '0', 'samples: "0" is not a whole number from 1 to 100'],
  ['INPUT_SAMPLES', '101', 'samples: "101" is not a whole number from 1 to 100'],
  ['INPUT_SAMPLES', '1e2', 'samples: "1e2" is not a whole number from 1 to 100'],
  ['INPUT_SAMPLES', 'NaN', 'samples: "NaN" is not a whole number from 1 to 100'],
  ['INPUT_WAIT', '5 minutes', 'wait: "5 minutes" is not a duration; give one like 500ms, 30s or 5m'],
  ['INPUT_COMMENT', 'onchange', 'comment: "onchange" is not one of always, on-change or never; did you mean on-change?'],
  ['INPUT_COMMENT', '::error::x', 'comment: "::error::x" is not one of always, on-change or never'],
  ['INPUT_WORKING-DIRECTORY', 'a\nb', 'working-directory: "a b" is not one path; give one line'],
  ['INPUT_TARGET', '', 'target: is missing; Where to.'],
  ['INPUT_TOKEN', '', 'token: is missing; Token.'],
])('%s=%j is a mistake that says what is allowed', (name, text, expected) => {
  expect(() => parseInputs(spec, { ...GIVEN, [name]: text })).toThrow(new UsageError(`input of sample: ${expected}`));
});

test('all mistakes of a call are named together', () => {
  expect(() => parseInputs(spec, { INPUT_TOKEN: 'ghs_abcdef', INPUT_STRICT: 'yes', INPUT_SAMPLES: 'x' })).toThrow(
    /^3 inputs of sample cannot be used\n- strict: .*\n- samples: .*\n- target: is missing/,
  );
});

test('a secret is never quoted, however wrong it is', () => {
  const wrong = defineAction({
    ...spec,
    inputs: { key: { kind: 'integer', min: 1, max: 2, secret: true, description: 'Key.' } },
    check: () => undefined,
  });
  expect(() => parseInputs(wrong, { INPUT_KEY: 'hunter22' })).toThrow('key: what was given is not a whole number from 1 to 2');
  expect(() => parseInputs(spec, { ...GIVEN, INPUT_TOKEN: 'abc' })).toThrow(/token: fewer than 4 characters(?!.*abc)/);
});

test('inputs that contradict each other are a mistake', () => {
  expect(() => parseInputs(spec, { ...GIVEN, INPUT_STRICT: 'true', INPUT_COMMENT: 'never' })).toThrow(
    'input of sample: strict and comment contradict each other',
  );
});

test('an input that the action does not have is named, with the one that was meant', () => {
  expect(unknownInputs(spec, { ...GIVEN, INPUT_SAMPEL: '1', INPUT_COLOUR_OF_THE_SKY: 'blue', PATH: '/bin' })).toEqual([
    'there is no input sampel, so it has no effect; did you mean samples?',
    `there is no input colour_of_the_sky, so it has no effect; it has ${Object.keys(spec.inputs).join(', ')}`,
  ]);
});
