import { noContent, notFound, ok, refusal, type Answer } from '../answer.ts';
import { artifactDocument, workflowId, workflowRunDocument } from '../documents/run.ts';
import { countedAnswer } from '../pages.ts';
import { artifactDownloadPath } from '../signed-link.ts';
import type { Artifact, WorkflowRun } from '../state.ts';
import { objectOf, textOf, type Context, type TableRoute } from './table.ts';

const READ = ['actions=read'];
const WORKFLOW = '/actions/workflows/{workflow_id}';

/** Workflow runs, their artifacts, and what starts them. */
export const runRoutes: readonly TableRoute[] = [
  { at: 'GET /actions/runs', operationId: 'actions/list-workflow-runs-for-repo', needs: READ, handler: list },
  { at: 'GET /actions/runs/{run_id}', operationId: 'actions/get-workflow-run', needs: READ, handler: get },
  { at: `GET ${WORKFLOW}/runs`, operationId: 'actions/list-workflow-runs', needs: READ, handler: list },
  {
    at: `POST ${WORKFLOW}/dispatches`,
    operationId: 'actions/create-workflow-dispatch',
    needs: ['actions=write'],
    handler: dispatch,
  },
  { at: 'POST /dispatches', operationId: 'repos/create-dispatch-event', needs: ['contents=write'], handler: dispatchEvent },
  {
    at: 'GET /actions/runs/{run_id}/artifacts',
    operationId: 'actions/list-workflow-run-artifacts',
    needs: READ,
    handler: artifacts,
  },
  {
    at: 'GET /actions/artifacts/{artifact_id}/{archive_format}',
    operationId: 'actions/download-artifact',
    needs: READ,
    handler: download,
  },
];

function list({ bench, call, repository }: Context): Answer {
  const { query, params } = call;
  const status = query.get('status');
  const equal = (name: string, value: string): boolean => query.get(name) === null || query.get(name) === value;
  const found = repository.workflowRuns
    .filter((run) => equal('branch', run.headBranch) && equal('event', run.event) && equal('head_sha', run.headSha))
    .filter((run) => equal('actor', run.actor) && (status === null || run.status === status || run.conclusion === status))
    .filter((run) => params['workflow_id'] === undefined || isOf(run, params['workflow_id']));
  return countedAnswer(call, found.toReversed(), {
    key: 'workflow_runs',
    view: (run) => workflowRunDocument(bench, repository, run),
  });
}

/** A workflow is named by its id or by the name of its file. */
const isOf = ({ path }: WorkflowRun, workflow: string): boolean =>
  path.split('/').at(-1) === workflow || String(workflowId(path)) === workflow;

function get({ bench, call, repository }: Context): Answer {
  const wanted = Number(call.params['run_id']);
  const run = repository.workflowRuns.find(({ id }) => id === wanted);
  return run === undefined ? notFound() : ok(workflowRunDocument(bench, repository, run));
}

function dispatch({ call, repository }: Context): Answer {
  const { body, params } = call;
  repository.dispatches.push({
    ...{ kind: 'workflow', workflow: params['workflow_id'] ?? '', ref: String(body['ref']), inputs: objectOf(body['inputs']) },
  });
  return noContent();
}

function dispatchEvent({ call, repository }: Context): Answer {
  const { body } = call;
  repository.dispatches.push({
    kind: 'repository',
    eventType: textOf(body['event_type']) ?? '',
    payload: objectOf(body['client_payload']),
  });
  return noContent();
}

function artifacts({ bench, call, repository }: Context): Answer {
  const name = call.query.get('name');
  const wanted = Number(call.params['run_id']);
  const found = bench.state.artifacts
    .filter((artifact) => artifact.repository === repository.fullName && artifact.runId === wanted)
    .filter((artifact) => name === null || artifact.name === name);
  return countedAnswer(call, found.toReversed(), {
    key: 'artifacts',
    view: (artifact) => artifactDocument(bench, repository, artifact),
  });
}

/** Sends the client to the blob store, whose signed address needs no token. */
function download({ bench, call, repository }: Context): Answer {
  const wanted = Number(call.params['artifact_id']);
  const isIt = ({ id, repository: home }: Artifact): boolean => id === wanted && home === repository.fullName;
  const artifact = bench.state.artifacts.find(isIt);
  if (artifact === undefined || call.params['archive_format'] !== 'zip') return notFound();
  if (artifact.expired) return refusal(410, 'Artifact has expired');
  return { status: 302, headers: { location: bench.links.sign(artifactDownloadPath(artifact.id)) } };
}
