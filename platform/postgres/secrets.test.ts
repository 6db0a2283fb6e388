import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret, scramVerifier } from "./secrets.ts";

test("a verifier proves the server of the example in RFC 7677, section 3", () => {
  const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
  const verifier = scramVerifier("pencil", salt);
  const [, serverKey] =
    /^SCRAM-SHA-256\$4096:W22ZaJ0SNY7soEsUEjb6gQ==\$[\w+/]{43}=:([\w+/]{43}=)$/.exec(verifier) ?? [];
  const nonce = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  const spoken = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`;
  const signature = createHmac("sha256", Buffer.from(serverKey ?? "", "base64"))
    .update(spoken)
    .digest("base64");
  expect(signature).toBe("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
});

test("two verifiers of one secret differ, and a secret that SCRAM would rewrite is refused", () => {
  expect(scramVerifier("pencil")).not.toBe(scramVerifier("pencil"));
  expect(() => scramVerifier("घर")).toThrow(RangeError);
  expect(() => scramVerifier("two words")).toThrow(RangeError);
  expect(() => scramVerifier("")).toThrow(RangeError);
});

test("two who ask at nearly the same time for a secret that is not there get the same one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "homeward-secret-"));
  for (let delay = 0; delay < 60; delay++) {
    const path = join(folder, String(delay));
    const first = keptSecret(path);
    for (let turn = 0; turn < delay; turn++) await new Promise(setImmediate);
    const second = keptSecret(path);
    expect(await first, `${delay} turns apart`).toMatch(/^[\w-]{43}$/);
    expect(await second, `${delay} turns apart`).toBe(await first);
  }
  await rm(folder, { recursive: true });
});
