import { expect, test } from '@jest/globals';
import { parseForeignRun } from '../history/foreign-run.ts';
import type { RunDocument } from '../history/run-document.ts';
import { verdictOfRun } from '../history/run-verdict.ts';
import { minimalRun } from '../history/testing/minimal-run.ts';
import { judgeUnrecorded, judgeUnrecordedOf } from './judge-unrecorded.ts';

const FIT = minimalRun().generator;
const UNFIT: RunDocument['generator'] = { ...FIT, verdict: 'void', reasons: ['it was busy'] };
const MISS = 'model: No recording of POST /messages. The nearest is line 1.';

function runWith(generator: RunDocument['generator'], side?: 'base' | 'head'): RunDocument {
  const { objectives, warnings } = judgeUnrecorded([MISS], { generator, ...(side === undefined ? {} : { side }) });
  const run = { ...minimalRun(), generator, objectives: [...objectives], warnings: [...warnings] };
  return { ...run, verdict: verdictOfRun(run) };
}

test.each([
  { what: 'a run', generator: FIT, verdict: 'fail' },
  { what: 'head of a comparison', generator: FIT, side: 'head', verdict: 'fail' },
  { what: 'base of a comparison', generator: FIT, side: 'base', verdict: 'inconclusive' },
  { what: 'a run whose generator was not fit', generator: UNFIT, verdict: 'void' },
] as const)('$what in which a request had no recording is $verdict, and whoever reads the document agrees', (row) => {
  const side = 'side' in row ? row.side : undefined;
  const run = runWith(row.generator, side);
  expect(run.verdict).toBe(row.verdict);
  expect(run.warnings).toEqual([side === undefined ? MISS : `${side}: ${MISS}`]);
  expect(parseForeignRun(JSON.stringify(run), 'run.json').verdict).toBe(row.verdict);
});

test('the reason says what to do and names the request, and is a clause', () => {
  const { objectives } = judgeUnrecorded([MISS, 'another', 'a third'], { generator: FIT });
  expect(objectives).toMatchObject([
    {
      ...{ text: 'every request to a replayed model has a recording', value: 3, limit: 0, unit: 'count' },
      reason:
        'what was measured may be a fallback; record again. model: No recording of POST /messages. The nearest is line 1 (and 2 more, see the warnings)',
    },
  ]);
});

test('however many requests had none, the document stays one that is read', () => {
  const requests = Array.from({ length: 5_000 }, (_, index) => `model ${index}: ${'x'.repeat(1_000)}`);
  const { objectives, warnings } = judgeUnrecorded(requests, { generator: FIT });
  expect(warnings).toHaveLength(21);
  expect(warnings.at(-1)).toBe('4980 more requests had no recording.');
  const run = { ...minimalRun(), objectives: [...objectives], warnings: [...warnings], verdict: 'fail' as const };
  expect(parseForeignRun(JSON.stringify(run), 'run.json').warnings).toHaveLength(21);
});

test('of a comparison both sides are told, head first; where nothing was missed nothing is said', async () => {
  const of = (...requests: string[]): { unrecordedRequests: () => Promise<readonly string[]> } => ({
    unrecordedRequests: async () => Promise.resolve(requests),
  });
  expect(await judgeUnrecordedOf({ base: of(), head: of() }, FIT)).toEqual({ objectives: [], warnings: [] });
  const { objectives, warnings } = await judgeUnrecordedOf({ base: of('b'), head: of('h') }, FIT);
  expect(warnings).toEqual(['head: h', 'base: b']);
  expect(objectives.map(({ text, verdict }) => [text, verdict])).toEqual([
    ['head: every request to a replayed model has a recording', 'fail'],
    ['base: every request to a replayed model has a recording', 'inconclusive'],
  ]);
});
