import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { NationalOffence } from "../../engines/screening/index.ts";
import { type Acting, tokenOf } from "../../platform/http/act.ts";
import { isRefusal, NotVisible, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import {
  advised,
  NewDecision,
  NewScreening,
  ReportScreeningView,
  readNotes,
  sealText,
  writtenNotes,
} from "../cases/index.ts";
import type { VaultClient } from "../identities/index.ts";
import { STATUS } from "./model.ts";
import { history, record, seen } from "./recording.ts";
import { openNotes, SCREENING_BOX, sealIntake } from "./sealing.ts";

const Id = z.object({ id: z.uuid() });
const OfScreening = Id.extend({ screening: z.uuid() });

/**
 * Screening a report before there is a case: it advises, a named worker decides with a reason; made again later, both are kept; a "no" for a child
 * needs a second person. When a case is opened, all of it goes along.
 */
export function registerReportScreenings(
  app: Web,
  house: { acting: Acting; vault: VaultClient; intakeKey: Uint8Array; offences: readonly NationalOffence[] },
): void {
  const { acting, vault, intakeKey, offences } = house;

  app.post(
    "/api/reports/:id/screenings",
    {
      schema: {
        params: Id,
        body: NewScreening,
        response: { 201: z.object({ id: z.uuid(), advice: z.record(z.string(), z.unknown()) }) },
      },
      config: { audience: "staff", verb: "screening-made", action: "screening.make" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const notes = writtenNotes(request.body);
      const result = await acting.act(
        request,
        { verb: "screening-made", subject: { kind: "report", id }, status: 201 },
        async (tx, actor) => {
          const facts = await seen(tx, id);
          // From then on the case is screened: a screening here would be read by nobody.
          if (!open(facts)) return refuse("report-not-open");
          const advice = advised(request.body.answers, offences);
          if (isRefusal(advice)) return advice;
          await tx.rows(sql`insert into reports.screenings (id, report_id, jurisdiction_id, made_by, made_agency, rules, answers, advice, sealed)
            select ${row}::uuid, r.id, r.jurisdiction_id, ${actor.workerId}::uuid, ${actor.agencyId}::uuid, ${JSON.stringify(advice.freeze)}::jsonb,
                   ${JSON.stringify(request.body.answers)}::jsonb, ${JSON.stringify(advice)}::jsonb,
                   ${notes === null ? null : sealIntake(intakeKey, SCREENING_BOX, notes)} from reports.reports r where r.id = ${id}::uuid`);
          await history(tx, id, actor.workerId, "screened", {});
          await record(tx, "screening-made", id, {});
          return { id: row, advice: { ...advice } };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/reports/:id/screenings",
    {
      schema: { params: Id, response: { 200: z.object({ screenings: z.array(ReportScreeningView) }) } },
      config: { audience: "staff", verb: "report-viewed", action: "report.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const rows = await acting.act(request, { verb: "report-viewed", subject: { kind: "report", id } }, async (tx) => {
        await seen(tx, id);
        await tx.rows(sql`select log.record_view('report-viewed', 'report', ${id}::uuid, null)`);
        return tx.rows<Row>(sql`
          select s.id, s.made_at, a.names as agency, w.names as made_by, s.rules, s.answers, s.advice, s.sealed, s.decision, s.decided_at, d.names as decided_by,
                 s.decided_by = access.actor() as decided_by_me, s.decision_sealed, s.review_on, s.countersigned_at, o.names as countersigned_by
            from reports.screenings s join agencies.agency a on a.id = s.made_agency left join agencies.worker w on w.id = s.made_by
            left join agencies.worker d on d.id = s.decided_by left join agencies.worker o on o.id = s.countersigned_by
           where s.report_id = ${id}::uuid order by s.made_at desc, s.id desc limit 50`);
      });
      if (isRefusal(rows)) return sendRefusal(request, reply, rows);
      const notes = await openNotes(
        vault,
        tokenOf(request),
        id,
        rows.flatMap((row) => [row.sealed, row.decision_sealed]),
      );
      return reply.send({
        screenings: rows.map((row, i) => shown(row, notes[2 * i] ?? null, notes[2 * i + 1] ?? null)),
      });
    },
  );

  app.put(
    "/api/reports/:id/screenings/:screening/decision",
    {
      schema: {
        params: OfScreening,
        body: NewDecision,
        response: { 200: z.object({ countersignatureNeeded: z.boolean() }) },
      },
      config: { audience: "staff", verb: "screening-decided", action: "screening.decide" },
    },
    async (request, reply) => {
      const { id, screening } = request.params;
      const { decision, reason, reviewOn } = request.body;
      const sealed = sealIntake(intakeKey, SCREENING_BOX, JSON.stringify({ reason } satisfies z.infer<typeof Reason>));
      const doing = { verb: "screening-decided", subject: { kind: "screening", id: screening } };
      const result = await acting.act(request, doing, async (tx, actor) => {
        const facts = await seen(tx, id);
        if (!open(facts)) return refuse("report-not-open");
        const done = await tx.maybe<{ advice: Record<string, unknown> }>(sql`
          update reports.screenings set decision = ${decision}, decided_by = ${actor.workerId}::uuid, decided_agency = ${actor.agencyId}::uuid, decided_at = now(),
                 decision_sealed = ${sealed}, review_on = ${reviewOn}::date
           where id = ${screening}::uuid and report_id = ${id}::uuid and decision is null returning advice`);
        if (done === null) throw new NotVisible();
        await history(tx, id, actor.workerId, "screening-decided", { decision });
        await record(tx, "screening-decided", id, { decision, screening });
        return { countersignatureNeeded: needsAnother(decision, done.advice) };
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );

  app.put(
    "/api/reports/:id/screenings/:screening/countersignature",
    {
      schema: { params: OfScreening, response: { 204: z.null() } },
      config: { audience: "staff", verb: "screening-countersigned", action: "screening.decide" },
    },
    async (request, reply) => {
      const { id, screening } = request.params;
      const doing = { verb: "screening-countersigned", subject: { kind: "screening", id: screening }, status: 204 };
      const result = await acting.act(request, doing, async (tx, actor) => {
        const facts = await seen(tx, id);
        if (!open(facts)) return refuse("report-not-open");
        // Another person than who decided: the row says who that was.
        const done = await tx.maybe(sql`
          update reports.screenings set countersigned_by = ${actor.workerId}::uuid, countersigned_agency = ${actor.agencyId}::uuid, countersigned_at = now()
           where id = ${screening}::uuid and report_id = ${id}::uuid and decision is not null and decided_by <> ${actor.workerId}::uuid
             and countersigned_at is null returning id`);
        if (done === null) throw new NotVisible();
        await history(tx, id, actor.workerId, "screening-signed", {});
        await record(tx, "screening-countersigned", id, { screening });
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}

/** Is this report one to screen and decide on: not a call that is still being taken, not one that became a case or was set aside. */
const open = (facts: { status: number; is_draft: boolean }): boolean =>
  !facts.is_draft && (facts.status === STATUS.new || facts.status === STATUS.claimed);

/** A reason in its box, told apart from the notes that lie in boxes of the same kind. */
const Reason = z.object({ reason: z.string() });

function readReason(text: string | null): string | null {
  return text === null ? null : Reason.parse(JSON.parse(text)).reason;
}

/** "No" of a child stands only once another person has signed it; who may be a child is one. */
const needsAnother = (decision: string | null, advice: Record<string, unknown>): boolean =>
  decision === "not-trafficking" && advice.treatedAs !== "adult";

function shown(row: Row, notes: string | null, reason: string | null): ReportScreeningView {
  return {
    id: row.id,
    madeAt: row.made_at,
    agency: row.agency,
    madeBy: row.made_by,
    rules: row.rules,
    answers: row.answers,
    advice: row.advice,
    ...readNotes(notes),
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedByMe: row.decided_by_me === true,
    reason: readReason(reason),
    countersigned: row.countersigned_at !== null,
    countersignedAt: row.countersigned_at,
    countersignedBy: row.countersigned_by,
    countersignatureNeeded: needsAnother(row.decision, row.advice) && row.countersigned_at === null,
    reviewOn: row.review_on,
  };
}

interface Row {
  id: string;
  made_at: string;
  agency: Record<string, string>;
  made_by: Record<string, string> | null;
  rules: Record<string, unknown>;
  answers: NewScreening["answers"];
  advice: Record<string, unknown>;
  sealed: Buffer | null;
  decision: ReportScreeningView["decision"];
  decided_at: string | null;
  decided_by: Record<string, string> | null;
  decided_by_me: boolean | null;
  decision_sealed: Buffer | null;
  review_on: string | null;
  countersigned_at: string | null;
  countersigned_by: Record<string, string> | null;
}

/** What is written in words, on its way from a report into its case: sealed anew, under the case's own key. */
export interface Carried {
  ids: string[];
  notes: (Buffer | null)[];
  reasons: (Buffer | null)[];
}

/**
 * Reads the notes and reasons of a report's screenings and seals them for its case to be. Call it before the case is opened: nothing of it is
 * stored yet. The reading is recorded as the report's viewing; where nothing is written nothing is read.
 */
export async function notesToCarry(
  { acting, vault }: { acting: Acting; vault: VaultClient },
  request: Parameters<Acting["look"]>[0],
  ids: { reportId: string; caseId: string },
): Promise<Carried> {
  const rows = await acting.look(request, async (tx) => {
    // Row security shows nothing of a report that is not the reader's, so nothing is recorded of it either.
    const waiting = sql`from reports.screenings s join reports.reports r on r.id = s.report_id
      where s.report_id = ${ids.reportId}::uuid and (s.sealed is not null or s.decision_sealed is not null) and r.case_id is null`;
    const viewed = tx.rows(
      sql`select log.record_view('report-viewed', 'report', ${ids.reportId}::uuid, null) where exists (select ${waiting})`,
    );
    const found = tx.rows<{ id: string; sealed: Buffer | null; decision_sealed: Buffer | null }>(
      sql`select s.id, s.sealed, s.decision_sealed ${waiting} order by s.made_at limit 50`,
    );
    await viewed;
    return found;
  });
  if (rows.length === 0) return { ids: [], notes: [], reasons: [] };
  const token = tokenOf(request);
  const texts = await openNotes(
    vault,
    token,
    ids.reportId,
    rows.flatMap((row) => [row.sealed, row.decision_sealed]),
  );
  const anew = (row: string, column: string, text: string | null) =>
    text === null
      ? null
      : sealText(vault, token, ids.caseId, { table: "cases.screenings", column, row, section: null, text });
  const [notes, reasons] = await Promise.all([
    Promise.all(rows.map((row, i) => anew(row.id, "sealed", texts[2 * i] ?? null))),
    Promise.all(rows.map((row, i) => anew(row.id, "decision_sealed", readReason(texts[2 * i + 1] ?? null)))),
  ]);
  return { ids: rows.map((row) => row.id), notes, reasons };
}

/** Carries a report's screenings into the case it is tied to. @returns when each was made, ISO 8601 @throws DatabaseRefusal HW412 when more was written since */
export async function carryScreenings(tx: Tx, reportId: string, { ids, notes, reasons }: Carried): Promise<string[]> {
  const rows = await tx.rows<{ made_at: string }>(
    sql`select made_at from reports.carry_screenings(${reportId}::uuid, ${ids}::uuid[], ${notes}::bytea[], ${reasons}::bytea[]) made_at`,
  );
  return rows.map((row) => row.made_at);
}
