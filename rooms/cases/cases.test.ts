import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let farah: Person;
beforeAll(async () => {
  w = await world();
  farah = await w.as("farah");
});
afterAll(() => w.stop());

const wish = {
  sex: "girl",
  age: 14,
  ageBasis: "seems",
  isChild: "yes",
  situation: "domestic-work",
  district: "IN-DL-south",
  risk: "high",
  note: "A neighbour heard her cry at night.",
};

test("a helpline worker opens a case, finds it in her list, reads her note again; a stranger finds nothing", async () => {
  const made = await farah.call("POST", "/api/cases", wish);
  expect(made.status).toBe(201);
  const list = await farah.call("GET", "/api/cases");
  expect(list.body.cases.map((c: { id: string }) => c.id)).toContain(made.body.id);
  const page = await farah.call("GET", `/api/cases/${made.body.id}`);
  expect(page.status).toBe(200);
  expect(page.body).toMatchObject({ ref: made.body.ref, sex: "girl", risk: "high", manages: true });
  expect(page.body.notes[0].text).toBe(wish.note);
  expect(JSON.stringify((await w.db.admin.query("select * from cases.notes")).rows)).not.toContain("neighbour");

  const stranger = await w.as("asha-rao");
  const closed = await stranger.call("GET", `/api/cases/${made.body.id}`);
  const absent = await stranger.call("GET", "/api/cases/00000000-0000-7000-8000-000000000000");
  expect(closed.status).toBe(404);
  expect(closed.body).toEqual(absent.body);
  expect((await stranger.call("GET", "/api/cases")).body.cases).toEqual([]);
});

test("that a list was read is in the log once for each session, however often it is read, and again after a quarter of an hour", async () => {
  const entries = async (who: Person) =>
    (
      await w.db.admin.query(
        `select d.session_id from log.detail d join sessions.session s on s.id = d.session_id
          where d.verb = 'cases-listed' and s.token_hash = sha256(convert_to($1, 'UTF8'))`,
        [who.token],
      )
    ).rowCount;
  const [first, second] = [await w.as("farah"), await w.as("farah")];
  for (let i = 0; i < 3; i++) expect((await first.call("GET", "/api/cases")).status).toBe(200);
  expect([await entries(first), await entries(second)]).toEqual([1, 0]);
  // Another list is another entry; another session's own does not hide behind the first.
  await first.call("GET", "/api/people");
  await second.call("GET", "/api/cases");
  expect([await entries(first), await entries(second)]).toEqual([1, 1]);
  // The database itself says for how long an entry stands: a process that remembers nothing finds the old one too old.
  await w.db.admin.query("update log.detail set at = at - interval '14 minutes' where verb = 'cases-listed'");
  const seconds = () =>
    first.ask((tx) => tx.one<{ seconds: number }>(sql`select log.record_list('cases-listed') as seconds`));
  const { seconds: left } = await seconds();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(60);
  expect(await entries(first)).toBe(1);
  await w.db.admin.query("update log.detail set at = at - interval '2 minutes' where verb = 'cases-listed'");
  expect((await seconds()).seconds).toBeGreaterThan(800);
  expect(await entries(first)).toBe(2);
});

test("a retried write answers the same and writes once; the same key with another body is refused", async () => {
  const key = { "idempotency-key": "6f9619ff-8b86-4d01-b42d-00c04fc964ff" };
  const answers = await Promise.all(Array.from({ length: 12 }, () => farah.call("POST", "/api/cases", wish, key)));
  expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
  expect((await farah.call("POST", "/api/cases", { ...wish, age: 13 }, key)).status).toBe(409);
});

test("two people who change one case: the second sees that somebody was faster, and the history says who and what", async () => {
  const {
    body: { id },
  } = await farah.call("POST", "/api/cases", wish);
  const { body: page, headers } = await farah.call("GET", `/api/cases/${id}`);
  expect(headers.etag).toBe(`"${page.version}"`);
  const first = await farah.call(
    "PATCH",
    `/api/cases/${id}`,
    { age: 13, reason: "Her aunt told us" },
    { "if-match": `"${page.version}"` },
  );
  expect(first.status).toBe(200);
  expect(
    (await farah.call("PATCH", `/api/cases/${id}`, { age: 12, reason: "A guess" }, { "if-match": `"${page.version}"` }))
      .status,
  ).toBe(412);
  expect((await farah.call("PATCH", `/api/cases/${id}`, { age: 12, reason: "A guess" })).status).toBe(428);
  expect(
    (await w.db.admin.query("select field, was, became from cases.changes where case_id = $1", [id])).rows,
  ).toEqual([{ field: "age", was: 14, became: 13 }]);
});

test("nobody becomes 19 by a plain edit", async () => {
  const {
    body: { id },
  } = await farah.call("POST", "/api/cases", wish);
  const { body: page } = await farah.call("GET", `/api/cases/${id}`);
  const answer = await farah.call(
    "PATCH",
    `/api/cases/${id}`,
    { age: 19, reason: "He says so" },
    { "if-match": `"${page.version}"` },
  );
  expect(answer.body.code).toBe("age-not-settled");
});

test("a statement is a headline to whoever does not hold statements", async () => {
  const {
    body: { id },
  } = await farah.call("POST", "/api/cases", wish);
  await farah.call("POST", `/api/cases/${id}/events`, {
    kind: "statement",
    section: 6,
    happenedAt: "2027-01-12T02:10:00+05:30",
    text: "He came at night.",
  });
  const { body: page } = await farah.call("GET", `/api/cases/${id}`);
  const statement = page.timeline.find((e: { section: number | null }) => e.section === 6);
  expect(statement).toMatchObject({ held: false, kind: null, text: null });
});

test("a supervisor's list of the agency keeps to the filters, open, closed and all, and leaves out what she is recused from", async () => {
  const sunita = await w.as("sunita");
  const tomas = await w.as("tomas");
  const opened = async (more: object) =>
    (await tomas.call("POST", "/api/cases", { ...wish, ...more })).body as { id: string; ref: string };
  const begging = await opened({ situation: "begging", risk: "low" });
  const closed = await opened({ situation: "begging", risk: "low" });
  await w.db.admin.query("update cases.cases set is_open = false where id = $1", [closed.id]);
  const list = async (query: string) =>
    ((await sunita.call("GET", `/api/cases?whose=agency&${query}`)).body.cases as { id: string }[]).map(
      (one) => one.id,
    );
  expect(await list("open=yes&situation=begging")).toEqual([begging.id]);
  expect(await list("open=no&situation=begging")).toEqual([closed.id]);
  expect(await list("open=any&situation=begging")).toEqual([closed.id, begging.id]);
  expect(await list(`open=any&ref=${closed.ref.slice(0, 8)}`)).toEqual([closed.id]);
  expect(await list("open=any&risk=immediate")).toEqual([]);
  expect(await list("open=any")).toEqual(expect.arrayContaining([begging.id, closed.id]));
  await sunita.call("POST", `/api/cases/${begging.id}/recusal`, {});
  expect(await list("open=any&situation=begging")).toEqual([closed.id]);
});

test("a statement stays within its section, also when it is recorded without naming one", async () => {
  const neelam = await w.as("neelam"); // her unit holds statements
  const { caseId } = await w.aCase(neelam);
  await neelam.call("POST", `/api/cases/${caseId}/members`, {
    kind: "unit",
    subjectId: farah.unitId,
    purpose: 2,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1],
    basis: "joint-work",
  });
  const text = "He told us who brought him";
  await neelam.call("POST", `/api/cases/${caseId}/events`, { kind: "police-statement", happenedAt: null, text });
  const own = (await neelam.call("GET", `/api/cases/${caseId}`)).body.timeline;
  expect(own.find((e: { kind: string }) => e.kind === "police-statement")).toMatchObject({ section: 6, text });
  const seen = (await farah.call("GET", `/api/cases/${caseId}`)).body.timeline;
  expect(seen.find((e: { section: number }) => e.section === 6)).toMatchObject({ held: false, kind: null, text: null });
});
