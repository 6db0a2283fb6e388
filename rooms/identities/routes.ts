import { sql } from "kysely";
import { z } from "zod";
import { type Acting, requestId, tokenOf } from "../../platform/http/act.ts";
import { declareProblems, isRefusal, refuse, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import { seenVersion } from "../../platform/http/versions.ts";
import { sealIdentity, storeIdentity } from "./actions.ts";
import { Identity, OpenedIdentity, OpeningRequest, SECTIONS } from "./model.ts";
import type { VaultClient } from "./vault/client.ts";

declareProblems("identities", {
  "no-second-person": 409,
  "second-person-needed": 409,
  "erasure-case-open": 409,
  "erasure-waits": 409,
});

const Id = z.object({ id: z.uuid() });

export function registerIdentities(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.post(
    "/api/identities/:id/openings",
    {
      schema: { params: Id, body: OpeningRequest, response: { 201: OpenedIdentity } },
      config: { audience: "staff", verb: "identity-opened", action: "identity.open" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const opened = await acting.attempt(request, { verb: "identity-opened", subject: { kind: "person", id } }, () =>
        vault.openIdentity(tokenOf(request), {
          personId: id,
          reason: request.body.reason,
          reasonText: request.body.words ?? null,
          requestId: requestId(request),
        }),
      );
      return reply.code(201).send(opened);
    },
  );

  app.put(
    "/api/identities/:id",
    {
      schema: {
        params: Id,
        body: z.object({ caseId: z.uuid(), section: z.enum(["identity", "suspects"]), identity: Identity }),
        response: { 200: z.object({ version: z.int() }) },
      },
      config: { audience: "staff", verb: "identity-sealed", action: "identity.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { caseId, section, identity } = request.body;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const doing = { verb: "identity-sealed", subject: { kind: "person", id }, caseId };
      const sealed = await acting.attempt(request, doing, () => sealIdentity(vault, tokenOf(request), id, identity));
      const result = await acting.act(request, doing, async (tx) => {
        const version = await storeIdentity(tx, caseId, SECTIONS[section], sealed, seen);
        await tx.rows(
          sql`select log.record('identity-sealed', 'person', ${id}::uuid, ${caseId}::uuid, 'done', null, ${requestId(request)}::uuid, ${JSON.stringify({ version })}::jsonb)`,
        );
        return { version };
      });
      return isRefusal(result)
        ? sendRefusal(request, reply, result)
        : reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.post(
    "/api/identity-searches",
    {
      schema: {
        body: z.object({ kind: z.enum(["phone", "document"]), value: z.string().trim().min(4).max(100) }),
        response: { 200: z.object({ found: z.array(z.object({ personId: z.uuid(), caseId: z.uuid() })) }) },
      },
      config: {
        audience: "staff",
        verb: "identity-searched",
        action: "identity.find",
        rateLimit: { max: 30, timeWindow: "1 minute" },
      },
    },
    async (request) => ({
      found: await acting.attempt(request, { verb: "identity-searched", subject: { kind: "search", id: null } }, () =>
        vault.findExact(tokenOf(request), { ...request.body, requestId: requestId(request) }),
      ),
    }),
  );

  app.post(
    "/api/identities/:id/erasure",
    {
      schema: {
        params: Id,
        body: z.object({ caseId: z.uuid(), reason: z.string().trim().min(8).max(5000) }),
        response: { 202: z.object({ approvalId: z.uuid() }) },
      },
      config: { audience: "staff", verb: "erasure-asked", action: "identity.erase" },
    },
    async (request, reply) => {
      const { caseId, reason } = request.body;
      // Under the case's key: the person's own is destroyed with the person.
      const place = { table: "access.approval", column: "reason_sealed", row: caseId, section: 0 };
      const [sealed] = await vault.seal(tokenOf(request), "case", caseId, [{ place, text: reason }]);
      const result = await acting.act(
        request,
        { verb: "erasure-asked", subject: { kind: "person", id: request.params.id }, status: 202 },
        async (tx) => {
          const { approval } = await tx.one<{ approval: string | null }>(
            sql`select identities.ask_erasure(${request.params.id}::uuid, ${caseId}::uuid, ${sealed ?? null}) as approval`,
          );
          return approval === null ? refuse("no-second-person") : { approvalId: approval };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(202).send(result);
    },
  );

  app.delete(
    "/api/identities/:id",
    {
      schema: { params: Id, querystring: z.object({ approval: z.uuid() }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "identity-erased", action: "identity.erase" },
    },
    async (request, reply) => {
      await acting.attempt(
        request,
        { verb: "identity-erased", subject: { kind: "person", id: request.params.id } },
        () => vault.erase(tokenOf(request), request.params.id, request.query.approval),
      );
      return reply.code(204).send(null);
    },
  );
}
