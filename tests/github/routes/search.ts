import { ok, type Answer } from '../answer.ts';
import type { Bench } from '../bench.ts';
import { issueDocument } from '../documents/issue.ts';
import { page } from '../pages.ts';
import type { RestCall } from '../router.ts';
import type { Issue, Repository } from '../state.ts';
import { hasLabel, issuesOf } from './issues.ts';

/** One word of a search: `is:open`, `label:"two words"`, `text`. */
interface Term {
  readonly name: string;
  readonly value: string;
}

/** `GET /search/issues`: issues and pull requests by repository, state, label, author and words in the title or body. */
export function searchIssues(bench: Bench, call: RestCall): Answer {
  const terms = parseTerms(call.query.get('q') ?? '');
  const found = [...bench.state.repositories.values()]
    .filter((repository) => !repository.private || repository.fullName === call.identity.repository)
    .flatMap((repository) => issuesOf({ repository }).map((issue) => ({ repository, issue })))
    .filter((hit) => terms.every((term) => fits(hit, term)));
  const { items, headers } = page(call, found);
  const documents = items.map(({ repository, issue }) => ({ ...issueDocument(bench, repository, issue), score: 1 }));
  return ok({ total_count: found.length, incomplete_results: false, search_type: 'lexical', items: documents }, headers);
}

function parseTerms(text: string): readonly Term[] {
  return [...text.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, plain]) => ({
    name,
    value: quoted ?? plain ?? '',
  }));
}

function fits({ repository, issue }: { readonly repository: Repository; readonly issue: Issue }, { name, value }: Term): boolean {
  switch (name) {
    case 'repo':
      return repository.fullName.toLowerCase() === value.toLowerCase();
    case 'label':
      return hasLabel(issue, value);
    case 'author':
      return issue.author === value || `app/${issue.author.replace('[bot]', '')}` === value;
    case 'is':
    case 'type':
    case 'state':
      return fitsKind(issue, value);
    case 'in':
    case 'sort':
      return true;
    default:
      return `${issue.title} ${issue.body ?? ''}`.toLowerCase().includes(value.toLowerCase());
  }
}

function fitsKind(issue: Issue, value: string): boolean {
  const isPull = 'headSha' in issue;
  if (value === 'issue') return !isPull;
  if (value === 'pr' || value === 'pull-request') return isPull;
  return issue.state === value;
}
