/** The files that tell what the database looks like, kept in the repository so that a change of it can be read. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { homewardRoot, migrate } from "./migrate.ts";
import { dumpSchema } from "./schema-dump.ts";
import { startThrowAway } from "./throw-away.ts";
import { generateTypes } from "./types-generate.ts";

/** Each file's path from the root, and what it must hold for this database. */
export async function schemaFiles(client: pg.ClientBase): Promise<Record<string, string>> {
  return {
    "db/schema.sql": await dumpSchema(client),
    "platform/postgres/types.gen.ts": await generateTypes(client),
  };
}

export type SchemaOptions = {
  /** Only compare. */
  check?: boolean;
  onStep?: (step: string) => void;
};

/**
 * Migrates an empty database, and writes its schema files anew.
 * @returns the files that were not as they must be, from the root
 */
export async function refreshSchemaFiles(options: SchemaOptions = {}): Promise<string[]> {
  const { server, remove } = await startThrowAway();
  try {
    const database = "homeward";
    await migrate({
      admin: server.connect("postgres"),
      database,
      ...(options.onStep === undefined ? {} : { onStep: options.onStep }),
    });
    const client = new pg.Client(server.connect(database));
    await client.connect();
    const files = await schemaFiles(client).finally(() => client.end());
    const stale: string[] = [];
    for (const [path, text] of Object.entries(files)) {
      const target = join(homewardRoot, path);
      if ((await readFile(target, "utf8").catch(() => null)) === text) continue;
      stale.push(path);
      if (options.check !== true) await writeFile(target, text);
    }
    return stale;
  } finally {
    await remove();
  }
}
