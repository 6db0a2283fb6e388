import { sql } from "kysely";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { DECISIONS, GivenAnswers } from "./model.ts";

type Names = Record<string, string>;

export interface Row {
  id: string;
  made_at: string;
  agency: Names | null;
  made_by_names: Names | null;
  rules: Record<string, unknown>;
  answers: GivenAnswers;
  advice: Record<string, unknown>;
  sealed: Buffer | null;
  on_report: boolean;
  decision: (typeof DECISIONS)[number] | null;
  decided_at: string | null;
  decided_by_names: Names | null;
  decided_by_me: boolean | null;
  decision_sealed: Buffer | null;
  countersigned_at: string | null;
  countersigned_by_names: Names | null;
  review_on: string | null;
  is_child: number;
}

/** A case's screenings, the newest first; up to fifty. A home's worker has no name for whoever may not know the home. */
export function screeningsOf(tx: Tx, caseId: string): Promise<Row[]> {
  const named = (agency: string, worker: string) => sql.raw(`cases.signed_by(s.case_id, s.${agency}, s.${worker})`);
  return tx.rows<Row>(sql`
    select s.id, s.made_at, access.agency_label(s.case_id, s.made_agency) as agency, ${named("made_agency", "made_by")} as made_by_names, s.rules, s.answers, s.advice,
           s.sealed, s.on_report, s.decision, s.decided_at, ${named("decided_agency", "decided_by")} as decided_by_names, s.decided_by = access.actor() as decided_by_me,
           s.decision_sealed, s.countersigned_at, ${named("countersigned_agency", "countersigned_by")} as countersigned_by_names, s.review_on, c.is_child
      from cases.screenings s join cases.cases c on c.id = s.case_id
     where s.case_id = ${caseId}::uuid order by s.made_at desc, s.id desc limit 50`);
}
