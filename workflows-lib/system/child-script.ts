import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a script that runs as a child, given relative to the asking module and without its extension. Sources are `.ts`, the
 * published package is `.js`: the child has the extension of whoever asks.
 */
export function childScript(moduleUrl: string, path: string): string {
  return fileURLToPath(new URL(path + extname(fileURLToPath(moduleUrl)), moduleUrl));
}
