import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages whose code is in the bundle, sorted: name, version, the licence that they declare, and their folder. */
export function packagesOf(stats) {
  const folders = new Map();
  for (const { folder, name } of modulesOf(stats)) if (folder !== undefined) folders.set(folder, name);
  const packages = [...folders].map(([folder, name]) => {
    const { version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { name, version, license: license ?? licenses, folder };
  });
  return packages.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** What a reader of an advisory looks for: the versions of every package in the bundle, by name. */
export function versionsByName(packages) {
  const names = [...new Set(packages.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => [name, packages.filter((one) => one.name === name).map(({ version }) => version)]),
  );
}

/** What is imported and was not found; ncc puts a module of its own in its place. */
export function missingModules(stats) {
  const requests = [...modulesOf(stats)].map(({ resource }) => /@@notfound\.js\?(.*)$/.exec(resource)?.[1]);
  return [...new Set(requests.filter((request) => request !== undefined))].sort();
}

/** A table: bytes of source by package, where a module that lies in several chunks counts as often, then the chunks with what fills them. */
export function sizeReport(stats) {
  const byPackage = new Map();
  const byChunk = new Map();
  for (const { name, bytes, chunks } of modulesOf(stats)) {
    add(byPackage, name, bytes * chunks.length);
    for (const chunk of chunks) add(byChunk.get(chunk) ?? byChunk.set(chunk, new Map()).get(chunk), name, bytes);
  }
  const chunks = [...byChunk].map(([id, names]) => `${String(id).padStart(6)}  ${top(names, 6).map(cell).join(', ')}`);
  return `By package:\n${top(byPackage, 40)
    .map((row) => `  ${cell(row)}\n`)
    .join('')}By chunk:\n${chunks.join('\n')}\n`;
}

function add(totals, name, bytes) {
  totals.set(name, (totals.get(name) ?? 0) + bytes);
}

function top(totals, count) {
  return [...totals].sort(([, a], [, b]) => b - a).slice(0, count);
}

function cell([name, bytes]) {
  return `${name} ${Math.round(bytes / 1_000)} kB`;
}

function* modulesOf({ compilation: { modules, chunkGraph } }) {
  for (const module of modules) {
    const chunks = [...chunkGraph.getModuleChunks(module)].map(({ id }) => id);
    for (const part of module.modules ?? [module]) {
      if (part.resource === undefined) continue;
      yield { ...packageOf(part.resource), resource: part.resource, bytes: part.size(), chunks };
    }
  }
}

function packageOf(resource) {
  const match = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(resource);
  return match === null ? { name: 'shotclock' } : { folder: match[1], name: match[2].replaceAll('\\', '/') };
}
