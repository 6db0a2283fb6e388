import { sql } from "kysely";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { Domain } from "../domains.ts";
import type { DONE_HOW, GOAL_OUTCOMES, LATE_REASONS, TASK_KINDS } from "./model.ts";

export interface GoalRow {
  id: string;
  domain: Domain;
  section: number | null;
  sealed: Buffer;
  made_at: string;
  review_on: string;
  ended_at: string | null;
  outcome: (typeof GOAL_OUTCOMES)[number] | null;
  version: number;
}

export interface TaskRow {
  id: string;
  goal_id: string | null;
  section: number | null;
  held: boolean;
  kind: (typeof TASK_KINDS)[number] | null;
  unit_id: string | null;
  unit: Record<string, string> | null;
  agency: Record<string, string> | null;
  from_home: boolean;
  worker_id: string | null;
  worker: Record<string, string> | null;
  due_at: string;
  made_at: string;
  done_at: string | null;
  done_how: (typeof DONE_HOW)[number] | null;
  late_reason: (typeof LATE_REASONS)[number] | null;
  version: number;
  sealed: Buffer | null;
}

/** A case's goals in the sections that the reader holds. */
export function goals(tx: Tx, caseId: string): Promise<GoalRow[]> {
  return tx.rows<GoalRow>(sql`
    select id, domain, section, sealed, made_at, review_on, ended_at, outcome, version from cases.goals
     where case_id = ${caseId}::uuid order by ended_at is not null, made_at limit 200`);
}

export function oneGoal(tx: Tx, caseId: string, id: string): Promise<GoalRow | null> {
  return tx.maybe<GoalRow>(sql`
    select id, domain, section, sealed, made_at, review_on, ended_at, outcome, version from cases.goals
     where case_id = ${caseId}::uuid and id = ${id}::uuid`);
}

export function tasks(tx: Tx, caseId: string): Promise<TaskRow[]> {
  return tx.rows<TaskRow>(sql`select * from cases.tasks_of(${caseId}::uuid)`);
}

export interface TaskFacts {
  id: string;
  section: number | null;
  owner_unit: string;
  owner_worker: string | null;
  due_at: string;
  done_at: string | null;
  done_how: string | null;
  late_reason: string | null;
  version: number;
}

/** One task for changing, or null where the reader does not hold its section. */
export function oneTask(tx: Tx, caseId: string, id: string): Promise<TaskFacts | null> {
  return tx.maybe<TaskFacts>(sql`
    select id, section, owner_unit, owner_worker, due_at, done_at, done_how, late_reason, version from cases.tasks
     where case_id = ${caseId}::uuid and id = ${id}::uuid`);
}

/** Open tasks under a goal. */
export async function openTasksOf(tx: Tx, goalId: string): Promise<number> {
  const { n } = await tx.one<{ n: number }>(
    sql`select count(*)::int as n from cases.tasks where goal_id = ${goalId}::uuid and done_at is null`,
  );
  return n;
}

/** Is the unit on the case, as far as the asker may know? */
export async function unitOnCase(tx: Tx, caseId: string, unitId: string): Promise<boolean> {
  const { yes } = await tx.one<{ yes: boolean }>(
    sql`select cases.unit_on_case(${caseId}::uuid, ${unitId}::uuid) as yes`,
  );
  return yes;
}

/** Does the worker sit in that unit now? Only of one's own agency: nobody names another house's people. */
export async function sitsIn(tx: Tx, workerId: string, unitId: string): Promise<boolean> {
  const { yes } = await tx.one<{ yes: boolean }>(sql`
    select exists (select from agencies.posting p join agencies.unit u on u.id = p.unit_id
      where p.worker_id = ${workerId}::uuid and p.unit_id = ${unitId}::uuid and p.during @> now()
        and u.agency_id = (select s.agency_id from access.actor_snapshot() s)) as yes`);
  return yes;
}

export interface ChangeRow {
  id: string;
  section: number | null;
  of_table: string;
  row_id: string;
  field: string;
  was: unknown;
  became: unknown;
  sealed: Buffer;
  changed_at: string;
  by: Record<string, string> | null;
}

/** Who changed what of the plan, newest first, in the sections that the reader holds. */
export function changes(tx: Tx, caseId: string): Promise<ChangeRow[]> {
  return tx.rows<ChangeRow>(sql`
    select c.id, c.section, c.of_table, c.row_id, c.field, c.was, c.became, c.sealed, c.changed_at, cases.writer_of(c.case_id, c.changed_by) as by
      from cases.changes c where c.case_id = ${caseId}::uuid and c.of_table in ('goals', 'tasks') order by c.changed_at desc, c.id desc limit 300`);
}

export interface MyTaskRow {
  id: string;
  case_id: string;
  ref: string;
  sex: number;
  age: number | null;
  age_basis: number;
  situation: string;
  district: string | null;
  section: number | null;
  held: boolean;
  kind: (typeof TASK_KINDS)[number] | null;
  due_at: string;
  made_at: string;
  whose: "me" | "unit" | "colleague";
  worker: Record<string, string> | null;
}

export function myTasks(tx: Tx, atMost: number): Promise<MyTaskRow[]> {
  return tx.rows<MyTaskRow>(sql`select * from cases.my_tasks(${atMost}::int)`);
}
