/** A server of the example as a process of its own, started as its operators start it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A script of the example as a process. */
export interface ScriptProcess {
  readonly child: ChildProcess;
  /** Lines of standard output so far: log records. */
  readonly lines: string[];
  /** Resolves with the first record whose body is `body`; rejects when the process ends before. */
  record(body: string): Promise<Record<string, unknown>>;
  /** The exit code and everything on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** What a line says, as far as these tests look at it. */
function parseRecord(line: string): { body: string; attributes: Record<string, unknown> } {
  const record: unknown = JSON.parse(line);
  if (typeof record !== 'object' || record === null || !('body' in record) || !('attributes' in record))
    throw new Error(`no record: ${line}`);
  return { body: String(record.body), attributes: Object.fromEntries(Object.entries(record.attributes ?? {})) };
}

/** Starts `node <script>` with `env` and nothing else of this process's environment. */
export function startScript(script: 'api.ts' | 'mcp-server.ts', env: Readonly<Record<string, string>>): ScriptProcess {
  const path = join(import.meta.dirname, '..', script);
  const child = spawn(process.execPath, [path], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Map<string, (attributes: Record<string, unknown>) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (waiting.size === 0) return;
    const { body, attributes } = parseRecord(line);
    waiting.get(body)?.(attributes);
    waiting.delete(body);
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stderr }));
  return {
    child,
    lines,
    ended,
    record(body) {
      const known = lines.map(parseRecord).find((record) => record.body === body);
      if (known !== undefined) return Promise.resolve(known.attributes);
      const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
      waiting.set(body, resolve);
      void ended.then(() => {
        reject(new Error(`the process ended before "${body}": ${stderr}`));
      });
      return promise;
    },
  };
}
