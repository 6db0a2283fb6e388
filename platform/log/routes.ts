import { sql } from "kysely";
import type pg from "pg";
import { parsePath } from "../../engines/transparency/index.ts";
import { sendProblem } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import { transact } from "../postgres/transaction.ts";

/** The log's public face, C2SP tlog-tiles: the newest checkpoint and the hash tiles. Entry bundles go to witnesses and overseers, not here. */
export function registerLog(app: Web, { pools }: { pools: { public: pg.Pool } }): void {
  const as = { role: "homeward_public", token: null };

  app.get("/log/checkpoint", { config: { audience: "public", verb: null } }, async (request, reply) => {
    const head = await transact(pools.public, as, (tx) =>
      tx.maybe<{ note: string }>(sql`select note from log.latest_checkpoint()`),
    );
    if (head === null) return sendProblem(request, reply, "not-found");
    return reply.type("text/plain; charset=utf-8").send(head.note);
  });

  app.get("/log/tile/*", { config: { audience: "public", verb: null } }, async (request, reply) => {
    const path = parsePath(`tile/${(request.params as { "*": string })["*"]}`);
    if (!path.ok || path.value.kind !== "tile") return sendProblem(request, reply, "not-found");
    const { level, index, width } = path.value;
    const row = await transact(pools.public, as, (tx) =>
      tx.one<{ bytes: Buffer | null }>(sql`select log.tile_bytes(${level}::smallint, ${index}::bigint) as bytes`),
    );
    // A tile only grows: any narrower one is its beginning.
    if (row.bytes === null || row.bytes.length < width * 32) return sendProblem(request, reply, "not-found");
    if (width === 256) reply.header("cache-control", "public, max-age=31536000, immutable");
    return reply.type("application/octet-stream").send(row.bytes.subarray(0, width * 32));
  });
}
