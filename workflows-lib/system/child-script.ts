import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a script that runs as a child, given relative to the asking module and without its extension. Sources are `.ts`, the
 * published package and the actions' bundle are `.js`: the child has the extension of whoever asks. In the bundle the asking module is a
 * chunk, and scripts/build-actions.mjs puts a stub where this points.
 */
export function childScript(moduleUrl: string, path: string): string {
  return fileURLToPath(new URL(path + extname(fileURLToPath(moduleUrl)), moduleUrl));
}

/**
 * Absolute path of what scripts/build-actions.mjs puts beside the actions' bundle, as seen from a chunk of it. Where sources or the
 * published package run, nothing is there.
 */
export function besideBundle(moduleUrl: string, name: string): string {
  return join(fileURLToPath(new URL('.', moduleUrl)), name);
}
