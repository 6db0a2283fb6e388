import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPool } from "../../platform/postgres/pool.ts";
import { transact } from "../../platform/postgres/transaction.ts";
import { type Answer, type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const openings = (id: string) =>
  w.db.admin.query("select * from log.detail where verb = 'identity-opened' and subject_id = $1 order by at", [id]);

test("whoever holds the section opens an identity, and the log has it before the name leaves", async () => {
  const { childId } = await w.aCase(farah, { givenName: "Meena", familyName: "K." });
  const answer = await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" });
  expect(answer.status).toBe(201);
  expect(answer.body.identity).toEqual({ givenName: "Meena", familyName: "K." });
  const { rows } = await openings(childId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    worker_id: farah.workerId,
    outcome: "done",
    purpose: "hearing",
    entry_id: answer.body.entryId,
  });
  const { size } = await w.log.settle();
  expect(size).toBeGreaterThan(0);
  expect(
    (await w.db.admin.query("select count(*)::int as n from log.entry where id = $1", [answer.body.entryId])).rows[0].n,
  ).toBe(1);
});

test("signed in but not stepped up is not enough, and the attempt is on the log", async () => {
  const { childId } = await w.aCase(farah);
  const tired = await w.as("farah", { level: 1 });
  const answer = await tired.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" });
  expect(answer.status).toBe(403);
  expect(answer.body.code).toBe("step-up-needed");
  expect((await openings(childId)).rows).toMatchObject([{ outcome: "refused" }]);
});

test("a stranger gets the answer that an unknown child gets", async () => {
  const { childId } = await w.aCase(farah);
  const stranger = await w.as("asha-rao");
  const closed = await stranger.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" });
  const absent = await stranger.call("POST", "/api/identities/00000000-0000-7000-8000-000000000000/openings", {
    reason: "hearing",
  });
  expect(closed.status).toBe(404);
  expect(closed.body).toEqual(absent.body);
  expect((await openings(childId)).rows).toMatchObject([{ outcome: "not-visible", worker_id: stranger.workerId }]);
});

test("asking and releasing in one transaction is refused, with a savepoint too: a rollback would leave no entry", async () => {
  const { childId } = await w.aCase(farah);
  const pool = createPool(w.db.config("hw_vault"), { max: 1 });
  const vaultAs = <T>(work: Parameters<typeof transact<T>>[2]) =>
    transact(pool, { role: "homeward_vault", token: farah.token }, work);
  await expect(
    vaultAs(async (tx) => {
      await tx.rows(sql`savepoint s`);
      const { id } = await tx.one<{ id: string }>(
        sql`select identities.ask_opening(${childId}, 'hearing', null, null) as id`,
      );
      await tx.rows(sql`release savepoint s`);
      return tx.one(sql`select * from identities.release(${id})`);
    }),
  ).rejects.toMatchObject({ sqlstate: "HW404" });
  const { id } = await vaultAs((tx) =>
    tx.one<{ id: string }>(sql`select identities.ask_opening(${childId}, 'hearing', null, null) as id`),
  );
  expect(await vaultAs((tx) => tx.rows(sql`select * from identities.release(${id})`))).toHaveLength(1);
  await expect(vaultAs((tx) => tx.rows(sql`select * from identities.release(${id})`))).rejects.toMatchObject({
    sqlstate: "HW404",
  }); // once
  await pool.end();
});

test("one child's ciphertext in another child's row does not open", async () => {
  const a = await w.aCase(farah, { givenName: "Asha" });
  const b = await w.aCase(farah, { givenName: "Meena" });
  await w.db.admin.query(
    "update identities.record set sealed = (select sealed from identities.record where person_id = $1) where person_id = $2",
    [a.childId, b.childId],
  );
  expect(
    (await farah.call("POST", `/api/identities/${a.childId}/openings`, { reason: "hearing" })).body.identity,
  ).toEqual({ givenName: "Asha" });
  expect((await farah.call("POST", `/api/identities/${b.childId}/openings`, { reason: "hearing" })).status).toBe(500);
});

test("two seal the same new identity at once: one is kept, and the other hears that it changed since", async () => {
  const { caseId } = await w.aCase(farah);
  const id = randomUUID();
  const seal = (givenName: string) =>
    farah.call(
      "PUT",
      `/api/identities/${id}`,
      { caseId, section: "identity", identity: { givenName } },
      { "if-match": '"0"' },
    );
  // The first one's row stands and is not committed; the second comes up against it.
  const first = await w.db.admin.connect();
  let second: Promise<Answer> | undefined;
  try {
    await first.query("begin");
    await first.query(
      `insert into identities.person (id, case_id, jurisdiction_id, section, sealed_by)
       select $1, case_id, jurisdiction_id, 1, $3 from access.door where case_id = $2`,
      [id, caseId, farah.workerId],
    );
    second = seal("Meena");
    const waits = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await w.db.admin.query(waits)).rowCount === 0) await new Promise((next) => setTimeout(next, 10));
    await first.query("commit");
  } finally {
    first.release();
  }
  expect(await second).toMatchObject({ status: 412, body: { code: "changed-since" } });
  const seen = await farah.call(
    "PUT",
    `/api/identities/${id}`,
    { caseId, section: "identity", identity: { givenName: "Meena" } },
    { "if-match": '"1"' },
  );
  expect(seen).toMatchObject({ status: 200, body: { version: 2 } });
});

test("the app's own role has no way to the sealed bytes or the keys", async () => {
  await w.aCase(farah);
  await expect(farah.ask((tx) => tx.rows(sql`select * from identities.record`))).rejects.toThrow(/permission denied/);
  await expect(
    farah.ask((tx) => tx.rows(sql`select * from identities.release('00000000-0000-7000-8000-000000000000')`)),
  ).rejects.toThrow(/permission denied/);
});

test("exact search finds a phone within one's own agency, in cases one sees, and says nothing else", async () => {
  const phone = "+919999900001";
  const { childId } = await w.aCase(farah, { givenName: "Meena", phone });
  expect(
    (await farah.call("POST", "/api/identity-searches", { kind: "phone", value: "+91 99999 00001" })).body.found.map(
      (f: { personId: string }) => f.personId,
    ),
  ).toEqual([childId]);
  const stranger = await w.as("vikram");
  expect((await stranger.call("POST", "/api/identity-searches", { kind: "phone", value: phone })).body).toEqual({
    found: [],
  });
});

test("a destroyed key erases for good, also against a restored database", async () => {
  const { childId } = await w.aCase(farah, { givenName: "Meena" });
  const before = (await w.db.admin.query("select sealed from identities.record where person_id = $1", [childId]))
    .rows[0].sealed;
  w.store.destroy("person", childId);
  await w.db.admin.query("update identities.record set sealed = $1 where person_id = $2", [before, childId]);
  expect((await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" })).status).toBe(404);
  expect(() => w.store.ensure("person", childId, farah.agencyId)).toThrow(/destroyed/);
});
