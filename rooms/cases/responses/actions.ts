import { sql } from "kysely";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import { type NewEvent, RISK, wordOf } from "../model.ts";
import { answersResponse, type ResponseHours, type ResponseKinds, respondBy } from "../rules.ts";

/**
 * After an event was added: was a first response owed, and does the event answer it? Seen ends the clock; tried and not seen is work done and
 * begins the next one. The deadline as it was stays with the level that set it.
 */
export async function answerResponse(
  tx: Tx,
  caseId: string,
  event: Pick<NewEvent, "kind" | "happenedAt">,
  pack: { kinds: ResponseKinds; hours: ResponseHours },
): Promise<void> {
  const how = pack.kinds[event.kind];
  if (how === undefined) return;
  const owed = await tx.maybe<{ risk: number; set_at: string; contact_at: string; levels: number }>(sql`
    select c.risk, c.risk_set_at as set_at, coalesce(c.happened_at, c.opened_at) as contact_at,
           (select count(*)::int from cases.risks r where r.case_id = c.id) as levels
      from cases.cases c
     where c.id = ${caseId}::uuid and c.risk_respond_by is not null and c.risk is not null and c.risk_set_at is not null`);
  if (owed === null) return;
  const answer = answersResponse(how, event, {
    setAt: owed.set_at,
    contactAt: owed.contact_at,
    isFirstLevel: owed.levels <= 1,
  });
  if (answer === null) return;
  const by = answer === "seen" ? null : respondBy(pack.hours, wordOf(RISK, owed.risk), new Date());
  await tx.rows(sql`update cases.cases set risk_respond_by = ${by}::timestamptz where id = ${caseId}::uuid`);
}
