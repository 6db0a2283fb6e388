/**
 * Signed notes: a text and, below it, one line for each signature.
 * The text must not be used before a known key's signature on it has been verified: `openNote` does both.
 * @source C2SP signed-note; Ed25519 (RFC 8032)
 */

import { fromBase64, fromUtf8, join, sameBytes, toBase64, toHex, toUtf8 } from "./encoding.ts";
import type { Hash } from "./tree.ts";
import { type Parsed, read, refuse } from "./verdict.ts";

/** Ed25519, handed in: is this the key's signature on this message? */
export type VerifySignature = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;

/** An Ed25519 key that is trusted. `id`: the four bytes, as 8 hex, that its signature lines bear. */
export type VerifierKey = { readonly name: string; readonly id: string; readonly publicKey: Uint8Array };

/** A key that signs; the private half stays with the caller. `sign` answers 64 bytes. */
export type Signer = { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array };

/** One signature line; of which algorithm is known only from the key that bears this name and id. */
export type SignatureLine = { readonly name: string; readonly id: string; readonly signature: Uint8Array };

/** `text` ends with a newline. Nothing in a note that was only parsed is to be believed. */
export type Note = { readonly text: string; readonly signatures: readonly SignatureLine[] };

const ED25519 = 0x01;
const NOTE_MAX_BYTES = 1_000_000;
const SIGNATURES_MAX = 100;
/** A control character other than the newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
/** No space of any alphabet and no plus, so that lines and keys part in one way. */
const NAME = /^[^\p{White_Space}\p{Cc}\uFEFF+]+$/u;

// ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The verifier key of a public key under a name; the id follows from both.
 * @throws RangeError if the name is empty or holds a space or a plus, or the key has not 32 bytes
 */
export function makeKey(name: string, publicKey: Uint8Array, hash: Hash): VerifierKey {
  if (!NAME.test(name) || !name.isWellFormed())
    throw new RangeError("a key's name is not empty and holds no space and no plus");
  if (publicKey.length !== 32) throw new RangeError("an Ed25519 public key has 32 bytes");
  return { name, id: keyId(name, publicKey, hash), publicKey };
}

/** The line that is handed to whoever checks: `name+id+base64`. */
export function formatKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(join([Uint8Array.of(ED25519), key.publicKey]))}`;
}

/** The key in such a line, without space or newline around it. A key that does not agree with its id is refused. */
export function parseKey(line: string, hash: Hash): Parsed<VerifierKey> {
  // The base64 may hold a plus, the name may not: only the first two part the line.
  const [, name, id, base64] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(line) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) {
    return refuse("The key is not of the form name+id+key, with an id of eight lower-case hex digits.");
  }
  if (!NAME.test(name) || !name.isWellFormed()) return refuse("The key's name is empty or holds a space.");
  const bytes = fromBase64(base64);
  if (!bytes.ok) return refuse("The key's last part is not canonical base64.");
  if (bytes.value[0] !== ED25519) return refuse("The key is not an Ed25519 key.");
  if (bytes.value.length !== 33) return refuse("The key does not have the length of an Ed25519 key.");
  const publicKey = bytes.value.slice(1);
  if (keyId(name, publicKey, hash) !== id) return refuse("The key's id does not agree with its name and bytes.");
  return read({ name, id, publicKey });
}

function keyId(name: string, publicKey: Uint8Array, hash: Hash): string {
  return toHex(hash(join([toUtf8(`${name}\n`), Uint8Array.of(ED25519), publicKey])).slice(0, 4));
}

// ── notes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Takes a note apart, believing nothing. Anything that `formatNote` would not write is refused. */
export function parseNote(note: Uint8Array | string): Parsed<Note> {
  const decoded = typeof note === "string" ? wellFormed(note) : fromUtf8(note);
  if (!decoded.ok) return refuse("The note is not UTF-8 text.");
  const whole = decoded.value;
  if (toUtf8(whole).length > NOTE_MAX_BYTES) return refuse("The note is larger than 1,000,000 bytes.");
  if (CONTROL.test(whole)) return refuse("The note holds a control character.");
  if (!whole.endsWith("\n")) return refuse("The note does not end with a newline.");
  const gap = whole.lastIndexOf("\n\n");
  if (gap < 0) return refuse("The note has no empty line between text and signatures.");
  const text = whole.slice(0, gap + 1);
  const lines = whole.slice(gap + 2, -1).split("\n");
  if (whole.length === gap + 2) return refuse("The note bears no signature.");
  if (lines.length > SIGNATURES_MAX) return refuse("The note bears more than 100 signatures.");

  const signatures: SignatureLine[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (!signature.ok) return signature;
    signatures.push(signature.value);
  }
  return read({ text, signatures });
}

/** One signature line without its newline, as a witness answers it. */
export function parseSignatureLine(line: string): Parsed<SignatureLine> {
  const [, name, base64] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  if (name === undefined || base64 === undefined) return refuse("A line below the note's text is not a signature.");
  if (!NAME.test(name)) return refuse("A signature's key name holds a space or a plus.");
  const bytes = fromBase64(base64);
  if (!bytes.ok) return refuse("A signature is not canonical base64.");
  if (bytes.value.length <= 4) return refuse("A signature is too short.");
  return read({ name, id: toHex(bytes.value.slice(0, 4)), signature: bytes.value.slice(4) });
}

/**
 * The note as text.
 * @throws RangeError if it has no signature, or something in it could not be read back as given
 */
export function formatNote(note: Note): string {
  const lines = note.signatures.map(({ name, id, signature }) => {
    if (!/^[0-9a-f]{8}$/.test(id)) throw new RangeError("a key's id is eight lower-case hex digits");
    const idBytes = Uint8Array.from([0, 2, 4, 6], (at) => Number.parseInt(id.slice(at, at + 2), 16));
    return `\u2014 ${name} ${toBase64(join([idBytes, signature]))}\n`;
  });
  const formatted = `${note.text}\n${lines.join("")}`;
  const parsed = parseNote(formatted);
  if (!parsed.ok) throw new RangeError(`not a note: ${parsed.why}`);
  if (parsed.value.text !== note.text) throw new RangeError("not a note: the text must end with one newline");
  return formatted;
}

/**
 * A note over a text, signed by one key or, while keys change, by several.
 * @throws RangeError if the text cannot stand in a note (no newline at its end, a control character)
 */
export function signNote(text: string, signers: readonly Signer[]): string {
  const message = toUtf8(text);
  const signatures = signers.map(({ key, sign }) => ({ name: key.name, id: key.id, signature: sign(message) }));
  return formatNote({ text, signatures });
}

/**
 * The text of a note that at least one of these keys signed, and by which of them. Signatures by unknown keys are passed over. One
 * that bears a known key's name and id but does not verify makes the whole note refused.
 */
export function openNote(
  note: Uint8Array | string,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): Parsed<Note & { readonly signedBy: readonly VerifierKey[] }> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const message = toUtf8(parsed.value.text);
  const signedBy = new Set<VerifierKey>();
  for (const { name, id, signature } of parsed.value.signatures) {
    const known = keys.filter((key) => key.name === name && key.id === id);
    const [key] = known;
    if (!key) continue;
    if (known.some((other) => !sameBytes(other.publicKey, key.publicKey))) {
      return refuse("Two of the known keys have the same name and id.");
    }
    if (signature.length !== 64 || !verify(message, signature, key.publicKey)) {
      return refuse("A signature by a known key is false.");
    }
    signedBy.add(key);
  }
  if (signedBy.size === 0) return refuse("No known key has signed.");
  return read({ ...parsed.value, signedBy: [...signedBy] });
}

function wellFormed(text: string): Parsed<string> {
  return text.isWellFormed() ? read(text) : refuse("The text is not well-formed.");
}
