import { expect, test } from '@jest/globals';
import { createLineReader } from './lines.ts';

test('lines are whole wherever the chunks end, and carry the time of the chunk that completed them', () => {
  const bytes = Buffer.from('{"a":"é"}\n\nsecond 🏀\nunfinished');
  for (let cut = 1; cut < bytes.length; cut++) {
    const lines: [string, number][] = [];
    const reader = createLineReader((line, atMs) => lines.push([line.toString('utf8'), atMs]));
    reader.push(bytes.subarray(0, cut), 1);
    reader.push(bytes.subarray(cut), 2);
    expect(lines.map(([line]) => line)).toEqual(['{"a":"é"}', '', 'second 🏀']);
    const ends = [10, 11, 23];
    expect(lines.map(([, atMs]) => atMs)).toEqual(ends.map((end) => (cut >= end + 1 ? 1 : 2)));
  }
});
