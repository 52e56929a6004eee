/** Plain trees of objects, lists and scalars, changed without touching the original. */
import type { Path } from './problems.ts';

/** A copy with the value at `path` changed; the same tree when nothing stands there. */
export function replaceAt(tree: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(tree);
  if (Array.isArray(tree)) return tree.map((item: unknown, index) => (index === step ? replaceAt(item, rest, change) : item));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, item]) => [key, key === step ? replaceAt(item, rest, change) : item]),
  );
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
