/** Whether the verdict of one compared metric follows from its own figures. */
import type { ComparedMetric } from '../comparison.ts';

/** Sums of money differ by rounding with the order in which they were added up. */
const ROUNDING = 1e-9;

/** What a metric contradicts itself in; undefined when its figures agree. */
export function falseMetric(metric: ComparedMetric): string | undefined {
  const { name, operation, change, p, verdict } = metric;
  if (name !== `${operation}.${metric.metric}`) return 'its name is not that of its operation and metric';
  if (p !== null && p > 1) return 'a chance above 1';
  if (metric.class === 'quantile' && metric.role !== 'info') return 'a quantile can only inform';
  if (change === null) return verdict === 'inconclusive' ? undefined : `it says ${verdict}, but nothing was measured`;
  const { estimate, low, high } = change;
  if ((low ?? estimate) > estimate || (high ?? estimate) < estimate) return 'its change lies outside of its own interval';
  return metric.class === 'exact' ? falseExact(metric, estimate) : falseTested(metric, change);
}

/** Worse are regressions, whoever accepted them and whether or not they were found again. */
function isWorse({ verdict }: ComparedMetric): boolean {
  return verdict === 'regression' || verdict === 'accepted' || verdict === 'not-confirmed';
}

/** Where each side has one value there is nothing to argue about; one that a second run could not look at is undecided all the same. */
function falseExact(metric: ComparedMetric, estimate: number): string | undefined {
  const values = (side: ComparedMetric['baseValues']): number[] =>
    (side ?? []).filter(({ count }) => count > 0).map(({ value }) => value);
  const [[base, ...moreBase], [head, ...moreHead]] = [values(metric.baseValues), values(metric.headValues)];
  if (base === undefined || head === undefined || moreBase.length + moreHead.length > 0) return undefined;
  const rounding = ROUNDING * Math.max(Math.abs(base), Math.abs(head));
  const difference = head - base;
  if (Math.abs(difference - estimate) > 2 * rounding) return 'its change is not that of its values';
  const beyond = Math.abs(difference) - metric.tolerance > rounding ? Math.sign(difference) : 0;
  const says = isWorse(metric) ? 1 : metric.verdict === 'improvement' ? -1 : 0;
  return says === beyond || metric.verdict === 'inconclusive'
    ? undefined
    : `it says ${metric.verdict}, but its own values do not`;
}

/** Only what no test could say: looks replay beginnings of the values, so an interval over all of them may differ a little from the answer. */
function falseTested(metric: ComparedMetric, { low, high }: NonNullable<ComparedMetric['change']>): string | undefined {
  const wrong =
    (isWorse(metric) && high !== null && high < 0) ||
    (metric.verdict === 'improvement' && low !== null && low > 0) ||
    (metric.class === 'noisy' && metric.verdict === 'fine' && low !== null && low > metric.tolerance);
  return wrong ? `it says ${metric.verdict}, but its own interval does not` : undefined;
}
