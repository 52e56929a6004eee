import { expect, test } from '@jest/globals';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { systemClock, type Clock } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { startSimulator } from './server.ts';
import { ask, provoke } from './testing/exchange.ts';
import { ANTHROPIC, only, QUICK, sentTokens, withSimulator } from './testing/simulators.ts';

test.each([
  {
    fault: 'unauthorized',
    openAi: [OpenAI.AuthenticationError, 401],
    anthropic: [Anthropic.AuthenticationError, 401, 'authentication_error'],
  },
  { fault: 'rate_limited', openAi: [OpenAI.RateLimitError, 429], anthropic: [Anthropic.RateLimitError, 429, 'rate_limit_error'] },
  {
    fault: 'server_error',
    openAi: [OpenAI.InternalServerError, 500],
    anthropic: [Anthropic.InternalServerError, 500, 'api_error'],
  },
  {
    fault: 'overloaded',
    openAi: [OpenAI.InternalServerError, 503],
    anthropic: [Anthropic.OverloadedError, 529, 'overloaded_error'],
  },
] as const)('official clients recognise the fault $fault', async ({ fault, openAi, anthropic }) => {
  const options = { maxRetries: 0, apiKey: 'key', defaultHeaders: { 'x-simulate-fault': fault } };
  const messages = [{ role: 'user' as const, content: 'x' }];
  await withSimulator({}, async ({ url }) => {
    const client = new OpenAI({ ...options, baseURL: `${url}/v1` });
    const failure: unknown = await client.chat.completions.create({ model: 'gpt-4o', messages }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(openAi[0]);
    expect(failure).toMatchObject({ status: openAi[1], requestID: expect.stringMatching(/^req_/) });
  });
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const client = new Anthropic({ ...options, baseURL: url });
    const body = { model: ANTHROPIC.model, max_tokens: 9, messages };
    const failure: unknown = await client.messages.create(body).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(anthropic[0]);
    expect(failure).toMatchObject({ status: anthropic[1], type: anthropic[2], requestID: expect.stringMatching(/^req_/) });
  });
});

test('a rate limit says when to come back, as asked', async () => {
  await withSimulator({}, async ({ url }) => {
    const plain = await ask(url, {}, { 'x-simulate-fault': 'rate_limited' });
    expect(plain.headers.get('retry-after')).toBe('1');
    const asked = await ask(url, {}, { 'x-simulate-fault': 'rate_limited', 'x-simulate-retry-after': '2' });
    expect(asked.headers.get('retry-after')).toBe('2');
  });
});

test('a configured share of faults befalls requests without being asked for, and can be declined', async () => {
  await withSimulator({ faults: { server_error: 1 } }, async ({ url, finish }) => {
    expect((await ask(url)).status).toBe(500);
    await (await ask(url, {}, { 'x-simulate-fault': 'none' })).text();
    expect((await finish()).map(({ status, fault }) => [status, fault])).toEqual([
      [500, 'server_error'],
      [200, null],
    ]);
  });
});

test('a dropped stream breaks off in the middle of its answer', async () => {
  await withSimulator({}, async (subject) => {
    const { status, body, broken } = await provoke(subject, 'dropped');
    expect([status, broken]).toEqual([200, true]);
    expect(body).toContain('"content":');
    expect(body).not.toContain('[DONE]');
    const record = only(await subject.finish());
    expect(record).toMatchObject({ ended: 'dropped', fault: 'dropped', usage: null, bill: { output: sentTokens(record) } });
    expect(sentTokens(record)).toBeGreaterThan(0);
  });
});

test('a dropped answer that is not streamed ends the connection without a word', async () => {
  await withSimulator({}, async (subject) => {
    expect(await provoke(subject, 'dropped', { stream: false })).toMatchObject({ status: 0, broken: true });
    expect(only(await subject.finish())).toMatchObject({ ended: 'dropped', status: 0, bill: { output: 0 } });
  });
});

test('a slow start takes ten times as long to its first token', async () => {
  const pacing = { ...QUICK, firstTokenMs: { mean: 20, sigma: 0 } };
  await withSimulator({ profile: pacing }, async (subject) => {
    await provoke(subject, 'slow_start');
    const { chunks, arrivalMs } = only(await subject.finish());
    expect((chunks[0]?.[0] ?? 0) - arrivalMs).toBeGreaterThanOrEqual(200);
  });
});

test('an HTML page comes with status 200', async () => {
  await withSimulator({}, async (subject) => {
    const { status, headers, body } = await provoke(subject, 'html');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toMatch(/^<!doctype html>/);
  });
});

test('garbage is not JSON, streamed or not', async () => {
  await withSimulator({}, async (subject) => {
    const streamed = await provoke(subject, 'garbage');
    const last = streamed.body.trimEnd().split('\n\n').at(-1) ?? '';
    expect(() => void JSON.parse(last.replace(/^data: /, ''))).toThrow(SyntaxError);
    const whole = await provoke(subject, 'garbage', { stream: false });
    expect(whole.headers['content-type']).toBe('application/json');
    expect(() => void JSON.parse(whole.body)).toThrow(SyntaxError);
  });
});

test('a stalled answer has headers and nothing else until the client leaves', async () => {
  await withSimulator({}, async ({ url, finish }) => {
    const leave = new AbortController();
    const body = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'x' }], stream: true });
    const headers = { 'x-simulate-fault': 'stall' };
    const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body, signal: leave.signal });
    expect(response.status).toBe(200);
    leave.abort();
    expect(only(await finish())).toMatchObject({ fault: 'stall', ended: 'disconnected', chunks: [], bill: null });
  });
});

test('an unknown fault is refused by name', async () => {
  await withSimulator({}, async ({ url }) => {
    const response = await ask(url, {}, { 'x-simulate-fault': 'gremlins' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('rate_limited');
  });
});

test('a client that leaves early is noted, with what was generated until then', async () => {
  await withSimulator({ profile: { ...QUICK, tokenMs: { mean: 50, sigma: 0 } } }, async ({ url, finish }) => {
    const response = await ask(url);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const record = only(await finish());
    expect(record).toMatchObject({ ended: 'disconnected', usage: null, bill: { output: sentTokens(record) } });
  });
});

test('nothing more is done for a client that left', async () => {
  let asked = 0;
  const clock: Clock = {
    ...systemClock,
    now: () => {
      asked++;
      return systemClock.now();
    },
  };
  const profile = { ...QUICK, tokenMs: { mean: 2, sigma: 0 } };
  const options = { protocol: 'openai', provider: 'openai', model: 'gpt-4o', seed: 's', profile } as const;
  const simulator = await startSimulator(options, { clock });
  await ask(`http://127.0.0.1:${simulator.port}`);
  await simulator.close();
  const after = asked;
  // The same answer, given elsewhere to its end: for as long the first one would have gone on.
  await withSimulator({ profile }, async ({ url }) => (await ask(url)).text());
  expect(asked).toBe(after);
});

test('equal seeds give equal answers, tokens and chunks, whatever the order and company of requests', async () => {
  const questions = Array.from({ length: 12 }, (_, index) => `Question ${index}`);
  const observe = async (order: readonly string[], together: boolean): Promise<Map<string, unknown>> =>
    withSimulator({ cache: false, seed: 'same' }, async ({ url, finish }) => {
      const texts = new Map<string, unknown>();
      const one = async (content: string): Promise<void> => {
        const response = await ask(url, { messages: [{ role: 'user', content }] }, { 'x-client-request-id': content });
        const text = await response.text();
        texts.set(
          content,
          [...text.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]),
        );
      };
      if (together) await Promise.all(order.map(one));
      else for (const content of order) await one(content);
      for (const { clientRequestId, chunks, bill } of await finish()) {
        texts.set(`${clientRequestId ?? ''}/sent`, [chunks.map(([, tokens]) => tokens), bill]);
      }
      return texts;
    });
  const alone = await observe(questions, false);
  const crowded = await observe(questions.toReversed(), true);
  expect(alone.size).toBe(24);
  for (const [key, value] of alone) expect(crowded.get(key)).toEqual(value);
});

test('the log tells when a request came, when each chunk went out and when it ended, in that order, without prompt or key', async () => {
  await withSimulator({ apiKey: 'sk-very-secret' }, async ({ url, finish }) => {
    const headers = { authorization: 'Bearer sk-very-secret', 'x-client-request-id': 'call-7' };
    const messages = [{ role: 'user', content: 'My confidential question' }];
    const response = await ask(url, { messages }, headers);
    const requestId = response.headers.get('x-request-id');
    await response.text();
    const record = only(await finish());
    const { arrivalMs, bodyMs, firstByteMs, chunks, endMs } = record;
    const times = [arrivalMs, bodyMs ?? 0, firstByteMs ?? 0, ...chunks.map(([sentMs]) => sentMs), endMs];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(record).toMatchObject({
      requestId,
      clientRequestId: 'call-7',
      stream: true,
      status: 200,
      fault: null,
      ended: 'complete',
    });
    expect(record.promptHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(record)).not.toMatch(/secret|confidential/);
  });
});

test('no chunk is sent before it is due', async () => {
  const pacing = { ...QUICK, firstTokenMs: { mean: 30, sigma: 0 }, tokenMs: { mean: 2, sigma: 0 }, speedSigma: 0 };
  await withSimulator({ profile: pacing }, async ({ url, finish }) => {
    await (await ask(url)).text();
    const { arrivalMs, chunks } = only(await finish());
    let tokens = 0;
    for (const [sentMs, size] of chunks) {
      tokens += size;
      expect(sentMs - arrivalMs).toBeGreaterThanOrEqual(30 + (tokens - 1) * 2 - 1e-3);
    }
  });
});

test('each server answers its own protocol only, in the shape of its provider', async () => {
  await withSimulator({}, async ({ url }) => {
    expect((await fetch(`${url}/v1/messages`, { method: 'POST' })).status).toBe(404);
    expect(await (await fetch(`${url}/nowhere`)).json()).toMatchObject({ error: { code: 'unknown_url' } });
    expect((await fetch(`${url}/v1/chat/completions`)).status).toBe(405);
    expect(await (await fetch(`${url}/models`)).json()).toMatchObject({ object: 'list' });
  });
  await withSimulator(ANTHROPIC, async ({ url }) => {
    const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: 'error', error: { type: 'not_found_error' } });
  });
});

test('it says that it lives, without a key', async () => {
  await withSimulator({ apiKey: 'right' }, async ({ url }) => {
    expect(await (await fetch(`${url}/livez`)).json()).toEqual({ status: 'ok' });
  });
});

test('a body that is not JSON is refused', async () => {
  await withSimulator({}, async ({ url }) => {
    const response = await fetch(`${url}/chat/completions`, { method: 'POST', body: '{"model":' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });
});

test('closing ends answers that are under way and notes them', async () => {
  await withSimulator({ profile: { ...QUICK, tokenMs: { mean: 1000, sigma: 0 } } }, async ({ url, finish }) => {
    await ask(url);
    expect(only(await finish())).toMatchObject({ ended: 'disconnected' });
  });
});

test('a taken port is the mistake of the user', async () => {
  const options = { protocol: 'openai', provider: 'openai', model: 'm', seed: 's' } as const;
  const first = await startSimulator(options);
  try {
    await expect(startSimulator({ ...options, port: first.port })).rejects.toThrow(UsageError);
  } finally {
    await first.close();
  }
});

test('fifty streams at once each get their whole answer', async () => {
  await withSimulator({ cache: false }, async ({ url, finish }) => {
    const bodies = await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        (await ask(url, { messages: [{ role: 'user', content: `${index}` }] })).text(),
      ),
    );
    expect(bodies.every((body) => body.endsWith('data: [DONE]\n\n'))).toBe(true);
    const records = await finish();
    expect(records).toHaveLength(50);
    for (const record of records) expect(sentTokens(record)).toBe(record.bill?.output);
  });
});
