import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { declareProblems, isRefusal, NotVisible, refuse, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import { PLACE_SECTION, sealIdentity, storeIdentity, type VaultClient } from "../../identities/index.ts";
import * as actions from "../actions.ts";
import { Instant } from "../model.ts";
import { HomeView, NewPlace, PlaceView } from "./model.ts";

declareProblems("cases", { "home-unknown": 422, "place-taken": 409 });

const Id = z.object({ id: z.uuid() });
const OfPlace = Id.extend({ place: z.uuid() });

export interface PlacesHouse {
  acting: Acting;
  vault: VaultClient;
  /** The country's number for the purpose of a home on a case. */
  carePurpose: number;
}

/**
 * Where she sleeps: a sealed record in the location section, opened like an identity, through the same door. A home comes onto the case with the
 * place and goes with it. Everybody else on the case reads "a care home", and no more.
 */
export function registerPlaces(app: Web, { acting, vault, carePurpose }: PlacesHouse): void {
  app.get(
    "/api/cases/:id/places",
    {
      schema: { params: Id, response: { 200: z.object({ places: z.array(PlaceView) }) } },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const facts = tx.maybe<{ id: string }>(sql`select id from cases.cases where id = ${id}::uuid`);
        const places = tx.rows<PlaceView>(
          sql`select id, since, until, review_at as "reviewAt", in_home as "inHome", home_on_case as "homeOnCase" from cases.places_of(${id}::uuid)`,
        );
        actions.mustExist(await facts);
        return { places: await places };
      });
    },
  );

  // Homes are named to nobody else: which of them a child may sleep in is a location (harm.md, rule 1).
  app.get(
    "/api/cases/:id/homes",
    {
      schema: { params: Id, response: { 200: z.object({ homes: z.array(HomeView) }) } },
      config: { audience: "staff", verb: null, action: "case.place" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const held = tx.one<{ held: boolean }>(
          sql`select access.sees_section(${id}::uuid, ${PLACE_SECTION}::smallint) as held`,
        );
        const homes = tx.rows<HomeView>(
          sql`select unit_id as "unitId", agency, unit, same_district as "sameDistrict", same_state as "sameState" from cases.homes(${id}::uuid)`,
        );
        if (!(await held).held) throw new NotVisible();
        return { homes: await homes };
      });
    },
  );

  app.post(
    "/api/cases/:id/places",
    {
      schema: { params: Id, body: NewPlace, response: { 201: Id.extend({ ended: z.uuid().nullable() }) } },
      config: { audience: "staff", verb: "place-recorded", action: "case.place" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const place = randomUUID();
      const { since, home, ...words } = request.body;
      const doing = { verb: "place-recorded", subject: { kind: "case", id }, caseId: id, status: 201 };
      const sealed = await acting.attempt(request, doing, async () => {
        // A home is sealed under the name that the directory has: what is opened later is where the child was placed, not what somebody typed.
        const known = home === null ? null : await acting.look(request, (tx) => homeNames(tx, id, home.unitId));
        return sealIdentity(vault, tokenOf(request), place, known === null ? words : { ...words, name: known });
      });
      const result = await acting.act(request, doing, async (tx, actor) => {
        await actions.seen(tx, id);
        await storeIdentity(tx, id, PLACE_SECTION, sealed, null);
        if (home === null)
          await tx.rows(
            sql`insert into cases.places (id, case_id, jurisdiction_id, since, recorded_by) select ${place}::uuid, c.id, c.jurisdiction_id, ${since}::timestamptz, ${actor.workerId}::uuid from cases.cases c where c.id = ${id}::uuid`,
          );
        else
          await tx.rows(
            sql`select cases.place_in_home(${id}::uuid, ${place}::uuid, ${since}::timestamptz, ${home.unitId}::uuid, ${carePurpose}::smallint, ${home.reviewAt}::timestamptz)`,
          );
        // After the new one: a home in which she stays keeps what it holds.
        const ended = await tx.rows<{ id: string }>(
          sql`update cases.places set until = greatest(${since}::timestamptz, since) where case_id = ${id}::uuid and until is null and id <> ${place}::uuid returning id`,
        );
        await actions.addEvent(
          tx,
          actor,
          id,
          {
            kind: ended.length === 0 ? "placed" : "moved",
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
        // Which home it is stands in no entry: entries are read by people who may not know it.
        await actions.record(tx, "place-recorded", id, { kind: "place", id: place }, { inHome: home !== null });
        if (home !== null)
          await actions.record(tx, "access-granted", id, undefined, {
            kind: "unit",
            purpose: carePurpose,
            basis: "placed",
            until: home.reviewAt,
          });
        return { id: place, ended: ended[0]?.id ?? null };
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.put(
    "/api/cases/:id/places/:place/review",
    {
      schema: { params: OfPlace, body: z.object({ reviewAt: Instant }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "place-reviewed", action: "case.place" },
    },
    async (request, reply) => {
      const { id, place } = request.params;
      const { reviewAt } = request.body;
      const doing = { verb: "place-reviewed", subject: { kind: "place", id: place }, caseId: id, status: 204 };
      const result = await acting.act(request, doing, async (tx) => {
        await actions.seen(tx, id);
        await tx.rows(
          sql`select cases.prolong_place(${id}::uuid, ${place}::uuid, ${carePurpose}::smallint, ${reviewAt}::timestamptz)`,
        );
        await actions.record(tx, "place-reviewed", id, { kind: "place", id: place }, { until: reviewAt });
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.put(
    "/api/cases/:id/places/:place/departure",
    {
      schema: { params: OfPlace, body: z.object({ at: Instant }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "place-ended", action: "case.place" },
    },
    async (request, reply) => {
      const { id, place } = request.params;
      const doing = { verb: "place-ended", subject: { kind: "place", id: place }, caseId: id, status: 204 };
      const result = await acting.act(request, doing, async (tx) => {
        await actions.seen(tx, id);
        const done = await tx.maybe(
          sql`update cases.places set until = greatest(least(${request.body.at}::timestamptz, now()), since) where id = ${place}::uuid and case_id = ${id}::uuid and until is null returning id`,
        );
        if (done === null) throw new NotVisible();
        await actions.record(tx, "place-ended", id, { kind: "place", id: place });
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // Taken back: she is there still. Her home is on the case again, to the day that was set.
  app.delete(
    "/api/cases/:id/places/:place/departure",
    {
      schema: { params: OfPlace, response: { 204: z.null() } },
      config: { audience: "staff", verb: "place-resumed", action: "case.place" },
    },
    async (request, reply) => {
      const { id, place } = request.params;
      const doing = { verb: "place-resumed", subject: { kind: "place", id: place }, caseId: id, status: 204 };
      const result = await acting.act(request, doing, async (tx) => {
        await actions.seen(tx, id);
        const now = await tx.maybe<{ id: string }>(
          sql`select id from cases.places where case_id = ${id}::uuid and until is null and id <> ${place}::uuid limit 1`,
        );
        if (now !== null) return refuse("place-taken");
        const done = await tx.maybe(
          sql`update cases.places set until = null where id = ${place}::uuid and case_id = ${id}::uuid and until is not null returning id`,
        );
        if (done === null) throw new NotVisible();
        await actions.record(tx, "place-resumed", id, { kind: "place", id: place });
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}

/**
 * What a home is called, in each language that the directory has, the reader's first; null for whoever may not know, and for a unit that is no home.
 */
async function homeNames(tx: Tx, caseId: string, unitId: string): Promise<string | null> {
  const [found, me] = await Promise.all([
    tx.maybe<{ agency: Record<string, string>; unit: Record<string, string> }>(
      sql`select agency, unit from cases.homes(${caseId}::uuid) where unit_id = ${unitId}::uuid`,
    ),
    tx.one<{ language: string }>(sql`select language from access.actor_snapshot()`),
  ]);
  if (found === null) return null;
  const languages = [...new Set([me.language, ...Object.keys(found.agency)])].filter((one) => one in found.agency);
  return languages
    .map((one) => [found.agency[one], found.unit[one]].filter((name) => name !== undefined).join(", "))
    .join(" / ");
}
