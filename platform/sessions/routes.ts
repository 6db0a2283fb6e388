import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { type Acting, tokenOf } from "../http/act.ts";
import { declareProblems, isRefusal, NotVisible, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import type { VaultCaller } from "../keys/vault.ts";
import { type Tx, transact } from "../postgres/transaction.ts";
import { passwordMatches } from "./passwords.ts";

declareProblems("platform", { "sign-in-wrong": 401, "sign-in-wait": 429, "code-wrong": 422, "no-second-factor": 409 });

export interface SessionsHouse {
  acting: Acting;
  pools: { signin: pg.Pool };
  vault: VaultCaller;
  kind: "real" | "demo";
  secure: boolean;
}

const HOURS = 12;
const next = z.object({ next: z.enum(["totp", "done"]) });

export function registerSessions(app: Web, { acting, pools, vault, secure }: SessionsHouse): void {
  const signin = <T>(token: string | null, work: (tx: Tx) => Promise<T>) =>
    transact(pools.signin, { role: "homeward_signin", token }, work);

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
      if (found && found.wait_seconds > 0)
        return sendProblem(request, reply, "sign-in-wait", { values: { seconds: found.wait_seconds } });
      if (!(await passwordMatches(password, found?.password_hash ?? null)) || found === null) {
        if (found) await signin(null, (tx) => tx.rows(sql`select sessions.failed(${found.worker_id}::uuid)`));
        return sendProblem(request, reply, "sign-in-wrong");
      }
      const owes = found.has_totp || found.has_passkey;
      const token = newToken();
      await signin(null, (tx) =>
        tx.rows(
          sql`select sessions.begin(${found.worker_id}::uuid, ${hashOf(token)}, ${`${HOURS} hours`}::interval, ${owes ? 0 : 1}::smallint, ${labelOf(request)})`,
        ),
      );
      return giveCookie(reply, token, secure).send({ next: owes ? "totp" : "done" });
    },
  );

  app.post(
    "/api/session/totp",
    {
      schema: { body: z.object({ code: z.string().regex(/^\d{6}$/) }), response: { 200: next } },
      config: { audience: "sign-in", verb: "stepped-up", rateLimit: { max: 20, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      await vault.call("/totp/step-ups", { token: tokenOf(request), code: request.body.code });
      return reply.send({ next: "done" });
    },
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
        body: z.object({
          seed: z.string().max(64).optional(),
          code: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
        }),
        response: {
          200: z.object({ seed: z.string().optional(), uri: z.string().optional(), kept: z.boolean().optional() }),
        },
      },
      config: { audience: "staff", verb: "second-factor-set", action: null },
    },
    async (request) =>
      acting.attempt(request, { verb: "second-factor-set", subject: { kind: "session", id: null } }, () =>
        vault.call<{ seed?: string; uri?: string; kept?: boolean }>("/totp/enrolments", {
          token: tokenOf(request),
          label: "Homeward",
          ...request.body,
        }),
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

/** A new session's token: 32 random bytes; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** The session cookie: not readable by scripts, sent only to us, only by our own pages. */
export function giveCookie(reply: FastifyReply, token: string, secure: boolean): FastifyReply {
  return reply.setCookie("hw_session", token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure,
    maxAge: HOURS * 3600,
  });
}

/** Enough to recognise one's own session in a list, no more: "Firefox, Linux". */
export function labelOf(request: FastifyRequest): string {
  const agent = String(request.headers["user-agent"] ?? "");
  const browser = ["Firefox", "Edg", "Chrome", "Safari"].find((name) => agent.includes(name)) ?? "";
  const system = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"].find((name) => agent.includes(name)) ?? "";
  return [browser === "Edg" ? "Edge" : browser, system].filter(Boolean).join(", ");
}
