import { z } from 'zod';

const options = z.object({
  port: z.int().positive(),
  bucket: z.string(),
  accessKeyId: z.string(),
  /** Absolute folder whose files become objects. */
  seed: z.string().optional(),
});

/** What the object store is started with. */
export type ObjectStoreOptions = z.infer<typeof options>;

/** Parses the line that the object store reads from standard input. Throws on anything else. */
export function parseObjectStoreOptions(line: string): ObjectStoreOptions {
  return options.parse(JSON.parse(line));
}

const ready = z.union([
  z.object({ listening: z.number(), objects: z.number(), version: z.string() }),
  z.object({ refused: z.string() }),
]);

/** What the object store answers: where it listens, how many objects it holds and which fauxqs it is, or what the user must mend. */
export type ObjectStoreAnswer = z.infer<typeof ready>;

/** Parses the answer. Throws on anything else. */
export function parseObjectStoreAnswer(answer: unknown): ObjectStoreAnswer {
  return ready.parse(answer);
}
