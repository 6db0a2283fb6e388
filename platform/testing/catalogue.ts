/**
 * The rules of the house about access, read from PostgreSQL's catalogue: each question names what breaks a rule. A hole that no
 * policy test thought of shows here, because the catalogue forgets nothing.
 */
import type pg from "pg";
import { logins } from "../postgres/logins.ts";

export type Finding = { rule: Rule; object: string };

export type Rule = keyof typeof rules;

export type House = {
  /** Views that filter by themselves (`db/owner-views.txt`): the only ones that may run with their owner's rights. */
  ownerViews: readonly string[];
  /** Roles that may own functions which run with their owner's rights. */
  definers?: readonly string[];
};

/**
 * Everything in this database that breaks a rule, in a stable order.
 * @param client somebody who may read the whole catalogue
 */
export async function findHoles(client: pg.ClientBase, house: House): Promise<Finding[]> {
  const parameters = [house.ownerViews, house.definers ?? ["homeward_definer"], logins];
  const found: Finding[] = [];
  for (const [rule, question] of Object.entries(rules)) {
    const { rows } = await client.query<{ object: string }>(`${common}\n${question}\norder by object`, parameters);
    found.push(...rows.map(({ object }) => ({ rule: rule as Rule, object })));
  }
  return found;
}

/** What is neither PostgreSQL's nor an extension's; the job queue's schema is held to the same rules. Every question speaks of these and the parameters. */
const common = `
with house as (select $1::text[] as owner_views, $2::text[] as definers, $3::text[] as logins),
schemas as (
  select oid, nspname from pg_namespace n
   where nspname !~ '^pg_' and nspname <> 'information_schema'
     and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')),
relations as (
  select c.*, n.nspname || '.' || c.relname as name from pg_class c join schemas n on n.oid = c.relnamespace
   where not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')),
tables as (select * from relations where relkind in ('r', 'p')),
functions as (
  select p.*, p.oid::regprocedure::text as name, n.nspname from pg_proc p join schemas n on n.oid = p.pronamespace
   where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))`;

const rules = {
  "row security is off": "select name as object from tables where not relrowsecurity",

  "row security does not bind the owner":
    "select name as object from tables where relrowsecurity and not relforcerowsecurity",

  "a table has no policy":
    "select name as object from tables t where not exists (select from pg_policy p where p.polrelid = t.oid)",

  "a policy is for everybody": `
    select polname || ' on ' || name as object from pg_policy p join tables t on t.oid = p.polrelid where 0 = any(polroles)`,

  "a table belongs to somebody else than the owner role": `
    select name as object from tables where relowner::regrole::text <> 'homeward_owner'`,

  "a foreign table or materialized view, which no policy guards":
    "select name as object from relations where relkind in ('f', 'm')",

  "a view runs with its owner's rights": `
    select name as object from relations, house where relkind = 'v' and name <> all (owner_views)
      and not coalesce((select option_value::bool from pg_options_to_table(reloptions) where option_name = 'security_invoker'), false)`,

  "an owner view lets conditions look behind it": `
    select name as object from relations, house where relkind = 'v' and name = any (owner_views)
      and not coalesce((select option_value::bool from pg_options_to_table(reloptions) where option_name = 'security_barrier'), false)`,

  "an owner view belongs to somebody else than the definer": `
    select name as object from relations, house where relkind = 'v' and name = any (owner_views)
      and relowner::regrole::text <> all (definers)`,

  "an owner view is listed but does not exist": `
    select listed as object from house, unnest(owner_views) listed
     where not exists (select from relations where relkind = 'v' and name = listed)`,

  "a definer function does not pin its search path": `
    select name as object from functions where prosecdef and not exists (
      select from unnest(proconfig) setting where setting ~ '^search_path=pg_catalog(,|$)')`,

  "a definer function belongs to somebody else than the definer": `
    select name as object from functions, house where prosecdef and proowner::regrole::text <> all (definers)`,

  "everybody may call a definer function": `
    select name as object from functions, aclexplode(coalesce(proacl, acldefault('f', proowner)))
     where prosecdef and grantee = 0 and privilege_type = 'EXECUTE'`,

  // A cached plan would hand the next person what the function said to the last one.
  "an immutable function reads what changes": `
    select f.name as object from functions f where f.provolatile = 'i' and f.prokind = 'f' and (
      pg_get_functiondef(f.oid) ~* 'current_setting|current_user|session_user|_timestamp\\M|\\mnow\\(' or exists (
        select from functions other where other.provolatile <> 'i'
          and strpos(pg_get_functiondef(f.oid), other.nspname || '.' || other.proname || '(') > 0))`,

  "everybody has a right": `
    select privilege_type || ' on ' || name as object from relations, aclexplode(relacl) where grantee = 0
    union all
    select privilege_type || ' on a column of ' || name
      from relations r join pg_attribute a on a.attrelid = r.oid, aclexplode(attacl) where grantee = 0
    union all
    select privilege_type || ' on schema ' || nspname
      from schemas join pg_namespace using (oid, nspname), aclexplode(nspacl) where grantee = 0 and nspname <> 'public'
    union all
    select 'CREATE on schema public' from pg_namespace, aclexplode(nspacl)
     where nspname = 'public' and grantee = 0 and privilege_type = 'CREATE'
    union all
    select privilege_type || ' on the database' from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
     where datname = current_database() and grantee = 0`,

  "a role is more than it should be": `
    select rolname || ': ' || attribute as object from pg_roles, house, lateral (values
      ('superuser', rolsuper), ('bypasses row security', rolbypassrls), ('makes roles', rolcreaterole),
      ('makes databases', rolcreatedb), ('replicates', rolreplication), ('inherits', rolinherit),
      ('signs in', rolcanlogin and rolname <> all (logins)), ('cannot sign in', not rolcanlogin and rolname = any (logins))
    ) as has(attribute, yes) where yes and (rolname = any (logins) or rolname ~ '^homeward_')`,

  "a login does not exist": `
    select login as object from house, unnest(logins) login where not exists (select from pg_roles where rolname = login)`,

  "a login is not the member of exactly one role": `
    select rolname as object from pg_roles r, house where rolname = any (logins)
      and (select count(distinct roleid) from pg_auth_members where member = r.oid) <> 1`,

  "a membership gives more than the right to take the role": `
    select member::regrole || ' in ' || roleid::regrole as object from pg_auth_members m, house
     where member::regrole::text = any (logins)
       and (inherit_option or admin_option or not set_option
            or (select rolcanlogin from pg_roles where oid = roleid) or roleid::regrole::text = any (definers || text 'homeward_owner'))`,

  "a role of ours can become another": `
    select member::regrole || ' in ' || roleid::regrole as object from pg_auth_members, house
     where member::regrole::text ~ '^homeward_'
        or (roleid::regrole::text = any (logins) and not (select rolcreaterole or rolsuper from pg_roles where oid = member))`,

  "a login owns something": `
    select refobjid::regrole || ' owns ' || pg_describe_object(classid, objid, objsubid) as object from pg_shdepend, house
     where refclassid = 'pg_authid'::regclass and deptype = 'o' and refobjid::regrole::text = any (logins)
       and dbid in (0, (select oid from pg_database where datname = current_database()))`,

  "a login has a right or a policy of its own": `
    select refobjid::regrole || ' on ' || pg_describe_object(classid, objid, objsubid) as object from pg_shdepend, house
     where refclassid = 'pg_authid'::regclass and deptype in ('a', 'r', 'i') and refobjid::regrole::text = any (logins)
       and dbid = (select oid from pg_database where datname = current_database())
    union all
    select grantee::regrole || ': ' || privilege_type || ' on the database' from pg_database, aclexplode(datacl), house
     where datname = current_database() and grantee::regrole::text = any (logins) and privilege_type <> 'CONNECT'`,
} as const;

/** The names of all rules, so that a test can prove that each one finds something. */
export const allRules = Object.keys(rules) as Rule[];

/**
 * Tables bound to something through `column` that `role` can reach but that lack the restrictive policy `policy` for it, over every
 * command: a table forgotten there is open to whom the policy should shut out.
 */
export async function tablesWithoutPolicy(
  client: pg.ClientBase,
  wanted: { column: string; policy: string; role: string },
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = $1 and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
        and (has_table_privilege($3, c.oid, 'select, insert, update, delete') or has_any_column_privilege($3, c.oid, 'select, insert, update'))
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $2 and not p.polpermissive
          and p.polcmd in ('*', 'r') and $3::regrole = any (p.polroles))
      order by 1`,
    [wanted.column, wanted.policy, wanted.role],
  );
  return rows.map((row) => row.name);
}
