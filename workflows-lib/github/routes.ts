/** What the requests of this room are called, and which permission of the job's token each needs. */
import { oneLine } from '../core/log-guard.ts';

/** One kind of request, in words. */
export interface RouteWords {
  /** "PATCH comment". */
  readonly action: string;
  /** What the request speaks of, for "did not find …": "the pull request". */
  readonly subject: string;
  /** What the token lacks when it may not: "write pull request comments". */
  readonly ability: string;
  /** `pull-requests: write`, as it is written in a workflow; undefined where no permission grants it. */
  readonly permission: string | undefined;
  /** What the work that this request begins needs in the end: with `read` alone only the next request would fail. */
  readonly eventually?: string;
}

interface Route extends RouteWords {
  readonly methods: readonly string[];
  readonly path: RegExp;
}

const READ = ['GET', 'HEAD'];
const WRITE = ['POST', 'PATCH', 'PUT', 'DELETE'];
const REPOSITORY = '/repos/[^/]+/[^/]+';

function route(methods: readonly string[], path: string, words: RouteWords): Route {
  return { methods, path: new RegExp(`^${REPOSITORY}${path}$`), ...words };
}

const ROUTES: readonly Route[] = [
  route(READ, '/pulls(/\\d+)?', {
    action: 'pull request',
    subject: 'the pull request',
    ability: 'read pull requests',
    permission: 'pull-requests: read',
    eventually: 'pull-requests: write',
  }),
  route(READ, '/issues/(\\d+/comments|comments/\\d+)', {
    action: 'comment',
    subject: 'the pull request or its comment',
    ability: 'read pull request comments',
    permission: 'pull-requests: read',
    eventually: 'pull-requests: write',
  }),
  route(WRITE, '/issues/(\\d+/comments|comments/\\d+)', {
    action: 'comment',
    subject: 'the pull request or its comment',
    ability: 'write pull request comments',
    permission: 'pull-requests: write',
  }),
  route(READ, '/(commits/[^/]+/check-runs|check-runs/\\d+(/annotations)?)', {
    action: 'check run',
    subject: 'the commit or its check run',
    ability: 'read check runs',
    permission: 'checks: read',
    eventually: 'checks: write',
  }),
  route(WRITE, '/check-runs(/\\d+)?', {
    action: 'check run',
    subject: 'the commit or its check run',
    ability: 'write check runs',
    permission: 'checks: write',
  }),
  route(READ, '/actions/(runs/\\d+/artifacts|artifacts/\\d+(/zip)?)', {
    action: 'artifact',
    subject: 'the workflow run or its artifact',
    ability: 'read artifacts',
    permission: 'actions: read',
  }),
  route(READ, '/actions/runs(/\\d+)?', {
    action: 'workflow run',
    subject: 'the workflow run',
    ability: 'read workflow runs',
    permission: 'actions: read',
  }),
  route(READ, '/issues/\\d+/timeline', {
    action: 'timeline',
    subject: 'the pull request',
    ability: 'read what happened on pull requests',
    permission: 'pull-requests: read',
    eventually: 'pull-requests: write',
  }),
  route(READ, '/collaborators/[^/]+/permission', {
    action: 'permission of a user',
    subject: 'the user',
    ability: 'read what users may do',
    permission: undefined,
  }),
  {
    methods: READ,
    path: /^\/user$/,
    action: 'user of the token',
    subject: 'the user of the token',
    ability: 'read its own user',
    permission: undefined,
  },
];

/** The words for a request; `path` is the API's path, without its base and query. */
export function wordsOf(method: string, path: string): RouteWords {
  const known = ROUTES.find((candidate) => candidate.methods.includes(method) && candidate.path.test(path));
  if (known !== undefined) return { ...known, action: `${method} ${known.action}` };
  const shown = oneLine(path, 200);
  return { action: `${method} ${shown}`, subject: shown, ability: `${method} ${shown}`, permission: undefined };
}

const GRANTABLE = ['actions', 'checks', 'contents', 'deployments', 'issues', 'pull-requests', 'statuses'];

/**
 * The permissions that would do, from the answer's `x-accepted-github-permissions` (sets are separated by semicolons, the members of one by
 * commas) or else from the table. Of several sets the one that holds the table's permission, else the first.
 */
export function neededPermissions(header: string | undefined, words: RouteWords): readonly string[] {
  const sets = (header ?? '')
    .split(';')
    .map((set) => set.split(',').flatMap(grantable))
    .filter((set) => set.length > 0);
  const own = words.permission;
  const chosen = sets.find((set) => own !== undefined && set.includes(own)) ?? sets[0];
  return chosen ?? (own === undefined ? [] : [own]);
}

function grantable(text: string): string[] {
  const [, name = '', level = ''] = /^\s*([a-z_]{1,40})=(read|write)\s*$/.exec(text) ?? [];
  const key = name.replaceAll('_', '-');
  return GRANTABLE.includes(key) ? [`${key}: ${level}`] : [];
}
