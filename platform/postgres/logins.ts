/** The logins that Homeward's processes use, each with a secret of its own. */
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { withClusterLock } from "./cluster-lock.ts";
import { keptSecret, scramVerifier } from "./secrets.ts";
import { SetupError } from "./setup-error.ts";

/** Made by `db/roles.sql`. */
export const logins = [
  "hw_app",
  "hw_public",
  "hw_signin",
  "hw_oversight",
  "hw_vault",
  "hw_log",
  "hw_jobs",
  "hw_admin",
] as const;
export type Login = (typeof logins)[number];

/**
 * Makes sure that every login opens with the secret in its file, and tells how to connect as each. Secrets are made at the first
 * call, one file (0600) a login in `secretsDir` (0700); a role that does not know its secret, as after a move to another server, is told.
 * @param admin connects to Homeward's database as somebody who may alter the roles; the answer copies host, port and database from it
 * @throws SetupError when the roles do not exist yet
 */
export async function ensureLogins(
  admin: pg.ClientConfig,
  secretsDir: string,
): Promise<Record<Login, pg.ClientConfig>> {
  await mkdir(secretsDir, { recursive: true });
  await chmod(secretsDir, 0o700);
  const known: [Login, pg.ClientConfig][] = [];
  for (const login of logins) {
    known.push([login, loginConfig(admin, login, await keptSecret(join(secretsDir, login)))]);
  }
  const opens = await Promise.all(known.map(([, config]) => accepts(config)));
  const strangers = known.filter((_, index) => opens[index] !== true);
  if (strangers.length > 0) await withClusterLock(admin, () => tell(admin, strangers));
  return Object.fromEntries(known) as Record<Login, pg.ClientConfig>;
}

/** Only where the server is: none of the administrator's own proofs (password, certificate) goes along. */
function loginConfig(admin: pg.ClientConfig, user: Login, password: string): pg.ClientConfig {
  const { host, port, database, ssl } = admin;
  return {
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(database === undefined ? {} : { database }),
    ...(ssl === undefined ? {} : { ssl }),
    user,
    password,
  };
}

async function accepts(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (problem) {
    // Only these say "wrong secret" or "no such role"; anything else is not for a new secret to mend.
    if (["28P01", "28000"].includes((problem as { code?: string }).code ?? "")) return false;
    throw problem;
  } finally {
    await client.end().catch(() => {});
  }
}

async function tell(admin: pg.ClientConfig, strangers: [Login, pg.ClientConfig][]): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    for (const [login, config] of strangers) {
      await client.query(`alter role ${login} password '${scramVerifier(String(config.password))}'`);
      await client.query(quiet(login));
    }
  } catch (cause) {
    if ((cause as { code?: string }).code !== "42704") throw cause;
    throw new SetupError("This database does not know Homeward's roles yet.", "Migrate it first.", { cause });
  } finally {
    await client.end();
  }
}

/**
 * Keeps this login's errors out of the server's log: "invalid input" repeats the input. They reach the program that made them, and
 * the server's own warnings are still written. Only a superuser may set it; elsewhere the operator does.
 */
const quiet = (login: Login) => `do $$ begin
  alter role ${login} set log_min_messages = 'log';
exception when insufficient_privilege then null;
end $$`;
