import { readFile, stat } from 'node:fs/promises';
import { errorCode } from '../../core/error-code.ts';
import { UsageError } from '../../core/errors.ts';
import { parseExchange, type Exchange, type Protocol } from './recording.ts';

/** The most that a recording may have; it is held in memory while it is played. */
export const LARGEST_RECORDING_BYTES = 64 * 1024 * 1024;

/** An exchange and its line in the file, from 1. */
export type PlacedExchange = Exchange & { readonly line: number };

/** A recording file. */
export interface Recording {
  readonly protocol: Protocol;
  readonly exchanges: readonly PlacedExchange[];
  /** The last line where it was cut off in the middle of being written: its number and its length in bytes. */
  readonly torn?: { readonly line: number; readonly bytes: number };
}

/**
 * Reads a recording, once and whole. `label` is what messages call the file. Throws UsageError with file and line when the file is missing, too large, or
 * holds anything but exchanges of one protocol. A last line that was cut off is left out and told.
 */
export async function readRecording(path: string, label = path): Promise<Recording> {
  const lines = (await readText(path, label)).split('\n');
  const last = lines.pop() ?? '';
  const exchanges = lines.map((line, index) => ({ ...parseExchange(line, `${label}:${index + 1}`), line: index + 1 }));
  const ending = lastLine(last, { label, line: lines.length + 1, first: exchanges.length === 0 });
  if (ending !== undefined && 'recording' in ending) exchanges.push(ending);
  const [first] = exchanges;
  if (first === undefined)
    throw new UsageError(`${label}:1: the recording is empty; record it with "shotclock providers record"`);
  const stranger = exchanges.find(({ protocol }) => protocol !== first.protocol);
  if (stranger !== undefined) {
    const found = `recorded from ${stranger.protocol}, but line 1 from ${first.protocol}`;
    throw new UsageError(`${label}:${stranger.line}: ${found}; one recording is of one protocol: split the file`);
  }
  const torn = ending === undefined || 'recording' in ending ? {} : { torn: ending };
  return { protocol: first.protocol, exchanges, ...torn };
}

/** The last line has no line break when whoever wrote it was ended: then it is an exchange by itself, or torn. */
function lastLine(
  text: string,
  { label, line, first }: { label: string; line: number; first: boolean },
): PlacedExchange | { line: number; bytes: number } | undefined {
  if (text === '') return undefined;
  try {
    return { ...parseExchange(text, `${label}:${line}`), line };
  } catch (error) {
    // Where there is no exchange before it, this is more likely another file.
    if (first || !(error instanceof UsageError)) throw error;
    return { line, bytes: Buffer.byteLength(text) };
  }
}

async function readText(path: string, label: string): Promise<string> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw new UsageError(`${label} is not a file; a recording is a file of JSON Lines`);
    if (facts.size > LARGEST_RECORDING_BYTES) {
      throw new UsageError(`${label} has ${facts.size} bytes; a recording has at most ${LARGEST_RECORDING_BYTES}: split it`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageError(`No recording ${label}. Make it with "shotclock providers record", or check the path.`, {
        cause: error,
      });
    }
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`${label} may not be read by this user.`, { cause: error });
    throw error;
  }
}
