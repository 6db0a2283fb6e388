/** The log's numbers: given once, in order, without a gap, by the one process that holds the lock. */
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leafHash } from "../../engines/transparency/index.ts";
import { type Person, type World, world } from "../../stories/world.ts";
import { LOCK, sha256 } from "./sequencer.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const note = () => farah.ask((tx) => tx.rows(sql`select log.record('noted', 'case', null)`));
const numbers = async (): Promise<number[]> =>
  (await w.db.admin.query<{ seq: string }>("select seq from log.entry order by seq")).rows.map(({ seq }) =>
    Number(seq),
  );
const upTo = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

/** Another process on the log's own login. */
async function anotherOne(): Promise<pg.Client> {
  const client = new pg.Client(w.db.config("hw_log"));
  await client.connect();
  await client.query("set role homeward_sequencer");
  return client;
}

test("cut off from the database it leads no more and gives no number; it comes back by itself, and nothing is missing", async () => {
  await note();
  const { size } = await w.log.settle();
  const other = await anotherOne();
  const won = other.query("select pg_advisory_lock($1)", [LOCK]);
  const cut = await w.db.admin.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objid = $1 and database = (select oid from pg_database where datname = current_database())",
    [LOCK],
  );
  expect(cut.rowCount, "it held the lock").toBe(1);
  await won;
  await expect.poll(() => w.log.leading).toBe(false);
  await note();
  await expect(w.log.settle()).rejects.toThrow();
  expect(await numbers(), "whoever does not lead gives no number").toEqual(upTo(size));
  await other.end();
  await expect.poll(() => w.log.leading, { timeout: 20_000 }).toBe(true);
  const after = await w.log.settle();
  expect(after.size).toBeGreaterThan(size);
  expect(await numbers()).toEqual(upTo(after.size));
});

test("the database takes a batch only where the log ends, only true hashes of what waits, and in the order given", async () => {
  const { size } = await w.log.settle();
  await w.log.stop();
  for (let n = 0; n < 3; n++) await note();
  const client = await anotherOne();
  try {
    const waiting = (
      await client.query<{ id: string; leaf: Buffer }>("select id, leaf from log.waiting(10)")
    ).rows.reverse();
    expect(waiting).toHaveLength(3);
    const ids = waiting.map(({ id }) => id);
    const hashes = waiting.map(({ leaf }) => Buffer.from(leafHash(leaf, sha256)));
    const integrate = (from: number, which = ids, as = hashes, tile: Buffer | null = null) =>
      client.query("select log.integrate($1, $2::uuid[], $3::bytea[], $4::smallint[], $5::bigint[], $6::bytea[])", [
        from,
        which,
        as,
        ...(tile === null ? [[], [], []] : [[0], [0], [tile]]),
      ]);
    const refused = { code: "HW409" };
    await expect(integrate(size + 1), "a gap").rejects.toMatchObject(refused);
    await expect(integrate(size - 1), "a number twice").rejects.toMatchObject(refused);
    await expect(integrate(size, ids, [...hashes].reverse()), "another entry's hash").rejects.toMatchObject(refused);
    const absent = ["00000000-0000-7000-8000-000000000000", ...ids.slice(1)];
    await expect(integrate(size, absent), "an entry that nobody wrote").rejects.toMatchObject(refused);
    await expect(
      client.query("select log.publish($1, $2, 'a note')", [size + 1, hashes[0]]),
      "a head beyond the log",
    ).rejects.toMatchObject(refused);
    expect(await numbers()).toEqual(upTo(size));

    const tile = async () =>
      (await client.query<{ t: Buffer }>("select log.tile_bytes(0::smallint, 0) as t")).rows[0]?.t ?? Buffer.alloc(0);
    const before = await tile();
    expect(before.length).toBeGreaterThan(32);
    await integrate(size, [], [], before.subarray(0, before.length - 32)); // shorter
    await integrate(size, [], [], Buffer.concat([Buffer.alloc(before.length), hashes[0] ?? before])); // another past
    expect((await tile()).equals(before), "a tile only grows").toBe(true);
    await integrate(size, [], [], Buffer.concat([before, hashes[0] ?? before]));
    expect((await tile()).length).toBe(before.length + 32);

    await integrate(size);
    const { rows } = await w.db.admin.query<{ id: string }>("select id from log.entry where seq >= $1 order by seq", [
      size,
    ]);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    await expect(integrate(size + 3), "what has its number gets no second").rejects.toMatchObject(refused);
  } finally {
    await client.end();
  }
});
