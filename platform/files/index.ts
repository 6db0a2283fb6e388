/**
 * Files: what people hand in. Promises: streamed and never whole in memory on the way in; sealed before it touches the disk; on the disk
 * (file and folder synced) before anybody is told so; its type read from its content; an image shown only as a copy without metadata.
 *
 * On disk: version (1) · then chunks of up to 64 KiB, each length (4) · nonce (12) · tag (16) · ciphertext. The additional data of a chunk is
 * its number and whether it is the last, so that nothing can be cut off, left out or put in another order.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { sealTo } from "../keys/sealed-box.ts";

export const FILE_BOX = "homeward/file/1";
const CHUNK = 65_536;

export interface KeptFile {
  id: string;
  /** A media type, by content. */
  kind: string;
  bytes: number;
  /** Of the original, which is evidence. */
  sha256: Buffer;
  /** The file's own key, sealed to the vault. */
  sealedKey: Buffer;
}

export type FileRefusal = { refused: "too-large" | "no-space" | "kind-not-taken" };

const TAKEN = [
  /^image\/(jpeg|png|webp|gif|heic|heif|avif|tiff)$/,
  /^video\/(mp4|webm|quicktime|3gpp|x-matroska|mpeg)$/,
  /^audio\//,
  /^application\/pdf$/,
  /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)$/,
  /^application\/vnd\.oasis\.opendocument\.text$/,
];

/** Keeps one stream, sealed, in `dir`. Nothing stays behind when it is refused or breaks off. */
export async function keepFile(
  dir: string,
  stream: Readable,
  options: {
    maxBytes: number;
    publicKey: Uint8Array;
    /** Set where the caller has read the content and knows what it is: a table of text has no mark to know it by. */
    kind?: string;
  },
): Promise<KeptFile | FileRefusal> {
  const id = randomUUID();
  const path = pathOf(dir, id);
  const key = randomBytes(32);
  const digest = createHash("sha256");
  let bytes = 0;
  let number = 0;
  let waiting: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let kind: string | null = options.kind ?? null;
  let file: FileHandle | null = null;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    file = await open(path, "wx", 0o600);
    await file.write(Buffer.of(1));
    for await (const piece of stream as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > options.maxBytes) return await give(file, path, "too-large");
      digest.update(piece);
      waiting = Buffer.concat([waiting, piece]);
      // One full chunk is held back, so that the last one is known when it is written.
      while (waiting.length > CHUNK) {
        kind ??= await kindOf(waiting);
        if (kind === "") return await give(file, path, "kind-not-taken");
        await file.write(sealChunk(key, number++, false, waiting.subarray(0, CHUNK)));
        waiting = waiting.subarray(CHUNK);
      }
    }
    kind ??= await kindOf(waiting);
    if (kind === "") return await give(file, path, "kind-not-taken");
    await file.write(sealChunk(key, number, true, waiting));
    await file.sync();
    await file.close();
    file = null;
    await syncFolder(dirname(path));
    return { id, kind, bytes, sha256: digest.digest(), sealedKey: sealTo(options.publicKey, `${FILE_BOX}/${id}`, key) };
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(path, { force: true });
    if (["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "")) return { refused: "no-space" };
    throw error;
  }
}

async function give(file: FileHandle, path: string, refused: FileRefusal["refused"]): Promise<FileRefusal> {
  await file.close();
  await rm(path, { force: true });
  return { refused };
}

// What reads pictures is loaded with the first file: it is a fifth of a second of each process's start, and most never see one.
async function kindOf(head: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(head);
  return found && TAKEN.some((taken) => taken.test(found.mime)) ? found.mime : "";
}

/** Destroys a kept file that nothing refers to. */
export async function dropFile(dir: string, id: string): Promise<void> {
  await rm(pathOf(dir, id), { force: true });
}

/**
 * The copy that may be looked at, in the vault process: of an image a re-encoded one, turned upright, without any metadata; of anything else the bytes.
 * @param openKey opens the sealed key
 * @throws Error when a byte is another, a chunk is missing, or an image is unreasonably large
 */
export async function openFile(
  dir: string,
  id: string,
  kind: string,
  openKey: (context: string, box: Uint8Array) => Buffer,
  sealedKey: Uint8Array,
): Promise<{ kind: string; bytes: Buffer }> {
  const original = await openOriginal(dir, id, openKey, sealedKey);
  if (!kind.startsWith("image/")) return { kind, bytes: original };
  const { default: sharp } = await import("sharp");
  const copy = await sharp(original, { limitInputPixels: 60_000_000, failOn: "error" })
    .rotate()
    .resize({ width: 2400, height: 2400, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { kind: "image/jpeg", bytes: copy };
}

/** The original, whole: evidence, for whoever may export it. */
export async function openOriginal(
  dir: string,
  id: string,
  openKey: (context: string, box: Uint8Array) => Buffer,
  sealedKey: Uint8Array,
): Promise<Buffer> {
  const sealed = await readFile(pathOf(dir, id));
  const key = openKey(`${FILE_BOX}/${id}`, sealedKey);
  if (sealed[0] !== 1) throw new Error("This is not a sealed file of a known version.");
  const pieces: Buffer[] = [];
  let at = 1;
  for (let number = 0; at < sealed.length; number++) {
    const length = sealed.readUInt32BE(at);
    const next = at + 4 + 28 + length;
    pieces.push(openChunk(key, number, next === sealed.length, sealed.subarray(at + 4, next)));
    at = next;
  }
  return Buffer.concat(pieces);
}

function sealChunk(key: Uint8Array, number: number, last: boolean, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(`${number}|${last}`));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, nonce, cipher.getAuthTag(), sealed]);
}

function openChunk(key: Uint8Array, number: number, last: boolean, chunk: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, chunk.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${number}|${last}`));
  decipher.setAuthTag(chunk.subarray(12, 28));
  return Buffer.concat([decipher.update(chunk.subarray(28)), decipher.final()]);
}

async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, "r");
  await folder.sync().finally(() => folder.close());
}

function pathOf(dir: string, id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("A file is named by a lower-case UUID.");
  return join(dir, id.slice(0, 2), id);
}
