import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { isRefusal, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import { PLACE_SECTION, sealIdentity, storeIdentity, type VaultClient } from "../../identities/index.ts";
import * as actions from "../actions.ts";
import { Instant } from "../model.ts";

const Id = z.object({ id: z.uuid() });

/**
 * Where she sleeps: a sealed record in the location section, opened like an identity, through the same door. Everybody else on the case reads
 * "she was taken to a care home" and no more.
 */
export function registerPlaces(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/cases/:id/places",
    {
      schema: {
        params: Id,
        response: {
          200: z.object({ places: z.array(z.object({ id: z.uuid(), since: Instant, until: Instant.nullable() })) }),
        },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const facts = tx.maybe<{ id: string }>(sql`select id from cases.cases where id = ${id}::uuid`);
        const places = tx.rows<{ id: string; since: string; until: string | null }>(
          sql`select id, since, until from cases.places where case_id = ${id}::uuid order by since desc`,
        );
        actions.mustExist(await facts);
        return { places: await places };
      });
    },
  );

  app.post(
    "/api/cases/:id/places",
    {
      schema: {
        params: Id,
        body: z.object({
          since: Instant,
          name: z.string().trim().min(1).max(300),
          address: z.string().trim().max(2000).default(""),
          note: z.string().trim().max(2000).default(""),
        }),
        response: { 201: Id },
      },
      config: { audience: "staff", verb: "place-recorded", action: "case.place" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const place = randomUUID();
      const { since, ...words } = request.body;
      const doing = { verb: "place-recorded", subject: { kind: "case", id }, caseId: id, status: 201 };
      const sealed = await acting.attempt(request, doing, () => sealIdentity(vault, tokenOf(request), place, words));
      const result = await acting.act(request, doing, async (tx, actor) => {
        await actions.seen(tx, id);
        await storeIdentity(tx, id, PLACE_SECTION, sealed, null);
        await tx.rows(
          sql`update cases.places set until = ${since}::timestamptz where case_id = ${id}::uuid and until is null`,
        );
        await tx.rows(
          sql`insert into cases.places (id, case_id, jurisdiction_id, since, recorded_by) select ${place}::uuid, c.id, c.jurisdiction_id, ${since}::timestamptz, ${actor.workerId}::uuid from cases.cases c where c.id = ${id}::uuid`,
        );
        await actions.addEvent(
          tx,
          actor,
          id,
          {
            kind: "placed",
            section: PLACE_SECTION,
            happenedAt: since,
            approx: null,
            fromPaper: false,
            corrects: null,
            stage: "cared-for",
          },
          null,
          randomUUID(),
        );
        await actions.record(tx, "place-recorded", id, { kind: "place", id: place });
        return { id: place };
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );
}
