import { sql } from "kysely";
import type { Acting } from "../../../platform/http/act.ts";
import type { Web } from "../../../platform/http/server.ts";
import { RISK } from "../model.ts";
import { Board, type Counts } from "./model.ts";

/** A supervisor's counts, kept as they change, so that they cost the same for ten cases and for a million. */
export function registerBoard(app: Web, { acting }: { acting: Acting }): void {
  app.get(
    "/api/case-board",
    { schema: { response: { 200: Board } }, config: { audience: "staff", verb: null, action: "case.read" } },
    async (request) => {
      const rows = await acting.look(request, (tx) =>
        tx.rows<{ is_open: boolean; risk: number; n: string }>(sql`select is_open, risk, n from cases.my_board()`),
      );
      if (rows.length === 0) return { board: null };
      const counts = (open: boolean): Counts => {
        const at = (risk: number) => Number(rows.find((row) => row.is_open === open && row.risk === risk)?.n ?? 0);
        return {
          immediate: at(RISK.immediate),
          high: at(RISK.high),
          medium: at(RISK.medium),
          low: at(RISK.low),
          none: at(RISK.none),
          unset: at(5),
        };
      };
      return { board: { open: counts(true), closed: counts(false) } };
    },
  );
}
