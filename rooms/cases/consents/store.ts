import { sql } from "kysely";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { GIVERS, MARKS, TO_PLEASE } from "./model.ts";
import type { Answer } from "./rules.ts";
import { wordsSection } from "./rules.ts";

export interface ConsentRow {
  id: string;
  person_id: string;
  given_by: string | null;
  purpose: string;
  receiver_agency: string | null;
  receiver: Record<string, string> | null;
  channel: string | null;
  answer: "yes" | "no" | "withdrawn" | "not-asked-danger";
  is_assent: boolean;
  how: string;
  language: string;
  interpreter: boolean;
  who_present: string;
  to_please: (typeof TO_PLEASE)[number];
  mark: (typeof MARKS)[number];
  given_at: string;
  ends_at: string;
  withdrawn_at: string | null;
  sealed: Buffer | null;
}

const COLUMNS = sql`c.id, c.person_id, c.given_by, c.purpose, c.receiver_agency, access.agency_label(c.case_id, c.receiver_agency) as receiver, c.channel, c.answer,
  c.is_assent, c.how, c.language, c.interpreter, c.who_present, c.to_please, c.mark, c.given_at, c.ends_at, c.withdrawn_at, c.sealed`;

/** Every answer that was ever recorded on a case, newest first: one that ended or was taken back stays. */
export function consents(tx: Tx, caseId: string): Promise<ConsentRow[]> {
  return tx.rows<ConsentRow>(
    sql`select ${COLUMNS} from cases.consents c where c.case_id = ${caseId}::uuid order by c.given_at desc, c.id desc limit 500`,
  );
}

export function oneConsent(tx: Tx, caseId: string, id: string): Promise<ConsentRow | null> {
  return tx.maybe<ConsentRow>(
    sql`select ${COLUMNS} from cases.consents c where c.case_id = ${caseId}::uuid and c.id = ${id}::uuid`,
  );
}

/** Nobody's name in the row: the committee's word, where the caregiver may be the danger. */
export function giverOf(row: Pick<ConsentRow, "given_by" | "person_id">): (typeof GIVERS)[number] {
  return row.given_by === null ? "committee" : row.given_by === row.person_id ? "child" : "caregiver";
}

export function answerOf(row: ConsentRow): Answer {
  return {
    id: row.id,
    giver: giverOf(row),
    answer: row.answer === "withdrawn" ? "no" : row.answer,
    purpose: row.purpose,
    receiver: row.receiver_agency,
    channel: row.channel,
    toPlease: row.to_please,
    givenAt: Date.parse(row.given_at),
    endsAt: Date.parse(row.ends_at),
    withdrawnAt: row.withdrawn_at === null ? null : Date.parse(row.withdrawn_at),
  };
}

/** Where a consent's words are sealed. */
export const placeOf = (row: ConsentRow) => ({
  table: "cases.consents",
  column: "sealed",
  row: row.id,
  section: wordsSection(giverOf(row)),
  sealed: row.sealed,
});

export interface RuleRow {
  id: string;
  channel: string;
  person_id: string | null;
  allowed: boolean;
  household: boolean;
  sealed: Buffer | null;
  set_at: string;
  ended_at: string | null;
}

/** The rules of safe contact, those that hold first; none at all to whoever does not hold the contact section. */
export function contactRules(tx: Tx, caseId: string): Promise<RuleRow[]> {
  return tx.rows<RuleRow>(sql`
    select id, channel, person_id, allowed, household, sealed, set_at, ended_at from cases.contact_rules
     where case_id = ${caseId}::uuid order by ended_at is not null, allowed desc, set_at desc limit 200`);
}

/** Is this somebody of the case, as far as the asker may know? */
export async function personOnCase(
  tx: Tx,
  caseId: string,
  personId: string,
): Promise<{ role: number; age: number | null } | null> {
  return tx.maybe<{ role: number; age: number | null }>(
    sql`select role, age from cases.people where id = ${personId}::uuid and case_id = ${caseId}::uuid and ended_at is null`,
  );
}
