import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { firstFree, isFree } from "./ports.ts";

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((done) => server.close(done));
});

/** Listens on a port that the system chooses, or on a given one. */
async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer();
  open.push(server);
  await new Promise<void>((done, refuse) => {
    server.once("error", refuse);
    server.listen(port, host, done);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("a taken port is seen, and the next free one found", async () => {
  const port = await occupy("127.0.0.1");
  expect(await isFree("127.0.0.1", port)).toBe(false);
  const next = await firstFree("127.0.0.1", port);
  expect(next).toBeGreaterThan(port);
  expect(await isFree("127.0.0.1", next ?? 0)).toBe(true);
});

test("somebody who listens on every address has the port too", async () => {
  expect(await isFree("127.0.0.1", await occupy("0.0.0.0"))).toBe(false);
});

test("a browser told localhost must not reach somebody else on the other family", async (context) => {
  const port = await occupy("::1").catch(() => null);
  if (port === null) return context.skip("this machine has no IPv6");
  expect(await isFree("127.0.0.1", port)).toBe(false);
});

test("when none of the tried ports is free, there is none", async () => {
  const port = await occupy("127.0.0.1");
  expect(await firstFree("127.0.0.1", port, 1)).toBeNull();
});

test("an address of another machine is an error, not a taken port", async () => {
  await expect(isFree("192.0.2.1", 8098)).rejects.toMatchObject({ code: "EADDRNOTAVAIL" });
});
