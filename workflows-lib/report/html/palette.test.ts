import { expect, test } from '@jest/globals';
import { DARK, LIGHT } from './palette.ts';
import type { Palette } from './palette.ts';

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT: [keyof Palette, keyof Palette][] = [
  ['text', 'background'],
  ['text', 'surface'],
  ['muted', 'background'],
  ['muted', 'surface'],
  ['link', 'background'],
  ['pass', 'passBack'],
  ['fail', 'failBack'],
  ['inconclusive', 'inconclusiveBack'],
  ['void', 'voidBack'],
  ['measured', 'measuredBack'],
  ['fail', 'background'],
  ['inconclusive', 'background'],
];

const DRAWING: (keyof Palette)[] = ['p50', 'p95', 'p99', 'range', 'muted', 'pass', 'fail', 'inconclusive', 'void'];

test('the contrast formula gives the known extremes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each([
  ['light', LIGHT],
  ['dark', DARK],
])('text stands 4.5:1 and drawings 3:1 against their background: %s', (_, palette) => {
  for (const [text, back] of TEXT)
    expect([text, back, contrast(palette[text], palette[back]) >= 4.5]).toEqual([text, back, true]);
  for (const mark of DRAWING) expect([mark, contrast(palette[mark], palette.background) >= 3]).toEqual([mark, true]);
});
