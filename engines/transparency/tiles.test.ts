import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { append, emptyFrontier, type GrownTile } from "./frontier.ts";
import { makeConsistencyProof, makeInclusionProof } from "./proofs.ts";
import {
  bundlePath,
  changedBundles,
  changedTiles,
  consistencyProofFromTiles,
  decodeBundle,
  decodeTile,
  encodeBundle,
  inclusionProofFromTiles,
  nodesFromTiles,
  parsePath,
  type Tile,
  tilePath,
  tilesForConsistency,
  tilesForInclusion,
  tileWidth,
} from "./tiles.ts";
import { leafHash, nodesOf } from "./tree.ts";

const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
const leaves = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i >> 16, i >> 8, i), hash));
const store = (tiles: GrownTile[]) => {
  const held = new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile.bytes]));
  return ({ level, index }: Tile) => held.get(`${level}/${index}`);
};

test("tiles have the paths that C2SP gives them", () => {
  expect(tilePath({ level: 0, index: 1234, width: 8 })).toBe("tile/0/x001/234.p/8");
  expect(tilePath({ level: 1, index: 1_234_067, width: 256 })).toBe("tile/1/x001/x234/067");
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe("tile/2/000.p/1");
  expect(tilePath({ level: 0, index: 999, width: 256 })).toBe("tile/0/999");
  expect(tilePath({ level: 0, index: 1000, width: 256 })).toBe("tile/0/x001/000");
  expect(bundlePath({ index: 1234, width: 255 })).toBe("tile/entries/x001/234.p/255");
});

test("a path is read as it was written, and written one way only", () => {
  const tile = fc.record({
    level: fc.integer({ min: 0, max: 63 }),
    index: fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 2 ** 40 }), fc.constant(Number.MAX_SAFE_INTEGER)),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, ({ level, index, width }) => {
      expect(parsePath(tilePath({ level, index, width }))).toEqual({
        ok: true,
        value: { kind: "tile", level, index, width },
      });
      expect(parsePath(bundlePath({ index, width }))).toEqual({ ok: true, value: { kind: "entries", index, width } });
    }),
  );
});

test("paths that only look like one are refused", () => {
  const wrong = [
    "tile/0",
    "tile/0/",
    "tile/0/1",
    "tile/0/0001",
    "tile/0/x000/001",
    "tile/0/x001",
    "tile/0/001/234",
    "tile/0/x001/x234",
    "tile/00/001",
    "tile/64/001",
    "tile/-1/001",
    "tile/0/001.p/0",
    "tile/0/001.p/256",
    "tile/0/001.p/08",
    "tile/0/001.p/",
    "tile/0/001.p",
    "tile/0/001/",
    "/tile/0/001",
    "tile/0/001\n",
    "tile/0/../001",
    "tile/0/00a",
    "tile/0/००१",
    "tile/entry/001",
    "tile/0/x009/x007/x199/x254/x740/992",
  ];
  for (const path of wrong)
    expect(parsePath(path), path).toMatchObject({ ok: false, why: expect.stringMatching(/^[A-Z].*\.$/) });
  expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow(RangeError);
  expect(() => tilePath({ level: 0, index: -1, width: 1 })).toThrow(RangeError);
  expect(() => tilePath({ level: 0, index: 0, width: 0 })).toThrow(RangeError);
});

test("a tree of 70,000 has the tiles of the specification's example", () => {
  const tiles = changedTiles(0, 70_000);
  const at = (level: number) => tiles.filter((tile) => tile.level === level).map((tile) => tile.width);
  expect(at(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
  expect(at(1)).toEqual([256, 17]);
  expect(at(2)).toEqual([1]);
  expect(changedTiles(0, 256).map(tilePath)).toEqual(["tile/0/000", "tile/1/000.p/1"]);
  expect(tileWidth(70_000, 0, 274)).toBe(0);
});

test("only what changed is written again", () => {
  expect(changedTiles(256, 256)).toEqual([]);
  expect(changedTiles(255, 257).map(tilePath)).toEqual(["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]);
  expect(changedTiles(256, 511).map(tilePath)).toEqual(["tile/0/001.p/255"]);
  expect(changedBundles(300, 600).map(bundlePath)).toEqual(["tile/entries/001", "tile/entries/002.p/88"]);
  expect(() => changedTiles(2, 1)).toThrow(RangeError);
});

test("entry bundles: what is decoded is what was encoded", () => {
  const entry = fc.uint8Array({ maxLength: 600 });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), (entries) => {
      const decoded = decodeBundle(encodeBundle(entries), entries.length);
      expect(decoded.ok && decoded.value.map((one) => [...one])).toEqual(entries.map((one) => [...one]));
    }),
    { numRuns: 40 },
  );
  const longest = new Uint8Array(65_535).fill(7);
  expect(decodeBundle(encodeBundle([longest]), 1)).toEqual({ ok: true, value: [longest] });
});

test("entry bundles with too few, too many or broken entries are refused", () => {
  const bundle = encodeBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
  expect([...bundle]).toEqual([0, 3, 1, 2, 3, 0, 1, 4]);
  const why = (bytes: Uint8Array, width: number) => {
    const decoded = decodeBundle(bytes, width);
    return decoded.ok ? "accepted" : decoded.why;
  };
  expect(why(bundle, 2)).toBe("accepted");
  expect(why(bundle, 3)).toBe("The entry bundle holds 2 entries; it should hold 3.");
  expect(why(bundle, 1)).toBe("The entry bundle holds more than its 1 entries.");
  expect(why(bundle.slice(0, 7), 2)).toBe("The entry bundle ends in the middle of its entry 1, counted from 0.");
  expect(why(bundle.slice(0, 6), 2)).toBe("The entry bundle ends in the middle of its entry 1, counted from 0.");
  expect(why(bundle.slice(0, 4), 2)).toBe("The entry bundle ends in the middle of its entry 0, counted from 0.");
  expect(why(Uint8Array.of(0), 1)).toBe("The entry bundle ends in the middle of its entry 0, counted from 0.");
  expect(why(new Uint8Array(0), 1)).toBe("The entry bundle holds 0 entries; it should hold 1.");
  expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  expect(() => encodeBundle([])).toThrow(RangeError);
  expect(() => encodeBundle(Array.from({ length: 257 }, () => new Uint8Array(1)))).toThrow(RangeError);
});

test("a tile with a byte too many or too few is refused", () => {
  expect(decodeTile(new Uint8Array(64), 2)).toEqual({ ok: true, value: [new Uint8Array(32), new Uint8Array(32)] });
  expect(decodeTile(new Uint8Array(63), 2).ok).toBe(false);
  expect(decodeTile(new Uint8Array(96), 2).ok).toBe(false);
});

test("proofs from tiles are those from the leaves, also for a size that the tiles have outgrown", () => {
  const all = leaves(67_000);
  const bytesOf = store(append(emptyFrontier, all, hash).tiles);
  const nodeAt = nodesOf(all, hash);
  const size = fc.oneof(
    fc.integer({ min: 1, max: 67_000 }),
    fc.constantFrom(1, 255, 256, 257, 65_535, 65_536, 65_537, 67_000),
  );
  fc.assert(
    fc.property(size, size, fc.nat(), (a, b, pick) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const index = pick % to;
      expect(inclusionProofFromTiles(index, to, bytesOf, hash)).toEqual({
        ok: true,
        value: makeInclusionProof(index, to, nodeAt, hash),
      });
      expect(consistencyProofFromTiles(from, to, bytesOf, hash)).toEqual({
        ok: true,
        value: makeConsistencyProof(from, to, nodeAt, hash),
      });
    }),
    { numRuns: 150 },
  );
});

test("only the tiles named are needed, few of them, and each is", () => {
  const bytesOf = store(append(emptyFrontier, leaves(67_000), hash).tiles);
  for (const needed of [tilesForInclusion(40_000, 67_000), tilesForConsistency(300, 67_000)]) {
    expect(needed.length).toBeLessThanOrEqual(6);
  }
  const needed = tilesForInclusion(40_000, 67_000);
  const only = (tiles: Tile[]) => (tile: Tile) =>
    tiles.some((one) => tilePath(one) === tilePath(tile)) ? bytesOf(tile) : undefined;
  expect(inclusionProofFromTiles(40_000, 67_000, only(needed), hash).ok).toBe(true);
  for (const left of needed) {
    const without = needed.filter((one) => one !== left);
    const made = inclusionProofFromTiles(40_000, 67_000, only(without), hash);
    expect(made).toEqual({ ok: false, why: `The tile ${tilePath(left)} is missing.` });
  }
  for (const change of [(length: number) => length - 32, (length: number) => length + 1]) {
    const spoilt = (tile: Tile) => {
      const bytes = new Uint8Array(change(tile.width * 32));
      bytes.set(bytesOf(tile)?.subarray(0, bytes.length) ?? []);
      return bytes;
    };
    expect(inclusionProofFromTiles(40_000, 67_000, spoilt, hash)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/no whole number of hashes or too few/),
    });
  }
});

test("a node that the tree does not have is not read", () => {
  const nodeAt = nodesFromTiles(3, store(append(emptyFrontier, leaves(300), hash).tiles), hash);
  expect(() => nodeAt(0, 2)).not.toThrow();
  expect(() => nodeAt(0, 3)).toThrow(RangeError);
  expect(() => nodeAt(1, 1)).toThrow(RangeError);
  expect(() => nodesFromTiles(3, () => undefined, hash)(0, 0)).toThrow(/not at hand/);
});
