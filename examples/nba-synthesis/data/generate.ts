/** `node data/generate.ts [--out DIR] [--seed N]`: writes one season as seed.sql and one JSON file a game. */
import { parseArgs } from 'node:util';
import { ForeignFolderError, writeSeason } from './write-season.ts';

const USAGE = 'usage: node data/generate.ts [--out DIR] [--seed N]';

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

function readArguments(): { out: string; seed: number } | undefined {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string', default: '.generated' }, seed: { type: 'string', default: '2026' } },
    });
    if (/^\d{1,9}$/.test(values.seed)) return { out: values.out, seed: Number(values.seed) };
    fail(`--seed must be a whole number of at most nine digits, not "${values.seed}"; ${USAGE}`);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    fail(`${reason}; ${USAGE}`);
  }
  return undefined;
}

function run(): void {
  const values = readArguments();
  if (values === undefined) return;
  try {
    const { manifest, written } = writeSeason(values.out, values.seed);
    const content = `season ${manifest.season} with ${manifest.games} games and ${manifest.stat_lines} stat lines (seed ${manifest.seed})`;
    process.stdout.write(`${values.out}: ${content}${written ? '' : ', already there'}\n`);
  } catch (error) {
    if (!(error instanceof ForeignFolderError)) throw error;
    fail(error.message);
  }
}

run();
