import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fetchJson, startHarness } from '../testing/api-harness.ts';
import type { ClientAnswer, Harness } from '../testing/api-harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});

afterAll(async () => {
  await harness.stop();
});

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<ClientAnswer> {
  return await fetchJson(new URL('/synthesize', harness.service.url), { method: 'POST', headers, body });
}

test.each([
  ['text that is not JSON', '{"question": ', 'the body is not valid JSON in UTF-8'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'the body is not valid JSON in UTF-8'],
  ['an empty body', '', 'the body is not valid JSON in UTF-8'],
  ['a question that is missing', '{}', 'question: Invalid input: expected string, received undefined'],
  ['a question of spaces', '{"question": "   "}', 'question: Too small: expected string to have >=1 characters'],
  [
    'a question that is too long',
    JSON.stringify({ question: 'x'.repeat(2_001) }),
    'question: Too big: expected string to have <=2000 characters',
  ],
  ['an unknown type', '{"question": "Who?", "type": "poem"}', 'type: Invalid option: expected one of "general"|"sql"|"debug"'],
  ['an unknown field', '{"question": "Who?", "typ": "sql"}', 'Unrecognized key: "typ"'],
])('%s is refused with 400 and a message that says what is wrong', async (_, body, message) => {
  const { status, body: answer } = await post(body);
  expect({ status, answer }).toEqual({
    status: 400,
    answer: { status: 'error', error: { type: 'invalid_request', message }, request_id: expect.any(String) },
  });
});

test.each([64 * 1024 + 1, 2 * 1024 * 1024])('a body of %d bytes is refused with 413', async (size) => {
  const { status, body } = await post(JSON.stringify({ question: 'x'.repeat(size) }).slice(0, size));
  expect({ status, body }).toMatchObject({ status: 413, body: { error: { type: 'payload_too_large' } } });
});

test.each([
  ['another media type', { 'content-type': 'text/plain' }],
  ['a compressed body', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
])('%s is refused with 415', async (_, headers) => {
  expect(await post('{"question": "Who?"}', headers)).toMatchObject({
    status: 415,
    body: { error: { type: 'unsupported_media_type' } },
  });
});

test('a charset beside the media type is accepted', async () => {
  expect((await post('{"question": "Who?"}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
});

test('an unknown path is refused with 404, and a wrong method with 405 and what is allowed', async () => {
  expect(await harness.get('/nowhere')).toMatchObject({ status: 404, body: { error: { type: 'not_found' } } });
  const wrong = await harness.get('/synthesize');
  expect(wrong).toMatchObject({ status: 405, body: { error: { type: 'method_not_allowed' } } });
  expect(wrong.headers.get('allow')).toBe('POST');
});

test('the id of a request comes back in header and body; one that is not fit for a log is replaced', async () => {
  const url = new URL('/version', harness.service.url);
  const kept = await fetchJson(url, { headers: { 'x-request-id': 'abc-123' } });
  expect([kept.body['request_id'], kept.headers.get('x-request-id')]).toEqual(['abc-123', 'abc-123']);
  const replaced = await fetchJson(url, { headers: { 'x-request-id': 'a b"c' } });
  expect(replaced.body['request_id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('liveness, version and readiness answer', async () => {
  expect(await harness.get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
  expect(await harness.get('/version')).toMatchObject({
    status: 200,
    body: { service: 'nba-synthesis', version: '1.2.3', models: { deepseek: 'deepseek-chat', claude: 'claude-sonnet-4-5' } },
  });
  expect(await harness.get('/readyz?verbose')).toMatchObject({
    status: 200,
    body: {
      status: 'ready',
      dependencies: { mcp: { ready: true, breaker: 'closed' }, deepseek: { ready: true }, claude: { ready: true } },
    },
  });
});

test('readiness does not ask a dependency again within 5 s', async () => {
  const { stop, get, mcp } = await startHarness();
  expect((await get('/readyz')).status).toBe(200);
  await mcp.stop();
  expect((await get('/readyz')).status).toBe(200);
  await stop();
});

test('a client that goes away ends the work for it', async () => {
  const { stop, models, service, lines } = await startHarness();
  models.script('deepseek', { kind: 'hold', until: new Promise(() => undefined), text: '' });
  const controller = new AbortController();
  const asked = fetch(new URL('/synthesize', service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"question": "Who?"}',
    signal: controller.signal,
  });
  await models.called('deepseek');
  controller.abort();
  await expect(asked).rejects.toThrow();
  await stop();
  expect(lines.join('')).toContain('"http.response.status_code":499');
  expect(models.calls).toHaveLength(1);
});

test('what is not HTTP is refused with 400 and harms nobody else', async () => {
  const { hostname, port } = harness.service.url;
  const socket = connect(Number(port), hostname);
  socket.end('NONSENSE\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  expect((await harness.get('/livez')).status).toBe(200);
});

test('what still runs when the grace period is over is broken off with 503', async () => {
  const { models, service, ask, stop } = await startHarness();
  models.script('anthropic', { kind: 'hold', until: new Promise(() => undefined), text: '' });
  const asked = ask({ question: 'Who?' });
  await models.called('anthropic');
  await service.stop(1);
  expect(await asked).toMatchObject({ status: 503, body: { error: { type: 'shutting_down' } } });
  await stop();
});
