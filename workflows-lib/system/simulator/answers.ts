/** Scripted answers: a YAML file that says what the simulated model replies to which message. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { toError, UsageError } from '../../core/errors.ts';

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: toError(error).message });
    return z.NEVER;
  }
});

const schema = z.strictObject({
  answers: z.array(
    z.strictObject({
      when: pattern,
      system: pattern.optional(),
      provider: z.string().optional(),
      text: z.string().min(1),
    }),
  ),
});

/** One scripted answer. All its conditions must hold; the first answer of the file whose conditions hold is given. */
export interface ScriptedAnswer {
  /** Matched against the last user message, whatever its case. */
  readonly when: RegExp;
  /** Matched against the system prompt. */
  readonly system?: RegExp | undefined;
  readonly provider?: string | undefined;
  /** `{{1}}` stands for what the first group of `when` matched. */
  readonly text: string;
}

/** What an answer depends on. */
export interface Question {
  readonly provider: string;
  readonly system: string;
  readonly lastUser: string;
}

/** Reads scripted answers. Throws UsageError when the file cannot be read or is not a list of answers. */
export async function readAnswers(path: string): Promise<readonly ScriptedAnswer[]> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read the scripted answers: ${toError(error).message}`, { cause: error });
  });
  const result = schema.safeParse(parseYaml(content, path));
  if (result.success) return result.data.answers;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
  throw new UsageError(`${path}: ${problems.join('; ')}`);
}

function parseYaml(content: string, path: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    const [line] = toError(error).message.split('\n');
    throw new UsageError(`${path}: ${line ?? 'not YAML'}`, { cause: error });
  }
}

/** The scripted reply, or undefined when no answer's conditions hold. */
export function scriptedReply(answers: readonly ScriptedAnswer[], question: Question): string | undefined {
  for (const answer of answers) {
    if (answer.provider !== undefined && answer.provider !== question.provider) continue;
    if (answer.system?.test(question.system) === false) continue;
    const match = answer.when.exec(question.lastUser);
    if (match !== null) return answer.text.replace(/\{\{(\d+)\}\}/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return undefined;
}
