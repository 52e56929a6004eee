/**
 * Builds what the actions run: `node scripts/build-actions.mjs [--out DIR] [--report]`.
 *
 * tsc emits the sources once, ncc packs them with every dependency into one bundle of lazy chunks (`DIR/dist`), and each action gets a stub
 * that starts its part of it (`DIR/<action>/dist`). DIR is `actions` by default. `--report` lists what takes how much room.
 *
 * The same sources and package-lock.json give the same bytes: in any folder, under Node 20 and 24. So nothing here may depend on the time,
 * on an absolute path, or on the order in which a folder is read.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { renderLicenses } from './bundle/licenses.mjs';
import { missingModules, packagesOf, sizeReport, versionsByName } from './bundle/packages.mjs';
import { entryOf, findParts, stubsOf } from './bundle/parts.mjs';
import { postgresLock } from './bundle/postgres-lock.mjs';
import { stagePackages } from './bundle/stage-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const TSC_TIMEOUT_MS = 180_000;

/** What ncc may emit beside chunks. Anything else is a file that some package reads at run time: it must be looked at before it ships. */
const EXPECTED_ASSET = /^(\d+\.index\.js|package\.json)$/;
/** pg asks for it only when it is told to: its bindings to PostgreSQL's own library, which we do not use. */
const ABSENT_ON_PURPOSE = new Set(['pg-native']);
/** What pino would start as threads. fauxqs, which brings pino, runs without a logger, and none of these would run from a bundle. */
const UNUSED_ASSETS = new Set(['file.js', 'worker.js', 'worker1.js']);

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string' }, report: { type: 'boolean', default: false } } });
  const out = resolve(values.out ?? join(root, 'actions'));
  // Two levels below the root, because ncc names modules as seen from where it works: the names are the same wherever the root is.
  mkdirSync(join(root, '.generated'), { recursive: true });
  const stage = mkdtempSync(join(root, '.generated', 'bundle-'));
  process.once('exit', () => rmSync(stage, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

  const parts = findParts(root);
  stagePackages(root, stage);
  compile(stage);
  const { files, stats } = await pack(stage, parts);
  write(out, files);
  const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB, in ${out}\n`);
  if (values.report) process.stdout.write(sizeReport(stats));
}

function compile(stage) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', join(root, 'tsconfig.actions.json'), '--outDir', join(stage, 'lib')];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: TSC_TIMEOUT_MS });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
}

/** All files of the output, by path. */
async function pack(stage, parts) {
  writeFileSync(join(stage, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(stage, 'lib', 'entry.js'), entryOf(parts));
  const { code, assets, stats } = await runNcc(stage);
  const missing = missingModules(stats).filter((request) => !ABSENT_ON_PURPOSE.has(request));
  // ncc itself would ship code that throws when it gets there.
  if (missing.length > 0) throw new Error(`Not found, or only a development dependency: ${missing.join(', ')}`);
  const files = new Map([['dist/index.js', code]]);
  for (const name of Object.keys(assets).sort()) {
    if (UNUSED_ASSETS.has(name)) continue;
    if (!EXPECTED_ASSET.test(name))
      throw new Error(`ncc emitted ${name}: decide in scripts/build-actions.mjs whether it is needed.`);
    files.set(`dist/${name}`, assets[name].source);
  }
  for (const [path, content] of stubsOf(parts)) files.set(path, content);
  const packages = packagesOf(stats);
  files.set('dist/packages.json', json(versionsByName(packages)));
  files.set('dist/licenses.txt', renderLicenses(packages));
  files.set('dist/postgres-lock.json', json(postgresLock(root)));
  return { files, stats };
}

async function runNcc(stage) {
  const before = process.cwd();
  // ncc takes the working folder as the base of every name.
  process.chdir(stage);
  try {
    const ncc = createRequire(import.meta.url)('@vercel/ncc');
    const options = { cache: false, quiet: true, target: 'es2022', filename: 'index.js' };
    return await ncc(join(stage, 'lib', 'entry.js'), options);
  } finally {
    process.chdir(before);
  }
}

/** Replaces what an earlier build has left: a chunk that is no longer made must not stay. */
function write(out, files) {
  mkdirSync(out, { recursive: true });
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'dist');
  for (const folder of ['dist', ...folders.map(({ name }) => join(name, 'dist'))]) {
    rmSync(join(out, folder), { recursive: true, force: true });
  }
  for (const [path, content] of files) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
