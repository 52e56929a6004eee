import { expect, test } from '@jest/globals';
import { UsageError } from '../../core/errors.ts';
import { pacingOf, parseSimulatorOptions } from './options.ts';
import { PROFILES } from './pacing.ts';
import { QUICK } from './testing/simulators.ts';

const LEAST = { protocol: 'anthropic', model: 'm', provider: 'p', seed: 's' };

test('what is left out takes its default', () => {
  const settings = parseSimulatorOptions(LEAST);
  expect(settings).toEqual({ ...LEAST, host: '127.0.0.1', port: 0, profile: 'fast', faults: {}, cache: true });
  expect(pacingOf(settings)).toBe(PROFILES.fast.anthropic);
});

test('pacing can be given in full', () => {
  expect(pacingOf(parseSimulatorOptions({ ...LEAST, profile: QUICK }))).toEqual(QUICK);
});

test.each([
  [{ ...LEAST, protocol: 'smtp' }, /protocol/],
  [{ ...LEAST, port: 70_000 }, /port/],
  [{ ...LEAST, sead: 1 }, /sead/],
  [{ ...LEAST, faults: { dropped: 2 } }, /faults\.dropped/],
  [{ ...LEAST, faults: { dropped: 0.6, overloaded: 0.6 } }, /faults: the shares add up to more than 1/],
  [undefined, /options/],
])('wrong options (%#) are named in one line', (options, message) => {
  expect(() => parseSimulatorOptions(options)).toThrow(UsageError);
  expect(() => parseSimulatorOptions(options)).toThrow(message);
});
