/** The one connection to GitHub's REST API: octokit of `@actions/github` with our retries, limits and words for errors. */
import type { getOctokit } from '@actions/github';
import type { Clock } from '../core/clock.ts';
import { RemoteError, UsageError, toError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Random } from '../core/random.ts';
import { oneLine } from '../core/log-guard.ts';
import { DecideAgain } from './errors.ts';
import { explain, rateLimited, type Asked } from './explain.ts';
import { readFailure } from './failure.ts';
import { guardedFetch, type Fetch } from './guarded-fetch.ts';
import { MAX_ATTEMPTS, outlookOf } from './retry.ts';
import { wordsOf } from './routes.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** Where GitHub is, who asks, and what the waits depend on. */
export interface GitHubOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Tries of one request, the first included; 5 by default. */
  readonly maxAttempts?: number;
  /** Of one try; 30 s by default. */
  readonly timeoutMs?: number;
  /** The wire; by default the toolkit's, which goes through the runner's proxy. */
  readonly fetch?: Fetch;
}

/** A connection. Every request through `rest`, `paginate` and `request` is retried, bounded and explained as `connectGitHub` says. */
export interface GitHub {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  readonly request: Octokit['request'];
  readonly options: GitHubOptions;
  /** The bare wire, which adds no token: for signed addresses. */
  readonly fetch: Fetch;
}

/** Part of octokit's `request` option: this request is sent once, as try number `decided`; a passing failure ends in `DecideAgain`. */
export interface DecideAfresh {
  readonly decided: number;
}

const TRY_TIMEOUT_MS = 30_000;

/**
 * Connects to GitHub; no request is made yet. Throws UsageError for a token that cannot be one.
 *
 * Every request gets 30 s and the signal. Passing failures (5xx, a broken connection, rate limits that reset within a minute) are tried again
 * with jitter; a POST only when it surely did not arrive. A request with `DecideAfresh` is never repeated: after the wait it throws
 * `DecideAgain`. What is left is thrown as ApiRefusal (a UsageError with the HTTP status) or RemoteError.
 */
export async function connectGitHub(options: GitHubOptions): Promise<GitHub> {
  // A line break in a header would be quoted, with the token, by the error that it causes.
  if (!/^[\x21-\x7e]+$/.test(options.token)) {
    throw new UsageError(
      'the GitHub token is empty or holds spaces or line breaks: give it as it was issued, such as `${{ github.token }}`',
    );
  }
  const { getOctokit, toolkitFetch } = await loadToolkit();
  const fetch = options.fetch ?? toolkitFetch;
  // Octokit's hooks cannot hand a signal on: the hook that adds the token gets the parameters as they were.
  const newSignal = (): AbortSignal =>
    AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? TRY_TIMEOUT_MS)]);
  const warn = (message: string): void => {
    options.log.debug(oneLine(message, 300));
  };
  const octokit = getOctokit(options.token, {
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    request: { fetch: guardedFetch(fetch, options.apiUrl, newSignal) },
    log: { debug: () => undefined, info: () => undefined, warn, error: warn },
  });
  octokit.hook.wrap('request', async (request, parameters) => {
    const { url, method } = octokit.request.endpoint(parameters);
    const path = new URL(url).pathname.slice(new URL(options.apiUrl).pathname.replace(/\/+$/, '').length);
    const decided: unknown = parameters.request['decided'];
    const send = async (): Promise<Awaited<ReturnType<typeof request>>> => await request(parameters);
    return await persist(send, { method, path, ...(typeof decided === 'number' && { decided }) }, options);
  });
  return { rest: octokit.rest, paginate: octokit.paginate, request: octokit.request, options, fetch };
}

/** The toolkit reads the event file when it is imported, and throws when that is no JSON. */
async function loadToolkit(): Promise<{ readonly getOctokit: typeof getOctokit; readonly toolkitFetch: Fetch }> {
  try {
    const [{ getOctokit }, { defaults }] = await Promise.all([import('@actions/github'), import('@actions/github/lib/utils')]);
    // Typed as `any` there.
    const found = defaults.request?.fetch as Fetch | undefined;
    return { getOctokit, toolkitFetch: found ?? ((url, init) => fetch(url, init)) };
  } catch (error) {
    throw new UsageError('the event file that GITHUB_EVENT_PATH names cannot be read as JSON', { cause: error });
  }
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly decided?: number;
}

async function persist<T>(send: () => Promise<T>, sent: Sent, options: GitHubOptions): Promise<T> {
  const { signal } = options;
  for (let attempt = sent.decided ?? 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await send();
    } catch (thrown) {
      if (signal.aborted) throw toError(signal.reason);
      const { cause } = toError(thrown);
      if (cause instanceof RemoteError) throw cause;
      await waitOrThrow(thrown, { ...sent, attempt }, options);
    }
    if (sent.decided !== undefined) throw new DecideAgain(`${sent.method} ${sent.path} is to be decided again`);
  }
}

/** Returns when the request is to be tried again, or else throws what people read. */
async function waitOrThrow(thrown: unknown, sent: Sent & { readonly attempt: number }, options: GitHubOptions): Promise<void> {
  const { method, path, attempt } = sent;
  const { log, clock, signal, maxAttempts = MAX_ATTEMPTS } = options;
  const failure = readFailure(thrown);
  const asked: Asked = { words: wordsOf(method, path), path, method, attempts: attempt };
  const outlook = outlookOf(failure, sent, options);
  if (outlook.kind === 'too-long') throw rateLimited(outlook.resetsAt, outlook.ms, asked);
  if (outlook.kind === 'final' || attempt >= maxAttempts) throw hidden(explain(failure, asked), options.token);
  if (!outlook.resend && sent.decided === undefined) throw hidden(explain(failure, asked), options.token);
  const reason = failure.kind === 'answer' ? `GitHub answered ${String(failure.status)}` : failure.reason;
  const seconds = (outlook.ms / 1000).toFixed(1);
  log.info(`${asked.words.action}: ${reason}; trying again in ${seconds} s (${String(attempt + 1)} of ${String(maxAttempts)})`);
  await clock.sleep(outlook.ms, signal);
}

/** A server that repeats what it was sent does not get the token into a message. */
function hidden<E extends Error>(error: E, token: string): E {
  error.message = error.message.replaceAll(token, '***');
  return error;
}
