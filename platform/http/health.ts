import { sql } from "kysely";
import type pg from "pg";
import { transact } from "../postgres/transaction.ts";
import type { Web } from "./server.ts";

/** For supervisors and monitors: is the process alive, can it work, how is it doing. Nothing here names a person or a case. */
export function registerHealth(app: Web, { pools }: { pools: { public: pg.Pool } }): void {
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
