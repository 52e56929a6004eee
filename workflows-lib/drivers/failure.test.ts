import { expect, test } from '@jest/globals';
import { classify, readable, shownUrl } from './failure.ts';

function coded(code: string, details: object = {}): Error {
  return Object.assign(new Error(`${code} happened`), { code }, details);
}

test.each<[string, unknown, string, string, string]>([
  [
    'refused',
    coded('ECONNREFUSED', { address: '::1', port: 80 }),
    'error',
    'ECONNREFUSED',
    'connection refused: nothing listens there (::1:80)',
  ],
  [
    'refused on all addresses',
    new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')], 'all'),
    'error',
    'ECONNREFUSED',
    'connection refused: nothing listens there',
  ],
  ['unknown host', coded('ENOTFOUND', { hostname: 'db.example' }), 'error', 'ENOTFOUND', 'no such host (db.example)'],
  [
    'reset inside undici',
    Object.assign(coded('UND_ERR_SOCKET'), { cause: coded('ECONNRESET') }),
    'error',
    'ECONNRESET',
    'the connection was reset',
  ],
  [
    'closed inside undici',
    coded('UND_ERR_SOCKET'),
    'error',
    'connection_closed',
    'the connection was closed before the answer was complete',
  ],
  [
    'wrapped by fetch',
    new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }),
    'error',
    'ECONNREFUSED',
    'connection refused: nothing listens there',
  ],
  [
    'never connected',
    coded('UND_ERR_CONNECT_TIMEOUT'),
    'timeout',
    'connect_timeout',
    'gave up: UND_ERR_CONNECT_TIMEOUT happened',
  ],
  [
    'own certificate',
    coded('DEPTH_ZERO_SELF_SIGNED_CERT'),
    'error',
    'tls',
    'TLS failed (DEPTH_ZERO_SELF_SIGNED_CERT): DEPTH_ZERO_SELF_SIGNED_CERT happened',
  ],
  ['unforeseen', new RangeError('too far'), 'error', 'unexpected', 'too far'],
  ['no error at all', 'boom', 'error', 'unexpected', 'boom'],
])('%s is classified', (...[, thrown, outcome, failureClass, message]) => {
  expect(classify(thrown)).toEqual({ outcome, failure: { class: failureClass, message } });
});

test.each([
  ['key abc123def in it', 'key *** in it'],
  ['postgres://me:hunter2@db:5432/x failed', 'postgres://***@db:5432/x failed'],
  ['Authorization: Bearer eyJhbGciOi.J9.x-y_z', 'Authorization: Bearer ***'],
  ['Incorrect API key provided: sk-proj-Ab12_xyz.', 'Incorrect API key provided: ***.'],
])('secrets are blanked: %s', (text, shown) => {
  expect(readable(text, ['abc123def', '', 'k'])).toBe(shown);
});

test('text from outside becomes one line of at most 300 characters', () => {
  expect(readable('a\u001b[31m\r\n\tb\u2028 c\u0000')).toBe('a [31m b c');
  const long = readable(`${'x'.repeat(298)}🏀🏀`);
  expect(long).toHaveLength(300);
  expect(long.isWellFormed()).toBe(true);
  expect(long.endsWith('…')).toBe(true);
});

test('a URL is shown without credentials, query and fragment', () => {
  expect(shownUrl('https://user:pass@host:8443/mcp?key=1#x')).toBe('https://host:8443/mcp');
});
