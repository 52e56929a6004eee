/** The form that every `npm run bench:…` has: a table with the target beside each figure, `--quick`, `--json FILE`, exit 1 on a miss. */
import { writeFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One figure. Without a bound it is information only. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure must not be above this. */
  readonly atMost?: number;
  /** The figure must not be below this. */
  readonly atLeast?: number;
}

/** How a benchmark is run. */
export interface BenchOptions {
  /** A look in under 60 s instead of the full measurement. */
  readonly quick: boolean;
  /** Progress, on standard error. */
  readonly progress: (message: string) => void;
  /** Further options of the command line, by name: texts only. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

function met(figure: Figure): boolean {
  if (!Number.isFinite(figure.value)) return false;
  return figure.value <= (figure.atMost ?? Infinity) && figure.value >= (figure.atLeast ?? -Infinity);
}

function target(figure: Figure): string {
  if (figure.atMost !== undefined) return `<= ${figure.atMost} ${figure.unit}`;
  if (figure.atLeast !== undefined) return `>= ${figure.atLeast} ${figure.unit}`;
  return '';
}

function mark(figure: Figure): string {
  if (figure.atMost === undefined && figure.atLeast === undefined) return '';
  return met(figure) ? 'met' : 'MISSED';
}

/** The table as text, columns lined up. */
function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${Number(figure.value.toPrecision(4))} ${figure.unit}`,
    target(figure),
    mark(figure),
  ]);
  const table = [['figure', 'measured', 'target', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Runs a benchmark as a command. `more` are names of options of its own, each with a value. */
export async function runBench(
  name: string,
  measure: (options: BenchOptions) => Promise<readonly Figure[]>,
  more: readonly string[] = [],
): Promise<void> {
  const own: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(more.map((option) => [option, { type: 'string' }]));
  const { values: given } = parseArgs({ options: { ...own, quick: { type: 'boolean' }, json: { type: 'string' } } });
  const texts = Object.entries(given).flatMap(([option, value]) => (typeof value === 'string' ? [[option, value] as const] : []));
  const values: BenchOptions['values'] = Object.fromEntries(texts);
  const quick = given.quick === true;
  const figures = await measure({ quick, values, progress: (message) => process.stderr.write(`${message}\n`) });
  process.stdout.write(`${name}\n\n${renderFigures(figures)}\n`);
  if (values['json'] !== undefined) {
    await writeFile(values['json'], `${JSON.stringify({ name, quick, figures }, undefined, 2)}\n`);
  }
  if (!figures.every(met)) process.exitCode = 1;
}
