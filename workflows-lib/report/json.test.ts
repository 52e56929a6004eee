import { expect, test } from '@jest/globals';
import { renderJson } from './json.ts';
import { sampleHostile } from './testing/hostile-run.ts';
import { sampleDemo } from './testing/sample-run.ts';

test('JSON reads back as the same document', () => {
  for (const run of [sampleDemo(), sampleHostile()]) expect(JSON.parse(renderJson(run))).toEqual(run);
});

test('the order in which a document was put together does not change its bytes', () => {
  const run = sampleDemo();
  const services = Object.fromEntries(Object.entries(run.environment.services).toReversed());
  const reversed = Object.fromEntries(Object.entries(run).toReversed());
  const shuffled = { ...run, ...reversed, environment: { ...run.environment, services } };
  expect(renderJson(shuffled)).toBe(renderJson(run));
});

test('a document that does not satisfy the schema is refused', () => {
  const run = sampleDemo();
  expect(() => renderJson({ ...run, run: { ...run.run, durationMs: Number.NaN } })).toThrow();
});
