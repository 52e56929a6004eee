import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { UsageError } from '../../core/errors.ts';
import { readAnswers, scriptedReply, type ScriptedAnswer } from './answers.ts';

async function read(yaml: string): Promise<readonly ScriptedAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-answers-'));
  try {
    const path = join(folder, 'answers.yml');
    await writeFile(path, yaml);
    return await readAnswers(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const SCRIPT = `
answers:
  - { when: 'points of (\\w+) (\\w+)', provider: deepseek, text: 'SELECT points -- {{2}}, {{1}}{{3}}' }
  - { when: 'points', system: 'terse', text: '38' }
  - { when: 'points', text: 'Thirty-eight.' }
`;

test.each([
  {
    what: 'captures are filled in, absent ones with nothing',
    question: { provider: 'deepseek', system: '', lastUser: 'Points of Luka Doncic?' },
    reply: 'SELECT points -- Doncic, Luka',
  },
  {
    what: 'an answer for another provider is passed over',
    question: { provider: 'anthropic', system: '', lastUser: 'points of Luka Doncic?' },
    reply: 'Thirty-eight.',
  },
  {
    what: 'the system prompt decides',
    question: { provider: 'anthropic', system: 'Be TERSE.', lastUser: 'points?' },
    reply: '38',
  },
  { what: 'nothing matches', question: { provider: 'anthropic', system: '', lastUser: 'rebounds?' }, reply: undefined },
])('scripted answers: $what', async ({ question, reply }) => {
  expect(scriptedReply(await read(SCRIPT), question)).toBe(reply);
});

test.each([
  ['answers: [{ when: "(", text: x }]', /answers\.0\.when/],
  ['answers: [{ when: a }]', /answers\.0\.text/],
  ['answers: [{ when: a, text: x, model: y }]', /answers\.0.*model/],
  ['answers: [', /answers\.yml/],
])('scripted answers that say %s are refused with the place', async (yaml, message) => {
  await expect(read(yaml)).rejects.toThrow(UsageError);
  await expect(read(yaml)).rejects.toThrow(message);
});

test('a missing file of scripted answers is the mistake of the user', async () => {
  await expect(readAnswers('/nowhere/answers.yml')).rejects.toThrow(UsageError);
});
