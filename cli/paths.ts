import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the program. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where an installation keeps its things. Only the database's own folder may be entered by another account. */
export interface Places {
  data: string;
  /** The database cluster, where Homeward runs its own; its real home may be elsewhere, which the launcher knows. */
  postgres: string;
  /** One file for each database login's secret. */
  logins: string;
  /** The keyring: the vault's alone. */
  keys: string;
  /** The key that signs the log's checkpoints: the log process's alone. */
  logKeys: string;
  /** Wrapped data keys: outside the cluster, with their own backup. */
  dataKeys: string;
  /** Sealed files as received. */
  files: string;
  /** What the processes wrote: structured lines, no identities. */
  logs: string;
  /** Who runs here at the moment. */
  running: string;
  /** What `verify-log` saw of logs, here and elsewhere, to compare with the next time. Nothing secret. */
  verified: string;
  /** Which kind of installation this is, fixed when it was made. */
  installation: string;
}

export function placesIn(data: string, keyringDir: string | null = null): Places {
  return {
    data,
    postgres: join(data, "postgres"),
    logins: join(data, "logins"),
    keys: keyringDir ?? join(data, "keys"),
    logKeys: join(data, "log-keys"),
    dataKeys: join(data, "data-keys"),
    files: join(data, "files"),
    logs: join(data, "logs"),
    running: join(data, "running.json"),
    verified: join(data, "verified"),
    installation: join(data, "installation.json"),
  };
}

/** The folders that hold secrets: nobody but their owner may read anything in them. */
export function secretFolders(places: Places): string[] {
  return [places.keys, places.logKeys, places.dataKeys, places.logins];
}

/** Makes a folder that only its owner can enter. One that exists keeps its rights: loosened ones are told, not mended in silence. */
export async function makePrivate(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await chmod(folder, 0o700);
}

/** Does something lie at this path? */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
