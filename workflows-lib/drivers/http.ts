import type { Clock } from '../core/clock.ts';
import { RemoteError, UsageError } from '../core/errors.ts';
import { parseJson } from '../core/json.ts';
import type { Expectation, HttpCall } from '../core/operation.ts';
import type { ModelUsage } from '../pricing/usage.ts';
import { attemptOf, notJson, statusEnding, type Judged } from './attempt.ts';
import type { Driver, PreparedCall, PreparedOperation } from './driver.ts';
import { invalid, shownUrl } from './failure.ts';
import { readUsage } from './reported-usage.ts';
import { compileExpectation, type Checks } from './validate.ts';
import { flattenHeaders, openWire, type Exchange, type Wire, type WireRequest } from './wire.ts';

/** The endpoint that is called. */
export interface HttpDriverOptions {
  /** Name of the service or process, for messages. */
  readonly name?: string;
  /** Paths of calls are appended to its path. */
  readonly url: string;
  /** Sent with every call; a call's own headers win. Their values never appear in messages. */
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

/** How long `check` waits for anything at all. */
export const CHECK_TIMEOUT_MS = 10_000;

const SUPPORTED: readonly (keyof Expectation)[] = ['status', 'json', 'schema', 'contains'];

/**
 * Calls an HTTP endpoint over the wire. An attempt ends when the body has been read completely; `connectedMs` is there when the call
 * opened a connection. Throws UsageError when the URL is not one.
 */
export function openHttpDriver({ name = 'http', url, headers, clock }: HttpDriverOptions): Driver<HttpCall> {
  const base = httpUrl(name, url);
  const secrets = Object.values(headers);
  const wire = openWire({ origin: base.origin, clock, secrets });
  return {
    prepare: (operation) => prepare({ operation, wire, base, headers, secrets }),
    check: async (signal) => {
      const request: WireRequest = { method: 'GET', path: `${base.pathname}${base.search}`, headers: flattenHeaders(headers) };
      const { ending } = await wire.send(request, { timeoutMs: CHECK_TIMEOUT_MS, signal });
      if (ending === undefined) return {};
      throw new RemoteError(`${name} at ${shownUrl(url)}: ${ending.failure.message}`, {
        service: name,
        action: 'GET',
        attempts: 1,
      });
    },
    close: () => wire.close(),
  };
}

/** The URL, parsed. Throws UsageError unless it is an HTTP one. */
export function httpUrl(name: string, url: string): URL {
  if (URL.canParse(url) && /^https?:/i.test(url)) return new URL(url);
  throw new UsageError(`${name}: "${shownUrl(url)}" is not an http:// or https:// URL.`);
}

interface Preparation {
  readonly operation: PreparedOperation<HttpCall>;
  readonly wire: Wire;
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

function prepare({ operation, wire, base, headers, secrets }: Preparation): PreparedCall {
  const { call, timeoutMs } = operation;
  const checks = compileExpectation({ operation: operation.name, expect: operation.expect, supported: SUPPORTED });
  const body = call.json === undefined ? undefined : Buffer.from(JSON.stringify(call.json));
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const request: WireRequest = {
    method: call.method,
    path: joinPaths(base.pathname, call.path),
    headers: flattenHeaders({ accept: 'application/json, */*;q=0.5' }, type, headers, call.headers),
    ...(body === undefined ? undefined : { body }),
  };
  const judging: Judging = { checks, usage: call.usage, secrets: [...secrets, ...Object.values(call.headers)] };
  return {
    operation: operation.name,
    execute: async (signal) => {
      const exchange = await wire.send(request, { timeoutMs, signal });
      return attemptOf(exchange, exchange.ending === undefined ? judge(exchange, judging) : {});
    },
  };
}

function joinPaths(base: string, path: string): string {
  const rest = path.startsWith('/') || path === '' || path.startsWith('?') ? path : `/${path}`;
  return base.replace(/\/$/, '') + rest || '/';
}

interface Judging {
  readonly checks: Checks;
  /** JSON Pointer to the usage in the answer. */
  readonly usage: string | undefined;
  readonly secrets: readonly string[];
}

function judge(exchange: Exchange, { checks, usage: pointer, secrets }: Judging): Judged {
  const status = exchange.head?.status ?? 0;
  const rightStatus = checks.statusIsRight(status);
  if (rightStatus && !checks.wantsDocument && !checks.wantsText && pointer === undefined) return {};
  const text = exchange.body.toString('utf8');
  const value = checks.wantsDocument || pointer !== undefined ? parseJson(text) : undefined;
  // What was billed counts even when the answer is wrong.
  const usage: readonly ModelUsage[] | undefined = pointer === undefined ? [] : readUsage(value, pointer);
  const billed = { usage: usage ?? [] };
  if (!rightStatus) {
    if (status >= 400) return { ending: statusEnding(exchange, secrets), ...billed };
    return {
      ending: invalid({ class: 'status', message: `answered with status ${status}, which is not the expected one` }, secrets),
      ...billed,
    };
  }
  const misses = checks.contains(text);
  if (misses !== undefined) return { ending: invalid(misses, secrets), ...billed };
  if (!checks.wantsDocument && pointer === undefined) return {};
  if (value === undefined) return { ending: invalid({ class: 'not_json', message: notJson(exchange) }, secrets) };
  const wrong = checks.document(value);
  if (wrong !== undefined) return { ending: invalid(wrong, secrets), ...billed };
  if (usage !== undefined) return { usage };
  return {
    ending: invalid(
      { class: 'usage', message: `usage: ${String(pointer)} is not a list of token counts in the answer` },
      secrets,
    ),
  };
}
