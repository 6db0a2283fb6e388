import { sql } from "kysely";
import { z } from "zod";
import { tokenOf } from "../http/act.ts";
import { declareProblems, isRefusal, NotVisible, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import type { Tx } from "../postgres/transaction.ts";
import { askToWait, asSignIn, orWait, type SessionsHouse } from "./house.ts";
import { registerOwnSignIn } from "./own-routes.ts";
import { registerPasskeys } from "./passkey-routes.ts";
import { passwordMatches } from "./passwords.ts";
import { registerRecovery } from "./recovery-routes.ts";
import { registerSetUp } from "./set-up-routes.ts";
import { giveCookie, hashOf, labelOf, newToken } from "./tokens.ts";
import { UnknownLogins } from "./unknown-logins.ts";

declareProblems("platform", { "sign-in-wrong": 401, "sign-in-wait": 429, "code-wrong": 422, "no-second-factor": 409 });

/** What is still owed: a code, a passkey, a second factor that is not there yet, or nothing. */
const next = z.object({ next: z.enum(["totp", "passkey", "enrol", "done"]) });

/** Without a code a new seed comes; with the code from it, it is kept. */
const Enrolment = z.object({
  seed: z.string().max(64).optional(),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
const Enrolled = z.object({ seed: z.string().optional(), uri: z.string().optional(), kept: z.boolean().optional() });

export function registerSessions(app: Web, house: SessionsHouse): void {
  const { acting, vault, secure } = house;
  const unknown = new UnknownLogins();
  registerSetUp(app, house);
  registerPasskeys(app, house);
  registerRecovery(app, house, unknown);
  registerOwnSignIn(app, house);
  const signin = <T>(token: string | null, work: (tx: Tx) => Promise<T>) => asSignIn(house, token, work);

  app.post(
    "/api/session",
    {
      schema: {
        body: z.object({ login: z.string().trim().min(1).max(64), password: z.string().min(1).max(200) }),
        response: { 200: next },
      },
      config: { audience: "sign-in", verb: "signed-in", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      const found = await signin(null, (tx) =>
        tx.maybe<{
          worker_id: string;
          password_hash: string;
          wait_seconds: number;
          has_totp: boolean;
          has_passkey: boolean;
        }>(sql`select * from sessions.credential_for(${login})`),
      );
      const wait = found ? found.wait_seconds : unknown.waits(login);
      if (wait > 0) return askToWait(request, reply, wait);
      if (!(await passwordMatches(password, found?.password_hash ?? null)) || found === null) {
        if (found) await signin(null, (tx) => tx.rows(sql`select sessions.failed(${found.worker_id}::uuid)`));
        else unknown.failed(login);
        return sendProblem(request, reply, "sign-in-wrong");
      }
      const token = newToken();
      await signin(null, (tx) =>
        tx.rows(sql`select sessions.begin_owing(${found.worker_id}::uuid, ${hashOf(token)}, ${labelOf(request)})`),
      );
      const owed = found.has_totp ? "totp" : found.has_passkey ? "passkey" : "enrol";
      return giveCookie(reply, token, secure).send({ next: owed });
    },
  );

  app.post(
    "/api/session/totp",
    {
      schema: { body: z.object({ code: z.string().regex(/^\d{6}$/) }), response: { 200: next } },
      config: { audience: "sign-in", verb: "stepped-up", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const waited = await orWait(request, reply, () =>
        vault.call("/totp/step-ups", { token: tokenOf(request), code: request.body.code }),
      );
      return waited ?? reply.send({ next: "done" });
    },
  );

  // The first second factor, while the session owes it: nobody works with a password alone.
  app.post(
    "/api/session/enrolment",
    {
      schema: { body: Enrolment, response: { 200: Enrolled } },
      config: { audience: "sign-in", verb: "second-factor-set", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request) =>
      vault.call<z.infer<typeof Enrolled>>("/totp/enrolments", { token: tokenOf(request), ...request.body }),
  );

  app.post(
    "/api/session/step-up",
    {
      schema: {
        body: z.object({ code: z.string().regex(/^\d{6}$/) }),
        response: { 200: z.object({ level: z.int() }) },
      },
      config: { audience: "staff", verb: "stepped-up", action: null, rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request) =>
      acting.attempt(request, { verb: "stepped-up", subject: { kind: "session", id: null } }, () =>
        vault.call<{ level: number }>("/totp/step-ups", { token: tokenOf(request), code: request.body.code }),
      ),
  );

  app.post(
    "/api/session/totp-enrolment",
    {
      schema: {
        body: Enrolment,
        response: { 200: Enrolled },
      },
      config: { audience: "staff", verb: "second-factor-set", action: null },
    },
    async (request) =>
      acting.attempt(request, { verb: "second-factor-set", subject: { kind: "session", id: null } }, () =>
        vault.call<z.infer<typeof Enrolled>>("/totp/enrolments", { token: tokenOf(request), ...request.body }),
      ),
  );

  app.delete(
    "/api/session",
    { schema: { response: { 204: z.null() } }, config: { audience: "sign-in", verb: "signed-out" } },
    async (request, reply) => {
      const token = tokenOf(request);
      if (token !== "") await signin(token, (tx) => tx.rows(sql`select sessions.sign_out()`));
      return reply.clearCookie("hw_session", { path: "/" }).code(204).send(null);
    },
  );

  app.get(
    "/api/sessions",
    {
      schema: {
        response: {
          200: z.object({
            sessions: z.array(
              z.object({
                id: z.uuid(),
                label: z.string(),
                createdAt: z.string(),
                expiresAt: z.string(),
                isThis: z.boolean(),
              }),
            ),
          }),
        },
      },
      config: { audience: "staff", verb: null, action: null },
    },
    async (request) => {
      const rows = await acting.look(request, (tx) =>
        tx.rows<{ id: string; label: string; created_at: string; expires_at: string; is_this: boolean }>(
          sql`select * from sessions.mine()`,
        ),
      );
      return {
        sessions: rows.map((s) => ({
          id: s.id,
          label: s.label,
          createdAt: s.created_at,
          expiresAt: s.expires_at,
          isThis: s.is_this,
        })),
      };
    },
  );

  app.delete(
    "/api/sessions/:id",
    {
      schema: { params: z.object({ id: z.union([z.uuid(), z.literal("others")]) }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "session-revoked", action: null },
    },
    async (request, reply) => {
      const { id } = request.params;
      const result = await acting.act(
        request,
        { verb: "session-revoked", subject: { kind: "session", id: id === "others" ? null : id } },
        async (tx) => {
          const { n } = await tx.one<{ n: number }>(
            sql`select sessions.revoke(${id === "others" ? null : id}::uuid) as n`,
          );
          if (n === 0 && id !== "others") throw new NotVisible();
          await tx.rows(
            sql`select log.record('session-revoked', 'session', ${id === "others" ? null : id}::uuid, null, 'done', null, null, ${JSON.stringify({ n })}::jsonb)`,
          );
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}
