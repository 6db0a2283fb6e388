import { randomUUID } from "node:crypto";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyStore } from "./key-store.ts";
import { openKeyring } from "./keyring.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "hw-keys-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const agency = randomUUID();
const store = (at = "data") => new KeyStore(join(dir, at), openKeyring(join(dir, "ring"), true));

test("a key is on disk, wrapped and private, and comes back the same", () => {
  const id = randomUUID();
  const key = store().ensure("person", id, agency);
  expect(store().find("person", id)?.equals(key)).toBe(true);
  const path = join(dir, "data", "person", id.slice(-2), `${id}.key`);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(readFileSync(path, "utf8")).not.toContain(key.toString("base64"));
  expect(store().find("case", id)).toBeNull();
});

test("a destroyed key stays destroyed when old key files come back beside today's list", () => {
  const id = randomUUID();
  const kept = randomUUID();
  store().ensure("person", id, agency);
  store().ensure("person", kept, agency);
  cpSync(join(dir, "data", "person"), join(dir, "backup"), { recursive: true });
  store().destroy("person", id);
  cpSync(join(dir, "backup"), join(dir, "data", "person"), { recursive: true });
  expect(store().find("person", id)).not.toBeNull(); // the backup did bring it back
  expect(store().replayErasures([])).toBe(1);
  expect(store().find("person", id)).toBeNull();
  expect(() => store().ensure("person", id, agency)).toThrow(/destroyed/);
  expect(store().find("person", kept)).not.toBeNull();
});

test("a destroyed key stays destroyed when the whole folder is old but the database knows", () => {
  const id = randomUUID();
  store().ensure("person", id, agency);
  expect(store().replayErasures([id])).toBe(1);
  expect(store().find("person", id)).toBeNull();
});

test("the keyring is refused in words when others can read it", () => {
  openKeyring(join(dir, "ring"), true);
  chmodSync(join(dir, "ring", "keyring.json"), 0o644);
  expect(() => openKeyring(join(dir, "ring"), false)).toThrow(/can be read by others/);
});
