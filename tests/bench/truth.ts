/**
 * `npm run bench:truth`: do our measurements agree with what the other side did? The drivers measure the model simulator, which runs in a
 * process of its own and logs when each request came, when each chunk went out, and what it billed. Both read the same machine-wide clock;
 * durations are compared, so an offset between the two would not matter.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../workflows-lib/core/clock.ts';
import type { ModelCall } from '../../workflows-lib/core/operation.ts';
import type { Attempt, PreparedCall } from '../../workflows-lib/drivers/driver.ts';
import { openModelDriver } from '../../workflows-lib/drivers/model.ts';
import { costOf } from '../../workflows-lib/pricing/cost.ts';
import { createPriceTable } from '../../workflows-lib/pricing/price-table.ts';
import type { Pacing } from '../../workflows-lib/system/simulator/pacing.ts';
import type { RequestRecord } from '../../workflows-lib/system/simulator/request-log.ts';
import { runBench, type BenchOptions, type Figure } from './bench.ts';
import { withSimulatorProcess } from './simulator-process.ts';
import { handBill, handCount, PRICES, type Subject } from './truth-bill.ts';

/** First token after about 30 ms, the whole answer after about 150 ms, in chunks of one to four tokens. */
const PACING: Pacing = {
  firstTokenMs: { mean: 30, sigma: 0.25 },
  tokenMs: { mean: 1.2, sigma: 0.5 },
  speedSigma: 0.1,
  singleTokenShare: 0.6,
  maxChunkTokens: 4,
  answerTokens: { mean: 95, sigma: 0.2 },
};

const SUBJECTS: readonly Subject[] = [
  { protocol: 'openai', provider: 'openai', model: 'gpt-4o' },
  { protocol: 'openai', provider: 'deepseek', model: 'deepseek-chat' },
  { protocol: 'anthropic', provider: 'anthropic', model: 'claude-sonnet-4-5' },
];

/** Calls by the number of streams at once. */
const CALLS = { full: { 1: 300, 10: 1500 }, quick: { 1: 40, 10: 300 } } as const;

/** Different questions behind one long beginning, which the automatic caches find again. */
const SYSTEM = 'You answer questions about basketball from the box scores that you are given. '.repeat(90);
const QUESTIONS = 25;

/** One call as both sides saw it. */
interface Pair {
  readonly attempt: Attempt;
  readonly record: RequestRecord;
}

const MS_TARGET = 3;

await runBench('truth: drivers against the simulator’s own log', async (options) => {
  const figures: Figure[] = [];
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  for (const subject of SUBJECTS) {
    for (const streams of [1, 10] as const) {
      options.progress(`${subject.provider}, ${streams} stream${streams === 1 ? '' : 's'} ...`);
      figures.push(...judge(`${subject.provider}, ${streams}`, subject, await measure(subject, streams, options)));
    }
  }
  // The monitor counts its own interval of 1 ms. A machine that is busy with other things shows here first: below, no client can be exact.
  const lateMs = stalls.percentile(99) / 1e6 - 1;
  return [{ name: 'this machine: timers of the bench late, p99', value: lateMs, unit: 'ms' }, ...figures];
});

async function measure(subject: Subject, streams: 1 | 10, { quick }: BenchOptions): Promise<readonly Pair[]> {
  // Connections are opened, code is compiled and users fall out of step with one another before anything counts.
  const warmUp = 10 * streams;
  const attempts = new Map<string, Attempt>();
  let id = '';
  const records = await withSimulatorProcess({ ...subject, seed: 'truth', profile: PACING }, async (origin) => {
    const baseUrl = subject.protocol === 'openai' ? `${origin}/v1` : origin;
    const requestId = (): string => id;
    const driver = openModelDriver({ ...subject, baseUrl, apiKey: 'simulated', clock: systemClock, requestId });
    const calls = Array.from({ length: QUESTIONS }, (_, index) => driver.prepare(operation(subject.protocol, index)));
    const last = warmUp + CALLS[quick ? 'quick' : 'full'][streams];
    let next = 0;
    const user = async (): Promise<void> => {
      while (next < last) {
        const number = next++;
        // The driver asks for the id before it first waits, so calls cannot take each other's.
        id = `call-${number}`;
        const mine = id;
        attempts.set(mine, await execute(calls[number % QUESTIONS]));
      }
    };
    await Promise.all(Array.from({ length: streams }, user));
    await driver.close();
  });
  return join([...attempts].slice(warmUp), records);
}

function operation(
  protocol: ModelCall['protocol'],
  index: number,
): { name: string; call: ModelCall; expect: object; timeoutMs: number } {
  const messages = [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: `Question ${index}: who had the better second half?` },
  ] as const;
  return { name: `truth.${index}`, call: { protocol, messages, maxTokens: 1000, stream: true }, expect: {}, timeoutMs: 30_000 };
}

async function execute(call: PreparedCall | undefined): Promise<Attempt> {
  if (call === undefined) throw new Error('no call was prepared');
  const attempt = await call.execute();
  if (attempt.outcome !== 'ok') throw new Error(`a call failed: ${attempt.failure?.message ?? attempt.outcome}`);
  return attempt;
}

function join(attempts: readonly (readonly [string, Attempt])[], records: readonly RequestRecord[]): readonly Pair[] {
  const byId = new Map(records.map((record) => [record.clientRequestId, record]));
  return attempts.map(([id, attempt]) => {
    const record = byId.get(id);
    if (record === undefined) throw new Error(`the simulator logged no request ${id}`);
    return { attempt, record };
  });
}

function judge(label: string, subject: Subject, pairs: readonly Pair[]): readonly Figure[] {
  const ttft = pairs.map(({ attempt, record }) =>
    Math.abs((attempt.firstTokenMs ?? NaN) - attempt.startMs - ((record.chunks[0]?.[0] ?? NaN) - record.arrivalMs)),
  );
  const total = pairs.map(({ attempt, record }) => Math.abs(attempt.endMs - attempt.startMs - (record.endMs - record.arrivalMs)));
  const prices = createPriceTable([{ ...subject, ...PRICES }]);
  const measured = pairs.flatMap(({ attempt }) => attempt.usage).map((usage) => costOf(usage, prices));
  const costUsd = measured.reduce((sum, cost) => sum + (cost === 'unpriced' ? NaN : cost.usd), 0);
  const billUsd = pairs.reduce((sum, { record }) => sum + handBill(record), 0);
  const exactMs = { unit: 'ms', atMost: MS_TARGET };
  return [
    { name: `${label}: calls`, value: pairs.length, unit: '' },
    { name: `${label}: time to first token off, p50`, value: quantile(ttft, 0.5), unit: 'ms' },
    { name: `${label}: time to first token off, p99`, value: quantile(ttft, 0.99), ...exactMs },
    { name: `${label}: total time off, p50`, value: quantile(total, 0.5), unit: 'ms' },
    { name: `${label}: total time off, p99`, value: quantile(total, 0.99), ...exactMs },
    { name: `${label}: calls with other token counts`, value: pairs.filter(differs).length, unit: '', atMost: 0 },
    { name: `${label}: bill by hand`, value: billUsd, unit: 'USD' },
    { name: `${label}: cost off that bill`, value: Math.abs(costUsd - billUsd), unit: 'USD', atMost: 1e-9 },
  ];
}

/** Nearest rank; NaN where a value is missing, which misses every target. */
function quantile(values: readonly number[], share: number): number {
  if (values.some(Number.isNaN)) return NaN;
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? NaN;
}

/** Whether what the driver counted is not what was billed, or what was billed is not what was sent. */
function differs({ attempt, record }: Pair): boolean {
  const [usage] = attempt.usage;
  const truth = handCount(record);
  const sent = record.chunks.reduce((sum, [, tokens]) => sum + tokens, 0);
  if (attempt.usage.length !== 1 || usage === undefined || truth.output !== sent) return true;
  return (['input', 'cached', 'cacheWrite', 'output'] as const).some((key) => usage[key] !== truth[key]);
}
