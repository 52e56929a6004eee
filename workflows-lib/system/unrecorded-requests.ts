/** What replayed models of a system were asked and had no recording of: the application may have hidden it by falling back. */
import type { RunningSystem } from './running-system.ts';

/** Tells the requests without a recording until now. */
export type UnrecordedSource = () => Promise<readonly string[]>;

/** A system's own way to end, which asks the replays first: afterwards their files are gone, and what they said is still known. */
export function askedBeforeStop(
  sources: readonly UnrecordedSource[],
  { hide, close }: { readonly hide: (text: string) => string; readonly close: () => Promise<void> },
): Pick<RunningSystem, 'unrecordedRequests' | 'stop'> {
  let last: Promise<readonly string[]> | undefined;
  const ask = async (): Promise<readonly string[]> =>
    (await Promise.all(sources.map(async (source) => source()))).flat().map(hide);
  return {
    unrecordedRequests: async () => last ?? ask(),
    stop: async () => {
      try {
        await (last ??= ask());
      } finally {
        await close();
      }
    },
  };
}

/** Those of several systems, running or stopped, each once. */
export async function unrecordedOfAll(systems: readonly Pick<RunningSystem, 'unrecordedRequests'>[]): Promise<readonly string[]> {
  const told = await Promise.all(systems.map(async (system) => system.unrecordedRequests()));
  return [...new Set(told.flat())];
}

/** A system that tells what all systems of its side were asked: each start has replays of its own. `all` may still grow. */
export function knowingAll(system: RunningSystem, all: readonly RunningSystem[]): RunningSystem {
  return { ...system, unrecordedRequests: async () => unrecordedOfAll(all) };
}
