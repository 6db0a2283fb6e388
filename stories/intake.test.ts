import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCastInto, loadPackInto } from "../app.ts";
import { type Keyring, openKeyring } from "../platform/keys/keyring.ts";
import { type RunningPostgres, startPostgres } from "../platform/postgres/launcher.ts";
import { ensureLogins, type Login } from "../platform/postgres/logins.ts";
import { migrate } from "../platform/postgres/migrate.ts";
import { createPool } from "../platform/postgres/pool.ts";

// A server of its own, with fsync: this is about what is on the disk.
let dir: string;
let server: RunningPostgres;
let logins: Record<Login, pg.ClientConfig>;
let ring: Keyring;
const acknowledged: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "hw-in-"));
  chmodSync(dir, 0o711);
  server = await startPostgres({ dataDir: join(dir, "pg"), fsync: true });
  await migrate({ admin: server.connect("postgres"), database: "homeward" });
  logins = await ensureLogins(server.connect("homeward"), join(dir, "logins"));
  ring = openKeyring(join(dir, "keys"), true);
  const admin = createPool(logins.hw_admin, { max: 1 });
  await loadPackInto(admin, "demo", "in");
  await loadCastInto(admin, "in", ring);
  await admin.end();
});
afterAll(async () => {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Takes reports until `many` more were acknowledged, then kills whatever `victim` says, without warning. */
async function takeAndKill(many: number, victim: (intake: number) => void): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "fixtures", "intake.ts")], {
    env: {
      ...process.env,
      INTAKE: JSON.stringify({
        database: logins.hw_public,
        intakeKey: ring.intake.publicKey.toString("base64"),
        files: join(dir, "files"),
      }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let rest = "";
  let some = 0;
  child.stdout.on("data", (part: Buffer) => {
    const lines = (rest + part.toString()).split("\n");
    rest = lines.pop() ?? "";
    acknowledged.push(...lines);
    some += lines.length;
  });
  const closed = new Promise<void>((done) => child.once("close", () => done()));
  for (const until = Date.now() + 100_000; some < many && Date.now() < until; ) await sleep(20);
  victim(child.pid ?? 0);
  await sleep(200);
  child.kill("SIGKILL");
  await closed;
}

async function stored(): Promise<Set<string>> {
  const client = new pg.Client(server.connect("homeward"));
  await client.connect();
  const { rows } = await client.query<{ token: string }>(
    "select encode(token_hash, 'hex') as token from reports.reports where token_hash is not null",
  );
  const entries = await client.query<{ n: number }>(
    "select count(*)::int as n from log.detail where verb = 'report-received'",
  );
  await client.end();
  expect(entries.rows[0]?.n, "each report has its entry, and no entry is without its report").toBe(rows.length);
  return new Set(rows.map((row) => row.token));
}

test("a thousand reports, the taking process killed and then the database: every acknowledged one is there", async () => {
  await takeAndKill(500, (intake) => process.kill(intake, "SIGKILL"));
  expect(acknowledged.length).toBeGreaterThanOrEqual(500);
  let there = await stored();
  expect(acknowledged.filter((token) => !there.has(token))).toEqual([]);

  await takeAndKill(500, () => process.kill(server.pid, "SIGKILL"));
  server = await startPostgres({ dataDir: join(dir, "pg"), fsync: true });
  logins = await ensureLogins(server.connect("homeward"), join(dir, "logins"));
  there = await stored();
  expect(acknowledged.length).toBeGreaterThanOrEqual(1000);
  expect(acknowledged.filter((token) => !there.has(token))).toEqual([]);
}, 240_000);

test("commits wait for the disk: the settings that promise it are the ones in force for the public login", async () => {
  const pool = createPool(logins.hw_public, { max: 1 });
  for (const [name, wanted] of [
    ["synchronous_commit", "on"],
    ["fsync", "on"],
    ["full_page_writes", "on"],
  ] as const) {
    const { rows } = await pool.query<Record<string, string>>(`show ${name}`);
    expect(rows[0]?.[name], name).toBe(wanted);
  }
  await pool.end();
});
