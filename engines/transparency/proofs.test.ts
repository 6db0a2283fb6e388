import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  consistencyRanges,
  inclusionRanges,
  makeConsistencyProof,
  makeInclusionProof,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
import { leafHash, nodesOf, rootOf } from "./tree.ts";

const VECTORS = new URL("../../../shared/data/transparency/", import.meta.url);
const ABSENT = "the published vectors are not here (../shared/data/transparency)";

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const leaves = (count: number) => Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i >> 8, i), hash));
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const flip = (bytes: Uint8Array, at: number, by = 1) => bytes.map((byte, i) => (i === at ? byte ^ by : byte));

type Case = {
  name: string;
  root: string;
  root1: string;
  root2: string;
  proof: string[] | null;
  wantErr: boolean;
} & Record<"leafIdx" | "treeSize" | "size1" | "size2", number> & { leafHash: string };

function cases(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(file, VECTORS), "utf8")).cases;
}

test("the 98 published inclusion cases: 6 accepted, 92 refused", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const all = cases("inclusion.json");
  for (const one of all) {
    const proof = (one.proof ?? []).map(bytesOf);
    const claim = {
      index: one.leafIdx,
      size: one.treeSize,
      leafHash: bytesOf(one.leafHash),
      root: bytesOf(one.root),
      proof,
      hash,
    };
    expect(verifyInclusion(claim).ok, one.name).toBe(!one.wantErr);
  }
  expect([all.length, all.filter((one) => one.wantErr).length]).toEqual([98, 92]);
});

test("the 97 published consistency cases: 5 accepted, 92 refused", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const all = cases("consistency.json");
  for (const one of all) {
    const proof = (one.proof ?? []).map(bytesOf);
    const claim = {
      oldSize: one.size1,
      newSize: one.size2,
      oldRoot: bytesOf(one.root1),
      newRoot: bytesOf(one.root2),
      proof,
      hash,
    };
    expect(verifyConsistency(claim).ok, one.name).toBe(!one.wantErr);
  }
  expect([all.length, all.filter((one) => one.wantErr).length]).toEqual([97, 92]);
});

test("every leaf of every tree to 40 is proved, and only at its place", () => {
  for (let size = 1; size <= 40; size++) {
    const hashes = leaves(size);
    const nodeAt = nodesOf(hashes, hash);
    const root = rootOf(hashes, hash);
    for (let index = 0; index < size; index++) {
      const proof = makeInclusionProof(index, size, nodeAt, hash);
      const claim = { index, size, leafHash: hashes[index] as Uint8Array, root, proof, hash };
      expect(verifyInclusion(claim)).toEqual({ ok: true });
      expect(verifyInclusion({ ...claim, index: index + 1 }).ok).toBe(false);
      expect(verifyInclusion({ ...claim, index: index - 1 }).ok).toBe(false);
    }
  }
});

test("an inclusion proof fails for any altered byte, a hash too many, and a hash too few", () => {
  const place = fc
    .integer({ min: 1, max: 600 })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));
  fc.assert(
    fc.property(
      place,
      fc.nat({ max: 31 }),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(),
      ([size, index], at, by, pick) => {
        const hashes = leaves(size);
        const nodeAt = nodesOf(hashes, hash);
        const proof = makeInclusionProof(index, size, nodeAt, hash);
        const claim = { index, size, leafHash: hashes[index] as Uint8Array, root: rootOf(hashes, hash), proof, hash };
        expect(verifyInclusion(claim)).toEqual({ ok: true });
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, at, by) }).ok).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(claim.root, at, by) }).ok).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.root] }).ok).toBe(false);
        if (proof.length === 0) return;
        const altered = proof.map((one, i) => (i === pick % proof.length ? flip(one, at, by) : one));
        expect(verifyInclusion({ ...claim, proof: altered }).ok).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) }).ok).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

test("every tree to 40 is consistent with every smaller one", () => {
  const hashes = leaves(40);
  for (let newSize = 1; newSize <= 40; newSize++) {
    const nodeAt = nodesOf(hashes.slice(0, newSize), hash);
    const newRoot = rootOf(hashes.slice(0, newSize), hash);
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const oldRoot = rootOf(hashes.slice(0, oldSize), hash);
      const proof = makeConsistencyProof(oldSize, newSize, nodeAt, hash);
      expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof, hash })).toEqual({ ok: true });
    }
  }
});

test("a consistency proof fails for any altered byte, and for a history that was changed", () => {
  const sizes = fc.integer({ min: 1, max: 600 }).chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(
      sizes,
      fc.nat({ max: 31 }),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(),
      ([oldSize, newSize], at, by, pick) => {
        const hashes = leaves(newSize);
        const nodeAt = nodesOf(hashes, hash);
        const oldRoot = rootOf(hashes.slice(0, oldSize), hash);
        const proof = makeConsistencyProof(oldSize, newSize, nodeAt, hash);
        const claim = { oldSize, newSize, oldRoot, newRoot: rootOf(hashes, hash), proof, hash };
        expect(verifyConsistency(claim)).toEqual({ ok: true });
        expect(verifyConsistency({ ...claim, oldRoot: flip(oldRoot, at, by) }).ok).toBe(false);
        expect(verifyConsistency({ ...claim, newRoot: flip(claim.newRoot, at, by) }).ok).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, oldRoot] }).ok).toBe(false);
        if (proof.length > 0) {
          const altered = proof.map((one, i) => (i === pick % proof.length ? flip(one, at, by) : one));
          expect(verifyConsistency({ ...claim, proof: altered }).ok).toBe(false);
          expect(verifyConsistency({ ...claim, proof: proof.slice(1) }).ok).toBe(false);
        }
        // Somebody rewrote one old entry and made everything after it anew, proof and all.
        const rewritten = hashes.map((one, i) => (i === pick % oldSize ? flip(one, at, by) : one));
        const forged = makeConsistencyProof(oldSize, newSize, nodesOf(rewritten, hash), hash);
        expect(verifyConsistency({ ...claim, newRoot: rootOf(rewritten, hash), proof: forged }).ok).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

test("sizes beyond 2^31 part where they should", () => {
  expect(inclusionRanges(2 ** 32, 2 ** 32 + 1)).toEqual([{ start: 0, end: 2 ** 32 }]);
  expect(consistencyRanges(2 ** 40, 2 ** 40 + 3)).toEqual([{ start: 2 ** 40, end: 2 ** 40 + 3 }]);
  expect(inclusionRanges(0, 2 ** 52 + 1)).toHaveLength(53);
});

test("refusals say what is wrong in one sentence", () => {
  const root = leaves(1)[0] as Uint8Array;
  const inclusion = { index: 0, size: 1, leafHash: root, root, proof: [], hash };
  const consistency = { oldSize: 1, newSize: 1, oldRoot: root, newRoot: root, proof: [], hash };
  const five = nodesOf(leaves(5), hash);
  const grown = {
    oldSize: 3,
    newSize: 5,
    oldRoot: rootOf(leaves(3), hash),
    newRoot: rootOf(leaves(5), hash),
    proof: makeConsistencyProof(3, 5, five, hash),
    hash,
  };
  const said = [
    verifyInclusion({ ...inclusion, index: 1 }),
    verifyInclusion({ ...inclusion, index: 0.5 }),
    verifyInclusion({ ...inclusion, leafHash: new Uint8Array(31) }),
    verifyInclusion({ ...inclusion, proof: [root] }),
    verifyInclusion({ ...inclusion, root: flip(root, 0) }),
    verifyConsistency({ ...consistency, oldSize: 0 }),
    verifyConsistency({ ...consistency, oldSize: 2 }),
    verifyConsistency({ ...consistency, newSize: 2 ** 53 }),
    verifyConsistency({ ...consistency, newSize: 2 }),
    verifyConsistency({ ...consistency, oldRoot: flip(root, 0) }),
    verifyConsistency({ ...grown, oldRoot: flip(grown.oldRoot, 0) }),
    verifyConsistency({ ...grown, newRoot: flip(grown.newRoot, 0) }),
  ].map((verdict) => (verdict.ok ? "accepted" : verdict.why));
  expect(said).toEqual([
    "The tree is too small to hold an entry of that number.",
    "The index or size is not a whole number that a log can have.",
    "A hash in the proof does not have 32 bytes.",
    "The number of hashes in the proof is 1; it should be 0.",
    "The proof does not lead to this root.",
    "The old tree is empty: that proves nothing.",
    "The new tree is smaller than the old one.",
    "A size is not a whole number that a log can have.",
    "The number of hashes in the proof is 0; it should be 1.",
    "Two trees of one size have different roots.",
    "The proof does not lead to the old root.",
    "The proof does not lead to the new root.",
  ]);
});

test("no proof is made about what is not there", () => {
  const nodeAt = nodesOf(leaves(3), hash);
  expect(() => makeInclusionProof(3, 3, nodeAt, hash)).toThrow(RangeError);
  expect(() => makeConsistencyProof(0, 3, nodeAt, hash)).toThrow(RangeError);
  expect(() => makeConsistencyProof(4, 3, nodeAt, hash)).toThrow(RangeError);
});
