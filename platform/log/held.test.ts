import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packOf, parseCheckpoint } from "../../engines/transparency/index.ts";
import { packHash } from "../../packs/index.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { ensureSigningKey } from "../keys/keyring.ts";
import { startSequencer } from "./sequencer.ts";

let w: World;
let farah: Person;
let dir: string;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  await w.log.settle();
  await w.log.stop();
  dir = mkdtempSync(join(tmpdir(), "hw-held-"));
});
afterAll(async () => {
  await w.stop();
  rmSync(dir, { recursive: true, force: true });
});

const start = () =>
  startSequencer({
    config: w.db.config("hw_log"),
    origin: "homeward.test/log",
    signingKey: ensureSigningKey(join(dir, "log.pem")),
    keptAt: [join(dir, "last-checkpoint"), join(dir, "seen")],
  });

const anEntry = () => farah.ask((tx) => tx.rows(sql`select log.record('noted', 'case', null)`));

/** What only somebody who owns the server can do: go round the trigger that keeps the log append-only. */
async function tamper(sql: string): Promise<void> {
  const client = await w.db.admin.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(sql);
  } finally {
    await client.query("set session_replication_role = origin");
    client.release();
  }
}

test("a log that is as it was published starts again and goes on", async () => {
  const first = await start();
  await anEntry();
  const { size } = await first.settle();
  await first.stop();
  const again = await start();
  expect(again.leading).toBe(true);
  await anEntry();
  expect((await again.settle()).size).toBeGreaterThan(size);
  await again.stop();
});

test("each checkpoint names the pack in force, and bringing it in is an entry, once", async () => {
  const checkpoint = parseCheckpoint(
    readFileSync(join(dir, "last-checkpoint"), "utf8").split("\n\n")[0]?.concat("\n") ?? "",
  );
  if (!checkpoint.ok) throw new Error(checkpoint.why);
  expect(packOf(checkpoint.value)).toEqual({ ok: true, value: packHash(join(import.meta.dirname, "../../packs/in")) });
  const { rows } = await w.db.admin.query("select details from log.detail where verb = 'pack-changed'");
  expect(rows.length).toBe(1);
});

test("a changed tile is refused in words, and the log as it was starts", async () => {
  const { rows } = await w.db.admin.query<{ hashes: Buffer }>(
    "select hashes from log.tile where level = 0 and index = 0",
  );
  const true_ = rows[0]?.hashes as Buffer;
  const changed = Buffer.from(true_);
  changed[0] = (changed[0] ?? 0) ^ 1;
  await w.db.admin.query("update log.tile set hashes = $1 where level = 0 and index = 0", [changed]);
  await expect(start()).rejects.toThrow(/do not have the root .* the log was changed/);
  await w.db.admin.query("update log.tile set hashes = $1 where level = 0 and index = 0", [true_]);
  await (await start()).stop();
});

test("a database restored from an old backup is refused, although it agrees with itself", async () => {
  await tamper(
    "create table public.kept_entry as select * from log.entry; create table public.kept_tile as select * from log.tile",
  );
  await tamper("create table public.kept_checkpoint as select * from log.checkpoint");
  const second = await start();
  await anEntry();
  await second.settle();
  await second.stop();
  // The backup comes back: entries, tiles and checkpoints of before, whole and consistent.
  await tamper(`delete from log.entry; delete from log.tile; delete from log.checkpoint;
    insert into log.entry select * from public.kept_entry; insert into log.tile select * from public.kept_tile;
    insert into log.checkpoint select * from public.kept_checkpoint`);
  await expect(start()).rejects.toThrow(/an old state was restored/);
});
