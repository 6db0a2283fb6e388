/** Bytes and text, each in exactly one way: what could be written differently is refused, so that one log has one form. */

import { type Parsed, read, refuse } from "./verdict.ts";

const HEX = /^(?:[0-9a-f]{2})*$/;

/** Lower-case hex of some bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Bytes of lower-case hex; upper case, odd length and anything else is refused. */
export function fromHex(text: string): Parsed<Uint8Array> {
  if (!HEX.test(text)) return refuse("A value is not lower-case hex.");
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return read(bytes);
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Bytes of base64 in its canonical form; white space, missing padding or stray last bits are refused. */
export function fromBase64(text: string): Parsed<Uint8Array> {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return refuse("A value is not base64.");
  }
  // atob forgives spaces, missing padding and stray bits; what was written must be what we would write.
  if (btoa(binary) !== text) return refuse("A value is base64, but not in its canonical form.");
  return read(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}

/** UTF-8 bytes of well-formed text. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text of UTF-8 bytes; a byte order mark stays in the text, so that later checks see it. */
export function fromUtf8(bytes: Uint8Array): Parsed<string> {
  try {
    return read(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse("The bytes are not UTF-8.");
  }
}

/** Are these the same bytes? Not in constant time: everything compared here is public. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Some byte strings, one after the other. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
