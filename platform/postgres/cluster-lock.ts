/** A lock over the whole cluster. PostgreSQL's advisory locks reach one database only, but roles are shared by all. */
import pg from "pg";

/** Any number will do; it must stay the same. */
const key = 41_020_261;

/**
 * Runs `work` while no other Homeward changes roles in this cluster. The lock is held in the database `postgres`, which every
 * cluster has; it falls with its connection.
 */
export async function withClusterLock<T>(admin: pg.ClientConfig, work: () => Promise<T>): Promise<T> {
  const keeper = new pg.Client({ ...admin, database: "postgres" });
  keeper.on("error", () => {}); // losing it shows at the next query on the worker's own connection
  await keeper.connect();
  try {
    await keeper.query("select pg_advisory_lock($1)", [key]);
    return await work();
  } finally {
    await keeper.end();
  }
}
