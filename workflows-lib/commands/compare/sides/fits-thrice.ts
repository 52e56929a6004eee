import type { ProcessResources } from '../../../system/running-system.ts';

/** Caches fill and heaps grow once calls come in: what is measured before is not the most that there will be. */
const GROWTH = 1.5;
/** For us, who call and record, and for what else lives on the machine. */
const RESERVE_BYTES = 256 * 2 ** 20;
/** Base, head, and base once more. */
const COPIES = 3;

/** What one copy takes, and what there is. */
export interface RunningCopy {
  /** Of base while it runs, by name: its services and its processes. */
  readonly resources: Readonly<Record<string, Pick<ProcessResources, 'residentBytes'>>>;
  /** Bytes that are still to be had beside it. */
  readonly availableBytes: number;
}

/** Whether everything can run at once. */
export interface MemoryAnswer {
  readonly fits: boolean;
  /** Estimate of what the other copies and the growth of all take beyond what base takes already. */
  readonly neededBytes: number;
  readonly availableBytes: number;
}

/** Whether head and the twin fit beside a base that runs: head is taken to be as large as base. */
export function fitsThrice({ resources, availableBytes }: RunningCopy): MemoryAnswer {
  const base = Object.values(resources).reduce((total, { residentBytes }) => total + residentBytes, 0);
  const neededBytes = Math.ceil(COPIES * base * GROWTH - base) + RESERVE_BYTES;
  return { fits: neededBytes <= availableBytes, neededBytes, availableBytes };
}
