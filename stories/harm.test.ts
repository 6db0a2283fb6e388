/** Rules of harm that reach across rooms, each read in every reply that the server gives. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "../packs/cast.ts";
import { onCase, type Person, type World, world } from "./world.ts";

let w: World;
let police: Person;
let helpline: Person; // leads the case, and lacks the location section
let committee: Person;
let caseId: string;
let childId: string;
const WORDS = "He keeps the key of my room.";
const HOME = person("leela");
/** All that says where she sleeps: the home's name in both languages, its people's, its unit, and the address. */
const tells = [
  HOME.agency.names.en,
  HOME.agency.names.hi,
  HOME.names.en,
  HOME.names.hi,
  HOME.agency.id,
  HOME.unit.id,
  "Lane 4, invented",
];

beforeAll(async () => {
  w = await world();
  [helpline, police, committee] = await Promise.all([w.as("farah"), w.as("rekha"), w.as("asha-rao")]);
  const leela = await w.as("leela");
  ({ caseId, childId } = await w.aCase(helpline));
  await onCase(helpline, caseId, "unit", police.unitId, [1]);
  await onCase(helpline, caseId, "unit", committee.unitId, [1, 2, 6, 9]);
  const said = (who: Person, path: string, body: object) => who.call("POST", `/api/cases/${caseId}/${path}`, body);
  const done = [
    await said(committee, "places", {
      since: new Date().toISOString(),
      home: { unitId: HOME.unit.id, reviewAt: new Date(Date.now() + 60 * 86_400_000).toISOString() },
      address: "Lane 4, invented",
    }),
    await said(committee, "notes", { text: WORDS, section: 9, kind: "own-words" }),
    await said(committee, "events", {
      kind: "heard-by-committee",
      section: 6,
      happenedAt: new Date().toISOString(),
      text: WORDS,
    }),
    await said(leela, "notes", { text: "She slept well." }),
    await said(leela, "events", { kind: "child-reached", happenedAt: new Date().toISOString() }),
  ];
  expect(done.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
  expect((await leela.call("GET", `/api/cases/${caseId}`)).status, "the home looked").toBe(200);
});
afterAll(() => w.stop());

/** Every address that only reads, asked of this case, its child and everything that hangs on nothing. */
async function everyReply(who: Person): Promise<{ url: string; text: string }[]> {
  const replies: { url: string; text: string }[] = [];
  for (const { method, url, audience } of w.web.routeTable) {
    if (method !== "GET" || audience !== "staff" || url === "/api/events") continue; // a stream does not end
    const path = url.replace(":id", url.startsWith("/api/identities") ? childId : caseId).replace(/:[a-z]+/gi, childId);
    const answer = await who.call("GET", path);
    replies.push({ url, text: JSON.stringify(answer.body) });
  }
  return replies;
}

test.each([
  ["the police", () => police],
  ["the helpline, which leads the case and let everybody else in", () => helpline],
] as const)(
  "rule 1: no reply to %s says where she sleeps, by the home's name, its people, its unit or its address",
  async (_, who) => {
    const replies = await everyReply(who());
    expect(replies.length).toBeGreaterThan(20);
    expect(
      replies.some(({ url, text }) => url === "/api/cases/:id" && text.includes(caseId)),
      "they see the case",
    ).toBe(true);
    for (const { url, text } of replies)
      for (const word of tells) expect([url, text.includes(word)]).toEqual([url, false]);
    const theirs = (await everyReply(committee)).map(({ text }) => text).join("\n");
    for (const word of [HOME.agency.names.en, HOME.unit.id])
      expect(theirs, "there is something to hide").toContain(word);
  },
);

test("rule 1: nor does what the server answers when they try to find out: to every act with the home in it, the answer is that of any unit", async () => {
  const review = new Date(Date.now() + 30 * 86_400_000).toISOString();
  for (const who of [police, helpline]) {
    const asked: string[] = [];
    for (const unit of [HOME.unit.id, committee.unitId, "00000000-0000-7000-8000-00000000dead"]) {
      const replies = [
        await who.call("POST", `/api/cases/${caseId}/places`, {
          since: new Date().toISOString(),
          home: { unitId: unit, reviewAt: review },
        }),
        await who.call("GET", `/api/cases/${caseId}/homes?unit=${unit}`),
        await who.call("GET", "/api/agencies?homes=yes"),
      ];
      asked.push(JSON.stringify(replies.map(({ status, body }) => [status, body])));
    }
    expect(new Set(asked).size).toBe(1);
    for (const word of tells) expect(asked[0]).not.toContain(word);
  }
  const offered = JSON.stringify((await committee.call("GET", `/api/cases/${caseId}/homes`)).body);
  expect(offered).toContain(HOME.agency.names.en);
});

test("rule 2: what she said is in no reply to the police, and in the committee's it is", async () => {
  for (const { url, text } of await everyReply(police)) expect([url, text.includes(WORDS)]).toEqual([url, false]);
  expect((await everyReply(committee)).some(({ text }) => text.includes(WORDS))).toBe(true);
});

test("rule 7: a recusal shows in no reply to anybody on the case", async () => {
  const kavita = await w.as("kavita"); // same bench
  expect((await kavita.call("GET", `/api/cases/${caseId}`)).status).toBe(200);
  expect((await kavita.call("POST", `/api/cases/${caseId}/recusal`, {})).status).toBe(204);
  expect((await kavita.call("GET", `/api/cases/${caseId}`)).status).toBe(404);
  const told = (await everyReply(committee)).filter(({ url }) => url.startsWith("/api/cases/:id"));
  expect(told.length).toBeGreaterThan(5);
  for (const { url, text } of told) expect([url, /recus/i.test(text)]).toEqual([url, false]);
});

test("rule 6: no answer is an oracle: what stands in another's case is answered as what stands nowhere", async () => {
  const phone = "+919999900612";
  const nobodys = "+919999900613";
  const { childId, ref } = await w.aCase(helpline, { givenName: "Zubeida", phone });
  const stranger = await w.as("vikram"); // police, not on the case
  const colleague = await w.as("ishita"); // of the same agency, another desk
  const unknownRef = "HW-ZZZ-ZZZ";

  // There is something to find: whoever is on the case finds it.
  const mine = await helpline.call("POST", "/api/identity-searches", { kind: "phone", value: phone });
  expect(mine.body.found.map((one: { personId: string }) => one.personId)).toEqual([childId]);
  expect((await helpline.call("GET", `/api/cases?ref=${ref}`)).body.cases).toHaveLength(1);

  for (const who of [stranger, colleague]) {
    const asked = async (number: string, caseRef: string, person: string) => {
      const replies = [
        await who.call("POST", "/api/identity-searches", { kind: "phone", value: number }),
        await who.call("GET", `/api/cases?ref=${caseRef}`),
        await who.call("GET", `/api/people?ids=${person}`),
        await who.call("POST", `/api/identities/${person}/openings`, { reason: "hearing" }),
      ];
      return replies.map(({ status, body }) => [status, body]);
    };
    expect(await asked(phone, ref, childId)).toEqual(
      await asked(nobodys, unknownRef, "00000000-0000-7000-8000-00000000dead"),
    );
  }

  // Nor does writing tell: the same number sealed in one's own case is taken as any other is.
  const sealing = async (number: string) => {
    const { caseId: own } = await w.aCase(stranger);
    const made = await stranger.call(
      "PUT",
      `/api/identities/${randomUUID()}`,
      { caseId: own, section: "identity", identity: { givenName: "Asha", phone: number } },
      { "if-match": '"0"' },
    );
    return [made.status, made.body];
  };
  expect(await sealing(phone)).toEqual(await sealing(nobodys));
});

test("rule 6: a caller who also rang another desk is no repeat caller here", async () => {
  const other = await w.as("ishita");
  const call = async (who: Person, callerPhone: string): Promise<number> => {
    const begun = await who.call("POST", "/api/calls", {});
    const saved = await who.call(
      "PATCH",
      `/api/calls/${begun.body.id}`,
      { words: { callerPhone } },
      { "if-match": '"1"' },
    );
    expect(saved.status).toBe(200);
    return saved.body.earlierCalls;
  };
  expect(await call(helpline, "+91 11000 00614")).toBe(0);
  expect(await call(helpline, "+91 11000 00614"), "the same desk knows").toBe(1);
  expect(await call(other, "+91 11000 00614"), "another does not").toBe(await call(other, "+91 11000 00615"));
});
