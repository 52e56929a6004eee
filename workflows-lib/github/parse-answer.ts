import type { z } from 'zod';
import { unexpectedAnswer } from './errors.ts';

/** An answer of the API as its schema wants it. Throws RemoteError where it is something else: a proxy's page, another API. */
export function parseAnswer<T>(schema: z.ZodType<T>, data: unknown, action: string): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw unexpectedAnswer(action, parsed.error);
  return parsed.data;
}
