import type { Bench } from '../bench.ts';
import type { CheckAnnotation, CheckRun, Repository } from '../state.ts';
import { accountDocument } from './account.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';
import { minimalPullDocument } from './pull.ts';

/** A check run. */
export function checkRunDocument(bench: Bench, repository: Repository, check: CheckRun): Document {
  const { id } = check;
  const url = apiLink(bench, repository, `/check-runs/${id}`);
  const html = htmlLink(repository, `/runs/${id}`);
  const pulls = repository.pulls.filter((pull) => pull.headSha === check.headSha && pull.headRepository === repository.fullName);
  return {
    ...{ id, node_id: nodeId('CR', id), head_sha: check.headSha, name: check.name, url, html_url: html },
    ...{
      details_url: check.detailsUrl ?? html,
      external_id: check.externalId,
      status: check.status,
      conclusion: check.conclusion,
    },
    ...{ started_at: check.startedAt, completed_at: check.completedAt, check_suite: { id: suiteOf(check) } },
    output: {
      ...{ title: check.title, summary: check.summary, text: check.text },
      ...{ annotations_count: check.annotations.length, annotations_url: `${url}/annotations` },
    },
    app: appDocument(bench),
    pull_requests: pulls.map((pull) => minimalPullDocument(bench, repository, pull)),
  };
}

/** One suite for every commit: all checks here come from one app. */
const suiteOf = ({ headSha }: CheckRun): number => Number.parseInt(headSha.slice(0, 8), 16);

/** An annotation of a check run. */
export function annotationDocument(repository: Repository, { headSha }: CheckRun, annotation: CheckAnnotation): Document {
  const { path, startLine, endLine, startColumn, endColumn, level, title, message, rawDetails } = annotation;
  return {
    ...{ path, start_line: startLine, end_line: endLine, start_column: startColumn, end_column: endColumn },
    ...{ annotation_level: level, title, message, raw_details: rawDetails },
    blob_href: htmlLink(repository, `/blob/${headSha}/${path}`),
  };
}

/** The app that a job's token belongs to. */
function appDocument(bench: Bench): Document {
  const since = '2018-07-30T09:30:17Z';
  return {
    ...{ id: 15368, slug: 'github-actions', node_id: nodeId('A', 15368), name: 'GitHub Actions', description: null },
    ...{ owner: accountDocument(bench, 'github'), external_url: 'https://help.github.com/en/actions' },
    ...{ html_url: 'https://github.com/apps/github-actions', created_at: since, updated_at: since },
    ...{ permissions: { checks: 'write', metadata: 'read' }, events: [] },
  };
}
