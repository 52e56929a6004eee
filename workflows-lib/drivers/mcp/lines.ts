const NEWLINE = 0x0a;

/** Cuts a stream of bytes into lines; the newline is not part of them. A chunk may hold several lines, or a part of one. */
export function createLineReader(onLine: (line: Buffer, atMs: number) => void): { push(chunk: Buffer, atMs: number): void } {
  let pending: Buffer[] = [];
  return {
    push: (chunk, atMs) => {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
        onLine(Buffer.concat([...pending, chunk.subarray(start, end)]), atMs);
        pending = [];
        start = end + 1;
      }
      if (start < chunk.length) pending.push(chunk.subarray(start));
    },
  };
}
