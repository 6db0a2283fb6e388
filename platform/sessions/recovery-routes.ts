import { sql } from "kysely";
import { z } from "zod";
import { tokenOf } from "../http/act.ts";
import { declareProblems, isRefusal, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import { askToWait, asSignIn, orWait, type SessionsHouse } from "./house.ts";
import { hashPassword } from "./passwords.ts";
import { recoveryHash } from "./recovery-hash.ts";
import { tooWeak } from "./set-up-routes.ts";
import { giveCookie, hashOf, labelOf, newToken } from "./tokens.ts";
import type { UnknownLogins } from "./unknown-logins.ts";

declareProblems("platform", {
  "recovery-code-wrong": 422,
  "recovery-over": 409,
  "recovery-not-ratified": 409,
  "recovery-stands": 409,
});

/** What somebody lost. Whoever lost both gets the second factor back once the password is ratified. */
const Lost = z.enum(["factor", "password"]);

const Names = z.record(z.string(), z.string());
const Waiting = z.object({
  id: z.uuid(),
  step: z.enum(["vouch", "ratify"]),
  lost: Lost,
  workerNames: Names,
  /** Null where another agency's unit is a home: its name is a place. */
  unitNames: Names.nullable(),
  agencyNames: Names.nullable(),
  otherAgency: z.boolean(),
  askedAt: z.string(),
  vouchedAt: z.string().nullable(),
  voucherNames: Names.nullable(),
  usedAt: z.string().nullable(),
  until: z.string(),
  /** I vouched: somebody else ratifies. */
  byMe: z.boolean(),
});
const Id = z.object({ id: z.uuid() });
const seldom = { max: 5, timeWindow: "1 minute" } as const;

/** A lost second factor or a forgotten password: asked for, vouched for by a colleague, used at once, ratified by another or fallen. */
export function registerRecovery(app: Web, house: SessionsHouse, unknown: UnknownLogins): void {
  const { acting, vault, spoken, secure } = house;

  // One answer for a name that exists and one that does not.
  app.post(
    "/api/recoveries",
    {
      schema: {
        body: z.object({ login: z.string().trim().min(1).max(64), lost: Lost.default("factor") }),
        response: { 202: z.object({ asked: z.literal(true) }) },
      },
      config: { audience: "sign-in", verb: "recovery-asked", rateLimit: seldom },
    },
    async (request, reply) => {
      const { login, lost } = request.body;
      await asSignIn(house, null, (tx) => tx.rows(sql`select sessions.ask_recovery(${login}, ${lost})`));
      return reply.code(202).send({ asked: true });
    },
  );

  app.post(
    "/api/session/recovery",
    {
      schema: {
        body: z.object({ words: z.string().trim().min(1).max(200) }),
        response: { 200: z.object({ next: z.literal("enrol") }) },
      },
      config: { audience: "sign-in", verb: "recovery-used", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const words = spoken.read(request.body.words);
      // Words of no list cannot have been said: a slip of the tongue costs no wait, and tells nothing.
      if (words === null) return sendProblem(request, reply, "recovery-code-wrong");
      const waited = await orWait(request, reply, () =>
        vault.call("/recoveries/uses", { token: tokenOf(request), words }),
      );
      return waited ?? reply.send({ next: "enrol" });
    },
  );

  // Words and a new password in place of the forgotten one. What it begins still owes its second factor.
  app.post(
    "/api/session/forgotten-password",
    {
      schema: {
        body: z.object({
          login: z.string().trim().min(1).max(64),
          words: z.string().trim().min(1).max(200),
          password: z.string().min(1).max(200),
        }),
        response: { 200: z.object({ next: z.enum(["totp", "passkey", "enrol"]) }) },
      },
      config: { audience: "sign-in", verb: "recovery-used", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      // Said before the words are looked at: they stay good.
      const weak = tooWeak(password, [login]);
      if (weak) return sendRefusal(request, reply, weak);
      const words = spoken.read(request.body.words);
      if (words === null) return sendProblem(request, reply, "recovery-code-wrong");
      const there = await asSignIn(house, null, (tx) =>
        tx.maybe<{ wait_seconds: number }>(sql`select * from sessions.credential_for(${login})`),
      );
      const wait = there?.wait_seconds ?? unknown.waits(login);
      if (wait > 0) return askToWait(request, reply, wait);
      const token = newToken();
      let next: "totp" | "passkey" | "enrol" = "enrol";
      try {
        const waited = await orWait(request, reply, async () => {
          ({ next } = await vault.call<{ next: typeof next }>("/recoveries/passwords", {
            login,
            words,
            passwordHash: await hashPassword(password),
            tokenHash: hashOf(token).toString("base64"),
            label: labelOf(request),
          }));
        });
        return waited ?? giveCookie(reply, token, secure).send({ next });
      } catch (error) {
        if (there === null) unknown.failed(login);
        throw error;
      }
    },
  );

  app.get(
    "/api/recoveries",
    {
      schema: { response: { 200: z.object({ recoveries: z.array(Waiting) }) } },
      config: { audience: "staff", verb: null, action: "worker.vouch" },
    },
    async (request) => ({
      recoveries: await acting.look(request, (tx) =>
        tx.rows<z.infer<typeof Waiting>>(sql`
          select id, step, lost, worker_names as "workerNames", unit_names as "unitNames", agency_names as "agencyNames", other_agency as "otherAgency",
                 asked_at as "askedAt", vouched_at as "vouchedAt", voucher_names as "voucherNames", used_at as "usedAt", until, by_me as "byMe"
            from sessions.recoveries_for_me()`),
      ),
    }),
  );

  app.post(
    "/api/recoveries/:id/vouching",
    {
      schema: {
        params: Id,
        body: z.object({ language: z.enum(["en", "hi"]) }),
        response: {
          200: z.object({
            /** To be said now; null when this was an answer given before: they are kept nowhere. */
            words: z.array(z.string()).nullable(),
            /** Who can ratify: somebody of the agency, one drawn from another, or nobody yet. */
            ratifier: z.enum(["agency", "other-agency", "nobody"]),
          }),
        },
      },
      config: { audience: "staff", verb: "recovery-vouched", action: "worker.vouch" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { words, canonical } = spoken.make(request.body.language);
      const hash = await recoveryHash(canonical, id);
      let now = false;
      const result = await acting.act(
        request,
        { verb: "recovery-vouched", subject: { kind: "worker", id: null } },
        async (tx) => {
          const { ratifier } = await tx.one<{ ratifier: "agency" | "other-agency" | "nobody" }>(
            sql`select sessions.vouch(${id}::uuid, ${hash}) as ratifier`,
          );
          now = true;
          // Only this is kept for a repeated request: the words never lie in the database.
          return { ratifier };
        },
      );
      if (isRefusal(result)) return sendRefusal(request, reply, result);
      return reply.send({ words: now ? words : null, ratifier: result.ratifier });
    },
  );

  app.post(
    "/api/recoveries/:id/decision",
    {
      schema: {
        params: Id,
        body: z.object({ says: z.enum(["ratified", "declined"]) }),
        response: { 204: z.null() },
      },
      config: { audience: "staff", verb: "recovery-decided", action: "worker.vouch" },
    },
    async (request, reply) => {
      const result = await acting.act(
        request,
        { verb: "recovery-decided", subject: { kind: "worker", id: null }, status: 204 },
        async (tx) => {
          await tx.rows(sql`select sessions.decide_recovery(${request.params.id}::uuid, ${request.body.says})`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}
