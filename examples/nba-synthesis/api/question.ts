/** What a client may ask. */
import { z } from 'zod';

/** `general`: about the games. `sql`: write a statement. `debug`: find the fault in a statement or code, given with its error. */
export const questionSchema = z.strictObject({
  question: z.string().trim().min(1).max(2000),
  type: z.enum(['general', 'sql', 'debug']).default('general'),
});

/** A question that has been checked. */
export type Question = z.infer<typeof questionSchema>;
