import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ModelService } from '../config/plan.ts';
import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { exchange, recordingOf, withFolder } from './replay/testing/recordings.ts';
import type { RunningSystem } from './running-system.ts';
import { startSystem } from './start.ts';
import { planOf } from './testing/plan.ts';

const ports = { clock: systemClock, log: silentLog };
const QUESTION = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Who won?' }] };

async function start(recording: string, type: ModelService['type'] = 'openai'): Promise<RunningSystem> {
  const service: ModelService = {
    ...{ name: 'gpt', type, mode: 'replayed', recording, model: 'gpt-4o', provider: 'openai' },
    simulation: { profile: 'fast', seed: 'x', faults: {} },
  };
  return startSystem(planOf({ services: [service] }), ports);
}

test('a replayed model is a child of its own that plays the recording to whoever has its key', async () => {
  await withFolder(async (folder) => {
    const recording = join(folder, 'gpt.jsonl');
    await writeFile(recording, recordingOf(exchange(QUESTION, 'the recorded answer')));
    const system = await start(recording);
    try {
      const { gpt } = system.endpoints;
      if (gpt?.type !== 'openai') throw new Error('no endpoint of the model');
      const ask = async (key: string, question: object): Promise<[number, string]> => {
        const headers = { authorization: `Bearer ${key}` };
        const answer = await fetch(`${gpt.baseUrl}/chat/completions`, {
          method: 'POST',
          headers,
          body: JSON.stringify(question),
        });
        return [answer.status, await answer.text()];
      };
      expect(await ask(gpt.apiKey, QUESTION)).toEqual([200, 'the recorded answer']);
      expect(await ask(gpt.apiKey, { ...QUESTION, n: 2 })).toEqual([
        404,
        expect.stringContaining('n is 2, which is not recorded'),
      ]);
      expect((await ask('another key', QUESTION))[0]).toBe(401);
    } finally {
      await system.stop();
    }
  });
});

test('the system tells which requests of a replayed model had no recording, after its end too, and without secrets', async () => {
  await withFolder(async (folder) => {
    const recording = join(folder, 'gpt.jsonl');
    await writeFile(recording, recordingOf(exchange(QUESTION)));
    const system = await start(recording);
    const miss =
      /^gpt: No recording of POST \/chat\/completions \(model gpt-4o, "Who won\?", digest [0-9a-f]{12}\)\. The nearest is line 1, .* user is …?"\*\*\*"/;
    try {
      const { gpt } = system.endpoints;
      if (gpt?.type !== 'openai') throw new Error('no endpoint of the model');
      const { apiKey, baseUrl } = gpt;
      const ask = async (question: object): Promise<Response> =>
        fetch(`${baseUrl}/chat/completions`, {
          ...{ method: 'POST', headers: { authorization: `Bearer ${apiKey}` }, body: JSON.stringify(question) },
        });
      await ask(QUESTION);
      expect(await system.unrecordedRequests()).toEqual([]);
      await ask({ ...QUESTION, user: apiKey });
      expect(await system.unrecordedRequests()).toEqual([expect.stringMatching(miss)]);
    } finally {
      await system.stop();
    }
    expect(await system.unrecordedRequests()).toEqual([expect.stringMatching(miss)]);
  });
});

test.each([
  ['missing', undefined, /^services\.gpt\.recording: No recording .*gpt\.jsonl/],
  ['broken', `${recordingOf(exchange(QUESTION))}{}\n`, /^services\.gpt\.recording: .*gpt\.jsonl:2: recording: /],
  [
    'of another protocol',
    recordingOf(exchange(QUESTION, '', { protocol: 'anthropic' })),
    /^services\.gpt\.recording: .*gpt\.jsonl:1: recorded from anthropic/,
  ],
])('a recording that is %s stops the start, and says where', async (_, content, message) => {
  await withFolder(async (folder) => {
    const recording = join(folder, 'gpt.jsonl');
    if (content !== undefined) await writeFile(recording, content);
    const failure: unknown = await start(recording).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toMatch(message);
  });
});
