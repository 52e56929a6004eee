import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { REAL_KEY, withFolder } from '../system/replay/testing/recordings.ts';
import { withSimulator } from '../system/simulator/testing/simulators.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command until it has told its address, lets `use` work with what it said, presses Ctrl-C, and tells how it ended. */
async function during(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
  use: (said: { readonly baseUrl: string; readonly apiKey: string }) => Promise<void>,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, 'providers', ...args], { cwd, env: { PATH: process.env['PATH'], ...env } });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stderr = text(child.stderr);
  let stdout = '';
  const find = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(stdout)?.[1] ?? '';
  try {
    const lines = createInterface(child.stdout);
    const last = args[0] === 'record' ? 'api_key' : 'base_url';
    await new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        stdout += `${line}\n`;
        if (line.startsWith(last)) resolve();
      });
      lines.once('close', resolve);
    });
    if (find('base_url') !== '') await use({ baseUrl: find('base_url'), apiKey: find('api_key') });
    child.kill('SIGINT');
    return { code: await ended, stdout, stderr: await stderr };
  } finally {
    child.kill('SIGKILL');
  }
}

async function ask({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }, content: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content }] }),
  });
  return answer.text();
}

const PLAN = `system: { name: a }
services:
  gpt: { type: openai, model: gpt-4o, base_url: "\${BASE_URL:-simulated}", api_key: "\${API_KEY:-}" }
`;

test('what is recorded from the provider of the plan is played again, and a request without a recording fails the replay', async () => {
  await withFolder(async (cwd) => {
    await writeFile(join(cwd, 'shotclock.yml'), PLAN);
    let live = '';
    await withSimulator({ apiKey: REAL_KEY }, async ({ url }) => {
      const env = { BASE_URL: `${url}/v1`, API_KEY: REAL_KEY };
      const recorded = await during(['record', '--service', 'gpt'], { cwd, env }, async (said) => {
        live = await ask(said, 'Who won?');
        await ask({ ...said, apiKey: 'a guess' }, 'Who lost?');
      });
      expect(recorded).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/\n1 exchange recorded in recordings\/gpt\.jsonl\n$/),
      });
      expect(recorded.stdout + recorded.stderr).not.toContain(REAL_KEY);
    });
    expect(await readFile(join(cwd, 'recordings', 'gpt.jsonl'), 'utf8')).not.toContain(REAL_KEY);

    const args = ['replay', '--recording', 'recordings/gpt.jsonl', '--pace', 'instant'];
    const whole = await during(args, { cwd }, async (said) => {
      expect(await ask(said, 'Who won?')).toBe(live);
    });
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Playing 1 exchange of [^]*\n1 exchange played\n$/) });

    const missing = await during(args, { cwd }, async (said) => {
      expect(await ask(said, 'Who lost?')).toContain('no_recording');
    });
    expect(missing).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/\n0 exchanges played; 1 request had no recording\n$/),
    });
    expect(missing.stderr).toContain('No recording of POST /chat/completions (model gpt-4o, "Who lost?", digest ');
  });
});

test.each([
  [['record', '--service', 'gtp'], /--service gtp: the plan has no model service of this name; did you mean "gpt"\?/],
  [
    ['record', '--service', 'gpt'],
    /services\.gpt of .*shotclock\.yml is simulated: there is no provider to record\. Give it a real base_url/,
  ],
  [['replay', '--recording', 'none.jsonl'], /No recording none\.jsonl/],
  [['replay', '--recording', 'shotclock.yml'], /shotclock\.yml:1: no JSON/],
])('%j is refused with the reason', async (args, message) => {
  await withFolder(async (cwd) => {
    await writeFile(join(cwd, 'shotclock.yml'), PLAN);
    const { code, stderr } = await during(args, { cwd }, async () => Promise.resolve());
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

test.each(['record', 'replay'])('the help of providers %s has an example', async (name) => {
  await withFolder(async (cwd) => {
    const { code, stdout } = await during([name, '--help'], { cwd }, async () => Promise.resolve());
    expect([code, stdout]).toEqual([0, expect.stringMatching(new RegExp(`\\nExample[^]*shotclock providers ${name} --`))]);
  });
});
