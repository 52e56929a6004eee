import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { copyTree } from './copy-tree.mjs';

/** Never part of a bundle, and half of all files. */
const UNUSED_FILE = /\.(d\.[cm]?ts|map)$/;

/**
 * Lays out, in `stage`, the packages that a user of ours would get: no development dependencies, so that using one by mistake fails here,
 * and nothing for one platform only, so that every machine builds the same. npm cannot share a nested package between two dependents;
 * here each that is installed more than once is a link to its first copy, so that the bundle holds it once.
 */
export function stagePackages(root, stage) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.keys(packages)
    .filter((path) => isShipped(path, packages[path]))
    .sort();
  const kinds = kindsOf(shipped, packages);
  const first = new Map();
  const replaced = [];
  for (const path of shipped) {
    if (replaced.some((duplicate) => path.startsWith(`${duplicate}/`))) continue;
    const original = first.get(kinds.get(path));
    if (original === undefined) {
      first.set(kinds.get(path), path);
      copyTree(join(root, path), join(stage, path), (name) => name !== 'node_modules' && !UNUSED_FILE.test(name));
    } else {
      replaced.push(path);
      mkdirSync(dirname(join(stage, path)), { recursive: true });
      symlinkSync(relative(dirname(path), original), join(stage, path));
    }
  }
}

function isShipped(path, { dev, link, os, cpu }) {
  return path.startsWith('node_modules/') && dev !== true && link !== true && os === undefined && cpu === undefined;
}

/**
 * Two packages are of one kind when they are the same version and everything that they depend on is, in turn, of one kind: the coarsest
 * such partition, found by refining it until it no longer changes (Moore 1956).
 */
function kindsOf(paths, packages) {
  let kinds = new Map(paths.map((path) => [path, `${nameOf(path)}@${packages[path].version}`]));
  for (let count = 0; count < new Set(kinds.values()).size;) {
    count = new Set(kinds.values()).size;
    const numbers = new Map();
    const describe = (path) =>
      [kinds.get(path), ...dependenciesOf(path, packages).map((found) => kinds.get(found) ?? 'none')].join(' ');
    kinds = new Map(
      paths.map((path) => {
        const description = describe(path);
        if (!numbers.has(description)) numbers.set(description, numbers.size);
        return [path, numbers.get(description)];
      }),
    );
  }
  return kinds;
}

/** Where a package's dependencies are found, in order of their names. */
function dependenciesOf(path, packages) {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path];
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).sort();
  return names.map((name) => find(name, path, packages));
}

function find(name, from, packages) {
  const candidate = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (candidate in packages || from === '') return candidate;
  const end = from.lastIndexOf('node_modules/');
  return find(name, from.slice(0, Math.max(0, end - 1)), packages);
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
