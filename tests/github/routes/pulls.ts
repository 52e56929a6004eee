import { notFound, ok, type Answer } from '../answer.ts';
import { fullPullDocument, pullDocument } from '../documents/pull.ts';
import { listAnswer } from '../pages.ts';
import type { PullRequest } from '../state.ts';
import type { Context, TableRoute } from './table.ts';

const READ = ['pull_requests=read'];

/** Pull requests. */
export const pullRoutes: readonly TableRoute[] = [
  { at: 'GET /pulls', operationId: 'pulls/list', needs: READ, handler: list },
  { at: 'GET /pulls/{pull_number}', operationId: 'pulls/get', needs: READ, handler: get },
  {
    at: 'GET /commits/{commit_sha}/pulls',
    operationId: 'repos/list-pull-requests-associated-with-commit',
    needs: READ,
    handler: ofCommit,
  },
];

function list({ bench, call, repository }: Context): Answer {
  const { query } = call;
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const found = repository.pulls
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === null || pull.baseRef === base)
    .filter((pull) => fromHead(pull, query.get('head') ?? ''));
  const ordered = query.get('direction') === 'asc' ? found : found.toReversed();
  return listAnswer(call, ordered, (pull) => pullDocument(bench, repository, pull));
}

/** `owner:branch`; GitHub ignores a filter of any other form and lists everything. */
function fromHead({ headRepository, headRef, author }: PullRequest, filter: string): boolean {
  const colon = filter.indexOf(':');
  if (colon === -1) return true;
  const owner = headRepository?.split('/')[0] ?? author;
  return owner.toLowerCase() === filter.slice(0, colon).toLowerCase() && headRef === filter.slice(colon + 1);
}

function get({ bench, call, repository }: Context): Answer {
  const wanted = Number(call.params['pull_number']);
  const pull = repository.pulls.find(({ number }) => number === wanted);
  return pull === undefined ? notFound() : ok(fullPullDocument(bench, repository, pull));
}

/** A commit that is only in a fork belongs to no pull request here. */
function ofCommit({ bench, call, repository }: Context): Answer {
  const found = repository.pulls.filter(
    ({ headSha, headRepository }) => headSha === call.params['commit_sha'] && headRepository === repository.fullName,
  );
  return listAnswer(call, found.toReversed(), (pull) => pullDocument(bench, repository, pull));
}
