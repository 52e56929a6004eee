/** Whether the figures of a document agree with each other. */
import type { Metric, OperationOutcome, RunDocument, Stage } from '../run-document.ts';
import { isRunId } from '../run-id.ts';

/** Histograms keep three significant digits, so a percentile may lie that far from the values around it. */
const SLACK = 0.01;
/** Sums are added up in another order than they were written in. */
const ROUNDING = 1e-6;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The first figure that another one contradicts, as "place: what"; undefined when they agree. */
export function findFalseFigure(run: RunDocument): string | undefined {
  return (
    origin(run) ??
    each('stages', run.stages, falseStage) ??
    twice(
      'stages',
      run.stages.map(({ id }) => id),
    ) ??
    each('metrics', run.metrics, falseMetric) ??
    twice(
      'metrics',
      run.metrics.map(({ operation, stage, name }) => JSON.stringify([operation, stage, name])),
    ) ??
    each('outcomes', run.outcomes, falseOutcome) ??
    twice(
      'outcomes',
      run.outcomes.map(({ operation, stage }) => JSON.stringify([operation, stage])),
    ) ??
    money(run)
  );
}

function origin({ run }: RunDocument): string | undefined {
  if (!isRunId(run.id)) return 'run.id: it is no run id';
  return run.commit === null || COMMIT.test(run.commit) ? undefined : 'run.commit: it is no full commit id';
}

function each<T>(list: string, items: readonly T[], problemOf: (item: T) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item);
    if (problem !== undefined) return `${list}[${index}]: ${problem}`;
  }
  return undefined;
}

function twice(list: string, keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) return `${list}[${index}]: it is there twice`;
    seen.add(key);
  }
  return undefined;
}

function falseStage({ attempts, errors, errorRate }: Stage): string | undefined {
  if (errors > attempts) return 'more errors than attempts';
  const rate = attempts === 0 ? 0 : errors / attempts;
  return isNear(errorRate, rate) ? undefined : 'its error rate is not that of its attempts and errors';
}

function falseMetric({ count, min, max, mean, meanBounds, quantiles, samples = [] }: Metric): string | undefined {
  if (samples.length > count) return 'more samples than it counts';
  if (meanBounds !== null && !ascend([meanBounds.low, mean, meanBounds.high])) return 'its mean lies outside of its own bounds';
  const known = [quantiles.p50, quantiles.p90, quantiles.p95, quantiles.p99].flatMap((quantile) =>
    'withheld' in quantile ? [] : [quantile],
  );
  if (!ascend([min, ...known.map(({ value }) => value), max])) return 'its percentiles are not in order';
  if (!ascend([min, mean, max])) return 'its mean lies outside of its values';
  const outside = known.some(({ low, value, high }) => !ascend([low ?? value, value, high ?? value]));
  return outside ? 'a percentile lies outside of its own interval' : undefined;
}

function falseOutcome(outcome: OperationOutcome): string | undefined {
  const { attempts, ok, error, throttled, invalid, timeout, failures } = outcome;
  if (ok + error + throttled + invalid + timeout !== attempts) return 'its outcomes do not add up to its attempts';
  return failures.reduce((sum, { count }) => sum + count, 0) > attempts - ok ? 'more failures than calls that failed' : undefined;
}

function money(run: RunDocument): string | undefined {
  const { usage, cost } = run;
  const total = usage.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  if (!isNear(cost.totalUsd, total)) return 'cost.totalUsd: it is not the sum of its usage';
  const unnamed = usage.find(
    ({ costUsd, provider, model }) => costUsd === null && !cost.unpriced.includes(`${provider}/${model}`),
  );
  if (unnamed !== undefined) return 'cost.unpriced: a model without a price is not named';
  return each('outcomes', run.outcomes, perThousand(run)) ?? each('stages', run.stages, stageMoney(run));
}

type Bill = Readonly<{ usd: number | null }>;

/** What each key was billed: null with a part that has no price; no entry where nothing was billed. */
function billsBy(run: RunDocument, key: (entry: RunDocument['usage'][number]) => string): ReadonlyMap<string, Bill> {
  const bills = new Map<string, Bill>();
  for (const entry of run.usage) {
    const sum = bills.get(key(entry))?.usd;
    bills.set(key(entry), { usd: entry.costUsd === null || sum === null ? null : (sum ?? 0) + entry.costUsd });
  }
  return bills;
}

function perThousand(run: RunDocument): (outcome: OperationOutcome) => string | undefined {
  const bills = billsBy(run, ({ operation, stage }) => JSON.stringify([operation, stage]));
  return ({ operation, stage, attempts, costPer1k }) =>
    falseCost(costPer1k, bills.get(JSON.stringify([operation, stage])), attempts);
}

function stageMoney(run: RunDocument): (stage: Stage) => string | undefined {
  const bills = billsBy(run, ({ stage }) => stage);
  return ({ id, attempts, costPer1k, costUsd }) => {
    const usd = bills.get(id)?.usd ?? null;
    const same = usd === null || costUsd === null ? usd === costUsd : isNear(costUsd, usd);
    return same ? falseCost(costPer1k, bills.get(id), attempts) : 'its cost is not the sum of its usage';
  };
}

function falseCost(costPer1k: OperationOutcome['costPer1k'], bill: Bill | undefined, attempts: number): string | undefined {
  const expected = bill === undefined || attempts === 0 ? null : bill.usd === null ? 'unpriced' : (1000 * bill.usd) / attempts;
  const numbers = typeof expected === 'number' && typeof costPer1k === 'number';
  return (numbers ? isNear(costPer1k, expected) : costPer1k === expected)
    ? undefined
    : 'its cost per 1,000 is not that of its usage';
}

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= ROUNDING * Math.max(1, Math.abs(left), Math.abs(right));
}

function ascend(values: readonly number[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1] ?? value;
    return before <= value + SLACK * Math.max(Math.abs(before), Math.abs(value));
  });
}
