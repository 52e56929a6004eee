import { expect, test } from '@jest/globals';
import { PromptCache, type PromptPart } from './prompt-cache.ts';

const DEEPSEEK = { blockTokens: 64, minimumTokens: 64 };
const OPENAI = { blockTokens: 128, minimumTokens: 1024 };

const words = (count: number, word = 'a'): string[] => Array.from({ length: count }, () => word);
const part = (count: number, cache?: PromptPart['cache']): PromptPart => ({ tokens: words(count), cache });

test('a repeated prompt is read from the cache in whole blocks', () => {
  const cache = new PromptCache();
  expect(cache.usePrefix('m', words(200), DEEPSEEK).read).toBe(0);
  expect(cache.usePrefix('m', words(200), DEEPSEEK).read).toBe(192);
});

test('a prompt that begins like an earlier one is read up to the last block they share', () => {
  const cache = new PromptCache();
  cache.usePrefix('m', words(200), DEEPSEEK);
  expect(cache.usePrefix('m', [...words(130), ...words(100, 'b')], DEEPSEEK).read).toBe(128);
  expect(cache.usePrefix('m', words(300, 'b'), DEEPSEEK).read).toBe(0);
});

test('another scope shares nothing', () => {
  const cache = new PromptCache();
  cache.usePrefix('one', words(200), DEEPSEEK);
  expect(cache.usePrefix('two', words(200), DEEPSEEK).read).toBe(0);
});

test('OpenAI caches nothing below 1,024 tokens, then in steps of 128', () => {
  const cache = new PromptCache();
  cache.usePrefix('m', words(1500), OPENAI);
  expect(cache.usePrefix('m', words(1023), OPENAI).read).toBe(0);
  expect(cache.usePrefix('m', words(1500), OPENAI).read).toBe(1408);
});

test('a breakpoint is written first and read afterwards', () => {
  const cache = new PromptCache();
  const prompt = [part(1200, '5m'), part(30)];
  expect(cache.useBreakpoints('m', prompt, 1024)).toEqual({ read: 0, written5m: 1200, written1h: 0 });
  expect(cache.useBreakpoints('m', prompt, 1024)).toEqual({ read: 1200, written5m: 0, written1h: 0 });
});

test('a later breakpoint writes only what was not read, each part at its own lifetime', () => {
  const cache = new PromptCache();
  cache.useBreakpoints('m', [part(1200, '1h')], 1024);
  const longer = [part(1200, '1h'), part(300, '1h'), part(50, '5m'), part(10)];
  expect(cache.useBreakpoints('m', longer, 1024)).toEqual({ read: 1200, written5m: 50, written1h: 300 });
});

test('a breakpoint is found again when the next prompt marks a later place', () => {
  const cache = new PromptCache();
  cache.useBreakpoints('m', [part(1100), part(100, '5m')], 1024);
  const next = [part(1100), part(100), part(40), part(60, '5m')];
  expect(cache.useBreakpoints('m', next, 1024)).toEqual({ read: 1200, written5m: 100, written1h: 0 });
});

test('a breakpoint before the least cacheable length is ignored', () => {
  const cache = new PromptCache();
  expect(cache.useBreakpoints('m', [part(1023, '5m')], 1024)).toEqual({ read: 0, written5m: 0, written1h: 0 });
});

test('without breakpoints nothing is cached', () => {
  const cache = new PromptCache();
  cache.useBreakpoints('m', [part(5000)], 1024);
  expect(cache.useBreakpoints('m', [part(5000)], 1024)).toEqual({ read: 0, written5m: 0, written1h: 0 });
});

test('a long life forgets old prompts instead of growing', () => {
  const cache = new PromptCache();
  cache.usePrefix('m', words(64, 'first'), DEEPSEEK);
  for (let prompt = 0; prompt < 20_000; prompt++) cache.usePrefix('m', words(64, `${prompt}`), DEEPSEEK);
  expect(cache.usePrefix('m', words(64, 'first'), DEEPSEEK).read).toBe(0);
  expect(cache.usePrefix('m', words(64, '19999'), DEEPSEEK).read).toBe(64);
});
