/** The API's configuration from environment variables, checked once at start. */
import { z } from 'zod';

/** Where a language model answers, and the key that pays for it. */
export interface ModelConfig {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

/** Everything that the service is told. */
export interface ApiConfig {
  readonly mcpUrl: URL;
  /** OpenAI-compatible: calls go to `<baseUrl>/chat/completions`. */
  readonly deepseek: ModelConfig;
  /** Calls go to `<baseUrl>/v1/messages`. */
  readonly claude: ModelConfig;
  readonly port: number;
  readonly host: string;
  /** For a whole request, every step and retry included. */
  readonly requestTimeoutMs: number;
  /** Requests to `/synthesize` that run at once; more are refused with 429. */
  readonly maxConcurrency: number;
  readonly version: string;
}

/** The environment does not describe a service that could start. One line that names the variable, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000 } as const;

const url = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' });
const required = z.string({ error: 'is not set' });
const integer = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
const duration = z
  .string()
  .regex(/^\d+(\.\d+)?\s*(ms|s|m)$/, 'must be a duration such as 60s, 1500ms or 2m')
  .transform((text) => {
    const unit = /(ms|s|m)$/.exec(text)?.[1];
    return Number.parseFloat(text) * (unit === 'ms' || unit === 'm' ? UNIT_MS[unit] : UNIT_MS.s);
  })
  .pipe(z.number().min(1, 'must be at least 1ms').max(3_600_000, 'must be at most 60m'));

const environment = z.object({
  MCP_URL: required.pipe(url),
  DEEPSEEK_BASE_URL: url.default('https://api.deepseek.com'),
  DEEPSEEK_API_KEY: required,
  DEEPSEEK_MODEL: z.string().default('deepseek-chat'),
  ANTHROPIC_BASE_URL: url.default('https://api.anthropic.com'),
  ANTHROPIC_API_KEY: required,
  ANTHROPIC_MODEL: z.string().default('claude-sonnet-4-5'),
  PORT: integer.pipe(z.number().max(65_535, 'must be at most 65535')).default(3000),
  HOST: z.string().default('127.0.0.1'),
  REQUEST_TIMEOUT: duration.default(60_000),
  MAX_CONCURRENCY: integer.pipe(z.number().min(1, 'must be at least 1')).default(100),
  VERSION: z.string().default('0.0.0-dev'),
});

function withoutTrailingSlash(text: string): string {
  return text.replace(/\/+$/, '');
}

/** Reads the configuration. An empty variable counts as not set. Throws `ConfigError` for the first variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ApiConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'} ${issue?.message ?? 'is invalid'}`);
  }
  const values = parsed.data;
  return {
    mcpUrl: new URL(values.MCP_URL),
    deepseek: {
      baseUrl: withoutTrailingSlash(values.DEEPSEEK_BASE_URL),
      apiKey: values.DEEPSEEK_API_KEY,
      model: values.DEEPSEEK_MODEL,
    },
    claude: {
      baseUrl: withoutTrailingSlash(values.ANTHROPIC_BASE_URL),
      apiKey: values.ANTHROPIC_API_KEY,
      model: values.ANTHROPIC_MODEL,
    },
    port: values.PORT,
    host: values.HOST,
    requestTimeoutMs: values.REQUEST_TIMEOUT,
    maxConcurrency: values.MAX_CONCURRENCY,
    version: values.VERSION,
  };
}
