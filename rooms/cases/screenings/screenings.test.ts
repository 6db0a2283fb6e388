import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";
import { readNotes, writtenNotes } from "./notes.ts";

let w: World;
let anil: Person;
beforeAll(async () => {
  w = await world();
  anil = await w.as("anil");
});
afterAll(() => w.stop());

const ANSWERS = { "act.harbouring": { value: "yes" }, "purpose.servitude": { value: "yes" } } as const;

async function screenedCase() {
  const { caseId } = await w.aCase(anil);
  const made = await anil.call("POST", `/api/cases/${caseId}/screenings`, {
    answers: ANSWERS,
    itemNotes: { "act.harbouring": "Seen through the lattice of jasmine." },
  });
  expect(made.status).toBe(201);
  return { caseId, id: made.body.id as string };
}

const list = async (who: Person, caseId: string) =>
  (await who.call("GET", `/api/cases/${caseId}/screenings`)).body.screenings;

test("advice with every answer's meaning is kept; notes to single questions are sealed and come back", async () => {
  const { caseId } = await screenedCase();
  const [one] = await list(anil, caseId);
  expect(one).toMatchObject({
    answers: ANSWERS,
    itemNotes: { "act.harbouring": "Seen through the lattice of jasmine." },
    notes: null,
    advice: { kind: "finding", international: { outcome: "met" } },
    onReport: false,
    decision: null,
    countersignatureNeeded: false,
  });
  const { rows } = await w.db.admin.query("select to_jsonb(s)::text as t from cases.screenings s where case_id = $1", [
    caseId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].t).not.toContain("jasmine");
});

test("a “no” for a child waits for another person, and says who decided and who signed", async () => {
  const { caseId, id } = await screenedCase();
  const base = `/api/cases/${caseId}/screenings/${id}`;
  const said = await anil.call("PUT", `${base}/decision`, {
    decision: "not-trafficking",
    reason: "Her aunt's house, and school.",
  });
  expect(said.body).toEqual({ countersignatureNeeded: true });
  expect(await list(anil, caseId)).toMatchObject([
    { decidedByMe: true, countersigned: false, countersignatureNeeded: true },
  ]);
  expect((await anil.call("PUT", `${base}/countersignature`)).status).toBe(404);
  const second = await w.as("sunita");
  await anil.call("POST", `/api/cases/${caseId}/members`, {
    kind: "worker",
    subjectId: second.workerId,
    purpose: 1,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1],
    basis: "joint-work",
  });
  expect((await second.call("PUT", `${base}/countersignature`)).status).toBe(204);
  const [one] = await list(anil, caseId);
  expect(one).toMatchObject({ countersigned: true, countersignatureNeeded: false });
  expect(one.decidedBy).toHaveProperty("en");
  expect(one.countersignedBy).not.toEqual(one.decidedBy);
});

test("a second decision on one screening is refused: screen again instead", async () => {
  const { caseId, id } = await screenedCase();
  const decide = (decision: string) =>
    anil.call("PUT", `/api/cases/${caseId}/screenings/${id}/decision`, { decision, reason: "Said with a reason." });
  expect((await decide("trafficking")).status).toBe(200);
  expect((await decide("not-trafficking")).status).toBe(404);
  expect(await list(anil, caseId)).toMatchObject([{ decision: "trafficking", countersignatureNeeded: false }]);
});

test("notes come back as they were written, also those of an older form", () => {
  expect(writtenNotes({})).toBeNull();
  expect(readNotes(writtenNotes({ notes: "a", itemNotes: { "x.y": "b" } }))).toEqual({
    notes: "a",
    itemNotes: { "x.y": "b" },
  });
  expect(readNotes("Plain words")).toEqual({ notes: "Plain words", itemNotes: {} });
  expect(readNotes('{"other": 1}')).toEqual({ notes: '{"other": 1}', itemNotes: {} });
  expect(readNotes(null)).toEqual({ notes: null, itemNotes: {} });
});
