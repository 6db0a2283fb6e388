import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { CursorParameter, cursorText } from "../../../platform/http/paging.ts";
import { isRefusal, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import { seenVersion } from "../../../platform/http/versions.ts";
import type { VaultClient } from "../../identities/index.ts";
import { PersonChange, PersonOfCase, ROLE, SEX, wordOf } from "../model.ts";
import { sealText } from "../narrative.ts";
import { changePerson } from "./actions.ts";
import { type PersonOfCaseRow, peopleById, peopleOfMyCases } from "./store.ts";

/** At most so many cases in one answer; each has a handful of people. */
const CASES_A_PAGE = 50;

const Ids = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.uuid()).min(1).max(50));

/** The people of my cases: roles, never names. And what is known of one of them, changed with a reason. */
export function registerPeople(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/people",
    {
      schema: {
        querystring: z.object({
          /** Only these, also of closed cases: what a search has found. */
          ids: Ids.optional(),
          after: CursorParameter.optional(),
          atMost: z.coerce.number().int().min(1).max(200).default(CASES_A_PAGE),
        }),
        response: { 200: z.object({ people: z.array(PersonOfCase), next: z.string().nullable() }) },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { ids, after, atMost } = request.query;
      const cases = Math.min(atMost, CASES_A_PAGE);
      const rows = await acting.look(
        request,
        (tx) => (ids ? peopleById(tx, ids) : peopleOfMyCases(tx, after ?? null, cases)),
        "people-listed",
      );
      const last = rows.at(-1);
      const more = ids === undefined && new Set(rows.map((row) => row.case_id)).size === cases;
      return {
        people: rows.flatMap(person),
        next: last && more ? cursorText({ at: last.opened_at, id: last.case_id }) : null,
      };
    },
  );

  app.patch(
    "/api/cases/:id/people/:person",
    {
      schema: {
        params: z.object({ id: z.uuid(), person: z.uuid() }),
        body: PersonChange,
        response: { 200: z.object({ version: z.int() }) },
      },
      config: { audience: "staff", verb: "person-changed", action: "case.write" },
    },
    async (request, reply) => {
      const { id, person: personId } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const { reason, ...change } = request.body;
      const doing = { verb: "person-changed", subject: { kind: "person", id: personId }, caseId: id };
      const token = tokenOf(request);
      // A reason about somebody in a section is sealed within it.
      const section = await acting.look(request, (tx) =>
        tx.maybe<{ section: number | null }>(sql`select section from cases.people where id = ${personId}::uuid`),
      );
      const reasons = await Promise.all(
        Object.keys(change).map(async (field) => {
          const row = randomUUID();
          const place = { table: "cases.changes", column: "sealed", row, section: section?.section ?? null };
          return { id: row, field, sealed: await sealText(vault, token, id, { ...place, text: reason }) };
        }),
      );
      const result = await acting.act(request, doing, (tx, actor) =>
        changePerson(tx, actor, id, personId, request.body, seen, reasons),
      );
      return isRefusal(result)
        ? sendRefusal(request, reply, result)
        : reply.header("etag", `"${result.version}"`).send(result);
    },
  );
}

function person(row: PersonOfCaseRow): PersonOfCase[] {
  if (row.id === null) return [];
  return [
    {
      id: row.id,
      caseId: row.case_id,
      ref: row.ref,
      role: wordOf(ROLE, row.role),
      relation: row.relation,
      relationClaimed: row.relation_claimed,
      sex: wordOf(SEX, row.sex),
      age: row.age,
      opens: row.opens,
      sealed: row.sealed,
      situation: row.situation,
      district: row.district,
      caseIsOpen: row.is_open,
    },
  ];
}
