/** A check on a commit, with its annotations. */
import { z } from 'zod';
import type { Annotation } from '../core/annotation.ts';
import { oneLine } from '../core/log-guard.ts';
import type { GitHub } from './client.ts';
import { DecideAgain } from './errors.ts';
import { positiveId } from './event-schema.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Repository } from './workflow-context.ts';

/** What a commit's check says. */
export interface CheckRun {
  readonly repository: Repository;
  readonly headSha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** At most 65,535 characters, as `text`. */
  readonly summary: string;
  readonly text?: string;
  readonly annotations: readonly Annotation[];
  /** The same one names the same check: it is brought up to date. */
  readonly externalId: string;
  readonly detailsUrl?: string;
}

/** Where a check stands. */
export interface PutCheckRun {
  readonly id: number;
  readonly url: string | null;
}

/** GitHub takes no more in one request. */
const BATCH = 50;
const MAX_TITLE_LENGTH = 255;
/** 64 KB, and a character has up to three bytes for each of its UTF-16 units. */
const MAX_MESSAGE_LENGTH = 21_000;

const checkSchema = z.object({
  id: positiveId,
  html_url: z.string().nullish(),
  external_id: z.string().nullish(),
  output: z.object({ annotations_count: z.int().nonnegative() }),
});

type Check = z.infer<typeof checkSchema>;

/**
 * Creates the check, or brings the one with its external id up to date, and adds the annotations, 50 a request. GitHub appends annotations and
 * takes none back, so those that are there already are counted and not sent again: the same external id must stand for the same annotations.
 * A failed write is looked after before it is repeated.
 */
export async function putCheckRun(github: GitHub, check: CheckRun): Promise<PutCheckRun> {
  let stands = await findCheck(github, check);
  let sent = stands?.output.annotations_count ?? 0;
  let written = false;
  for (let attempt = 1; stands === undefined || !written || sent < check.annotations.length;) {
    const annotations = check.annotations.slice(sent, sent + BATCH);
    try {
      stands = await send(github, check, { id: stands?.id, annotations, attempt });
      sent += annotations.length;
      written = true;
      attempt = 1;
    } catch (error) {
      if (!(error instanceof DecideAgain)) throw error;
      attempt++;
      stands = (await findCheck(github, check)) ?? stands;
      sent = Math.max(sent, stands?.output.annotations_count ?? 0);
    }
  }
  return { id: stands.id, url: stands.html_url ?? null };
}

async function findCheck(github: GitHub, { repository, headSha, name, externalId }: CheckRun): Promise<Check | undefined> {
  const pages = await github.paginate(github.rest.checks.listForRef, {
    owner: repository.owner,
    repo: repository.name,
    ref: headSha,
    check_name: name,
    filter: 'all',
    per_page: 100,
  });
  const same = parseAnswer(z.array(checkSchema), pages, 'GET check run').filter(({ external_id: id }) => id === externalId);
  return same.toSorted((left, right) => right.id - left.id)[0];
}

interface Sending {
  /** Of the check to bring up to date; undefined to create one. */
  readonly id: number | undefined;
  readonly annotations: readonly Annotation[];
  readonly attempt: number;
}

async function send(github: GitHub, check: CheckRun, { id, annotations, attempt }: Sending): Promise<Check> {
  const { repository, text, detailsUrl } = check;
  const common = {
    owner: repository.owner,
    repo: repository.name,
    name: check.name,
    external_id: check.externalId,
    status: 'completed' as const,
    conclusion: check.conclusion,
    output: {
      title: oneLine(check.title, MAX_TITLE_LENGTH),
      summary: check.summary,
      ...(text !== undefined && { text }),
      ...(annotations.length > 0 && { annotations: annotations.map(described) }),
    },
    ...(detailsUrl !== undefined && { details_url: detailsUrl }),
    request: { decided: attempt },
  };
  const { data } =
    id === undefined
      ? await github.rest.checks.create({ ...common, head_sha: check.headSha })
      : await github.rest.checks.update({ ...common, check_run_id: id });
  return parseAnswer(checkSchema, data, id === undefined ? 'POST check run' : 'PATCH check run');
}

/** An annotation as the API calls its parts. */
interface ApiAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: Annotation['level'];
  readonly title: string;
  readonly message: string;
}

function described({ path, startLine, endLine, level, title, message }: Annotation): ApiAnnotation {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    annotation_level: level,
    title: oneLine(title, MAX_TITLE_LENGTH),
    message: message.toWellFormed().slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
  };
}
