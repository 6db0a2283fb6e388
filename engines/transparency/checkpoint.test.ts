import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify as verifyBytes,
} from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  packLine,
  packOf,
  parseCheckpoint,
  signCheckpoint,
} from "./checkpoint.ts";
import { fromHex } from "./encoding.ts";
import { detailsBelong, parseLeaf } from "./leaf.ts";
import { makeKey, parseKey, type Signer } from "./note.ts";
import { verifyConsistency } from "./proofs.ts";
import { leafHash, rootOf } from "./tree.ts";

const VECTORS = new URL("../../../shared/data/transparency/", import.meta.url);
const ABSENT = "the published vectors are not here (../shared/data/transparency)";
const FORMAT = new URL("../../docs/log-format.md", import.meta.url);

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const verify = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => {
  const x = Buffer.from(publicKey).toString("base64url");
  return verifyBytes(
    null,
    message,
    createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }),
    signature,
  );
};
const vectors = (file: string) => JSON.parse(readFileSync(new URL(file, VECTORS), "utf8"));
const known = (line: string) => {
  const key = parseKey(line, hash);
  if (!key.ok) throw new Error(key.why);
  return key.value;
};
function signer(name: string): Signer {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  return {
    key: makeKey(name, publicKey, hash),
    sign: (message) => new Uint8Array(signBytes(null, message, pair.privateKey)),
  };
}

const ORIGIN = "homeward.example.in/log";
const checkpoint: Checkpoint = { origin: ORIGIN, size: 3, root: new Uint8Array(32).fill(5), extensions: [] };

test("a checkpoint is read as it was written", () => {
  const line = fc.string({ minLength: 1, unit: "grapheme-ascii" }).map((text) => text || "x");
  const any = fc.record({
    origin: line,
    size: fc.maxSafeNat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes)),
    extensions: fc.array(line, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(any, (one) => {
      expect(parseCheckpoint(formatCheckpoint(one))).toEqual({ ok: true, value: one });
    }),
  );
});

test("a checkpoint in any other form is refused", () => {
  const good = formatCheckpoint(checkpoint);
  const [origin, size, root] = good.split("\n") as [string, string, string];
  const wrong = [
    "",
    good.slice(0, -1),
    `${good}\n`,
    `${good}line`,
    `${origin}\n${size}\n`,
    `\n${size}\n${root}\n`,
    `${origin}\n03\n${root}\n`,
    `${origin}\n+3\n${root}\n`,
    `${origin}\n-1\n${root}\n`,
    `${origin}\n3.0\n${root}\n`,
    `${origin}\n 3\n${root}\n`,
    `${origin}\n0x3\n${root}\n`,
    `${origin}\n\n${root}\n`,
    `${origin}\n9007199254740992\n${root}\n`,
    `${origin}\n${size}\n${root.slice(0, -1)}\n`,
    `${origin}\n${size}\nAAAA\n`,
    `${origin}\n${size}\n${root} \n`,
    `${origin}\n${size}\n${root}\n\nline\n`,
    `${origin}\n${size}\n${root}\nline\u0007\n`,
    `${origin}\r\n${size}\r\n${root}\r\n`,
  ];
  expect(parseCheckpoint(good).ok).toBe(true);
  for (const text of wrong) {
    expect(parseCheckpoint(text), JSON.stringify(text)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^[A-Z].*\.$/),
    });
  }
  expect(() => formatCheckpoint({ ...checkpoint, origin: "" })).toThrow(RangeError);
  expect(() => formatCheckpoint({ ...checkpoint, origin: "a\nb" })).toThrow(RangeError);
  expect(() => formatCheckpoint({ ...checkpoint, extensions: [""] })).toThrow(RangeError);
  expect(() => formatCheckpoint({ ...checkpoint, size: -1 })).toThrow(RangeError);
  expect(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) })).toThrow(RangeError);
});

test("who checks believes a checkpoint only with the right signature, key and origin", () => {
  const [log, other] = [signer(ORIGIN), signer(ORIGIN)];
  const note = signCheckpoint(checkpoint, [log]);
  const opened = openCheckpoint(note, { origin: ORIGIN, keys: [log.key], verify });
  expect(opened).toMatchObject({ ok: true, value: { checkpoint, signedBy: [log.key] } });
  const why = (text: string, origin: string, key = log.key) => {
    const answer = openCheckpoint(text, { origin, keys: [key], verify });
    return answer.ok ? "accepted" : answer.why;
  };
  expect(why(note, ORIGIN, other.key)).toBe("No known key has signed.");
  expect(why(note, "homeward.example.org/log")).toBe("The checkpoint is that of another log.");
  expect(why(note.replace("\n3\n", "\n4\n"), ORIGIN)).toBe("A signature by a known key is false.");
  expect(why(note.replace("BQUF", "BQUG"), ORIGIN)).toBe("A signature by a known key is false.");
});

test("the country pack stands in the checkpoint, signed, and once", () => {
  const sha256 = "ab".repeat(32);
  expect(packOf({ ...checkpoint, extensions: ["other line", packLine(sha256)] })).toEqual({ ok: true, value: sha256 });
  expect(packOf(checkpoint)).toEqual({ ok: true, value: null });
  for (const extensions of [
    [packLine(sha256), packLine(sha256)],
    ["homeward-pack/1"],
    [`homeward-pack/1 ${sha256.toUpperCase()}`],
  ]) {
    expect(packOf({ ...checkpoint, extensions }).ok).toBe(false);
  }
  expect(() => packLine("ab")).toThrow(RangeError);
});

test("published checkpoints of other logs: opened, and proved to be one history", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { log_vkey, init, next, consistency_5_8_hex, sumdb_vkey, sumdb_checkpoint } = vectors("witness.json");
  const trust = { origin: "monkeys", keys: [known(log_vkey)], verify };
  const [old, grown] = [openCheckpoint(init, trust), openCheckpoint(next, trust)];
  if (!old.ok || !grown.ok) throw new Error("a genuine checkpoint was refused");
  const proof = consistency_5_8_hex.map((hex: string) => {
    const bytes = fromHex(hex);
    if (!bytes.ok) throw new Error(bytes.why);
    return bytes.value;
  });
  const [from, to] = [old.value.checkpoint, grown.value.checkpoint];
  const claim = { oldSize: from.size, newSize: to.size, oldRoot: from.root, newRoot: to.root, proof, hash };
  expect(verifyConsistency(claim)).toEqual({ ok: true });
  expect(verifyConsistency({ ...claim, proof: [] }).ok).toBe(false);

  const sumdb = openCheckpoint(sumdb_checkpoint, { origin: "go.sum database tree", keys: [known(sumdb_vkey)], verify });
  expect(sumdb).toMatchObject({ ok: true, value: { checkpoint: { size: 1_514_086 } } });
});

test("two signed heads of one log that fork: both signatures are good, and the fork shows", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { vkey, old, new: next, misbehaviour_proof } = vectors("equivocation.json");
  const trust = { origin: "go.sum database tree", keys: [known(vkey)], verify };
  const [one, two] = [openCheckpoint(old, trust), openCheckpoint(next, trust)];
  if (!one.ok || !two.ok) throw new Error("a genuine signature was refused");
  const proof = misbehaviour_proof.map((text: string) => new Uint8Array(Buffer.from(text, "base64")));
  const [from, to] = [one.value.checkpoint, two.value.checkpoint];
  expect([from.size, to.size]).toEqual([5, 6]);
  const claim = { oldSize: 5, newSize: 6, oldRoot: from.root, newRoot: to.root, proof, hash };
  expect(verifyConsistency(claim).ok).toBe(false);
});

test("the example in docs/log-format.md is true: leaf, details, key and checkpoint", () => {
  const page = readFileSync(FORMAT, "utf8");
  const block = (name: string) => {
    const found = new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\n([^]*?)\`\`\``).exec(page)?.[1];
    if (found === undefined) throw new Error(`docs/log-format.md has no example "${name}"`);
    return found;
  };
  const bytes = new Uint8Array(Buffer.from(block("leaf")));
  const leaf = parseLeaf(bytes);
  if (!leaf.ok) throw new Error(leaf.why);
  const [salt, details] = block("details").split("\n") as [string, string];
  expect(
    detailsBelong(leaf.value, new Uint8Array(Buffer.from(salt, "hex")), new Uint8Array(Buffer.from(details)), hash),
  ).toBe(true);
  const key = known(block("key").trimEnd());
  const opened = openCheckpoint(block("checkpoint"), { origin: ORIGIN, keys: [key], verify });
  if (!opened.ok) throw new Error(opened.why);
  expect(opened.value.checkpoint.size).toBe(1);
  expect(opened.value.checkpoint.root).toEqual(rootOf([leafHash(bytes, hash)], hash));
  expect(packOf(opened.value.checkpoint)).toMatchObject({ ok: true, value: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
