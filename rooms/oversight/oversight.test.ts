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
