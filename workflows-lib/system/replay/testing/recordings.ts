/** What the tests of recordings share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../core/clock.ts';
import { silentLog, type Log } from '../../../core/log.ts';
import { RecordingFile } from '../recording-file.ts';
import { formatExchange, type Exchange, type Protocol } from '../recording.ts';
import { startRecordingProxy, type ProxyOptions, type RecordingProxy } from '../recording-proxy.ts';

/** The key of the provider behind a proxy, and the one that the proxy gives out. */
export const REAL_KEY = 'sk-real-0123456789abcdef';
/** The key for clients of the proxy. */
export const LOCAL_KEY = 'local-fedcba9876543210';

/** Runs `use` with a folder that is gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shotclock-replay-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Starts a proxy in front of a base URL that writes to `path`. */
export async function startProxy(
  path: string,
  options: Partial<ProxyOptions> & Pick<ProxyOptions, 'baseUrl'>,
  log: Log = silentLog,
): Promise<RecordingProxy> {
  const protocol: Protocol = options.protocol ?? 'openai';
  const file = await RecordingFile.open({ path, label: 'recording.jsonl', protocol }, silentLog);
  const base = { service: 'model', protocol, apiKey: REAL_KEY, localKey: LOCAL_KEY, secrets: [], port: 0 };
  return startRecordingProxy({ ...base, ...options }, { file, clock: systemClock, log });
}

/** A recorded exchange of the OpenAI form with this body and answer. */
export function exchange(json: unknown, answer = '{"id":"a"}', changes: Partial<Exchange> = {}): Exchange {
  return {
    ...{ recording: 1, service: 'model', protocol: 'openai', recordedAt: '2026-11-23T19:04:05.123Z', method: 'POST' },
    ...{ path: '/chat/completions', digest: '', request: { json }, status: 200, headers: { 'content-type': 'application/json' } },
    ...{ headMs: 1, chunks: [{ atMs: 1, bytes: Buffer.from(answer) }], endMs: 1 },
    ...changes,
  };
}

/** The text of a recording. */
export function recordingOf(...exchanges: readonly Exchange[]): string {
  return exchanges.map(formatExchange).join('');
}

/** A log that keeps its warnings. */
export function keepingLog(): Log & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return { ...silentLog, warnings, warn: (message) => void warnings.push(message) };
}
