import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Acting, type Actor, tokenOf } from "../../../platform/http/act.ts";
import {
  declareProblems,
  isRefusal,
  NotVisible,
  type Refusal,
  refuse,
  sendRefusal,
} from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as cases from "../actions.ts";
import { type Domain, sectionOf } from "../domains.ts";
import { openTexts, sealText } from "../narrative.ts";
import { viewed } from "../viewing.ts";
import { ASSESSMENT_KINDS, Assessment, type AssessmentKind, type HEARD, type LEVELS, NewAssessment } from "./model.ts";

declareProblems("cases", { "assessment-empty": 422, "assessment-day": 422 });

const OWN_WORDS = 9;
const Id = z.object({ id: z.uuid() });

interface AssessmentRow {
  id: string;
  section: number | null;
  kind: AssessmentKind;
  made_on: string;
  recorded_at: string;
  agency: Record<string, string> | null;
  from_home: boolean;
  follows: string | null;
  child_heard: (typeof HEARD)[number];
  review_on: string | null;
  sealed: Buffer;
  view_sealed: Buffer | null;
}

interface FindingRow {
  id: string;
  assessment_id: string;
  section: number | null;
  domain: Domain;
  level: (typeof LEVELS)[number];
  sealed: Buffer | null;
}

/** Dated looks at the child's situation: never changed, made again, all kept. People decide; nothing here adds up to a score. */
export function registerAssessments(app: Web, { acting, vault }: { acting: Acting; vault: VaultClient }): void {
  app.get(
    "/api/cases/:id/assessments",
    {
      schema: { params: Id, response: { 200: z.object({ ref: z.string(), assessments: z.array(Assessment) }) } },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => ({
          facts: await viewed(tx, id),
          rows: await tx.rows<AssessmentRow>(sql`
            select s.id, s.section, s.kind, s.made_on, s.recorded_at, access.agency_label(s.case_id, s.made_agency) as agency,
                   access.agency_label(s.case_id, s.made_agency) is null as from_home, s.follows, s.child_heard, s.review_on, s.sealed, s.view_sealed
              from cases.assessments s where s.case_id = ${id}::uuid order by s.made_on desc, s.recorded_at desc limit 100`),
          findings: await tx.rows<FindingRow>(sql`
            select f.id, f.assessment_id, f.section, f.domain, f.level, f.sealed from cases.findings f where f.case_id = ${id}::uuid limit 1200`),
        }),
      );
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const texts = await openTexts(vault, tokenOf(request), id, [
        ...read.rows.flatMap((row) => [
          { table: "cases.assessments", column: "sealed", row: row.id, section: row.section, sealed: row.sealed },
          {
            table: "cases.assessments",
            column: "view_sealed",
            row: row.id,
            section: OWN_WORDS,
            sealed: row.view_sealed,
          },
        ]),
        ...read.findings.map((row) => ({
          table: "cases.findings",
          column: "sealed",
          row: row.id,
          section: row.section,
          sealed: row.sealed,
        })),
      ]);
      const findings = read.findings.map((row, i) => ({ row, text: texts[2 * read.rows.length + i] ?? null }));
      return reply.send({
        ref: read.facts.ref,
        assessments: read.rows.map((row, i) => ({
          id: row.id,
          kind: row.kind,
          section: row.section,
          madeOn: row.made_on,
          recordedAt: row.recorded_at,
          agency: row.agency,
          fromHome: row.from_home,
          follows: row.follows,
          childHeard: row.child_heard,
          reviewOn: row.review_on,
          bestInterests: texts[2 * i] ?? null,
          childView: texts[2 * i + 1] ?? null,
          findings: findings
            .filter((one) => one.row.assessment_id === row.id)
            .map((one) => ({ domain: one.row.domain, level: one.row.level, text: one.text })),
        })),
      });
    },
  );

  app.post(
    "/api/cases/:id/assessments",
    {
      schema: { params: Id, body: NewAssessment, response: { 201: Id } },
      config: { audience: "staff", verb: "assessment-made", action: "case.write" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const wish = request.body;
      const row = randomUUID();
      const section = ASSESSMENT_KINDS[wish.kind];
      const seal = (table: string, column: string, of: string, in_: number | null, text: string) =>
        text === ""
          ? Promise.resolve(null)
          : sealText(vault, tokenOf(request), id, { table, column, row: of, section: in_, text });
      const [bestInterests, view] = await Promise.all([
        seal("cases.assessments", "sealed", row, section, wish.bestInterests),
        seal("cases.assessments", "view_sealed", row, OWN_WORDS, wish.childView),
      ]);
      const findings = await Promise.all(
        wish.findings.map(async (finding) => {
          const of = randomUUID();
          // A finding of a health assessment stays in health, whatever part of life it is about.
          const in_ = section ?? sectionOf(finding.domain);
          return {
            ...finding,
            id: of,
            section: in_,
            sealed: await seal("cases.findings", "sealed", of, in_, finding.text),
          };
        }),
      );
      const result = await acting.act(
        request,
        { verb: "assessment-made", subject: { kind: "case", id }, caseId: id, status: 201 },
        (tx, actor) =>
          makeAssessment(tx, actor, id, { ...wish, id: row, section, sealed: bestInterests, view, findings }),
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(201).send(result);
    },
  );
}

async function makeAssessment(
  tx: Tx,
  actor: Actor,
  caseId: string,
  wish: Omit<NewAssessment, "findings"> & {
    id: string;
    section: number | null;
    sealed: Buffer | null;
    view: Buffer | null;
    findings: { id: string; domain: Domain; level: string; section: number | null; sealed: Buffer | null }[];
  },
): Promise<{ id: string } | Refusal> {
  await cases.seen(tx, caseId);
  const domains = new Set(wish.findings.map((finding) => finding.domain));
  if (wish.findings.length === 0 || domains.size !== wish.findings.length) return refuse("assessment-empty");
  // A day that is today anywhere on earth has come.
  const latest = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (wish.madeOn > latest) return refuse("assessment-day");
  if (
    wish.follows !== null &&
    (await tx.maybe(
      sql`select id from cases.assessments where id = ${wish.follows}::uuid and case_id = ${caseId}::uuid`,
    )) === null
  )
    throw new NotVisible();
  await tx.rows(sql`insert into cases.assessments (id, case_id, jurisdiction_id, section, kind, made_on, made_by, made_agency, follows, child_heard, review_on, sealed, view_sealed)
    select ${wish.id}::uuid, c.id, c.jurisdiction_id, ${wish.section}::smallint, ${wish.kind}, ${wish.madeOn}::date, ${actor.workerId}::uuid, ${actor.agencyId}::uuid,
           ${wish.follows}::uuid, ${wish.childHeard}, ${wish.reviewOn}::date, ${wish.sealed}, ${wish.view} from cases.cases c where c.id = ${caseId}::uuid`);
  for (const finding of wish.findings)
    await tx.rows(sql`insert into cases.findings (id, assessment_id, case_id, jurisdiction_id, section, domain, level, made_by, sealed)
      select ${finding.id}::uuid, ${wish.id}::uuid, c.id, c.jurisdiction_id, ${finding.section}::smallint, ${finding.domain}, ${finding.level},
             ${actor.workerId}::uuid, ${finding.sealed} from cases.cases c where c.id = ${caseId}::uuid`);
  await cases.record(tx, "assessment-made", caseId, { kind: "assessment", id: wish.id }, { kind: wish.kind });
  return { id: wish.id };
}
