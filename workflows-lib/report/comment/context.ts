import { markdownCode } from '../escape.ts';
import { fencedCommand } from '../markdown/fence.ts';

/** What a comment says beside the run: all of it from the event and from us, nothing from the document. */
export interface CommentContext {
  /** What tells this report from another on the same pull request; left out where there is only one. */
  readonly name?: string;
  /** Commit that was measured. */
  readonly headSha: string;
  /** The pull request's commit of now, when it is another one. */
  readonly staleSince?: string;
  /** Full name of the fork whose code measured. */
  readonly measuredBy?: string;
  /** Page of the workflow run. */
  readonly detailsUrl: string;
  /** One command that measures the same again. */
  readonly reproduce: string;
}

const SHORT_SHA = 10;

/** A commit's short name as code. */
export function shortSha(sha: string): string {
  return markdownCode(sha.slice(0, SHORT_SHA));
}

/** That the pull request has moved on since; empty when it has not. */
export function staleBlock({ headSha, staleSince }: CommentContext): string {
  if (staleSince === undefined) return '';
  return (
    `> [!WARNING]\n> **Stale.** This was measured at ${shortSha(headSha)}; the pull request is at ${shortSha(staleSince)} now. ` +
    'Wait for the run of that commit before you decide anything.'
  );
}

/** What was measured and where, by the event: a document may name any other commit as its own. */
export function measuredBlock(context: CommentContext): string {
  return `Measured at ${shortSha(context.headSha)} by the ${detailsLink('workflow run', context)}.`;
}

/** That a stranger's code measured; empty when it was the repository's own. */
export function forkBlock({ measuredBy }: CommentContext): string {
  if (measuredBy === undefined) return '';
  return (
    `> [!IMPORTANT]\n> Measured by code of ${markdownCode(measuredBy, 150)} that nobody has reviewed. ` +
    'The figures are what that code says of itself; they decide nothing on their own.'
  );
}

/** A link to the workflow run, or the text alone where the address is none of the web. */
export function detailsLink(text: string, { detailsUrl }: CommentContext): string {
  const url = URL.canParse(detailsUrl) ? new URL(detailsUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return text;
  return `[${text}](${url.href.replace(/[()<>\\|`*_~\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

/** The command to measure again, in a fence that nothing in it can close. */
export function reproduceBlock({ reproduce }: CommentContext): string {
  return fencedCommand(reproduce);
}
