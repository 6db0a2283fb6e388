import { sql } from "kysely";
import { NotVisible } from "../../platform/http/problems.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import * as store from "./store.ts";

/** An entry about a report in the log, in the transaction of what it tells of. */
export function record(tx: Tx, verb: string, id: string, details: object): Promise<unknown> {
  return tx.rows(
    sql`select log.record(${verb}, 'report', ${id}::uuid, null, 'done', null, null, ${JSON.stringify(details)}::jsonb)`,
  );
}
/** The report, or the one answer for unseen and unknown. @throws NotVisible */
export async function seen(tx: Tx, id: string): Promise<store.Facts> {
  const found = await store.one(tx, id);
  if (found === null) throw new NotVisible();
  return found;
}

/** A line in the report's own history: what was done, by whom. */
export function history(tx: Tx, id: string, by: string, act: string, codes: object): Promise<unknown> {
  return tx.rows(sql`insert into reports.history (report_id, jurisdiction_id, by_worker, act, codes)
    select r.id, r.jurisdiction_id, ${by}::uuid, ${act}, ${JSON.stringify(codes)}::jsonb from reports.reports r where r.id = ${id}::uuid`);
}
