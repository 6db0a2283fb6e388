import { sql } from "kysely";
import type { Tx } from "../../platform/postgres/transaction.ts";
import * as actions from "./actions.ts";
import type { CaseFacts } from "./store.ts";

/**
 * The case, looked at: after this commits, the vault opens its sealed texts to this session for a quarter of an hour. One entry in the log
 * for each session, case and quarter.
 * @throws NotVisible for unseen and unknown alike
 */
export async function viewed(tx: Tx, caseId: string): Promise<CaseFacts> {
  const facts = await actions.seen(tx, caseId);
  await tx.rows(sql`select log.record_view('case-viewed', 'case', ${caseId}::uuid, ${caseId}::uuid)`);
  return facts;
}
