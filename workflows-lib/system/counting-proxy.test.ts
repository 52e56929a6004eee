import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Agent, request } from 'node:http';
import { expect, test } from '@jest/globals';

import { systemClock } from '../core/clock.ts';
import { attempt, event, INFO, overHttp, result, startMcp, tool } from '../drivers/testing/mcp.ts';
import { freePort, sendJson, startServer } from '../drivers/testing/scripted-server.ts';
import { behindProxy, startCountingProxy, type CountingProxy } from './counting-proxy.ts';
import { planOf, processOf } from './testing/plan.ts';

const EVERYTHING = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js');

async function startProxy(): Promise<CountingProxy & AsyncDisposable> {
  const proxy = await startCountingProxy(systemClock);
  return { ...proxy, [Symbol.asyncDispose]: async () => proxy.close() };
}
const through = (proxy: CountingProxy, url: string): string => url.replace(/127\.0\.0\.1:(\d+)/, `127.0.0.1:${proxy.port}/$1`);
const call = (name: unknown): string => JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name } });
const post = async (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body });

test('an official MCP server works through the proxy, and its tool calls are counted', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    let said = '';
    for await (const piece of child.stderr) if ((said += String(piece)).includes('listening on port')) break;
    await using proxy = await startProxy();
    await using driver = overHttp(`http://127.0.0.1:${proxy.port}/${port}/mcp`);
    await driver.check();
    for (const message of ['a', 'b']) {
      const { outcome } = await attempt(driver, { call: tool('echo', { message }), wanted: { contains: message } });
      expect(outcome).toBe('ok');
    }
    expect((await attempt(driver, { call: tool('get-sum', { a: 1, b: 2 }), wanted: { contains: '3' } })).outcome).toBe('ok');
    expect(proxy.calls().map((one) => one.tool)).toEqual(['echo', 'echo', 'get-sum']);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

test('a call lasts from its request to the end of its answer, and the answer is streamed', async () => {
  const waitMs = 60;
  await using server = await startMcp((rpc, _request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': one\n\n');
    setTimeout(() => response.end(event(result(rpc, { content: [] }))), waitMs);
  });
  await using proxy = await startProxy();
  const startMs = systemClock.now();
  const answer = await post(through(proxy, server.url), call('slow'));
  const headersMs = systemClock.now();
  await answer.text();
  const endMs = systemClock.now();
  expect(endMs - headersMs).toBeGreaterThan(waitMs / 2);
  const [seen] = proxy.calls();
  expect(seen).toMatchObject({ tool: 'slow' });
  const lasted = (seen?.endMs ?? 0) - (seen?.startMs ?? 0);
  expect(lasted).toBeGreaterThanOrEqual(waitMs - 2);
  expect(lasted).toBeLessThanOrEqual(endMs - startMs);
});

test('what is asked and answered passes unchanged but for the path', async () => {
  await using server = await startServer((_request, response) => {
    response.writeHead(418, { 'mcp-session-id': 's-7', 'set-cookie': ['a=1', 'b=2'] }).end('tea');
  });
  await using proxy = await startProxy();
  const url = through(proxy, `${server.url}/mcp?x=%20y`);
  const answer = await fetch(url, { method: 'DELETE', headers: { 'mcp-session-id': 's-6' } });
  expect([answer.status, await answer.text(), answer.headers.get('mcp-session-id')]).toEqual([418, 'tea', 's-7']);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(server.received).toMatchObject([
    { method: 'DELETE', path: '/mcp?x=%20y', headers: { 'mcp-session-id': 's-6', host: server.url.slice('http://'.length) } },
  ]);
});

test('only calls of tools count: one for each message of a batch, none for other methods, other JSON and no JSON', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, INFO);
  });
  await using proxy = await startProxy();
  const url = through(proxy, server.url);
  const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  for (const body of [list, call(7), '[]', 'null', '{"method":"tools/call"', `[${call('a')},${list},${call('b')}]`]) {
    await (await post(url, body)).text();
  }
  await (await fetch(url)).text();
  expect(proxy.calls().map((one) => one.tool)).toEqual(['a', 'b']);
});

test('a request that is too large to look into passes whole, uncounted', async () => {
  await using server = await startServer(({ body }, response) => {
    sendJson(response, { length: body.length });
  });
  await using proxy = await startProxy();
  const body = call('x'.repeat(3_000_000));
  expect(await (await post(through(proxy, server.url), body)).json()).toEqual({ length: body.length });
  expect(proxy.calls()).toEqual([]);
});

test('connections of clients are counted: one where it is kept, one each where not', async () => {
  await using server = await startServer((_request, response) => {
    sendJson(response, {});
  });
  await using proxy = await startProxy();
  const ask = async (agent: Agent): Promise<void> => {
    const asked = request(through(proxy, server.url), { agent }).end();
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    answer.resume();
    await once(answer, 'end');
    await new Promise(setImmediate);
  };
  const keeping = new Agent({ keepAlive: true });
  for (let time = 0; time < 3; time++) await ask(keeping);
  expect(proxy.connections()).toBe(1);
  const closing = new Agent({ keepAlive: false });
  for (let time = 0; time < 3; time++) await ask(closing);
  expect(proxy.connections()).toBe(4);
  keeping.destroy();
});

test('a server that does not answer is a 502, and a path without a port too', async () => {
  await using proxy = await startProxy();
  const port = await freePort();
  const refused = await post(`http://127.0.0.1:${proxy.port}/${port}/mcp`, call('lost'));
  expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining(`port ${port}`)]);
  expect((await fetch(`http://127.0.0.1:${proxy.port}/mcp`)).status).toBe(502);
  expect((await fetch(`http://127.0.0.1:${proxy.port}/99999/mcp`)).status).toBe(502);
  expect(proxy.calls().map((one) => one.tool)).toEqual(['lost']);
});

test('a client that gives up ends its call at the server too', async () => {
  const gone = Promise.withResolvers<undefined>();
  await using server = await startServer((_request, response) => {
    response.writeHead(200).write('x');
    response.once('close', () => {
      gone.resolve(undefined);
    });
  });
  await using proxy = await startProxy();
  const socket = connect(proxy.port, '127.0.0.1');
  const body = call('long');
  socket.write(`POST /${new URL(server.url).port}/ HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  await once(socket, 'data');
  socket.destroy();
  await gone.promise;
  expect(proxy.calls().map((one) => one.tool)).toEqual(['long']);
});

test('references to MCP servers among the processes lead through the proxy, all others stay', () => {
  const mcp = processOf('node mcp.js', { name: 'mcp', mcp: '/mcp', env: { DB: '${services.database.url}' } });
  const env = {
    MCP: '${processes.mcp.url}/mcp',
    OTHER: '${processes.plain.url}',
    PORT_OF: '${processes.mcp.port}',
    TEXT: '$${processes.mcp.url}',
  };
  const api = processOf('node api.js ${processes.mcp.url}', { name: 'api', env });
  const { processes } = behindProxy(planOf({ processes: [mcp, api, processOf('x', { name: 'plain' })] }), { port: 4444 }).system;
  expect(processes['mcp']).toEqual(mcp);
  expect(processes['api']).toEqual({
    ...api,
    run: 'node api.js http://127.0.0.1:4444/${processes.mcp.port}',
    env: { ...env, MCP: 'http://127.0.0.1:4444/${processes.mcp.port}/mcp' },
  });
});
