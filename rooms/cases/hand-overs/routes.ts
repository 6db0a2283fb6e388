import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { declareProblems, isRefusal, refuse, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as cases from "../actions.ts";
import { AGE_BASIS, SEX, wordOf } from "../model.ts";
import { openTexts, sealText } from "../narrative.ts";
import { viewed } from "../viewing.ts";
import { HandOver, MyHandOver, NewHandOver } from "./model.ts";
import { mayHoldUntil } from "./rules.ts";
import { slipHash } from "./slip.ts";

declareProblems("cases", { "hand-over-own": 409, "hand-over-ends": 422, "unit-not-on-case": 422 });

const Id = z.object({ id: z.uuid() });
const place = (row: string) => ({ table: "cases.hand_overs", column: "sealed", row, section: null });

interface HandOverRow {
  id: string;
  number: number;
  unit_id: string;
  unit: Record<string, string>;
  written_at: string;
  writer: Record<string, string>;
  mine: boolean;
  until: string;
  reader: Record<string, string> | null;
  read_at: string | null;
  sealed: Buffer;
}

/** From one shift of a unit to the next: numbered, until a time, read by somebody who says so. */
export function registerHandOvers(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/cases/:id/hand-overs",
    {
      schema: { params: Id, response: { 200: z.object({ ref: z.string(), handOvers: z.array(HandOver) }) } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => ({
          facts: await viewed(tx, id),
          rows: await tx.rows<HandOverRow>(sql`select * from cases.hand_overs_of(${id}::uuid)`),
        }),
      );
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const texts = await openTexts(
        vault,
        tokenOf(request),
        id,
        read.rows.map((row) => ({ ...place(row.id), sealed: row.sealed })),
      );
      return reply.send({
        ref: read.facts.ref,
        handOvers: read.rows.map((row, i) => ({
          id: row.id,
          number: row.number,
          hash: slipHash({ ...row, unitId: row.unit_id, caseId: id, writtenAt: row.written_at }),
          unitId: row.unit_id,
          unit: row.unit,
          writtenAt: row.written_at,
          writer: row.writer,
          mine: row.mine,
          until: row.until,
          reader: row.reader,
          readAt: row.read_at,
          text: texts[i] ?? null,
        })),
      });
    },
  );

  app.post(
    "/api/cases/:id/hand-overs",
    {
      schema: {
        params: Id,
        body: NewHandOver,
        response: { 201: z.object({ id: z.uuid(), number: z.int(), hash: z.string() }) },
      },
      config: { audience: "staff", verb: "hand-over-written", action: "case.hand-over" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { unitId, until, text } = request.body;
      const row = randomUUID();
      const sealed = await sealText(vault, tokenOf(request), id, { ...place(row), text });
      const result = await acting.act(
        request,
        { verb: "hand-over-written", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx) => {
          await cases.seen(tx, id);
          if (!mayHoldUntil(Date.parse(until), Date.now())) return refuse("hand-over-ends");
          const made = await tx.one<{ number: number; written_at: string; until: string }>(
            sql`select h.number, h.written_at, h.until from cases.write_hand_over(${row}::uuid, ${id}::uuid, ${unitId}::uuid, ${until}::timestamptz, ${sealed}) h`,
          );
          const hash = slipHash({
            id: row,
            number: made.number,
            unitId,
            caseId: id,
            writtenAt: made.written_at,
            until: made.until,
            sealed,
          });
          await cases.record(
            tx,
            "hand-over-written",
            id,
            { kind: "hand-over", id: row },
            { unit: unitId, number: made.number, hash },
          );
          return { id: row, number: made.number, hash };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.put(
    "/api/cases/:id/hand-overs/:handover/reading",
    {
      schema: {
        params: z.object({ id: z.uuid(), handover: z.uuid() }),
        response: { 200: z.object({ readAt: z.string() }) },
      },
      config: { audience: "staff", verb: "hand-over-read", action: "case.hand-over" },
    },
    async (request, reply) => {
      const { id, handover } = request.params;
      const result = await acting.act(
        request,
        { verb: "hand-over-read", subject: { kind: "hand-over", id: handover }, caseId: id },
        async (tx) => {
          const read = await tx.one<{ read_at: string }>(
            sql`select h.read_at from cases.read_hand_over(${handover}::uuid, ${id}::uuid) h`,
          );
          return { readAt: read.read_at };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );

  app.get(
    "/api/hand-overs",
    {
      schema: { response: { 200: z.object({ handOvers: z.array(MyHandOver) }) } },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => {
        void tx.rows(sql`select log.record_list('hand-overs-listed')`);
        return tx.rows<{
          id: string;
          case_id: string;
          ref: string;
          sex: number;
          age: number | null;
          age_basis: number;
          situation: string;
          district: string | null;
          number: number;
          written_at: string;
          writer: Record<string, string>;
          until: string;
        }>(sql`select * from cases.my_hand_overs()`);
      });
      return {
        handOvers: rows.map((row) => ({
          id: row.id,
          caseId: row.case_id,
          ref: row.ref,
          sex: wordOf(SEX, row.sex),
          age: row.age,
          ageBasis: wordOf(AGE_BASIS, row.age_basis),
          situation: row.situation,
          district: row.district,
          number: row.number,
          writtenAt: row.written_at,
          writer: row.writer,
          until: row.until,
        })),
      };
    },
  );
}
