import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { root } from "./paths.ts";

/** How the migrations in db/ and those that a database holds differ. */
export interface MigrationState {
  /** Not applied yet. */
  pending: string[];
  /** Applied, and edited since. */
  changed: string[];
  /** Applied, and unknown to this version. */
  unknown: string[];
}

/** Compares without changing anything. A database that was never migrated has everything pending. */
export async function migrationState(client: pg.ClientBase, base: string = root): Promise<MigrationState> {
  const files = await migrationFiles(base);
  const { rows: there } = await client.query<{ there: boolean }>(
    "select pg_catalog.to_regclass('platform.migration') is not null as there",
  );
  const { rows } = there[0]?.there
    ? await client.query<{ name: string; checksum: string }>(
        "select name, checksum from platform.migration order by name",
      )
    : { rows: [] };
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return {
    pending: [...files.keys()].filter((name) => !applied.has(name)),
    changed: [...applied].filter(([name, sum]) => files.has(name) && files.get(name) !== sum).map(([name]) => name),
    unknown: [...applied.keys()].filter((name) => !files.has(name)),
  };
}

async function migrationFiles(base: string): Promise<Map<string, string>> {
  const folder = join(base, "db", "migrations");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const found = new Map<string, string>();
  for (const name of names) {
    found.set(
      name,
      createHash("sha256")
        .update(await readFile(join(folder, name), "utf8"))
        .digest("hex"),
    );
  }
  return found;
}
