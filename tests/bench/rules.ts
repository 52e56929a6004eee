/**
 * `npm run bench:rules`: the gate's rule and those of others on the same recorded calls, as `bench:aa` and `bench:power` leave them (`--from FILE`, `--planted
 * FILE`). False alarms are comparisons of the example with itself in which any metric is called worse. Power at 5, 10 and 20 % is of slowdowns
 * injected into the same recordings: head's durations of one operation (`--operation`, the one of about 5 ms) times 1.05, 1.1 and 1.2. What was
 * really planted stands beside it. The others get calls that were made in turn on one machine, which is more than they ask for.
 */
import { UsageError } from '../../workflows-lib/core/errors.ts';
import { clopperPearson } from '../../workflows-lib/stats/proportion.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { DELAYED } from './planted/plantings.ts';
import { readRecordings, type Recording } from './planted/recording.ts';
import { asv } from './rivals/asv.ts';
import { bencherTTest } from './rivals/bencher.ts';
import { githubActionBenchmark } from './rivals/github-action-benchmark.ts';
import { judgeWith, ours, slowed, type Judge } from './rivals/judges.ts';

const AA_FILE = '.shotclock/bench/aa.jsonl';
const PLANTED_FILE = '.shotclock/bench/power.jsonl';
const SLOWDOWNS = [0.05, 0.1, 0.2] as const;
const QUICK_RECORDINGS = 40;
const MOST_FALSE_ALARMS = 0.01;

const JUDGES: readonly Judge[] = [
  ours,
  ...[2, 1.5, 1.1].map((threshold) => judgeWith(githubActionBenchmark(threshold))),
  ...[0.95, 0.99].map((boundary) => judgeWith(bencherTTest(boundary))),
  judgeWith(asv(1.1)),
  judgeWith(asv(1.05)),
];

await runBench('rules: the gate and others on the same measurements', run, ['from', 'planted', 'operation']);

/** Of so many, how many. */
interface Share {
  readonly of: number;
  readonly count: number;
}

interface Row {
  readonly judge: string;
  readonly falseAlarms: Share;
  readonly falseMetrics: Share;
  readonly injected: readonly Share[];
  readonly planted: Share;
}

async function run({ quick, values, progress }: BenchOptions): Promise<Figure[]> {
  const from = values['from'] ?? AA_FILE;
  const limit = quick ? QUICK_RECORDINGS : Infinity;
  const itself = (await readRecordings(from)).filter(({ kind }) => kind === 'aa').slice(0, limit);
  if (itself.length === 0)
    throw new UsageError(`${from} holds no comparison of the example with itself: run npm run bench:aa first`);
  const planted = (await readRecordings(values['planted'] ?? PLANTED_FILE)).filter(hasDuration).slice(0, limit);
  const operation = values['operation'] ?? DELAYED.slice(0, DELAYED.lastIndexOf('.'));
  const rows = JUDGES.map((judge) => {
    progress(judge.name);
    return rowOf(judge, { itself, planted, operation });
  });
  process.stdout.write(`${tableOf(rows, operation)}\n\n`);
  return figuresOf(rows);
}

/** Others know nothing of tokens and statements, so they are only asked for what shows in a duration. */
function hasDuration({ mustFlag }: Recording): boolean {
  return mustFlag.length > 0 && mustFlag.every((metric) => metric.endsWith('.duration'));
}

interface Recorded {
  readonly itself: readonly Recording[];
  readonly planted: readonly Recording[];
  readonly operation: string;
}

function rowOf(judge: Judge, { itself, planted, operation }: Recorded): Row {
  const alarms = itself.map((recording) => judge.judge(recording).alarms.length);
  const finds = (recording: Recording, metrics: readonly string[]): boolean => {
    const found = judge.judge(recording).alarms;
    return metrics.every((metric) => found.includes(metric));
  };
  const shareOf = (recordings: readonly Recording[], found: (recording: Recording) => boolean): Share => ({
    of: recordings.length,
    count: recordings.filter(found).length,
  });
  const metrics = itself.reduce((sum, { calls }) => sum + Object.keys(calls).length, 0);
  return {
    judge: judge.name,
    falseAlarms: { of: itself.length, count: alarms.filter((count) => count > 0).length },
    falseMetrics: { of: metrics, count: alarms.reduce((sum, count) => sum + count, 0) },
    injected: SLOWDOWNS.map((share) =>
      shareOf(itself, (recording) => finds(slowed(recording, operation, share), [`${operation}.duration`])),
    ),
    planted: shareOf(planted, (recording) => finds(recording, recording.mustFlag)),
  };
}

function tableOf(rows: readonly Row[], operation: string): string {
  const head = ['rule', 'false alarms', 'of metrics', ...SLOWDOWNS.map((share) => `+${100 * share} %`), 'planted found'];
  const body = rows.map(({ judge, falseAlarms, falseMetrics, injected, planted }) => [
    judge,
    ...[falseAlarms, falseMetrics, ...injected, planted].map(textOf),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...body].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [first] = rows;
  const [count, planted] = [first?.falseAlarms.of ?? 0, first?.planted.of ?? 0];
  const what = `${count} comparisons of the example with itself; slowdowns injected into ${operation} of the same; ${planted} with a regression planted`;
  return [what, '', ...lines].join('\n');
}

function textOf({ of, count }: Share): string {
  if (of === 0) return '-';
  const { low, high } = clopperPearson(count, of);
  return `${percent(count / of)} % (${percent(low)} to ${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function figuresOf(rows: readonly Row[]): Figure[] {
  return rows.flatMap(({ judge, falseAlarms, injected, planted }): Figure[] => [
    {
      ...{ name: `${judge}: false alarms in a comparison`, value: shareIn(falseAlarms), unit: '%' },
      ...(judge === ours.name ? { atMost: 100 * MOST_FALSE_ALARMS } : {}),
    },
    ...injected.map((share, index) => ({
      ...{ name: `${judge}: finds +${100 * (SLOWDOWNS[index] ?? NaN)} %`, value: shareIn(share), unit: '%' },
    })),
    ...(planted.of === 0 ? [] : [{ name: `${judge}: finds what was planted`, value: shareIn(planted), unit: '%' }]),
  ]);
}

function shareIn({ of, count }: Share): number {
  return (100 * count) / of;
}
