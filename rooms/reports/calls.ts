import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../platform/http/act.ts";
import { isRefusal, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import { newVersion, seenVersion } from "../../platform/http/versions.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { wordOf } from "../cases/model.ts";
import type { VaultClient } from "../identities/index.ts";
import { CallChange, CHANNEL, DANGER, NewReport, UnfinishedCall, Words } from "./model.ts";
import { history, record, seen } from "./recording.ts";
import { REPORT_BOX, sealIntake } from "./sealing.ts";
import { myCalls } from "./store.ts";

const Id = z.object({ id: z.uuid() });

/** What staff take down: a call, saved in parts while it goes on, or a report that came to another agency. */
export function registerCalls(
  app: Web,
  { acting, vault, intakeKey }: { acting: Acting; vault: VaultClient; intakeKey: Uint8Array },
): void {
  app.post(
    "/api/reports",
    {
      schema: { body: NewReport, response: { 201: Id } },
      config: { audience: "staff", verb: "report-taken", action: "report.take" },
    },
    async (request, reply) => {
      const id = randomUUID();
      const result = await acting.act(
        request,
        { verb: "report-taken", subject: { kind: "report", id }, status: 201 },
        (tx) => take(tx, id, CHANNEL.agency, false, request.body),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.post(
    "/api/calls",
    {
      schema: { body: NewReport, response: { 201: Id } },
      config: { audience: "staff", verb: "call-begun", action: "report.take" },
    },
    async (request, reply) => {
      const id = randomUUID();
      const result = await acting.act(
        request,
        { verb: "call-begun", subject: { kind: "report", id }, status: 201 },
        (tx) => take(tx, id, CHANNEL["helpline-call"], true, request.body),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/calls",
    {
      schema: { response: { 200: z.object({ calls: z.array(UnfinishedCall) }) } },
      config: { audience: "staff", verb: null, action: "report.take" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => myCalls(tx));
      return {
        calls: rows.map((row) => ({
          id: row.id,
          receivedAt: row.received_at,
          danger: wordOf(DANGER, row.danger),
          version: row.version,
        })),
      };
    },
  );

  // A call is saved in parts while it goes on: what is left out stays as it was.
  app.patch(
    "/api/calls/:id",
    {
      schema: {
        params: Id,
        body: CallChange,
        response: { 200: z.object({ version: z.int(), earlierCalls: z.int() }) },
      },
      config: { audience: "staff", verb: "call-saved", action: "report.take" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const seenAt = seenVersion(request);
      if (isRefusal(seenAt)) return sendRefusal(request, reply, seenAt);
      const phone = b.words?.callerPhone ?? "";
      const key =
        phone.replace(/\D/g, "").length >= 6
          ? Buffer.from(
              (await vault.call<{ key: string }>("/reports/caller", { token: tokenOf(request), phone })).key,
              "hex",
            )
          : null;
      const result = await acting.act(request, { verb: "call-saved", subject: { kind: "report", id } }, async (tx) => {
        const facts = await seen(tx, id);
        if (!facts.is_draft) return refuse("report-not-open");
        if (facts.version !== seenAt) return refuse("changed-since");
        const codes = {
          ...facts.codes,
          ...(b.age !== undefined ? { age: b.age } : {}),
          ...(b.aboutSelf !== undefined ? { about: b.aboutSelf ? "me" : "worried" } : {}),
          ...(b.silent !== undefined ? { silent: b.silent } : {}),
          ...(b.callBack !== undefined ? { callBack: b.callBack } : {}),
          ...(b.ended !== undefined ? { ended: b.ended } : {}),
        };
        const version = await newVersion(
          tx,
          sql`
        update reports.reports set version = version + 1, codes = ${JSON.stringify(codes)}::jsonb,
          danger = coalesce(${b.danger === undefined ? null : DANGER[b.danger]}::smallint, danger),
          district = case when ${b.district !== undefined} then ${b.district ?? null} else district end,
          situation = case when ${b.situation !== undefined} then ${b.situation ?? null} else situation end,
          sealed = coalesce(${b.words === undefined ? null : sealIntake(intakeKey, REPORT_BOX, JSON.stringify(b.words))}, sealed),
          caller_key = case when ${b.words !== undefined} then ${key}::bytea else caller_key end
         where id = ${id}::uuid and is_draft and version = ${seenAt} returning version`,
        );
        const { n } = await tx.one<{ n: string }>(
          // Row security counts: calls of this desk only, never another's.
          sql`select count(*) as n from reports.reports r join reports.reports e on e.caller_key = r.caller_key and e.id <> r.id where r.id = ${id}::uuid`,
        );
        return { version, earlierCalls: Number(n) };
      });
      return isRefusal(result)
        ? sendRefusal(request, reply, result)
        : reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.post(
    "/api/calls/:id/report",
    {
      schema: { params: Id, response: { 200: z.object({ version: z.int() }) } },
      config: { audience: "staff", verb: "report-taken", action: "report.take" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "report-taken", subject: { kind: "report", id } },
        async (tx, actor) => {
          const facts = await seen(tx, id);
          if (!facts.is_draft) return { version: facts.version };
          const { version } = await tx.one<{ version: number }>(
            sql`update reports.reports set is_draft = false, status = 2, claimed_by = ${actor.workerId}::uuid, claimed_at = now(), first_read_at = now(), version = version + 1 where id = ${id}::uuid returning version`,
          );
          await history(tx, id, actor.workerId, "received", {});
          await record(tx, "report-taken", id, { channel: "helpline-call" });
          return { version };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );

  function take(tx: Tx, id: string, channel: number, draft: boolean, b: NewReport): Promise<{ id: string }> {
    const box = Object.values(b.words).some((text) => text !== "")
      ? sealIntake(intakeKey, REPORT_BOX, JSON.stringify(Words.parse(b.words)))
      : null;
    return tx
      .rows(sql`select reports.take(${id}::uuid, ${channel}::smallint, ${draft}, ${b.language}, ${DANGER[b.danger]}::smallint, ${b.district}, ${b.situation},
      ${JSON.stringify({ about: b.aboutSelf ? "me" : "worried", age: b.age, silent: b.silent, callBack: b.callBack })}::jsonb, ${box}, ${b.receivedAt}::timestamptz, ${b.aboutAgency}::uuid)`)
      .then(() => record(tx, draft ? "call-begun" : "report-taken", id, {}))
      .then(() => ({ id }));
  }
}
