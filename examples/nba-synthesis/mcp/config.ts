/** The MCP server's configuration from environment variables, checked once at start. */
import { z } from 'zod';

/** The bucket with the game files. */
export interface S3Config {
  /** Undefined: the endpoint of the region at AWS. */
  readonly endpoint: string | undefined;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The database, and what may be asked of it. */
export interface DatabaseConfig {
  /** Login of a role that can only read. */
  readonly url: string;
  readonly poolSize: number;
  /** Longest time that a statement may run. */
  readonly queryTimeoutMs: number;
}

/** Where answers are kept, if at all. */
export type CacheConfig = { readonly kind: 'off' | 'memory' } | { readonly kind: 'redis'; readonly url: string };

/** Everything that the server is told. */
export interface McpConfig {
  readonly database: DatabaseConfig;
  readonly files: S3Config;
  readonly cache: CacheConfig;
  readonly port: number;
  readonly host: string;
  readonly version: string;
}

/** The environment does not describe a server that could start. One line that names every variable that is wrong, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000 } as const;

const required = z.string({ error: 'is not set' });
const integer = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number);
const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m)$/, 'must be a duration such as 5s, 1500ms or 1m')
  .transform((text) => {
    const unit = /(ms|s|m)$/.exec(text)?.[1];
    return Math.round(Number.parseFloat(text) * (unit === 'ms' || unit === 'm' ? UNIT_MS[unit] : UNIT_MS.s));
  })
  .pipe(z.number().min(1, 'must be at least 1ms').max(600_000, 'must be at most 10m'));

const environment = z.object({
  DATABASE_URL: required.pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'must be a URL that begins with postgres://' })),
  DATABASE_POOL_SIZE: integer.pipe(z.number().min(1, 'must be at least 1').max(1_000, 'must be at most 1000')).default(10),
  QUERY_TIMEOUT: duration.default(5_000),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' }).optional(),
  S3_BUCKET: required,
  S3_REGION: z.string().default('us-east-1'),
  AWS_ACCESS_KEY_ID: required,
  AWS_SECRET_ACCESS_KEY: required,
  CACHE: z.enum(['off', 'memory'], { error: 'must be off or memory' }).default('off'),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a URL that begins with redis:// or rediss://' }).optional(),
  PORT: integer.pipe(z.number().max(65_535, 'must be at most 65535')).default(3001),
  HOST: z.string().default('127.0.0.1'),
  VERSION: z.string().default('0.0.0-dev'),
});

function problemsOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
}

/** Reads the configuration. An empty variable counts as not set; `CACHE=off` wins over `REDIS_URL`. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): McpConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  const values = parsed.data;
  const redis = given['CACHE'] === undefined ? values.REDIS_URL : undefined;
  return {
    database: { url: values.DATABASE_URL, poolSize: values.DATABASE_POOL_SIZE, queryTimeoutMs: values.QUERY_TIMEOUT },
    files: {
      endpoint: values.S3_ENDPOINT,
      bucket: values.S3_BUCKET,
      region: values.S3_REGION,
      accessKeyId: values.AWS_ACCESS_KEY_ID,
      secretAccessKey: values.AWS_SECRET_ACCESS_KEY,
    },
    cache: redis === undefined ? { kind: values.CACHE } : { kind: 'redis', url: redis },
    port: values.PORT,
    host: values.HOST,
    version: values.VERSION,
  };
}
