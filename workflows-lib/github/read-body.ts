/**
 * The body of an answer, at most `limit` bytes of it: what comes after is never read. Counts what arrives, whatever the headers say; throws
 * what `tooLong` makes, and whatever the connection throws when it breaks off.
 */
export async function readBody(response: Response, limit: number, tooLong: () => Error): Promise<Buffer> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) throw tooLong();
      chunks.push(part.value);
    }
  } catch (error) {
    // The connection is given up with the body; whether that works is of no interest any more.
    reader.cancel().catch(() => undefined);
    throw error;
  }
  return Buffer.concat(chunks, size);
}
