/** From an operator's DATABASE_URL to what a client needs. */
import { readFileSync } from "node:fs";
import type { ConnectionOptions } from "node:tls";
import type pg from "pg";
import { SetupError } from "./setup-error.ts";

/**
 * One client configuration for each host in a PostgreSQL URL, in its order: `postgres://user:secret@host1:5432,host2/database`, or
 * `postgres:///database?host=/run/postgresql` for a socket. `sslmode` other than `disable` always checks the server's certificate,
 * also for `require`, where PostgreSQL's own tools would not; `sslrootcert` names a file with the authority's certificate.
 * @throws SetupError when it is no such URL; the message never repeats it, since it holds a secret
 */
export function connectionsOf(url: string): [pg.ClientConfig, ...pg.ClientConfig[]] {
  const parts = /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?@]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(url);
  if (parts === null) {
    throw new SetupError(
      "DATABASE_URL is not an address of a PostgreSQL.",
      "Write it as postgres://user:password@host:5432/database.",
    );
  }
  const [, user, password, authority, database, query] = parts;
  const wishes = new URLSearchParams(query ?? "");
  const ssl = sslOf(wishes);
  const hosts = (wishes.get("host") ?? authority ?? "").split(",");
  const configs = hosts.map((host): pg.ClientConfig => {
    const [, name, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host) ?? [];
    return {
      host: (host.startsWith("/") ? host : (name ?? host).replace(/^\[|\]$/g, "")) || "localhost",
      port: Number(port ?? wishes.get("port") ?? 5432),
      ...(user ? { user: decodeURIComponent(user) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      database: decodeURIComponent(database ?? "") || "homeward",
      ...(ssl === null ? {} : { ssl }),
    };
  });
  const [first, ...others] = configs;
  if (first === undefined) throw new Error("a split gives at least one part");
  return [first, ...others];
}

function sslOf(wishes: URLSearchParams): ConnectionOptions | null {
  const mode = wishes.get("sslmode");
  if (mode === null || mode === "disable") return null;
  if (!["require", "verify-ca", "verify-full"].includes(mode)) {
    throw new SetupError(
      `DATABASE_URL asks for sslmode=${mode}, which may end without encryption.`,
      "Write sslmode=verify-full, or sslmode=disable where the connection never leaves this machine.",
    );
  }
  const path = wishes.get("sslrootcert");
  if (path === null) return { rejectUnauthorized: true };
  try {
    return { rejectUnauthorized: true, ca: readFileSync(path, "utf8") };
  } catch (cause) {
    throw new SetupError(`The certificate ${path} cannot be read.`, "Correct sslrootcert in DATABASE_URL.", { cause });
  }
}
