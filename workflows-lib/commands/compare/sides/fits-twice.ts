import type { ProcessResources } from '../../../system/running-system.ts';

/** Caches fill and heaps grow once calls come in: what is measured before is not the most that there will be. */
const GROWTH = 1.5;
/** For us, who call and record, and for what else lives on the machine. */
const RESERVE_BYTES = 256 * 2 ** 20;

/** What runs already, and what there is. */
export interface RunningCopy {
  /** Of base while it runs, by name: its services and its processes. */
  readonly resources: Readonly<Record<string, Pick<ProcessResources, 'residentBytes'>>>;
  /** Names of the processes among them; these run a third time, as the twin. */
  readonly processes: readonly string[];
  /** Bytes that are still to be had beside it. */
  readonly availableBytes: number;
}

/** Whether everything can run at once. */
export interface MemoryAnswer {
  readonly fits: boolean;
  /** Estimate of what head, the twin and the growth of all three take beyond what base takes already. */
  readonly neededBytes: number;
  readonly availableBytes: number;
}

/** Whether head and the twin fit beside a base that runs: head is taken to be as large as base. */
export function fitsTwice({ resources, processes, availableBytes }: RunningCopy): MemoryAnswer {
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (resources[name]?.residentBytes ?? 0), 0);
  const base = sum(Object.keys(resources));
  const neededBytes = Math.ceil((2 * base + sum(processes)) * GROWTH - base) + RESERVE_BYTES;
  return { fits: neededBytes <= availableBytes, neededBytes, availableBytes };
}
