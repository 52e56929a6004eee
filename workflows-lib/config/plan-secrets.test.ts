import { expect, test } from '@jest/globals';
import { parsePlan } from './parse-plan.ts';
import { planSecrets } from './plan-secrets.ts';

test('secrets are found by the names of variables and headers, and in the passwords of URLs', () => {
  const text = `
system:
  name: s
  processes:
    web: { run: node web.js, env: { API_TOKEN: tok-1, MODE: quiet, DSN: 'postgres://u:pw-2@h/x' } }
operations:
  web.a: { on: web, get: /, headers: { authorization: Bearer hdr-3, accept: text/html } }
  tool.b: { run: tool, env: { SECRET: cmd-4 } }
`;
  const plan = parsePlan(text, { file: '/x/shotclock.yml', env: {} });
  const secrets = planSecrets(plan, { DEPLOY_KEY: 'env-5', HOME: '/home/me', EMPTY_TOKEN: '' });
  expect(secrets.toSorted()).toEqual(['Bearer hdr-3', 'cmd-4', 'env-5', 'hdr-3', 'pw-2', 'tok-1']);
});
