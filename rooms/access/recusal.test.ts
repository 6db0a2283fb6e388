import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, world } from "../../stories/world.ts";

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

test("whoever says that they know somebody meets a closed door at once, in the page, the list and the name; a colleague does not", async () => {
  const farah = await w.as("farah");
  const tomas = await w.as("tomas"); // same unit
  const { caseId, childId } = await w.aCase(farah);
  expect((await tomas.call("GET", `/api/cases/${caseId}`)).status).toBe(200);

  expect((await tomas.call("POST", `/api/cases/${caseId}/recusal`, {})).status).toBe(204);

  const closed = await tomas.call("GET", `/api/cases/${caseId}`);
  const absent = await tomas.call("GET", "/api/cases/00000000-0000-7000-8000-000000000000");
  expect(closed.status).toBe(404);
  expect(closed.body).toEqual(absent.body);
  expect(JSON.stringify((await tomas.call("GET", "/api/cases?open=any")).body)).not.toContain(caseId);
  expect(JSON.stringify((await tomas.call("GET", "/api/cases")).body)).not.toContain(caseId);
  expect((await tomas.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" })).status).toBe(404);

  const { body: page } = await farah.call("GET", `/api/cases/${caseId}`);
  expect(page.ref).toBeDefined();
  // Members never learn of it.
  expect(JSON.stringify(page)).not.toMatch(/recus/i);
});
