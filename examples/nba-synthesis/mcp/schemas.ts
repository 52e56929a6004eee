/** What goes into the tools and what comes out of them. */
import { z } from 'zod';

/** Rows that a query returns unless the caller wants more or fewer, and the most that it can want. */
const DEFAULT_ROWS = 200;
const MAX_ROWS = 1_000;

/** What `query_database` takes. */
export const queryInput = z.strictObject({
  sql: z
    .string()
    .min(1)
    .max(20_000)
    .describe('One SELECT or WITH … SELECT statement in the dialect of PostgreSQL. It cannot change anything.'),
  max_rows: z
    .int()
    .min(1)
    .max(MAX_ROWS)
    .default(DEFAULT_ROWS)
    .describe('Rows to return at most; the rest is cut off and `truncated` is true.'),
});

/** What `query_database` answers. */
export const queryOutput = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.record(z.string(), z.unknown())),
  row_count: z.int().describe('Number of rows in this answer.'),
  truncated: z.boolean().describe('Whether there were more rows.'),
});

/** What `list_tables` answers. */
export const tableListSchema = z.object({
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      type: z.enum(['table', 'view', 'materialized view', 'foreign table']),
      description: z.string().nullable(),
      estimated_rows: z.number().nullable().describe("The planner's estimate; null when it has none."),
    }),
  ),
});
/** An answer of `list_tables`. */
export type TableList = z.infer<typeof tableListSchema>;

/** What `get_table_schema` takes. */
export const tableInput = z.strictObject({
  table: z.string().min(1).max(200).describe('Name of a table, or schema.table.'),
});

/** What `get_table_schema` answers. */
export const tableSchemaSchema = z.object({
  schema: z.string(),
  table: z.string(),
  description: z.string().nullable(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      nullable: z.boolean(),
      default: z.string().nullable(),
      description: z.string().nullable(),
    }),
  ),
  primary_key: z.array(z.string()),
  foreign_keys: z.array(
    z.object({ columns: z.array(z.string()), references_table: z.string(), references_columns: z.array(z.string()) }),
  ),
  checks: z.array(z.string()),
  indexes: z.array(z.object({ name: z.string(), unique: z.boolean(), definition: z.string() })),
});
/** An answer of `get_table_schema`. */
export type TableSchema = z.infer<typeof tableSchemaSchema>;

/** What `list_s3_files` takes. */
export const filesInput = z.strictObject({
  prefix: z.string().max(1_024).optional().describe('Only keys that begin with this, such as games/2025-26/.'),
  max_keys: z.int().min(1).max(1_000).default(100).describe('Keys to return at most.'),
  continuation: z.string().min(1).max(2_048).optional().describe('`continuation` of the answer before, to go on behind it.'),
});

/** What `list_s3_files` answers. */
export const filesOutput = z.object({
  files: z.array(z.object({ key: z.string(), size: z.number().describe('Bytes.'), last_modified: z.string().nullable() })),
  file_count: z.int().describe('Number of files in this answer.'),
  continuation: z.string().nullable().describe('Asks for the next files; null when there are no more.'),
});
/** An answer of `list_s3_files`. */
export type FileList = z.infer<typeof filesOutput>;

/** What `get_s3_file` takes. */
export const fileInput = z.strictObject({
  key: z.string().min(1).max(1_024).describe('Key of a file, as list_s3_files shows it.'),
});

/** What `get_s3_file` answers. */
export const fileOutput = z.object({
  key: z.string(),
  size: z.number().describe('Bytes.'),
  content_type: z.string().nullable(),
  last_modified: z.string().nullable(),
  etag: z.string().nullable(),
  text: z.string(),
});
/** An answer of `get_s3_file`. */
export type FileContent = z.infer<typeof fileOutput>;
