import { created, invalid, notFound, ok, type Answer } from '../answer.ts';
import { commitStatusDocument, deploymentDocument, deploymentStatusDocument } from '../documents/deployment.ts';
import { git } from '../git.ts';
import { listAnswer } from '../pages.ts';
import { takeId, timestamp, type CommitStatus, type Deployment, type DeploymentStatus, type Repository } from '../state.ts';
import { objectOf, textOf, type Context, type TableRoute } from './table.ts';

const READ = ['deployments=read'];
const WRITE = ['deployments=write'];

/** Deployments with their statuses, and the statuses of commits. */
export const deploymentRoutes: readonly TableRoute[] = [
  { at: 'GET /deployments', operationId: 'repos/list-deployments', needs: READ, handler: list },
  { at: 'POST /deployments', operationId: 'repos/create-deployment', needs: WRITE, handler: create },
  { at: 'GET /deployments/{deployment_id}', operationId: 'repos/get-deployment', needs: READ, handler: get },
  {
    at: 'GET /deployments/{deployment_id}/statuses',
    operationId: 'repos/list-deployment-statuses',
    needs: READ,
    handler: listStatuses,
  },
  {
    at: 'POST /deployments/{deployment_id}/statuses',
    operationId: 'repos/create-deployment-status',
    needs: WRITE,
    handler: createStatus,
  },
  {
    at: 'GET /commits/{ref}/statuses',
    operationId: 'repos/list-commit-statuses-for-ref',
    needs: ['statuses=read'],
    handler: ofCommit,
  },
  { at: 'POST /statuses/{sha}', operationId: 'repos/create-commit-status', needs: ['statuses=write'], handler: createOfCommit },
];

function list({ bench, call, repository }: Context): Answer {
  const wanted = (['sha', 'ref', 'task', 'environment'] as const).flatMap((key) => {
    const value = call.query.get(key);
    return value === null ? [] : [{ key, value }];
  });
  const found = repository.deployments.filter((deployment) => wanted.every(({ key, value }) => deployment[key] === value));
  return listAnswer(call, found.toReversed(), (deployment) => deploymentDocument(bench, repository, deployment));
}

async function create({ bench, call, repository }: Context): Promise<Answer> {
  const { body, identity } = call;
  const ref = String(body['ref']);
  const sha = await commitOf(repository, ref);
  if (sha === undefined)
    return invalid({ resource: 'Deployment', code: 'custom', field: 'ref', message: `No ref found for: ${ref}` });
  const environment = textOf(body['environment']) ?? 'production';
  const now = timestamp();
  const deployment: Deployment = {
    ...{ id: takeId(bench.state), ref, sha, environment, task: textOf(body['task']) ?? 'deploy', creator: identity.login },
    ...{ description: textOf(body['description']) ?? null, payload: textOf(body['payload']) ?? objectOf(body['payload']) },
    ...{ transient: body['transient_environment'] === true, createdAt: now, updatedAt: now, statuses: [] },
    production:
      typeof body['production_environment'] === 'boolean' ? body['production_environment'] : environment === 'production',
  };
  repository.deployments.push(deployment);
  return created(deploymentDocument(bench, repository, deployment));
}

/** The commit of a branch, tag or SHA; a whole SHA is believed without asking git. */
async function commitOf(repository: Repository, ref: string): Promise<string | undefined> {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  const { code, stdout } = await git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return code === 0 ? stdout.toString('utf8').trim() : undefined;
}

function get(context: Context): Answer {
  const deployment = deploymentOf(context);
  return deployment === undefined ? notFound() : ok(deploymentDocument(context.bench, context.repository, deployment));
}

function listStatuses(context: Context): Answer {
  const { bench, call, repository } = context;
  const deployment = deploymentOf(context);
  if (deployment === undefined) return notFound();
  return listAnswer(call, deployment.statuses.toReversed(), (status) =>
    deploymentStatusDocument(bench, { repository, deployment }, status),
  );
}

function createStatus(context: Context): Answer {
  const { bench, call, repository } = context;
  const deployment = deploymentOf(context);
  if (deployment === undefined) return notFound();
  const { body } = call;
  const status: DeploymentStatus = {
    ...{ id: takeId(bench.state), state: String(body['state']), description: textOf(body['description']) ?? '' },
    ...{
      logUrl: textOf(body['log_url']) ?? textOf(body['target_url']) ?? '',
      environmentUrl: textOf(body['environment_url']) ?? '',
    },
    ...{
      environment: textOf(body['environment']) ?? deployment.environment,
      creator: call.identity.login,
      createdAt: timestamp(),
    },
  };
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  if (status.state === 'success' && body['auto_inactive'] !== false) retireOlder(context, deployment);
  return created(deploymentStatusDocument(bench, { repository, deployment }, status));
}

/** A success makes the older ones of a lasting, not productive environment inactive, when they had succeeded. */
function retireOlder({ bench, call, repository }: Context, latest: Deployment): void {
  for (const older of repository.deployments) {
    const last = older.statuses.at(-1);
    if (older === latest || older.environment !== latest.environment || older.transient || older.production) continue;
    if (last?.state !== 'success') continue;
    older.statuses.push({
      ...last,
      id: takeId(bench.state),
      state: 'inactive',
      creator: call.identity.login,
      createdAt: timestamp(),
    });
  }
}

function deploymentOf({ call, repository }: Context): Deployment | undefined {
  const wanted = Number(call.params['deployment_id']);
  return repository.deployments.find(({ id }) => id === wanted);
}

async function ofCommit({ bench, call, repository }: Context): Promise<Answer> {
  const sha = await commitOf(repository, call.params['ref'] ?? '');
  const found = repository.statuses.filter((status) => status.sha === sha).toReversed();
  return listAnswer(call, found, (status) => commitStatusDocument(bench, repository, status));
}

function createOfCommit({ bench, call, repository }: Context): Answer {
  const { body, params, identity } = call;
  const status: CommitStatus = {
    ...{
      id: takeId(bench.state),
      sha: params['sha'] ?? '',
      state: String(body['state']),
      context: textOf(body['context']) ?? 'default',
    },
    ...{ description: textOf(body['description']) ?? null, targetUrl: textOf(body['target_url']) ?? null },
    ...{ creator: identity.login, createdAt: timestamp() },
  };
  repository.statuses.push(status);
  return created(commitStatusDocument(bench, repository, status));
}
