/** What can be done to a system, and what a right answer looks like: the words that the plan and the drivers share. */

/** Bounds on a count: an exact number or a range. */
export type CountExpectation = number | { readonly min?: number; readonly max?: number };

/** What a right answer looks like. An answer that misses any of these is `invalid`, however fast it came. */
export interface Expectation {
  /** HTTP status, or several that are right. Without it any 2xx is. */
  readonly status?: number | readonly number[];
  /** Rows of a query, objects of a listing, tools of a tool list. */
  readonly rows?: CountExpectation;
  /** The answer holds at least this (objects by subset, arrays item by item, other values by equality). */
  readonly json?: unknown;
  /** JSON Schema (draft 2020-12) that the answer satisfies. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Text that the answer contains. */
  readonly contains?: string;
  /** Why a model stopped: `stop`, `length`, `tool_calls` (OpenAI) or `end_turn`, `max_tokens`, … (Anthropic). */
  readonly finish?: string | readonly string[];
  /** Exit code of a command; 0 unless given. */
  readonly exitCode?: number;
}

/** One chat message. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Opens a connection, or runs a statement with its parameters. */
export type PostgresCall =
  | { readonly protocol: 'postgres'; readonly action: 'connect' }
  | { readonly protocol: 'postgres'; readonly action: 'query'; readonly sql: string; readonly parameters: readonly unknown[] };

/** Lists keys below a prefix, or reads one object whole. */
export type S3Call =
  | { readonly protocol: 's3'; readonly action: 'list'; readonly prefix: string; readonly maxKeys: number }
  | { readonly protocol: 's3'; readonly action: 'get'; readonly key: string };

/** Asks a model for one answer of at most `maxTokens` tokens. */
export interface ModelCall {
  readonly protocol: 'openai' | 'anthropic';
  readonly messages: readonly Message[];
  readonly maxTokens: number;
  readonly stream: boolean;
  readonly temperature?: number;
}

/** Opens a session, lists the tools, or calls one of them. */
export type McpCall =
  | { readonly protocol: 'mcp'; readonly action: 'connect' | 'list_tools' }
  | {
      readonly protocol: 'mcp';
      readonly action: 'call_tool';
      readonly tool: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    };

/** One request; `path` is appended to the target's URL. */
export interface HttpCall {
  readonly protocol: 'http';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** JSON Pointer to an array of `{provider, model, input, cached, cache_write, output, reasoning}` in the answer. */
  readonly usage?: string;
}

/** Runs a command to its end; `cwd` is absolute. */
export interface ProcessCall {
  readonly protocol: 'process';
  /** Split like a shell would split words; no shell runs it. */
  readonly run: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What an operation does, by the protocol that its target speaks. */
export type Call = PostgresCall | S3Call | ModelCall | McpCall | HttpCall | ProcessCall;
