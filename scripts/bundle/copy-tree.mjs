import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies a file or a folder, links as links. The files are hard links where possible, so neither side may write into them; ncc does write
 * into its `.cache` files, which therefore are copies. `wanted` decides by name what goes along.
 */
export function copyTree(from, to, wanted = () => true) {
  const entry = lstatSync(from);
  mkdirSync(entry.isDirectory() ? to : dirname(to), { recursive: true });
  if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
  else if (entry.isFile()) linkOrCopy(from, to);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(from)) if (wanted(name)) copyTree(join(from, name), join(to, name), wanted);
}

function linkOrCopy(from, to) {
  try {
    if (from.endsWith('.cache')) copyFileSync(from, to);
    else linkSync(from, to);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(from, to);
  }
}
