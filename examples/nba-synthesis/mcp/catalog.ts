/** What the database says about its own tables. */
import { z } from 'zod';
import type { Database } from './database.ts';
import { tableListSchema, tableSchemaSchema } from './schemas.ts';
import type { TableList, TableSchema } from './schemas.ts';
import { ToolError } from './tool-error.ts';

/** Relations that hold rows, that the login may read, and that are not PostgreSQL's own. */
const READABLE = `
  c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT c.relispartition
  AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')`;

const TABLES = `
  SELECT n.nspname AS schema, c.relname AS name,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END AS type,
    obj_description(c.oid, 'pg_class') AS description,
    CASE WHEN c.reltuples >= 0 AND c.relkind <> 'v' THEN c.reltuples::float8 END AS estimated_rows
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${READABLE} ORDER BY n.nspname, c.relname`;

const TABLE = `
  WITH wanted AS (
    SELECT c.oid, n.nspname AS schema, c.relname AS name, obj_description(c.oid, 'pg_class') AS description
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${READABLE} AND c.relname = $2 AND CASE WHEN $1::text IS NULL THEN pg_table_is_visible(c.oid) ELSE n.nspname = $1 END
  ), keys AS (
    SELECT k.*, (SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u (attnum, place)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) AS columns
    FROM pg_constraint k JOIN wanted w ON w.oid = k.conrelid
  )
  SELECT w.schema, w.name AS table, w.description,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull,
       'default', pg_get_expr(d.adbin, d.adrelid), 'description', col_description(w.oid, a.attnum)) ORDER BY a.attnum)
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = w.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    COALESCE((SELECT columns FROM keys WHERE contype = 'p'), '[]') AS primary_key,
    COALESCE((SELECT json_agg(json_build_object('columns', columns, 'references_table', confrelid::regclass::text, 'references_columns',
       (SELECT json_agg(a.attname ORDER BY u.place) FROM unnest(confkey) WITH ORDINALITY u (attnum, place)
        JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = u.attnum)) ORDER BY conname) FROM keys WHERE contype = 'f'), '[]') AS foreign_keys,
    COALESCE((SELECT json_agg(pg_get_constraintdef(oid) ORDER BY conname) FROM keys WHERE contype = 'c'), '[]') AS checks,
    COALESCE((SELECT json_agg(json_build_object('name', i.relname, 'unique', x.indisunique, 'definition', pg_get_indexdef(i.oid)) ORDER BY i.relname)
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = w.oid), '[]') AS indexes
  FROM wanted w ORDER BY w.schema LIMIT 1`;

/** The tables and views that the login may read. */
export async function listTables(database: Database, signal: AbortSignal): Promise<TableList> {
  const tables = await database.catalog(TABLES, [], signal);
  return tableListSchema.parse({ tables });
}

async function unknownTable(table: string, database: Database, signal: AbortSignal): Promise<ToolError> {
  const { tables } = await listTables(database, signal);
  return new ToolError(
    'unknown_table',
    `There is no table ${JSON.stringify(table)}. The tables are: ${tables.map(({ name }) => name).join(', ')}.`,
  );
}

/** Columns, keys, checks and indexes of a table, given as `name` or `schema.name`. Throws `ToolError` when there is none. */
export async function describeTable(table: string, database: Database, signal: AbortSignal): Promise<TableSchema> {
  const dot = table.indexOf('.');
  const schema = dot === -1 ? null : table.slice(0, dot);
  const [row] = z.array(tableSchemaSchema).parse(await database.catalog(TABLE, [schema, table.slice(dot + 1)], signal));
  if (row === undefined) throw await unknownTable(table, database, signal);
  return row;
}

/** The schema as text that models know best: a CREATE TABLE with comments. */
export function schemaText(schema: TableSchema): string {
  const columns = schema.columns.map((column) => {
    const nullable = column.nullable ? '' : ' NOT NULL';
    const byDefault = column.default === null ? '' : ` DEFAULT ${column.default}`;
    return { text: `  ${column.name} ${column.type}${nullable}${byDefault}`, comment: column.description };
  });
  const constraints = [
    ...(schema.primary_key.length === 0 ? [] : [`PRIMARY KEY (${schema.primary_key.join(', ')})`]),
    ...schema.foreign_keys.map(
      (key) =>
        `FOREIGN KEY (${key.columns.join(', ')}) REFERENCES ${key.references_table} (${key.references_columns.join(', ')})`,
    ),
    ...schema.checks,
  ].map((text) => ({ text: `  ${text}`, comment: null }));
  const entries = [...columns, ...constraints];
  const body = entries.map(({ text, comment }, index) => {
    const comma = index === entries.length - 1 ? '' : ',';
    return `${text}${comma}${comment === null ? '' : ` -- ${comment.replaceAll(/\s+/g, ' ')}`}`;
  });
  const indexes = schema.indexes.map((index) => `${index.definition};`);
  const title = schema.description === null ? [] : [`-- ${schema.description.replaceAll(/\s+/g, ' ')}`];
  return [...title, `CREATE TABLE ${schema.schema}.${schema.table} (`, ...body, ');', ...indexes].join('\n');
}
