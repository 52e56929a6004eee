import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseRun } from '../../workflows-lib/history/read-run.ts';
import { createSandbox } from './cli.ts';
import type { Sandbox } from './cli.ts';
import { WEB_SERVER, serviceProject, webProject } from './projects.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(async () => {
  const left = await sandbox.leftovers();
  await sandbox.remove();
  expect(left).toEqual([]);
});

/** Expects exit 2, one message that matches, no stack and nothing on standard output. */
async function expectRefused(plan: string, message: RegExp): Promise<void> {
  await sandbox.write('shotclock.yml', plan);
  const { code, stdout, stderr } = await sandbox.run(['benchmark']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.match(/shotclock: /g)).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return address.port;
}

test('without a configuration it says where it looked', async () => {
  const { code, stderr } = await sandbox.run(['benchmark']);
  expect(stderr).toMatch(/shotclock\.yml/);
  expect(code).toBe(2);
});

test('a misspelt key is named with its place and the nearest right one', async () => {
  await expectRefused(webProject().replace('ready:', 'raedy:'), /shotclock\.yml:5:\d+ .*raedy.*did you mean "ready"\?/);
});

test('a wrong type is named with its place and what is expected', async () => {
  await expectRefused(webProject().replace('samples: 5', 'samples: many'), /shotclock\.yml:8:\d+ .*benchmark\.samples/);
});

test('a missing environment variable is named', async () => {
  const plan = webProject('services:\n  tools: { type: http, url: "${TOOLS_URL}" }\n');
  await expectRefused(plan, /shotclock\.yml:\d+:\d+ .*TOOLS_URL/);
});

test('an objective that cannot be read is shown with a caret under the place', async () => {
  await expectRefused(
    webProject('objectives: [web.hello.response.p95 < fast]\n'),
    /shotclock\.yml:\d+:\d+ "fast" is no limit[^\n]*\n.*fast\n +\^/,
  );
});

test('a fixed port that is taken is named', async () => {
  await sandbox.write('web.mjs', WEB_SERVER);
  const server = createServer();
  const port = await listen(server);
  await expectRefused(
    webProject().replace('run: node web.mjs,', `run: node web.mjs, port: ${port},`),
    new RegExp(`[Pp]ort ${port} of process web is in use`),
  );
  server.close();
});

test('a process that dies at once shows its last lines', async () => {
  await sandbox.write('web.mjs', 'console.error("cannot find the treasure map"); process.exit(3);');
  await expectRefused(webProject(), /web[^]*cannot find the treasure map/);
});

test('a process that dies at once shows its last lines also when nothing says that it was ever ready', async () => {
  await sandbox.write('web.mjs', 'console.error("cannot find the treasure map"); process.exit(3);');
  await expectRefused(webProject().replace(', ready: { http: / }', ''), /web[^]*cannot find the treasure map/);
});

test('a program that does not exist is named', async () => {
  await expectRefused(webProject().replace('run: node web.mjs', 'run: no-such-program'), /no-such-program/);
});

test('a seed file that is missing is named', async () => {
  await expectRefused(
    serviceProject('{ type: postgres, seed: [nowhere.sql] }', '{ on: target, query: SELECT 1 }'),
    /nowhere\.sql/,
  );
});

test('a seed that PostgreSQL refuses is shown with its line', async () => {
  await sandbox.write('seed.sql', 'CREATE TABLE a (id int);\nINSERT INTO b VALUES (1);\n');
  await expectRefused(
    serviceProject('{ type: postgres, seed: [seed.sql] }', '{ on: target, query: SELECT 1 }'),
    /seed\.sql:2[^]*relation "b" does not exist/,
  );
});

test('a database that refuses the connection is named without its password', async () => {
  await expectRefused(
    serviceProject('{ type: postgres, url: "postgres://me:hush-hush@127.0.0.1:1/x" }', '{ on: target, query: SELECT 1 }'),
    /^(?![^]*hush-hush)[^]*target[^]*(refused|ECONNREFUSED)/,
  );
});

test('a model endpoint that answers HTML is told apart from a model', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Sign in</title>');
  });
  const port = await listen(server);
  const service = `{ type: openai, base_url: "http://127.0.0.1:${port}/v1", api_key: k, model: m }`;
  await expectRefused(serviceProject(service, '{ on: target, prompt: hello }'), /target[^]*(HTML|html)/);
  server.close();
  server.closeAllConnections();
});

test('an MCP server that prints garbage on standard output is named with what it printed', async () => {
  await sandbox.write('garbage.mjs', 'console.log("Welcome to my server!"); setInterval(() => {}, 1000);');
  await expectRefused(
    serviceProject('{ type: mcp, run: node garbage.mjs }', '{ on: target, list_tools: true }'),
    /target[^]*Welcome to my server!/,
  );
});

test('an MCP server that never answers is given up on', async () => {
  await sandbox.write('mute.mjs', 'process.stdin.resume();');
  await expectRefused(
    serviceProject('{ type: mcp, run: node mute.mjs }', '{ on: target, list_tools: true }'),
    /target[^]*(10 s|answer)/,
  );
});

test('a bucket that is missing is named', async () => {
  const server = createServer((_request, response) => {
    response.statusCode = 404;
    response.setHeader('content-type', 'application/xml');
    response.end(
      '<?xml version="1.0"?><Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>',
    );
  });
  const port = await listen(server);
  const service = `{ type: s3, endpoint: "http://127.0.0.1:${port}", bucket: lost-bucket, access_key_id: key-id-1234, secret_access_key: secret-1234 }`;
  await expectRefused(serviceProject(service, '{ on: target, list: "" }'), /lost-bucket/);
  server.close();
  server.closeAllConnections();
});

test('an operation that always answers wrongly fails the run and says with what', async () => {
  await sandbox.write('web.mjs', WEB_SERVER);
  await sandbox.write('shotclock.yml', webProject().replace('get: /,', 'get: /broken,'));
  const { code, stdout } = await sandbox.run(['benchmark']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/500/);
});

test('an unknown option or command is a usage error with a hint', async () => {
  expect(await sandbox.run(['benchmrk'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/benchmark/) });
  expect(await sandbox.run(['benchmark', '--samples', 'few'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/whole number/),
  });
});

test('objectives of other operations are left out with them, and only those', async () => {
  await sandbox.write('web.mjs', WEB_SERVER);
  const plan = webProject(
    'objectives: [web.hello.response.p50 < 10s, web.hello.twice.response.p50 < 10s, error_rate < 99%, throughput > 1/s @ users=2]\n',
  );
  await sandbox.write('shotclock.yml', plan.replace('benchmark:', '  web.hello.twice: { on: web, get: / }\nbenchmark:'));
  const { stdout } = await sandbox.run(['benchmark', '--only', 'web.hello.twice', '--samples', '8', '--json']);
  const { objectives, warnings } = parseRun(stdout, 'standard output');
  expect(objectives.map(({ text }) => text)).toEqual(['web.hello.twice.response.p50 < 10s', 'error_rate < 99%']);
  expect(warnings).toEqual(['Not judged, because this run has no load: throughput > 1/s @ users=2']);
});

test('a secret of the plan stands nowhere, whoever quotes it', async () => {
  const secret = 'SECRETTOK7';
  await sandbox.write(
    'web.mjs',
    WEB_SERVER.replace(
      "JSON.stringify({ status: 'ok' })",
      "JSON.stringify({ status: 'no', quoted: [request.url, request.headers.authorization] })",
    ),
  );
  await sandbox.write('tool.mjs', 'console.error(`my token is ${process.env.API_TOKEN}`); process.exit(3);');
  await sandbox.write(
    'shotclock.yml',
    webProject().replace(
      'benchmark:',
      `  web.quote: { on: web, get: '/nothere?key=\${API_TOKEN}', headers: { authorization: 'Bearer \${API_TOKEN}' }, expect: { json: { status: ok } } }
  tool.fails: { run: node tool.mjs, env: { API_TOKEN: '\${API_TOKEN}' } }
benchmark:`,
    ),
  );
  const { code, stdout, stderr } = await sandbox.run(['benchmark'], { env: { API_TOKEN: secret } });
  expect(code).toBe(1);
  const files = await readdir(sandbox.folder, { recursive: true, withFileTypes: true });
  const saved = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  expect(saved.length).toBeGreaterThan(5);
  expect(saved.join()).toMatch(/my token is/);
  for (const text of [stdout, stderr, ...saved]) expect(text).not.toContain(secret);
});

test('a plan without operations is refused', async () => {
  await expectRefused('system: { name: x }\n', /nothing to measure/);
});

test('a report of something that is no run document is refused', async () => {
  await sandbox.write('run.json', '{"schema": "shotclock.run/1", "run": {');
  expect(await sandbox.run(['report', 'run.json'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/run\.json/) });
});
