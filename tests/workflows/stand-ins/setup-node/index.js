/** Plays actions/setup-node: the only Node to be had is the one that runs this, so another one that is asked for is an error. */
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { env } = process;
const file = env['INPUT_NODE-VERSION-FILE'] ?? '';
const wanted =
  env['INPUT_NODE-VERSION'] || (file === '' ? '' : readFileSync(join(env.GITHUB_WORKSPACE ?? '', file), 'utf8').trim());
if (wanted !== '' && wanted.split('.')[0] !== process.versions.node.split('.')[0]) {
  process.stdout.write(`::error::Node ${wanted} is not to be had here\n`);
  process.exit(1);
}
appendFileSync(env.GITHUB_PATH ?? '', `${dirname(process.execPath)}\n`);
process.stdout.write(`Node ${process.version}\n`);
