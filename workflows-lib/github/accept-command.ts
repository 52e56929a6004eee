/** The comment command by which a regression is accepted. */
import { oneLine } from '../core/log-guard.ts';

/** What a line of a comment accepts, and why; an empty reason was not given. */
export interface AcceptCommand {
  readonly metric: string;
  readonly reason: string;
}

const LINE = /^\/shotclock[ \t]+accept(?:[ \t]+(\S+))?(?:[ \t]+(.*))?$/;
const MOST_COMMANDS = 50;
const LONGEST_REASON = 300;

/**
 * The commands of a comment: `/shotclock accept METRIC REASON`, one a line. The comment has to begin with one, so that a quotation or an example
 * accepts nothing; its other lines are whatever people want to say. A metric may stand in backticks.
 */
export function acceptCommands(body: string): readonly AcceptCommand[] {
  const lines = body.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
  const [first = ''] = lines;
  if (!LINE.test(first)) return [];
  return lines.slice(0, MOST_COMMANDS).flatMap((line) => {
    const [whole, metric = '', reason = ''] = LINE.exec(line) ?? [];
    return whole === undefined
      ? []
      : [{ metric: metric.replace(/^`(.*)`$/, '$1'), reason: oneLine(reason.trim(), LONGEST_REASON) }];
  });
}
