/** A small project in a git repository, with base on main and head on a branch: the least that a comparison needs. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { judgeComparison } from '../../workflows-lib/gate/comparison/judge.ts';
import { comparedSeriesSchema } from '../../workflows-lib/history/comparison.ts';
import type { Comparison } from '../../workflows-lib/history/comparison.ts';
import { parseRun } from '../../workflows-lib/history/read-run.ts';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from './cli.ts';

/** Where a project lies. */
export type Place = Pick<Sandbox, 'folder' | 'write'>;

/** What differs between the sides. */
export interface Variant {
  /** Milliseconds that /fast keeps the processor busy. */
  readonly spinMs?: number;
  readonly prompt?: string;
  /** How often /ask asks the model. */
  readonly asks?: number;
  /** Ends with complaints when it is asked so often: in a short pair it is asked once, before the first pair twice. */
  readonly diesAt?: number;
  /** JavaScript that runs before the server listens. */
  readonly first?: string;
  /** More lines of the file under `operations`. */
  readonly operations?: string;
  /** More of the file. */
  readonly more?: string;
}

/** GET /fast keeps the processor busy for a while; GET /ask asks the model and tells what it billed. */
function server({ spinMs = 1, prompt = 'Who leads the league?', asks = 1, first = '', diesAt = Infinity }: Variant): string {
  return `
import { createServer } from 'node:http';
const { MODEL_URL, API_KEY, MODEL, PORT } = process.env;
${first}
async function ask() {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + API_KEY };
  const body = JSON.stringify({ model: MODEL, max_tokens: 5, messages: [{ role: 'user', content: ${JSON.stringify(prompt)} }] });
  const usage = [];
  for (let time = 0; time < ${asks}; time++) {
    const answer = await fetch(MODEL_URL + '/chat/completions', { method: 'POST', headers, body });
    const { prompt_tokens: input, completion_tokens: output } = (await answer.json()).usage;
    usage.push({ provider: 'openai', model: MODEL, input, cached: 0, cache_write: 0, output, reasoning: 0 });
  }
  return { usage };
}
let questions = 0;
const server = createServer(async (request, response) => {
  if (request.url === '/ask' && ++questions === ${diesAt}) {
    console.error('out of cheese');
    process.exit(7);
  }
  if (request.url === '/fast') for (const end = performance.now() + ${spinMs}; performance.now() < end; );
  const body = request.url === '/ask' ? await ask() : { status: 'ok' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)).closeAllConnections());
`;
}

function plan({ operations = '', more = '' }: Variant): string {
  return `
system:
  name: small
  processes:
    api:
      run: node server.mjs
      ready: { http: / }
      env: { MODEL_URL: '\${services.model.base_url}', API_KEY: '\${services.model.api_key}', MODEL: '\${services.model.model}' }
services:
  model: { type: openai, model: gpt-4o-mini, base_url: simulated, simulation: { profile: fast } }
operations:
  api.fast: { on: api, get: /fast, expect: { json: { status: ok } } }
  api.ask: { on: api, get: /ask, usage: /usage }
${operations}
benchmark: { samples: 5, warm_up: 1 }
${more}`;
}

const run = promisify(execFile);
const GIT_ENV = {
  PATH: process.env['PATH'],
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
};

/** Runs git in the sandbox. */
export async function git(sandbox: Pick<Place, 'folder'>, ...args: string[]): Promise<string> {
  return (await run('git', ['-C', sandbox.folder, ...args], { env: GIT_ENV })).stdout.trim();
}

async function commit(sandbox: Place, variant: Variant): Promise<void> {
  await sandbox.write('server.mjs', server(variant));
  await sandbox.write('shotclock.yml', plan(variant));
  await git(sandbox, 'add', '--all');
  await git(sandbox, 'commit', '--quiet', '--allow-empty', '--message', 'a change');
}

/** Commits base on main and head on the branch `change`, which is checked out. */
export async function writeSides(sandbox: Place, base: Variant, head: Variant): Promise<void> {
  await mkdir(sandbox.folder, { recursive: true });
  await git(sandbox, 'init', '--quiet', '--initial-branch=main');
  await sandbox.write('.gitignore', '.shotclock/\n');
  await commit(sandbox, base);
  await git(sandbox, 'switch', '--quiet', '--create', 'change');
  await commit(sandbox, head);
}

/** The documents in the usual folder, the oldest first. */
export async function runsIn(sandbox: Sandbox): Promise<RunDocument[]> {
  const folder = join(sandbox.folder, '.shotclock', 'runs');
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => parseRun(await readFile(join(folder, name, 'run.json'), 'utf8'), name)));
}

/** The only document, and its comparison. */
export async function onlyComparison(sandbox: Sandbox): Promise<{ readonly run: RunDocument; readonly comparison: Comparison }> {
  const [document, ...rest] = await runsIn(sandbox);
  if (document?.comparison === undefined || rest.length > 0) throw new Error('expected one comparison');
  return { run: document, comparison: document.comparison };
}

/** What was measured of a metric, without what was judged. */
const measuredOnly = z.object(comparedSeriesSchema.shape);

/** What the gate says of the measurements of a comparison, judged anew, and what the document says: the same text where both are right. */
export function judgedAgain({ design, metrics, sentinel, flagged, verdict }: Comparison): { again: string; then: string } {
  const series = metrics.map((metric) => measuredOnly.parse(metric));
  return {
    again: JSON.stringify(judgeComparison({ design, series })),
    then: JSON.stringify({ metrics, sentinel, flagged, verdict }),
  };
}
