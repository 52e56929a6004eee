import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { runDocumentSchema } from '../workflows-lib/history/run-document.ts';

test('the published schema of runs is that of the code (node scripts/run.mjs scripts/write-schemas.ts writes it)', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../benchmarks-history/run.schema.json', import.meta.url), 'utf8'));
  expect(published).toEqual({
    ...z.toJSONSchema(runDocumentSchema),
    title: 'shotclock.run/1',
    description: 'Everything that one benchmark or load test measured.',
  });
});
