import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logins } from "../postgres/logins.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

let here: TestDatabase;
beforeAll(async () => {
  here = await freshDatabase();
});
afterAll(() => here.drop());

async function rowsAs(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("every login opens its test database, as itself and as nobody more", async () => {
  for (const login of logins) {
    expect(await rowsAs(here.config(login), "select current_user as me, current_database() as at")).toEqual([
      { me: login, at: here.name },
    ]);
    await expect(rowsAs(here.config(login), "set role homeward_owner"), login).rejects.toMatchObject({ code: "42501" });
    await expect(rowsAs(here.config(login), "create temporary table t ()"), login).rejects.toMatchObject({
      code: "42501",
    });
  }
});

test("eight copies at once are eight databases that do not see each other", async () => {
  const copies = await Promise.all(Array.from({ length: 8 }, () => freshDatabase()));
  try {
    expect(new Set(copies.map((copy) => copy.name)).size).toBe(8);
    await copies[0]?.admin.query("create table only_here ()");
    const seen = await Promise.all(
      copies.map(async (copy) => (await copy.admin.query("select to_regclass('only_here') as found")).rows[0]?.found),
    );
    expect(seen).toEqual(["only_here", null, null, null, null, null, null, null]);
  } finally {
    await Promise.all(copies.map((copy) => copy.drop()));
  }
});

test("an empty database knows nothing of Homeward", async () => {
  const empty = await freshDatabase({ empty: true });
  const { rows } = await empty.admin.query("select to_regnamespace('platform') as platform");
  await empty.drop();
  expect(rows).toEqual([{ platform: null }]);
});
