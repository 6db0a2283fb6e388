/**
 * One throw-away PostgreSQL for a test run (vitest's global set-up): started, migrated once into a template, removed at the end.
 * Test files copy the template (database.ts).
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClientConfig } from "pg";
import type { TestProject } from "vitest/node";
import { ensureLogins, type Login } from "../postgres/logins.ts";
import { migrate } from "../postgres/migrate.ts";
import { startThrowAway } from "../postgres/throw-away.ts";

/** What a test worker needs to reach the cluster. */
export type TestCluster = {
  /** The superuser, on the database `postgres`. */
  admin: ClientConfig;
  template: string;
  logins: Record<Login, ClientConfig>;
  /** PostgreSQL's data folder, for tests that search what lies on the disk. */
  folder: string;
  /** The file with every line of the server's log so far. */
  log: string;
};

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Starts the cluster and returns its removal. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const own = await mkdtemp(join(tmpdir(), "homeward-run-"));
  const log = join(own, "server.log");
  const keep = createWriteStream(log);
  const { server, remove } = await startThrowAway({
    onLog: (line) => keep.write(`${line}\n`),
    // Every test file keeps a pool for each login.
    settings: { max_connections: 200, shared_buffers: "64MB" },
  });
  const tearDown = async () => {
    await remove();
    keep.end();
    await rm(own, { recursive: true, force: true });
  };
  try {
    const template = "homeward_template";
    await migrate({ admin: server.connect("postgres"), database: template });
    const logins = await ensureLogins(server.connect(template), join(own, "secrets"));
    project.provide("cluster", { admin: server.connect("postgres"), template, logins, folder: server.cluster, log });
    return tearDown;
  } catch (problem) {
    await tearDown();
    throw problem;
  }
}
