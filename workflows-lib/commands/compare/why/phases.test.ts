import { expect, test } from '@jest/globals';
import type { Attempt } from '../../../drivers/driver.ts';
import { medianOf, phasesOf, unionMs } from './phases.ts';

const attemptOf = (parts: Partial<Attempt>): Attempt => ({ startMs: 100, endMs: 200, outcome: 'ok', usage: [], ...parts });

test('the phases of a streamed answer follow one another and fill its time', () => {
  const times = phasesOf([attemptOf({ connectedMs: 103, firstByteMs: 110, firstTokenMs: 140 })]);
  expect(times).toEqual({ total: 100, connect: 3, firstByte: 7, firstToken: 30, tokens: 60, body: null });
});

test('an answer that is not streamed has a body instead of tokens', () => {
  expect(phasesOf([attemptOf({ firstByteMs: 190 })])).toEqual({
    ...{ total: 100, connect: null, firstByte: 90, firstToken: null, tokens: null, body: 10 },
  });
});

test('calls on an open connection count as no time to connect where others opened one', () => {
  const [opened, kept] = [attemptOf({ connectedMs: 110 }), attemptOf({})];
  expect(phasesOf([opened, kept, kept]).connect).toBe(0);
  expect(phasesOf([opened, opened, kept]).connect).toBe(10);
});

test('calls of which only begin and end are known have no phases, and no calls have nothing', () => {
  expect(phasesOf([attemptOf({})])).toMatchObject({ total: 100, connect: null, firstByte: null, tokens: null, body: null });
  expect(phasesOf([])).toMatchObject({ total: null });
});

test('the median is the middle value, or the mean of the middle two', () => {
  expect(medianOf([9, 1, 2])).toBe(2);
  expect(medianOf([4, 1, undefined, 2, 100])).toBe(3);
  expect(medianOf([undefined])).toBeNull();
});

test('what runs at the same time counts once', () => {
  const intervals = [
    [10, 20],
    [0, 5],
    [12, 15],
    [18, 30],
    [30, 31],
  ] as const;
  expect(unionMs(intervals)).toBe(26);
  expect(unionMs([])).toBe(0);
});
