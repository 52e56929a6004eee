/**
 * Runs a script of this repository under Node 24: `node scripts/run.mjs [node flags] FILE [arguments]`.
 *
 * A fresh clone has only the system's Node (20 or later) and npm, so this file is plain JavaScript without dependencies. It installs
 * what package-lock.json asks for when that has changed, then hands over to the Node binary that npm installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.shotclock-installed');
/** Holds the id of the process that installs. */
const lock = join(root, '.install-lock');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function installed() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

/** Of two scripts that start at once one installs, and the other waits for it: two `npm ci` in one folder destroy each other's work. */
function installOnce() {
  while (!take(lock)) {
    if (!isRunning(holderOf(lock))) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  try {
    return installed() ? 0 : install();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Linked into place, so that nobody reads a lock that does not name its holder yet. */
function take(path) {
  const own = `${path}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own);
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    // It was given back in the meantime.
    return 0;
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Returns the exit code. */
function install() {
  process.stderr.write('Installing dependencies (once, about 20 s) ...\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write('npm ci failed; its message is above.\n');
    return result.status ?? 1;
  }
  if (!existsSync(node)) {
    process.stderr.write('npm did not install Node 24 (package "node"). Allow install scripts and run npm ci again.\n');
    return 1;
  }
  writeFileSync(stamp, lockDigest());
  return 0;
}

if (!installed()) {
  const failed = installOnce();
  if (failed !== 0) process.exit(failed);
}
const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
const child = spawn(node, process.argv.slice(2), { cwd: process.cwd(), stdio: 'inherit', env: { ...process.env, PATH: path } });
// A terminal signals the whole group, a plain kill only this process; the child takes what comes twice at once for one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
