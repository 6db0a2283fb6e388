import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { NotVisible } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import type { VaultCaller } from "../../platform/keys/vault.ts";
import { transact } from "../../platform/postgres/transaction.ts";
import { giveCookie, hashOf, labelOf, newToken } from "../../platform/sessions/tokens.ts";
import { Names } from "./model.ts";

/** One of the invented people that a demonstration can be looked at through. */
export interface CastEntry {
  id: string;
  names: Record<string, string>;
  unit: Record<string, string>;
  agency: Record<string, string>;
  agencyKind: string;
  roles: string[];
  about: Record<string, string> | null;
}

const Entry = z.object({
  workerId: z.uuid(),
  names: Names,
  unit: Names,
  agency: Names,
  agencyKind: z.string(),
  roles: z.array(z.string()),
  about: Names.nullable(),
  code: z.string().nullable(),
});

/**
 * "Who are you tonight?": only in a demonstration and only on loopback. The sessions are real, the step-up is real; the codes are shown because
 * everybody here is invented. In a real installation these addresses do not exist, and the database refuses besides.
 */
export function registerDemo(
  app: Web,
  { cast, pools, vault }: { cast: CastEntry[]; pools: { signin: pg.Pool }; vault: VaultCaller },
): void {
  app.get(
    "/api/demo/cast",
    { schema: { response: { 200: z.object({ cast: z.array(Entry) }) } }, config: { audience: "sign-in", verb: null } },
    async (request) => {
      onlyLoopback(request.ip);
      const { codes } = await vault.call<{ codes: Record<string, string> }>("/demo/codes", {});
      return { cast: cast.map(({ id, ...entry }) => ({ workerId: id, ...entry, code: codes[id] ?? null })) };
    },
  );

  app.post(
    "/api/demo/session",
    {
      schema: { body: z.object({ workerId: z.uuid() }), response: { 200: z.object({ next: z.literal("done") }) } },
      config: { audience: "sign-in", verb: "signed-in" },
    },
    async (request, reply) => {
      onlyLoopback(request.ip);
      const token = newToken();
      await transact(pools.signin, { role: "homeward_signin", token: null }, (tx) =>
        tx.rows(sql`select sessions.begin_demo(${request.body.workerId}::uuid, ${hashOf(token)}, ${labelOf(request)})`),
      );
      return giveCookie(reply, token, false).send({ next: "done" });
    },
  );
}

function onlyLoopback(address: string): void {
  if (address !== "127.0.0.1" && address !== "::1" && address !== "::ffff:127.0.0.1") throw new NotVisible();
}
