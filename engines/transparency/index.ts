/**
 * Transparency: the append-only log that an outsider can check.
 * Promises: one tree of RFC 6962 published as C2SP tiles under a signed checkpoint; whatever is malformed or false is refused with
 * one plain sentence; nothing here reads a file, a clock or a database, and hash and signature functions are handed in.
 * The format: docs/log-format.md.
 */
export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  packLine,
  packOf,
  parseCheckpoint,
  type SignedCheckpoint,
  signCheckpoint,
} from "./checkpoint.ts";
export { fromBase64, fromHex, fromUtf8, sameBytes, toBase64, toHex, toUtf8 } from "./encoding.ts";
export { append, emptyFrontier, type Frontier, frontierFromTiles, type GrownTile, rootOfFrontier } from "./frontier.ts";
export {
  ACTOR_KINDS,
  type ActorKind,
  buildLeaf,
  detailsBelong,
  detailsHash,
  type Leaf,
  OUTCOMES,
  type Outcome,
  parseLeaf,
} from "./leaf.ts";
export {
  formatKey,
  formatNote,
  makeKey,
  type Note,
  openNote,
  parseKey,
  parseNote,
  parseSignatureLine,
  type SignatureLine,
  type Signer,
  signNote,
  type VerifierKey,
  type VerifySignature,
} from "./note.ts";
export { makeConsistencyProof, makeInclusionProof, verifyConsistency, verifyInclusion } from "./proofs.ts";
export {
  type Bundle,
  bundlePath,
  changedBundles,
  changedTiles,
  consistencyProofFromTiles,
  decodeBundle,
  decodeTile,
  ENTRY_MAX,
  encodeBundle,
  hashesAtLevel,
  inclusionProofFromTiles,
  nodesFromTiles,
  parsePath,
  TILE_HEIGHT,
  TILE_WIDTH,
  type Tile,
  type TileBytes,
  tilePath,
  tilesForConsistency,
  tilesForInclusion,
  tileWidth,
} from "./tiles.ts";
export { emptyRoot, HASH_LENGTH, type Hash, leafHash, type NodeAt, nodeHash, nodesOf, rootOf } from "./tree.ts";
export type { Parsed, Refused, Verdict } from "./verdict.ts";
