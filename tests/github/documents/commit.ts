import type { Bench } from '../bench.ts';
import type { CommitObject } from '../git-objects.ts';
import type { Repository } from '../state.ts';
import { apiLink, htmlLink, nodeId, type Document } from './links.ts';

/** A commit as the Git database answers it. */
export function gitCommitDocument(bench: Bench, repository: Repository, commit: CommitObject): Document {
  const { sha, tree, parents, message, author, committer } = commit;
  return {
    ...{ sha, node_id: nodeId('C', sha), message, author, committer },
    ...{ url: gitLink(bench, repository, sha), html_url: htmlLink(repository, `/commit/${sha}`) },
    tree: { sha: tree, url: apiLink(bench, repository, `/git/trees/${tree}`) },
    parents: parents.map((parent) => ({
      ...{ sha: parent, url: gitLink(bench, repository, parent), html_url: htmlLink(repository, `/commit/${parent}`) },
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** A commit as comparisons show it. Nobody's account is known by an address, so authors are null as for unknown people. */
export function commitDocument(bench: Bench, repository: Repository, commit: CommitObject): Document {
  const { sha, tree, parents, message, author, committer } = commit;
  const url = apiLink(bench, repository, `/commits/${sha}`);
  const html = htmlLink(repository, `/commit/${sha}`);
  const treeDocument = { sha: tree, url: apiLink(bench, repository, `/git/trees/${tree}`) };
  return {
    ...{ sha, node_id: nodeId('C', sha), url, html_url: html, comments_url: `${url}/comments`, author: null, committer: null },
    commit: { url: gitLink(bench, repository, sha), message, author, committer, comment_count: 0, tree: treeDocument },
    parents: parents.map((parent) => ({ sha: parent, url: apiLink(bench, repository, `/commits/${parent}`) })),
  };
}

/** A reference and the object that it points at. */
export function refDocument(
  bench: Bench,
  repository: Repository,
  { ref, sha, type }: { readonly ref: string; readonly sha: string; readonly type: string },
): Document {
  const object = { type, sha, url: apiLink(bench, repository, `/git/${type}s/${sha}`) };
  return { ref, node_id: nodeId('REF', ref), url: apiLink(bench, repository, `/git/${ref}`), object };
}

function gitLink(bench: Bench, repository: Repository, sha: string): string {
  return apiLink(bench, repository, `/git/commits/${sha}`);
}
