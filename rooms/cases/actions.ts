import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "../../platform/http/act.ts";
import { NotVisible, type Refusal, refuse } from "../../platform/http/problems.ts";
import { newVersion } from "../../platform/http/versions.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import {
  AGE_BASIS,
  type CaseChange,
  IS_CHILD,
  type NewCase,
  type NewEvent,
  RISK,
  ROLE,
  SEX,
  STAGES,
  wordOf,
} from "./model.ts";
import { newCaseRef, type ResponseHours, respondBy } from "./rules.ts";
import * as store from "./store.ts";

/** Records an entry about a case in the log, in the same transaction. */
export function record(
  tx: Tx,
  verb: string,
  caseId: string,
  subject: { kind: string; id: string } = { kind: "case", id: caseId },
  details: object = {},
): Promise<unknown> {
  return tx.rows(
    sql`select log.record(${verb}, ${subject.kind}, ${subject.id}::uuid, ${caseId}::uuid, 'done', null, null, ${JSON.stringify(details)}::jsonb)`,
  );
}

/** Opens a case owned by the actor's unit. The case, its door, its tracks and the entry commit together. */
export async function openCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: NewCase,
  from: { reportId: string | null; note: Buffer | null; noteId: string; hours: ResponseHours },
): Promise<{ id: string; ref: string } | Refusal> {
  if (actor.unitId === null) return refuse("no-unit");
  const ref = newCaseRef();
  await tx.rows(sql`select cases.open_case(${caseId}::uuid, ${ref}, ${SEX[wish.sex]}::smallint, ${wish.age}::smallint, ${AGE_BASIS[wish.ageBasis]}::smallint,
    ${IS_CHILD[wish.isChild]}::smallint, ${wish.situation}, ${wish.district}, ${wish.happenedAt}::timestamptz, ${from.reportId}::uuid)`);
  await addEvent(
    tx,
    actor,
    caseId,
    { kind: "case-opened", section: null, happenedAt: null, approx: null, fromPaper: false, corrects: null },
    null,
    randomUUID(),
  );
  if (from.note)
    await addNote(tx, actor, caseId, {
      id: from.noteId,
      section: null,
      kind: "note",
      corrects: null,
      sealed: from.note,
    });
  if (wish.risk !== null)
    await setRisk(tx, actor, caseId, { level: wish.risk, triggers: [] }, null, randomUUID(), from.hours);
  await record(tx, "case-opened", caseId, undefined, { situation: wish.situation, fromReport: from.reportId !== null });
  return { id: caseId, ref };
}

/** The case, or the one answer for unseen and unknown. */
export async function seen(tx: Tx, caseId: string): Promise<store.CaseFacts> {
  return mustSee(await store.oneCase(tx, caseId));
}

/** @throws NotVisible for null */
export function mustExist(found: unknown): void {
  if (found === null) throw new NotVisible();
}

/** @throws NotVisible for null */
export function mustSee(found: store.CaseFacts | null): store.CaseFacts {
  if (found === null) throw new NotVisible();
  return found;
}

/** Changes summary codes; who changed what from what stays, with the reason sealed. Null when somebody changed the case since. */
export async function changeCase(
  tx: Tx,
  actor: Actor,
  caseId: string,
  change: CaseChange,
  seenVersion: number,
  reasons: { id: string; field: string; sealed: Buffer }[],
): Promise<{ version: number } | Refusal> {
  const before = await seen(tx, caseId);
  if (before.version !== seenVersion) return { ...refuse("changed-since"), current: store.summary(before) };
  const settled = settlesAge(before, change, actor);
  if (settled) return settled;
  const version = await newVersion(
    tx,
    sql`
    update cases.cases set version = version + 1,
      subject_sex = coalesce(${change.sex === undefined ? null : SEX[change.sex]}::smallint, subject_sex),
      subject_age = case when ${change.age !== undefined} then ${change.age ?? null}::smallint else subject_age end,
      age_basis = coalesce(${change.ageBasis === undefined ? null : AGE_BASIS[change.ageBasis]}::smallint, age_basis),
      is_child = coalesce(${change.isChild === undefined ? null : IS_CHILD[change.isChild]}::smallint, is_child),
      situation = coalesce(${change.situation ?? null}, situation),
      district = case when ${change.district !== undefined} then ${change.district ?? null} else district end
     where id = ${caseId}::uuid and version = ${seenVersion} returning version`,
  );
  const was: Record<string, unknown> = {
    sex: wordOf(SEX, before.sex),
    age: before.age,
    ageBasis: wordOf(AGE_BASIS, before.age_basis),
    isChild: wordOf(IS_CHILD, before.is_child),
    situation: before.situation,
    district: before.district,
  };
  for (const reason of reasons) {
    await store.recordChange(tx, {
      id: reason.id,
      caseId,
      table: "cases",
      row: caseId,
      field: reason.field,
      was: was[reason.field],
      became: change[reason.field as keyof CaseChange],
      reason: reason.sealed,
      by: actor.workerId,
    });
  }
  await record(tx, "case-changed", caseId, undefined, { fields: reasons.map((r) => r.field) });
  return { version };
}

/** "Enters 19 at first" (harm.md): an age of 18 to 23 is no plain edit; only papers or an assessment may say so, and it stays a child until settled. */
function settlesAge(before: store.CaseFacts, change: CaseChange, _actor: Actor): Refusal | null {
  const age = change.age === undefined ? before.age : change.age;
  const basis = change.ageBasis === undefined ? before.age_basis : AGE_BASIS[change.ageBasis];
  const adult = change.isChild === "no" || (age !== null && age >= 18);
  if (adult && basis !== AGE_BASIS.papers && basis !== AGE_BASIS.assessed) return refuse("age-not-settled");
  return null;
}

export async function setRisk(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: { level: keyof typeof RISK; triggers: string[] },
  sealed: Buffer | null,
  id: string,
  hours: ResponseHours,
): Promise<{ respondBy: string | null }> {
  await seen(tx, caseId);
  const by = respondBy(hours, wish.level, new Date());
  await tx.rows(sql`insert into cases.risks (id, case_id, jurisdiction_id, level, set_by, respond_by, codes, sealed)
    select ${id}::uuid, c.id, c.jurisdiction_id, ${RISK[wish.level]}::smallint, ${actor.workerId}::uuid, ${by}::timestamptz, ${JSON.stringify({ triggers: wish.triggers })}::jsonb, ${sealed}
      from cases.cases c where c.id = ${caseId}::uuid`);
  await tx.rows(
    sql`update cases.cases set risk = ${RISK[wish.level]}::smallint, risk_set_at = now(), risk_respond_by = ${by}::timestamptz, version = version + 1 where id = ${caseId}::uuid`,
  );
  await addEvent(
    tx,
    actor,
    caseId,
    { kind: "risk-set", section: null, happenedAt: null, approx: null, fromPaper: false, corrects: null },
    null,
    randomUUID(),
    { level: wish.level },
  );
  await record(tx, "risk-set", caseId, undefined, { level: wish.level });
  return { respondBy: by };
}

export async function addPerson(
  tx: Tx,
  actor: Actor,
  caseId: string,
  id: string,
  wish: {
    role: keyof typeof ROLE;
    relation: string | null;
    relationClaimed: boolean;
    livesWith: boolean | null;
    sex: keyof typeof SEX;
    age: number | null;
  },
): Promise<void> {
  await seen(tx, caseId);
  await tx.rows(sql`insert into cases.people (id, case_id, jurisdiction_id, role, relation, relation_claimed, lives_with, section, sex, age, added_by)
    select ${id}::uuid, c.id, c.jurisdiction_id, ${ROLE[wish.role]}::smallint, ${wish.relation}, ${wish.relationClaimed}, ${wish.livesWith},
           ${wish.role === "suspect" ? 7 : null}::smallint, ${SEX[wish.sex]}::smallint, ${wish.age}::smallint, ${actor.workerId}::uuid
      from cases.cases c where c.id = ${caseId}::uuid`);
  await record(tx, "person-added", caseId, { kind: "person", id }, { role: wish.role });
}

/** Adds to the timeline. Happened and entered are two times; back-dating is an added entry that names the one it corrects. */
export async function addEvent(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: NewEvent,
  sealed: Buffer | null,
  id: string,
  codes: object = {},
): Promise<void> {
  if (
    wish.corrects !== null &&
    (await tx.maybe(
      sql`select id from cases.events where id = ${wish.corrects}::uuid and case_id = ${caseId}::uuid`,
    )) === null
  )
    throw new NotVisible();
  await tx.rows(sql`insert into cases.events (id, case_id, jurisdiction_id, section, kind, happened_at, happened_approx, recorded_by, recorded_agency, from_paper, corrects, codes, sealed)
    select ${id}::uuid, c.id, c.jurisdiction_id, ${wish.section}::smallint, ${wish.kind}, ${wish.happenedAt}::timestamptz, ${wish.approx}, ${actor.workerId}::uuid,
           ${actor.agencyId}::uuid, ${wish.fromPaper}, ${wish.corrects}::uuid, ${JSON.stringify(codes)}::jsonb, ${sealed}
      from cases.cases c where c.id = ${caseId}::uuid`);
  if (wish.stage !== undefined) {
    await tx.rows(sql`insert into cases.stages (case_id, jurisdiction_id, stage, reached_at, recorded_by)
      select c.id, c.jurisdiction_id, ${STAGES.indexOf(wish.stage) + 1}::smallint, coalesce(${wish.happenedAt}::timestamptz, now()), ${actor.workerId}::uuid
        from cases.cases c where c.id = ${caseId}::uuid`);
  }
}

/** The timeline of a case that was screened while it was only a report. */
export function screenedBefore(tx: Tx, actor: Actor, caseId: string, madeAt: string): Promise<void> {
  return addEvent(
    tx,
    actor,
    caseId,
    { kind: "screening-made", section: null, happenedAt: madeAt, approx: null, fromPaper: false, corrects: null },
    null,
    randomUUID(),
  );
}

export async function addNote(
  tx: Tx,
  actor: Actor,
  caseId: string,
  note: { id: string; section: number | null; kind: string; corrects: string | null; sealed: Buffer },
): Promise<void> {
  await tx.rows(sql`insert into cases.notes (id, case_id, jurisdiction_id, section, kind, written_by, written_agency, corrects, sealed)
    select ${note.id}::uuid, c.id, c.jurisdiction_id, ${note.section}::smallint, ${note.kind}, ${actor.workerId}::uuid, ${actor.agencyId}::uuid,
           ${note.corrects}::uuid, ${note.sealed}
      from cases.cases c where c.id = ${caseId}::uuid`);
}
