import { afterEach, expect, test } from '@jest/globals';
import { Agent, request as httpRequest } from 'node:http';
import { json } from 'node:stream/consumers';
import { ANTHROPIC_KEY, DEEPSEEK_KEY, ask } from '../testing/api-harness.ts';
import { startFakeMcp } from '../testing/fake-mcp.ts';
import { startFakeModels } from '../testing/fake-models.ts';
import { startScript } from '../testing/script-process.ts';
import type { ScriptProcess } from '../testing/script-process.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function startParts() {
  const [models, mcp] = await Promise.all([startFakeModels(), startFakeMcp()]);
  cleanUps.push(models.stop, mcp.stop);
  return { models, mcp };
}

async function startApi(env: Record<string, string>): Promise<{ api: ScriptProcess; url: URL }> {
  const api = startScript('api.ts', { PORT: '0', ...env });
  cleanUps.push(async () => {
    api.child.kill('SIGKILL');
    await api.ended;
  });
  const listening = await api.record('listening');
  return { api, url: new URL(`http://127.0.0.1:${String(listening['server.port'])}`) };
}

function environment(parts: Awaited<ReturnType<typeof startParts>>): Record<string, string> {
  return {
    MCP_URL: parts.mcp.url.href,
    DEEPSEEK_BASE_URL: parts.models.url,
    DEEPSEEK_API_KEY: DEEPSEEK_KEY,
    ANTHROPIC_BASE_URL: parts.models.url,
    ANTHROPIC_API_KEY: ANTHROPIC_KEY,
  };
}

/** A request over the agent's one kept-alive connection. */
async function overAgent(
  agent: Agent,
  url: URL,
): Promise<{ status: number | undefined; connection: string | undefined; body: unknown }> {
  const request = httpRequest(url, { agent });
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof overAgent>>>();
  request.once('error', reject);
  request.once('response', (response) => {
    const { statusCode: status, headers } = response;
    json(response).then((body) => {
      resolve({ status, connection: headers.connection, body });
    }, reject);
  });
  request.end();
  return await promise;
}

test('on SIGTERM a running request finishes, a new one is refused, and the process ends with 0', async () => {
  const parts = await startParts();
  const { api, url } = await startApi(environment(parts));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  cleanUps.push(() => {
    agent.destroy();
    return Promise.resolve();
  });
  expect(await overAgent(agent, new URL('/livez', url))).toMatchObject({ status: 200, connection: 'keep-alive' });
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  parts.models.script('anthropic', { kind: 'hold', until: held, text: 'Finished all the same.' });
  const running = ask(url, { question: 'Who won?' });
  await parts.models.called('anthropic');

  api.child.kill('SIGTERM');
  await api.record('stopping');
  expect(await overAgent(agent, new URL('/readyz', url))).toMatchObject({
    status: 503,
    connection: 'close',
    body: { status: 'stopping' },
  });
  await expect(overAgent(new Agent(), new URL('/livez', url))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  release(undefined);

  const answer = await running;
  expect(answer).toMatchObject({ status: 200, body: { status: 'success', answer: 'Finished all the same.' } });
  expect(answer.headers.get('connection')).toBe('close');
  expect(await api.ended).toEqual({ code: 0, stderr: '' });
});

test('a request on a kept-alive connection is refused with 503 while the service stops', async () => {
  const parts = await startParts();
  const { api, url } = await startApi(environment(parts));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  cleanUps.push(() => {
    agent.destroy();
    return Promise.resolve();
  });
  await overAgent(agent, new URL('/livez', url));
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
  parts.models.script('deepseek', { kind: 'hold', until: held, text: 'Draft.' });
  const running = ask(url, { question: 'Who won?' });
  await parts.models.called('deepseek');
  api.child.kill('SIGTERM');
  await api.record('stopping');
  expect(await overAgent(agent, new URL('/synthesize', url))).toMatchObject({ status: 503, connection: 'close' });
  release(undefined);
  expect((await running).status).toBe(200);
  expect((await api.ended).code).toBe(0);
});

test('neither keys nor questions nor what a provider wrote stand in the logs of the process', async () => {
  const parts = await startParts();
  const { api, url } = await startApi(environment(parts));
  parts.models.script('deepseek', { kind: 'status', status: 401 });
  const { status, body } = await ask(url, { question: 'Is unobtainium in the roster?' });
  expect(status).toBe(502);
  api.child.kill('SIGTERM');
  const { stderr } = await api.ended;
  const output = `${api.lines.join('\n')}${stderr}`;
  expect(output).toContain('"http.response.status_code":502');
  expect(`${output}${JSON.stringify(body)}`).not.toMatch(/sk-|unobtainium|scripted failure/);
});

const COMPLETE = { MCP_URL: 'http://127.0.0.1:9/mcp', DEEPSEEK_API_KEY: 'key-one', ANTHROPIC_API_KEY: 'key-two' };

test.each([
  ['a variable is missing', { ...COMPLETE, MCP_URL: '' }, 'MCP_URL is not set'],
  ['a URL is none', { ...COMPLETE, MCP_URL: 'localhost:3001' }, 'MCP_URL must be a URL that begins with http:// or https://'],
  ['a number is none', { ...COMPLETE, PORT: 'http' }, 'PORT must be a whole number'],
  [
    'a duration has no unit',
    { ...COMPLETE, REQUEST_TIMEOUT: '60' },
    'REQUEST_TIMEOUT must be a duration such as 60s, 1500ms or 2m',
  ],
])('when %s the process says so in one line and ends with 2', async (_, env, message) => {
  const api = startScript('api.ts', env);
  expect(await api.ended).toEqual({ code: 2, stderr: `nba-synthesis: ${message}\n` });
});

test('a port in use ends the process with 2 and one line that names it', async () => {
  const parts = await startParts();
  const port = parts.mcp.url.port;
  const api = startScript('api.ts', { ...environment(parts), PORT: port });
  expect(await api.ended).toEqual({
    code: 2,
    stderr: `nba-synthesis: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  });
});
