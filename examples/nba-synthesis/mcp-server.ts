/** Entry of the MCP server: `node mcp-server.ts` serves HTTP, `--stdio` one client on standard input and output. Configured by environment variables (README.md). */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './mcp/config.ts';
import { SERVICE_NAME, startHttpService, startStdioService } from './mcp/service.ts';
import type { Service } from './mcp/service.ts';
import { errorTypeOf } from './resilience/failure.ts';
import { createLogger } from './telemetry/log.ts';
import type { Logger } from './telemetry/log.ts';

/** How long running requests may take to finish once the server has been told to stop. */
const STOP_GRACE_MS = 10_000;

/** Stops once, whoever asks first; ends with 0. A second signal ends at once. */
function createStop(service: Service, log: Logger): (reason: string) => void {
  let asked = false;
  const stop = async (reason: string): Promise<void> => {
    if (asked) process.exit(1);
    asked = true;
    log.info('stopping', { 'stop.reason': reason });
    await service.stop(STOP_GRACE_MS);
    log.info('stopped');
    process.exit(0);
  };
  return (reason) => void stop(reason);
}

function stopWhenAsked(service: Service, options: { stdio: boolean; log: Logger }): void {
  const stop = createStop(service, options.log);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (!options.stdio) return;
  // The client of a pipe says goodbye by closing it.
  process.stdin.once('end', () => {
    stop('end of input');
  });
  process.stdout.once('error', () => {
    stop('output closed');
  });
}

/** An error in our own code: the state is unknown, so the process ends and its supervisor starts it anew. */
function exitOnBug(log: Logger): void {
  process.on('uncaughtException', (error) => {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.error('uncaught exception', { 'exception.type': errorTypeOf(error), 'exception.stacktrace': frames.join('\n') });
    process.exit(70);
  });
}

/** What the operator can mend: arguments, configuration, or an address that cannot be listened on. */
function isOperatorError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error instanceof ConfigError || 'syscall' in error || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}

async function main(): Promise<void> {
  const { stdio } = parseArgs({ options: { stdio: { type: 'boolean', default: false } } }).values;
  const config = readConfig(process.env);
  const stream = stdio ? process.stderr : process.stdout;
  const log = createLogger({ service: SERVICE_NAME, version: config.version, stream });
  const service = stdio ? await startStdioService(config, log) : await startHttpService(config, log);
  stopWhenAsked(service, { stdio, log });
  exitOnBug(log);
}

try {
  await main();
} catch (error) {
  if (!isOperatorError(error)) throw error;
  process.stderr.write(`${SERVICE_NAME}: ${error.message.split('\n')[0] ?? ''}\n`);
  process.exit(2);
}
