/** Entry of the HTTP API: `node api.ts`, configured by environment variables (see README.md). */
import { ConfigError, readConfig } from './api/config.ts';
import { startService } from './api/service.ts';
import type { Service } from './api/service.ts';
import { errorTypeOf } from './resilience/failure.ts';
import { createLogger } from './telemetry/log.ts';
import type { Logger } from './telemetry/log.ts';

/** How long running requests may take to finish once the service has been told to stop. */
const STOP_GRACE_MS = 30_000;

/** Ends with 0 when everything was finished in time; a second signal ends at once. */
function stopOnSignal(service: Service, log: Logger): void {
  let asked = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (asked) process.exit(1);
    asked = true;
    log.info('stopping', { 'process.signal': signal });
    await service.stop(STOP_GRACE_MS);
    log.info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

/** An error in our own code: the state is unknown, so the process ends and its supervisor starts it anew. */
function exitOnBug(log: Logger): void {
  process.on('uncaughtException', (error) => {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.error('uncaught exception', { 'exception.type': errorTypeOf(error), 'exception.stacktrace': frames.join('\n') });
    process.exit(70);
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger({ service: 'nba-synthesis-api', version: config.version, stream: process.stdout });
  stopOnSignal(await startService(config, { log }), log);
  exitOnBug(log);
}

/** What the operator can mend: the configuration, or an address that cannot be listened on. */
function isOperatorError(error: unknown): error is Error {
  return error instanceof ConfigError || (error instanceof Error && 'syscall' in error);
}

try {
  await main();
} catch (error) {
  if (!isOperatorError(error)) throw error;
  process.stderr.write(`nba-synthesis: ${error.message}\n`);
  process.exit(2);
}
