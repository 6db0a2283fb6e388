import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { type Acting, tokenOf } from "../http/act.ts";
import { sendProblem } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import { DatabaseRefusal } from "../postgres/transaction.ts";
import { type Change, EventHub, type Reader, type Visible } from "./hub.ts";

/** Streams that one session may hold; the browser shares one among its tabs where it can. */
const STREAMS = 6;
const HEARTBEAT_MS = 20_000;
/** A reader that takes nothing for this long is cut off and comes back. */
const BLOCKED_MS = 30_000;

interface EventsHouse {
  acting: Acting;
  pools: { app: pg.Pool };
}

/**
 * `GET /api/events`: a stream of server-sent events that says what changed among the things its session can see (`change`: kind and id),
 * that something may have been missed (`again`), and that the session is over (`ended`). It holds nothing else: the reader asks for the
 * thing itself.
 */
export function registerEvents(app: Web, house: EventsHouse, kinds: Readonly<Record<string, Visible>>): void {
  const hub = new EventHub({
    pool: house.pools.app,
    kinds,
    onTrouble: (what) => app.log.error({ event: "events-deaf", what }, "changes are not heard"),
  });
  const open = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const close of [...open]) close();
    hub.close();
  });

  app.get(
    "/api/events",
    {
      schema: {
        // How long the stream lasts at most; the browser then comes back by itself.
        querystring: z.object({ seconds: z.coerce.number().int().min(0).max(3600).default(3600) }),
      },
      config: { audience: "staff", verb: null, action: null, rateLimit: { max: 120, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const look = () =>
        house.acting.look(request, async (tx) => {
          const [me, sessions] = await Promise.all([
            tx.one<{ worker_id: string; session_id: string; principals: number[] }>(
              sql`select s.worker_id, s.session_id, access.principals() as principals from access.actor_snapshot() s`,
            ),
            tx.rows<{ is_this: boolean; expires_at: string }>(sql`select is_this, expires_at from sessions.mine()`),
          ]);
          const until = sessions.find((session) => session.is_this)?.expires_at ?? new Date().toISOString();
          return { ...me, until: Date.parse(String(until)) };
        });
      const me = await look();
      if (hub.count(me.session_id) >= STREAMS) return sendProblem(request, reply, "too-many-requests");

      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      });
      // After a restart not all come back in the same second.
      raw.write(`retry: ${2_000 + Math.floor(Math.random() * 6_000)}\n\n`);
      let blockedSince: number | null = null;
      let missed = false;
      let over = false;
      const write = (text: string) => {
        if (over) return;
        if (blockedSince !== null) {
          missed = true; // it is told to read anew when it takes again
          return;
        }
        if (!raw.write(text)) blockedSince = Date.now();
      };
      const event = (name: string, data: object = {}) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

      let remove: () => void = () => undefined;
      const close = () => {
        if (over) return;
        over = true;
        clearInterval(heart);
        clearTimeout(last);
        open.delete(close);
        remove();
        raw.end();
      };
      const end = () => {
        event("ended");
        close();
      };
      const reader: Reader = {
        token: tokenOf(request),
        sessionId: me.session_id,
        workerId: me.worker_id,
        principals: new Set(me.principals),
        tell: (change: Change) => event("change", change),
        again: () => event("again"),
        end,
      };
      /** Is the session still good, and whose principals has it now? Also keeps proxies from closing a silent line. */
      const beat = async () => {
        if (blockedSince !== null && Date.now() - blockedSince > BLOCKED_MS) {
          close();
          raw.destroy();
          return;
        }
        write(": here\n\n");
        try {
          reader.principals = new Set((await look()).principals);
        } catch (error) {
          if (error instanceof DatabaseRefusal && error.sqlstate === "HW401") end();
        }
      };
      const heart = setInterval(() => void beat(), HEARTBEAT_MS);
      const lasts = Math.min(request.query.seconds * 1000, Math.max(0, me.until - Date.now()));
      const last = setTimeout(lasts < request.query.seconds * 1000 ? end : close, lasts);
      open.add(close);
      request.raw.once("close", close);
      raw.on("drain", () => {
        blockedSince = null;
        if (missed) event("again");
        missed = false;
      });

      try {
        remove = await hub.add(reader);
        if (over) remove();
        event("again"); // whatever changed before we listened
      } catch {
        close(); // the reader comes back and tries anew
      }
      return reply;
    },
  );
}
