/** The model simulator as a process of its own, so that it and what measures it do not share an event loop. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { SimulatorOptions } from '../../workflows-lib/system/simulator/options.ts';
import { readRequestLog, type RequestRecord } from '../../workflows-lib/system/simulator/request-log.ts';

const MAIN = fileURLToPath(new URL('../../workflows-lib/system/simulator/main.ts', import.meta.url));
const greeting = z.object({ listening: z.int() });

/** Starts a simulator, hands its address to `use`, stops it, and returns what it logged. */
export async function withSimulatorProcess(
  options: SimulatorOptions,
  use: (origin: string) => Promise<void>,
): Promise<readonly RequestRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-truth-'));
  const logFile = join(folder, 'log.jsonl');
  const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  try {
    child.stdin.write(`${JSON.stringify({ ...options, logFile })}\n`);
    const first: unknown[] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      exited.then(() => {
        throw new Error('the simulator ended before it listened; its message is above');
      }),
    ]);
    await use(`http://127.0.0.1:${greeting.parse(JSON.parse(String(first[0]))).listening}`);
    child.stdin.end();
    await exited;
    return await readRequestLog(logFile);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
}
