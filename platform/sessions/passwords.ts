import { randomBytes, timingSafeEqual } from "node:crypto";
import { COST, slowHash } from "../keys/slow-hash.ts";

/** Hashes a password for keeping: argon2id as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(salt)}$${plain(tag)}`;
}

/** Checks a password. An unknown login is checked against a hash that nothing matches, so that it takes as long. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const [, , , , salt, tag] = (kept ?? NOBODY).split("$");
  const wanted = Buffer.from(tag ?? "", "base64");
  const found = await derive(password, Buffer.from(salt ?? "", "base64"));
  return timingSafeEqual(wanted, found) && kept !== null;
}

function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return slowHash(password.normalize("NFKC"), salt);
}

const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${plain(Buffer.alloc(16))}$${plain(Buffer.alloc(32))}`;

function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}
