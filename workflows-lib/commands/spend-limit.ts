import { UsageError } from '../core/errors.ts';
import type { Recorder } from '../load/recorder.ts';

/**
 * Why the run has to end, asked after every call: it spent more than its limit, or it uses a model whose spend nobody can know. Undefined
 * while it may go on.
 */
export function createSpendLimit(
  limitUsd: number | undefined,
  recorder: Pick<Recorder, 'spentUsd' | 'unpriced'>,
): () => UsageError | undefined {
  return () => {
    if (limitUsd === undefined) return undefined;
    const unpriced = recorder.unpriced();
    if (unpriced.length > 0) {
      return new UsageError(
        `stopped: the spend limit of $${limitUsd} cannot be kept, because no price is known for ${unpriced.join(', ')}; add it under "prices"`,
      );
    }
    const spentUsd = recorder.spentUsd();
    if (spentUsd <= limitUsd) return undefined;
    return new UsageError(
      `stopped: this run spent $${spentUsd.toFixed(4)}, more than its limit of $${limitUsd} (objectives: "abort: spend > ...")`,
    );
  };
}
