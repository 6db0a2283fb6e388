import { generateKeyPairSync } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { detailsBelong, leafHash, parseLeaf, rootOf } from "../../engines/transparency/index.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { sha256, startSequencer } from "./sequencer.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

test("every entry reads strictly as version 1, its details belong to it, and the signed root is the root of all", async () => {
  await w.aCase(farah);
  await farah.call("GET", "/api/cases");
  await farah.call("GET", "/api/cases/00000000-0000-7000-8000-000000000000");
  const { size } = await w.log.settle();
  const { rows } = await w.db.admin.query<{ seq: string; leaf: Buffer; salt: Buffer; exact: string; outcome: string }>(
    "select e.seq, e.leaf, d.salt, d.exact, d.outcome from log.entry e join log.detail d on d.entry_id = e.id order by e.seq",
  );
  expect(rows.length).toBe(size);
  expect(new Set(rows.map((r) => r.outcome))).toContain("not-visible");
  for (const row of rows) {
    const leaf = parseLeaf(row.leaf);
    if (!leaf.ok) throw new Error(leaf.why);
    expect(detailsBelong(leaf.value, row.salt, Buffer.from(row.exact, "utf8"), sha256)).toBe(true);
    if (!row.exact.includes(farah.workerId)) continue; // the program's own entries name no worker
    expect(
      detailsBelong(
        leaf.value,
        row.salt,
        Buffer.from(row.exact.replace(farah.workerId, "00000000-0000-7000-8000-000000000000"), "utf8"),
        sha256,
      ),
    ).toBe(false);
  }
  const root = rootOf(
    rows.map((r) => leafHash(r.leaf, sha256)),
    sha256,
  );
  const {
    rows: [head],
  } = await w.db.admin.query<{ root: Buffer; size: string }>(
    "select root, size from log.checkpoint order by size desc limit 1",
  );
  expect(Number(head?.size)).toBe(size);
  expect(head?.root.equals(Buffer.from(root))).toBe(true);
});

test("nobody changes what was integrated: not the app, not the definer, not even the owner", async () => {
  await w.aCase(farah);
  await w.log.settle();
  for (const act of ["update log.entry set leaf = 'x'", "delete from log.entry", "truncate log.entry"]) {
    await expect(farah.ask((tx) => tx.rows(sql.raw(act)))).rejects.toThrow();
    await expect(w.db.admin.query(act)).rejects.toThrow(/append-only/);
  }
});

test("a second sequencer waits; it leads only when the first is gone", async () => {
  await w.log.settle();
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }) as string;
  const second = await startSequencer({
    config: w.db.config("hw_log"),
    origin: "homeward.test/other",
    signingKey: pem,
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(second.leading).toBe(false);
  expect(w.log.leading).toBe(true);
  await second.stop();
});

test("a change that is rolled back leaves no entry, and one that commits always has its own", async () => {
  const count = async () =>
    Number((await w.db.admin.query("select count(*) from log.detail where verb = 'rolled-back'")).rows[0].count);
  await expect(
    farah.ask(async (tx) => {
      await tx.rows(sql`select log.record('rolled-back', 'case', null)`);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await count()).toBe(0);
  await farah.ask((tx) => tx.rows(sql`select log.record('rolled-back', 'case', null)`));
  expect(await count()).toBe(1);
});
