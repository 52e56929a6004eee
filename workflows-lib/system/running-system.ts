/** The system while it runs: where everything is, and how it all stops. */

import type { TargetInfo } from '../drivers/driver.ts';

/** Where a service or process can be reached. Secrets live here and in child environments, never in documents. */
export type Endpoint =
  | { readonly type: 'postgres'; readonly url: string; readonly roles: Readonly<Record<string, string>> }
  | {
      readonly type: 's3';
      readonly endpoint: string;
      readonly bucket: string;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    }
  | {
      readonly type: 'openai' | 'anthropic';
      readonly baseUrl: string;
      readonly apiKey: string;
      readonly model: string;
      readonly provider: string;
      /** JSON Lines file that the simulator writes: arrivals, chunk send times, bills. Only when simulated. */
      readonly simulatorLog?: string;
    }
  | { readonly type: 'mcp'; readonly transport: 'http'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly type: 'mcp';
      readonly transport: 'stdio';
      readonly run: string;
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly type: 'http'; readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** A started system. `stop` ends everything that `start` began, in reverse order, and removes its folder; safe to call twice. */
export interface RunningSystem {
  /** By service and process name. A process is `http`, or `mcp` when its plan names an MCP path. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  /** What embedded services report of themselves, by service name. */
  readonly info: Readonly<Record<string, TargetInfo>>;
  /** Resident memory and CPU time of the processes we started, by name. */
  resources(): Promise<Readonly<Record<string, ProcessResources>>>;
  /**
   * Requests to replayed models that had no recording, distinct, in words and without secrets: `claude: No recording of POST /messages (…). The
   * nearest is …`. A bounded number of each model. After `stop`, those until then.
   */
  unrecordedRequests(): Promise<readonly string[]>;
  /** Rejects when a process of the system dies before `stop`, with its last lines in the message. Never resolves. */
  readonly died: Promise<never>;
  /** Belongs into the environment of every further child: by it, none outlives the run, whatever ends the run. */
  readonly childEnvironment: Readonly<Record<string, string>>;
  /** The text with every secret of the system blanked: passwords, keys, credentials in URLs. */
  hide(text: string): string;
  stop(): Promise<void>;
}

/** What a process uses: resident memory now, processor time since its start. */
export interface ProcessResources {
  readonly pid: number;
  readonly residentBytes: number;
  readonly cpuMs: number;
}
