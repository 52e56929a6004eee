import { EXIT, UsageError } from '../core/errors.ts';
import { publishReport } from '../commands/publish-report.ts';
import type { Published } from '../commands/publish-report.ts';
import { explain } from './run-command.ts';
import type { Door } from './run-command.ts';

/** Options of `shotclock report --publish`. */
export interface PublishingOptions {
  readonly repository?: string;
  readonly pullRequest?: number;
  readonly sha?: string;
  readonly name: string;
}

/** Publishes a saved run on a pull request as the action does, with the token of GITHUB_TOKEN or GH_TOKEN; returns the exit code. */
export async function showPublished(run: string, options: PublishingOptions, door: Door): Promise<number> {
  const { env } = door.context;
  const token = env['GITHUB_TOKEN'] ?? env['GH_TOKEN'] ?? '';
  if (token === '') throw new UsageError('publishing needs a token in GITHUB_TOKEN or GH_TOKEN (gh auth token prints one)');
  if (options.pullRequest === undefined && (env['GITHUB_EVENT_NAME'] ?? '') === '')
    throw new UsageError(
      'name the pull request with --pull-request, its repository with --repository, and with --sha what was measured',
    );
  const published = await publishReport({ run, artifact: '', comment: 'always', check: false, token, ...options }, door.context);
  door.print(`${describe(published)}\n`);
  return published.failure === undefined ? EXIT.pass : explain(published.failure, door.terminal);
}

function describe({ comment, pullRequest }: Published): string {
  if (comment === null) return 'No comment was written.';
  const where = comment.url ?? `pull request #${pullRequest ?? '?'}`;
  return comment.outcome === 'superseded' ? `A newer report stands already: ${where}` : `Comment ${comment.outcome}: ${where}`;
}
