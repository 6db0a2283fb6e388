import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { SheetLimits } from "./limits.ts";
import { Refused, refuse, type SheetRefusal } from "./refusals.ts";
import type { Source } from "./source.ts";

/** A ZIP archive that is known to be safe to look into. Its entries are read as streams, under the limits. */
export type Archive = {
  ok: true;
  /** Names as written, in the order of the archive. */
  names: readonly string[];
  /** @throws Refused where it unpacks too large or is broken; RangeError on an unknown name, which is a bug */
  read(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
};

/**
 * Opens an archive and checks its directory: number of entries, names, encryption, entries that share bytes. What an entry unpacks
 * to is counted while it is read, because a header can lie.
 */
export async function openArchive(source: Source, limits: SheetLimits): Promise<Archive | SheetRefusal> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  const opening =
    typeof source === "string"
      ? openPromise(source, options)
      : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.length), options);
  const zip = await opening.catch(asRefusal);
  if ("ok" in zip) return zip;
  const entries = await checkedEntries(zip, limits).catch(asRefusal);
  if ("ok" in entries) {
    zip.close();
    return entries;
  }
  const unpacked = new Map<string, number>();
  return {
    ok: true,
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw new RangeError(`no entry ${name}`);
      return contentOf(zip, entry, unpacked, limits);
    },
    close: () => zip.close(),
  };
}

async function checkedEntries(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry> | SheetRefusal> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= limits.entries) return refuse("too-many-entries", { limit: limits.entries });
    if (entries.has(entry.fileName)) return refuse("entry-twice");
    if (entry.isEncrypted()) return refuse("encrypted");
    entries.set(entry.fileName, entry);
  }
  // Entries that share their packed bytes make a small file unpack without end.
  const inOrder = [...entries.values()].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of inOrder.entries()) {
    const after = inOrder[index + 1];
    if (after && entry.relativeOffsetOfLocalHeader + entry.compressedSize > after.relativeOffsetOfLocalHeader) {
      return refuse("entries-overlap");
    }
  }
  return entries;
}

async function* contentOf(zip: ZipFile, entry: Entry, unpacked: Map<string, number>, limits: SheetLimits) {
  const name = entry.fileName;
  const ofOthers = [...unpacked].reduce((sum, [other, bytes]) => (other === name ? sum : sum + bytes), 0);
  let bytes = 0;
  let sum = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      // An entry read twice counts once.
      unpacked.set(name, Math.max(bytes, unpacked.get(name) ?? 0));
      if (ofOthers + bytes > limits.unpackedBytes) {
        throw new Refused(refuse("unpacks-too-large", { limitMb: Math.ceil(limits.unpackedBytes / 1024 / 1024) }));
      }
      if (bytes > limits.ratioFrom && bytes > entry.compressedSize * limits.ratio) {
        throw new Refused(refuse("packed-too-tightly", { limit: limits.ratio }));
      }
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw new Refused(asRefusal(error));
  }
  if (sum !== entry.crc32) throw new Refused(refuse("archive-broken"));
}

/** What the archive reader complains about, in our codes. @throws what is trouble with the disk, or a bug */
function asRefusal(error: unknown): SheetRefusal {
  if (error instanceof Refused) return error.refusal;
  if (!(error instanceof Error) || "syscall" in error || error instanceof TypeError) throw error;
  if (/relative path|absolute path|invalid characters in fileName/i.test(error.message)) return refuse("unsafe-name");
  if (/encrypt/i.test(error.message)) return refuse("encrypted");
  return refuse("archive-broken");
}
