import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { connectionsOf } from "../platform/postgres/connection.ts";
import { type Complaint, type Configuration, readConfiguration } from "./configuration.ts";
import { exitCodes, Failure, messageOf, systemCode } from "./failure.ts";
import { defaultStateDir } from "./machine-memory.ts";
import { placesIn, root, secretFolders } from "./paths.ts";
import { exposedAmong } from "./secret-files.ts";
import { say } from "./words.ts";

/** The two kinds of installation; which one a data folder holds never changes. */
export type Kind = "real" | "demo";

const defaultPort = 8098;
export const configurationFileName = "homeward.config.json";

/** What a command was told about the installation it works on. */
export interface Told {
  config?: string | undefined;
  data?: string | undefined;
  port?: string | undefined;
}

/**
 * The settings of the installation that a command works on.
 * @throws Failure that names every wrong, unknown or unsafe setting, with exit code 2
 */
export async function loadSettings(kind: Kind, told: Told): Promise<Configuration> {
  const read = await lookAtSettings(kind, told);
  if (read.complaints.length > 0) {
    const lines = read.complaints.map((complaint) => `  ${inWords(complaint)}`);
    throw new Failure([say("configuration.refused"), ...lines].join("\n"), exitCodes.usage);
  }
  return read.settings;
}

/** The same for `doctor`, which goes on: with complaints the settings are the defaults. */
export async function lookAtSettings(
  kind: Kind,
  told: Told,
): Promise<{ settings: Configuration; complaints: Complaint[] }> {
  const file = await readFileOf(told.config);
  const sources = {
    options: { dataDir: told.data, port: told.port },
    environment: process.env,
    file,
    defaults: {
      dataDir: join(root, "data", kind === "demo" ? "demo" : "homeward"),
      stateDir: defaultStateDir(),
      port: defaultPort,
      jurisdictions: await countryPacks(),
    },
    workingDir: process.cwd(),
  };
  const read = readConfiguration(sources);
  if ("settings" in read) return { settings: read.settings, complaints: await faultsOutside(read.settings, file) };
  const plain = readConfiguration({ ...sources, options: {}, environment: {}, file: null });
  if ("complaints" in plain) throw new Error("the default settings are refused");
  return { settings: plain.settings, complaints: read.complaints };
}

/** One complaint as a sentence: which setting, what is wrong, what would be right. */
export function inWords(complaint: Complaint): string {
  return `${complaint.setting}: ${say(complaint.word, complaint.values)}`;
}

type ReadFile = { path: string; content: unknown };

async function readFileOf(told: string | undefined): Promise<ReadFile | null> {
  const path = told === undefined ? join(root, configurationFileName) : resolve(told);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (told === undefined && systemCode(error) === "ENOENT") return null;
    throw new Failure(say("configuration.file-unreadable", { path, reason: messageOf(error) }), exitCodes.usage);
  }
  try {
    return { path, content: JSON.parse(text) };
  } catch (error) {
    throw new Failure(say("configuration.file-not-json", { path, reason: messageOf(error) }), exitCodes.usage);
  }
}

/**
 * What only a look at the machine shows: secrets that lie open to its other accounts (the keyring, the logins, our certificate's key, a
 * password in the file), and files that are not there.
 */
async function faultsOutside(settings: Configuration, file: ReadFile | null): Promise<Complaint[]> {
  const places = placesIn(settings.dataDir, settings.keyringDir);
  const secret = secretFolders(places);
  if (typeof settings.tls === "object") secret.push(settings.tls.key);
  if (file && holdsPassword(file.content)) secret.push(file.path);
  const exposed = await exposedAmong(secret);
  const complaints = exposed.map(
    ({ path, mode, mend }): Complaint => ({
      setting: path,
      word: "configuration.unsafe.readable",
      values: { mode, mend },
    }),
  );
  const address = againstAddress(settings.databaseUrl);
  if (address) complaints.push(address);
  if (typeof settings.tls === "object") {
    for (const [setting, path] of Object.entries(settings.tls)) {
      const there = await stat(path).catch(() => null);
      if (!there?.isFile())
        complaints.push({ setting: `tls ${setting}`, word: "configuration.no-file", values: { path } });
    }
  }
  return complaints;
}

function holdsPassword(content: unknown): boolean {
  if (typeof content !== "object" || content === null || !("databaseUrl" in content)) return false;
  return typeof content.databaseUrl === "string" && /:\/\/[^/@]*:[^/@]+@/.test(content.databaseUrl);
}

/** What the database's own reader of addresses says against this one; null when it is fine. */
function againstAddress(databaseUrl: string | null): Complaint | null {
  if (databaseUrl === null) return null;
  try {
    connectionsOf(databaseUrl);
    return null;
  } catch (error) {
    return { setting: "DATABASE_URL", word: "configuration.database-url-detail", values: { reason: messageOf(error) } };
  }
}

/** The countries there are: the folders of packs/. */
async function countryPacks(): Promise<string[]> {
  const entries = await readdir(join(root, "packs"), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.length > 0 ? names.sort() : ["in"];
}
