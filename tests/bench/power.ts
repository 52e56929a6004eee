/**
 * `npm run bench:power`: how often, and after how long, the gate finds what was planted in a copy of the example. Each run is a comparison as the gate
 * makes it, with twenty durations that may fail; it stops when the regression is found, or where the gate stops. Runs are added to a file (`--file`), and the same command goes
 * on where it was broken off. `--runs` of each planting, `--only NAME`, `--budget` (of a run) and `--pairs` choose what is measured.
 */
import { UsageError } from '../../workflows-lib/core/errors.ts';
import { judgeComparison } from '../../workflows-lib/gate/comparison/judge.ts';
import { PAIRS_PER_START } from '../../workflows-lib/commands/compare/measure-sides.ts';
import type { CommandContext } from '../../workflows-lib/commands/context.ts';
import { clopperPearson } from '../../workflows-lib/stats/proportion.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { benchContext } from './planted/bench-context.ts';
import { operationsFor } from './planted/bench-plan.ts';
import { countRecording, measureRecording } from './planted/measure-recording.ts';
import { countOption, durationOption } from './planted/options.ts';
import { delay, DELAYED, PLANTINGS, type Planting } from './planted/plantings.ts';
import { appendRecording, readRecordings, type Recording } from './planted/recording.ts';
import { withSides } from './planted/with-sides.ts';

const RUNS = { full: 20, quick: 1 } as const;
const BUDGET_MS = { full: 180_000, quick: 25_000 } as const;
const PAIRS = { full: 120, quick: 20 } as const;
const QUICK_PLANTING = 'lost-index';
/** Pairs of the measurement that tells how long the delayed operation takes without the delay. */
const CALIBRATION = { pairs: 20, budgetMs: 20_000, pairsPerStart: 10 } as const;

/** What is planted, how often it has to be found, and which share of an operation's time it is where it is made to measure. */
interface Campaign {
  readonly name: string;
  readonly title: string;
  readonly mustFlag: readonly string[];
  readonly target: number;
  readonly plant: (context: CommandContext) => Promise<{ readonly planting: Planting; readonly delayMs?: number }>;
}

await runBench('power: planted regressions that the gate finds', run, ['file', 'runs', 'only', 'budget', 'pairs']);

function campaigns(): Campaign[] {
  const delays = [
    { name: 'delay-10', share: 0.1, target: 0.95 },
    { name: 'delay-5', share: 0.05, target: 0.6 },
  ].map(({ name, share, target }) => ({
    ...{ name, title: `${100 * share} % more in a call of about 5 ms`, mustFlag: [DELAYED], target },
    plant: async (context: CommandContext) => {
      const delayMs = share * (await undelayedMs(context));
      return { planting: delay(name, delayMs), delayMs };
    },
  }));
  const planted = PLANTINGS.map((planting) => ({
    ...{ name: planting.name, title: planting.title, mustFlag: planting.mustFlag },
    // What is counted is always found.
    target: planting.mustFlag.some((metric) => metric.endsWith('.duration')) ? 0.95 : 1,
    plant: async () => Promise.resolve({ planting }),
  }));
  return [...delays, ...planted];
}

/** The typical time of the operation to be delayed, on this machine, now. */
async function undelayedMs(context: CommandContext): Promise<number> {
  const what = { kind: 'calibration', mustFlag: [], index: 0, operations: operationsFor([]), stops: 'never' as const };
  const { series } = await withSides(undefined, context, async (sides) =>
    measureRecording(sides, { ...what, ...CALIBRATION }, context),
  );
  const base = series.find(({ name }) => name === DELAYED)?.base;
  if (typeof base !== 'number') throw new Error(`${DELAYED} was not measured`);
  return base;
}

async function run(options: BenchOptions): Promise<Figure[]> {
  const { quick, values, progress } = options;
  const only = values['only'] ?? (quick ? QUICK_PLANTING : undefined);
  const chosen = campaigns().filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0)
    throw new UsageError(
      `there is no planting ${only ?? ''}: ${campaigns()
        .map(({ name }) => name)
        .join(', ')}`,
    );
  const file = values['file'] ?? (quick ? '.shotclock/bench/power-quick.jsonl' : '.shotclock/bench/power.jsonl');
  const runs = countOption(values, 'runs', quick ? RUNS.quick : RUNS.full);
  const context = benchContext(progress);
  for (const campaign of chosen) {
    const there = await recordingsOf(file, campaign);
    if (there.length < runs) await measure(campaign, { file, first: there.length, runs }, { options, context });
  }
  const figures: Figure[] = [];
  for (const campaign of chosen) figures.push(...figuresOf(campaign, await recordingsOf(file, campaign)));
  return figures;
}

async function recordingsOf(file: string, { name }: Campaign): Promise<Recording[]> {
  return (await readRecordings(file)).filter(({ kind }) => kind === name);
}

interface Runs {
  readonly file: string;
  readonly first: number;
  readonly runs: number;
}

interface Means {
  readonly options: BenchOptions;
  readonly context: CommandContext;
}

async function measure(campaign: Campaign, { file, first, runs }: Runs, { options, context }: Means): Promise<void> {
  const { quick, values, progress } = options;
  const { name, mustFlag } = campaign;
  progress(`${name}: ${campaign.title}`);
  const { planting, delayMs } = await campaign.plant(context);
  if (delayMs !== undefined) progress(`${name}: plants ${delayMs.toFixed(3)} ms`);
  const size = quick ? 'quick' : 'full';
  const pairs = countOption(values, 'pairs', PAIRS[size]);
  const budgetMs = durationOption(values, 'budget', BUDGET_MS[size]);
  await withSides(planting, context, async (sides) => {
    for (let index = first; index < runs; index++) {
      const what = {
        kind: name,
        mustFlag,
        ...(delayMs === undefined ? {} : { delayMs }),
        index,
        operations: operationsFor(mustFlag),
      };
      const how = { pairs, budgetMs, pairsPerStart: PAIRS_PER_START, stops: 'found' as const };
      const counts = mustFlag.every((metric) => metric.endsWith('.queries'));
      const recording = await (counts ? countRecording : measureRecording)(sides, { ...what, ...how }, context);
      await appendRecording(file, recording);
      const { verdict, flagged } = judgeComparison(recording);
      progress(
        `${name} ${index + 1} of ${runs}: ${(recording.measuringMs / 1_000).toFixed(1)} s, ${verdict} ${flagged.join(' ')}`,
      );
    }
  });
}

function figuresOf({ name, target, mustFlag }: Campaign, recordings: readonly Recording[]): Figure[] {
  const found = recordings.filter(isFound);
  const others = recordings.filter((recording) => judgeComparison(recording).verdict === 'void');
  const total = recordings.length;
  const { low } = clopperPearson(found.length, total, 0.9);
  const seconds = found.map((recording) => foundAfterMs(recording, mustFlag) / 1_000).sort((a, b) => a - b);
  const delays = recordings.flatMap((recording) => plantedShare(recording) ?? []);
  return [
    { name: `${name}: found of ${total}`, value: percent(found.length / total), unit: '%', atLeast: percent(target) },
    { name: `${name}: lower 95 % bound (Clopper-Pearson, one-sided)`, value: percent(low), unit: '%' },
    { name: `${name}: void`, value: percent(others.length / total), unit: '%' },
    ...(seconds.length === 0
      ? []
      : [
          { name: `${name}: time to decision, median`, value: seconds[Math.floor(seconds.length / 2)] ?? NaN, unit: 's' },
          { name: `${name}: time to decision, longest`, value: seconds.at(-1) ?? NaN, unit: 's' },
        ]),
    ...(delays.length === 0
      ? []
      : [{ name: `${name}: planted share of base's time, mean`, value: percent(mean(delays)), unit: '%' }]),
  ];
}

/** A run finds its regression when it fails and names every metric that must be named. */
function isFound(recording: Recording): boolean {
  const { verdict, flagged } = judgeComparison(recording);
  return verdict === 'fail' && recording.mustFlag.every((metric) => flagged.includes(metric));
}

/** When the first look at which all of them were flagged was over; what is counted is known after the first pair. */
function foundAfterMs(recording: Recording, metrics: readonly string[]): number {
  const { design, series, pairEndsMs, measuringMs } = recording;
  if (!metrics.some((metric) => metric.endsWith('.duration'))) return pairEndsMs[0] ?? measuringMs;
  const seen = design.looks.find(({ pairs }) => {
    const until = series.map((one) => ({ ...one, values: one.values.slice(0, pairs), twin: one.twin.slice(0, pairs) }));
    const { flagged } = judgeComparison({ design, series: until });
    return metrics.every((metric) => flagged.includes(metric));
  });
  return pairEndsMs[(seen?.pairs ?? Infinity) - 1] ?? measuringMs;
}

/** The delay as a share of what the operation took on base in this very run. */
function plantedShare({ delayMs, series }: Recording): number | undefined {
  const base = series.find(({ name }) => name === DELAYED)?.base;
  return delayMs === undefined || typeof base !== 'number' ? undefined : delayMs / base;
}

function percent(share: number): number {
  return 100 * share;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
