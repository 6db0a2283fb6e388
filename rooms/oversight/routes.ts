import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { CaseOfOversight, Opening, RefusalOfOversight, UnreadOfOversight } from "./model.ts";

const Page = z.object({
  before: z.iso.datetime({ offset: true }).optional(),
  atMost: z.coerce.number().int().min(1).max(200).default(50),
});

/** Overseers' requests, on the oversight login: it reaches these views and nothing else. */
export function registerOversight(app: Web, { overseeing }: { overseeing: Acting }): void {
  app.get(
    "/api/oversight/openings",
    {
      schema: { querystring: Page, response: { 200: z.object({ openings: z.array(Opening) }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { before, atMost } = request.query;
      return overseeing.look(request, async (tx) => {
        noted(tx, "openings-read");
        const rows = await tx.rows<z.infer<typeof Opening>>(sql`
        select entry_id as "entryId", at, outcome, reason, worker, agency, agency_kind as "agencyKind", oversight_ref as "oversightRef", section::int as section,
               refused_because as "refusedBecause", seq::int as seq
          from oversight.openings where at < ${before ?? "infinity"}::timestamptz order by at desc limit ${atMost}`);
        return { openings: rows };
      });
    },
  );

  app.get(
    "/api/oversight/cases",
    {
      schema: { querystring: Page, response: { 200: z.object({ cases: z.array(CaseOfOversight) }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { before, atMost } = request.query;
      return overseeing.look(request, async (tx) => {
        noted(tx, "cases-reviewed");
        const rows = await tx.rows<z.infer<typeof CaseOfOversight>>(sql`
        select oversight_ref as "oversightRef", jurisdiction, sex, age_band as "ageBand", situation, risk, risk_respond_by as "respondBy", is_open as "isOpen", opened_at as "openedAt",
               origin, last_event_at as "lastEventAt", openings::int as openings
          from oversight.cases where opened_at < ${before ?? "infinity"}::timestamptz order by opened_at desc limit ${atMost}`);
        return { cases: rows };
      });
    },
  );

  app.get(
    "/api/oversight/refusals",
    {
      schema: { querystring: Page, response: { 200: z.object({ refusals: z.array(RefusalOfOversight) }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { before, atMost } = request.query;
      return overseeing.look(request, async (tx) => {
        noted(tx, "refusals-read");
        const rows = await tx.rows<z.infer<typeof RefusalOfOversight>>(sql`
        select entry_id as "entryId", at, verb, outcome, code, worker, agency, agency_kind as "agencyKind" from oversight.refusals
         where at < ${before ?? "infinity"}::timestamptz order by at desc limit ${atMost}`);
        return { refusals: rows };
      });
    },
  );

  app.get(
    "/api/oversight/unread",
    {
      schema: {
        querystring: Page.pick({ atMost: true }),
        response: { 200: z.object({ unread: z.array(UnreadOfOversight) }) },
      },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { atMost } = request.query;
      return overseeing.look(request, async (tx) => {
        noted(tx, "unread-read");
        const rows = await tx.rows<z.infer<typeof UnreadOfOversight>>(sql`
        select kind, since, hours, (array['public-form', 'helpline', 'agency'])[channel] as channel, (array['now', 'no', 'not-sure'])[danger + 1] as danger,
               missed::int as missed, jurisdiction, agency, agency_kind as "agencyKind"
          from oversight.unread order by oversight.unread.danger, oversight.unread.since limit ${atMost}`);
        return { unread: rows };
      });
    },
  );

  app.get(
    "/api/oversight/log",
    {
      schema: {
        response: { 200: z.object({ size: z.int(), checkpoint: z.string().nullable(), at: z.string().nullable() }) },
      },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) =>
      overseeing.look(request, async (tx) => {
        const size = tx.one<{ size: string }>(sql`select log.size() as size`);
        const head = tx.maybe<{ note: string; at: string }>(sql`select note, at from log.latest_checkpoint()`);
        return {
          size: Number((await size).size),
          checkpoint: (await head)?.note ?? null,
          at: (await head)?.at ?? null,
        };
      }),
  );
}

/** Each look is an entry; members never learn of it. */
function noted(tx: Tx, verb: string): void {
  void tx.rows(
    sql`select log.record_view(${verb}, 'list', (select s.session_id from access.actor_snapshot() s), null)`,
  );
}
