import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningPostgres, startPostgres } from "./launcher.ts";
import { ensureLogins, logins } from "./logins.ts";
import { migrate } from "./migrate.ts";
import { SetupError } from "./setup-error.ts";

// A server of its own: the logins of the shared one belong to the other test files.
let folder: string;
let server: RunningPostgres;
const log: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "homeward-logins-"));
  await chmod(folder, 0o711);
  server = await startPostgres({ dataDir: join(folder, "postgres"), fsync: false, onLog: (line) => log.push(line) });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function rowsAs(config: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const secretsDir = () => join(folder, "secrets");
const ensure = () => ensureLogins(server.connect("homeward"), secretsDir());
const verifiers = () =>
  rowsAs(
    server.connect("homeward"),
    "select rolname, rolpassword from pg_authid where rolname like 'hw\\_%' order by 1",
  );

test("before the roles exist, the error says what to do", async () => {
  await rowsAs(server.connect("postgres"), "create database homeward");
  const refusal = await ensure().catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(SetupError);
  expect(String(refusal)).toMatch(/does not know Homeward's roles yet\. Migrate it first/);
});

test("on an operator's own server an administrator who is no superuser suffices", async () => {
  const superuser = server.connect("postgres");
  await rowsAs(superuser, "create role keeper login createdb createrole password 'invented'");
  const admin = server.connect("postgres", "keeper", "invented");
  // Two databases at once in a cluster without any role of ours: the second must wait for the first to make them.
  const both = await Promise.all(["theirs", "theirs_too"].map((database) => migrate({ admin, database })));
  for (const { applied } of both) expect(applied.length).toBeGreaterThan(0);
  const configs = await ensureLogins({ ...admin, database: "theirs" }, join(folder, "their-secrets"));
  expect(await rowsAs(configs.hw_app, "select current_database() as at")).toEqual([{ at: "theirs" }]);
  const loose = await rowsAs(
    server.connect("theirs"),
    `select nspname from pg_namespace where nspowner = 'homeward_owner'::regrole
       and has_schema_privilege('homeward_definer', oid, 'create')`,
  );
  expect(loose).toEqual([]);
  for (const login of logins) await rowsAs(superuser, `alter role ${login} password null`);
});

test("every login opens with a secret of its own that only we can read", async () => {
  await migrate({ admin: server.connect("postgres"), database: "homeward" });
  const configs = await ensure();
  for (const login of logins) {
    expect(await rowsAs(configs[login], "select session_user as me")).toEqual([{ me: login }]);
    expect((await stat(join(secretsDir(), login))).mode & 0o777, login).toBe(0o600);
  }
  expect((await readdir(secretsDir())).sort()).toEqual([...logins].sort());
  expect((await stat(secretsDir())).mode & 0o777).toBe(0o700);
  expect(new Set(logins.map((login) => configs[login].password)).size).toBe(logins.length);
});

test("a second call changes nothing, and a role that lost its secret is told it again", async () => {
  const [files, before] = [
    await Promise.all(logins.map((login) => readFile(join(secretsDir(), login)))),
    await verifiers(),
  ];
  await ensure();
  expect(await verifiers()).toEqual(before);
  await rowsAs(server.connect("homeward"), "alter role hw_vault password null");
  await ensure();
  const after = await verifiers();
  expect(after.filter((role, index) => role.rolpassword !== before[index]?.rolpassword)).toMatchObject([
    { rolname: "hw_vault", rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) },
  ]);
  expect(await Promise.all(logins.map((login) => readFile(join(secretsDir(), login))))).toEqual(files);
});

test("no secret reaches the server's log, even when it writes down every statement", async () => {
  await rowsAs(server.connect("homeward"), "alter system set log_statement = 'all'");
  await rowsAs(server.connect("homeward"), "select pg_reload_conf()");
  await rm(join(secretsDir(), "hw_jobs"));
  const configs = await ensure();
  await expect.poll(() => log.some((line) => line.includes("alter role hw_jobs password"))).toBe(true);
  expect(log.filter((line) => logins.some((login) => line.includes(String(configs[login].password))))).toEqual([]);
  await rowsAs(server.connect("homeward"), "alter system reset log_statement");
  await rowsAs(server.connect("homeward"), "select pg_reload_conf()");
});

test("an error of a login does not reach the server's log with what was typed", async () => {
  const configs = await ensure();
  const typed = "select 'Amina Invented'::int";
  await expect(rowsAs(server.connect("homeward"), typed)).rejects.toMatchObject({ code: "22P02" });
  await expect(rowsAs(configs.hw_app, typed.replace("Amina", "Bela"))).rejects.toMatchObject({ code: "22P02" });
  await rowsAs(server.connect("homeward"), "do $$ begin raise log 'the end'; end $$");
  await expect.poll(() => log.some((line) => line.includes("the end"))).toBe(true);
  expect(log.some((line) => line.includes("Amina Invented"))).toBe(true); // what a login's error would have looked like
  expect(log.filter((line) => line.includes("Bela Invented"))).toEqual([]);
});

test("a secret that others can read, or an empty one, is refused", async () => {
  await chmod(join(secretsDir(), "hw_app"), 0o640);
  await expect(ensure()).rejects.toThrow(/hw_app can be read by other users/);
  await chmod(join(secretsDir(), "hw_app"), 0o600);
  await writeFile(join(secretsDir(), "hw_app"), "\n");
  await expect(ensure()).rejects.toThrow(/hw_app is empty/);
});
