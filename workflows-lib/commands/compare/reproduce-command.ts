import type { ComparisonWish } from './measure-sides.ts';
import type { SideSource } from './sides/find-base.ts';

/** Options that the same measurement needs again. */
export interface ReproducedWish extends ComparisonWish {
  readonly config?: string;
}

/** One command that measures the same in another clone. */
export function reproduceCommand(base: Pick<SideSource, 'commit' | 'label'>, wish: ReproducedWish): string {
  const { config, only, metrics = [], pairs, budgetMs } = wish;
  const options: Readonly<Record<string, string | undefined>> = {
    ...{ '--base': base.commit ?? base.label, '--config': config, '--only': only, '--pairs': pairs?.toString() },
    '--budget': budgetMs === undefined ? undefined : `${budgetMs}ms`,
  };
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
  const words = ['shotclock', 'compare', ...given, ...metrics.flatMap((metric) => ['--metric', metric])];
  return words.map(quoted).join(' ');
}

/** As a POSIX shell reads one word. */
function quoted(word: string): string {
  return /^[\w./@:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
