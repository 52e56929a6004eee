/**
 * Whether the committed bundles are what the sources build: `node scripts/check-bundles.mjs [--dir DIR]`.
 *
 * Builds them twice into a temporary folder, here under this Node, and in a copy of the repository elsewhere under the system's Node,
 * and compares the SHA-256 of every file with DIR (`actions`). Exit 1 and a list when anything differs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { copyTree } from './bundle/copy-tree.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUILD_TIMEOUT_MS = 300_000;
/** What a build reads. */
const INPUTS = [
  ...['actions', 'workflows-lib', 'scripts', 'node_modules'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.actions.json'],
];

function main() {
  const { values } = parseArgs({ options: { dir: { type: 'string' } } });
  const committed = digests(resolve(values.dir ?? join(root, 'actions')));
  const work = mkdtempSync(join(tmpdir(), 'check bundles '));
  process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

  const here = build(root, process.execPath, join(work, 'here'));
  const problems = compare(committed, here, 'the committed bundles', 'a build of the sources');
  const other = otherNode();
  if (other === undefined) say(`Only Node ${process.version} is here: whether another one builds the same was not checked.`);
  else problems.push(...compare(here, buildElsewhere(work, other), 'that build', `one elsewhere under Node ${other.version}`));

  for (const problem of problems) say(problem);
  if (problems.length === 0) say(`${committed.size} files, each as built.`);
  else
    say(
      `\nRun npm run build:actions and commit actions/. If a build differs elsewhere or under another Node, mend the build first.`,
    );
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function buildElsewhere(work, { path }) {
  const copy = join(work, 'elsewhere', 'deeper');
  for (const input of INPUTS) copyTree(join(root, input), join(copy, input));
  return build(copy, path, join(work, 'there'));
}

function build(folder, node, out) {
  const started = performance.now();
  const args = [join(folder, 'scripts', 'build-actions.mjs'), '--out', out];
  const { status, stderr } = spawnSync(node, args, { encoding: 'utf8', timeout: BUILD_TIMEOUT_MS });
  if (status !== 0) throw new Error(`The build under ${node} failed:\n${stderr}`);
  say(`Built with ${versionOf(node)} in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  return digests(out);
}

/** A Node in PATH that is not ours: npm puts its own first. */
function otherNode() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const paths = folders.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  const nodes = paths.map((path) => ({ path, version: versionOf(path) }));
  // 20 is the oldest that runs anything here, scripts/run.mjs included.
  return nodes.find(({ version }) => version !== process.version && Number.parseInt(version.slice(1), 10) >= 20);
}

function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

/** SHA-256 of every built file, by path. */
function digests(folder) {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const files = names.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const built = files.filter((file) => /(^|\/)dist\//.test(file)).sort();
  return new Map(
    built.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

function compare(one, other, oneName, otherName) {
  const files = [...new Set([...one.keys(), ...other.keys()])].sort();
  return files.flatMap((file) => {
    const [a, b] = [one.get(file), other.get(file)];
    if (a === b) return [];
    if (a === undefined) return [`${file}: missing in ${oneName}`];
    if (b === undefined) return [`${file}: not in ${otherName}`];
    return [`${file}: SHA-256 ${a.slice(0, 16)}… in ${oneName}, ${b.slice(0, 16)}… in ${otherName}`];
  });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

main();
