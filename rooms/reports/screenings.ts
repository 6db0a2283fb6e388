import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { NationalOffence } from "../../engines/screening/index.ts";
import { type Acting, tokenOf } from "../../platform/http/act.ts";
import { isRefusal, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { advised, NewScreening, ReportScreeningView, readNotes, sealText, writtenNotes } from "../cases/index.ts";
import type { VaultClient } from "../identities/index.ts";
import { STATUS } from "./model.ts";
import { history, record, seen } from "./recording.ts";
import { openNotes, SCREENING_BOX, sealIntake } from "./sealing.ts";

const Id = z.object({ id: z.uuid() });

/** Screening a report before there is a case: it advises; whoever opens a case or sets the report aside decides there. */
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
          if (facts.status !== STATUS.new && facts.status !== STATUS.claimed) return refuse("report-not-open");
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
          select s.id, s.made_at, a.names as agency, w.names as made_by, s.rules, s.answers, s.advice, s.sealed
            from reports.screenings s join agencies.agency a on a.id = s.made_agency left join agencies.worker w on w.id = s.made_by
           where s.report_id = ${id}::uuid order by s.made_at desc, s.id desc limit 50`);
      });
      if (isRefusal(rows)) return sendRefusal(request, reply, rows);
      const notes = await openNotes(
        vault,
        tokenOf(request),
        id,
        rows.map((row) => row.sealed),
      );
      return reply.send({
        screenings: rows.map((row, i) => ({
          id: row.id,
          madeAt: row.made_at,
          agency: row.agency,
          madeBy: row.made_by,
          rules: row.rules,
          answers: row.answers,
          advice: row.advice,
          ...readNotes(notes[i] ?? null),
        })),
      });
    },
  );
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
}

/** Notes on their way from a report into its case: sealed anew, under the case's own key. */
export interface Carried {
  ids: string[];
  boxes: Buffer[];
}

/**
 * Reads a report's screening notes and seals them for its case to be. Call it before the case is opened: nothing of it is stored yet.
 * The reading is recorded as the report's viewing; without notes nothing is read.
 */
export async function notesToCarry(
  { acting, vault }: { acting: Acting; vault: VaultClient },
  request: Parameters<Acting["look"]>[0],
  ids: { reportId: string; caseId: string },
): Promise<Carried> {
  const rows = await acting.look(request, async (tx) => {
    // Row security shows nothing of a report that is not the reader's, so nothing is recorded of it either.
    const waiting = sql`from reports.screenings s join reports.reports r on r.id = s.report_id
      where s.report_id = ${ids.reportId}::uuid and s.sealed is not null and r.case_id is null`;
    const viewed = tx.rows(
      sql`select log.record_view('report-viewed', 'report', ${ids.reportId}::uuid, null) where exists (select ${waiting})`,
    );
    const found = tx.rows<{ id: string; sealed: Buffer }>(
      sql`select s.id, s.sealed ${waiting} order by s.made_at limit 50`,
    );
    await viewed;
    return found;
  });
  if (rows.length === 0) return { ids: [], boxes: [] };
  const token = tokenOf(request);
  const notes = await openNotes(
    vault,
    token,
    ids.reportId,
    rows.map((row) => row.sealed),
  );
  const boxes = await Promise.all(
    rows.map((row, i) =>
      sealText(vault, token, ids.caseId, {
        table: "cases.screenings",
        column: "sealed",
        row: row.id,
        section: null,
        text: notes[i] ?? "",
      }),
    ),
  );
  return { ids: rows.map((row) => row.id), boxes };
}

/** Carries a report's screenings into the case it is tied to. @returns when each was made, ISO 8601 */
export async function carryScreenings(tx: Tx, reportId: string, { ids, boxes }: Carried): Promise<string[]> {
  const rows = await tx.rows<{ made_at: string }>(
    sql`select made_at from reports.carry_screenings(${reportId}::uuid, ${ids}::uuid[], ${boxes}::bytea[]) made_at`,
  );
  return rows.map((row) => row.made_at);
}
