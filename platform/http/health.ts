import { sql } from "kysely";
import type pg from "pg";
import { Gauge } from "prom-client";
import { transact } from "../postgres/transaction.ts";
import type { Web } from "./server.ts";

/** For supervisors and monitors: is the process alive, can it work, how is it doing. Nothing here names a person or a case. */
export function registerHealth(app: Web, { pools }: { pools: { public: pg.Pool; app: pg.Pool } }): void {
  measureJobs(app, pools.app);
  app.get("/health/live", { config: { audience: "operator", verb: null, rateLimit: false } }, async () => ({
    ok: true,
  }));

  app.get(
    "/health/ready",
    { config: { audience: "operator", verb: null, rateLimit: false } },
    async (_request, reply) => {
      try {
        await transact(pools.public, { role: "homeward_public", token: null }, (tx) =>
          tx.rows(sql`select id from platform.installation`),
        );
        return { ok: true };
      } catch {
        return reply.code(503).send({ ok: false, what: "The database does not answer." });
      }
    },
  );

  // From this machine only: figures by route and status, no identities.
  app.get("/metrics", { config: { audience: "operator", verb: null, rateLimit: false } }, async (request, reply) => {
    if (!["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip)) return reply.code(404).send();
    return reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics());
  });
}

/** How the queue is doing, asked of the database when somebody looks. */
function measureJobs(app: Web, pool: pg.Pool): void {
  const gauge = (name: string, help: string, collect?: () => Promise<void>) =>
    new Gauge({
      name,
      help,
      labelNames: ["task"],
      registers: [app.metrics.registry],
      ...(collect === undefined ? {} : { collect }),
    });
  const running = gauge("homeward_jobs_running", "Jobs under way");
  const dead = gauge("homeward_jobs_dead", "Jobs that failed too often");
  const oldest = gauge("homeward_jobs_oldest_seconds", "For how long the oldest job waits beyond its time");
  const waiting = gauge("homeward_jobs_waiting", "Jobs that could run now", async () => {
    const rows = await transact(pool, { role: "homeward_app", token: null }, (tx) =>
      tx.rows<{ task: string; waiting: string; running: string; dead: string; oldest_seconds: number | null }>(
        sql`select * from jobs.figures()`,
      ),
    ).catch(() => []); // readiness says that the database is away; the other figures are still told
    for (const each of [waiting, running, dead, oldest]) each.reset();
    for (const row of rows) {
      waiting.labels(row.task).set(Number(row.waiting));
      running.labels(row.task).set(Number(row.running));
      dead.labels(row.task).set(Number(row.dead));
      oldest.labels(row.task).set(row.oldest_seconds ?? 0);
    }
  });
}
