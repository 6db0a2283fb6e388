import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../../platform/http/act.ts";
import type { Web } from "../../../platform/http/server.ts";
import { OwedResponse } from "../model.ts";
import { type SummaryRow, summary } from "../store.ts";

/** First responses that are owed on my cases, over the whole caseload, the earliest first: for My day. */
export function registerResponses(app: Web, { acting }: { acting: Acting }): void {
  app.get(
    "/api/first-responses",
    {
      schema: { response: { 200: z.object({ owed: z.array(OwedResponse) }) } },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) => {
        void tx.rows(sql`select log.record_list('responses-listed')`);
        return tx.rows<SummaryRow & { risk_set_at: string | null }>(sql`select * from cases.owed_responses(200)`);
      });
      return { owed: rows.map((row) => ({ ...summary(row), riskSetAt: row.risk_set_at })) };
    },
  );
}
