import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparedSystem } from '../../../workflows-lib/commands/compare/measure-pairs.ts';
import type { CommandContext } from '../../../workflows-lib/commands/context.ts';
import { loadPlan } from '../../../workflows-lib/config/load-plan.ts';
import type { Slot } from '../../../workflows-lib/load/triples.ts';
import { openPostgresTemplates, type OpenPostgresTemplates } from '../../../workflows-lib/system/postgres-templates.ts';
import { prepareSystem } from '../../../workflows-lib/system/prepare-system.ts';
import { servicesOnly } from '../../../workflows-lib/system/split-plan.ts';
import { startSystem } from '../../../workflows-lib/system/start.ts';
import { copyExample } from './copy-example.ts';
import type { Planting } from './plantings.ts';

/** Base, head, and base once more, each with services of its own that are up. */
export type Sides = Readonly<Record<Slot, ComparedSystem>>;

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
    const templates = await openPostgresTemplates(context);
    try {
      const ports = { ...context, templates };
      return await onSide(join(folder, 'base'), ports, async (base) =>
        onSide(join(folder, 'head'), ports, async (head) =>
          onSide(join(folder, 'base'), ports, async (twin) => use({ base, head, twin })),
        ),
      );
    } finally {
      await templates.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

type SidePorts = CommandContext & { readonly templates: OpenPostgresTemplates };

async function onSide<T>(root: string, ports: SidePorts, use: (side: ComparedSystem) => Promise<T>): Promise<T> {
  const plan = await loadPlan({ cwd: root, env: ports.env });
  await prepareSystem(plan, ports);
  const services = await startSystem(servicesOnly(plan), ports);
  try {
    return await use({ plan, services });
  } finally {
    await services.stop();
  }
}
