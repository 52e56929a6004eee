import { attemptOf } from './attempt.ts';
import type { Attempt } from './driver.ts';
import { ending, type Ending } from './failure.ts';
import { judgeAnswer } from './model-answer.ts';
import type { ModelCodec, ModelTarget, StreamReader } from './model-codec.ts';
import { createSseParser } from './sse.ts';
import type { Checks } from './validate.ts';
import { headerOf, type BodySink, type Exchange } from './wire.ts';

/** A streamed answer while it arrives. */
export interface StreamedAnswer {
  readonly reader: StreamReader;
  readonly tokenTimesMs: number[];
  readonly lastChunkMs: () => number;
  /** Takes the body when it is an event stream; anything else is kept whole. */
  readonly sink: (head: NonNullable<Exchange['head']>) => BodySink | undefined;
}

/** Puts a streamed answer together from the chunks of its body. */
export function collectStream(reader: StreamReader): StreamedAnswer {
  const tokenTimesMs: number[] = [];
  let chunkMs = 0;
  const parser = createSseParser((event) => {
    if (reader.read(event).text) tokenTimesMs.push(chunkMs);
  });
  const take: BodySink = (chunk, atMs) => {
    chunkMs = atMs;
    parser.push(chunk);
    return false;
  };
  const sink = (head: NonNullable<Exchange['head']>): BodySink | undefined =>
    head.status === 200 && headerOf(head, 'content-type').startsWith('text/event-stream') ? take : undefined;
  return { reader, tokenTimesMs, sink, lastChunkMs: () => chunkMs };
}

/** What a complete answer is judged with. */
export interface Judging {
  readonly codec: ModelCodec;
  readonly target: ModelTarget;
  readonly checks: Checks;
  readonly secrets: readonly string[];
}

/** The attempt that a streamed answer makes: complete, broken off, or with an error inside. */
export function concludeStream(
  exchange: Exchange,
  { reader, tokenTimesMs, lastChunkMs }: StreamedAnswer,
  judging: Judging,
): Attempt {
  const answer = reader.answer();
  const told = reader.failure();
  if (told === undefined && reader.ended()) {
    // The answer is complete. A server that then holds the connection open, or drops it, changes nothing about it.
    const { ending: late, ...complete } = exchange;
    const whole = late === undefined ? exchange : { ...complete, endMs: lastChunkMs() };
    return attemptOf(whole, { ...judgeAnswer(answer, judging.codec, judging.checks), tokenTimesMs });
  }
  const usage = answer.usage === undefined ? [] : [answer.usage];
  const why = told === undefined ? cutStream(exchange) : ending(told.outcome, told.failure, judging.secrets);
  return attemptOf({ ...exchange, ending: why }, { usage, tokenTimesMs });
}

/** A stream without its end marker: given up on by us, or cut off by the other side, whatever the socket called it. */
function cutStream({ ending: broken }: Exchange): Ending {
  if (broken?.outcome === 'timeout' || broken?.failure.class === 'aborted') return broken;
  const reason = broken === undefined ? 'it ended' : broken.failure.message;
  return ending('error', { class: 'stream_cut', message: `the stream broke off without its end marker: ${reason}` });
}
