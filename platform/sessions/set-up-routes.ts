import { sql } from "kysely";
import { z } from "zod";
import { declareProblems, type Refusal, refuse, sendProblem, sendRefusal } from "../http/problems.ts";
import type { Web } from "../http/server.ts";
import { asSignIn, type SessionsHouse } from "./house.ts";
import { passwordWeakness, SHORTEST_PASSWORD } from "./password-rule.ts";
import { hashPassword } from "./passwords.ts";
import { giveCookie, hashOf, labelOf, newToken } from "./tokens.ts";

declareProblems("platform", {
  "link-over": 410,
  "login-taken": 409,
  "sign-in-exists": 409,
  "password-short": 422,
  "password-common": 422,
  "password-like-name": 422,
});

const Token = z.string().min(20).max(100);
const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);
const Password = z.string().min(1).max(200);
const Name = z.string().trim().min(1).max(120);
const Names = z.record(z.string(), z.string());
const Choice = z.object({ code: z.string(), names: Names });

const Link = z.object({
  /** The first administrator's, who also names the first agency; otherwise a colleague's. */
  first: z.boolean(),
  names: Names.nullable(),
  agencyNames: Names.nullable(),
  expiresAt: z.string(),
  kinds: z.array(Choice),
  jurisdictions: z.array(Choice),
});

const First = z.object({
  token: Token,
  login: Login,
  password: Password,
  name: Name,
  language: z.enum(["en", "hi"]),
  agencyName: Name,
  kind: z.string(),
  jurisdiction: z.string(),
  unitName: Name,
});

const owed = z.object({ next: z.literal("enrol") });
const seldom = { max: 20, timeWindow: "1 minute" } as const;

/** The pages behind a one-time link. What they make still owes its second factor: nobody begins with a password alone. */
export function registerSetUp(app: Web, house: SessionsHouse): void {
  const { firstAgency, secure } = house;
  const read = (token: string) =>
    asSignIn(house, null, (tx) =>
      tx.maybe<{
        is_first: boolean;
        names: Record<string, string> | null;
        agency_names: Record<string, string> | null;
        expires_at: string;
      }>(sql`select * from sessions.read_link(${hashOf(token)})`),
    );

  app.post(
    "/api/sign-up-links/reading",
    {
      schema: { body: z.object({ token: Token }), response: { 200: Link } },
      config: { audience: "sign-in", verb: null, rateLimit: seldom },
    },
    async (request, reply) => {
      const link = await read(request.body.token);
      if (link === null) return sendProblem(request, reply, "link-over");
      return reply.send({
        first: link.is_first,
        names: link.names,
        agencyNames: link.agency_names,
        expiresAt: link.expires_at,
        kinds: link.is_first ? firstAgency.kinds.map(({ code, names }) => ({ code, names })) : [],
        jurisdictions: link.is_first ? [...firstAgency.jurisdictions] : [],
      });
    },
  );

  app.post(
    "/api/installation/administrator",
    {
      schema: { body: First, response: { 201: owed } },
      config: { audience: "sign-in", verb: "installation-set-up", rateLimit: seldom },
    },
    async (request, reply) => {
      const { token, login, password, name, language, agencyName, jurisdiction, unitName } = request.body;
      if ((await read(token))?.is_first !== true) return sendProblem(request, reply, "link-over");
      const kind = firstAgency.kinds.find(({ code }) => code === request.body.kind);
      if (kind === undefined) return sendProblem(request, reply, "body-invalid");
      const weak = tooWeak(password, [login, name]);
      if (weak) return sendRefusal(request, reply, weak);
      const hash = await hashPassword(password);
      const session = newToken();
      await asSignIn(house, null, async (tx) => {
        const { who } = await tx.one<{ who: string }>(sql`
          select sessions.set_up(${hashOf(token)}, ${named(agencyName)}::jsonb, ${kind.code}, ${kind.isHome}, ${kind.isOversight}, ${jurisdiction},
            ${named(unitName)}::jsonb, ${named(name)}::jsonb, ${language}, ${login}, ${hash}) as who`);
        await tx.rows(sql`select sessions.begin_owing(${who}::uuid, ${hashOf(session)}, ${labelOf(request)})`);
      });
      return giveCookie(reply, session, secure).code(201).send({ next: "enrol" });

      function named(text: string): string {
        return JSON.stringify({ [language]: text });
      }
    },
  );

  app.post(
    "/api/sign-ups",
    {
      schema: { body: z.object({ token: Token, login: Login, password: Password }), response: { 201: owed } },
      config: { audience: "sign-in", verb: "sign-in-made", rateLimit: seldom },
    },
    async (request, reply) => {
      const { token, login, password } = request.body;
      const link = await read(token);
      if (link === null || link.is_first) return sendProblem(request, reply, "link-over");
      const weak = tooWeak(password, [login, ...Object.values(link.names ?? {})]);
      if (weak) return sendRefusal(request, reply, weak);
      const hash = await hashPassword(password);
      const session = newToken();
      await asSignIn(house, null, async (tx) => {
        const { who } = await tx.one<{ who: string }>(
          sql`select sessions.sign_up(${hashOf(token)}, ${login}, ${hash}) as who`,
        );
        await tx.rows(sql`select sessions.begin_owing(${who}::uuid, ${hashOf(session)}, ${labelOf(request)})`);
      });
      return giveCookie(reply, session, secure).code(201).send({ next: "enrol" });
    },
  );
}

/** The refusal of a password that is too easy; null when it will do. */
export function tooWeak(password: string, known: readonly string[]): Refusal | null {
  const weakness = passwordWeakness(password, known);
  return weakness === null ? null : refuse(weakness, null, { shortest: SHORTEST_PASSWORD });
}
