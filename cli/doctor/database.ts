import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { logins } from "../../platform/postgres/logins.ts";
import { dumpSchema } from "../../platform/postgres/schema-dump.ts";
import { type Database, openDatabase } from "../database.ts";
import { messageOf, systemCode } from "../failure.ts";
import { migrationState } from "../migrations.ts";
import { type Places, root } from "../paths.ts";
import type { Kind } from "../settings.ts";
import { fine, notice, type Outcome, problem } from "./finding.ts";

/**
 * Everything about the database. Homeward's own server is started for the length of the look where it does not run.
 * @param kind what the data folder says it is
 */
export async function lookAtDatabase(
  databaseUrl: string | null,
  places: Places,
  kind: Kind | null,
): Promise<Outcome[]> {
  if (databaseUrl === null && kind === null) return []; // nothing to open, and looking must not make one
  let database: Database;
  try {
    database = await openDatabase(databaseUrl, places);
  } catch (error) {
    return [problem("database-unreachable", { reason: messageOf(error) })];
  }
  const client = new pg.Client({ ...database.admin, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 });
  client.on("error", () => {});
  try {
    const refusal = await client.connect().then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal !== null) {
      const missing = systemCode(refusal) === "3D000";
      return [missing ? problem("database-empty") : problem("database-unreachable", { reason: messageOf(refusal) })];
    }
    return await examine(client, kind, database.own);
  } finally {
    await client.end().catch(() => {});
    await database.stop(); // does nothing to a server that somebody else started
  }
}

/** The looks that need a connection as the migrator. */
export async function examine(client: pg.Client, kind: Kind | null, own: boolean): Promise<Outcome[]> {
  const version = await lookAtVersion(client);
  if (version.kind !== "fine") return [version];
  const migrations = await lookAtMigrations(client);
  const found = [version, ...migrations, await lookAtDurability(client), await lookAtClock(client)];
  if (migrations.some((outcome) => outcome.kind === "problem")) return found; // what follows reads tables that may be missing
  found.push(...(await lookAtRoles(client)), ...(await lookAtLog(client)), ...(await lookAtJobs(client)));
  if (kind !== null) found.push(...(await lookAtKind(client, kind)));
  if (kind === "real") found.push(await lookAtStandby(client, own));
  found.push(await lookAtSchema(client)); // last: it reads in a transaction of its own
  return found;
}

async function lookAtVersion(client: pg.Client): Promise<Outcome> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const { number = 0, version = "?" } = rows[0] ?? {};
  return number < 180_000 ? problem("database-old", { version }) : fine("database", { version });
}

async function lookAtMigrations(client: pg.Client): Promise<Outcome[]> {
  const { pending, changed, unknown } = await migrationState(client);
  const found: Outcome[] = [];
  if (pending.length > 0) found.push(problem("migrations-pending", { count: pending.length, first: pending[0] ?? "" }));
  if (changed.length > 0) found.push(problem("migrations-changed", { names: changed.join(", ") }));
  if (unknown.length > 0) found.push(problem("migrations-unknown", { names: unknown.join(", ") }));
  return found.length > 0 ? found : [fine("migrations")];
}

/** An acknowledged report must be on the disk: the server must be told to put it there. */
async function lookAtDurability(client: pg.Client): Promise<Outcome> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_catalog.pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  return rows.length > 0
    ? problem("not-durable", { settings: rows.map(({ name }) => name).join(", ") })
    : fine("durable");
}

const mostSkew = 2;

/** Clocks of law run by the database's clock and are shown by ours. */
async function lookAtClock(client: pg.Client): Promise<Outcome> {
  const before = Date.now();
  const { rows } = await client.query<{ now: number }>(
    "select extract(epoch from clock_timestamp())::float8 * 1000 as now",
  );
  const middle = (before + Date.now()) / 2;
  const skew = Math.abs((rows[0]?.now ?? middle) - middle) / 1000;
  return skew > mostSkew ? problem("clock-skew", { seconds: skew.toFixed(0) }) : fine("clock");
}

/** What a login could do beyond its one role. */
async function lookAtRoles(client: pg.Client): Promise<Outcome[]> {
  const found: Outcome[] = [];
  const { rows: strong } = await client.query<{ role: string; right: string }>(
    `select r.rolname as role, x.power as "right" from pg_catalog.pg_roles r, lateral (values
       ('superuser', r.rolsuper), ('bypassrls', r.rolbypassrls), ('createrole', r.rolcreaterole), ('createdb', r.rolcreatedb),
       ('replication', r.rolreplication), ('inherit', r.rolinherit and r.rolname = any($1)),
       ('login', r.rolcanlogin and r.rolname like 'homeward\\_%')) x (power, has)
     where x.has and (r.rolname = any($1) or r.rolname like 'homeward\\_%') order by 1, 2`,
    [logins],
  );
  for (const { role, right } of strong) found.push(problem("role-too-strong", { role, right }));
  const { rows: ties } = await client.query<{ role: string; roles: string }>(
    `select m.rolname as role, coalesce(string_agg(g.rolname, ', ' order by g.rolname), '-') as roles
     from pg_catalog.pg_roles m left join pg_catalog.pg_auth_members a on a.member = m.oid
     left join pg_catalog.pg_roles g on g.oid = a.roleid
     where m.rolname = any($1) group by m.rolname
     having count(*) <> 1 or not bool_and(coalesce(a.set_option and not a.inherit_option and not a.admin_option, false))
     order by 1`,
    [logins],
  );
  for (const { role, roles } of ties) found.push(problem("role-ties", { role, roles }));
  const { rows: owners } = await client.query<{ role: string }>(
    `select distinct r.rolname as role from pg_catalog.pg_shdepend d join pg_catalog.pg_roles r on r.oid = d.refobjid
     where d.refclassid = 'pg_catalog.pg_authid'::regclass and d.deptype = 'o' and r.rolname = any($1) order by 1`,
    [logins],
  );
  for (const { role } of owners) found.push(problem("role-owns", { role }));
  return found.length > 0 ? found : [fine("roles")];
}

const longestWait = 60;

/** Entries wait about a tenth of a second for their number; when nobody gives numbers they wait for ever. */
async function lookAtLog(client: pg.Client): Promise<Outcome[]> {
  return asDefiner(client, async () => {
    const { rows } = await client.query<{ waiting: number; oldest: number | null; ahead: number | null }>(
      `select (select count(*) from log.pending)::int as waiting,
         (select extract(epoch from now() - min(uuid_extract_timestamp(id))) from log.pending)::float8 as oldest,
         (select extract(epoch from max(at) - now()) from log.checkpoint)::float8 as ahead`,
    );
    const { waiting = 0, oldest = null, ahead = null } = rows[0] ?? {};
    if (ahead !== null && ahead > longestWait) return [problem("clock-went-back", { seconds: Math.round(ahead) })];
    if (oldest !== null && oldest > longestWait) {
      return [problem("log-stands-still", { count: waiting, seconds: Math.round(oldest) })];
    }
    return [fine("log")];
  });
}

const longestLate = 900;

/** Jobs that failed too often, or that nobody takes; and the alarm of the upkeep that tidies keys. */
async function lookAtJobs(client: pg.Client): Promise<Outcome[]> {
  return asDefiner(client, async () => {
    const { rows } = await client.query<{ task: string; dead: number; oldest: number | null }>(
      "select task, dead::int as dead, oldest_seconds as oldest from jobs.figures()",
    );
    const dead = rows.filter((row) => row.dead > 0);
    const late = rows.filter((row) => (row.oldest ?? 0) > longestLate);
    const found: Outcome[] = [];
    if (dead.length > 0)
      found.push(
        problem("jobs-dead", {
          count: dead.reduce((sum, row) => sum + row.dead, 0),
          tasks: dead.map((row) => row.task).join(", "),
        }),
      );
    if (late.length > 0)
      found.push(
        problem("jobs-late", {
          tasks: late.map((row) => row.task).join(", "),
          minutes: Math.round(Math.max(...late.map((row) => row.oldest ?? 0)) / 60),
        }),
      );
    const { rows: keys } = await client.query(
      "select from jobs.upkeep where purpose = 'tidy-keys' and (did->'last'->>'alarm')::boolean",
    );
    if (keys.length > 0) found.push(problem("keys-unknown"));
    return found.length > 0 ? found : [fine("jobs")];
  });
}

/** Is the database's shape the one that this version makes? A policy that somebody dropped by hand shows here. */
async function lookAtSchema(client: pg.Client): Promise<Outcome> {
  const lines = (text: string) => text.split("\n").filter((line) => !line.startsWith("extension "));
  const wanted = lines(await readFile(join(root, "db", "schema.sql"), "utf8"));
  const there = lines(await dumpSchema(client));
  const missing = wanted.filter((line) => !there.includes(line));
  const more = there.filter((line) => !wanted.includes(line));
  if (missing.length + more.length === 0) return fine("schema");
  return problem("schema-differs", {
    missing: missing.length,
    more: more.length,
    first: (missing[0] ?? more[0] ?? "").trim(),
  });
}

async function lookAtKind(client: pg.Client, kind: Kind): Promise<Outcome[]> {
  return asDefiner(client, async () => {
    const { rows } = await client.query<{ kind: string }>("select kind from platform.installation");
    const found = rows[0]?.kind;
    return found === undefined || found === kind ? [] : [problem("kinds-differ", { folder: kind, database: found })];
  });
}

async function lookAtStandby(client: pg.Client, own: boolean): Promise<Outcome> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from pg_catalog.pg_stat_replication where sync_state in ('sync', 'quorum')",
  );
  if ((rows[0]?.count ?? 0) > 0) return fine("standby");
  return notice(own ? "no-standby-own" : "no-standby");
}

/** The log and the installation are kept under row security; the definer reads them whole. */
async function asDefiner<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("set role homeward_definer");
  try {
    return await work();
  } finally {
    await client.query("reset role");
  }
}
