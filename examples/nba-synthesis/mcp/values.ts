/** Values of PostgreSQL as JSON can carry them, and names of their types. */
import { types } from 'pg';
import type { FieldDef } from 'pg';

/** A column of a result. */
export interface ResultColumn {
  readonly name: string;
  /** As SQL writes it: `integer`, `text[]`. `other` for types that are not built in. */
  readonly type: string;
}

const { builtins } = types;
/** Arrays of booleans, whole numbers and texts. */
const ARRAYS = [1000, 1005, 1007, 1009, 1015];
const parserOf: (oid: number, format: 'text') => (text: string) => unknown = types.getTypeParser;

/** SQL names of built-in types by object id. */
const TYPE_NAMES = new Map<number, string>([
  [builtins.BOOL, 'boolean'],
  [builtins.INT2, 'smallint'],
  [builtins.INT4, 'integer'],
  [builtins.INT8, 'bigint'],
  [builtins.FLOAT4, 'real'],
  [builtins.FLOAT8, 'double precision'],
  [builtins.NUMERIC, 'numeric'],
  [builtins.TEXT, 'text'],
  [builtins.VARCHAR, 'character varying'],
  [builtins.BPCHAR, 'character'],
  [19, 'name'],
  [builtins.DATE, 'date'],
  [builtins.TIME, 'time'],
  [builtins.TIMESTAMP, 'timestamp'],
  [builtins.TIMESTAMPTZ, 'timestamp with time zone'],
  [builtins.INTERVAL, 'interval'],
  [builtins.JSON, 'json'],
  [builtins.JSONB, 'jsonb'],
  [builtins.UUID, 'uuid'],
  [builtins.BYTEA, 'bytea'],
  [builtins.OID, 'oid'],
  [705, 'unknown'],
  [1000, 'boolean[]'],
  [1005, 'smallint[]'],
  [1007, 'integer[]'],
  [1009, 'text[]'],
  [1015, 'character varying[]'],
  [1016, 'bigint[]'],
  [1021, 'real[]'],
  [1022, 'double precision[]'],
  [1231, 'numeric[]'],
]);

/** A number where JSON can carry it; `NaN`, infinities and integers beyond 2^53 stay text. */
function toNumber(text: string): number | string {
  const value = Number(text);
  const exact = Number.isFinite(value) && (Number.isSafeInteger(value) || !/^-?\d+$/.test(text));
  return exact ? value : text;
}

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.BOOL, (text) => text === 't'],
  ...[builtins.INT2, builtins.INT4, builtins.INT8, builtins.FLOAT4, builtins.FLOAT8, builtins.NUMERIC, builtins.OID].map(
    (oid) => [oid, toNumber] as const,
  ),
  [builtins.JSON, (text) => JSON.parse(text) as unknown],
  [builtins.JSONB, (text) => JSON.parse(text) as unknown],
  ...ARRAYS.map((oid) => [oid, parserOf(oid, 'text')] as const),
]);

/** Type parsers for `pg`: what JSON knows becomes that, everything else (dates above all) stays the text that PostgreSQL prints. */
export const jsonTypes = {
  getTypeParser: (oid: number): ((text: string) => unknown) => PARSERS.get(oid) ?? ((text) => text),
};

/** Columns with unique names: a name that occurs again gets `_2`, `_3`, …, so that no value is lost when rows become objects. */
export function columnsOf(fields: readonly FieldDef[]): ResultColumn[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let name = field.name;
    for (let copy = 2; taken.has(name); copy++) name = `${field.name}_${copy}`;
    taken.add(name);
    return { name, type: TYPE_NAMES.get(field.dataTypeID) ?? 'other' };
  });
}

/** A row as an object. */
export function toObject(columns: readonly ResultColumn[], values: readonly unknown[]): Record<string, unknown> {
  // A column may be called __proto__; defining properties treats it like any other.
  return Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? null]));
}
