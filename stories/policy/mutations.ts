/**
 * Every policy broken once, one after the other: its condition becomes `true`, the tries run, and it is put back. A broken policy that no try
 * notices is a policy that somebody could lose without a test failing.
 */
import type pg from "pg";
import type { Login } from "../../platform/postgres/logins.ts";
import type { TestDatabase } from "../../platform/testing/database.ts";
import { firstDifference, type Played, questions, tries } from "../access-model/play.ts";
import { type Column, columns, type Prepared, pipedClient, type Target, tryOne } from "./trying.ts";

/** One condition of one policy, made `true`. */
export interface Mutant {
  table: string;
  policy: string;
  command: "ALL" | "SELECT" | "INSERT" | "UPDATE" | "DELETE";
  roles: string[];
  restrictive: boolean;
  part: "using" | "with check";
  /** The condition as it stands. */
  whole: string;
  /** Why nothing can come of it, where the catalogue itself proves that; else null. */
  harmless: string | null;
}

export const nameOf = ({ table, policy, part }: Mutant): string => `${table} ${policy} (${part})`;

/** What the catalogue holds of one policy. */
interface Row {
  table: string;
  policy: string;
  command: Mutant["command"];
  roles: string[];
  restrictive: boolean;
  qual: string | null;
  check: string | null;
  /** A role of the policy holds the right, on the table or on some column of it. */
  may_select: boolean;
  may_insert: boolean;
  may_update: boolean;
  may_delete: boolean;
  /** A role of the policy may update a column that the policy reads. */
  may_move: boolean;
}

/** Every condition that is not `true` already, with what the grants say of it. */
export async function everyMutant(admin: pg.Pool): Promise<{ mutants: Mutant[]; alreadyTrue: number }> {
  const right = (what: string) =>
    `(select coalesce(bool_or(has_table_privilege(r, c.oid, '${what}') ${what === "DELETE" ? "" : `or has_any_column_privilege(r, c.oid, '${what}')`}), false) from unnest(names) r)`;
  const { rows } = await admin.query<Row>(`
    select n.nspname || '.' || c.relname as table, p.polname as policy,
           case p.polcmd when '*' then 'ALL' when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' else 'DELETE' end as command,
           names as roles, not p.polpermissive as restrictive,
           pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as check,
           ${["SELECT", "INSERT", "UPDATE", "DELETE"].map((what) => `${right(what)} as may_${what.toLowerCase()}`).join(", ")},
           exists (select from pg_depend d, unnest(names) r
                    where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refobjid = c.oid and d.refobjsubid > 0
                      and has_column_privilege(r, c.oid, d.refobjsubid::int2, 'UPDATE')) as may_move
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace,
           lateral (select array(select x.rolname::text from pg_roles x where x.oid = any(p.polroles) order by 1) as names) who
     where n.nspname <> 'graphile_worker'
     order by 1, 2`);
  let alreadyTrue = 0;
  const mutants = rows.flatMap((row): Mutant[] => {
    const { table, policy, command, roles, restrictive } = row;
    const base = { table, policy, command, roles, restrictive };
    const made: Mutant[] = [];
    if (row.qual !== null) made.push({ ...base, part: "using", whole: row.qual, harmless: whyUsing(row) });
    // Where none is written, the database checks new rows by USING.
    const check = row.check ?? (command === "ALL" || command === "UPDATE" ? row.qual : null);
    if (check !== null) made.push({ ...base, part: "with check", whole: check, harmless: whyCheck(row) });
    const real = made.filter(({ whole }) => whole !== "true");
    alreadyTrue += made.length - real.length;
    return real;
  });
  return { mutants, alreadyTrue };
}

function whyUsing(row: Row): string | null {
  if (row.command === "UPDATE" && !row.may_update) return "nobody it speaks to may update";
  // Where it is written out a second time: a row that should not be reached is refused as the row that it would become.
  if (row.command === "UPDATE" && row.check === row.qual && !row.may_move)
    return "WITH CHECK asks the same of the new row, and no column that it reads may be updated";
  if (row.command === "DELETE" && !row.may_delete) return "nobody it speaks to may delete";
  if (row.command === "SELECT" && !row.may_select) return "nobody it speaks to may select";
  return null;
}

function whyCheck(row: Row): string | null {
  const inserts = row.may_insert && (row.command === "INSERT" || row.command === "ALL");
  const updates = row.may_update && (row.command === "UPDATE" || row.command === "ALL");
  if (!inserts && !updates) return "nobody it speaks to may insert or update";
  // The new row then differs from the old, which passed the same condition, in nothing that the condition reads.
  if (!inserts && !row.may_move && (row.check === null || row.check === row.qual))
    return "the same condition as USING, and no column that it reads may be updated";
  if (!inserts && !row.may_move && row.check !== null && row.qual?.startsWith(`(${row.check} AND `))
    return "part of the condition in USING, and no column that it reads may be updated";
  return null;
}

/** The tries on the page of ticks, with a connection for each column and what they found while nothing was broken. */
export class Page {
  private readonly clients = new Map<Login, pg.Client>();
  private readonly whole = new Map<string, string>();
  private readonly db: TestDatabase;
  private readonly prepared: Prepared;

  constructor(db: TestDatabase, prepared: Prepared) {
    this.db = db;
    this.prepared = prepared;
  }

  async open(): Promise<this> {
    for (const { login } of columns)
      if (!this.clients.has(login)) {
        const client = pipedClient(this.db, login);
        await client.connect();
        this.clients.set(login, client);
      }
    return this;
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.end()));
  }

  /** Where the page says something else while this policy is broken: the column and what it then can do; null where it says the same. */
  async notices(mutant: Mutant): Promise<string | null> {
    // A view may look through its table; those that do not cost little.
    const targets = this.prepared.targets.filter((t) => t.name === mutant.table || t.isView);
    const asked = columns.filter((column) => mutant.roles.includes(column.role));
    for (const target of targets) for (const column of asked) await this.before(column, target);
    return broken(this.db.admin, mutant, async () => {
      for (const target of targets)
        for (const column of asked) {
          const now = await this.try(column, target);
          const then = await this.before(column, target);
          if (now !== then) return `${column.title} on ${target.name}${target.rows}: "${then}" became "${now}"`;
        }
      return null;
    });
  }

  private async before(column: Column, target: Target): Promise<string> {
    const key = `${column.title} ${target.name}${target.rows}`;
    const known = this.whole.get(key);
    if (known !== undefined) return known;
    const found = await this.try(column, target);
    this.whole.set(key, found);
    return found;
  }

  private async try(column: Column, target: Target): Promise<string> {
    const client = this.clients.get(column.login);
    if (client === undefined) throw new Error("The page is not open.");
    return tryOne(client, column, target, this.prepared);
  }
}

/** The first question or change in a random country that the model of the rules would answer otherwise, while this policy is broken. */
export async function modelNotices(here: Played, mutant: Mutant, seed: number): Promise<string | null> {
  return broken(here.db.admin, mutant, async () => {
    const found = (await firstDifference(tries(here, seed))) ?? (await firstDifference(questions(here, seed)));
    return found && `"${found.shape}" by ${found.by}`;
  });
}

/** Works while a policy is broken, and puts it back. */
export async function broken<T>(admin: pg.Pool, mutant: Mutant, work: () => Promise<T>): Promise<T> {
  const alter = (condition: string) =>
    admin.query(`alter policy ${mutant.policy} on ${mutant.table} ${mutant.part} (${condition})`);
  await alter("true");
  try {
    return await work();
  } finally {
    await alter(mutant.whole);
  }
}
