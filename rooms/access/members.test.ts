import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let anil: Person;
let farah: Person;
beforeAll(async () => {
  w = await world();
  anil = await w.as("anil");
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
async function brought(sections: number[]): Promise<{ caseId: string; member: number }> {
  const { caseId } = await w.aCase(anil);
  const { body } = await anil.call("POST", `/api/cases/${caseId}/members`, {
    kind: "unit",
    subjectId: farah.unitId,
    purpose: 2,
    until: inDays(10),
    sections,
    basis: "joint-work",
  });
  return { caseId, member: body.member };
}
const held = async (caseId: string, member: number) =>
  (await anil.call("GET", `/api/cases/${caseId}/access`)).body.sections.filter(
    (one: { member: number }) => one.member === member,
  );

test("each section says by which reason somebody holds it and until when; whoever does not see the case gets what an unknown case gives", async () => {
  const { caseId, member } = await brought([1, 3]);
  expect(await held(caseId, member)).toMatchObject([
    { section: 1, basis: "joint-work" },
    { section: 3, basis: "joint-work" },
  ]);
  const stranger = await w.as("hemant");
  const closed = await stranger.call("GET", `/api/cases/${caseId}/access`);
  const absent = await stranger.call("GET", "/api/cases/00000000-0000-7000-8000-000000000000/access");
  expect(closed.status).toBe(404);
  expect(closed.body).toEqual(absent.body);
});

test("the location section is named only to its holders", async () => {
  const { caseId } = await brought([1]);
  const owner = (await anil.call("GET", `/api/cases/${caseId}/access`)).body.sections;
  expect(owner.map((one: { section: number }) => one.section)).toContain(2);
  const seen = (await farah.call("GET", `/api/cases/${caseId}/access`)).body.sections;
  expect(seen.map((one: { section: number }) => one.section)).not.toContain(2);
});

test("extending a membership extends the sections that were to end with it, and a section that ended earlier stays ended", async () => {
  const { caseId, member } = await brought([1, 3]);
  await anil.call("PUT", `/api/cases/${caseId}/members/${member}/sections/3`, {
    until: inDays(2),
    basis: "urgent-protection",
  });
  await anil.call("PUT", `/api/cases/${caseId}/members/${member}/sections/3`, {
    until: new Date().toISOString(),
    basis: "work-done",
  });
  const until = inDays(60);
  expect(
    (await anil.call("PUT", `/api/cases/${caseId}/members/${member}`, { until, basis: "longer-needed" })).status,
  ).toBe(204);
  expect(
    (await held(caseId, member)).map((one: { section: number; until: string }) => [one.section, Date.parse(one.until)]),
  ).toEqual([[1, Date.parse(until)]]);
});

test("extending hands on no section that only its holder may give", async () => {
  const { caseId, member } = await brought([1]);
  // Given by a committee: statements, which the owner here does not hold.
  await w.db.admin.query(
    "insert into access.section_grant (case_id, principal_id, section, valid_until, basis, granted_by) values ($1, $2, 6, $3, 'court-order', $4)",
    [caseId, member, inDays(10), anil.workerId],
  );
  await anil.call("PUT", `/api/cases/${caseId}/members/${member}`, { until: inDays(60), basis: "longer-needed" });
  const ends = (await held(caseId, member)).map((one: { section: number; until: string }) => [
    one.section,
    Math.round((Date.parse(one.until) - Date.now()) / 86_400_000),
  ]);
  expect(ends).toEqual([
    [1, 60],
    [6, 10],
  ]);
});
