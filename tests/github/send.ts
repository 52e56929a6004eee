import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

const LIMIT = 5000;

/** Sends an answer with the headers that GitHub sends with every one. */
export function sendAnswer(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(text, 'utf8');
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'cache-control': 'private, max-age=60, s-maxage=60',
    server: 'github.com',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP',
    'x-content-type-options': 'nosniff',
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': requestId(),
    'x-ratelimit-limit': String(LIMIT),
    'x-ratelimit-remaining': String(LIMIT - 1),
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    'x-ratelimit-used': '1',
    ...(body === undefined
      ? {}
      : { 'content-type': typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8' }),
    ...(status === 204 ? {} : { 'content-length': String(bytes.length) }),
    ...headers,
  });
  response.end(bytes);
}

function requestId(): string {
  const hex = randomBytes(14).toString('hex').toUpperCase();
  return [hex.slice(0, 4), hex.slice(4, 10), hex.slice(10, 16), hex.slice(16, 22), hex.slice(22, 28)].join(':');
}
