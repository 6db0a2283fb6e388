/**
 * Checkpoints: which log, how many entries, which root; signed.
 * @source C2SP tlog-checkpoint
 */

import { fromBase64, toBase64 } from "./encoding.ts";
import { type Note, openNote, type Signer, signNote, type VerifierKey, type VerifySignature } from "./note.ts";
import { checkCount, HASH_LENGTH, isCount } from "./tree.ts";
import { type Parsed, read, refuse } from "./verdict.ts";

/** `extensions`: further lines, signed with the rest and without meaning for the tree. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
};

/** A checkpoint that may be believed, the note it came in, and which of the known keys signed it. */
export type SignedCheckpoint = {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
  readonly signedBy: readonly VerifierKey[];
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const LINE = /^[^\u0000-\u001f]+$/;
const PACK = /^homeward-pack\/1 ([0-9a-f]{64})$/;

/**
 * The text of a checkpoint, to be signed.
 * @throws RangeError if a line is empty or holds a control character, the root has not 32 bytes, or the size is no count
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  checkCount(size, "a size");
  if (root.length !== HASH_LENGTH) throw new RangeError("a root has 32 bytes");
  for (const line of [origin, ...extensions]) {
    if (!LINE.test(line) || !line.isWellFormed())
      throw new RangeError("a line of a checkpoint is not empty and holds no control character");
  }
  return `${[origin, size, toBase64(root), ...extensions].join("\n")}\n`;
}

/** Reads the text of a checkpoint: the text of a note that has been opened. */
export function parseCheckpoint(text: string): Parsed<Checkpoint> {
  if (!text.endsWith("\n")) return refuse("The checkpoint does not end with a newline.");
  const [origin, digits, base64, ...extensions] = text.slice(0, -1).split("\n");
  if (origin === undefined || digits === undefined || base64 === undefined) {
    return refuse("The checkpoint has fewer than three lines.");
  }
  if (![origin, ...extensions].every((line) => LINE.test(line))) {
    return refuse("A line of the checkpoint is empty or holds a control character.");
  }
  const size = Number(digits);
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) return refuse("The checkpoint's size is not a plain decimal number.");
  if (!isCount(size)) return refuse("The checkpoint's size is larger than any log.");
  const root = fromBase64(base64);
  if (!root.ok || root.value.length !== HASH_LENGTH)
    return refuse("The checkpoint's root is not the base64 of 32 bytes.");
  return read({ origin, size, root: root.value, extensions });
}

/** A signed checkpoint: while keys change, by the old key and the new one. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/** Opens a signed checkpoint of the log named `origin`: its signature first, then what it says. */
export function openCheckpoint(
  note: Uint8Array | string,
  trust: { readonly origin: string; readonly keys: readonly VerifierKey[]; readonly verify: VerifySignature },
): Parsed<SignedCheckpoint> {
  const opened = openNote(note, trust.keys, trust.verify);
  if (!opened.ok) return opened;
  const { text, signatures, signedBy } = opened.value;
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== trust.origin) return refuse("The checkpoint is that of another log.");
  return read({ checkpoint: checkpoint.value, note: { text, signatures }, signedBy });
}

/**
 * The extension line that names the country pack in force: changing who may do what shows in the next checkpoint.
 * @throws RangeError unless it is 64 lower-case hex
 */
export function packLine(packSha256: string): string {
  const line = `homeward-pack/1 ${packSha256}`;
  if (!PACK.test(line)) throw new RangeError("a pack is named by its SHA-256 in 64 lower-case hex digits");
  return line;
}

/** The SHA-256 (hex) of the country pack that a checkpoint names; null if it names none; refused if it is malformed or names two. */
export function packOf(checkpoint: Checkpoint): Parsed<string | null> {
  const lines = checkpoint.extensions.filter((line) => line.startsWith("homeward-pack/1"));
  if (lines.length === 0) return read(null);
  const sha256 = PACK.exec(lines[0] as string)?.[1];
  if (lines.length > 1 || sha256 === undefined)
    return refuse("The checkpoint's line about the country pack is malformed.");
  return read(sha256);
}
