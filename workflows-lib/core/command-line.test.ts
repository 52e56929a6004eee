import { expect, test } from '@jest/globals';
import { splitCommand } from './command-line.ts';
import { UsageError } from './errors.ts';

// The expected words are what `sh -c 'printf "<%s>" …'` (dash) prints for the same text.
test.each([
  ['node mcp-server.ts', ['node', 'mcp-server.ts']],
  ['  node\t  a.ts  ', ['node', 'a.ts']],
  [String.raw`sh -c 'echo "a  b" $HOME'`, ['sh', '-c', 'echo "a  b" $HOME']],
  [String.raw`echo "it's \"here\" \$x \n"`, ['echo', String.raw`it's "here" $x \n`]],
  [String.raw`echo a\ b --name='x y'"z"`, ['echo', 'a b', '--name=x yz']],
  [`echo '' ""`, ['echo', '', '']],
])('a command line is split into words like a shell does: %s', (command, words) => {
  expect(splitCommand(command)).toEqual(words);
});

test.each(['echo "a', "echo 'a", 'echo a\\', '', '   ', '""'])('a command that cannot be split is refused: %j', (command) => {
  expect(() => splitCommand(command)).toThrow(UsageError);
});
