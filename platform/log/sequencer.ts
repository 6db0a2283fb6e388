import { createHash, createPrivateKey, createPublicKey, sign as signBytes, verify as verifyBytes } from "node:crypto";
import pg from "pg";
import {
  append,
  emptyFrontier,
  type Frontier,
  formatKey,
  type Hash,
  leafHash,
  makeKey,
  packLine,
  rootOfFrontier,
  type Signer,
  signCheckpoint,
  type VerifySignature,
} from "../../engines/transparency/index.ts";
import { compareWithPublished, frontierAt, HeldCheckpoint, LogBroken } from "./held.ts";

export interface SequencerOptions {
  /** The login hw_log. */
  config: pg.ClientConfig;
  /** Names this log in its checkpoints, such as `homeward.example/log/<installation>`. */
  origin: string;
  /** The Ed25519 key as PEM. */
  signingKey: string;
  /** Between two looks for waiting entries; 100 ms. */
  everyMs?: number;
  /** A checkpoint when this many entries are new, or the last one is this old. */
  checkpointEntries?: number;
  checkpointMs?: number;
  /** Where the newest published checkpoint is kept, outside the database; without any a restored old database is not noticed. */
  keptAt?: readonly string[];
  onTrouble?: (what: string) => void;
}

export interface Sequencer {
  /** The log's public key as a verifier key line. */
  readonly key: string;
  /** Integrates whatever waits now and publishes. @throws Error when another sequencer leads */
  settle(): Promise<{ size: number }>;
  /** False when another sequencer holds the lock, or the connection was lost. */
  readonly leading: boolean;
  /** The same, and gives up the lead. */
  stop(): Promise<void>;
}

/** "homeward log" in ASCII: one sequencer per database. */
export const LOCK = 0x686c6f67;
const BATCH = 4096;

export const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * Gives log entries their numbers. One connection under a session advisory lock integrates what is visible, every 100 ms, in whole tiles;
 * it stops at once when the connection, and with it the lock, is lost, and stands for the lead again on a new one. Without a synchronous standby a head is published after the local
 * commit; `doctor` says so. Each checkpoint names the country pack in force.
 * @throws LogBroken when the stored log is not the one that was published
 */
export async function startSequencer(options: SequencerOptions): Promise<Sequencer> {
  const { everyMs = 100, checkpointEntries = 256, checkpointMs = 10_000, onTrouble = () => undefined } = options;
  const signer = signerOf(options.origin, options.signingKey);
  let leading = false;
  let stopped = false;
  let lost = false;
  let client = await connect();
  /** The lock is the connection's: with a new one, the lead is to be won anew. */
  async function connect(): Promise<pg.Client> {
    const made = new pg.Client(options.config);
    made.on("error", () => {
      leading = false;
      lost = true;
    });
    await made.connect();
    await made.query("set role homeward_sequencer");
    lost = false;
    return made;
  }

  const trust = { origin: options.origin, keys: [signer.key], verify: verifyEd25519 };
  const held = (options.keptAt ?? []).map((path) => new HeldCheckpoint(path, trust));
  let frontier: Frontier = emptyFrontier;
  let published = { size: -1, at: 0 };

  async function lead(): Promise<boolean> {
    if (leading) return true;
    if (lost) {
      await client.end().catch(() => undefined);
      client = await connect();
    }
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [LOCK]);
    if (!rows[0]?.got) return false;
    const { rows: counted } = await client.query<{ size: string }>("select log.size() as size");
    const size = Number(counted[0]?.size ?? 0);
    await compareWithPublished(
      client,
      size,
      sha256,
      held.map((one) => one.read()),
    );
    frontier = await frontierAt(client, size, sha256);
    const head = await client.query<{ size: string }>("select size from log.latest_checkpoint()");
    published = { size: Number(head.rows[0]?.size ?? -1), at: 0 };
    leading = true;
    return true;
  }

  async function step(): Promise<number> {
    const { rows } = await client.query<{ id: string; leaf: Buffer }>("select id, leaf from log.waiting($1)", [BATCH]);
    if (rows.length > 0) {
      const hashes = rows.map((row) => leafHash(row.leaf, sha256));
      const grown = append(frontier, hashes, sha256);
      await client.query(
        "select log.integrate($1, $2::uuid[], $3::bytea[], $4::smallint[], $5::bigint[], $6::bytea[])",
        [
          frontier.size,
          rows.map((row) => row.id),
          hashes,
          grown.tiles.map((t) => t.level),
          grown.tiles.map((t) => t.index),
          grown.tiles.map((t) => Buffer.from(t.bytes)),
        ],
      );
      frontier = grown.frontier;
    }
    const fresh = frontier.size - Math.max(0, published.size);
    if (frontier.size !== published.size && (fresh >= checkpointEntries || Date.now() - published.at >= checkpointMs))
      await publish();
    return rows.length;
  }

  async function publish(): Promise<void> {
    const root = rootOfFrontier(frontier, sha256);
    const { rows } = await client.query<{ pack: string | null }>(
      "select pack_sha256 as pack from platform.installation where pack_sha256 is not null",
    );
    const extensions = rows.map((row) => packLine(row.pack as string));
    const note = signCheckpoint({ origin: options.origin, size: frontier.size, root, extensions }, [signer]);
    await client.query("select log.publish($1, $2, $3)", [frontier.size, Buffer.from(root), note]);
    for (const one of held) one.keep(note);
    published = { size: frontier.size, at: Date.now() };
  }

  /** Until nothing waits and all of it is published. */
  async function finish(): Promise<void> {
    while ((await step()) > 0);
    if (frontier.size !== published.size) await publish();
  }

  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  function again(delay: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = turn();
    }, delay);
  }
  async function turn(): Promise<void> {
    try {
      const done = (await lead()) ? await step() : 0;
      again(done === BATCH ? 0 : everyMs);
    } catch (error) {
      leading = false; // the batch may have been stored and its answer lost: read the edge again before the next one
      onTrouble((error as Error).message);
      again(error instanceof LogBroken ? 60_000 : 1000);
    }
  }
  try {
    // The backend of a process that just ended may hold the lock for another moment; whoever else holds it, we stand by.
    for (let tries = 0; !(await lead()) && tries < 20; tries++) await new Promise((next) => setTimeout(next, 50));
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  running = turn();

  return {
    key: formatKey(signer.key),
    get leading() {
      return leading;
    },
    async settle() {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
      try {
        if (!(await lead())) throw new Error("Another sequencer leads this log.");
        await finish();
      } finally {
        again(everyMs);
      }
      return { size: frontier.size };
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      // What was written last is published too: otherwise a state from before it would not be told from this one.
      if (leading) await finish().catch((error: Error) => onTrouble(error.message));
      await client.end().catch(() => undefined);
    },
  };
}

/** The signer for a log's key: Ed25519, named by the origin. */
export function signerOf(origin: string, pem: string): Signer {
  const privateKey = createPrivateKey(pem);
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    key: makeKey(origin, new Uint8Array(spki.subarray(spki.length - 32)), sha256),
    sign: (message) => signBytes(null, message, privateKey),
  };
}

// RFC 8410: the fixed DER wrapping of a raw Ed25519 key.
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Checks an Ed25519 signature by a raw public key. */
export const verifyEd25519: VerifySignature = (message, signature, publicKey) =>
  verifyBytes(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" }),
    signature,
  );
