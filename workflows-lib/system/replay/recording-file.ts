import { mkdir, open, truncate, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../../core/error-code.ts';
import { toError, UsageError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { LARGEST_RECORDING_BYTES, readRecording } from './read-recording.ts';
import type { Protocol } from './recording.ts';

/** Where a recording is written. */
export interface RecordingOptions {
  readonly path: string;
  /** What messages call it. */
  readonly label: string;
  readonly protocol: Protocol;
}

/** A recording that grows by whole lines: each is written at the end in one piece and synced before the next. */
export class RecordingFile {
  readonly #file: FileHandle;
  readonly #label: string;
  #bytes: number;
  /** Why nothing more can be written. */
  #stopped: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, label: string, bytes: number) {
    this.#file = file;
    this.#label = label;
    this.#bytes = bytes;
  }

  /**
   * Opens a recording to add to it, or makes it, readable by this user alone. A last line that was cut off is taken away, and told. Throws UsageError when the
   * file cannot be written, or is no recording of this protocol.
   */
  static async open({ path, label, protocol }: RecordingOptions, log: Log): Promise<RecordingFile> {
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a+', 0o600);
      const { size } = await file.stat();
      const opened = new RecordingFile(file, label, size);
      if (size > 0) await opened.#continue({ path, label, protocol }, log);
      return opened;
    } catch (error) {
      if (error instanceof UsageError || errorCode(error) === undefined) throw error;
      throw new UsageError(`Cannot write the recording ${label}: ${toError(error).message}`, { cause: error });
    }
  }

  /** Appends lines. Resolves to what hindered it; after a failure nothing is written any more, so that no line stands behind half a one. */
  async append(line: string): Promise<string | undefined> {
    const result = this.#last.then(async () => this.#write(line));
    this.#last = result;
    return result;
  }

  /** Resolves when everything is on the disk. */
  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }

  async #continue({ path, label, protocol }: RecordingOptions, log: Log): Promise<void> {
    try {
      const before = await readRecording(path, label);
      if (before.protocol !== protocol) {
        throw new UsageError(`${label} was recorded from ${before.protocol}, this service speaks ${protocol}; use another --out`);
      }
      if (before.torn !== undefined) {
        log.warn(`${label}:${before.torn.line}: the last line was cut off and is taken away (${before.torn.bytes} bytes).`);
        this.#bytes -= before.torn.bytes;
        await truncate(path, this.#bytes);
      } else if (!(await this.#endsInLineBreak())) await this.append('\n');
    } catch (error) {
      await this.#file.close();
      throw error;
    }
  }

  async #endsInLineBreak(): Promise<boolean> {
    const { buffer } = await this.#file.read(Buffer.alloc(1), 0, 1, this.#bytes - 1);
    return buffer[0] === 0x0a;
  }

  async #write(line: string): Promise<string | undefined> {
    const bytes = Buffer.from(line);
    if (this.#stopped === undefined && this.#bytes + bytes.length > LARGEST_RECORDING_BYTES) {
      return `${this.#label} would be larger than ${LARGEST_RECORDING_BYTES} bytes`;
    }
    if (this.#stopped !== undefined) return this.#stopped;
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
      this.#bytes += bytes.length;
    } catch (error) {
      this.#stopped = `${this.#label} cannot be written: ${toError(error).message}`;
    }
    return this.#stopped;
  }
}
