import { parseJson } from '../core/json.ts';
import type { Judged } from './attempt.ts';
import type { Failure } from './driver.ts';
import { invalid } from './failure.ts';
import type { ModelAnswer, ModelCodec } from './model-codec.ts';
import type { Checks } from './validate.ts';

/**
 * Holds a complete answer against its expectation. Without an expected finish reason, an answer that was withheld (content filter,
 * refusal) or that has no content at all is wrong too. What was billed counts either way.
 */
export function judgeAnswer(answer: ModelAnswer, codec: ModelCodec, checks: Checks): Judged {
  const usage = answer.usage === undefined ? [] : [answer.usage];
  const wrong = wrongWith(answer, codec, checks);
  return wrong === undefined ? { usage } : { usage, ending: invalid(wrong) };
}

function wrongWith(answer: ModelAnswer, codec: ModelCodec, checks: Checks): Failure | undefined {
  const finish = checks.wantsFinish ? checks.finish(answer.finish) : unaskedFinish(answer, codec);
  if (finish !== undefined) return finish;
  const missing = checks.contains(answer.text);
  if (missing !== undefined || !checks.wantsDocument) return missing;
  const document = parseJson(unfenced(answer.text));
  if (document !== undefined) return checks.document(document);
  return { class: 'json', message: `json: the answer is not JSON: ${answer.text}` };
}

function unaskedFinish(answer: ModelAnswer, codec: ModelCodec): Failure | undefined {
  if (codec.refusals.includes(answer.finish))
    return { class: 'finish', message: `finish: the model stopped with ${answer.finish}` };
  if (answer.text !== '' || answer.hasOtherContent) return undefined;
  return { class: 'empty', message: `the answer is empty (finish reason ${answer.finish || 'not given'})` };
}

/** Models like to wrap JSON in a Markdown code block; what is inside is the answer. */
function unfenced(text: string): string {
  return /^\s*```[a-z]*\s*\n(.*?)\n?\s*```\s*$/is.exec(text)?.[1] ?? text;
}
