import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";
import { answersResponse } from "../rules.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const owed = async (person: Person, id: string) =>
  (await person.call("GET", "/api/first-responses")).body.owed.find((one: { id: string }) => one.id === id);
const aCase = async () => {
  const { caseId } = await w.aCase(farah);
  await farah.call("POST", `/api/cases/${caseId}/risk`, { level: "high", reason: "She was hit" });
  return caseId;
};
const event = (id: string, kind: string, happenedAt: string | null = null) =>
  farah.call("POST", `/api/cases/${id}/events`, { kind, happenedAt });

test("a first response is owed until the child is seen, and then no longer", async () => {
  const id = await aCase();
  expect((await owed(farah, id)).respondBy).not.toBeNull();
  await event(id, "help-sent");
  expect(await owed(farah, id), "help on its way is not the child seen").toBeDefined();
  await event(id, "child-seen");
  expect(await owed(farah, id)).toBeUndefined();
  expect((await farah.call("GET", `/api/cases/${id}`)).body.respondBy).toBeNull();
});

test("“not seen, tried” is work done: it is not late any more, and the next try has its own clock", async () => {
  const id = await aCase();
  await w.db.admin.query("update cases.cases set risk_respond_by = now() - interval '1 hour' where id = $1", [id]);
  expect(Date.parse((await owed(farah, id)).respondBy)).toBeLessThan(Date.now());
  await event(id, "not-seen-tried");
  expect(Date.parse((await owed(farah, id)).respondBy)).toBeGreaterThan(Date.now());
});

test("what happened before a later level was set does not answer it; a level set again asks anew", async () => {
  const id = await aCase();
  await event(id, "child-seen");
  await farah.call("POST", `/api/cases/${id}/risk`, { level: "immediate", reason: "He came back" });
  await event(id, "child-seen", new Date(Date.now() - 86_400_000).toISOString());
  expect(await owed(farah, id)).toBeDefined();
  await event(id, "child-seen");
  expect(await owed(farah, id)).toBeUndefined();
});

test("an old case is not forgotten behind newer ones, and nobody else's is shown", async () => {
  const id = await aCase();
  await w.db.admin.query(
    "update cases.cases set opened_at = now() - interval '2 years', risk_respond_by = '2020-01-01Z' where id = $1",
    [id],
  );
  const { body } = await farah.call("GET", "/api/first-responses");
  expect(body.owed[0].id).toBe(id);
  expect(await owed(await w.as("asha-rao"), id)).toBeUndefined();
  const tomas = await w.as("tomas");
  expect(await owed(tomas, id)).toBeDefined();
  await tomas.call("POST", `/api/cases/${id}/recusal`, {});
  expect(await owed(tomas, id)).toBeUndefined();
});

test("nothing that happened before contact was made answers, and what happened after the level was set always does", () => {
  const at = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      at,
      at,
      at,
      fc.boolean(),
      fc.constantFrom("seen" as const, "tried" as const),
      (e, set, contact, first, how) => {
        const owedNow = { setAt: set.toISOString(), contactAt: contact.toISOString(), isFirstLevel: first };
        const answer = answersResponse(how, { happenedAt: e.toISOString() }, owedNow);
        if (e >= set) expect(answer).toBe(how);
        if (e < set && (e < contact || !first)) expect(answer).toBeNull();
        expect(answersResponse(undefined, { happenedAt: e.toISOString() }, owedNow)).toBeNull();
      },
    ),
  );
});
