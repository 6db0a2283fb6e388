import type { FastifyRequest } from "fastify";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, type Refusal } from "../../../platform/http/problems.ts";
import type { VaultClient } from "../../identities/index.ts";
import { openTexts } from "../narrative.ts";
import { viewed } from "../viewing.ts";
import type { Change, Plan } from "./model.ts";
import * as store from "./store.ts";

interface House {
  acting: Acting;
  vault: VaultClient;
}

/** The plan as this reader may read it; that the case was looked at stands in the log before a word is opened. */
export async function readPlan(
  { acting, vault }: House,
  request: FastifyRequest,
  caseId: string,
): Promise<Plan | Refusal> {
  const read = await acting.act(
    request,
    { verb: "case-viewed", subject: { kind: "case", id: caseId }, caseId },
    async (tx) => {
      const facts = await viewed(tx, caseId);
      return { facts, goals: await store.goals(tx, caseId), tasks: await store.tasks(tx, caseId) };
    },
  );
  if (isRefusal(read)) return read;
  const texts = await openTexts(vault, tokenOf(request), caseId, [
    ...read.goals.map((goal) => ({
      table: "cases.goals",
      column: "sealed",
      row: goal.id,
      section: goal.section,
      sealed: goal.sealed,
    })),
    ...read.tasks.map((task) => ({
      table: "cases.tasks",
      column: "sealed",
      row: task.id,
      section: task.section,
      sealed: task.sealed,
    })),
  ]);
  return {
    ref: read.facts.ref,
    isOpen: read.facts.is_open,
    goals: read.goals.map((goal, i) => ({
      id: goal.id,
      domain: goal.domain,
      section: goal.section,
      text: texts[i] ?? null,
      madeAt: goal.made_at,
      reviewOn: goal.review_on,
      endedAt: goal.ended_at,
      outcome: goal.outcome,
      version: goal.version,
    })),
    tasks: read.tasks.map((task, i) => ({
      id: task.id,
      goalId: task.goal_id,
      section: task.section,
      held: task.held,
      kind: task.kind,
      text: texts[read.goals.length + i] ?? null,
      unitId: task.unit_id,
      unit: task.unit,
      agency: task.agency,
      fromHome: task.from_home,
      workerId: task.worker_id,
      worker: task.worker,
      dueAt: task.due_at,
      madeAt: task.made_at,
      doneAt: task.done_at,
      doneHow: task.done_how,
      lateReason: task.late_reason,
      version: task.version,
    })),
  };
}

/** Who changed what of the plan from what, and why. */
export async function readHistory(
  { acting, vault }: House,
  request: FastifyRequest,
  caseId: string,
): Promise<Change[] | Refusal> {
  const rows = await acting.act(
    request,
    { verb: "case-viewed", subject: { kind: "case", id: caseId }, caseId },
    async (tx) => {
      await viewed(tx, caseId);
      return store.changes(tx, caseId);
    },
  );
  if (isRefusal(rows)) return rows;
  const texts = await openTexts(vault, tokenOf(request), caseId, [
    ...rows.map((row) => ({
      table: "cases.changes",
      column: "sealed",
      row: row.id,
      section: row.section,
      sealed: row.sealed,
    })),
    ...rows.map((row) => ({
      table: "cases.goals",
      column: "sealed",
      row: row.row_id,
      section: row.section,
      sealed: oldWords(row.was),
    })),
  ]);
  return rows.map((row, i) => ({
    id: row.id,
    of: row.of_table === "goals" ? ("goal" as const) : ("task" as const),
    rowId: row.row_id,
    field: row.field,
    was: oldWords(row.was) === null ? row.was : null,
    became: row.became,
    wasText: texts[rows.length + i] ?? null,
    reason: texts[i] ?? null,
    at: row.changed_at,
    by: row.by,
  }));
}

/** Changed words lie in the history as they were sealed. */
function oldWords(was: unknown): Buffer | null {
  return typeof was === "object" && was !== null && "sealed" in was && typeof was.sealed === "string"
    ? Buffer.from(was.sealed, "base64")
    : null;
}
