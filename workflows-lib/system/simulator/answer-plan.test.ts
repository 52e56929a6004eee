import { expect, test } from '@jest/globals';
import { planAnswer, type AnswerPlan, type AnswerSettings } from './answer-plan.ts';
import { parseOpenAiRequest } from './openai-request.ts';
import { QUICK } from './testing/simulators.ts';
import { countTokens } from './tokens.ts';

const SETTINGS: AnswerSettings = {
  seed: 'plan',
  provider: 'deepseek',
  pacing: QUICK,
  answers: [{ when: /count/u, text: 'one two three four five' }],
  reasons: false,
  showsReasoning: true,
  slowStart: false,
};

function plan(fields: object = {}, settings: Partial<AnswerSettings> = {}): AnswerPlan {
  const body = { model: 'm', messages: [{ role: 'user', content: 'Who won?' }], ...fields };
  return planAnswer(parseOpenAiRequest(body), { ...SETTINGS, ...settings });
}

const COUNT = { messages: [{ role: 'user', content: 'count' }] };

test('the same request and seed give the same text, tokens and pacing; another seed or question does not', () => {
  expect(plan()).toEqual(plan());
  expect(plan({}, { seed: 'other' }).text).not.toBe(plan().text);
  expect(plan({ temperature: 0.5 }).text).not.toBe(plan().text);
  expect(plan({ messages: [{ role: 'user', content: 'Who lost?' }] }).pieces).not.toEqual(plan().pieces);
});

test('whether it is streamed changes nothing about an answer', () => {
  expect(plan({ stream: true })).toEqual(plan());
});

test('the pieces are the text, and their tokens its tokens', () => {
  const { pieces, text, contentTokens } = plan();
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.reduce((sum, piece) => sum + piece.tokens, 0)).toBe(contentTokens);
  expect(countTokens(text)).toBe(contentTokens);
});

test('a length limit gives the start of the same answer and says so', () => {
  const short = plan({ max_tokens: 10 });
  expect(short).toMatchObject({ contentTokens: 10, finish: 'length' });
  expect(plan().text.startsWith(short.text)).toBe(true);
  expect(plan().finish).toBe('stop');
});

test('a limit that the answer just meets is not a truncation', () => {
  expect(plan({ ...COUNT, max_tokens: 5 })).toMatchObject({ text: 'one two three four five', finish: 'stop' });
  expect(plan({ ...COUNT, max_tokens: 4 })).toMatchObject({ text: 'one two three four', finish: 'length' });
});

test.each([[['four', ' three']], [[' three', 'four']]])(
  'the earliest of the stop sequences %j ends the answer before it',
  (stop) => {
    const expected = { text: 'one two', finish: 'stop_sequence', stopSequence: ' three', contentTokens: 2 };
    expect(plan({ ...COUNT, stop })).toMatchObject(expected);
  },
);

test('a reasoning model thinks first, in pieces of its own', () => {
  const { pieces, reasoning, reasoningTokens } = plan({}, { reasons: true });
  const kinds = pieces.map((piece) => piece.kind);
  expect(kinds.lastIndexOf('reasoning')).toBe(kinds.indexOf('content') - 1);
  const thoughts = pieces.filter((piece) => piece.kind === 'reasoning');
  expect(thoughts.map((piece) => piece.text).join('')).toBe(reasoning);
  expect(thoughts.reduce((sum, piece) => sum + piece.tokens, 0)).toBe(reasoningTokens);
});

test('hidden thoughts take the same time and are not sent', () => {
  const shown = plan({}, { reasons: true });
  const hidden = plan({}, { reasons: true, showsReasoning: false });
  expect(hidden.pieces).toEqual(shown.pieces.filter((piece) => piece.kind === 'content'));
  expect(hidden.reasoningTokens).toBe(shown.reasoningTokens);
});

test('thoughts count against the length limit, so an answer can be all thoughts', () => {
  const thinking = plan({ max_tokens: 12 }, { reasons: true });
  expect(thinking).toMatchObject({ reasoningTokens: 12, contentTokens: 0, text: '', finish: 'length' });
});
