import { expect, test } from '@jest/globals';
import { parsePlan } from './parse-plan.ts';
import { FULL_TEXT, FULL_PLAN, withSystem } from './testing/plans.ts';

const digest = (text: string, env: Readonly<Record<string, string>> = {}, file = '/project/shotclock.yml'): string =>
  parsePlan(text, { file, env }).digest;

const PLAN = withSystem(
  'services:',
  '  db: { type: postgres, url: "${DB:-embedded}", seed: ["${DATA:-data}/a.sql"], roles: { r: "${ROLE:-embedded}" } }',
  '  files: { type: s3, bucket: b, endpoint: "${S3:-embedded}", access_key_id: "${ID:-}", secret_access_key: "${SECRET:-}" }',
  '  gpt: { type: openai, model: "${MODEL:-m}", base_url: "${URL:-simulated}", api_key: "${KEY:-}" }',
  '  web: { type: http, url: "http://user:pass@127.0.0.1", headers: { Authorization: "Bearer ${TOKEN:-}" } }',
  'operations:',
  '  a: { on: db, query: SELECT 1, expect: { rows: 1 } }',
  '  b: { run: "${TOOL:-node} x.js", cwd: "${DATA:-data}", env: { HOME: "${DATA:-data}", API_KEY: fixed } }',
  'benchmark: { samples: "${N:-20}" }',
);
const EXTERNAL = {
  DB: 'postgres://u:p@h/d',
  ROLE: 'postgres://r:p@h/d',
  S3: 'https://s3',
  ID: 'i',
  SECRET: 's',
  URL: 'https://m',
  KEY: 'k',
};

test.each<[what: string, env: Readonly<Record<string, string>>]>([
  ['the folder of data', { DATA: '/home/somebody/data' }],
  ['a path to a tool', { TOOL: '/opt/node/bin/node' }],
  ['a token', { TOKEN: 'abc' }],
  ['keys that are not used', { KEY: 'k', ID: 'i', SECRET: 's' }],
  ['variables that nobody asks for', { OTHER: 'x' }],
])('%s does not change it', (_, env) => {
  expect(digest(PLAN, env)).toBe(digest(PLAN));
});

test('which real services are used does not change it, but that they are used does', () => {
  const others = {
    DB: 'postgresql://o:q@i/d',
    ROLE: 'postgres://x:y@i/d',
    S3: 'http://t3',
    ID: 'j',
    SECRET: 't',
    URL: 'http://n',
    KEY: 'l',
  };
  expect(digest(PLAN, others)).toBe(digest(PLAN, EXTERNAL));
  expect(digest(PLAN, EXTERNAL)).not.toBe(digest(PLAN));
});

test('the folder of the file does not change it', () => {
  expect(digest(PLAN, {}, '/home/runner/work/x/shotclock.yml')).toBe(digest(PLAN));
});

test('the order of keys, defaults written out, comments and units do not change it', () => {
  const shuffled = withSystem(
    'benchmark: { warm_up: 3, samples: 20 }',
    'load: { think_time: 0ms, duration: 10000ms, mix: { y: 1, x: 1 } }',
    'operations: { y: { run: b }, x: { timeout: 30s, run: a } } # x',
    'seed: "1"',
  );
  expect(digest(shuffled)).toBe(digest(withSystem('operations: { x: { run: a }, y: { run: b } }')));
});

test.each([
  ['a query', 'SELECT 1', 'SELECT 2'],
  ['an expectation', 'rows: 1', 'rows: 2'],
  ['a bucket', 'bucket: b', 'bucket: c'],
  ['a host', '@127.0.0.1', '@127.0.0.2'],
  ['a command', 'x.js', 'y.js'],
  ['a name', '  a: {', '  c: {'],
])('%s changes it', (_, before, after) => {
  expect(PLAN).toContain(before);
  expect(digest(PLAN.replace(before, after))).not.toBe(digest(PLAN));
});

test.each([
  ['credentials in a URL', 'user:pass@', 'other:word@'],
  ['a secret written into the file', 'API_KEY: fixed', 'API_KEY: other'],
])('%s do not change it', (_, before, after) => {
  expect(PLAN).toContain(before);
  expect(digest(PLAN.replace(before, after))).toBe(digest(PLAN));
});

test('what the environment says about the measurement itself changes it', () => {
  expect(digest(PLAN, { MODEL: 'n' })).not.toBe(digest(PLAN));
  expect(digest(PLAN, { N: '21' })).not.toBe(digest(PLAN));
  expect(digest(PLAN, { N: '20' })).toBe(digest(PLAN));
});

test('a plan with every key has one, also where its own folder is elsewhere', () => {
  expect(digest(FULL_TEXT, {}, FULL_PLAN)).toMatch(/^[0-9a-f]{64}$/);
});
