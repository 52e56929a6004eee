import { expect, test } from '@jest/globals';
import { mistakes, plan } from './testing/plans.ts';

const processes = (...lines: readonly string[]): string =>
  [
    'system:',
    '  name: a',
    '  processes:',
    ...lines.map((line) => `    ${line}`),
    'services: { db: { type: postgres } }',
    '',
  ].join('\n');

test.each<[what: string, text: string, expected: readonly string[]]>([
  [
    'names',
    processes('My-Proc: { run: x }', 'db: { run: x }'),
    [
      '4:5 system.processes.My-Proc: process names have only lower-case letters, digits and "_", a letter first (64 at most)',
      '5:5 system.processes.db: a service has this name too; rename one of them',
    ],
  ],
  [
    'commands that need a shell',
    processes('a: { run: "x && y" }', 'b: { run: "FOO=1 node x" }', `c: { run: "x 'y" }`, 'd: { run: " " }'),
    [
      `4:15 system.processes.a.run: "&&" needs a shell and none runs this; write sh -c '…'`,
      '5:15 system.processes.b.run: "FOO=…" before a command needs a shell; set it under env, or write env FOO=… in front',
      '6:15 system.processes.c.run: a quote is never closed, or a lone backslash stands at the end',
      '7:15 system.processes.d.run: expected a command line, for example node api.ts',
    ],
  ],
  [
    'needs',
    processes(
      'api: { run: x, needs: [api, db, wroker, mcp] }',
      'worker: { run: x, needs: [zzzzzzz] }',
      'mcp: { run: x, needs: worker }',
    ),
    [
      '4:28 system.processes.api.needs[0]: a process cannot need itself; leave it out',
      '4:33 system.processes.api.needs[1]: "db" is a service; services are always ready first, so leave it out',
      '4:37 system.processes.api.needs[2]: no process has this name; did you mean "worker"?',
      '5:31 system.processes.worker.needs[0]: no process has this name; known here: api',
      '6:27 system.processes.mcp.needs: expected a list of process names, for example needs: [mcp]',
    ],
  ],
  [
    'circles, each once',
    processes('a: { run: x, needs: [b] }', 'b: { run: x, needs: [c] }', 'c: { run: x, needs: [b] }', 'd: { run: x, needs: [a] }'),
    ['5:25 system.processes.b.needs: a circle: b needs c needs b; take one of them out'],
  ],
  [
    'readiness',
    processes(
      'a: { run: x, ready: {} }',
      'b: { run: x, ready: { http: /x, tcp: true } }',
      'c: { run: x, ready: { log: "(" } }',
      'd: { run: x, ready: { http: x } }',
    ),
    [
      '4:25 system.processes.a.ready: empty; expected exactly one of http, tcp and log, for example ready: { http: /readyz }',
      '5:25 system.processes.b.ready: http and tcp given together; expected exactly one of http, tcp and log, for example ready: { http: /readyz }',
      '6:32 system.processes.c.ready.log: not a regular expression (JavaScript, with the u flag), for example "listening on .*"',
      '7:33 system.processes.d.ready.http: expected a path that begins with "/", for example /readyz',
    ],
  ],
  [
    'ports',
    processes('a: { run: x, port: 80 }', 'b: { run: x, port: 80 }', 'c: { run: x, port: 65536 }'),
    [
      '5:24 system.processes.b.port: a listens on 80 already; choose another, or leave it out to get a free one',
      '6:24 system.processes.c.port: expected a whole number from 1 to 65535, for example 3000; got the number 65536',
    ],
  ],
  [
    'environments',
    processes('a: { run: x, env: { A: , 1B: x, C: [1] } }', 'b: { run: x, env: [A=1] }'),
    [
      '4:28 system.processes.a.env.A: expected text (write "" for none), for example "1"; got nothing',
      '4:30 system.processes.a.env.1B: environment variable names have only letters, digits and "_", no digit first',
      '4:40 system.processes.a.env.C: expected text (write "" for none), for example "1"; got a list',
      '5:23 system.processes.b.env: expected a mapping of environment variable names, for example env: { LOG_LEVEL: info }; got a list',
    ],
  ],
  [
    'references',
    processes('a: { run: "x ${services.dbb.url}", env: { A: "${services.db.uri}", B: "${run.sed}" } }'),
    [
      '4:15 system.processes.a.run: ${services.dbb.url}: no service "dbb"; did you mean "db"?',
      '4:50 system.processes.a.env.A: ${services.db.uri}: db has no "uri"; did you mean "url"?',
      '4:75 system.processes.a.env.B: ${run.sed}: run has no "sed"; did you mean "seed"?',
    ],
  ],
  [
    'commands before anything starts',
    'system: { name: a, install: "npm ci | tee log", prepare: ["x ; y", 5] }',
    [
      `1:29 system.install: "|" needs a shell and none runs this; write sh -c '…'`,
      '1:68 system.prepare[1]: expected a command line, for example node make-data.ts; got the number 5',
    ],
  ],
])('wrong %s', (_, text, expected) => {
  expect(mistakes(text)).toEqual(expected);
});

test('install comes before prepare, and prepare may be one command', () => {
  expect(plan('system: { name: a, prepare: make data, install: npm ci }').system.prepare).toEqual(['npm ci', 'make data']);
  expect(plan('system: { name: a }').system.prepare).toEqual([]);
});

test('numbers and booleans in an environment are passed on as they are written', () => {
  const { system } = plan(processes('a: { run: x, env: { A: 1.10, B: 0x10, C: True, D: "", E: 1e3 } }'));
  expect(system.processes['a']?.env).toEqual({ A: '1.10', B: '0x10', C: 'True', D: '', E: '1e3' });
});

test('a process without more gets the defaults', () => {
  expect(plan(processes('a: { run: node x.ts }')).system.processes).toEqual({
    a: { name: 'a', run: 'node x.ts', cwd: '/project', env: {}, readyTimeoutMs: 30_000, stopTimeoutMs: 10_000, needs: [] },
  });
});
