import { afterAll, beforeAll, expect, test } from "vitest";
import { playJourney } from "./journey.ts";
import { type World, world } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await world();
  await w.web.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => w.stop());

test("the first journey: from a neighbour's word to an overseer who sees who opened the girl's name", async () => {
  await w.log.settle();
  const address = w.web.server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  const lines: string[] = [];
  const held = await playJourney(`http://127.0.0.1:${address.port}`, (line) => lines.push(line));
  expect(held, lines.join("\n")).toBe(true);
});
