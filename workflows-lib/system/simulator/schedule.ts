/** Does things when they are due, on absolute times: being late once delays nothing after it. */
import type { Clock } from '../../core/clock.ts';

/** What to do with the items that have become due since the last time; never empty, in order. */
export interface ScheduleRun<Item> {
  readonly clock: Clock;
  /** Due times count from here. */
  readonly originMs: number;
  readonly onDue: (items: readonly Item[]) => void;
}

/**
 * Runs through items in order of `dueMs`; none is early. Those that a timer's resolution (1 ms) makes due together come together.
 * Returns a function that ends it.
 */
export function runSchedule<Item extends { readonly dueMs: number }>(items: readonly Item[], run: ScheduleRun<Item>): () => void {
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const leftMs = (): number => (items[next]?.dueMs ?? Infinity) - (run.clock.now() - run.originMs);
  const tick = (): void => {
    const from = next;
    while (leftMs() <= 0) next++;
    if (next > from) run.onDue(items.slice(from, next));
    if (!stopped && next < items.length) timer = setTimeout(tick, Math.max(1, Math.ceil(leftMs())));
  };
  tick();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
