import { sql } from "kysely";
import { newVersion } from "../../../platform/http/versions.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { PersonChange } from "../model.ts";
import { SEX } from "../model.ts";

/** Somebody on one of my cases, as the database gives it; `id` is null for a case that nobody is written down on. */
export interface PersonOfCaseRow {
  id: string | null;
  case_id: string;
  ref: string;
  opened_at: string;
  role: number;
  relation: string | null;
  relation_claimed: boolean;
  sex: number;
  age: number | null;
  opens: boolean;
  sealed: boolean;
  situation: string;
  district: string | null;
  is_open: boolean;
}

const columns = sql`p.id, k.id as case_id, k.ref, k.opened_at, p.role, p.relation, p.relation_claimed, p.sex, p.age, k.situation, k.district, k.is_open,
  i.id is not null and i.erased_at is null as sealed,
  exists (select from access.my_sections s where s.case_id = k.id and s.section = coalesce(p.section, 1) offset 0) as opens`;

/** The people of my open cases, the newest case first. Driven by the inbox; row security answers for people and their sections. */
export function peopleOfMyCases(
  tx: Tx,
  after: { at: string; id: string } | null,
  cases: number,
): Promise<PersonOfCaseRow[]> {
  return tx.rows<PersonOfCaseRow>(sql`
    select ${columns}
      from cases.inbox(${after?.at ?? "infinity"}::timestamptz, ${after?.id ?? null}::uuid, ${cases}::int) k
      left join cases.people p on p.case_id = k.id and p.ended_at is null
      left join identities.person i on i.id = p.id
     order by k.opened_at desc, k.id desc, p.role, p.added_at`);
}

/** Those of these people whom the actor sees, also in closed cases. Driven by their ids. */
export function peopleById(tx: Tx, ids: readonly string[]): Promise<PersonOfCaseRow[]> {
  return tx.rows<PersonOfCaseRow>(sql`
    select ${columns}
      from cases.people p
      join cases.cases k on k.id = p.case_id
      left join identities.person i on i.id = p.id
     where p.id = any(${ids}::uuid[])
     order by k.opened_at desc, k.id desc`);
}

export interface PersonFacts {
  version: number;
  section: number | null;
  relation: string | null;
  relation_claimed: boolean;
  lives_with: boolean | null;
  sex: number;
  age: number | null;
  ended: boolean;
}

/** One person of a case, or null for whom the actor does not see and for nobody. */
export function onePerson(tx: Tx, caseId: string, id: string): Promise<PersonFacts | null> {
  return tx.maybe<PersonFacts>(sql`
    select version, section, relation, relation_claimed, lives_with, sex, age, ended_at is not null as ended
      from cases.people where id = ${id}::uuid and case_id = ${caseId}::uuid`);
}

/** Writes what changed over the version that was seen. Returns the new version. */
export async function writePerson(tx: Tx, id: string, seenVersion: number, change: PersonChange): Promise<number> {
  const version = await newVersion(
    tx,
    sql`
    update cases.people set version = version + 1,
      relation = case when ${change.relation !== undefined} then ${change.relation ?? null} else relation end,
      relation_claimed = coalesce(${change.relationClaimed ?? null}::boolean, relation_claimed),
      lives_with = case when ${change.livesWith !== undefined} then ${change.livesWith ?? null}::boolean else lives_with end,
      sex = coalesce(${change.sex === undefined ? null : SEX[change.sex]}::smallint, sex),
      age = case when ${change.age !== undefined} then ${change.age ?? null}::smallint else age end,
      ended_at = case when ${change.ended ?? null}::boolean is null then ended_at when ${change.ended ?? false} then now() end
     where id = ${id}::uuid and version = ${seenVersion} returning version`,
  );
  return version;
}
