/** A desk whose disk is full. Real: its reports lie on a small disk of their own, and the database finds no room there. Needs root on Linux. */
import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, world } from "../../stories/world.ts";
import { createPublicReports } from "./public-reports.ts";

/** Room for the tables and some dozens of reports, no more. */
const DISK_KB = 1024;

let w: World | null = null;
let disk = "";
let why: string | null = null;

beforeAll(async () => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    why = "A small disk can be mounted on Linux and by root only: what happens on a full disk was not tried.";
    return;
  }
  w = await world();
  disk = mkdtempSync(join(tmpdir(), "hw-full-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_KB}k,mode=0700`, "none", disk], { stdio: "pipe" });
  } catch {
    why = "This machine lets nobody mount a disk: what happens on a full one was not tried.";
    return;
  }
  const { rows } = await w.db.admin.query<{ data_directory: string }>("show data_directory");
  const owner = statSync((rows[0] as { data_directory: string }).data_directory);
  chownSync(disk, owner.uid, owner.gid);
  const name = `full_${process.pid}`;
  await w.db.admin.query(`create tablespace ${name} location '${disk}'`);
  await w.db.admin.query(`alter table reports.reports set tablespace ${name}`);
});
afterAll(async () => {
  if (w !== null && why === null) {
    await w.db.admin.query("alter table reports.reports set tablespace pg_default");
    await w.db.admin.query(`drop tablespace full_${process.pid}`);
  }
  await w?.stop();
  if (disk !== "") {
    if (why === null) execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});

test("a desk without space says so and what to do, keeps all that it acknowledged, and takes the same form once there is room", async ({
  skip,
}) => {
  if (why !== null || w === null) return skip(why ?? "no world");
  const here = w;
  const reports = createPublicReports({
    pool: here.pools.public,
    vault: here.vault,
    intakeKey: here.house.intakeKey,
    files: here.house.files,
  });
  const form = () => ({
    token: reports.newToken(),
    sealed: { saw: "S".repeat(15_000), where: "", reachHow: "" },
    triage: { danger: "not-sure", about: "worried" },
    language: "en",
    attachments: [],
  });
  type Form = Parameters<typeof reports.accept>[0];
  const acknowledged: string[][] = [];
  let refused: Form | null = null;
  for (let n = 0; n < 200 && refused === null; n++) {
    const one = form() as unknown as Form;
    const answer = await reports.accept(one);
    if ("words" in answer) acknowledged.push(answer.words);
    else {
      expect(answer).toEqual({ refused: "no-space" });
      refused = one;
    }
  }
  expect(acknowledged.length).toBeGreaterThan(5);
  expect(refused).not.toBeNull();

  // In the browser: the page says that it could not be sent, with everything still in it.
  const token = reports.newToken();
  const page = await here.web.inject({
    method: "POST",
    url: "/report",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({
      go: "send",
      door: "worried",
      token,
      saw: "W".repeat(15_000),
      lang: "en",
    }).toString(),
  });
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain("WWWWWWWWWW");
  expect(page.body).toContain('href="tel:112"');

  const kept = async () =>
    (await here.db.admin.query("select count(*)::int as n from reports.reports")).rows[0].n as number;
  expect(await kept()).toBe(acknowledged.length);
  execFileSync("mount", ["-o", `remount,size=${8 * DISK_KB}k`, disk]);
  expect(await reports.accept(refused as Form)).toHaveProperty("words");
  expect(await kept()).toBe(acknowledged.length + 1);
});
