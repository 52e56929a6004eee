import { at, textAt } from '../../core/json.ts';
import { ending, classify, type Ending } from '../failure.ts';

/** S3's ways of saying "slower" (Amazon S3 API reference, error responses). */
const THROTTLES = new Set([
  'SlowDown',
  'ServiceUnavailable',
  'TooManyRequests',
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
]);

/**
 * What an error of the S3 client means: `s3_<code>` where the store said it (`s3_NoSuchKey`), else what happened to the connection.
 * 429, 503 and SlowDown are `throttled`.
 */
export function s3Ending(thrown: unknown, secrets: readonly string[]): Ending {
  const status = at(thrown, '$metadata', 'httpStatusCode');
  if (typeof status !== 'number') return classify(thrown, secrets);
  const code = codeOf(thrown, status);
  const said = textAt(thrown, 'message');
  // What is not XML cannot be an answer of S3; the client then complains about its own parser.
  const message = /deserialization error|char '|unclosed/i.test(said)
    ? 'the answer is not S3: is the endpoint right?'
    : said || code;
  const isThrottled = status === 503 || status === 429 || THROTTLES.has(code);
  return ending(
    isThrottled ? 'throttled' : 'error',
    { class: `s3_${code}`, message: `${code} (${status}): ${message}` },
    secrets,
  );
}

/** Answers without a body (to HEAD) and unknown ones have no code; their status stands for it. */
function codeOf(thrown: unknown, status: number): string {
  const name = textAt(thrown, 'Code') || textAt(thrown, 'name');
  return name === '' || name === 'Error' || name === 'UnknownError' || name === 'Unknown' ? `http_${status}` : name;
}
