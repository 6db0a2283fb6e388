import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { declareProblems, isRefusal, NotVisible, refuse, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as cases from "../actions.ts";
import { openTexts, sealText } from "../narrative.ts";
import { viewed } from "../viewing.ts";
import { ContactRule, NewContactRule } from "./model.ts";
import * as store from "./store.ts";

declareProblems("cases", { "contact-over": 409, "consent-person": 422 });

const CONTACT_SECTION = 3;
const Id = z.object({ id: z.uuid() });

/** Whom it is safe to contact, how, and who else would learn of it. Section contact: nobody else reads that a rule is there. */
export function registerContact(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/cases/:id/contact-rules",
    {
      schema: {
        params: Id,
        response: {
          200: z.object({
            /** Whether the reader holds the contact section: "none" and "not for you" are two answers. */
            held: z.boolean(),
            rules: z.array(ContactRule),
          }),
        },
      },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => {
          await viewed(tx, id);
          const held = await tx.maybe(
            sql`select from access.my_sections where case_id = ${id}::uuid and section = ${CONTACT_SECTION}::smallint limit 1`,
          );
          return { held: held !== null, rows: await store.contactRules(tx, id) };
        },
      );
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const texts = await openTexts(
        vault,
        tokenOf(request),
        id,
        read.rows.map((row) => ({
          table: "cases.contact_rules",
          column: "sealed",
          row: row.id,
          section: CONTACT_SECTION,
          sealed: row.sealed,
        })),
      );
      return reply.send({
        held: read.held,
        rules: read.rows.map((row, i) => ({
          id: row.id,
          channel: row.channel,
          personId: row.person_id,
          allowed: row.allowed,
          household: row.household,
          text: texts[i] ?? null,
          setAt: row.set_at,
          endedAt: row.ended_at,
        })),
      });
    },
  );

  app.post(
    "/api/cases/:id/contact-rules",
    {
      schema: { params: Id, body: NewContactRule, response: { 201: Id } },
      config: { audience: "staff", verb: "contact-rule-set", action: "case.contact" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { text, ...rule } = request.body;
      const row = randomUUID();
      const sealed =
        text === ""
          ? null
          : await sealText(vault, tokenOf(request), id, {
              table: "cases.contact_rules",
              column: "sealed",
              row,
              section: CONTACT_SECTION,
              text,
            });
      const result = await acting.act(
        request,
        { verb: "contact-rule-set", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx, actor) => {
          await cases.seen(tx, id);
          if (rule.personId !== null && (await store.personOnCase(tx, id, rule.personId)) === null)
            return refuse("consent-person");
          // One rule holds for one person and one way; the one before stays to be read.
          await tx.rows(sql`update cases.contact_rules set ended_at = now()
            where case_id = ${id}::uuid and channel = ${rule.channel} and person_id is not distinct from ${rule.personId}::uuid and ended_at is null`);
          await tx.rows(sql`insert into cases.contact_rules (id, case_id, jurisdiction_id, channel, person_id, allowed, household, sealed, set_by)
            select ${row}::uuid, c.id, c.jurisdiction_id, ${rule.channel}, ${rule.personId}::uuid, ${rule.allowed}, ${rule.household}, ${sealed}, ${actor.workerId}::uuid
              from cases.cases c where c.id = ${id}::uuid`);
          await cases.addEvent(
            tx,
            actor,
            id,
            {
              kind: "safe-contact-set",
              section: CONTACT_SECTION,
              happenedAt: null,
              approx: null,
              fromPaper: false,
              corrects: null,
            },
            null,
            randomUUID(),
          );
          await cases.record(tx, "contact-rule-set", id, { kind: "contact-rule", id: row });
          return { id: row };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.delete(
    "/api/cases/:id/contact-rules/:rule",
    {
      schema: { params: z.object({ id: z.uuid(), rule: z.uuid() }), response: { 204: z.null() } },
      config: { audience: "staff", verb: "contact-rule-ended", action: "case.contact" },
    },
    async (request, reply) => {
      const { id, rule } = request.params;
      const result = await acting.act(
        request,
        { verb: "contact-rule-ended", subject: { kind: "contact-rule", id: rule }, caseId: id, status: 204 },
        async (tx) => {
          await cases.seen(tx, id);
          const found = await tx.maybe<{ ended_at: string | null }>(
            sql`select ended_at from cases.contact_rules where id = ${rule}::uuid and case_id = ${id}::uuid`,
          );
          if (found === null) throw new NotVisible();
          if (found.ended_at !== null) return refuse("contact-over");
          await tx.rows(sql`update cases.contact_rules set ended_at = now() where id = ${rule}::uuid`);
          await cases.record(tx, "contact-rule-ended", id, { kind: "contact-rule", id: rule });
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}
