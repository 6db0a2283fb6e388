import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPool } from "../../platform/postgres/pool.ts";
import { transact } from "../../platform/postgres/transaction.ts";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
let meher: Person;
let pool: pg.Pool;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  meher = await w.as("meher");
  pool = createPool(w.db.config("hw_jobs"), { max: 1 });
});
afterAll(async () => {
  await pool.end();
  await w.stop();
});

const redraw = async () => {
  const [row] = await transact(pool, { role: "homeward_jobs", token: null }, (tx) =>
    tx.rows<{ did: { redrawn: number; nobody: number } }>(sql`select reports.redraw_second_reads() as did`),
  );
  return row?.did;
};
async function setAside() {
  const { body } = await farah.call("POST", "/api/calls", {});
  await farah.call("POST", `/api/calls/${body.id}/report`, {});
  const aside = await farah.call("POST", `/api/reports/${body.id}/setting-aside`, {
    how: "spam",
    reason: "Nothing in it",
  });
  return { report: body.id as string, read: aside.body.secondReadId as string };
}
const readerOf = async (id: string) =>
  (await w.db.admin.query("select reader, missed_by, acted_by from reports.second_reads where id = $1", [id])).rows[0];

test("a second reading that was missed goes to somebody else, never to who set it aside or missed it", async () => {
  const { read } = await setAside();
  const first = await readerOf(read);
  expect(await redraw()).toEqual({ redrawn: 0, nobody: 0 }); // in time: nothing happens
  await w.db.admin.query("update reports.second_reads set due_at = now() - interval '1 minute' where id = $1", [read]);
  const did = await redraw();
  const second = await readerOf(read);
  if (did?.redrawn === 1) {
    expect([first.reader, farah.workerId]).not.toContain(second.reader);
    expect(second.missed_by).toEqual([first.reader]);
  } else expect(second.reader).toBe(first.reader);
  expect((did?.redrawn ?? 0) + (did?.nobody ?? 0)).toBe(1);
  // Until everybody has missed it; then it stays late and oversight sees it.
  for (let n = 0; n < 10; n++) {
    await w.db.admin.query("update reports.second_reads set due_at = now() - interval '1 minute' where id = $1", [
      read,
    ]);
    if ((await redraw())?.nobody === 1) break;
  }
  const last = await readerOf(read);
  expect(new Set([...last.missed_by, last.reader]).size).toBe(last.missed_by.length + 1);
  const { body } = await meher.call("GET", "/api/oversight/unread");
  expect(body.unread).toContainEqual(
    expect.objectContaining({ kind: "second-reading", missed: last.missed_by.length }),
  );
});

test("a report that nobody read in four hours stands on oversight's list, without its words, place or number", async () => {
  const { body } = await farah.call("POST", "/api/calls", {
    words: { saw: "A Quillpatra girl on the roof", where: "Lane 9", callerPhone: "+911100000000" },
    district: "IN-DL-south",
  });
  await farah.call("POST", `/api/calls/${body.id}/report`, {});
  const list = async (who: Person) =>
    (await who.call("GET", "/api/oversight/unread")).body.unread as { kind: string }[];
  const before = (await list(meher)).length;
  await w.db.admin.query(
    "update reports.reports set received_at = now() - interval '5 hours', first_read_at = null, status = 1, claimed_by = null where id = $1",
    [body.id],
  );
  const after = await meher.call("GET", "/api/oversight/unread");
  expect(after.body.unread.length).toBe(before + 1);
  expect(after.body.unread.find((u: { kind: string }) => u.kind === "unread")).toMatchObject({
    channel: "helpline",
    hours: 5,
  });
  for (const secret of ["Quillpatra", "Lane 9", "1100000000", body.id, "IN-DL-south"])
    expect(JSON.stringify(after.body)).not.toContain(secret);
  // Another state's overseer does not see it.
  expect(JSON.stringify(await list(await w.as("prabha")))).not.toContain("helpline");
});

test("a complaint about an overseer's own agency does not show to that overseer", async () => {
  const { body } = await farah.call("POST", "/api/calls", {});
  await farah.call("POST", `/api/calls/${body.id}/report`, {});
  await w.db.admin.query(
    "update reports.reports set received_at = now() - interval '30 hours', first_read_at = null, status = 1, claimed_by = null where id = $1",
    [body.id],
  );
  const count = async () => (await meher.call("GET", "/api/oversight/unread")).body.unread.length as number;
  const before = await count();
  await w.db.admin.query("update reports.reports set about_agency = $2 where id = $1", [body.id, meher.agencyId]);
  expect(await count()).toBe(before - 1);
});
