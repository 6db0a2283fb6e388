import type { ClientConfig } from "pg";
import { Failure } from "./failure.ts";
import type { Running } from "./process.ts";
import type { Kind } from "./settings.ts";
import { say } from "./words.ts";

/**
 * What app.ts gives to the command line: an entry point for each of the four processes, and the few things that only the rooms can
 * do when an installation is made. The command line knows nothing else of them.
 */
export interface Application {
  /** Each is called in a process of its own, with its own logins and keys and nothing else. */
  startWeb(settings: WebSettings): Promise<Running>;
  startVault(settings: VaultSettings): Promise<Running>;
  startSequencer(settings: SequencerSettings): Promise<Running>;
  startJobs(settings: JobsSettings): Promise<Running>;
  /** Makes the keys that are missing, leaves those that are there, and tells the intake key's public half (base64). */
  ensureKeys(folders: KeyFolders): Promise<{ intakeKey: string }>;
  /** Brings the country's pack and the kind of installation into the database. Repeatable. */
  loadCountry(work: Making): Promise<void>;
  /** The OpenAPI description of all routes, made without a database. */
  describeInterface(): Promise<object>;
  /** The invented cast of a demo. Repeatable; only ever called for a demo. */
  loadCast(work: Making): Promise<void>;
  /** A new one-time link with which the first administrator signs up; null as soon as there is one. */
  makeSetupLink(admin: ClientConfig, publicUrl: string): Promise<string | null>;
  /** How many entries the log has. */
  logSize(admin: ClientConfig): Promise<number>;
  /** Ends every sign-in and every unspent one-time link, with an entry in the log. @returns how many sign-ins ended */
  endSessions(admin: ClientConfig, why: "installation-moved" | "installation-restored"): Promise<number>;
}

/** Where keys lie, each folder for the one process that may read it. */
export interface KeyFolders {
  /** The keyring: the vault's. */
  keys: string;
  /** Wrapped data keys, one file a person and a case: the vault's. */
  dataKeys: string;
}

/** For the work of making an installation. */
export interface Making {
  /** The login `hw_admin`. */
  admin: ClientConfig;
  kind: Kind;
  jurisdiction: string;
  keys: string;
  dataKeys: string;
  /** How far it is, in a few words. */
  note: (detail: string) => void;
}

interface Common {
  kind: Kind;
  logLevel: "error" | "warn" | "info" | "debug";
  jurisdiction: string;
}

export interface WebSettings extends Common {
  listen: { host: string; port: number; tls: { cert: string; key: string } | null };
  /** The address as people type it: the one origin for cookies, forms and passkeys. */
  publicUrl: string;
  /** A proxy in front terminates TLS: its X-Forwarded headers count. */
  behindProxy: boolean;
  /** The installation's language for whoever has not chosen one. */
  language: "en" | "hi";
  databases: { app: ClientConfig; public: ClientConfig; signin: ClientConfig; oversight: ClientConfig };
  /** The public half of the intake key, base64: what reporters write is sealed to it before it is stored. */
  intakeKey: string;
  vaultSocket: string;
  files: string;
  /** The built staff app. */
  bundle: string;
}

export interface VaultSettings extends Common {
  database: ClientConfig;
  /** The address as people type it: a passkey answers to no other. */
  publicUrl: string;
  socket: string;
  keys: string;
  dataKeys: string;
  files: string;
}

export interface SequencerSettings extends Common {
  database: ClientConfig;
  /** The file of the key that signs checkpoints, in a folder of the log's own; made at its first start. */
  logKey: string;
  /** A second file that keeps the newest published checkpoint, outside the installation; null where there is none. */
  memory: string | null;
}

export interface JobsSettings extends Common {
  database: ClientConfig;
  /** The login `hw_app`: a worker's job uses it with the token of that job; without a token it can do nothing. */
  app: ClientConfig;
  vaultSocket: string;
  publicUrl: string;
}

const always = [
  "startWeb",
  "startVault",
  "startSequencer",
  "startJobs",
  "ensureKeys",
  "loadCountry",
  "describeInterface",
] as const;
const needed = {
  demo: [...always, "loadCast"],
  real: [...always, "makeSetupLink", "logSize", "endSessions"],
} as const satisfies Record<Kind, readonly (keyof Application)[]>;

/**
 * Loads app.ts. Lazily, because most commands, and all that look at a broken installation, do without.
 * @throws Failure when something is missing that this kind of installation needs
 */
export async function loadApplication(
  kind: Kind,
  from: URL = new URL("../app.ts", import.meta.url),
): Promise<Application> {
  const loaded: Record<string, unknown> = { ...((await import(from.href)) as object) };
  const missing = needed[kind].filter((name) => typeof loaded[name] !== "function");
  if (missing.length > 0) throw new Failure(say("application.incomplete", { missing: missing.join(", ") }));
  return loaded as unknown as Application;
}
