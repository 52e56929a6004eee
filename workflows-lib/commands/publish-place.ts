import { UsageError } from '../core/errors.ts';
import { parseRepository, readWorkflowContext } from '../github/workflow-context.ts';
import type { Repository, Subject } from '../github/workflow-context.ts';
import type { CommandContext } from './context.ts';

/** Where a report is published, as the command line may say it; in a job the event says it. */
export interface PlaceOptions {
  /** `owner/name`. */
  readonly repository?: string;
  readonly pullRequest?: number;
  /** Commit that was measured; full SHA. */
  readonly sha?: string;
}

/** A repository and what of it was measured. */
export interface Place {
  readonly repository: Repository;
  readonly subject: Subject;
  readonly apiUrl: string;
  /** Page of the workflow run, or of the pull request outside of a job. */
  readonly detailsUrl: string;
}

const PUBLIC_API = 'https://api.github.com';
const FULL_SHA = /^[0-9a-f]{40}$/;
const PUBLIC_SERVER = 'https://github.com';

/** Takes the place from the command line where it names a pull request, else from the event of the running job. */
export async function findPlace(options: PlaceOptions, context: CommandContext): Promise<Place> {
  if (options.pullRequest !== undefined) return namedPlace(options, options.pullRequest, context);
  const { repository, subject, apiUrl, serverUrl } = await readWorkflowContext(context.env);
  return placeOf({ repository, subject, apiUrl }, serverUrl);
}

/** The place of another subject in the same repository: what a comment on a pull request led to. */
export function movePlace(place: Place, subject: Subject, env: CommandContext['env']): Place {
  return placeOf({ ...place, subject }, env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER);
}

function placeOf(place: Omit<Place, 'detailsUrl'>, serverUrl: string): Place {
  const page = `${serverUrl.replace(/\/+$/, '')}/${fullName(place.repository)}/actions/runs/${place.subject.runId}`;
  return { ...place, detailsUrl: page };
}

/** `owner/name`. */
export function fullName({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

function namedPlace(options: PlaceOptions, number: number, { env, clock }: CommandContext): Place {
  const named = options.repository ?? env['GITHUB_REPOSITORY'];
  if (named === undefined || named === '') throw new UsageError('name the repository with --repository owner/name');
  const { sha = '' } = options;
  if (!FULL_SHA.test(sha)) throw new UsageError('name the commit that was measured with --sha, in full (git rev-parse HEAD)');
  const repository = parseRepository(named);
  return {
    repository,
    subject: {
      kind: 'pull-request',
      number,
      headSha: sha,
      headRepository: fullName(repository),
      // Outside of a job there is no run id: the second says which of two reports is the newer one.
      runId: Math.floor(clock.date().getTime() / 1000),
      runAttempt: 1,
    },
    apiUrl: env['GITHUB_API_URL'] ?? PUBLIC_API,
    detailsUrl: `${env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER}/${named}/pull/${number}`,
  };
}
