import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { TargetInfo } from '../drivers/driver.ts';
import type { Fleet } from './fleet.ts';
import type { PortBook } from './ports.ts';
import type { PostgresTemplates } from './postgres/template.ts';
import type { Endpoint } from './running-system.ts';
import type { Secrets } from './secrets.ts';
import type { UnrecordedSource } from './unrecorded-requests.ts';

/** What the parts of a starting system share. */
export interface RunContext {
  readonly clock: Clock;
  readonly log: Log;
  /** The run's own temporary folder. */
  readonly folder: string;
  readonly fleet: Fleet;
  readonly ports: PortBook;
  readonly secrets: Secrets;
  /** Aborts when the start must end early; the reason is what to throw. */
  readonly signal: AbortSignal;
  /** Our own environment, from which children get the minimum. */
  readonly env: NodeJS.ProcessEnv;
  /** Where databases come from that several runs share; without it each builds its own. */
  readonly templates?: PostgresTemplates;
}

/** A service that can be used. */
export interface StartedService {
  readonly endpoint: Endpoint;
  readonly info?: TargetInfo;
  /** Of a replay. */
  readonly unrecorded?: UnrecordedSource;
  /** For the progress line: `PostgreSQL 18.4 ready on 127.0.0.1:20112`. */
  readonly summary: string;
}
