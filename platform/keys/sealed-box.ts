import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

/**
 * Seals to a public key: whoever writes needs no secret and cannot read again what was written. Used for what the public and the web
 * process hand in. X25519 with a fresh key per box, HKDF-SHA-256, AES-256-GCM.
 * Layout: version (1) · fresh public key (32) · tag (16) · ciphertext.
 */
export function sealTo(publicKey: Uint8Array, context: string, bytes: Uint8Array): Buffer {
  const fresh = generateKeyPairSync("x25519");
  const freshPublic = rawPublic(fresh.publicKey);
  const key = agree(fresh.privateKey, importPublic(publicKey), freshPublic, publicKey);
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12)); // one key, one message: a fixed nonce is safe
  cipher.setAAD(Buffer.from(context, "utf8"));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(1), freshPublic, cipher.getAuthTag(), sealed]);
}

/** Opens a box. @throws Error when the key, the context or one byte is another. */
export function openBox(privateKey: Uint8Array, publicKey: Uint8Array, context: string, box: Uint8Array): Buffer {
  const bytes = Buffer.from(box);
  if (bytes[0] !== 1 || bytes.length < 49) throw new Error("This is not a sealed box of a known version.");
  const freshPublic = bytes.subarray(1, 33);
  const key = agree(importPrivate(privateKey), importPublic(freshPublic), freshPublic, publicKey);
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.alloc(12));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(33, 49));
  return Buffer.concat([decipher.update(bytes.subarray(49)), decipher.final()]);
}

/** A new pair of raw 32-byte keys. */
export function newBoxKeys(): { publicKey: Buffer; privateKey: Buffer } {
  const pair = generateKeyPairSync("x25519");
  const pkcs8 = pair.privateKey.export({ format: "der", type: "pkcs8" });
  return { publicKey: rawPublic(pair.publicKey), privateKey: Buffer.from(pkcs8.subarray(pkcs8.length - 32)) };
}

function agree(mine: KeyObject, theirs: KeyObject, freshPublic: Uint8Array, publicKey: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
  return Buffer.from(hkdfSync("sha256", shared, Buffer.concat([freshPublic, publicKey]), "homeward/sealed-box/1", 32));
}

// RFC 8410: the fixed DER wrapping of a raw X25519 key.
const SPKI = Buffer.from("302a300506032b656e032100", "hex");
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");

function importPublic(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
}

function importPrivate(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: "der", type: "pkcs8" });
}

function rawPublic(key: KeyObject): Buffer {
  const der = key.export({ format: "der", type: "spki" });
  return Buffer.from(der.subarray(der.length - 32));
}
