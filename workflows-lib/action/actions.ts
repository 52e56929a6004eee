import { benchmarkSpec } from './benchmark.ts';
import { reportSpec } from './report.ts';
import type { AnyActionSpec } from './spec.ts';

/** Every action of this repository, in the order a reader wants them. */
export const ACTIONS: readonly AnyActionSpec[] = [benchmarkSpec, reportSpec];
