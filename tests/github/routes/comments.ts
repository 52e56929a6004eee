import { created, invalid, noContent, notFound, ok, type Answer } from '../answer.ts';
import { commentDocument } from '../documents/issue.ts';
import { listAnswer } from '../pages.ts';
import { addComment } from '../seed.ts';
import { timestamp, type Issue, type IssueComment } from '../state.ts';
import { textOf, type Context, type TableRoute } from './table.ts';

const READ = ['issues=read', 'pull_requests=read'];
const WRITE = ['issues=write', 'pull_requests=write'];
const BODY_LIMIT = 65_536;

/** Comments on issues and pull requests. */
export const commentRoutes: readonly TableRoute[] = [
  { at: 'GET /issues/{issue_number}/comments', operationId: 'issues/list-comments', needs: READ, handler: list },
  { at: 'POST /issues/{issue_number}/comments', operationId: 'issues/create-comment', needs: WRITE, handler: create },
  { at: 'GET /issues/comments/{comment_id}', operationId: 'issues/get-comment', needs: READ, handler: get },
  { at: 'PATCH /issues/comments/{comment_id}', operationId: 'issues/update-comment', needs: WRITE, handler: update },
  { at: 'DELETE /issues/comments/{comment_id}', operationId: 'issues/delete-comment', needs: WRITE, handler: remove },
];

function list({ bench, call, repository }: Context): Answer {
  const issue = issueOf({ bench, call, repository });
  if (issue === undefined) return notFound();
  const since = call.query.get('since') ?? '';
  const comments = repository.comments.filter(({ issueNumber, updatedAt }) => issueNumber === issue.number && updatedAt >= since);
  return listAnswer(call, comments, (comment) => commentDocument(bench, repository, comment));
}

function create({ bench, call, repository }: Context): Answer {
  const issue = issueOf({ bench, call, repository });
  if (issue === undefined) return notFound();
  const body = textOf(call.body['body']) ?? '';
  const wrong = refuseBody(body);
  if (wrong !== undefined) return wrong;
  const comment = addComment(bench.state, repository, { issueNumber: issue.number, body, author: call.identity.login });
  return created(commentDocument(bench, repository, comment));
}

function get({ bench, call, repository }: Context): Answer {
  const comment = commentOf({ bench, call, repository });
  return comment === undefined ? notFound() : ok(commentDocument(bench, repository, comment));
}

function update({ bench, call, repository }: Context): Answer {
  const comment = commentOf({ bench, call, repository });
  if (comment === undefined) return notFound();
  const body = textOf(call.body['body']) ?? '';
  const wrong = refuseBody(body);
  if (wrong !== undefined) return wrong;
  comment.body = body;
  comment.updatedAt = timestamp();
  return ok(commentDocument(bench, repository, comment));
}

function remove({ bench, call, repository }: Context): Answer {
  const comment = commentOf({ bench, call, repository });
  if (comment === undefined) return notFound();
  repository.comments.splice(repository.comments.indexOf(comment), 1);
  return noContent();
}

function refuseBody(body: string): Answer | undefined {
  const field = { resource: 'IssueComment', code: 'unprocessable', field: 'data' };
  if (body.trim() === '') return invalid({ ...field, message: 'Body cannot be blank' });
  if (Array.from(body).length <= BODY_LIMIT) return undefined;
  return invalid({ ...field, message: `Body is too long (maximum is ${BODY_LIMIT} characters)` });
}

/** The issue or pull request that the path names. */
function issueOf({ call, repository }: Context): Issue | undefined {
  const wanted = Number(call.params['issue_number']);
  return [...repository.issues, ...repository.pulls].find(({ number }) => number === wanted);
}

function commentOf({ call, repository }: Context): IssueComment | undefined {
  const wanted = Number(call.params['comment_id']);
  return repository.comments.find(({ id }) => id === wanted);
}
