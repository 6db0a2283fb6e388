import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInterface } from "../../../app.ts";
import { type World, world } from "../../../stories/world.ts";
import { problemCodes } from "../problems.ts";
import { generateClient } from "./generate.ts";

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.stop());

interface Described {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, object>; security?: object[]; "x-act": string | null }
    >
  >;
}

test("every route of the interface is described, with its act, its answers and the problem that a refusal is", async () => {
  const { paths, openapi } = (await w.web.inject("/interface/openapi.json")).json<Described>();
  expect(openapi).toBe("3.1.0");
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
  const served = w.web.routeTable
    .filter(({ url }) => /^\/(?:api|log)\//.test(url))
    .map(({ method, url }) => `${method} ${url.replace(/\*$/, "{*}")}`);
  expect(served.length).toBeGreaterThan(60);
  expect(described.map((d) => d.replace(":*", "{*}")).sort()).toEqual(served.sort());
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
  for (const o of operations) {
    expect(Object.keys(o.responses), o.operationId).toContain("default");
    expect(Object.keys(o.responses).length, `${o.operationId} says what it answers`).toBeGreaterThan(1);
  }
  expect(paths["/api/cases/{id}"]?.get).toMatchObject({ "x-act": "case.read" });
});

test("the client's types are those of the routes (if not: ./homeward schema)", async () => {
  const kept = readFileSync(join(import.meta.dirname, "../../../web/kit/api.gen.ts"), "utf8");
  expect(kept === (await generateClient(await describeInterface())), "web/kit/api.gen.ts is old").toBe(true);
}, 60_000);

test("the page of the interface and the page of codes can be read in both languages, and show every code", async () => {
  for (const [lang, title] of [
    ["en", "Interface"],
    ["hi", "इंटरफ़ेस"],
  ] as const) {
    const page = await w.web.inject(`/interface?lang=${lang}`);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).toContain(`<h1>${title}</h1>`);
    expect(page.body).toContain("<code>/api/cases/{id}/notes</code>");
    const codes = await w.web.inject(`/problems?lang=${lang}`);
    for (const { code } of problemCodes()) expect(codes.body, code).toContain(`<code>${code}</code>`);
    expect(codes.body).not.toMatch(/\{\{/);
  }
});

test("where a problem says that it is explained, it is; another code is not there", async () => {
  const refusal = (await w.web.inject("/api/cases")).json<{ type: string; code: string }>();
  expect(refusal.code).toBe("signed-out");
  const page = await w.web.inject(refusal.type);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("You are signed out.");
  expect((await w.web.inject("/problems/none-such")).statusCode).toBe(404);
});
