import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import {
  append,
  emptyFrontier,
  leafHash,
  makeKey,
  packLine,
  rootOfFrontier,
  type Signer,
  signCheckpoint,
  tilePath,
  toUtf8,
} from "../../engines/transparency/index.ts";
import { sha256, signerOf, verifyEd25519 } from "./sequencer.ts";
import { verifyPublishedLog } from "./verifying.ts";

const pem = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const origin = "homeward.test/log";
const signer = signerOf(origin, pem());
const pack = "ab".repeat(32);

/** A published log whose entry number n is `text(n)`, as a folder of files. */
function log(size: number, { by = signer, text = (n: number) => `entry ${n}` } = {}) {
  const hashes = Array.from({ length: size }, (_, n) => leafHash(toUtf8(text(n)), sha256));
  const { frontier, tiles } = append(emptyFrontier, hashes, sha256);
  const files = new Map<string, Uint8Array>(tiles.map((tile) => [tilePath(tile), Uint8Array.from(tile.bytes)]));
  const root = rootOfFrontier(frontier, sha256);
  const note = signCheckpoint({ origin, size, root, extensions: [packLine(pack)] }, [by]);
  files.set("checkpoint", toUtf8(note));
  return { files, checkpoint: { origin, size, root, extensions: [] } };
}

const look = (files: Map<string, Uint8Array>, earlier: Parameters<typeof verifyPublishedLog>[2] = null, by = signer) =>
  verifyPublishedLog(
    { file: async (path) => files.get(path) ?? null, hash: sha256, verify: verifyEd25519 },
    by.key,
    earlier,
  );

// 66,000 entries have tiles on three levels; 65,536 fill one of the second exactly.
test("a good log is verified whole, whatever its size", async () => {
  for (const size of [0, 1, 255, 256, 257, 600, 65_536, 66_000]) {
    const { files } = log(size);
    const seen = await look(files);
    expect(seen, String(size)).toMatchObject({ ok: true, compared: false, tiles: files.size - 1, seen: { pack } });
  }
});

test("a log that went on holds against what was seen earlier, wherever that ended", async () => {
  for (const before of [1, 255, 256, 300, 512, 600])
    expect(await look(log(600).files, log(before).checkpoint), String(before)).toMatchObject({
      ok: true,
      compared: true,
    });
  expect(await look(log(600).files, log(0).checkpoint)).toMatchObject({ ok: true, compared: false });
});

test("one altered bit in any tile, and a tile that is missing or cut, is found and named", async () => {
  const { files } = log(600);
  const tiles = [...files.keys()].filter((path) => path.startsWith("tile/"));
  expect(tiles).toEqual(["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]);
  for (const path of tiles) {
    const bytes = files.get(path) as Uint8Array;
    const altered = new Map(files).set(path, bytes.with(40, (bytes[40] as number) ^ 1));
    expect(await look(altered), path).toMatchObject({
      ok: false,
      what: path === "tile/0/002.p/88" ? "root-differs" : "tile-differs", // the last tile has none above it yet
    });
    const without = new Map(files);
    without.delete(path);
    expect(await look(without)).toMatchObject({ ok: false, what: "tile-missing", tile: path });
    expect(await look(new Map(files).set(path, bytes.slice(32)))).toMatchObject({ what: "tile-spoilt", tile: path });
  }
});

test("a log that was rolled back, or written anew, is found by whoever saw it before", async () => {
  const seen = log(600).checkpoint;
  const shorter = log(500);
  expect(await look(shorter.files)).toMatchObject({ ok: true }); // by itself it looks good
  expect(await look(shorter.files, seen)).toMatchObject({ ok: false, what: "rolled-back", size: 500, before: 600 });

  const anew = (size: number) => log(size, { text: (n) => (n === 7 ? "another entry" : `entry ${n}`) });
  for (const size of [600, 601, 900]) {
    expect(await look(anew(size).files)).toMatchObject({ ok: true });
    const found = await look(anew(size).files, seen);
    expect(found).toMatchObject({ ok: false, what: "forked", before: 600 });
    expect(found.ok ? null : found.note).toContain(`\n${size}\n`); // the signed evidence
  }
});

test("another key, another log's name and a log that went silent are refused", async () => {
  const other = signerOf(origin, pem());
  expect(await look(log(3, { by: other }).files)).toMatchObject({ ok: false, what: "checkpoint", note: null });
  expect(await look(log(3, { by: other }).files, null, other)).toMatchObject({ ok: true });

  const key = createPrivateKey(pem());
  const elsewhere: Signer = {
    key: makeKey("homeward.test/other", signer.key.publicKey, sha256),
    sign: (message) => sign(null, message, key),
  };
  expect(await look(log(3).files, null, elsewhere)).toMatchObject({ ok: false, what: "checkpoint" });
  expect(await look(new Map())).toMatchObject({ ok: false, what: "no-checkpoint" });
});
