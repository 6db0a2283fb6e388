/**
 * Brings a database to the state that the files in `db/` describe. Everything happens in one transaction: whoever looks sees the
 * old state or the new one, and a failure leaves the old.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { installQueue } from "../jobs/queue.ts";
import { withClusterLock } from "./cluster-lock.ts";
import { closeToOthers } from "./database-rights.ts";
import { SetupError } from "./setup-error.ts";

export type MigrateOptions = {
  /** Somebody who may make roles and databases: the superuser of our own server, or of an operator's. */
  admin: pg.ClientConfig;
  /** Made when missing. */
  database: string;
  /** The folder that holds `db/`; Homeward's own unless a test brings another. */
  root?: string;
  /** Told before each step, in words for the terminal. */
  onStep?: (step: string) => void;
};

export type Migrated = {
  /** Names of the migrations applied now, in order. */
  applied: string[];
  /** Whether the access files were applied again. */
  accessApplied: boolean;
};

/** Homeward's own folder. */
export const homewardRoot = resolve(import.meta.dirname, "../..");

/** One lock per database, so two migrators of one database work one after the other. */
const lockKey = 41_020_262;

/**
 * Applies what is missing: roles, then new migrations in the order of their names, then, if any of them changed, all access files.
 * @throws SetupError when a file that was applied has changed or gone, when a file fails, or when the server is too old
 */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const plan = await readPlan(options.root ?? homewardRoot);
  const say = options.onStep ?? (() => {});
  const client = await connectOrCreate(options.admin, options.database, say);
  try {
    await requireVersion(client);
    await withClusterLock(options.admin, async () => {
      say("roles");
      await inTransaction(client, () => apply(client, plan.roles));
    });
    await lock(client, say);
    await closeToOthers(client, options.database);
    if (options.root === undefined || options.root === homewardRoot) {
      say("job queue");
      await installQueue(client, { ...options.admin, database: options.database });
    }
    return await inTransaction(client, () => bringUp(client, plan, say));
  } finally {
    await client.end(); // the lock falls with the connection
  }
}

type SqlFile = { name: string; text: string; checksum: string };
type Plan = { roles: SqlFile; ledger: SqlFile; migrations: SqlFile[]; access: SqlFile[] };

/** Reads every file before the database is touched. */
async function readPlan(root: string): Promise<Plan> {
  const names = (await readdir(join(root, "db/migrations")).catch(() => []))
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const order = await readList(join(root, "db/access-order.txt"));
  return {
    roles: await readSql(root, "db/roles.sql"),
    ledger: await readSql(homewardRoot, "db/ledger.sql"),
    migrations: await Promise.all(names.map((name) => readSql(root, `db/migrations/${name}`, name))),
    access: await Promise.all(order.map((path) => readSql(root, path))),
  };
}

async function readSql(root: string, path: string, name = path): Promise<SqlFile> {
  const text = await readFile(join(root, path), "utf8").catch((cause: unknown) => {
    throw new SetupError(`The file ${path} is missing.`, "Get it back from the version you installed.", { cause });
  });
  return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
}

/** The lines of a list file, without comments (#) and empty lines. No file is an empty list. */
export async function readList(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === "ENOENT") return "";
    throw problem;
  });
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
}

async function connectOrCreate(admin: pg.ClientConfig, database: string, say: (step: string) => void) {
  for (const attempt of ["first", "after making it"]) {
    const client = new pg.Client({ ...admin, database });
    client.on("error", () => {}); // shows at the next query
    try {
      await client.connect();
      return client;
    } catch (problem) {
      await client.end().catch(() => {});
      if (codeOf(problem) !== "3D000" || attempt !== "first") throw problem;
      say(`database ${database}`);
      await createDatabase(admin, database);
    }
  }
  throw new Error("unreachable");
}

async function createDatabase(admin: pg.ClientConfig, database: string): Promise<void> {
  const client = new pg.Client({ ...admin, database: "postgres" });
  await client.connect();
  try {
    await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (problem) {
    // Another migrator was quicker.
    if (codeOf(problem) !== "42P04" && codeOf(problem) !== "23505") throw problem;
  } finally {
    await client.end();
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; words: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as words",
  );
  const version = rows[0];
  if (version === undefined || version.number < 180_000) {
    throw new SetupError(
      `This PostgreSQL is version ${version?.words}; Homeward needs 18 or later.`,
      "Point DATABASE_URL at a newer server, or leave it out to use Homeward's own.",
    );
  }
}

async function lock(client: pg.Client, say: (step: string) => void): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lockKey]);
  if (rows[0]?.free) return;
  say("waiting for another migration to finish");
  await client.query("select pg_advisory_lock($1)", [lockKey]);
}

async function bringUp(client: pg.Client, plan: Plan, say: (step: string) => void): Promise<Migrated> {
  await apply(client, plan.ledger);
  const waiting = await missing(client, plan.migrations);
  for (const file of waiting) {
    say(file.name);
    await apply(client, file);
    await client.query("insert into platform.migration (name, checksum) values ($1, $2)", [file.name, file.checksum]);
  }
  const stale = waiting.length > 0 || (await accessChanged(client, plan.access));
  if (stale) {
    await client.query("delete from platform.access_file");
    await definerMayOwn(client, true);
    for (const [index, file] of plan.access.entries()) {
      say(file.name);
      await apply(client, file);
      await client.query("insert into platform.access_file (place, name, checksum) values ($1, $2, $3)", [
        index + 1,
        file.name,
        file.checksum,
      ]);
    }
    await definerMayOwn(client, false);
  }
  return { applied: waiting.map((file) => file.name), accessApplied: stale };
}

/**
 * A migrator that is no superuser can hand a function only to a role that may create in its schema. So the definer may, until the
 * access files are through; nobody else sees it, since it is undone in the same transaction.
 */
async function definerMayOwn(client: pg.Client, yes: boolean): Promise<void> {
  await client.query(`do $$
    declare s name;
    begin
      for s in select nspname from pg_namespace where nspowner = 'homeward_owner'::regrole loop
        execute format('${yes ? "grant create on schema %I to" : "revoke create on schema %I from"} homeward_definer', s);
      end loop;
    end $$`);
}

/** The migrations still to apply, after making sure that those applied are still the same files, and come first. */
async function missing(client: pg.Client, files: SqlFile[]): Promise<SqlFile[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from platform.migration order by name",
  );
  const known = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of rows) {
    const file = known.get(name);
    if (file === undefined) {
      throw new SetupError(
        `This database holds the migration ${name}, which this version of Homeward does not know.`,
        "Start the version that made it, or a later one.",
      );
    }
    if (file.checksum !== checksum) {
      throw new SetupError(
        `The migration ${name} has changed since it was applied to this database.`,
        "Get the file back as it was, and write the change as a new migration.",
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  const last = rows.at(-1)?.name ?? "";
  const late = files.find((file) => !applied.has(file.name) && file.name < last);
  if (late !== undefined) {
    throw new SetupError(
      `The migration ${late.name} is new here, but its name puts it before ${last}, which is applied already.`,
      "Give it a name that sorts last.",
    );
  }
  return files.filter((file) => !applied.has(file.name));
}

async function accessChanged(client: pg.Client, files: SqlFile[]): Promise<boolean> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from platform.access_file order by place",
  );
  const line = (file: { name: string; checksum: string }) => `${file.name} ${file.checksum}`;
  return rows.map(line).join("\n") !== files.map(line).join("\n");
}

/**
 * Runs one file. What it sets for itself (`set local`) ends with it, and it may not end our transaction.
 * @throws SetupError naming file and line
 */
async function apply(client: pg.Client, file: SqlFile): Promise<void> {
  const before = await transactionId(client);
  try {
    await client.query(file.text);
  } catch (problem) {
    if (!(problem instanceof pg.DatabaseError)) throw problem;
    const line = problem.position === undefined ? "" : ` at line ${lineOf(file.text, Number(problem.position))}`;
    const inside = problem.where === undefined ? "" : ` (${problem.where.split("\n")[0]})`;
    throw new SetupError(
      `${file.name} failed${line}: ${problem.message}${inside}.`,
      "The database was left as it was. Mend the file and start again.",
      { cause: problem },
    );
  }
  await client.query("reset role; reset all");
  if ((await transactionId(client)) !== before) {
    throw new SetupError(
      `${file.name} ends the transaction that it runs in, so part of it stands already.`,
      "Take `commit` and `rollback` out of the file and look at what it left behind.",
    );
  }
}

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>("select pg_current_xact_id()::text as id");
  return rows[0]?.id;
}

/** PostgreSQL counts characters, not bytes or UTF-16 units. */
function lineOf(text: string, position: number): number {
  return [...text].slice(0, position - 1).filter((character) => character === "\n").length + 1;
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    // COMMIT of a broken transaction answers ROLLBACK without an error.
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
    return result;
  } catch (problem) {
    await client.query("rollback").catch(() => {});
    throw problem;
  }
}

const codeOf = (problem: unknown) => (problem as { code?: string } | null)?.code;
