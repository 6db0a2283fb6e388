import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const people = async (person: Person, query = "") => (await person.call("GET", `/api/people${query}`)).body.people;
const ids = (found: { id: string }[]) => found.map((one) => one.id);

test("the people of my open cases, by role and case number and without a name; nobody of another's case", async () => {
  const { childId, ref } = await w.aCase(farah, { givenName: "Meena", familyName: "Quillpatra" });
  const found = await people(farah);
  expect(found.find((one: { id: string }) => one.id === childId)).toMatchObject({
    ref,
    role: "child",
    sealed: true,
    opens: true,
  });
  expect(JSON.stringify(found)).not.toMatch(/Meena|Quillpatra/);
  const asha = await w.as("asha-rao");
  expect(ids(await people(asha))).not.toContain(childId);
  expect(ids(await people(asha, `?ids=${childId}`))).toEqual([]);
});

test("a suspect shows to whoever holds that section, and to nobody else on the case", async () => {
  const neelam = await w.as("neelam"); // her police unit holds the suspects' section
  const { caseId } = await w.aCase(neelam);
  const { body } = await neelam.call("POST", `/api/cases/${caseId}/people`, { role: "suspect" });
  await neelam.call("POST", `/api/cases/${caseId}/members`, {
    kind: "unit",
    subjectId: farah.unitId,
    purpose: 2,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1],
    basis: "joint-work",
  });
  expect(ids(await people(neelam))).toContain(body.id);
  expect((await farah.call("GET", `/api/cases/${caseId}`)).status).toBe(200);
  expect(ids(await people(farah))).not.toContain(body.id);
  expect(ids(await people(farah, `?ids=${body.id}`))).toEqual([]);
});

test("the list goes on page by page, each person once, also past a case that nobody is written down on", async () => {
  const tomas = await w.as("ishita");
  const made: string[] = [];
  for (let n = 0; n < 3; n += 1) made.push((await w.aCase(tomas)).childId);
  await tomas.call("POST", "/api/cases", { situation: "begging" });
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 10; page += 1) {
    const { body } = await tomas.call("GET", `/api/people?atMost=1${after}`);
    seen.push(...ids(body.people));
    if (body.next === null) break;
    after = `&after=${body.next}`;
  }
  expect([...seen].sort()).toEqual([...made].sort());
});

test("a claimed mother becomes a proved one with a reason, over the version that was seen, and it stays who changed it", async () => {
  const { caseId } = await w.aCase(farah);
  const added = await farah.call("POST", `/api/cases/${caseId}/people`, { role: "caregiver", relation: "mother" });
  const url = `/api/cases/${caseId}/people/${added.body.id}`;
  const change = { relationClaimed: false, reason: "Her birth certificate names this mother" };
  expect((await farah.call("PATCH", url, change, { "if-match": '"1"' })).body).toEqual({ version: 2 });
  const late = await farah.call("PATCH", url, { age: 40, reason: "She said so" }, { "if-match": '"1"' });
  expect(late.status).toBe(412);
  expect(late.body.current).toMatchObject({ version: 2, relationClaimed: false, age: null });

  const history = (await farah.call("GET", `/api/cases/${caseId}/history`)).body.changes;
  expect(history[0]).toMatchObject({
    of: "people",
    rowId: added.body.id,
    field: "relationClaimed",
    was: true,
    became: false,
    reason: change.reason,
    mine: true,
  });
  await farah.call("PATCH", url, { ended: true, reason: "Entered twice" }, { "if-match": '"2"' });
  expect(ids((await farah.call("GET", `/api/cases/${caseId}`)).body.people)).not.toContain(added.body.id);
  await farah.call("PATCH", url, { ended: false, reason: "Undone" }, { "if-match": '"3"' });
  expect(ids((await farah.call("GET", `/api/cases/${caseId}`)).body.people)).toContain(added.body.id);
});
