import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as actions from "../actions.ts";
import { Change, RISK, wordOf } from "../model.ts";
import { openTexts } from "../narrative.ts";

interface ChangeRow {
  id: string;
  at: string;
  of_table: "cases" | "people" | "risks";
  row_id: string;
  field: string;
  was: unknown;
  became: unknown;
  section: number | null;
  agency: Record<string, string> | null;
  from_home: boolean;
  worker: Record<string, string> | null;
  mine: boolean;
  sealed: Buffer | null;
}

/** Field history: who changed what from what, and why. Reading it is looking at the case, and stands in the log as that. */
export function registerHistory(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/cases/:id/history",
    {
      schema: { params: z.object({ id: z.uuid() }), response: { 200: z.object({ changes: z.array(Change) }) } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const rows = await acting.act(request, { verb: "case-viewed", subject: { kind: "case", id } }, async (tx) => {
        await actions.seen(tx, id);
        await tx.rows(sql`select log.record_view('case-viewed', 'case', ${id}::uuid, ${id}::uuid)`);
        return tx.rows<ChangeRow>(sql`select * from cases.history(${id}::uuid)`);
      });
      if (isRefusal(rows)) return sendRefusal(request, reply, rows);
      const reasons = await openTexts(
        vault,
        tokenOf(request),
        id,
        rows.map((row) => ({
          table: row.of_table === "risks" ? "cases.risks" : "cases.changes",
          column: "sealed",
          row: row.id,
          section: row.section,
          sealed: row.sealed,
        })),
      );
      return reply.send({
        changes: rows.map((row, i) => ({
          id: row.id,
          at: row.at,
          of: row.of_table,
          rowId: row.row_id,
          field: row.field,
          was: row.of_table === "risks" ? level(row.was) : (row.was ?? null),
          became: row.of_table === "risks" ? level(row.became) : (row.became ?? null),
          section: row.section,
          agency: row.agency,
          fromHome: row.from_home,
          worker: row.worker,
          mine: row.mine,
          reason: reasons[i] ?? null,
        })),
      });
    },
  );
}

const level = (stored: unknown) => (typeof stored === "number" ? wordOf(RISK, stored) : null);
