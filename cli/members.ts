import { join } from "node:path";
import type { ClientConfig } from "pg";
import type { Login } from "../platform/postgres/logins.ts";
import type { JobsSettings, SequencerSettings, VaultSettings, WebSettings } from "./application.ts";
import { bundleFolder } from "./bundle.ts";
import type { Configuration } from "./configuration.ts";
import { type Places, root } from "./paths.ts";
import type { Kind } from "./settings.ts";
import type { Member } from "./supervise.ts";

/** Everything the four processes are told, before it is divided among them. */
export interface Whole {
  kind: Kind;
  settings: Configuration;
  places: Places;
  /** Where the log process remembers outside the data folder; null where it does not. */
  memory: string | null;
  logins: Readonly<Record<Login, ClientConfig>>;
  /** The public half of the intake key, base64. */
  intakeKey: string;
  /** A short, private folder for their sockets. */
  runDir: string;
}

/**
 * The four processes in the order in which they start, each with its own logins and keys and nothing of the others': whoever takes
 * over the web process holds no key, cannot open identities in bulk and cannot write into the log.
 */
export function fourMembers({ kind, settings, places, memory, logins, intakeKey, runDir }: Whole): Member[] {
  const common = { kind, logLevel: settings.logLevel, jurisdiction: settings.jurisdiction };
  const vaultSocket = join(runDir, "vault.sock");
  const publicUrl = settings.publicUrl.origin;

  const vault: VaultSettings = {
    ...common,
    database: logins.hw_vault,
    publicUrl,
    socket: vaultSocket,
    keys: places.keys,
    dataKeys: places.dataKeys,
    files: places.files,
  };
  const log: SequencerSettings = {
    ...{ ...common, database: logins.hw_log, memory },
    logKey: join(places.logKeys, "checkpoint.pem"),
  };
  const web: WebSettings = {
    ...common,
    listen: { host: settings.host, port: settings.port, tls: typeof settings.tls === "object" ? settings.tls : null },
    publicUrl,
    behindProxy: settings.tls === "terminated-in-front",
    language: settings.language,
    databases: {
      app: logins.hw_app,
      public: logins.hw_public,
      signin: logins.hw_signin,
      oversight: logins.hw_oversight,
    },
    intakeKey,
    vaultSocket,
    files: places.files,
    bundle: bundleFolder,
  };
  const jobs: JobsSettings = { ...common, database: logins.hw_jobs, app: logins.hw_app, vaultSocket, publicUrl };
  return [member("vault", vault), member("log", log), member("web", web), member("jobs", jobs)];
}

/** Where Node keeps what it has compiled: halves the time to start. Holds code only. */
const { NODE_COMPILE_CACHE } = process.env;
const compiled: Readonly<Record<string, string>> = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};

function member(name: string, settings: unknown): Member {
  return {
    name,
    entry: join(root, "cli", "member.ts"),
    arguments: [name],
    settings,
    environment: { NODE_ENV: "production", TZ: "UTC", LC_ALL: "C.UTF-8", ...compiled },
  };
}
