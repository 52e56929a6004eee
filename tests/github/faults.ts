import type { Fault } from './contract.ts';

/** The misbehaviour that was asked for and has not happened yet. */
export interface Faults {
  add(fault: Fault): void;
  /** The answer of the first fault that matches the request and is due; counts it. */
  take(method: string, path: string): Fault['answer'] | undefined;
  clear(): void;
}

/** No faults yet. */
export function createFaults(): Faults {
  const pending: { readonly fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => {
      pending.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 });
    },
    take: (method, path) => {
      for (const entry of pending) {
        if (entry.left === 0 || !matches(entry.fault, method, path)) continue;
        if (entry.skip > 0) {
          entry.skip--;
          continue;
        }
        entry.left--;
        return entry.fault.answer;
      }
      return undefined;
    },
    clear: () => {
      pending.length = 0;
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  // `search` ignores the state that a global or sticky expression keeps between calls.
  return (fault.method === undefined || fault.method === method) && path.search(fault.path) !== -1;
}
