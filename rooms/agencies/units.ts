import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import type { Web } from "../../platform/http/server.ts";
import { OwnUnit } from "./model.ts";

/** The own agency's units, for whoever keeps them. */
export function registerUnits(app: Web, { acting }: { acting: Acting }): void {
  app.get(
    "/api/units",
    {
      schema: { response: { 200: z.object({ units: z.array(OwnUnit) }) } },
      config: { audience: "staff", verb: null, action: "agency.manage" },
    },
    async (request) => ({
      units: await acting.look(request, (tx) =>
        tx.rows<z.infer<typeof OwnUnit>>(sql`
          select u.id, u.names, array(select t.district from agencies.territory t where t.unit_id = u.id order by 1) as districts,
                 (select count(*)::int from agencies.posting p where p.unit_id = u.id and p.during @> now()) as colleagues, u.closed_at as "closedAt"
            from agencies.unit u where u.agency_id = (select s.agency_id from access.actor_snapshot() s)
           order by u.closed_at is not null, u.names->>'en', u.id`),
      ),
    }),
  );
}
