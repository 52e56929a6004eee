import { created, invalid, notFound, ok, type Answer } from '../answer.ts';
import { annotationDocument, checkRunDocument } from '../documents/check.ts';
import { countedAnswer, listAnswer } from '../pages.ts';
import { takeId, timestamp, type CheckAnnotation, type CheckRun } from '../state.ts';
import { listOf, numberOf, objectOf, textOf, wordOf, type Context, type TableRoute } from './table.ts';

const READ = ['checks=read'];
const WRITE = ['checks=write'];
const STATUSES = ['queued', 'in_progress', 'completed'] as const;

/** Check runs and their annotations; more than 50 in a request are refused by the description itself. */
export const checkRoutes: readonly TableRoute[] = [
  { at: 'POST /check-runs', operationId: 'checks/create', needs: WRITE, handler: create },
  { at: 'PATCH /check-runs/{check_run_id}', operationId: 'checks/update', needs: WRITE, handler: update },
  { at: 'GET /check-runs/{check_run_id}', operationId: 'checks/get', needs: READ, handler: get },
  { at: 'GET /check-runs/{check_run_id}/annotations', operationId: 'checks/list-annotations', needs: READ, handler: annotations },
  { at: 'GET /commits/{ref}/check-runs', operationId: 'checks/list-for-ref', needs: READ, handler: listForRef },
];

function create({ bench, call, repository }: Context): Answer {
  const { body } = call;
  const wrong = refuseBody(body);
  if (wrong !== undefined) return wrong;
  const check: CheckRun = {
    ...{
      id: takeId(bench.state),
      headSha: String(body['head_sha']),
      name: String(body['name']),
      status: 'queued',
      conclusion: null,
    },
    ...{
      title: null,
      summary: null,
      text: null,
      annotations: [],
      externalId: '',
      detailsUrl: null,
      startedAt: timestamp(),
      completedAt: null,
    },
  };
  change(check, body);
  repository.checkRuns.push(check);
  return created(checkRunDocument(bench, repository, check));
}

function update(context: Context): Answer {
  const check = checkOf(context);
  if (check === undefined) return notFound();
  const wrong = refuseBody(context.call.body);
  if (wrong !== undefined) return wrong;
  change(check, context.call.body);
  return ok(checkRunDocument(context.bench, context.repository, check));
}

/** `completed` needs a conclusion. */
function refuseBody(body: Readonly<Record<string, unknown>>): Answer | undefined {
  if (body['status'] !== 'completed' || body['conclusion'] !== undefined) return undefined;
  return invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' });
}

/** Takes over what a request says; its annotations add to those that are there. */
function change(check: CheckRun, body: Readonly<Record<string, unknown>>): void {
  const { name, status, conclusion, output } = body;
  check.name = textOf(name) ?? check.name;
  check.externalId = textOf(body['external_id']) ?? check.externalId;
  check.detailsUrl = textOf(body['details_url']) ?? check.detailsUrl;
  check.startedAt = textOf(body['started_at']) ?? check.startedAt;
  check.conclusion = textOf(conclusion) ?? check.conclusion;
  check.status = conclusion === undefined ? wordOf(STATUSES, status, check.status) : 'completed';
  check.completedAt = check.status === 'completed' ? (textOf(body['completed_at']) ?? check.completedAt ?? timestamp()) : null;
  if (output !== undefined) changeOutput(check, objectOf(output));
}

function changeOutput(check: CheckRun, output: Readonly<Record<string, unknown>>): void {
  check.title = textOf(output['title']) ?? check.title;
  check.summary = textOf(output['summary']) ?? check.summary;
  check.text = textOf(output['text']) ?? check.text;
  check.annotations.push(...listOf(output['annotations']).map((annotation) => toAnnotation(objectOf(annotation))));
}

function toAnnotation(given: Readonly<Record<string, unknown>>): CheckAnnotation {
  return {
    path: textOf(given['path']) ?? '',
    startLine: numberOf(given['start_line']) ?? 1,
    endLine: numberOf(given['end_line']) ?? 1,
    startColumn: numberOf(given['start_column']) ?? null,
    endColumn: numberOf(given['end_column']) ?? null,
    level: wordOf(['notice', 'warning', 'failure'], given['annotation_level'], 'notice'),
    message: textOf(given['message']) ?? '',
    title: textOf(given['title']) ?? null,
    rawDetails: textOf(given['raw_details']) ?? null,
  };
}

function get(context: Context): Answer {
  const check = checkOf(context);
  return check === undefined ? notFound() : ok(checkRunDocument(context.bench, context.repository, check));
}

function annotations(context: Context): Answer {
  const check = checkOf(context);
  if (check === undefined) return notFound();
  return listAnswer(context.call, check.annotations, (annotation) => annotationDocument(context.repository, check, annotation));
}

/** Newest first; without `filter=all` only the newest of every name. */
function listForRef({ bench, call, repository }: Context): Answer {
  const { query, params } = call;
  const [name, status] = [query.get('check_name'), query.get('status')];
  const sha = repository.pulls.find(({ headRef }) => headRef === params['ref'])?.headSha ?? params['ref'];
  const newest = repository.checkRuns
    .filter(({ headSha }) => headSha === sha)
    .filter((check) => (name === null || check.name === name) && (status === null || check.status === status))
    .toReversed();
  const shown =
    query.get('filter') === 'all'
      ? newest
      : newest.filter((check, at) => newest.findIndex((other) => other.name === check.name) === at);
  return countedAnswer(call, shown, { key: 'check_runs', view: (check) => checkRunDocument(bench, repository, check) });
}

function checkOf({ call, repository }: Context): CheckRun | undefined {
  const wanted = Number(call.params['check_run_id']);
  return repository.checkRuns.find(({ id }) => id === wanted);
}
