import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveBundle } from "./bundle.ts";
import { createServer, type Web } from "./server.ts";

const script = `console.log(${JSON.stringify("the staff app ".repeat(500))});`;
let dir: string;
let web: Web;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "homeward-bundle-"));
  mkdirSync(join(dir, "assets"));
  writeFileSync(join(dir, "index.html"), "<!doctype html><title>Homeward</title>");
  writeFileSync(join(dir, "assets", "main-1.js"), script);
  writeFileSync(join(dir, "assets", "face.woff2"), Buffer.alloc(500, 1));
  web = await createServer({ publicOrigin: null, secure: false, log: false, version: "0" });
  serveBundle(web, dir);
  await web.ready();
});
afterAll(async () => {
  await web.close();
  rmSync(dir, { recursive: true, force: true });
});

const get = (url: string, encoding?: string) =>
  web.inject({ url, headers: encoding === undefined ? {} : { "accept-encoding": encoding } });

test("a browser gets the app as small as it can read it, the same bytes each way", async () => {
  const plain = await get("/assets/main-1.js");
  expect(plain.body).toBe(script);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const brotli = await get("/assets/main-1.js", "gzip, deflate, br");
  expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
  expect(brotli.rawPayload.length).toBeLessThan(script.length / 10);
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script);
  const old = await get("/assets/main-1.js", "gzip");
  expect(gunzipSync(old.rawPayload).toString()).toBe(script);
  expect((await get("/assets/face.woff2", "br")).headers["content-encoding"]).toBeUndefined(); // small already
});

test("every other address is the app's one page, except what a room or an attacker would ask for", async () => {
  for (const url of ["/", "/cases/anything"]) expect((await get(url)).body).toContain("<title>Homeward</title>");
  for (const url of ["/api/nothing", "/assets/..%2fpackage.json", "/assets/none.js"])
    expect((await get(url)).statusCode, url).toBe(404);
});
