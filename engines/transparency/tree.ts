/**
 * The Merkle tree: how leaves and nodes are hashed, and the root of some leaves.
 * @source RFC 6962, section 2.1
 */

/** SHA-256, handed in by the caller: Node and browsers have it under different names. It must not keep or change its input. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Length of every hash, in bytes. */
export const HASH_LENGTH = 32;

/**
 * Reads a node that stands on a full subtree: `height` 0 are the leaf hashes, `index` counts from the left. Where proofs ask for it,
 * `(index + 1) · 2^height` is never above the tree's size.
 */
export type NodeAt = (height: number, index: number) => Uint8Array;

/** Entries `start` up to but without `end`. */
export type Range = { readonly start: number; readonly end: number };

/** The hash under which an entry's bytes stand in the tree. The byte in front keeps a leaf from passing for a node. */
export function leafHash(leaf: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(1 + leaf.length);
  bytes.set(leaf, 1);
  return hash(bytes);
}

/** The hash of two neighbours. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_LENGTH);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_LENGTH);
  return hash(bytes);
}

/** The root of a tree that holds nothing. */
export function emptyRoot(hash: Hash): Uint8Array {
  return hash(new Uint8Array(0));
}

/**
 * The root over some leaf hashes, computed anew from all of them; n − 1 hashes for n leaves.
 * @throws RangeError if one is not 32 bytes
 */
export function rootOf(leafHashes: readonly Uint8Array[], hash: Hash): Uint8Array {
  checkHashes(leafHashes);
  if (leafHashes.length === 0) return emptyRoot(hash);
  let row = leafHashes;
  while (row.length > 1) row = rowAbove(row, hash, true);
  return row[0] as Uint8Array;
}

/**
 * All full subtrees over some leaf hashes, kept in memory, for making proofs about a small log.
 * @throws RangeError if a leaf hash is not 32 bytes, or (when read) if the node does not exist
 */
export function nodesOf(leafHashes: readonly Uint8Array[], hash: Hash): NodeAt {
  checkHashes(leafHashes);
  const rows = [leafHashes];
  for (let row = leafHashes; row.length > 1; rows.push(row)) row = rowAbove(row, hash, false);
  return (height, index) => {
    const node = rows[height]?.[index];
    if (!node) throw new RangeError(`the tree has no node ${index} at height ${height}`);
    return node;
  };
}

/**
 * The hash of a range that begins where a full subtree begins: one node, or a ragged right side put together from several.
 * @throws RangeError if the range is empty or does not begin there
 */
export function rangeHash(range: Range, nodeAt: NodeAt, hash: Hash): Uint8Array {
  const nodes = nodesOfRange(range).map((node) => nodeAt(node.height, node.index));
  return foldRight(nodes, hash);
}

/** The full subtrees, from the left, that together cover a range which begins where a full subtree begins. */
export function nodesOfRange({ start, end }: Range): { height: number; index: number }[] {
  if (!(start < end)) throw new RangeError("a range without entries has no hash");
  const nodes: { height: number; index: number }[] = [];
  for (let at = start; at < end; ) {
    let height = 0;
    let width = 1;
    while (at + 2 * width <= end) {
      width *= 2;
      height += 1;
    }
    if (at % width !== 0) throw new RangeError("the range does not begin where a full subtree begins");
    nodes.push({ height, index: at / width });
    at += width;
  }
  return nodes;
}

/** One hash out of full subtrees of falling size, as they stand from left to right: the last two join first. */
export function foldRight(nodes: readonly Uint8Array[], hash: Hash): Uint8Array {
  let folded = nodes.at(-1);
  if (!folded) return emptyRoot(hash);
  for (let i = nodes.length - 2; i >= 0; i--) folded = nodeHash(nodes[i] as Uint8Array, folded, hash);
  return folded;
}

/** Where a tree of n > 1 entries parts: the largest power of two below n. No bit operations: those stop at 2^31. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** @throws RangeError unless a number can be a size or an index: whole, not negative, below 2^53 */
export function checkCount(count: number, what: string): void {
  if (!isCount(count)) throw new RangeError(`${what} is not a whole number from 0 to 2^53 − 1`);
}

export function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

/** @throws RangeError if one is not 32 bytes: the caller took something else for a hash */
export function checkHashes(hashes: readonly Uint8Array[]): void {
  for (const one of hashes) if (one.length !== HASH_LENGTH) throw new RangeError("a hash in the tree has 32 bytes");
}

function rowAbove(row: readonly Uint8Array[], hash: Hash, keepOdd: boolean): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i + 1 < row.length; i += 2) {
    above.push(nodeHash(row[i] as Uint8Array, row[i + 1] as Uint8Array, hash));
  }
  if (keepOdd && row.length % 2 === 1) above.push(row.at(-1) as Uint8Array);
  return above;
}
