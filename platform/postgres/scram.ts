/** Secrets of database roles. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/** A new secret for a role: 32 random bytes as base64url, so it needs no quoting and no preparation for SCRAM. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What PostgreSQL stores for a secret. Sending this in place of the secret keeps the secret itself out of every statement,
 * and so out of every server log and statistic.
 * @param secret printable ASCII; other text would need normalising first
 * @param salt 16 random bytes unless a test passes its own
 * @source RFC 5802 section 3 and RFC 7677; the text form is PostgreSQL's `pg_authid.rolpassword`
 */
export function scramVerifier(secret: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new RangeError("a role's secret must be printable ASCII without spaces");
  const salted = pbkdf2Sync(secret, salt, iterations, 32, "sha256");
  const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const stored = createHash("sha256").update(hmac(salted, "Client Key")).digest("base64");
  const server = hmac(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${server}`;
}
