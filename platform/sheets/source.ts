import { createReadStream } from "node:fs";
import { open as openFile, readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";

/** Where a file's bytes are: at a path, or in memory already. */
export type Source = string | Uint8Array;

/** How many bytes memory hands on at a time; as many as a stream from the disk does. */
const piece = 64 * 1024;

export async function sizeOf(source: Source): Promise<number> {
  return typeof source === "string" ? (await stat(source)).size : source.length;
}

/** The bytes in their order, in pieces; as often as asked. */
export function streamOf(source: Source): Readable {
  return typeof source === "string" ? createReadStream(source) : Readable.from(piecesOf(source));
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

export async function firstBytes(source: Source, count: number): Promise<Buffer> {
  if (typeof source !== "string") return Buffer.from(source.subarray(0, count));
  const handle = await openFile(source);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** All of it at once: only for what must be searched as a whole. */
export async function allOf(source: Source): Promise<Buffer> {
  return typeof source === "string" ? readFile(source) : Buffer.from(source);
}
