import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Answers, type NationalOffence, nextQuestion } from "../../../engines/screening/index.ts";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, NotVisible, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as actions from "../actions.ts";
import { openTexts, sealText } from "../narrative.ts";
import { advised } from "./advice.ts";
import { GivenAnswers, KeptAdvice, NewDecision, NewScreening, ScreeningView } from "./model.ts";
import { readNotes, writtenNotes } from "./notes.ts";
import { type Row, screeningsOf } from "./store.ts";

const Id = z.object({ id: z.uuid() });

/** Screening a case: advises, never decides; made again later, both are kept; a "no" for a child needs a second person of the agency. */
export function registerScreenings(
  app: Web,
  { acting, vault, offences }: { acting: Acting; vault: VaultClient; offences: readonly NationalOffence[] },
): void {
  // What the answers say so far, and what to ask next. Nothing is stored: the sheet works while it is filled.
  app.post(
    "/api/screening-advice",
    {
      schema: {
        body: z.object({ answers: GivenAnswers }),
        response: { 200: z.object({ advice: KeptAdvice, next: z.unknown() }) },
      },
      config: { audience: "staff", verb: null, action: "screening.make" },
    },
    async (request, reply) => {
      await acting.look(request, async () => undefined);
      const answers = request.body.answers as Answers;
      const advice = advised(request.body.answers, offences);
      return isRefusal(advice)
        ? sendRefusal(request, reply, advice)
        : reply.send({ advice: { ...advice }, next: nextQuestion(answers) });
    },
  );

  app.post(
    "/api/cases/:id/screenings",
    {
      schema: {
        params: Id,
        body: NewScreening,
        response: { 201: z.object({ id: z.uuid(), advice: KeptAdvice }) },
      },
      config: { audience: "staff", verb: "screening-made", action: "screening.make" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const notes = writtenNotes(request.body);
      const sealed =
        notes === null
          ? null
          : await sealText(vault, tokenOf(request), id, {
              table: "cases.screenings",
              column: "sealed",
              row,
              section: null,
              text: notes,
            });
      const result = await acting.act(
        request,
        { verb: "screening-made", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx, actor) => {
          await actions.seen(tx, id);
          const advice = advised(request.body.answers, offences);
          if (isRefusal(advice)) return advice;
          await tx.rows(sql`insert into cases.screenings (id, case_id, jurisdiction_id, made_by, made_agency, rules, answers, advice, sealed)
        select ${row}::uuid, c.id, c.jurisdiction_id, ${actor.workerId}::uuid, ${actor.agencyId}::uuid, ${JSON.stringify(advice.freeze)}::jsonb,
               ${JSON.stringify(request.body.answers)}::jsonb, ${JSON.stringify(advice)}::jsonb, ${sealed} from cases.cases c where c.id = ${id}::uuid`);
          await actions.addEvent(
            tx,
            actor,
            id,
            { kind: "screening-made", section: null, happenedAt: null, approx: null, fromPaper: false, corrects: null },
            null,
            randomUUID(),
          );
          await actions.record(tx, "screening-made", id, { kind: "screening", id: row });
          return { id: row, advice: { ...advice } };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/cases/:id/screenings",
    {
      schema: { params: Id, response: { 200: z.object({ screenings: z.array(ScreeningView) }) } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const rows = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => {
          await actions.seen(tx, id);
          await tx.rows(sql`select log.record_view('case-viewed', 'case', ${id}::uuid, ${id}::uuid)`);
          return screeningsOf(tx, id);
        },
      );
      if (isRefusal(rows)) return sendRefusal(request, reply, rows);
      const texts = await openTexts(
        vault,
        tokenOf(request),
        id,
        rows.flatMap((s) => [
          { table: "cases.screenings", column: "sealed", row: s.id, section: null, sealed: s.sealed },
          { table: "cases.screenings", column: "decision_sealed", row: s.id, section: null, sealed: s.decision_sealed },
        ]),
      );
      return reply.send({
        screenings: rows.map((row, i) => shown(row, texts[2 * i] ?? null, texts[2 * i + 1] ?? null)),
      });
    },
  );

  app.put(
    "/api/cases/:id/screenings/:screening/decision",
    {
      schema: {
        params: z.object({ id: z.uuid(), screening: z.uuid() }),
        body: NewDecision,
        response: { 200: z.object({ countersignatureNeeded: z.boolean() }) },
      },
      config: { audience: "staff", verb: "screening-decided", action: "screening.decide" },
    },
    async (request, reply) => {
      const { id, screening } = request.params;
      const b = request.body;
      const sealed = await sealText(vault, tokenOf(request), id, {
        table: "cases.screenings",
        column: "decision_sealed",
        row: screening,
        section: null,
        text: b.reason,
      });
      const result = await acting.act(
        request,
        { verb: "screening-decided", subject: { kind: "screening", id: screening }, caseId: id },
        async (tx, actor) => {
          const facts = await actions.seen(tx, id);
          const done =
            await tx.maybe(sql`update cases.screenings set decision = ${b.decision}, decided_by = ${actor.workerId}::uuid, decided_agency = ${actor.agencyId}::uuid, decided_at = now(), decision_sealed = ${sealed}, review_on = ${b.reviewOn}::date
        where id = ${screening}::uuid and case_id = ${id}::uuid and decision is null returning id`);
          if (done === null) throw new NotVisible();
          await actions.record(
            tx,
            "screening-decided",
            id,
            { kind: "screening", id: screening },
            { decision: b.decision },
          );
          return { countersignatureNeeded: b.decision === "not-trafficking" && facts.is_child !== 0 };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );

  app.put(
    "/api/cases/:id/screenings/:screening/countersignature",
    {
      schema: { params: z.object({ id: z.uuid(), screening: z.uuid() }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "screening-countersigned", action: "screening.decide" },
    },
    async (request, reply) => {
      const { id, screening } = request.params;
      const result = await acting.act(
        request,
        { verb: "screening-countersigned", subject: { kind: "screening", id: screening }, caseId: id, status: 204 },
        async (tx, actor) => {
          await actions.seen(tx, id);
          // Another person than who decided: the row says who that was.
          const done =
            await tx.maybe(sql`update cases.screenings set countersigned_by = ${actor.workerId}::uuid, countersigned_agency = ${actor.agencyId}::uuid, countersigned_at = now()
        where id = ${screening}::uuid and case_id = ${id}::uuid and decision is not null and decided_by <> ${actor.workerId}::uuid and countersigned_at is null returning id`);
          if (done === null) throw new NotVisible();
          await actions.record(tx, "screening-countersigned", id, { kind: "screening", id: screening });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}

function shown(row: Row, notes: string | null, reason: string | null): ScreeningView {
  return {
    id: row.id,
    madeAt: row.made_at,
    agency: row.agency,
    madeBy: row.made_by_names,
    rules: row.rules,
    answers: row.answers,
    advice: row.advice,
    ...readNotes(notes),
    onReport: row.on_report,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_names,
    decidedByMe: row.decided_by_me === true,
    reason,
    countersigned: row.countersigned_at !== null,
    countersignedAt: row.countersigned_at,
    countersignedBy: row.countersigned_by_names,
    countersignatureNeeded: row.decision === "not-trafficking" && row.is_child !== 0 && row.countersigned_at === null,
    reviewOn: row.review_on,
  };
}
