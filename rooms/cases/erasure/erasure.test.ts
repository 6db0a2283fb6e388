import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let anil: Person; // case worker of the unit that owns the case
let geeta: Person; // its supervisor
let alka: Person; // a supervisor of another agency
beforeAll(async () => {
  w = await world();
  [anil, geeta, alka] = await Promise.all([w.as("anil"), w.as("geeta"), w.as("alka")]);
});
afterAll(() => w.stop());

const why = "She is grown and asks that nobody can read her name";
async function aClosedCase(): Promise<{ caseId: string; childId: string }> {
  const made = await w.aCase(anil);
  for (const table of ["door", "membership"])
    await w.db.admin.query(`update access.${table} set is_open = false where case_id = $1`, [made.caseId]);
  await w.db.admin.query("update cases.cases set is_open = false where id = $1", [made.caseId]);
  return made;
}
const ask = (who: Person, { caseId, childId }: { caseId: string; childId: string }) =>
  who.call("POST", `/api/identities/${childId}/erasure`, { caseId, reason: why });

test("a supervisor asks with a reason, one of another agency agrees to exactly this, and nobody opens the name again", async () => {
  const of = await aClosedCase();
  const opens = () => anil.call("POST", `/api/identities/${of.childId}/openings`, { reason: "review" });
  expect((await opens()).status).toBe(201); // there is something to erase
  expect(w.store.find("person", of.childId)).not.toBeNull();

  const asked = await ask(geeta, of);
  expect(asked.status).toBe(202);
  const id = asked.body.approvalId;
  expect((await geeta.call("DELETE", `/api/identities/${of.childId}?approval=${id}`)).body.code).toBe(
    "second-person-needed",
  );
  await w.db.admin.query("update access.approval set second = $2 where id = $1", [id, alka.workerId]);
  const waiting = (await alka.call("GET", "/api/approvals")).body.approvals.find(
    (one: { id: string }) => one.id === id,
  );
  expect(waiting).toMatchObject({ action: "identity-erasure", onCase: true, payload: { person: of.childId } });
  const about = await alka.call("GET", `/api/approvals/${id}/case`);
  expect(about.body.reason).toBe(why);
  expect(JSON.stringify(about.body)).not.toContain("Zubeida");
  await alka.call("POST", `/api/approvals/${id}/decision`, {
    payloadHash: waiting.payloadHash,
    decision: "approved",
    code: "in-order",
  });
  expect((await geeta.call("DELETE", `/api/identities/${of.childId}?approval=${id}`)).status).toBe(204);
  expect(w.store.find("person", of.childId)).toBeNull();
  expect((await opens()).status).toBe(404);
  const { rows } = await w.db.admin.query("select sealed from identities.record where person_id = $1", [of.childId]);
  expect(rows[0].sealed.length).toBe(1);
  expect((await ask(geeta, of)).status).toBe(404);
});

test("no erasure while a case is open; it is refused already when it is asked", async () => {
  const of = await w.aCase(anil);
  expect((await ask(geeta, of)).body.code).toBe("erasure-case-open");
  const { rows } = await w.db.admin.query("select 1 from access.approval where case_id = $1", [of.caseId]);
  expect(rows).toEqual([]); // nobody was drawn for it
});

test("who may not ask: the unit's workers, other agencies, members who do not manage, and for a person of another case", async () => {
  const of = await aClosedCase();
  const other = await aClosedCase();
  expect((await ask(anil, of)).status).toBe(403);
  expect((await ask(alka, of)).status).toBe(404);
  const { caseId, childId } = await w.aCase(anil);
  await onCase(anil, caseId, "worker", alka.workerId, [1]);
  await w.db.admin.query("update access.door set is_open = false where case_id = $1", [caseId]);
  expect((await alka.call("GET", `/api/cases/${caseId}`)).status).toBe(200);
  expect((await ask(alka, { caseId, childId })).status).toBe(404);
  expect((await ask(geeta, { caseId: other.caseId, childId: of.childId })).status).toBe(404);
  expect((await ask(geeta, of)).status).toBe(202);
});

test("whoever could ask twice at once would draw until a friend is drawn: it is asked once, and again only after a no", async () => {
  const of = await aClosedCase();
  const first = await ask(geeta, of);
  expect((await ask(geeta, of)).body.code).toBe("erasure-waits");
  await w.db.admin.query("update access.approval set decision = 'declined', decided_at = now() where id = $1", [
    first.body.approvalId,
  ]);
  expect((await ask(geeta, of)).status).toBe(202);
});
