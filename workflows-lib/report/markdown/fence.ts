import { oneLine } from '../escape.ts';

const BREAKER = '\u200b';

/**
 * A command as a block of code, in a fence that nothing in it can close. A block of code shows everything as it is; broken is only what a
 * reader of the whole text takes for its own: an HTML comment, by which bots find their comments again, and a workflow command.
 */
export function fencedCommand(command: string): string {
  const line = oneLine(command).replace(
    /<!-|--(?=>)|##(?=\[)|^:(?=:)/g,
    (match) => `${match.slice(0, 1)}${BREAKER}${match.slice(1)}`,
  );
  const longest = Math.max(2, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${line}\n${fence}`;
}
