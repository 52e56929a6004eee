import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparedSystem } from '../../../workflows-lib/commands/compare/measure-pairs.ts';
import type { CommandContext } from '../../../workflows-lib/commands/context.ts';
import { loadPlan } from '../../../workflows-lib/config/load-plan.ts';
import { prepareSystem } from '../../../workflows-lib/system/prepare-system.ts';
import { servicesOnly } from '../../../workflows-lib/system/split-plan.ts';
import { startSystem } from '../../../workflows-lib/system/start.ts';
import { copyExample } from './copy-example.ts';
import type { Planting } from './plantings.ts';

/** Base and head with their services up. */
export type Sides = Readonly<Record<'base' | 'head', ComparedSystem>>;

/** The example as base and, with a regression planted or without, as head, each in a copy of its own; both are gone when it resolves. */
export async function withSides<T>(
  planting: Planting | undefined,
  context: CommandContext,
  use: (sides: Sides) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-gate-'));
  try {
    await copyExample(join(folder, 'base'));
    await copyExample(join(folder, 'head'), planting);
    return await onSide(join(folder, 'base'), context, async (base) =>
      onSide(join(folder, 'head'), context, async (head) => use({ base, head })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function onSide<T>(root: string, context: CommandContext, use: (side: ComparedSystem) => Promise<T>): Promise<T> {
  const plan = await loadPlan({ cwd: root, env: context.env });
  await prepareSystem(plan, context);
  const services = await startSystem(servicesOnly(plan), context);
  try {
    return await use({ plan, services });
  } finally {
    await services.stop();
  }
}
