import { sql } from "kysely";
import { z } from "zod";
import { tokenOf } from "../http/act.ts";
import { declareProblems, isRefusal, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import { askToWait, asSignIn, type SessionsHouse } from "./house.ts";
import { hashPassword, passwordMatches } from "./passwords.ts";
import { tooWeak } from "./set-up-routes.ts";

declareProblems("platform", { "password-wrong": 422 });

const OwnSignIn = z.object({
  login: z.string(),
  /** A code from an authenticator is set up. */
  hasCode: z.boolean(),
  /** A recovery stands and ends then, unless a second person agrees; null: none. */
  recoveryEndsAt: z.string().nullable(),
  passkeys: z.array(
    z.object({ id: z.string(), label: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }),
  ),
  events: z.array(
    z.object({
      at: z.string(),
      verb: z.string(),
      outcome: z.string(),
      label: z.string().nullable(),
      factor: z.string().nullable(),
    }),
  ),
});

/** One's own ways to sign in, what happened with them lately, and the password. */
export function registerOwnSignIn(app: Web, house: SessionsHouse): void {
  const { acting } = house;

  app.get(
    "/api/my-sign-in",
    { schema: { response: { 200: OwnSignIn } }, config: { audience: "staff", verb: null, action: null } },
    async (request) => {
      const [ways, passkeys, events] = await acting.look(request, (tx) =>
        Promise.all([
          tx.maybe<{ login: string; has_code: boolean; falls_at: string | null }>(
            sql`select * from sessions.my_ways()`,
          ),
          tx.rows<{ credential_id: Buffer; label: string; created_at: string; last_used_at: string | null }>(
            sql`select * from sessions.my_passkeys()`,
          ),
          tx.rows<z.infer<typeof OwnSignIn>["events"][number]>(sql`select * from sessions.my_events()`),
        ]),
      );
      return {
        login: ways?.login ?? "",
        hasCode: ways?.has_code ?? false,
        recoveryEndsAt: ways?.falls_at ?? null,
        passkeys: passkeys.map((one) => ({
          id: one.credential_id.toString("base64url"),
          label: one.label,
          createdAt: one.created_at,
          lastUsedAt: one.last_used_at,
        })),
        events,
      };
    },
  );

  app.put(
    "/api/password",
    {
      schema: {
        body: z.object({ old: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
        response: { 204: z.null() },
      },
      config: {
        audience: "staff",
        verb: "password-changed",
        action: null,
        rateLimit: { max: 10, timeWindow: "1 minute" },
      },
    },
    async (request, reply) => {
      await acting.look(request, async () => undefined);
      const kept = await asSignIn(house, tokenOf(request), (tx) =>
        tx.one<{
          worker_id: string;
          login: string;
          names: Record<string, string>;
          password_hash: string;
          wait_seconds: number;
        }>(sql`select * from sessions.credential_of_session()`),
      );
      if (kept.wait_seconds > 0) return askToWait(request, reply, kept.wait_seconds);
      const weak = tooWeak(request.body.password, [kept.login, ...Object.values(kept.names)]);
      if (weak) return sendRefusal(request, reply, weak);
      if (!(await passwordMatches(request.body.old, kept.password_hash))) {
        await asSignIn(house, null, (tx) => tx.rows(sql`select sessions.failed(${kept.worker_id}::uuid)`));
        return sendProblem(request, reply, "password-wrong");
      }
      const hash = await hashPassword(request.body.password);
      const result = await acting.act(
        request,
        { verb: "password-changed", subject: { kind: "session", id: null }, status: 204 },
        async (tx) => {
          await tx.rows(sql`select sessions.change_password(${kept.password_hash}, ${hash})`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}
