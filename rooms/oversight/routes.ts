import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import { CursorParameter, cursorText } from "../../platform/http/paging.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { CaseOfOversight, Opening, RefusalOfOversight, UnreadOfOversight } from "./model.ts";

const Page = z.object({
  after: CursorParameter.optional(),
  atMost: z.coerce.number().int().min(1).max(200).default(50),
});
type Asked = z.infer<typeof Page>;
const next = z.string().nullable();
/** Every id comes before this one: where a list that goes backwards begins. */
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** Danger as people order it; as the view ranks it. */
const DANGERS = ["now", "not-sure", "no"] as const;

/** Overseers' requests, on the oversight login: it reaches these views and nothing else. Each list comes page by page. */
export function registerOversight(app: Web, { overseeing }: { overseeing: Acting }): void {
  app.get(
    "/api/oversight/openings",
    {
      schema: { querystring: Page, response: { 200: z.object({ openings: z.array(Opening), next }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { after, atMost } = request.query;
      const openings = await overseeing.look(request, async (tx) => {
        noted(tx, "openings-read");
        return tx.rows<z.infer<typeof Opening>>(sql`
        select entry_id as "entryId", at, outcome, reason, worker, agency, agency_kind as "agencyKind", oversight_ref as "oversightRef", section::int as section,
               refused_because as "refusedBecause", seq::int as seq
          from oversight.opening_page(${after?.at ?? "infinity"}::timestamptz, ${after?.id ?? LAST_ID}::uuid, ${atMost}::int)`);
      });
      return { openings, next: goesOn(openings, atMost, (last) => ({ at: last.at, id: last.entryId })) };
    },
  );

  app.get(
    "/api/oversight/cases",
    {
      schema: { querystring: Page, response: { 200: z.object({ cases: z.array(CaseOfOversight), next }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { after, atMost } = request.query;
      const cases = await overseeing.look(request, async (tx) => {
        noted(tx, "cases-reviewed");
        return tx.rows<z.infer<typeof CaseOfOversight>>(sql`
        select oversight_ref as "oversightRef", jurisdiction, sex, age_band as "ageBand", situation, risk, risk_respond_by as "respondBy", is_open as "isOpen", opened_at as "openedAt",
               origin, last_event_at as "lastEventAt", openings::int as openings
          from oversight.case_page(${after?.at ?? "infinity"}::timestamptz, ${after?.id ?? LAST_ID}::uuid, ${atMost}::int)`);
      });
      return { cases, next: goesOn(cases, atMost, (last) => ({ at: last.openedAt, id: last.oversightRef })) };
    },
  );

  app.get(
    "/api/oversight/refusals",
    {
      schema: { querystring: Page, response: { 200: z.object({ refusals: z.array(RefusalOfOversight), next }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { after, atMost } = request.query;
      const refusals = await overseeing.look(request, async (tx) => {
        noted(tx, "refusals-read");
        return tx.rows<z.infer<typeof RefusalOfOversight>>(sql`
        select entry_id as "entryId", at, verb, outcome, code, worker, agency, agency_kind as "agencyKind"
          from oversight.refusal_page(${after?.at ?? "infinity"}::timestamptz, ${after?.id ?? LAST_ID}::uuid, ${atMost}::int)`);
      });
      return { refusals, next: goesOn(refusals, atMost, (last) => ({ at: last.at, id: last.entryId })) };
    },
  );

  app.get(
    "/api/oversight/unread",
    {
      schema: { querystring: Page, response: { 200: z.object({ unread: z.array(UnreadOfOversight), next }) } },
      config: { audience: "oversight", verb: null, action: "oversight.read" },
    },
    async (request) => {
      const { after, atMost }: Asked = request.query;
      const unread = await overseeing.look(request, async (tx) => {
        noted(tx, "unread-read");
        return tx.rows<z.infer<typeof UnreadOfOversight>>(sql`
        select key, kind, since, hours, (array['public-form', 'helpline', 'agency'])[channel] as channel, (array['now', 'no', 'not-sure'])[danger + 1] as danger,
               missed::int as missed, jurisdiction, agency, agency_kind as "agencyKind"
          from oversight.unread u
         where (u.rank, u.since, u.key) > (${after?.rank ?? -1}::smallint, ${after?.at ?? "-infinity"}::timestamptz, ${after?.id ?? FIRST_ID}::uuid)
         order by u.rank, u.since, u.key limit ${atMost}`);
      });
      const last = ({ since, key, danger }: z.infer<typeof UnreadOfOversight>) => ({
        at: since,
        id: key,
        rank: DANGERS.indexOf(danger),
      });
      return { unread, next: goesOn(unread, atMost, last) };
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

/** The cursor of what follows a page; null where the page was not full. */
function goesOn<Row>(
  rows: readonly Row[],
  atMost: number,
  of: (last: Row) => { at: string; id: string; rank?: number },
): string | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < atMost ? null : cursorText(of(last));
}

/** One entry for reading a list, however many pages of it; members never learn of it. */
function noted(tx: Tx, verb: string): void {
  void tx.rows(sql`select log.record_list(${verb})`);
}
