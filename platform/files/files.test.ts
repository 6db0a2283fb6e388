/** What people hand in: kept whole and sealed, known by its content, and shown as a copy that tells nothing of its camera. */
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openKeyring } from "../keys/keyring.ts";
import { openBox } from "../keys/sealed-box.ts";
import { dropFile, type KeptFile, keepFile, openFile, openOriginal } from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "hw-files-"));
const { intake } = openKeyring(join(root, "keys"), true);
afterAll(() => rmSync(root, { recursive: true, force: true }));

let dir: string;
let nth = 0;
beforeEach(() => {
  nth += 1;
  dir = join(root, String(nth));
});

const openKey = (context: string, box: Uint8Array) => openBox(intake.privateKey, intake.publicKey, context, box);
const MEGABYTE = 1_048_576;
const keep = (bytes: Uint8Array | Readable, maxBytes = MEGABYTE) =>
  keepFile(dir, bytes instanceof Readable ? bytes : Readable.from([Buffer.from(bytes)]), {
    maxBytes,
    publicKey: intake.publicKey,
  });
async function kept(bytes: Uint8Array, maxBytes?: number): Promise<KeptFile> {
  const made = await keep(bytes, maxBytes);
  if ("refused" in made) throw new Error(made.refused);
  return made;
}
const onDisk = (): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
const pdf = (bytes: number) => Buffer.concat([Buffer.from("%PDF-1.7\nA secret word\n"), randomBytes(bytes)]);
const original = (file: KeptFile) => openOriginal(dir, file.id, openKey, file.sealedKey);

test("the original comes back whole, by its hash, and lies on the disk only sealed", async () => {
  const bytes = pdf(200_000); // four pieces
  const file = await kept(bytes);
  expect(file).toMatchObject({ kind: "application/pdf", bytes: bytes.length });
  expect(file.sha256.equals(createHash("sha256").update(bytes).digest())).toBe(true);
  expect((await original(file)).equals(bytes)).toBe(true);
  expect(onDisk()).toHaveLength(1);
  expect(readFileSync(onDisk()[0] ?? "").includes("A secret word")).toBe(false);
});

test("a file is what its first bytes say: a program called a picture is not taken, and nothing of it stays", async () => {
  for (const bytes of [
    Buffer.from("#!/bin/sh\nrm -rf /"),
    Buffer.from("<script>alert(1)</script>"),
    Buffer.from("MZ\x90\x00 a program for another machine"),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    Buffer.concat([Buffer.from("#!/bin/sh\n"), randomBytes(150_000)]),
    Buffer.alloc(0),
  ])
    expect(await keep(bytes)).toEqual({ refused: "kind-not-taken" });
  expect(onDisk()).toEqual([]);
  expect((await kept(pdf(10))).kind).toBe("application/pdf");
});

test("a byte too many is refused while it comes, a full measure is taken, and nothing of the refused one stays", async () => {
  const full = pdf(0);
  const most = full.length;
  expect(await keep(Buffer.concat([full, Buffer.of(1)]), most)).toEqual({ refused: "too-large" });
  let asked = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        asked += 1;
        yield asked === 1 ? pdf(60_000) : randomBytes(60_000);
      }
    })(),
  );
  expect(await keep(endless, 300_000)).toEqual({ refused: "too-large" });
  expect(asked, "it does not read on").toBeLessThan(30);
  expect(onDisk()).toEqual([]);
  expect((await kept(full, most)).bytes).toBe(most);
});

test("a line that breaks off leaves nothing behind", async () => {
  const broken = new Readable({
    read() {
      this.push(pdf(100_000));
      this.destroy(new Error("the line was cut"));
    },
  });
  await expect(keep(broken)).rejects.toThrow("the line was cut");
  expect(onDisk()).toEqual([]);
});

test("a byte that was changed, a piece that was cut off or moved, and another file's key open nothing", async () => {
  const file = await kept(pdf(200_000));
  const path = onDisk()[0] ?? "";
  const whole = readFileSync(path);
  const first = 4 + 28 + whole.readUInt32BE(1);
  const second = 4 + 28 + whole.readUInt32BE(1 + first);
  const pieces = [whole.subarray(1, 1 + first), whole.subarray(1 + first, 1 + first + second)];
  const rest = whole.subarray(1 + first + second);
  const changed = Buffer.from(whole);
  changed[100] = (changed[100] ?? 0) ^ 1;
  for (const [what, bytes] of [
    ["a changed byte", changed],
    ["without its end", whole.subarray(0, 1 + first + second)],
    ["without its beginning", Buffer.concat([whole.subarray(0, 1), pieces[1] ?? whole, rest])],
    ["in another order", Buffer.concat([whole.subarray(0, 1), pieces[1] ?? whole, pieces[0] ?? whole, rest])],
  ] as const) {
    writeFileSync(path, bytes);
    await expect(original(file), what).rejects.toThrow();
  }
  writeFileSync(path, whole);
  const other = await kept(pdf(10));
  await expect(openOriginal(dir, file.id, openKey, other.sealedKey)).rejects.toThrow();
  expect((await original(file)).length).toBe(file.bytes);
});

test("a picture is shown upright as a copy without metadata or hidden ends; the original keeps them", async () => {
  const picture = Buffer.concat([
    await sharp({ create: { width: 60, height: 20, channels: 3, background: "#864" } })
      .withExif({
        IFD0: { Copyright: "Quillpatra-Camera" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "28/1 32/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    Buffer.from("hidden after the end: Quillpatra"),
  ]);
  const file = await kept(picture);
  const { kind, bytes } = await openFile(dir, file.id, file.kind, openKey, file.sealedKey);
  const copy = await sharp(bytes).metadata();
  expect(kind).toBe("image/jpeg");
  expect([copy.width, copy.height], "turned as the camera was held").toEqual([20, 60]);
  expect([copy.exif, copy.xmp, copy.iptc, copy.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(bytes.includes("Quillpatra")).toBe(false);
  expect((await original(file)).equals(picture)).toBe(true);
});

test("a picture that is broken, or far larger than its file, is never shown as it came", async () => {
  const whole = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#06a" } })
    .png()
    .toBuffer();
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#000" } })
    .png()
    .toBuffer();
  for (const bytes of [whole.subarray(0, 60), bomb]) {
    const file = await kept(bytes);
    await expect(openFile(dir, file.id, file.kind, openKey, file.sealedKey)).rejects.toThrow();
    expect((await original(file)).equals(bytes), "as evidence it stays").toBe(true);
  }
});

test("a dropped file is gone from the disk", async () => {
  const file = await kept(pdf(10));
  expect(onDisk()).toHaveLength(1);
  await dropFile(dir, file.id);
  expect(onDisk()).toEqual([]);
});
