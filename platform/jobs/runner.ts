import type { Logger, Runner, TaskList } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import { createPool } from "../postgres/pool.ts";
import { DatabaseRefusal, type Tx, transact } from "../postgres/transaction.ts";
import { QUEUE_SCHEMA } from "./queue.ts";

/** The program's own work: one purpose, done by definer functions (or by the vault, which decides by itself). */
export interface Upkeep {
  /** A code; it stands in the log lines, in `doctor` and in `jobs.upkeep`. */
  purpose: string;
  everyMinutes: number;
  /** Answers what it did, in numbers. `act` is one transaction of the jobs role, without any session. */
  run(act: Act): Promise<Record<string, unknown>>;
}

export type Act = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What a worker asked for with `ask`. It has that worker's rights and no more, for as long as they last. */
export interface WorkerTask {
  name: string;
  run(job: AsWorker): Promise<void>;
}

export interface AsWorker {
  /** One transaction under row security, as the worker who asked. @throws DatabaseRefusal HW401 once the rights have ended */
  act<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Ids and codes, as `ask` was given them. */
  arguments: Record<string, unknown>;
  /** For calls on the vault. */
  token: string;
}

export interface RunnerOptions {
  /** The login hw_jobs. */
  config: pg.ClientConfig;
  /** The login hw_app: workers' jobs use it with the token of the job, and it is nothing without one. */
  app: pg.ClientConfig;
  upkeep: readonly Upkeep[];
  tasks: readonly WorkerTask[];
  concurrency?: number;
  /** Receives one structured line for each job: task, outcome, attempt, milliseconds; never what it was about. */
  log: (line: Record<string, unknown>) => void;
  /** How often upkeep is planned and the lock is tried; 60 s and 1 s. */
  planEveryMs?: number;
  retryMs?: number;
}

export interface Jobs {
  /** False while another jobs process holds the lock, or the connection was lost. */
  readonly leading: boolean;
  /** Lets running jobs end (they have a few seconds), then lets go. */
  stop(): Promise<void>;
}

/** "hjob" in ASCII: one jobs process per database; jobs.alive() looks for it. */
const LOCK = 0x686a6f62;
const ROLE = "homeward_jobs";

/**
 * Runs the queue. One process per database leads, under a session advisory lock that its tokens depend on; what a dead process held is
 * taken over at once. A failed attempt is tried again with a growing delay; what failed too often stays, dead, for `doctor` to show.
 */
export async function startRunner(options: RunnerOptions): Promise<Jobs> {
  const { planEveryMs = 60_000, retryMs = 1_000, log } = options;
  const jobs = createPool(options.config, { max: 2 });
  const app = createPool(options.app, { max: 4 });
  const as: Act = (work) => transact(jobs, { role: ROLE, token: null }, work);
  const queue = new pg.Pool({ ...options.config, max: 6, options: `-c role=${ROLE}` });
  queue.on("error", () => undefined);
  queue.on("connect", (client) => client.on("error", () => undefined));

  const taskList = listOf(options, as, app);
  let lock: pg.Client | null = null;
  let runner: Runner | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let planner: NodeJS.Timeout | undefined;

  const plan = () =>
    as((tx) =>
      tx.rows(
        sql`select jobs.plan_upkeep(${options.upkeep.map((u) => u.purpose)}::text[], ${options.upkeep.map((u) => u.everyMinutes)}::int[])`,
      ),
    ).catch((error: unknown) => log({ event: "jobs-plan-failed", level: "error", what: safely(error) }));

  async function lead(): Promise<void> {
    const client = new pg.Client(options.config);
    client.on("error", () => void lose());
    try {
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [LOCK]);
      if (!rows[0]?.got || stopped) return void (await client.end());
      lock = client;
      const { taken } = await as((tx) => tx.one<{ taken: number }>(sql`select jobs.take_over() as taken`));
      if (taken > 0) log({ event: "jobs-taken-over", level: "info", count: taken });
      await plan();
      planner = setInterval(() => void plan(), planEveryMs);
      // Loaded where it is used: this file is read in all four processes, and one of them runs jobs.
      const worker = await import("graphile-worker");
      runner = await worker.run({
        pgPool: queue,
        schema: QUEUE_SCHEMA,
        taskList,
        parsedCronItems: [],
        concurrency: options.concurrency ?? 4,
        pollInterval: 2_000,
        noHandleSignals: true,
        gracefulShutdownAbortTimeout: 3_000,
        logger: quiet(worker.Logger, log),
      });
      runner.promise.catch((error: unknown) => {
        log({ event: "jobs-runner-ended", level: "error", what: safely(error) });
        void lose();
      });
    } catch (error) {
      log({ event: "jobs-not-leading", level: "error", what: safely(error) });
      lock = null;
      clearInterval(planner);
      await client.end().catch(() => undefined);
    }
  }

  /** The lock is gone, and every token with it: stop, and try to lead again. */
  async function lose(): Promise<void> {
    const [client, running] = [lock, runner];
    lock = null;
    runner = null;
    clearInterval(planner);
    await running?.stop().catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  async function watch(): Promise<void> {
    if (lock === null && !stopped) await lead();
    if (stopped) return;
    timer = setTimeout(() => {
      watching = watch();
    }, retryMs);
  }
  let watching = watch();
  await watching;

  return {
    get leading() {
      return lock !== null;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await watching;
      await lose();
      await Promise.all([jobs.end(), app.end(), queue.end()]);
    },
  };
}

function listOf({ upkeep, tasks, log }: RunnerOptions, as: Act, app: pg.Pool): TaskList {
  const list: TaskList = {};
  for (const { purpose, run: work } of upkeep) {
    list[`upkeep:${purpose}`] = (_payload, helpers) =>
      timed(log, `upkeep:${purpose}`, helpers.job.attempts, async () => {
        const did = await work(as);
        await as((tx) => tx.rows(sql`select jobs.note_upkeep(${purpose}, ${JSON.stringify(did)}::jsonb)`));
        return { did };
      });
  }
  for (const task of tasks) {
    list[`worker:${task.name}`] = (payload, helpers) => {
      const { attempts, max_attempts: most } = helpers.job;
      return timed(log, `worker:${task.name}`, attempts, () =>
        runAsWorker(task, (payload as { job: string }).job, attempts >= most, as, app),
      );
    };
  }
  return list;
}

async function runAsWorker(
  task: WorkerTask,
  id: string,
  last: boolean,
  as: Act,
  app: pg.Pool,
): Promise<Record<string, unknown>> {
  const begun = await as((tx) =>
    tx.one<{ token: string | null; arguments: Record<string, unknown> }>(
      sql`select token, arguments from jobs.begin_job(${id}::uuid)`,
    ),
  );
  if (begun.token === null) return { outcome: "rights-ended" };
  const { token } = begun;
  let outcome: "done" | "failed" | null = last ? "failed" : null;
  try {
    await task.run({
      token,
      arguments: begun.arguments,
      act: (work) => transact(app, { role: "homeward_app", token }, work),
    });
    outcome = "done";
    return { outcome };
  } finally {
    await as((tx) => tx.rows(sql`select jobs.end_attempt(${id}::uuid, ${outcome})`));
  }
}

/** Runs one attempt and writes its line. What is thrown on is kept in the queue's table, so it holds a code and no words. */
async function timed(
  log: RunnerOptions["log"],
  task: string,
  attempt: number,
  work: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const from = performance.now();
  const line = (level: string, more: object) =>
    log({ event: "job", level, task, attempt, ms: Math.round(performance.now() - from), ...more });
  try {
    line("info", { outcome: "done", ...(await work()) });
  } catch (error) {
    const what = safely(error);
    line("error", { outcome: "failed", what });
    throw new Error(what);
  }
}

/** An error as a code: messages may quote what somebody typed. */
function safely(error: unknown): string {
  if (error instanceof DatabaseRefusal) return `${error.sqlstate} ${error.detail ?? ""}`.trim();
  const { name, code } = error as { name?: string; code?: unknown };
  return [name ?? "Error", typeof code === "string" ? code : ""].join(" ").trim();
}

/** graphile-worker's own lines: only that something is wrong, without its words. */
function quiet(Lines: typeof Logger, log: RunnerOptions["log"]): Logger {
  return new Lines(() => (level, _message, meta) => {
    const { error } = (meta ?? {}) as { error?: unknown };
    if (level === "error" && error !== undefined && !(error as Error).message?.startsWith("HW"))
      log({ event: "jobs-queue", level: "warn", what: safely(error) });
  });
}
