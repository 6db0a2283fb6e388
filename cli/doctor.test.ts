import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { examine } from "./doctor/database.ts";
import type { Outcome } from "./doctor/finding.ts";
import { lookAtData, lookAtKeys } from "./doctor/folders.ts";
import { lookAtAccount, lookAtDisk, lookAtNode } from "./doctor/machine.ts";
import { lookAtProcesses } from "./doctor/processes.ts";
import { claim, noteRunning } from "./installation.ts";
import { type Places, placesIn, root } from "./paths.ts";
import { lookAtSettings } from "./settings.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const names = (outcomes: Outcome[], kind: Outcome["kind"] = "problem") =>
  outcomes.filter((outcome) => outcome.kind === kind).map(({ name }) => name);

async function installation(): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), "homeward-doctor-"));
  made.push(folder);
  const places = placesIn(join(folder, "data"));
  await claim(places, "demo");
  writeFileSync(join(places.keys, "keyring.json"), "{}", { mode: 0o600 });
  return places;
}

/** Examines the database after a change that is taken back, for roles belong to the whole cluster. */
async function after(change: string, kind: "real" | "demo" = "real"): Promise<Outcome[]> {
  const client = new pg.Client(db.adminConfig);
  await client.connect();
  try {
    await client.query("begin");
    if (change !== "") await client.query(change);
    return await examine(client, kind, true);
  } finally {
    await client.query("rollback").catch(() => {});
    await client.end();
  }
}

test("a sound database has one thing worth knowing: that it stands alone", async () => {
  const outcomes = await after("");
  // The tests' server runs without fsync, which is a finding of its own.
  expect(names(outcomes)).toEqual(["not-durable"]);
  expect(names(outcomes, "notice")).toEqual(["no-standby-own"]);
  expect(names(outcomes, "fine")).toEqual(["database", "migrations", "clock", "roles", "log", "jobs", "schema"]);
});

test.each([
  ["a login that may pass row security", "alter role hw_app bypassrls", "role-too-strong"],
  ["a login that is a superuser", "alter role hw_vault superuser", "role-too-strong"],
  ["a role of ours that can sign in", "alter role homeward_owner login", "role-too-strong"],
  ["a login with a second role", "grant homeward_vault to hw_app with inherit false, set true", "role-ties"],
  ["a login that has its role all the time", "grant homeward_app to hw_app with inherit true", "role-ties"],
  ["a login without its role", "revoke homeward_jobs from hw_jobs", "role-ties"],
  [
    "a login that owns a table",
    "create table public.left_over (); alter table public.left_over owner to hw_app",
    "role-owns",
  ],
  [
    "a migration that is due",
    "delete from platform.migration where name = (select max(name) from platform.migration)",
    "migrations-pending",
  ],
  [
    "a migration that was edited",
    "update platform.migration set checksum = repeat('0', 64) where name = (select max(name) from platform.migration)",
    "migrations-changed",
  ],
  [
    "a migration of a later version",
    "insert into platform.migration (name, checksum) values ('9999-later.sql', repeat('0', 64))",
    "migrations-unknown",
  ],
  [
    "a log that stands still",
    "insert into log.pending (id, leaf) values (uuidv7(interval '-5 minutes'), 'x')",
    "log-stands-still",
  ],
  [
    "a demo in the database of a real folder",
    "insert into platform.installation (kind, country) values ('demo', 'in')",
    "kinds-differ",
  ],
  ["a policy that somebody dropped", "drop policy not_recused on cases.notes", "schema-differs"],
  [
    "a job that failed too often",
    "select graphile_worker.add_job('worker:gone', '{}'); update graphile_worker._private_jobs set attempts = max_attempts",
    "jobs-dead",
  ],
])("the doctor sees %s", async (_, change, finding) => {
  expect(names(await after(change))).toContain(finding);
});

test("keys that others can read, a folder that others can write, and a lost keyring are seen", async () => {
  const places = await installation();
  expect(names([...(await lookAtKeys(places)), ...(await lookAtData(places))], "fine")).toEqual(["keys", "data"]);
  chmodSync(join(places.keys, "keyring.json"), 0o644);
  chmodSync(places.logins, 0o750);
  expect(names(await lookAtKeys(places))).toEqual(["secret-exposed", "secret-exposed"]);
  chmodSync(places.data, 0o777);
  expect(names(await lookAtData(places))).toEqual(["data-writable"]);
  rmSync(join(places.keys, "keyring.json"));
  expect(names(await lookAtKeys(places))).toContain("keyring-missing");
});

test("a full disk, an old Node and root at work are seen", async () => {
  const disk = (gib: number) => lookAtDisk(tmpdir(), (async () => ({ bavail: gib * 2 ** 18, bsize: 4096 })) as never);
  expect(names(await disk(0.5))).toEqual(["disk"]);
  expect(names(await disk(3), "notice")).toEqual(["disk-low"]);
  expect(names(await disk(50), "fine")).toEqual(["disk"]);
  expect(names(await lookAtNode("24.11.0"))).toEqual(["node"]);
  expect(names(await lookAtAccount("real", 0), "notice")).toEqual(["runs-as-root"]);
  expect(await lookAtAccount("real", 1000)).toEqual([]);
});

test("processes that do not answer, and their open folder, are seen", async () => {
  const places = await installation();
  const { settings } = await lookAtSettings("demo", { data: places.data });
  const runDir = join(places.data, "hw-AAAAAA");
  mkdirSync(runDir, { mode: 0o700 });
  await noteRunning(places, { address: "http://localhost:9", runDir });
  expect(names(await lookAtProcesses(settings, places))).toEqual(["vault-silent", "web-silent"]);
  chmodSync(runDir, 0o755);
  expect(names(await lookAtProcesses(settings, places))).toContain("sockets-open");
  rmSync(runDir, { recursive: true });
  expect(names(await lookAtProcesses(settings, places))).toContain("sockets-gone");
});

test("from the command line: what is wrong, why, what to do, and exit code 1", async () => {
  const places = await installation();
  chmodSync(places.keys, 0o755);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "cli", "main.ts"), "doctor", "--data", join(places.data, "..", "data")],
    { encoding: "utf8", env: { PATH: process.env.PATH, LANG: "C" } },
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout).toMatch(
    /✗ Other users of this machine can get at .*keys \(mode 0755\)\.\n {4}With the keys in it.*\n {4}Run: chmod 700/,
  );
  expect(stdout).toMatch(/Things that are wrong: \d+\.\n$/);
});
