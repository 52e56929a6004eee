/** What goes wrong, and when: a share of requests by seed, or this very request on demand. */
import { seededRandom } from '../../core/random.ts';
import type { SimulatedFault } from '../../config/plan.ts';
import type { ProblemKind } from './problem.ts';

/** In the order in which shares are stacked: one draw a request decides between them. */
const SHARED: readonly SimulatedFault[] = ['unauthorized', 'rate_limited', 'server_error', 'overloaded', 'dropped', 'slow_start'];

/** A fault that can be asked for. `html`: a page instead of an answer; `garbage`: broken JSON; `stall`: headers, then nothing. */
export type Fault = SimulatedFault | 'html' | 'garbage' | 'stall';

const FAULTS: readonly Fault[] = [...SHARED, 'html', 'garbage', 'stall'];

/** Values of the header `x-simulate-fault`. `none` spares this request from the shares. */
export const FAULT_NAMES: readonly string[] = ['none', ...FAULTS];

/** The fault that a request asks for by header; undefined for an unknown name. */
export function requestedFault(name: string): Fault | 'none' | undefined {
  return name === 'none' ? name : FAULTS.find((fault) => fault === name);
}

/** The fault that befalls the request of this number (from 0), or undefined. The same seed gives the same faults in the same order. */
export function seededFault(
  shares: Readonly<Partial<Record<SimulatedFault, number | undefined>>>,
  seed: string,
  count: number,
): SimulatedFault | undefined {
  let draw = seededRandom(`${seed}/fault/${count}`).next();
  return SHARED.find((fault) => {
    draw -= shares[fault] ?? 0;
    return draw < 0;
  });
}

const PROBLEMS: Readonly<Partial<Record<Fault, ProblemKind>>> = {
  unauthorized: 'unauthorized',
  rate_limited: 'rate_limited',
  server_error: 'server_error',
  overloaded: 'overloaded',
};

/** The provider's error that a fault answers with, or undefined when it spoils the answer in another way. */
export function problemOfFault(fault: Fault): ProblemKind | undefined {
  return PROBLEMS[fault];
}
