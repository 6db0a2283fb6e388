import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";
import {
  type Checkpoint,
  type Frontier,
  frontierFromTiles,
  type Hash,
  hashesAtLevel,
  openCheckpoint,
  rootOfFrontier,
  TILE_WIDTH,
  tileWidth,
  toHex,
  type VerifierKey,
  type VerifySignature,
} from "../../engines/transparency/index.ts";
import { writeDurably } from "../keys/keyring.ts";

/** The stored log is not the one that was published. Nothing may be numbered until a person has decided what happened. */
export class LogBroken extends Error {
  override readonly name = "LogBroken";
}

/** A signed size and root to compare with, and where it was kept. */
interface Published {
  size: number;
  root: Uint8Array;
  /** In words, for the sentence that refuses. */
  from: string;
}

/**
 * Compares the stored tree with what was published from it: the newest checkpoint in the database, and those that the log process keeps
 * outside it: beside its own key, so that a database restored from an old backup is noticed at once, and outside the whole installation.
 * @throws LogBroken in a sentence when the log is shorter than a checkpoint, or its first entries have another root
 */
export async function compareWithPublished(
  client: pg.Client,
  size: number,
  hash: Hash,
  held: readonly (Published | null)[],
): Promise<void> {
  const { rows } = await client.query<{ size: string; root: Buffer }>("select size, root from log.latest_checkpoint()");
  const newest = rows.map((row) => ({ size: Number(row.size), root: row.root, from: "in the database" }));
  for (const published of [...newest, ...held.filter((one) => one !== null)]) {
    if (published.size > size)
      throw new LogBroken(
        `The log has ${size} entries, but the checkpoint ${published.from} signs ${published.size}: an old state was restored, or entries were taken away. Do not start: tell the overseers, and see "The log does not match" in docs/operators.md.`,
      );
    const root = rootOfFrontier(await frontierAt(client, published.size, hash), hash);
    if (toHex(root) !== toHex(published.root))
      throw new LogBroken(
        `The first ${published.size} entries of the log do not have the root that the checkpoint ${published.from} signs: the log was changed. Do not start: tell the overseers, and see "The log does not match" in docs/operators.md.`,
      );
  }
}

/** The edge of the tree as it was at `size` entries, recomputed from the stored tiles: no hash in a tile ever changes. */
export async function frontierAt(client: pg.Client, size: number, hash: Hash): Promise<Frontier> {
  const edge = new Map<number, Uint8Array>();
  for (let level = 0; hashesAtLevel(size, level) > 0; level++) {
    const index = Math.floor(hashesAtLevel(size, level) / TILE_WIDTH);
    const width = tileWidth(size, level, index);
    if (width === 0) continue;
    const { rows } = await client.query<{ bytes: Buffer | null }>(
      "select log.tile_bytes($1::smallint, $2::bigint) as bytes",
      [level, index],
    );
    const bytes = rows[0]?.bytes;
    if (bytes && bytes.length >= width * 32) edge.set(level, bytes.subarray(0, width * 32));
  }
  try {
    return frontierFromTiles(size, ({ level }) => edge.get(level), hash);
  } catch (error) {
    throw new LogBroken(
      `The log's tree is not whole (${(error as Error).message}). Do not start: see "The log does not match" in docs/operators.md.`,
    );
  }
}

/** The newest checkpoint that this process published, kept in a file outside the database. */
export class HeldCheckpoint {
  readonly #path: string;
  readonly #trust: { origin: string; keys: readonly VerifierKey[]; verify: VerifySignature };

  constructor(path: string, trust: { origin: string; keys: readonly VerifierKey[]; verify: VerifySignature }) {
    this.#path = path;
    this.#trust = trust;
  }

  /** What was kept; null before the first. @throws LogBroken when the file is no checkpoint of this log by this key */
  read(): Published | null {
    if (!existsSync(this.#path)) return null;
    const opened = openCheckpoint(readFileSync(this.#path), this.#trust);
    if (!opened.ok)
      throw new LogBroken(
        `The checkpoint kept in ${this.#path} is not one of this log: ${opened.why} Do not start: see "The log does not match" in docs/operators.md.`,
      );
    const { size, root }: Checkpoint = opened.value.checkpoint;
    return { size, root, from: `kept in ${this.#path}` };
  }

  /** Called when the checkpoint is committed: a crash in between leaves an older one, which still fits. */
  keep(note: string): void {
    writeDurably(this.#path, note);
  }
}
