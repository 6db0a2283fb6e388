import { Readable } from "node:stream";
import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";
import { createPublicReports } from "./index.ts";
import type { PublicReports } from "./public/public-reports.ts";
import { canonical, parse } from "./receipt-words.ts";

let w: World;
let farah: Person;
let ishita: Person;
let reports: PublicReports;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
  ishita = await w.as("ishita");
  reports = createPublicReports({
    pool: w.pools.public,
    vault: w.vault,
    intakeKey: w.ring.intake.publicKey,
    files: w.house.files,
  });
});
afterAll(() => w.stop());

const triage = {
  about: "worried" as const,
  danger: "yes" as const,
  screenSeen: null,
  age: "12-17" as const,
  company: "harm" as const,
  role: "near" as const,
  reach: "no" as const,
  files: 0,
};
const said = { saw: "She cries at night behind the brass elephant door.", where: "Flat 9-J, Neelkamal", reachHow: "" };

function words(answer: unknown): string {
  const reading = parse((answer as { words: string[] }).words.join(" "));
  if (!reading.ok) throw new Error("these are no words");
  return canonical(reading.indices);
}

async function desk(): Promise<{ person: Person; ids: string[] }> {
  for (const person of [farah, ishita]) {
    const list = await person.call("GET", "/api/reports?which=all&atMost=200");
    if (list.body.reports.length > 0) return { person, ids: list.body.reports.map((r: { id: string }) => r.id) };
  }
  throw new Error("no desk has it");
}

test("a neighbour's report reaches one desk, is read there only, and its words stand nowhere in the database", async () => {
  const receipt = words(
    await reports.accept({ token: reports.newToken(), sealed: said, triage, language: "en", attachments: [] }),
  );
  const { person, ids } = await desk();
  const read = await person.call("GET", `/api/reports/${ids[0]}`);
  expect(read.status).toBe(200);
  expect(read.body.words.saw).toBe(said.saw);
  const stranger = await w.as("asha-rao");
  expect((await stranger.call("GET", `/api/reports/${ids[0]}`)).status).toBe(404);
  const policeman = await w.as("vikram");
  expect((await policeman.call("GET", `/api/reports/${ids[0]}`)).status).toBe(404);
  const { rows } = await w.db.admin.query("select to_jsonb(r)::text as t from reports.reports r");
  expect(rows.map((r) => r.t).join()).not.toContain("elephant");
  expect(await reports.read(receipt)).toMatchObject({ status: "being-read" });
});

test("the answer comes back to whoever has the words, and a wrong guess learns nothing", async () => {
  const receipt = words(
    await reports.accept({ token: reports.newToken(), sealed: said, triage, language: "hi", attachments: [] }),
  );
  const { person, ids } = await desk();
  expect((await person.call("POST", `/api/reports/${ids[0]}/messages`, { text: "Help is on its way." })).status).toBe(
    201,
  );
  expect(await reports.read(receipt)).toMatchObject({ messages: [{ from: "us", text: "Help is on its way." }] });
  expect(await reports.add(receipt, { token: reports.newToken(), text: "It is quiet now.", attachments: [] })).toEqual({
    ok: true,
  });
  const read = await person.call("GET", `/api/reports/${ids[0]}`);
  expect(read.body.messages.map((m: { text: string }) => m.text)).toEqual(["Help is on its way.", "It is quiet now."]);
  expect(await reports.read("none such words at all")).toEqual({ refused: "unknown" });
});

test("who guesses receipts is shut out for a minute, with the right words too, in reading and in adding; then they open again", async () => {
  let now = Date.parse("2026-11-25T03:00:00Z");
  const door = createPublicReports({
    pool: w.pools.public,
    vault: w.vault,
    intakeKey: w.ring.intake.publicKey,
    files: w.house.files,
    now: () => now,
  });
  const receipt = words(
    await door.accept({ token: door.newToken(), sealed: said, triage, language: "en", attachments: [] }),
  );
  const more = () => door.add(receipt, { token: door.newToken(), text: "It is quiet now.", attachments: [] });
  const guesses = (n: number) =>
    Promise.all(Array.from({ length: n }, (_, at) => door.read(`none such words at all ${at}`)));
  expect(new Set((await guesses(59)).map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ refused: "unknown" })]),
  );
  expect(await door.read(receipt), "the right words still open").toMatchObject({ status: "received" });
  await guesses(1);
  expect(await door.read(receipt)).toEqual({ refused: "wait", waitSeconds: 60 });
  expect(await more()).toEqual({ refused: "wait", waitSeconds: 60 });
  now += 40_000;
  expect(await door.read(receipt)).toEqual({ refused: "wait", waitSeconds: 20 });
  now += 20_000;
  expect(await door.read(receipt)).toMatchObject({ status: "received", messages: [] });
  expect(await more()).toEqual({ ok: true });
});

test("a hundred parallel sends of one form make one report and one answer; another body under its token is refused", async () => {
  const before = Number((await w.db.admin.query("select count(*) from reports.reports")).rows[0].count);
  const token = reports.newToken();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => reports.accept({ token, sealed: said, triage, language: "en", attachments: [] })),
  );
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
  expect(Number((await w.db.admin.query("select count(*) from reports.reports")).rows[0].count)).toBe(before + 1);
  expect(
    await reports.accept({ token, sealed: { ...said, saw: "other" }, triage, language: "en", attachments: [] }),
  ).toEqual({ refused: "sent-before" });
});

test("the public login can do nothing but its functions", async () => {
  const as = <T>(text: string) => w.pools.public.query<T & object>(text);
  await expect(as("set role homeward_public; select * from reports.reports")).rejects.toThrow(/permission denied/);
  await expect(as("set role homeward_public; select * from log.detail")).rejects.toThrow(/permission denied/);
  await expect(as("set role homeward_app")).rejects.toThrow(/permission denied/);
});

test("what one person calls spam, another drawn by lot reads again; re-opened, it is on top", async () => {
  await reports.accept({ token: reports.newToken(), sealed: said, triage, language: "en", attachments: [] });
  const { person, ids } = await desk();
  const id = ids[0] as string;
  const aside = await person.call("POST", `/api/reports/${id}/setting-aside`, { how: "spam", reason: "Nothing in it" });
  expect(aside.status).toBe(201);
  const {
    rows: [drawn],
  } = await w.db.admin.query("select * from reports.second_reads where id = $1", [aside.body.secondReadId]);
  expect(drawn.reader).not.toBe(person.workerId);
  expect(drawn.due_at.getTime() - drawn.acted_at.getTime()).toBe(24 * 3_600_000);
  const name = ({ [farah.workerId]: "farah", [ishita.workerId]: "ishita" } as Record<string, "farah" | "ishita">)[
    drawn.reader as string
  ];
  const reader = name
    ? await w.as(name)
    : await w.as(drawn.reader === (await w.as("tomas")).workerId ? "tomas" : "sunita");
  expect(
    (await person.call("POST", `/api/second-reads/${drawn.id}/verdict`, { verdict: "agree", reason: "myself" })).status,
  ).toBe(404);
  expect((await reader.call("GET", `/api/reports/${id}`)).status).toBe(200);
  expect(
    (
      await reader.call("POST", `/api/second-reads/${drawn.id}/verdict`, {
        verdict: "reopen",
        reason: "A child is named",
      })
    ).status,
  ).toBe(204);
  expect((await person.call("GET", `/api/reports/${id}`)).body).toMatchObject({ status: "new", reopened: true });
  await expect(person.ask((tx) => tx.rows(sql`delete from reports.reports`))).rejects.toThrow(/permission denied/);
});

test("the same place again brings back what was set aside", async () => {
  const place = { ...said, where: "Lane 3, house with the blue gate" };
  await reports.accept({ token: reports.newToken(), sealed: place, triage, language: "en", attachments: [] });
  const {
    person,
    ids: [first],
  } = await desk();
  await person.call("GET", `/api/reports/${first}`);
  await person.call("POST", `/api/reports/${first}/setting-aside`, {
    how: "not-for-us",
    instead: "police",
    reason: "No child",
  });
  await reports.accept({
    token: reports.newToken(),
    sealed: { ...place, where: "lane 3; House with the Blue gate!" },
    triage,
    language: "en",
    attachments: [],
  });
  const {
    ids: [second],
  } = await desk();
  await person.call("GET", `/api/reports/${second}`);
  expect((await person.call("GET", `/api/reports/${first}`)).body).toMatchObject({ status: "new", reopened: true });
});

test("a picture is kept as it came, shown without its place, and no more once somebody calls it abuse", async () => {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#886644" } })
    .withExif({
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "28/1 32/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "77/1 13/1 0/1" },
    })
    .jpeg()
    .toBuffer();
  expect((await sharp(picture).metadata()).exif).toBeDefined();
  const upload = await reports.stage(Readable.from([picture.subarray(0, 200), picture.subarray(200)]), {
    token: "x".repeat(20),
    name: "IMG_1.jpg",
  });
  if ("refused" in upload) throw new Error(upload.refused);
  await reports.accept({ token: reports.newToken(), sealed: said, triage, language: "en", attachments: [upload] });
  const {
    person,
    ids: [id],
  } = await desk();
  const { body } = await person.call("GET", `/api/reports/${id}`);
  const fileId = body.attachments[0].fileId;
  const shown = await w.web.inject({
    url: `/api/reports/${id}/attachments/${fileId}`,
    headers: { cookie: `hw_session=${person.token}` },
  });
  expect(shown.statusCode).toBe(200);
  const copy = await sharp(shown.rawPayload).metadata();
  expect(copy.width).toBe(64);
  expect(copy.exif).toBeUndefined();
  expect((await person.call("POST", `/api/reports/${id}/attachments/${fileId}/block`)).status).toBe(204);
  expect((await person.call("GET", `/api/reports/${id}/attachments/${fileId}`)).status).toBe(404);
});

test("a broken picture is not shown as it came, and that is said; a paper that nobody draws anew still opens", async () => {
  const whole = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#06a" } })
    .png()
    .toBuffer();
  const files = await Promise.all(
    [whole, whole.subarray(0, 60), Buffer.from("%PDF-1.7\nA paper")].map((bytes) =>
      reports.stage(Readable.from([bytes]), { token: reports.newToken(), name: null }),
    ),
  );
  const kept = files.map((file) => {
    if ("refused" in file) throw new Error(file.refused);
    return file;
  });
  await reports.accept({ token: reports.newToken(), sealed: said, triage, language: "en", attachments: kept });
  const {
    person,
    ids: [id],
  } = await desk();
  const { body } = await person.call("GET", `/api/reports/${id}`);
  const answers: unknown[] = [];
  for (const { fileId } of body.attachments) {
    const answer = await person.call("GET", `/api/reports/${id}/attachments/${fileId}`);
    answers.push([answer.status, answer.body?.code ?? answer.headers["content-type"]]);
  }
  expect(answers).toHaveLength(3);
  expect(answers).toEqual(
    expect.arrayContaining([
      [200, "image/jpeg"],
      [422, "file-not-shown"],
      [200, "application/pdf"],
    ]),
  );
});

test("a call is saved in parts, a repeat caller shows, and it becomes a report with a case", async () => {
  const {
    body: { id },
  } = await farah.call("POST", "/api/calls", { danger: "now" });
  const saved = await farah.call(
    "PATCH",
    `/api/calls/${id}`,
    { district: "IN-DL-south", words: { ...said, callerPhone: "+91 11000 00999" } },
    { "if-match": '"1"' },
  );
  expect(saved.body).toMatchObject({ version: 2, earlierCalls: 0 });
  expect((await farah.call("PATCH", `/api/calls/${id}`, { silent: true }, { "if-match": '"1"' })).status).toBe(412);
  expect((await farah.call("POST", `/api/calls/${id}/report`)).status).toBe(200);
  const again = await farah.call("POST", "/api/calls", {});
  expect(
    (
      await farah.call(
        "PATCH",
        `/api/calls/${again.body.id}`,
        { words: { callerPhone: "+911100000999" } },
        { "if-match": '"1"' },
      )
    ).body.earlierCalls,
  ).toBe(1);
  const made = await farah.call("POST", `/api/reports/${id}/case`, {
    sex: "girl",
    age: 14,
    ageBasis: "seems",
    situation: "domestic-work",
    district: "IN-DL-south",
    risk: "immediate",
  });
  expect(made.status).toBe(201);
  expect((await farah.call("GET", `/api/reports/${id}`)).body).toMatchObject({
    status: "case-opened",
    caseRef: made.body.ref,
  });
});

test("a complaint about an agency never reaches that agency", async () => {
  const {
    body: { id },
  } = await (await w.as("vikram")).call("POST", "/api/reports", { aboutAgency: farah.agencyId, words: said });
  expect((await w.db.admin.query("select count(*)::int as n from reports.reports where id = $1", [id])).rows[0].n).toBe(
    1,
  );
  for (const person of [farah, ishita, await w.as("sunita")]) {
    expect((await person.call("GET", `/api/reports/${id}`)).status).toBe(404);
    expect(JSON.stringify((await person.call("GET", "/api/reports?which=all&atMost=200")).body)).not.toContain(id);
  }
});
