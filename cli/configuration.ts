import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { nearest } from "./nearest.ts";
import type { Values, Word } from "./words.ts";

/** How a browser's connection is kept secret: by a proxy in front, by our own certificate, or not at all (this computer only). */
export type Tls = "terminated-in-front" | "none" | { cert: string; key: string };

export const logLevels = ["error", "warn", "info", "debug"] as const;

export interface Configuration {
  dataDir: string;
  host: string;
  port: number;
  /** The address as people type it, without a path; it is also what passkeys are bound to. */
  publicUrl: URL;
  tls: Tls;
  /** The operator's own PostgreSQL, under a login that may migrate; null: Homeward runs one. */
  databaseUrl: string | null;
  keyringDir: string | null;
  /** Where this machine remembers what it saw of its logs: outside the data folder, in no backup. */
  stateDir: string;
  language: "en" | "hi";
  /** The folder in packs/ that says which country this is. */
  jurisdiction: string;
  logLevel: (typeof logLevels)[number];
}

/** What is wrong with one setting, in words to be looked up, and under which name the person gave it. */
export interface Complaint {
  setting: string;
  word: Word;
  values: Values;
}

type Setting =
  | "dataDir"
  | "host"
  | "port"
  | "publicUrl"
  | "tls"
  | "tlsCert"
  | "tlsKey"
  | "databaseUrl"
  | "keyringDir"
  | "stateDir"
  | "language"
  | "jurisdiction"
  | "logLevel";

/** Each setting's name in the environment. In the file it stands under its own name; `tls` may there be { cert, key }. */
export const environmentNames: Record<Setting, string> = {
  dataDir: "HOMEWARD_DATA_DIR",
  host: "HOMEWARD_HOST",
  port: "HOMEWARD_PORT",
  publicUrl: "HOMEWARD_PUBLIC_URL",
  tls: "HOMEWARD_TLS",
  tlsCert: "HOMEWARD_TLS_CERT",
  tlsKey: "HOMEWARD_TLS_KEY",
  databaseUrl: "DATABASE_URL",
  keyringDir: "HOMEWARD_KEYRING_DIR",
  stateDir: "HOMEWARD_STATE_DIR",
  language: "HOMEWARD_LANGUAGE",
  jurisdiction: "HOMEWARD_JURISDICTION",
  logLevel: "HOMEWARD_LOG_LEVEL",
};

const fileNames = [
  "dataDir",
  "host",
  "port",
  "publicUrl",
  "tls",
  "databaseUrl",
  "keyringDir",
  "stateDir",
  "language",
  "jurisdiction",
  "logLevel",
];
/** The tests steer themselves by names of their own; they are none of an installation's settings. */
const foreign = /^HOMEWARD_(?:TEST_|TOKEN$)/;

export interface Sources {
  /** What the command line itself says, already as text. */
  options: Partial<Record<Setting, string | undefined>>;
  environment: NodeJS.ProcessEnv;
  /** The parsed content of the configuration file and where it lay; null without one. */
  file: { path: string; content: unknown } | null;
  /** What stands where nobody says anything. */
  defaults: { dataDir: string; stateDir: string; port: number; jurisdictions: readonly string[] };
  /** Where relative paths of options and environment start; those in the file start at the file. */
  workingDir: string;
}

/**
 * The settings of an installation, or every complaint about them at once: wrong values, unknown names, unsafe combinations. The
 * command line goes before the environment, that before the file.
 */
export function readConfiguration(sources: Sources): { settings: Configuration } | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const given = gather(sources, complaints);
  const { defaults } = sources;

  const text = (setting: Setting) => given.get(setting);
  const check = <T>(setting: Setting, rule: z.ZodType<T>, word: Word, otherwise: T, values: Values = {}): T => {
    const found = text(setting);
    if (!found) return otherwise;
    const parsed = rule.safeParse(found.value);
    if (parsed.success) return parsed.data;
    complaints.push({ setting: found.name, word, values: { value: shown(setting, found.value), ...values } });
    return otherwise;
  };
  const oneOf = <T extends string>(setting: Setting, known: readonly T[], otherwise: T): T =>
    check(setting, z.enum(known as [T, ...T[]]), "configuration.one-of", otherwise, {
      known: known.join(", "),
      nearest: nearestOf(text(setting)?.value, known),
    });

  const host = check("host", hostRule, "configuration.host", "127.0.0.1");
  const port = check("port", portRule, "configuration.port", defaults.port);
  const tls = readTls(given, complaints);
  const ownScheme = typeof tls === "object" ? "https" : "http";
  const settings: Configuration = {
    dataDir: pathOf(text("dataDir")) ?? defaults.dataDir,
    host,
    port,
    tls,
    publicUrl: check("publicUrl", urlRule, "configuration.public-url", addressOf(ownScheme, host, port)),
    databaseUrl: check("databaseUrl", databaseRule, "configuration.database-url", null),
    keyringDir: pathOf(text("keyringDir")) ?? null,
    stateDir: pathOf(text("stateDir")) ?? defaults.stateDir,
    language: oneOf("language", ["en", "hi"], "en"),
    jurisdiction: oneOf("jurisdiction", defaults.jurisdictions, defaults.jurisdictions[0] ?? "in"),
    logLevel: oneOf("logLevel", logLevels, "info"),
  };
  if (complaints.length > 0) return { complaints };
  complaints.push(...unsafe(settings, given.has("publicUrl")));
  return complaints.length > 0 ? { complaints } : { settings };
}

/** Is this address reachable from this computer only? */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host) || host.endsWith(".localhost");
}

/** The address at which a server on this host and port is reached. This computer is "localhost": passkeys know no numbers. */
export function addressOf(scheme: "http" | "https", host: string, port: number): URL {
  const name = isLoopback(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return new URL(`${scheme}://${name}:${port}`);
}

interface Given {
  name: string;
  value: unknown;
  from: string;
}

/** Who says what, under which name; unknown names become complaints with the nearest known one. */
function gather(sources: Sources, complaints: Complaint[]): Map<Setting, Given> {
  const given = new Map<Setting, Given>();
  const { file, environment, options, workingDir } = sources;

  if (file) {
    const content = z.record(z.string(), z.unknown()).safeParse(file.content);
    if (!content.success) complaints.push({ setting: file.path, word: "configuration.file-shape", values: {} });
    for (const [name, value] of Object.entries(content.data ?? {})) {
      if (!fileNames.includes(name)) complaints.push(unknown(name, fileNames));
      else given.set(name as Setting, { name, value, from: resolve(file.path, "..") });
    }
  }
  const known = [...Object.values(environmentNames), "HOMEWARD_DATABASE_URL"];
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith("HOMEWARD_") || known.includes(name) || foreign.test(name) || value === "") continue;
    complaints.push(unknown(name, known));
  }
  for (const [setting, name] of Object.entries(environmentNames) as [Setting, string][]) {
    const value = environment[name] || (setting === "databaseUrl" ? environment.HOMEWARD_DATABASE_URL : undefined);
    if (value) given.set(setting, { name, value, from: workingDir });
  }
  for (const [setting, value] of Object.entries(options) as [Setting, string | undefined][]) {
    if (value !== undefined)
      given.set(setting, { name: `--${optionNames[setting] ?? setting}`, value, from: workingDir });
  }
  return given;
}

const optionNames: Partial<Record<Setting, string>> = { dataDir: "data" };

function unknown(name: string, known: readonly string[]): Complaint {
  const near = nearest(name, known);
  return near
    ? { setting: name, word: "configuration.unknown-near", values: { nearest: near } }
    : { setting: name, word: "configuration.unknown", values: { known: known.join(", ") } };
}

function readTls(given: Map<Setting, Given>, complaints: Complaint[]): Tls {
  const tls = given.get("tls");
  const cert = given.get("tlsCert");
  const key = given.get("tlsKey");
  if (cert || key) {
    const pair = { cert: pathOf(cert), key: pathOf(key) };
    if (pair.cert && pair.key) return { cert: pair.cert, key: pair.key };
    const missing = cert ? environmentNames.tlsKey : environmentNames.tlsCert;
    complaints.push({ setting: (cert ?? key)?.name ?? "tls", word: "configuration.tls-half", values: { missing } });
    return "none";
  }
  if (!tls) return "none";
  if (tls.value === "none" || tls.value === "terminated-in-front") return tls.value;
  const own = z.strictObject({ cert: z.string().min(1), key: z.string().min(1) }).safeParse(tls.value);
  if (own.success) return { cert: resolve(tls.from, own.data.cert), key: resolve(tls.from, own.data.key) };
  complaints.push({ setting: tls.name, word: "configuration.tls", values: { value: shown("tls", tls.value) } });
  return "none";
}

/** What each value for itself allows, and together puts people's data at risk. */
function unsafe(settings: Configuration, saysPublicUrl: boolean): Complaint[] {
  const { host, tls, publicUrl } = settings;
  const found: Complaint[] = [];
  if (!isLoopback(host) && tls === "none") {
    found.push({ setting: "host", word: "configuration.unsafe.open-address", values: { host } });
  }
  if (saysPublicUrl && publicUrl.protocol === "http:" && !isLoopback(publicUrl.hostname.replace(/^\[|\]$/g, ""))) {
    found.push({ setting: "publicUrl", word: "configuration.unsafe.plain-url", values: { url: publicUrl.origin } });
  }
  const unnamed = tls === "terminated-in-front" || host === "0.0.0.0" || host === "::";
  if (tls !== "none" && unnamed && !saysPublicUrl) {
    found.push({ setting: "publicUrl", word: "configuration.unsafe.no-public-url", values: {} });
  } else if (tls !== "none" && publicUrl.protocol !== "https:") {
    found.push({
      setting: "publicUrl",
      word: "configuration.unsafe.https-expected",
      values: { url: publicUrl.origin },
    });
  }
  return found;
}

const hostRule = z.string().refine((host) => isIP(host) !== 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host));
const portRule = z.coerce.number().int().min(1).max(65_535);
const urlRule = z
  .string()
  .refine((text) => URL.canParse(text))
  .transform((text) => new URL(text))
  .refine((url) => /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username);
// Several hosts may stand in it, which URL does not know; platform/postgres/connection.ts reads the rest.
const databaseRule = z
  .string()
  .regex(/^postgres(?:ql)?:\/\//)
  .nullable();

function pathOf(given: Given | undefined): string | undefined {
  return given && typeof given.value === "string" && given.value !== "" ? resolve(given.from, given.value) : undefined;
}

function nearestOf(value: unknown, known: readonly string[]): string {
  return (typeof value === "string" && nearest(value, known)) || (known[0] ?? "");
}

/** A wrong value as it is repeated to the person; one that may hold a password is not repeated. */
function shown(setting: Setting, value: unknown): string {
  return setting === "databaseUrl" ? "…" : typeof value === "string" ? value : JSON.stringify(value);
}
