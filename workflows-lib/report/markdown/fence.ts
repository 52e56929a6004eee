import { oneLine } from '../escape.ts';

const BREAKER = '\u200b';

/**
 * A command as a block of code, in a fence that nothing in it can close. A block of code shows everything as it is; broken is only what a
 * reader of the whole text takes for its own: an HTML comment, by which bots find their comments again, and a workflow command. It is whole, however
 * long: half a command is another one.
 */
export function fencedCommand(command: string): string {
  return fenced([oneLine(command, Infinity)], 'sh');
}

/** Lines of output as a block of code, as safe as a command; each must be one line. */
export function fencedLines(lines: readonly string[]): string {
  return fenced(lines, 'text');
}

function fenced(lines: readonly string[], language: string): string {
  const shown = lines.map(broken);
  const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

function broken(line: string): string {
  return line.replace(/<!-|--(?=>)|##(?=\[)|^:(?=:)/g, (match) => `${match.slice(0, 1)}${BREAKER}${match.slice(1)}`);
}
