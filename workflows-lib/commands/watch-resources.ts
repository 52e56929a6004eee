import type { RunDocument } from '../history/run-document.ts';
import type { RunningSystem } from '../system/running-system.ts';

const SAMPLE_EVERY_MS = 500;

/** Samples the memory and CPU time of the system's processes until it is stopped. */
export interface ResourceWatch {
  stop(): Promise<RunDocument['resources']>;
}

/** Starts watching; a process that is gone by the next sample keeps what it had. */
export async function watchResources(system: Pick<RunningSystem, 'resources'>): Promise<ResourceWatch> {
  const first = await system.resources();
  const seen = new Map<string, { residentBytesMax: number; cpuMs: number }>();
  const sample = async (): Promise<void> => {
    for (const [name, { residentBytes, cpuMs }] of Object.entries(await system.resources())) {
      const before = first[name]?.cpuMs ?? 0;
      seen.set(name, {
        residentBytesMax: Math.max(seen.get(name)?.residentBytesMax ?? 0, residentBytes),
        cpuMs: Math.max(0, cpuMs - before),
      });
    }
  };
  let pending = sample();
  const timer = setInterval(() => {
    pending = pending.then(sample);
  }, SAMPLE_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await pending;
      await sample();
      return Object.fromEntries(seen);
    },
  };
}
