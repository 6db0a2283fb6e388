import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homewardRoot, readList } from "../postgres/migrate.ts";
import { allRules, type Finding, findHoles, type Rule, tablesWithoutPolicy } from "./catalogue.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

let here: TestDatabase;
let client: pg.PoolClient;
let ownerViews: string[];

beforeAll(async () => {
  here = await freshDatabase();
  client = await here.admin.connect();
  ownerViews = await readList(join(homewardRoot, "db/owner-views.txt"));
});
afterAll(async () => {
  client.release();
  await here.drop();
});

test("Homeward's database has no hole that the catalogue shows", async () => {
  expect(await findHoles(client, { ownerViews })).toEqual([]);
});

test("every table bound to a case shuts out whom the case shuts out", async () => {
  expect(await tablesWithoutPolicy(client, { column: "case_id", policy: "not_recused", role: "homeward_app" })).toEqual(
    [],
  );
});

/** What the plant adds to the findings; afterwards the database is as before. */
async function plant(sql: string, views: string[] = []): Promise<Finding[]> {
  const house = { ownerViews: [...ownerViews, ...views] };
  await client.query("begin");
  try {
    await client.query(sound);
    const before = new Set((await findHoles(client, { ownerViews })).map((finding) => JSON.stringify(finding)));
    await client.query(sql);
    const found = (await findHoles(client, house)).filter((finding) => !before.has(JSON.stringify(finding)));
    for (const { rule } of found) proven.add(rule);
    return found;
  } finally {
    await client.query("rollback");
  }
}

/** Rules that a planted hole has shown to find something. */
const proven = new Set<Rule>();

/** A small house in good order, to plant holes in. */
const sound = `
  create schema care;
  create table care.bed (id int primary key, held boolean);
  alter table care.bed owner to homeward_owner;
  alter table care.bed enable row level security;
  alter table care.bed force row level security;
  create policy carers on care.bed to homeward_app using (held);
  create view care.free_bed with (security_invoker = true) as select * from care.bed where not held;
  create function care.hold(int) returns void language sql security definer set search_path = pg_catalog as 'select';
  alter function care.hold(int) owner to homeward_definer;
  revoke all on function care.hold(int) from public;
  create function care.now_held() returns bigint language sql stable as 'select count(*) from care.bed where held';`;

test("a house in good order adds no finding", async () => {
  expect(await plant("select")).toEqual([]);
});

const holes: [Rule, string, string][] = [
  ["row security is off", "alter table care.bed disable row level security", "care.bed"],
  ["row security does not bind the owner", "alter table care.bed no force row level security", "care.bed"],
  ["a table has no policy", "drop policy carers on care.bed", "care.bed"],
  ["a policy is for everybody", "create policy open on care.bed using (true)", "open on care.bed"],
  ["a table belongs to somebody else than the owner role", "alter table care.bed owner to postgres", "care.bed"],
  [
    "a foreign table or materialized view, which no policy guards",
    "create materialized view care.count as select count(*) from care.bed",
    "care.count",
  ],
  ["a view runs with its owner's rights", "create view care.all_beds as select * from care.bed", "care.all_beds"],
  ["a view runs with its owner's rights", "alter view care.free_bed set (security_invoker = off)", "care.free_bed"],
  ["a view runs with its owner's rights", "alter view care.free_bed reset (security_invoker)", "care.free_bed"],
  [
    "a definer function does not pin its search path",
    "alter function care.hold(int) reset search_path",
    "care.hold(integer)",
  ],
  [
    "a definer function does not pin its search path",
    "alter function care.hold(int) set search_path = care, pg_catalog",
    "care.hold(integer)",
  ],
  [
    "a definer function belongs to somebody else than the definer",
    "alter function care.hold(int) owner to postgres",
    "care.hold(integer)",
  ],
  ["everybody may call a definer function", "grant execute on function care.hold(int) to public", "care.hold(integer)"],
  [
    "everybody may call a definer function",
    `create function care.free(int) returns void language sql security definer set search_path = pg_catalog as 'select';
     alter function care.free(int) owner to homeward_definer`,
    "care.free(integer)",
  ],
  [
    "an immutable function reads what changes",
    `create function care.me() returns text immutable language sql as $$ select current_setting('access.token') $$`,
    "care.me()",
  ],
  [
    "an immutable function reads what changes",
    `create function care.twice() returns bigint immutable return care.now_held() * 2`,
    "care.twice()",
  ],
  ["everybody has a right", "grant select on care.bed to public", "SELECT on care.bed"],
  ["everybody has a right", "grant select (held) on care.bed to public", "SELECT on a column of care.bed"],
  ["everybody has a right", "grant usage on schema care to public", "USAGE on schema care"],
  ["everybody has a right", "grant create on schema public to public", "CREATE on schema public"],
  ["a role is more than it should be", "alter role hw_app bypassrls", "hw_app: bypasses row security"],
  ["a role is more than it should be", "alter role hw_vault superuser", "hw_vault: superuser"],
  [
    "a role is more than it should be",
    "alter role homeward_definer bypassrls",
    "homeward_definer: bypasses row security",
  ],
  ["a role is more than it should be", "alter role homeward_app login", "homeward_app: signs in"],
  ["a login is not the member of exactly one role", "grant homeward_vault to hw_app with inherit false", "hw_app"],
  ["a login is not the member of exactly one role", "revoke homeward_app from hw_app", "hw_app"],
  [
    "a membership gives more than the right to take the role",
    "grant homeward_app to hw_app with inherit true",
    "hw_app in homeward_app",
  ],
  [
    "a membership gives more than the right to take the role",
    "grant homeward_app to hw_app with admin true",
    "hw_app in homeward_app",
  ],
  ["a role of ours can become another", "grant homeward_definer to homeward_app", "homeward_app in homeward_definer"],
  ["a role of ours can become another", "grant hw_vault to hw_app", "hw_app in hw_vault"],
  [
    "a login owns something",
    "grant create on schema care to hw_app; alter view care.free_bed owner to hw_app",
    "hw_app owns view care.free_bed",
  ],
  ["a login has a right or a policy of its own", "grant select on care.bed to hw_app", "hw_app on table care.bed"],
  [
    "a login has a right or a policy of its own",
    "create policy mine on care.bed to hw_app using (true)",
    "hw_app on policy mine on table care.bed",
  ],
];

describe("a planted hole is found", () => {
  test.for(holes)("%s: %s", async ([rule, sql, object]) => {
    expect(await plant(sql)).toContainEqual({ rule, object });
  });

  test("a right of a login, or of everybody, on the database itself", async () => {
    expect(await plant(`grant temporary on database ${here.name} to hw_app, public`)).toEqual([
      { rule: "everybody has a right", object: "TEMPORARY on the database" },
      { rule: "a login has a right or a policy of its own", object: "hw_app: TEMPORARY on the database" },
    ]);
  });

  test("an owner view that lets conditions look behind it, belongs to another, or is gone", async () => {
    const view = "create view care.mine as select * from care.bed";
    expect(await plant(`${view}; alter view care.mine owner to homeward_definer`, ["care.mine"])).toEqual([
      { rule: "an owner view lets conditions look behind it", object: "care.mine" },
    ]);
    expect(await plant(view.replace(" as", " with (security_barrier) as"), ["care.mine"])).toEqual([
      { rule: "an owner view belongs to somebody else than the definer", object: "care.mine" },
    ]);
    expect(await plant("select", ["care.gone"])).toEqual([
      { rule: "an owner view is listed but does not exist", object: "care.gone" },
    ]);
  });

  test("a login that does not exist", async () => {
    expect(await plant("alter role hw_log rename to hw_gone")).toContainEqual({
      rule: "a login does not exist",
      object: "hw_log",
    });
  });

  test("a table that forgot the restrictive policy", async () => {
    const wanted = { column: "held", policy: "not_recused", role: "homeward_app" };
    const ask = async (sql: string) => {
      await client.query(`begin; ${sound}; grant select on care.bed to homeward_app; ${sql}`);
      const found = await tablesWithoutPolicy(client, wanted);
      await client.query("rollback");
      return found;
    };
    expect(await ask("create policy not_recused on care.bed as restrictive to homeward_app using (held)")).toEqual([]);
    expect(await ask("")).toEqual(["care.bed"]);
    expect(await ask("create policy not_recused on care.bed to homeward_app using (held)")).toEqual(["care.bed"]);
    expect(await ask("create policy not_recused on care.bed as restrictive to homeward_vault using (held)")).toEqual([
      "care.bed",
    ]);
    expect(await ask("revoke select on care.bed from homeward_app")).toEqual([]);
  });
});

test("no rule is there for show: each has found a planted hole", () => {
  expect(allRules.filter((rule) => !proven.has(rule))).toEqual([]);
});
