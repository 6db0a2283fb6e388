import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

test("who changed what from what and why, in the words of the codes; and the risk level with what it was before", async () => {
  const { caseId } = await w.aCase(farah);
  const { body } = await farah.call("GET", `/api/cases/${caseId}`);
  await farah.call(
    "PATCH",
    `/api/cases/${caseId}`,
    { sex: "boy", reason: "He is a boy in a dress" },
    { "if-match": `"${body.version}"` },
  );
  await farah.call("POST", `/api/cases/${caseId}/risk`, { level: "medium", reason: "Quiet for now" });
  await farah.call("POST", `/api/cases/${caseId}/risk`, { level: "high", reason: "The employer called" });
  const tomas = await w.as("tomas");
  const { body: history } = await tomas.call("GET", `/api/cases/${caseId}/history`);
  expect(history.changes).toMatchObject([
    { of: "risks", was: "medium", became: "high", reason: "The employer called", mine: false },
    { of: "risks", was: null, became: "medium", reason: "Quiet for now" },
    { of: "cases", field: "sex", was: "girl", became: "boy", reason: "He is a boy in a dress" },
  ]);
  expect(history.changes[0].worker.en).toBe("Farah Siddiqui");
});

test("an older version is not written over: the answer holds what is saved now", async () => {
  const { caseId } = await w.aCase(farah);
  await farah.call("PATCH", `/api/cases/${caseId}`, { age: 12, reason: "School paper" }, { "if-match": '"1"' });
  const late = await farah.call(
    "PATCH",
    `/api/cases/${caseId}`,
    { age: 13, reason: "She said" },
    { "if-match": '"1"' },
  );
  expect(late.status).toBe(412);
  expect(late.body.current).toMatchObject({ age: 12, version: 2 });
});

test("a home's worker is a care home to whoever lacks the location section", async () => {
  const leela = await w.as("nandini");
  const { caseId } = await w.aCase(leela);
  await leela.call("POST", `/api/cases/${caseId}/members`, {
    kind: "unit",
    subjectId: farah.unitId,
    purpose: 2,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1],
    basis: "joint-work",
  });
  await w.db.admin.query(
    "insert into cases.changes (case_id, jurisdiction_id, of_table, row_id, field, was, became, sealed, changed_by) select id, jurisdiction_id, 'cases', id, 'age', '14', '15', '\\x00', $2 from cases.cases where id = $1",
    [caseId, leela.workerId],
  );
  const own = (await leela.call("GET", `/api/cases/${caseId}/history`)).body.changes;
  expect(own[0].worker).not.toBeNull();
  const seen = (await farah.call("GET", `/api/cases/${caseId}/history`)).body.changes;
  expect(seen[0]).toMatchObject({ field: "age", worker: null, agency: null, fromHome: true });
});
