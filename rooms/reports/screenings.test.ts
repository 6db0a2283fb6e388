import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const ANSWERS = {
  "age.under-18": { value: "yes", source: "third-person" },
  "act.harbouring": { value: "yes", source: "third-person" },
  "purpose.servitude": { value: "unknown" },
} as const;
const NOTES = {
  notes: "The neighbour counts nineteen steps to the brass elephant door.",
  itemNotes: { "act.harbouring": "She sleeps behind the kitchen's blue curtain." },
};

async function aReport(): Promise<string> {
  const { body, status } = await farah.call("POST", "/api/reports", { saw: "A girl cleans a flat." });
  expect(status).toBe(201);
  return body.id;
}

const screened = (id: string, body: object = { answers: ANSWERS, ...NOTES }) =>
  farah.call("POST", `/api/reports/${id}/screenings`, body);

test("a helpline worker screens a report before there is a case; her notes stand nowhere in the database", async () => {
  const id = await aReport();
  const made = await screened(id);
  expect(made.status).toBe(201);
  expect(made.body.advice).toMatchObject({ kind: "finding", treatedAs: "child" });
  const { body } = await farah.call("GET", `/api/reports/${id}/screenings`);
  expect(body.screenings).toHaveLength(1);
  expect(body.screenings[0]).toMatchObject({ id: made.body.id, answers: ANSWERS, ...NOTES });
  expect(body.screenings[0].madeBy).toHaveProperty("en");
  const { rows } = await w.db.admin.query("select to_jsonb(s)::text as t from reports.screenings s");
  expect(rows).toHaveLength(1);
  expect(rows[0].t).not.toMatch(/elephant|curtain/);
});

test("whoever does not see the report sees and writes no screening of it", async () => {
  const id = await aReport();
  await screened(id);
  const vikram = await w.as("vikram");
  expect((await vikram.call("GET", `/api/reports/${id}/screenings`)).status).toBe(404);
  expect((await vikram.call("POST", `/api/reports/${id}/screenings`, { answers: {} })).status).toBe(404);
  // Not by the server's word alone: the database shows and takes nothing either.
  const rows = await vikram.ask((tx) => tx.rows(sql`select id from reports.screenings`));
  expect(rows).toEqual([]);
  await expect(
    vikram.ask((tx) =>
      tx.rows(sql`insert into reports.screenings (report_id, jurisdiction_id, made_by, made_agency, rules, answers, advice)
        values (${id}, ${id}, ${vikram.workerId}, ${vikram.agencyId}, '{}', '{}', '{}')`),
    ),
  ).rejects.toThrow();
  await expect(
    vikram.ask((tx) => tx.rows(sql`select * from reports.carry_screenings(${id}, '{}', '{}', '{}')`)),
  ).rejects.toThrow();
  expect(await farah.ask((tx) => tx.rows(sql`select id from reports.screenings where report_id = ${id}`))).toHaveLength(
    1,
  );
});

test("nobody screens a report under a colleague's name", async () => {
  const id = await aReport();
  const ishita = await w.as("ishita");
  const write = (by: Person) =>
    farah.ask((tx) =>
      tx.rows(sql`insert into reports.screenings (report_id, jurisdiction_id, made_by, made_agency, rules, answers, advice)
        values (${id}, ${id}, ${by.workerId}, ${by.agencyId}, '{}', '{}', '{}')`),
    );
  await write(farah);
  await expect(write(ishita)).rejects.toThrow();
});

test("screened again, both are kept, the newest first", async () => {
  const id = await aReport();
  const first = await screened(id);
  const second = await screened(id, { answers: { ...ANSWERS, "purpose.servitude": { value: "yes" } } });
  const { body } = await farah.call("GET", `/api/reports/${id}/screenings`);
  expect(body.screenings.map((one: { id: string }) => one.id)).toEqual([second.body.id, first.body.id]);
  expect(body.screenings[1].answers["purpose.servitude"].value).toBe("unknown");
});

test("what no list in force holds is refused, and nothing is kept", async () => {
  const id = await aReport();
  const refused = await screened(id, { answers: { "person.caste": { value: "yes" } } });
  expect(refused).toMatchObject({ status: 422, body: { code: "screening-unknown-item" } });
  expect((await farah.call("GET", `/api/reports/${id}/screenings`)).body.screenings).toEqual([]);
});

test("when a case is opened its screenings go along, with time, name and notes; the report keeps its own", async () => {
  const id = await aReport();
  const made = await screened(id);
  const bare = await screened(id, { answers: {} });
  const opened = await farah.call("POST", `/api/reports/${id}/case`, { situation: "domestic-work" });
  expect(opened.status).toBe(201);
  const { body } = await farah.call("GET", `/api/cases/${opened.body.id}/screenings`);
  expect(body.screenings.map((one: { id: string }) => one.id)).toEqual([bare.body.id, made.body.id]);
  expect(body.screenings[1]).toMatchObject({ answers: ANSWERS, ...NOTES, onReport: true, decision: null });
  expect(body.screenings[0]).toMatchObject({ notes: null, itemNotes: {} });
  expect(body.screenings[1].madeBy).toHaveProperty("en");
  const page = await farah.call("GET", `/api/cases/${opened.body.id}`);
  expect(page.body.timeline.filter((e: { kind: string }) => e.kind === "screening-made")).toHaveLength(2);
  expect((await farah.call("GET", `/api/reports/${id}/screenings`)).body.screenings).toHaveLength(2);
  // From then on the case is screened.
  expect(await screened(id)).toMatchObject({ status: 409, body: { code: "report-not-open" } });
});

test("the carried screening is decided in the case, and a retry of opening carries nothing twice", async () => {
  const id = await aReport();
  const made = await screened(id);
  const key = { "idempotency-key": randomUUID() };
  const once = await farah.call("POST", `/api/reports/${id}/case`, { situation: "domestic-work" }, key);
  const again = await farah.call("POST", `/api/reports/${id}/case`, { situation: "domestic-work" }, key);
  expect(again.body.id).toBe(once.body.id);
  const decided = await farah.call("PUT", `/api/cases/${once.body.id}/screenings/${made.body.id}/decision`, {
    decision: "not-yet",
    reason: "The purpose is not known yet.",
    reviewOn: "2026-12-24",
  });
  expect(decided.status).toBe(200);
  const { body } = await farah.call("GET", `/api/cases/${once.body.id}/screenings`);
  expect(body.screenings).toHaveLength(1);
  expect(body.screenings[0]).toMatchObject({ decision: "not-yet", decidedByMe: true, reviewOn: "2026-12-24" });
});

const decides = (who: Person, id: string, screening: string, body: object) =>
  who.call("PUT", `/api/reports/${id}/screenings/${screening}/decision`, body);
const REASON = "The neighbour saw the brass key turned from outside.";

test("a named worker decides on a report's screening with a reason, once; the reason stands nowhere in the database", async () => {
  const id = await aReport();
  const made = await screened(id);
  expect((await decides(farah, id, made.body.id, { decision: "trafficking", reason: "short" })).status).toBe(422);
  expect((await decides(farah, id, made.body.id, { decision: "trafficking", reason: REASON })).body).toEqual({
    countersignatureNeeded: false,
  });
  const read = (await farah.call("GET", `/api/reports/${id}/screenings`)).body.screenings[0];
  expect(read).toMatchObject({ decision: "trafficking", reason: REASON, decidedByMe: true, ...NOTES });
  expect(read.decidedBy).toHaveProperty("en");
  // What is decided stays; more is known by another screening, which stands beside it.
  expect((await decides(farah, id, made.body.id, { decision: "not-yet", reason: REASON })).status).toBe(404);
  const later = await screened(id, { answers: {} });
  await decides(farah, id, later.body.id, { decision: "not-yet", reason: REASON, reviewOn: "2026-12-24" });
  const both = (await farah.call("GET", `/api/reports/${id}/screenings`)).body.screenings;
  expect(both.map((one: { decision: string }) => one.decision)).toEqual(["not-yet", "trafficking"]);
  const { rows } = await w.db.admin.query("select to_jsonb(s)::text as t from reports.screenings s");
  for (const { t } of rows) expect(t).not.toMatch(/brass key/);
});

test("a “no” for a child waits for another person: the one who decided cannot sign, a colleague of the desk can, once", async () => {
  const id = await aReport();
  const made = await screened(id);
  const said = await decides(farah, id, made.body.id, { decision: "not-trafficking", reason: REASON });
  expect(said.body).toEqual({ countersignatureNeeded: true });
  const sign = (who: Person) => who.call("PUT", `/api/reports/${id}/screenings/${made.body.id}/countersignature`, {});
  expect((await sign(farah)).status).toBe(404);
  // Tomas sits at the same desk; Alka, of a child protection unit, does not.
  const tomas = await w.as("tomas");
  expect((await sign(await w.as("alka"))).status).toBe(404);
  expect((await sign(tomas)).status).toBe(204);
  expect((await sign(tomas)).status).toBe(404);
  expect((await farah.call("GET", `/api/reports/${id}/screenings`)).body.screenings[0]).toMatchObject({
    countersigned: true,
    countersignatureNeeded: false,
  });
});

test("nobody decides under a colleague's name, and whoever does not see the report decides nothing", async () => {
  const id = await aReport();
  const made = await screened(id);
  const vikram = await w.as("vikram");
  const ishita = await w.as("ishita");
  const write = (who: Person, by: Person) =>
    who.ask((tx) =>
      tx.rows(sql`update reports.screenings set decision = 'trafficking', decided_by = ${by.workerId}, decided_at = now(), decision_sealed = '\\x00'
        where id = ${made.body.id} returning id`),
    );
  await expect(write(farah, ishita)).rejects.toThrow(/row-level security/);
  expect(await write(vikram, vikram)).toEqual([]);
  expect(await write(farah, farah)).toHaveLength(1);
});

test("what was decided goes along into the case, with the reason, the name and the signature", async () => {
  const id = await aReport();
  const made = await screened(id);
  await decides(farah, id, made.body.id, { decision: "trafficking", reason: REASON });
  const opened = await farah.call("POST", `/api/reports/${id}/case`, { situation: "domestic-work" });
  const { body } = await farah.call("GET", `/api/cases/${opened.body.id}/screenings`);
  expect(body.screenings[0]).toMatchObject({
    onReport: true,
    decision: "trafficking",
    reason: REASON,
    decidedByMe: true,
    ...NOTES,
  });
  // From then on the case's is decided.
  const late = await decides(farah, id, made.body.id, { decision: "not-yet", reason: REASON });
  expect(late).toMatchObject({ status: 409, body: { code: "report-not-open" } });
});

test("a call that is still being taken is not screened; once it is a report it is", async () => {
  const { body } = await farah.call("POST", "/api/calls", {});
  expect(await screened(body.id)).toMatchObject({ status: 409, body: { code: "report-not-open" } });
  await farah.call("POST", `/api/calls/${body.id}/report`, {});
  expect((await screened(body.id)).status).toBe(201);
});
