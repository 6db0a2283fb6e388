import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../../platform/postgres/transaction.ts";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
let meher: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  meher = await w.as("meher");
});
afterAll(() => w.stop());

test("an overseer sees that an identity was opened, by whom and why, and no name of a child", async () => {
  const { caseId, childId, ref } = await w.aCase(farah, { givenName: "Zubeida-Kalindi", familyName: "Quillpatra" });
  await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "medical-care" });
  const { status, body } = await meher.call("GET", "/api/oversight/openings");
  expect(status).toBe(200);
  expect(body.openings[0]).toMatchObject({ outcome: "done", reason: "medical-care", worker: { en: "Farah Siddiqui" } });
  const all = JSON.stringify([body, (await meher.call("GET", "/api/oversight/cases")).body]);
  for (const secret of ["Zubeida", "Quillpatra", ref, caseId, childId, "IN-DL-south"])
    expect(all).not.toContain(secret);
});

test("another state's overseer sees nothing of it; a national one does; a helpline worker has no such page", async () => {
  const { childId } = await w.aCase(farah);
  await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" });
  expect((await (await w.as("zarina")).call("GET", "/api/oversight/openings")).body.openings.length).toBeGreaterThan(0);
  expect((await (await w.as("prabha")).call("GET", "/api/oversight/openings")).body.openings).toEqual([]);
  expect((await farah.call("GET", "/api/oversight/openings")).status).toBe(403);
});

test("a recused overseer meets a closed door in lists and counts", async () => {
  const { caseId, childId } = await w.aCase(farah);
  await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "review" });
  const {
    rows: [{ oversight_ref: ref }],
  } = await w.db.admin.query("select oversight_ref from cases.cases where id = $1", [caseId]);
  expect(JSON.stringify((await meher.call("GET", "/api/oversight/openings")).body)).toContain(ref);
  await w.db.admin.query("insert into access.recusal (worker_id, case_id, basis, made_by) values ($1, $2, 'kin', $1)", [
    meher.workerId,
    caseId,
  ]);
  for (const page of ["openings", "cases", "refusals"])
    expect(JSON.stringify((await meher.call("GET", `/api/oversight/${page}`)).body)).not.toContain(ref);
});

test("members do not learn that an overseer looked", async () => {
  const { caseId } = await w.aCase(farah);
  await meher.call("GET", "/api/oversight/cases");
  await farah.call("GET", `/api/cases/${caseId}`);
  const { body } = await farah.call("GET", `/api/cases/${caseId}/looks`);
  expect(body.looks.length).toBeGreaterThan(0);
  expect(body.looks.every((l: { mine: boolean }) => l.mine)).toBe(true);
});

test("the oversight login reaches its views and nothing beneath them; staff reach none of them", async () => {
  await w.aCase(farah);
  const asOverseer = (text: string) =>
    transact(w.pools.oversight, { role: "homeward_oversight", token: meher.token }, (tx) => tx.rows(sql.raw(text)));
  expect((await asOverseer("select * from oversight.cases")).length).toBeGreaterThan(0);
  for (const table of [
    "cases.cases",
    "identities.person",
    "identities.record",
    "reports.reports",
    "cases.notes",
    "access.membership",
  ]) {
    await expect(asOverseer(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  }
  await expect(farah.ask((tx) => tx.rows(sql`select * from oversight.cases`))).rejects.toThrow(/permission denied/);
});

test("anybody may fetch the checkpoint and the hash tiles, and they fit each other", async () => {
  await w.aCase(farah);
  const { size } = await w.log.settle();
  const head = await w.web.inject("/log/checkpoint");
  expect(head.statusCode).toBe(200);
  expect(head.body.split("\n")[1]).toBe(String(size));
  const tile = await w.web.inject(size >= 256 ? "/log/tile/0/000" : `/log/tile/0/000.p/${size}`);
  expect(tile.rawPayload.length).toBe(Math.min(size, 256) * 32);
  expect((await w.web.inject("/log/tile/entries/000")).statusCode).toBe(404);
});

/** A whole list, read so many rows at a time; the rows of each answer. */
async function inPages(by: Person, list: string, atMost: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let after = "";
  do {
    const { status, body } = await by.call("GET", `/api/oversight/${list}?atMost=${atMost}${after}`);
    expect(status).toBe(200);
    rows.push(...body[list]);
    after = body.next === null ? "" : `&after=${body.next}`;
  } while (after !== "");
  return rows;
}

test("an overseer's lists come page by page: each row once, in order, and no row that the whole list does not hold", async () => {
  const vikram = await w.as("vikram");
  for (let times = 0; times < 5; times++) {
    const { caseId, childId } = await w.aCase(farah);
    await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" });
    await vikram.call("GET", `/api/cases/${caseId}`); // not theirs to see: a refusal
    await farah.call("POST", "/api/reports", {
      danger: times % 2 === 0 ? "now" : "no",
      words: { what: "Heard crying." },
    });
  }
  await w.db.admin.query(
    "update reports.reports set received_at = received_at - interval '1 day', first_read_at = null",
  );
  for (const list of ["openings", "cases", "refusals", "unread"]) {
    const answer = await meher.call("GET", `/api/oversight/${list}?atMost=200`);
    const whole = answer.body[list];
    expect(whole.length, list).toBeGreaterThanOrEqual(5);
    expect(await inPages(meher, list, 2), list).toEqual(whole);
  }
  const { body } = await meher.call("GET", "/api/oversight/unread?atMost=200");
  expect(body.unread.map((one: { danger: string }) => one.danger)).toEqual(
    [...body.unread.map((one: { danger: string }) => one.danger)].sort(
      (a, b) => ["now", "not-sure", "no"].indexOf(a) - ["now", "not-sure", "no"].indexOf(b),
    ),
  );
  const ids = await w.db.admin.query<{ id: string }>("select id from reports.reports");
  for (const { id } of ids.rows) expect(JSON.stringify(body)).not.toContain(id);
});

test("another state's overseer gets no page of a case, not even with a cursor from somebody who sees it; a national one does", async () => {
  await w.aCase(farah);
  await w.aCase(farah);
  const { next } = (await meher.call("GET", "/api/oversight/cases?atMost=1")).body;
  expect(next).not.toBeNull();
  const later = `/api/oversight/cases?after=${next}`;
  expect((await meher.call("GET", later)).body.cases.length).toBeGreaterThan(0);
  expect((await (await w.as("zarina")).call("GET", later)).body.cases.length).toBeGreaterThan(0);
  expect((await (await w.as("prabha")).call("GET", later)).body.cases).toEqual([]);
  expect((await meher.call("GET", "/api/oversight/cases?after=nonsense")).status).toBe(422);
});

test("reading one of oversight's lists is one entry in the log, however many pages it has", async () => {
  const fresh = await w.as("meher");
  await w.aCase(farah);
  await w.aCase(farah);
  expect((await inPages(fresh, "cases", 1)).length).toBeGreaterThan(1);
  const { rows } = await w.db.admin.query(
    "select count(*)::int as n from log.detail d join sessions.session s on s.id = d.session_id where s.token_hash = sha256($1::bytea) and d.verb = 'cases-reviewed'",
    [Buffer.from(fresh.token)],
  );
  expect(rows[0].n).toBe(1);
});
