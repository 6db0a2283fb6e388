/** PostgreSQL's configuration as Homeward wants it. */
import { appendFile, chown, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { socketPort } from "./socket.ts";

export type Settings = Readonly<Record<string, string | number | boolean>>;

/** The log must never repeat what a statement carried: neither its text, nor its parameters, nor the row an error speaks of. */
const silentAboutPeople: Settings = {
  log_statement: "none",
  log_min_duration_statement: -1,
  log_min_error_statement: "panic",
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_error_verbosity: "terse", // the detail of a broken constraint holds the row's values
  log_line_prefix: "%m [%p] ",
};

const ours: Settings = {
  listen_addresses: "",
  password_encryption: "scram-sha-256",
  wal_level: "replica",
  shared_buffers: "128MB",
  jit: false,
  timezone: "UTC",
  log_timezone: "UTC",
  ...silentAboutPeople,
};

/** For data that may go with the machine's power. A commit still waits for its record, so that kill -9 of the server loses nothing. */
const losable: Settings = { fsync: false, full_page_writes: false };

/**
 * Writes `homeward.conf`, which the cluster's own file includes last, and who may connect: nobody without a secret, nobody over
 * the network unless `listen_addresses` is given, and then only from this machine.
 */
export async function writeSettings(
  cluster: string,
  account: Account,
  fsync: boolean,
  further: Settings,
): Promise<void> {
  const all: Settings = {
    ...ours,
    ...(fsync ? {} : losable),
    ...further,
    port: socketPort,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quoted(value)}`);
  await put(join(cluster, "homeward.conf"), `# Written at each start.\n${lines.join("\n")}\n`, account);

  const network = all.listen_addresses === "" ? [] : ["host all all samehost scram-sha-256"];
  await put(join(cluster, "pg_hba.conf"), ["local all all scram-sha-256", ...network, ""].join("\n"), account);

  const main = join(cluster, "postgresql.conf");
  const include = "include 'homeward.conf'";
  if (!(await readFile(main, "utf8")).includes(include)) await appendFile(main, `\n${include}\n`);
}

/**
 * Where the server's socket lies, said on its command line: starts at the same moment share one settings file, and none of them
 * may send another's server into a folder that it will itself remove.
 */
export function socketArgument(socketDir: string): string[] {
  // Quoted because the value is a list, which a comma in the path would split.
  return ["-c", `unix_socket_directories="${socketDir}"`];
}

function quoted(value: string | number | boolean): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "on" : "off";
  return `'${value.replaceAll("'", "''")}'`;
}

async function put(path: string, text: string, account: Account): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (account.lentByRoot) await chown(path, account.uid, account.gid);
}
