/** What an action leaves in the files that the runner gives it (GITHUB_OUTPUT and the like), read as the runner reads them. */

/** The largest summary that a step may have: 1 MiB. A longer one is dropped, and the step does not fail for it. */
export const SUMMARY_LIMIT = 1_048_576;

/**
 * Reads `NAME=VALUE` lines and `NAME<<DELIMITER` blocks. Throws the runner's error for anything else, for an empty name and for a
 * block that does not end: the step fails then, whatever it exited with.
 */
export function parseKeyValueFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  // What follows the last line break is a line only when there is something in it.
  if (lines.at(-1) === '') lines.pop();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[nameOf(line, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const end = endOfBlock(lines, index, line.slice(heredoc + 2));
    values[nameOf(line, heredoc)] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}

function nameOf(line: string, end: number): string {
  if (end === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return line.slice(0, end);
}

/** The index of the line that closes the block which the line at `start` opens. */
function endOfBlock(lines: readonly string[], start: number, delimiter: string): number {
  const line = lines[start] ?? '';
  if (delimiter === '') throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
  const end = lines.indexOf(delimiter, start + 1);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  return end;
}

/** The folders of GITHUB_PATH, in the order in which they were added. */
export function parsePathFile(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/** Variables that the runner does not let a file set, because they change how every later Node.js process starts. */
const BLOCKED_VARIABLES = new Set(['NODE_OPTIONS']);

/** GITHUB_ENV: like the others, but some names are refused, each with a message; the step goes on. */
export function parseEnvironmentFile(text: string): {
  readonly values: Record<string, string>;
  readonly refused: readonly string[];
} {
  const entries = Object.entries(parseKeyValueFile(text));
  const isBlocked = ([name]: readonly [string, string]): boolean => BLOCKED_VARIABLES.has(name.toUpperCase());
  return {
    values: Object.fromEntries(entries.filter((entry) => !isBlocked(entry))),
    refused: entries.filter(isBlocked).map(([name]) => `Can't store ${name} output parameter using '$GITHUB_ENV' command.`),
  };
}
