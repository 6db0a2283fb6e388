import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";

let w: World;
let anil: Person;
let alka: Person;
beforeAll(async () => {
  w = await world();
  anil = await w.as("anil");
  alka = await w.as("alka"); // a supervisor elsewhere
});
afterAll(() => w.stop());

const why = "The aunt was visited twice, and the child wants to stay there";
async function asked(): Promise<{ caseId: string; approvalId: string }> {
  const { caseId } = await w.aCase(anil);
  const { body } = await anil.call("POST", `/api/cases/${caseId}/tracks/care/closing`, {
    outcome: "safe-with-relatives",
    reason: why,
  });
  await w.db.admin.query("update access.approval set second = $2 where id = $1", [body.approvalId, alka.workerId]);
  return { caseId, approvalId: body.approvalId };
}

test("the drawn person reads the reason, and that stands in the log before; nobody else reads it", async () => {
  const { approvalId } = await asked();
  const read = await alka.call("GET", `/api/approvals/${approvalId}/case`);
  expect(read.body).toMatchObject({ reason: why, openTasks: 0 });
  const { rows } = await w.db.admin.query("select verb, worker_id from log.detail where subject_id = $1", [approvalId]);
  expect(rows).toContainEqual({ verb: "approval-viewed", worker_id: alka.workerId });
  const geeta = await w.as("geeta"); // supervisor of the asking agency
  expect((await geeta.call("GET", `/api/approvals/${approvalId}/case`)).status).toBe(404);
});

test("the vault opens no reason without the entry, and none after the decision", async () => {
  const { approvalId } = await asked();
  const call = () => w.vault.call("/approval-reasons", { token: alka.token, approvalId });
  await expect(call()).rejects.toMatchObject({ sqlstate: "HW404" });
  await alka.call("GET", `/api/approvals/${approvalId}/case`);
  expect(await call()).toEqual({ reason: why });
  await w.db.admin.query("update access.approval set decision = 'declined', decided_at = now() where id = $1", [
    approvalId,
  ]);
  await expect(call()).rejects.toMatchObject({ sqlstate: "HW404" });
});

test("whoever leads the case sees what was asked and decided, never who was drawn; others on the case see nothing", async () => {
  const { caseId, approvalId } = await asked();
  const farah = await w.as("farah");
  await anil.call("POST", `/api/cases/${caseId}/members`, {
    kind: "unit",
    subjectId: farah.unitId,
    purpose: 2,
    until: new Date(Date.now() + 86_400_000).toISOString(),
    sections: [1],
    basis: "joint-work",
  });
  const mine = await anil.call("GET", `/api/cases/${caseId}/approvals`);
  expect(mine.body.approvals).toMatchObject([{ id: approvalId, action: "track-closing", decision: null }]);
  expect(JSON.stringify(mine.body)).not.toContain(alka.workerId);
  expect((await farah.call("GET", `/api/cases/${caseId}/approvals`)).body).toEqual({ approvals: [] });
});

test("closing and reopening stand on the timeline, and in the list of what was asked", async () => {
  const { caseId, approvalId } = await asked();
  await w.db.admin.query("update access.approval set decision = 'approved', decided_at = now() where id = $1", [
    approvalId,
  ]);
  const closing = { outcome: "safe-with-relatives", approvalId };
  const url = `/api/cases/${caseId}/tracks/care/closure`;
  expect((await anil.call("POST", url, { ...closing, outcome: "died" })).body.code).toBe("second-person-needed");
  expect((await anil.call("POST", url, closing)).status).toBe(204);
  expect((await anil.call("DELETE", url, { reason: "The child came back" })).status).toBe(204);
  const { body } = await anil.call("GET", `/api/cases/${caseId}`);
  expect(body.timeline.map((e: { kind: string }) => e.kind)).toEqual(
    expect.arrayContaining(["track-closed", "reopened"]),
  );
  expect((await anil.call("GET", `/api/cases/${caseId}/approvals`)).body.approvals[0].usedAt).not.toBeNull();
});
