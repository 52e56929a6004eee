import { created, notFound, ok, type Answer } from '../answer.ts';
import { commentDocument, issueDocument, labelDocument, labellingDocument } from '../documents/issue.ts';
import { listAnswer } from '../pages.ts';
import { addIssue } from '../seed.ts';
import { timestamp, type Issue } from '../state.ts';
import { listOf, objectOf, textOf, wordOf, type Context, type TableRoute } from './table.ts';

const READ = ['issues=read'];
const WRITE = ['issues=write'];
/** What serves issues and pull requests alike takes either permission. */
const EITHER = ['issues=write', 'pull_requests=write'];

/** Issues; lists of them hold the pull requests too, as GitHub's do. */
export const issueRoutes: readonly TableRoute[] = [
  { at: 'GET /issues', operationId: 'issues/list-for-repo', needs: READ, handler: list },
  { at: 'POST /issues', operationId: 'issues/create', needs: WRITE, handler: create },
  { at: 'GET /issues/{issue_number}', operationId: 'issues/get', needs: READ, handler: get },
  { at: 'PATCH /issues/{issue_number}', operationId: 'issues/update', needs: EITHER, handler: update },
  {
    at: 'GET /issues/{issue_number}/timeline',
    operationId: 'issues/list-events-for-timeline',
    needs: ['issues=read', 'pull_requests=read'],
    handler: timeline,
  },
  { at: 'POST /issues/{issue_number}/labels', operationId: 'issues/add-labels', needs: EITHER, handler: addLabels },
  { at: 'DELETE /issues/{issue_number}/labels/{name}', operationId: 'issues/remove-label', needs: EITHER, handler: removeLabel },
];

/** Newest first. */
export function issuesOf({ repository }: Pick<Context, 'repository'>): readonly Issue[] {
  return [...repository.issues, ...repository.pulls].sort((a, b) => b.number - a.number);
}

function list(context: Context): Answer {
  const { bench, call, repository } = context;
  const state = call.query.get('state') ?? 'open';
  const labels = (call.query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const creator = call.query.get('creator');
  const found = issuesOf(context)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === null || issue.author === creator)
    .filter((issue) => labels.every((label) => hasLabel(issue, label)));
  const ordered = call.query.get('direction') === 'asc' ? found.reverse() : found;
  return listAnswer(call, ordered, (issue) => issueDocument(bench, repository, issue));
}

/** Labels are the same in any case. */
export const hasLabel = (issue: Issue, wanted: string): boolean =>
  issue.labels.some((label) => label.toLowerCase() === wanted.toLowerCase());

function create({ bench, call, repository }: Context): Answer {
  const { title, body, labels } = call.body;
  const issue = addIssue(bench.state, repository, {
    ...{ title: String(title), body: textOf(body) ?? null, labels: labelNames(labels), author: call.identity.login },
  });
  return created(issueDocument(bench, repository, issue));
}

function get(context: Context): Answer {
  const issue = issueOf(context);
  return issue === undefined ? notFound() : ok(issueDocument(context.bench, context.repository, issue));
}

function update(context: Context): Answer {
  const issue = issueOf(context);
  if (issue === undefined) return notFound();
  const { body } = context.call;
  issue.title = textOf(body['title']) ?? issue.title;
  if ('body' in body) issue.body = textOf(body['body']) ?? null;
  if ('labels' in body) issue.labels = labelNames(body['labels']);
  if ('state' in body) changeState(issue, body);
  issue.updatedAt = timestamp();
  return ok(issueDocument(context.bench, context.repository, issue));
}

function changeState(issue: Issue, body: Readonly<Record<string, unknown>>): void {
  const state = wordOf(['open', 'closed'], body['state'], issue.state);
  const closes = state === 'closed';
  issue.stateReason = closes
    ? wordOf(['completed', 'not_planned', 'duplicate'], body['state_reason'], 'completed')
    : issue.state === 'closed'
      ? 'reopened'
      : issue.stateReason;
  issue.closedAt = closes ? (issue.closedAt ?? timestamp()) : null;
  issue.state = state;
}

function addLabels(context: Context): Answer {
  const issue = issueOf(context);
  if (issue === undefined) return notFound();
  for (const name of labelNames(context.call.body['labels'])) if (!hasLabel(issue, name)) issue.labels.push(name);
  return labelsAnswer(context, issue);
}

function removeLabel(context: Context): Answer {
  const issue = issueOf(context);
  const name = context.call.params['name'] ?? '';
  if (issue === undefined || !hasLabel(issue, name)) return notFound();
  issue.labels = issue.labels.filter((label) => label.toLowerCase() !== name.toLowerCase());
  return labelsAnswer(context, issue);
}

function labelsAnswer({ bench, repository }: Context, { labels }: Issue): Answer {
  return ok(labels.map((name) => labelDocument(bench, repository, name)));
}

/** Comments and labels alone; of the other events there are none here. */
function timeline(context: Context): Answer {
  const { bench, call, repository } = context;
  const issue = issueOf(context);
  if (issue === undefined) return notFound();
  const ofIssue = ({ issueNumber }: { readonly issueNumber: number }): boolean => issueNumber === issue.number;
  const events = [
    ...repository.comments.filter(ofIssue).map(({ id, ...rest }) => ({ id, commented: { id, ...rest } })),
    ...repository.labellings.filter(ofIssue).map(({ id, ...rest }) => ({ id, labelled: { id, ...rest } })),
  ].sort((left, right) => left.id - right.id);
  return listAnswer(call, events, (event) => {
    if ('labelled' in event) return labellingDocument(bench, repository, event.labelled);
    const comment = commentDocument(bench, repository, event.commented);
    return { ...comment, event: 'commented', actor: comment['user'] };
  });
}

function issueOf(context: Context): Issue | undefined {
  const wanted = Number(context.call.params['issue_number']);
  return issuesOf(context).find(({ number }) => number === wanted);
}

/** Labels come as names or as objects with one. */
function labelNames(labels: unknown): string[] {
  return listOf(labels).flatMap((label) => textOf(label) ?? textOf(objectOf(label)['name']) ?? []);
}
