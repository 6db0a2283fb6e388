/** Secrets of database roles: made, kept in files that only we read, and told to PostgreSQL without being said. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { SetupError } from "./setup-error.ts";

/**
 * The secret kept in a file (mode 0600), made at the first call: 32 random bytes as base64url, so it needs no quoting and no
 * preparation for SCRAM. Of two calls at once, both get the same.
 * @throws SetupError when others may read the file, or it is empty
 */
export async function keptSecret(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  if (there === null) await make(path);
  else if ((there.mode & 0o077) !== 0) {
    throw new SetupError(
      `The secret in ${path} can be read by other users of this machine.`,
      `Run: chmod 600 '${path}'`,
    );
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret === "") {
    throw new SetupError(`The secret in ${path} is empty.`, "Put back the file, or remove it to have a new one made.");
  }
  return secret;
}

async function make(path: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  // A link appears whole or not at all, and never replaces a secret that somebody else just made.
  await link(draft, path).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== "EEXIST") throw problem;
  });
  await rm(draft);
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
