/** Plain trees of objects, lists and scalars, changed without touching the original. */
import type { Path } from './problems.ts';

/** A copy with every scalar changed. */
export function mapScalars(tree: unknown, change: (value: unknown, path: Path) => unknown, path: Path = []): unknown {
  if (Array.isArray(tree)) return tree.map((item: unknown, index) => mapScalars(item, change, [...path, index]));
  if (typeof tree !== 'object' || tree === null) return change(tree, path);
  return Object.fromEntries(Object.entries(tree).map(([key, item]) => [key, mapScalars(item, change, [...path, key])]));
}

/** A copy without the entries that `leftOut` names. */
export function without(tree: unknown, leftOut: (path: Path) => boolean, path: Path = []): unknown {
  const keep = (step: string | number, item: unknown): unknown[] => {
    const at = [...path, step];
    return leftOut(at) ? [] : [without(item, leftOut, at)];
  };
  if (Array.isArray(tree)) return tree.flatMap((item: unknown, index) => keep(index, item));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).flatMap(([key, item]) => keep(key, item).map((kept) => [key, kept])));
}

/** Keys of the mapping at `path`; none when there is no mapping. */
export function keysAt(tree: unknown, path: Path): readonly string[] {
  const [step, ...rest] = path;
  if (typeof tree !== 'object' || tree === null) return [];
  if (step === undefined) return Array.isArray(tree) ? [] : Object.keys(tree);
  const found = Object.entries(tree).find(([key]) => key === String(step));
  return found === undefined ? [] : keysAt(found[1], rest);
}
