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
  readonly intake: IntakeKey;
  /** The intake key first, then the ones before it: what was sealed to those still opens. */
  readonly intakes: readonly IntakeKey[];
  /** Versions of the node's key that are kept. */
  readonly versions: readonly number[];
  /** Wraps a 32-byte key for `context`; the version of the node key is the first four bytes. */
  wrap(key: Uint8Array, context: string): Buffer;
  unwrap(wrapped: Uint8Array, context: string): Buffer;
  /** A keyed hash of 16 bytes for exact search; `purpose` separates the uses. */
  blind(purpose: string, value: string): Buffer;
  /** Adds a node key; new wraps use it, old ones still open until they are wrapped again. */
  rotate(): Keyring;
  /** Gives the intake a new key; the private half of the old one is kept. The web process seals to the new one from its next start. */
  rotateIntake(): Keyring;
  /** Forgets a node key for good. The caller has made sure that nothing is wrapped under it. @throws Error for the current one */
  retire(version: number): Keyring;
}

export interface IntakeKey {
  publicKey: Buffer;
  privateKey: Buffer;
}

interface KeyringFile {
  current: number;
  keys: Record<string, string>;
  blind: string;
  intake: { public: string; private: string };
  earlierIntakes?: { public: string; private: string }[];
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

/** Follows the file: another process, such as `./homeward keys rotate`, may have added a key since. */
function keyringFrom(path: string, first: KeyringFile): Keyring {
  let file = first;
  let seen = statSync(path);
  const now = (): KeyringFile => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there && (there.mtimeMs !== seen.mtimeMs || there.ino !== seen.ino)) {
      seen = there;
      file = JSON.parse(readFileSync(path, "utf8")) as KeyringFile;
    }
    return file;
  };
  const key = (version: number): Buffer => {
    const found = now().keys[String(version)];
    if (found === undefined) throw new Error(`The keyring has no key of version ${version}.`);
    return Buffer.from(found, "base64");
  };
  const write = (next: KeyringFile): Keyring => {
    writeDurably(path, JSON.stringify(next));
    return keyringFrom(path, next);
  };
  const bytesOf = (pair: { public: string; private: string }): IntakeKey => ({
    publicKey: Buffer.from(pair.public, "base64"),
    privateKey: Buffer.from(pair.private, "base64"),
  });
  return {
    get current() {
      return now().current;
    },
    get intake() {
      return bytesOf(now().intake);
    },
    get intakes() {
      const { intake, earlierIntakes = [] } = now();
      return [intake, ...earlierIntakes].map(bytesOf);
    },
    get versions() {
      return Object.keys(now().keys).map(Number);
    },
    wrap(inner, context) {
      const { current } = now();
      const version = Buffer.alloc(4);
      version.writeUInt32BE(current);
      return Buffer.concat([version, wrapWith(key(current), inner, context)]);
    },
    unwrap(wrapped, context) {
      const bytes = Buffer.from(wrapped);
      return unwrapWith(key(bytes.readUInt32BE(0)), bytes.subarray(4), context);
    },
    blind(purpose, value) {
      return createHmac("sha256", Buffer.from(now().blind, "base64"))
        .update(`${purpose}\n${value}`, "utf8")
        .digest()
        .subarray(0, 16);
    },
    rotate() {
      const old = now();
      const next = old.current + 1;
      return write({ ...old, current: next, keys: { ...old.keys, [next]: randomBytes(32).toString("base64") } });
    },
    rotateIntake() {
      const { intake, earlierIntakes = [], ...rest } = now();
      const fresh = newBoxKeys();
      const made = { public: fresh.publicKey.toString("base64"), private: fresh.privateKey.toString("base64") };
      const ring = write({ ...rest, intake: made, earlierIntakes: [intake, ...earlierIntakes] });
      // After the private half is safe: nothing may ever be sealed to a key that cannot open it.
      writeDurably(join(dirname(path), "intake.pub"), made.public);
      return ring;
    },
    retire(version) {
      const old = now();
      if (version === old.current) throw new Error("The current key cannot be retired.");
      const { [String(version)]: _gone, ...keys } = old.keys;
      return write({ ...old, keys });
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
