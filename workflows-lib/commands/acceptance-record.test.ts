import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { seededRandom } from '../core/random.ts';
import { NO_RECORD, hasRoom, mergeRecords, readRecord, renderRecord } from './acceptance-record.ts';
import type { AcceptanceRecord, AcceptedChange } from './acceptance-record.ts';

const entry = (source: string, metric: string, change: number): AcceptedChange => ({ source, metric, change });
const body = (accepted: readonly AcceptedChange[], shown: AcceptanceRecord['shown'] = []): string =>
  `## Fail${renderRecord({ accepted, shown })}`;
const lineOf = (text: string): string => `x\n\n<!-- shotclock:accepted ${deflateRawSync(text).toString('base64url')} -->`;

const random = seededRandom('record');
const letters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + random.integer(26))).join('');
const METRICS = ['duration', 'ttft', 'cost', 'tokens.output', 'queries'];
const many = (operations: number, length: number): AcceptanceRecord['shown'] =>
  Array.from({ length: operations }, () => `${letters(length)}.${letters(length)}`).flatMap((operation) =>
    METRICS.map((metric) => ({ metric: `${operation}.${metric}`, change: random.next() })),
  );

test('what is kept is read again, whatever GitHub does to the end of the body', () => {
  const record = { accepted: [entry('comment-5', '__proto__', 0.1)], shown: [{ metric: 'a.cost', change: 0.00028 }] };
  expect(readRecord(`fine${renderRecord(record)}\r\n`)).toEqual(record);
  expect(renderRecord(NO_RECORD)).toBe('');
});

test('two hundred regressions that are shown and accepted fit', () => {
  const shown = many(40, 7);
  const read = readRecord(renderRecord({ accepted: shown.map((one) => ({ source: 'label-12345678901', ...one })), shown }));
  expect([read.accepted.length, read.shown.length]).toEqual([200, 200]);
});

test('what was accepted goes before what is shown, of which the end is dropped', () => {
  const accepted = many(60, 8).map((one) => ({ source: 'comment-1', ...one }));
  const shown = many(200, 8);
  const text = renderRecord({ accepted, shown });
  expect(text.length).toBeLessThan(5_000);
  const read = readRecord(text);
  expect(read.accepted).toHaveLength(accepted.length);
  expect(read.shown.map(({ metric }) => metric)).toEqual(shown.slice(0, read.shown.length).map(({ metric }) => metric));
  expect(read.shown.length).toBeLessThan(shown.length);
});

test('what could not be read again has no room: too long, or packed too well', () => {
  expect(hasRoom(many(60, 8).map((one) => ({ source: 'comment-1', ...one })))).toBe(true);
  expect(hasRoom(many(400, 8).map((one) => ({ source: 'comment-1', ...one })))).toBe(false);
  expect(hasRoom(Array.from({ length: 600 }, () => entry('comment-1', 'a'.repeat(450), 1)))).toBe(false);
});

test.each([
  ['no line', 'fine'],
  ['a line in the middle', `${body([entry('a', 'b', 1)])}\n\nmore`],
  ['what was not packed', `x <!-- shotclock:accepted ${Buffer.from('[]').toString('base64url')} -->`],
  ['no JSON', lineOf('accepted')],
  ['another shape', lineOf('[{"source":"a","metric":"b","change":1}]')],
  ['a change that is no number', lineOf('{"accepted":[{"source":"a","metric":"b","change":null}],"shown":[]}')],
  ['what unpacks to more than any record', lineOf(`{"accepted":[],"shown":[]}${' '.repeat(300_000)}`)],
])('%s counts as nothing', (_, text) => {
  expect(readRecord(text)).toEqual(NO_RECORD);
});

test('of two bodies both entries are kept, and of the same one the lower change', () => {
  const mine = body([entry('comment-1', 'a', 0.5), entry('comment-2', 'a', 0.1)], [{ metric: 'a', change: 0.6 }]);
  const other = body(
    [entry('comment-1', 'a', 0.2), entry('comment-2', 'a', 0.3), entry('comment-1', 'b', 1)],
    [{ metric: 'c', change: 9 }],
  );
  const merged = mergeRecords(mine, ['nothing', other]);
  expect(readRecord(merged)).toEqual({
    accepted: [entry('comment-1', 'a', 0.2), entry('comment-2', 'a', 0.1), entry('comment-1', 'b', 1)],
    shown: [{ metric: 'a', change: 0.6 }],
  });
  expect(merged.startsWith('## Fail\n\n<!-- ')).toBe(true);
  expect(mergeRecords(merged, [other, mine])).toBe(merged);
});

test('a body without a record takes that of another', () => {
  expect(mergeRecords('missing', [body([entry('comment-1', 'a', 1)])])).toBe(
    `missing${renderRecord({ accepted: [entry('comment-1', 'a', 1)], shown: [] })}`,
  );
});
