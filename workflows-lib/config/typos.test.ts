/** Every key of a plan that has them all, misspelt in turn: the message names it, where it stands, and what was meant. */
import { expect, test } from '@jest/globals';
import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { UsageError } from '../core/errors.ts';
import { parsePlan } from './parse-plan.ts';
import { formatPath, type Path } from './problems.ts';
import { FULL_PLAN, FULL_TEXT } from './testing/plans.ts';

interface Key {
  readonly name: string;
  readonly path: Path;
  readonly offset: number;
}

/** Mappings whose keys are the user's own words. */
const OWN_WORDS = ['processes', 'services', 'operations', 'env', 'headers', 'settings', 'roles', 'mix', 'per_metric'];
/** Values that are the user's own altogether. */
const OWN_VALUES = ['arguments', 'json', 'schema', 'parameters'];

const lines = new LineCounter();
const document = parseDocument<Node>(FULL_TEXT, { lineCounter: lines });

function keysOf(node: unknown, path: Path): Key[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => keysOf(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const own = OWN_WORDS.includes(String(path.at(-1)));
    const below = !own && OWN_VALUES.includes(name) ? [] : keysOf(value, [...path, name]);
    return own ? below : [{ name, path, offset: key.range?.[0] ?? 0 }, ...below];
  });
}

function messageWith({ name, offset }: Key, typo: string): string {
  try {
    parsePlan(FULL_TEXT.slice(0, offset) + typo + FULL_TEXT.slice(offset + name.length), { file: FULL_PLAN, env: {} });
    return '';
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

const keys = keysOf(document.contents, []);
const doubled = (name: string): string => name + name.slice(-1);
const swapped = (name: string): string => name.charAt(1) + name.charAt(0) + name.slice(2);
const shortened = (name: string): string => name.slice(0, -1);

test('the plan has at least one of each kind of key', () => {
  expect(new Set(keys.map(({ name }) => name)).size).toBeGreaterThan(70);
});

test.each(keys.map((key) => ({ ...key, at: formatPath([...key.path, key.name]) })))('a misspelt $at is found', (key) => {
  const typos = [doubled, swapped, ...(key.name.length > 3 ? [shortened] : [])].map((change) => change(key.name));
  for (const typo of typos.filter((word) => word !== key.name)) {
    const { line, col } = lines.linePos(key.offset);
    const unknown = `full.yml:${line}:${col} ${formatPath([...key.path, typo])}: unknown key; did you mean "${key.name}"?`;
    const type = `${formatPath([...key.path, 'type'])}: missing (is "${typo}" meant to be "type"?)`;
    expect(messageWith(key, typo)).toContain(key.name === 'type' ? type : unknown);
  }
});
