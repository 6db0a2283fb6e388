import { sql } from "kysely";
import type { Actor } from "../../../platform/http/act.ts";
import { NotVisible, type Refusal, refuse } from "../../../platform/http/problems.ts";
import { newVersion } from "../../../platform/http/versions.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import * as actions from "../actions.ts";
import { sectionOf } from "../domains.ts";
import { recordChange } from "../store.ts";
import type { GoalChange, NewGoal, NewTask, TaskChange, TaskEnd } from "./model.ts";
import { mayReviewOn, taskOutcome } from "./rules.ts";
import * as store from "./store.ts";

/** A reason as it was typed, sealed for the history row that it will stand in. */
export interface SealedReason {
  id: string;
  sealed: Buffer;
}

const today = () => new Date().toISOString().slice(0, 10);

/** Adds a goal in its domain's section. Whoever does not hold the section may write it and will not read it again. */
export async function addGoal(
  tx: Tx,
  actor: Actor,
  caseId: string,
  goal: NewGoal & { id: string; sealed: Buffer },
): Promise<{ id: string } | Refusal> {
  await actions.seen(tx, caseId);
  if (!mayReviewOn(goal.reviewOn, today())) return refuse("review-day");
  await tx.rows(sql`insert into cases.goals (id, case_id, jurisdiction_id, domain, section, sealed, made_by, review_on)
    select ${goal.id}::uuid, c.id, c.jurisdiction_id, ${goal.domain}, ${sectionOf(goal.domain)}::smallint, ${goal.sealed}, ${actor.workerId}::uuid,
           ${goal.reviewOn}::date from cases.cases c where c.id = ${caseId}::uuid`);
  await actions.record(tx, "goal-added", caseId, { kind: "goal", id: goal.id }, { domain: goal.domain });
  return { id: goal.id };
}

/** Changes a goal's words or its day of review; the old words stay sealed in the history. */
export async function changeGoal(
  tx: Tx,
  actor: Actor,
  caseId: string,
  goalId: string,
  change: GoalChange,
  seenVersion: number,
  sealed: { text: Buffer | null; reasons: Record<"text" | "reviewOn", SealedReason> },
): Promise<{ version: number } | Refusal> {
  const before = await openGoal(tx, caseId, goalId, seenVersion);
  if ("allowed" in before) return before;
  if (change.reviewOn !== undefined && !mayReviewOn(change.reviewOn, today())) return refuse("review-day");
  const version = await newVersion(
    tx,
    sql`
    update cases.goals set version = version + 1, sealed = coalesce(${sealed.text}::bytea, sealed),
           review_on = coalesce(${change.reviewOn ?? null}::date, review_on) where id = ${goalId}::uuid and version = ${seenVersion} returning version`,
  );
  const note = (field: "text" | "reviewOn", was: unknown, became: unknown) =>
    recordChange(tx, {
      id: sealed.reasons[field].id,
      caseId,
      table: "goals",
      row: goalId,
      section: before.section,
      field,
      was,
      became,
      reason: sealed.reasons[field].sealed,
      by: actor.workerId,
    });
  if (sealed.text !== null) await note("text", { sealed: before.sealed.toString("base64") }, null);
  if (change.reviewOn !== undefined) await note("reviewOn", before.review_on, change.reviewOn);
  await actions.record(
    tx,
    "goal-changed",
    caseId,
    { kind: "goal", id: goalId },
    { fields: Object.keys(change).filter((field) => field !== "reason") },
  );
  return { version };
}

/** Ends a goal with what came of it. Its open tasks are answered first: none is dropped in silence. */
export async function endGoal(
  tx: Tx,
  actor: Actor,
  caseId: string,
  goalId: string,
  outcome: string,
  seenVersion: number,
  reason: SealedReason,
): Promise<{ version: number } | Refusal> {
  const before = await openGoal(tx, caseId, goalId, seenVersion);
  if ("allowed" in before) return before;
  if ((await store.openTasksOf(tx, goalId)) > 0) return refuse("goal-open-tasks");
  const version = await newVersion(
    tx,
    sql`update cases.goals set version = version + 1, ended_at = now(), outcome = ${outcome} where id = ${goalId}::uuid and version = ${seenVersion} returning version`,
  );
  await recordChange(tx, {
    id: reason.id,
    caseId,
    table: "goals",
    row: goalId,
    section: before.section,
    field: "outcome",
    was: null,
    became: outcome,
    reason: reason.sealed,
    by: actor.workerId,
  });
  await actions.record(tx, "goal-ended", caseId, { kind: "goal", id: goalId }, { outcome });
  return { version };
}

async function openGoal(tx: Tx, caseId: string, goalId: string, seenVersion: number): Promise<store.GoalRow | Refusal> {
  await actions.seen(tx, caseId);
  const goal = await store.oneGoal(tx, caseId, goalId);
  if (goal === null) throw new NotVisible();
  if (goal.version !== seenVersion) return refuse("changed-since");
  return goal.ended_at === null ? goal : refuse("goal-ended");
}

/** Gives a unit something to do by a time. A task under a goal stands in the goal's section, whatever else was asked. */
export async function addTask(
  tx: Tx,
  actor: Actor,
  caseId: string,
  task: NewTask & { id: string; sealed: Buffer; section: number | null },
): Promise<{ id: string } | Refusal> {
  await actions.seen(tx, caseId);
  const wrong = await mayOwn(tx, actor, caseId, task.unitId, task.workerId);
  if (wrong) return wrong;
  if (task.goalId !== null) {
    const goal = await store.oneGoal(tx, caseId, task.goalId);
    if (goal === null || goal.section !== task.section) throw new NotVisible();
    if (goal.ended_at !== null) return refuse("goal-ended");
  }
  await tx.rows(sql`insert into cases.tasks (id, case_id, goal_id, jurisdiction_id, section, kind, owner_unit, owner_worker, due_at, sealed, made_by)
    select ${task.id}::uuid, c.id, ${task.goalId}::uuid, c.jurisdiction_id, ${task.section}::smallint, ${task.kind}, ${task.unitId}::uuid,
           ${task.workerId}::uuid, ${task.dueAt}::timestamptz, ${task.sealed}, ${actor.workerId}::uuid from cases.cases c where c.id = ${caseId}::uuid`);
  await actions.record(
    tx,
    "task-added",
    caseId,
    { kind: "task", id: task.id },
    { kind: task.kind, unit: task.unitId, dueAt: task.dueAt },
  );
  return { id: task.id };
}

/** A unit may own a task if it is on the case; a worker is named only within one's own agency, and in the chair they sit in now. */
async function mayOwn(
  tx: Tx,
  actor: Actor,
  caseId: string,
  unitId: string,
  workerId: string | null,
): Promise<Refusal | null> {
  if (unitId !== actor.unitId && !(await store.unitOnCase(tx, caseId, unitId))) return refuse("unit-not-on-case");
  if (workerId !== null && !(await store.sitsIn(tx, workerId, unitId))) return refuse("worker-not-in-unit");
  return null;
}

/** Moves a task to another unit, worker or time; each field that changed is a line in the history, under one reason. */
export async function changeTask(
  tx: Tx,
  actor: Actor,
  caseId: string,
  taskId: string,
  change: TaskChange,
  seenVersion: number,
  reasons: Record<"unitId" | "workerId" | "dueAt", SealedReason>,
): Promise<{ version: number } | Refusal> {
  const before = await heldTask(tx, caseId, taskId, seenVersion);
  if ("allowed" in before) return before;
  if (before.done_at !== null) return refuse("task-done");
  const unitId = change.unitId ?? before.owner_unit;
  // Another unit gets the task, not the person who had it there.
  const workerId =
    change.workerId !== undefined ? change.workerId : unitId === before.owner_unit ? before.owner_worker : null;
  const named = change.workerId === undefined ? null : change.workerId;
  if (change.unitId !== undefined || named !== null) {
    const wrong = await mayOwn(tx, actor, caseId, unitId, named);
    if (wrong) return wrong;
  }
  const dueAt = new Date(change.dueAt ?? before.due_at).toISOString();
  const version = await newVersion(
    tx,
    sql`
    update cases.tasks set version = version + 1, owner_unit = ${unitId}::uuid, owner_worker = ${workerId}::uuid, due_at = ${dueAt}::timestamptz
     where id = ${taskId}::uuid and version = ${seenVersion} returning version`,
  );
  const lines = [
    ["unitId", before.owner_unit, unitId],
    ["workerId", before.owner_worker, workerId],
    ["dueAt", new Date(before.due_at).toISOString(), dueAt],
  ] as const;
  for (const [field, was, became] of lines) {
    if (was === became) continue;
    await recordChange(tx, {
      id: reasons[field].id,
      caseId,
      table: "tasks",
      row: taskId,
      section: before.section,
      field,
      was,
      became,
      reason: reasons[field].sealed,
      by: actor.workerId,
    });
  }
  await actions.record(
    tx,
    "task-changed",
    caseId,
    { kind: "task", id: taskId },
    { fields: lines.filter(([, was, became]) => was !== became).map(([field]) => field) },
  );
  return { version };
}

/** Answers a task: done, done late with its reason, tried, or no longer needed. */
export async function endTask(
  tx: Tx,
  actor: Actor,
  caseId: string,
  taskId: string,
  wish: TaskEnd,
  seenVersion: number,
  note: SealedReason | null,
): Promise<{ version: number; how: string } | Refusal> {
  const before = await heldTask(tx, caseId, taskId, seenVersion);
  if ("allowed" in before) return before;
  if (before.done_at !== null) return refuse("task-done");
  const now = Date.now();
  const doneAt = wish.doneAt === undefined ? now : Date.parse(wish.doneAt);
  const outcome = taskOutcome(wish, { doneAt, dueAt: Date.parse(before.due_at), now });
  if (!outcome.allowed) return refuse(outcome.code);
  const version = await newVersion(
    tx,
    sql`
    update cases.tasks set version = version + 1, done_at = ${new Date(doneAt).toISOString()}::timestamptz, done_by = ${actor.workerId}::uuid,
           done_how = ${outcome.how}, late_reason = ${outcome.late ? wish.lateReason : null} where id = ${taskId}::uuid and version = ${seenVersion} returning version`,
  );
  if (note !== null)
    await recordChange(tx, {
      id: note.id,
      caseId,
      table: "tasks",
      row: taskId,
      section: before.section,
      field: "outcome",
      was: null,
      became: outcome.how,
      reason: note.sealed,
      by: actor.workerId,
    });
  await actions.record(
    tx,
    "task-done",
    caseId,
    { kind: "task", id: taskId },
    { how: outcome.how, lateReason: outcome.late ? wish.lateReason : null },
  );
  return { version, how: outcome.how };
}

/** Takes an answer back: a slip of the finger at night. That it was taken back stays in the history. */
export async function reopenTask(
  tx: Tx,
  actor: Actor,
  caseId: string,
  taskId: string,
  seenVersion: number,
  reason: SealedReason,
): Promise<{ version: number } | Refusal> {
  const before = await heldTask(tx, caseId, taskId, seenVersion);
  if ("allowed" in before) return before;
  if (before.done_at === null) return refuse("task-open");
  const version = await newVersion(
    tx,
    sql`
    update cases.tasks set version = version + 1, done_at = null, done_by = null, done_how = null, late_reason = null
     where id = ${taskId}::uuid and version = ${seenVersion} returning version`,
  );
  await recordChange(tx, {
    id: reason.id,
    caseId,
    table: "tasks",
    row: taskId,
    section: before.section,
    field: "outcome",
    was: before.done_how,
    became: null,
    reason: reason.sealed,
    by: actor.workerId,
  });
  await actions.record(tx, "task-reopened", caseId, { kind: "task", id: taskId });
  return { version };
}

async function heldTask(
  tx: Tx,
  caseId: string,
  taskId: string,
  seenVersion: number,
): Promise<store.TaskFacts | Refusal> {
  await actions.seen(tx, caseId);
  const task = await store.oneTask(tx, caseId, taskId);
  if (task === null) throw new NotVisible();
  return task.version === seenVersion ? task : refuse("changed-since");
}
