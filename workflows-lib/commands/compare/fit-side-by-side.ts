import { readAvailableMemory } from '../../system/available-memory.ts';
import type { CommandContext } from '../context.ts';
import { fitsThrice, type MemoryAnswer } from './sides/fits-thrice.ts';
import type { SideStarter } from './start-side.ts';

/**
 * Whether head and a second base fit into memory beside base, which is started once to see what it takes. Throws SideFailure when it does not
 * start.
 */
export async function fitSideBySide(starter: SideStarter, { log }: Pick<CommandContext, 'log'>): Promise<boolean> {
  const base = await starter.everything('base');
  try {
    const answer = fitsThrice({ resources: await base.resources(), availableBytes: await readAvailableMemory() });
    if (!answer.fits) log.warn(tooLittle(answer));
    return answer.fits;
  } finally {
    await base.stop();
  }
}

function tooLittle({ neededBytes, availableBytes }: MemoryAnswer): string {
  const [needed, available] = [neededBytes, availableBytes].map((bytes) => `${Math.round(bytes / 2 ** 20)} MiB`);
  return (
    `base, head and a second base at once need about ${needed} more, and ${available} are left: they run one after another, ` +
    'so fewer pairs fit into the time; compare.layout: side-by-side insists'
  );
}
