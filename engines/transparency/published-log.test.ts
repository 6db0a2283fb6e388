/** A genuine log made by another implementation, read from its files as a verifier would. */
import { createHash, createPublicKey, verify as verifyBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  append,
  bundlePath,
  changedBundles,
  changedTiles,
  consistencyProofFromTiles,
  decodeBundle,
  emptyFrontier,
  inclusionProofFromTiles,
  leafHash,
  openCheckpoint,
  parseKey,
  type Tile,
  tilePath,
  verifyConsistency,
  verifyInclusion,
} from "./index.ts";

const DATA = new URL("../../../shared/data/transparency/", import.meta.url);
const ABSENT = "the published log is not here (../shared/data/transparency/tessera-log)";

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
const file = (path: string) => new Uint8Array(readFileSync(new URL(`tessera-log/${path}`, DATA)));
const tileBytes = (tile: Tile) => file(tilePath(tile));

function checkpointIn(path: string) {
  const key = parseKey(readFileSync(new URL("tessera-log.vkey", DATA), "utf8").trim(), hash);
  if (!key.ok) throw new Error(key.why);
  const opened = openCheckpoint(file(path), { origin: "example.com/log/testdata", keys: [key.value], verify });
  if (!opened.ok) throw new Error(opened.why);
  return opened.value.checkpoint;
}

function leafHashes(size: number): Uint8Array[] {
  return changedBundles(0, size).flatMap((bundle) => {
    const entries = decodeBundle(file(bundlePath(bundle)), bundle.width);
    if (!entries.ok) throw new Error(entries.why);
    return entries.value.map((entry) => leafHash(entry, hash));
  });
}

test("its entries rebuild every tile and the root of each of its sixteen signed checkpoints", (ctx) => {
  if (!existsSync(DATA)) return ctx.skip(ABSENT);
  expect(checkpointIn("checkpoint")).toEqual(checkpointIn("checkpoint.15"));
  for (let size = 0; size <= 15; size++) {
    const checkpoint = checkpointIn(`checkpoint.${size}`);
    expect(checkpoint.size).toBe(size);
    const { root, tiles } = append(emptyFrontier, leafHashes(size), hash);
    expect(root).toEqual(checkpoint.root);
    expect(tiles.map(tilePath)).toEqual(changedTiles(0, size).map(tilePath));
    for (const tile of tiles) expect(tile.bytes).toEqual(tileBytes(tile));
  }
});

test("from its tiles every entry and every earlier checkpoint is proved", (ctx) => {
  if (!existsSync(DATA)) return ctx.skip(ABSENT);
  const { size, root } = checkpointIn("checkpoint");
  leafHashes(size).forEach((leaf, index) => {
    const proof = inclusionProofFromTiles(index, size, tileBytes, hash);
    expect(proof.ok && verifyInclusion({ index, size, leafHash: leaf, root, proof: proof.value, hash })).toEqual({
      ok: true,
    });
  });
  for (let oldSize = 1; oldSize <= size; oldSize++) {
    const oldRoot = checkpointIn(`checkpoint.${oldSize}`).root;
    const proof = consistencyProofFromTiles(oldSize, size, tileBytes, hash);
    expect(
      proof.ok && verifyConsistency({ oldSize, newSize: size, oldRoot, newRoot: root, proof: proof.value, hash }),
    ).toEqual({ ok: true });
  }
});

test("an entry changed, two swapped or one cut off gives another root", (ctx) => {
  if (!existsSync(DATA)) return ctx.skip(ABSENT);
  const { size, root } = checkpointIn("checkpoint");
  const leaves = leafHashes(size);
  const rootOver = (hashes: Uint8Array[]) => append(emptyFrontier, hashes, hash).root;
  const [first, second, ...rest] = leaves as [Uint8Array, Uint8Array, ...Uint8Array[]];
  expect(rootOver(leaves)).toEqual(root);
  expect(rootOver([leafHash(first, hash), second, ...rest])).not.toEqual(root);
  expect(rootOver([second, first, ...rest])).not.toEqual(root);
  expect(rootOver(leaves.slice(0, -1))).not.toEqual(root);
});
