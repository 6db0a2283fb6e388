import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";
import { consentStands } from "../index.ts";

let w: World;
let anil: Person;
let deepak: Person;
let teresa: Person;
beforeAll(async () => {
  w = await world();
  [anil, deepak, teresa] = await Promise.all([w.as("anil"), w.as("deepak"), w.as("teresa")]);
});
afterAll(() => w.stop());

const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
const wish = (personId: string, more: object = {}) => ({
  personId,
  giver: "child",
  purpose: "services",
  answer: "yes",
  how: ["pictures", "words"],
  language: "sat",
  interpreter: true,
  present: ["support-person", "interpreter"],
  toPlease: "perhaps",
  mark: "thumb",
  givenAt: new Date(Date.now() - 60_000).toISOString(),
  endsAt: later,
  words: "हाँ, दीदी के साथ जाऊँगी।",
  ...more,
});

async function aCase() {
  const { caseId, childId } = await w.aCase(anil);
  await onCase(anil, caseId, "unit", deepak.unitId, [1]);
  await onCase(anil, caseId, "unit", teresa.unitId, [1, 3, 9]);
  const mother = await anil.call("POST", `/api/cases/${caseId}/people`, { role: "caregiver", relation: "mother" });
  return { caseId, childId, motherId: mother.body.id as string };
}
const stands = async (who: Person, caseId: string) =>
  (await who.call("GET", `/api/cases/${caseId}/consents`)).body.stands;

test("how it was explained, in which tongue, with whom in the room is kept; the child's words only for whoever the child chose", async () => {
  const { caseId, childId } = await aCase();
  expect((await anil.call("POST", `/api/cases/${caseId}/consents`, wish(childId))).status).toBe(201);
  const [support, police] = await Promise.all(
    [teresa, deepak].map(async (who) => (await who.call("GET", `/api/cases/${caseId}/consents`)).body.consents[0]),
  );
  expect(support).toMatchObject({
    giver: "child",
    isAssent: true,
    how: ["pictures", "words"],
    language: "sat",
    interpreter: true,
    present: ["support-person", "interpreter"],
    toPlease: "perhaps",
    mark: "thumb",
    words: "हाँ, दीदी के साथ जाऊँगी।",
  });
  expect(police).toMatchObject({ answer: "yes", words: null });
  const stored = await w.db.admin.query("select to_jsonb(c)::text as t from cases.consents c");
  expect(stored.rows.map((row) => row.t).join()).not.toContain("दीदी");
});

test("assent beside the mother's consent makes a yes; taking it back stops it at once, for an act that asks", async () => {
  const { caseId, childId, motherId } = await aCase();
  const ask = { personId: childId, purpose: "services", receiver: null, channel: null };
  const ages = w.house.pack.consent.ages;
  const now = () => anil.ask((tx) => consentStands(tx, caseId, ask, ages));
  expect(await now()).toMatchObject({ state: "never-asked" });
  const assent = await anil.call("POST", `/api/cases/${caseId}/consents`, wish(childId));
  expect(await now()).toMatchObject({ state: "never-asked", by: "caregiver" });
  await anil.call(
    "POST",
    `/api/cases/${caseId}/consents`,
    wish(childId, { giver: "caregiver", caregiverId: motherId, words: "" }),
  );
  expect(await now()).toMatchObject({ state: "yes", doubtful: true });
  expect(await stands(anil, caseId)).toEqual([
    expect.objectContaining({ purpose: "services", state: "yes", by: "caregiver" }),
  ]);
  const path = `/api/cases/${caseId}/consents/${assent.body.id}/withdrawal`;
  // Whoever hears the child say no writes it down, police too.
  expect((await deepak.call("PUT", path, { words: "अब नहीं" })).status).toBe(200);
  expect(await now()).toMatchObject({ state: "withdrawn", by: "child" });
  expect((await anil.call("PUT", path, { words: "again" })).body.code).toBe("consent-over");
  const { body: page } = await anil.call("GET", `/api/cases/${caseId}`);
  expect(page.timeline.map((e: { kind: string }) => e.kind)).toEqual(
    expect.arrayContaining(["consent-given", "consent-withdrawn"]),
  );
});

test("a purpose that shares names its receiver; a consent ends; nobody outside the case consents", async () => {
  const { caseId, childId } = await aCase();
  const send = (more: object) => anil.call("POST", `/api/cases/${caseId}/consents`, wish(childId, more));
  expect((await send({ purpose: "share" })).body.code).toBe("consent-receiver");
  expect((await send({ endsAt: new Date(Date.now() + 500 * 86_400_000).toISOString() })).body.code).toBe(
    "consent-ends",
  );
  expect((await send({ giver: "caregiver", caregiverId: "00000000-0000-7000-8000-000000000000" })).body.code).toBe(
    "consent-person",
  );
  expect((await send({ purpose: "share", receiverAgency: teresa.agencyId })).status).toBe(201);
});

test("a home as receiver is a care home to police and named to whoever holds the place", async () => {
  const { caseId, childId } = await aCase();
  const leela = await w.as("leela");
  const sent = await anil.call(
    "POST",
    `/api/cases/${caseId}/consents`,
    wish(childId, { purpose: "share", receiverAgency: leela.agencyId }),
  );
  expect(sent.status).toBe(201);
  const seen = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}/consents`)).body;
  expect((await seen(anil)).consents[0].receiver).not.toBeNull();
  const police = await seen(deepak);
  expect(police.consents[0]).toMatchObject({ receiver: null, receiverHidden: true, receiverAgency: null });
  expect(JSON.stringify(police)).not.toContain(leela.agencyId);
});

test("whom it is safe to contact is for who holds contact; a new rule ends the one before and both stay", async () => {
  const { caseId, motherId } = await aCase();
  const rule = {
    channel: "phone-call",
    personId: motherId,
    allowed: true,
    household: true,
    text: "Only after ten, the uncle is out",
  };
  const path = `/api/cases/${caseId}/contact-rules`;
  expect((await anil.call("POST", path, rule)).status).toBe(201);
  expect((await anil.call("POST", path, { ...rule, allowed: false, text: "He keeps the phone now" })).status).toBe(201);
  const { body } = await teresa.call("GET", path);
  expect(body.held).toBe(true);
  expect(body.rules).toMatchObject([
    { allowed: false, text: "He keeps the phone now", endedAt: null },
    { allowed: true, text: rule.text },
  ]);
  expect(body.rules[1].endedAt).not.toBeNull();
  const police = await deepak.call("GET", path);
  expect(police.body).toEqual({ held: false, rules: [] });
  expect((await anil.call("DELETE", `${path}/${body.rules[0].id}`)).status).toBe(204);
  expect((await anil.call("DELETE", `${path}/${body.rules[0].id}`)).body.code).toBe("contact-over");
  expect((await anil.call("DELETE", `${path}/00000000-0000-7000-8000-000000000000`)).status).toBe(404);
});
