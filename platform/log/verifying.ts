import {
  append,
  type Checkpoint,
  changedTiles,
  decodeTile,
  emptyFrontier,
  type Frontier,
  type GrownTile,
  type Hash,
  openCheckpoint,
  packOf,
  rootOfFrontier,
  sameBytes,
  TILE_WIDTH,
  type Tile,
  tilePath,
  type VerifierKey,
  type VerifySignature,
} from "../../engines/transparency/index.ts";

/** What verifying needs from outside: the published files, and the arithmetic of hashes and signatures. */
export interface Published {
  /** A published file by its path below the log's address; null where there is none. */
  file(path: string): Promise<Uint8Array | null>;
  hash: Hash;
  verify: VerifySignature;
  /** Called after each tile of the lowest level, with how many of all entries are through. */
  through?(entries: number, of: number): void;
}

/** A checkpoint that was verified, as the note in which it came. */
export interface Seen {
  note: string;
  checkpoint: Checkpoint;
  /** SHA-256 (hex) of the country pack in force, where the checkpoint names one. */
  pack: string | null;
}

/** Everything agreed. */
export interface Holds {
  ok: true;
  seen: Seen;
  /** How many tiles were fetched and recomputed. */
  tiles: number;
  /** Was there an earlier checkpoint to compare with? An empty one says nothing. */
  compared: boolean;
}

/** The first thing that does not agree. `note`: the signed checkpoint that shows it, where there is one: evidence. */
export type Broken = { ok: false; note: string | null } & (
  | { what: "no-checkpoint" }
  | { what: "checkpoint"; why: string }
  | { what: "rolled-back"; size: number; before: number }
  | { what: "tile-missing"; tile: string }
  | { what: "tile-spoilt"; tile: string }
  | { what: "tile-differs"; tile: string }
  | { what: "root-differs"; size: number }
  | { what: "forked"; size: number; before: number }
);

/**
 * Verifies a whole published log from outside: the checkpoint's signature, every hash tile against those below it, the root of all
 * against the signed one, and whether the log still begins with the state of a checkpoint held from earlier.
 * It cannot tell whether the hashes stand for true entries (entries are not public), nor whether others are shown another log.
 * @param earlier a checkpoint of the same log that was verified before; null at the first look
 * @source docs/log-format.md, section 11, steps 1 and 3 to 5
 */
export async function verifyPublishedLog(
  published: Published,
  key: VerifierKey,
  earlier: Checkpoint | null,
): Promise<Holds | Broken> {
  const head = await openHead(published, key);
  if (!head.ok) return head;
  const { note, checkpoint } = head.seen;
  const { size, root } = checkpoint;
  const broken = <B>(found: B) => ({ ok: false as const, note, ...found });
  if (earlier !== null && earlier.size > size)
    return broken({ what: "rolled-back" as const, size, before: earlier.size });

  const wanted = changedTiles(0, size);
  const above = new Map<string, GrownTile>();
  let frontier: Frontier = emptyFrontier;
  let atEarlier: Uint8Array | null = null;
  for (const tile of wanted.filter(({ level }) => level === 0)) {
    const hashes = await hashesOf(published, tile);
    if (!Array.isArray(hashes)) return broken(hashes);
    const cut = earlier === null ? -1 : earlier.size - frontier.size;
    const parts = cut > 0 && cut < hashes.length ? [hashes.slice(0, cut), hashes.slice(cut)] : [hashes];
    for (const part of parts) {
      const grown = append(frontier, part, published.hash);
      frontier = grown.frontier;
      for (const one of grown.tiles) if (one.level > 0) above.set(`${one.level}/${one.index}`, one);
      if (frontier.size === earlier?.size) atEarlier = grown.root;
    }
    for (const [place, one] of above) {
      if (one.width < TILE_WIDTH) continue; // it still grows
      const differs = await compare(published, one);
      if (differs !== null) return broken(differs);
      above.delete(place);
    }
    published.through?.(frontier.size, size);
  }
  for (const one of above.values()) {
    const differs = await compare(published, one);
    if (differs !== null) return broken(differs);
  }

  if (!sameBytes(rootOfFrontier(frontier, published.hash), root))
    return broken({ what: "root-differs" as const, size });
  if (earlier !== null && earlier.size > 0 && (atEarlier === null || !sameBytes(atEarlier, earlier.root)))
    return broken({ what: "forked" as const, size, before: earlier.size });
  return { ok: true, seen: head.seen, tiles: wanted.length, compared: earlier !== null && earlier.size > 0 };
}

async function openHead({ file, verify }: Published, key: VerifierKey): Promise<{ ok: true; seen: Seen } | Broken> {
  const bytes = await file("checkpoint");
  if (bytes === null) return { ok: false, note: null, what: "no-checkpoint" };
  const opened = openCheckpoint(bytes, { origin: key.name, keys: [key], verify });
  if (!opened.ok) return { ok: false, note: null, what: "checkpoint", why: opened.why };
  const note = new TextDecoder().decode(bytes);
  const { checkpoint } = opened.value;
  const pack = packOf(checkpoint);
  if (!pack.ok) return { ok: false, note, what: "checkpoint", why: pack.why };
  return { ok: true, seen: { note, checkpoint, pack: pack.value } };
}

type TileFault = { what: "tile-missing" | "tile-spoilt" | "tile-differs"; tile: string };

async function hashesOf({ file }: Published, tile: Tile): Promise<Uint8Array[] | TileFault> {
  const path = tilePath(tile);
  const bytes = await file(path);
  if (bytes === null) return { what: "tile-missing", tile: path };
  const decoded = decodeTile(bytes, tile.width);
  return decoded.ok ? decoded.value : { what: "tile-spoilt", tile: path };
}

/** Is the published tile the one that follows from the tiles below it? */
async function compare({ file }: Published, tile: GrownTile): Promise<TileFault | null> {
  const path = tilePath(tile);
  const bytes = await file(path);
  if (bytes === null) return { what: "tile-missing", tile: path };
  if (bytes.length !== tile.bytes.length) return { what: "tile-spoilt", tile: path };
  return sameBytes(bytes, tile.bytes) ? null : { what: "tile-differs", tile: path };
}
