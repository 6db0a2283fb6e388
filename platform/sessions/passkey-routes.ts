import { sql } from "kysely";
import { z } from "zod";
import { tokenOf } from "../http/act.ts";
import { declareProblems, isRefusal, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import type { SessionsHouse } from "./house.ts";
import { giveCookie, hashOf, labelOf, newToken } from "./tokens.ts";

declareProblems("platform", { "passkey-wrong": 422, "passkeys-enough": 409, "last-factor": 409 });

/** What a browser answered to a challenge; the vault reads it. */
const Answer = z.looseObject({ id: z.string().min(1).max(1400), response: z.looseObject({}) });
const Options = z.record(z.string(), z.unknown());
const Label = z.string().trim().min(1).max(60);
const Id = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) });
const Challenge = z.object({ challengeId: z.uuid(), options: Options });

const seldom = { max: 20, timeWindow: "1 minute" } as const;
const COOKIE = "hw_challenge";

/** Passkeys over HTTP: carried between browser and vault, never judged here. */
export function registerPasskeys(app: Web, { acting, vault, secure }: SessionsHouse): void {
  const mine = { kind: "session", id: null };

  app.post(
    "/api/passkeys/options",
    {
      schema: { response: { 200: Challenge } },
      config: { audience: "staff", verb: "passkey-added", action: null, rateLimit: seldom },
    },
    async (request) =>
      acting.attempt(request, { verb: "passkey-added", subject: mine }, () =>
        vault.call<z.infer<typeof Challenge>>("/passkeys/registration-options", { token: tokenOf(request) }),
      ),
  );

  app.post(
    "/api/passkeys",
    {
      schema: {
        body: z.object({ challengeId: z.uuid(), label: Label, answer: Answer }),
        response: { 201: z.object({ kept: z.boolean() }) },
      },
      config: { audience: "staff", verb: "passkey-added", action: null, rateLimit: seldom },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await acting.attempt(request, { verb: "passkey-added", subject: mine }, () =>
            vault.call<{ kept: boolean }>("/passkeys", { token: tokenOf(request), ...request.body }),
          ),
        ),
  );

  app.put(
    "/api/passkeys/:id",
    {
      schema: { params: Id, body: z.object({ label: Label }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "passkey-named", action: null },
    },
    async (request, reply) => {
      const result = await acting.act(request, { verb: "passkey-named", subject: mine, status: 204 }, async (tx) => {
        await tx.rows(sql`select sessions.name_passkey(${bytes(request.params.id)}, ${request.body.label})`);
        await tx.rows(sql`select log.record('passkey-named', 'session', null)`);
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/passkeys/:id",
    {
      schema: { params: Id, response: { 204: z.null() } },
      config: { audience: "staff", verb: "passkey-removed", action: null },
    },
    async (request, reply) => {
      const result = await acting.act(request, { verb: "passkey-removed", subject: mine, status: 204 }, async (tx) => {
        await tx.rows(sql`select sessions.remove_passkey(${bytes(request.params.id)})`);
        return null;
      });
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );

  // The challenge's name stays in a cookie of this browser: an answer to it from elsewhere finds none.
  app.post(
    "/api/session/passkey/options",
    {
      schema: { response: { 200: z.object({ options: Options }) } },
      config: { audience: "sign-in", verb: null, rateLimit: seldom },
    },
    async (_request, reply) => {
      const { challengeId, options } = await vault.call<z.infer<typeof Challenge>>("/passkeys/options", {
        token: null,
        kind: "passkey-sign-in",
      });
      return reply
        .setCookie(COOKIE, challengeId, {
          path: "/api/session/passkey",
          httpOnly: true,
          sameSite: "strict",
          secure,
          maxAge: 300,
        })
        .send({ options });
    },
  );

  app.post(
    "/api/session/passkey",
    {
      schema: { body: z.object({ answer: Answer }), response: { 200: z.object({ next: z.literal("done") }) } },
      config: { audience: "sign-in", verb: "signed-in", rateLimit: seldom },
    },
    async (request, reply) => {
      const challenge = z.uuid().safeParse(request.cookies[COOKIE]);
      if (!challenge.success) return sendProblem(request, reply, "passkey-wrong");
      const token = newToken();
      await vault.call("/passkeys/sign-ins", {
        challengeId: challenge.data,
        answer: request.body.answer,
        hash: hashOf(token).toString("base64"),
        label: labelOf(request),
      });
      return giveCookie(reply.clearCookie(COOKIE, { path: "/api/session/passkey" }), token, secure).send({
        next: "done",
      });
    },
  );

  app.post(
    "/api/session/step-up/passkey/options",
    {
      schema: { response: { 200: Challenge } },
      config: { audience: "staff", verb: null, action: null, rateLimit: seldom },
    },
    async (request) => {
      await acting.look(request, async () => undefined);
      return vault.call<z.infer<typeof Challenge>>("/passkeys/options", {
        token: tokenOf(request),
        kind: "passkey-step-up",
      });
    },
  );

  app.post(
    "/api/session/step-up/passkey",
    {
      schema: {
        body: z.object({ challengeId: z.uuid(), answer: Answer }),
        response: { 200: z.object({ level: z.int() }) },
      },
      config: { audience: "staff", verb: "stepped-up", action: null, rateLimit: seldom },
    },
    async (request) =>
      acting.attempt(request, { verb: "stepped-up", subject: mine }, () =>
        vault.call<{ level: number }>("/passkeys/step-ups", { token: tokenOf(request), ...request.body }),
      ),
  );
}

function bytes(id: string): Buffer {
  return Buffer.from(id, "base64url");
}
