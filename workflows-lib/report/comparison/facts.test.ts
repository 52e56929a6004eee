import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Comparison } from '../../history/comparison.ts';
import { sampleAcceptedComparison, sampleBaseFailure, sampleComparison } from '../testing/sample-comparison.ts';
import { sampleUnconfirmedComparison } from '../testing/sample-troubled-comparison.ts';
import { hasNothingInCommon } from './broken-side.ts';
import { comparisonFacts, operationFacts } from './facts.ts';

function fact(comparison: Comparison, name: string): string | undefined {
  return comparisonFacts(comparison).find(([known]) => known === name)?.[1];
}

test('a second run that could not tell has not found that nothing is worse', () => {
  expect(fact(sampleUnconfirmedComparison(), 'Confirmation')).toMatch(/ could not tell of mcp\.query\.duration$/);
  const { confirmation, ...rest } = sampleAcceptedComparison();
  const runId = confirmation?.runId ?? '';
  expect(fact({ ...rest, confirmation: { runId, flagged: [] } }, 'Confirmation')).toMatch(/ found nothing worse$/);
  expect(fact(sampleComparison({ confirmation: { runId, flagged: [] } }), 'Confirmation')).toMatch(/ could not tell$/);
});

test('operations that were not compared are told although base failed', () => {
  expect(operationFacts(sampleBaseFailure())).toEqual([
    ['Added', 'mcp.search'],
    ['Changed', 'deepseek.simple'],
  ]);
});

test('nothing in common is known by the words that the command has for it', () => {
  const source = readFileSync(join(import.meta.dirname, '../../commands/compare.ts'), 'utf8');
  const baseFailure = /NOTHING_IN_COMMON = '(.+)'/.exec(source)?.[1] ?? '';
  expect(hasNothingInCommon({ baseFailure })).toBe(true);
  expect(hasNothingInCommon({ baseFailure: 'npm ci exited with 1' })).toBe(false);
  expect(fact({ ...sampleBaseFailure(), baseFailure }, 'Nothing compared')).toBe(baseFailure);
});
