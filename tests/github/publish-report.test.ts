/** Attacks on the half that holds the token, in process: what a stranger uploads or plants, and what stands on the pull request afterwards. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { publishReport } from '../../workflows-lib/commands/publish-report.ts';
import type { PublishOptions, Published } from '../../workflows-lib/commands/publish-report.ts';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import { silentLog } from '../../workflows-lib/core/log.ts';
import type { RunDocument } from '../../workflows-lib/history/run-document.ts';
import { plantArtifact } from './artifacts.ts';
import type { LoopbackGitHub } from './contract.ts';
import { startLoopbackGitHub } from './loopback.ts';
import { FORK, HEAD, REPORT_GRANTS, REPOSITORY, RUN_ID, createScene, passingRun, workflowRunEvent } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Artifact } from './state.ts';

let github: LoopbackGitHub;
let folder = '';
let scene: Scene;

beforeAll(async () => {
  github = await startLoopbackGitHub();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-report-'));
  scene = createScene(github, 'fork');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  expect(github.violations).toEqual([]);
});

afterAll(async () => {
  await github.close();
});

function plant(run: RunDocument, changes: Partial<Artifact> = {}): void {
  const content = { 'run.json': JSON.stringify(run) };
  plantArtifact(github.state, { name: 'shotclock-run', runId: RUN_ID, repository: REPOSITORY, content, ...changes });
}

/** Publishes as the job of benchmark-comment.yml does, after a run of a fork. */
async function publish(options: Partial<PublishOptions> = {}, runId = RUN_ID): Promise<Published> {
  const event = join(folder, 'event.json');
  await writeFile(event, JSON.stringify(workflowRunEvent({ runId }).payload));
  const env = {
    ...{ GITHUB_REPOSITORY: REPOSITORY, GITHUB_SHA: 'a'.repeat(40), GITHUB_RUN_ID: '9001', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: 'https://github.com' },
    ...{ GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: event },
  };
  const token = github.token({ repository: REPOSITORY, grants: REPORT_GRANTS });
  return await publishReport(
    { name: 'benchmark', artifact: 'shotclock-run', comment: 'always', check: true, token, ...options },
    { clock: systemClock, log: silentLog, env, cwd: folder, signal: new AbortController().signal, onProgress: () => undefined },
  );
}

const comments = (): string[] => scene.repository.comments.map(({ body }) => body);

test('a summary says what was measured by the event and by whose code, above the commit that the document claims', async () => {
  const run = passingRun();
  plant({ ...run, run: { ...run.run, commit: '0123456789abcdef0123456789abcdef01234567', branch: 'main' } });
  const { summary } = await publish();
  const [claimed, measured, whose] = [
    `\`0123456789ab\` on \`main\``,
    `Measured at \`${HEAD.slice(0, 10)}\``,
    `code of \`${FORK}\``,
  ];
  expect(summary).toContain(claimed);
  for (const stated of [measured, whose]) expect(summary.split(claimed)[0]).toContain(stated);
});

test('an artifact whose digest is a lie does not keep an older result on show', async () => {
  plant(passingRun());
  await publish();
  plant(passingRun(), { runId: RUN_ID + 1, digest: `sha256:${'0'.repeat(64)}` });
  const { verdict } = await publish({}, RUN_ID + 1);
  expect(verdict).toBe('missing');
  expect(comments()).toEqual([expect.stringMatching(/run=7002\.1[^]*Nothing was measured[^]*other bytes than its digest/)]);
  expect(scene.repository.checkRuns.at(-1)).toMatchObject({ conclusion: 'failure' });
});

test.each([
  ['a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
  ['a device without an end', async (path: string) => symlink('/dev/zero', path)],
  ['a folder', (path: string) => execFileSync('mkdir', [path])],
])('%s in the place of the run document is not read', async (_, put) => {
  await put(join(folder, 'run.json'));
  const { verdict, failure } = await publish({ run: 'run.json' });
  expect(verdict).toBe('missing');
  expect(failure?.message).toBe('cannot read the run run.json: it is no plain file');
  expect(comments()).toEqual([expect.stringContaining('it is no plain file')]);
});

test('a run document that is too long is not read either', async () => {
  await writeFile(join(folder, 'run.json'), Buffer.alloc(8 * 1024 * 1024 + 1, ' '));
  expect((await publish({ run: 'run.json' })).failure?.message).toContain('8388609 bytes; at most 8388608 are read');
});
