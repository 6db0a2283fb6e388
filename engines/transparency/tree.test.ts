import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex, join, toHex } from "./encoding.ts";
import { append, emptyFrontier, type Frontier, frontierFromTiles, type GrownTile, rootOfFrontier } from "./frontier.ts";
import { changedTiles, type Tile, tilePath } from "./tiles.ts";
import { emptyRoot, leafHash, nodeHash, nodesOf, nodesOfRange, rangeHash, rootOf } from "./tree.ts";

const VECTORS = new URL("../../../shared/data/transparency/roots.json", import.meta.url);
const ABSENT = "the published vectors are not here (../shared/data/transparency)";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const leaves = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of((from + i) >> 16, (from + i) >> 8, from + i), sha256));

/** The definition of RFC 6962 word for word, slow, as the measure of the quick ones. */
function rootByDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return emptyRoot(sha256);
  if (hashes.length === 1) return hashes[0] as Uint8Array;
  const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return nodeHash(rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)), sha256);
}

/** What a store of tiles holds after each of these appends. */
function stored(...appends: GrownTile[][]): Map<string, string> {
  const held = new Map<string, string>();
  for (const { level, index, bytes } of appends.flat()) held.set(`${level}/${index}`, toHex(bytes));
  return held;
}

test("the published roots of nine small trees", (ctx) => {
  if (!existsSync(VECTORS)) return ctx.skip(ABSENT);
  const { leafInputsHex, emptyRootHex, rootsBySize1toN } = JSON.parse(readFileSync(VECTORS, "utf8"));
  expect(toHex(rootOf([], sha256))).toBe(emptyRootHex);
  expect(toHex(rootOfFrontier(emptyFrontier, sha256))).toBe(emptyRootHex);
  const hashes = (leafInputsHex as string[]).map((hex) => {
    const bytes = fromHex(hex);
    if (!bytes.ok) throw new Error(bytes.why);
    return leafHash(bytes.value, sha256);
  });
  expect(hashes).toHaveLength(8);
  for (let size = 1; size <= 8; size++) {
    expect(toHex(rootOf(hashes.slice(0, size), sha256))).toBe(rootsBySize1toN[size - 1]);
    expect(toHex(append(emptyFrontier, hashes.slice(0, size), sha256).root)).toBe(rootsBySize1toN[size - 1]);
  }
});

test("the root recomputed is the root by definition, for every size to 70", () => {
  for (let size = 0; size <= 70; size++) {
    const hashes = leaves(size);
    expect(toHex(rootOf(hashes, sha256))).toBe(toHex(rootByDefinition(hashes)));
    if (size > 0) {
      expect(toHex(rangeHash({ start: 0, end: size }, nodesOf(hashes, sha256), sha256))).toBe(
        toHex(rootByDefinition(hashes)),
      );
    }
  }
});

test("however the batches fall, the incremental root is the recomputed one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), (batches) => {
      let frontier: Frontier = emptyFrontier;
      for (const count of batches) {
        const grown = append(frontier, leaves(count, frontier.size), sha256);
        expect(toHex(grown.root)).toBe(toHex(rootOfFrontier(grown.frontier, sha256)));
        frontier = grown.frontier;
      }
      const whole = leaves(batches.reduce((sum, count) => sum + count, 0));
      expect(frontier.size).toBe(whole.length);
      expect(toHex(rootOfFrontier(frontier, sha256))).toBe(toHex(rootOf(whole, sha256)));
    }),
    { numRuns: 60 },
  );
});

test("an append leaves the frontier it was given as it was", () => {
  const { frontier } = append(emptyFrontier, leaves(300), sha256);
  const before = JSON.stringify(frontier);
  append(frontier, leaves(300, 300), sha256);
  expect(JSON.stringify(frontier)).toBe(before);
});

test("tiles from m to n and then to k are those from m to k, and those that changedTiles names", () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(1, 255, 256, 257, 511, 512, 1024));
  fc.assert(
    fc.property(count, count, count, (m, more, evenMore) => {
      const start = append(emptyFrontier, leaves(m), sha256).frontier;
      const one = append(start, leaves(more, m), sha256);
      const two = append(one.frontier, leaves(evenMore, m + more), sha256);
      const atOnce = append(start, leaves(more + evenMore, m), sha256);
      expect(stored(one.tiles, two.tiles)).toEqual(stored(atOnce.tiles));
      expect(two.frontier).toEqual(atOnce.frontier);
      expect(atOnce.tiles.map(tilePath)).toEqual(changedTiles(m, m + more + evenMore).map(tilePath));
    }),
    { numRuns: 60 },
  );
});

test("every tile holds the nodes of its height, also where level 2 begins", () => {
  const hashes = leaves(65_536 + 300);
  const { tiles } = append(emptyFrontier, hashes, sha256);
  const nodeAt = nodesOf(hashes, sha256);
  expect(tiles.map((tile) => tile.level).filter((level) => level === 2)).toHaveLength(1);
  for (const { level, index, width, bytes } of tiles) {
    const nodes = Array.from({ length: width }, (_, i) => nodeAt(8 * level, 256 * index + i));
    expect(toHex(bytes)).toBe(toHex(join(nodes)));
  }
});

test("a frontier read back from stored tiles goes on as the one in memory", () => {
  const sizes = [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000];
  let frontier: Frontier = emptyFrontier;
  const held = new Map<string, Uint8Array>();
  for (const size of sizes) {
    const grown = append(frontier, leaves(size - frontier.size, frontier.size), sha256);
    for (const tile of grown.tiles) held.set(`${tile.level}/${tile.index}`, tile.bytes);
    frontier = grown.frontier;
    const again = frontierFromTiles(size, (tile) => held.get(`${tile.level}/${tile.index}`), sha256);
    expect(again).toEqual(frontier);
    expect(toHex(rootOfFrontier(again, sha256))).toBe(toHex(grown.root));
  }
});

test("a frontier is not made from tiles that are missing or of another width", () => {
  const { tiles } = append(emptyFrontier, leaves(300), sha256);
  const find = ({ level, index }: Tile) => tiles.find((tile) => tile.level === level && tile.index === index)?.bytes;
  expect(() => frontierFromTiles(300, find, sha256)).not.toThrow();
  expect(() => frontierFromTiles(299, find, sha256)).toThrow(/another width/);
  expect(() => frontierFromTiles(301, find, sha256)).toThrow(/another width/);
  expect(() => frontierFromTiles(300, (tile) => (tile.level === 1 ? undefined : find(tile)), sha256)).toThrow(
    /missing/,
  );
});

test("a batch costs fewer than two hashes an entry, whatever stands before it", () => {
  const start = append(emptyFrontier, leaves(5000), sha256).frontier;
  const batch = leaves(4000, 5000);
  let hashes = 0;
  append(start, batch, (bytes) => {
    hashes += 1;
    return sha256(bytes);
  });
  expect(hashes).toBeLessThan(4000 + 64);
});

test("what is not a hash is a mistake of the caller", () => {
  expect(() => append(emptyFrontier, [new Uint8Array(31)], sha256)).toThrow(RangeError);
  expect(() => rootOf([new Uint8Array(33)], sha256)).toThrow(RangeError);
  expect(() => nodesOf(leaves(3), sha256)(1, 1)).toThrow(RangeError);
  expect(() => nodesOfRange({ start: 1, end: 3 })).toThrow(RangeError);
  expect(() => nodesOfRange({ start: 4, end: 4 })).toThrow(RangeError);
});
