import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { attempt, INFO, overStdio, tool } from './testing/mcp.ts';

const script = (text: string): string => `node -e '${text.replaceAll("'", '"')}'`;

test.each<[string, string, string, RegExp]>([
  [
    'prints garbage',
    'console.log("Server listening on 3000"); setInterval(() => {}, 1000)',
    'garbage',
    /not JSON-RPC on standard output: Server listening on 3000/,
  ],
  [
    'dies',
    'console.error("cannot find\\nDATABASE_URL"); process.exit(3)',
    'server_exited',
    /ended with exit code 3 with: cannot find DATABASE_URL/,
  ],
  ['is missing', '', 'ENOENT', /no such file or program/],
])('a stdio server that %s says so', async (...[, text, failureClass, message]) => {
  await using driver = overStdio(text === '' ? 'no-such-program-here --x' : script(text));
  const made = await attempt(driver);
  expect(made).toMatchObject({ outcome: 'error', failure: { class: failureClass } });
  expect(made.failure?.message).toMatch(message);
  await expect(driver.check()).rejects.toThrow(message);
});

test('a stdio server that never answers is a timeout, and its process is ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-mcp-'));
  try {
    const file = join(folder, 'pid');
    const silent = `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid)); process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)`;
    await using driver = overStdio(script(silent));
    expect(await attempt(driver, { timeoutMs: 700 })).toMatchObject({ outcome: 'timeout' });
    expect(existsSync(`/proc/${await readFile(file, 'utf8')}`)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a stdio server that dies between calls is started again', async () => {
  const server = `
    let text = "";
    process.stdin.on("data", (chunk) => {
      text += chunk;
      const lines = text.split("\\n"); text = lines.pop();
      for (const line of lines) {
        const { id, method, params } = JSON.parse(line);
        if (method === "initialize") console.log(JSON.stringify({ jsonrpc: "2.0", id, result: ${JSON.stringify(INFO)} }));
        if (method === "tools/call") { console.log(JSON.stringify({ jsonrpc: "2.0", id, result: { content: [] } })); if (params.name === "die") process.exit(1); }
      }
    });`;
  await using driver = overStdio(script(server.replaceAll(/\s*\n\s*/g, ' ')));
  expect(await attempt(driver, { call: tool('die') })).toMatchObject({ outcome: 'ok' });
  // The next call meets the dying process or already a new one; the one after that certainly a new one.
  const next = await attempt(driver);
  expect(['ok', 'server_exited']).toContain(next.failure?.class ?? next.outcome);
  expect(await attempt(driver)).toMatchObject({ outcome: 'ok' });
});
