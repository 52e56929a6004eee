/** Carries a request's id to every log record that is written on its behalf, shared policies and clients included. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Logger } from '../telemetry/log.ts';

const context = new AsyncLocalStorage<{ readonly requestId: string }>();

/** Runs `fn`; records that it writes through `withRequestId` carry `requestId`. */
export function runWithRequestId<T>(requestId: string, fn: () => Promise<T>): Promise<T> {
  return context.run({ requestId }, fn);
}

/** A logger that adds `request_id` to records written during a request. */
export function withRequestId(log: Logger): Logger {
  const extend = (attributes: Attributes = {}): Attributes => {
    const store = context.getStore();
    return store === undefined ? attributes : { ...attributes, request_id: store.requestId };
  };
  return {
    info: (body, attributes) => {
      log.info(body, extend(attributes));
    },
    warn: (body, attributes) => {
      log.warn(body, extend(attributes));
    },
    error: (body, attributes) => {
      log.error(body, extend(attributes));
    },
  };
}
