import { afterEach, expect, test } from '@jest/globals';
import { createConnection } from 'node:net';

import type { Plan } from '../config/plan.ts';
import { isRunning } from './process-table.ts';
import { planOf, postgresOf, processOf, s3Of } from './testing/plan.ts';
import { startRudeRun, type RudeRun } from './testing/rude-run.ts';

const LISTEN = `node -e "require('http').createServer((q, r) => r.end()).listen(process.env.PORT)"`;
/** A process whose child has left for a session of its own, where no signal to the group reaches it. */
const WITH_RUNAWAY = `node -e "require('child_process').spawn('sleep', ['600'], {detached: true, stdio: 'ignore'}); require('http').createServer((q, r) => r.end()).listen(process.env.PORT)"`;

const app = (run: string): Plan => planOf({ processes: [processOf(run, { ready: { http: '/' } })] });

let run: RudeRun | undefined;
afterEach(async () => run?.dispose());

/** Ports that the run's endpoints name and that still answer. */
async function openPorts(report: RudeRun['report']): Promise<number[]> {
  const ports = [...JSON.stringify(report).matchAll(/127\.0\.0\.1:(\d+)/g)].map((match) => Number(match[1]));
  expect(ports.length).toBeGreaterThan(0);
  const answers = await Promise.all(
    ports.map(
      async (port) =>
        new Promise<number[]>((resolve) => {
          const socket = createConnection({ port, host: '127.0.0.1' }, () => {
            socket.destroy();
            resolve([port]);
          }).on('error', () => {
            resolve([]);
          });
        }),
    ),
  );
  return answers.flat();
}

test('when Shotclock is killed with SIGKILL, no process, folder or port claim is left', async () => {
  const services = [postgresOf(), s3Of()];
  run = await startRudeRun({ plan: planOf({ services, processes: [processOf(WITH_RUNAWAY, { ready: { http: '/' } })] }) });
  expect(await openPorts(run.report)).toHaveLength(3);
  expect((await run.files()).length).toBeGreaterThan(100);
  run.process.kill('SIGKILL');
  expect(await run.vanished()).toBe(true);
  expect(await openPorts(run.report)).toEqual([]);
});

test('Ctrl-C that ends Shotclock on the spot still leaves nothing', async () => {
  run = await startRudeRun({ plan: app(LISTEN) });
  process.kill(-(run.process.pid ?? 0), 'SIGINT');
  expect(await run.vanished()).toBe(true);
  expect(await openPorts(run.report)).toEqual([]);
});

test('a crash of Shotclock leaves nothing', async () => {
  run = await startRudeRun({ plan: app(LISTEN), args: ['crash'] });
  expect(await run.vanished()).toBe(true);
  expect(run.process.exitCode).not.toBe(0);
});

test('a clean stop leaves nothing either, the guardian and a descendant in a session of its own included', async () => {
  run = await startRudeRun({ plan: app(WITH_RUNAWAY) });
  expect(run.guardian).toBeDefined();
  expect(run.processes().length).toBeGreaterThanOrEqual(3);
  const exited = new Promise((resolve) => run?.process.once('exit', resolve));
  run.process.kill('SIGTERM');
  expect(await exited).toBe(0);
  // No waiting here: when the program has left, everything must have been gone before.
  expect(run.processes()).toEqual([]);
  expect(run.guardian !== undefined && isRunning(run.guardian)).toBe(false);
  expect(await run.files()).toEqual([]);
});
