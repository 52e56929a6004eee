import { UsageError } from '../core/errors.ts';

/** Something that must wait for others of its kind. */
interface Needing {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * Puts items behind everything that they need, otherwise in their given order (depth-first topological sort).
 * Throws UsageError on a cycle, showing it, and on a need that does not exist.
 */
export function inOrderOfNeeds<T extends Needing>(items: readonly T[]): T[] {
  const byName = new Map(items.map((item) => [item.name, item]));
  const ordered = new Set<T>();
  const visit = (item: T, path: readonly string[]): void => {
    if (ordered.has(item)) return;
    if (path.includes(item.name)) {
      const cycle = [...path.slice(path.indexOf(item.name)), item.name].join(' -> ');
      throw new UsageError(`The processes wait for each other: ${cycle}. Remove one of these \`needs\`.`);
    }
    for (const need of item.needs) {
      const needed = byName.get(need);
      if (needed === undefined) {
        throw new UsageError(
          `Process ${item.name} needs ${need}, which is no process. There are: ${[...byName.keys()].join(', ')}.`,
        );
      }
      visit(needed, [...path, item.name]);
    }
    ordered.add(item);
  };
  for (const item of items) visit(item, []);
  return [...ordered];
}
