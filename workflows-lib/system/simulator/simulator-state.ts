/** What one running simulator knows, beside its sockets. */
import { hash } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { ScriptedAnswer } from './answers.ts';
import type { Dialect, RateState } from './dialect.ts';
import type { SimulatorSettings } from './options.ts';
import type { Pacing } from './pacing.ts';
import type { PromptCache } from './prompt-cache.ts';
import type { RequestLog } from './request-log.ts';
import type { Turnstile } from './turnstile.ts';

/** Shared by all requests. */
export interface SimulatorState {
  readonly settings: SimulatorSettings;
  readonly pacing: Pacing;
  readonly answers: readonly ScriptedAnswer[];
  readonly dialect: Dialect;
  readonly cache: PromptCache;
  readonly log: RequestLog;
  readonly clock: Clock;
  readonly counter: RequestCounter;
  readonly turnstile: Turnstile;
}

/** Identity of one request. */
export interface RequestIdentity {
  /** From 0, in order of arrival. */
  readonly number: number;
  readonly requestId: string;
  readonly answerId: string;
  readonly rate: RateState;
}

const REQUESTS_PER_MINUTE = 10_000;

/** Counts requests and names them. */
export class RequestCounter {
  #count = 0;
  #minute = 0;
  #inMinute = 0;

  next(state: Pick<SimulatorState, 'settings' | 'dialect' | 'clock'>): RequestIdentity {
    const number = this.#count++;
    const digits = hash('sha256', `${state.settings.seed}/request/${number}`);
    return {
      number,
      requestId: `req_${digits.slice(-24)}`,
      answerId: state.dialect.answerId(digits),
      rate: this.#rate(state.clock.now()),
    };
  }

  #rate(nowMs: number): RateState {
    const minute = Math.floor(nowMs / 60_000);
    this.#inMinute = minute === this.#minute ? this.#inMinute + 1 : 1;
    this.#minute = minute;
    const resetMs = (minute + 1) * 60_000;
    return {
      limit: REQUESTS_PER_MINUTE,
      remaining: Math.max(0, REQUESTS_PER_MINUTE - this.#inMinute),
      resetInMs: Math.ceil(resetMs - nowMs),
      resetAt: new Date(resetMs),
    };
  }
}
