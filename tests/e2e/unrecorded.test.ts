/** An application that falls back when its model does not answer hides that a prompt has no recording: the run has to say it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { exchange, recordingOf } from '../../workflows-lib/system/replay/testing/recordings.ts';
import { createSandbox } from './cli.ts';
import type { Sandbox } from './cli.ts';
import { git, onlyComparison, runsIn } from './compared-project.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(async () => {
  const left = await sandbox.leftovers();
  await sandbox.remove();
  expect(left).toEqual([]);
});

const request = (content: string): object => ({ model: 'gpt-4o-mini', messages: [{ role: 'user', content }] });

const server = (prompt: string): string => `
import { createServer } from 'node:http';
const { MODEL_URL, API_KEY, PORT } = process.env;
createServer(async (_, response) => {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + API_KEY };
  const body = ${JSON.stringify(JSON.stringify(request(prompt)))};
  const answer = await fetch(MODEL_URL + '/chat/completions', { method: 'POST', headers, body });
  const text = answer.ok ? await answer.text() : 'a cached answer';
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text }));
}).listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
`;

const plan = (layout: string): string => `
system:
  name: small
  processes:
    api:
      run: node server.mjs
      ready: { tcp: true }
      env: { MODEL_URL: '\${services.model.base_url}', API_KEY: '\${services.model.api_key}' }
services:
  model: { type: openai, model: gpt-4o-mini, base_url: replayed, recording: model.jsonl }
operations:
  api.ask: { on: api, get: / }
benchmark: { samples: 3, warm_up: 1 }
compare: { gate: ['*.model_calls'], layout: ${layout} }
`;

async function write(prompt: string, layout = 'side-by-side'): Promise<void> {
  await sandbox.write('model.jsonl', recordingOf(exchange(request('Who leads?'), '{}')));
  await sandbox.write('server.mjs', server(prompt));
  await sandbox.write('shotclock.yml', plan(layout));
}

test('a benchmark in which a fallback hid that nothing was recorded fails with the request, and one without does not', async () => {
  await write('Who leads?');
  expect(await sandbox.run(['benchmark'])).toMatchObject({ code: 0 });
  await write('Who leads now?');
  expect(await sandbox.run(['benchmark'])).toMatchObject({ code: 1 });
  const [before, after] = await runsIn(sandbox);
  expect([before?.verdict, before?.warnings, before?.objectives]).toEqual(['pass', [], []]);
  expect([after?.verdict, after?.warnings]).toEqual([
    'fail',
    [expect.stringMatching(/^model: No recording of POST \/chat\/completions \(.*"Who leads now\?".*The nearest is line 1,/)],
  ]);
  expect(after?.outcomes).toMatchObject([{ ok: 3, error: 0 }]);
});

test.each(['side-by-side', 'alternate-starts'])('a comparison %s says which side had no recording', async (layout) => {
  await write('Who leads now?', layout);
  await git(sandbox, 'init', '--quiet', '--initial-branch=main');
  await sandbox.write('.gitignore', '.shotclock/\n');
  await git(sandbox, 'add', '--all');
  await git(sandbox, 'commit', '--quiet', '--message', 'base asks what is not recorded');
  await git(sandbox, 'switch', '--quiet', '--create', 'change');
  await write('Who leads?', layout);
  const { code } = await sandbox.run(['compare', '--pairs', '2', '--budget', '10s']);
  const { run } = await onlyComparison(sandbox);
  const told = run.warnings.filter((warning) => warning.includes('No recording'));
  expect(told).toEqual([expect.stringMatching(/^base: model: No recording of POST \/chat\/completions/)]);
  expect({ code, verdict: run.verdict }).toEqual({ code: 0, verdict: 'inconclusive' });

  await write('Who leads then?', layout);
  const again = await sandbox.run(['compare', '--pairs', '2', '--budget', '10s']);
  const second = (await runsIn(sandbox)).at(-1);
  const sides = second?.warnings.flatMap((warning) => /^(base|head): model: No recording/.exec(warning)?.[1] ?? []);
  expect(sides).toEqual(['head', 'base']);
  expect({ code: again.code, verdict: second?.verdict }).toEqual({ code: 1, verdict: 'fail' });
});
