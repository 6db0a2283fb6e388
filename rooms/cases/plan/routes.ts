import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { declareProblems, isRefusal, type Refusal, sendProblem, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import { seenVersion } from "../../../platform/http/versions.ts";
import type { VaultClient } from "../../identities/index.ts";
import { sectionOf } from "../domains.ts";
import { AGE_BASIS, SEX, wordOf } from "../model.ts";
import { sealText } from "../narrative.ts";
import * as actions from "./actions.ts";
import { Change, GoalChange, GoalEnd, MyTask, NewGoal, NewTask, Plan, TaskChange, TaskEnd } from "./model.ts";
import { readHistory, readPlan } from "./reading.ts";
import * as store from "./store.ts";

declareProblems("cases", {
  "review-day": 422,
  "goal-open-tasks": 409,
  "goal-ended": 409,
  "task-done": 409,
  "task-open": 409,
  "late-reason-missing": 422,
  "done-in-future": 422,
  "unit-not-on-case": 422,
  "worker-not-in-unit": 422,
});

const Id = z.object({ id: z.uuid() });
const GoalId = z.object({ id: z.uuid(), goal: z.uuid() });
const TaskId = z.object({ id: z.uuid(), task: z.uuid() });
const Version = z.object({ version: z.int() });

/** The care plan: goals by domain with a day of review, tasks with an owner and a time, and who changed what of them. */
export function registerPlan(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  const seal = (request: FastifyRequest, caseId: string, table: string, section: number | null, text: string) =>
    sealFor(vault, request, caseId, table, section, text);

  /** 412 with what stands there now, so that a person can decide between the two. */
  async function changedSince(
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    caseId: string,
    pick: (plan: Plan) => unknown,
  ): Promise<FastifyReply> {
    if (refusal.code !== "changed-since") return sendRefusal(request, reply, refusal);
    const plan = await readPlan({ acting, vault }, request, caseId);
    return isRefusal(plan)
      ? sendRefusal(request, reply, plan)
      : sendProblem(request, reply, "changed-since", { current: pick(plan) ?? null });
  }

  app.get(
    "/api/cases/:id/plan",
    {
      schema: { params: Id, response: { 200: Plan } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const plan = await readPlan({ acting, vault }, request, request.params.id);
      return isRefusal(plan) ? sendRefusal(request, reply, plan) : reply.send(plan);
    },
  );

  app.get(
    "/api/cases/:id/plan/history",
    {
      schema: { params: Id, response: { 200: z.object({ changes: z.array(Change) }) } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const changes = await readHistory({ acting, vault }, request, request.params.id);
      return isRefusal(changes) ? sendRefusal(request, reply, changes) : reply.send({ changes });
    },
  );

  app.post(
    "/api/cases/:id/goals",
    {
      schema: { params: Id, body: NewGoal, response: { 201: Id } },
      config: { audience: "staff", verb: "goal-added", action: "case.plan" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const goal = await seal(request, id, "cases.goals", sectionOf(request.body.domain), request.body.text);
      const result = await acting.act(
        request,
        { verb: "goal-added", subject: { kind: "case", id }, caseId: id, status: 201 },
        (tx, actor) => actions.addGoal(tx, actor, id, { ...request.body, ...goal }),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.patch(
    "/api/cases/:id/goals/:goal",
    {
      schema: { params: GoalId, body: GoalChange, response: { 200: Version } },
      config: { audience: "staff", verb: "goal-changed", action: "case.plan" },
    },
    async (request, reply) => {
      const { id, goal } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const doing = { verb: "goal-changed", subject: { kind: "goal", id: goal }, caseId: id };
      const section = await goalSection(request, id, goal);
      const { text, reason } = request.body;
      const words = text === undefined ? null : await sealRow(request, id, "cases.goals", goal, section, text);
      const [forText, forDay] = [
        await seal(request, id, "cases.changes", section, reason),
        await seal(request, id, "cases.changes", section, reason),
      ];
      const result = await acting.act(request, doing, (tx, actor) =>
        actions.changeGoal(tx, actor, id, goal, request.body, seen, {
          text: words,
          reasons: { text: forText, reviewOn: forDay },
        }),
      );
      if (isRefusal(result))
        return changedSince(request, reply, result, id, (plan) => plan.goals.find((one) => one.id === goal));
      return reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.put(
    "/api/cases/:id/goals/:goal/outcome",
    {
      schema: { params: GoalId, body: GoalEnd, response: { 200: Version } },
      config: { audience: "staff", verb: "goal-ended", action: "case.plan" },
    },
    async (request, reply) => {
      const { id, goal } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const section = await goalSection(request, id, goal);
      const reason = await seal(request, id, "cases.changes", section, request.body.reason);
      const result = await acting.act(
        request,
        { verb: "goal-ended", subject: { kind: "goal", id: goal }, caseId: id },
        (tx, actor) => actions.endGoal(tx, actor, id, goal, request.body.outcome, seen, reason),
      );
      if (isRefusal(result))
        return changedSince(request, reply, result, id, (plan) => plan.goals.find((one) => one.id === goal));
      return reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.post(
    "/api/cases/:id/tasks",
    {
      schema: { params: Id, body: NewTask, response: { 201: Id } },
      config: { audience: "staff", verb: "task-added", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const doing = { verb: "task-added", subject: { kind: "case", id }, caseId: id, status: 201 };
      const { goalId, domain } = request.body;
      // A goal that is not there gives the same as none; the act then says so.
      const section =
        goalId === null ? (domain === null ? null : sectionOf(domain)) : await goalSection(request, id, goalId);
      const words = await seal(request, id, "cases.tasks", section, request.body.text);
      const result = await acting.act(request, doing, (tx, actor) =>
        actions.addTask(tx, actor, id, { ...request.body, ...words, section }),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.patch(
    "/api/cases/:id/tasks/:task",
    {
      schema: { params: TaskId, body: TaskChange, response: { 200: Version } },
      config: { audience: "staff", verb: "task-changed", action: "case.write" },
    },
    async (request, reply) => {
      const { id, task } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const section = await taskSection(request, id, task);
      const line = () => seal(request, id, "cases.changes", section, request.body.reason);
      const reasons = { unitId: await line(), workerId: await line(), dueAt: await line() };
      const result = await acting.act(
        request,
        { verb: "task-changed", subject: { kind: "task", id: task }, caseId: id },
        (tx, actor) => actions.changeTask(tx, actor, id, task, request.body, seen, reasons),
      );
      if (isRefusal(result))
        return changedSince(request, reply, result, id, (plan) => plan.tasks.find((one) => one.id === task));
      return reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.put(
    "/api/cases/:id/tasks/:task/outcome",
    {
      schema: {
        params: TaskId,
        body: TaskEnd,
        response: { 200: Version.extend({ how: z.string() }) },
      },
      config: { audience: "staff", verb: "task-done", action: "case.write" },
    },
    async (request, reply) => {
      const { id, task } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const section = await taskSection(request, id, task);
      const { note } = request.body;
      const words = note === "" ? null : await seal(request, id, "cases.changes", section, note);
      const result = await acting.act(
        request,
        { verb: "task-done", subject: { kind: "task", id: task }, caseId: id },
        (tx, actor) => actions.endTask(tx, actor, id, task, request.body, seen, words),
      );
      if (isRefusal(result))
        return changedSince(request, reply, result, id, (plan) => plan.tasks.find((one) => one.id === task));
      return reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.delete(
    "/api/cases/:id/tasks/:task/outcome",
    {
      schema: {
        params: TaskId,
        body: z.object({ reason: z.string().trim().min(3).max(2000) }),
        response: { 200: Version },
      },
      config: { audience: "staff", verb: "task-reopened", action: "case.write" },
    },
    async (request, reply) => {
      const { id, task } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const section = await taskSection(request, id, task);
      const reason = await seal(request, id, "cases.changes", section, request.body.reason);
      const result = await acting.act(
        request,
        { verb: "task-reopened", subject: { kind: "task", id: task }, caseId: id },
        (tx, actor) => actions.reopenTask(tx, actor, id, task, seen, reason),
      );
      if (isRefusal(result))
        return changedSince(request, reply, result, id, (plan) => plan.tasks.find((one) => one.id === task));
      return reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.get(
    "/api/tasks",
    {
      schema: {
        querystring: z.object({ atMost: z.coerce.number().int().min(1).max(200).default(100) }),
        response: { 200: z.object({ tasks: z.array(MyTask) }) },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => {
        void tx.rows(sql`select log.record_list('tasks-listed')`);
        return store.myTasks(tx, request.query.atMost);
      });
      return {
        tasks: rows.map((row) => ({
          id: row.id,
          caseId: row.case_id,
          ref: row.ref,
          sex: wordOf(SEX, row.sex),
          age: row.age,
          ageBasis: wordOf(AGE_BASIS, row.age_basis),
          situation: row.situation,
          district: row.district,
          section: row.section,
          held: row.held,
          kind: row.kind,
          dueAt: row.due_at,
          madeAt: row.made_at,
          whose: row.whose,
          worker: row.worker,
        })),
      };
    },
  );

  /** The section of a goal or task that the actor holds, before its words are sealed; null also for what is not there, which the act then says. */
  const goalSection = (request: FastifyRequest, caseId: string, id: string) =>
    acting.look(request, (tx) => store.oneGoal(tx, caseId, id)).then((goal) => goal?.section ?? null);
  const taskSection = (request: FastifyRequest, caseId: string, id: string) =>
    acting.look(request, (tx) => store.oneTask(tx, caseId, id)).then((task) => task?.section ?? null);
  const sealRow = (
    request: FastifyRequest,
    caseId: string,
    table: string,
    row: string,
    section: number | null,
    text: string,
  ) => sealText(vault, tokenOf(request), caseId, { table, column: "sealed", row, section, text });
}

async function sealFor(
  vault: VaultClient,
  request: FastifyRequest,
  caseId: string,
  table: string,
  section: number | null,
  text: string,
): Promise<{ id: string; sealed: Buffer }> {
  const id = randomUUID();
  return {
    id,
    sealed: await sealText(vault, tokenOf(request), caseId, { table, column: "sealed", row: id, section, text }),
  };
}
