import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../../core/error-code.ts';
import { parseJson } from '../../../core/json.ts';

/** One request as a simulated provider saw it; times are milliseconds of the epoch. */
const record = z.object({
  provider: z.string(),
  model: z.string().nullable(),
  arrivalMs: z.number(),
  endMs: z.number(),
});

/** One request to a simulated provider. */
export type SimulatedCall = z.infer<typeof record>;

/** A simulator's log, read piece by piece: after thousands of calls nobody wants to read it from the start for one more. */
export interface SimulatorTail {
  /** The requests that ended since the last reading. */
  next(): Promise<SimulatedCall[]>;
}

/** Follows a log from its present end; a log that is not there yet is empty. */
export async function followSimulator(path: string): Promise<SimulatorTail> {
  let position = (await readFrom(path, 0, { skip: true })).end;
  let rest = Buffer.alloc(0);
  return {
    next: async () => {
      const { bytes, end } = await readFrom(path, position, { skip: false });
      position = end;
      // A last line may still be on its way.
      const text = Buffer.concat([rest, bytes]);
      const complete = text.lastIndexOf('\n') + 1;
      rest = text.subarray(complete);
      const lines = text.subarray(0, complete).toString('utf8').split('\n').slice(0, -1);
      // Followed from the middle of a line, its rest is no record.
      return lines.flatMap((line) => record.safeParse(parseJson(line)).data ?? []);
    },
  };
}

interface Piece {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly end: number;
}

async function readFrom(path: string, position: number, { skip }: { readonly skip: boolean }): Promise<Piece> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { bytes: Buffer.alloc(0), end: 0 };
    throw error;
  }
  try {
    const { size } = await file.stat();
    if (skip || size <= position) return { bytes: Buffer.alloc(0), end: Math.max(size, position) };
    const bytes = Buffer.alloc(size - position);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
    return { bytes: bytes.subarray(0, bytesRead), end: position + bytesRead };
  } finally {
    await file.close();
  }
}
