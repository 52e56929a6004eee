import type { OperationOutcome, RunDocument } from '../../history/run-document.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { formatMoney, plural } from '../format.ts';
import { codeList } from '../markdown/context.ts';
import { benchmarkStages, loadStages } from '../view/metrics.ts';
import { modelTotals } from '../view/models.ts';
import { simulatedServices } from '../view/notices.ts';

const OPERATIONS_SHOWN = 3;

/** What a thousand requests cost and what the run did, in one line; empty when no model was called. */
export function moneyLine(run: RunDocument): string {
  if (run.usage.length === 0) return '';
  return [perThousand(run), total(run), unpriced(run)].filter((part) => part !== '').join(' · ');
}

/** Under load that of the mix at the most users; then that of the dearest operations. */
function perThousand(run: RunDocument): string {
  const top = loadStages(run).at(-1);
  const mix =
    typeof top?.costPer1k === 'number' ? [`${formatMoney(top.costPer1k)} under load at ${plural(top.users ?? 0, 'user')}`] : [];
  const priced = dearest(run);
  const more = priced.length - OPERATIONS_SHOWN;
  const each = priced
    .slice(0, OPERATIONS_SHOWN)
    .map(({ operation, usd }) => `${markdownCode(operation, 60)} ${formatMoney(usd)}`);
  const parts = [...mix, ...each, ...(more > 0 ? [`${more} more below`] : [])];
  return parts.length === 0 ? '' : `**Cost per 1,000 requests:** ${parts.join(', ')}`;
}

interface PricedOperation {
  readonly operation: string;
  readonly usd: number;
}

/** The operations alone where the benchmark billed some, otherwise under the most load that did; the dearest first. */
function dearest(run: RunDocument): PricedOperation[] {
  for (const { id } of [...benchmarkStages(run), ...loadStages(run).toReversed()]) {
    const priced = run.outcomes.filter(({ stage }) => stage === id).flatMap(priceOf);
    if (priced.length > 0) return priced.toSorted((left, right) => right.usd - left.usd);
  }
  return [];
}

function priceOf({ operation, costPer1k }: OperationOutcome): PricedOperation[] {
  return typeof costPer1k === 'number' ? [{ operation, usd: costPer1k }] : [];
}

function total(run: RunDocument): string {
  const { totalUsd, priceTable } = run.cost;
  if (modelTotals(run).every(({ cost }) => cost === 'unpriced')) return '';
  const date = `of ${markdownText(priceTable.date, 40)}`;
  return simulatedServices(run).length === 0
    ? `**This run:** ${formatMoney(totalUsd)} at prices ${date}`
    : `**This run:** ${formatMoney(totalUsd)} at list prices ${date}; models were simulated, nothing was paid`;
}

function unpriced({ cost }: RunDocument): string {
  return cost.unpriced.length === 0 ? '' : `**Unpriced**, in no total: ${codeList(cost.unpriced)}`;
}
