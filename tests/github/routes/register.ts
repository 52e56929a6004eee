import { ok, type Answer } from '../answer.ts';
import type { Bench } from '../bench.ts';
import { ownAccountDocument } from '../documents/account.ts';
import { notAccessible } from '../rest.ts';
import type { RestCall } from '../router.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { deploymentRoutes } from './deployments.ts';
import { gitDataRoutes } from './git-data.ts';
import { gitRefRoutes } from './git-refs.ts';
import { issueRoutes } from './issues.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repositories.ts';
import { runRoutes } from './runs.ts';
import { searchIssues } from './search.ts';
import type { TableRoute } from './table.ts';

const TABLES: readonly (readonly TableRoute[])[] = [
  ...[repositoryRoutes, commentRoutes, issueRoutes, pullRoutes, checkRoutes],
  ...[deploymentRoutes, runRoutes, gitDataRoutes, gitRefRoutes],
];

const SEARCH = 'search/issues-and-pull-requests';
const OWN_ACCOUNT = 'users/get-authenticated';

/** The operations of GitHub's description that the loopback GitHub plays. */
export function usedOperations(): readonly string[] {
  return [SEARCH, OWN_ACCOUNT, ...TABLES.flat().map(({ operationId }) => operationId)].sort();
}

/** Registers the REST API. */
export function registerRest(bench: Bench): void {
  for (const { at, operationId, needs, handler } of TABLES.flat()) {
    const [method = '', path = ''] = at.split(' ');
    const answer = (call: RestCall): Answer | Promise<Answer> => {
      const repository = bench.state.repositories.get(`${call.params['owner'] ?? ''}/${call.params['repo'] ?? ''}`);
      if (repository === undefined) throw new Error(`${at}: the repository is missing`);
      return handler({ bench, call, repository });
    };
    bench.router.rest({ method, pattern: `/repos/{owner}/{repo}${path}`, operationId, needs, handler: answer });
  }
  // Both permissions open the search, because it finds issues and pull requests.
  const search = (call: RestCall): Answer => searchIssues(bench, call);
  bench.router.rest({
    method: 'GET',
    pattern: '/search/issues',
    operationId: SEARCH,
    needs: ['issues=read', 'pull_requests=read'],
    handler: search,
  });
  bench.router.rest({
    method: 'GET',
    pattern: '/user',
    operationId: OWN_ACCOUNT,
    needs: [],
    handler: (call) => ownAccount(bench, call),
  });
}

/** A job's token belongs to no user. */
function ownAccount(bench: Bench, { identity }: RestCall): Answer {
  return identity.kind === 'user' ? ok(ownAccountDocument(bench, identity.login)) : notAccessible(identity);
}
