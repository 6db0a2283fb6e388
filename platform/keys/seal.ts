import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Where a sealed value belongs. It is authenticated with the value, so that a ciphertext moved to another row, column or section does not open. */
export interface Place {
  table: string;
  column: string;
  row: string;
  /** 0 where the value stands in no section. */
  section: number;
}

const VERSION = 1;
const PAD = 256;

/**
 * Seals text under a 32-byte key: AES-256-GCM with a random nonce, padded to a multiple of 256 bytes so that a length tells little.
 * Layout: version (1) · nonce (12) · tag (16) · ciphertext.
 */
export function seal(key: Uint8Array, place: Place, keyVersion: number, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(additional(place, keyVersion));
  const sealed = Buffer.concat([cipher.update(pad(Buffer.from(text, "utf8"))), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made. @throws Error when the key, the place or one byte is another. */
export function open(key: Uint8Array, place: Place, keyVersion: number, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 29 + PAD)
    throw new Error("This is not a sealed value of a known version.");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 13));
  decipher.setAAD(additional(place, keyVersion));
  decipher.setAuthTag(bytes.subarray(13, 29));
  return unpad(Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()])).toString("utf8");
}

function additional(place: Place, keyVersion: number): Buffer {
  return Buffer.from(`${place.table}|${place.column}|${place.row}|${keyVersion}|${place.section}`, "utf8");
}

function pad(bytes: Buffer): Buffer {
  const padded = Buffer.alloc(Math.ceil((bytes.length + 4) / PAD) * PAD);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, 4);
  return padded;
}

function unpad(bytes: Buffer): Buffer {
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0));
}
