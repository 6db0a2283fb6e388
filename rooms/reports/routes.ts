import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { NationalOffence } from "../../engines/screening/index.ts";
import { type Acting, tokenOf } from "../../platform/http/act.ts";
import { CursorParameter, cursorText } from "../../platform/http/paging.ts";
import { declareProblems, isRefusal, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import { openCase, type ResponseHours, screenedBefore, sealText } from "../cases/index.ts";
import { District, NewCase, wordOf } from "../cases/model.ts";
import type { VaultClient } from "../identities/index.ts";
import { registerCalls } from "./calls.ts";
import { CHANNEL, Channel, DANGER, Danger, ReportList, ReportView, SecondRead, SettingAside, STATUS } from "./model.ts";
import { history, record, seen } from "./recording.ts";
import { carryScreenings, notesToCarry, registerReportScreenings } from "./screenings.ts";
import { MESSAGE_BOX, openReport, sealIntake } from "./sealing.ts";
import * as store from "./store.ts";

declareProblems("reports", {
  "report-not-open": 409,
  "unit-unknown": 422,
  "not-answerable": 409,
  "claimed-by-another": 409,
  "file-not-shown": 422,
});

export interface ReportsHouse {
  acting: Acting;
  vault: VaultClient;
  intakeKey: Uint8Array;
  responseHours: ResponseHours;
  /** The country's offences, for the screening's second finding. */
  offences: readonly NationalOffence[];
}

const Id = z.object({ id: z.uuid() });
/** Where a danger stands when a list is ordered by it: what nobody is sure of comes before what is said to be none. */
const RANK = { [DANGER.now]: 0, [DANGER["not-sure"]]: 1, [DANGER.no]: 2 } as Record<number, number>;

export function registerReports(app: Web, { acting, vault, intakeKey, responseHours, offences }: ReportsHouse): void {
  registerCalls(app, { acting, vault, intakeKey });
  registerReportScreenings(app, { acting, vault, intakeKey, offences });

  app.get(
    "/api/reports",
    {
      schema: {
        querystring: z.object({
          which: z.enum(["open", "all"]).default("open"),
          danger: Danger.optional(),
          district: District.optional(),
          channel: Channel.optional(),
          sort: z.enum(["danger", "newest", "oldest"]).optional(),
          after: CursorParameter.optional(),
          atMost: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: ReportList },
      },
      config: { audience: "staff", verb: null, action: "report.read" },
    },
    async (request) => {
      const q = request.query;
      const { rows, counts } = await acting.look(request, async (tx) => {
        void tx.rows(sql`select log.record_list('reports-listed')`);
        const asked = store.listed(tx, {
          which: q.which,
          dangers: q.danger === undefined ? Object.values(DANGER) : [DANGER[q.danger]],
          district: q.district ?? null,
          channel: q.channel === undefined ? null : CHANNEL[q.channel],
          sort: q.sort ?? (q.which === "open" ? "danger" : "newest"),
          after: q.after ?? null,
          atMost: q.atMost,
        });
        const counted = store.unfiled(tx);
        return { rows: await asked, counts: await counted };
      });
      const last = rows.at(-1);
      return {
        reports: rows.map(store.shown),
        next:
          last && rows.length === q.atMost
            ? cursorText({ at: last.received_at, id: last.id, rank: RANK[last.danger] ?? 0 })
            : null,
        unfiled: {
          unread: Number(counts.unread),
          unreadOver4h: Number(counts.unread_over_4h),
          drafts: Number(counts.drafts),
          secondReadsLate: Number(counts.second_reads_late),
          oldest: counts.oldest,
        },
      };
    },
  );

  app.get(
    "/api/reports/:id",
    {
      schema: { params: Id, response: { 200: ReportView } },
      config: { audience: "staff", verb: "report-viewed", action: "report.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(request, { verb: "report-viewed", subject: { kind: "report", id } }, async (tx) => {
        const facts = await seen(tx, id);
        const asked = store.parts(tx, id);
        await tx.rows(sql`select log.record_view('report-viewed', 'report', ${id}::uuid, null)`);
        await tx.rows(
          sql`update reports.reports set first_read_at = now() where id = ${id}::uuid and first_read_at is null`,
        );
        return {
          facts,
          messages: await asked.messages,
          attachments: await asked.attachments,
          history: await asked.history,
          merged: await asked.merged,
          secondRead: await asked.secondRead,
          caseRef: await asked.caseRef,
          earlier: await asked.earlier,
        };
      });
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const { facts } = read;
      const opened = await openReport(vault, tokenOf(request), {
        reportId: id,
        words: facts.sealed,
        messages: read.messages.map((m) => m.sealed),
      });
      return reply.header("etag", `"${facts.version}"`).send({
        ...store.shown(facts),
        words: opened.words,
        claimedBy: facts.claimed_names,
        caseRef: read.caseRef?.ref ?? null,
        answerable: facts.answerable,
        messages: read.messages.map((m, i) => ({
          id: m.id,
          from: m.from_us ? ("us" as const) : ("reporter" as const),
          at: m.sent_at,
          text: opened.messages[i] ?? null,
        })),
        attachments: read.attachments.map((a) => ({
          fileId: a.file_id,
          kind: a.kind,
          bytes: Number(a.bytes),
          addedAt: a.added_at,
          opened: a.first_opened_at !== null,
          blocked: a.blocked,
        })),
        history: read.history.map((h) => ({ at: h.at, act: h.act, codes: h.codes, by: h.names })),
        merged: read.merged.map((m) => m.id),
        mergedInto: facts.merged_into,
        secondRead: read.secondRead
          ? { id: read.secondRead.id, act: read.secondRead.act, dueAt: read.secondRead.due_at }
          : null,
        earlierCalls: read.earlier.map((e) => ({
          id: e.id,
          receivedAt: e.received_at,
          status: wordOf(STATUS, e.status),
        })),
      });
    },
  );

  app.put(
    "/api/reports/:id/claim",
    {
      schema: { params: Id, response: { 204: z.null() } },
      config: { audience: "staff", verb: "report-claimed", action: "report.claim" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "report-claimed", subject: { kind: "report", id }, status: 204 },
        async (tx, actor) => {
          const facts = await seen(tx, id);
          if (facts.is_draft || (facts.status !== STATUS.new && facts.status !== STATUS.claimed))
            return refuse("report-not-open");
          // Two reach for one report: the database lets one have it.
          const got =
            await tx.maybe(sql`update reports.reports set status = 2, claimed_by = ${actor.workerId}::uuid, claimed_at = now(), version = version + 1
        where id = ${id}::uuid and (claimed_by is null or claimed_by = ${actor.workerId}::uuid) returning id`);
          if (got === null) return refuse("claimed-by-another");
          await history(tx, id, actor.workerId, "claimed", {});
          await record(tx, "report-claimed", id, {});
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/reports/:id/claim",
    {
      schema: { params: Id, response: { 204: z.null() } },
      config: { audience: "staff", verb: "report-released", action: "report.claim" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "report-released", subject: { kind: "report", id }, status: 204 },
        async (tx, actor) => {
          const facts = await seen(tx, id);
          if (facts.status !== STATUS.claimed) return refuse("report-not-open");
          await tx.rows(
            sql`update reports.reports set status = 1, claimed_by = null, claimed_at = null, version = version + 1 where id = ${id}::uuid`,
          );
          await history(tx, id, actor.workerId, "released", {});
          await record(tx, "report-released", id, {});
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.post(
    "/api/reports/:id/messages",
    {
      schema: { params: Id, body: z.object({ text: z.string().trim().min(1).max(5000) }), response: { 201: Id } },
      config: { audience: "staff", verb: "reporter-answered", action: "report.answer" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const message = randomUUID();
      const result = await acting.act(
        request,
        { verb: "reporter-answered", subject: { kind: "report", id }, status: 201 },
        async (tx, actor) => {
          const facts = await seen(tx, id);
          if (!facts.answerable) return refuse("not-answerable");
          await tx.rows(sql`insert into reports.messages (id, report_id, jurisdiction_id, from_us, sent_by, sealed)
        select ${message}::uuid, r.id, r.jurisdiction_id, true, ${actor.workerId}::uuid, ${sealIntake(intakeKey, MESSAGE_BOX, request.body.text)} from reports.reports r where r.id = ${id}::uuid`);
          await history(tx, id, actor.workerId, "answered", {});
          await record(tx, "reporter-answered", id, {});
          return { id: message };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.post(
    "/api/reports/:id/setting-aside",
    {
      schema: { params: Id, body: SettingAside, response: { 201: z.object({ secondReadId: z.uuid() }) } },
      config: { audience: "staff", verb: "report-set-aside", action: "report.sort" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const result = await acting.act(
        request,
        { verb: "report-set-aside", subject: { kind: "report", id }, status: 201 },
        async (tx) => {
          const { made } = await tx.one<{
            made: string;
          }>(sql`select reports.set_aside(${id}::uuid, ${b.how}, ${b.how === "merged" ? b.into : null}::uuid,
        ${b.how === "forwarded" ? b.unitId : null}::uuid, ${b.how === "not-for-us" ? b.instead : null}, ${sealIntake(intakeKey, MESSAGE_BOX, b.reason)}) as made`);
          return { secondReadId: made };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/second-reads",
    {
      schema: { response: { 200: z.object({ reads: z.array(SecondRead) }) } },
      config: { audience: "staff", verb: null, action: "report.review" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => {
        void tx.rows(sql`select log.record_list('second-reads-listed')`);
        return tx.rows<{
          id: string;
          report_id: string;
          act: string;
          acted_at: string;
          due_at: string;
          late: boolean;
        }>(sql`
      select id, report_id, act, acted_at, due_at, due_at < now() as late from reports.second_reads where reader = access.actor() and verdict is null order by due_at limit 200`);
      });
      return {
        reads: rows.map((r) => ({
          id: r.id,
          reportId: r.report_id,
          act: r.act,
          actedAt: r.acted_at,
          dueAt: r.due_at,
          late: r.late,
        })),
      };
    },
  );

  app.post(
    "/api/second-reads/:id/verdict",
    {
      schema: {
        params: Id,
        body: z.object({ verdict: z.enum(["agree", "reopen"]), reason: z.string().trim().min(3).max(2000) }),
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "report-read-again", action: "report.review" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "report-read-again", subject: { kind: "second-read", id }, status: 204 },
        async (tx) => {
          await tx.rows(
            sql`select reports.read_again(${id}::uuid, ${request.body.verdict}, ${sealIntake(intakeKey, MESSAGE_BOX, request.body.reason)})`,
          );
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.post(
    "/api/reports/:id/case",
    {
      schema: { params: Id, body: NewCase, response: { 201: z.object({ id: z.uuid(), ref: z.string() }) } },
      config: { audience: "staff", verb: "case-opened", action: "case.open" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const caseId = randomUUID();
      const noteId = randomUUID();
      const note = request.body.note
        ? await sealText(vault, tokenOf(request), caseId, {
            table: "cases.notes",
            column: "sealed",
            row: noteId,
            section: null,
            text: request.body.note,
          })
        : null;
      const carried = await notesToCarry({ acting, vault }, request, { reportId: id, caseId });
      const result = await acting.act(
        request,
        { verb: "case-opened", subject: { kind: "case", id: caseId }, status: 201 },
        async (tx, actor) => {
          await seen(tx, id);
          const made = await openCase(tx, actor, caseId, request.body, {
            reportId: id,
            note,
            noteId,
            hours: responseHours,
          });
          if (isRefusal(made)) return made;
          await tx.rows(sql`select reports.tie_case(${id}::uuid, ${caseId}::uuid)`);
          for (const madeAt of await carryScreenings(tx, id, carried)) await screenedBefore(tx, actor, caseId, madeAt);
          return made;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/reports/:id/attachments/:file",
    {
      schema: { params: z.object({ id: z.uuid(), file: z.uuid() }) },
      config: { audience: "staff", verb: "file-opened", action: "file.open" },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const opened = await acting.attempt(request, { verb: "file-opened", subject: { kind: "file", id: file } }, () =>
        vault.call<{ kind: string; base64: string }>("/reports/files", {
          token: tokenOf(request),
          reportId: id,
          fileId: file,
        }),
      );
      return reply
        .type(opened.kind)
        .header("content-disposition", 'inline; filename="attachment"')
        .send(Buffer.from(opened.base64, "base64"));
    },
  );

  app.post(
    "/api/reports/:id/attachments/:file/block",
    {
      schema: { params: z.object({ id: z.uuid(), file: z.uuid() }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "file-blocked", action: "file.block" },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const result = await acting.act(
        request,
        { verb: "file-blocked", subject: { kind: "file", id: file }, status: 204 },
        async (tx) => {
          await tx.rows(sql`select reports.block_file(${file}::uuid, ${id}::uuid)`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}
