/**
 * `npm run bench:aa`: how often the gate fails the example against itself while another process loads a core in bursts. Each window is a comparison
 * as the gate makes it, with its own starts of the processes, a few pairs and twenty durations that may fail; the services stay up. Windows
 * are added to a file (`--file`), and the same command goes on where it was broken off. Every pair is measured, decided or not, so that
 * `bench:rules` can ask other rules about the same calls. `--windows`, `--pairs` and `--budget` (of a window) choose what is measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { judgeComparison } from '../../workflows-lib/gate/comparison/judge.ts';
import { clopperPearson } from '../../workflows-lib/stats/proportion.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { benchContext } from './planted/bench-context.ts';
import { operationsFor } from './planted/bench-plan.ts';
import { measureRecording } from './planted/measure-recording.ts';
import { countOption, durationOption } from './planted/options.ts';
import { appendRecording, readRecordings, type Recording } from './planted/recording.ts';
import { withSides } from './planted/with-sides.ts';

const TARGET_SHARE = 0.01;
const TARGET_WINDOWS = 300;
const QUICK_WINDOWS = 1;
const PAIRS = 20;
const BUDGET_MS = { full: 36_000, quick: 20_000 } as const;
/** Two starts a window: what differs from start to start is sampled as in the gate. */
const STARTS = 2;

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

async function measure({ file, wanted, first }: Windows, { quick, values, progress }: BenchOptions): Promise<void> {
  const pairs = countOption(values, 'pairs', PAIRS);
  const budgetMs = durationOption(values, 'budget', quick ? BUDGET_MS.quick : BUDGET_MS.full);
  const context = benchContext(progress);
  await withSides(undefined, context, async (sides) => {
    for (let index = first; index < wanted; index++) {
      const what = { kind: 'aa', mustFlag: [], index, operations: operationsFor([]), stopsEarly: false };
      const how = { pairs, budgetMs, pairsPerStart: Math.ceil(pairs / STARTS) };
      const recording = await measureRecording(sides, { ...what, ...how }, context);
      await appendRecording(file, recording);
      const { verdict, flagged } = judgeComparison(recording);
      const { pairEndsMs, measuringMs } = recording;
      progress(
        `window ${index + 1} of ${wanted}: ${pairEndsMs.length} pairs in ${(measuringMs / 1_000).toFixed(1)} s, ${verdict} ${flagged.join(' ')}`,
      );
    }
  });
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
    { name: 'starts of the processes in each', value: mean(recordings.map(({ starts }) => starts)), unit: '' },
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
