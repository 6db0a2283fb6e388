import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, NotVisible, refuse, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as actions from "../actions.ts";
import { SEX, Sex, TRACK, Track, wordOf } from "../model.ts";
import { sealText } from "../narrative.ts";

const OfTrack = z.object({ id: z.uuid(), track: Track });

/** Tracks close one by one, with an outcome of the pack, nothing open, and a second person of another agency (harm.md, rules 11 and 14). */
export function registerClosure(
  app: Web,
  {
    acting,
    vault,
    outcomes,
  }: { acting: Acting; vault: VaultClient; outcomes: Readonly<Record<"care" | "justice", readonly string[]>> },
): void {
  app.post(
    "/api/cases/:id/tracks/:track/closing",
    {
      schema: {
        params: OfTrack,
        body: z.object({ outcome: z.string().max(60), reason: z.string().trim().min(8).max(5000) }),
        response: { 202: z.object({ approvalId: z.uuid() }) },
      },
      config: { audience: "staff", verb: "closing-asked", action: "closure.request" },
    },
    async (request, reply) => {
      const { id, track } = request.params;
      const { outcome, reason } = request.body;
      const sealed = await sealText(vault, tokenOf(request), id, {
        table: "access.approval",
        column: "reason_sealed",
        row: id,
        section: null,
        text: reason,
      });
      const result = await acting.act(
        request,
        { verb: "closing-asked", subject: { kind: "case", id }, caseId: id, status: 202 },
        async (tx) => {
          if (!outcomes[track].includes(outcome)) return refuse("outcome-unknown");
          const { made } = await tx.one<{ made: string }>(
            sql`select cases.ask_closing(${id}::uuid, ${TRACK[track]}::smallint, ${outcome}, ${sealed}) as made`,
          );
          return { approvalId: made };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(202).send(result);
    },
  );

  app.post(
    "/api/cases/:id/tracks/:track/closure",
    {
      schema: {
        params: OfTrack,
        body: z.object({ outcome: z.string().max(60), approvalId: z.uuid() }),
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "track-closed", action: "closure.request" },
    },
    async (request, reply) => {
      const { id, track } = request.params;
      const result = await acting.act(
        request,
        { verb: "track-closed", subject: { kind: "case", id }, caseId: id, status: 204 },
        async (tx) => {
          await tx.rows(
            sql`select cases.close_track(${id}::uuid, ${TRACK[track]}::smallint, ${request.body.outcome}, ${request.body.approvalId}::uuid)`,
          );
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/cases/:id/tracks/:track/closure",
    {
      schema: {
        params: OfTrack,
        body: z.object({ reason: z.string().trim().min(8).max(5000) }),
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "track-reopened", action: "case.reopen" },
    },
    async (request, reply) => {
      const { id, track } = request.params;
      const note = randomUUID();
      const sealed = await sealText(vault, tokenOf(request), id, {
        table: "cases.notes",
        column: "sealed",
        row: note,
        section: null,
        text: request.body.reason,
      });
      const result = await acting.act(
        request,
        { verb: "track-reopened", subject: { kind: "case", id }, caseId: id, status: 204 },
        async (tx, actor) => {
          await tx.rows(sql`select cases.reopen_track(${id}::uuid, ${TRACK[track]}::smallint)`);
          await actions.addNote(tx, actor, id, { id: note, section: null, kind: "decision", corrects: null, sealed });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // What the drawn second person looks at before deciding.
  app.get(
    "/api/approvals/:id/case",
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        response: {
          200: z.object({
            ref: z.string(),
            sex: Sex,
            age: z.int().nullable(),
            situation: z.string(),
            jurisdiction: z.record(z.string(), z.string()),
            openedAt: z.string(),
            openTasks: z.int(),
            screenings: z.int(),
            lastEventAt: z.string().nullable(),
            /** Why it is asked, as typed. */
            reason: z.string().nullable(),
          }),
        },
      },
      config: { audience: "staff", verb: "approval-viewed", action: "approval.decide" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = await acting.act(
        request,
        { verb: "approval-viewed", subject: { kind: "approval", id } },
        async (tx) => {
          const found = await tx.maybe<{
            ref: string;
            sex: number;
            age: number | null;
            situation: string;
            jurisdiction: Record<string, string>;
            opened_at: string;
            open_tasks: string;
            screenings: string;
            last_event_at: string | null;
            case_id: string;
          }>(sql`select * from cases.for_second(${id}::uuid)`);
          if (found === null) throw new NotVisible();
          await tx.rows(
            sql`select log.record_view('approval-viewed', 'approval', ${id}::uuid, ${found.case_id}::uuid)`,
          );
          return found;
        },
      );
      if (isRefusal(row)) return sendRefusal(request, reply, row);
      // The entry is committed: only now does the vault open the reason.
      const { reason } = await vault.call<{ reason: string | null }>("/approval-reasons", {
        token: tokenOf(request),
        approvalId: id,
      });
      return reply.send({
        reason,
        ref: row.ref,
        sex: wordOf(SEX, row.sex),
        age: row.age,
        situation: row.situation,
        jurisdiction: row.jurisdiction,
        openedAt: row.opened_at,
        openTasks: Number(row.open_tasks),
        screenings: Number(row.screenings),
        lastEventAt: row.last_event_at,
      });
    },
  );
}
