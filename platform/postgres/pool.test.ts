import { createServer, type Server } from "node:net";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../testing/database.ts";
import { createPool, waitUntilPrimary } from "./pool.ts";
import { SetupError } from "./setup-error.ts";

let here: TestDatabase;
let pool: pg.Pool;
const broken: Error[] = [];
beforeAll(async () => {
  here = await freshDatabase();
  // A server that speaks otherwise: our sessions must not depend on it.
  await here.admin.query(`alter database ${here.name} set timezone = 'Asia/Kolkata'`);
  await here.admin.query(`alter database ${here.name} set datestyle = 'German'`);
  pool = createPool(here.config("hw_app"), {
    max: 2,
    statementTimeoutMs: 300,
    lockTimeoutMs: 200,
    onBroken: (problem) => broken.push(problem),
  });
});
afterAll(async () => {
  await pool.end();
  await here.drop();
});

async function one(sql: string): Promise<unknown> {
  const { rows } = await pool.query<{ value: unknown }>(`select ${sql} as value`);
  return rows[0]?.value;
}

test("an instant keeps its microseconds and says that it is UTC", async () => {
  expect(await one("timestamptz '2026-11-24 22:41:03.425123+05:30'")).toBe("2026-11-24T17:11:03.425123Z");
  expect(await one("timestamptz '2026-11-24 00:00:00Z'")).toBe("2026-11-24T00:00:00Z");
  expect(await one("timestamptz 'infinity'")).toBe("infinity");
  expect(await one("array[timestamptz '2026-11-24 00:00:00Z', null]")).toEqual(["2026-11-24T00:00:00Z", null]);
});

test("a day is a day, whatever the zone", async () => {
  expect(await one("date '2026-11-24'")).toBe("2026-11-24");
  expect(await one("array[date '2026-11-24']")).toEqual(["2026-11-24"]);
});

test("large numbers are exact, durations are ISO, uuid arrays are arrays", async () => {
  expect(await one("9007199254740993::int8")).toBe("9007199254740993");
  expect(await one("array[9007199254740993::int8]")).toEqual(["9007199254740993"]);
  expect(await one("0.1::numeric")).toBe("0.1");
  expect(await one("interval '1 day 02:30'")).toBe("P1DT2H30M");
  expect(await one("array['0199b5a0-0000-7000-8000-000000000000'::uuid]")).toEqual([
    "0199b5a0-0000-7000-8000-000000000000",
  ]);
});

test("statements sent without waiting travel together and answer in order", async () => {
  const client = await pool.connect();
  const answers = await Promise.all([
    client.query("begin"),
    client.query("select set_config('test.word', $1, true)", ["inside"]),
    client.query("select current_setting('test.word') as word"),
    client.query("commit"),
  ]);
  client.release();
  expect(client.pipeline).toBe(true);
  expect(answers[2]?.rows).toEqual([{ word: "inside" }]);
  expect(answers[3]?.command).toBe("COMMIT");
});

test("the server breaks off a statement and a wait that take too long, and the connection lives on", async () => {
  const client = await pool.connect();
  await expect(client.query("select pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
  await here.admin.query("create table contested (); grant all on contested to hw_app");
  const holder = await here.admin.connect();
  await holder.query("begin; lock table contested");
  await expect(client.query("select from contested")).rejects.toMatchObject({ code: "55P03" });
  await holder.query("rollback");
  holder.release();
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  client.release();
});

test("a connection that breaks while idle is reported and replaced", async () => {
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  await here.admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await expect.poll(() => broken.length).toBeGreaterThan(0);
  expect(await one("1")).toBe(1);
});

test("the primary is found behind a dead host and one that never answers", async () => {
  const silent = await new Promise<Server>((ready) => {
    const server = createServer(() => {}).listen(0, "127.0.0.1", () => ready(server));
  });
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const dead = { host: "/nonexistent", user: "hw_app", database: here.name };
  const primary = here.config("hw_app");
  const found = await waitUntilPrimary([dead, { host: "127.0.0.1", port, user: "hw_app" }, primary], 10_000);
  silent.close();
  expect(found).toBe(primary);
});

test("no primary within the time is an error that says why", async () => {
  const dead = { host: "/nonexistent", user: "hw_app", database: here.name };
  await expect(waitUntilPrimary([dead], 300)).rejects.toThrow(SetupError);
  await expect(waitUntilPrimary([dead], 300)).rejects.toThrow(/accepts writes: .*ENOENT/);
});
