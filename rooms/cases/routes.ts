import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, tokenOf } from "../../platform/http/act.ts";
import { CursorParameter, cursorText } from "../../platform/http/paging.ts";
import { declareProblems, isRefusal, sendRefusal } from "../../platform/http/problems.ts";
import type { Web } from "../../platform/http/server.ts";
import { seenVersion } from "../../platform/http/versions.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import type { VaultClient } from "../identities/index.ts";
import * as actions from "./actions.ts";
import {
  CaseChange,
  CaseList,
  CaseView,
  Code,
  District,
  Look,
  NewCase,
  NewEvent,
  NewNote,
  NewPerson,
  RISK,
  Risk,
  RiskChange,
  ROLE,
  SEX,
  STAGES,
  TRACK,
  wordOf,
} from "./model.ts";
import { openTexts, sealText } from "./narrative.ts";
import { answerResponse } from "./responses/actions.ts";
import type { ResponseHours, ResponseKinds } from "./rules.ts";
import * as store from "./store.ts";

export interface CasesHouse {
  acting: Acting;
  vault: VaultClient;
  responseHours: ResponseHours;
  /** Sections of the event kinds that have one, by kind: whoever records such an event never writes it into the open by mistake. */
  eventSections: Readonly<Record<string, number>>;
  /** Event kinds that answer a first response, or try to: the pack's. */
  responseKinds: ResponseKinds;
}

declareProblems("cases", {
  "no-unit": 409,
  "age-not-settled": 409,
  "open-items": 409,
  "track-closed": 409,
  "outcome-unknown": 422,
  "screening-unknown-item": 422,
});

/** Where cases whose risk nobody has set stand when a list is ordered by risk. */
const UNSET_LAST = 5;

const Id = z.object({ id: z.uuid() });
const Made = z.object({ id: z.uuid() });

export function registerCases(
  app: Web,
  { acting, vault, responseHours, responseKinds, eventSections }: CasesHouse,
): void {
  const seal = (token: string, caseId: string, table: string, row: string, section: number | null, text: string) =>
    sealText(vault, token, caseId, { table, column: "sealed", row, section, text });

  app.get(
    "/api/cases",
    {
      schema: {
        querystring: z.object({
          open: z.enum(["yes", "no", "any"]).default("yes"),
          whose: z.enum(["mine", "agency"]).default("mine"),
          situation: Code.optional(),
          district: District.optional(),
          risk: Risk.optional(),
          /** An agency's list in this order; one's own always comes newest first. */
          sort: z.enum(["newest", "oldest", "risk"]).default("newest"),
          ref: z
            .string()
            .toUpperCase()
            .regex(/^H?W?-?[0-9A-Z-]{0,10}$/)
            .optional(),
          after: CursorParameter.optional(),
          atMost: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: CaseList },
      },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const q = request.query;
      const ask = (tx: Tx) => {
        const wish: store.ListWish = {
          open: q.open === "any" ? null : q.open === "yes",
          situation: q.situation ?? null,
          district: q.district ?? null,
          risk: q.risk === undefined ? null : RISK[q.risk],
          ref: q.ref ? fullRef(q.ref) : null,
          after: q.after ?? null,
          atMost: q.atMost,
        };
        return q.whose === "agency" ? store.agencyCases(tx, wish, q.sort) : store.myCases(tx, wish);
      };
      const rows = await acting.look(request, ask, "cases-listed");
      const last = rows.at(-1);
      const rank = q.whose === "agency" && q.sort === "risk" && last ? { rank: last.risk ?? UNSET_LAST } : {};
      return {
        cases: rows.map(store.summary),
        next: last && rows.length === q.atMost ? cursorText({ at: last.opened_at, id: last.id, ...rank }) : null,
      };
    },
  );

  app.post(
    "/api/cases",
    {
      schema: { body: NewCase, response: { 201: z.object({ id: z.uuid(), ref: z.string() }) } },
      config: { audience: "staff", verb: "case-opened", action: "case.open" },
    },
    async (request, reply) => {
      const id = randomUUID();
      const noteId = randomUUID();
      const note = request.body.note
        ? await seal(tokenOf(request), id, "cases.notes", noteId, null, request.body.note)
        : null;
      const result = await acting.act(
        request,
        { verb: "case-opened", subject: { kind: "case", id }, status: 201 },
        (tx, actor) =>
          actions.openCase(tx, actor, id, request.body, { reportId: null, note, noteId, hours: responseHours }),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.get(
    "/api/cases/:id",
    {
      schema: { params: Id, response: { 200: CaseView } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(request, { verb: "case-viewed", subject: { kind: "case", id } }, async (tx) => {
        const asked = store.parts(tx, id);
        const facts = await actions.seen(tx, id);
        await tx.rows(sql`select log.record_view('case-viewed', 'case', ${id}::uuid, ${id}::uuid)`);
        return {
          facts,
          tracks: await asked.tracks,
          stages: await asked.stages,
          people: await asked.people,
          timeline: await asked.timeline,
          notes: await asked.notes,
          members: await asked.members,
          sections: await asked.sections,
          looks: await asked.looks,
        };
      });
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      // The entry is committed: only now does the vault open what was written.
      const texts = await openTexts(vault, tokenOf(request), id, [
        ...read.timeline.map((e) => ({
          table: "cases.events",
          column: "sealed",
          row: e.id,
          section: e.section,
          sealed: e.sealed,
        })),
        ...read.notes.map((n) => ({
          table: "cases.notes",
          column: "sealed",
          row: n.id,
          section: n.section,
          sealed: n.sealed,
        })),
      ]);
      const noteTexts = texts.slice(read.timeline.length);
      return reply.header("etag", `"${read.facts.version}"`).send({
        ...store.summary(read.facts),
        origin: read.facts.origin,
        reportId: read.facts.report_id,
        riskSetAt: read.facts.risk_set_at,
        manages: read.facts.manages,
        sections: read.sections.map((s) => s.section),
        tracks: read.tracks.map((t) => ({
          track: wordOf(TRACK, t.track),
          openedAt: t.opened_at,
          closedAt: t.closed_at,
          outcome: t.outcome,
        })),
        stages: read.stages.map((s) => ({
          id: s.id,
          stage: STAGES[s.stage - 1] ?? "reported",
          reachedAt: s.reached_at,
          leftAt: s.left_at,
        })),
        people: read.people.map((p) => ({
          id: p.id,
          role: wordOf(ROLE, p.role),
          relation: p.relation,
          relationClaimed: p.relation_claimed,
          livesWith: p.lives_with,
          sex: wordOf(SEX, p.sex),
          age: p.age,
          version: p.version,
          addedAt: p.added_at,
          sealed: p.identity_version !== null,
          identityVersion: p.identity_version,
          erased: p.erased,
        })),
        timeline: read.timeline.map((e, i) => ({
          id: e.id,
          section: e.section,
          held: e.held,
          kind: e.kind,
          happenedAt: e.happened_at,
          approx: e.happened_approx,
          recordedAt: e.recorded_at,
          agency: e.agency,
          fromHome: e.from_home,
          fromPaper: e.from_paper,
          corrects: e.corrects,
          codes: e.codes,
          text: texts[i] ?? null,
        })),
        notes: read.notes.map((n, i) => ({
          id: n.id,
          kind: n.kind,
          section: n.section,
          writtenAt: n.written_at,
          agency: n.agency,
          corrects: n.corrects,
          text: noteTexts[i] ?? null,
        })),
        members: read.members.map(member),
        looks: read.looks.length,
      });
    },
  );

  app.get(
    "/api/cases/:id/looks",
    {
      schema: { params: Id, response: { 200: z.object({ looks: z.array(Look) }) } },
      config: { audience: "staff", verb: null, action: "case.read" },
    },
    async (request) => {
      const { id } = request.params;
      return acting.look(request, async (tx) => {
        const facts = store.oneCase(tx, id);
        const looks = tx.rows<store.LookRow>(sql`select * from cases.who_looked(${id}::uuid, 500)`);
        actions.mustSee(await facts);
        return {
          looks: (await looks).map((l) => ({
            at: l.at,
            verb: l.verb,
            purpose: l.purpose,
            agency: l.agency,
            fromHome: l.from_home,
            worker: l.worker,
            mine: l.mine,
          })),
        };
      });
    },
  );

  app.patch(
    "/api/cases/:id",
    {
      schema: { params: Id, body: CaseChange, response: { 200: z.object({ version: z.int() }) } },
      config: { audience: "staff", verb: "case-changed", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const fields = Object.keys(request.body).filter((field) => field !== "reason");
      const reasons = await Promise.all(
        fields.map(async (field) => {
          const row = randomUUID();
          return {
            id: row,
            field,
            sealed: await seal(tokenOf(request), id, "cases.changes", row, null, request.body.reason),
          };
        }),
      );
      const result = await acting.act(
        request,
        { verb: "case-changed", subject: { kind: "case", id }, caseId: id },
        (tx, actor) => actions.changeCase(tx, actor, id, request.body, seen, reasons),
      );
      return isRefusal(result)
        ? sendRefusal(request, reply, result)
        : reply.header("etag", `"${result.version}"`).send(result);
    },
  );

  app.post(
    "/api/cases/:id/risk",
    {
      schema: { params: Id, body: RiskChange, response: { 201: z.object({ respondBy: z.string().nullable() }) } },
      config: { audience: "staff", verb: "risk-set", action: "case.risk" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const sealed = await seal(tokenOf(request), id, "cases.risks", row, null, request.body.reason);
      const result = await acting.act(
        request,
        { verb: "risk-set", subject: { kind: "case", id }, caseId: id, status: 201 },
        (tx, actor) => actions.setRisk(tx, actor, id, request.body, sealed, row, responseHours),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.post(
    "/api/cases/:id/people",
    {
      schema: { params: Id, body: NewPerson, response: { 201: Made } },
      config: { audience: "staff", verb: "person-added", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const result = await acting.act(
        request,
        { verb: "person-added", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx, actor) => {
          await actions.addPerson(tx, actor, id, row, request.body);
          return { id: row };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.post(
    "/api/cases/:id/events",
    {
      schema: { params: Id, body: NewEvent, response: { 201: Made } },
      config: { audience: "staff", verb: "event-added", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const event = { ...request.body, section: eventSections[request.body.kind] ?? request.body.section };
      const sealed = event.text
        ? await seal(tokenOf(request), id, "cases.events", row, event.section, event.text)
        : null;
      const result = await acting.act(
        request,
        { verb: "event-added", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx, actor) => {
          await actions.seen(tx, id);
          await actions.addEvent(tx, actor, id, event, sealed, row);
          await answerResponse(tx, id, event, { kinds: responseKinds, hours: responseHours });
          await actions.record(
            tx,
            "event-added",
            id,
            { kind: "event", id: row },
            { kind: event.kind, stage: event.stage ?? null },
          );
          return { id: row };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );

  app.post(
    "/api/cases/:id/notes",
    {
      schema: { params: Id, body: NewNote, response: { 201: Made } },
      config: { audience: "staff", verb: "note-added", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const row = randomUUID();
      const section = request.body.kind === "own-words" ? 9 : request.body.section;
      const sealed = await seal(tokenOf(request), id, "cases.notes", row, section, request.body.text);
      const result = await acting.act(
        request,
        { verb: "note-added", subject: { kind: "case", id }, caseId: id, status: 201 },
        async (tx, actor) => {
          await actions.seen(tx, id);
          await actions.addNote(tx, actor, id, {
            id: row,
            section,
            kind: request.body.kind,
            corrects: request.body.corrects,
            sealed,
          });
          await actions.record(tx, "note-added", id, { kind: "note", id: row }, { kind: request.body.kind });
          return { id: row };
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );
}

function fullRef(typed: string): string {
  const letters = typed.replace(/^HW-?/, "").replaceAll("-", "");
  return letters.length > 3 ? `HW-${letters.slice(0, 3)}-${letters.slice(3, 6)}` : `HW-${letters}`;
}

export function member(m: store.MemberRow): z.input<typeof CaseView>["members"][number] {
  return {
    member: m.member,
    kind: m.kind,
    workerId: m.worker_id,
    unitId: m.unit_id,
    agencyId: m.agency_id,
    agency: m.agency_names,
    unit: m.unit_names,
    worker: m.worker_names,
    isHome: m.is_home,
    isOwner: m.is_owner,
    purpose: m.purpose,
    basis: m.basis,
    since: m.since,
    until: m.until === "infinity" ? null : m.until,
    sections: m.sections,
  };
}
