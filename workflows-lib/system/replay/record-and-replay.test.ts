import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import type { Pacing } from '../simulator/pacing.ts';
import type { RequestRecord } from '../simulator/request-log.ts';
import { ANTHROPIC, QUICK, withSimulator } from '../simulator/testing/simulators.ts';
import { readRecording, type PlacedExchange } from './read-recording.ts';
import { readReplayLog, type ReplayRecord } from './replay-log.ts';
import { startReplay } from './replay-server.ts';
import { LOCAL_KEY, REAL_KEY, startProxy, withFolder } from './testing/recordings.ts';

/** The bytes of every answer that a client was given, in order, as its own `fetch` saw them. */
function listeningFetch(): { readonly fetch: typeof fetch; readonly bodies: () => Promise<readonly string[]> } {
  const bodies: Promise<string>[] = [];
  return {
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      bodies.push(response.clone().text());
      return response;
    },
    bodies: async () => Promise.all(bodies),
  };
}

interface Heard {
  readonly bodies: readonly string[];
  readonly usages: readonly unknown[];
  readonly texts: readonly string[];
}

const question = [{ role: 'user' as const, content: 'Who won the game of 3 March?' }];

/** Asks once at once and once streamed, as OpenAI's own client does. */
async function askOpenAi(baseURL: string, apiKey: string): Promise<Heard> {
  const { fetch, bodies } = listeningFetch();
  const client = new OpenAI({ baseURL, apiKey, fetch, maxRetries: 0 });
  const whole = await client.chat.completions.create({ model: 'gpt-4o', messages: question });
  const stream = await client.chat.completions.create({
    ...{ model: 'gpt-4o', messages: question, stream: true, stream_options: { include_usage: true } },
  });
  let text = '';
  let usage: unknown;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? '';
    usage = chunk.usage ?? usage;
  }
  return { bodies: await bodies(), usages: [whole.usage, usage], texts: [whole.choices[0]?.message.content ?? '', text] };
}

/** The same as Anthropic's own client does. */
async function askAnthropic(baseURL: string, apiKey: string): Promise<Heard> {
  const { fetch, bodies } = listeningFetch();
  const client = new Anthropic({ baseURL, apiKey, fetch, maxRetries: 0 });
  const request = { model: ANTHROPIC.model, max_tokens: 200, messages: question };
  const whole = await client.messages.create(request);
  const streamed = await client.messages.stream(request).finalMessage();
  const textOf = ({ content: [block] }: Anthropic.Message): string => (block?.type === 'text' ? block.text : '');
  return { bodies: await bodies(), usages: [whole.usage, streamed.usage], texts: [textOf(whole), textOf(streamed)] };
}

interface Round {
  readonly live: Heard;
  readonly replayed: Heard;
  readonly summary: { readonly played: number; readonly missing: number };
  readonly file: string;
  readonly mode: number;
  readonly exchanges: readonly PlacedExchange[];
  readonly records: readonly ReplayRecord[];
  /** What the simulator itself says that it sent, and when. */
  readonly sent: readonly RequestRecord[];
}

/** A slow first token and then one every 5 ms, so that chunks are apart. */
const SLOW: Pacing = {
  firstTokenMs: { mean: 150, sigma: 0 },
  tokenMs: { mean: 5, sigma: 0 },
  speedSigma: 0,
  singleTokenShare: 0.5,
  maxChunkTokens: 6,
  answerTokens: { mean: 60, sigma: 0 },
};

const CASES = [
  { protocol: 'openai', simulated: { apiKey: REAL_KEY }, path: '/v1', ask: askOpenAi },
  { protocol: 'anthropic', simulated: { ...ANTHROPIC, apiKey: REAL_KEY }, path: '', ask: askAnthropic },
] as const;

/** Records both questions from a simulator through the proxy, then asks the replay of that. */
async function round(
  { protocol, simulated, path, ask }: (typeof CASES)[number],
  place: { folder: string; profile?: Pacing },
): Promise<Round> {
  const { folder, profile = QUICK } = place;
  const file = join(folder, 'deeper', 'recording.jsonl');
  const { live, sent } = await withSimulator({ ...simulated, profile }, async ({ url, finish }) => {
    const proxy = await startProxy(file, { protocol, baseUrl: `${url}${path}` });
    const heard = await ask(proxy.baseUrl, LOCAL_KEY);
    expect(await proxy.close()).toEqual({ recorded: 2, unrecorded: new Map() });
    return { live: heard, sent: await finish() };
  });
  const logFile = join(folder, 'log.jsonl');
  const replay = await startReplay({ recording: file, logFile });
  const replayed = await ask(replay.baseUrl, 'any key');
  const summary = await replay.close();
  const { exchanges } = await readRecording(file);
  const { mode } = await stat(file);
  return {
    ...{ live, sent, replayed, summary, exchanges },
    ...{ file: await readFile(file, 'utf8'), mode: mode & 0o777, records: await readReplayLog(logFile) },
  };
}

test.each(CASES)(
  'the official client of $protocol gets the recorded bytes, texts and usage again, streamed or not',
  async (subject) => {
    await withFolder(async (folder) => {
      const { live, replayed, summary } = await round(subject, { folder });
      expect(live.bodies.map((body) => body.length > 100)).toEqual([true, true]);
      expect(live.texts.map((text) => text.length > 20)).toEqual([true, true]);
      expect(replayed).toEqual(live);
      expect(summary).toEqual({ played: 2, missing: 0 });
    });
  },
);

test.each(CASES)(
  'what is recorded of $protocol has neither keys nor ids of requests, and only its owner may read it',
  async (subject) => {
    await withFolder(async (folder) => {
      const { file, mode, exchanges } = await round(subject, { folder });
      expect(file).not.toContain(REAL_KEY);
      expect(file).not.toContain(LOCAL_KEY);
      expect(file).not.toMatch(/req_|authorization|x-api-key|request-id|ratelimit/i);
      expect(exchanges.map(({ headers }) => Object.keys(headers))).toEqual([['content-type'], ['content-type']]);
      expect(mode).toBe(0o600);
    });
  },
);

test.each(CASES)(
  'chunks of $protocol are written when they came while recording: never early, and no later at the end',
  async (subject) => {
    await withFolder(async (folder) => {
      const { exchanges, records } = await round(subject, { folder, profile: SLOW });
      expect(records.map(({ line, ended }) => [line, ended])).toEqual([
        [1, 'complete'],
        [2, 'complete'],
      ]);
      expect(exchanges[1]?.chunks.length).toBeGreaterThan(3);
      expect(records.map(({ chunks }) => chunks.map(([due]) => due))).toEqual(
        exchanges.map(({ chunks }) => chunks.map(({ atMs }) => atMs)),
      );
      const late = records.flatMap(({ chunks }) => chunks.map(([due, written]) => written - due));
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(records.map(({ headMs }, index) => (headMs ?? NaN) >= (exchanges[index]?.headMs ?? NaN))).toEqual([true, true]);
      // Waits that are added up would be late by a millisecond or more for each chunk.
      expect(Math.min(...late.slice(-5))).toBeLessThan(late.length / 2);
    });
  },
);

test.each(CASES)('recorded times of $protocol are those at which its server says that it sent', async (subject) => {
  await withFolder(async (folder) => {
    const { exchanges, sent } = await round(subject, { folder, profile: SLOW });
    const recorded = exchanges.map(({ headMs, endMs }) => [headMs, endMs]).flat();
    const truth = sent.map(({ arrivalMs, firstByteMs, endMs }) => [(firstByteMs ?? NaN) - arrivalMs, endMs - arrivalMs]).flat();
    const spans = [spanOf(exchanges[1]?.chunks.map(({ atMs }) => atMs)), spanOf(sent[1]?.chunks.map(([ms]) => ms))] as const;
    expect(recorded.map((ms, index) => ratio(ms, truth[index]) < 0.2)).toEqual([true, true, true, true]);
    // From the opening event, which comes with the first token or shortly before, to the closing one.
    expect(spans[0] / spans[1]).toBeGreaterThan(0.8);
  });
});

/** How far the first is from the second, as a share of it. */
function ratio(value = NaN, truth = NaN): number {
  return Math.abs(value - truth) / truth;
}

function spanOf(timesMs: readonly number[] = []): number {
  return (timesMs.at(-1) ?? NaN) - (timesMs[0] ?? NaN);
}

test('a slow first token is slow again, and instant when that is asked for', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'recording.jsonl');
    await withSimulator({ profile: SLOW }, async ({ url }) => {
      const proxy = await startProxy(file, { baseUrl: `${url}/v1`, apiKey: 'any' });
      await askOpenAi(proxy.baseUrl, LOCAL_KEY);
      await proxy.close();
    });
    const recorded = await played(file, 'recorded', join(folder, 'recorded.log'));
    const instant = await played(file, 'instant', join(folder, 'instant.log'));
    expect(recorded.map((ms) => ms >= 150)).toEqual([true, true]);
    expect(instant.every((ms, index) => ms < (recorded[index] ?? 0) / 2)).toBe(true);
  });
});

/** How long each answer took, by the server's own log. */
async function played(recording: string, pace: 'recorded' | 'instant', logFile: string): Promise<readonly number[]> {
  const replay = await startReplay({ recording, pace, logFile });
  await askOpenAi(replay.baseUrl, 'any key');
  await replay.close();
  return (await readReplayLog(logFile)).map(({ endMs }) => endMs);
}
