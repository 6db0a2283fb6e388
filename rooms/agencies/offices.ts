import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import { declareProblems, isRefusal, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import { KeptAgency, type Names, OfficeChanged, OfficeWish, OwnOffice, type OwnUnit, SignUpLink } from "./model.ts";
import { OneTimeLink } from "./one-time-link.ts";

declareProblems("agencies", {
  "district-elsewhere": 422,
  "unit-has-people": 409,
  "unit-owns-cases": 409,
  "unit-has-tasks": 409,
  "unit-has-reports": 409,
  "unit-open": 409,
});

export interface OfficesHouse {
  acting: Acting;
  kinds: readonly { readonly code: string; readonly nameIsLocation: boolean; readonly oversight: boolean }[];
}

type Wish = z.infer<typeof OfficeWish>;
const Id = z.object({ id: z.uuid() });

/** Units of the own agency and further agencies: asked for, agreed to by somebody of another agency, then done. */
export function registerOffices(app: Web, { acting, kinds }: OfficesHouse): void {
  app.get(
    "/api/units",
    {
      schema: { response: { 200: OwnOffice } },
      config: { audience: "staff", verb: null, action: "agency.manage" },
    },
    async (request) => {
      const [units, office] = await acting.look(request, (tx) =>
        Promise.all([
          tx.rows<z.infer<typeof OwnUnit>>(sql`
          select u.id, u.names, array(select t.district from agencies.territory t where t.unit_id = u.id order by 1) as districts,
                 (select count(*)::int from agencies.posting p where p.unit_id = u.id and p.during @> now()) as colleagues, u.closed_at as "closedAt"
            from agencies.unit u where u.agency_id = (select s.agency_id from access.actor_snapshot() s)
           order by u.closed_at is not null, u.names->>'en', u.id`),
          tx.one<{ keepsAgencies: boolean; alone: boolean; jurisdiction: string }>(sql`
            select agencies.keeps_agencies() as "keepsAgencies", agencies.is_alone() as alone, j.code as jurisdiction
              from access.actor_snapshot() s join agencies.jurisdiction j on j.id = s.jurisdiction_id`),
        ]),
      );
      return { units, ...office };
    },
  );

  // Whoever does not keep the list gets the answer of an address that does not exist.
  app.get(
    "/api/kept-agencies",
    {
      schema: { response: { 200: z.object({ agencies: z.array(KeptAgency) }) } },
      config: { audience: "staff", verb: null, action: "installation.manage" },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) =>
        tx.rows<{
          id: string;
          kind: string;
          names: z.infer<typeof Names>;
          jurisdiction: string;
          is_founding: boolean;
          units: number;
          first_worker: string | null;
          first_names: z.infer<typeof Names> | null;
        }>(sql`select * from agencies.kept()`),
      );
      return {
        agencies: rows.map(({ is_founding, first_worker, first_names, ...row }) => ({
          ...row,
          isFounding: is_founding,
          awaits: first_worker && first_names ? { id: first_worker, names: first_names } : null,
        })),
      };
    },
  );

  app.post(
    "/api/office-changes",
    {
      schema: { body: OfficeWish, response: { 200: OfficeChanged } },
      config: { audience: "staff", verb: "office-change-asked", action: "agency.manage" },
    },
    async (request, reply) => {
      const wish = request.body;
      const link = new OneTimeLink();
      const subject = { kind: "unit", id: "unitId" in wish ? wish.unitId : null };
      const result = await acting.act(request, { verb: "office-change-asked", subject }, async (tx) => {
        const wanted = payloadOf(wish);
        if (wanted === null) return refuse("body-invalid");
        const { approval, made } = await tx.one<{ approval: string | null; made: string | null }>(
          sql`select * from agencies.ask_change(${JSON.stringify(wanted)}::jsonb)`,
        );
        if (made !== null && wish.change === "agency-added")
          await link.offer(tx, sql`agencies.offer_first_link(${made}::uuid, ${link.hash})`);
        return { approvalId: approval };
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send({ ...result, signUp: link.shown() });
    },
  );

  app.put(
    "/api/office-changes/:id",
    {
      schema: { params: Id, response: { 200: OfficeChanged } },
      config: { audience: "staff", verb: "office-changed", action: "agency.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const link = new OneTimeLink();
      const result = await acting.act(
        request,
        { verb: "office-changed", subject: { kind: "approval", id } },
        async (tx) => {
          const { change, made } = await tx.one<{ change: string; made: string }>(
            sql`select * from agencies.make_change(${id}::uuid)`,
          );
          if (change === "agency-added")
            await link.offer(tx, sql`agencies.offer_first_link(${made}::uuid, ${link.hash})`);
          return { approvalId: id };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send({ ...result, signUp: link.shown() });
    },
  );

  // Another link for a new agency's first administrator, where the first one ran out or went astray: it ends the one before.
  app.post(
    "/api/first-administrators/:id/link",
    {
      schema: { params: Id, response: { 201: z.object({ signUp: SignUpLink.nullable() }) } },
      config: { audience: "staff", verb: "sign-up-link-made", action: "installation.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const link = new OneTimeLink();
      const result = await acting.act(
        request,
        { verb: "sign-up-link-made", subject: { kind: "worker", id }, status: 201 },
        async (tx) => {
          await link.offer(tx, sql`agencies.offer_first_link(${id}::uuid, ${link.hash})`);
          await tx.rows(sql`select log.record('sign-up-link-made', 'worker', ${id}::uuid)`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send({ signUp: link.shown() });
    },
  );

  /** What the second person reads and the hash binds; null where the pack knows no such kind. */
  function payloadOf(wish: Wish): object | null {
    switch (wish.change) {
      case "unit-added":
        return { change: wish.change, names: wish.names, districts: [...wish.districts].sort() };
      case "unit-changed":
        return { change: wish.change, unit: wish.unitId, names: wish.names, districts: [...wish.districts].sort() };
      case "unit-closed":
      case "unit-opened":
        return { change: wish.change, unit: wish.unitId };
      case "agency-added": {
        const kind = kinds.find(({ code }) => code === wish.kind);
        if (kind === undefined) return null;
        const { change, names, jurisdiction, unitNames, administrator, language } = wish;
        const follows = { nameIsLocation: kind.nameIsLocation, isOversight: kind.oversight };
        return { change, names, kind: kind.code, jurisdiction, unitNames, administrator, language, ...follows };
      }
    }
  }
}
