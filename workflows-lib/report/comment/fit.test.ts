import { expect, test } from '@jest/globals';
import { fitBlocks } from './fit.ts';

const CLOSING = 'The rest is elsewhere.';

test('what fits is there whole, without a closing', () => {
  expect(fitBlocks(['one', '', 'two'], { limit: 9, closing: CLOSING })).toEqual({ text: 'one\n\ntwo\n', shortened: false });
});

test('what does not fit is left out whole from the end, in bytes', () => {
  const blocks = ['one', '漢'.repeat(10), 'three'];
  const whole = Buffer.byteLength(`${blocks.join('\n\n')}\n`);
  expect(fitBlocks(blocks, { limit: whole, closing: '.' }).shortened).toBe(false);
  expect(fitBlocks(blocks, { limit: whole - 1, closing: '.' }).text).toBe(`one\n\n${'漢'.repeat(10)}\n\n.\n`);
  expect(fitBlocks(blocks, { limit: 30, closing: '.' })).toEqual({ text: 'one\n\n.\n', shortened: true });
});

test('every length of what is there stays within every limit', () => {
  const blocks = Array.from({ length: 12 }, (_, index) => '🏀'.repeat(index + 1));
  for (let limit = 40; limit < 400; limit++) {
    const { text } = fitBlocks(blocks, { limit, closing: CLOSING });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  }
});

test('what was shortened within its blocks has the closing although it fits', () => {
  expect(fitBlocks(['one'], { limit: 100, closing: CLOSING, shortened: true }).text).toBe(`one\n\n${CLOSING}\n`);
});
