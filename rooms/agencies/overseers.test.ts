import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../stories/world.ts";

let w: World;
let daniel: Person; // keeps the workers of the Delhi commission in these tests
let tushar: Person; // administrator of the helpline
let ruksana: Person; // administrator of a child protection unit
beforeAll(async () => {
  w = await world();
  daniel = await w.as("daniel");
  tushar = await w.as("tushar");
  ruksana = await w.as("ruksana");
  await w.db.admin.query("update agencies.posting set roles = '{administrator}' where worker_id = $1", [
    daniel.workerId,
  ]);
});
afterAll(() => w.stop());

const newcomer = () => ({
  names: { en: "Oindrila Quillpatra", bn: "ঐন্দ্রিলা কুইলপাত্র" },
  language: "en",
  unitId: daniel.unitId,
  basis: "new-post",
});
const drawn = async (approval: string): Promise<Person> => {
  const { rows } = await w.db.admin.query("select second from access.approval where id = $1", [approval]);
  return rows[0].second === tushar.workerId ? tushar : ruksana;
};
const rolesOf = async (worker: string) =>
  (await w.db.admin.query("select roles from agencies.posting where worker_id = $1 and during @> now()", [worker]))
    .rows[0]?.roles;

test("an overseer is named by two: one asks, a person of another agency agrees to exactly this, then it is done, once", async () => {
  const asked = await daniel.call("POST", "/api/overseers", newcomer());
  expect(asked.status).toBe(202);
  const id = asked.body.approvalId;
  expect((await daniel.call("PUT", `/api/overseers/${id}`)).body.code).toBe("second-person-needed");

  const second = await drawn(id);
  const { body } = await second.call("GET", "/api/approvals");
  const waiting = body.approvals.find((a: { id: string }) => a.id === id);
  expect(waiting).toMatchObject({
    action: "overseer-naming",
    onCase: false,
    payload: { names: newcomer().names, basis: "new-post", unit: daniel.unitId },
  });
  const decide = (decision: string) =>
    second.call("POST", `/api/approvals/${id}/decision`, {
      payloadHash: waiting.payloadHash,
      decision,
      code: "in-order",
    });
  expect((await decide("approved")).status).toBe(204);

  const state = await daniel.call("GET", "/api/approvals/asked");
  expect(state.body.approvals[0]).toMatchObject({ id, decision: "approved", usedAt: null });
  expect(JSON.stringify(state.body)).not.toContain(second.workerId); // who was drawn is told to nobody

  const named = await daniel.call("PUT", `/api/overseers/${id}`);
  expect(named.status).toBe(200);
  expect(await rolesOf(named.body.workerId)).toEqual(["overseer"]);
  expect((await daniel.call("PUT", `/api/overseers/${id}`)).body.code).toBe("second-person-needed");
});

test("without the second person's yes nobody becomes an overseer, by no way of joining or moving", async () => {
  const asked = await daniel.call("POST", "/api/overseers", newcomer());
  const second = await drawn(asked.body.approvalId);
  const { body } = await second.call("GET", "/api/approvals");
  const waiting = body.approvals.find((a: { id: string }) => a.id === asked.body.approvalId);
  await second.call("POST", `/api/approvals/${waiting.id}/decision`, {
    payloadHash: waiting.payloadHash,
    decision: "declined",
    code: "reason-not-enough",
  });
  expect((await daniel.call("PUT", `/api/overseers/${waiting.id}`)).body.code).toBe("second-person-needed");
  const alone = { names: { en: "Nobody Real" }, language: "en", unitId: daniel.unitId, roles: ["overseer"] };
  expect((await daniel.call("POST", "/api/colleagues", alone)).body.code).toBe("second-person-needed");
});

test("what was agreed to for one asker is nothing in another's hand, and other agencies name no overseers", async () => {
  const asked = await daniel.call("POST", "/api/overseers", newcomer());
  await w.db.admin.query("update access.approval set decision = 'approved', decided_at = now() where id = $1", [
    asked.body.approvalId,
  ]);
  expect((await tushar.call("PUT", `/api/overseers/${asked.body.approvalId}`)).status).toBe(404);
  const meher = await w.as("meher"); // a second administrator of the same commission
  await w.db.admin.query("update agencies.posting set roles = '{administrator}' where worker_id = $1", [
    meher.workerId,
  ]);
  expect((await meher.call("PUT", `/api/overseers/${asked.body.approvalId}`)).status).toBe(404);
  expect((await tushar.call("POST", "/api/overseers", newcomer())).status).toBe(404);
  const own = { ...newcomer(), unitId: tushar.unitId };
  expect((await tushar.call("POST", "/api/overseers", own)).body.code).toBe("not-oversight");
  expect((await daniel.call("PUT", `/api/overseers/${asked.body.approvalId}`)).status).toBe(200);
});

test("who left in the meantime does not come back as an overseer", async () => {
  const joined = await daniel.call("POST", "/api/colleagues", {
    names: { en: "Leaves Soon" },
    language: "en",
    unitId: daniel.unitId,
    roles: ["administrator"],
  });
  const asked = await daniel.call("POST", "/api/overseers", {
    workerId: joined.body.id,
    unitId: daniel.unitId,
    basis: "stands-in",
  });
  expect(asked.status).toBe(202);
  await w.db.admin.query("update access.approval set decision = 'approved', decided_at = now() where id = $1", [
    asked.body.approvalId,
  ]);
  await daniel.call("DELETE", `/api/colleagues/${joined.body.id}`);
  expect((await daniel.call("PUT", `/api/overseers/${asked.body.approvalId}`)).status).toBe(404);
  expect(await rolesOf(joined.body.id)).toBeUndefined();
});
