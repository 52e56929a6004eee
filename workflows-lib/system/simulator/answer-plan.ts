/** The whole answer, decided before its first byte is sent: text, tokens, chunks, and when each is due. */
import { seededRandom, type Random } from '../../core/random.ts';
import { scriptedReply, type ScriptedAnswer } from './answers.ts';
import type { ModelRequest } from './model-request.ts';
import { drawChunkSizes, drawLogNormal, drawTimeline, type Pacing, type Timeline } from './pacing.ts';
import { writeProse } from './prose.ts';
import { tokenise } from './tokens.ts';

/** A streamed chunk: its tokens in one piece of text. */
export interface Piece {
  readonly kind: 'content' | 'reasoning';
  readonly text: string;
  readonly tokens: number;
  /** When it is due, in milliseconds from the arrival of the request. */
  readonly dueMs: number;
}

/** Why an answer ends: it was complete, reached its limit of tokens, or came to a stop sequence. */
export type FinishReason = 'stop' | 'length' | 'stop_sequence';

/** An answer and its pacing. Depends on the settings and the request alone. */
export interface AnswerPlan {
  readonly text: string;
  /** Thoughts before the answer; empty for models that do not reason. */
  readonly reasoning: string;
  readonly contentTokens: number;
  readonly reasoningTokens: number;
  readonly finish: FinishReason;
  /** The stop sequence that ended it. */
  readonly stopSequence: string | undefined;
  /** When a stream's headers are due. */
  readonly headersMs: number;
  /** In order. Reasoning that the provider hides takes its time but has no piece. */
  readonly pieces: readonly Piece[];
  /** When the answer is complete. */
  readonly endMs: number;
}

/** What an answer depends on beside the request. */
export interface AnswerSettings {
  readonly seed: string;
  readonly provider: string;
  readonly pacing: Pacing;
  readonly answers: readonly ScriptedAnswer[];
  readonly reasons: boolean;
  readonly showsReasoning: boolean;
  readonly slowStart: boolean;
}

/** Share of a model's answer length that a reasoning model thinks. */
const REASONING_SHARE = 0.8;

/** Decides an answer. Pure: equal arguments give equal answers. */
export function planAnswer(request: ModelRequest, settings: AnswerSettings): AnswerPlan {
  const random = seededRandom(`${settings.seed}/${request.digest}`);
  const words = chooseWords(request, settings, random);
  const count = words.reasoning.length + words.content.length;
  const timeline = drawTimeline(settings.pacing, random.fork('pacing'), { count, slowStart: settings.slowStart });
  return {
    text: words.content.join(''),
    reasoning: words.reasoning.join(''),
    contentTokens: words.content.length,
    reasoningTokens: words.reasoning.length,
    finish: words.finish,
    stopSequence: words.stopSequence,
    headersMs: timeline.firstTokenMs / 2,
    pieces: cutPieces(words, { settings, random: random.fork('chunks'), timeline }),
    endMs: timeline.endMs,
  };
}

interface Words {
  readonly reasoning: readonly string[];
  readonly content: readonly string[];
  readonly finish: FinishReason;
  readonly stopSequence: string | undefined;
}

function chooseWords(request: ModelRequest, settings: AnswerSettings, random: Random): Words {
  const length = drawLogNormal(settings.pacing.answerTokens, random.fork('length'));
  const question = { provider: settings.provider, system: request.system, lastUser: request.lastUser };
  const full = scriptedReply(settings.answers, question) ?? writeProse(random.fork('text'), length);
  const thoughts = settings.reasons ? tokenise(writeProse(random.fork('reasoning'), length * REASONING_SHARE)) : [];
  const { text, stopSequence } = cutAtStop(full, request.stops);
  const limit = request.maxTokens ?? Infinity;
  const reasoning = thoughts.slice(0, limit);
  const whole = tokenise(text);
  const content = whole.slice(0, limit - reasoning.length);
  if (content.length < whole.length || reasoning.length < thoughts.length) {
    return { reasoning, content, finish: 'length', stopSequence: undefined };
  }
  return { reasoning, content, finish: stopSequence === undefined ? 'stop' : 'stop_sequence', stopSequence };
}

interface Cut {
  readonly text: string;
  readonly stopSequence: string | undefined;
}

/** The text up to the first stop sequence in it, and which one that was. */
function cutAtStop(text: string, stops: readonly string[]): Cut {
  let cut: Cut = { text, stopSequence: undefined };
  for (const stop of stops) {
    const at = stop === '' ? -1 : cut.text.indexOf(stop);
    if (at !== -1) cut = { text: cut.text.slice(0, at), stopSequence: stop };
  }
  return cut;
}

interface Cutting {
  readonly settings: AnswerSettings;
  readonly random: Random;
  readonly timeline: Timeline;
}

/** Groups tokens into chunks; a chunk is due when its last token is. Thoughts and answer never share one. */
function cutPieces(words: Words, { settings, random, timeline }: Cutting): readonly Piece[] {
  const pieces: Piece[] = [];
  const cut = (kind: Piece['kind'], tokens: readonly string[], first: number): void => {
    let from = 0;
    for (const size of drawChunkSizes(settings.pacing, random.fork(kind), tokens.length)) {
      const text = tokens.slice(from, from + size).join('');
      from += size;
      pieces.push({ kind, text, tokens: size, dueMs: timeline.tokensMs[first + from - 1] ?? timeline.endMs });
    }
  };
  if (settings.showsReasoning) cut('reasoning', words.reasoning, 0);
  cut('content', words.content, words.reasoning.length);
  return pieces;
}
