import { readFile, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import type pg from "pg";
import { sharedHome } from "../platform/postgres/account.ts";
import { connectionsOf } from "../platform/postgres/connection.ts";
import { startPostgres } from "../platform/postgres/launcher.ts";
import { ensureLogins, type Login } from "../platform/postgres/logins.ts";
import { type Migrated, migrate } from "../platform/postgres/migrate.ts";
import { waitUntilPrimary } from "../platform/postgres/pool.ts";
import { isAlive } from "../platform/postgres/processes.ts";
import { exists, type Places } from "./paths.ts";

/** The database of an installation, reached as whoever may migrate it. */
export interface Database {
  /** Connects as the migrator, to Homeward's own database. */
  admin: pg.ClientConfig;
  /** Homeward's own server, or the operator's. */
  own: boolean;
  /** False where another live process runs our own server for this folder. */
  soleUser: boolean;
  /** Is it still the server to talk to? Asked every `askEvery` ms. */
  lives(): Promise<boolean>;
  askEvery: number;
  /** Stops the server where it is ours. */
  stop(): Promise<void>;
}

/** The name of Homeward's database in its own server. */
const ownName = "homeward";

/**
 * Reaches the operator's server, or starts Homeward's own.
 * @param onLog each line that our own server writes
 * @throws SetupError in words
 */
export async function openDatabase(
  databaseUrl: string | null,
  places: Places,
  onLog: (line: string) => void = () => {},
): Promise<Database> {
  if (databaseUrl !== null) return reach(databaseUrl);
  const server = await startPostgres({ dataDir: places.postgres, onLog });
  return {
    admin: server.connect(ownName),
    own: true,
    soleUser: server.owned,
    lives: () => isAlive(server.pid),
    askEvery: 1_000,
    stop: () => server.stop(),
  };
}

/** With several hosts the one that accepts writes; after a failover that is another one, and everything must turn to it. */
async function reach(databaseUrl: string): Promise<Database> {
  const servers = connectionsOf(databaseUrl);
  const admin = await waitUntilPrimary(servers, 10_000);
  const lives = () =>
    waitUntilPrimary([admin], 3_000).then(
      () => true,
      () => false,
    );
  return {
    admin,
    own: false,
    soleUser: true,
    // A single server comes back at the same address, and the pools find it again by themselves.
    lives: servers.length > 1 ? lives : async () => true,
    askEvery: 5_000,
    stop: async () => {},
  };
}

/** Brings the database up to date and makes sure that each login opens with its secret. */
export async function bringUp(
  { admin }: Database,
  places: Places,
  onStep: (step: string) => void,
): Promise<{ migrated: Migrated; logins: Record<Login, pg.ClientConfig> }> {
  const migrated = await migrate({ admin, database: admin.database ?? ownName, onStep });
  return { migrated, logins: await ensureLogins(admin, places.logins) };
}

/**
 * Removes the cluster of a demo, also where PostgreSQL's account needed it elsewhere. A server that a killed demo left behind is
 * stopped first.
 */
export async function eraseCluster(places: Places): Promise<void> {
  if (!(await exists(places.postgres))) return;
  const note = await readFile(join(places.postgres, "LOCATION.txt"), "utf8").catch(() => "");
  const elsewhere = note.split("\n", 1)[0]?.trim() ?? "";
  const left = await startPostgres({ dataDir: places.postgres }).catch(() => null); // a broken cluster does not start, and goes as well
  await left?.stop();
  if (elsewhere.startsWith(join(sharedHome, "data") + sep)) await rm(elsewhere, { recursive: true, force: true });
}
