import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  append,
  emptyFrontier,
  formatKey,
  leafHash,
  rootOfFrontier,
  signCheckpoint,
  tilePath,
  toUtf8,
} from "../engines/transparency/index.ts";
import { sha256, signerOf } from "../platform/log/sequencer.ts";
import { Failure } from "./failure.ts";
import { verifyLog } from "./verify-log.ts";

const pem = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const signer = signerOf("homeward.test/log", pem());
const key = formatKey(signer.key);

let server: Server;
let address: string;
let published = new Map<string, Uint8Array>();
beforeAll(async () => {
  server = createServer((request, answer) => {
    const file = published.get((request.url ?? "").replace("/log/", ""));
    answer.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

let data: string;
let said: string[];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "hw-verify-"));
  said = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(data, { recursive: true, force: true });
});

/** Publishes a log of so many entries; a word makes it another log under the same name. */
function publish(size: number, by = signer, word = "entry"): void {
  const hashes = Array.from({ length: size }, (_, n) => leafHash(toUtf8(`${word} ${n}`), sha256));
  const { frontier, tiles } = append(emptyFrontier, hashes, sha256);
  published = new Map(tiles.map((tile) => [tilePath(tile), Uint8Array.from(tile.bytes)]));
  const root = rootOfFrontier(frontier, sha256);
  published.set("checkpoint", toUtf8(signCheckpoint({ origin: by.key.name, size, root, extensions: [] }, [by])));
}

const run = (told?: string, at = address) =>
  verifyLog({
    text: (option) => ({ data, key: told })[option],
    flag: () => false,
    words: [at],
    verbose: false,
    progress: { during: (_, work) => work(() => {}), line: () => {} },
  });

const kept = () => readdirSync(join(data, "verified"));

test("an overseer gives the key once; the next look needs none and says that the log goes on from the last", async () => {
  publish(300);
  await expect(run()).rejects.toThrow("No key is known");
  expect(await run(key)).toBe(0);
  expect(said.join("\n")).toContain("First look");
  publish(310);
  said = [];
  expect(await run()).toBe(0);
  expect(said.join("\n")).toMatch(/goes on from what was seen on .* \(300 entries\)/);
  expect(said.join("\n")).toContain("Not checked");
});

test("a log rolled back fails, what was seen before stays, and the signed proof is kept", async () => {
  publish(300);
  expect(await run(key)).toBe(0);
  const [memory = ""] = kept();
  const before = readFileSync(join(data, "verified", memory), "utf8");
  publish(290);
  expect(await run()).toBe(1);
  expect(said.join("\n")).toContain("The log has 290 entries");
  expect(readFileSync(join(data, "verified", memory), "utf8")).toBe(before);
  const [evidence = ""] = kept().filter((name) => name.includes("evidence"));
  expect(readFileSync(join(data, "verified", evidence), "utf8")).toContain("\n290\n");
  publish(300, signer, "another");
  expect(await run()).toBe(1);
  expect(said.join("\n")).toContain("written anew");
});

test("a log that moved to another address is still held against what was seen at the first", async () => {
  publish(300);
  expect(await run(key)).toBe(0);
  publish(200);
  const moved = address.replace("127.0.0.1", "localhost");
  expect(await run(key, moved)).toBe(1);
  expect(said.join("\n")).toContain("The log has 200 entries");
  publish(310);
  expect(await run(key, moved)).toBe(0);
  expect(said.join("\n")).toContain("(300 entries)");
});

test("another key is not believed, and the key of another log is refused before anything is fetched", async () => {
  publish(5);
  expect(await run(key)).toBe(0);
  expect(await run(formatKey(signerOf("homeward.test/log", pem()).key))).toBe(1);
  expect(said.at(-2)).toContain("cannot be believed");
  await expect(run(formatKey(signerOf("homeward.test/elsewhere", pem()).key))).rejects.toThrow(Failure);
  await expect(run("nonsense")).rejects.toThrow("cannot be used");
});

test("what was remembered and then changed by hand is not trusted", async () => {
  publish(5);
  expect(await run(key)).toBe(0);
  const file = join(data, "verified", kept()[0] ?? "");
  writeFileSync(file, readFileSync(file, "utf8").replace("\\n5\\n", "\\n4\\n"));
  await expect(run()).rejects.toThrow("cannot be used");
});
