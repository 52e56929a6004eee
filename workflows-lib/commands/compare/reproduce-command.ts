import type { SideSource } from './sides/find-base.ts';

/** One command that measures the same in another clone. */
export function reproduceCommand(base: Pick<SideSource, 'commit' | 'label'>, only?: string): string {
  const words = ['shotclock', 'compare', '--base', base.commit ?? base.label, ...(only === undefined ? [] : ['--only', only])];
  return words.map(quoted).join(' ');
}

/** As a POSIX shell reads one word. */
function quoted(word: string): string {
  return /^[\w./@:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
