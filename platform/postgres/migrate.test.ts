import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { homewardRoot, migrate } from "./migrate.ts";
import { SetupError } from "./setup-error.ts";

let root: string;
let here: TestDatabase;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "homeward-migrate-"));
  await mkdir(join(root, "db/migrations"), { recursive: true });
  await copyFile(join(homewardRoot, "db/roles.sql"), join(root, "db/roles.sql"));
  here = await freshDatabase({ empty: true });
});
afterEach(async () => {
  await here.drop();
  await rm(root, { recursive: true });
});

/** Writes a file of the invented installation. */
async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const up = (database = here.name) => migrate({ admin: inject("cluster").admin, database, root });

async function rows(sql: string): Promise<unknown[]> {
  return (await here.admin.query<Record<string, unknown>>(sql)).rows;
}

const twoMigrations = async () => {
  await put("db/migrations/2026-01-01-01-first.sql", "create schema care; create table care.bed (n int);");
  await put("db/migrations/2026-01-02-01-second.sql", "alter table care.bed add column held boolean;");
};

test("an empty folder of migrations gives a database that knows it has none", async () => {
  expect(await up()).toEqual({ applied: [], accessApplied: false });
  expect(await rows("select * from platform.migration")).toEqual([]);
});

test("a missing database is made, and Homeward's real migrations fit it", async () => {
  const database = `${here.name}_new`;
  const { applied } = await migrate({ admin: inject("cluster").admin, database });
  const again = await migrate({ admin: inject("cluster").admin, database });
  await here.admin.query(`drop database ${database} with (force)`);
  expect(applied.length).toBeGreaterThan(0);
  expect(again).toEqual({ applied: [], accessApplied: false });
});

test("migrations run once, in the order of their names, each with its checksum", async () => {
  await twoMigrations();
  expect((await up()).applied).toEqual(["2026-01-01-01-first.sql", "2026-01-02-01-second.sql"]);
  expect((await up()).applied).toEqual([]);
  await put("db/migrations/2026-01-03-01-third.sql", "insert into care.bed values (3, false)");
  expect((await up()).applied).toEqual(["2026-01-03-01-third.sql"]);
  expect(await rows("select * from care.bed")).toEqual([{ n: 3, held: false }]);
  expect(
    await rows("select distinct length(checksum) as digits, applied_at <= now() as past from platform.migration"),
  ).toEqual([{ digits: 64, past: true }]);
});

test("a migration that changed after it was applied is refused, with its name", async () => {
  await twoMigrations();
  await up();
  await put("db/migrations/2026-01-01-01-first.sql", "create schema care; create table care.bed (n bigint);");
  const refusal = await up().catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(SetupError);
  expect(String(refusal)).toMatch(/2026-01-01-01-first\.sql has changed since it was applied/);
});

test("a migration that was applied but is gone, or sorts before an applied one, is refused", async () => {
  await twoMigrations();
  await up();
  await put("db/migrations/2026-01-01-02-late.sql", "select 1");
  await expect(up()).rejects.toThrow(/2026-01-01-02-late\.sql is new here, but its name puts it before/);
  await rm(join(root, "db/migrations/2026-01-01-02-late.sql"));
  await rm(join(root, "db/migrations/2026-01-02-01-second.sql"));
  await expect(up()).rejects.toThrow(/holds the migration 2026-01-02-01-second\.sql, which this version/);
});

test("a migration that fails leaves the database exactly as it was, and says where", async () => {
  await twoMigrations();
  await up();
  await put("db/migrations/2026-01-03-01-good.sql", "create table care.food (n int);");
  await put("db/migrations/2026-01-04-01-bad.sql", "-- घर\ncreate table care.toys (n int);\nselect nothing_such;\n");
  await expect(up()).rejects.toThrow(/2026-01-04-01-bad\.sql failed at line 3: column "nothing_such" does not exist/);
  expect(
    await rows("select to_regclass('care.food') as food, count(*)::int as applied from platform.migration"),
  ).toEqual([{ food: null, applied: 2 }]);
});

test("a database full of data keeps it when an access file fails", async () => {
  await twoMigrations();
  await up();
  await here.admin.query("insert into care.bed select generate_series(1, 1000), true");
  await put("db/migrations/2026-01-05-01-drop.sql", "drop table care.bed;");
  await put("db/access-order.txt", "rooms/care/access.sql\n");
  await put("rooms/care/access.sql", "create policy p on care.bed;");
  await expect(up()).rejects.toThrow(/rooms\/care\/access\.sql failed.*care\.bed/);
  expect(await rows("select count(*)::int as beds from care.bed")).toEqual([{ beds: 1000 }]);
});

test("a file that ends our transaction is found out", async () => {
  await put("db/migrations/2026-01-01-01-sly.sql", "create schema care; commit; begin; create table care.bed ();");
  await expect(up()).rejects.toThrow(/sly\.sql ends the transaction that it runs in/);
});

test("what a file sets for itself ends with the file", async () => {
  await put(
    "db/migrations/2026-01-01-01-role.sql",
    "create schema care; set local role homeward_app; set local work_mem = '3MB';",
  );
  await put(
    "db/migrations/2026-01-02-01-after.sql",
    "create table care.who as select current_user::text as me, current_setting('work_mem') as mem;",
  );
  await up();
  expect(await rows("select * from care.who")).toEqual([{ me: "postgres", mem: "4MB" }]);
});

test("access files are applied as a whole, in their order, when any of them changes", async () => {
  await twoMigrations();
  await put("db/access-order.txt", "# the order\nplatform/access.sql\nrooms/care/access.sql # last\n");
  await put(
    "platform/access.sql",
    "create table if not exists care.run (file text); insert into care.run values ('platform');",
  );
  await put("rooms/care/access.sql", "insert into care.run values ('care');");
  expect((await up()).accessApplied).toBe(true);
  expect((await up()).accessApplied).toBe(false);
  await put("rooms/care/access.sql", "insert into care.run values ('care, changed');");
  expect((await up()).accessApplied).toBe(true);
  expect(await rows("select file from care.run order by ctid")).toEqual(
    ["platform", "care", "platform", "care, changed"].map((file) => ({ file })),
  );
  // A new migration may bring tables that the policies speak of.
  await put("db/migrations/2026-01-03-01-third.sql", "create table care.food ();");
  expect((await up()).accessApplied).toBe(true);
});

test("a listed access file that is not there is an error before anything happens", async () => {
  await put("db/access-order.txt", "rooms/care/access.sql\n");
  await expect(up()).rejects.toThrow(/rooms\/care\/access\.sql is missing/);
  expect(await rows("select to_regclass('platform.migration') as ledger")).toEqual([{ ledger: null }]);
});

test("four migrators at once apply everything once", async () => {
  await twoMigrations();
  const results = await Promise.all([up(), up(), up(), up()]);
  expect(results.map((result) => result.applied.length).sort()).toEqual([0, 0, 0, 2]);
});

test("migrators of different databases at once do not trip over the roles they share", async () => {
  await twoMigrations();
  const others = Array.from({ length: 4 }, (_, n) => `${here.name}_${n}`);
  const results = await Promise.all(others.map((database) => up(database)));
  for (const database of others) await here.admin.query(`drop database ${database} with (force)`);
  expect(results.map((result) => result.applied.length)).toEqual([2, 2, 2, 2]);
});

test("nobody but Homeward's logins may connect to the database", async () => {
  await up();
  await here.admin.query(`create role ${here.name} login password 'stranger'`);
  const stranger = new pg.Client({ ...here.adminConfig, user: here.name, password: "stranger" });
  stranger.on("error", () => {});
  const answer = await stranger.connect().catch((problem: unknown) => problem);
  await here.admin.query(`drop role ${here.name}`);
  expect(answer).toMatchObject({ code: "42501" });
});
