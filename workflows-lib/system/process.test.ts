import { expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { RemoteError, UsageError } from '../core/errors.ts';
import { failedStart } from './testing/failed-start.ts';
import { planOf, processOf } from './testing/plan.ts';

const node = (script: string): string => `node -e "${script}"`;

test('a process that dies before it is ready is shown with its exit code and its last lines', async () => {
  const run = node("for (let i = 1; i <= 50; i++) console.log('line ' + i); console.error('no such table'); process.exit(3)");
  const error = await failedStart(planOf({ processes: [processOf(run, { ready: { http: '/readyz' } })] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toMatch(/^app ended with exit code 3\. Its last lines:\n/);
  const lines = error.message.split('\n').slice(1);
  expect(lines).toHaveLength(40);
  expect(lines.at(-1)).toBe('    no such table');
});

test('a process that says nothing before it dies is said to have said nothing', async () => {
  const error = await failedStart(planOf({ processes: [processOf(node('process.exit(1)'), { ready: { tcp: true } })] }));
  expect(error.message).toBe('app ended with exit code 1. It printed nothing.');
});

test('a process that is not ready in time is shown with its last answer and its last lines', async () => {
  const run = node(
    "console.log('warming up'); require('http').createServer((q, r) => { r.statusCode = 503; r.end('database: down') }).listen(process.env.PORT)",
  );
  const error = await failedStart(planOf({ processes: [processOf(run, { ready: { http: '/readyz' }, readyTimeoutMs: 1_500 })] }));
  expect(error).toBeInstanceOf(RemoteError);
  expect(error.message).toMatch(
    /^app was not ready within 1\.5 s: GET http:\/\/127\.0\.0\.1:\d+\/readyz: HTTP 503: database: down\. Its last lines:\n {4}warming up$/,
  );
});

test('a process that answers on no port in time is said to refuse', async () => {
  const parts = { ready: { tcp: true }, readyTimeoutMs: 300 } as const;
  const error = await failedStart(planOf({ processes: [processOf(node('setInterval(() => {}, 1000)'), parts)] }));
  expect(error.message).toMatch(/^app was not ready within 0\.3 s: connect to port \d+: connect ECONNREFUSED/);
});

test('a process can say by a line of its output that it is ready', async () => {
  const parts = { ready: { log: '^listening on \\d+$' }, readyTimeoutMs: 300 };
  const silent = await failedStart(planOf({ processes: [processOf(node('setInterval(() => {}, 1000)'), parts)] }));
  expect(silent.message).toContain('no line of its output matches /^listening on \\d+$/');
  const talker = processOf(node("console.log('listening on 1'); setInterval(() => {}, 1000)"), {
    ...parts,
    readyTimeoutMs: 20_000,
  });
  // Ready, so the start gets as far as the process that needs it.
  const next = processOf('no-such-program', { name: 'next', needs: ['app'] });
  expect((await failedStart(planOf({ processes: [talker, next] }))).message).toContain('next: cannot run no-such-program');
});

test.each([
  [
    'a missing program',
    processOf('no-such-program --flag'),
    'app: cannot run no-such-program: it is not installed or not in PATH.',
  ],
  ['a file that is not executable', processOf('/etc/passwd'), 'app: cannot run /etc/passwd: it is not executable.'],
  ['a missing folder', processOf('node x.js', { cwd: '/no/such/folder' }), 'app: the folder /no/such/folder does not exist.'],
  ['an open quote', processOf('node "x.js'), 'The quote at character 6 is never closed: node "x.js'],
  [
    'an unknown reference',
    processOf('node x.js', { env: { URL: '${services.databse.url}' } }),
    '${services.databse.url} does not exist. There are: processes.app.port, processes.app.url, run.seed.',
  ],
  ['a need that is no process', processOf('x', { needs: ['ap'] }), 'Process app needs ap, which is no process. There are: app.'],
])('%s is a mistake that the user can mend', async (_name, process, message) => {
  const error = await failedStart(planOf({ processes: [process] }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe(message);
});

test('a port in use is named with its holder and the mend', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const error = await failedStart(planOf({ processes: [processOf('node x.js', { port })] }));
  server.close();
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toMatch(
    new RegExp(`^Port ${port} of process app is in use by .+ \\(pid ${process.pid}\\)\\. Stop it, give another`),
  );
});

test('the same fixed port for two processes is noticed', async () => {
  const [port, run] = [20_001, node('setInterval(() => {}, 1000)')];
  const error = await failedStart(planOf({ processes: [processOf(run, { port }), processOf(run, { name: 'other', port })] }));
  expect(error.message).toContain('Port 20001 of process other is in use by another process of this system.');
});

test('a prepare command that fails is shown with its last lines, and nothing after it runs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'prepare-test-'));
  await writeFile(join(root, 'broken.js'), "console.error('ENOTFOUND registry'); process.exit(9)");
  const error = await failedStart(planOf({ root, prepare: ['node broken.js', 'node -e "process.exit(1)"'] }));
  await rm(root, { recursive: true });
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe('prepare "node broken.js" ended with exit code 9. Its last lines:\n    ENOTFOUND registry');
});
