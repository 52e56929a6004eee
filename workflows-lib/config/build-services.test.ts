import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parsePlan } from './parse-plan.ts';
import { FULL_PLAN, mistakes, plan, withSystem } from './testing/plans.ts';

const services = (...lines: readonly string[]): string => withSystem('services:', ...lines.map((line) => `  ${line}`));

test.each<[what: string, lines: readonly string[], expected: readonly string[]]>([
  [
    'types',
    ['a: { type: postgress }', 'b: { url: x }', 'c: 3', 'd: { type: 4 }', 'e: { typ: s3 }', 'f: { type: zzzzz }'],
    [
      '3:14 services.a.type: expected postgres, s3, openai, anthropic, mcp or http; did you mean "postgres"?',
      '4:3 services.b.type: missing; expected postgres, s3, openai, anthropic, mcp or http',
      '5:6 services.c: expected a mapping with a type, for example database: { type: postgres }; got the number 3',
      '6:14 services.d.type: expected postgres, s3, openai, anthropic, mcp or http; got the number 4',
      '7:3 services.e.type: missing (is "typ" meant to be "type"?); expected postgres, s3, openai, anthropic, mcp or http',
      '8:14 services.f.type: expected postgres, s3, openai, anthropic, mcp or http; got text',
    ],
  ],
  [
    'keys of another type',
    ['db: { type: postgres, bucket: x, sed: [a] }'],
    [
      '3:25 services.db.bucket: unknown key; known here: type, url, seed, roles, settings',
      '3:36 services.db.sed: unknown key; did you mean "seed"?',
    ],
  ],
  [
    'addresses',
    [
      'a: { type: postgres, url: embeded }',
      'b: { type: postgres, url: "http://x" }',
      'c: { type: openai, model: m, base_url: api.x.com, api_key: k }',
      'd: { type: http, url: /x }',
    ],
    [
      '3:29 services.a.url: expected "embedded" or a URL such as postgres://user:password@host:5432/database; did you mean "embedded"?',
      '4:29 services.b.url: expected "embedded" or a URL such as postgres://user:password@host:5432/database',
      '5:42 services.c.base_url: expected "simulated", "replayed" or a URL such as https://api.example.com/v1',
      '6:25 services.d.url: expected a URL such as https://example.com',
    ],
  ],
  [
    'keys for real endpoints',
    [
      'deepseek: { type: openai, model: m, base_url: "https://x" }',
      'files: { type: s3, bucket: b, endpoint: "https://x", access_key_id: a }',
    ],
    [
      '3:3 services.deepseek: a real endpoint needs a key; give api_key: "${DEEPSEEK_API_KEY}" and set that variable (to any text where the endpoint asks for no key)',
      '4:3 services.files: a real endpoint needs an access key; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give access_key_id: "${NAME}" and secret_access_key: "${NAME}"',
    ],
  ],
  [
    'roles',
    [
      'a: { type: postgres, roles: { r: "postgres://x/y" } }',
      'b: { type: postgres, url: "postgres://x/y", roles: { r: embedded } }',
    ],
    [
      '3:36 services.a.roles.r: a is embedded, so its roles are too; write "embedded", or give a a url',
      '4:59 services.b.roles.r: b is reached by URL, so its roles need URLs too: postgres://r:password@host:5432/database',
    ],
  ],
  [
    'simulations',
    [
      'a: { type: openai, model: m, simulation: { profile: quick, faults: { dropped: 2, rate_limit: 0 } } }',
      'b: { type: openai, model: m, simulation: { faults: { dropped: 0.6, overloaded: 0.6 } } }',
    ],
    [
      '3:55 services.a.simulation.profile: expected fast or realistic, for example fast; got text',
      '3:81 services.a.simulation.faults.dropped: expected a number from 0 to 1, for example 0.01; got the number 2',
      '3:84 services.a.simulation.faults.rate_limit: unknown key; did you mean "rate_limited"?',
      '4:54 services.b.simulation.faults: the shares add up to more than 1; lower them',
    ],
  ],
  [
    'recordings',
    [
      'a: { type: openai, model: m, base_url: replayed }',
      'b: { type: openai, model: m, base_url: replayed, recording: recordings/b.jsonl }',
      'c: { type: openai, model: m, base_url: replay, api_key: k }',
    ],
    [
      '3:42 services.a.base_url: replayed needs recording: FILE, a file that "shotclock providers record --service a" made',
      '4:63 services.b.recording: there is no file recordings/b.jsonl; make it with "shotclock providers record --service b"',
      '5:42 services.c.base_url: expected "simulated", "replayed" or a URL such as https://api.example.com/v1; did you mean "replayed"?',
    ],
  ],
  [
    'MCP servers',
    [
      'a: { type: mcp }',
      'b: { type: mcp, url: "http://x", run: y, headers: { A: b } }',
      'c: { type: mcp, url: "http://x", cwd: y }',
      'd: { type: mcp, run: y, headers: { "A b": b } }',
    ],
    [
      '3:3 services.a: neither url nor run given; expected one of them: url: https://host/mcp, or run: npx my-mcp-server',
      '4:3 services.b: url and run given together; expected one of them: url: https://host/mcp, or run: npx my-mcp-server',
      '4:44 services.b.headers: goes with url only; leave it out',
      '5:36 services.c.cwd: goes with run only; leave it out',
      '6:38 services.d.headers.A b: header names have only letters, digits and dashes, like Content-Type',
    ],
  ],
])('wrong %s', (_, lines, expected) => {
  expect(mistakes(services(...lines))).toEqual(expected);
});

test('services without addresses are ours, and get no real keys', () => {
  const text = services(
    'db: { type: postgres, roles: { r: embedded } }',
    'files: { type: s3, bucket: b, access_key_id: "${KEY}", secret_access_key: "${KEY}" }',
    'gpt: { type: openai, model: m, api_key: "${KEY}" }',
  );
  expect(plan(text, { KEY: 'real' }).services).toEqual({
    db: { name: 'db', type: 'postgres', mode: 'embedded', seed: [], roles: { r: undefined }, settings: {} },
    files: { name: 'files', type: 's3', mode: 'embedded', bucket: 'b', region: 'us-east-1' },
    gpt: {
      name: 'gpt',
      type: 'openai',
      mode: 'simulated',
      model: 'm',
      provider: 'openai',
      simulation: { profile: 'fast', seed: '1', faults: {} },
    },
  });
});

test('services with addresses are external', () => {
  const text = services(
    'db: { type: postgres, url: "${DB}", roles: { r: "${DB}" } }',
    'files: { type: s3, bucket: b, endpoint: "http://127.0.0.1:9000" }',
    'claude: { type: anthropic, model: m, base_url: "http://127.0.0.1:1", api_key: k }',
  );
  const env = { DB: 'postgres://u:p@h/d', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  expect(plan(text, env).services).toMatchObject({
    db: { mode: 'external', url: env.DB, roles: { r: env.DB } },
    files: { mode: 'external', endpoint: 'http://127.0.0.1:9000', accessKeyId: 'id', secretAccessKey: 'secret' },
    claude: { mode: 'external', baseUrl: 'http://127.0.0.1:1', apiKey: 'k', provider: 'anthropic' },
  });
});

test('a replayed model has a recording that is there, and gets no real key', () => {
  const text = services('m: { type: openai, model: m, base_url: "${URL:-replayed}", api_key: "${KEY}", recording: full.yml }');
  const read = (env: Readonly<Record<string, string>>) => parsePlan(text, { file: FULL_PLAN, env }).services['m'];
  const recording = join(dirname(FULL_PLAN), 'full.yml');
  expect(read({ KEY: 'real' })).toMatchObject({ mode: 'replayed', recording });
  expect(read({ KEY: 'real' })).not.toHaveProperty('apiKey');
  expect(read({ KEY: 'real', URL: 'https://x' })).toMatchObject({
    mode: 'external',
    apiKey: 'real',
    baseUrl: 'https://x',
    recording,
  });
});

test.each([
  ['openai', 'deepseek-chat', 'deepseek'],
  ['openai', 'gpt-5', 'openai'],
  ['anthropic', 'deepseek-chat', 'anthropic'],
])('prices of %s with %s are those of %s', (type, model, provider) => {
  expect(plan(services(`m: { type: ${type}, model: ${model} }`)).services['m']).toMatchObject({ provider });
});
