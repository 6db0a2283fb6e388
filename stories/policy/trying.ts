/**
 * What each kind of person and each process can do to every table and view, found out by trying it and taking it back; nothing here reads what
 * the catalogue says about policies.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Login } from "../../platform/postgres/logins.ts";
import type { TestDatabase } from "../../platform/testing/database.ts";
import { load, owed } from "../access-model/load.ts";
import { type Stage, stage } from "./stage.ts";

export interface Column {
  title: string;
  login: Login;
  role: string;
  who: keyof Stage["people"] | null;
}

const staff = (title: string, who: keyof Stage["people"]): Column => ({
  title,
  login: "hw_app",
  role: "homeward_app",
  who,
});
export const columns: readonly Column[] = [
  staff("member", "member"),
  staff("member with the section", "sectioned"),
  staff("owner's supervisor", "supervisor"),
  staff("other agency", "other"),
  staff("recused", "recused"),
  staff("ended", "ended"),
  { title: "signed out", login: "hw_app", role: "homeward_app", who: null },
  { title: "overseer", login: "hw_oversight", role: "homeward_oversight", who: "overseer" },
  { title: "public form", login: "hw_public", role: "homeward_public", who: null },
  { title: "sign-in", login: "hw_signin", role: "homeward_signin", who: null },
  { title: "vault", login: "hw_vault", role: "homeward_vault", who: "sectioned" },
  { title: "log", login: "hw_log", role: "homeward_sequencer", who: null },
  { title: "jobs", login: "hw_jobs", role: "homeward_jobs", who: null },
  { title: "admin", login: "hw_admin", role: "homeward_admin", who: null },
];

export interface Line {
  room: string;
  /** The table or view, and which of its rows. */
  of: string;
  /** One of "r", "a", "n", "c", "t", "u", "d" for each act that worked, by column. */
  cells: string[];
  /** True where the try-out country has no such row, so that only a missing right shows. */
  empty: boolean;
}

export interface Target {
  name: string;
  isView: boolean;
  columns: string[];
  /** Which rows: of the stage's case, of its report, or all. */
  where: string;
  rows: string;
  section: "none" | "some" | null;
}

const IMPORT = "00000000-0000-7000-8000-0000000f11e5";
const AUTHORS = [
  "written_by",
  "recorded_by",
  "added_by",
  "made_by",
  "set_by",
  "changed_by",
  "by_worker",
  "sent_by",
  "kept_by",
];

/** A row in tables that the stage's country says nothing of, so that there is something to read there. */
async function fill(db: TestDatabase, target: Target, on: Stage): Promise<void> {
  const numbered = async (subject: string): Promise<number | undefined> =>
    (await db.admin.query<{ id: number }>("select id from access.principal where subject = $1", [subject])).rows[0]?.id;
  const { unit } = on.people.sectioned;
  // A file that the member's unit brings in, and what belongs to it.
  const bringingIn: Record<string, unknown> = {
    import_id: IMPORT,
    id: target.name === "cases.imports" ? IMPORT : undefined,
    state: target.name === "cases.imports" ? "staging" : undefined,
    agency_id: unit.agency.id,
    owner_id: await numbered(unit.id),
    supervisors_id: await numbered(unit.agency.id),
    kept_by: on.people.sectioned.id,
    begun_by: on.people.sectioned.id,
    file_id: IMPORT,
    bytes: 1,
    sealed: "\\x00",
    signature: `\\x${"00".repeat(32)}`,
    file_hash: `\\x${"00".repeat(32)}`,
  };
  const known: Record<string, unknown> = {
    case_id: on.case.id,
    report_id: on.report.id,
    person_id: on.country.leaves[0]?.id,
    jurisdiction_id: on.case.jurisdiction.id,
    worker_id: on.people.sectioned.id,
    unit_id: on.people.sectioned.unit.id,
    section: target.section === "some" ? 5 : undefined,
    answer: "yes",
    mark: "spoken",
    to_please: "no",
    level: target.name === "cases.findings" ? "safe" : undefined,
    key_version: 1,
    kind: target.name === "platform.installation" ? "real" : undefined,
    request_hash: `\\x${"00".repeat(32)}`,
    leaf_hash: `\\x${"00".repeat(32)}`,
    root: `\\x${"00".repeat(32)}`,
    hashes: `\\x${"00".repeat(32)}`,
    ...(target.name.startsWith("cases.import") ? bringingIn : {}),
  };
  const row = Object.fromEntries(
    Object.entries(known).filter(([c, v]) => v !== undefined && target.columns.includes(c)),
  );
  for (const [name, make] of Object.entries(await owed(db.admin, target.name, Object.keys(row)))) row[name] = make(0);
  if (target.columns.includes("id") && row.id === undefined) row.id = randomUUID();
  const names = Object.keys(row)
    .map((c) => `"${c}"`)
    .join(", ");
  const client = await db.admin.connect();
  try {
    await client.query("set session_replication_role = replica"); // what it refers to does not matter here
    await client.query(
      `insert into ${target.name} (${names}) overriding system value select ${names} from jsonb_populate_record(null::${target.name}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  } catch (error) {
    // A table with rules of its own stays empty, and the page says so.
    if (!(error instanceof pg.DatabaseError)) throw error;
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

/** What is tried, on whose rows: a country of one case and one report stands in the database. */
export interface Prepared {
  on: Stage;
  targets: Target[];
  samples: Map<Target, Record<string, unknown> | null>;
}

/**
 * Puts the try-out country into a fresh database, with a row in every table that takes one.
 * @param only these tables alone
 */
export async function prepare(db: TestDatabase, only?: readonly string[]): Promise<Prepared> {
  const on = stage();
  await load(db.admin, on.country);
  const targets = (await everyTarget(db, on)).filter(({ name }) => only?.includes(name) ?? true);
  const samples: Prepared["samples"] = new Map();
  const sampleOf = async (target: Target) => {
    const { rows } = await db.admin.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(x) as row from ${target.name} x where ${target.where} limit 1`,
    );
    return rows[0]?.row ?? null;
  };
  for (const target of targets) {
    if (target.isView) continue;
    if ((await sampleOf(target)) === null) await fill(db, target, on);
    samples.set(target, await sampleOf(target));
  }
  return { on, targets, samples };
}

/** Every table and view, tried in every column. */
export async function tryEverything(db: TestDatabase): Promise<Line[]> {
  const prepared = await prepare(db);
  const cells = new Map<Target, string[]>(prepared.targets.map((t) => [t, []]));
  for (const column of columns) {
    const client = pipedClient(db, column.login);
    await client.connect();
    try {
      for (const target of prepared.targets) cells.get(target)?.push(await tryOne(client, column, target, prepared));
    } finally {
      await client.end();
    }
  }
  return prepared.targets.map((target) => ({
    room: target.name.split(".")[0] ?? "",
    of: `${target.name.split(".")[1]}${target.rows}`,
    cells: cells.get(target) ?? [],
    empty: !target.isView && (prepared.samples.get(target) ?? null) === null,
  }));
}

async function everyTarget(db: TestDatabase, on: Stage): Promise<Target[]> {
  const { rows } = await db.admin.query<{ name: string; kind: string; columns: string[]; nullable: boolean }>(`
    select n.nspname || '.' || c.relname as name, c.relkind as kind, array_agg(a.attname::text order by a.attnum) as columns,
           bool_or(a.attname = 'section' and not a.attnotnull) as nullable
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')
     group by 1, 2 order by 1`);
  return rows.flatMap(({ name, kind, columns: has, nullable }): Target[] => {
    const isView = kind === "v";
    const base = { name, isView, columns: has };
    const where = has.includes("case_id")
      ? `case_id = '${on.case.id}'`
      : name === "cases.cases"
        ? `id = '${on.case.id}'`
        : has.includes("report_id")
          ? `report_id = '${on.report.id}'`
          : "true";
    if (isView || !nullable || !has.includes("case_id")) return [{ ...base, where, rows: "", section: null }];
    return [
      { ...base, where: `${where} and section is null`, rows: ", no section", section: "none" },
      { ...base, where: `${where} and section is not null`, rows: ", in a section", section: "some" },
    ];
  });
}

/** No right, no session, a view that takes no change, a column that the database writes itself. Any other error means that the row was reached and something else refused it. */
const SHUT = new Set(["42501", "HW401", "HW403", "HW404", "55000", "0A000", "42809", "428C9"]);

/** A connection on which a statement travels together with its beginning and its end. */
export function pipedClient(db: TestDatabase, login: Login): pg.Client {
  return new pg.Client({ ...db.config(login), pipeline: true });
}

/** One person or process tries to read, add, change and delete in one table or view; everything is taken back. */
export async function tryOne(
  client: pg.Client,
  column: Column,
  target: Target,
  { on, samples }: Prepared,
): Promise<string> {
  const sample = samples.get(target) ?? null;
  const { name, where, isView } = target;
  const me = column.who === null ? null : on.people[column.who];
  const within = isView && !target.columns.includes("case_id") ? "true" : where;
  /** How many rows it reached; infinitely many where something behind the policies refused. */
  const reached = async (statement: string, values: unknown[] = []): Promise<number> => {
    // One trip: the client is piped. A token of ours and a role's name hold nothing that would end the quotes.
    const begun = client.query(
      `begin; select set_config('access.token', '${me?.token ?? ""}', true), set_config('role', '${column.role}', true)`,
    );
    const asked = client.query(statement, values).then(
      ({ rowCount }) => rowCount ?? 0,
      (error: unknown) => {
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (code === undefined) throw error;
        return SHUT.has(code) ? Number.NaN : Number.POSITIVE_INFINITY;
      },
    );
    const over = client.query("rollback");
    const [, found] = await Promise.all([begun, asked, over]);
    return found;
  };
  const attempt = async (statement: string, values: unknown[] = []): Promise<boolean> =>
    (await reached(statement, values)) > 0;
  const authors = AUTHORS.filter((author) => sample !== null && author in sample && me !== null);
  const inTheNameOf = (who: { id: string } | null) => Object.fromEntries(authors.map((author) => [author, who?.id]));
  const mine = inTheNameOf(me);
  let can = "";
  if (await attempt(`select 1 from ${name} where ${within} limit 1`)) can += "r";
  if (!isView && sample !== null) {
    // The same row again, under a new id and in the actor's own name.
    const row: Record<string, unknown> = { ...sample };
    if (typeof row.id === "string") row.id = randomUUID();
    Object.assign(row, mine);
    if ("from_us" in row) row.from_us = true;
    const added = (columns: readonly string[], as: object = {}) => {
      const given = columns.map((c) => `"${c}"`).join(", ");
      return attempt(
        `insert into ${name} (${given}) overriding system value select ${given} from jsonb_populate_record(null::${name}, $1::jsonb)`,
        [JSON.stringify({ ...row, ...as })],
      );
    };
    // A role may be let write some columns only: then without those that are empty.
    const filled = Object.keys(row).filter((c) => row[c] !== null);
    const colleague = me === on.people.sectioned ? on.people.member : on.people.sectioned;
    if ((await added(Object.keys(row))) || (await added(filled))) can += "a";
    if (can.includes("a") && authors.length > 0)
      if ((await added(Object.keys(row), inTheNameOf(colleague))) || (await added(filled, inTheNameOf(colleague))))
        can += "n";
  }
  if (!isView) {
    let changes = false;
    let unread: boolean | null = null;
    for (const c of target.columns) {
      if (changes && unread !== null) break;
      const found = await reached(`update ${name} set "${c}" = "${c}" where ${where}`);
      if (Number.isNaN(found)) continue; // no right to this column
      changes ||= found > 0;
      if (unread !== null) continue;
      // A change that reads nothing passes by the policy for reading: it must not reach a row more than one that reads.
      const reading = await reached(`update ${name} set "${c}" = "${c}"`);
      const given = `update ${name} set "${c}" = (jsonb_populate_record(null::${name}, $1::jsonb))."${c}"`;
      const blind = await reached(given, [JSON.stringify({ ...sample, ...mine })]);
      if (Number.isFinite(blind)) unread = blind > reading;
      else if (reading === 0 && blind > 0) unread = true;
    }
    if (changes) can += "c";
    if (target.columns.includes("case_id"))
      if (await attempt(`update ${name} set case_id = $1`, [on.case.id]))
        // In blind: a change that reads its row is held to the policy for reading too, and that would hide a hole.
        can += "t";
    if (unread) can += "u";
  }
  if (await attempt(`delete from ${name} where ${within}`)) can += "d";
  return can;
}
