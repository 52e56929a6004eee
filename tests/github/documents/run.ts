import { createHash } from 'node:crypto';
import type { Bench } from '../bench.ts';
import type { Artifact, Repository, WorkflowRun } from '../state.ts';
import { accountDocument } from './account.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';
import { minimalPullDocument } from './pull.ts';
import { minimalRepositoryDocument } from './repository.ts';

/** The id of a workflow, from the name of its file. */
export function workflowId(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0);
}

/** A run of a workflow. Of a run that a fork started `pull_requests` is empty, as it is on GitHub. */
export function workflowRunDocument(bench: Bench, repository: Repository, run: WorkflowRun): Document {
  const { id, headSha, headBranch, headRepository, path } = run;
  const url = apiLink(bench, repository, `/actions/runs/${id}`);
  const workflow = workflowId(path);
  const head = bench.state.repositories.get(headRepository);
  const pulls = headRepository === repository.fullName ? repository.pulls.filter((pull) => pull.headSha === headSha) : [];
  return {
    ...{ id, node_id: nodeId('WFR', id), name: run.name, display_title: run.name, path, event: run.event },
    ...{ status: run.status, conclusion: run.conclusion, run_attempt: run.attempt, run_number: 1, workflow_id: workflow },
    ...{ head_sha: headSha, head_branch: headBranch, head_commit: commitDocument(run), check_suite_id: id },
    ...{ url, html_url: htmlLink(repository, `/actions/runs/${id}`), jobs_url: `${url}/jobs`, logs_url: `${url}/logs` },
    ...{ artifacts_url: `${url}/artifacts`, cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun`, previous_attempt_url: null },
    check_suite_url: apiLink(bench, repository, `/check-suites/${id}`),
    workflow_url: apiLink(bench, repository, `/actions/workflows/${workflow}`),
    ...{ actor: accountDocument(bench, run.actor), triggering_actor: accountDocument(bench, run.actor) },
    ...{ created_at: run.createdAt, updated_at: run.createdAt, run_started_at: run.createdAt },
    pull_requests: pulls.map((pull) => minimalPullDocument(bench, repository, pull)),
    repository: minimalRepositoryDocument(bench, repository),
    head_repository: head === undefined ? null : minimalRepositoryDocument(bench, head),
  };
}

function commitDocument({ headSha, actor, createdAt }: WorkflowRun): Document {
  const person = { name: actor, email: `${actor}@users.noreply.github.com` };
  return { id: headSha, tree_id: headSha, message: 'Change', timestamp: createdAt, author: person, committer: person };
}

/** An artifact, with the address of its zip. */
export function artifactDocument(bench: Bench, repository: Repository, artifact: Artifact): Document {
  const { id, name, runId, expired, createdAt, digest } = artifact;
  const url = apiLink(bench, repository, `/actions/artifacts/${id}`);
  const run = repository.workflowRuns.find((candidate) => candidate.id === runId);
  const head = run === undefined ? undefined : bench.state.repositories.get(run.headRepository);
  return {
    ...{ id, node_id: nodeId('ART', id), name, size_in_bytes: artifact.bytes.length, url, archive_download_url: `${url}/zip` },
    ...{
      expired,
      digest,
      created_at: createdAt,
      updated_at: createdAt,
      expires_at: artifact.expiresAt ?? daysAfter(createdAt, 90),
    },
    workflow_run: {
      ...{ id: runId, repository_id: repository.id, head_repository_id: head?.id ?? repository.id },
      ...(run === undefined ? {} : { head_branch: run.headBranch, head_sha: run.headSha }),
    },
  };
}

function daysAfter(time: string, days: number): string {
  return new Date(Date.parse(time) + days * 86_400_000).toISOString();
}
