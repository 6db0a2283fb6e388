import { sql } from "kysely";
import type { Cursor } from "../../platform/http/paging.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { AGE_BASIS, type CaseRow, IS_CHILD, RISK, SEX, wordOf } from "./model.ts";

/** A case's summary row as the database gives it, from the inbox, a filter, an agency's list or the case itself. */
export interface SummaryRow {
  id: string;
  ref: string;
  opened_at: string;
  happened_at: string | null;
  sex: number;
  age: number | null;
  age_basis: number;
  is_child: number;
  situation: string;
  district: string | null;
  risk: number | null;
  risk_respond_by: string | null;
  is_open: boolean;
  version: number;
}

export function summary(row: SummaryRow): CaseRow {
  return {
    id: row.id,
    ref: row.ref,
    openedAt: row.opened_at,
    happenedAt: row.happened_at,
    sex: wordOf(SEX, row.sex),
    age: row.age,
    ageBasis: wordOf(AGE_BASIS, row.age_basis),
    isChild: wordOf(IS_CHILD, row.is_child),
    situation: row.situation,
    district: row.district,
    risk: row.risk === null ? null : wordOf(RISK, row.risk),
    respondBy: row.risk_respond_by,
    isOpen: row.is_open,
    version: row.version,
  };
}

export interface ListWish {
  open: boolean | null;
  situation: string | null;
  district: string | null;
  risk: number | null;
  ref: string | null;
  after: Cursor | null;
  atMost: number;
}

/** The newest cases of my memberships. Without a filter the inbox answers; with one, the caseload is walked in its order until the page is full. */
export function myCases(tx: Tx, wish: ListWish): Promise<SummaryRow[]> {
  const at = wish.after?.at ?? "infinity";
  const id = wish.after?.id ?? null;
  if (wish.open === true && isWide(wish))
    return tx.rows<SummaryRow>(sql`select * from cases.inbox(${at}::timestamptz, ${id}::uuid, ${wish.atMost}::int)`);
  return tx.rows<SummaryRow>(sql`select * from cases.filtered(${wish.open}::boolean, ${wish.situation}, ${wish.district}, ${wish.risk}::smallint,
    ${wish.ref}, ${refEnd(wish.ref)}, ${at}::timestamptz, ${id}::uuid, ${wish.atMost}::int)`);
}

export type AgencySort = "newest" | "oldest" | "risk";

/** The cases of my agency, for its supervisors: narrowed and ordered by the database, in whichever order an index stands for. */
export function agencyCases(tx: Tx, wish: ListWish, by: AgencySort): Promise<SummaryRow[]> {
  const at = wish.after?.at ?? (by === "oldest" ? "-infinity" : "infinity");
  const id =
    wish.after?.id ??
    (by === "oldest" ? "00000000-0000-0000-0000-000000000000" : "ffffffff-ffff-ffff-ffff-ffffffffffff");
  return tx.rows<SummaryRow>(sql`select * from cases.agency_list(${wish.open}::boolean, ${wish.situation}, ${wish.district}, ${wish.risk}::smallint,
    ${wish.ref}, ${refEnd(wish.ref)}, ${by}, ${wish.after?.rank ?? -1}::smallint, ${at}::timestamptz, ${id}::uuid, ${wish.atMost}::int)`);
}

const isWide = (wish: ListWish) =>
  wish.situation === null && wish.district === null && wish.risk === null && wish.ref === null;

/** The next string of the same length: prefix search stays within its index (a pattern would read the whole table). */
function refEnd(ref: string | null): string | null {
  return ref === null ? null : ref.slice(0, -1) + String.fromCharCode(ref.charCodeAt(ref.length - 1) + 1);
}

export interface CaseFacts extends SummaryRow {
  jurisdiction_id: string;
  origin: string;
  report_id: string | null;
  risk_set_at: string | null;
  manages: boolean;
}

/** One case, or null for what the actor does not see and for what does not exist: the same statement, the same work. */
export function oneCase(tx: Tx, id: string): Promise<CaseFacts | null> {
  return tx.maybe<CaseFacts>(sql`select * from cases.one(${id}::uuid)`);
}

export interface PersonRow {
  id: string;
  role: number;
  relation: string | null;
  relation_claimed: boolean;
  lives_with: boolean | null;
  sex: number;
  age: number | null;
  version: number;
  added_at: string;
  identity_version: number | null;
  erased: boolean;
}
export interface EventRow {
  id: string;
  section: number | null;
  held: boolean;
  kind: string | null;
  happened_at: string | null;
  happened_approx: string | null;
  recorded_at: string;
  agency: Record<string, string> | null;
  from_home: boolean;
  from_paper: boolean;
  corrects: string | null;
  codes: Record<string, unknown>;
  sealed: Buffer | null;
}
export interface NoteRow {
  id: string;
  kind: string;
  section: number | null;
  written_at: string;
  agency: Record<string, string> | null;
  corrects: string | null;
  sealed: Buffer;
}
export interface MemberRow {
  member: number;
  kind: number;
  worker_id: string | null;
  unit_id: string | null;
  agency_id: string | null;
  agency_names: Record<string, string> | null;
  unit_names: Record<string, string> | null;
  worker_names: Record<string, string> | null;
  is_home: boolean;
  is_owner: boolean;
  purpose: number;
  basis: string;
  since: string;
  until: string;
  sections: number[];
}
export interface LookRow {
  at: string;
  verb: string;
  purpose: string | null;
  agency: Record<string, string> | null;
  from_home: boolean;
  worker: Record<string, string> | null;
  mine: boolean;
}

/** Everything the case page shows, asked at once. */
export function parts(tx: Tx, id: string) {
  return {
    tracks: tx.rows<{ track: number; opened_at: string; closed_at: string | null; outcome: string | null }>(
      sql`select track, opened_at, closed_at, outcome from cases.tracks where case_id = ${id}::uuid order by track`,
    ),
    stages: tx.rows<{ id: string; stage: number; reached_at: string; left_at: string | null }>(
      sql`select id, stage, reached_at, left_at from cases.stages where case_id = ${id}::uuid order by reached_at, stage`,
    ),
    people: tx.rows<PersonRow>(sql`
      select p.id, p.role, p.relation, p.relation_claimed, p.lives_with, p.sex, p.age, p.version, p.added_at, i.version as identity_version,
             i.erased_at is not null as erased
        from cases.people p left join identities.person i on i.id = p.id
       where p.case_id = ${id}::uuid and p.ended_at is null order by p.role, p.added_at`),
    timeline: tx.rows<EventRow>(sql`select * from cases.timeline(${id}::uuid)`),
    notes: tx.rows<NoteRow>(sql`
      select n.id, n.kind, n.section, n.written_at, access.agency_label(n.case_id, n.written_agency) as agency, n.corrects, n.sealed
        from cases.notes n where n.case_id = ${id}::uuid order by n.written_at desc limit 200`),
    members: tx.rows<MemberRow>(sql`select * from access.who_can_see(${id}::uuid)`),
    sections: tx.rows<{ section: number }>(
      sql`select distinct section from access.my_sections where case_id = ${id}::uuid order by section`,
    ),
    looks: tx.rows<LookRow>(sql`select * from cases.who_looked(${id}::uuid, 500)`),
  };
}

/** Writes down who changed what from what, and why. */
export function recordChange(
  tx: Tx,
  change: {
    caseId: string;
    table: string;
    row: string;
    field: string;
    was: unknown;
    became: unknown;
    reason: Buffer;
    by: string;
    section?: number | null;
    id: string;
  },
): Promise<unknown> {
  return tx.rows(sql`
    insert into cases.changes (id, case_id, jurisdiction_id, section, of_table, row_id, field, was, became, sealed, changed_by)
    select ${change.id}::uuid, c.id, c.jurisdiction_id, ${change.section ?? null}::smallint, ${change.table}, ${change.row}::uuid, ${change.field},
           ${JSON.stringify(change.was ?? null)}::jsonb, ${JSON.stringify(change.became ?? null)}::jsonb, ${change.reason}, ${change.by}::uuid
      from cases.cases c where c.id = ${change.caseId}::uuid`);
}
