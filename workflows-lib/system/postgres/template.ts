/** A database that was built once and is copied: what the copies of one system start from. */

import type { PostgresService } from '../../config/plan.ts';
import type { SeedFile } from './seed.ts';

/** A seeded cluster whose server has stopped cleanly. */
export interface PostgresTemplate {
  /** Its data folder. Never written to. */
  readonly data: string;
  /** Of the owner. The copies share it, so that not even the catalog differs. */
  readonly password: string;
  /** Of the roles that were given one. */
  readonly rolePasswords: Readonly<Record<string, string>>;
}

/** Where templates come from. */
export interface PostgresTemplates {
  /** The template for what these seeds and settings make; built when it is first asked for. Throws UsageError like a start without it. */
  provide(service: PostgresService, seeds: readonly SeedFile[]): Promise<PostgresTemplate>;
}
