import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onCase, type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let leela: Person; // manages the home by day
let bina: Person; // and by night
let deepak: Person;
let caseId: string;
beforeAll(async () => {
  w = await world();
  const anil = await w.as("anil");
  [leela, bina, deepak] = await Promise.all([w.as("leela"), w.as("bina"), w.as("deepak")]);
  ({ caseId } = await w.aCase(anil));
  await onCase(anil, caseId, "unit", leela.unitId, [1, 2, 3]);
  await onCase(anil, caseId, "unit", deepak.unitId, [1, 3]);
});
afterAll(() => w.stop());

const until = () => new Date(Date.now() + 12 * 3_600_000).toISOString();
const write = (text: string, more: object = {}) =>
  leela.call("POST", `/api/cases/${caseId}/hand-overs`, { unitId: leela.unitId, until: until(), text, ...more });
const listed = async (who: Person) => (await who.call("GET", `/api/cases/${caseId}/hand-overs`)).body.handOvers;
const waiting = async (who: Person) => (await who.call("GET", "/api/hand-overs")).body.handOvers;

test("the night reads what the day wrote, says so, and it leaves My day", async () => {
  const made = await write("She asked twice for her brother. Let her keep the light on.");
  expect(made.status).toBe(201);
  expect((await waiting(bina)).map((h: { id: string }) => h.id)).toContain(made.body.id);
  expect(await waiting(leela)).toEqual([]); // her own
  expect((await listed(bina))[0]).toMatchObject({
    mine: false,
    text: "She asked twice for her brother. Let her keep the light on.",
    readAt: null,
  });
  const path = `/api/cases/${caseId}/hand-overs/${made.body.id}/reading`;
  expect((await leela.call("PUT", path)).body.code).toBe("hand-over-own");
  const read = await bina.call("PUT", path);
  expect(read.status).toBe(200);
  expect((await bina.call("PUT", path)).body).toEqual(read.body); // the first word stays
  expect(await waiting(bina)).toEqual([]);
  expect((await listed(leela))[0].reader).not.toBeNull();
});

test("police on the same case do not read a home's night notes, and cannot tell that there are any", async () => {
  const made = await write("Room four, upstairs.");
  expect((await listed(bina)).length).toBeGreaterThan(0);
  expect(await listed(deepak)).toEqual([]);
  expect(await waiting(deepak)).toEqual([]);
  const shut = await deepak.call("PUT", `/api/cases/${caseId}/hand-overs/${made.body.id}/reading`);
  const absent = await deepak.call(
    "PUT",
    `/api/cases/${caseId}/hand-overs/00000000-0000-7000-8000-000000000000/reading`,
  );
  expect([shut.status, shut.body]).toEqual([404, absent.body]);
  expect(await deepak.ask((tx) => tx.rows(sql`select id from cases.hand_overs`))).toEqual([]);
  expect(await bina.ask((tx) => tx.rows(sql`select id from cases.hand_overs`))).not.toEqual([]);
});

test("numbers run without a gap, also when many write at once, and the slip's hash is the log's", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, (_, i) => write(`Note ${i}`)));
  expect(made.map((one) => one.status)).toEqual(Array(8).fill(201));
  const numbers = (await listed(leela)).map((h: { number: number }) => h.number).sort((a: number, b: number) => a - b);
  expect(numbers).toEqual(numbers.map((_: number, i: number) => i + 1));
  const slip = (await listed(bina)).find((h: { id: string }) => h.id === made[0]?.body.id);
  expect(slip.hash).toBe(made[0]?.body.hash);
  const { rows } = await w.db.admin.query(
    "select details from log.detail where verb = 'hand-over-written' and subject_id = $1",
    [slip.id],
  );
  expect(rows[0].details).toMatchObject({ number: slip.number, hash: slip.hash });
  // Whoever touches the row changes the hash that the paper carries.
  await w.db.admin.query("update cases.hand_overs set until = until + interval '1 hour' where id = $1", [slip.id]);
  expect((await listed(bina)).find((h: { id: string }) => h.id === slip.id).hash).not.toBe(slip.hash);
});

test("it is for the next shift: within seven days, and for a unit on the case", async () => {
  expect((await write("x", { until: new Date(Date.now() + 9 * 86_400_000).toISOString() })).body.code).toBe(
    "hand-over-ends",
  );
  expect((await write("x", { until: new Date(Date.now() - 1000).toISOString() })).body.code).toBe("hand-over-ends");
  expect((await write("x", { unitId: (await w.as("arvind")).unitId })).body.code).toBe("unit-not-on-case");
  expect((await write("x", { unitId: deepak.unitId })).status).toBe(201);
  expect((await waiting(deepak)).length).toBe(1);
});
