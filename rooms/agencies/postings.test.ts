import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import { onCase, type Person, type World, world } from "../../stories/world.ts";

let w: World;
let tushar: Person; // administrator of the helpline
let ruksana: Person; // administrator of a child protection unit
let farah: Person; // answers calls at night
let anil: Person; // case worker in ruksana's agency
const night = person("farah").unit.id;
const day = person("ishita").unit.id;

beforeAll(async () => {
  w = await world();
  [tushar, ruksana, farah, anil] = await Promise.all([w.as("tushar"), w.as("ruksana"), w.as("farah"), w.as("anil")]);
});
afterAll(() => w.stop());

const posting = (who: Person, by: Person, method: "PUT" | "POST", unitId: string, roles: string[]) =>
  by.call(method, `/api/colleagues/${who.workerId}/posting`, { unitId, roles });
const reportTakenBy = async (who: Person): Promise<string> => {
  const { body } = await who.call("POST", "/api/calls", {});
  await who.call("POST", `/api/calls/${body.id}/report`, {});
  return body.id;
};

test("who moves to another unit loses the old unit's reports at once, and what they took falls back to its desk", async () => {
  const tomas = await w.as("tomas"); // stays in the night shift
  const report = await reportTakenBy(farah);
  expect((await farah.call("GET", `/api/reports/${report}`)).status).toBe(200);
  expect((await tomas.call("PUT", `/api/reports/${report}/claim`)).body.code).toBe("claimed-by-another");

  expect((await posting(farah, tushar, "PUT", day, ["helpline-worker"])).status).toBe(204);
  expect((await farah.call("GET", `/api/reports/${report}`)).status).toBe(404);
  expect((await tomas.call("PUT", `/api/reports/${report}/claim`)).status).toBe(204);

  expect((await posting(farah, tushar, "PUT", night, ["helpline-worker"])).status).toBe(204);
  expect((await farah.call("GET", `/api/reports/${report}`)).status).toBe(200);
});

test("a change of roles alone leaves what somebody took", async () => {
  const report = await reportTakenBy(farah);
  expect((await posting(farah, tushar, "PUT", night, ["helpline-worker", "duty-officer"])).status).toBe(204);
  expect((await farah.call("GET", `/api/reports/${report}`)).body.mine).toBe(true);
  await posting(farah, tushar, "PUT", night, ["helpline-worker"]);
});

test("nobody decides on their own posting: an administrator does not become supervisor of what they may not see", async () => {
  const { caseId } = await w.aCase(anil);
  const alone = await posting(ruksana, ruksana, "PUT", ruksana.unitId, ["administrator", "supervisor"]);
  expect([alone.status, alone.body.code]).toEqual([409, "own-posting"]);
  expect((await ruksana.call("DELETE", `/api/colleagues/${ruksana.workerId}`)).body.code).toBe("own-posting");
  const seen = await w.as("ruksana");
  expect((await seen.call("GET", `/api/cases/${caseId}`)).status).toBe(403); // her role reads no case
  // There was something to refuse: the same roles are hers to give to others.
  expect((await posting(anil, ruksana, "PUT", anil.unitId, ["case-worker", "supervisor"])).status).toBe(204);
  await posting(anil, ruksana, "PUT", anil.unitId, ["case-worker"]);
});

test("only roles of this kind of agency are given, by its own administrators, into its own units", async () => {
  const other = await posting(farah, tushar, "PUT", night, ["committee-member"]);
  expect([other.status, other.body.code]).toEqual([422, "role-not-here"]);
  expect((await posting(farah, tushar, "PUT", anil.unitId, ["helpline-worker"])).status).toBe(404);
  expect((await posting(farah, ruksana, "PUT", anil.unitId, ["case-worker"])).status).toBe(404);
  expect((await tushar.call("GET", `/api/colleagues/${anil.workerId}`)).status).toBe(404);
});

test("an administrator sees what an end would touch in numbers, and no case", async () => {
  const ravi = await w.as("ravi");
  const { caseId } = await w.aCase(ravi);
  await onCase(ravi, caseId, "worker", anil.workerId, [1]);
  const { body } = await ruksana.call("GET", `/api/colleagues/${anil.workerId}`);
  expect(body).toMatchObject({ casesByName: 1, onlySupervisor: false, leftAt: null, signsIn: true });
  expect(body.openSessions).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toContain(caseId);
});

test("leaving ends access at once and for good; joining again opens the unit, not what was given by name", async () => {
  const ravi = await w.as("ravi");
  const { caseId } = await w.aCase(ravi);
  await onCase(ravi, caseId, "worker", anil.workerId, [1]);
  const { caseId: own } = await w.aCase(anil);
  expect((await anil.call("GET", `/api/cases/${caseId}`)).status).toBe(200);

  expect((await ruksana.call("DELETE", `/api/colleagues/${anil.workerId}`)).status).toBe(204);
  expect((await anil.call("GET", `/api/cases/${caseId}`)).status).toBe(401);
  const { body } = await ruksana.call("GET", "/api/colleagues");
  expect(body.colleagues.map((one: { id: string }) => one.id)).not.toContain(anil.workerId);
  expect(body.gone.map((one: { id: string }) => one.id)).toContain(anil.workerId);
  expect((await (await w.as("geeta")).call("GET", "/api/colleagues")).body.gone).toEqual([]); // an administrator's list
  expect((await ruksana.call("GET", `/api/colleagues/${anil.workerId}`)).body.leftAt).not.toBeNull();
  // Whoever left is nobody else's to take.
  expect((await posting(anil, tushar, "POST", day, ["helpline-worker"])).status).toBe(404);

  expect((await posting(anil, ruksana, "POST", anil.unitId, ["case-worker"])).status).toBe(204);
  const again = await w.as("anil");
  expect((await again.call("GET", `/api/cases/${own}`)).status).toBe(200);
  expect((await again.call("GET", `/api/cases/${caseId}`)).status).toBe(404);
  const { rows } = await w.db.admin.query("select disabled_at from sessions.credential where worker_id = $1", [
    anil.workerId,
  ]);
  expect(rows[0].disabled_at).toBeNull();
  // Who serves does not join again.
  expect((await posting(again, ruksana, "POST", anil.unitId, ["case-worker"])).status).toBe(404);
});
