import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { person } from "../../../packs/cast.ts";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let farah: Person; // helpline: leads the case, lacks the location section
let asha: Person; // committee: holds it, does not lead
let leela: Person; // the home
let rekha: Person; // police on the case
let caseId: string;
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const HOME = person("leela");

beforeAll(async () => {
  w = await world();
  [farah, asha, leela, rekha] = await Promise.all([w.as("farah"), w.as("asha-rao"), w.as("leela"), w.as("rekha")]);
});
beforeEach(async () => {
  ({ caseId } = await w.aCase(farah));
  await onCase(farah, caseId, "unit", asha.unitId, [1, 2, 3, 4, 6, 9]);
  await onCase(farah, caseId, "unit", rekha.unitId, [1]);
});
afterAll(() => w.stop());

const places = (who: Person, path: string, method: "GET" | "POST" | "PUT" | "DELETE" = "GET", body?: object) =>
  who.call(method, `/api/cases/${caseId}/${path}`, body);
const placed = (unitId = leela.unitId, reviewAt = inDays(90), who = asha) =>
  places(who, "places", "POST", { since: new Date().toISOString(), home: { unitId, reviewAt } });
const sees = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}`)).status === 200;
const membersFor = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}`)).body.members;

test("a committee that does not lead the case brings in the home by placing the child there: for care, until the review, with what its kind holds", async () => {
  expect(await sees(leela)).toBe(false);
  const reviewAt = inDays(90);
  expect((await placed(leela.unitId, reviewAt)).status).toBe(201);
  const { body } = await leela.call("GET", `/api/cases/${caseId}`);
  expect(body.sections).toEqual([1, 2, 3, 4, 5]);
  const home = body.members.find((m: { unitId: string }) => m.unitId === leela.unitId);
  expect(home).toMatchObject({ purpose: 4, basis: "placed" });
  expect(Date.parse(home.until)).toBe(Date.parse(reviewAt));
  // What is opened later is the home's name as the directory has it.
  const { id } = (await places(asha, "places")).body.places[0];
  const opened = await leela.call("POST", `/api/identities/${id}/openings`, { reason: "placement" });
  expect(opened.body.identity.name).toContain(HOME.agency.names.en);
});

test("whoever leads the case reads “a care home” and withdraws it as any member; the committee brings it back by prolonging", async () => {
  const { id } = (await placed()).body;
  const home = (await membersFor(farah)).find((m: { basis: string }) => m.basis === "placed");
  expect(home).toMatchObject({ isHome: true, agency: null, unit: null, unitId: null, agencyId: null });
  expect(home.sections).not.toContain(2);
  const gone = await farah.call("PUT", `/api/cases/${caseId}/members/${home.member}`, {
    until: new Date().toISOString(),
    basis: "wrong-person",
  });
  expect(gone.status).toBe(204);
  expect(await sees(leela)).toBe(false);
  expect((await places(asha, "places")).body.places[0]).toMatchObject({ inHome: true, homeOnCase: false, until: null });
  expect((await places(asha, `places/${id}/review`, "PUT", { reviewAt: inDays(30) })).status).toBe(204);
  expect(await sees(leela)).toBe(true);
});

test("the end of the place is the end of the home's access and of its sections; taking it back is its beginning", async () => {
  const { id } = (await placed()).body;
  expect(await sees(leela)).toBe(true);
  expect((await places(asha, `places/${id}/departure`, "PUT", { at: new Date().toISOString() })).status).toBe(204);
  expect(await sees(leela)).toBe(false);
  const left = await w.db.admin.query(
    `select from access.section_grant g join access.principal p on p.id = g.principal_id
      where g.case_id = $1 and p.subject = $2 and g.valid_until > now()`,
    [caseId, leela.unitId],
  );
  expect(left.rowCount).toBe(0);
  expect((await places(asha, `places/${id}/departure`, "DELETE")).status).toBe(204);
  expect(await sees(leela)).toBe(true);
  // Not through the routes alone: the statement that ends the place ends the access.
  await asha.ask((tx) => tx.rows(sql`update cases.places set until = now() where id = ${id}::uuid`));
  expect(await sees(leela)).toBe(false);
});

test("a move to another home shuts the first and opens the second; the place of before cannot be taken up again beside it", async () => {
  const first = (await placed()).body.id;
  const { rows } = await w.db.admin.query<{ id: string }>(
    `select u.id from agencies.unit u join agencies.agency a on a.id = u.agency_id where a.name_is_location and u.id <> $1 limit 1`,
    [leela.unitId],
  );
  const other = rows[0]?.id as string;
  const moved = await placed(other);
  expect(moved.body.ended).toBe(first);
  expect(await sees(leela)).toBe(false);
  const units = (await membersFor(asha)).map((m: { unitId: string }) => m.unitId);
  expect(units).toContain(other);
  expect(units).not.toContain(leela.unitId);
  expect(await places(asha, `places/${first}/departure`, "DELETE")).toMatchObject({
    status: 409,
    body: { code: "place-taken" },
  });
  // The same home again keeps what it holds.
  await placed(leela.unitId);
  const again = await placed(leela.unitId);
  expect(again.status).toBe(201);
  expect(await sees(leela)).toBe(true);
});

test("a place that is no home brings in nobody", async () => {
  const before = (await membersFor(asha)).length;
  const made = await places(asha, "places", "POST", { since: new Date().toISOString(), name: "The aunt's house" });
  expect(made.status).toBe(201);
  expect(await membersFor(asha)).toHaveLength(before);
  expect(await places(asha, `places/${made.body.id}/review`, "PUT", { reviewAt: inDays(30) })).toMatchObject({
    status: 422,
    body: { code: "home-unknown" },
  });
  expect((await places(asha, "places", "POST", { since: new Date().toISOString() })).status).toBe(422);
});

test("an end beyond two years, one in the past, and a unit that is no home are refused, and nobody comes in", async () => {
  const before = (await membersFor(asha)).length;
  for (const [unit, until, code] of [
    [leela.unitId, inDays(800), "membership-end"],
    [leela.unitId, inDays(-1), "membership-end"],
    [rekha.unitId, inDays(30), "home-unknown"],
    ["00000000-0000-7000-8000-00000000dead", inDays(30), "home-unknown"],
  ] as const)
    expect(await placed(unit, until)).toMatchObject({ status: 422, body: { code } });
  expect(await membersFor(asha)).toHaveLength(before);
  expect((await places(asha, "places")).body.places).toEqual([]);
  expect((await placed()).status).toBe(201);
});

test("who lacks the section is offered no home, names none, and learns nothing by trying one", async () => {
  expect((await places(asha, "homes")).body.homes.length).toBeGreaterThan(0);
  const { caseId: hers } = await w.aCase(await w.as("anil"));
  const anil = await w.as("anil"); // may place by role, is not on this case
  for (const unit of [leela.unitId, rekha.unitId]) {
    const shut = await anil.call("POST", `/api/cases/${caseId}/places`, {
      since: new Date().toISOString(),
      home: { unitId: unit, reviewAt: inDays(30) },
    });
    expect(shut.status).toBe(404);
  }
  expect((await anil.call("GET", `/api/cases/${caseId}/homes`)).status).toBe(404);
  expect((await anil.call("GET", `/api/cases/${hers}/homes`)).status).toBe(200);
  // Nor by the database: the function answers who holds nothing as it answers for no case.
  for (const who of [farah, rekha])
    for (const unit of [leela.unitId, rekha.unitId])
      await expect(
        who.ask((tx) =>
          tx.rows(
            sql`select cases.place_in_home(${caseId}, gen_random_uuid(), now(), ${unit}, 4::smallint, now() + interval '9 days')`,
          ),
        ),
      ).rejects.toMatchObject({ sqlstate: "HW404" });
  for (const who of [farah, rekha]) {
    expect(await who.ask((tx) => tx.rows(sql`select * from cases.homes(${caseId})`))).toEqual([]);
    expect(await who.ask((tx) => tx.rows(sql`select * from cases.places_of(${caseId})`))).toEqual([]);
  }
});

test("a recused member of the committee places nobody, and writes no home beside a place by hand", async () => {
  const kavita = await w.as("kavita");
  expect((await kavita.call("GET", `/api/cases/${caseId}/homes`)).status).toBe(200);
  await kavita.call("POST", `/api/cases/${caseId}/recusal`, {});
  expect((await placed(leela.unitId, inDays(30), kavita)).status).toBe(404);
  expect(await sees(leela)).toBe(false);
  await expect(
    asha.ask((tx) =>
      tx.rows(sql`insert into cases.places (id, case_id, jurisdiction_id, since, recorded_by, home_id, review_at)
        select gen_random_uuid(), id, jurisdiction_id, now(), ${asha.workerId}, ${leela.unitId}, now() + interval '3 days' from cases.cases where id = ${caseId}`),
    ),
  ).rejects.toThrow(/permission denied/);
});

test("a home that was on the case for longer keeps its longer end, and loses it when the child leaves", async () => {
  const anil = await w.as("anil");
  ({ caseId } = await w.aCase(anil));
  await onCase(anil, caseId, "unit", leela.unitId, [1]);
  const before = (await membersFor(anil)).find((m: { unitId: string }) => m.unitId === leela.unitId);
  const { id } = (await placed(leela.unitId, inDays(5), anil)).body;
  const after = (await membersFor(anil)).find((m: { unitId: string }) => m.unitId === leela.unitId);
  expect(after.until).toBe(before.until);
  await places(anil, `places/${id}/departure`, "PUT", { at: new Date().toISOString() });
  expect(await sees(leela)).toBe(false);
});

test("an earlier look ends the home's access earlier", async () => {
  const { id } = (await placed()).body;
  const sooner = inDays(10);
  expect((await places(asha, `places/${id}/review`, "PUT", { reviewAt: sooner })).status).toBe(204);
  const home = (await membersFor(asha)).find((m: { unitId: string }) => m.unitId === leela.unitId);
  expect(Date.parse(home.until)).toBe(Date.parse(sooner));
});
