/** The database's tables and views as TypeScript for Kysely, written from the catalogue (`types.gen.ts`). */
import type pg from "pg";

type Column = {
  relation: string;
  is_view: boolean;
  name: string;
  type: string;
  values: string[] | null;
  nullable: boolean;
  filled: "always" | "by default" | null;
};

/**
 * Types of every table and view that is ours, each under its full name (`"care.bed"`). Values are what `createPool` delivers: instants
 * and days as ISO text, `int8` and `numeric` as exact text.
 * @param client anybody who may read the catalogue
 */
export async function generateTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(question);
  const relations = Map.groupBy(rows, (column) => column.relation);
  const interfaces = [...relations].map(([relation, columns]) => {
    const lines = columns.map((column) => `  ${propertyName(column.name)}: ${typeOf(column)};`);
    return `export interface ${interfaceName(relation)} {\n${lines.join("\n")}\n}\n`;
  });
  const entries = [...relations.keys()].map((relation) => `  ${JSON.stringify(relation)}: ${interfaceName(relation)};`);
  return [header, ...interfaces, `export interface Database {\n${entries.join("\n")}\n}\n`].join("\n");
}

const header = `// Written by ./homeward schema from a freshly migrated database, and compared with one by the tests.
import type { ColumnType } from "kysely";

/** Filled by the database when left out. */
export type Filled<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Filled by the database, always. */
export type Computed<T> = ColumnType<T, never, never>;
/** Arrives as exact text; may be sent as a number too. */
export type Exact = ColumnType<string, string | number | bigint, string | number | bigint>;
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Send it as JSON text: node-postgres takes a bare array for one of PostgreSQL's. */
export type Json = ColumnType<JsonValue, string, string>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** A column of such a type that may be empty. */
export type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null;
/** How a column of such a type arrives. */
export type Selected<T> = T extends ColumnType<infer S, infer _I, infer _U> ? S : T;
`;

/** A view's column says nothing about null, so it may be. */
function typeOf(column: Column): string {
  const base = baseType(column.type, column.values);
  const nullable = column.nullable ? `${wrapped.has(base) ? `Nullable<${base}>` : `${base} | null`}` : base;
  if (column.is_view) return nullable;
  if (column.filled === "always") return `Computed<${wrapped.has(base) ? `Selected<${base}>` : nullable}>`;
  return column.filled === "by default" ? `Filled<${nullable}>` : nullable;
}

/** Types that arrive otherwise than they are sent. */
const wrapped = new Set(["Exact", "Bytes", "Json"]);

function baseType(type: string, values: string[] | null): string {
  if (type.endsWith("[]")) {
    const element = baseType(type.slice(0, -2), values);
    if (wrapped.has(element))
      return element === "Exact" ? "string[]" : element === "Bytes" ? "Buffer[]" : "JsonValue[]";
    return element.includes("|") ? `(${element})[]` : `${element}[]`;
  }
  if (values !== null) return values.map((value) => JSON.stringify(value)).join(" | ");
  switch (type) {
    case "bool":
      return "boolean";
    case "int2":
    case "int4":
    case "float4":
    case "float8":
    case "oid":
      return "number";
    case "int8":
    case "numeric":
      return "Exact";
    case "bytea":
      return "Bytes";
    case "json":
    case "jsonb":
      return "Json";
    default:
      return "string"; // text, uuid, dates and times, ranges, composites: PostgreSQL's text form
  }
}

const propertyName = (name: string) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : JSON.stringify(name));

function interfaceName(relation: string): string {
  return relation
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

const question = `
select n.nspname || '.' || c.relname as relation, c.relkind = 'v' as is_view, a.attname::text as name,
       case when t.typelem <> 0 and t.typcategory = 'A' then coalesce(base_of_element.typname, element.typname) || '[]'
            else coalesce(base.typname, t.typname) end as type,
       (select array_agg(enumlabel::text order by enumsortorder) from pg_enum
         where enumtypid in (t.oid, base.oid, element.oid)) as values,
       not a.attnotnull as nullable,
       case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
            when a.attidentity = 'd' or a.atthasdef then 'by default' end as filled
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on base.oid = t.typbasetype
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  left join pg_type base_of_element on base_of_element.oid = element.typbasetype
 where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
   and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'public')
 order by n.nspname, c.relname, a.attnum`;
