/**
 * The tree cut into tiles: files of up to 256 hashes that never change but grow at the end, from which anybody can build any proof.
 * @source C2SP tlog-tiles
 */

import { join } from "./encoding.ts";
import { consistencyRanges, inclusionRanges, makeConsistencyProof, makeInclusionProof } from "./proofs.ts";
import {
  checkCount,
  HASH_LENGTH,
  type Hash,
  isCount,
  type NodeAt,
  nodeHash,
  nodesOfRange,
  type Range,
} from "./tree.ts";
import { type Parsed, read, refuse } from "./verdict.ts";

/** Levels of the tree in one tile. */
export const TILE_HEIGHT = 8;
/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;
/** Longest entry that a bundle can hold, in bytes: its length has sixteen bits. */
export const ENTRY_MAX = 65_535;

/** Hashes `256 · index` up to `256 · index + width − 1` of height `8 · level`; `width` 1 to 256, partial below 256. */
export type Tile = { readonly level: number; readonly index: number; readonly width: number };

/** The leaves under the tile of level 0 with the same index and width. */
export type Bundle = { readonly index: number; readonly width: number };

/** Bytes of a tile, or undefined where it is not at hand. A later, wider form of the tile is as good. */
export type TileBytes = (tile: Tile) => Uint8Array | undefined;

// ── which tiles a tree has ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** How many hashes a tree of `size` has at this level. */
export function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** The width of a tile in a tree of `size`; 0: the tree does not reach it. */
export function tileWidth(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAtLevel(size, level) - index * TILE_WIDTH));
}

/**
 * The tiles that are new or wider when a tree grows from `from` to `to` entries, level by level; from 0: all tiles of the tree.
 * @throws RangeError if it would shrink
 */
export function changedTiles(from: number, to: number): Tile[] {
  checkGrowth(from, to);
  const tiles: Tile[] = [];
  for (let level = 0; hashesAtLevel(to, level) > 0; level++) {
    const before = hashesAtLevel(from, level);
    const after = hashesAtLevel(to, level);
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after && before < after; index++) {
      tiles.push({ level, index, width: tileWidth(to, level, index) });
    }
  }
  return tiles;
}

/** The entry bundles that are new or wider when a tree grows from `from` to `to` entries. */
export function changedBundles(from: number, to: number): Bundle[] {
  return changedTiles(from, to)
    .filter((tile) => tile.level === 0)
    .map(({ index, width }) => ({ index, width }));
}

// ── paths ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The path of a tile below the log's address: `tile/0/x001/234.p/8`. */
export function tilePath({ level, index, width }: Tile): string {
  if (!Number.isInteger(level) || level < 0 || level > 63) throw new RangeError("a tile's level is 0 to 63");
  return `tile/${level}/${indexPath(index, width)}`;
}

/** The path of an entry bundle: `tile/entries/x001/234`. */
export function bundlePath({ index, width }: Bundle): string {
  return `tile/entries/${indexPath(index, width)}`;
}

const PATH = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** What a path asks for. Each thing has one path; another spelling of it is refused. */
export function parsePath(path: string): Parsed<({ kind: "tile" } & Tile) | ({ kind: "entries" } & Bundle)> {
  const [, level, number, partial] = PATH.exec(path) ?? [];
  if (level === undefined || number === undefined) return refuse("The path is not that of a tile or an entry bundle.");
  const index = Number(number.replaceAll(/[x/]/g, ""));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (partial !== undefined && width >= TILE_WIDTH) return refuse("A partial tile has fewer than 256 hashes.");
  if (!isCount(index)) return refuse("The tile's number is larger than any log.");
  if (number.length > 3 && number.startsWith("x000")) return refuse("The tile's number has zeros in front.");
  if (level === "entries") return read({ kind: "entries", index, width });
  if (Number(level) > 63) return refuse("A tile's level is 0 to 63.");
  return read({ kind: "tile", level: Number(level), index, width });
}

function indexPath(index: number, width: number): string {
  checkCount(index, "a tile's index");
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw new RangeError("a tile's width is 1 to 256");
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.../g) as string[];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return width < TILE_WIDTH ? `${path}.p/${width}` : path;
}

// ── entry bundles ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The bytes of an entry bundle.
 * @throws RangeError without entries, with more than 256, or if an entry is longer than 65,535 bytes
 */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) throw new RangeError("an entry bundle has 1 to 256 entries");
  return join(
    entries.flatMap((entry) => {
      if (entry.length > ENTRY_MAX) throw new RangeError(`an entry has at most ${ENTRY_MAX} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries in a bundle, exactly as many as asked for. They are views on the bytes given. */
export function decodeBundle(bytes: Uint8Array, width: number): Parsed<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    if (at === bytes.length)
      return refuse(`The entry bundle holds ${entries.length} entries; it should hold ${width}.`);
    const start = at + 2;
    const end = start + (bytes[at] as number) * 256 + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) {
      return refuse(`The entry bundle ends in the middle of its entry ${entries.length}, counted from 0.`);
    }
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return at === bytes.length ? read(entries) : refuse(`The entry bundle holds more than its ${width} entries.`);
}

/** The hashes in a tile, exactly as many as asked for. They are views on the bytes given. */
export function decodeTile(bytes: Uint8Array, width: number): Parsed<Uint8Array[]> {
  if (bytes.length !== width * HASH_LENGTH) {
    return refuse(`The tile holds ${bytes.length} bytes; ${width} hashes have ${width * HASH_LENGTH}.`);
  }
  return read(Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH)));
}

// ── proofs from tiles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The tiles to fetch before an inclusion proof can be made. */
export function tilesForInclusion(index: number, size: number): Tile[] {
  return tilesUnder(inclusionRanges(index, size), size);
}

/** The tiles of the new tree to fetch before a consistency proof can be made. */
export function tilesForConsistency(oldSize: number, newSize: number): Tile[] {
  return tilesUnder(consistencyRanges(oldSize, newSize), newSize);
}

/** An inclusion proof out of the tiles at hand; refused if one of those needed is missing or spoilt. */
export function inclusionProofFromTiles(
  index: number,
  size: number,
  bytesOf: TileBytes,
  hash: Hash,
): Parsed<Uint8Array[]> {
  const missing = firstMissing(tilesForInclusion(index, size), bytesOf);
  return missing ?? read(makeInclusionProof(index, size, nodesFromTiles(size, bytesOf, hash), hash));
}

/** A consistency proof out of the new tree's tiles at hand; refused if one of those needed is missing or spoilt. */
export function consistencyProofFromTiles(
  from: number,
  to: number,
  bytesOf: TileBytes,
  hash: Hash,
): Parsed<Uint8Array[]> {
  const missing = firstMissing(tilesForConsistency(from, to), bytesOf);
  return missing ?? read(makeConsistencyProof(from, to, nodesFromTiles(to, bytesOf, hash), hash));
}

/**
 * The nodes of a tree of `size` entries, out of its tiles; what lies between two tiles' rows is hashed when asked for.
 * @throws RangeError (when read) if the tree has no such node, or its tile is not at hand
 */
export function nodesFromTiles(size: number, bytesOf: TileBytes, hash: Hash): NodeAt {
  return (height, index) => {
    const { tile, first, count } = placeOf(height, index, size);
    const bytes = bytesOf(tile);
    if (!bytes || isSpoilt(bytes, tile)) throw new RangeError(`the tile ${tilePath(tile)} is not at hand`);
    let row = Array.from({ length: count }, (_, i) =>
      bytes.subarray((first + i) * HASH_LENGTH, (first + i + 1) * HASH_LENGTH),
    );
    while (row.length > 1) {
      const below = row;
      row = Array.from({ length: below.length / 2 }, (_, i) =>
        nodeHash(below[2 * i] as Uint8Array, below[2 * i + 1] as Uint8Array, hash),
      );
    }
    return row[0] as Uint8Array;
  };
}

function tilesUnder(ranges: readonly Range[], size: number): Tile[] {
  const byPath = new Map<string, Tile>();
  for (const { height, index } of ranges.flatMap(nodesOfRange)) {
    const { tile } = placeOf(height, index, size);
    byPath.set(tilePath(tile), tile);
  }
  return [...byPath.values()];
}

/** The tile that holds what is under a node, and which of its hashes those are. */
function placeOf(height: number, index: number, size: number): { tile: Tile; first: number; count: number } {
  if (!isCount(index) || (index + 1) * 2 ** height > size) throw new RangeError(`a tree of ${size} has no such node`);
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const start = index * count;
  const tileIndex = Math.floor(start / TILE_WIDTH);
  const tile = { level, index: tileIndex, width: tileWidth(size, level, tileIndex) };
  return { tile, first: start % TILE_WIDTH, count };
}

function firstMissing(tiles: readonly Tile[], bytesOf: TileBytes): { ok: false; why: string } | undefined {
  for (const tile of tiles) {
    const bytes = bytesOf(tile);
    if (!bytes) return refuse(`The tile ${tilePath(tile)} is missing.`);
    if (isSpoilt(bytes, tile)) return refuse(`The tile ${tilePath(tile)} holds no whole number of hashes or too few.`);
  }
  return undefined;
}

function isSpoilt(bytes: Uint8Array, tile: Tile): boolean {
  return bytes.length < tile.width * HASH_LENGTH || bytes.length % HASH_LENGTH !== 0;
}

function checkGrowth(from: number, to: number): void {
  checkCount(from, "an old size");
  checkCount(to, "a new size");
  if (from > to) throw new RangeError(`a log does not shrink from ${from} to ${to}`);
}
