/**
 * When it is the family: a girl of 12 whose stepfather sells her evenings, as far as today's rooms reach. Whom it is safe to reach is settled before
 * anything is sent; her brother gets a case of his own; the cousin in the records room is shut out; her mother's number is no oracle. All invented.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "./world.ts";

let w: World;
let anil: Person; // district child protection
let rekha: Person; // juvenile police
let asha: Person; // child welfare committee
let manoj: Person; // hospital records: the stepfather's cousin
let caseId: string;
let girl: string;

const MOTHERS_PHONE = "+911100000912";
const WORDS = "In the evenings he sends me down to the men.";
const SAFE = "Only the teacher, in school hours, with the code word Kadamba.";
const add = async (who: Person, path: string, body: object): Promise<string> => {
  const made = await who.call("POST", path, body);
  expect(made.status, `${path} ${JSON.stringify(made.body)}`).toBe(201);
  return made.body.id as string;
};
const absent = "/api/cases/00000000-0000-7000-8000-000000000000";

beforeAll(async () => {
  w = await world();
  [anil, rekha, asha, manoj] = await Promise.all([w.as("anil"), w.as("rekha"), w.as("asha-rao"), w.as("manoj")]);
  caseId = await add(anil, "/api/cases", {
    sex: "girl",
    age: 12,
    ageBasis: "papers",
    isChild: "yes",
    situation: "other",
    district: "IN-DL-south",
  });
  girl = await add(anil, `/api/cases/${caseId}/people`, { role: "child", relation: "self", sex: "girl", age: 12 });
  await onCase(anil, caseId, "unit", rekha.unitId, [1]);
  await onCase(anil, caseId, "unit", asha.unitId, [1, 2, 3, 4, 6, 7, 9]);
});
afterAll(() => w.stop());

test("safe contact is set before anything is sent, and only who holds contact reads how", async () => {
  await add(anil, `/api/cases/${caseId}/contact-rules`, {
    channel: "phone-call",
    allowed: false,
    household: true,
    text: "No call, no message, no letter.",
  });
  await add(anil, `/api/cases/${caseId}/contact-rules`, {
    channel: "at-school",
    allowed: true,
    household: false,
    text: SAFE,
  });
  expect(JSON.stringify((await asha.call("GET", `/api/cases/${caseId}/contact-rules`)).body)).toContain("Kadamba");
  const his = await rekha.call("GET", `/api/cases/${caseId}/contact-rules`);
  expect(JSON.stringify(his.body)).not.toContain("Kadamba");
  expect((await manoj.call("GET", `/api/cases/${caseId}/contact-rules`)).status).toBe(404);
});

test("her own words are the committee's; the police read that a statement was made", async () => {
  await add(asha, `/api/cases/${caseId}/notes`, { text: WORDS, section: 9, kind: "own-words" });
  await add(asha, `/api/cases/${caseId}/events`, {
    kind: "heard-by-committee",
    section: 6,
    happenedAt: new Date().toISOString(),
    text: WORDS,
  });
  expect(JSON.stringify((await asha.call("GET", `/api/cases/${caseId}`)).body)).toContain(WORDS);
  const { body: page } = await rekha.call("GET", `/api/cases/${caseId}`);
  expect(JSON.stringify(page)).not.toContain(WORDS);
  expect(page.timeline.some((e: { section: string | number; held: boolean }) => !e.held)).toBe(true);
});

test("the stepfather stands in the suspects' section: whoever lacks it does not read that he is there", async () => {
  const he = await add(asha, `/api/cases/${caseId}/people`, {
    role: "suspect",
    relation: "step-parent",
    livesWith: true,
  });
  expect(JSON.stringify((await asha.call("GET", `/api/cases/${caseId}`)).body)).toContain(he);
  expect(JSON.stringify((await rekha.call("GET", `/api/cases/${caseId}`)).body)).not.toContain(he);
});

test("her brother gets a case of his own, which is not opened by being on hers", async () => {
  await add(anil, `/api/cases/${caseId}/people`, { role: "sibling", relation: "sibling", sex: "boy", age: 7 });
  const his = await add(anil, "/api/cases", {
    sex: "boy",
    age: 7,
    ageBasis: "papers",
    isChild: "yes",
    situation: "other",
    district: "IN-DL-south",
  });
  expect((await anil.call("GET", `/api/cases/${his}`)).status).toBe(200);
  expect((await rekha.call("GET", `/api/cases/${caseId}`)).status).toBe(200);
  expect(await rekha.call("GET", `/api/cases/${his}`).then((a) => [a.status, a.body])).toEqual(
    await rekha.call("GET", absent).then((a) => [a.status, a.body]),
  );
});

test("the cousin in the records room is shut out at once, and nobody on the case learns why", async () => {
  await onCase(anil, caseId, "worker", manoj.workerId, [4]);
  expect((await manoj.call("GET", `/api/cases/${caseId}`)).status).toBe(200);
  expect((await manoj.call("POST", `/api/cases/${caseId}/recusal`, {})).status).toBe(204);
  const [shut, none] = [await manoj.call("GET", `/api/cases/${caseId}`), await manoj.call("GET", absent)];
  expect([shut.status, shut.body]).toEqual([404, none.body]);
  for (const who of [anil, rekha, asha]) {
    const replies = await Promise.all([
      who.call("GET", `/api/cases/${caseId}`),
      who.call("GET", `/api/cases/${caseId}/looks`),
    ]);
    expect(JSON.stringify(replies.map((r) => r.body))).not.toMatch(/recus/i);
  }
});

test("a search by her mother's number is no oracle: her worker finds the girl, a helpline hears what it hears of any number", async () => {
  const sealed = await anil.call(
    "PUT",
    `/api/identities/${girl}`,
    {
      caseId,
      section: "identity",
      identity: { givenName: "Asha-Kadambini", familyName: "Quillpatra", phone: MOTHERS_PHONE },
    },
    { "if-match": '"0"' },
  );
  expect(sealed.status).toBe(200);
  const search = (who: Person, value: string) => who.call("POST", "/api/identity-searches", { kind: "phone", value });
  expect(JSON.stringify((await search(anil, MOTHERS_PHONE)).body)).toContain(girl);
  const farah = await w.as("farah");
  const [known, unknown] = [await search(farah, MOTHERS_PHONE), await search(farah, "+911100000999")];
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  // The cousin, of another agency and recused, hears the same.
  expect((await search(manoj, MOTHERS_PHONE)).body).toEqual((await search(manoj, "+911100000999")).body);
});
