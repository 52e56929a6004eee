/** What the gate's benchmarks write down of each comparison: one JSON object a line, so that a run that was broken off goes on where it was. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../../../workflows-lib/core/error-code.ts';
import type { Comparison, ComparedSeries, ComparisonDesign } from '../../../workflows-lib/history/comparison.ts';

/** Durations of right answers in milliseconds: one list for each pair. */
export type CallsBySlot = Readonly<Record<'base' | 'head' | 'twin', readonly (readonly number[])[]>>;

/** One comparison as it was measured. */
export interface Recording {
  /** `aa`, or the name of a planting. */
  readonly kind: string;
  /** Metrics that have to be flagged; none of the example with itself. */
  readonly mustFlag: readonly string[];
  /** Milliseconds that were planted, where it was a delay. */
  readonly delayMs?: number;
  readonly index: number;
  readonly design: ComparisonDesign;
  readonly series: readonly ComparedSeries[];
  readonly calls: Readonly<Record<string, CallsBySlot>>;
  readonly starts: number;
  readonly measuringMs: number;
  /** When each pair was complete, from the first on, in milliseconds. */
  readonly pairEndsMs: readonly number[];
  readonly ended: Comparison['ended'];
}

/** All recordings of a file, in the order in which they were measured; none when there is no file. A last line that was cut off is left out. */
export async function readRecordings(file: string): Promise<Recording[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  // Written by this very program; what follows the last line feed is the beginning of a line that was never finished.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Recording);
}

/** Adds one recording to the file. */
export async function appendRecording(file: string, recording: Recording): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(recording)}\n`);
}
