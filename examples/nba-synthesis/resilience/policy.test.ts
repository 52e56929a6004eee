import { expect, test } from '@jest/globals';
import { DependencyError } from './failure.ts';
import { createPolicy } from './policy.ts';
import type { Policy, PolicyOptions } from './policy.ts';

class HttpError extends Error {
  readonly status: number;
  readonly headers: Headers;

  constructor(status: number, headers: Record<string, string> = {}) {
    super(`status ${status}`);
    this.status = status;
    this.headers = new Headers(headers);
  }
}

interface Harness {
  readonly policy: Policy;
  readonly lines: { readonly body: string; readonly attributes: Record<string, unknown> | undefined }[];
  now: number;
}

function harness(options: Partial<PolicyOptions> = {}): Harness {
  const lines: Harness['lines'] = [];
  const record = (body: string, attributes?: Record<string, unknown>): void => void lines.push({ body, attributes });
  const policy = createPolicy('deepseek', {
    timeoutMs: 5_000,
    attempts: 3,
    log: { info: record, warn: record },
    backoff: { initialDelayMs: 1, maxDelayMs: 2 },
    clock: () => state.now,
    ...options,
  });
  const state: Harness = { policy, lines, now: 1_000 };
  return state;
}

/** Fails with each error in turn, then succeeds for good. */
function script(...errors: Error[]): { fn: () => Promise<string>; calls: () => number } {
  let calls = 0;
  const fn = async (): Promise<string> => {
    const error = errors[calls++];
    if (error !== undefined) throw error;
    return await Promise.resolve('answer');
  };
  return { fn, calls: () => calls };
}

async function failureOf(work: Promise<unknown>): Promise<DependencyError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DependencyError) return error;
    throw error;
  }
  throw new Error('succeeded');
}

test('a transient failure is tried again until it succeeds', async () => {
  const { policy } = harness();
  const call = script(new HttpError(500), new HttpError(503));
  expect(await policy.execute(call.fn)).toBe('answer');
  expect(call.calls()).toBe(3);
});

test('a failure that outlives every attempt names the dependency and keeps its cause', async () => {
  const { policy } = harness();
  const last = new HttpError(502);
  const error = await failureOf(policy.execute(script(new HttpError(500), new HttpError(500), last).fn));
  expect(error.failure).toEqual({ dependency: 'deepseek', reason: 'failed', attempts: 3 });
  expect(error.cause).toBe(last);
  expect(error.message).toBe('deepseek did not answer (502, 3 attempts)');
});

test('a mistake of the caller passes through at once and never opens the breaker', async () => {
  const { policy } = harness({ breakAfter: 2 });
  const mistake = new HttpError(400);
  for (let round = 0; round < 5; round++) await expect(policy.execute(script(mistake).fn)).rejects.toBe(mistake);
  expect(policy.state()).toBe('closed');
});

test('retry-after is waited for when it is longer than the jitter', async () => {
  const { policy, lines } = harness();
  await policy.execute(script(new HttpError(429, { 'retry-after-ms': '40' })).fn);
  expect(lines).toEqual([
    { body: 'attempt failed', attributes: { 'dependency.name': 'deepseek', attempt: 1, retry_in_ms: 40, 'error.type': '429' } },
  ]);
});

test('a retry-after longer than the bound ends the call and is passed on', async () => {
  const { policy } = harness({ maxRetryAfterMs: 100 });
  const call = script(new HttpError(429, { 'retry-after': '60' }));
  const error = await failureOf(policy.execute(call.fn));
  expect(error.failure).toEqual({ dependency: 'deepseek', reason: 'throttled', attempts: 1, retryAfterMs: 60_000 });
  expect(call.calls()).toBe(1);
});

test('throttling alone never opens the breaker', async () => {
  const { policy } = harness({ breakAfter: 2, attempts: 1 });
  for (let round = 0; round < 5; round++) await failureOf(policy.execute(script(new HttpError(429)).fn));
  expect(policy.state()).toBe('closed');
});

test('failures in a row open the breaker, which refuses without asking until its time is over', async () => {
  const state = harness({ breakAfter: 3, halfOpenAfterMs: 10_000 });
  await failureOf(state.policy.execute(script(new HttpError(500), new HttpError(500), new HttpError(500)).fn));
  expect(state.policy.state()).toBe('open');
  state.now += 4_000;
  const call = script();
  const error = await failureOf(state.policy.execute(call.fn));
  expect(error.failure).toEqual({ dependency: 'deepseek', reason: 'open', attempts: 0, retryAfterMs: 6_000 });
  expect(call.calls()).toBe(0);
});

test('a breaker that is due lets one call through: success closes it, failure opens it again', async () => {
  const state = harness({ breakAfter: 1, attempts: 1, halfOpenAfterMs: 10_000 });
  await failureOf(state.policy.execute(script(new HttpError(500)).fn));
  state.now += 10_000;
  expect(state.policy.state()).toBe('half-open');
  await failureOf(state.policy.execute(script(new HttpError(500)).fn));
  expect(state.policy.state()).toBe('open');
  state.now += 10_000;
  expect(await state.policy.execute(script().fn)).toBe('answer');
  expect(state.policy.state()).toBe('closed');
});

test('when the breaker opens between two attempts, the error still tells what failed', async () => {
  const { policy } = harness({ breakAfter: 2, attempts: 5 });
  const error = await failureOf(policy.execute(script(...Array.from({ length: 5 }, () => new HttpError(500))).fn));
  expect(error.failure).toMatchObject({ reason: 'failed', attempts: 2, retryAfterMs: 10_000 });
});

test('an attempt that takes too long is aborted and counts as transient', async () => {
  const { policy } = harness({ timeoutMs: 20, attempts: 2 });
  const signals: AbortSignal[] = [];
  const error = await failureOf(
    policy.execute(async (signal) => {
      signals.push(signal);
      return await new Promise<never>(() => undefined);
    }),
  );
  expect(error.failure).toEqual({ dependency: 'deepseek', reason: 'timeout', attempts: 2 });
  expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
});

test('a caller that gives up gets its own reason at once, and the breaker counts nothing', async () => {
  const { policy } = harness({ breakAfter: 1 });
  const controller = new AbortController();
  const reason = new Error('client went away');
  const { promise: started, resolve: start } = Promise.withResolvers<undefined>();
  const work = policy.execute(async () => {
    start(undefined);
    return await new Promise<never>(() => undefined);
  }, controller.signal);
  await started;
  controller.abort(reason);
  await expect(work).rejects.toBe(reason);
  expect(policy.state()).toBe('closed');
});

test('a caller that gives up during the pause between attempts does not wait for its end', async () => {
  const { policy, lines } = harness({ backoff: { initialDelayMs: 400, maxDelayMs: 400 } });
  const controller = new AbortController();
  const reason = new Error('client went away');
  const call = script(new HttpError(429, { 'retry-after-ms': '300' }));
  const work = policy.execute(call.fn, controller.signal);
  setImmediate(() => {
    controller.abort(reason);
  });
  await expect(work).rejects.toBe(reason);
  expect(lines).toHaveLength(1);
  expect(call.calls()).toBe(1);
});

test('a probe that its caller gives up leaves the breaker open', async () => {
  const state = harness({ breakAfter: 1, attempts: 1 });
  await failureOf(state.policy.execute(script(new HttpError(500)).fn));
  state.now += 10_000;
  const controller = new AbortController();
  const work = state.policy.execute(async () => {
    controller.abort(new Error('gone'));
    return await new Promise<never>(() => undefined);
  }, controller.signal);
  await expect(work).rejects.toThrow('gone');
  await new Promise(setImmediate);
  expect(state.policy.state()).toBe('open');
});

test('an error of our own code is neither retried nor wrapped', async () => {
  const bug = new TypeError('undefined is not a function');
  const call = script(bug);
  await expect(harness().policy.execute(call.fn)).rejects.toBe(bug);
  expect(call.calls()).toBe(1);
});
