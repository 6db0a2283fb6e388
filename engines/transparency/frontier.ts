/**
 * The right edge of a growing tree: all that is needed to add entries, whatever the tree's size. A batch of n entries costs under
 * 2 n hashes and one write for each tile it touches.
 */

import { join } from "./encoding.ts";
import {
  hashesAtLevel,
  nodesFromTiles,
  TILE_HEIGHT,
  TILE_WIDTH,
  type Tile,
  type TileBytes,
  tilePath,
  tileWidth,
} from "./tiles.ts";
import { checkCount, checkHashes, foldRight, HASH_LENGTH, type Hash, nodeHash, nodesOfRange } from "./tree.ts";

/**
 * `peaks`: the full subtrees that together are the tree, largest first.
 * `edge`: for each level the bytes of its last, partial tile; empty where the level's last tile is full or not begun.
 */
export type Frontier = {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
  readonly edge: readonly Uint8Array[];
};

/** A tile with all its bytes, as it stands after an append. */
export type GrownTile = Tile & { readonly bytes: Uint8Array };

export const emptyFrontier: Frontier = { size: 0, peaks: [], edge: [] };

/** The root of the tree that a frontier is the edge of. */
export function rootOfFrontier(frontier: Frontier, hash: Hash): Uint8Array {
  return foldRight(frontier.peaks, hash);
}

/**
 * The frontier of a stored tree, out of the last tile of each level. Compare its root with the newest checkpoint before adding to it:
 * tiles that were tampered with give a frontier as well, only not that of the signed tree.
 * @throws RangeError if a tile at the edge is missing or has not exactly the width that the size asks for
 */
export function frontierFromTiles(size: number, bytesOf: TileBytes, hash: Hash): Frontier {
  checkCount(size, "a size");
  const edge: Uint8Array[] = [];
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const index = Math.floor(hashesAtLevel(size, level) / TILE_WIDTH);
    const width = tileWidth(size, level, index);
    const bytes = width === 0 ? new Uint8Array(0) : bytesOf({ level, index, width });
    if (bytes?.length !== width * HASH_LENGTH) {
      throw new RangeError(
        `the tile ${tilePath({ level, index, width })} at the edge of the tree is missing or has another width`,
      );
    }
    edge.push(bytes);
  }
  // Every peak lies under the last tile of its level: a full tile is one hash of the level above.
  const nodeAt = nodesFromTiles(size, ({ level }) => edge[level], hash);
  const peaks = size === 0 ? [] : nodesOfRange({ start: 0, end: size }).map((node) => nodeAt(node.height, node.index));
  return { size, peaks, edge };
}

/**
 * Adds entries at the end: the new frontier and root, and every tile that is new or wider, complete.
 * The frontier given stays as it is, so a batch that could not be stored is simply tried again.
 * @throws RangeError if a leaf hash has not 32 bytes
 */
export function append(
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
  hash: Hash,
): { frontier: Frontier; root: Uint8Array; tiles: GrownTile[] } {
  checkHashes(leafHashes);
  checkCount(frontier.size + leafHashes.length, "the new size");
  const peaks = [...frontier.peaks];
  const added: Uint8Array[][] = [];
  const put = (node: Uint8Array, level: number) => {
    const row = added[level];
    if (row) row.push(node);
    else added[level] = [node];
  };
  let size = frontier.size;

  for (const leaf of leafHashes) {
    let node = leaf;
    let height = 0;
    put(node, 0);
    // As in adding one to a binary number: each full subtree at the edge joins the new one beside it.
    for (let carry = size; carry % 2 === 1; carry = (carry - 1) / 2) {
      node = nodeHash(peaks.pop() as Uint8Array, node, hash);
      height += 1;
      if (height % TILE_HEIGHT === 0) put(node, height / TILE_HEIGHT);
    }
    peaks.push(node);
    size += 1;
  }

  const edge = [...frontier.edge];
  const tiles: GrownTile[] = [];
  added.forEach((hashes, level) => {
    const firstIndex = Math.floor(hashesAtLevel(frontier.size, level) / TILE_WIDTH);
    const row = join([edge[level] ?? new Uint8Array(0), ...hashes]);
    const full = TILE_WIDTH * HASH_LENGTH;
    for (let at = 0; at < row.length; at += full) {
      const bytes = row.slice(at, at + full);
      tiles.push({ level, index: firstIndex + at / full, width: bytes.length / HASH_LENGTH, bytes });
    }
    edge[level] = row.slice(row.length - (row.length % full));
  });
  const grown = { size, peaks, edge };
  return { frontier: grown, root: rootOfFrontier(grown, hash), tiles };
}
