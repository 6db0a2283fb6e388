/** A database of one's own for a test file: a copy of the migrated template, made in about 30 ms. */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { closeToOthers } from "../postgres/database-rights.ts";
import type { Login } from "../postgres/logins.ts";

export type TestDatabase = {
  name: string;
  /** The superuser in this database: for preparing and inspecting, never for what is under test. */
  admin: pg.Pool;
  /** How to connect to this database as one of Homeward's logins. */
  config(login: Login): pg.ClientConfig;
  /** How to connect to this database as the superuser. */
  adminConfig: pg.ClientConfig;
  /** Closes `admin`, breaks off everybody else and removes the database. */
  drop(): Promise<void>;
};

/**
 * Copies the template. Call it once a file, in `beforeAll`, and `drop` in `afterAll`.
 * @param options.empty a database without Homeward's schemas, for tests of the migrations themselves
 */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const template = options.empty === true ? "template0" : cluster.template;
  await asAdmin(cluster.admin, async (client) => {
    await copy(client, template, name);
    await closeToOthers(client, name);
  });
  const adminConfig = { ...cluster.admin, database: name };
  const admin = new pg.Pool({ ...adminConfig, max: 4 });
  admin.on("error", () => {}); // a connection broken off by a test or by drop
  return {
    name,
    admin,
    adminConfig,
    config: (login) => ({ ...cluster.logins[login], database: name }),
    async drop() {
      await admin.end();
      await asAdmin(cluster.admin, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A template can be copied only while nobody is connected to it, and another copy under way may count as somebody. */
async function copy(client: pg.Client, template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`create database ${name} template ${template}`);
      return;
    } catch (problem) {
      const inUse = problem instanceof pg.DatabaseError && problem.code === "55006";
      if (!inUse || attempt === 100) throw problem;
      await sleep(50);
    }
  }
}

async function asAdmin<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
