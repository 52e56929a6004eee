import { UsageError } from './errors.ts';

const SPACE = /\s/;
/** The characters that a backslash keeps literal between double quotes (POSIX.1-2024, Shell Command Language 2.2.3). */
const ESCAPED_IN_DOUBLE_QUOTES = new Set(['"', '\\', '$', '`']);

/**
 * Splits a command line into words like a POSIX shell would: blanks separate, single quotes keep everything, double quotes keep blanks,
 * a backslash keeps the next character. Nothing is expanded. The first word is the program, so there is at least one.
 * Throws UsageError on an unclosed quote, a backslash at the end, and an empty command.
 */
export function splitCommand(command: string): [program: string, ...rest: string[]] {
  const words: string[] = [];
  let position = 0;
  while (position < command.length) {
    if (SPACE.test(command.charAt(position))) {
      position++;
      continue;
    }
    const word = readWord(command, position);
    words.push(word.text);
    position = word.end;
  }
  const [program, ...rest] = words;
  if (program === undefined || program === '') throw new UsageError('The command is empty. Give a program and its arguments.');
  return [program, ...rest];
}

interface Part {
  readonly text: string;
  readonly end: number;
}

function readWord(command: string, start: number): Part {
  let text = '';
  let position = start;
  while (position < command.length && !SPACE.test(command.charAt(position))) {
    const part = readPart(command, position);
    text += part.text;
    position = part.end;
  }
  return { text, end: position };
}

function readPart(command: string, start: number): Part {
  const character = command.charAt(start);
  if (character === "'") return readSingleQuoted(command, start);
  if (character === '"') return readDoubleQuoted(command, start);
  if (character !== '\\') return { text: character, end: start + 1 };
  if (start + 1 === command.length) throw new UsageError(`The command ends in a lone backslash: ${command}`);
  return { text: command.charAt(start + 1), end: start + 2 };
}

function readSingleQuoted(command: string, start: number): Part {
  const close = command.indexOf("'", start + 1);
  if (close === -1) throw unclosed(command, start);
  return { text: command.slice(start + 1, close), end: close + 1 };
}

function readDoubleQuoted(command: string, start: number): Part {
  let text = '';
  for (let position = start + 1; position < command.length; position++) {
    const character = command.charAt(position);
    if (character === '"') return { text, end: position + 1 };
    if (character === '\\' && ESCAPED_IN_DOUBLE_QUOTES.has(command.charAt(position + 1))) position++;
    text += command.charAt(position);
  }
  throw unclosed(command, start);
}

function unclosed(command: string, position: number): UsageError {
  return new UsageError(`The quote at character ${position + 1} is never closed: ${command}`);
}
