import type { Bench } from '../bench.ts';
import type { CommitStatus, Deployment, DeploymentStatus, Repository } from '../state.ts';
import { accountDocument } from './account.ts';
import { apiLink, nodeId, type Document } from './links.ts';

/** A deployment. */
export function deploymentDocument(bench: Bench, repository: Repository, deployment: Deployment): Document {
  const { id, ref, sha, task, environment, description, payload } = deployment;
  const url = apiLink(bench, repository, `/deployments/${id}`);
  return {
    ...{
      id,
      node_id: nodeId('DE', id),
      url,
      ref,
      sha,
      task,
      environment,
      original_environment: environment,
      description,
      payload,
    },
    ...{ transient_environment: deployment.transient, production_environment: deployment.production },
    ...{
      statuses_url: `${url}/statuses`,
      repository_url: apiLink(bench, repository),
      creator: accountDocument(bench, deployment.creator),
    },
    ...{ created_at: deployment.createdAt, updated_at: deployment.updatedAt, performed_via_github_app: null },
  };
}

/** A status of a deployment. */
export function deploymentStatusDocument(
  bench: Bench,
  { repository, deployment }: { readonly repository: Repository; readonly deployment: Deployment },
  status: DeploymentStatus,
): Document {
  const { id, state, description, environment, logUrl, environmentUrl, createdAt } = status;
  const parent = apiLink(bench, repository, `/deployments/${deployment.id}`);
  return {
    ...{ id, node_id: nodeId('DS', id), url: `${parent}/statuses/${id}`, state, description, environment },
    // Without a page of its own the target is empty, in spite of the description's format: it says so of the default.
    ...{ target_url: logUrl, log_url: logUrl, environment_url: environmentUrl, deployment_url: parent },
    ...{ repository_url: apiLink(bench, repository), creator: accountDocument(bench, status.creator) },
    ...{ created_at: createdAt, updated_at: createdAt, performed_via_github_app: null },
  };
}

/** A status of a commit. */
export function commitStatusDocument(bench: Bench, repository: Repository, status: CommitStatus): Document {
  const { id, sha, state, description, targetUrl, context, creator, createdAt } = status;
  return {
    ...{
      id,
      node_id: nodeId('SC', id),
      url: apiLink(bench, repository, `/statuses/${sha}`),
      state,
      description,
      target_url: targetUrl,
    },
    ...{ context, created_at: createdAt, updated_at: createdAt, avatar_url: null, creator: accountDocument(bench, creator) },
  };
}
