import { expect, test } from '@jest/globals';
import { at, atPointer, isRecord, parseJson, textAt } from './json.ts';

/** The document and the pointers of RFC 6901, section 5. */
const RFC_6901 = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test.each([
  ['', RFC_6901],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
])('the pointer %j names what the RFC says', (pointer, expected) => {
  expect(atPointer(RFC_6901, pointer)).toEqual(expected);
});

test.each(['foo', '/foo/2', '/foo/01', '/foo/-', '/foo/length', '/toString', '/bar/0'])(
  'the pointer %j names nothing',
  (pointer) => {
    expect(atPointer(RFC_6901, pointer)).toBeUndefined();
  },
);

test('a path ends where the document does, and never reaches what the document does not own', () => {
  const document = { choices: [{ text: 'yes' }], count: 2 };
  expect(at(document, 'choices', 0, 'text')).toBe('yes');
  expect(at(document, 'choices', 1, 'text')).toBeUndefined();
  expect(at(document, 'count', 'text')).toBeUndefined();
  expect(at(document, 'constructor', 'name')).toBeUndefined();
});

test('a text is only read where one stands', () => {
  expect(textAt({ a: 'x' }, 'a')).toBe('x');
  expect([textAt({ a: 1 }, 'a'), textAt({}, 'a'), textAt(null, 'a')]).toEqual(['', '', '']);
});

test('what is not JSON is undefined, and null is JSON', () => {
  expect([parseJson('{"a":'), parseJson('null')]).toEqual([undefined, null]);
});

test('lists and null are no records', () => {
  expect([{}, [], null, 'text'].map(isRecord)).toEqual([true, false, false, false]);
});
