/** Pools of piped connections, and the way to the server that accepts writes. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SetupError } from "./setup-error.ts";
import { sessionOptions, valueTypes } from "./values.ts";

export type PoolOptions = {
  /** The most connections at once; further requests wait for one. */
  max: number;
  /** After this long the server breaks a statement off, in milliseconds. */
  statementTimeoutMs?: number;
  /** After this long the server breaks off a wait for somebody else's row, in milliseconds. */
  lockTimeoutMs?: number;
  /** After this long the server ends a whole transaction, in milliseconds, so that a lost client holds no rows. */
  transactionTimeoutMs?: number;
  /** Told of a connection that broke while nobody used it; the pool has dropped it already. */
  onBroken?: (problem: Error) => void;
};

/**
 * A pool for one login. Queries sent on one client without waiting travel together (`pipeline`), so a transaction with row
 * security costs one or two round trips; pg-cursor and query-stream do not work on it. Time limits are kept by the server: a
 * client's own `query_timeout` would destroy the connection under its neighbours in the pipe. Values arrive as in values.ts.
 */
export function createPool(config: pg.ClientConfig, options: PoolOptions): pg.Pool {
  const limits = {
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    lock_timeout: options.lockTimeoutMs ?? 5_000,
    transaction_timeout: options.transactionTimeoutMs ?? 60_000,
    idle_in_transaction_session_timeout: 15_000,
  };
  const settings = Object.entries(limits).map(([name, ms]) => `-c ${name}=${ms}`);
  const pool = new pg.Pool({
    connectionTimeoutMillis: 5_000,
    ...config,
    max: options.max,
    pipeline: true,
    types: valueTypes,
    options: [config.options, sessionOptions, ...settings].filter(Boolean).join(" "),
  });
  // Without a listener a broken idle connection would end the process.
  pool.on("error", (problem) => options.onBroken?.(problem));
  // And so would one that breaks in somebody's hands, such as by a time limit of the server: they hear of it by their own question.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/**
 * The first of several servers that accepts writes, asked in turn until one says that it is not in recovery: node-postgres takes
 * one host only. Call it again after a failover.
 * @param patienceMs how long to ask; a failover takes 5 s when a server dies and 21 s when a machine does
 * @throws SetupError when time is up
 */
export async function waitUntilPrimary(
  configs: readonly pg.ClientConfig[],
  patienceMs = 60_000,
): Promise<pg.ClientConfig> {
  let last: unknown;
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    for (const config of configs) {
      try {
        if (await acceptsWrites(config)) return config;
        last = "it is a standby";
      } catch (problem) {
        last = problem;
      }
    }
  }
  const reason = last instanceof Error ? last.message : String(last);
  throw new SetupError(
    `None of the ${configs.length} PostgreSQL servers accepts writes: ${reason}.`,
    "Look whether one is running and is the primary.",
  );
}

async function acceptsWrites(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 1_000, query_timeout: 1_000 });
  client.on("error", () => {}); // shows as a failed query
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean }>("select pg_is_in_recovery() as standby");
    return rows[0]?.standby === false;
  } finally {
    await client.end().catch(() => {});
  }
}
