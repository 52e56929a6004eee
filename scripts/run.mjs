/**
 * Runs a script of this repository under Node 24: `node scripts/run.mjs [node flags] FILE [arguments]`.
 *
 * A fresh clone has only the system's Node (20 or later) and npm, so this file is plain JavaScript without dependencies. It installs
 * what package-lock.json asks for when that has changed, then hands over to the Node binary that npm installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.shotclock-installed');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installed() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

function install() {
  process.stderr.write('Installing dependencies (once, about 20 s) ...\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write('npm ci failed; its message is above.\n');
    process.exit(result.status ?? 1);
  }
  if (!existsSync(node)) {
    process.stderr.write('npm did not install Node 24 (package "node"). Allow install scripts and run npm ci again.\n');
    process.exit(1);
  }
  writeFileSync(stamp, lockDigest());
}

if (!installed()) install();
const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
const child = spawn(node, process.argv.slice(2), { cwd: process.cwd(), stdio: 'inherit', env: { ...process.env, PATH: path } });
// A terminal signals the whole group, a plain kill only this process; the child takes what comes twice at once for one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
