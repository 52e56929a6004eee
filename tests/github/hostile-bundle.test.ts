/** The hostile corpus through the action as it ships: all texts, one archive and one event for each way to be refused, and some documents. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { reportSpec } from '../../workflows-lib/action/report.ts';
import { secretForms } from '../../workflows-lib/action/masks.ts';
import { misplacedCredentials } from './credentials.ts';
import { hostileCases } from './hostile/cases.ts';
import type { CaseOf, HostileCase } from './hostile/cases.ts';
import { foreignMarkup } from './hostile/foreign-markup.ts';
import { archiveBytes, documentText, documentsFullOf } from './hostile/inputs.ts';
import { foreignRendering } from './hostile/rendered.ts';
import { FORK, HEAD, PLANTED, REPOSITORY, RUN_ID, createScene } from './scene.ts';
import type { Scene } from './scene.ts';
import type { ActionRun } from './spawn-action.ts';
import { useLoopback } from './use-loopback.ts';

const RUN_PAGE = `https://github.com/${REPOSITORY}/actions/runs/${RUN_ID}`;
const OWN = [
  `[workflow run](${RUN_PAGE})`,
  `[summary and artifact of the workflow run](${RUN_PAGE})`,
  '```sh\nshotclock benchmark\n```',
];
/** What an action may say to the runner; everything else came out of the text of a stranger. */
const OWN_COMMANDS = new Set(['add-mask', 'group', 'endgroup', 'debug', 'notice', 'warning', 'error']);
/** What would be a command or move the cursor in a terminal or a page that shows the log. */
const FOREIGN_IN_LOG = /##\[|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

const github = useLoopback();
afterEach(() => {
  expect(github.violations).toEqual([]);
});

function casesOf<K extends HostileCase['kind']>(kind: K): CaseOf<K>[] {
  return hostileCases().filter((one): one is CaseOf<K> => one.kind === kind);
}

/** The first case of every expectation, with its name for the test. */
function oneOfEach<T extends { readonly name: string; readonly expect: unknown }>(cases: readonly T[]): [string, T][] {
  const first = new Map<string, T>();
  for (const one of cases) if (!first.has(JSON.stringify(one.expect))) first.set(JSON.stringify(one.expect), one);
  return [...first.values()].map((one) => [one.name, one]);
}

/** Nothing that the runner obeys, GitHub shows or a later step reads is of a stranger's making. */
async function expectOnlyOurs(run: ActionRun, { repository }: Scene): Promise<void> {
  expect(run.failures).toEqual([]);
  expect(run.commands.filter(({ name }) => !OWN_COMMANDS.has(name))).toEqual([]);
  expect(new Set(run.masks)).toEqual(new Set(secretForms(tokenShown())));
  expect(FOREIGN_IN_LOG.exec(run.log)?.[0]).toBeUndefined();
  expect(Object.keys(run.outputs).filter((name) => !(name in reportSpec.outputs))).toEqual([]);
  expect([run.env, run.state, run.paths, run.leftovers, run.orphans]).toEqual([{}, {}, [], [], []]);
  for (const { properties } of run.annotations) expect(properties['file'] ?? '').not.toMatch(/^\/|\.\.|[\p{Cc}:]/u);
  for (const text of shownBy(run, { repository })) {
    expect(foreignMarkup(text, OWN)).toEqual([]);
    expect(foreignRendering(text, [RUN_PAGE])).toEqual([]);
  }
  expect(await misplacedCredentials({ github, run, planted: [PLANTED] })).toEqual([]);
}

/** The token as GitHub was shown it; an action that ended before that has none to compare with. */
function tokenShown(): string {
  return github.requests[0]?.headers.authorization?.replace(/^\S+ /, '') ?? '';
}

/** All Markdown that came of it; the first line of a comment is our mark. */
function shownBy({ summary }: ActionRun, { repository }: Pick<Scene, 'repository'>): string[] {
  const comments = repository.comments.map(({ body }) =>
    body.replace(/^<!-- shotclock:comment name=[a-z]+ run=\d+\.\d+ -->\n/, ''),
  );
  const checks = repository.checkRuns.flatMap(({ title, summary: text }) => [title ?? '', text ?? '']);
  return [...comments, ...checks, summary];
}

const errors = ({ annotations }: ActionRun): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('run documents with another hostile text in every field', () => {
  const texts = casesOf('text').filter(({ expect: { ...expected } }) => !('rejected' in expected));
  const documents = documentsFullOf(texts.map(({ input }) => input.text));

  test('all texts of the corpus are in them', () => {
    const all = documents.map((text) => JSON.stringify(JSON.parse(text))).join('\n');
    const missing = texts.filter(({ input }) => !all.includes(JSON.stringify(input.text.slice(0, 200)).slice(1, -1)));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
  });

  test.each(documents.map((text, index) => [index + 1, text] as const))('number %i is shown as text', async (_, text) => {
    for (const check of ['true', 'false']) {
      const scene = createScene(github, 'fork');
      scene.plant({ 'run.json': text });
      const run = await scene.reportOnFork({ inputs: { check } });
      expect({ exitCode: run.exitCode, errors: run.failures }).toEqual({ exitCode: 0, errors: [] });
      expect(scene.repository.comments).toMatchObject([{ issueNumber: scene.pull.number }]);
      expect(scene.repository.checkRuns).toHaveLength(check === 'true' ? 1 : 0);
      expect(run.annotations.length > 0).toBe(check === 'false');
      await expectOnlyOurs(run, scene);
    }
  });
});

async function expectRefused(content: Parameters<Scene['plant']>[0], message: RegExp): Promise<void> {
  const scene = createScene(github, 'fork');
  scene.plant(content);
  const run = await scene.reportOnFork();
  expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [expect.stringMatching(message)] });
  expect(run.outputs['verdict']).toBe('missing');
  expect(scene.repository.comments).toMatchObject([{ issueNumber: scene.pull.number }]);
  expect(scene.repository.comments[0]?.body).toContain('Nothing was measured');
  expect(scene.repository.checkRuns).toMatchObject([{ headSha: HEAD, conclusion: 'failure' }]);
  await expectOnlyOurs(run, scene);
}

describe('a run document is refused, and the pull request is told', () => {
  const refused = casesOf('document').filter((one) => 'rejected' in one.expect);
  const some = oneOfEach(refused).filter((_, index) => index % 6 === 0);
  test.each(some)('%s', async (_, one) => {
    await expectRefused({ 'run.json': documentText(one) }, 'rejected' in one.expect ? new RegExp(one.expect.rejected) : /^$/);
  });
});

describe('an archive is refused, and the pull request is told', () => {
  // Of what is large, the making takes seconds and the refusing is the same.
  const refused = casesOf('archive').filter(
    (one) => 'rejected' in one.expect && !/more than the whole|ten thousand/.test(one.name),
  );
  test.each(oneOfEach(refused))('%s', async (_, one) => {
    await expectRefused(archiveBytes(one), 'rejected' in one.expect ? new RegExp(one.expect.rejected) : /^$/);
  });
});

describe('an event is refused before anybody is asked', () => {
  const refused = casesOf('event').filter((one) => 'rejected' in one.expect);
  test.each(oneOfEach(refused))('%s', async (_, { input, expect: expected }) => {
    const scene = createScene(github, 'fork');
    const run = await scene.report({ event: { name: input.event, payload: input.payload }, env: input.env ?? {} });
    const message: unknown = expect.stringMatching('rejected' in expected ? new RegExp(expected.rejected) : /^$/);
    expect({ exitCode: run.exitCode, errors: errors(run) }).toEqual({ exitCode: 2, errors: [message] });
    expect(run.log).not.toMatch(/^\s+at /m);
    expect(github.requests).toEqual([]);
    expect(FOREIGN_IN_LOG.exec(run.log)).toBeNull();
  });
});

test('the one who measured is named in the comment, whatever the run says of itself', async () => {
  const [honest] = casesOf('document').filter((one) => !('rejected' in one.expect));
  const scene = createScene(github, 'fork');
  if (honest !== undefined) scene.plant({ 'run.json': documentText(honest) });
  const run = await scene.reportOnFork();
  expect(scene.repository.comments[0]?.body).toContain(FORK);
  await expectOnlyOurs(run, scene);
});
