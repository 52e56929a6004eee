/**
 * `npm run bench:aa`: how often the gate fails the example against itself while another process loads a core in bursts. One long measurement of twenty
 * durations that may fail is cut into windows that do not overlap; each is a comparison by a plan of its own. Processes are started anew
 * after every five windows, services after every fifty. Windows are added to a file (`--file`), and the same command goes on where it was
 * broken off. Every pair is measured, decided or not, so that `bench:rules` can ask other rules about the same calls. `--windows`, `--pairs`
 * and `--budget` (of a window) choose what is measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { judgeComparison } from '../../workflows-lib/gate/comparison/judge.ts';
import { clopperPearson } from '../../workflows-lib/stats/proportion.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { benchContext } from './planted/bench-context.ts';
import { operationsFor } from './planted/bench-plan.ts';
import { measureWindows } from './planted/measure-windows.ts';
import { countOption, durationOption } from './planted/options.ts';
import { appendRecording, readRecordings, type Recording } from './planted/recording.ts';
import { withSides } from './planted/with-sides.ts';

const TARGET_SHARE = 0.01;
const TARGET_WINDOWS = 300;
const QUICK_WINDOWS = 1;
const PAIRS = 20;
const BUDGET_MS = 12_000;
const WINDOWS_PER_START = 5;
/** Windows measured on one start of the services. */
const WINDOWS_PER_SERVICES = 50;

await runBench('aa: the example against itself under disturbance', run, ['file', 'windows', 'pairs', 'budget']);

async function run(options: BenchOptions): Promise<Figure[]> {
  const { quick, values } = options;
  const file = values['file'] ?? (quick ? '.shotclock/bench/aa-quick.jsonl' : '.shotclock/bench/aa.jsonl');
  const wanted = countOption(values, 'windows', quick ? QUICK_WINDOWS : TARGET_WINDOWS);
  const there = await readRecordings(file);
  if (there.length < wanted)
    await withDisturbance(String(there.length), async () => measure({ file, wanted, first: there.length }, options));
  return figuresOf(await readRecordings(file), quick);
}

interface Windows {
  readonly file: string;
  readonly wanted: number;
  readonly first: number;
}

async function measure({ file, wanted, first }: Windows, { values, progress }: BenchOptions): Promise<void> {
  const pairs = countOption(values, 'pairs', PAIRS);
  const windowMs = durationOption(values, 'budget', BUDGET_MS);
  const context = benchContext(progress);
  let [next, written] = [first, Promise.resolve()];
  const onWindow = (recording: Recording): void => {
    written = written.then(async () => appendRecording(file, recording));
    next++;
    const { verdict, flagged } = judgeComparison(recording);
    const seconds = (recording.measuringMs / 1_000).toFixed(1);
    progress(
      `window ${next} of ${wanted}: ${recording.pairEndsMs.length} pairs in ${seconds} s, ${verdict} ${flagged.join(' ')}`,
    );
  };
  while (next < wanted) {
    // One more than is wanted: the last often does not fit any more.
    const windows = Math.min(WINDOWS_PER_SERVICES, wanted - next) + 1;
    const what = { operations: operationsFor([]), first: next, windows, pairs, windowMs, windowsPerStart: WINDOWS_PER_START };
    const before = next;
    await withSides(undefined, context, async (sides) => measureWindows(sides, { ...what, onWindow }, context));
    if (next === before) throw new Error(`no window of ${pairs} pairs fits into ${windows} times ${windowMs} ms: give --budget`);
  }
  await written;
}

async function withDisturbance(seed: string, use: () => Promise<void>): Promise<void> {
  const script = fileURLToPath(new URL('aa-disturbance.ts', import.meta.url));
  const child = spawn(process.execPath, [script, seed], { stdio: ['pipe', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  try {
    await use();
  } finally {
    child.stdin.end();
    await exited;
  }
}

function figuresOf(recordings: readonly Recording[], quick: boolean): Figure[] {
  const judged = recordings.map(judgeComparison);
  const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length;
  const gating = judged.flatMap(({ metrics }) => metrics.filter(({ role, class: kind }) => role === 'gate' && kind !== 'exact'));
  const fails = count('fail');
  const total = judged.length;
  const able = recordings.filter(({ pairEndsMs, design }) => pairEndsMs.length >= (design.looks[0]?.pairs ?? Infinity));
  return [
    { name: 'comparisons', value: total, unit: '', ...(quick ? {} : { atLeast: TARGET_WINDOWS }) },
    {
      name: 'comparisons with pairs enough to fail',
      value: able.length,
      unit: '',
      ...(quick ? {} : { atLeast: TARGET_WINDOWS }),
    },
    { name: 'gating metrics tested in each', value: gating.length / total, unit: '', atLeast: 20 },
    { name: 'failed', value: fails, unit: '' },
    { name: 'failed, share', value: percent(fails / total), unit: '%', atMost: percent(TARGET_SHARE) },
    {
      name: 'failed, upper 95 % bound (Clopper-Pearson, one-sided)',
      value: percent(clopperPearson(fails, total, 0.9).high),
      unit: '%',
    },
    ...['pass', 'inconclusive', 'void'].map((verdict) => ({ name: verdict, value: percent(count(verdict) / total), unit: '%' })),
    { name: 'pairs in each', value: mean(recordings.map(({ pairEndsMs }) => pairEndsMs.length)), unit: '' },
    { name: 'measuring time of each', value: mean(recordings.map(({ measuringMs }) => measuringMs / 1_000)), unit: 's' },
  ];
}

function percent(share: number): number {
  return 100 * share;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
