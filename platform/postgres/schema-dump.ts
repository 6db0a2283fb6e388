/**
 * A database's schema as text that a person reads and a diff compares: what the migrations and access files made, in one place
 * (`db/schema.sql`). Bodies of functions stay where they are written, in the access files.
 */
import type pg from "pg";

/**
 * Describes every schema that is ours, with its roles. The same database gives the same text, on any server of the same major version.
 * @param client anybody who may read the catalogue; not inside a transaction
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  await client.query("begin read only");
  try {
    // Without a search path every name in the answers is written out.
    await client.query("set local search_path = ''");
    const parts = [header];
    for (const question of [roles, extensions]) parts.push(...(await texts(client, question)));
    for (const schema of await texts(client, schemas)) {
      parts.push(`\n-- ── ${schema} ${"─".repeat(Math.max(3, 116 - schema.length))}`);
      for (const question of [schemaItself, types, tables, views, functions]) {
        parts.push(...(await texts(client, question, [schema])));
      }
    }
    return `${parts.join("\n")}\n`;
  } finally {
    await client.query("rollback");
  }
}

async function texts(client: pg.ClientBase, question: string, values: string[] = []): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(question, values);
  return rows.map((row) => row.text);
}

const header = `-- Homeward's database as the migrations and access files make it: for reading and comparing, never for running.
-- Written by ./homeward schema, and compared with a fresh database by the tests.
`;

/** What an extension brought is the extension's. */
const notOfExtension = (catalogue: string, id: string) =>
  `not exists (select from pg_catalog.pg_depend d where d.classid = '${catalogue}'::pg_catalog.regclass and d.objid = ${id} and d.deptype = 'e')`;

/** `grant … to …` for one object, a line for each set of rights; the owner's own are understood. */
const grants = (acl: string, owner: string, on: string) => `
  coalesce((select string_agg(format(E'\\ngrant %s on %s to %s;', rights, ${on}, roles), '' order by roles) from (
    select rights, string_agg(grantee, ', ' order by grantee) as roles from (
      select case grantee when 0 then 'public' else grantee::regrole::text end as grantee,
             string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
        from aclexplode(${acl}) where grantee <> ${owner} group by grantee) one group by rights) alike), '')`;

const roles = `
select format('role %s%s%s;', rolname,
    case when rolcanlogin then ' login' else '' end
    || case when rolinherit then ' inherit' else '' end
    || case when rolsuper then ' superuser' else '' end
    || case when rolbypassrls then ' bypassrls' else '' end
    || case when rolcreaterole then ' createrole' else '' end
    || case when rolcreatedb then ' createdb' else '' end,
    (select string_agg(format(' may become %s%s', roleid::regrole, case when inherit_option then ' and inherits it' else '' end), ','
       order by roleid::regrole::text) from pg_auth_members m where m.member = r.oid)) as text
  from pg_roles r where rolname ~ '^(homeward|hw)_' order by rolname`;

const extensions = `
select format('extension %s in schema %s;', extname, extnamespace::regnamespace) as text
  from pg_extension where extname <> 'plpgsql' order by extname`;

const schemas = `
select nspname::text as text from pg_namespace n
 where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker', 'public') and ${notOfExtension("pg_namespace", "n.oid")}
 order by nspname`;

const schemaItself = `
select format('create schema %s authorization %s;', nspname, nspowner::regrole)
    || ${grants("nspacl", "nspowner", "'schema ' || nspname")} as text
  from pg_namespace where nspname = $1`;

const types = `
select format(E'\\n%s; -- owner %s', case typtype
    when 'e' then format('create type %s as enum (%s)', t.oid::regtype,
      (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
    when 'd' then format('create domain %s as %s%s%s', t.oid::regtype, format_type(typbasetype, typtypmod),
      case when typnotnull then ' not null' else '' end,
      (select string_agg(' ' || pg_get_constraintdef(c.oid, true), '' order by conname) from pg_constraint c
        where c.contypid = t.oid and contype = 'c'))
    else format('create type %s as (%s)', t.oid::regtype,
      (select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum) from pg_attribute
        where attrelid = typrelid and attnum > 0 and not attisdropped)) end, typowner::regrole) as text
  from pg_type t left join pg_class c on c.oid = typrelid
 where typnamespace = $1::regnamespace and (typtype in ('e', 'd') or c.relkind = 'c') and ${notOfExtension("pg_type", "t.oid")}
 order by typname`;

const column = `
  format('  %s %s%s%s%s', quote_ident(attname), format_type(atttypid, atttypmod),
    case when attnotnull then ' not null' else '' end,
    case attidentity when 'a' then ' generated always as identity' when 'd' then ' generated by default as identity' else '' end,
    case attgenerated when '' then coalesce(' default ' || pg_get_expr(adbin, adrelid, true), '')
      else format(' generated always as (%s)%s', pg_get_expr(adbin, adrelid, true), case attgenerated when 's' then ' stored' else '' end) end)`;

const tables = `
select format(E'\\ncreate table %s (\\n%s\\n)%s; -- owner %s', c.oid::regclass,
    concat_ws(E',\\n',
      (select string_agg(${column}, E',\\n' order by attnum) from pg_attribute a left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where a.attrelid = c.oid and attnum > 0 and not attisdropped),
      (select string_agg(format('  constraint %s %s', quote_ident(conname), pg_get_constraintdef(k.oid, true)), E',\\n'
         order by contype = 'p' desc, conname) from pg_constraint k where k.conrelid = c.oid and contype not in ('n', 't'))),
    coalesce(' partition by ' || pg_get_partkeydef(c.oid), '') || coalesce(' partition of ' || (
      select inhparent::regclass || ' ' || pg_get_expr(relpartbound, c.oid, true) from pg_inherits where inhrelid = c.oid and relispartition), ''),
    relowner::regrole)
  || coalesce((select string_agg(E'\\n' || pg_get_indexdef(indexrelid) || ';', '' order by indexrelid::regclass::text) from pg_index i
       where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)), '')
  || format(E'\\nalter table %s %s row level security, %s row level security;', c.oid::regclass,
       case when relrowsecurity then 'enable' else 'disable' end, case when relforcerowsecurity then 'force' else 'no force' end)
  || coalesce((select string_agg(format(E'\\ncreate policy %s on %s%s for %s to %s%s%s;', quote_ident(polname), c.oid::regclass,
         case when polpermissive then '' else ' as restrictive' end,
         case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
         (select string_agg(case r when 0 then 'public' else r::regrole::text end, ', ' order by r::regrole::text) from unnest(polroles) r),
         E'\\n  using (' || pg_get_expr(polqual, polrelid, true) || ')', E'\\n  with check (' || pg_get_expr(polwithcheck, polrelid, true) || ')'),
       '' order by polname) from pg_policy where polrelid = c.oid), '')
  || coalesce((select string_agg(E'\\n' || pg_get_triggerdef(t.oid, true) || ';', '' order by tgname) from pg_trigger t
       where t.tgrelid = c.oid and not tgisinternal), '')
  || ${grants("relacl", "relowner", "c.oid::regclass")}
  || coalesce((select string_agg(format(E'\\ngrant %s on %s to %s;', rights, c.oid::regclass, grantee), '' order by grantee, rights) from (
       select case grantee when 0 then 'public' else grantee::regrole::text end as grantee,
              format('%s (%s)', lower(privilege_type), string_agg(quote_ident(attname), ', ' order by attnum)) as rights
         from pg_attribute, aclexplode(attacl) where attrelid = c.oid group by grantee, privilege_type) g), '') as text
  from pg_class c where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'f') and ${notOfExtension("pg_class", "c.oid")}
 order by relname`;

const views = `
select format(E'\\ncreate %s %s%s as -- owner %s\\n%s', case relkind when 'm' then 'materialized view' else 'view' end, c.oid::regclass,
    ' with (' || array_to_string(reloptions, ', ') || ')', relowner::regrole, pg_get_viewdef(c.oid, true))
  || ${grants("relacl", "relowner", "c.oid::regclass")} as text
  from pg_class c where relnamespace = $1::regnamespace and relkind in ('v', 'm') and ${notOfExtension("pg_class", "c.oid")}
 order by relname`;

const functions = `
select format(E'\\n%s %s(%s)%s\\n  language %s %s%s%s%s%s; -- owner %s', case prokind when 'p' then 'procedure' else 'function' end,
    format('%I.%I', nspname, proname), pg_get_function_arguments(p.oid), ' returns ' || pg_get_function_result(p.oid),
    lanname, case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
    case proparallel when 's' then ' parallel safe' when 'r' then ' parallel restricted' else '' end,
    case when prosecdef then ' security definer' else '' end, case when proleakproof then ' leakproof' else '' end,
    (select string_agg(' set ' || setting, '' order by setting) from unnest(proconfig) setting), proowner::regrole)
  || ${grants("coalesce(proacl, acldefault('f', proowner))", "proowner", "format('%s %s', case prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure)")} as text
  from pg_proc p join pg_namespace n on n.oid = pronamespace join pg_language l on l.oid = prolang
 where n.nspname = $1 and ${notOfExtension("pg_proc", "p.oid")}
 order by proname, pg_get_function_identity_arguments(p.oid)`;
