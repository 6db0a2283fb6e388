/**
 * Proofs: that an entry is in a tree, and that a larger tree only added to a smaller one.
 * Made from nodes wherever they are kept; checked with nothing but the hashes at hand.
 * @source RFC 6962, sections 2.1.1 and 2.1.2
 */

import { sameBytes } from "./encoding.ts";
import {
  checkCount,
  HASH_LENGTH,
  type Hash,
  isCount,
  type NodeAt,
  nodeHash,
  type Range,
  rangeHash,
  splitPoint,
} from "./tree.ts";
import { refuse, type Verdict, yes } from "./verdict.ts";

/**
 * The hashes that prove entry `index` in the tree of `size` entries, from the leaf upward.
 * @throws RangeError if the tree has no such entry
 */
export function makeInclusionProof(index: number, size: number, nodeAt: NodeAt, hash: Hash): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, nodeAt, hash));
}

/**
 * The hashes that prove that the tree of `newSize` begins with the tree of `oldSize`. Empty where both are one tree.
 * @throws RangeError if the old tree is empty or larger: there is nothing to prove
 */
export function makeConsistencyProof(oldSize: number, newSize: number, nodeAt: NodeAt, hash: Hash): Uint8Array[] {
  return consistencyRanges(oldSize, newSize).map((range) => rangeHash(range, nodeAt, hash));
}

/** Does this leaf stand at `index` in the tree with this size and root? */
export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly hash: Hash;
}): Verdict {
  const { index, size, proof, hash } = claim;
  if (!isCount(size) || !isCount(index)) return refuse("The index or size is not a whole number that a log can have.");
  if (index >= size) return refuse("The tree is too small to hold an entry of that number.");
  if (!areHashes([claim.leafHash, claim.root, ...proof])) return refuse("A hash in the proof does not have 32 bytes.");

  const siblings = inclusionRanges(index, size);
  if (proof.length !== siblings.length)
    return refuse(`The number of hashes in the proof is ${proof.length}; it should be ${siblings.length}.`);
  let node = claim.leafHash;
  siblings.forEach((sibling, i) => {
    const other = proof[i] as Uint8Array;
    node = sibling.start > index ? nodeHash(node, other, hash) : nodeHash(other, node, hash);
  });
  return sameBytes(node, claim.root) ? yes : refuse("The proof does not lead to this root.");
}

/**
 * Is the old tree the beginning of the new one? An empty old tree is refused: everything begins with nothing, so it would prove
 * nothing; who holds no earlier tree must not take "yes" for an answer.
 */
export function verifyConsistency(claim: {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly hash: Hash;
}): Verdict {
  const { oldSize, newSize, oldRoot, newRoot, proof, hash } = claim;
  if (!isCount(oldSize) || !isCount(newSize)) return refuse("A size is not a whole number that a log can have.");
  if (oldSize === 0) return refuse("The old tree is empty: that proves nothing.");
  if (oldSize > newSize) return refuse("The new tree is smaller than the old one.");
  if (!areHashes([oldRoot, newRoot, ...proof])) return refuse("A hash in the proof does not have 32 bytes.");

  const ranges = consistencyRanges(oldSize, newSize);
  if (proof.length !== ranges.length)
    return refuse(`The number of hashes in the proof is ${proof.length}; it should be ${ranges.length}.`);

  // Where the old tree is not itself a node of the new one, the first hash is the subtree at its right edge.
  const seeded = ranges[0]?.end === oldSize;
  let inOld = seeded ? (proof[0] as Uint8Array) : oldRoot;
  let inNew = inOld;
  for (let i = seeded ? 1 : 0; i < ranges.length; i++) {
    const other = proof[i] as Uint8Array;
    if ((ranges[i] as Range).start >= oldSize) {
      inNew = nodeHash(inNew, other, hash);
    } else {
      inOld = nodeHash(other, inOld, hash);
      inNew = nodeHash(other, inNew, hash);
    }
  }
  if (oldSize === newSize && !sameBytes(oldRoot, newRoot)) return refuse("Two trees of one size have different roots.");
  if (!sameBytes(inOld, oldRoot)) return refuse("The proof does not lead to the old root.");
  if (!sameBytes(inNew, newRoot)) return refuse("The proof does not lead to the new root.");
  return yes;
}

/** The ranges whose hashes make the proof, from the leaf upward. */
export function inclusionRanges(index: number, size: number): Range[] {
  checkCount(index, "an index");
  checkCount(size, "a size");
  if (index >= size) throw new RangeError(`a tree of ${size} has no entry ${index}`);
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose hashes make the proof, from the old tree's right edge upward. */
export function consistencyRanges(oldSize: number, newSize: number): Range[] {
  checkCount(oldSize, "an old size");
  checkCount(newSize, "a new size");
  if (oldSize === 0 || oldSize > newSize) throw new RangeError(`no consistency to prove from ${oldSize} to ${newSize}`);
  const ranges: Range[] = [];
  let start = 0;
  let end = newSize;
  while (oldSize !== end) {
    const middle = start + splitPoint(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

function areHashes(all: readonly Uint8Array[]): boolean {
  return all.every((one) => one.length === HASH_LENGTH);
}
