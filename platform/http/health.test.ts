import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, world } from "../../stories/world.ts";

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

test("alive, ready while the database answers, and figures that name nobody", async () => {
  expect((await w.web.inject("/health/live")).statusCode).toBe(200);
  expect((await w.web.inject("/health/ready")).statusCode).toBe(200);
  const farah = await w.as("farah");
  const { caseId } = await w.aCase(farah);
  await farah.call("GET", `/api/cases/${caseId}`);
  const figures = await w.web.inject("/metrics");
  expect(figures.body).toContain('route="/api/cases/:id"');
  expect(figures.body).not.toContain(caseId);
  expect((await w.web.inject({ url: "/metrics", remoteAddress: "10.0.0.7" })).statusCode).toBe(404);
});
