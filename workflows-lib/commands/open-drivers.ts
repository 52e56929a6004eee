import type { Clock } from '../core/clock.ts';
import type { Call, HttpCall, McpCall, ModelCall, PostgresCall, ProcessCall, S3Call } from '../core/operation.ts';
import { UsageError } from '../core/errors.ts';
import type { OperationPlan, Plan } from '../config/plan.ts';
import type { Driver, PreparedCall, PreparedOperation, TargetInfo } from '../drivers/driver.ts';
import { openHttpDriver } from '../drivers/http.ts';
import { openMcpDriver } from '../drivers/mcp.ts';
import { openModelDriver } from '../drivers/model.ts';
import { openPostgresDriver } from '../drivers/postgres.ts';
import { openProcessDriver } from '../drivers/process.ts';
import { openS3Driver } from '../drivers/s3.ts';
import type { Endpoint, RunningSystem } from '../system/running-system.ts';

/** Version of each target as far as it told, by the name of its service or process. */
export type Versions = ReadonlyMap<string, string>;

/** The plan's operations, ready to be called, and the connections behind them. */
export interface OpenedOperations {
  readonly calls: readonly PreparedCall[];
  /** Reaches every target once. Throws the RemoteError of the first that cannot be reached, before anything is measured. */
  check(signal: AbortSignal): Promise<Versions>;
  close(): Promise<void>;
}

/** What opening needs to know. */
export interface OpenOptions {
  readonly clock: Clock;
  /** The most calls that will be in flight at once. */
  readonly concurrency: number;
}

interface Opened {
  prepare(operation: OperationPlan): PreparedCall;
  check(signal: AbortSignal): Promise<TargetInfo>;
  close(): Promise<void>;
}

/** Opens one driver for each target and protocol that the operations use. Throws UsageError when an operation cannot be prepared. */
export function openOperations(operations: Plan['operations'], system: RunningSystem, options: OpenOptions): OpenedOperations {
  const opened = new Map<string, Opened>();
  const calls = operations.map((operation) => {
    const key = `${operation.on ?? ''} ${operation.call.protocol}`;
    let driver = opened.get(key);
    if (driver === undefined) opened.set(key, (driver = openDriver(operation, system, options)));
    return driver.prepare(marked(operation, system));
  });
  return {
    calls,
    check: async (signal) => {
      const told = [...opened].map(async ([key, driver]) => ({ name: key.split(' ')[0] ?? '', ...(await driver.check(signal)) }));
      const versions = new Map<string, string>();
      for (const { name, version } of await Promise.all(told)) if (version !== undefined) versions.set(name, version);
      return versions;
    },
    close: async () => {
      // Every connection is closed, whatever becomes of the others; then the first that could not be says why.
      const closing = [...opened.values()].map((driver) => driver.close());
      await Promise.allSettled(closing);
      await Promise.all(closing);
    },
  };
}

/** A command runs as a child of the run. */
function marked(operation: OperationPlan, system: RunningSystem): OperationPlan {
  const { call } = operation;
  if (call.protocol !== 'process') return operation;
  return { ...operation, call: { ...call, env: { ...call.env, ...system.childEnvironment } } };
}

/** Narrows an operation to the calls of one protocol; the planner guarantees it, this keeps the types honest. */
function narrowed<C extends Call>(driver: Driver<C>, isOurs: (call: Call) => call is C): Opened {
  return {
    prepare: ({ name, call, expect, timeoutMs }) => {
      if (!isOurs(call)) throw new Error(`operation ${name} speaks ${call.protocol}, which its driver does not`);
      const operation: PreparedOperation<C> = { name, call, expect, timeoutMs };
      return driver.prepare(operation);
    },
    check: (signal) => driver.check(signal),
    close: () => driver.close(),
  };
}

function openDriver(operation: OperationPlan, system: RunningSystem, options: OpenOptions): Opened {
  const shared = { clock: options.clock, ...(operation.on === undefined ? {} : { name: operation.on }) };
  if (operation.call.protocol === 'process') return narrowed(openProcessDriver({ clock: options.clock }), isProcess);
  const endpoint = system.endpoints[operation.on ?? ''];
  if (endpoint === undefined)
    throw new UsageError(`operation ${operation.name}: nothing called "${operation.on ?? ''}" is running`);
  switch (operation.call.protocol) {
    case 'postgres':
      return narrowed(
        openPostgresDriver({ url: expectType(endpoint, 'postgres').url, poolSize: options.concurrency, ...shared }),
        isPostgres,
      );
    case 's3':
      return narrowed(openS3Driver({ ...expectType(endpoint, 's3'), ...shared }), isS3);
    case 'openai':
    case 'anthropic':
      return narrowed(openModelDriver({ ...modelEndpoint(endpoint), ...shared }), isModel);
    case 'mcp':
      return narrowed(openMcpDriver({ ...mcpEndpoint(endpoint, system), ...shared }), isMcp);
    case 'http':
      return narrowed(openHttpDriver({ ...httpEndpoint(endpoint), ...shared }), isHttp);
  }
}

function expectType<T extends Endpoint['type']>(endpoint: Endpoint, type: T): Extract<Endpoint, { readonly type: T }> {
  if (!isType(endpoint, type)) throw new Error(`expected a ${type} endpoint, got ${endpoint.type}`);
  return endpoint;
}

function isType<T extends Endpoint['type']>(endpoint: Endpoint, type: T): endpoint is Extract<Endpoint, { readonly type: T }> {
  return endpoint.type === type;
}

function mcpEndpoint(endpoint: Endpoint, system: RunningSystem): Extract<Endpoint, { readonly type: 'mcp' }> {
  const target = expectType(endpoint, 'mcp');
  return target.transport === 'http' ? target : { ...target, env: { ...target.env, ...system.childEnvironment } };
}

type ModelEndpoint = Extract<Endpoint, { readonly baseUrl: string }>;

function modelEndpoint(endpoint: Endpoint): Omit<ModelEndpoint, 'type'> & { readonly protocol: ModelEndpoint['type'] } {
  if (endpoint.type !== 'openai' && endpoint.type !== 'anthropic')
    throw new Error(`expected a model endpoint, got ${endpoint.type}`);
  const { type, ...rest } = endpoint;
  return { ...rest, protocol: type };
}

/** An MCP server over HTTP also has plain HTTP routes (health, version) beside its MCP path. */
function httpEndpoint(endpoint: Endpoint): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
  if (endpoint.type === 'http') return endpoint;
  if (endpoint.type === 'mcp' && endpoint.transport === 'http')
    return { url: new URL(endpoint.url).origin, headers: endpoint.headers };
  throw new Error(`expected an HTTP endpoint, got ${endpoint.type}`);
}

const isPostgres = (call: Call): call is PostgresCall => call.protocol === 'postgres';
const isS3 = (call: Call): call is S3Call => call.protocol === 's3';
const isModel = (call: Call): call is ModelCall => call.protocol === 'openai' || call.protocol === 'anthropic';
const isMcp = (call: Call): call is McpCall => call.protocol === 'mcp';
const isHttp = (call: Call): call is HttpCall => call.protocol === 'http';
const isProcess = (call: Call): call is ProcessCall => call.protocol === 'process';
