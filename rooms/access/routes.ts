import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import { declareProblems, isRefusal, NotVisible, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { ApprovalView, AskedApproval, MemberEnd, NewMember, SectionEnd, SectionReason } from "./model.ts";

declareProblems("access", {
  "membership-end": 422,
  "member-unknown": 422,
  "section-not-held": 409,
  "owner-stays": 409,
  "approval-over": 409,
  "approval-other-payload": 409,
});

const OfMember = z.object({ id: z.uuid(), member: z.coerce.number().int().positive() });
const KIND = { worker: 1, unit: 2 } as const;

export function registerAccess(app: Web, { acting }: { acting: Acting }): void {
  app.post(
    "/api/cases/:id/members",
    {
      schema: { params: z.object({ id: z.uuid() }), body: NewMember, response: { 201: z.object({ member: z.int() }) } },
      config: { audience: "staff", verb: "access-granted", action: "case.grant" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const result = await acting.act(
        request,
        { verb: "access-granted", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx) => {
          const { member } = await tx.one<{
            member: number;
          }>(sql`select access.grant_member(${id}::uuid, ${KIND[b.kind]}::smallint, ${b.subjectId}::uuid, ${b.purpose}::smallint,
        ${b.until}::timestamptz, ${b.sections}::smallint[], ${b.basis}) as member`);
          await record(tx, "access-granted", id, {
            kind: b.kind,
            purpose: b.purpose,
            sections: b.sections,
            basis: b.basis,
            until: b.until,
            subject: b.subjectId,
          });
          return { member };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  // A later end extends, an end that is over withdraws.
  app.put(
    "/api/cases/:id/members/:member",
    {
      schema: { params: OfMember, body: MemberEnd, response: { 204: z.null() } },
      config: { audience: "staff", verb: "access-changed", action: "case.grant" },
    },
    async (request, reply) => {
      const { id, member } = request.params;
      const { until, basis } = request.body;
      const result = await acting.act(
        request,
        { verb: "access-changed", subject: { kind: "case", id }, caseId: id, status: 204 },
        async (tx) => {
          await tx.rows(sql`select access.set_member_end(${id}::uuid, ${member}, ${until}::timestamptz, ${basis})`);
          await record(tx, "access-changed", id, { member, basis, until });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.put(
    "/api/cases/:id/members/:member/sections/:section",
    {
      schema: {
        params: OfMember.extend({ section: z.coerce.number().int().min(1).max(9) }),
        body: SectionEnd,
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "section-changed", action: "case.grant" },
    },
    async (request, reply) => {
      const { id, member, section } = request.params;
      const { until, basis } = request.body;
      const result = await acting.act(
        request,
        { verb: "section-changed", subject: { kind: "case", id }, caseId: id, status: 204 },
        async (tx) => {
          await tx.rows(
            sql`select access.set_section(${id}::uuid, ${member}, ${section}::smallint, ${until}::timestamptz, ${basis})`,
          );
          await record(tx, "section-changed", id, { member, section, basis, until });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // "I know somebody in this case": the door closes at once, for oneself, and nobody on the case is told.
  app.post(
    "/api/cases/:id/recusal",
    {
      schema: { params: z.object({ id: z.uuid() }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "recusal-declared", action: "recusal.declare" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "recusal-declared", subject: { kind: "case", id }, caseId: id, status: 204 },
        async (tx, actor) => {
          await record(tx, "recusal-declared", id, {});
          await tx.rows(sql`select access.recuse(${actor.workerId}::uuid, ${id}::uuid, 'declared')`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // Why each member holds each section. Whoever does not see the case, and a case that is not, get one answer.
  app.get(
    "/api/cases/:id/access",
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ sections: z.array(SectionReason) }) },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const [{ sees }, rows] = await Promise.all([
          tx.one<{ sees: boolean }>(sql`select access.sees(${id}::uuid) as sees`),
          tx.rows<{ member: number; section: number; basis: string; since: string; until: string }>(
            sql`select * from access.section_reasons(${id}::uuid)`,
          ),
        ]);
        if (!sees) throw new NotVisible();
        return {
          sections: rows.map((row) => ({ ...row, until: row.until === "infinity" ? null : row.until })),
        };
      });
    },
  );

  const asked = async (tx: Tx, caseId: string | null) =>
    (
      await tx.rows<{
        id: string;
        action: string;
        payload: Record<string, unknown>;
        asked_at: string;
        expires_at: string;
        decision: "approved" | "declined" | null;
        decision_code: string | null;
        decided_at: string | null;
        used_at: string | null;
      }>(sql`select * from access.asked_approvals(${caseId}::uuid)`)
    ).map((a) => ({
      id: a.id,
      action: a.action,
      payload: a.payload,
      askedAt: a.asked_at,
      expiresAt: a.expires_at,
      decision: a.decision,
      decisionCode: a.decision_code,
      decidedAt: a.decided_at,
      usedAt: a.used_at,
    }));

  // What was asked of second persons on a case, for whoever manages it; anybody else on the case reads that nothing was.
  app.get(
    "/api/cases/:id/approvals",
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ approvals: z.array(AskedApproval) }) },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const [{ sees }, approvals] = await Promise.all([
          tx.one<{ sees: boolean }>(sql`select access.sees(${id}::uuid) as sees`),
          asked(tx, id),
        ]);
        if (!sees) throw new NotVisible();
        return { approvals };
      });
    },
  );

  // What I asked of second persons that is on no case.
  app.get(
    "/api/approvals/asked",
    {
      schema: { response: { 200: z.object({ approvals: z.array(AskedApproval) }) } },
      config: { audience: "staff", verb: null, action: null },
    },
    async (request) => ({ approvals: await acting.look(request, (tx) => asked(tx, null)) }),
  );

  app.get(
    "/api/approvals",
    {
      schema: { response: { 200: z.object({ approvals: z.array(ApprovalView) }) } },
      config: { audience: "staff", verb: null, action: "approval.decide" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => {
        void tx.rows(sql`select log.record_list('approvals-listed')`);
        return tx.rows<{
          id: string;
          action: string;
          payload: Record<string, unknown>;
          payload_hash: Buffer;
          asked_at: string;
          expires_at: string;
          asked_by_agency: Record<string, string> | null;
          case_id: string | null;
        }>(sql`select * from access.my_approvals()`);
      });
      return {
        approvals: rows.map((a) => ({
          id: a.id,
          action: a.action,
          payload: a.payload,
          payloadHash: a.payload_hash.toString("hex"),
          askedAt: a.asked_at,
          expiresAt: a.expires_at,
          askedBy: a.asked_by_agency,
          onCase: a.case_id !== null,
        })),
      };
    },
  );

  app.post(
    "/api/approvals/:id/decision",
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.object({
          payloadHash: z.string().regex(/^[0-9a-f]{64}$/),
          decision: z.enum(["approved", "declined"]),
          code: z.string().regex(/^[a-z-]{2,60}$/),
        }),
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "approval-decided", action: "approval.decide" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const result = await acting.act(
        request,
        { verb: "approval-decided", subject: { kind: "approval", id }, status: 204 },
        async (tx) => {
          const { case_id } = await tx.one<{ case_id: string | null }>(
            sql`select (access.decide_second(${id}::uuid, ${Buffer.from(b.payloadHash, "hex")}, ${b.decision}, ${b.code})).case_id`,
          );
          await tx.rows(
            sql`select log.record('approval-decided', 'approval', ${id}::uuid, ${case_id}::uuid, 'done', ${b.decision})`,
          );
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}

function record(tx: Tx, verb: string, id: string, details: object): Promise<unknown> {
  return tx.rows(
    sql`select log.record(${verb}, 'case', ${id}::uuid, ${id}::uuid, 'done', null, null, ${JSON.stringify(details)}::jsonb)`,
  );
}
