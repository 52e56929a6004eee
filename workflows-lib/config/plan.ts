/** What `shotclock.yml` says once it has been read, checked and interpolated. Everything downstream works on this alone. */

import type { Call, Expectation } from '../core/operation.ts';
import type { PriceOverride } from '../pricing/price-table.ts';

/** How a process says that it is ready. Exactly one of these. */
export type Readiness = { readonly http: string } | { readonly tcp: true } | { readonly log: string };

/** A process of the system under test. */
export interface ProcessPlan {
  readonly name: string;
  /** The command line, split like a shell would split words; no shell runs it. */
  readonly run: string;
  /** Working directory, absolute. */
  readonly cwd: string;
  /** May hold references such as `${services.database.url}`, resolved when the process starts. */
  readonly env: Readonly<Record<string, string>>;
  /** Listens here when given; otherwise a free port is found. Reaches the process as PORT. */
  readonly port?: number;
  readonly ready?: Readiness;
  readonly readyTimeoutMs: number;
  readonly stopTimeoutMs: number;
  /** Processes that must be ready first. Services always are. */
  readonly needs: readonly string[];
  /** Path of the MCP endpoint when this process is an MCP server over streamable HTTP: `/mcp`. */
  readonly mcp?: string;
}

/** `embedded`: we start it. `simulated`: our model simulator. `replayed`: a recording of the provider. `external`: a URL was given. */
type ServiceMode = 'embedded' | 'simulated' | 'replayed' | 'external';

interface ServiceBase {
  readonly name: string;
  readonly mode: ServiceMode;
}

/** A PostgreSQL server. */
export interface PostgresService extends ServiceBase {
  readonly type: 'postgres';
  /** Connection URL when external. */
  readonly url?: string;
  /** Absolute paths of SQL files, run in order as the owner after start. */
  readonly seed: readonly string[];
  /** Roles that the seed creates and processes log in with: name -> URL, or undefined where we set the password (embedded). */
  readonly roles: Readonly<Record<string, string | undefined>>;
  /** Server settings of the embedded server: shared_preload_libraries and the like. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A bucket of an S3-compatible object store; without `endpoint` the embedded one. */
export interface S3Service extends ServiceBase {
  readonly type: 's3';
  readonly endpoint?: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  /** Absolute folder whose files become objects, keys relative to it. */
  readonly seed?: string;
}

/** How the simulator behaves; see `system/simulator`. */
export interface Simulation {
  readonly profile: 'fast' | 'realistic';
  readonly seed: string;
  /** Absolute path of a YAML file with scripted answers. */
  readonly answers?: string;
  /** Share of requests, 0 to 1, that end in each fault. */
  readonly faults: Readonly<Partial<Record<SimulatedFault, number>>>;
}

/** A way in which a simulated provider fails a request. */
export type SimulatedFault = 'unauthorized' | 'rate_limited' | 'server_error' | 'overloaded' | 'dropped' | 'slow_start';

/** A model of a provider, spoken to in the protocol `type`; without `baseUrl` the simulated one or a recording. */
export interface ModelService extends ServiceBase {
  readonly type: 'openai' | 'anthropic';
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Absolute path of the recording: what is played when replayed, and where a recording goes. */
  readonly recording?: string;
  readonly model: string;
  /** Whose price list counts: `openai`, `deepseek`, `anthropic`, or any name in `prices`. */
  readonly provider: string;
  readonly simulation: Simulation;
}

/** An MCP server that is not one of our processes: by URL, or started over stdio for each connection. */
export interface McpService extends ServiceBase {
  readonly type: 'mcp';
  readonly url?: string;
  readonly run?: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Any HTTP endpoint that is not one of our processes. */
export interface HttpService extends ServiceBase {
  readonly type: 'http';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Something that the system needs. */
export type ServicePlan = PostgresService | S3Service | ModelService | McpService | HttpService;

/** One named thing that can be done to the system. */
export interface OperationPlan {
  readonly name: string;
  /** Name of the service or process it goes to; undefined for `process` operations. */
  readonly on: string | undefined;
  readonly call: Call;
  readonly expect: Expectation;
  readonly timeoutMs: number;
  /** Calls that count in a benchmark; undefined for the plan's `benchmark.samples`. */
  readonly samples?: number;
}

/** Calls of each operation in a benchmark: those that count, and before them those that do not. */
export interface BenchmarkPlan {
  readonly samples: number;
  readonly warmUp: number;
}

/** A load test: a stage for each number of users, one after another. */
export interface LoadPlan {
  readonly users: readonly number[];
  /** Operation name -> weight. */
  readonly mix: Readonly<Record<string, number>>;
  /** Length of each stage. */
  readonly durationMs: number;
  readonly thinkTimeMs: number;
}

/** How head is compared with base. */
export interface ComparePlan {
  /** The most time for all pairs, warm-up and restarts included. */
  readonly budgetMs: number;
  /** The most pairs. */
  readonly pairs: number;
  /** How much slower is still fine: 0.03 is three percent. */
  readonly tolerance: number;
  /** Globs over metric names -> tolerance; the last that matches counts. */
  readonly tolerances: Readonly<Record<string, number>>;
  /** The chance of any false alarm. */
  readonly level: number;
  /** Globs over the names of the metrics that may fail the gate. */
  readonly gate: readonly string[];
  /** `no_worse`: an objective that base misses as well does not fail head unless head is worse. */
  readonly objectives: 'absolute' | 'no_worse';
  /** `auto`: both sides at once, unless memory does not allow it. */
  readonly layout: 'auto' | 'side-by-side' | 'alternate-starts';
}

/** An objective as written, and where, so that a gate can point at it. */
export interface ObjectiveText {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The system under test. */
export interface SystemPlan {
  readonly name: string;
  /** Command lines run once before anything starts: dependencies, generated data. */
  readonly prepare: readonly string[];
  readonly processes: Readonly<Record<string, ProcessPlan>>;
}

/** The whole file. */
export interface Plan {
  /** Absolute path of the file it was read from. */
  readonly file: string;
  /** Its folder; relative paths in the file start here. */
  readonly root: string;
  /** Fixes the order of operations, simulated providers and generated data. */
  readonly seed: string;
  readonly system: SystemPlan;
  readonly services: Readonly<Record<string, ServicePlan>>;
  readonly operations: readonly OperationPlan[];
  readonly benchmark: BenchmarkPlan;
  readonly load: LoadPlan;
  readonly compare: ComparePlan;
  readonly objectives: readonly ObjectiveText[];
  readonly prices: readonly PriceOverride[];
  /** SHA-256 over the plan without secrets and paths: two runs with the same digest measured the same thing. */
  readonly digest: string;
}
