import { expect, test } from '@jest/globals';
import { createSseParser, type SseEvent } from './sse.ts';

function parse(chunks: readonly Uint8Array[]): SseEvent[] {
  const events: SseEvent[] = [];
  const parser = createSseParser((event) => events.push(event));
  for (const chunk of chunks) parser.push(chunk);
  return events;
}

const STREAM = [
  '\uFEFF: a comment\r\n',
  'event: token\r\ndata: {"text":"héllo 🏀"}\r\n\r\n',
  'data:first\rdata: second\r\r',
  'id: 7\nretry: 10\n\n',
  'event: only-a-name\n\n',
  'data\n\n',
  'data: [DONE]\n\n',
  'data: never closed\n',
].join('');

const EVENTS: readonly SseEvent[] = [
  { event: 'token', data: '{"text":"héllo 🏀"}' },
  { event: 'message', data: 'first\nsecond' },
  { event: 'message', data: '' },
  { event: 'message', data: '[DONE]' },
];

test('a stream is read as WHATWG HTML section 9.2.6 says', () => {
  expect(parse([Buffer.from(STREAM)])).toEqual(EVENTS);
});

test('where the chunks end makes no difference, inside a character or between CR and LF', () => {
  const bytes = Buffer.from(STREAM);
  for (let cut = 1; cut < bytes.length; cut++) {
    expect(parse([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(EVENTS);
  }
  expect(parse([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(EVENTS);
});
