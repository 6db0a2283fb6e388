import { createCipheriv, createDecipheriv, createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { newBoxKeys } from "./sealed-box.ts";

/**
 * The node's keyring: the keys that wrap all others. Held by the vault process alone; the local file can be replaced by a transit service
 * behind the same few functions.
 */
export interface Keyring {
  readonly current: number;
  readonly intake: { publicKey: Buffer; privateKey: Buffer };
  /** Wraps a 32-byte key for `context`; the version of the node key is the first four bytes. */
  wrap(key: Uint8Array, context: string): Buffer;
  unwrap(wrapped: Uint8Array, context: string): Buffer;
  /** A keyed hash of 16 bytes for exact search; `purpose` separates the uses. */
  blind(purpose: string, value: string): Buffer;
  /** Adds a node key; new wraps use it, old ones still open until they are wrapped again. */
  rotate(): Keyring;
}

interface KeyringFile {
  current: number;
  keys: Record<string, string>;
  blind: string;
  intake: { public: string; private: string };
}

/** Opens the keyring in `dir`, or makes a new one there (0600, durable) when `create` is set. @throws Error in words when others can read it. */
export function openKeyring(dir: string, create: boolean): Keyring {
  const path = join(dir, "keyring.json");
  if (!existsSync(path)) {
    if (!create)
      throw new Error(
        `There is no keyring at ${path}. Restore it from your key backup; without it no sealed record opens.`,
      );
    const intake = newBoxKeys();
    writeDurably(
      path,
      JSON.stringify({
        current: 1,
        keys: { 1: randomBytes(32).toString("base64") },
        blind: randomBytes(32).toString("base64"),
        intake: { public: intake.publicKey.toString("base64"), private: intake.privateKey.toString("base64") },
      } satisfies KeyringFile),
    );
    // The web process seals to the intake key and needs its public half only.
    writeDurably(join(dir, "intake.pub"), intake.publicKey.toString("base64"));
  }
  const mode = statSync(path).mode & 0o077;
  if (mode !== 0) throw new Error(`The keyring ${path} can be read by others. Run: chmod 600 '${path}'`);
  return keyringFrom(path, JSON.parse(readFileSync(path, "utf8")) as KeyringFile);
}

function keyringFrom(path: string, file: KeyringFile): Keyring {
  const key = (version: number): Buffer => {
    const found = file.keys[String(version)];
    if (found === undefined) throw new Error(`The keyring has no key of version ${version}.`);
    return Buffer.from(found, "base64");
  };
  return {
    current: file.current,
    intake: {
      publicKey: Buffer.from(file.intake.public, "base64"),
      privateKey: Buffer.from(file.intake.private, "base64"),
    },
    wrap(inner, context) {
      const version = Buffer.alloc(4);
      version.writeUInt32BE(file.current);
      return Buffer.concat([version, wrapWith(key(file.current), inner, context)]);
    },
    unwrap(wrapped, context) {
      const bytes = Buffer.from(wrapped);
      return unwrapWith(key(bytes.readUInt32BE(0)), bytes.subarray(4), context);
    },
    blind(purpose, value) {
      return createHmac("sha256", Buffer.from(file.blind, "base64"))
        .update(`${purpose}\n${value}`, "utf8")
        .digest()
        .subarray(0, 16);
    },
    rotate() {
      const next: KeyringFile = {
        ...file,
        current: file.current + 1,
        keys: { ...file.keys, [file.current + 1]: randomBytes(32).toString("base64") },
      };
      writeDurably(path, JSON.stringify(next));
      return keyringFrom(path, next);
    },
  };
}

/** AES-256-GCM around one key: nonce (12) · tag (16) · ciphertext. */
export function wrapWith(outer: Uint8Array, inner: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", outer, nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  const sealed = Buffer.concat([cipher.update(inner), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function unwrapWith(outer: Uint8Array, wrapped: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(wrapped);
  const decipher = createDecipheriv("aes-256-gcm", outer, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** Writes a private file so that it is whole on disk, or not there, whatever happens in between. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, typeof content === "string" ? Buffer.from(content, "utf8") : content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  chmodSync(path, 0o600);
  syncDirectory(dirname(path));
}

export function syncDirectory(dir: string): void {
  const handle = openSync(dir, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** An Ed25519 key for signing checkpoints, as PEM in a 0600 file; made at first need. Held by the log process alone. */
export function ensureSigningKey(path: string): string {
  if (!existsSync(path)) {
    writeDurably(path, generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }) as string);
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Error(`The signing key ${path} can be read by others. Run: chmod 600 '${path}'`);
  return readFileSync(path, "utf8");
}
