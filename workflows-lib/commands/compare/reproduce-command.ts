import type { ComparisonWish } from './measure-sides.ts';
import type { SideSource } from './sides/find-base.ts';

/** Options that the same measurement needs again. */
export interface ReproducedWish extends ComparisonWish {
  readonly config?: string;
  /** Sides as they were named. */
  readonly base?: string;
  readonly head?: string;
}

/** What of a side tells how to name it again. */
type NamedSide = Pick<SideSource, 'commit' | 'label' | 'origin'>;

/** Both sides of a comparison. */
export type NamedSides = Readonly<Record<'base' | 'head', NamedSide>>;

/** One command that measures the same in another clone; head that is the checkout goes without saying. */
export function reproduceCommand({ base, head }: NamedSides, wish: ReproducedWish): string {
  const { config, only, metrics = [], pairs, budgetMs } = wish;
  return commandOf({
    ...{ '--base': nameOf(base, wish.base), '--head': head.origin === 'checkout' ? undefined : nameOf(head, wish.head) },
    ...{ '--config': config, '--only': only, '--pairs': pairs?.toString() },
    ...{ '--budget': budgetMs === undefined ? undefined : `${budgetMs}ms`, '--metric': metrics },
  });
}

/** The command that compares two run documents again. */
export function reproduceOfRuns({
  base,
  head,
  config,
}: Readonly<Record<'base' | 'head', string>> & { readonly config?: string | undefined }): string {
  return commandOf({ '--base': base, '--head': head, '--config': config });
}

/** A folder need not be what lies in its commit, so it stays the folder that was given. */
function nameOf({ commit, label, origin }: NamedSide, given: string | undefined): string {
  return origin === 'directory' ? (given ?? label) : (commit ?? label);
}

function commandOf(options: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const given = Object.entries(options).flatMap(([name, value = []]) => [value].flat().flatMap((one) => [name, one]));
  return ['shotclock', 'compare', ...given].map(quoted).join(' ');
}

/** As a POSIX shell reads one word. */
function quoted(word: string): string {
  return /^[\w./@:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
