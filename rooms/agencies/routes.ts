import { sql } from "kysely";
import { z } from "zod";
import type { Acting } from "../../platform/http/act.ts";
import {
  declareProblems,
  isRefusal,
  NotVisible,
  type Refusal,
  refuse,
  sendRefusal,
} from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import {
  Colleague,
  ColleagueDetail,
  Directory,
  GoneColleague,
  Joined,
  Joining,
  Me,
  OverseerWish,
  PackForScreens,
  Posting,
  SignUpLink,
} from "./model.ts";
import { registerOffices } from "./offices.ts";
import { OneTimeLink } from "./one-time-link.ts";

declareProblems("agencies", {
  "role-unknown": 422,
  "role-not-here": 422,
  "not-oversight": 409,
  "own-posting": 409,
  "unit-closed": 409,
});

export interface AgenciesHouse {
  acting: Acting;
  kind: "real" | "demo";
  /** The country's pack as the screens need it: names of codes, in every language it has. */
  packForScreens: object;
  /** The country and its time zone. */
  place: { country: string; timeZone: string };
  /** The kinds of agency that the pack knows, and what follows from each. */
  kinds: readonly { readonly code: string; readonly nameIsLocation: boolean; readonly oversight: boolean }[];
  /** The roles that the pack knows, and in which kinds of agency each is held. */
  roles: readonly { readonly code: string; readonly kinds: readonly string[] }[];
}

const Id = z.object({ id: z.uuid() });

export function registerAgencies(app: Web, { acting, kind, packForScreens, place, roles, kinds }: AgenciesHouse): void {
  registerOffices(app, { acting, kinds });
  app.get(
    "/api/me",
    { schema: { response: { 200: Me } }, config: { audience: "staff", verb: null, action: null } },
    async (request) => {
      const me = await acting.look(request, (tx) =>
        tx.maybe<{
          worker_id: string;
          names: Record<string, string>;
          language: string;
          roles: string[];
          unit_id: string | null;
          unit_names: Record<string, string> | null;
          agency_id: string | null;
          agency_names: Record<string, string> | null;
          agency_kind: string | null;
          is_oversight: boolean;
          level: number;
          level_age_seconds: number | null;
          expires_at: string;
          has_second_factor: boolean;
        }>(sql`select * from agencies.me()`),
      );
      if (me === null) throw new NotVisible();
      return {
        worker: {
          id: me.worker_id,
          names: me.names,
          roles: me.roles,
          language: me.language,
          unit: me.unit_id && me.unit_names ? { id: me.unit_id, names: me.unit_names } : null,
          agency:
            me.agency_id && me.agency_names
              ? { id: me.agency_id, names: me.agency_names, kind: me.agency_kind ?? "", isOversight: me.is_oversight }
              : null,
        },
        session: {
          level: me.level,
          levelAgeSeconds: me.level_age_seconds,
          expiresAt: me.expires_at,
          hasSecondFactor: me.has_second_factor,
        },
        demo: kind === "demo",
        place,
      };
    },
  );

  app.get(
    "/api/pack",
    {
      schema: { response: { 200: PackForScreens } },
      config: { audience: "staff", verb: null, action: null },
    },
    async (request, reply) => {
      await acting.look(request, async () => undefined);
      return reply
        .header("cache-control", "private, max-age=600")
        .send(packForScreens as z.infer<typeof PackForScreens>);
    },
  );

  app.get(
    "/api/agencies",
    {
      schema: { response: { 200: Directory } },
      config: { audience: "staff", verb: null, action: null },
    },
    async (request) => {
      // Homes are not among them: they are offered on a case, to whoever holds the section of the place (cases.homes).
      const [agencies, units] = await acting.look(request, (tx) =>
        Promise.all([
          tx.rows<{ id: string; kind: string; names: Record<string, string>; jurisdiction: string }>(sql`
        select a.id, a.kind, a.names, j.code as jurisdiction from agencies.agency a join agencies.jurisdiction j on j.id = a.jurisdiction_id
         where a.closed_at is null and not a.name_is_location order by a.names->>'en'`),
          tx.rows<{ id: string; agency_id: string; names: Record<string, string>; districts: string[] }>(sql`
        select u.id, u.agency_id, u.names, array(select t.district from agencies.territory t where t.unit_id = u.id order by 1) as districts
          from agencies.unit u where u.closed_at is null order by u.names->>'en'`),
        ]),
      );
      return {
        agencies: agencies.map((a) => ({
          ...a,
          units: units
            .filter((u) => u.agency_id === a.id)
            .map(({ id, names, districts }) => ({ id, names, districts })),
        })),
      };
    },
  );

  app.get(
    "/api/colleagues",
    {
      schema: {
        response: {
          200: z.object({
            colleagues: z.array(Colleague),
            /** Whose work ended within a year; for whoever administers, empty for others. */
            gone: z.array(GoneColleague),
          }),
        },
      },
      config: { audience: "staff", verb: null, action: null },
    },
    async (request) => {
      const [colleagues, gone] = await acting.look(request, (tx) =>
        Promise.all([
          tx.rows<z.infer<typeof Colleague>>(sql`
      select w.id, w.names, p.roles, p.unit_id as "unitId", lower(p.during) as since, agencies.signs_in(w.id) as "signsIn"
        from agencies.posting p join agencies.worker w on w.id = p.worker_id join agencies.unit u on u.id = p.unit_id
       where u.agency_id = (select s.agency_id from access.actor_snapshot() s) and p.during @> now() order by w.names->>'en'`),
          tx.rows<z.infer<typeof GoneColleague>>(
            sql`select id, names, roles, unit_id as "unitId", left_at as "leftAt" from agencies.gone()`,
          ),
        ]),
      );
      return { colleagues, gone };
    },
  );

  app.post(
    "/api/colleagues",
    {
      schema: { body: Joining, response: { 201: Joined } },
      config: { audience: "staff", verb: "worker-joined", action: "worker.manage" },
    },
    async (request, reply) => {
      const { names, language, unitId, roles: asked } = request.body;
      const link = new OneTimeLink();
      const result = await acting.act(
        request,
        { verb: "worker-joined", subject: { kind: "unit", id: unitId }, status: 201 },
        async (tx, actor) => {
          const unknown = unknownRole(asked, actor.agencyKind);
          if (unknown) return unknown;
          const { id } = await tx.one<{ id: string }>(
            sql`select agencies.join_unit(${JSON.stringify(names)}::jsonb, ${language}, ${unitId}::uuid, ${asked}::text[]) as id`,
          );
          await record(tx, "worker-joined", id, { roles: asked });
          await link.offer(tx, sql`sessions.offer_link(${id}::uuid, ${link.hash})`);
          return { id };
        },
      );
      if (isRefusal(result)) return sendRefusal(request, reply, result);
      return reply.code(201).send({ id: result.id, signUp: link.shown() });
    },
  );

  // Another link, where the first one ran out or went astray: it ends the one before.
  app.post(
    "/api/colleagues/:id/sign-up-link",
    {
      schema: { params: Id, response: { 201: z.object({ signUp: SignUpLink.nullable() }) } },
      config: { audience: "staff", verb: "sign-up-link-made", action: "worker.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const link = new OneTimeLink();
      const result = await acting.act(
        request,
        { verb: "sign-up-link-made", subject: { kind: "worker", id }, status: 201 },
        async (tx) => {
          await link.offer(tx, sql`sessions.offer_link(${id}::uuid, ${link.hash})`);
          await record(tx, "sign-up-link-made", id, {});
          return null;
        },
      );
      if (isRefusal(result)) return sendRefusal(request, reply, result);
      return reply.code(201).send({ signUp: link.shown() });
    },
  );

  // An overseer is named by two: asked by whoever keeps an oversight agency's workers, agreed to by somebody of another agency.
  app.post(
    "/api/overseers",
    {
      schema: { body: OverseerWish, response: { 202: z.object({ approvalId: z.uuid() }) } },
      config: { audience: "staff", verb: "overseer-asked", action: "worker.manage" },
    },
    async (request, reply) => {
      const wish = request.body;
      const newcomer = "names" in wish ? wish : null;
      const result = await acting.act(
        request,
        { verb: "overseer-asked", subject: { kind: "unit", id: wish.unitId }, status: 202 },
        async (tx) => {
          const { approval } = await tx.one<{ approval: string }>(
            sql`select agencies.ask_overseer(${"workerId" in wish ? wish.workerId : null}::uuid, ${newcomer ? JSON.stringify(newcomer.names) : null}::jsonb,
              ${newcomer?.language ?? null}, ${wish.unitId}::uuid, ${wish.basis}) as approval`,
          );
          return { approvalId: approval };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(202).send(result);
    },
  );

  app.put(
    "/api/overseers/:id",
    {
      schema: { params: Id, response: { 200: z.object({ workerId: z.uuid() }) } },
      config: { audience: "staff", verb: "overseer-named", action: "worker.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "overseer-named", subject: { kind: "approval", id } },
        async (tx) => {
          const { worker } = await tx.one<{ worker: string }>(
            sql`select agencies.make_overseer(${id}::uuid) as worker`,
          );
          return { workerId: worker };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.send(result);
    },
  );

  app.put(
    "/api/colleagues/:id/posting",
    {
      schema: { params: Id, body: Posting, response: { 204: z.null() } },
      config: { audience: "staff", verb: "worker-moved", action: "worker.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "worker-moved", subject: { kind: "worker", id }, status: 204 },
        async (tx, actor) => {
          const unknown = unknownRole(request.body.roles, actor.agencyKind);
          if (unknown) return unknown;
          await tx.rows(
            sql`select agencies.move_worker(${id}::uuid, ${request.body.unitId}::uuid, ${request.body.roles}::text[])`,
          );
          await record(tx, "worker-moved", id, { roles: request.body.roles });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/colleagues/:id",
    {
      schema: { params: Id, response: { 204: z.null() } },
      config: { audience: "staff", verb: "worker-left", action: "worker.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "worker-left", subject: { kind: "worker", id }, status: 204 },
        async (tx) => {
          await tx.rows(sql`select agencies.leave(${id}::uuid)`);
          await record(tx, "worker-left", id, {});
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // Undoes an end, or begins anew: the sign-in from before works again.
  app.post(
    "/api/colleagues/:id/posting",
    {
      schema: { params: Id, body: Posting, response: { 204: z.null() } },
      config: { audience: "staff", verb: "worker-rejoined", action: "worker.manage" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "worker-rejoined", subject: { kind: "worker", id }, status: 204 },
        async (tx, actor) => {
          const unknown = unknownRole(request.body.roles, actor.agencyKind);
          if (unknown) return unknown;
          await tx.rows(
            sql`select agencies.rejoin(${id}::uuid, ${request.body.unitId}::uuid, ${request.body.roles}::text[])`,
          );
          await record(tx, "worker-rejoined", id, { roles: request.body.roles });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.get(
    "/api/colleagues/:id",
    {
      schema: { params: Id, response: { 200: ColleagueDetail } },
      config: { audience: "staff", verb: null, action: "worker.manage" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const row = await tx.maybe<Omit<z.infer<typeof ColleagueDetail>, "id">>(sql`
          select names, language, unit_id as "unitId", roles, since, left_at as "leftAt", signs_in as "signsIn", open_sessions as "openSessions",
                 cases_by_name as "casesByName", only_supervisor as "onlySupervisor"
            from agencies.colleague(${id}::uuid)`);
        if (row === null) throw new NotVisible();
        return { id, ...row };
      });
    },
  );

  /** A role that the pack does not know, or that this kind of agency does not have. */
  function unknownRole(asked: readonly string[], kindOfAgency: string | null): Refusal | null {
    for (const role of asked) {
      const known = roles.find(({ code }) => code === role);
      if (known === undefined) return refuse("role-unknown", null, { role });
      if (kindOfAgency !== null && !known.kinds.includes(kindOfAgency)) return refuse("role-not-here", null, { role });
    }
    return null;
  }
}

function record(tx: Tx, verb: string, worker: string, details: object): Promise<unknown> {
  return tx.rows(
    sql`select log.record(${verb}, 'worker', ${worker}::uuid, null, 'done', null, null, ${JSON.stringify(details)}::jsonb)`,
  );
}
