import { expect, test } from '@jest/globals';
import type { ComparedSeries } from '../../../history/comparison.ts';
import { createSeriesBook } from '../series-book.ts';
import type { OperationAnatomy } from './anatomy.ts';
import { countInside } from './count-inside.ts';
import { anatomyOf } from './testing/anatomy-of.ts';

interface Counted {
  readonly warnings: readonly string[];
  readonly series: readonly ComparedSeries[];
}

function counted(base: Partial<OperationAnatomy>, head: Partial<OperationAnatomy>): Counted {
  const book = createSeriesBook({ gate: ['*'], tolerance: 0, tolerances: {} });
  const recorders = { base: { count: () => undefined }, head: { count: () => undefined } };
  const warnings = countInside({ base: [anatomyOf(base)], head: [anatomyOf(head)] }, { book, recorders });
  return { warnings, series: book.series() };
}

function times(value: number, calls: number): number[] {
  return Array.from({ length: calls }, () => value);
}

test('counts of both sides go to the book as they are; what is always zero is no metric', () => {
  const { series, warnings } = counted(
    { queries: times(1, 11), toolCalls: [0, 0] },
    { queries: [...times(1, 10), 3], toolCalls: [0, 0] },
  );
  expect(warnings).toEqual([]);
  expect(series).toMatchObject([
    {
      ...{ name: 'api.ask.queries', class: 'exact', baseValues: [{ value: 1, count: 11 }] },
      headValues: [
        { value: 1, count: 10 },
        { value: 3, count: 1 },
      ],
    },
  ]);
});

test('what is counted on one side only is told, not silently left out', () => {
  const { series, warnings } = counted({ queries: null }, { queries: [1, 1, 1] });
  expect(series).toEqual([]);
  expect(warnings).toEqual(['Not compared, because inside the calls of base it could not be counted: api.ask.queries.']);
  expect(counted({ toolCalls: [2, 2, 2] }, { toolCalls: null }).warnings[0]).toMatch(/calls of head .*: api\.ask\.mcp_calls\./);
});

test('counts that differ are not compared where too few calls went well', () => {
  const { series, warnings } = counted({ queries: times(1, 11) }, { queries: [2, 2] });
  expect(series).toEqual([]);
  expect(warnings).toEqual([
    'Not compared, because it differs between calls, and too few of them went well to tell: api.ask.queries.',
  ]);
  expect(counted({ queries: [1, 1, 1] }, { queries: [1, 1] })).toMatchObject({ warnings: [], series: [{ base: 1, head: 1 }] });
});

test('a side without a right answer is left undecided, not left out', () => {
  expect(counted({ queries: times(1, 11) }, { queries: [] })).toMatchObject({ warnings: [], series: [{ base: 1, head: null }] });
});
