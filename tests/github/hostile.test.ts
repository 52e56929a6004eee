/** The hostile corpus, in process: every case through the functions that meet a stranger's input first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UsageError, toError } from '../../workflows-lib/core/errors.ts';
import { readMarker, withMarker } from '../../workflows-lib/github/comment-marker.ts';
import { ARTIFACT_LIMITS, readZip } from '../../workflows-lib/github/read-zip.ts';
import { readWorkflowContext } from '../../workflows-lib/github/workflow-context.ts';
import { parseForeignRun } from '../../workflows-lib/history/foreign-run.ts';
import { objectiveAnnotations } from '../../workflows-lib/report/annotations.ts';
import { checkOutput, renderComment, renderJobSummary, renderNothingMeasured } from '../../workflows-lib/report/comment.ts';
import type { CommentContext } from '../../workflows-lib/report/comment.ts';
import { logLine } from '../../workflows-lib/report/escape.ts';
import { summaryLines } from '../../workflows-lib/report/summary.ts';
import { hostileCases } from './hostile/cases.ts';
import type { CaseOf, HostileCase } from './hostile/cases.ts';
import { foreignMarkup, outsideCode } from './hostile/foreign-markup.ts';
import { foreignRendering } from './hostile/rendered.ts';
import { archiveBytes, documentFullOf, documentText } from './hostile/inputs.ts';

const CASES = hostileCases();
const RUN_PAGE = 'https://github.com/octo/app/actions/runs/50';
const CONTEXT: CommentContext = {
  headSha: 'a'.repeat(40),
  detailsUrl: RUN_PAGE,
  reproduce: 'npx shotclock benchmark',
};
const OWN = [
  `[workflow run](${RUN_PAGE})`,
  `[summary and artifact of the workflow run](${RUN_PAGE})`,
  '```sh\nnpx shotclock benchmark\n```',
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-hostile-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function casesOf<K extends HostileCase['kind']>(kind: K): [string, CaseOf<K>][] {
  return CASES.filter((one): one is CaseOf<K> => one.kind === kind).map((one) => [one.name, one]);
}

/** What people see of a document, by the place where they see it. */
interface Shown {
  readonly comment: string;
  readonly summary: string;
  readonly check: string;
  readonly title: string;
  readonly log: string;
  readonly annotations: string;
}

function shownOf(text: string): Shown {
  const run = parseForeignRun(text, 'run.json');
  const { title, summary } = checkOutput(run, CONTEXT);
  return {
    comment: renderComment(run, CONTEXT).body,
    summary: renderJobSummary(run, CONTEXT),
    check: summary,
    title,
    log: summaryLines(run).join('\n'),
    annotations: objectiveAnnotations(run)
      .flatMap((one) => [one.path, one.title, one.message])
      .join('\n'),
  };
}

/** Log commands, control characters and marks that reorder, in text that no Markdown reader touches. */
const FOREIGN_IN_LOG =
  /^\s*::|##\[|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/m;

type Neutralised = CaseOf<'reason'>['expect']['neutralised'];

function expectNeutralised(shown: Shown, { everywhere = [], comment = [] }: Neutralised): void {
  for (const place of ['comment', 'summary', 'check'] as const) {
    expect([place, foreignMarkup(shown[place], OWN)]).toEqual([place, []]);
    expect([place, foreignRendering(shown[place], [RUN_PAGE])]).toEqual([place, []]);
  }
  for (const place of ['title', 'log', 'annotations'] as const) {
    expect([place, FOREIGN_IN_LOG.exec(shown[place])?.[0]]).toEqual([place, undefined]);
    expect(shown[place].isWellFormed()).toBe(true);
  }
  for (const pattern of everywhere) {
    for (const place of ['comment', 'summary', 'check'] as const) {
      expect([place, new RegExp(pattern, 'mu').exec(outsideCode(shown[place]))?.[0]]).toEqual([place, undefined]);
    }
  }
  for (const pattern of comment) expect(shown.comment).not.toMatch(new RegExp(pattern, 'mu'));
  expect(Buffer.byteLength(shown.comment)).toBeLessThanOrEqual(60_000);
  expect(Buffer.byteLength(shown.summary)).toBeLessThan(1024 * 1024);
  expect(shown.check.length).toBeLessThan(65_535);
  expect(shown.title.length).toBeLessThanOrEqual(100);
  expect(shown.title).not.toContain('\n');
}

/** The message is one line that the log and a comment can show. */
function expectRefusal(thrown: unknown, pattern: string): void {
  expect(thrown).toBeInstanceOf(UsageError);
  const { message } = toError(thrown);
  expect(message).toMatch(new RegExp(pattern));
  expect(message.length).toBeLessThan(1000);
  expect(logLine(message)).not.toMatch(FOREIGN_IN_LOG);
  expect(foreignMarkup(renderNothingMeasured(message, CONTEXT), OWN)).toEqual([]);
}

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('it was accepted');
}

test('the corpus is there: at least 160 cases of every kind, each with a name of its own', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(160);
  expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(['text', 'document', 'reason', 'marker', 'event', 'archive']));
  const names = CASES.map(({ kind, name }) => `${kind}: ${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a parser that reads Markdown as GitHub does finds what is not text', () => {
  const found = (text: string): string[] => foreignRendering(`| a |\n| - |\n| ${text} |\n`, [RUN_PAGE]);
  expect(found('`@octocat` and 1 < 2')).toEqual([]);
  expect(found(`[page](${RUN_PAGE})`)).toEqual([]);
  for (const text of [
    '![x](https://x.test/y.png)',
    '<b>',
    '[x](https://x.test)',
    'https://x.test',
    '&#64;octocat',
    'fixes #1',
    'a/b#2',
    '~~x~~',
  ]) {
    expect([text, found(text)]).not.toEqual([text, []]);
  }
});

describe('a run document with a hostile text in every field', () => {
  test.each(casesOf('text'))('%s', (_, { input, expect: expected }) => {
    const text = documentFullOf(input.text);
    if ('rejected' in expected)
      expectRefusal(
        errorOf(() => parseForeignRun(text, 'run.json')),
        expected.rejected,
      );
    else expectNeutralised(shownOf(text), expected.neutralised);
  });
});

describe('a hostile run document', () => {
  test.each(casesOf('document'))('%s', (_, one) => {
    const text = documentText(one);
    if ('rejected' in one.expect) {
      expectRefusal(
        errorOf(() => parseForeignRun(text, 'run.json')),
        one.expect.rejected,
      );
      return;
    }
    const shown = shownOf(text);
    expectNeutralised(shown, one.expect.neutralised);
    for (const pattern of one.expect.shows?.comment ?? []) expect(shown.comment).toMatch(new RegExp(pattern, 'mu'));
    for (const pattern of one.expect.shows?.log ?? []) expect(shown.log).toMatch(new RegExp(pattern, 'mu'));
  });
});

describe('a hostile reason why nothing was measured', () => {
  test.each(casesOf('reason'))('%s', (_, { input, expect: { neutralised } }) => {
    const comment = renderNothingMeasured(input.text, CONTEXT);
    expect(foreignMarkup(comment, OWN)).toEqual([]);
    for (const pattern of neutralised.comment ?? []) expect(comment).not.toMatch(new RegExp(pattern, 'mu'));
  });
});

describe('a body that may be a comment of ours', () => {
  test.each(casesOf('marker'))('%s', (_, { input, expect: { marker } }) => {
    expect(readMarker(input.body) ?? null).toEqual(marker);
  });

  test('what we write is found by our marker alone, whatever the run says', () => {
    const [, forged] = casesOf('text').find(([name]) => name === 'a marker of ours') ?? [];
    const marker = { name: 'benchmark', order: { runId: 50, runAttempt: 1 } };
    const body = shownOf(documentFullOf(forged?.input.text ?? '')).comment;
    expect(readMarker(body)).toBeUndefined();
    expect(readMarker(withMarker(marker, body))).toEqual(marker);
  });
});

describe('a hostile event', () => {
  const env = {
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_RUN_ID: '100',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_SERVER_URL: 'https://github.com',
  };

  test.each(casesOf('event'))('%s', async (_, { input, expect: expected }) => {
    const path = join(folder, 'event.json');
    await writeFile(path, JSON.stringify(input.payload));
    const read = readWorkflowContext({ ...env, GITHUB_EVENT_NAME: input.event, GITHUB_EVENT_PATH: path, ...input.env });
    if ('rejected' in expected) {
      expectRefusal(await read.catch((error: unknown) => error), expected.rejected);
      return;
    }
    const { subject } = await read;
    expect(subject).toMatchObject(expected.subject);
    for (const field of expected.without ?? []) expect(subject).not.toHaveProperty(field);
  });
});

describe('a hostile artifact', () => {
  test.each(casesOf('archive'))('%s', async (_, one) => {
    const read = readZip(archiveBytes(one), ARTIFACT_LIMITS);
    if ('rejected' in one.expect) {
      expectRefusal(await read.catch((error: unknown) => error), one.expect.rejected);
      return;
    }
    const files = [...(await read).keys()].toSorted();
    expect(files).toEqual(one.expect.files);
    for (const file of one.expect.without ?? []) expect(files).not.toContain(file);
  });
});
